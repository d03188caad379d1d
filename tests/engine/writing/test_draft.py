"""Drafts through the real LiteLLM against a stub provider over HTTP, with every fault a provider has shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from engine.stub_openai import StubOpenAI
from igny8.llm import ModelChoice
from igny8.operations import OperationError, QuietContext
from igny8.prompts import PACKAGE, fill, load_prompt, read_prompt
from igny8.writing.context import PageInput
from igny8.writing.document import Document
from igny8.writing.draft import write_draft
from igny8.writing.draft_prompt import make_messages
from igny8.writing.runs import list_texts
from pydantic import SecretStr

KEY = "sk-a-key-that-must-not-leak"
EXAMPLE = json.loads((Path(__file__).parent / "example_input.json").read_text("utf-8"))


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")  # LiteLLM honours HTTP_PROXY even for loopback


@pytest.fixture
def given() -> PageInput:
    return PageInput.model_validate(EXAMPLE)


def draft(given: PageInput, stub: StubOpenAI, context: QuietContext, timeout_s: float = 20.0) -> Document:
    return write_draft(given, context, ModelChoice("openai/stub", stub.url, SecretStr(KEY), timeout_s))


def test_a_draft_is_a_typed_document_about_its_page(given: PageInput, stub: StubOpenAI) -> None:
    stub.script("ok")
    context = QuietContext()
    document = draft(given, stub, context)
    assert document.state == "draft" and document.page == given.page.id
    assert len(document.meta_title) <= 60 and len(document.meta_description) <= 160
    assert context.usage.model == "openai/stub"
    assert context.usage.prompt_version == load_prompt("writing", "draft").label
    assert context.usage.tokens_in > 0 and context.usage.tokens_out > 0
    assert context.usage.cost_usd == 0  # the stub's model has no price
    sent = stub.requests[0]
    assert sent["response_format"]["type"] == "json_schema"
    assert given.page.title in sent["messages"][1]["content"]


def test_a_known_model_has_its_price_on_the_usage(given: PageInput, stub: StubOpenAI) -> None:
    stub.script("ok")
    context = QuietContext()
    write_draft(given, context, ModelChoice("openai/gpt-4o-mini", stub.url, SecretStr(KEY)))
    assert context.usage.cost_usd > 0


def test_links_go_to_known_neighbours_only_and_once(given: PageInput, stub: StubOpenAI) -> None:
    stub.script("ok")
    document = draft(given, stub, QuietContext())
    linked = [
        run.page for s in document.sections for b in s.blocks for text in list_texts(b) for run in text if run.page
    ]
    assert linked and set(linked) <= {other.page for other in given.neighbours}
    assert len(set(linked)) == len(linked)


# fault script → HTTP calls made
RECOVERED = {
    ("429",): 2,
    ("500",): 2,
    ("html",): 2,
    ("hang",): 2,
    ("wrong-schema",): 2,
    ("cut-json",): 2,
    ("400-format",): 2,
    ("fenced",): 1,
}


@pytest.mark.parametrize("faults", list(RECOVERED), ids=lambda faults: faults[0])
def test_one_fault_is_overcome(faults: tuple[str, ...], given: PageInput, stub: StubOpenAI) -> None:
    stub.script(*faults)
    document = draft(given, stub, QuietContext(), timeout_s=0.7 if "hang" in faults else 20.0)
    assert document.state == "draft"
    assert len(stub.requests) == RECOVERED[faults]


# fault → code, retryable, HTTP calls, whether tokens were spent
FAILED = {
    "always-429": ("model_rate_limited", True, 3, False),
    "429-long": ("model_rate_limited", True, 1, False),
    "always-500": ("model_unavailable", True, 3, False),
    "always-html": ("model_unavailable", True, 3, False),
    "always-hang": ("model_timeout", True, 3, False),
    "401": ("model_unauthorized", False, 1, False),
    "truncated": ("model_answer_truncated", False, 1, True),
    "always-wrong-schema": ("model_output_invalid", False, 2, True),
    "always-cut-json": ("model_output_invalid", False, 2, True),
    "empty": ("model_answer_empty", True, 1, True),
    "refusal": ("model_refused", False, 1, True),
}


@pytest.mark.parametrize("fault", list(FAILED))
def test_a_lasting_fault_becomes_a_clear_error(fault: str, given: PageInput, stub: StubOpenAI) -> None:
    code, is_retryable, calls, is_spent = FAILED[fault]
    stub.script(fault)
    context = QuietContext()
    with pytest.raises(OperationError) as failed:
        draft(given, stub, context, timeout_s=0.5 if "hang" in fault else 20.0)
    assert (failed.value.code, failed.value.is_retryable) == (code, is_retryable)
    assert len(stub.requests) == calls
    assert (context.usage.tokens_in > 0) is is_spent
    assert KEY not in failed.value.message


def test_a_repair_sends_the_faults_and_its_cost_is_added(given: PageInput, stub: StubOpenAI) -> None:
    stub.script("wrong-schema")
    context = QuietContext()
    draft(given, stub, context)
    first, second = stub.requests
    assert len(second["messages"]) == len(first["messages"]) + 2
    assert "sections: Field required" in second["messages"][-1]["content"]
    one_question = sum(len(message["content"]) for message in first["messages"]) // 4
    assert context.usage.tokens_in > 2 * one_question


def test_without_a_model_the_message_says_what_to_set(given: PageInput) -> None:
    with pytest.raises(OperationError) as failed:
        write_draft(given, QuietContext(), ModelChoice(""))
    assert failed.value.code == "model_not_configured"
    assert "IGNY8_MODEL" in failed.value.message


def test_an_unreachable_server_is_retryable(given: PageInput) -> None:
    choice = ModelChoice("openai/stub", "http://127.0.0.1:9/v1", SecretStr(KEY))
    with pytest.raises(OperationError) as failed:
        write_draft(given, QuietContext(), choice)
    assert failed.value.code == "model_unavailable" and failed.value.is_retryable


def test_every_prompt_file_has_a_name_and_a_version_and_no_gap() -> None:
    for file in [*PACKAGE.glob("*/prompts/*.md"), *PACKAGE.glob("prompts/*.md")]:
        prompt = read_prompt(file)
        assert prompt.version >= 1 and prompt.system
    with pytest.raises(KeyError):
        fill("{{unknown}}", {})


def test_a_prompt_holds_the_page_and_no_secret(given: PageInput, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IGNY8_API_KEY", KEY)
    text = json.dumps(make_messages(given))
    assert given.page.title in text and given.neighbours[0].title in text
    assert KEY not in text and "{{" not in text
