"""Applies the owner's edits to the proposed attributes: values, names and levels changed, attributes made or dropped.

An edit outlives the sectors it was made for: one that finds nothing any more is skipped and reported, never refused.
"""

from __future__ import annotations

from igny8.sag.blueprint import AttributeEdit, BlueprintAttribute, BlueprintValue, Dropped
from igny8.sag.facts import add_values
from igny8.sag.languages import words as grammar
from igny8.sag.phrases import phrase_of
from igny8.sag.template import Joint, Role, Sector

# How values of a role join a noun when only the owner knows them; the gate has what else a role may do.
JOINT_OF: dict[Role, Joint] = {
    "category": "head", "problem": "for", "feature": "prefix", "brand": "by", "audience": "for", "occasion": "for",
    "season": "for", "location": "in", "material": "prefix", "price_band": "prefix", "size": "prefix",
    "style": "prefix", "process": "head", "integration": "with", "topic": "head",
}  # fmt: skip


def apply_edits(
    attributes: list[BlueprintAttribute], edits: list[AttributeEdit], sectors: list[Sector]
) -> list[Dropped]:
    """Edits in place, in the order given; of one edit values are dropped, then renamed, then added."""
    dropped: list[Dropped] = []
    for edit in edits:
        attribute = next((attribute for attribute in attributes if attribute.slug == edit.attribute), None)
        if attribute is None and edit.role is not None and not edit.is_dropped:
            attribute = _make(edit, edit.role, sectors)
            attributes.append(attribute)
        if attribute is None:
            reason = "there is no such attribute any more, so your change of it was skipped"
            dropped.append(Dropped(kind="attribute", name=edit.name or edit.attribute, reason=reason))
        elif edit.is_dropped:
            attributes.remove(attribute)
            dropped.append(Dropped(kind="attribute", name=attribute.name, reason="you dropped it"))
        else:
            dropped += _change(attribute, edit, sectors)
    return dropped


def _make(edit: AttributeEdit, role: Role, sectors: list[Sector]) -> BlueprintAttribute:
    """An attribute of the owner's own. Without values it is dropped again later, as every empty one."""
    return BlueprintAttribute(
        slug=edit.attribute,
        name=_name(edit) or grammar.capitalise(edit.attribute.replace("-", " ")),
        level=edit.level or "secondary",
        role=role,
        joint=JOINT_OF[role],
        values=[],
        sectors=[sector.slug for sector in sectors],
    )


def _change(attribute: BlueprintAttribute, edit: AttributeEdit, sectors: list[Sector]) -> list[Dropped]:
    attribute.name = _name(edit) or attribute.name
    attribute.level = edit.level or attribute.level
    dropped = []
    if edit.role and edit.role != attribute.role:
        reason = f"its values join the others as {attribute.role}, so it could not become {edit.role}"
        dropped.append(Dropped(kind="attribute", name=attribute.name, reason=reason))
    dropped += _drop_values(attribute, edit)
    dropped += _rename_values(attribute, edit)
    return dropped + add_values(attribute, edit.add_values, sectors)


def _name(edit: AttributeEdit) -> str:
    return grammar.capitalise(" ".join(edit.name.split()))


def _drop_values(attribute: BlueprintAttribute, edit: AttributeEdit) -> list[Dropped]:
    dropped = []
    for slug in edit.drop_values:
        value = _find(attribute, slug)
        if value is None:
            dropped.append(_gone(attribute, slug, "dropping it"))
        else:
            attribute.values.remove(value)
            dropped.append(Dropped(kind="value", name=value.label, reason="you dropped it"))
    return dropped


def _rename_values(attribute: BlueprintAttribute, edit: AttributeEdit) -> list[Dropped]:
    """The slug stays, so that terms and clusters stay the same; the old label becomes a synonym."""
    dropped = []
    for rename in edit.rename_values:
        value, label = _find(attribute, rename.value), " ".join(rename.label.split())
        if value is None:
            dropped.append(_gone(attribute, rename.value, "renaming it"))
            continue
        is_taken = any(other is not value and _is_same(other.label, label) for other in attribute.values)
        if not label or is_taken:
            reason = f"not renamed to “{label}”: another value is called so" if label else "not renamed: no name given"
            dropped.append(Dropped(kind="value", name=value.label, reason=reason))
        elif label != value.label:
            _rename(attribute, value, grammar.capitalise(label))
    return dropped


def _rename(attribute: BlueprintAttribute, value: BlueprintValue, label: str) -> None:
    value.synonyms = list(dict.fromkeys([value.label.lower(), *value.synonyms]))
    value.label, value.source = label, "owner"
    value.phrase = phrase_of(label, "", attribute.role)
    is_countable = value.joint == "head" and grammar.is_plural(value.phrase)
    value.singular = grammar.singularise_last(value.phrase) if is_countable else ""


def _find(attribute: BlueprintAttribute, slug: str) -> BlueprintValue | None:
    return next((value for value in attribute.values if value.slug == slug), None)


def _gone(attribute: BlueprintAttribute, slug: str, doing: str) -> Dropped:
    return Dropped(
        kind="value", name=slug, reason=f"{attribute.name} has no such value any more, so {doing} was skipped"
    )


def _is_same(one: str, other: str) -> bool:
    return sorted(grammar.stems_of(one)) == sorted(grammar.stems_of(other)) or one.casefold() == other.casefold()
