"""Workers, Redis and whole engines die in the middle of jobs: every job is done, its result and cost are stored once.

One engine takes all the kills together, since each means waiting for a lease to run out.
"""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from redis import Redis
from stack.engine import Engine
from stack.process import Process, free_port

from .conftest import is_alive, open_site, read_diary, wait_for_start

BACK_WITHIN_S = 15  # the figure, from the kill to the second start
RUN_S = 6.0

Killed = dict[str, Any]


@pytest.fixture(scope="module")
def engine(start_engine: Callable[..., Engine]) -> Engine:
    return start_engine(IGNY8_IO_WORKERS="4")


@pytest.fixture(scope="module")
def killed(engine: Engine) -> dict[str, Killed]:
    """A job each whose worker's parent, child or both were killed with -9, all at the same time, and its end."""
    site = open_site(engine)
    flaky = site.start("test.spend")
    jobs: dict[str, Killed] = {who: site.start("test.sleep", seconds=RUN_S) for who in ("parent", "child", "both")}
    runs = {who: wait_for_start(job) for who, job in jobs.items()}
    for who, (child, parent, _) in runs.items():
        for pid in [parent] * (who != "child") + [child] * (who != "parent"):
            os.kill(pid, signal.SIGKILL)
        jobs[who] |= {"killed_at": time.time(), "child": child}
    for job in jobs.values():
        job["second"] = wait_for_start(job, runs=2)
        job["orphan"] = is_alive(job["child"])
    for job in [*jobs.values(), flaky]:
        job["final"] = site.wait(job["id"], timeout_s=40)
    return jobs | {"flaky": flaky}


@pytest.mark.parametrize("who", ["parent", "child", "both"])
def test_a_killed_job_is_back_on_another_worker_and_done_once(killed: dict[str, Killed], who: str) -> None:
    job = killed[who]
    pid, _, at = job["second"]
    took_s = at - job["killed_at"]
    print(f"back {took_s:.1f} s after kill -9 of the {who}")
    assert took_s <= BACK_WITHIN_S
    assert not job["orphan"]
    assert pid != job["child"]
    assert len(read_diary(job, "start")) == 2
    assert len(read_diary(job, "end")) == 1
    final = job["final"]
    assert (final["status"], final["attempts"], final["output"]["pid"]) == ("done", 2, pid)


def test_a_retry_waits_and_adds_up_what_was_spent(killed: dict[str, Killed]) -> None:
    final = killed["flaky"]["final"]
    assert (final["status"], final["attempts"]) == ("done", 2)
    usage = final["usage"]
    assert (usage["model"], usage["tokens_in"], usage["tokens_out"], usage["cost_usd"]) == ("test/model", 200, 20, 1.0)
    first, second = (at for *_, at in read_diary(killed["flaky"], "start"))
    assert 9 < second - first < 25


def test_a_job_that_kills_every_worker_fails_in_the_end(engine: Engine) -> None:
    site = open_site(engine)
    job = site.start("test.sleep", seconds=30)
    for attempt in (1, 2, 3):
        child, *_ = wait_for_start(job, runs=attempt)
        os.kill(child, signal.SIGKILL)
    final = site.wait(job["id"])
    assert (final["status"], final["error"]["code"], final["attempts"]) == ("failed", "worker_lost", 3)


def test_jobs_go_on_after_the_whole_engine_was_restarted(start_engine: Callable[..., Engine]) -> None:
    engine = start_engine(IGNY8_IO_WORKERS="1")
    site = open_site(engine)
    running, waiting = site.start("test.sleep", seconds=RUN_S), site.start("test.sleep")
    wait_for_start(running)
    engine.stop()
    engine.start()
    for job in (running, waiting):
        final = site.wait(job["id"], timeout_s=40)
        assert (final["status"], final["attempts"]) == ("done", 1)  # it was given back, which is nobody's fault
        assert len(read_diary(job, "end")) == 1


def test_open_jobs_survive_a_redis_that_forgot_everything(start_engine: Callable[..., Engine], tmp_path: Path) -> None:
    redis = RedisServer(tmp_path)
    engine = start_engine(IGNY8_IO_WORKERS="1", IGNY8_REDIS_URL=redis.url)
    site = open_site(engine)
    running = site.start("test.sleep", seconds=4)
    waiting = [site.start("test.sleep", note=str(number)) for number in range(3)]
    wait_for_start(running)
    redis.kill()
    posted = site.start("test.sleep", note="while it was away")
    assert site.ask("GET", "/ready").json()["checks"]["redis"] == "cannot be reached"
    redis.start()
    for job in (running, *waiting, posted):
        assert site.wait(job["id"], timeout_s=45)["status"] == "done"
        assert len(read_diary(job, "end")) == 1
    redis.kill()


class RedisServer:
    """Debian's redis-server without persistence: a restart has forgotten everything."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.start()

    def start(self) -> None:
        command = [shutil.which("redis-server") or "redis-server", "--port", str(self.port), "--bind", "127.0.0.1"]
        self.process = Process([*command, "--save", "", "--appendonly", "no"], self.folder / "redis.log")
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            try:
                Redis.from_url(self.url).ping()
                return
            except OSError:
                time.sleep(0.05)
            except Exception:  # redis-py's own type of refusal
                time.sleep(0.05)

    def kill(self) -> None:
        self.process.popen.kill()
        self.process.popen.wait()
