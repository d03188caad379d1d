"""Chooses the clusters of a sector among its candidates, and makes them a tree with relations.

Category values come first, then each type takes its share of the site, best first, each scored against what is already
taken. What is left out is kept with its reason.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from igny8.sag.blueprint import BlueprintAttribute, Cluster, ClusterType, HubStructure, Rejected, ValueRef, Viability
from igny8.sag.intersect import Candidate, Pick, cluster_id
from igny8.sag.languages import words as grammar
from igny8.sag.slugs import slugify
from igny8.sag.template import SiteType
from igny8.sag.viability import THRESHOLD, rooms_of, score

# How a site's clusters divide over the types, in hundredths; a type without candidates leaves its share to the others.
SHARES: dict[SiteType, dict[ClusterType, int]] = {
    "ecommerce": {
        "product_service_category": 30, "use_case": 18, "feature": 16, "condition_problem": 13, "informational": 9,
        "comparison": 9, "brand": 5,
    },
    "local_services": {
        "product_service_category": 30, "condition_problem": 22, "use_case": 16, "feature": 12, "informational": 11,
        "comparison": 5, "brand": 4,
    },
    "saas": {
        "product_service_category": 24, "use_case": 22, "feature": 20, "condition_problem": 13, "informational": 10,
        "comparison": 9, "brand": 2,
    },
    "content": {
        "product_service_category": 24, "informational": 20, "use_case": 18, "condition_problem": 14, "feature": 10,
        "comparison": 11, "brand": 3,
    },
}  # fmt: skip
# Clusters per sector by number of sectors: one sector fills a site of about 120 pages; five share about 250.
TARGETS = {1: 40, 2: 30, 3: 24, 4: 20, 5: 17}
MAX_CATEGORIES = 16  # template categories are at most 12; the owner may add to them
MAX_PER_VALUE = 3  # clusters one other value may define, so that 'waterproof' does not take the whole feature share
MAX_CHILDREN = 6  # a hub with more children is a directory, not a page
MAX_PLACE_PAGES = 4  # per place: the same page for every service and town is what Google calls doorway pages
MAX_CHOICES = 3  # choice clusters beside topics that the template names itself
MAX_OVERLAP = 0.75  # more words in common than this and two clusters would compete for the same searches
MAX_RELATED = 6
MAX_REJECTED = 60  # kept for the owner to look through, best first

CATEGORY: ClusterType = "product_service_category"
HUBS: dict[ClusterType, HubStructure] = {
    "product_service_category": "category_overview", "condition_problem": "problem_solution",
    "feature": "product_comparison", "brand": "resource_library", "informational": "guide_tutorial",
    "comparison": "product_comparison", "use_case": "resource_library",
}  # fmt: skip


@dataclass
class Chosen:
    """A cluster with the candidate it was made from, which later steps need for its words."""

    candidate: Candidate
    cluster: Cluster
    beside: list[Pick] = field(default_factory=list)  # values whose terms its hub is filed under too, after a decision


def choose(
    candidates: list[Candidate], attributes: list[BlueprintAttribute], site_type: SiteType, sector_count: int, cap: int
) -> tuple[list[Chosen], list[Rejected]]:
    """The clusters of one sector, in order of choice, and the candidates left out with why."""
    target = min(cap, TARGETS[sector_count])
    contest = Contest(candidates, rooms_of(attributes), site_type)
    contest.fill("product_service_category", min(target, MAX_CATEGORIES), target)
    types: list[ClusterType] = [candidate.type for candidate in candidates]
    for kind, share in _quotas(site_type, types, target - len(contest.taken)).items():
        contest.fill(kind, share, target)
    contest.fill(None, target, target)
    chosen = [Chosen(candidates[at], _cluster(candidates[at], contest.taken[at])) for at in sorted(contest.taken)]
    return chosen, contest.rejected(target)


class Contest:
    """Candidates taken one by one, the best first, each scored against those already taken."""

    def __init__(self, candidates: list[Candidate], rooms: dict[str, int], site_type: SiteType) -> None:
        self.candidates, self.rooms, self.site_type = candidates, rooms, site_type
        self.stems = [set(grammar.stems_of(candidate.title)) for candidate in candidates]
        self.overlaps = [0.0] * len(candidates)
        self.scores = [score(candidate, site_type, rooms, 0.0) for candidate in candidates]
        self.taken: dict[int, Viability] = {}
        self.refused: dict[int, str] = {}

    def fill(self, kind: ClusterType | None, count: int, target: int) -> None:
        """Takes up to `count` of a type, or of any, until the target is reached."""
        for _ in range(count):
            if len(self.taken) >= target:
                return
            best = self._best(kind)
            if best is None:
                return
            self._take(best)

    def rejected(self, target: int) -> list[Rejected]:
        """Those not taken, best first."""
        beyond = f"beyond the {target} clusters that suit a site of this size"
        left = [at for at in range(len(self.candidates)) if at not in self.taken]
        left.sort(key=lambda at: (-self.scores[at].score, at))
        return [
            _rejected(self.candidates[at], self.scores[at].score, self.refused.get(at) or self._refusal(at) or beyond)
            for at in left[:MAX_REJECTED]
        ]

    def _best(self, kind: ClusterType | None) -> int | None:
        order = [
            at
            for at, candidate in enumerate(self.candidates)
            if at not in self.taken and at not in self.refused and kind in (None, candidate.type)
        ]
        for at in sorted(order, key=lambda at: (-self.scores[at].score, at)):
            reason = self._refusal(at)
            if not reason:
                return at
            self.refused[at] = reason
        return None

    def _take(self, at: int) -> None:
        self.taken[at] = self.scores[at]
        mine = self.stems[at]
        for other, candidate in enumerate(self.candidates):
            # Clusters of other types share words by nature: a child has its parent's.
            if other in self.taken or candidate.type != self.candidates[at].type:
                continue
            overlap = len(mine & self.stems[other]) / len(mine | self.stems[other])
            if overlap > self.overlaps[other]:
                self.overlaps[other] = overlap
                self.scores[other] = score(candidate, self.site_type, self.rooms, overlap)

    def _refusal(self, at: int) -> str:
        """Why a candidate is left out, or an empty string."""
        candidate, others = self.candidates[at], [self.candidates[other] for other in self.taken]
        if self.scores[at].score < THRESHOLD:
            return f"scores {self.scores[at].score}, below {THRESHOLD}: better as a section of a wider page"
        if self.overlaps[at] > MAX_OVERLAP:
            return "says nearly the same as another cluster and would compete with it"
        if any(other.title == candidate.title for other in others):
            return "has the same title as another cluster"
        if candidate.subject == "choice" and sum(other.subject == "choice" for other in others) >= MAX_CHOICES:
            return f"beyond {MAX_CHOICES} guides of this kind: an article of its category says it"
        return "" if candidate.type == "comparison" else _crowding(candidate, others)


def hang(all_chosen: list[Chosen], among: list[Chosen] | None = None) -> None:
    """Gives each cluster its parent, in place: one of `among`, which is all of them unless given."""
    single: dict[tuple[str, tuple[str, str]], Chosen] = {}
    for chosen in among or all_chosen:
        if len(chosen.candidate.picks) == 1 and chosen.candidate.subject != "choice":
            single[(chosen.cluster.sector, chosen.candidate.picks[0].key)] = chosen
    for chosen in all_chosen:
        parent = _parent(chosen.candidate, single)
        chosen.cluster.parent = parent.cluster.id if parent and parent is not chosen else None


def relate(all_chosen: list[Chosen]) -> None:
    """Gives each cluster its related clusters, in place; run once over all sectors, when parents are known."""
    bags = {chosen.cluster.id: _bag(chosen.candidate) for chosen in all_chosen}
    spread = Counter(stem for bag in bags.values() for stem in bag)
    for chosen in all_chosen:
        chosen.cluster.related = _related(chosen, all_chosen, bags, spread)


def _quotas(site_type: SiteType, types: list[ClusterType], room: int) -> dict[ClusterType, int]:
    """How many of each type besides the categories; a type without candidates leaves its share to the others."""
    shares = {kind: share for kind, share in SHARES[site_type].items() if kind in types and kind != CATEGORY}
    total = sum(shares.values())
    return {kind: max(1, round(room * share / total)) for kind, share in shares.items()}


def _crowding(candidate: Candidate, others: list[Candidate]) -> str:
    heads = {pick.key for pick in candidate.picks if pick.role == "category"}
    for pick in candidate.picks:
        uses = sum(pick.key in {used.key for used in other.picks} for other in others)
        limit = MAX_PLACE_PAGES if pick.role == "location" else MAX_PER_VALUE
        if pick.key in heads:
            limit = MAX_CHILDREN + 1  # its own cluster and its children
        if uses >= limit:
            return f"{pick.value.label} already defines {uses} clusters"
    return ""


def _rejected(candidate: Candidate, points: int, reason: str) -> Rejected:
    return Rejected(
        title=candidate.title, type=candidate.type, values=refs_of(candidate.picks), reason=reason, score=points
    )


def _cluster(candidate: Candidate, viability: Viability) -> Cluster:
    return Cluster(
        id=cluster_id(candidate),
        slug=slugify(candidate.title),
        type=candidate.type,
        title=candidate.title,
        sector=candidate.sector,
        values=refs_of(candidate.picks),
        hub_structure=HUBS[candidate.type],
        phase=2,
        viability=viability,
        reason=candidate.reason,
    )


def refs_of(picks: tuple[Pick, ...]) -> list[ValueRef]:
    return [ValueRef(attribute=pick.attribute.slug, value=pick.value.slug, label=pick.value.label) for pick in picks]


def _parent(candidate: Candidate, single: dict[tuple[str, tuple[str, str]], Chosen]) -> Chosen | None:
    """A pair belongs under its category, a comparison under the category both share, a choice under what is chosen."""
    heads = [pick for pick in candidate.picks if pick.role == "category"]
    if candidate.type == "comparison":
        extra = candidate.picks[2:] or (candidate.picks[:1] if heads else ())
        return single.get((candidate.sector, extra[0].key)) if extra else None
    if candidate.subject == "choice":
        return single.get((candidate.sector, candidate.picks[0].key))
    if len(candidate.picks) > 1:
        for pick in heads or [pick for pick in candidate.picks if pick.role == "location"]:
            if (candidate.sector, pick.key) in single:
                return single[(candidate.sector, pick.key)]
    return None


def _related(chosen: Chosen, all_chosen: list[Chosen], bags: dict[str, set[str]], spread: dict[str, int]) -> list[str]:
    """Clusters that share a value, that the template says go together or that speak of the same things, nearest first.

    Parents and children are left out: they are related already. A rare word in common counts more than a frequent one.
    """
    me, mine = chosen.cluster, {pick.key for pick in chosen.candidate.picks}
    found: list[tuple[float, int, str]] = []
    for at, other in enumerate(all_chosen):
        it = other.cluster
        if it is me or it.id == me.parent or it.parent == me.id:
            continue
        theirs = {pick.key for pick in other.candidate.picks}
        named = _names(chosen.candidate, other.candidate) or _names(other.candidate, chosen.candidate)
        if it.sector != me.sector and not (mine & theirs or named):
            continue  # a word in common between two trades is a coincidence: "second cat" is no page beside puppies
        weight = 3.0 * len(mine & theirs) + 2 * named
        weight += sum(2 / spread[stem] for stem in sorted(bags[me.id] & bags[it.id]))
        weight += 0.3 * (it.sector == me.sector) * bool({key[0] for key in mine} & {key[0] for key in theirs})
        weight += 0.2 * (it.parent is not None and it.parent == me.parent)
        if weight > 0:
            found.append((-weight, at, it.id))
    return [cluster for _, _, cluster in sorted(found)[:MAX_RELATED]]


def _bag(candidate: Candidate) -> set[str]:
    """The words a cluster speaks with: its title and its values' synonyms."""
    names = [candidate.title, *(name for pick in candidate.picks for name in pick.value.synonyms)]
    return {stem for name in names for stem in grammar.stems_of(name)}


def _names(one: Candidate, other: Candidate) -> bool:
    """Whether a value of one names a value of the other as going with it or rivalling it."""
    wanted = {slug for pick in one.picks for slug in (*pick.value.only_with, *pick.value.rivals)}
    return len(other.picks) == 1 and other.picks[0].value.slug in wanted and len(one.picks) == 1
