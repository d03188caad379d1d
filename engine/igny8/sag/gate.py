"""The quality gate: what is wrong with a sector template, as sentences; an empty list lets it pass (SPEC §1.1)."""

from __future__ import annotations

from collections.abc import Iterator

from igny8.sag import english
from igny8.sag.phrases import Part, Topic, join, phrase_of, topic_of
from igny8.sag.template import Attribute, Joint, Role, Sector, Value
from igny8.schema_org import type_names

LEVELS = {"primary": (2, 3), "secondary": (2, 3), "tertiary": (1, 2), "facet": (0, 8)}  # SPEC §1.1
STRUCTURAL = (5, 8)  # SPEC §1.1: attributes whose values carry pages
PRIMARY_VALUES = (4, 12)  # SPEC §1.1
MIN_ALIASES = 3  # an owner finds the sector by these; a trade has more than one name
SHOP_ATTRIBUTES = 10  # a shopper's filters: what the large marketplaces offer for any product family
FILLERS = frozenset(
    """
    other others misc miscellaneous general various etc all any more none n/a standard default unspecified unknown
    assorted
    """.split()  # noqa: SIM905 - word lists read best as text
)
NO_PAGES = frozenset({"regular", "normal", "basic", "typical"})  # a filter may say so, a page has nothing to tell
JOINTS: dict[Role, set[Joint]] = {
    "category": {"head", "prefix"},
    "problem": {"head", "for", "with", "to", "prefix", "by"},
    "feature": {"prefix", "with", "for", "head", "in", "by"},
    "brand": {"by", "prefix", "for", "head", "with", "to"},
    "audience": {"for", "prefix", "in", "to", "head", "by"},
    "occasion": {"for", "prefix", "in", "with", "to", "head"},
    "season": {"for", "prefix", "in"},
    "location": {"in", "prefix", "for", "to", "by"},
    "material": {"prefix", "in", "with", "by"},
    "price_band": {"prefix", "with", "for", "by", "in"},
    "size": {"prefix", "for", "in", "with"},
    "style": {"prefix", "with", "in", "by", "head", "for"},
    "process": {"head", "prefix", "with", "by", "for", "to", "in"},
    "integration": {"with", "for", "prefix", "to", "by", "in"},
    "topic": {"head", "for", "prefix", "in", "to", "with", "by"},
}


def find_faults(sector: Sector) -> list[str]:
    """Every fault of a template, in the order of its attributes; nothing is repaired."""
    faults = [*_counts(sector), *_references(sector)]
    for attribute in sector.attributes:
        faults += [f"{attribute.slug}: {fault}" for fault in _attribute(attribute)]
    heads, noun = heads_of(sector), topic_of(sector.noun.plural, sector.noun.singular)
    if not any(_joins(value, attribute, heads) for attribute, value in _modifiers(sector)):
        faults.append("no two values join into a natural phrase")
    faults += [
        f"{attribute.slug}: {value.label!r} joins nothing the sector sells or writes about, so it can carry no page"
        for attribute, value in _modifiers(sector)
        if attribute.level == "primary" and heads and not _joins(value, attribute, heads, noun)
    ]
    return faults


def _counts(sector: Sector) -> Iterator[str]:
    for level, (least, most) in LEVELS.items():
        count = sum(attribute.level == level for attribute in sector.attributes)
        if not least <= count <= most:
            yield f"{count} {level} attributes, wanted {least}-{most}"
    structural = sum(attribute.level != "facet" for attribute in sector.attributes)
    if not STRUCTURAL[0] <= structural <= STRUCTURAL[1]:
        yield f"{structural} structural attributes, wanted {STRUCTURAL[0]}-{STRUCTURAL[1]}"
    slugs = [attribute.slug for attribute in sector.attributes]
    yield from (f"attribute {slug} stands twice" for slug in sorted({s for s in slugs if slugs.count(s) > 1}))
    if "ecommerce" in sector.site_types and len(sector.attributes) < SHOP_ATTRIBUTES:
        yield f"{len(sector.attributes)} attributes, a shop has at least {SHOP_ATTRIBUTES} that shoppers filter by"
    if len(sector.aliases) < MIN_ALIASES:
        yield f"{len(sector.aliases)} aliases, wanted at least {MIN_ALIASES}"
    if not sector.schema_types:
        yield "no schema.org type"
    yield from (f"{name} is no type of schema.org" for name in sector.schema_types if name not in type_names())
    if not heads_of(sector):
        yield "no attribute of role category with joint head: nothing for the other values to join"


def _references(sector: Sector) -> Iterator[str]:
    home = {value.slug: attribute.slug for attribute in sector.attributes for value in attribute.values}
    for attribute in sector.attributes:
        own = {value.slug for value in attribute.values}
        for value in attribute.values:
            for slug in value.only_with:
                if slug not in home:
                    yield f"{attribute.slug}: {value.slug} goes only with {slug}, which does not exist"
            for slug in value.rivals:
                if slug not in own or slug == value.slug:
                    yield f"{attribute.slug}: {value.slug} rivals {slug}, which is not another value of the attribute"


def _attribute(attribute: Attribute) -> Iterator[str]:
    least, most = PRIMARY_VALUES
    if attribute.level == "primary" and not attribute.is_owner_supplied and not least <= len(attribute.values) <= most:
        yield f"{len(attribute.values)} values, a primary attribute has {least}-{most}"
    if attribute.is_owner_supplied and attribute.values:
        yield "owner-supplied, so it must ship empty: brands and places are never invented"
    if not attribute.is_owner_supplied and len(attribute.values) < 2:  # noqa: PLR2004 - an axis of one value divides nothing
        yield "fewer than two values divide nothing"
    if attribute.joint not in JOINTS[attribute.role]:
        yield f"joint {attribute.joint} makes no sense for the role {attribute.role}"
    seen: dict[tuple[str, ...], str] = {}
    slugs: set[str] = set()
    for value in attribute.values:
        key = tuple(sorted(english.stems_of(value.label))) or (value.label.lower(),)
        if value.slug in slugs:
            yield f"{value.slug!r} stands twice"
        slugs.add(value.slug)
        if key in seen:
            yield f"{value.label!r} and {seen[key]!r} are the same value"
        seen[key] = value.label
        yield from _value(value, attribute)


def _value(value: Value, attribute: Attribute) -> Iterator[str]:
    label, low = value.label, value.label.lower()
    if low in english.SMALL_WORDS or low in FILLERS or low.startswith(("other ", "all ")):
        yield f"{label!r} is a filler, not a value"
    if attribute.level != "facet" and low in NO_PAGES:
        yield f"{label!r} sets nothing apart, so it can carry no page"
    if attribute.level != "facet" and len(low) == 1:
        yield f"{label!r} is a single letter"
    if label != label.strip() or "  " in label or label != english.capitalise(label):
        yield f"{label!r} is not in natural case"
    words = label.split()
    is_name = bool({word.lower() for word in words} & english.PROPER)  # American Sign Language, New Year's Eve
    is_title = all(word[0].isupper() for word in words if word not in english.SMALL_WORDS)
    if len(words) > 2 and is_title and not is_name and attribute.level != "facet":  # noqa: PLR2004 - facets name models
        yield f"{label!r} is in title case"
    if label.isupper() and max(len(word) for word in words) > 5:  # noqa: PLR2004 - acronyms are shorter
        yield f"{label!r} is in capitals"
    if (value.joint or attribute.joint) not in JOINTS[attribute.role]:
        yield f"{label!r}: joint {value.joint} makes no sense for the role {attribute.role}"
    if attribute.level != "facet" and not value.description:
        yield f"{label!r} has no description"


def heads_of(sector: Sector) -> list[Value]:
    """Values the sector's other values join: those of its structural category attributes with joint head."""
    return [
        value
        for attribute in sector.attributes
        if attribute.role == "category" and attribute.level != "facet"
        for value in attribute.values
        if (value.joint or attribute.joint) == "head"
    ]


def _modifiers(sector: Sector) -> Iterator[tuple[Attribute, Value]]:
    """Values that are no thing by themselves: 'waterproof', 'for puppies'."""
    for attribute in sector.attributes:
        for value in attribute.values:
            if attribute.role != "category" and (value.joint or attribute.joint) != "head":
                yield attribute, value


def _joins(value: Value, attribute: Attribute, heads: list[Value], *more: Topic) -> bool:
    """Whether the value makes a natural phrase with a head that it may go with, or with one of `more`."""
    joint = value.joint or attribute.joint
    part = Part(phrase_of(value.label, value.phrase, attribute.role), attribute.role, joint, value.singular)
    own = {head.slug for head in heads} & set(value.only_with)
    topics = [
        Topic(phrase_of(head.label, head.phrase, "category"), head.singular)
        for head in heads
        if not own or head.slug in own
    ]
    return any(join(topic, [part]) is not None for topic in [*topics, *more])
