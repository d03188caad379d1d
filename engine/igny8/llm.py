"""The only file that knows LiteLLM: sends messages to the configured model and gives back its text and what it cost.

LiteLLM takes seconds to import and 170 MB, so it is imported inside the first call; `ai` workers preload it before they
fork. Retries live here and nowhere below: LiteLLM and the SDKs under it are told not to retry (ENGINE-FACTS §4).
"""

from __future__ import annotations

import logging
import os
import random
import re
import time
from dataclasses import dataclass, field
from typing import Any

from pydantic import SecretStr

from igny8.operations import OperationError, Usage

log = logging.getLogger(__name__)

ATTEMPTS = 3  # per question; longer outages are the job's retry, minutes apart
BACKOFF_S = 0.5  # doubles with each attempt, up to half as much again at random
MAX_RETRY_AFTER_S = 30.0  # a provider that asks for more is waited for by the job, not inside the call
MAX_OUTPUT_TOKENS = 8000  # ≈ 5,000 words, above the longest range of `structures.py`, and caps the cost of a loop
CLIENT_ERROR, TIMED_OUT, TOO_MANY, SERVER_ERROR = 400, 408, 429, 500


@dataclass(frozen=True)
class ModelChoice:
    """One LiteLLM provider string ('openai/gpt-4o-mini', 'ollama/qwen3:8b') and how to reach it."""

    name: str
    api_base: str = ""
    api_key: SecretStr = field(default=SecretStr(""))
    timeout_s: float = 90.0  # of one HTTP call; long drafts on a local model take more than a minute


def preload() -> None:
    """Imports LiteLLM without any call, for workers that fork afterwards."""
    import_litellm()


def import_litellm() -> Any:
    """LiteLLM, silenced: no price list from the network, no advice on stdout (which `igny8 run` uses for JSON)."""
    os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"
    try:
        import litellm
    except ImportError:
        raise OperationError(
            "model_library_missing",
            "LiteLLM is not installed here. Install the engine with its extra: igny8-engine[ai].",
        ) from None

    litellm.suppress_debug_info = True
    litellm.telemetry = False
    litellm.drop_params = True  # providers differ in what they accept
    return litellm


def ask(
    choice: ModelChoice, messages: list[dict[str, str]], schema: dict[str, Any], usage: Usage, *, deadline: float
) -> str:
    """The model's text for `messages`, meant to be JSON of `schema` (not validated here).

    Adds what each answered call cost to `usage`, also when the answer is then refused. `deadline` is on the monotonic
    clock. Raises OperationError: model_not_configured, model_unauthorized, model_not_found, model_input_too_long,
    model_rejected, model_refused, model_answer_empty, model_answer_truncated; retryable: model_rate_limited,
    model_unavailable, model_timeout.
    """
    if not choice.name:
        raise OperationError(
            "model_not_configured",
            "No language model is configured. Set IGNY8_MODEL to a LiteLLM model name, for example "
            "openai/gpt-4o-mini or ollama/qwen3:8b, and IGNY8_API_KEY when the provider needs a key.",
        )
    usage.model = choice.name
    use_schema = True
    for attempt in range(1, ATTEMPTS + 1):
        left = deadline - time.monotonic()
        if left <= 0:
            raise OperationError("model_timeout", "The model took too long.", is_retryable=True)
        try:
            response = call(choice, messages, schema if use_schema else None, min(choice.timeout_s, left))
            return read_answer(response, usage)
        except OperationError:
            raise
        except Exception as error:  # LiteLLM's types differ between providers: sorted by status, not by class
            if use_schema and get_status(error) == CLIENT_ERROR and "response_format" in str(error):
                use_schema = (
                    False  # an OpenAI-compatible server without structured output: the prompt asks for JSON too
                )
                continue
            failure = explain(error, choice)
            pause = get_pause(error, attempt)
            is_over = attempt == ATTEMPTS or pause > MAX_RETRY_AFTER_S or time.monotonic() + pause > deadline
            if not failure.is_retryable or is_over:
                raise failure from None  # its text and headers may hold the key
            log.warning("model call failed, trying again", extra={"code": failure.code, "attempt": attempt})
            time.sleep(pause)
    raise OperationError("model_unavailable", "The model did not answer.", is_retryable=True)


def call(choice: ModelChoice, messages: list[dict[str, str]], schema: dict[str, Any] | None, timeout_s: float) -> Any:
    """One HTTP call through LiteLLM. Raises whatever the provider's client raises."""
    litellm = import_litellm()
    options: dict[str, Any] = {}
    if schema is not None:
        shape = {"name": "answer", "schema": schema, "strict": True}
        options["response_format"] = {"type": "json_schema", "json_schema": shape}
    if choice.api_base:
        options["api_base"] = choice.api_base
    if choice.api_key.get_secret_value():
        options["api_key"] = choice.api_key.get_secret_value()
    return litellm.completion(
        model=choice.name, messages=messages, timeout=timeout_s, max_retries=0, num_retries=0,
        max_tokens=MAX_OUTPUT_TOKENS, **options,
    )  # fmt: skip


def read_answer(response: Any, usage: Usage) -> str:
    """The text of a response; what it spent goes to `usage` first. Raises for empty, cut off and refused answers."""
    add_usage(response, usage)
    choices = getattr(response, "choices", None) or []
    if not choices:
        raise OperationError("model_answer_empty", "The model's answer was empty.", is_retryable=True)
    message = choices[0].message
    reason = getattr(choices[0], "finish_reason", "")
    extra = getattr(message, "provider_specific_fields", None) or {}  # where LiteLLM puts OpenAI's `refusal`
    if reason == "content_filter" or extra.get("refusal"):
        raise OperationError("model_refused", "The model refused to write this page.")
    if reason == "length":
        raise OperationError("model_answer_truncated", "The model's answer was cut off at its length limit.")
    text = strip_wrapping(message.content or "")
    if not text:
        raise OperationError("model_answer_empty", "The model's answer was empty.", is_retryable=True)
    return text


def strip_wrapping(text: str) -> str:
    """The JSON inside what some models put around it: a thinking passage, a Markdown fence."""
    text = re.sub(r"<think>.*?</think>", "", text, flags=re.DOTALL).strip()
    fenced = re.fullmatch(r"```(?:json)?\s*(.*?)\s*```", text, flags=re.DOTALL)
    return fenced[1] if fenced else text


def add_usage(response: Any, usage: Usage) -> None:
    """Adds a response's tokens and cost. A model LiteLLM has no price for costs 0, which is logged."""
    spent = getattr(response, "usage", None)
    usage.tokens_in += getattr(spent, "prompt_tokens", 0) or 0
    usage.tokens_out += getattr(spent, "completion_tokens", 0) or 0
    cost = get_cost(response, usage.model)
    if cost is None:
        log.warning("no price is known for this model; its cost counts as 0", extra={"model": usage.model})
    usage.cost_usd += cost or 0.0


def get_cost(response: Any, model: str) -> float | None:
    """US dollars for a response, or None when LiteLLM's bundled list has no price for the model."""
    try:
        cost: float = import_litellm().completion_cost(completion_response=response, model=model)
    except Exception:  # one of several types, none of them public: unknown model, unknown provider, no usage
        return None
    return cost


def get_status(error: Exception) -> int:
    """HTTP status of a provider's error, 0 when it never answered."""
    status = getattr(error, "status_code", 0)
    return status if isinstance(status, int) else 0


def get_pause(error: Exception, attempt: int) -> float:
    """Seconds to wait before the next attempt: the provider's Retry-After, else doubling with jitter."""
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    for source in (headers, getattr(error, "litellm_response_headers", None) or {}):
        try:
            return max(0.0, float(source["retry-after"]))
        except (KeyError, ValueError):
            continue  # absent, or the rare date form
    return float(BACKOFF_S * 2 ** (attempt - 1)) * (1 + random.random() / 2)  # noqa: S311 jitter, no secret


def explain(error: Exception, choice: ModelChoice) -> OperationError:
    """A provider's error as ours. Never passes on a key that the provider echoes."""
    status, kind = get_status(error), type(error).__name__
    if kind in KINDS:
        status = KINDS[kind]
    code, message, is_retryable = EXPLANATIONS.get(
        status, REJECTED if CLIENT_ERROR <= status < SERVER_ERROR else BROKEN
    )
    return OperationError(
        code, message.format(model=choice.name, detail=clean(str(error), choice)), is_retryable=is_retryable
    )


# LiteLLM's classes that say more than the status they carry, as the status that says it.
KINDS = {
    "Timeout": TIMED_OUT,
    "APITimeoutError": TIMED_OUT,
    "ContextWindowExceededError": 413,
    "ContentPolicyViolationError": 451,
}
# HTTP status → code, message, whether waiting may help.
EXPLANATIONS = {
    401: ("model_unauthorized", "The provider of {model} refused the key. Check IGNY8_API_KEY.", False),
    403: ("model_unauthorized", "The provider of {model} refused the key. Check IGNY8_API_KEY.", False),
    404: ("model_not_found", "The provider does not know {model}. Check IGNY8_MODEL. {detail}", False),
    TIMED_OUT: ("model_timeout", "The model {model} did not answer in time.", True),
    413: ("model_input_too_long", "The page's data is too long for {model}.", False),
    TOO_MANY: ("model_rate_limited", "The provider of {model} limits the rate.", True),
    451: ("model_refused", "The provider of {model} refused the request.", False),
}
REJECTED = ("model_rejected", "The provider of {model} rejected the request: {detail}", False)
BROKEN = ("model_unavailable", "The model {model} could not be reached or failed: {detail}", True)


def clean(text: str, choice: ModelChoice) -> str:
    """The start of a provider's message without anything that looks like a key."""
    key = choice.api_key.get_secret_value()
    if key:
        text = text.replace(key, "***")
    text = re.sub(r"\b(sk|key|Bearer)[-_ ]\S{6,}", "***", text)
    return " ".join(text.split())[:200]
