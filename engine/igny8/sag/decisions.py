"""Replays the owner's decisions on the clusters that rules chose, in order, before pages are planned.

Every decision either takes effect everywhere (tree, keywords, later pages, links and menu) or finds nothing and is
reported. What a decision does not name stays as it is: keywords and articles are made from the clusters as rules and
`add` made them, and then go where the decisions say, so that dropping one cluster changes no other one's pages.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from igny8.sag.blueprint import Decision, Dropped, Keyword, OwnerKeyword
from igny8.sag.cluster import Chosen
from igny8.sag.keywords.intent import read_intent
from igny8.sag.keywords.normal import normalise
from igny8.sag.languages import words as grammar
from igny8.sag.own_clusters import Ground, add_cluster, own_id, split_cluster, title_of, who
from igny8.sag.slugs import numbered, slugify

Form = tuple[str, ...]


@dataclass
class Settled:
    """The clusters and keywords a site gets. `first` and `first_keywords`: before decisions moved them."""

    chosen: list[Chosen]
    keywords: list[Keyword]
    first: list[Chosen]
    first_keywords: list[Keyword]
    dropped: list[Dropped] = field(default_factory=list)


def plan_added(decisions: list[Decision], ground: Ground, all_chosen: list[Chosen]) -> dict[str, Chosen]:
    """The clusters that `add` decisions make, by id: made ahead, so that they get keywords of their own."""
    added: dict[str, Chosen] = {}
    leaving = {decision.cluster for decision in decisions if decision.action in ("rename", "drop", "merge")}
    taken = {chosen.cluster.title.casefold() for chosen in all_chosen if chosen.cluster.id not in leaving}
    for decision in decisions:
        title = title_of(decision)
        if decision.action == "add" and title and title.casefold() not in taken:
            taken.add(title.casefold())
            chosen = add_cluster(decision, ground, all_chosen)
            added[chosen.cluster.id] = chosen
    return added


def replay(
    decisions: list[Decision], all_chosen: list[Chosen], added: dict[str, Chosen], keywords: list[Keyword],
    supplied: list[OwnerKeyword], ground: Ground,
) -> Settled:  # fmt: skip
    """All decisions, in order, on copies. `keywords`: of added clusters too; `supplied`: numbers for new ones."""
    work = _Replay(
        [Chosen(one.candidate, one.cluster.model_copy(deep=True), list(one.beside)) for one in all_chosen],
        [keyword.model_copy() for keyword in keywords],
        added,
        {normalise(row.phrase): row for row in supplied},
        ground,
    )
    for decision in decisions:
        reason = STEPS[decision.action](work, decision)
        if reason:
            work.skipped(decision, reason)
    work.tidy()
    return Settled(work.chosen, work.keywords, [*all_chosen, *added.values()], keywords, work.dropped)


class _Replay:
    """The state while decisions are replayed. Each step returns why it could not be done, or nothing."""

    def __init__(
        self, chosen: list[Chosen], keywords: list[Keyword], added: dict[str, Chosen],
        supplied: dict[Form, OwnerKeyword], ground: Ground,
    ) -> None:  # fmt: skip
        self.chosen, self.keywords, self.added, self.supplied, self.ground = chosen, keywords, added, supplied, ground
        self.by_form = {normalise(keyword.phrase): keyword for keyword in keywords}
        self.dropped: list[Dropped] = []

    def rename(self, decision: Decision) -> str:
        chosen, title = self._find(decision.cluster), title_of(decision)
        if chosen is None:
            return GONE
        if fault := self._title_fault(title, but=chosen):
            return fault
        old = chosen.cluster.title
        if title != old:
            self._name(chosen, title)
            chosen.cluster.source = decision.source
            chosen.cluster.reason += f" {who(decision)} named it; it was “{old}”."
        return ""

    def drop(self, decision: Decision) -> str:
        chosen = self._find(decision.cluster)
        if chosen is None:
            return GONE
        if len(self.chosen) == 1:
            return "it is the only cluster left, and a site needs one"
        lost = [keyword for keyword in self.keywords if keyword.cluster == chosen.cluster.id]
        for keyword in lost:
            self.by_form.pop(normalise(keyword.phrase), None)
        self.keywords = [keyword for keyword in self.keywords if keyword.cluster != chosen.cluster.id]
        self._hang_children(chosen, chosen.cluster.parent)
        self.chosen.remove(chosen)
        reason = f"{_by(decision)} dropped it, with {len(lost)} keywords"
        self.dropped.append(Dropped(kind="cluster", name=chosen.cluster.title, reason=reason))
        return ""

    def merge(self, decision: Decision) -> str:
        chosen, into = self._find(decision.cluster), self._find(decision.into)
        if chosen is None:
            return GONE
        if into is None:
            return "the cluster it was to go up in is not there any more"
        if into is chosen:
            return "a cluster cannot go up in itself"
        if self._is_under(into, chosen):
            into.cluster.parent = chosen.cluster.parent
        for keyword in self.keywords:
            if keyword.cluster == chosen.cluster.id:
                self._move(keyword, into)
        self._hang_children(chosen, into.cluster.id)
        self.chosen.remove(chosen)
        own = {pick.key for pick in (*into.candidate.picks, *into.beside)}
        into.beside += [pick for pick in (*chosen.candidate.picks, *chosen.beside) if pick.key not in own]
        into.cluster.reason += f" “{chosen.cluster.title}” went up in it: {_by(decision)} merged them."
        return ""

    def split(self, decision: Decision) -> str:
        whole, title = self._find(decision.cluster), title_of(decision)
        if whole is None:
            return GONE
        part = self._find(own_id("split", decision.cluster, title)) if title else None
        if part is None and (fault := self._title_fault(title)):
            return fault
        moved, missing = self._of(whole, decision.keywords)
        if not moved:
            return f"none of its keywords is in “{whole.cluster.title}” any more"
        if sum(keyword.cluster == whole.cluster.id for keyword in self.keywords) == len(moved):
            return f"nothing would be left in “{whole.cluster.title}”: rename it instead"
        if part is None:
            part = split_cluster(decision, self.ground, whole, self.chosen)
            self._name(part, title)
            part.cluster.reason = f"{who(decision)} split it off from “{whole.cluster.title}”."
            self.chosen.insert(self.chosen.index(whole) + 1, part)
        for keyword in moved:
            self._move(keyword, part)
        self._missing(missing, f"not in “{whole.cluster.title}” any more, so it was not split off")
        return ""

    def add(self, decision: Decision) -> str:
        title = title_of(decision)
        if fault := self._title_fault(title):
            return fault
        chosen = self.added.get(own_id("add", title))
        if chosen is None:
            return "another cluster had this title"
        chosen = Chosen(chosen.candidate, chosen.cluster.model_copy(deep=True), list(chosen.beside))
        if chosen.cluster.parent and self._find(chosen.cluster.parent) is None:
            chosen.cluster.parent = None
        self._name(chosen, title, is_given=chosen.candidate.is_named)
        self.chosen.append(chosen)
        self._take(decision, chosen)
        return ""

    def add_keywords(self, decision: Decision) -> str:
        chosen = self._find(decision.cluster)
        if chosen is None:
            return GONE
        return self._take(decision, chosen)

    def skipped(self, decision: Decision, reason: str) -> None:
        name = decision.title if decision.action == "add" or not decision.cluster else decision.cluster
        said = f"Skipped “{decision.action.replace('_', ' ')}”: {reason}."
        self.dropped.append(Dropped(kind="decision", name=name or decision.action, reason=said))

    def tidy(self) -> None:
        """Keywords of clusters that are there, in their order, the primary first and only one a cluster."""
        order = {chosen.cluster.id: at for at, chosen in enumerate(self.chosen)}
        kept = [keyword for keyword in self.keywords if keyword.cluster in order]
        first: dict[str, Keyword] = {}
        for keyword in kept:
            if keyword.cluster not in first or self._rank(keyword) > self._rank(first[keyword.cluster]):
                first[keyword.cluster] = keyword
        for keyword in kept:
            keyword.is_primary = keyword is first[keyword.cluster]
        self.keywords = sorted(kept, key=lambda keyword: (order[keyword.cluster], not keyword.is_primary))

    def _rank(self, keyword: Keyword) -> tuple[bool, bool, int]:
        """What a cluster is called by: what it was called by, then its own name, then the most searched."""
        chosen = self._find(keyword.cluster)
        is_name = chosen is not None and normalise(keyword.phrase) == normalise(chosen.cluster.title)
        return keyword.is_primary, is_name, keyword.volume or 0

    def _find(self, cluster: str) -> Chosen | None:
        return next((chosen for chosen in self.chosen if chosen.cluster.id == cluster), None)

    def _title_fault(self, title: str, but: Chosen | None = None) -> str:
        if not title:
            return "no title was given"
        if any(one.cluster.title.casefold() == title.casefold() for one in self.chosen if one is not but):
            return f"another cluster is called “{title}”"
        return ""

    def _name(self, chosen: Chosen, title: str, *, is_given: bool = True) -> None:
        chosen.candidate = replace(chosen.candidate, title=title, is_named=is_given)
        chosen.cluster.title = title
        taken = {one.cluster.slug for one in self.chosen if one is not chosen}
        base = slugify(title) or chosen.cluster.id
        slug, number = base, 1
        while slug in taken:
            number += 1
            slug = numbered(base, number)
        chosen.cluster.slug = slug

    def _hang_children(self, chosen: Chosen, parent: str | None) -> None:
        for one in self.chosen:
            if one.cluster.parent == chosen.cluster.id:
                one.cluster.parent = parent if parent != one.cluster.id else None

    def _is_under(self, one: Chosen, other: Chosen) -> bool:
        seen: set[str] = set()
        parent = one.cluster.parent
        while parent and parent not in seen:
            if parent == other.cluster.id:
                return True
            seen.add(parent)
            above = self._find(parent)
            parent = above.cluster.parent if above else None
        return False

    def _of(self, whole: Chosen, phrases: list[str]) -> tuple[list[Keyword], list[str]]:
        """The keywords of a cluster by their phrases in any form, and the phrases that are not in it."""
        found: dict[int, Keyword] = {}
        missing = []
        for phrase in phrases:
            keyword = self.by_form.get(normalise(phrase))
            if keyword is not None and keyword.cluster == whole.cluster.id:
                found[id(keyword)] = keyword
            else:
                missing.append(phrase)
        return list(found.values()), missing

    def _take(self, decision: Decision, into: Chosen) -> str:
        """Gives keywords to a cluster: those there are move, others are made."""
        taken = 0
        for phrase in (" ".join(phrase.split()) for phrase in decision.keywords):
            form = normalise(phrase)
            if not form or len(phrase) > MOST_LETTERS:
                self._missing([phrase], "no search, so it was not added")
                continue
            keyword = self.by_form.get(form)
            if keyword is None:
                keyword = self._new(phrase, decision, into)
                self.by_form[form] = keyword
                self.keywords.append(keyword)
            else:
                self._move(keyword, into)
            taken += 1
        return "" if taken else "it names no keywords"

    def _new(self, phrase: str, decision: Decision, into: Chosen) -> Keyword:
        row = self.supplied.get(normalise(phrase))
        intent, stage = read_intent(phrase, self.ground.site_type)
        return Keyword(
            phrase=phrase,
            cluster=into.cluster.id,
            intent=intent,
            stage=stage,
            pattern=decision.source,
            source=decision.source,
            volume=row.volume if row else None,
            difficulty=row.difficulty if row else None,
            cpc=row.cpc if row else None,
            match=1.0 if row else None,
        )

    def _move(self, keyword: Keyword, into: Chosen) -> None:
        if keyword.cluster != into.cluster.id:
            keyword.cluster, keyword.is_primary = into.cluster.id, False

    def _missing(self, phrases: list[str], reason: str) -> None:
        self.dropped += [Dropped(kind="keyword", name=phrase, reason=reason) for phrase in phrases]


GONE = "its cluster is not there any more"
MOST_LETTERS = 120  # as `OwnerKeyword.phrase`
STEPS: dict[str, Callable[[_Replay, Decision], str]] = {
    "rename": _Replay.rename,
    "drop": _Replay.drop,
    "merge": _Replay.merge,
    "split": _Replay.split,
    "add": _Replay.add,
    "add_keywords": _Replay.add_keywords,
}


def _by(decision: Decision) -> str:
    return grammar.uncapitalise(who(decision)) if decision.source == "owner" else "an AI suggestion that you accepted"
