"""The execution order: four phases in which the pages are made (SPEC §1.3)."""

from __future__ import annotations

from igny8.sag.blueprint import Page, Phase

TITLES = {
    1: "Home, category pages and top hubs",
    2: "Other hubs and first articles",
    3: "Term pages",
    4: "Further articles and brand comparisons",
}
KINDS = ["home", "commercial", "hub", "article", "term"]  # within a phase, what others lead to comes first


def plan_order(pages: list[Page]) -> list[Phase]:
    """Every page in exactly one phase, in the order to make them; a phase without pages is left out."""
    phases = []
    for number, title in TITLES.items():
        mine = [page for page in pages if page.phase == number]
        mine.sort(key=lambda page: KINDS.index(page.kind))
        if mine:
            phases.append(Phase(phase=number, title=title, pages=[page.id for page in mine]))
    return phases
