"""Applies the owner's edits to the proposed attributes: values added or dropped, whole attributes dropped."""

from __future__ import annotations

from igny8.operations import OperationError
from igny8.sag.blueprint import AttributeEdit, BlueprintAttribute, Dropped
from igny8.sag.facts import add_values
from igny8.sag.template import Sector


def apply_edits(
    attributes: list[BlueprintAttribute], edits: list[AttributeEdit], sectors: list[Sector]
) -> list[Dropped]:
    """Edits in place, in the order given. An attribute or value that is not there is refused by name."""
    dropped: list[Dropped] = []
    for at, edit in enumerate(edits):
        attribute = next((attribute for attribute in attributes if attribute.slug == edit.attribute), None)
        if attribute is None:
            known = ", ".join(attribute.slug for attribute in attributes)
            message = f"There is no attribute {edit.attribute!r}. There are: {known}."
            raise OperationError("unknown_attribute", message, {f"edits.{at}.attribute": message})
        if edit.is_dropped:
            attributes.remove(attribute)
            dropped.append(Dropped(kind="attribute", name=attribute.name, reason="you dropped it"))
            continue
        dropped += _drop_values(attribute, edit, at)
        dropped += add_values(attribute, edit.add_values, sectors)
    return dropped


def _drop_values(attribute: BlueprintAttribute, edit: AttributeEdit, at: int) -> list[Dropped]:
    dropped = []
    for number, slug in enumerate(edit.drop_values):
        value = next((value for value in attribute.values if value.slug == slug), None)
        if value is None:
            message = f"{attribute.name} has no value {slug!r}."
            raise OperationError("unknown_value", message, {f"edits.{at}.drop_values.{number}": message})
        attribute.values.remove(value)
        dropped.append(Dropped(kind="value", name=value.label, reason="you dropped it"))
    return dropped
