"""The modifier family: a topic with one more value before or after it, and the other words for what defines it.

'washable dog beds', 'dog beds under $50', 'dog mattresses': what people filter by, without a cluster of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from igny8.sag.blueprint import BlueprintAttribute
from igny8.sag.intersect import Candidate, Pick, fits, may_pair
from igny8.sag.languages import words as grammar
from igny8.sag.phrases import Part, Topic, join, phrase_of
from igny8.sag.template import SiteType

MAX_WORDS = 9  # longer than people type
ADVERBS = {"today", "now", "tonight", "tomorrow"}  # synonyms that stand before no noun


def find_modified(candidate: Candidate, attributes: list[BlueprintAttribute], site: SiteType) -> list[str]:
    """Phrases of the candidate with one more value, in turns over the attributes, so that none crowds out the rest."""
    if candidate.subject not in ("thing", "brand", "problem") or len(candidate.picks) != 1:
        return []
    pick = candidate.picks[0]
    if candidate.subject == "problem" and pick.value.joint == "head":
        return []  # a head joins no other head
    lines = []
    for attribute in attributes:
        others = [Pick(attribute, value) for value in attribute.values if candidate.sector in value.sectors]
        phrases = [phrase for other in others if (phrase := _modified(candidate, pick, other, site))]
        lines.append(phrases)
    return list(take_turns(lines))


def find_renamed(candidate: Candidate, noun: Topic) -> list[str]:
    """Phrases with a synonym in place of a value's own words: 'dog mattresses', 'water resistant dog beds'."""
    found: list[str] = []
    heads = [pick for pick in candidate.picks if pick.role == "category" and pick.value.joint == "head"]
    for pick in candidate.picks:
        if candidate.subject in ("problem", "topic") or (len(candidate.picks) == 1 and heads):
            if candidate.subject != "choice":
                found += [_lowered(name) for name in pick.value.synonyms if _stands_alone(name)]
            continue
        if candidate.subject == "comparison" or pick in heads:
            continue
        head = heads[0].topic if heads else noun
        for name in _usable(pick):
            if pick.role == "problem" and grammar.small_words & set(name.lower().split()):
                continue  # 'shrinks in the dryer' is said of a thing, not what one has
            part = Part(_lowered(name), pick.role, pick.value.joint)
            topic = join(head, [part])
            if topic and topic.things != candidate.topic.things:
                found.append(topic.things)
    return [phrase for phrase in found if len(phrase.split()) <= MAX_WORDS and not grammar.has_doubled_word(phrase)]


def _modified(candidate: Candidate, pick: Pick, other: Pick, site: SiteType) -> str:
    if other.attribute.slug == pick.attribute.slug or not _is_meant(pick, other, site):
        return ""
    if pick.role == "category" and pick.value.joint == "head":
        topic = join(candidate.topic, [other.part]) if other.value.joint != "head" else None
    elif other.role == "category" and other.value.joint == "head" and other.attribute.level != "facet":
        topic = join(other.topic, [pick.part])
    else:
        topic = None
    return topic.things if topic and len(topic.things.split()) <= MAX_WORDS else ""


def _is_meant(pick: Pick, other: Pick, site: SiteType) -> bool:
    """Whether the two belong together: the template allows it, and a facet says so or fits everything anyway."""
    if not fits(pick, other) or any(one.role == "brand" and not may_pair(one) for one in (pick, other)):
        return False
    value, attribute = other.value, other.attribute
    if attribute.level != "facet":
        return True
    if attribute.role == "location" or len(value.label.split()) > 3:  # noqa: PLR2004 - 'Every two weeks' modifies nothing
        return False
    if attribute.role == "price_band":
        is_limit = value.phrase.startswith(("under ", "over "))
        return is_limit or (value.joint == "prefix" and value.label.isalpha()) or value.joint == "with"
    is_named = pick.value.slug in value.only_with
    return is_named or (site != "ecommerce" and value.joint == "with")


def _usable(pick: Pick) -> Iterator[str]:
    """Synonyms that take the value's place in a phrase; templates also list loose associations, which do not."""
    value, limit = pick.value, 2
    for name in value.synonyms:
        words = name.split()
        if words[0].lower() in {"no", "how", "what"} or ADVERBS & {word.lower() for word in words}:
            continue
        if value.joint == "for" and pick.role in ("audience", "size") and not grammar.is_plural(name):
            continue
        if pick.role in ("brand", "location", "integration") or (value.joint == "with" and len(words) == 1):
            continue
        yield name
        limit -= 1
        if not limit:
            return


def _stands_alone(name: str) -> bool:
    words = name.lower().split()
    return len(words) > 1 and words[0] not in {"no", "calming", "works"}


def _lowered(name: str) -> str:
    return phrase_of(name, "", "category")


def take_turns(lines: list[list[str]]) -> Iterator[str]:
    """First of each line, second of each line, and so on."""
    for at in range(max(map(len, lines), default=0)):
        for line in lines:
            if at < len(line):
                yield line[at]
