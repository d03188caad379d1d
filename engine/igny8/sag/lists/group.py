"""Groups searches that one page would answer: average linkage over sparse vectors, cut where the list's own words part.

Every merge joins the two groups whose members are nearest on average (UPGMA, Sokal and Michener 1958). Because vectors
are weighed by the list (`vocabulary.py`), one height of the cut suits narrow and wide lists alike.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Sequence

from igny8.sag.lists.vocabulary import Vector, Vocabulary

CUT = 0.60  # average likeness at which two groups are still one topic
LEAST = 0.2  # likeness below which a pair is not even looked at
MOST_NEIGHBOURS = 60  # of one search; nearest first


def group(phrases: Sequence[str], language: str) -> list[list[int]]:
    """Indexes of the phrases of each group, in order of their first one; single ones are groups of one."""
    if not phrases:
        return []
    vectors = Vocabulary.of(phrases, language).vectors()
    return group_vectors(vectors)


def group_vectors(vectors: Sequence[Vector], cut: float = CUT) -> list[list[int]]:
    """As `group`, of vectors of length 1."""
    nodes: dict[tuple[tuple[str, float], ...], list[int]] = {}
    for at, vector in enumerate(vectors):
        nodes.setdefault(tuple(sorted(vector.items())), []).append(at)
    members = list(nodes.values())
    unique = [vectors[first[0]] for first in members]
    groups = _link(unique, [len(same) for same in members], cut)
    found = [sorted(at for node in nodes_of for at in members[node]) for nodes_of in groups]
    return sorted(found)


def neighbours(vectors: Sequence[Vector], least: float = LEAST) -> list[dict[int, float]]:
    """For each vector those before it that are at least so like it: an inverted index, read by prefix.

    Only a vector's heaviest words are looked up, as many as a pair of the wanted likeness must share one of (prefix
    filtering; Bayardo, Ma and Srikant 2007). So the words that nearly every search has are hardly ever read.
    """
    index: dict[str, list[int]] = defaultdict(list)
    for at, vector in enumerate(vectors):
        for word in vector:
            index[word].append(at)
    found: list[dict[int, float]] = []
    for at, vector in enumerate(vectors):
        candidates: set[int] = set()
        for word in _prefix(vector, least):
            candidates.update(index[word])
        near: dict[int, float] = {}
        for other in candidates:
            if other < at:
                theirs = vectors[other]
                likeness = dot(vector, theirs) if len(vector) <= len(theirs) else dot(theirs, vector)
                if likeness >= least:
                    near[other] = likeness
        if len(near) > MOST_NEIGHBOURS:
            near = dict(heapq.nlargest(MOST_NEIGHBOURS, near.items(), key=lambda pair: (pair[1], -pair[0])))
        found.append(near)
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


def _link(vectors: list[Vector], counts: list[int], cut: float) -> list[list[int]]:
    """Merges the nearest pair until none is as near as the cut. `counts`: searches that a vector stands for."""
    sums = {at: {word: value * counts[at] for word, value in vector.items()} for at, vector in enumerate(vectors)}
    sizes = dict(enumerate(counts))
    members = {at: [at] for at in sums}
    edges: dict[int, set[int]] = {at: set() for at in sums}
    heap: list[tuple[float, int, int]] = []
    for at, near in enumerate(neighbours(vectors)):
        for other, likeness in near.items():
            edges[at].add(other)
            edges[other].add(at)
            heap.append((-likeness, other, at))
    heapq.heapify(heap)
    following = len(vectors)
    while heap:
        likeness, one, other = heapq.heappop(heap)
        if one not in sums or other not in sums:
            continue
        if -likeness < cut:
            break
        total = _add(sums.pop(one), sums.pop(other))
        sums[following] = total
        sizes[following] = sizes.pop(one) + sizes.pop(other)
        members[following] = members.pop(one) + members.pop(other)
        around = (edges.pop(one) | edges.pop(other)) - {one, other}
        edges[following] = around
        for near_one in around:
            edges[near_one] -= {one, other}
            edges[near_one].add(following)
            theirs = sums[near_one]
            shared = dot(theirs, total) if len(theirs) <= len(total) else dot(total, theirs)
            average = shared / (sizes[near_one] * sizes[following])
            if average >= cut:
                heapq.heappush(heap, (-average, near_one, following))
        following += 1
    return list(members.values())


def _add(one: Vector, other: Vector) -> Vector:
    if len(one) < len(other):
        one, other = other, one
    for word, value in other.items():
        one[word] = one.get(word, 0.0) + value
    return one
