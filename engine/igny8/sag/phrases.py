"""Joins attribute values and a head noun into the phrase a person would say, or refuses.

`Topic` is a noun phrase in its forms; `join()` puts modifiers and complements around it in the language's order, drops
words that would stand twice and returns None when nothing natural comes out. The words of each language and what its
order is are in `languages/`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from igny8.sag.languages import words as grammar
from igny8.sag.template import Joint, Role

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
        return grammar.capitalise(self.things)

    @property
    def thing(self) -> str:
        return self.singular or self.things

    @property
    def a_thing(self) -> str:
        return grammar.with_article(self.singular) if self.singular else self.things

    @property
    def is_plural(self) -> bool:
        return grammar.is_plural(self.things)


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


def phrase_of(label: str, phrase: str, role: Role) -> str:
    """A value's label as typed in mid-phrase, unless the template says it itself."""
    return phrase or (label if role in PROPER_ROLES else grammar.uncapitalise(label))


def join(head: Topic, parts: Sequence[Part]) -> Topic | None:
    """The head with all parts around it, or None when a part adds nothing or a word would stand twice."""
    topic: Topic | None = head
    allowed = " ".join([head.things, *(part.phrase for part in parts if grammar.has_doubled_word(part.phrase))])
    before = [part for part in parts if is_before(part)]
    after = [part for part in parts if not is_before(part)]
    rank = {role: at for at, role in enumerate(BEFORE)}
    for part in sorted(before, key=lambda part: -rank.get(part.role, len(rank))):  # nearest to the noun first
        topic = topic and (prepend if grammar.puts_quality_first else qualify)(topic, part.phrase)
    for part in sorted(after, key=lambda part: AFTER.index(part.joint) if part.joint in AFTER else len(AFTER)):
        topic = topic and append(topic, part)
    return topic if topic and not grammar.has_doubled_word(topic.things, allowed) else None


def is_before(part: Part) -> bool:
    """Brands stand before the noun ('Kong dog toys') whatever their joint; a limit after it: 'rods under 6 ft'."""
    if part.phrase.split(" ", 1)[0].lower() in LIMITS:
        return False
    return part.joint in ("prefix", "head") or part.role == "brand"


def prepend(head: Topic, modifier: str) -> Topic | None:
    """'small dog' + 'dog beds' → small dog beds; 'orthopaedic beds' + 'dog beds' → orthopaedic dog beds."""
    words, base = modifier.split(), head.things.split()
    same = [grammar.stem(word) for word in grammar.words_of(head.things)]
    kept = [word for word in words if not set(grammar.stems_of(word)) & set(same)]
    # Words in common may fall away only at the seam: in the middle they carry the sense of what stands around them.
    is_at_seam = kept == words[: len(kept)]
    if not kept or not is_at_seam:
        return None
    front = " ".join(kept)
    if len(kept) < len(words) and grammar.is_plural(front):
        front = grammar.singularise_last(front)
    gap = "" if front.endswith("-") else " "  # German joins: Notdienst-Klempner
    holder, of, inside = head.singular.partition(" of ")  # 'a bag of adult dog treats', 'a pair of shell ski pants'
    single = f"{holder}{of}{front} {inside}" if of else f"{front} {head.singular}"
    return Topic(f"{front}{gap}{' '.join(base)}", _singular(head, single))


def qualify(head: Topic, quality: str) -> Topic | None:
    """'zapatillas' + 'impermeables' → zapatillas impermeables: where qualities follow the noun."""
    if set(grammar.stems_of(quality)) & set(grammar.stems_of(head.things)):
        return None
    return Topic(f"{head.things} {quality}", _singular(head, f"{head.singular} {quality}"))


def _singular(head: Topic, joined: str) -> str:
    """The joined phrase's singular, where the language needs no agreement to make it."""
    return joined if head.singular and grammar.keeps_singular else ""


def append(head: Topic, part: Part) -> Topic | None:  # noqa: PLR0911 - one return per way to join
    """'dog beds' + for 'puppies' → dog beds for puppies; + for 'senior dogs' → senior dog beds, never dog twice."""
    phrase = part.phrase
    if part.joint == "prefix":
        limit = grammar.uncapitalise(phrase)
        return Topic(f"{head.things} {limit}", _singular(head, f"{head.singular} {limit}"))
    if part.role == "integration" and "integration" not in phrase.lower():
        phrase = grammar.wording.integration.format(name=phrase)
    has_own = part.joint == "for" and phrase.startswith(("for ", "in ", "with ", "on "))
    joint = "" if has_own else f"{grammar.joints[part.joint]} "
    base = head.things.split()
    shared = set(grammar.stems_of(phrase)) & set(grammar.stems_of(head.things))
    if not shared:
        # A countable thing goes with one of its users: 'a dog bed for a puppy'.
        one = grammar.with_article(part.singular) if part.singular and part.joint == "for" else phrase
        return Topic(f"{head.things} {joint}{phrase}", _singular(head, f"{head.singular} {joint}{one}"))
    if not grammar.merges_nouns or shared == set(grammar.stems_of(phrase)):
        return None
    if part.role not in ("audience", "size", "occasion") or any(word in grammar.small_words for word in base):
        return None
    words = (part.singular or grammar.singularise_last(phrase)).split()
    has_small = any(word in grammar.small_words for word in words)  # 'backpacking with dogs' is no adjective
    if (
        len(words) > 1
        and not has_small
        and grammar.stem(words[-1]) == grammar.stem(base[0])
        and len(base) > 1
        and len(shared) == 1
    ):
        front = " ".join(words[:-1])
        return Topic(f"{front} {head.things}", head.singular and f"{front} {head.singular}")
    if grammar.stem(base[0]) in shared and len(shared) == 1 and len(base) > 1 and not base[-1].endswith("ing"):
        rest, single = " ".join(base[1:]), " ".join(head.singular.split()[1:])
        return Topic(f"{rest} {joint}{phrase}", single and f"{single} {joint}{phrase}")
    return None
