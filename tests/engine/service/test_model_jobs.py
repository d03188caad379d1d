"""A job with a model goes through an `ai` worker: prose comes back, with what it cost on the row."""

from __future__ import annotations

import json
from collections.abc import Callable

from engine.stub_openai import StubOpenAI
from stack.engine import Engine
from stack.wordpress import ROOT

from .conftest import open_site


def test_a_draft_is_written_by_the_ai_worker(start_engine: Callable[..., Engine]) -> None:
    stub = StubOpenAI()
    stub.start()
    env = {"IGNY8_MODEL": "openai/stub", "IGNY8_API_BASE": stub.url, "IGNY8_API_KEY": "sk-stub-secret-key"}
    site = open_site(start_engine(IGNY8_IO_WORKERS="1", **env))
    assert site.ask("GET", "/ready").json()["checks"]["workers_ai"] == "ok"
    assert site.ask("GET", "/v1/site").json()["engine"]["model"] == "openai/stub"
    example = json.loads((ROOT / "engine" / "contracts" / "examples" / "writing.draft.json").read_text())
    job = site.wait(site.post("writing.draft", example["input"]).json()["id"], timeout_s=60)
    assert (job["status"], job["error"]) == ("done", None)
    assert job["output"]["document"]["state"] == "draft"
    assert job["usage"]["model"] == "openai/stub"
    assert job["usage"]["prompt_version"]
    assert job["usage"]["tokens_in"] > 0
    assert job["usage"]["tokens_out"] > 0
    assert "sk-stub-secret-key" not in (site.folder / "engine.log").read_text()
    stub.stop()
