"""What is known of English words: how much a word tells of a topic, and which words mean alike (kid: child, toddler).

The table is `related_en.txt`, one word a line: the word, how telling it is in hundredths ('day' 40, 'sofa' 100), and
the words near it with their nearness in hundredths. Where it comes from: docs/decisions/0008-words-that-mean-alike.md.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Word:
    """How telling a word is, 0-1, and its near words, each with its nearness, 0-1."""

    telling: float = 1.0
    near: dict[str, float] = field(default_factory=dict)


UNKNOWN = Word()


def look_up(word: str, language: str) -> Word:
    """What the table says; an unknown word tells all and is near none."""
    lines = _lines(language)
    at = bisect_left(lines, f"{word} ")
    if at == len(lines) or not lines[at].startswith(f"{word} "):
        return UNKNOWN
    telling, *pairs = lines[at].split()[1:]
    near = {pairs[number]: int(pairs[number + 1]) / 100 for number in range(0, len(pairs), 2)}
    return Word(int(telling) / 100, near)


@lru_cache(maxsize=4)
def _lines(language: str) -> list[str]:
    """The table's lines in the order of their words; none for a language without one."""
    path = FOLDER / f"related_{language}.txt"
    return path.read_text("ascii").splitlines() if path.exists() else []
