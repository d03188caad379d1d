"""Puts what only the owner knows (products, services, brands, locations, problems) into the fitting attributes."""

from __future__ import annotations

from dataclasses import dataclass

from igny8.sag.blueprint import BlueprintAttribute, BlueprintValue, Dropped, Facts
from igny8.sag.languages import words as grammar
from igny8.sag.phrases import phrase_of
from igny8.sag.slugs import slugify
from igny8.sag.template import Joint, Level, Role, Sector

MAX_OWNER_VALUES = 24  # per attribute: each value gets a term page; a longer list is a catalogue, not a structure


@dataclass(frozen=True)
class Place:
    """Where a kind of fact goes, and the attribute made for it when the sectors have none."""

    role: Role
    slug: str
    name: str
    level: Level
    joint: Joint


PLACES: dict[str, Place] = {
    "products": Place("category", "product", "Product", "primary", "head"),
    "services": Place("category", "service", "Service", "primary", "head"),
    "brands": Place("brand", "brand", "Brand", "tertiary", "by"),
    "locations": Place("location", "service-area", "Service area", "secondary", "in"),
    "problems": Place("problem", "problem", "Problem", "secondary", "for"),
}


def place_facts(attributes: list[BlueprintAttribute], facts: Facts, sectors: list[Sector]) -> list[Dropped]:
    """Adds the facts as values of source 'owner', in place. A fact the template already names is not added twice."""
    dropped: list[Dropped] = []
    for kind, place in PLACES.items():
        labels = [label.strip() for label in getattr(facts, kind) if label.strip()]
        if not labels:
            continue
        attribute = find_place(attributes, place)
        if attribute is None:
            attribute = BlueprintAttribute(
                slug=place.slug,
                name=place.name,
                level=place.level,
                role=place.role,
                joint=place.joint,
                values=[],
                sectors=[sector.slug for sector in sectors],
            )
            attributes.append(attribute)
        dropped += add_values(attribute, labels, sectors)
    return dropped


def find_place(attributes: list[BlueprintAttribute], place: Place) -> BlueprintAttribute | None:
    """The structural attribute of the fact's role; an empty one, waiting for the owner, first."""
    fitting = [attribute for attribute in attributes if attribute.role == place.role and attribute.level != "facet"]
    return min(fitting, key=lambda attribute: bool(attribute.values), default=None)


def add_values(attribute: BlueprintAttribute, labels: list[str], sectors: list[Sector]) -> list[Dropped]:
    """Adds labels as the owner's values; a label that is a value or synonym already claims that value instead."""
    known: dict[tuple[str, ...], BlueprintValue] = {}
    for value in attribute.values:
        for name in [value.label, value.phrase, *value.synonyms]:
            known.setdefault(_key(name), value)
    slugs = {value.slug for value in attribute.values}
    dropped: list[Dropped] = []
    count = sum(value.source == "owner" for value in attribute.values)
    for label in labels:
        if _key(label) in known:
            known[_key(label)].source = "owner"
            continue
        if count >= MAX_OWNER_VALUES:
            reason = f"beyond the {MAX_OWNER_VALUES} values of yours that {attribute.name} can carry"
            dropped.append(Dropped(kind="value", name=label, reason=reason))
            continue
        slug = slugify(label)
        if not slug or slug in slugs:
            dropped.append(Dropped(kind="value", name=label, reason="no address can be made of it that is still free"))
            continue
        value = _owner_value(attribute, label, slug, sectors)
        attribute.values.append(value)
        known[_key(label)] = value
        slugs.add(slug)
        count += 1
    return dropped


def _owner_value(attribute: BlueprintAttribute, label: str, slug: str, sectors: list[Sector]) -> BlueprintValue:
    label = grammar.capitalise(label)
    phrase = phrase_of(label, "", attribute.role)
    is_countable = attribute.joint == "head" and grammar.is_plural(phrase)
    return BlueprintValue(
        slug=slug,
        label=label,
        phrase=phrase,
        singular=grammar.singularise_last(phrase) if is_countable else "",
        joint=attribute.joint,
        source="owner",
        sectors=_home(label, attribute.role, sectors),
    )


def _home(label: str, role: Role, sectors: list[Sector]) -> list[str]:
    """Brands, places and audiences belong to all sectors of a site; a product or problem to the one it speaks of."""
    if role not in ("category", "problem", "topic", "process"):
        return [sector.slug for sector in sectors]
    stems = set(grammar.stems_of(label))
    words = [set(grammar.stems_of(f"{sector.name} {sector.noun.plural}")) for sector in sectors]
    best = max(range(len(sectors)), key=lambda at: (len(stems & words[at]), -at))
    return [sectors[best].slug]


def _key(name: str) -> tuple[str, ...]:
    return tuple(sorted(grammar.stems_of(name))) or (name.casefold(),)
