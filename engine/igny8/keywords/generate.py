"""Generates the keywords of all clusters and gives every phrase to exactly one of them."""

from __future__ import annotations

from igny8.keywords.models import Keywords, KeywordsInput


def generate_keywords(given: KeywordsInput) -> Keywords:
    return Keywords(keywords=[], conflicts=[])
