"""Prunes one template to the numbers of SPEC §1.1: attributes tertiary first and last first, values from the end."""

from __future__ import annotations

from igny8.sag.blueprint import Dropped
from igny8.sag.gate import LEVELS, PRIMARY_VALUES, STRUCTURAL
from igny8.sag.template import Attribute, Level, Sector

ORDER: list[Level] = ["primary", "secondary", "tertiary", "facet"]


def prune_template(sector: Sector) -> tuple[Sector, list[Dropped]]:
    """A copy within the limits and what was left out. What is too few is not made up; the gate names it.

    A primary attribute beyond the third becomes a secondary one, a secondary beyond the third a tertiary one.
    """
    dropped: list[Dropped] = []
    attributes = _demote(sector.attributes)
    kept: list[Attribute] = []
    structural = 0
    for level in ORDER:
        among = [attribute for attribute in attributes if attribute.level == level]
        room = LEVELS[level][1] if level == "facet" else min(LEVELS[level][1], STRUCTURAL[1] - structural)
        kept += among[:room]
        structural += len(among[:room]) if level != "facet" else 0
        for attribute in among[room:]:
            reason = f"{level} attribute beyond the {room} there is room for"
            dropped.append(Dropped(kind="attribute", name=attribute.name, reason=reason))
    names = {attribute.slug for attribute in kept}
    pruned = [_prune_values(attribute, dropped) for attribute in attributes if attribute.slug in names]
    return sector.model_copy(update={"attributes": _without_dead_references(pruned)}), dropped


def _demote(attributes: list[Attribute]) -> list[Attribute]:
    found = list(attributes)
    for level, lower in (("primary", "secondary"), ("secondary", "tertiary")):
        most, seen = LEVELS[level][1], 0
        for at, attribute in enumerate(found):
            if attribute.level == level:
                seen += 1
                if seen > most:
                    found[at] = attribute.model_copy(update={"level": lower})
    return found


def _prune_values(attribute: Attribute, dropped: list[Dropped]) -> Attribute:
    if attribute.level != "primary" or len(attribute.values) <= PRIMARY_VALUES[1]:
        return attribute
    for value in attribute.values[PRIMARY_VALUES[1] :]:
        reason = f"value of {attribute.name} beyond the {PRIMARY_VALUES[1]} of a primary attribute"
        dropped.append(Dropped(kind="value", name=value.label, reason=reason))
    return attribute.model_copy(update={"values": attribute.values[: PRIMARY_VALUES[1]]})


def _without_dead_references(attributes: list[Attribute]) -> list[Attribute]:
    """What was dropped is nobody's rival any more, and restricts nothing."""
    alive = {value.slug for attribute in attributes for value in attribute.values}
    return [
        attribute.model_copy(
            update={
                "values": [
                    value.model_copy(
                        update={
                            "only_with": [slug for slug in value.only_with if slug in alive],
                            "rivals": [slug for slug in value.rivals if slug in alive],
                        }
                    )
                    for value in attribute.values
                ]
            }
        )
        for attribute in attributes
    ]
