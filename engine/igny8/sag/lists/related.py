"""Words that mean alike, from a table made once: 'kid' → child, toddler; 'sofa' → couch.

The table is `related_en.txt`, one word a line with those near it and how near, in hundredths. Where it comes from and
how it is made anew: docs/decisions/0008-related-words.md.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent


def related_of(word: str, language: str) -> dict[str, float]:
    """Words near a word, each with its nearness from 0 to 1; empty for an unknown word or language."""
    lines = _lines(language)
    at = bisect_left(lines, f"{word} ")
    if at == len(lines) or not lines[at].startswith(f"{word} "):
        return {}
    pairs = lines[at].split()[1:]
    return {pairs[number]: int(pairs[number + 1]) / 100 for number in range(0, len(pairs), 2)}


@lru_cache(maxsize=4)
def _lines(language: str) -> list[str]:
    """The table's lines in the order of their words."""
    path = FOLDER / f"related_{language}.txt"
    return path.read_text("ascii").splitlines() if path.exists() else []
