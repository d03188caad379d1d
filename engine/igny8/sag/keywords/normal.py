"""The normalised form by which two keywords count as one: same meaningful words, in any number and order."""

from __future__ import annotations

from igny8.sag.languages import words as grammar

# Words that carry no meaning of their own in a search; question words stay, because they change what is asked.
IDLE = frozenset(
    [
        "a",
        "an",
        "the",
        "for",
        "of",
        "in",
        "on",
        "at",
        "to",
        "with",
        "by",
        "is",
        "are",
        "do",
        "does",
        "your",
        "my",
        "our",
        "you",
        "i",
        "and",
        "should",
        "it",
    ]
)
SAME_WORD = {
    "versus": "vs",
    "compared": "vs",
    "price": "cost",
    "prices": "cost",
    "pricing": "cost",
    "cheapest": "cheap",
}


def normalise(phrase: str) -> tuple[str, ...]:
    """'Best dog beds for puppies' and 'best puppy dog bed' are one keyword; 'how to clean' and 'clean' are two."""
    words = (SAME_WORD.get(word, word) for word in grammar.words_of(phrase) if word not in IDLE)
    return tuple(sorted(grammar.stem(word) for word in words))
