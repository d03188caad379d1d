"""Briefs: labelled as such, complete, and without pretended prose."""

from __future__ import annotations

import re

import pytest
from engine.writing.samples import build, list_sectors
from igny8.operations import OperationError
from igny8.writing.brief import write_brief
from igny8.writing.context import select_context
from igny8.writing.document import Document
from igny8.writing.runs import get_text, list_texts


def brief_all(sector: str) -> list[Document]:
    blueprint = build(sector)
    return [write_brief(select_context(blueprint, page.id)) for page in blueprint.pages if page.kind == "article"]


@pytest.mark.parametrize("sector", list_sectors())
def test_every_article_of_every_sector_gets_a_brief(sector: str) -> None:
    briefs = brief_all(sector)
    assert briefs
    for document in briefs:
        assert document.state == "brief"
        notice = document.sections[0].blocks[0]
        assert notice.type == "callout" and notice.tone == "editor"
        assert get_text(notice.text).startswith("This is a brief.")
        assert len(document.meta_title) <= 60 and len(document.meta_description) <= 160
        headings = [section.heading for section in document.sections]
        assert "Outline" in headings and "Keywords" in headings
        texts = [get_text(t) for s in document.sections for b in s.blocks for t in list_texts(b)]
        assert not [text for text in texts if re.search(r"[{}]|\bNone\b", text)]
        outline = next(section for section in document.sections if section.heading == "Outline").blocks[0]
        assert outline.type == "list" and len(outline.items) >= 4


def test_a_brief_names_its_hub_as_the_first_link_to_place() -> None:
    blueprint = build("dog-supplies")
    hubs = {page.cluster: page.id for page in blueprint.pages if page.kind == "hub"}
    page = next(page for page in blueprint.pages if page.kind == "article")
    document = write_brief(select_context(blueprint, page.id))
    places = next(section for section in document.sections if section.heading == "Links to place").blocks[0]
    assert places.type == "list"
    assert places.items[0][0].page == hubs[page.cluster]


def test_questions_come_from_searched_keywords() -> None:
    asked = [
        section
        for document in brief_all("dog-supplies")
        for section in document.sections
        if section.heading == "Questions to answer"
    ]
    assert asked
    for section in asked:
        block = section.blocks[0]
        assert block.type == "list"
        assert all(get_text(item).endswith("?") for item in block.items)


def test_only_articles_are_briefed() -> None:
    blueprint = build("dog-supplies")
    hub = next(page for page in blueprint.pages if page.kind == "hub")
    with pytest.raises(OperationError) as refused:
        write_brief(select_context(blueprint, hub.id))
    assert refused.value.code == "not_an_article"
