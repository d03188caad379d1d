"""Article ideas of a cluster: patterns that ask something worth a page of its own, with a working title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from igny8.sag.intersect import Candidate
from igny8.sag.keywords.candidates import Language
from igny8.sag.keywords.forms import forms_of
from igny8.sag.languages import words as grammar
from igny8.sag.phrases import Topic


@dataclass(frozen=True)
class Idea:
    """`phrase` is the keyword the article answers; `pattern` tells which of two ideas is the more worn one."""

    phrase: str
    title: str
    structure: Literal["article", "guide", "comparison", "listicle", "review"]
    pattern: str


def find_ideas(candidate: Candidate, noun: Topic, language: Language) -> list[Idea]:
    """Ideas in order of worth; whether the cluster owns their keywords is for the caller to check."""
    forms = forms_of(candidate, noun, language.site_type)
    ideas = []
    for pattern in language.patterns:
        if not pattern.title or not forms.subjects & pattern.subjects:
            continue
        phrase, title = forms.fill(pattern.phrase), forms.fill(pattern.title)
        if phrase and title:
            ideas.append(Idea(phrase, grammar.capitalise(title), pattern.structure, pattern.phrase))
    return ideas
