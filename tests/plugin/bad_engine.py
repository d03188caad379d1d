"""An engine at the network's edge that answers as a test says: a refusal, a failure, garbage, or nothing at all."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SITE = {
    "site": {"id": "s", "name": "Test", "url": "http://127.0.0.1"},
    "account": {"id": "a", "name": "Test"},
    "key": {"prefix": "abcd1234", "scopes": ["jobs"]},
    "engine": {"version": "0.1.0", "model": None},
}
SECTOR = {
    "slug": "dog-supplies", "name": "Dog supplies", "industry": {"slug": "pets", "name": "Pets"},
    "site_types": ["ecommerce"], "aliases": [],
}  # fmt: skip


class BadEngine:
    """Answers the connection test and the catalogue well, and every job with `status` and `body`, or never."""

    def __init__(self) -> None:
        self.status = 200
        self.body: object = {}
        self.never = threading.Event()
        self.is_silent = False
        engine = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                is_site = self.path.startswith("/v1/site")
                self.answer(200, SITE if is_site else {"sectors": [SECTOR]})

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                if engine.is_silent:
                    engine.never.wait(60)
                    return
                self.answer(engine.status, engine.body)

            def answer(self, status: int, body: object) -> None:
                text = (body if isinstance(body, str) else json.dumps(body)).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            def log_message(self, *_: object) -> None:
                """Keeps the test's output readable."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"


@contextmanager
def run_bad_engine() -> Iterator[BadEngine]:
    engine = BadEngine()
    thread = threading.Thread(target=engine.server.serve_forever, daemon=True)
    thread.start()
    yield engine
    engine.never.set()
    engine.server.shutdown()
    engine.server.server_close()
    thread.join()
