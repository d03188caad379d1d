"""What a language has to answer for phrases to be made in it, and the answers most languages share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from igny8.sag.languages.wording import Wording
from igny8.sag.template import Joint

WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?", re.UNICODE)
PAIRED = re.compile(r"\b(\w+)-(?:\w+-)?\1\b", re.I)  # one word by itself: end-to-end, cara-a-cara


class Grammar:
    """A language. Subclasses say what is theirs; English is the reference and complete (`english.py`)."""

    code: str
    wording: Wording
    small_words: frozenset[str] = frozenset()
    joints: Mapping[Joint, str] = {}  # joint → the preposition that says it
    puts_quality_first = True  # 'waterproof shoes'; not 'zapatillas impermeables'
    merges_nouns = False  # 'senior dogs' + 'dog beds' → 'senior dog beds'
    keeps_singular = False  # whether a joined phrase has a singular that needs no agreement

    def words_of(self, phrase: str) -> list[str]:
        """Words in order, lower case, hyphens and punctuation split."""
        return WORD.findall(phrase.lower())

    def stem(self, word: str) -> str:
        """Two words with one stem count as the same word."""
        return fold(self.singularise(word.lower()))

    def stems_of(self, phrase: str) -> list[str]:
        """Stems of the words that carry meaning, in order."""
        return [self.stem(word) for word in self.words_of(phrase) if word not in self.small_words]

    def has_doubled_word(self, phrase: str, allowed: str = "") -> bool:
        """Whether a meaningful word stands twice that does not in `allowed`, the name of the thing itself."""
        stems, name = (self.stems_of(PAIRED.sub(r"\1", text)) for text in (phrase, allowed))
        return any(stems.count(stem) > max(1, name.count(stem)) for stem in set(stems))

    def capitalise(self, phrase: str) -> str:
        """A phrase as a title or label; a brand's own spelling (iPhone) stays."""
        first = phrase.split(" ", 1)[0]
        return phrase if any(letter.isupper() for letter in first) else phrase[:1].upper() + phrase[1:]

    def uncapitalise(self, label: str) -> str:
        """A label as typed in mid-phrase; capitals inside the first word stay."""
        first = label.split(" ", 1)[0]
        is_own_spelling = any(letter.isupper() or letter.isdigit() for letter in first[1:])
        return label if is_own_spelling else label[:1].lower() + label[1:]

    def singularise(self, word: str) -> str:
        """The singular of one word; a word that is not plural comes back as it is."""
        return word

    def pluralise(self, word: str) -> str:
        """The plural of one word."""
        return word

    def is_plural(self, phrase: str) -> bool:
        """Whether the phrase's head noun takes a plural verb."""
        return False

    def singularise_last(self, phrase: str) -> str:
        head, _, last = phrase.rpartition(" ")
        return f"{head} {self.singularise(last)}".strip()

    def pluralise_last(self, phrase: str) -> str:
        head, _, last = phrase.rpartition(" ")
        return f"{head} {self.pluralise(last)}".strip()

    def with_article(self, phrase: str) -> str:
        """The phrase with its indefinite article; as it is where the gender cannot be told."""
        return phrase

    def is_doing(self, phrase: str, is_activity: bool = False) -> bool:
        """Whether a phrase is something one does and not the name of a thing."""
        return False

    def imperative(self, doing: str, is_activity: bool = False) -> str:
        """What to do, of a doing; empty when there is no form for it."""
        return ""


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """A word without its accents: 'zapatillas de jardín' and 'jardin' are typed by the same people."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))
