"""gunicorn's threaded worker with an end to reading: a client that sends a byte a second must not keep a thread.

gunicorn leaves slow clients to a proxy in front; 16 of them would silence an engine that has none.
"""

from __future__ import annotations

import socket
import time
from contextlib import suppress
from typing import Any

from gunicorn.workers.gthread import ThreadWorker

from igny8.config import get_settings


class WebWorker(ThreadWorker):
    """Closes the reading side only: a request that has arrived is still answered, however long that takes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.read_until: dict[Any, float] = {}  # connection in a thread → monotonic end of its reading

    def handle(self, conn: Any) -> Any:
        self.read_until[conn] = time.monotonic() + get_settings().read_timeout_s
        try:
            return super().handle(conn)
        finally:
            del self.read_until[conn]

    def murder_pending(self) -> None:
        """Called by gunicorn's loop, at least every second."""
        super().murder_pending()
        for conn, until in list(self.read_until.items()):
            if until < time.monotonic():
                with suppress(OSError):  # closed meanwhile
                    conn.sock.shutdown(socket.SHUT_RD)
