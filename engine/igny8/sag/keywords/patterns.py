"""The shape of a keyword pattern, and the pattern tables by language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Literal

from igny8.sag.template import SiteType

Intent = Literal["informational", "navigational", "commercial", "transactional"]
Stage = Literal["awareness", "consideration", "decision", "action"]
Family = Literal["head", "modifier", "question", "how_to", "comparison", "best", "price", "location", "buy", "brand"]
SITES: dict[str, SiteType] = {"e": "ecommerce", "l": "local_services", "s": "saas", "c": "content"}


@dataclass(frozen=True)
class Pattern:
    """One way to ask. `phrase` and `title` are filled from a cluster's forms (`forms.py`); an empty form skips it.

    A pattern with a title is also the idea of an article; `structure` says which kind.
    """

    family: Family
    phrase: str
    intent: Intent
    stage: Stage
    subjects: frozenset[
        str
    ]  # 'category thing quality use provider choice problem ailment matter topic comparison brand'
    sites: frozenset[SiteType]
    title: str = ""
    structure: Literal["article", "guide", "comparison", "listicle", "review"] = "article"


@lru_cache(maxsize=8)
def patterns_of(language: str) -> tuple[Pattern, ...]:
    """The table of a language, in order of worth. A language is one module `patterns_<language>` with ROWS."""
    rows = import_module(f"igny8.sag.keywords.patterns_{language}").ROWS
    patterns = []
    for subjects, sites, family, phrase, intent, stage, *article in rows:
        title, structure = (*article, "", "article")[:2] if len(article) < 2 else article  # noqa: PLR2004
        patterns.append(
            Pattern(
                family,
                phrase,
                intent,
                stage,
                frozenset(subjects.split()),
                frozenset(SITES[site] for site in sites),
                title,
                structure or "article",
            )
        )
    return tuple(patterns)
