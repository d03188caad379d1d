"""What a writer knows about one page: the page, its place in the blueprint, and its neighbours.

One input for `writing.compose`, `writing.brief` and `writing.draft`. The plugin cuts it out of its stored blueprint by
the rules of `select_context`; the engine keeps no blueprint, so everything a page may say has to be in here.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from igny8.sag.blueprint import (
    Blueprint,
    BlueprintAttribute,
    Cluster,
    ContentStructure,
    Facts,
    Keyword,
    Locale,
    MenuItem,
    Page,
    PageKind,
    SectorRef,
    TermRef,
    ValueRef,
)
from igny8.sag.template import Model, SiteType

MAX_NEIGHBOURS = 40  # enough for every block of a page; keeps an input well under the API's body limit

Relation = Literal["home", "parent", "child", "article", "sibling", "related", "term", "commercial"]


class SiteContext(Model):
    name: str = Field(min_length=1, max_length=120)
    site_type: SiteType
    locale: Locale = "en_US"
    facts: Facts = Field(default_factory=Facts)


class Neighbour(Model):
    """Another planned page that this one may mention, seen from this page."""

    relation: Relation
    page: str
    kind: PageKind
    structure: ContentStructure
    title: str
    primary_keyword: str
    summary: str = ""
    values: list[ValueRef] = Field(default_factory=list, description="Its cluster's values, or its own term's.")
    term: TermRef | None = None


class PageInput(Model):
    """Input of the three writing operations."""

    site: SiteContext
    sector: SectorRef | None = Field(default=None, description="The cluster's sector; the first one for home.")
    page: Page
    cluster: Cluster | None = None
    values: list[ValueRef] = Field(
        default_factory=list,
        max_length=3,
        description="What the page is about: its cluster's values, or its own term's.",
    )
    attributes: list[BlueprintAttribute] = Field(
        default_factory=list, max_length=24, description="All attributes of the sector, facets too; all for home."
    )
    keywords: list[Keyword] = Field(default_factory=list, max_length=60, description="Those of the cluster.")
    neighbours: list[Neighbour] = Field(default_factory=list, max_length=MAX_NEIGHBOURS)


def select_context(blueprint: Blueprint, page_id: str) -> PageInput:
    """The writer's input for one page. KeyError when the blueprint has no such page.

    Neighbours come in this order, each page once, at most 40: home · parent (page.parent, then the hub of
    cluster.parent) · child (pages whose parent is this page, then hubs of clusters whose parent is this cluster; for
    home the hubs of the menu in its order, then hubs without a parent or below home, by phase) ·
    article (of the same cluster) · sibling (hubs: hubs of clusters with the same cluster.parent and sector, sharing a
    defining attribute; articles: none beside `article`; terms: terms of the same taxonomy) · related (hubs of
    cluster.related) · term (of page.terms; for home the terms of the first taxonomy) · commercial.
    """
    pages = {page.id: page for page in blueprint.pages}
    page = pages[page_id]
    clusters = {cluster.id: cluster for cluster in blueprint.clusters}
    cluster = clusters.get(page.cluster) if page.cluster else None
    sector = next(
        (item for item in blueprint.sectors if cluster is None or item.slug == cluster.sector), blueprint.sectors[0]
    )
    return PageInput(
        site=SiteContext(
            name=blueprint.site_name, site_type=blueprint.site_type, locale=blueprint.locale, facts=blueprint.facts
        ),
        sector=sector,
        page=page,
        cluster=cluster,
        values=_get_values(blueprint, clusters, page),
        attributes=[
            attribute for attribute in blueprint.attributes
            if page.kind in ("home", "commercial") or cluster is None or sector.slug in attribute.sectors
        ][:24],
        keywords=[keyword for keyword in blueprint.keywords if keyword.cluster == page.cluster][:60],
        neighbours=[
            Neighbour(
                relation=relation, page=other.id, kind=other.kind, structure=other.content_structure,
                title=other.title, primary_keyword=other.primary_keyword, summary=other.summary,
                values=_get_values(blueprint, clusters, other), term=other.term,
            )
            for relation, other in _list_neighbours(blueprint, clusters, page)
        ],
    )  # fmt: skip


def _get_values(blueprint: Blueprint, clusters: dict[str, Cluster], page: Page) -> list[ValueRef]:
    if page.term is not None:
        for taxonomy in blueprint.taxonomies:
            if taxonomy.slug == page.term.taxonomy:
                for term in taxonomy.terms:
                    if term.slug == page.term.term:
                        return [ValueRef(attribute=taxonomy.attribute, value=term.slug, label=term.name)]
    cluster = clusters.get(page.cluster) if page.cluster else None
    return cluster.values[:3] if cluster else []


def _list_menu(items: list[MenuItem]) -> list[str]:
    """Page ids of a menu, each item before its children."""
    return [page for item in items for page in (item.page, *_list_menu(item.children))]


def _list_neighbours(blueprint: Blueprint, clusters: dict[str, Cluster], page: Page) -> list[tuple[Relation, Page]]:
    pages = {other.id: other for other in blueprint.pages}
    cluster = clusters.get(page.cluster) if page.cluster else None
    hubs = {other.cluster: other for other in blueprint.pages if other.kind == "hub"}
    terms = {
        (other.term.taxonomy, other.term.term): other
        for other in blueprint.pages
        if other.kind == "term" and other.term
    }
    found: list[tuple[Relation, Page]] = [("home", other) for other in blueprint.pages if other.kind == "home"]
    found += [("parent", other) for other in blueprint.pages if other.id == page.parent]
    if cluster and cluster.parent in hubs:
        found.append(("parent", hubs[cluster.parent]))
    if cluster and page.kind in ("article", "term") and cluster.id in hubs:
        found.append(("parent", hubs[cluster.id]))
    if page.kind == "home":
        in_menu = [pages[item] for item in _list_menu(blueprint.menu) if item in pages]
        top = sorted((other for other in hubs.values() if other.parent in (None, page.id)), key=lambda hub: hub.phase)
        found += [("child", other) for other in [*in_menu, *top] if other.kind == "hub"]
    found += [
        ("child", other) for other in blueprint.pages if other.parent == page.id and other.kind in ("hub", "term")
    ]
    if cluster and page.kind in ("hub", "term"):
        found += [("child", hubs[c.id]) for c in blueprint.clusters if c.parent == cluster.id and c.id in hubs]
    if cluster:
        found += [
            ("article", other) for other in blueprint.pages if other.kind == "article" and other.cluster == cluster.id
        ]
    if cluster and page.kind == "hub":
        axes = {value.attribute for value in cluster.values}
        found += [
            ("sibling", hubs[c.id])
            for c in blueprint.clusters
            if c.parent == cluster.parent and c.sector == cluster.sector and c.id in hubs
            and axes & {value.attribute for value in c.values}
        ]  # fmt: skip
    if page.term:
        found += [("sibling", other) for (taxonomy, _), other in terms.items() if taxonomy == page.term.taxonomy]
    if cluster:
        found += [("related", hubs[other_id]) for other_id in cluster.related if other_id in hubs]
    refs = [(ref.taxonomy, ref.term) for ref in page.terms]
    if page.kind == "home" and blueprint.taxonomies:
        refs += [(blueprint.taxonomies[0].slug, term.slug) for term in blueprint.taxonomies[0].terms]
    found += [("term", terms[ref]) for ref in refs if ref in terms]
    found += [("commercial", other) for other in blueprint.pages if other.kind == "commercial"]
    unique: dict[str, tuple[Relation, Page]] = {}
    for relation, other in found:
        if other.id != page.id:
            unique.setdefault(other.id, (relation, other))
    kept = list(unique.values())
    if len(kept) > MAX_NEIGHBOURS:  # commercial pages come last and every page needs its way to them
        ways = [item for item in kept if item[0] == "commercial"][:6]
        kept = [item for item in kept if item[0] != "commercial"][: MAX_NEIGHBOURS - len(ways)] + ways
    return kept
