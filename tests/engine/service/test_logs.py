"""Logs are JSON lines that carry the request's id from the web process to the worker, and never a secret."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from igny8.config import Settings, get_settings
from igny8.logs import redact
from stack.engine import Engine

from .conftest import open_site


def read_log(folder: Path) -> list[dict[str, Any]]:
    lines = (folder / "engine.log").read_text().splitlines()
    return [json.loads(line) for line in lines if line.startswith("{")]


def test_a_request_is_followed_into_the_worker_and_no_key_is_told(start_engine: Callable[..., Engine]) -> None:
    secret = "sk-verysecretmodelkey1234"
    engine = start_engine(IGNY8_API_KEY=secret, IGNY8_IO_WORKERS="1")
    site = open_site(engine)
    site.ask("GET", f"/v1/jobs?operation={site.key}")
    site.ask("GET", f"/v1/{site.key}/{secret}", headers={"X-Request-Id": site.key})
    job = site.start("test.crash", note=f"{secret} and {site.key}")
    final = site.wait(job["id"])
    engine.stop()
    text = (engine.folder / "engine.log").read_text()
    assert site.key.split("_")[2] not in text
    assert secret not in text
    lines = [line for line in read_log(engine.folder) if line.get("request_id") == final["request_id"]]
    assert {line["process"] for line in lines} == {"web", "worker-io"}
    assert {line["job"] for line in lines} == {job["id"]}
    assert any("Traceback" in line.get("exception", "") for line in lines)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({"authorization": "x"}, {"authorization": "***"}),
        ({"deep": [{"api_key": "x", "tokens_in": 5}]}, {"deep": [{"api_key": "***", "tokens_in": 5}]}),
        ("mysql+pymysql://user:pa55@host/db", "mysql+pymysql://user:***@host/db"),
        ("redis://:pa55@host:6379/0", "redis://:***@host:6379/0"),
        ("Authorization: Bearer abcdefgh12345", "Authorization: Bearer ***"),
        ("key igny8_abcdefgh_0123abcd end", "key igny8_abcdefgh_*** end"),
    ],
)
def test_secrets_are_starred_out_wherever_they_stand(given: Any, wanted: Any) -> None:
    assert redact(given) == wanted


def test_a_settings_secret_does_not_print(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IGNY8_API_KEY", "hunter2")
    get_settings.cache_clear()
    assert "hunter2" not in repr(Settings())
    get_settings.cache_clear()
