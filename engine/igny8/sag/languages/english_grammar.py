"""English as a language of phrases; the rules themselves are in `english.py`."""

from __future__ import annotations

from igny8.sag import english
from igny8.sag.languages.english_wording import ENGLISH
from igny8.sag.languages.grammar import Grammar


class English(Grammar):
    """The reference: every pattern and form exists in it."""

    code = "en"
    wording = ENGLISH
    small_words = english.SMALL_WORDS
    joints = {"for": "for", "in": "in", "with": "with", "by": "by", "to": "to"}  # noqa: RUF012 - never changed
    merges_nouns = True
    keeps_singular = True
    words_of = staticmethod(english.words_of)
    stem = staticmethod(english.stem)
    stems_of = staticmethod(english.stems_of)
    has_doubled_word = staticmethod(english.has_doubled_word)
    capitalise = staticmethod(english.capitalise)
    uncapitalise = staticmethod(english.uncapitalise)
    singularise = staticmethod(english.singularise)
    pluralise = staticmethod(english.pluralise)
    is_plural = staticmethod(english.is_plural)
    singularise_last = staticmethod(english.singularise_last)
    pluralise_last = staticmethod(english.pluralise_last)
    with_article = staticmethod(english.with_article)
    is_doing = staticmethod(english.is_doing)
    imperative = staticmethod(english.imperative)
