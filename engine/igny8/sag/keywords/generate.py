"""Gives every phrase to exactly one cluster and every cluster its 5 to 20 keywords (SPEC §1.4)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from pydantic import Field

from igny8.sag.blueprint import BlueprintAttribute, Keyword, SectorRef
from igny8.sag.intersect import Candidate
from igny8.sag.keywords.candidates import Claim, Language, find_claims
from igny8.sag.keywords.normal import normalise
from igny8.sag.languages import words as grammar
from igny8.sag.phrases import topic_of
from igny8.sag.template import Model, SiteType

AIM = 460  # keywords of a site, within SPEC's 300-500+
# Taken at a time: modifiers are what sets one trade's keywords apart, questions are what its articles answer.
TURNS: dict[str, int] = {"modifier": 2, "question": 2}
ROTATED = {"question"}
LEAST, MOST = 10, 18  # per cluster; SPEC: 5-20, aim 10-15


class Conflict(Model):
    """A phrase that several clusters asked for: the most specific one keeps it (SPEC §1.4)."""

    phrase: str
    kept_by: str = Field(description="Cluster id.")
    wanted_by: list[str] = Field(description="Ids of the clusters that went without.")


class Keywords(Model):
    """What was made, and what was contested."""

    keywords: list[Keyword]
    conflicts: list[Conflict]


@dataclass(frozen=True)
class Claimant:
    """A cluster's id with the candidate that holds its words."""

    cluster: str
    candidate: Candidate


def make_keywords(
    claimants: list[Claimant], sectors: list[SectorRef], attributes: list[BlueprintAttribute],
    patterns: dict[str, list[str]], site_type: SiteType, *, sharing: int = 0,
) -> Keywords:  # fmt: skip
    """`patterns`: the sector's own, by sector slug. Order of keywords: by cluster, the primary first.

    `sharing`: clusters that share the site's budget, all unless given; what the owner adds takes nothing from others.
    """
    language = Language.of(site_type)
    nouns = {sector.slug: topic_of(sector.noun.plural, sector.noun.singular) for sector in sectors}
    claims = {
        one.cluster: find_claims(
            one.candidate, nouns[one.candidate.sector], attributes, patterns.get(one.candidate.sector, []), language
        )
        for one in claimants
    }
    owners, conflicts = _settle(claimants, claims)
    # One site has one budget: fewer clusters get more each.
    room = min(MOST, max(LEAST, math.ceil(AIM / (sharing or len(claimants)))))
    keywords = []
    for number, one in enumerate(claimants):
        own = [claim for claim in claims[one.cluster] if owners[normalise(claim.phrase)] == one.cluster]
        kept = _pick(own, room, number)
        keywords += [
            Keyword(
                phrase=claim.phrase,
                cluster=one.cluster,
                intent=claim.intent,
                stage=claim.stage,
                pattern=claim.family,
                source=_source(one.candidate),
                is_primary=at == 0,
            )
            for at, claim in enumerate(kept)
        ]
    used = {keyword.phrase for keyword in keywords}
    return Keywords(keywords=keywords, conflicts=[conflict for conflict in conflicts if conflict.phrase in used])


def _settle(
    claimants: list[Claimant], claims: dict[str, list[Claim]]
) -> tuple[dict[tuple[str, ...], str], list[Conflict]]:
    """Who gets each phrase: the one of more values whose title says more of it, then problems, then the earlier."""
    stems = {one.cluster: set(grammar.stems_of(one.candidate.title)) for one in claimants}
    wanted: dict[tuple[str, ...], list[tuple[tuple[int, int, int], str, str]]] = {}
    for at, one in enumerate(claimants):
        for number, claim in enumerate(claims[one.cluster]):
            covered = len(stems[one.cluster] & set(grammar.stems_of(claim.phrase)))
            # What a cluster is called by is its own, whatever else would like to have it.
            nearness = -3 * covered - 3 * len(one.candidate.picks) - (one.candidate.subject == "problem")
            rank = (-(number == 0), nearness, at)
            wanted.setdefault(normalise(claim.phrase), []).append((rank, one.cluster, claim.phrase))
    owners: dict[tuple[str, ...], str] = {}
    conflicts: list[Conflict] = []
    for form, rows in wanted.items():
        rows.sort()
        owners[form] = rows[0][1]
        others = list(dict.fromkeys(cluster for _, cluster, _ in rows if cluster != rows[0][1]))
        if others:
            conflicts.append(Conflict(phrase=rows[0][2], kept_by=rows[0][1], wanted_by=others))
    return owners, conflicts


def _pick(claims: list[Claim], room: int, number: int) -> list[Claim]:
    """The primary, then the families in turns, so that a cluster asks in many ways and not in one.

    After its first one each cluster starts its questions elsewhere (`number`), so that a site does not ask the same
    two forty times.
    """
    families: dict[str, list[Claim]] = {}
    seen: set[tuple[str, ...]] = set()
    for claim in claims:
        form = normalise(claim.phrase)
        if form not in seen:
            seen.add(form)
            families.setdefault(claim.family, []).append(claim)
    for family in ROTATED & set(families):
        first, *rest = families[family]
        start = number % max(1, len(rest))
        families[family] = [first, *rest[start:], *rest[:start]]
    picked: list[Claim] = []
    while len(picked) < room and any(families.values()):
        for family, line in families.items():
            picked += line[: TURNS.get(family, 1)]
            del line[: TURNS.get(family, 1)]
    return picked[:room]


def _source(candidate: Candidate) -> str:
    return "owner" if any(pick.value.source == "owner" for pick in candidate.picks) else "template"
