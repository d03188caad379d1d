"""Builds the blueprint: every step of SAG, in order, as one pure function of its input."""

from __future__ import annotations

from collections.abc import Callable

from igny8.operations import OperationError
from igny8.sag.blueprint import Blueprint, BlueprintAttribute, BlueprintInput, Dropped, Rejected, SectorRef
from igny8.sag.cluster import Chosen, choose, relate
from igny8.sag.edits import apply_edits
from igny8.sag.facts import place_facts
from igny8.sag.intersect import find_candidates
from igny8.sag.keywords.generate import Claimant, make_keywords
from igny8.sag.languages import speaking
from igny8.sag.links import plan_links
from igny8.sag.menu import plan_menu
from igny8.sag.merge import drop_empty, merge_sectors, prune
from igny8.sag.order import plan_order
from igny8.sag.plan import plan_pages
from igny8.sag.sectors import read_sectors
from igny8.sag.taxonomy import plan_taxonomies
from igny8.sag.template import Sector

Progress = Callable[[int, int, str], None]
STEPS = ["attributes", "clusters", "keywords", "pages", "links"]


def build_blueprint(given: BlueprintInput, progress: Progress) -> Blueprint:
    """Refuses unknown and repeated sectors, unknown attributes and values in edits, and languages without patterns."""
    with speaking(given.locale):
        return _build(given, progress)


def _build(given: BlueprintInput, progress: Progress) -> Blueprint:
    _tell(progress, 0)
    sectors = read_sectors(given.sectors, given.templates)
    refs = [_ref(sector) for sector in sectors]
    attributes, dropped = settle_attributes(given, sectors)
    _tell(progress, 1)
    all_chosen, rejected = _choose_clusters(given, refs, attributes)
    _tell(progress, 2)
    made = make_keywords(
        [Claimant(chosen.cluster.id, chosen.candidate) for chosen in all_chosen],
        refs,
        attributes,
        {sector.slug: sector.keyword_patterns for sector in sectors},
        given.site_type,
    )
    titles = {chosen.cluster.id: chosen.cluster.title for chosen in all_chosen}
    for conflict in made.conflicts:
        wanted = ", ".join(titles[cluster] for cluster in conflict.wanted_by)
        reason = f"kept by {titles[conflict.kept_by]}, wanted by {wanted} as well"
        dropped.append(Dropped(kind="keyword", name=conflict.phrase, reason=reason))
    _tell(progress, 3)
    taxonomies = plan_taxonomies(attributes)
    pages = plan_pages(given, sectors, refs, attributes, taxonomies, all_chosen, made.keywords)
    _tell(progress, 4)
    blueprint = Blueprint(
        site_name=given.site_name,
        site_type=given.site_type,
        locale=given.locale,
        sectors=refs,
        facts=given.facts,
        attributes=attributes,
        clusters=[chosen.cluster for chosen in all_chosen],
        rejected=rejected,
        keywords=made.keywords,
        taxonomies=taxonomies,
        pages=pages,
        links=plan_links(pages, all_chosen, given.site_type),
        menu=plan_menu(pages, all_chosen, attributes, refs, given.site_type),
        execution=plan_order(pages),
        dropped=dropped,
    )
    _tell(progress, 5)
    return blueprint


def settle_attributes(given: BlueprintInput, sectors: list[Sector]) -> tuple[list[BlueprintAttribute], list[Dropped]]:
    """Merged, with the owner's facts and edits in, without empty ones, pruned to what a site can carry."""
    attributes = merge_sectors(sectors)
    dropped = place_facts(attributes, given.facts, sectors)
    dropped += apply_edits(attributes, given.edits, sectors)
    attributes, empty = drop_empty(attributes)
    attributes, pruned = prune(attributes)
    return attributes, [*dropped, *empty, *pruned]


def _choose_clusters(
    given: BlueprintInput, refs: list[SectorRef], attributes: list[BlueprintAttribute]
) -> tuple[list[Chosen], list[Rejected]]:
    all_chosen: list[Chosen] = []
    rejected: list[Rejected] = []
    for ref in refs:
        taken = {chosen.cluster.title for chosen in all_chosen}
        candidates = [
            candidate
            for candidate in find_candidates(ref, attributes, given.site_type)
            if candidate.title not in taken  # a topic that two sectors share has one hub, in the first
        ]
        chosen, left = choose(candidates, attributes, given.site_type, len(refs), given.max_clusters_per_sector)
        all_chosen += chosen
        rejected += left
    if not all_chosen:
        raise OperationError("no_clusters", "No values are left to make a structure from: the edits dropped them all.")
    relate(all_chosen)
    return all_chosen, rejected


def _ref(sector: Sector) -> SectorRef:
    return SectorRef(
        slug=sector.slug,
        name=sector.name,
        industry=sector.industry.name if sector.industry else "",
        noun=sector.noun,
        schema_types=sector.schema_types,
    )


def _tell(progress: Progress, done: int) -> None:
    progress(done, len(STEPS), f"Planning {STEPS[done]}" if done < len(STEPS) else "Blueprint ready")
