"""Puts the owner's keyword list into a blueprint: numbers for what is there, places or proposals for the rest."""

from __future__ import annotations

from dataclasses import dataclass, field

from igny8.sag.blueprint import Decision, Dropped, Keyword, OwnerKeyword, Proposal
from igny8.sag.cluster import Chosen
from igny8.sag.keywords.intent import read_intent
from igny8.sag.keywords.normal import normalise
from igny8.sag.lists.match import Known, match
from igny8.sag.lists.naming import type_of
from igny8.sag.lists.propose import find_groups
from igny8.sag.lists.words import form_of
from igny8.sag.template import SiteType
from igny8.sag.viability import with_demand

MOST_PROPOSALS = 100  # an owner looks through them one by one
MOST_REPORTED = 100  # keywords named one by one that nothing was found for
NAMED = 3  # keywords a proposal's reason quotes

Form = tuple[str, ...]


@dataclass
class Placed:
    """The blueprint's keywords with the list in, and the rows that belong to no cluster."""

    keywords: list[Keyword]
    rest: list[OwnerKeyword] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)


def place_list(
    rows: list[OwnerKeyword], all_chosen: list[Chosen], keywords: list[Keyword], decisions: list[Decision],
    site_type: SiteType, locale: str,
) -> Placed:  # fmt: skip
    """Each row to one cluster. Rows that a decision gives a cluster by name are left to it (`decisions.py`)."""
    if not rows:
        return Placed(keywords)
    phrases: dict[str, list[str]] = {}
    for keyword in keywords:
        phrases.setdefault(keyword.cluster, []).append(keyword.phrase)
    known = [Known(one.cluster.id, one.candidate.title, phrases.get(one.cluster.id, [])) for one in all_chosen]
    placed = Placed([keyword.model_copy() for keyword in keywords])
    have = {form_of(keyword.phrase, locale): keyword for keyword in placed.keywords}
    decided = _decided(decisions, locale)
    empty = [row for row in rows if not normalise(row.phrase)]
    placed.dropped = [Dropped(kind="keyword", name=row.phrase, reason="no word in it says a topic") for row in empty]
    unique = _unite([row for row in rows if normalise(row.phrase)], locale)
    matches = match([row.phrase for row in unique.values()], known, locale)
    for (form, row), found in zip(unique.items(), matches, strict=True):
        if form in have:
            keyword = have[form]
            keyword.volume, keyword.difficulty, keyword.cpc, keyword.match = row.volume, row.difficulty, row.cpc, 1.0
        elif form in decided:
            continue
        elif found is None:
            placed.rest.append(row)
        else:
            placed.keywords.append(owned(row, found.cluster, found.score, site_type))
    return placed


def owned(row: OwnerKeyword, cluster: str, score: float, site_type: SiteType) -> Keyword:
    """A row of the owner's list as a keyword of a cluster."""
    intent, stage = read_intent(row.phrase, site_type)
    return Keyword(
        phrase=row.phrase, cluster=cluster, intent=intent, stage=stage, pattern="owner", source="owner",
        volume=row.volume, difficulty=row.difficulty, cpc=row.cpc, match=score,
    )  # fmt: skip


def propose(rest: list[OwnerKeyword], site_type: SiteType, locale: str) -> tuple[list[Proposal], list[Dropped]]:
    """Clusters that the rest suggests, the most searched first, and what not even one was found for."""
    groups, alone = find_groups(rest, locale)
    language = locale.split("_", 1)[0]
    proposals = []
    for one in groups[:MOST_PROPOSALS]:
        names = ", ".join(f"“{keyword.phrase}”" for keyword in one.keywords[:NAMED])
        proposals.append(
            Proposal(
                title=one.title,
                type=type_of(one.keywords, language, site_type),
                keywords=[keyword.phrase for keyword in one.keywords],
                volume=one.volume,
                reason=f"{len(one.keywords)} keywords of your list go together and with no cluster: {names}.",
            )
        )
    left = [*alone, *(row for one in groups[MOST_PROPOSALS:] for row in one.keywords)]
    left.sort(key=lambda row: -(row.volume or 0))
    reason = "goes with no cluster and not with enough other keywords of your list"
    dropped = [Dropped(kind="keyword", name=row.phrase, reason=reason) for row in left[:MOST_REPORTED]]
    if len(left) > MOST_REPORTED:
        name = f"{len(left) - MOST_REPORTED} more keywords of your list"
        dropped.append(Dropped(kind="keyword", name=name, reason="go with no cluster and are searched less"))
    return proposals, dropped


def measure_demand(all_chosen: list[Chosen], keywords: list[Keyword]) -> None:
    """Gives clusters whose keywords have volumes the demand these prove, in place; the others keep the template's."""
    volumes: dict[str, int] = {}
    for keyword in keywords:
        if keyword.volume is not None:
            volumes[keyword.cluster] = volumes.get(keyword.cluster, 0) + keyword.volume
    most = max(volumes.values(), default=0)
    for chosen in all_chosen:
        if chosen.cluster.id in volumes and most:
            volume = volumes[chosen.cluster.id]
            chosen.cluster.viability = with_demand(chosen.cluster.viability, volume, most)


def _unite(rows: list[OwnerKeyword], locale: str) -> dict[Form, OwnerKeyword]:
    """One row per search, the most searched of those that are one under normalisation."""
    unique: dict[Form, OwnerKeyword] = {}
    for row in rows:
        form = form_of(row.phrase, locale)
        if form not in unique or (row.volume or 0) > (unique[form].volume or 0):
            unique[form] = row
    return unique


def _decided(decisions: list[Decision], locale: str) -> set[Form]:
    given = [decision for decision in decisions if decision.action in ("add", "add_keywords")]
    return {form_of(phrase, locale) for decision in given for phrase in decision.keywords}
