"""`igny8 up`: the whole engine on one machine.

Starts Redis (when none is configured), web, workers and tick, restarts what dies, and ends all of them with itself.
"""

from __future__ import annotations

import fcntl
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TextIO

import structlog
from redis import Redis, RedisError

from igny8.config import Settings, get_settings
from igny8.db import upgrade
from igny8.http import HttpError, fetch
from igny8.logs import configure_logs
from igny8.redis_server import redis_command
from igny8.registry import get_operations, is_available
from igny8.worker import die_with_parent

READY_S = 60  # a busy small machine takes 10
END_S = 4.0  # a running job may end by itself; then workers are told again, and give their jobs back
KILL_S = 3.0
FIRST_RESTART_S, MAX_RESTART_S = 0.2, 30.0
STEADY_S = 60.0  # a child that lived so long is restarted at once again
WORKER_NICENESS = 5  # on a small machine requests are answered before jobs are worked on

log = structlog.get_logger()


class CannotStart(Exception):
    """Something the user can mend; the message says how."""


@dataclass
class Child:
    """One process of the engine."""

    name: str
    command: list[str]
    niceness: int = 0
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    pause_s: float = FIRST_RESTART_S
    restart_at: float = field(default=0.0)

    def start(self) -> None:
        parent, niceness = os.getpid(), self.niceness

        def prepare() -> None:
            die_with_parent(parent, signal.SIGTERM)
            os.nice(niceness)

        # A session of its own: Ctrl-C reaches only us, and we end them in order. Our stdout is for the line "ready".
        self.process = subprocess.Popen(  # noqa: S603 our own commands
            self.command,
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr,
            start_new_session=True,
            preexec_fn=prepare,  # noqa: PLW1509 safe with one thread
        )
        self.started = time.monotonic()

    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def tell(self, sign: signal.Signals) -> None:
        if self.process is not None and self.is_running():
            self.process.send_signal(sign)


class Engine:
    """All children of one `igny8 up`."""

    def __init__(self, settings: Settings, host: str, port: int, processes: int) -> None:
        self.settings = settings
        self.url = f"http://{'127.0.0.1' if host == '0.0.0.0' else host}:{port}"  # noqa: S104 compared, not bound
        self.redis: Child | None = None if settings.redis_url else Child("redis", redis_command(settings))
        igny8 = [sys.executable, "-m", "igny8.cli"]
        serve = [*igny8, "serve", "--host", host, "--port", str(port), "--processes", str(processes)]
        self.children = [Child("web", serve), Child("tick", [*igny8, "tick"])]
        for queue, count in self.list_queues().items():
            command = [*igny8, "worker", "--queue", queue]
            self.children += [
                Child(f"worker-{queue}-{number}", command, WORKER_NICENESS) for number in range(1, count + 1)
            ]
        self.is_stopping = False
        if "ai" in self.list_queues() and find_spec("litellm") is None:
            raise CannotStart(
                "IGNY8_MODEL is set, but LiteLLM is not installed. Install it: "
                "pip install --require-hashes -r engine/requirements-ai.txt, or unset IGNY8_MODEL."
            )

    def list_queues(self) -> dict[str, int]:
        """Workers to start per queue: only for queues with an operation that can run here."""
        queues = {operation.queue for operation in get_operations().values() if is_available(operation)}
        counts = {"io": self.settings.io_workers, "ai": self.settings.ai_workers}
        return {queue: counts.get(queue, 1) for queue in sorted(queues)}

    def start(self) -> None:
        """Everything, until it answers. CannotStart when it does not within READY_S."""
        if self.redis is not None:
            self.redis.start()
        elif not self.has_redis():
            raise CannotStart("Redis at IGNY8_REDIS_URL does not answer. Start it, or unset IGNY8_REDIS_URL.")
        wait_until(self.has_redis, "Redis", self.redis)
        upgrade()
        for child in self.children:
            child.start()
        wait_until(self.is_ready, "The engine", self.children[0])

    def has_redis(self) -> bool:
        try:
            return bool(Redis.from_url(self.settings.redis, socket_connect_timeout=2).ping())
        except RedisError:
            return False

    def is_ready(self) -> bool:
        try:
            return fetch(f"{self.url}/ready", timeout_s=5, allow_private=True).status == 200  # noqa: PLR2004
        except HttpError:
            return False

    def watch(self) -> None:
        """Restarts what ends, until stop() is asked for; a child that keeps ending waits longer each time."""
        while not self.is_stopping:
            for child in [*filter(None, [self.redis]), *self.children]:
                if child.is_running():
                    continue
                if not child.restart_at:
                    lived_s = time.monotonic() - child.started
                    child.pause_s = FIRST_RESTART_S if lived_s > STEADY_S else min(child.pause_s * 2, MAX_RESTART_S)
                    child.restart_at = time.monotonic() + child.pause_s
                    code = child.process.returncode if child.process else None
                    log.warning("a process ended and is started again", name=child.name, code=code, in_s=child.pause_s)
                elif time.monotonic() >= child.restart_at:
                    child.restart_at = 0.0
                    child.start()
            time.sleep(0.1)

    def stop(self) -> None:
        """Ends all; jobs that take longer than END_S go back to the queue. Redis last: workers sign off there."""
        end(self.children)
        if self.redis is not None:
            end([self.redis])


def end(children: list[Child]) -> None:
    for sign, seconds in ((signal.SIGTERM, END_S), (signal.SIGTERM, KILL_S), (signal.SIGKILL, KILL_S)):
        for child in children:
            child.tell(sign)
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and any(child.is_running() for child in children):
            time.sleep(0.05)


def wait_until(is_there: Callable[[], bool], what: str, child: Child | None) -> None:
    deadline = time.monotonic() + READY_S
    while not is_there():
        if child is not None and not child.is_running():
            raise CannotStart(f"{what} ended while it started; the lines above say why.")
        if time.monotonic() > deadline:
            raise CannotStart(f"{what} does not answer after {READY_S} s; the lines above may say why.")
        time.sleep(0.1)


def run_up(host: str, port: int, processes: int, *, as_json: bool = False) -> None:
    """Runs the engine until SIGTERM or Ctrl-C. CannotStart when it cannot; prints one line when it is ready."""
    configure_logs("up")
    settings = get_settings()
    lock = claim_folder(settings)
    port = claim_port(host, port)
    engine = Engine(settings, host, port, processes)

    def on_signal(*_: object) -> None:
        engine.is_stopping = True
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, on_signal)
    signal.signal(signal.SIGINT, on_signal)
    try:
        engine.start()
        print(
            json.dumps({"ready": True, "url": engine.url, "port": port}) if as_json else f"ready: {engine.url}",
            flush=True,
        )
        engine.watch()
    except KeyboardInterrupt:
        pass
    finally:
        for sign in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sign, signal.SIG_IGN)
        engine.stop()
        lock.close()


def claim_folder(settings: Settings) -> TextIO:
    """One engine per data folder: two would fight over its Redis."""
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = (settings.data_dir / "up.lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise CannotStart(
            f"An engine already runs on {settings.data_dir}. Stop it, or choose another folder with --data-dir."
        ) from None
    return lock


def claim_port(host: str, port: int) -> int:
    """The port if it is free; a free one for 0."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CannotStart(
                f"Port {port} on {host} cannot be used ({error.strerror}). Choose another with --port."
            ) from None
        return int(probe.getsockname()[1])
