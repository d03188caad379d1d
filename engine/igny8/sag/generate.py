"""Generates a template with a language model for a trade that has none: asked, put through the gate, mended, kept."""

from __future__ import annotations

import time

from pydantic import ValidationError

from igny8.llm import ModelChoice
from igny8.operations import Context, OperationError, Usage
from igny8.prompts import fill, load_prompt
from igny8.sag import catalog, store
from igny8.sag.gate import find_faults
from igny8.sag.generate_shape import TemplateShape, to_sector
from igny8.sag.slugs import slugify
from igny8.sag.template import Sector, SiteType
from igny8.structured import Messages, ask_for, describe, make_repair

DEADLINE_S = 280.0  # under the operation's 300 s, so that the job ends with our message and its cost on the row
ROUNDS = 3  # the first answer, and two that mend what the gate found
MAX_FAULTS_SHOWN = 20


def generate_template(
    name: str, description: str, site_type: SiteType, locale: str, context: Context, choice: ModelChoice
) -> tuple[Sector, int]:
    """The template of a trade and how many answers it took: 0 when there was one already, shipped or made before.

    Raises OperationError: those of `ask_for`, and template_below_gate when the last answer still has faults; then
    nothing is kept.
    """
    slug = slugify(name)
    if not slug:
        raise OperationError("invalid_input", "The name needs letters.", {"name": "The name needs letters."})
    known = catalog.find_sector(name)
    if known:
        return known, 0
    prompt = load_prompt("sag", "template")
    usage = Usage(model=choice.name, prompt_version=prompt.label)
    values = {"name": name, "site_type": site_type.replace("_", " "), "description": description or "nothing",
              "locale": locale}  # fmt: skip
    messages = [
        {"role": "system", "content": prompt.system},
        {"role": "user", "content": fill(prompt.user, values)},
    ]
    try:
        return _ask_until_it_passes(slug, messages, context, choice, usage)
    finally:
        if usage.tokens_in or usage.tokens_out:
            context.spend(usage)


def _ask_until_it_passes(
    slug: str, messages: Messages, context: Context, choice: ModelChoice, usage: Usage
) -> tuple[Sector, int]:
    deadline = time.monotonic() + DEADLINE_S
    faults: list[str] = []
    for attempt in range(1, ROUNDS + 1):
        context.progress(attempt - 1, ROUNDS, "Asking for a template" if attempt == 1 else "Asking for its faults")
        answer = ask_for(TemplateShape, choice, messages, usage, deadline=deadline, what="template")
        try:
            sector = to_sector(answer, slug)
            faults = find_faults(sector)
        except ValidationError as error:
            faults = describe(error).splitlines()
        if not faults:
            store.save_template(sector)
            return sector, attempt
        shown = "\n".join(f"- {fault}" for fault in faults[:MAX_FAULTS_SHOWN])
        messages = [*messages[:2], *make_repair(answer.model_dump_json(), shown)]
    raise OperationError(
        "template_below_gate",
        f"{choice.name} wrote no template that passes the quality gate in {ROUNDS} tries. Start from the nearest "
        f"shipped sector instead, or try a stronger model. First faults: {'; '.join(faults[:3])}",
    )
