"""Asks a model for an answer of a given shape: prompt → JSON → checked model, with one repair attempt."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from igny8.llm import ModelChoice, ask
from igny8.operations import OperationError, Usage
from igny8.prompts import REPAIR, read_prompt

MAX_ERRORS_SHOWN = 12  # of a failed validation; more only confuses the repair

Shape = TypeVar("Shape", bound=BaseModel)
Messages = list[dict[str, str]]


def ask_for(
    shape: type[Shape], choice: ModelChoice, messages: Messages, usage: Usage, *, deadline: float, what: str = "answer"
) -> Shape:
    """The model's answer as a checked `shape`: one question, and one repair when the first answer does not fit.

    `deadline` is on the monotonic clock. Raises OperationError: those of `llm.ask`, and model_output_invalid.
    """
    schema: dict[str, Any] = shape.model_json_schema()
    answer = ask(choice, messages, schema, usage, deadline=deadline)
    try:
        return shape.model_validate_json(answer)
    except ValidationError as error:
        messages = [*messages, *make_repair(answer, describe(error))]
    answer = ask(choice, messages, schema, usage, deadline=deadline)
    try:
        return shape.model_validate_json(answer)
    except ValidationError as error:
        raise OperationError(
            "model_output_invalid",
            f"The answer of {choice.name} did not fit the {what}'s shape, not even after one repair. "
            f"Try again or choose another model. First fault: {describe(error).splitlines()[0]}",
        ) from None


def make_repair(answer: str, errors: str) -> Messages:
    """The turns that show a model its answer and what is wrong with it."""
    return [
        {"role": "assistant", "content": answer},
        {"role": "user", "content": read_prompt(REPAIR).system.replace("{{errors}}", errors)},
    ]


def describe(error: ValidationError) -> str:
    """Validation errors as lines a model can act on, without the offending text."""
    lines = []
    for item in error.errors(include_url=False, include_input=False, include_context=False)[:MAX_ERRORS_SHOWN]:
        place = ".".join(str(part) for part in item["loc"]) or "answer"
        lines.append(f"- {place}: {item['msg']}")
    return "\n".join(lines)
