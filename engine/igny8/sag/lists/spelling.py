"""Finds the words of a list that are one word: inflected, misspelt, written together or apart.

Nothing is corrected against a dictionary: a form is only ever taken for another one that the same list has, so that a
trade's own words and brand names stay what they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHORTEST_TYPO = 5  # letters: among shorter words one letter makes another word (dog, dig)
TYPO_RATIO = 2  # the right spelling stands at least this many times as often
RARE = 3  # a spelling that more people than this use is a word
SHORTEST_BASE = 3
SHORTEST_STEM = 5  # of languages without rules here: letters two forms must share
LONGEST_END = 2  # and letters that each may have beyond them
ENDINGS: list[tuple[str, tuple[str, ...]]] = [  # ending → what its base may end in
    ("ing", ("", "e")), ("ed", ("", "e")), ("er", ("", "e")), ("or", ("", "e")), ("ation", ("", "e", "ing")),
    ("ion", ("", "e")), ("ment", ("",)), ("al", ("", "e")), ("ly", ("",)), ("y", ("", "e")), ("ness", ("",)),
    ("ist", ("", "e", "y")), ("ful", ("",)), ("ive", ("", "e")), ("able", ("", "e")), ("en", ("", "e")),
]  # fmt: skip


def unite(documents: Sequence[Sequence[str]], language: str) -> list[list[str]]:
    """The documents with every word in the form its list uses most, and joined words apart where the list has both."""
    apart = _written_apart(documents)
    documents = [[part for word in document for part in apart.get(word, (word,))] for document in documents]
    counts = Counter(word for document in documents for word in document)
    same: dict[str, str] = {}
    for word in sorted(counts):
        if not is_word(word):
            continue
        base = _base(word, counts, language) or _intended(word, counts)
        if base:
            same[word] = base
    return [[_follow(word, same) for word in document] for document in documents]


def is_word(token: str) -> bool:
    """Whether a token is a word of the topic and no mark of asking."""
    return token[0] not in "@?"


def _written_apart(documents: Sequence[Sequence[str]]) -> dict[str, tuple[str, str]]:
    """Words written together that the list has apart as well: 'lawnmower' → lawn mower."""
    words = {word for document in documents for word in document}
    return {
        one + other: (one, other)
        for document in documents
        for one, other in pairwise(document)
        if one + other in words and is_word(one) and is_word(other)
    }


def _base(word: str, counts: Counter[str], language: str) -> str:
    """The base form that the list has too: 'whitening' → whiten."""
    if language != "en":
        return _shorter(word, counts)
    for base in _bases(word):
        if len(base) >= SHORTEST_BASE and base != word and base in counts:
            return base
    return ""


def _bases(word: str) -> Iterator[str]:
    for ending, others in ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            yield from (stem + other for other in others)
            if len(stem) > SHORTEST_BASE and stem[-1] == stem[-2]:
                yield stem[:-1]  # running → run


def _shorter(word: str, counts: Counter[str]) -> str:
    """A form that differs in its last letters only: 'zapatillas' → zapatilla."""
    for cut in range(1, LONGEST_END + 1):
        stem = word[:-cut]
        if len(stem) < SHORTEST_STEM:
            break
        for base in (stem, stem + "o", stem + "e", stem + "a"):
            if base in counts and base < word and base != word:
                return base
    return ""


def _intended(word: str, counts: Counter[str]) -> str:
    """The word that a rare one is a misspelling of: one letter more, less, other or swapped, never the first."""
    if len(word) < SHORTEST_TYPO or counts[word] > RARE or not word.isalpha():
        return ""
    likely = [
        other
        for other in set(_one_off(word))
        if other != word and counts.get(other, 0) >= TYPO_RATIO * counts[word] and other[0] == word[0]
    ]
    return min(likely, key=lambda other: (-counts[other], other), default="")


def _one_off(word: str) -> Iterable[str]:
    for at in range(1, len(word) + 1):
        front, back = word[:at], word[at:]
        if back:
            yield front + back[1:]
        if len(back) > 1:
            yield front + back[1] + back[0] + back[2:]
        for letter in LETTERS:
            yield front + letter + back
            if back:
                yield front + letter + back[1:]


def _follow(word: str, same: dict[str, str]) -> str:
    for _ in range(len(ENDINGS)):
        if word not in same:
            break
        word = same[word]
    return word
