"""Plans the pages of a site: home, one hub per cluster, articles, one page per term, and the commercial pages.

Hub and term page of the same value: see `titles.py`. Articles answer keywords their cluster owns, and take these over
from the hub, so that every keyword is answered by one page.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from igny8.sag.blueprint import (
    BlueprintAttribute,
    BlueprintInput,
    ContentStructure,
    ContentType,
    Facts,
    Keyword,
    Page,
    SectorRef,
    Taxonomy,
    TermRef,
)  # fmt: skip
from igny8.sag.cluster import Chosen
from igny8.sag.decisions import Settled
from igny8.sag.intersect import Pick
from igny8.sag.keywords.candidates import Language
from igny8.sag.keywords.ideas import Idea, find_ideas
from igny8.sag.languages import words as grammar
from igny8.sag.phrases import Topic, topic_of
from igny8.sag.slugs import numbered, slugify
from igny8.sag.taxonomy import RESERVED, term_page_id, term_refs
from igny8.sag.template import CommercialPage, Sector, SiteType
from igny8.sag.titles import hub_summary, hub_title, join_nouns, term_title

ARTICLES = {
    "category": 2,
    "problem": 2,
    "comparison": 0,
}  # by subject; one for all others. A comparison says it all itself
TOP_HUBS = 4  # hubs besides the categories that are made first
MAX_HUB_KEYWORDS = 14
BUSINESS_PAGES = ("contact", "about", "team", "guarantee", "returns", "shipping", "privacy", "warranty", "security")


@dataclass
class Draft:
    """The plan while it is being made: pages in order, and what is taken already."""

    sectors: list[SectorRef]
    site_type: SiteType
    pages: list[Page] = field(default_factory=list)
    paths: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)

    def noun(self, sector: str) -> Topic:
        ref = next(ref for ref in self.sectors if ref.slug == sector)
        return topic_of(ref.noun.plural, ref.noun.singular)

    def place(self, slug: str, parent: Page | None = None) -> tuple[str, str]:
        """A slug and path that no other page has, numbered when the plain one is taken."""
        base = parent.path if parent else "/"
        free, number = slug, 1
        while f"{base}{free}/" in self.paths or (not parent and free in RESERVED):
            number += 1
            free = numbered(slug, number)
        self.paths.add(f"{base}{free}/")
        return free, f"{base}{free}/"

    def add(self, page: Page) -> Page:
        self.titles.add(page.title.casefold())
        self.pages.append(page)
        return page


def plan_pages(
    given: BlueprintInput, sectors: list[Sector], refs: list[SectorRef], attributes: list[BlueprintAttribute],
    taxonomies: list[Taxonomy], settled: Settled,
) -> list[Page]:  # fmt: skip
    """All pages, in the order home, commercial, hubs, articles, terms. Gives clusters their phase and term as well."""
    all_chosen = settled.chosen
    draft = Draft(refs, given.site_type)
    draft.paths.update(f"/{taxonomy.slug}/" for taxonomy in taxonomies)  # a page there would hide its terms' archives
    terms = term_refs(taxonomies)
    _add_home(draft, given.site_name, given.facts)
    _add_commercial(draft, sectors)
    owned = _by_cluster(settled.keywords)
    hubs = _add_hubs(draft, all_chosen, terms, owned)
    ideas = _rehome(_choose_ideas(draft, settled.first, _by_cluster(settled.first_keywords)), settled)
    for chosen in all_chosen:
        _add_articles(draft, chosen, hubs[chosen.cluster.id], ideas[chosen.cluster.id], terms)
    _add_terms(draft, attributes, taxonomies, all_chosen)
    _give_keywords(draft, hubs, owned, ideas)
    return draft.pages


def _add_home(draft: Draft, site_name: str, facts: Facts) -> None:
    what = join_nouns([draft.noun(ref.slug) for ref in draft.sectors])
    says = grammar.wording
    if draft.site_type == "local_services" and facts.locations:
        what = says.in_place.format(what=what, place=facts.locations[0])
    draft.paths.add("/")
    draft.add(
        Page(
            id="home",
            kind="home",
            title=says.home.format(site=site_name, what=what),
            slug="home",
            path="/",
            cluster=None,
            content_type="page",
            content_structure="landing_page",
            phase=1,
            primary_keyword=what,
            summary=says.home_summary.format(site=site_name),
        )
    )


def _add_commercial(draft: Draft, sectors: list[Sector]) -> None:
    """The sectors' commercial pages, each once; several sectors share 'Contact us'."""
    planned: dict[str, CommercialPage] = {}
    for sector in sectors:
        for page in sector.commercial_pages:
            if page.title.casefold() not in {one.title.casefold() for one in planned.values()}:
                planned.setdefault(page.slug, page)
    for page in planned.values():
        slug, path = draft.place(page.slug)
        is_business = any(word in page.slug for word in BUSINESS_PAGES)
        draft.add(
            Page(
                id=f"commercial-{page.slug}",
                kind="commercial",
                title=page.title,
                slug=slug,
                path=path,
                cluster=None,
                content_type="page",
                content_structure="business_page" if is_business else "landing_page",
                phase=1,
                primary_keyword=grammar.uncapitalise(page.title),
                summary=page.description,
            )
        )


def _add_hubs(
    draft: Draft, all_chosen: list[Chosen], terms: dict[tuple[str, str], TermRef], owned: dict[str, list[Keyword]]
) -> dict[str, Page]:
    """One hub per cluster, parents first, at the parent's address: /dog-beds/orthopedic/."""
    _set_phases(all_chosen)
    hubs: dict[str, Page] = {}
    waiting = list(all_chosen)
    while waiting:
        chosen = next(one for one in waiting if one.cluster.parent is None or one.cluster.parent in hubs)
        waiting.remove(chosen)
        cluster, candidate = chosen.cluster, chosen.candidate
        parent = hubs.get(cluster.parent or "")
        slug, path = draft.place(_short_slug(cluster.slug, parent), parent)
        refs = [terms[pick.key] for pick in (*candidate.picks, *chosen.beside) if pick.key in terms]
        if len(candidate.picks) == 1 and candidate.subject != "choice" and candidate.picks[0].key in terms:
            cluster.term = refs[0]
        title = _free(draft, hub_title(candidate, draft.site_type))
        hubs[cluster.id] = draft.add(
            Page(
                id=f"hub-{cluster.id.removeprefix('c-')}",
                kind="hub",
                title=title,
                slug=slug,
                path=path,
                parent=parent.id if parent else None,
                cluster=cluster.id,
                content_type=_hub_type(chosen, draft.site_type),
                content_structure="cluster_hub",
                phase=cluster.phase,
                terms=refs,
                primary_keyword=next(
                    (word.phrase for word in owned[cluster.id] if word.is_primary), candidate.topic.things
                ),
                summary=hub_summary(candidate, draft.site_type),
            )
        )
    return hubs


def _free(draft: Draft, title: str) -> str:
    """The title, numbered when a page has it: an owner may call a cluster what a commercial page is called."""
    free, number = title, 1
    while free.casefold() in draft.titles:
        number += 1
        free = f"{title} ({number})"
    return free


def _by_cluster(keywords: list[Keyword]) -> dict[str, list[Keyword]]:
    owned: dict[str, list[Keyword]] = defaultdict(list)
    for keyword in keywords:
        owned[keyword.cluster].append(keyword)
    return owned


def _set_phases(all_chosen: list[Chosen]) -> None:
    """SPEC §1.3: 1 category pages and top hubs, 2 other hubs, 4 brand comparisons."""
    best = sorted(
        (chosen for chosen in all_chosen if chosen.cluster.type not in ("product_service_category", "comparison")),
        key=lambda chosen: -chosen.cluster.viability.score,
    )[:TOP_HUBS]
    for chosen in all_chosen:
        is_brand = all(pick.role == "brand" for pick in chosen.candidate.picks[:2])
        if chosen.cluster.type == "product_service_category" or chosen in best:
            chosen.cluster.phase = 1
        else:
            chosen.cluster.phase = 4 if chosen.cluster.type == "comparison" and is_brand else 2


def _short_slug(slug: str, parent: Page | None) -> str:
    """What the parent's address already says falls away: dog-beds/orthopedic-dog-beds → dog-beds/orthopedic."""
    if parent is None:
        return slug
    said = {grammar.stem(word) for word in parent.slug.split("-")}
    words = [word for word in slug.split("-") if grammar.stem(word) not in said]
    while words and words[0] in grammar.small_words - {"how", "vs", "for"}:
        words.pop(0)
    # A comparison or a question is unreadable without its first word.
    is_whole = not words or {"vs", "how"} & set(words)
    return slug if is_whole else "-".join(words)


def _hub_type(chosen: Chosen, site_type: SiteType) -> ContentType:
    kind = chosen.cluster.type
    if kind == "product_service_category" and site_type == "local_services":
        return "service"
    return "comparison" if kind == "comparison" else "brand" if kind == "brand" else "page"


def _choose_ideas(draft: Draft, all_chosen: list[Chosen], owned: dict[str, list[Keyword]]) -> dict[str, list[Idea]]:
    """Ideas per cluster, the least used pattern first, so that a site does not ask one question forty times."""
    language = Language.of(draft.site_type)
    used: Counter[str] = Counter()
    titles = set(draft.titles)
    chosen_ideas: dict[str, list[Idea]] = {}
    for chosen in all_chosen:
        words = {keyword.phrase for keyword in owned[chosen.cluster.id] if not keyword.is_primary}
        ideas = [
            idea
            for idea in find_ideas(chosen.candidate, draft.noun(chosen.candidate.sector), language)
            if idea.phrase in words
        ]
        is_category = chosen.cluster.type == "product_service_category"
        wanted = ARTICLES.get("category" if is_category else chosen.candidate.subject, 1)
        picked: list[Idea] = []
        for _ in range(wanted):
            free = [idea for idea in ideas if idea not in picked and idea.title.casefold() not in titles]
            if not free:
                break
            idea = min(free, key=lambda idea: used[idea.pattern])
            used[idea.pattern] += 1
            titles.add(idea.title.casefold())
            picked.append(idea)
        chosen_ideas[chosen.cluster.id] = picked
    return chosen_ideas


def _rehome(ideas: dict[str, list[Idea]], settled: Settled) -> dict[str, list[tuple[Chosen, Idea]]]:
    """Ideas by the cluster that owns their keyword in the end, each with the one it was found in."""
    owner = {keyword.phrase: keyword.cluster for keyword in settled.keywords}
    homes: dict[str, list[tuple[Chosen, Idea]]] = {chosen.cluster.id: [] for chosen in settled.chosen}
    for origin in settled.first:
        for idea in ideas[origin.cluster.id]:
            if idea.phrase in owner:
                homes[owner[idea.phrase]].append((origin, idea))
    return homes


def _add_articles(
    draft: Draft, chosen: Chosen, hub: Page, ideas: list[tuple[Chosen, Idea]], terms: dict[tuple[str, str], TermRef]
) -> None:
    for number, (origin, idea) in enumerate(ideas):
        slug, path = draft.place(slugify(idea.phrase))
        mark = hashlib.sha256(f"{origin.cluster.id}|{idea.pattern}".encode()).hexdigest()[:12]
        is_early = number == 0 and hub.phase == 1
        draft.add(
            Page(
                id=f"article-{mark}",
                kind="article",
                title=idea.title,
                slug=slug,
                path=path,
                cluster=chosen.cluster.id,
                content_type="post",
                content_structure=idea.structure,
                phase=2 if is_early else 4,
                primary_keyword=idea.phrase,
                keywords=[idea.phrase],
                terms=[terms[pick.key] for pick in origin.candidate.picks if pick.key in terms],
                summary=grammar.wording.article_summary.format(phrase=idea.phrase, title=chosen.cluster.title),
            )
        )


def _add_terms(
    draft: Draft, attributes: list[BlueprintAttribute], taxonomies: list[Taxonomy], all_chosen: list[Chosen]
) -> None:
    of_term = {
        (chosen.cluster.term.taxonomy, chosen.cluster.term.term): chosen.cluster.id
        for chosen in reversed(all_chosen)
        if chosen.cluster.term
    }
    by_slug = {attribute.slug: attribute for attribute in attributes}
    picks = [Pick(attribute, value) for attribute in attributes for value in attribute.values]
    heads = [
        pick
        for pick in picks
        if pick.role == "category" and pick.attribute.level != "facet" and pick.value.joint == "head"
    ]
    for taxonomy in taxonomies:
        attribute = by_slug[taxonomy.attribute]
        is_category = attribute.role == "category"
        structure: ContentStructure = "category_archive" if is_category else "attribute_archive"
        for value in attribute.values:
            pick = Pick(attribute, value)
            noun = _noun_of(draft, value.sectors)
            title = _unused(draft, term_title(pick, noun, heads, draft.site_type), attribute)
            path = f"/{taxonomy.slug}/{value.slug}/"
            draft.paths.add(path)
            draft.add(
                Page(
                    id=term_page_id(taxonomy.slug, value.slug),
                    kind="term",
                    title=title,
                    slug=value.slug,
                    path=path,
                    cluster=of_term.get((taxonomy.slug, value.slug)),
                    term=TermRef(taxonomy=taxonomy.slug, term=value.slug),
                    content_type="term",
                    content_structure=structure,
                    phase=3,
                    primary_keyword=grammar.uncapitalise(title),
                    keywords=[grammar.uncapitalise(title)],
                    summary=grammar.wording.term_summary.format(value=value.label),
                )
            )


def _noun_of(draft: Draft, sectors: list[str]) -> Topic:
    """What a value's page deals in: its sector's noun, or those of all sectors that know it."""
    known = [draft.noun(ref.slug) for ref in draft.sectors if ref.slug in sectors] or [
        draft.noun(draft.sectors[0].slug)
    ]
    return known[0] if len(known) == 1 else Topic(join_nouns(known))


def _unused(draft: Draft, title: str, attribute: BlueprintAttribute) -> str:
    """Two attributes may share a value ('Grain-free'); the second page says which axis it is of."""
    return title if title.casefold() not in draft.titles else f"{title} ({attribute.name.lower()})"


def _give_keywords(
    draft: Draft, hubs: dict[str, Page], owned: dict[str, list[Keyword]], ideas: dict[str, list[tuple[Chosen, Idea]]]
) -> None:
    """The hub gets its cluster's keywords but those its articles answer: the primary, then the most searched."""
    for cluster, hub in hubs.items():
        answered = {idea.phrase for _, idea in ideas[cluster]}
        words = sorted(owned[cluster], key=lambda word: (not word.is_primary, -(word.volume or 0)))
        hub.keywords = [word.phrase for word in words if word.phrase not in answered][:MAX_HUB_KEYWORDS]
