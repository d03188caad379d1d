"""Gives each search of a list to the cluster it belongs to, or to none.

A search belongs to the cluster whose phrases are nearest to it: the same under normalisation first, then by the weighed
words they share, or by saying all of a cluster's name. Of clusters that are equally near the most specific one wins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from igny8.sag.lists.group import dot
from igny8.sag.lists.spelling import is_word
from igny8.sag.lists.vocabulary import Vector, Vocabulary
from igny8.sag.lists.words import form_of

LIKE = 0.52  # likeness to a cluster from which a search is taken into it; below it a group of its own may form
NAMED = 0.35  # of a search's weight that a cluster's name must say to claim it by name alone
EXACT = 1.0


@dataclass(frozen=True)
class Known:
    """A cluster as matching sees it: its name and the phrases it has, the name first of all."""

    id: str
    title: str
    phrases: Sequence[str]


@dataclass(frozen=True)
class Match:
    """Which cluster a search belongs to, how surely (0-1), and whether the cluster had the very same search."""

    cluster: str
    score: float
    is_exact: bool


def match(phrases: Sequence[str], known: Sequence[Known], locale: str) -> list[Match | None]:
    """For each phrase its cluster, in order. What words weigh is told by the list and the clusters together."""
    owners: dict[tuple[str, ...], str] = {}
    for one in known:
        for phrase in [*one.phrases, one.title]:
            owners.setdefault(form_of(phrase, locale), one.id)
    texts = [text for one in known for text in (one.title, *one.phrases)]
    vocabulary = Vocabulary.of([*phrases, *texts], locale.split("_", 1)[0])
    vectors = vocabulary.vectors()
    finder = _Finder(known, vectors[len(phrases) :], vocabulary.documents[len(phrases) :], vocabulary)
    found: list[Match | None] = []
    for at, phrase in enumerate(phrases):
        owner = owners.get(form_of(phrase, locale))
        if owner is not None:
            found.append(Match(owner, EXACT, True))
        else:
            found.append(finder.nearest(vectors[at], vocabulary.documents[at]))
    return found


class _Finder:
    """The clusters' phrases in an inverted index, and their names as sets of words."""

    def __init__(
        self, known: Sequence[Known], vectors: list[Vector], documents: list[list[str]], vocabulary: Vocabulary
    ) -> None:
        self.weights = vocabulary.weights
        self.vectors = vectors
        self.owner: list[int] = []
        self.names: list[frozenset[str]] = []
        for number, one in enumerate(known):
            self.names.append(frozenset(word for word in documents[len(self.owner)] if is_word(word)))
            self.owner += [number] * (1 + len(one.phrases))
        self.ids = [one.id for one in known]
        self.index: dict[str, list[int]] = defaultdict(list)
        for at, vector in enumerate(vectors):
            for word in vector:
                self.index[word].append(at)
        self.named: dict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(self.names):
            for word in name:
                self.named[word].append(number)
        self.memory: dict[tuple[str, ...], Match | None] = {}

    def nearest(self, vector: Vector, document: list[str]) -> Match | None:
        key = tuple(sorted(set(document)))
        if key not in self.memory:
            self.memory[key] = self._nearest(vector, frozenset(key))
        return self.memory[key]

    def _nearest(self, vector: Vector, words: frozenset[str]) -> Match | None:
        scores: dict[int, float] = {}
        for at in {at for word in vector if is_word(word) for at in self.index.get(word, ())}:
            likeness = dot(vector, self.vectors[at])
            number = self.owner[at]
            if likeness > scores.get(number, 0.0):
                scores[number] = likeness
        for number in {number for word in words for number in self.named.get(word, ())}:
            if self.names[number] <= words:
                said = self._weight(self.names[number]) / (self._weight(words) or 1.0)
                if said >= NAMED:  # all of a name in a search is surer than likeness; the more it says, the surer
                    scores[number] = max(scores.get(number, 0.0), (1 + said) / 2)
        if not scores:
            return None
        # Among the equally near the one whose name says most, then the first.
        best = max(scores, key=lambda number: (round(scores[number], 2), self._said(number, words), -number))
        score = min(scores[best], EXACT - 0.01)
        return Match(self.ids[best], round(score, 2), False) if score >= LIKE else None

    def _said(self, number: int, words: frozenset[str]) -> float:
        return self._weight(self.names[number]) if self.names[number] <= words else 0.0

    def _weight(self, words: frozenset[str]) -> float:
        return sum(self.weights.get(word, 0.0) for word in words)
