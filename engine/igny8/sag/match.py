"""Matches a site to sectors: by what its owner calls it, by a description, or by the titles of its pages.

A few words are a search (`search.py`). A longer text is a bag of words: of each sector the sum, over the words it
knows, of squared rarity times the weight of the place they stand in, damped by how often the site says them (1 + log
count, Salton & Buckley 1988); divided by the most that any sector could have, so the best possible is 1. A word counts
only if a sector uses it, so navigation and small talk of the site weigh nothing.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from igny8.sag import catalog, english
from igny8.sag.search import GENERIC_WORDS, NAME, Sectors, read_sectors, score_sectors

FEW_WORDS = 5  # up to these a text is a search, every word of which is meant
NEAR = 0.35  # of the best score: further down it is another trade


@dataclass(frozen=True)
class Found:
    """A sector and how surely it is meant, 0 to 1."""

    entry: catalog.Entry
    score: float


def match_sectors(text: str, titles: Sequence[str], limit: int) -> list[Found]:
    """The likeliest sectors, best first; none when nothing says what the site is about."""
    index, folder = catalog.index(), catalog.data_folder()
    is_search = not titles and len(english.stems_of(text)) <= FEW_WORDS
    scores = score_sectors(text, index, folder) if is_search else _score_text([text, *titles], read_sectors(folder))
    best = max(scores.values(), default=0.0)
    order = sorted((slug for slug in scores if scores[slug] > NEAR * best), key=lambda slug: (-scores[slug], slug))
    return [Found(index[slug], round(min(1.0, scores[slug]), 3)) for slug in order[:limit]]


def _score_text(texts: Sequence[str], known: Sectors) -> dict[str, float]:
    counts = Counter(stem for text in texts for stem in english.stems_of(text))
    worth = {
        stem: (1 + math.log(count)) * known.rarity[stem] ** 2
        for stem, count in counts.items()
        if stem in known.rarity and stem not in GENERIC_WORDS
    }
    most = NAME * sum(worth.values())
    if not most:
        return {}
    return {
        slug: sum(weights.get(stem, 0.0) * value for stem, value in worth.items()) / most
        for slug, weights in known.weights.items()
    }
