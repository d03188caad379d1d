"""The languages blueprints are made in, and the one that the running build speaks.

A build speaks one language from beginning to end, so it is set once (`speaking`) and asked for as `words` wherever
phrases are made, instead of being handed through every function. A context variable keeps threads apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, cast

from igny8.operations import OperationError
from igny8.sag.languages.english_grammar import English
from igny8.sag.languages.german import German
from igny8.sag.languages.grammar import Grammar
from igny8.sag.languages.spanish import Spanish

LANGUAGES: dict[str, Grammar] = {grammar.code: grammar for grammar in (English(), Spanish(), German())}
_spoken: ContextVar[Grammar] = ContextVar("spoken", default=LANGUAGES["en"])


class _Spoken:
    """Answers as the language being spoken."""

    def __getattr__(self, name: str) -> Any:
        return getattr(_spoken.get(), name)


words = cast(Grammar, _Spoken())


def language_of(locale: str) -> str:
    """The language whose grammar and patterns a locale uses; refuses those there are none for."""
    language = locale.split("_", 1)[0]
    if language not in LANGUAGES:
        known = ", ".join(sorted(LANGUAGES))
        message = f"There are no phrase patterns for the language {language!r} yet. Available: {known}."
        raise OperationError("unsupported_language", message, {"locale": message})
    return language


@contextmanager
def speaking(locale: str) -> Iterator[Grammar]:
    """Within it, `words` is the language of the locale. Refuses a locale that has none."""
    grammar = LANGUAGES[language_of(locale)]
    token = _spoken.set(grammar)
    try:
        yield grammar
    finally:
        _spoken.reset(token)
