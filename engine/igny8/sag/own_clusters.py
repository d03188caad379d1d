"""Makes the clusters that rules did not make: those a decision adds or splits off, from their title and values."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from igny8.sag.blueprint import BlueprintAttribute, Cluster, ClusterType, Decision, SectorRef, Viability
from igny8.sag.cluster import HUBS, Chosen, hang, refs_of
from igny8.sag.intersect import RULES, Candidate, Pick, Subject
from igny8.sag.languages import words as grammar
from igny8.sag.phrases import topic_of
from igny8.sag.slugs import slugify
from igny8.sag.template import SiteType
from igny8.sag.viability import FULL_SIZE, weigh

SUBJECTS: dict[ClusterType, Subject] = {"condition_problem": "problem", "informational": "topic"}
READ = ("how ", "what ", "why ", "when ", "which ", "who ", "guide to ", "choosing ")
PRIOR_DEMAND = 0.5  # of a cluster that only the owner knows of: neither proven nor denied


@dataclass(frozen=True)
class Ground:
    """What own clusters are made on: the site's attributes, and the candidates that rules found."""

    site_type: SiteType
    sectors: list[SectorRef]
    attributes: list[BlueprintAttribute]
    candidates: list[Candidate]

    def picks(self, decision: Decision) -> list[Pick]:
        """The values a decision names, those that are there."""
        known = {(pick.attribute.slug, pick.value.slug): pick for pick in self._all()}
        keys = [(value.attribute, value.value) for value in decision.values]
        return [known[key] for key in dict.fromkeys(keys) if key in known]

    def _all(self) -> list[Pick]:
        return [Pick(attribute, value) for attribute in self.attributes for value in attribute.values]


def title_of(decision: Decision) -> str:
    """The title a decision gives, in one line, as a menu shows it."""
    return grammar.capitalise(" ".join(decision.title.split()))


def own_id(*parts: str) -> str:
    """An id made from what the owner decided, so that the same decision makes the same cluster."""
    return "c-" + hashlib.sha256("|".join(("own", *parts)).casefold().encode()).hexdigest()[:12]


def add_cluster(decision: Decision, ground: Ground, all_chosen: list[Chosen]) -> Chosen:
    """The cluster that an `add` makes: a candidate that rules had left out when values and type say so, else a new one.

    It hangs under the category of its values, or under the one whose title its own says more of.
    """
    title, picks = title_of(decision), ground.picks(decision)
    keys = {pick.key for pick in picks}
    kind = decision.type or _guess_type(title, picks, ground.site_type)
    twin = _twin(kind, keys, ground, all_chosen)
    if twin:
        candidate = replace(twin, title=title, is_named=title != twin.title)
    else:
        candidate = own_candidate(title, kind, _sector(title, picks, ground), picks)
    chosen = _chosen(own_id("add", title), candidate, len(decision.keywords), all_chosen)
    chosen.cluster.reason = _added(decision, candidate, twin is not None)
    chosen.cluster.source = decision.source
    hang([chosen], all_chosen)
    if chosen.cluster.parent is None and not (len(picks) == 1 and picks[0].role == "category"):
        chosen.cluster.parent = _wider(title, chosen.cluster.sector, all_chosen)
    return chosen


def split_cluster(decision: Decision, ground: Ground, whole: Chosen, all_chosen: list[Chosen]) -> Chosen:
    """The cluster that a `split` makes: a child of the whole, of its type and sector unless the decision says more."""
    title, picks = title_of(decision), ground.picks(decision)
    kind = decision.type or whole.cluster.type
    candidate = own_candidate(title, kind, whole.cluster.sector, picks)
    chosen = _chosen(own_id("split", whole.cluster.id, title), candidate, len(decision.keywords), all_chosen)
    chosen.cluster.values = refs_of(tuple(picks)) or [ref.model_copy() for ref in whole.cluster.values]
    chosen.beside = [] if picks else [*whole.candidate.picks, *whole.beside]
    chosen.cluster.parent = whole.cluster.id
    chosen.cluster.source = decision.source
    return chosen


def own_candidate(title: str, kind: ClusterType, sector: str, picks: list[Pick], reason: str = "") -> Candidate:
    """A candidate that is known by its title alone; its keywords are made from it."""
    subject = SUBJECTS.get(kind, "thing")
    sides = tuple(grammar.uncapitalise(title).split(" vs "))
    rivals = (sides[0], sides[1]) if kind == "comparison" and len(sides) == 2 else None  # noqa: PLR2004 - two sides
    if rivals:
        subject = "comparison"
    elif kind == "comparison" or (subject == "problem" and not picks):
        subject = "topic"  # a problem's forms are read from its value, a comparison's from its sides
    things = grammar.uncapitalise(title)
    is_countable = subject == "thing" and grammar.is_plural(things)
    topic = topic_of(things, grammar.singularise_last(things) if is_countable else "")
    return Candidate(sector, kind, subject, tuple(picks), topic, title, reason, 1.0, rivals, is_named=True)


def who(decision: Decision) -> str:
    """Who decided, to begin a sentence with."""
    return "You" if decision.source == "owner" else "An AI suggestion that you accepted"


def _chosen(name: str, candidate: Candidate, keywords: int, all_chosen: list[Chosen]) -> Chosen:
    cluster = Cluster(
        id=name,
        slug=slugify(candidate.title) or name,
        type=candidate.type,
        title=candidate.title,
        sector=candidate.sector,
        values=refs_of(candidate.picks),
        hub_structure=HUBS[candidate.type],
        phase=2,
        viability=_viability(candidate.title, keywords, all_chosen),
        reason=candidate.reason,
    )
    return Chosen(candidate, cluster)


def _viability(title: str, keywords: int, all_chosen: list[Chosen]) -> Viability:
    """Coherent, because a person says so; as distinct as its title is from the others."""
    mine = set(grammar.stems_of(title))
    overlaps = [
        len(mine & theirs) / len(mine | theirs)
        for one in all_chosen
        if (theirs := set(grammar.stems_of(one.cluster.title)))
    ]
    return weigh(min(1.0, (4 + keywords) / FULL_SIZE), 1.0, 1 - max(overlaps, default=0.0), PRIOR_DEMAND)


def _added(decision: Decision, candidate: Candidate, is_known: bool) -> str:
    names = [pick.value.label for pick in candidate.picks]
    of = f" from {' and '.join(names)}" if names else ""
    return f"{who(decision)} added it{of}." + (f" {candidate.reason}" if is_known else "")


def _guess_type(title: str, picks: list[Pick], site_type: SiteType) -> ClusterType:
    low = f"{title.casefold()} "
    if " vs " in low or " or " in low:
        return "comparison"
    if low.startswith(READ):
        return "informational"
    others = [pick for pick in picks if pick.role != "category"]
    if others:
        return RULES[others[0].role].type
    return "informational" if site_type == "content" and not picks else "product_service_category"


def _sector(title: str, picks: list[Pick], ground: Ground) -> str:
    """A sector that knows all its values, else the one whose words the title speaks."""
    slugs = [ref.slug for ref in ground.sectors]
    known = [slug for slug in slugs if picks and all(slug in pick.value.sectors for pick in picks)]
    stems = set(grammar.stems_of(title))
    words = {ref.slug: set(grammar.stems_of(f"{ref.name} {ref.noun.plural}")) for ref in ground.sectors}
    return max(known or slugs, key=lambda slug: (len(stems & words[slug]), -slugs.index(slug)))


def _wider(title: str, sector: str, all_chosen: list[Chosen]) -> str | None:
    """The category whose title says a part of this one: 'Dog beds' for 'Heated dog beds'."""
    mine = set(grammar.stems_of(title))
    best: tuple[int, str] | None = None
    for one in all_chosen:
        theirs, cluster = set(grammar.stems_of(one.cluster.title)), one.cluster
        is_category = cluster.type == "product_service_category" and cluster.parent is None and cluster.sector == sector
        if is_category and theirs and theirs < mine and (best is None or len(theirs) > best[0]):
            best = (len(theirs), cluster.id)
    return best[1] if best else None


def _twin(kind: ClusterType, keys: set[tuple[str, str]], ground: Ground, all_chosen: list[Chosen]) -> Candidate | None:
    """The candidate of these values and this type that rules left out."""
    used = {(one.candidate.type, frozenset(pick.key for pick in one.candidate.picks)) for one in all_chosen}
    if not keys or (kind, frozenset(keys)) in used:
        return None
    return next(
        (one for one in ground.candidates if one.type == kind and {pick.key for pick in one.picks} == keys), None
    )
