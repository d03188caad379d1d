"""Merges the attributes of up to five sectors into one list, and says what it left out (SPEC §1.1)."""

from __future__ import annotations

from collections.abc import Iterable

from igny8.sag.blueprint import BlueprintAttribute, BlueprintValue, Dropped
from igny8.sag.phrases import phrase_of
from igny8.sag.template import Attribute, Level, Role, Sector, Value

LEVELS: list[Level] = ["primary", "secondary", "tertiary", "facet"]  # highest first
MAX_STRUCTURAL = 8  # SPEC §1.1
MAX_FACETS = 8  # SPEC §1.1
MAX_SYNONYMS = 12  # as in the template


def merge_sectors(sectors: list[Sector]) -> list[BlueprintAttribute]:
    """The same attribute, by slug or by name and role, unites its values and keeps the higher level; unpruned."""
    merged: dict[str, BlueprintAttribute] = {}
    for sector in sectors:
        for attribute in sector.attributes:
            have = merged.get(attribute.slug) or _same_axis(merged.values(), attribute)
            if have is None:
                merged[attribute.slug] = _attribute(attribute, sector.slug)
            else:
                _unite(have, attribute, sector.slug)
    return list(merged.values())


def prune(attributes: list[BlueprintAttribute]) -> tuple[list[BlueprintAttribute], list[Dropped]]:
    """Back to 8 structural attributes, tertiary first and the last named first, and to 8 facets."""
    dropped: list[Dropped] = []
    kept = list(attributes)
    for limit, levels in ((MAX_STRUCTURAL, LEVELS[:3]), (MAX_FACETS, LEVELS[3:])):
        among = [attribute for attribute in kept if attribute.level in levels]
        # Within a level, what the owner filled in and what several sectors share says most about the site.
        among.sort(
            key=lambda attribute: (LEVELS.index(attribute.level), not _is_owned(attribute), -len(attribute.sectors))
        )
        for attribute in among[limit:]:
            kept.remove(attribute)
            reason = f"{attribute.level} attribute beyond the {limit} a site can carry"
            dropped.append(Dropped(kind="attribute", name=attribute.name, reason=reason))
    kept.sort(key=lambda attribute: LEVELS.index(attribute.level))
    return kept, dropped


def drop_empty(attributes: list[BlueprintAttribute]) -> tuple[list[BlueprintAttribute], list[Dropped]]:
    """Without the attributes that wait for the owner and got nothing: an axis with no value divides nothing."""
    dropped = [
        Dropped(kind="attribute", name=attribute.name, reason="only you know its values, and none were given")
        for attribute in attributes
        if not attribute.values
    ]
    return [attribute for attribute in attributes if attribute.values], dropped


def _is_owned(attribute: BlueprintAttribute) -> bool:
    return any(value.source == "owner" for value in attribute.values)


def _same_axis(have: Iterable[BlueprintAttribute], wanted: Attribute) -> BlueprintAttribute | None:
    for attribute in have:
        if attribute.role == wanted.role and attribute.name.casefold() == wanted.name.casefold():
            return attribute
    return None


def _attribute(attribute: Attribute, sector: str) -> BlueprintAttribute:
    return BlueprintAttribute(
        slug=attribute.slug,
        name=attribute.name,
        level=attribute.level,
        role=attribute.role,
        joint=attribute.joint,
        values=[_value(value, attribute, sector) for value in attribute.values],
        sectors=[sector],
    )


def _value(value: Value, attribute: Attribute, sector: str) -> BlueprintValue:
    return BlueprintValue(
        slug=value.slug,
        label=value.label,
        phrase=phrase_of(value.label, value.phrase, _case_role(attribute.role)),
        singular=value.singular,
        joint=value.joint or attribute.joint,
        synonyms=list(value.synonyms),
        description=value.description,
        is_circumstance=value.is_circumstance,
        only_with=list(value.only_with),
        rivals=list(value.rivals),
        sectors=[sector],
    )


def _case_role(role: Role) -> Role:
    """Templates name kinds of places ('Bedrooms'), owners name places ('Leeds'): only names keep their capital."""
    return "occasion" if role == "location" else role


def _unite(have: BlueprintAttribute, more: Attribute, sector: str) -> None:
    have.level = min(have.level, more.level, key=LEVELS.index)
    have.sectors.append(sector)
    known = {value.slug: value for value in have.values}
    for value in more.values:
        same = known.get(value.slug)
        if same is None:
            have.values.append(_value(value, more, sector))
            continue
        same.sectors.append(sector)
        same.synonyms = list(dict.fromkeys([*same.synonyms, *value.synonyms]))[:MAX_SYNONYMS]
        same.rivals = list(dict.fromkeys([*same.rivals, *value.rivals]))
        # Restricted in one sector and free in the other: the restriction names that sector's values, so it stays.
        same.only_with = list(dict.fromkeys([*same.only_with, *value.only_with]))
