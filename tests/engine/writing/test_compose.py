"""Composes every navigational page of every shipped sector and reads it as a strict editor would."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
from engine.writing.samples import build, list_sectors
from igny8.operations import OperationError, QuietContext
from igny8.sag.blueprint import Blueprint, Facts, Page
from igny8.writing.compose import compose
from igny8.writing.context import PageInput, select_context
from igny8.writing.document import Document
from igny8.writing.operations import run_compose
from igny8.writing.runs import get_text, list_texts

# Share of five-word runs that two sibling pages have in common. Prose should be each page's own; tables and cards show
# values of one list and must overlap where the list is short (four roasts: each page compares the other three).
MAX_PROSE_OVERLAP = 0.5
MAX_OVERLAP = 0.65
MEAN_OVERLAP = 0.1
MIN_HUB_WORDS = 110  # the leanest hubs: a subject without axes has a sentence, a short table and a few cards
MEDIAN_HUB_WORDS = 200


def compose_all(blueprint: Blueprint) -> dict[str, tuple[Page, Document]]:
    return {
        page.id: (page, compose(select_context(blueprint, page.id)))
        for page in blueprint.pages
        if page.kind != "article"
    }


def list_all_texts(document: Document) -> list[str]:
    """What a visitor reads, headings included."""
    return [section.heading for section in document.sections if section.heading] + [
        get_text(text) for section in document.sections for block in section.blocks for text in list_texts(block)
    ]


def count_words(document: Document) -> int:
    return sum(len(text.split()) for text in list_all_texts(document))


def list_prose(document: Document) -> list[str]:
    blocks = [b for section in document.sections for b in section.blocks if b.type in ("paragraph", "list", "steps")]
    return [get_text(text) for block in blocks for text in list_texts(block)]


def make_shingles(texts: list[str], size: int = 5) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", " ".join(texts).lower())
    return {tuple(words[at : at + size]) for at in range(len(words) - size + 1)}


def measure_overlap(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> float:
    return len(one & other) / max(1, len(one | other))


@pytest.mark.parametrize("sector", list_sectors())
def test_every_page_of_every_sector_is_fit_to_publish(sector: str) -> None:
    faults: list[str] = []
    for page, document in compose_all(build(sector)).values():
        texts = list_all_texts(document)
        for text in texts:
            if re.search(r"[{}]|\bNone\b|  ", text):
                faults.append(f"{page.id}: something unresolved: {text}")
            if found := re.search(r"\b(\w+) \1\b", text, re.IGNORECASE):
                faults.append(f"{page.id}: doubled word {found[0]!r}: {text}")
            if re.search(r"\ba [aeio]\w|\ban [bcdfgjklmnpqrstvwxz]\w{2}", text):
                faults.append(f"{page.id}: wrong article: {text}")
            if text[:1].islower() and " " in text and text.endswith("."):
                faults.append(f"{page.id}: sentence begins small: {text}")
        sentences = Counter(
            sentence for text in texts for sentence in re.split(r"(?<=[.!?]) ", text) if len(sentence.split()) > 5
        )
        faults += [f"{page.id}: said twice: {sentence}" for sentence, times in sentences.items() if times > 1]
        faults += [f"{page.id}: empty section {s.id}" for s in document.sections if not s.blocks]
        ids = [section.id for section in document.sections]
        if len(set(ids)) < len(ids):
            faults.append(f"{page.id}: section ids are not unique")
        if len(document.meta_title) > 60 or not 40 <= len(document.meta_description) <= 160:
            faults.append(f"{page.id}: meta out of range: {document.meta_title} / {document.meta_description}")
        if page.kind != "commercial" and document.state != "page":
            faults.append(f"{page.id}: not publishable")
    assert not faults, "\n".join(faults[:20])


@pytest.mark.parametrize("sector", list_sectors())
def test_meta_is_unique_on_the_site(sector: str) -> None:
    composed = compose_all(build(sector)).values()
    for field in ("meta_title", "meta_description"):
        counts = Counter(getattr(document, field) for _, document in composed)
        assert [text for text, times in counts.items() if times > 1] == []


@pytest.mark.parametrize("sector", list_sectors())
def test_links_lead_to_planned_pages_once_each(sector: str) -> None:
    blueprint = build(sector)
    known = {page.id for page in blueprint.pages}
    for page, document in compose_all(blueprint).values():
        linked = [
            run.page
            for section in document.sections
            for block in section.blocks
            for text in list_texts(block)
            for run in text
            if run.page
        ]
        assert set(linked) <= known - {page.id}
        assert len(set(linked)) == len(linked), f"{page.id} links twice to one page"
        cards = [card.page for s in document.sections for b in s.blocks if b.type == "cards" for card in b.items]
        assert set(cards) <= known - {page.id}
        assert len(set(cards)) == len(cards)


@pytest.mark.parametrize("sector", list_sectors())
def test_hubs_have_something_to_say(sector: str) -> None:
    counts = sorted(
        count_words(document) for page, document in compose_all(build(sector)).values() if page.kind == "hub"
    )
    assert counts[0] >= MIN_HUB_WORDS
    assert counts[len(counts) // 2] >= MEDIAN_HUB_WORDS


@pytest.mark.parametrize("sector", list_sectors())
def test_sibling_pages_do_not_repeat_each_other(sector: str) -> None:
    composed = compose_all(build(sector))
    groups: dict[tuple[str, str | None], list[str]] = {}
    for page, _ in composed.values():
        if page.kind in ("hub", "term"):
            groups.setdefault((page.kind, page.parent), []).append(page.id)
    pairs = [pair for group in groups.values() for pair in combinations(group, 2)]
    for select, limit in ((list_prose, MAX_PROSE_OVERLAP), (list_all_texts, MAX_OVERLAP)):
        shingles = {id: make_shingles(select(document)) for id, (_, document) in composed.items()}
        overlaps = {(a, b): measure_overlap(shingles[a], shingles[b]) for a, b in pairs}
        worst = max(overlaps, key=lambda pair: overlaps[pair])
        names = [composed[id][0].title for id in worst]
        assert overlaps[worst] <= limit, f"{select.__name__} {names}: {overlaps[worst]:.2f}"
        assert sum(overlaps.values()) / len(overlaps) <= MEAN_OVERLAP


def test_the_same_input_gives_the_same_page() -> None:
    blueprint = build("dog-supplies")
    page = next(page for page in blueprint.pages if page.kind == "hub")
    given = select_context(blueprint, page.id)
    assert compose(given).model_dump_json() == compose(given.model_copy(deep=True)).model_dump_json()


def test_structures_and_types_read_differently() -> None:
    blueprint = build("dog-supplies")
    clusters = {cluster.id: cluster for cluster in blueprint.clusters}
    outlines: dict[str, set[tuple[str, ...]]] = {}
    for page in blueprint.pages:
        if page.kind == "hub" and page.cluster:
            document = compose(select_context(blueprint, page.id))
            outline = tuple(block.type for section in document.sections for block in section.blocks)
            outlines.setdefault(clusters[page.cluster].hub_structure, set()).add(outline)
    assert len(outlines) >= 4
    assert len(set.union(*outlines.values())) >= len(outlines)
    assert len({frozenset(found) for found in outlines.values()}) == len(outlines)


def test_home_offers_a_way_in_by_several_axes() -> None:
    blueprint = build("dog-supplies")
    home = next(page for page in blueprint.pages if page.kind == "home")
    document = compose(select_context(blueprint, home.id))
    assert document.meta_title.startswith("Northwind Pets: ")
    assert sum(1 for section in document.sections for block in section.blocks if block.type == "cards") >= 2


def test_owner_facts_are_printed_as_stated_and_nothing_else_is_claimed() -> None:
    blueprint = build("plumber").model_copy(deep=True)
    blueprint.facts = Facts(services=["Drain cleaning", "Leak detection"], locations=["Rivertown", "Millbrook"])
    home = next(page for page in blueprint.pages if page.kind == "home")
    text = " ".join(list_all_texts(compose(select_context(blueprint, home.id))))
    assert "Rivertown, Millbrook" in text
    assert not re.search(r"\$\d|\d+ ?%|best in|leading|trusted|award", text)


def test_a_commercial_page_is_a_brief_with_a_note_to_the_owner() -> None:
    blueprint = build("plumber")
    page = next(page for page in blueprint.pages if page.kind == "commercial")
    document = compose(select_context(blueprint, page.id))
    assert document.state == "brief"
    first = document.sections[0].blocks[0]
    assert first.type == "callout" and first.tone == "editor"


def test_an_article_is_refused() -> None:
    blueprint = build("dog-supplies")
    page = next(page for page in blueprint.pages if page.kind == "article")
    with pytest.raises(OperationError) as refused:
        compose(select_context(blueprint, page.id))
    assert refused.value.code == "not_composable"


def test_a_site_in_another_language_is_refused_saying_what_to_do() -> None:
    given = PageInput.model_validate_json((Path(__file__).parent / "example_input.json").read_bytes())
    spanish = given.model_copy(update={"site": given.site.model_copy(update={"locale": "es_ES"})})
    with pytest.raises(OperationError) as caught:
        run_compose(spanish, QuietContext())
    assert caught.value.code == "unsupported_language" and "IGNY8_MODEL" in caught.value.message
