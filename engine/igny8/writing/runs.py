"""Makes text runs: from plain strings and links to pages, and from the inline marks a model writes."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

from igny8.writing.document import Block, Run, Text

MARK = re.compile(r"\[(?P<anchor>[^\[\]]+)\]\((?P<ref>[^()\s]+)\)|\*\*(?P<bold>[^*]+)\*\*|\*(?P<italic>[^*\s][^*]*)\*")


def plain(text: str) -> Text:
    return [Run(text=text)]


def bold(text: str) -> Run:
    return Run(text=text, is_bold=True)


def link(text: str, page: str) -> Run:
    return Run(text=text, page=page)


def parse_marks(text: str, refs: Mapping[str, str]) -> Text:
    """Runs of `**bold**`, `*italic*` and `[anchor](ref)`. A ref that `refs` does not map to a page id loses its link."""
    runs: Text = []
    position = 0
    for found in MARK.finditer(text):
        if found.start() > position:
            runs.append(Run(text=text[position : found.start()]))
        if found["anchor"]:
            runs.append(Run(text=found["anchor"], page=refs.get(found["ref"])))
        else:
            runs.append(
                Run(text=found["bold"] or found["italic"], is_bold=bool(found["bold"]), is_italic=bool(found["italic"]))
            )
        position = found.end()
    if position < len(text):
        runs.append(Run(text=text[position:]))
    return runs


def get_text(text: Text) -> str:
    return "".join(run.text for run in text)


def list_texts(block: Block) -> list[Text]:
    """Every text of a block that a reader sees, in reading order, table cells and card lines included."""
    match block.type:
        case "paragraph" | "callout" | "quote":
            return [block.text]
        case "list":
            return list(block.items)
        case "table":
            return [*block.header, *(cell for row in block.rows for cell in row)]
        case "faq":
            return [part for item in block.items for part in (plain(item.question), item.answer)]
        case "steps":
            return [part for item in block.items for part in (plain(item.title), item.text)]
        case "cards":
            return [plain(part) for item in block.items for part in (item.title, item.text) if part]
        case "buttons":
            return [plain(item.label) for item in block.items]
        case "image":
            return [plain(block.caption)] if block.caption else []


def keep_first_links(texts: list[Text], seen: set[str], allowed: Container[str]) -> None:
    """Takes the link off runs whose page was linked before or is not allowed: one link per target per page."""
    for text in texts:
        for run in text:
            if run.page is not None:
                if run.page in seen or run.page not in allowed:
                    run.page = None
                else:
                    seen.add(run.page)
