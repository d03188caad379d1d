"""Reads intent and stage from a phrase's own words, for keywords that no pattern made."""

from __future__ import annotations

from igny8.sag.keywords.patterns import Intent, Stage
from igny8.sag.languages import words as grammar
from igny8.sag.template import SiteType

# First match wins: 'how much does … cost' is about the price, not the knowing.
SIGNS: list[tuple[frozenset[str], Intent, Stage]] = [
    (frozenset({"buy", "order", "coupon", "sale", "deal", "book", "appointment", "quote", "estimate", "near", "nearby",
                "hire", "download", "trial", "demo", "delivery"}), "transactional", "action"),
    (frozenset({"cost", "price", "pricing", "much", "cheap", "cheapest", "affordable", "budget", "fee", "rate",
                "discount", "free"}), "commercial", "decision"),
    (frozenset({"review", "rating", "alternative", "competitor"}), "commercial", "decision"),
    (frozenset({"best", "top", "vs", "versus", "compare", "comparison", "recommended"}), "commercial", "consideration"),
    (frozenset({"how", "tip", "guide", "tutorial", "choose", "step", "checklist", "template", "diy", "recipe"}),
     "informational", "consideration"),
    (frozenset({"what", "why", "when", "which", "who", "where", "is", "are", "can", "does", "do", "should", "meaning",
                "definition", "idea", "example", "benefit", "cause", "symptom", "sign", "difference"}),
     "informational", "awareness"),
]  # fmt: skip


def read_intent(phrase: str, site_type: SiteType) -> tuple[Intent, Stage]:
    """What the searcher wants and how far along they are; a bare topic is commercial where something is sold."""
    words = grammar.words_of(phrase)
    forms = {*words, *(grammar.stem(word) for word in words)}
    if {"login"} & forms or {"log", "in"} <= forms or {"sign", "in"} <= forms:
        return "navigational", "action"
    for signs, intent, stage in SIGNS:
        if signs & forms:
            return intent, stage
    return ("informational", "awareness") if site_type == "content" else ("commercial", "consideration")
