"""Groups searches that one page would answer: average linkage over sparse vectors, cut where the list's own words part.

Every merge joins the two groups whose members are nearest on average (UPGMA, Sokal and Michener 1958). Because vectors
are weighed by the list (`vocabulary.py`), one height of the cut suits narrow and wide lists alike.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Sequence

from igny8.sag.lists.spelling import is_word
from igny8.sag.lists.vocabulary import Vector, Vocabulary

# Tuned on tests/quality/queries; every domain alone would have chosen between 0.40 and 0.56 and lost 2 points at most.
CUT = 0.5  # average likeness at which two groups are still one topic
SMALL = 2  # searches of a group that is put into a larger one rather than left by itself
TAKEN_IN = 0.3  # average likeness from which it is
SAME = 0.75  # of a search's weight that two must share from the start; such pairs are far above the cut anyway
LEAST = 0.4  # likeness below which a pair is not even looked at
MOST_NEIGHBOURS = 40  # of one search; nearest first
PROMISING = 0.8  # of the likeness looked for: what the heaviest words must bring for the others to be counted


def group(phrases: Sequence[str], language: str) -> list[list[int]]:
    """Indexes of the phrases of each group, in order of their first one; single ones are groups of one."""
    if not phrases:
        return []
    vocabulary = Vocabulary.of(phrases, language)
    vectors = vocabulary.vectors()
    nodes: dict[tuple[str, ...], list[int]] = {}
    for at, vector in enumerate(vectors):
        nodes.setdefault(_key(vocabulary.documents[at], vector), []).append(at)
    members = list(nodes.values())
    groups = _link([_sum(vectors, same) for same in members], [len(same) for same in members])
    found = [sorted(at for node in joined for at in members[node]) for joined in groups]
    return sorted(_take_in(found, vectors))


def _key(document: list[str], vector: Vector) -> tuple[str, ...]:
    """What makes two searches one from the start: the same words of the topic, where these weigh nearly all."""
    topic = tuple(sorted({word for word in document if is_word(word)}))
    asking = sum(value * value for word, value in vector.items() if not is_word(word))
    return topic if topic and asking <= 1 - SAME else tuple(sorted(set(document)))


def _take_in(groups: list[list[int]], vectors: Sequence[Vector]) -> list[list[int]]:
    """Puts groups too small for a page into the nearest larger one, where there is one near enough."""
    large = [members for members in groups if len(members) > SMALL]
    if not large:
        return groups
    index: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, members in enumerate(large):
        for word, value in _sum(vectors, members).items():
            index[word].append((number, value / len(members)))
    grown = [list(members) for members in large]
    left = []
    for members in groups:
        if len(members) > SMALL:
            continue
        near: dict[int, float] = defaultdict(float)
        for word, value in _sum(vectors, members).items():
            for number, theirs in index[word]:
                near[number] += value * theirs / len(members)
        best = max(near, key=lambda number: (near[number], -number), default=-1)
        if best >= 0 and near[best] >= TAKEN_IN:
            grown[best] += members
        else:
            left.append(members)
    return [sorted(members) for members in grown] + left


def _sum(vectors: Sequence[Vector], members: list[int]) -> Vector:
    total: Vector = defaultdict(float)
    for at in members:
        for word, value in vectors[at].items():
            total[word] += value
    return total


def neighbours(vectors: Sequence[Vector], least: float = LEAST) -> list[dict[int, float]]:
    """For each vector those before it that are at least so like it: an inverted index, read by prefix.

    Only a vector's heaviest words are looked up, as many as a pair of the wanted likeness must share one of (prefix
    filtering; Bayardo, Ma and Srikant 2007). So the words that nearly every search has are hardly ever read.
    """
    index: dict[str, list[tuple[int, float]]] = defaultdict(list)
    found: list[dict[int, float]] = []
    for at, vector in enumerate(vectors):
        shared: dict[int, float] = defaultdict(float)
        for word in _prefix(vector, least):
            value = vector[word]
            for other, theirs in index[word]:
                shared[other] += value * theirs
        near = {other: dot(vector, vectors[other]) for other, part in shared.items() if part >= PROMISING * least}
        near = {other: likeness for other, likeness in near.items() if likeness >= least}
        if len(near) > MOST_NEIGHBOURS:
            near = dict(heapq.nlargest(MOST_NEIGHBOURS, near.items(), key=lambda pair: (pair[1], -pair[0])))
        found.append(near)
        for word, value in vector.items():
            index[word].append((at, value))
    return found


def _prefix(vector: Vector, least: float) -> list[str]:
    """The heaviest words, until what remains cannot make the wanted likeness."""
    words = sorted(vector, key=lambda word: (-vector[word], word))
    rest = 1.0
    for number, word in enumerate(words):
        if math.sqrt(max(rest, 0.0)) < least:
            return words[:number]
        rest -= vector[word] ** 2
    return words


def dot(one: Vector, other: Vector) -> float:
    """The likeness of two vectors of length 1; quickest with the shorter first."""
    return sum(value * other[word] for word, value in one.items() if word in other)


def _link(vectors: list[Vector], counts: list[int]) -> list[list[int]]:
    """Merges the nearest pair until none is as near as the cut. A vector is the sum of `counts` searches."""
    sums = dict(enumerate(vectors))
    sizes = dict(enumerate(counts))
    members = {at: [at] for at in sums}
    edges: dict[int, set[int]] = {at: set() for at in sums}
    heap: list[tuple[float, int, int]] = []
    for at, near in enumerate(neighbours([_unit(vector) for vector in vectors])):
        for other in near:
            edges[at].add(other)
            edges[other].add(at)
            average = _average(vectors[at], vectors[other], counts[at] * counts[other])
            if average >= CUT:
                heap.append((-average, other, at))
    heapq.heapify(heap)
    following = len(vectors)
    while heap:
        _, one, other = heapq.heappop(heap)
        if one not in sums or other not in sums:
            continue
        total = _add(sums.pop(one), sums.pop(other))
        sums[following] = total
        sizes[following] = sizes.pop(one) + sizes.pop(other)
        members[following] = members.pop(one) + members.pop(other)
        around = (edges.pop(one) | edges.pop(other)) - {one, other}
        edges[following] = around
        for near_one in around:
            edges[near_one] -= {one, other}
            edges[near_one].add(following)
            average = _average(sums[near_one], total, sizes[near_one] * sizes[following])
            if average >= CUT:
                heapq.heappush(heap, (-average, near_one, following))
        following += 1
    return list(members.values())


def _average(one: Vector, other: Vector, pairs: int) -> float:
    """The average likeness of the searches of two sums."""
    return (dot(one, other) if len(one) <= len(other) else dot(other, one)) / pairs


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {word: value / length for word, value in vector.items()}


def _add(one: Vector, other: Vector) -> Vector:
    if len(one) < len(other):
        one, other = other, one
    for word, value in other.items():
        one[word] = one.get(word, 0.0) + value
    return one
