"""Builds the blueprint: every step of SAG, in order, as one pure function of its input."""

from __future__ import annotations

from collections.abc import Callable

from igny8.operations import OperationError
from igny8.sag.blueprint import Blueprint, BlueprintAttribute, BlueprintInput, Dropped, Rejected, SectorRef
from igny8.sag.cluster import Chosen, choose, hang, relate
from igny8.sag.decisions import plan_added, replay
from igny8.sag.edits import apply_edits
from igny8.sag.facts import place_facts
from igny8.sag.intersect import Candidate, find_candidates
from igny8.sag.keywords.generate import Claimant, Keywords, make_keywords
from igny8.sag.languages import speaking
from igny8.sag.links import plan_links
from igny8.sag.menu import plan_menu
from igny8.sag.merge import drop_empty, merge_sectors, prune
from igny8.sag.order import plan_order
from igny8.sag.own_clusters import Ground
from igny8.sag.owner_list import measure_demand, place_list, propose
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
    all_chosen, rejected, candidates = _choose_clusters(given, refs, attributes)
    _tell(progress, 2)
    ground = Ground(given.site_type, refs, attributes, candidates)
    added = plan_added(given.decisions, ground, all_chosen)
    claimants = [*all_chosen, *added.values()]
    made = make_keywords(
        [Claimant(chosen.cluster.id, chosen.candidate) for chosen in claimants],
        refs,
        attributes,
        {sector.slug: sector.keyword_patterns for sector in sectors},
        given.site_type,
        sharing=len(all_chosen),
    )
    dropped += _conflicts(made, claimants)
    placed = place_list(given.keywords, claimants, made.keywords, given.decisions, given.site_type, given.locale)
    settled = replay(given.decisions, all_chosen, added, placed.keywords, given.keywords, ground)
    dropped += settled.dropped
    all_chosen = settled.chosen
    relate(all_chosen)
    measure_demand(all_chosen, settled.keywords)
    proposals, unplaced = propose(placed.rest, given.site_type, given.locale)
    dropped += [*placed.dropped, *unplaced]
    _tell(progress, 3)
    taxonomies = plan_taxonomies(attributes)
    pages = plan_pages(given, sectors, refs, attributes, taxonomies, settled)
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
        keywords=settled.keywords,
        taxonomies=taxonomies,
        pages=pages,
        links=plan_links(pages, all_chosen, given.site_type),
        menu=plan_menu(pages, all_chosen, attributes, refs, given.site_type),
        execution=plan_order(pages),
        dropped=dropped,
        proposals=proposals,
        decisions=given.decisions,
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
) -> tuple[list[Chosen], list[Rejected], list[Candidate]]:
    """The clusters with their parents, those left out, and all candidates of both."""
    everything: list[Candidate] = []
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
        everything += candidates
    if not all_chosen:
        raise OperationError("no_clusters", "No values are left to make a structure from: the edits dropped them all.")
    hang(all_chosen)
    return all_chosen, rejected, everything


def _conflicts(made: Keywords, claimants: list[Chosen]) -> list[Dropped]:
    titles = {chosen.cluster.id: chosen.cluster.title for chosen in claimants}
    dropped = []
    for conflict in made.conflicts:
        wanted = ", ".join(titles[cluster] for cluster in conflict.wanted_by)
        reason = f"kept by {titles[conflict.kept_by]}, wanted by {wanted} as well"
        dropped.append(Dropped(kind="keyword", name=conflict.phrase, reason=reason))
    return dropped


def _ref(sector: Sector) -> SectorRef:
    return SectorRef(
        slug=sector.slug,
        name=sector.name,
        industry=sector.industry.name if sector.industry else "",
        noun=sector.noun,
        buyers=sector.buyers,
        schema_types=sector.schema_types,
    )


def _tell(progress: Progress, done: int) -> None:
    progress(done, len(STEPS), f"Planning {STEPS[done]}" if done < len(STEPS) else "Blueprint ready")
