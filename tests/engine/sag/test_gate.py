"""The quality gate: every shipped sector passes, and each fault is named."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from igny8.sag.catalog import all_sectors, index
from igny8.sag.gate import find_faults
from igny8.sag.template import Sector
from igny8.sag.validate import validate
from sag.build import tiny_sector

Change = Callable[[dict[str, Any]], None]


def test_the_whole_catalogue_is_shipped_without_a_fault() -> None:
    report = validate(all_sectors(), is_shipped=True)
    assert report.faults == {}
    assert str(report).startswith("45 industries, 449 sectors, ") and str(report).endswith(" 0 faults")


def test_the_four_site_types_are_there() -> None:
    kinds = {kind for entry in index().values() for kind in entry.site_types}
    assert kinds == {"ecommerce", "local_services", "saas", "content"}


def test_the_tiny_sector_passes() -> None:
    assert find_faults(tiny_sector()) == []


def _label(attribute: int, value: int, label: str) -> Change:
    return lambda raw: raw["attributes"][attribute]["values"][value].update(label=label)


def _set(attribute: int, **changes: Any) -> Change:
    return lambda raw: raw["attributes"][attribute].update(changes)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (_set(1, level="secondary"), "1 primary attributes, wanted 2-3"),
        (lambda raw: raw["attributes"].append(raw["attributes"][4] | {"slug": "more", "level": "primary"}), 
         "2 values, a primary attribute has 4-12"),
        (lambda raw: raw["attributes"][1]["values"].pop(), "3 values, a primary attribute has 4-12"),
        (_label(0, 0, "Box kite"), "'Box kites' and 'Box kite' are the same value"),
        (_label(1, 0, "Other"), "'Other' is a filler, not a value"),
        (_label(1, 0, "the"), "'the' is a filler, not a value"),
        (_label(3, 0, "X"), "'X' is a single letter"),
        (_label(1, 0, "children"), "'children' is not in natural case"),
        (_label(1, 0, "Children Of Teachers"), "'Children Of Teachers' is in title case"),
        (_label(1, 0, "CHILDREN"), "'CHILDREN' is in capitals"),
        (_set(1, joint="head", role="location"), "joint head makes no sense for the role location"),
        (_set(1, is_owner_supplied=True), "owner-supplied, so it must ship empty"),
        (_set(0, joint="prefix"), "nothing for the other values to join"),
        (lambda raw: raw["attributes"][2]["values"][0].update(only_with=["gone"]), "goes only with gone"),
        (lambda raw: raw["attributes"][2]["values"][0].update(rivals=["silk"]), "rivals silk"),
        (lambda raw: raw["attributes"][2]["values"][0].update(description=""), "has no description"),
        (lambda raw: raw["attributes"].append(dict(raw["attributes"][3])), "attribute material stands twice"),
        (_label(5, 0, "Standard"), "'Standard' is a filler, not a value"),
        (_label(1, 0, "Basic"), "'Basic' sets nothing apart"),
        (lambda raw: raw["attributes"].pop(), "9 attributes, a shop has at least 10"),
        (lambda raw: raw.update(aliases=["kite store"]), "1 aliases, wanted at least 3"),
        (lambda raw: raw.update(schema_types=["KiteShop"]), "KiteShop is no type of schema.org"),
        (lambda raw: raw.update(schema_types=[]), "no schema.org type"),
        (lambda raw: raw["attributes"][1]["values"][0].update(slug="beginners"), "'beginners' stands twice"),
        (_label(1, 0, "Kite"), "'Kite' joins nothing the sector sells"),
    ],
)  # fmt: skip
def test_a_fault_is_named(change: Change, fault: str) -> None:
    raw = tiny_sector().model_dump(mode="json")
    change(raw)
    faults = find_faults(Sector.model_validate(raw))
    assert any(fault in found for found in faults), faults


def test_values_that_never_join_are_a_fault() -> None:
    raw = tiny_sector().model_dump(mode="json")
    for attribute in raw["attributes"][1:]:
        attribute.update(role="topic", joint="head")
    assert "no two values join into a natural phrase" in find_faults(Sector.model_validate(raw))
