"""Real engines for the tests of the service: `igny8 up` on SQLite or MariaDB, knowing the operations of this folder."""

from __future__ import annotations

import json
import os
import subprocess
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import requests
from stack.engine import IGNY8, Engine
from stack.mariadb import MariaDB
from stack.process import free_port
from stack.wordpress import ROOT

EXTRA = {"IGNY8_EXTRA_OPERATIONS": '["engine.service.slow_operations"]', "PYTHONPATH": str(ROOT / "tests")}
OPEN = ("queued", "running")


@dataclass
class Site:
    """A site's view of a running engine."""

    url: str
    key: str
    folder: Path
    env: dict[str, str] = field(default_factory=dict)
    session: requests.Session = field(default_factory=requests.Session)

    def ask(self, method: str, path: str, *, key: str | None = None, **options: Any) -> requests.Response:
        headers = {"Authorization": f"Bearer {key or self.key}", **options.pop("headers", {})}
        return self.session.request(method, self.url + path, headers=headers, timeout=20, **options)

    def post(self, operation: str, given: dict[str, Any], idempotency_key: str | None = None) -> requests.Response:
        body = {"operation": operation, "input": given}
        return self.ask(
            "POST", "/v1/jobs", json=body | ({"idempotency_key": idempotency_key} if idempotency_key else {})
        )

    def start(self, operation: str, **given: Any) -> dict[str, Any]:
        """A new job of a slow operation, with a diary of its own under `job["diary"]`."""
        diary = self.folder / f"diary-{uuid.uuid4()}"
        answer = self.post(operation, {"diary": str(diary), **given})
        assert answer.status_code == 202, answer.text
        return answer.json() | {"diary": diary}

    def job(self, job_id: str) -> dict[str, Any]:
        return dict(self.ask("GET", f"/v1/jobs/{job_id}").json())

    def wait(
        self, job_id: str, timeout_s: float = 30, until: Callable[[dict[str, Any]], bool] | None = None
    ) -> dict[str, Any]:
        """The job once it is finished, or once `until` says so."""
        deadline = time.monotonic() + timeout_s
        while time.monotonic() < deadline:
            job = self.job(job_id)
            if until(job) if until else job["status"] not in OPEN:
                return job
            time.sleep(0.1)
        raise AssertionError(f"still {json.dumps(self.job(job_id))[:400]} after {timeout_s} s")


def read_diary(job: dict[str, Any], word: str) -> list[tuple[int, int, float]]:
    """(pid, parent, time) of every run of a slow operation that started or ended."""
    path = Path(job["diary"])
    lines = path.read_text().splitlines() if path.exists() else []
    return [
        (int(pid), int(parent), float(at)) for kind, pid, parent, at in (line.split() for line in lines) if kind == word
    ]


def wait_for_start(job: dict[str, Any], runs: int = 1, timeout_s: float = 30) -> tuple[int, int, float]:
    deadline = time.monotonic() + timeout_s
    while len(read_diary(job, "start")) < runs:
        assert time.monotonic() < deadline, f"run {runs} did not start within {timeout_s} s"
        time.sleep(0.05)
    return read_diary(job, "start")[runs - 1]


def open_site(engine: Engine, name: str = "Shop") -> Site:
    site = Site(engine.url, engine.add_site(name, "http://shop.test"), engine.folder, engine.env)
    deadline = time.monotonic() + 30
    while not site.ask("GET", "/ready").ok:
        assert time.monotonic() < deadline, site.ask("GET", "/ready").text
        time.sleep(0.1)
    return site


def run_cli(site: Site, *arguments: str) -> subprocess.CompletedProcess[str]:
    """An `igny8` command beside the site's engine."""
    env = {**os.environ, **site.env, "IGNY8_DATA_DIR": str(site.folder)}
    return subprocess.run([str(IGNY8), *arguments], capture_output=True, text=True, check=False, env=env)


def add_site(site: Site, *options: str) -> Site:
    """A further site of the same engine."""
    added = run_cli(site, "site", "add", "--name", "Rival", "--url", "http://rival.test", "--json", *options)
    return Site(site.url, json.loads(added.stdout)["key"], site.folder, site.env)


def is_alive(pid: int) -> bool:
    status = Path(f"/proc/{pid}/status")
    return status.exists() and "State:\tZ" not in status.read_text()


@pytest.fixture(scope="session")
def start_engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Engine]]:
    """Starts engines that know the slow operations; all end with the session."""
    started: list[Engine] = []

    def start(**env: str) -> Engine:
        engine = Engine(tmp_path_factory.mktemp("service"), free_port(), EXTRA | env)
        engine.start()
        started.append(engine)
        return engine

    yield start
    with ThreadPoolExecutor(8) as pool:  # each takes a second or two to sign off
        list(pool.map(Engine.stop, started))


@pytest.fixture(scope="session", params=["sqlite", "mariadb"])
def site(request: pytest.FixtureRequest, start_engine: Callable[..., Engine]) -> Site:
    """A site of an engine on each database."""
    env = {}
    if request.param == "mariadb":
        server: MariaDB = request.getfixturevalue("mariadb")
        env["IGNY8_DATABASE_URL"] = f"mysql+pymysql://{server.create('service')}"
    return open_site(start_engine(**env))
