"""The main menu: at most seven items with natural labels, each a way into one kind of hub, then what converts.

An item that stands for several hubs has a label of its own and leads to the first of them. Pairs ('Orthopedic dog
beds') are reached from their parents.
"""

from __future__ import annotations

from igny8.sag.blueprint import BlueprintAttribute, MenuItem, Page, SectorRef
from igny8.sag.cluster import Chosen
from igny8.sag.languages import words as grammar
from igny8.sag.taxonomy import plural_name
from igny8.sag.template import SiteType

MAX_ITEMS = 7  # more than fits one line on a laptop and one glance
MAX_CHILDREN = 16  # as many category clusters as a sector may have (cluster.MAX_CATEGORIES)
LEAST_GROUP = 2  # a group of one is a page, not a menu
SHORT = 16  # letters of an attribute's name that still make a menu label

# Commercial pages a visitor looks for in the menu, by what their slug contains, first match first.
WANTED: dict[SiteType, list[tuple[str, ...]]] = {
    "ecommerce": [("contact",)],
    "local_services": [("book", "appointment", "estimate", "quote", "consult"), ("contact",)],
    "saas": [("pricing", "plans"), ("demo", "trial", "sign")],
    "content": [("newsletter", "start"), ("about", "contact")],
}


def plan_menu(
    pages: list[Page], all_chosen: list[Chosen], attributes: list[BlueprintAttribute], sectors: list[SectorRef],
    site_type: SiteType,
) -> list[MenuItem]:  # fmt: skip
    """Top items with their children; every category hub is in it."""
    hubs = {page.cluster: page for page in pages if page.kind == "hub"}
    converting = [MenuItem(page=page.id, label=page.title) for page in converting_pages(pages, site_type)]
    items = _ranges(hubs, all_chosen, sectors, site_type)
    for kind, label in grammar.wording.groups[site_type].items():
        group = [one for one in all_chosen if one.cluster.type == kind and _is_entry(one)]
        if len(group) >= LEAST_GROUP and len(items) + len(converting) < MAX_ITEMS:
            named = _label(group, attributes, label) if kind == "condition_problem" else label
            items.append(_group(hubs, group, named))
    return [*items, *converting][:MAX_ITEMS]


def _ranges(
    hubs: dict[str | None, Page], all_chosen: list[Chosen], sectors: list[SectorRef], site_type: SiteType
) -> list[MenuItem]:
    """What the site is about: one item, or one per sector."""
    items = []
    for sector in sectors:
        group = [
            one
            for one in all_chosen
            if one.cluster.sector == sector.slug
            and one.cluster.type == "product_service_category"
            and one.cluster.parent is None
        ]
        if group:
            items.append(_group(hubs, group, grammar.wording.ranges[site_type] if len(sectors) == 1 else sector.name))
    return items


def _is_entry(chosen: Chosen) -> bool:
    """Clusters of a single value and comparisons; 'choice' guides stand under what they choose."""
    return chosen.cluster.type == "comparison" or (
        chosen.cluster.parent is None and chosen.candidate.subject != "choice"
    )


def _group(hubs: dict[str | None, Page], group: list[Chosen], label: str) -> MenuItem:
    children = [MenuItem(page=hubs[one.cluster.id].id, label=one.cluster.title) for one in group[:MAX_CHILDREN]]
    return MenuItem(page=children[0].page, label=label, children=children)


def _label(group: list[Chosen], attributes: list[BlueprintAttribute], label: str) -> str:
    """The attribute's own name when the whole group is of one and it is short: 'Concerns', 'Skin concerns'."""
    slugs = {pick.attribute.slug for one in group for pick in one.candidate.picks}
    names = [attribute.name for attribute in attributes if attribute.slug in slugs]
    if len(names) != 1 or len(names[0]) > SHORT or " and " in names[0] or len(names[0].split()) > 2:  # noqa: PLR2004
        return label
    plural = plural_name(names[0])
    return plural if grammar.is_plural(plural) and names[0] != "Problem solved" else label


def converting_pages(pages: list[Page], site_type: SiteType) -> list[Page]:
    """The commercial pages a visitor is to reach, the most wanted first."""
    commercial = [page for page in pages if page.kind == "commercial"]
    found: list[Page] = []
    for words in WANTED[site_type]:
        match = next(
            (page for page in commercial if page not in found and any(word in page.slug for word in words)), None
        )
        if match:
            found.append(match)
    return found
