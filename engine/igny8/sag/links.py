"""Plans the internal links: which page leads to which, of which type, and by which phrases (SPEC §3).

Anchors are phrases that the source's text is likely to contain: what the target is called and what it is searched by.
No phrase leads to two targets. A page carries no more than its kind can bear.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from igny8.sag.blueprint import Link, LinkType, Page
from igny8.sag.cluster import Chosen
from igny8.sag.menu import converting_pages
from igny8.sag.template import SiteType

# Links a page of each kind may send out: SPEC §3 (articles 3-5 per 1,000 words, hubs ≤ 15, term pages 5-10).
MOST = {"home": 24, "hub": 15, "article": 5, "term": 10, "commercial": 4}
MAX_SIBLINGS = 4
MAX_CROSS = 4
MAX_ANCHORS = 6
TERM_HUBS = 7  # hubs a term page leads to


@dataclass
class Web:
    """Links while they are planned: each pair once, each source within its limit."""

    pages: dict[str, Page]
    anchors: dict[str, list[str]]
    links: list[Link] = field(default_factory=list)
    sent: Counter[str] = field(default_factory=Counter)
    pairs: set[tuple[str, str]] = field(default_factory=set)

    def add(self, source: Page, target: Page, kind: LinkType) -> None:
        if source.id == target.id or (source.id, target.id) in self.pairs or self.sent[source.id] >= MOST[source.kind]:
            return
        self.pairs.add((source.id, target.id))
        self.sent[source.id] += 1
        self.links.append(Link(source=source.id, target=target.id, type=kind, anchors=self.anchors[target.id]))


def plan_links(pages: list[Page], all_chosen: list[Chosen], site_type: SiteType) -> list[Link]:
    """All links, most needed first: up and down the tree, then across, then to terms and what converts."""
    web = Web({page.id: page for page in pages}, choose_anchors(pages, all_chosen))
    hubs = {page.cluster: page for page in pages if page.kind == "hub"}
    articles: dict[str | None, list[Page]] = {}
    for page in pages:
        if page.kind == "article":
            articles.setdefault(page.cluster, []).append(page)
    _link_tree(web, pages, hubs, articles)
    _link_across(web, all_chosen, hubs, articles)
    _link_terms(web, pages, all_chosen, hubs, site_type)
    _link_commercial(web, pages, site_type)
    return web.links


def choose_anchors(pages: list[Page], all_chosen: list[Chosen]) -> dict[str, list[str]]:
    """Page id → its phrases, best first. Hubs choose before articles, articles before terms."""
    by_cluster = {chosen.cluster.id: chosen for chosen in all_chosen}
    owner = {page.title.casefold(): page.id for page in pages}  # a title always leads to its own page
    anchors: dict[str, list[str]] = {}
    order = {"home": 0, "hub": 1, "commercial": 2, "article": 3, "term": 4}
    for page in sorted(pages, key=lambda page: order[page.kind]):
        names = [page.primary_keyword, page.title]
        if page.kind == "hub" and page.cluster:
            chosen = by_cluster[page.cluster]
            names = [page.primary_keyword, chosen.cluster.title, page.title]
            if chosen.candidate.topic.singular:
                names.insert(1, chosen.candidate.topic.singular)
            names += page.keywords[1:3]
        phrases: list[str] = []
        for name in names:
            known = name.casefold() in {phrase.casefold() for phrase in phrases}
            if name and not known and owner.setdefault(name.casefold(), page.id) == page.id:
                phrases.append(name)
        anchors[page.id] = phrases[:MAX_ANCHORS]
    return anchors


def _link_tree(
    web: Web, pages: list[Page], hubs: dict[str | None, Page], articles: dict[str | None, list[Page]]
) -> None:
    home = next(page for page in pages if page.kind == "home")
    for page in pages:
        if page.kind == "commercial":
            web.add(home, page, "to_commercial")
            web.add(page, home, "structural")
    for hub in hubs.values():
        parent = web.pages.get(hub.parent or "")
        if parent:
            web.add(hub, parent, "structural")
            web.add(parent, hub, "structural")
        else:
            if hub.phase == 1:
                web.add(home, hub, "structural")
            web.add(hub, home, "structural")
    for cluster, pieces in articles.items():
        for piece in pieces:
            web.add(piece, hubs[cluster], "supporting_to_hub")
            web.add(hubs[cluster], piece, "hub_to_supporting")


def _link_across(
    web: Web, all_chosen: list[Chosen], hubs: dict[str | None, Page], articles: dict[str | None, list[Page]]
) -> None:
    by_id = {chosen.cluster.id: chosen.cluster for chosen in all_chosen}
    for chosen in all_chosen:
        hub = hubs[chosen.cluster.id]
        siblings = [by_id[one] for one in chosen.cluster.related if by_id[one].parent == chosen.cluster.parent]
        others = [by_id[one] for one in chosen.cluster.related if by_id[one].parent != chosen.cluster.parent]
        for other in siblings[:MAX_SIBLINGS]:
            web.add(hub, hubs[other.id], "sibling")
        for other in others[:MAX_CROSS]:
            web.add(hub, hubs[other.id], "cross_cluster")
        pieces = articles.get(chosen.cluster.id, [])
        for piece in pieces:
            for sibling in pieces:
                web.add(piece, sibling, "sibling")
            for near in chosen.cluster.related[:2]:
                web.add(piece, hubs[near], "cross_cluster")


def _link_terms(
    web: Web, pages: list[Page], all_chosen: list[Chosen], hubs: dict[str | None, Page], site_type: SiteType
) -> None:
    """Term and hub of one value both ways; beyond that a term leads to the hubs that its value helps to define."""
    of_term = {(page.term.taxonomy, page.term.term): page for page in pages if page.kind == "term" and page.term}
    uses: dict[str, list[Page]] = {}
    for chosen in all_chosen:
        hub = hubs[chosen.cluster.id]
        for ref in hub.terms:
            term = of_term[(ref.taxonomy, ref.term)]
            uses.setdefault(term.id, []).append(hub)
            web.add(hub, term, "taxonomy")
    for term in of_term.values():
        own = [hubs[term.cluster]] if term.cluster else []
        for hub in [*own, *uses.get(term.id, [])][:TERM_HUBS]:
            web.add(term, hub, "taxonomy")
        if not own and not uses.get(term.id):
            # A value without a cluster leads to the hubs of its sector's first categories, so that it is no dead end.
            for hub in [hub for hub in hubs.values() if hub.phase == 1][:3]:
                web.add(term, hub, "taxonomy")
    siblings: dict[str, list[Page]] = {}
    for (taxonomy, _), term in of_term.items():
        siblings.setdefault(taxonomy, []).append(term)
    for line in siblings.values():
        # Round the taxonomy, so that a value without a hub is no orphan: /size/small/ → /size/medium/ → …
        for at, term in enumerate(line):
            web.add(term, line[(at + 1) % len(line)], "sibling")
    for page in pages:
        if page.kind == "article":
            for ref in page.terms[:1]:
                # In a shop the shelf is what sells.
                shelf = of_term[(ref.taxonomy, ref.term)]
                is_shelf = site_type == "ecommerce" and shelf.content_structure == "category_archive"
                web.add(page, shelf, "to_commercial" if is_shelf else "taxonomy")


def _link_commercial(web: Web, pages: list[Page], site_type: SiteType) -> None:
    commercial = [page for page in pages if page.kind == "commercial"]
    goals = converting_pages(pages, site_type)[:1]
    for page in pages:
        if goals and page.kind in ("hub", "article", "term"):
            web.add(page, goals[0], "to_commercial")
    for page in commercial:
        for hub in [page for page in pages if page.kind == "hub" and page.phase == 1][:2]:
            web.add(page, hub, "structural")
