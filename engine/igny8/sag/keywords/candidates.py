"""Everything a cluster could claim as a keyword: filled patterns, modifiers, synonyms, the sector's own patterns."""

from __future__ import annotations

from dataclasses import dataclass

from igny8.sag.blueprint import BlueprintAttribute
from igny8.sag.intersect import Candidate
from igny8.sag.keywords.check import find_faults
from igny8.sag.keywords.forms import Forms, forms_of
from igny8.sag.keywords.modifiers import MAX_WORDS, find_modified, find_renamed
from igny8.sag.keywords.patterns import Family, Intent, Pattern, Stage, patterns_of
from igny8.sag.languages import words as grammar
from igny8.sag.phrases import Topic
from igny8.sag.template import SiteType


@dataclass(frozen=True)
class Claim:
    """A phrase a cluster asks for, before it is known whether it gets it."""

    phrase: str
    family: Family
    intent: Intent
    stage: Stage


@dataclass(frozen=True)
class Language:
    """What the phrases of one site are made with."""

    patterns: tuple[Pattern, ...]
    site_type: SiteType

    @classmethod
    def of(cls, site_type: SiteType) -> Language:
        """Of the language being spoken."""
        fitting = tuple(pattern for pattern in patterns_of(grammar.code) if site_type in pattern.sites)
        return cls(fitting, site_type)


def find_claims(
    candidate: Candidate,
    noun: Topic,
    attributes: list[BlueprintAttribute],
    sector_patterns: list[str],
    language: Language,
) -> list[Claim]:
    """A cluster's claims, best first within each family; the first of all is what the cluster is called by."""
    forms = forms_of(candidate, noun, language.site_type)
    claims = [
        Claim(phrase, pattern.family, pattern.intent, pattern.stage)
        for pattern in language.patterns
        if forms.subjects & pattern.subjects and (phrase := forms.fill(pattern.phrase))
    ]
    intent: Intent = "informational" if language.site_type == "content" else "commercial"
    for phrase in find_renamed(candidate, noun):
        is_read = candidate.subject in ("problem", "topic")
        claims.append(
            Claim(phrase, "head", "informational" if is_read else intent, "awareness" if is_read else "consideration")
        )
    for phrase in find_modified(candidate, attributes, language.site_type):
        claims.append(Claim(phrase, "modifier", intent, "consideration"))
    if "category" in forms.subjects:
        claims += [claim for pattern in sector_patterns if (claim := _sector_claim(pattern, forms))]
    return [claim for at, claim in enumerate(claims) if at == 0 or _reads_well(claim.phrase, candidate)]


def _sector_claim(pattern: str, forms: Forms) -> Claim | None:
    """A sector's own pattern, with its intent read from its words."""
    phrase = forms.fill(pattern.replace("{head}", "{things}").replace("{head_singular}", "{singular}"))
    if not phrase or (grammar.code == "en" and find_faults(phrase)):  # 'how long does {head} take' of a plural
        return None
    words = set(phrase.split())
    if words & {
        "how",
        "what",
        "why",
        "when",
        "where",
        "tips",
        "guide",
        "ideas",
        "checklist",
        "beginners",
        "requirements",
    }:
        return Claim(phrase, "question", "informational", "awareness")
    if words & {"buy", "estimate", "quote", "book", "near"}:
        return Claim(phrase, "buy", "transactional", "action")
    if words & {"cost", "price", "pricing", "cheap", "budget", "free"}:
        return Claim(phrase, "price", "commercial", "decision")
    return Claim(phrase, "modifier", "commercial", "consideration")


def _reads_well(phrase: str, candidate: Candidate) -> bool:
    if len(phrase.split()) > MAX_WORDS + 3 * (candidate.subject in ("comparison", "problem", "choice")) + 3:
        return False
    return candidate.subject == "comparison" or not grammar.has_doubled_word(phrase, candidate.title)
