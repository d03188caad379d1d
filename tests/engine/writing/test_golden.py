"""Four composed pages word for word: a change of frames or order shows here as a diff that somebody reads.

`UPDATE_GOLDEN=1 python -m pytest tests/engine/writing/test_golden.py` writes them anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from igny8.writing.compose import compose
from igny8.writing.context import PageInput
from igny8.writing.document import Block, Document, Text
from igny8.writing.runs import list_texts

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", ["hub", "problem", "term", "comparison"])
def test_a_page_reads_as_it_was_approved(name: str) -> None:
    given = PageInput.model_validate_json((GOLDEN / f"{name}.json").read_text("utf-8"))
    text = print_document(compose(given))
    approved = GOLDEN / f"{name}.md"
    if os.environ.get("UPDATE_GOLDEN"):
        approved.write_text(text, "utf-8")
    assert text == approved.read_text("utf-8")


def print_document(document: Document) -> str:
    """A document as Markdown-like text; links in brackets, without their targets."""
    lines = [f"# {document.title}", document.meta_title, document.meta_description]
    for section in document.sections:
        lines += [f"\n## {section.heading}" if section.heading else ""]
        lines += [line for block in section.blocks for line in print_block(block)]
    return "\n".join(lines) + "\n"


def print_block(block: Block) -> list[str]:
    if block.type == "table":
        return [" | ".join(print_text(cell) for cell in row) for row in [block.header, *block.rows]]
    if block.type == "cards":
        return [f"[{card.title}] {card.text}".rstrip() for card in block.items]
    mark = "- " if block.type in ("list", "steps") else ""
    return [mark + print_text(text) for text in list_texts(block)]


def print_text(text: Text) -> str:
    return "".join(f"[{run.text}]" if run.page else f"**{run.text}**" if run.is_bold else run.text for run in text)
