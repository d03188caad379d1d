"""Child processes that take their own children with them when they end, and free ports to put them on."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path


class StackError(Exception):
    """Something the user can mend; the message says how."""


class Process:
    """A program in its own process group, its output in a file, ended as a whole."""

    def __init__(self, command: list[str], log: Path, env: Mapping[str, str] | None = None) -> None:
        log.parent.mkdir(parents=True, exist_ok=True)
        self.log = log
        self.name = Path(command[0]).name
        with log.open("ab") as output:
            self.popen = subprocess.Popen(
                command,
                stdout=output,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                env={**os.environ, **(env or {})},
                start_new_session=True,
            )

    def is_running(self) -> bool:
        return self.popen.poll() is None

    def stop(self, timeout_s: float = 10) -> None:
        """Asks the whole group to end, and kills it when it does not within the time."""
        for sign in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(self.popen.pid, sign)
            except ProcessLookupError:
                break
            deadline = time.monotonic() + timeout_s
            while time.monotonic() < deadline and self.is_running():
                time.sleep(0.05)
        self.popen.wait()

    def wait_for(self, url: str, timeout_s: float = 30) -> None:
        """Waits until the URL answers at all; an early end or silence is an error with the log's last lines."""
        deadline = time.monotonic() + timeout_s
        while time.monotonic() < deadline:
            if not self.is_running():
                raise StackError(f"{self.name} ended at once. The end of {self.log}:\n{tail(self.log)}")
            try:
                with urllib.request.urlopen(url, timeout=5):  # noqa: S310 - our own loopback address
                    return
            except urllib.error.HTTPError:
                return
            except OSError:
                time.sleep(0.05)
        self.stop()
        raise StackError(
            f"{self.name} did not answer at {url} within {timeout_s:.0f} s. The end of {self.log}:\n{tail(self.log)}"
        )


def tail(path: Path, lines: int = 15) -> str:
    return "\n".join(path.read_text(errors="replace").splitlines()[-lines:]) if path.exists() else ""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def claim_port(port: int, what: str, variable: str) -> int:
    """The port, if nobody listens there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise StackError(
                f"Port {port}, which {what} wants, is taken (is another demo still running?). "
                f"Stop what uses it, or choose another: {variable}={port + 1} make demo"
            ) from None
    return port
