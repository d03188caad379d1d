"""Joins attribute values and a head noun into the phrase a person would say, or refuses.

`Topic` is a noun phrase in its forms; `join()` puts modifiers before it and complements after it in English order,
drops words that would stand twice and returns None when nothing natural comes out. Grammar lives in `english.py`;
a second language brings a module with the same functions and an entry in `LANGUAGES`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from igny8.operations import OperationError
from igny8.sag import english
from igny8.sag.template import Joint, Role

LANGUAGES = {"en": english}

# English order of what stands before a noun: opinion, maker, quality, size, style, season, stuff, purpose.
BEFORE = ["price_band", "size", "feature", "style", "process", "season", "brand", "material"]
# And of what stands after it: parts, purpose, maker, goal, place last ("dog beds with covers for puppies in Leeds").
AFTER: list[Joint] = ["with", "by", "for", "to", "in"]
LIMITS = {"under", "over", "up", "from", "above", "below"}  # open a value that says how much or how many
PLURAL_ONLY = {"supplies", "goods", "clothes", "essentials", "groceries", "basics", "accessories"}
PROPER_ROLES = {"brand", "location", "integration"}  # names: their capitals stay in mid-phrase


@dataclass(frozen=True)
class Topic:
    """What a phrase is about, in mid-phrase case. `singular` is empty for what cannot be counted: 'dog food'."""

    things: str
    singular: str = ""

    @property
    def title(self) -> str:
        return english.capitalise(self.things)

    @property
    def thing(self) -> str:
        return self.singular or self.things

    @property
    def a_thing(self) -> str:
        return english.with_article(self.singular) if self.singular else self.things

    @property
    def is_plural(self) -> bool:
        return english.is_plural(self.things)


@dataclass(frozen=True)
class Part:
    """One value on its way into a phrase."""

    phrase: str
    role: Role
    joint: Joint
    singular: str = ""


def topic_of(things: str, singular: str = "") -> Topic:
    """A topic from a template's words. Nobody asks for 'a dog supply': plural-only nouns lose their singular."""
    last = things.rpartition(" ")[2].lower()
    return Topic(things, "" if last in PLURAL_ONLY else singular if singular != things else "")


def language_of(locale: str) -> str:
    """The language whose grammar and patterns a locale uses; refuses those there are none for."""
    language = locale.split("_", 1)[0]
    if language not in LANGUAGES:
        known = ", ".join(sorted(LANGUAGES))
        message = f"There are no phrase patterns for the language {language!r} yet. Available: {known}."
        raise OperationError("unsupported_language", message, {"locale": message})
    return language


def phrase_of(label: str, phrase: str, role: Role) -> str:
    """A value's label as typed in mid-phrase, unless the template says it itself."""
    return phrase or (label if role in PROPER_ROLES else english.uncapitalise(label))


def join(head: Topic, parts: Sequence[Part]) -> Topic | None:
    """The head with all parts around it, or None when a part adds nothing or a word would stand twice."""
    topic: Topic | None = head
    allowed = " ".join([head.things, *(part.phrase for part in parts if english.has_doubled_word(part.phrase))])
    before = [part for part in parts if is_before(part)]
    after = [part for part in parts if not is_before(part)]
    rank = {role: at for at, role in enumerate(BEFORE)}
    for part in sorted(before, key=lambda part: -rank.get(part.role, len(rank))):  # nearest to the noun first
        topic = topic and prepend(topic, part.phrase)
    for part in sorted(after, key=lambda part: AFTER.index(part.joint) if part.joint in AFTER else len(AFTER)):
        topic = topic and append(topic, part)
    return topic if topic and not english.has_doubled_word(topic.things, allowed) else None


def is_before(part: Part) -> bool:
    """Brands stand before the noun ('Kong dog toys') whatever their joint; a limit after it: 'rods under 6 ft'."""
    if part.phrase.split(" ", 1)[0].lower() in LIMITS:
        return False
    return part.joint in ("prefix", "head") or part.role == "brand"


def prepend(head: Topic, modifier: str) -> Topic | None:
    """'small dog' + 'dog beds' → small dog beds; 'orthopaedic beds' + 'dog beds' → orthopaedic dog beds."""
    words, base = modifier.split(), head.things.split()
    same = [english.stem(word) for word in english.words_of(head.things)]
    kept = [word for word in words if not set(english.stems_of(word)) & set(same)]
    # Words in common may fall away only at the seam: in the middle they carry the sense of what stands around them.
    is_at_seam = kept == words[: len(kept)]
    if not kept or not is_at_seam:
        return None
    front = " ".join(kept)
    if len(kept) < len(words) and english.is_plural(front):
        front = english.singularise_last(front)
    return Topic(f"{front} {' '.join(base)}", f"{front} {head.singular}" if head.singular else "")


def append(head: Topic, part: Part) -> Topic | None:  # noqa: PLR0911 - one return per way to join
    """'dog beds' + for 'puppies' → dog beds for puppies; + for 'senior dogs' → senior dog beds, never dog twice."""
    phrase = part.phrase
    if part.joint == "prefix":
        limit = english.uncapitalise(phrase)
        return Topic(f"{head.things} {limit}", head.singular and f"{head.singular} {limit}")
    if part.role == "integration" and "integration" not in phrase:
        phrase += " integration"
    joint = "" if part.joint == "for" and phrase.startswith(("for ", "in ", "with ", "on ")) else f"{part.joint} "
    base = head.things.split()
    shared = set(english.stems_of(phrase)) & set(english.stems_of(head.things))
    if not shared:
        # A countable thing goes with one of its users: 'a dog bed for a puppy'.
        one = english.with_article(part.singular) if part.singular and part.joint == "for" else phrase
        return Topic(f"{head.things} {joint}{phrase}", head.singular and f"{head.singular} {joint}{one}")
    if shared == set(english.stems_of(phrase)):
        return None
    if part.role not in ("audience", "size", "occasion") or any(word in english.SMALL_WORDS for word in base):
        return None
    words = (part.singular or english.singularise_last(phrase)).split()
    has_small = any(word in english.SMALL_WORDS for word in words)  # 'backpacking with dogs' is no adjective
    if (
        len(words) > 1
        and not has_small
        and english.stem(words[-1]) == english.stem(base[0])
        and len(base) > 1
        and len(shared) == 1
    ):
        front = " ".join(words[:-1])
        return Topic(f"{front} {head.things}", head.singular and f"{front} {head.singular}")
    if english.stem(base[0]) in shared and len(shared) == 1 and len(base) > 1 and not base[-1].endswith("ing"):
        rest, single = " ".join(base[1:]), " ".join(head.singular.split()[1:])
        return Topic(f"{rest} {joint}{phrase}", single and f"{single} {joint}{phrase}")
    return None
