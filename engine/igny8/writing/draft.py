"""Drafts a page with a language model: prompt → JSON → checked shape → typed document, with one repair attempt."""

from __future__ import annotations

import time

from pydantic import ValidationError

from igny8.llm import ModelChoice, ask
from igny8.operations import Context, OperationError, Usage
from igny8.writing.context import PageInput
from igny8.writing.document import (
    Block,
    Callout,
    Document,
    Faq,
    ListBlock,
    Paragraph,
    Question,
    Section,
    Step,
    Steps,
    Table,
)
from igny8.writing.draft_prompt import list_refs, make_messages
from igny8.writing.draft_shape import Draft, DraftBlock, get_draft_schema
from igny8.writing.meta import clip, make_ids
from igny8.writing.prompts import load_prompt
from igny8.writing.runs import keep_first_links, list_texts, parse_marks, plain
from igny8.writing.structures import PRESETS

DEADLINE_S = 280.0  # under the operation's 300 s, so that the job ends with our message and its cost on the row
MAX_ERRORS_SHOWN = 12  # of a failed validation; more only confuses the repair


def write_draft(given: PageInput, context: Context, choice: ModelChoice) -> Document:
    """A draft document. Raises OperationError: those of `llm.ask`, and model_output_invalid after one failed repair.

    What was spent is reported to the context also when the draft fails.
    """
    usage = Usage(model=choice.name, prompt_version=load_prompt("draft").label)
    try:
        draft = ask_for_draft(given, context, choice, usage)
    finally:
        if usage.tokens_in or usage.tokens_out:
            context.spend(usage)
    context.progress(3, 3, "Draft checked")
    return make_document(given, draft)


def ask_for_draft(given: PageInput, context: Context, choice: ModelChoice, usage: Usage) -> Draft:
    """The model's answer as a checked `Draft`: one question, and one repair when the first answer does not fit."""
    deadline = time.monotonic() + DEADLINE_S
    messages = make_messages(given)
    schema = get_draft_schema()
    context.progress(0, 3, f"Asking {choice.name or 'the model'} for a draft")
    answer = ask(choice, messages, schema, usage, deadline=deadline)
    try:
        return Draft.model_validate_json(answer)
    except ValidationError as error:
        context.progress(1, 3, "Asking for a repair of the answer")
        repair = load_prompt("repair")
        messages += [
            {"role": "assistant", "content": answer},
            {"role": "user", "content": repair.system.replace("{{errors}}", describe(error))},
        ]
    answer = ask(choice, messages, schema, usage, deadline=deadline)
    try:
        return Draft.model_validate_json(answer)
    except ValidationError as error:
        raise OperationError(
            "model_output_invalid",
            f"The answer of {choice.name} did not fit the page's shape, not even after one repair. "
            f"Try again or choose another model. First fault: {describe(error).splitlines()[0]}",
        ) from None


def describe(error: ValidationError) -> str:
    """Validation errors as lines a model can act on, without the offending text."""
    lines = []
    for item in error.errors(include_url=False, include_input=False, include_context=False)[:MAX_ERRORS_SHOWN]:
        place = ".".join(str(part) for part in item["loc"]) or "answer"
        lines.append(f"- {place}: {item['msg']}")
    return "\n".join(lines)


def make_document(given: PageInput, draft: Draft) -> Document:
    """The typed document of a draft. Links to pages that are not neighbours become plain text."""
    page = given.page
    refs = list_refs(given)
    sections = [
        Section(
            id="lead", heading=item.heading, level=item.level, blocks=[convert(block, refs) for block in item.blocks]
        )
        for item in draft.sections
    ]
    sections[0].level = 2
    if draft.faq:
        items = [Question(question=item.question, answer=parse_marks(item.answer, refs)) for item in draft.faq]
        sections.append(Section(id="lead", heading="Questions", blocks=[Faq(items=items)]))
    for section, id in zip(sections, make_ids([section.heading for section in sections]), strict=True):
        section.id = id
    texts = [text for section in sections for block in section.blocks for text in list_texts(block)]
    keep_first_links(texts, set(), set(refs.values()))
    return Document(
        page=page.id,
        state="draft",
        title=page.title,
        slug=page.slug,
        meta_title=clip(draft.meta_title or page.title, 60),
        meta_description=clip(draft.meta_description or draft.excerpt, 160),
        excerpt=draft.excerpt,
        sections=sections,
        schema_type=PRESETS[page.content_structure].schema_type,
    )


def convert(block: DraftBlock, refs: dict[str, str]) -> Block:
    """One block of the model as a block of the document."""
    match block.kind:
        case "paragraph":
            return Paragraph(text=parse_marks(block.text, refs))
        case "tip":
            return Callout(tone="tip", text=parse_marks(block.text, refs))
        case "list":
            return ListBlock(items=[parse_marks(item, refs) for item in block.items if item])
        case "steps":
            return Steps(items=[make_step(item, refs) for item in block.items if item])
        case "table":
            return Table(
                caption=block.text,
                header=[plain(cell) for cell in block.items],
                rows=[[parse_marks(cell, refs) for cell in row] for row in block.rows],
            )


def make_step(item: str, refs: dict[str, str]) -> Step:
    """'Title: text' as a step; without a colon the whole is the title."""
    title, _, text = item.partition(": ")
    return Step(title=title.strip("* "), text=parse_marks(text, refs) if text else [])
