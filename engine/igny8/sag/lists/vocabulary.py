"""Weighs the words of a list by the list itself and makes every search a sparse vector of length 1.

What nearly every search of a list has says nothing about it: 'running shoe' in a list of running shoes. So a word
counts by its rarity in this list (idf), common English words and ways of asking count less, and a word that stands once
counts half: it cannot tie anything together. Words that mean alike count for each other in part (`related.py`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from igny8.sag.lists.related import look_up
from igny8.sag.lists.spelling import is_word, unite
from igny8.sag.lists.words import tokens_of

Vector = dict[str, float]

# Chosen on a grid over tests/quality/queries; see the README there for what each is worth.
RARITY = 0.6  # exponent of idf: with 1 a search is only its rarest word
LEAST_IDF = 0.05
ASKING = 0.35  # of a way of asking ('cost', 'near me', 'best') beside a word of the topic
QUESTION = 0.12  # of a question word
ONCE = 0.5  # of a word that stands once
RELATED = 0.5  # how far the nearest word counts for another one
NEAREST_FROM = 0.4  # nearness below which words are only of one field: the table begins there
NEARNESS = 0.6  # exponent: a word half as near counts for more than half


@dataclass(frozen=True)
class Vocabulary:
    """The words of one list: their weights, and each document's words in the form the list uses."""

    documents: list[list[str]]
    weights: dict[str, float]
    language: str

    @classmethod
    def of(cls, phrases: Sequence[str], language: str) -> Vocabulary:
        documents = unite([tokens_of(phrase, language) for phrase in phrases], language)
        return cls(documents, _weigh(documents, language), language)

    def vectors(self) -> list[Vector]:
        """One vector per phrase, in order; equal documents share one."""
        known: dict[tuple[str, ...], Vector] = {}
        near = self._near()
        found = []
        for document in self.documents:
            key = tuple(sorted(set(document)))
            if key not in known:
                known[key] = self._vector(key, near)
            found.append(known[key])
        return found

    def _vector(self, words: tuple[str, ...], near: dict[str, dict[str, float]]) -> Vector:
        vector: Vector = dict.fromkeys(words, 0.0)
        for word in words:
            weight = self.weights[word]
            vector[word] += weight
            for other, share in near.get(word, {}).items():
                vector[other] = vector.get(other, 0.0) + weight * share
        length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
        return {word: value / length for word, value in vector.items()}

    def _near(self) -> dict[str, dict[str, float]]:
        """Related words that are both in the list."""
        near: dict[str, dict[str, float]] = {}
        for word in self.weights:
            if is_word(word):
                others = look_up(word, self.language).near
                found = {other: _share(nearness) for other, nearness in others.items() if other in self.weights}
                if found:
                    near[word] = found
        return near


def _share(nearness: float) -> float:
    return RELATED * math.pow((nearness - NEAREST_FROM) / (1 - NEAREST_FROM), NEARNESS)


def _weigh(documents: list[list[str]], language: str) -> dict[str, float]:
    counts = Counter(word for document in documents for word in set(document))
    total = len(documents)
    weights = {}
    for word, count in counts.items():
        weight = max(math.log((total + 1) / (count + 0.5)), LEAST_IDF) ** RARITY
        if count == 1:
            weight *= ONCE
        if not is_word(word):
            weight *= ASKING if word[0] == "@" else QUESTION
        else:
            weight *= look_up(word, language).telling
        weights[word] = weight
    return weights
