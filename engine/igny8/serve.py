"""The web server: gunicorn with threads, set up in Python so that no file on disk can change it."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from gunicorn.app.base import BaseApplication
from gunicorn.glogging import Logger

from igny8.logs import configure_logs

THREADS = 8  # per process; more only wait for the same two cores and for SQLite's write lock
# Python lets a thread compute for 5 ms before another gets its turn; one that holds SQLite's write lock would make all
# writers wait for that. Measured: a third more posts, the slowest in 95 ms instead of 150 (tests/bench/api_bench.py).
SWITCH_S = 0.0005
SHARED_MEMORY = "/dev/shm"  # noqa: S108 gunicorn's heartbeat file must not wait for a disk


class Log(Logger):
    """gunicorn's own lines go the way of all others (logs.py)."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        self.error_log.handlers.clear()
        self.error_log.propagate = True


class Server(BaseApplication):
    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from igny8.app import create_app
        from igny8.sag import catalog

        app = create_app()
        catalog.preload()
        gc.collect()
        gc.freeze()  # the processes share what is loaded now
        return app


def run_server(host: str, port: int, processes: int) -> None:
    """Serves until SIGTERM. Raises SystemExit when the port cannot be had."""
    configure_logs("web")
    folder = prepare_metrics()
    try:
        Server(make_options(host, port, processes)).run()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def make_options(host: str, port: int, processes: int) -> dict[str, Any]:
    """Values measured in ENGINE-FACTS §0 and §6."""
    return {
        "bind": f"{host}:{port}",
        "workers": processes,
        "threads": THREADS,
        "worker_class": "igny8.web_worker.WebWorker",  # gthread
        "preload_app": True,
        "max_requests": 20_000,  # against slow leaks; a restart costs half a second of one process
        "max_requests_jitter": 2_000,
        "timeout": 60,
        "graceful_timeout": 5,
        "keepalive": 5,
        "control_socket_disable": True,  # else all instances of a user share one in the home folder
        "worker_tmp_dir": SHARED_MEMORY if Path(SHARED_MEMORY).is_dir() else None,
        "logger_class": Log,
        "loglevel": "warning",
        "post_fork": after_fork,
        "child_exit": forget_process,
    }


def prepare_metrics() -> Path:
    """An empty folder where the web processes put their counts; prometheus must find its name when imported."""
    parent = SHARED_MEMORY if Path(SHARED_MEMORY).is_dir() else None
    folder = Path(tempfile.mkdtemp(prefix="igny8-metrics-", dir=parent))
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)
    return folder


def after_fork(server: Any, worker: Any) -> None:
    from igny8.db import get_engine

    get_engine().dispose(close=False)
    sys.setswitchinterval(SWITCH_S)


def forget_process(server: Any, worker: Any) -> None:
    from prometheus_client.multiprocess import mark_process_dead

    mark_process_dead(worker.pid)  # type: ignore[no-untyped-call] # the library has no types there
