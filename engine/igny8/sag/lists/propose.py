"""Makes clusters of searches that belong to none: groups of two and more, the most searched first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from igny8.sag.blueprint import OwnerKeyword
from igny8.sag.lists.group import group
from igny8.sag.lists.naming import name_group
from igny8.sag.lists.words import form_of

LEAST_SIZE = 2  # keywords; one alone is an article of another cluster or nothing


@dataclass(frozen=True)
class Group:
    """Keywords that one page would answer, the most searched first."""

    title: str
    keywords: list[OwnerKeyword]

    @property
    def volume(self) -> int | None:
        """Searches a month of all of them, where known."""
        known = [keyword.volume for keyword in self.keywords if keyword.volume is not None]
        return sum(known) if known else None


def find_groups(keywords: Sequence[OwnerKeyword], locale: str) -> tuple[list[Group], list[OwnerKeyword]]:
    """The groups, and the keywords that no other one goes with. Titles differ from each other."""
    language = locale.split("_", 1)[0]
    groups, alone = [], []
    titles: set[tuple[str, ...]] = set()
    for members in group([keyword.phrase for keyword in keywords], language):
        rows = sorted((keywords[at] for at in members), key=lambda row: -(row.volume or 0))
        if len(rows) < LEAST_SIZE:
            alone += rows
            continue
        title = name_group(rows, language)
        if form_of(title, locale) in titles:
            title = next(
                (name_group([row], language) for row in rows if form_of(row.phrase, locale) not in titles),
                f"{title} ({len(titles) + 1})",
            )
        titles.add(form_of(title, locale))
        groups.append(Group(title, rows))
    groups.sort(key=lambda one: (-(one.volume or 0), -len(one.keywords)))
    return groups, alone
