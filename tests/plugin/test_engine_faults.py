"""On the command line an engine that fails is said in words, ends with status 1, stores nothing and stays retryable."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from plugin.bad_engine import BadEngine, run_bad_engine
from stack.engine import Engine
from stack.wordpress import WordPress

KEY = "igny8_abcd1234_NotARealKeyButLongEnough"
JOB = {"id": "j1", "operation": "sag.build_blueprint", "status": "done", "progress": None, "error": None}
FAULTS: dict[str, tuple[int, object, str]] = {
    "500": (500, {"code": "internal_error", "message": "Boom."}, "engine_error"),
    "a proxy's error page": (502, "<html><h1>Bad Gateway</h1></html>", "engine_error"),
    "garbage": (200, "<html>Welcome to nginx!</html>", "engine_garbled"),
    "truncated JSON": (200, '{"id": "j1", "status": "do', "engine_garbled"),
    "something that is no job": (200, {"hello": "world"}, "engine_contract"),
    "an answer that breaks the contract": (200, {**JOB, "output": {"pages": "none"}}, "engine_contract"),
    "a revoked key": (401, {"code": "key_revoked", "message": "This key was revoked."}, "engine_refused"),
    "too much": (413, {"code": "body_too_large", "message": "At most 2 MB."}, "engine_refused"),
    "too often": (429, {"code": "rate_limited", "message": "Wait."}, "engine_busy"),
    "a foreign site's job": (404, {"code": "job_not_found", "message": "There is no such job."}, "engine_refused"),
}


@pytest.fixture(scope="module")
def bad_engine() -> Iterator[BadEngine]:
    with run_bad_engine() as engine:
        yield engine


@pytest.fixture(scope="module")
def site(make_site: Callable[..., WordPress], bad_engine: BadEngine) -> WordPress:
    site = make_site()
    site.wp("igny8", "engine", "connect", bad_engine.url, f"--key={KEY}")
    return site


def create(site: WordPress) -> str:
    """Asks for a blueprint, which must fail in order; gives what was said."""
    result = site.run("igny8", "blueprint", "create", "--sectors=dog-supplies", "--format=json")
    assert (result.returncode, result.stdout) == (1, "")
    assert json.loads(site.wp("igny8", "blueprint", "list", "--format=json")) == []
    assert "Fatal" not in result.stderr and "Warning: Undefined" not in result.stderr
    return result.stderr


def failed_job(site: WordPress) -> dict[str, object]:
    jobs = json.loads(site.wp("igny8", "engine", "jobs", "--format=json", "--fields=id,status,operation"))
    job: dict[str, object] = jobs[0]
    assert (job["status"], job["operation"]) == ("failed", "blueprint.create")
    return job


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_said_and_nothing_is_stored(fault: str, site: WordPress, bad_engine: BadEngine) -> None:
    bad_engine.status, bad_engine.body, code = FAULTS[fault]
    said = create(site)
    assert f"[{code}]" in said
    assert f"wp igny8 engine retry-job {failed_job(site)['id']}" in said


def test_a_slow_engine_is_given_up_after_fifteen_seconds(site: WordPress, bad_engine: BadEngine) -> None:
    bad_engine.is_silent = True
    said = create(site)
    bad_engine.is_silent = False
    assert "did not answer within 15 seconds" in said and "[engine_timeout]" in said


def test_what_failed_can_be_retried_once_the_engine_is_well(site: WordPress, engine: Engine) -> None:
    job = failed_job(site)
    site.wp("igny8", "engine", "connect", engine.url, f"--key={engine.add_site('Faulty', site.url)}")
    retried = json.loads(site.wp("igny8", "engine", "retry-job", str(job["id"]), "--format=json"))
    assert retried["id"] == job["id"]
    site.wp("igny8", "blueprint", "create", "--sectors=dog-supplies")
    assert len(json.loads(site.wp("igny8", "blueprint", "list", "--format=json"))) == 1


def test_a_job_of_nobody_is_not_found(site: WordPress) -> None:
    result = site.run("igny8", "engine", "retry-job", "999999")
    assert (result.returncode, result.stdout) == (1, "")
    assert "[job_not_found]" in result.stderr


def test_an_engine_that_is_gone_is_said_with_its_address(site: WordPress, bad_engine: BadEngine) -> None:
    result = site.run("igny8", "engine", "connect", "http://127.0.0.1:9", f"--key={KEY}")
    assert (result.returncode, result.stdout) == (1, "")
    assert "http://127.0.0.1:9 cannot be reached" in result.stderr
    assert bad_engine.url not in site.wp("igny8", "engine", "status", "--format=json"), "The working one stays."
    assert json.loads(site.wp("igny8", "engine", "status", "--format=json"))["is_working"] is True
