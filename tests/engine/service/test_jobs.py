"""Jobs over HTTP, on SQLite and on MariaDB: posted once, run once, listed, cancelled, timed out, told apart by site."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from .conftest import Site, add_site, is_alive, read_diary, wait_for_start

BLUEPRINT = {"site_name": "Northwind", "site_type": "ecommerce", "sectors": ["dog-supplies"]}


def test_a_job_runs_and_keeps_its_request_id(site: Site) -> None:
    body = {"operation": "sag.build_blueprint", "input": BLUEPRINT}
    answer = site.ask("POST", "/v1/jobs", json=body, headers={"X-Request-Id": "from-the-plugin"})
    assert answer.status_code == 202
    assert answer.headers["X-Request-Id"] == "from-the-plugin"
    job = site.wait(answer.json()["id"])
    assert (job["status"], job["error"], job["attempts"]) == ("done", None, 1)
    assert job["output"]["site_name"] == "Northwind"
    assert job["request_id"] == "from-the-plugin"
    assert job["created_at"] <= job["started_at"] <= job["finished_at"]
    assert job["finished_at"].endswith("Z")


def test_the_same_input_gives_the_same_job(site: Site) -> None:
    first = site.post("sag.build_blueprint", BLUEPRINT | {"site_name": "Twice"})
    again = site.post("sag.build_blueprint", BLUEPRINT | {"site_name": "Twice"})
    assert (first.status_code, again.status_code) == (202, 200)
    assert first.json()["id"] == again.json()["id"]
    other = site.post("sag.build_blueprint", BLUEPRINT | {"site_name": "Other"})
    assert other.json()["id"] != first.json()["id"]


def test_a_key_names_one_job_and_refuses_another_input(site: Site) -> None:
    first = site.post("sag.build_blueprint", BLUEPRINT, "press-1")
    assert site.post("sag.build_blueprint", BLUEPRINT, "press-1").json()["id"] == first.json()["id"]
    refused = site.post("sag.build_blueprint", BLUEPRINT | {"site_name": "Else"}, "press-1")
    assert refused.status_code == 409
    assert refused.json()["code"] == "idempotency_conflict"
    assert "idempotency_key" in refused.json()["fields"]


def test_two_tabs_pressing_together_start_one_job(site: Site) -> None:
    def press(_: int) -> Any:
        return site.post("test.sleep", {"diary": str(site.folder / "tabs")}, "two-tabs").json()["id"]

    with ThreadPoolExecutor(12) as tabs:
        assert len(set(tabs.map(press, range(12)))) == 1
    job = site.ask("GET", "/v1/jobs?operation=test.sleep&limit=1").json()["jobs"][0]
    site.wait(job["id"])
    assert len(read_diary({"diary": site.folder / "tabs"}, "start")) == 1


def test_inline_operations_answer_at_once(site: Site) -> None:
    done = site.post("test.inline", {"diary": str(site.folder / "inline"), "note": "here"})
    assert (done.status_code, done.json()["status"], done.json()["output"]["note"]) == (200, "done", "here")
    assert site.job(done.json()["id"])["output"] == done.json()["output"]
    assert site.post("test.inline", {"diary": str(site.folder / "inline"), "note": "here"}).json() == done.json()
    failed = site.post("test.inline_refuse", {"diary": ""})
    assert (failed.status_code, failed.json()["status"]) == (200, "failed")
    assert failed.json()["error"]["code"] == "refused"
    assert failed.json()["error"]["fields"] == {"note": "Never right."}


def test_a_refusal_is_told_and_frees_the_key(site: Site) -> None:
    first = site.post("test.refuse", {"diary": ""}, "again").json()["id"]
    job = site.wait(first)
    assert (job["status"], job["error"]["code"], job["attempts"]) == ("failed", "refused", 1)
    assert site.post("test.refuse", {"diary": ""}, "again").json()["id"] != first


def test_a_crash_is_told_without_its_inside(site: Site) -> None:
    job = site.start("test.crash", note="hunter2")
    job = site.wait(job["id"])
    assert (job["status"], job["error"]["code"]) == ("failed", "internal_error")
    assert "hunter2" not in str(job)
    assert job["request_id"] in job["error"]["message"]


def test_a_job_over_its_time_is_stopped(site: Site) -> None:
    job = site.wait(site.start("test.short", seconds=20)["id"], timeout_s=15)
    assert (job["status"], job["error"]["code"]) == ("failed", "timeout")


def test_progress_is_seen_while_it_runs(site: Site) -> None:
    job = site.start("test.sleep", seconds=8)
    seen = site.wait(job["id"], until=lambda seen: seen["progress"]["done"] > 0)
    assert (seen["status"], seen["progress"]["total"], seen["progress"]["message"]) == ("running", 10, "Sleeping")
    site.ask("DELETE", f"/v1/jobs/{job['id']}")


def test_a_running_job_is_cancelled(site: Site) -> None:
    job = site.start("test.sleep", seconds=30)
    pid, *_ = wait_for_start(job)
    cancelled = site.ask("DELETE", f"/v1/jobs/{job['id']}")
    assert (cancelled.status_code, cancelled.json()["status"]) == (200, "cancelled")
    deadline = time.monotonic() + 10
    while is_alive(pid):
        assert time.monotonic() < deadline, "the run goes on"
        time.sleep(0.1)
    assert site.job(job["id"])["status"] == "cancelled"
    assert read_diary(job, "end") == []


def test_a_waiting_job_is_cancelled_and_never_runs(site: Site) -> None:
    blockers = [site.start("test.sleep", seconds=4) for _ in range(2)]
    for blocker in blockers:
        wait_for_start(blocker)
    waiting = site.start("test.sleep")
    assert site.job(waiting["id"])["status"] == "queued"
    assert site.ask("DELETE", f"/v1/jobs/{waiting['id']}").json()["status"] == "cancelled"
    for blocker in blockers:
        site.ask("DELETE", f"/v1/jobs/{blocker['id']}")
    site.wait(site.start("test.sleep")["id"])  # the queue has passed the place where it stood
    assert read_diary(waiting, "start") == []


def test_a_finished_job_stays_as_it_is(site: Site) -> None:
    job = site.wait(site.start("test.sleep")["id"])
    assert site.ask("DELETE", f"/v1/jobs/{job['id']}").json() == job


def test_another_sites_job_is_not_there(site: Site, stranger: Site) -> None:
    job = site.start("test.sleep")
    for method in ("GET", "DELETE"):
        refused = stranger.ask(method, f"/v1/jobs/{job['id']}")
        assert (refused.status_code, refused.json()["code"]) == (404, "job_not_found")
    assert stranger.ask("GET", f"/v1/jobs?ids={job['id']}").json() == {"jobs": [], "next_cursor": None}
    assert site.wait(job["id"])["status"] == "done"


def test_equal_wishes_of_two_sites_are_two_jobs(site: Site, stranger: Site) -> None:
    given = BLUEPRINT | {"site_name": "Common"}
    mine, theirs = (who.post("sag.build_blueprint", given, "same-key").json()["id"] for who in (site, stranger))
    assert mine != theirs


def test_the_list_goes_by_pages_and_filters(site: Site) -> None:
    given = {"diary": str(site.folder / "list")}
    ids = [site.post("test.inline", given | {"note": str(number)}).json()["id"] for number in range(5)]
    first = site.ask("GET", "/v1/jobs?operation=test.inline&status=done&limit=3").json()
    second = site.ask("GET", f"/v1/jobs?operation=test.inline&limit=100&cursor={first['next_cursor']}").json()
    listed = [job["id"] for job in first["jobs"] + second["jobs"]]
    assert set(ids) <= set(listed)
    assert listed == sorted(listed, reverse=True)
    assert "output" not in first["jobs"][0]
    assert {job["id"] for job in site.ask("GET", f"/v1/jobs?ids={ids[0]},{ids[1]}").json()["jobs"]} == set(ids[:2])


@pytest.fixture(scope="session")
def stranger(site: Site) -> Site:
    """A site of another account on the same engine."""
    return add_site(site, "--account", "other")
