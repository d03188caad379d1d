"""The main menu: at most seven items, the main hubs with their children first, then what converts."""

from __future__ import annotations

from igny8.sag.blueprint import MenuItem, Page
from igny8.sag.cluster import Chosen
from igny8.sag.template import SiteType

MAX_ITEMS = 7  # more than fits one line on a laptop and one glance
MAX_HUBS = 5
MAX_CHILDREN = 8
# Commercial pages a visitor looks for in the menu, by what their slug contains, first match first.
WANTED: dict[SiteType, list[tuple[str, ...]]] = {
    "ecommerce": [("guide",), ("contact",)],
    "local_services": [("book", "appointment", "estimate", "quote", "consult"), ("contact",)],
    "saas": [("pricing", "plans"), ("demo", "trial", "sign")],
    "content": [("newsletter", "start"), ("about", "contact")],
}


def plan_menu(pages: list[Page], all_chosen: list[Chosen], site_type: SiteType) -> list[MenuItem]:
    """Every category hub is reachable: those beyond the top ones stand under the one they are related to most."""
    hubs = {page.cluster: page for page in pages if page.kind == "hub"}
    categories = [chosen for chosen in all_chosen if chosen.cluster.type == "product_service_category"]
    tops = _take_turns(categories, all_chosen)[:MAX_HUBS]
    under: dict[str, list[Chosen]] = {top.cluster.id: [] for top in tops}
    for chosen in [*categories, *all_chosen]:
        if chosen in tops or any(chosen in line for line in under.values()):
            continue
        home = chosen.cluster.parent if chosen.cluster.parent in under else None
        if chosen in categories:
            home = _nearest(chosen, tops, under)
        if home and len(under[home]) < MAX_CHILDREN:
            under[home].append(chosen)
    items = [
        _item(hubs[top.cluster.id], top, [_item(hubs[one.cluster.id], one, []) for one in under[top.cluster.id]])
        for top in tops
    ]
    return [*items, *_commercial(pages, site_type)][:MAX_ITEMS]


def _item(page: Page, chosen: Chosen, children: list[MenuItem]) -> MenuItem:
    return MenuItem(page=page.id, label=chosen.cluster.title, children=children)


def _take_turns(categories: list[Chosen], all_chosen: list[Chosen]) -> list[Chosen]:
    """Categories with most below them first, the sectors of the site in turns."""
    children = {one.cluster.id: sum(other.cluster.parent == one.cluster.id for other in all_chosen) for one in categories}
    by_sector: dict[str, list[Chosen]] = {}
    for chosen in sorted(categories, key=lambda one: (-children[one.cluster.id], -one.cluster.viability.score)):
        by_sector.setdefault(chosen.cluster.sector, []).append(chosen)
    turns = max(map(len, by_sector.values()), default=0)
    return [line[at] for at in range(turns) for line in by_sector.values() if at < len(line)]


def _nearest(chosen: Chosen, tops: list[Chosen], under: dict[str, list[Chosen]]) -> str | None:
    """The top item of the same sector that the cluster is related to most, else the one with most room."""
    same = [top for top in tops if top.cluster.sector == chosen.cluster.sector] or tops
    free = [top.cluster.id for top in same if len(under[top.cluster.id]) < MAX_CHILDREN]
    related = [cluster for cluster in chosen.cluster.related if cluster in free]
    return related[0] if related else min(free, key=lambda top: len(under[top]), default=None)


def _commercial(pages: list[Page], site_type: SiteType) -> list[MenuItem]:
    commercial = [page for page in pages if page.kind == "commercial"]
    found: list[Page] = []
    for words in WANTED[site_type]:
        match = next((page for page in commercial if page not in found and any(word in page.slug for word in words)), None)
        if match:
            found.append(match)
    return [MenuItem(page=page.id, label=page.title) for page in found]
