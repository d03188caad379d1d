"""Makes text runs: from plain strings and links to pages, and from the inline marks a model writes."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

from igny8.sag import english
from igny8.writing.document import Block, Run, Text

MARK = re.compile(r"\[(?P<anchor>[^\[\]]+)\]\((?P<ref>[^()\s]+)\)|\*\*(?P<bold>[^*]+)\*\*|\*(?P<italic>[^*\s][^*]*)\*")


def plain(text: str) -> Text:
    return [Run(text=text)]


def bold(text: str) -> Run:
    return Run(text=text, is_bold=True)


def link(text: str, page: str) -> Run:
    return Run(text=text, page=page)


def parse_marks(text: str, refs: Mapping[str, str]) -> Text:
    """Runs of `**bold**`, `*italic*` and `[anchor](ref)`. A ref that is not in `refs` loses its link."""
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
            texts = [block.text]
        case "list":
            texts = list(block.items)
        case "table":
            texts = [*block.header, *(cell for row in block.rows for cell in row)]
        case "faq":
            texts = [part for item in block.items for part in (plain(item.question), item.answer)]
        case "steps":
            texts = [part for item in block.items for part in (plain(item.title), item.text)]
        case "cards":
            texts = [plain(part) for item in block.items for part in (item.title, item.text) if part]
        case "buttons":
            texts = [plain(item.label) for item in block.items]
        case "image":
            texts = [plain(block.caption)] if block.caption else []
    return texts


def keep_first_links(texts: list[Text], seen: set[str], allowed: Container[str]) -> None:
    """Takes the link off runs whose page was linked before or is not allowed: one link per target per page."""
    for text in texts:
        for run in text:
            if run.page is not None:
                if run.page in seen or run.page not in allowed:
                    run.page = None
                else:
                    seen.add(run.page)


def say(frame: str, **parts: str | Text) -> Text:
    """A frame with its `{parts}` filled by strings or runs, starting with a capital: 'Next to {a}.' → runs.

    KeyError when a part is missing, so that no brace ever reaches a reader.
    """
    runs: Text = []
    for position, piece in enumerate(re.split(r"\{([a-z_]+)\}", frame)):
        part = piece if position % 2 == 0 else parts[piece]
        runs += ([Run(text=part)] if part else []) if isinstance(part, str) else part
    return capitalise(merge(runs))


def merge(runs: Text) -> Text:
    """Neighbouring plain runs as one."""
    merged: Text = []
    for run in runs:
        if merged and all(not (r.page or r.url or r.is_bold or r.is_italic) for r in (merged[-1], run)):
            merged[-1] = Run(text=merged[-1].text + run.text)
        else:
            merged.append(run.model_copy())
    return merged


def capitalise(runs: Text) -> Text:
    """Runs whose first letter is a capital, unless their first word has its own spelling (iPhone)."""
    if runs:
        runs[0] = runs[0].model_copy(update={"text": english.capitalise(runs[0].text)})
    return runs


def join_texts(texts: list[Text], word: str = "and") -> Text:
    """'a', 'a and b', 'a, b and c' as runs."""
    joined: Text = []
    for position, text in enumerate(texts):
        if position:
            joined.append(Run(text=f" {word} " if position == len(texts) - 1 else ", "))
        joined += text
    return merge(joined)
