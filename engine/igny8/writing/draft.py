"""Drafts a page with a language model: prompt → checked shape → typed document."""

from __future__ import annotations

import time

from igny8.llm import ModelChoice
from igny8.operations import Context, Usage
from igny8.prompts import load_prompt
from igny8.structured import ask_for
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
from igny8.writing.draft_shape import Draft, DraftBlock
from igny8.writing.meta import clip, make_ids
from igny8.writing.runs import keep_first_links, list_texts, parse_marks, plain
from igny8.writing.structures import PRESETS

DEADLINE_S = 280.0  # under the operation's 300 s, so that the job ends with our message and its cost on the row


def write_draft(given: PageInput, context: Context, choice: ModelChoice) -> Document:
    """A draft document. Raises OperationError: those of `llm.ask`, and model_output_invalid after one failed repair.

    What was spent is reported to the context also when the draft fails.
    """
    deadline = time.monotonic() + DEADLINE_S
    usage = Usage(model=choice.name, prompt_version=load_prompt("writing", "draft").label)
    context.progress(0, 3, f"Asking {choice.name or 'the model'} for a draft")
    try:
        draft = ask_for(Draft, choice, make_messages(given), usage, deadline=deadline, what="page")
    finally:
        if usage.tokens_in or usage.tokens_out:
            context.spend(usage)
    context.progress(3, 3, "Draft checked")
    return make_document(given, draft)


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
