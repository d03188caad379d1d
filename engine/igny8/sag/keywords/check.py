"""The checker of phrases: what a person would not type, found by rule. Builds run clean of it (tests/quality).

It reads a phrase the way a proofreader does: words that stand twice, articles and verbs that do not agree, prepositions
that hang in the air, holes left by a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from igny8.sag import english

# One word by themselves.
FIXED = re.compile(r"\b(?:in vitro|in home|on site|on demand|to go|at home|in ground|by owner)\b")
PREPOSITIONS = frozenset({"for", "in", "with", "by", "of", "to", "at", "on", "from", "about"})
NEVER_LAST = PREPOSITIONS | {"a", "an", "the", "vs", "and", "or", "is", "are", "do", "does"}
# Verbs and adjectives that end in a preposition by themselves.
ENDINGS = tuple(
    ending.strip()
    for ending in """
    look for, sign in, log in, live in, ask for, care for, pay for, built in, plug in, walk in, drop in, check in,
    move in, clock in, clocking in, build on, good for, known for, used for, best for, trade in, opt in, tie in,
    add on, clip on, roll on, slip on, pull on, stick on
    """.split(",")  # noqa: SIM905 - word lists read best as text
)
PAIRS = frozenset((one, other) for one in PREPOSITIONS for other in PREPOSITIONS) - {("in", "by"), ("from", "in")}
NOUN_ENDS = re.compile(r"\b(?:for|in|with|by|of|to|at|on|from|without|under|over|and|or|that|who|vs)\b")
ASKED = re.compile(
    r"(?<!to )(?<![-\w])(do|does|is|are) (.+) "
    r"(?:cost|work|take|last|charge|happen|make|need|worth|serious|important)(?![-\w])",
    re.I,
)


def find_faults(phrase: str, title: str = "") -> list[str]:
    """Every fault of an English phrase. Words that its cluster's `title` says twice by nature may stand twice."""
    return [*_holes(phrase), *_repeats(phrase, title), *_articles(phrase), *_agreement(phrase), *_hanging(phrase)]


def _holes(phrase: str) -> Iterator[str]:
    if not english.words_of(phrase):
        yield "it has no words"
    if re.search(r"[{}<>|]|  |^\s|\s$|\s[,.?!]", phrase):
        yield "a pattern left a hole"


def _repeats(phrase: str, title: str) -> Iterator[str]:
    words = english.PAIRED.sub(r"\1", phrase).lower().split()
    for one, other in pairwise(words):
        if one == other:
            yield f"“{one}” stands twice in a row"
    if not set(words) & {"vs", "or", "and", "between", "over", "from", "compared"} and english.has_doubled_word(
        phrase, title
    ):
        yield "a word stands twice"


def _articles(phrase: str) -> Iterator[str]:
    for found in re.finditer(r"\b(an?) (\S.*)", phrase):
        article, rest = found.groups()
        noun = NOUN_ENDS.split(rest, maxsplit=1)[0].strip()
        if not noun:
            continue
        if english.with_article(noun) != f"{article} {noun}":
            yield f"“{article} {noun}” has the wrong article"


def _agreement(phrase: str) -> Iterator[str]:
    found = ASKED.search(phrase)
    if not found:
        return
    verb, noun = found[1].lower(), found[2]
    first = noun.split()[0].lower()
    if first in {"i", "you", "it", "we", "the", "a", "an"} or english.is_doing(noun, is_activity=True):
        return  # what somebody does takes 'does' whatever its object is
    if english.is_plural(noun) != (verb in ("do", "are")):
        yield f"“{verb} {noun}” does not agree"


def _hanging(phrase: str) -> Iterator[str]:
    low = FIXED.sub("x", phrase.lower())
    words = low.split()
    is_verb = any(word.endswith("ing") for word in words[-2:-1])  # 'averaging in', 'a strap digging in'
    is_unit = phrase.split()[-1:] == ["DO"] or bool(re.search(r"\d\S* in$", low))  # a degree; inches
    is_whole = low.endswith(ENDINGS) or low.startswith("what do") or is_verb or is_unit
    if words and words[-1] in NEVER_LAST and not is_whole:
        yield f"it ends with “{words[-1]}”"
    for pair in pairwise(words):
        if pair in PAIRS and not any(f"{end} " in low and end.endswith(f" {pair[0]}") for end in ENDINGS):
            yield f"“{' '.join(pair)}” follow each other"
