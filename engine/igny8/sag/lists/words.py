"""Cuts a search into its words: topic words as stems, ways of asking as one mark each, words that say nothing left out.

'How much do dental implants cost near me?' → ['@cost', 'dental', 'implant', '@cost', '@near']. English in full; of
other languages the words are taken without accents and without their own small words, and compared as they are typed.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from igny8.sag import english
from igny8.sag.keywords.normal import normalise
from igny8.sag.languages import LANGUAGES, speaking
from igny8.sag.lists.asking import ASKING, EMPTY, LONGEST, SMALL

WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*", re.UNICODE)
YEAR = re.compile(r"^(19|20)\d\d$")


def form_of(phrase: str, locale: str) -> tuple[str, ...]:
    """The normal form by which two keywords of a list are one; never empty."""
    language = locale.split("_", 1)[0]
    if language == "en":
        with speaking(locale):
            form = normalise(phrase)
    else:
        stem = LANGUAGES[language].stem if language in LANGUAGES else str
        form = tuple(sorted(stem(word) for word in words_of(phrase) if word not in SMALL.get(language, ())))
    return form or words_of(phrase) or (phrase.casefold(),)


@lru_cache(maxsize=1 << 15)
def words_of(phrase: str) -> tuple[str, ...]:
    """Words in order, lower case, without accents; what stands after an apostrophe falls away: 'women's' → women."""
    return tuple(re.split(r"['\u2019]", word)[0] or word for word in WORD.findall(fold(phrase)))


def fold(text: str) -> str:
    """Lower case without accents: 'Crème Brûlée' → creme brulee, 'Straße' → strasse."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def tokens_of(phrase: str, language: str) -> list[str]:
    """The words that count, in order. Marks of asking begin with '@', question words with '?'."""
    words = words_of(phrase)
    if language != "en":
        small = SMALL.get(language, frozenset())
        return [word for word in words if word not in small] or list(words)
    found: list[str] = []
    at = 0
    while at < len(words):
        mark, length = _asking(words, at)
        if mark:
            found.append(mark)
            at += length
            continue
        word = words[at]
        at += 1
        if YEAR.match(word):
            found.append("@year")
        elif word not in EMPTY:
            found.append(english.singularise(word))
    return found or [english.singularise(word) for word in words]


def _asking(words: tuple[str, ...], at: int) -> tuple[str, int]:
    """The longest way of asking that begins here, and how many words it takes."""
    for length in range(min(LONGEST, len(words) - at), 0, -1):
        mark = ASKING.get(words[at : at + length])
        if mark:
            return mark, length
    return "", 0
