"""A page's input as a composer needs it: its values, its axes, who stands where, what was said already."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from typing import TypeVar

from igny8.sag import english
from igny8.sag.blueprint import BlueprintAttribute, BlueprintValue
from igny8.sag.phrases import PROPER_ROLES
from igny8.writing.context import Neighbour, PageInput, Relation
from igny8.writing.document import Run, Text
from igny8.writing.runs import link

Choice = TypeVar("Choice")
# Roles that name what is sold or read about, or what only the owner knows: no axis to choose along.
# Steps through a list of values whose differences all differ (a Golomb ruler, 1 3 7 12, then what is left): two values
# that each show the ones at these steps share at most one, so that sibling pages do not print the same rows.
STEPS = [1, 3, 7, 12, 2, 5, 9, 10, 4, 6, 8, 11]
NOT_AN_AXIS = {"category", "topic", "brand", "location", "price_band"}


class Value:
    """A blueprint value with its attribute and the words for it in mid-sentence."""

    def __init__(self, attribute: BlueprintAttribute, value: BlueprintValue) -> None:
        self.attribute = attribute
        self.slug = value.slug
        self.label = value.label
        self.description = value.description
        self.raw = value

    @property
    def name(self) -> str:
        """The label as written inside a sentence: 'German shepherds', 'dog beds', 'Slack integration'."""
        if self.raw.phrase.lower() == self.label.lower():
            return self.raw.phrase
        return self.label if self.attribute.role in PROPER_ROLES else english.uncapitalise(self.label)

    @property
    def key(self) -> tuple[str, str]:
        return (self.attribute.slug, self.slug)

    @property
    def is_head(self) -> bool:
        return (self.raw.joint or self.attribute.joint) == "head"


def is_comparison(other: Neighbour) -> bool:
    """Whether a page sets two values of one attribute against each other."""
    axes = [ref.attribute for ref in other.values]
    return len(set(axes)) < len(axes)


class View:
    """One page being composed. `tell` and `pick` keep a page from repeating itself and siblings from sounding alike."""

    def __init__(self, given: PageInput) -> None:
        self.given = given
        self.page = given.page
        self.told: set[tuple[str, str]] = set()
        self.axes_shown: set[str] = set()  # axes that a table of this page goes through
        self.shown: set[str] = set()  # pages that a table of this page leads to already
        keys = {(ref.attribute, ref.value) for ref in given.values}
        everything = {
            (attribute.slug, value.slug): Value(attribute, value)
            for attribute in given.attributes
            for value in attribute.values
        }
        # Merged sectors share attributes; on a page of one sector the other's values do not exist.
        sectors = {given.cluster.sector} if given.cluster else {
            slug for key in keys if key in everything for slug in everything[key].raw.sectors
        }  # fmt: skip
        self.by_key = {
            key: value
            for key, value in everything.items()
            if key in keys or not sectors or not value.raw.sectors or sectors & set(value.raw.sectors)
        }

    # -- what the page is about

    @cached_property
    def topic(self) -> str:
        """The title in mid-sentence, without its subtitle: 'orthopedic dog beds'; names keep their capitals."""
        return self._lower(self.page.title, self.page.primary_keyword, [value.key for value in self.own])

    def _lower(self, title: str, keyword: str, keys: list[tuple[str, str]]) -> str:
        head = title.split(": ", maxsplit=1)[0]
        if keyword.lower() == head.lower():
            return keyword
        first = head.split(" ", 1)[0].lower()
        values = [self.by_key[key] for key in keys if key in self.by_key]
        is_proper = any(
            value.attribute.role in PROPER_ROLES and value.label.lower().startswith(first) for value in values
        )
        return head if is_proper else english.uncapitalise(head)

    @cached_property
    def own(self) -> list[Value]:
        """The values that define the page, what is sold or read about first."""
        found = [self.by_key[key] for ref in self.given.values if (key := (ref.attribute, ref.value)) in self.by_key]
        return sorted(found, key=lambda value: not value.is_head)

    @cached_property
    def own_keys(self) -> set[tuple[str, str]]:
        return {value.key for value in self.own}

    @property
    def cluster_type(self) -> str:
        return self.given.cluster.type if self.given.cluster else "product_service_category"

    @property
    def is_service(self) -> bool:
        return self.given.site.site_type == "local_services"

    # -- axes

    def fits(self, value: Value) -> bool:
        """Whether a value goes with all values of the page, by the templates' `only_with` lists of both sides."""
        return all(self._allows(value, own) and self._allows(own, value) for own in self.own)

    def closeness(self, value: Value) -> float:
        """How well a value belongs on this page, 0 or more, from the templates' lists: named by or naming a value of
        the page counts 1, sharing what both name counts its share. 0 says nothing is known, -1 that they share nothing.
        """
        total = 0.0
        for own in self.own:
            one, other = set(value.raw.only_with), set(own.raw.only_with)
            if own.slug in one or value.slug in other:
                total += 1
            elif one and other:
                if not one & other:
                    return -1
                total += len(one & other) / len(one | other)
        return total

    def is_broad(self, value: Value) -> bool:
        """Whether a value goes with at least two fifths of what is sold or done: enough to bring up on any page."""
        heads = {other.slug for other in self.by_key.values() if other.attribute.role == "category"}
        named = heads & set(value.raw.only_with)
        return not named or len(named) >= 0.4 * len(heads)

    @staticmethod
    def _allows(one: Value, other: Value) -> bool:
        named = set(one.raw.only_with) & {value.slug for value in other.attribute.values}
        return not named or other.slug in named

    @cached_property
    def axes(self) -> list[list[Value]]:
        """Axes to choose along, those with pages of their own first: for each the described values that fit the page.

        A facet counts only where its values name what they belong to: flavours are no question for a dog bed.
        """
        own_axes = {value.attribute.slug for value in self.own}
        axes = []
        for attribute in self.given.attributes:
            if attribute.slug in own_axes or attribute.role in NOT_AN_AXIS or attribute.joint == "head":
                continue
            values = [
                value for value in self.values_of(attribute.slug) if self.fits(value) and self.closeness(value) >= 0
            ]
            if attribute.level == "facet" and not any(value.raw.only_with for value in values):
                continue
            if sum(1 for value in values if value.description) > 1:
                axes.append([value for value in values if value.description])
        return axes

    def values_of(self, attribute: str) -> list[Value]:
        return [value for value in self.by_key.values() if value.attribute.slug == attribute]

    def rivals_of(self, value: Value, count: int) -> list[Value]:
        """Values of the same attribute to weigh it against: named rivals first, then others spread over the list."""
        peers = [peer for peer in self.values_of(value.attribute.slug) if peer.description]
        others = [peer for peer in peers if peer.slug != value.slug and self.fits_instead(peer, value)]
        near = sorted(others, key=lambda peer: (not self.are_rivals(peer, value), self.distance(value, peer)))[:count]
        return sorted(near, key=peers.index)

    @staticmethod
    def are_rivals(one: Value, other: Value) -> bool:
        return one.slug in other.raw.rivals or other.slug in one.raw.rivals

    def distance(self, one: Value, other: Value) -> int:
        """Rank of `other` seen from `one` in their attribute's list, by steps that keep two pages' choices apart."""
        slugs = [value.slug for value in self.values_of(one.attribute.slug)]
        if one.slug not in slugs or other.slug not in slugs:
            return len(STEPS)
        step = (slugs.index(other.slug) - slugs.index(one.slug)) % len(slugs)
        return STEPS.index(step) if step in STEPS else len(STEPS)

    def fits_instead(self, peer: Value, replaced: Value) -> bool:
        """Whether `peer` could stand on this page in the place of `replaced`."""
        rest = [own for own in self.own if own.key != replaced.key]
        return all(self._allows(peer, own) and self._allows(own, peer) for own in rest)

    # -- other pages

    def pages(self, *relations: Relation) -> list[Neighbour]:
        return [other for other in self.given.neighbours if other.relation in relations]

    @cached_property
    def children_by_axis(self) -> dict[str, list[tuple[Value, Neighbour]]]:
        """Hubs that say one thing more than this page, by the attribute of that value, largest group first.

        A page about a problem, feature or occasion also counts the products or services its values are tied to.
        """
        groups: dict[str, list[tuple[Value, Neighbour]]] = {}
        for other in self.pages("child", "sibling", "related", "parent"):
            keys = {(ref.attribute, ref.value) for ref in other.values}
            extra = [key for key in keys - self.own_keys if key in self.by_key]
            if other.kind == "hub" and self.own_keys < keys and len(extra) == 1 and not is_comparison(other):
                value = self.by_key[extra[0]]
                groups.setdefault(value.attribute.slug, []).append((value, other))
        for value, other in self._list_tied():
            members = groups.setdefault(value.attribute.slug, [])
            if value not in [known for known, _ in members]:
                members.append((value, other))
        return dict(sorted(groups.items(), key=lambda item: -len(item[1])))

    def _list_tied(self) -> list[tuple[Value, Neighbour]]:
        return [(value, other) for value in self.tied if (other := self.page_of(value)) is not None]

    @cached_property
    def tied(self) -> list[Value]:
        """What is sold or done, as far as a page about a problem, feature or occasion is tied to it by the template."""
        if len(self.own) != 1 or self.own[0].attribute.role in ("category", "topic"):
            return []
        return [v for v in self.by_key.values() if v.attribute.role == "category" and self.closeness(v) >= 1]

    def page_of(self, value: Value) -> Neighbour | None:
        """The nearest page about a value: with this page's own values, else alone."""
        alone = None
        for other in self.given.neighbours:
            keys = {(ref.attribute, ref.value) for ref in other.values}
            if keys == self.own_keys | {value.key} and other.kind != "article":
                return other
            if keys == {value.key} and other.kind != "article" and (alone is None or other.kind == "hub"):
                alone = alone or other
        return alone

    def page_instead(self, value: Value, replaced: Value) -> Neighbour | None:
        """The page that has `value` where this one has `replaced`."""
        wanted = (self.own_keys - {replaced.key}) | {value.key}
        for other in self.given.neighbours:
            if other.kind != "article" and {(ref.attribute, ref.value) for ref in other.values} == wanted:
                return other
        return None

    def mention(self, value: Value) -> Text:
        """A value's name, linked where it has a page."""
        other = self.page_of(value)
        return [link(value.name, other.page)] if other else [Run(text=value.name)]

    def name_of(self, other: Neighbour) -> str:
        """A neighbour in mid-sentence: a term by its value ('puppies'), other pages by their title."""
        keys = [(ref.attribute, ref.value) for ref in other.values]
        if other.kind == "term" and keys and keys[0] in self.by_key:
            return self.by_key[keys[0]].name
        return self._lower(other.title, other.primary_keyword, keys)

    # -- saying things once, and differently

    def tell(self, value: Value) -> str:
        """A value's sentence the first time it is asked for on this page, then nothing."""
        if value.key in self.told:
            return ""
        self.told.add(value.key)
        return value.description

    def is_told(self, value: Value) -> bool:
        return value.key in self.told

    def number(self, slot: str) -> int:
        """A number that is always the same for this page and slot."""
        return int.from_bytes(hashlib.sha256(f"{self.page.id}/{slot}".encode()).digest()[:4], "big")

    def pick(self, slot: str, choices: Sequence[Choice]) -> Choice:
        return choices[self.number(slot) % len(choices)]

    @cached_property
    def place(self) -> int:
        """Position of the page's most specific value in its attribute, so that siblings count on from one another."""
        if not self.own:
            return self.number("place")
        attribute = self.own[-1].attribute.slug
        offset = int.from_bytes(hashlib.sha256(attribute.encode()).digest()[:2], "big")  # axes start apart too
        return offset + [value.slug for value in self.values_of(attribute)].index(self.own[-1].slug)

    def take_turns(self, items: Sequence[Choice], axis: int) -> list[Choice]:
        """The items, starting elsewhere on each sibling; after a round, axes (0, 1, 2 …) shift against each other, so
        that two siblings who begin one axis alike do not begin the next alike too.
        """
        count = len(items)
        start = (self.place + (axis + 1) * (self.place // count) + len(self.own)) % count if count else 0
        return [*items[start:], *items[:start]]

    def rotate(self, slot: str, items: Sequence[Choice]) -> list[Choice]:
        """The items in their order, starting at a place of this page's own."""
        start = self.number(slot) % len(items) if items else 0
        return [*items[start:], *items[:start]]
