"""Finds sectors by the owner's own words: 'pet shop', 'leaking tap', 'divorce attorney', 'plumer'.

Every word of the search is worth its rarity among the sectors (inverse document frequency, Spärck Jones 1972), and as
much of that as the best place it stands in: the trade's names, its offers, the problems it solves. The score is the
share of the whole search's worth that a sector covers, 0 to 1.
"""

from __future__ import annotations

import difflib
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from igny8.sag import english

# How much a word found there tells about the trade. Ordered by what it is: what one is called, sells, mends, serves.
NAME, ALIAS = 1.0, 0.95
INDUSTRY = 0.7
OFFER, OFFER_SYNONYM = 0.7, 0.6
OF_ROLE = {"category": OFFER, "problem": 0.5, "feature": 0.4, "topic": 0.35, "audience": 0.25}
WHOLE = {"category": (0.97, 0.93), "problem": (0.9, 0.88)}  # a label, a synonym typed as a whole
OTHER = 0.3  # styles, occasions, materials: any trade may have them
# An audience counts least: restaurants call plumbers and buy email tools, and are neither.

GENERIC = 0.15  # worth of a word that any trade says of itself, beside one that tells the trade
GENERIC_WORDS = frozenset(
    """
    agency app best blog boutique brand business buy cheap company contractor expert firm help local magazine market
    near office online owner platform product professional provider seller service shop site small software
    specialist startup store supplier supply system team tool website work
    """.split()  # noqa: SIM905 - word lists read best as text
)
START = 0.9  # of a word's worth when only its beginning is typed
TYPO = 0.7  # of a word's worth when it is spelled a little differently
MIN_START, MIN_TYPO = 3, 5  # letters from which a beginning, and a misspelling, can be told from chance
TYPO_RATIO = 0.8  # difflib's likeness: one letter in five
MIN_SCORE = 0.29  # below, only words match that say little about a trade
MIN_SCORE_IN_PART = 0.6  # when a sector has nothing for a telling word: half of 'car repair' is no plumber
MIN_SHARE = 0.6  # of the best score: what is much worse than the best answers another question


@dataclass(frozen=True)
class Sectors:
    """What is searched: of each sector its names as stems, and stem → weight of the best place it stands in."""

    names: Mapping[str, list[str]]  # stems written together: 'help desk' and 'helpdesk' are one name
    phrases: Mapping[str, Mapping[str, float]]  # what is offered and mended, written together → score when searched
    weights: Mapping[str, Mapping[str, float]]
    rarity: Mapping[str, float]
    rarest: float
    written: Mapping[str, tuple[str, str]]  # what one writes in two words by what others write in one: 'helpdesk'
    spellable: tuple[str, ...]  # stems of names and offers: what a misspelled word is compared with


def rank_sectors(words: str, slugs: list[str], folder: Path) -> list[str]:
    """Those of the folder's sectors that the words mean, best first, equal ones in the given order."""
    scores = score_sectors(words, slugs, folder)
    least = MIN_SHARE * max(scores.values(), default=0.0)
    return sorted((slug for slug in slugs if 0 < scores[slug] >= least), key=lambda slug: -scores[slug])


def score_sectors(words: str, slugs: Iterable[str], folder: Path) -> dict[str, float]:
    """What each sector covers of a short search, 0 to 1, and a little more when the words are its very name."""
    known = read_sectors(folder)
    typed = (known.written.get(stem, (stem,)) for stem in english.stems_of(words))
    wanted = list(dict.fromkeys(stem for stems in typed for stem in stems))
    matches = {word: _find_stems(word, known) for word in wanted}
    telling = [word for word in wanted if word not in GENERIC_WORDS] or wanted
    worth = {word: _worth(matches[word], known) * (1.0 if word in telling else GENERIC) for word in wanted}
    return {slug: _score(slug, telling, worth, matches, known) for slug in slugs}


def _score(
    slug: str, telling: list[str], worth: Mapping[str, float], matches: Mapping[str, dict[str, float]], known: Sectors
) -> float:
    """A whole name 1 and a little for coming early; else the covered share of the search's worth, at most 1."""
    name = "".join(worth)
    if name and name in known.names[slug]:
        return 1.0 + 1 / (2 + known.names[slug].index(name))
    if name and name in known.phrases[slug]:
        return known.phrases[slug][name]
    weights = known.weights[slug]
    found = {
        word: max((weights.get(stem, 0.0) * share for stem, share in matches[word].items()), default=0.0)
        for word in worth
    }
    score = sum(found[word] * worth[word] for word in worth) / sum(worth.values()) if worth else 0.0
    least = MIN_SCORE if all(found[word] for word in telling) else MIN_SCORE_IN_PART
    return score if score >= least else 0.0


def _worth(stems: Mapping[str, float], known: Sectors) -> float:
    """Rarity of the rarest stem a word may mean; a word that no sector has is as rare as can be."""
    return max((known.rarity[stem] for stem in stems), default=known.rarest)


def _find_stems(word: str, known: Sectors) -> dict[str, float]:
    """Known stems a typed word may mean → how surely: itself, else what it begins, else what is spelled alike."""
    if word in known.rarity and len(word) > MIN_START:
        return {word: 1.0}
    begun = [stem for stem in known.rarity if stem.startswith(word)] if len(word) >= MIN_START else []
    if begun or len(word) < MIN_TYPO:
        return dict.fromkeys(begun, START) | ({word: 1.0} if word in known.rarity else {})
    alike = (stem for stem in known.spellable if stem[0] == word[0] and abs(len(stem) - len(word)) <= 2)  # noqa: PLR2004
    close = difflib.get_close_matches(word, list(alike), n=2, cutoff=TYPO_RATIO)
    return dict.fromkeys(close, TYPO)


@lru_cache(maxsize=4)
def read_sectors(folder: Path) -> Sectors:
    """Plain JSON, not models: all files at once, for the first search of a process."""
    names: dict[str, list[str]] = {}
    phrases: dict[str, dict[str, float]] = {}
    written: dict[str, tuple[str, str]] = {}
    weights: dict[str, dict[str, float]] = {}
    for file in sorted(folder.glob("*.json")):
        raw = json.loads(file.read_text("utf-8"))
        for sector in raw["sectors"]:
            called = [sector["name"], sector["slug"].replace("-", " "), *sector.get("aliases", [])]
            for name in called:
                written |= {f"{one}{other}": (one, other) for one, other in pairwise(english.stems_of(name))}
            names[sector["slug"]] = ["".join(english.stems_of(name)) for name in called]
            phrases[sector["slug"]] = _whole_phrases(sector)
            weights[sector["slug"]] = _weigh(raw["industry"], sector)
    counts: dict[str, int] = {}
    for stems in weights.values():
        for stem in stems:
            counts[stem] = counts.get(stem, 0) + 1
    rarity = {stem: math.log(1 + len(weights) / count) for stem, count in counts.items()}
    spellable = {stem for stems in weights.values() for stem, weight in stems.items() if weight >= OFFER_SYNONYM}
    written = {word: pair for word, pair in written.items() if word not in rarity}
    rarest = max(rarity.values(), default=1.0)
    return Sectors(names, phrases, weights, rarity, rarest, written, tuple(sorted(spellable)))


def _whole_phrases(sector: Mapping[str, Any]) -> dict[str, float]:
    """Labels and synonyms of offers and problems: who types one whole means who offers or mends it."""
    found: dict[str, float] = {}
    for attribute in sector.get("attributes", []):
        label_score, synonym_score = WHOLE.get(attribute["role"], (0.0, 0.0))
        for value in attribute.get("values", []) if label_score and attribute["level"] != "facet" else []:
            scored = [(value["label"], label_score), *((name, synonym_score) for name in value.get("synonyms", []))]
            for name, score in scored:
                joined = "".join(english.stems_of(name))
                found[joined] = max(found.get(joined, 0.0), score)
    return found


def _weigh(industry: Mapping[str, str], sector: Mapping[str, Any]) -> dict[str, float]:
    weights: dict[str, float] = {}

    def add(phrases: Iterable[str], weight: float) -> None:
        for phrase in phrases:
            for stem in english.stems_of(phrase):
                weights[stem] = max(weights.get(stem, 0.0), weight)

    add([sector["name"], sector["slug"].replace("-", " "), *sector.get("noun", {}).values()], NAME)
    add(sector.get("aliases", []), ALIAS)
    add([industry["name"]], INDUSTRY)
    for attribute in sector.get("attributes", []):
        role, values = attribute["role"], attribute.get("values", [])
        weight = OF_ROLE.get(role, OTHER)
        add((value["label"] for value in values), weight)
        synonyms = [synonym for value in values for synonym in value.get("synonyms", [])]
        add(synonyms, OFFER_SYNONYM if role == "category" else weight)
    return weights
