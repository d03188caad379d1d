"""The viability score of a candidate cluster: four named parts from 0 to 1 and their weighted sum (SPEC §1.3)."""

from __future__ import annotations

import math

from igny8.sag.blueprint import BlueprintAttribute, Viability
from igny8.sag.intersect import Candidate
from igny8.sag.template import Level, SiteType

# Coherence weighs most: a topic nobody would name is worthless however much it could be written about.
# Without search volumes demand is a prior, so it weighs no more than what tells clusters apart.
WEIGHTS = {"size": 0.15, "coherence": 0.40, "distinctness": 0.20, "demand": 0.25}
LEVEL_DEMAND: dict[Level, float] = {"primary": 1.0, "secondary": 0.8, "tertiary": 0.7, "facet": 0.3}
LAST_VALUE = 0.6  # templates list values by how much they are asked for; the last counts this much of the first
PAIR_DEMAND = 0.75  # a longer phrase is searched less: roughly what Ahrefs' and Backlinko's long-tail curves show
THRESHOLD = 55  # below it a candidate is a section of a page, not a cluster
FULL_SIZE = 12  # expansions at which a cluster can fill its 5-20 keywords without straining
SITE_DEMAND: dict[SiteType, dict[str, float]] = {  # what visitors of such sites come for first
    "ecommerce": {"product_service_category": 1.0, "feature": 1.0, "use_case": 0.95},
    "local_services": {"product_service_category": 1.0, "condition_problem": 1.0, "feature": 0.85},
    "saas": {"product_service_category": 1.0, "use_case": 1.0, "feature": 0.95, "comparison": 1.0},
    "content": {"informational": 1.0, "condition_problem": 1.0, "use_case": 1.0, "comparison": 1.0},
}


def score(candidate: Candidate, site_type: SiteType, rooms: dict[str, int], overlap: float) -> Viability:
    """`rooms`: attribute slug → number of values that could extend a phrase; `overlap`: share of words a better
    candidate already covers, 0-1."""
    size = min(1.0, _expansions(candidate, rooms) / FULL_SIZE)
    demand = _demand(candidate) * SITE_DEMAND[site_type].get(candidate.type, 0.9)
    return weigh(size, candidate.coherence, 1 - overlap, demand)


def weigh(size: float, coherence: float, distinctness: float, demand: float) -> Viability:
    """The parts with their weighted sum."""
    parts = {"size": size, "coherence": coherence, "distinctness": distinctness, "demand": demand}
    total = sum(WEIGHTS[name] * part for name, part in parts.items())
    return Viability(score=round(100 * total), **{name: round(part, 3) for name, part in parts.items()})


def with_demand(viability: Viability, volume: int, most: int) -> Viability:
    """The same with the owner's search volume as demand, on a scale of tens: a tenth of the searches is not a tenth.

    `most`: searches of the most searched cluster, which has a demand of 1.
    """
    demand = math.log1p(volume) / math.log1p(most) if most else 0.0
    return weigh(viability.size, viability.coherence, viability.distinctness, demand)


def rooms_of(attributes: list[BlueprintAttribute]) -> dict[str, int]:
    """How many values of each attribute can widen a topic into longer phrases."""
    return {attribute.slug: len(attribute.values) for attribute in attributes}


def _expansions(candidate: Candidate, rooms: dict[str, int]) -> float:
    own = {pick.attribute.slug for pick in candidate.picks}
    synonyms = sum(min(3, len(pick.value.synonyms)) for pick in candidate.picks)
    others = sum(count for slug, count in rooms.items() if slug not in own)
    return 4 + synonyms + others / (6 * len(candidate.picks))  # four question patterns always apply


def _demand(candidate: Candidate) -> float:
    parts = []
    for pick in candidate.picks:
        values = pick.attribute.values
        at = next(number for number, value in enumerate(values) if value.slug == pick.value.slug)
        place = 1.0 if pick.value.source == "owner" else 1 - (1 - LAST_VALUE) * at / max(1, len(values) - 1)
        parts.append(LEVEL_DEMAND[pick.attribute.level] * place)
    longer = PAIR_DEMAND if len(candidate.picks) > 1 and candidate.type != "comparison" else 1.0
    return sum(parts) / len(parts) * longer
