"""An article as prose, the whole way: WordPress → engine → LiteLLM → a provider (a stub over HTTP) → a draft."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from engine.stub_openai import StubOpenAI, run_stub
from stack.engine import Engine
from stack.process import free_port
from stack.wordpress import WordPress


@pytest.fixture(scope="module")
def provider() -> Iterator[StubOpenAI]:
    with run_stub() as stub:
        yield stub


@pytest.fixture(scope="module")
def site(
    provider: StubOpenAI, make_site: Callable[..., WordPress], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[WordPress]:
    env = {"IGNY8_MODEL": "openai/stub", "IGNY8_API_BASE": provider.url, "IGNY8_API_KEY": "not-a-real-key"}
    engine = Engine(Path(tmp_path_factory.mktemp("prose")), free_port(), env)
    engine.start()
    wordpress = make_site(title="Northwind Dental")
    key = engine.add_site("Northwind Dental", wordpress.url)
    wordpress.wp("igny8", "engine", "connect", engine.url, f"--key={key}")
    wordpress.wp("igny8", "blueprint", "create", "--site-name=Northwind Dental", "--sectors=dentist")
    wordpress.wp("igny8", "blueprint", "apply")
    wordpress.wp("igny8", "content", "plan")
    yield wordpress
    engine.stop()


def list_articles(site: WordPress) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads(
        site.wp("igny8", "content", "list", "--kind=article", "--per-page=3", "--format=json")
    )
    return rows


def test_an_article_is_drafted_in_prose_and_waits_for_its_owner(site: WordPress, provider: StubOpenAI) -> None:
    page = str(list_articles(site)[0]["id"])
    site.wp("igny8", "content", "draft", page)
    row = json.loads(site.wp("igny8", "content", "show", page, "--format=json"))
    assert row["state"] == "draft"
    assert row["page_status"] == "drafted"
    assert "<!-- wp:paragraph -->" in row["content"]
    assert len(provider.requests) >= 1


def test_a_provider_that_never_answers_in_shape_leaves_a_task_to_retry(site: WordPress, provider: StubOpenAI) -> None:
    page = str(list_articles(site)[1]["id"])
    provider.script("always-wrong-schema")
    result = site.run("igny8", "content", "draft", page)
    provider.script()
    assert result.returncode == 1
    assert "model" in result.stderr.lower()
    row = json.loads(site.wp("igny8", "content", "show", page, "--format=json"))
    assert row["object_id"] == 0

    site.wp("igny8", "content", "draft", page)
    assert json.loads(site.wp("igny8", "content", "show", page, "--format=json"))["state"] == "draft"
