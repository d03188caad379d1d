"""Templates and refinements by a model: through the real LiteLLM against a stub provider over HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from engine.stub_openai import StubOpenAI, run_stub
from igny8 import db
from igny8.config import get_settings
from igny8.llm import ModelChoice
from igny8.operations import OperationError, QuietContext
from igny8.sag.catalog import find_sector, search
from igny8.sag.gate import find_faults
from igny8.sag.generate import generate_template
from igny8.sag.refine import refine_clusters, suggest_keywords
from igny8.sag.refine_shape import RefineInput
from igny8.sag.template import Sector
from pydantic import SecretStr
from sag.build import blueprint_of, shipped


@pytest.fixture(scope="module")
def stub() -> Iterator[StubOpenAI]:
    with run_stub() as running:
        yield running


@pytest.fixture(autouse=True)
def own_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")  # LiteLLM honours HTTP_PROXY even for loopback
    monkeypatch.setenv("IGNY8_DATA_DIR", str(tmp_path))
    get_settings.cache_clear()
    db.get_engine.cache_clear()
    yield
    get_settings.cache_clear()
    db.get_engine.cache_clear()


def generate(stub: StubOpenAI, name: str = "Bridge tuning", context: QuietContext | None = None) -> tuple[Sector, int]:
    choice = ModelChoice("openai/stub", stub.url, SecretStr("sk-test"), 20.0)
    return generate_template(name, "", "local_services", "en_US", context or QuietContext(), choice)


def test_a_generated_template_passes_the_gate_and_is_kept_for_the_next_who_asks(stub: StubOpenAI) -> None:
    stub.script("ok")
    context = QuietContext()
    template, attempts = generate(stub, context=context)
    assert (template.slug, template.origin, attempts) == ("bridge-tuning", "ai_generated", 1)
    assert find_faults(template) == []
    assert context.usage.prompt_version == "template@1" and context.usage.tokens_out > 0
    assert generate(stub) == (template, 0) and len(stub.requests) == 1
    assert find_sector("Bridge Tuning") == template
    assert len(blueprint_of("bridge-tuning", site_type="local_services").clusters) > 5
    assert [entry.slug for entry in search("bridge tuning")] == ["bridge-tuning"]


def test_a_trade_with_a_shipped_template_asks_no_model(stub: StubOpenAI) -> None:
    stub.script("ok")
    assert generate(stub, "Dental clinic")[0].slug == "dentist" and stub.requests == []


def test_faults_of_the_gate_are_shown_to_the_model_and_mended(stub: StubOpenAI) -> None:
    stub.script("below-gate")
    assert generate(stub)[1] == 2
    assert "0 aliases" in stub.requests[1]["messages"][-1]["content"]


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("always-below-gate", "template_below_gate"),
        ("always-wrong-schema", "model_output_invalid"),
        ("refusal", "model_refused"),
        ("401", "model_unauthorized"),
    ],
)
def test_a_bad_answer_keeps_nothing(fault: str, code: str, stub: StubOpenAI) -> None:
    stub.script(fault)
    with pytest.raises(OperationError) as caught:
        generate(stub)
    assert caught.value.code == code
    assert find_sector("Bridge tuning") is None


def brief(count: int = 12) -> RefineInput:
    blueprint = shipped("plumber")
    clusters = [
        {
            "id": cluster.id, "type": cluster.type, "title": cluster.title,
            "keywords": [keyword.phrase for keyword in blueprint.keywords if keyword.cluster == cluster.id],
        }
        for cluster in blueprint.clusters[:count]
    ]  # fmt: skip
    return RefineInput.model_validate(
        {"site_name": "X", "site_type": "local_services", "sectors": ["Plumber"], "clusters": clusters}
    )


def test_a_review_proposes_and_what_does_not_fit_is_refused_by_name(stub: StubOpenAI) -> None:
    stub.script("ok")
    given, context = brief(), QuietContext()
    found = refine_clusters(given, context, ModelChoice("openai/stub", stub.url, SecretStr("sk-test")))
    assert [(change.decision.action, change.decision.cluster) for change in found.changes] == [
        ("drop", given.clusters[-1].id),
        ("rename", given.clusters[0].id),
    ]
    assert {change.decision.source for change in found.changes} == {"ai"}
    assert found.changes[1].before == given.clusters[0].title and found.changes[1].after.endswith("explained")
    assert any("c999" in text for text in found.refused) and any("another cluster" in text for text in found.refused)
    assert context.usage.prompt_version == "refine@1"


def test_a_review_that_drops_too_much_is_not_trusted(stub: StubOpenAI) -> None:
    stub.script("drops-all")
    found = refine_clusters(brief(), QuietContext(), ModelChoice("openai/stub", stub.url, SecretStr("sk-test")))
    assert not [change for change in found.changes if change.decision.action == "drop"]
    assert "12 of 12" in found.refused[-1]


def test_more_keywords_are_checked_and_none_stands_twice(stub: StubOpenAI) -> None:
    stub.script("ok")
    given = brief()
    found = suggest_keywords(given, QuietContext(), ModelChoice("openai/stub", stub.url, SecretStr("sk-test")))
    assert all(len(change.decision.keywords) == 1 for change in found.changes) and found.changes
    assert any("twice in a row" in text for text in found.refused)
    assert any("no search phrase" in text for text in found.refused)


def test_many_clusters_are_asked_about_in_batches(stub: StubOpenAI) -> None:
    stub.script("ok")
    given = brief(12)
    many = given.model_copy(
        update={
            "clusters": [
                cluster.model_copy(update={"id": f"{cluster.id}-{n}", "title": f"{cluster.title} {n}"})
                for n in range(5)
                for cluster in given.clusters
            ]
        }
    )
    refine_clusters(many, QuietContext(), ModelChoice("openai/stub", stub.url, SecretStr("sk-test")))
    assert len(stub.requests) == 2
