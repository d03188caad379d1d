"""Intersects attribute values into candidate clusters: which combinations make a topic, and why.

A candidate is made from one to three values by a rule for their roles. A pair that the template calls implausible
(`only_with`), or that joins into nothing natural, is never made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from igny8.sag.blueprint import BlueprintAttribute, BlueprintValue, ClusterType, SectorRef
from igny8.sag.languages import words as grammar
from igny8.sag.phrases import Part, Topic, join, topic_of
from igny8.sag.template import Buyers, Role, SiteType

Subject = Literal["thing", "problem", "topic", "comparison", "choice", "brand"]
"""What a cluster's pages speak of; decides its titles and keyword patterns. 'choice': choosing or paying for it."""


@dataclass(frozen=True)
class Pick:
    """A value together with its attribute."""

    attribute: BlueprintAttribute
    value: BlueprintValue

    @property
    def key(self) -> tuple[str, str]:
        return self.attribute.slug, self.value.slug

    @property
    def role(self) -> Role:
        return self.attribute.role

    @property
    def part(self) -> Part:
        return Part(self.value.phrase, self.attribute.role, self.value.joint, self.value.singular)

    @property
    def topic(self) -> Topic:
        return topic_of(self.value.phrase, self.value.singular)


@dataclass(frozen=True)
class Candidate:
    """A possible cluster. `topic` is its phrase; `rivals` are the two sides of a comparison."""

    sector: str
    type: ClusterType
    subject: Subject
    picks: tuple[Pick, ...]
    topic: Topic
    title: str
    reason: str
    coherence: (
        float  # 0-1, how surely such values make a topic; the numbers are judgements, tuned on the shipped sectors
    )
    rivals: tuple[str, str] | None = None
    is_named: bool = False  # the owner gave the title, so that no pattern is put around it
    buyers: Buyers = "people"  # of a service: businesses neither book nor wait for signs, visitors call nobody
    is_matter: bool = False  # a problem one takes to a person (a lawyer's case), with no causes to treat


@dataclass(frozen=True)
class Rule:
    """What values of a role make, alone and with a category value. `why` speaks to the owner."""

    type: ClusterType
    subject: Subject
    alone: float
    why: str
    paired: float
    why_paired: str


RULES: dict[Role, Rule] = {
    "problem": Rule(
        "condition_problem", "problem", 0.95, "People search for {value} before they know what to buy or whom to call.",
        0.9, "One reason to look for {category}: {value}.",
    ),
    "audience": Rule(
        "use_case", "thing", 0.85, "What suits {value} differs across the whole range.",
        0.9, "The right choice of {category} depends on who it is for: {value}.",
    ),
    "occasion": Rule(
        "use_case", "thing", 0.8, "One occasion that calls for several things at once: {value}.",
        0.85, "For {value}, other things count in {category} than on an ordinary day.",
    ),
    "season": Rule(
        "use_case", "thing", 0.75, "Demand follows the season: {value}.",
        0.75, "What to expect of {category} changes with the season: {value}.",
    ),
    "location": Rule(
        "use_case", "thing", 0.9, "People search for a provider near them: {value}.",
        0.7, "People look for {category} by place: {value}.",
    ),
    "feature": Rule(
        "feature", "thing", 0.7, "Visitors filter the whole range by this feature: {value}.",
        0.9, "A deciding feature of {category}: {value}.",
    ),
    "integration": Rule(
        "feature", "thing", 0.8, "Buyers start from what they already use: {value}.",
        0.7, "Buyers choose {category} by what it connects to: {value}.",
    ),
    "material": Rule(
        "feature", "thing", 0.6, "Buyers look for this material across the range: {value}.",
        0.85, "Buyers of {category} ask about the material: {value}.",
    ),
    "style": Rule(
        "feature", "thing", 0.7, "A style of its own: {value}.",
        0.85, "A style people look for in {category}: {value}.",
    ),
    "size": Rule(
        "use_case", "thing", 0.7, "Size decides what fits: {value}.",
        0.85, "Size decides which {category} to choose: {value}.",
    ),
    "brand": Rule(
        "brand", "brand", 0.85, "People who know {value} search for it by name.",
        0.8, "{value} and {category} are searched for together.",
    ),
    "process": Rule(
        "informational", "topic", 0.85, "People want to know how this works before they decide: {value}.",
        0.7, "A question that comes with {category}: {value}.",
    ),
    "topic": Rule(
        "informational", "topic", 0.9, "People read about {value} around the decision.",
        0.7, "People read about {value} together with {category}.",
    ),
    "price_band": Rule(
        "feature", "thing", 0.4, "A price people filter by: {value}.",
        0.4, "A price people filter {category} by: {value}.",
    ),
}  # fmt: skip
WHY_CATEGORY = "A main part of what the site is about: {value}."
WHY_CHOICE: dict[SiteType, str] = {
    "ecommerce": "Choosing comes before buying, with questions of its own.",
    "local_services": "What it costs is asked before anyone calls.",
    "saas": "A team compares requirements before it looks at products.",
    "content": "Newcomers need a path of their own into the subject.",
}
# A choice is the weakest: where the template names topics of its own they come first.
COHERENCE = {"choice": 0.45, "rivals": 0.95, "guessed_rivals": 0.6, "feature_place": 0.8, "quality_of_provider": 0.95}
MAX_GUESSED = 3  # comparisons guessed within an attribute that names no rivals


def find_candidates(sector: SectorRef, attributes: list[BlueprintAttribute], site_type: SiteType) -> list[Candidate]:
    """All candidates of one sector, in the order of the template."""
    picks = [
        Pick(attribute, value)
        for attribute in attributes
        if attribute.level != "facet"
        for value in attribute.values
        if sector.slug in value.sectors
    ]
    categories = [pick for pick in picks if pick.role == "category" and pick.value.joint == "head"]
    noun = topic_of(sector.noun.plural, sector.noun.singular)
    found: list[Candidate] = []
    has_matters = _sells_people(categories, noun, site_type)
    for pick in picks:
        if not is_narrow(pick, categories):
            alone = _alone(sector, pick, noun, site_type)
            found += (replace(one, is_matter=has_matters and one.subject == "problem") for one in alone)
    for pick in picks:
        found += _paired(sector, pick, categories, site_type)
    found += _features_in_places(sector, picks, noun)
    found += _comparisons(sector, picks, categories, noun)
    return [replace(one, buyers=sector.buyers) for one in found] if site_type == "local_services" else found


def cluster_id(candidate: Candidate) -> str:
    """Made from sector, type and values, so that a cluster keeps its id whatever else changes."""
    values = "+".join(f"{attribute}={value}" for attribute, value in sorted(pick.key for pick in candidate.picks))
    text = f"{candidate.sector}|{candidate.type}|{values}"
    return "c-" + hashlib.sha256(text.encode()).hexdigest()[:12]


def is_plausible(one: BlueprintValue, other: BlueprintValue, siblings: dict[str, set[str]]) -> bool:
    """Whether the template lets two values meet. `siblings`: value slug → all slugs of its attribute."""
    return _allows(one, other.slug, siblings) and _allows(other, one.slug, siblings)


def _allows(value: BlueprintValue, slug: str, siblings: dict[str, set[str]]) -> bool:
    named = set(value.only_with)
    return slug in named or not named & siblings.get(slug, set())


def fits(one: Pick, other: Pick) -> bool:
    """Whether the template lets two values meet (`only_with` restricts only the attributes whose values it names)."""
    siblings = {
        one.value.slug: {value.slug for value in one.attribute.values},
        other.value.slug: {value.slug for value in other.attribute.values},
    }
    return is_plausible(one.value, other.value, siblings)


def _sells_people(categories: list[Pick], noun: Topic, site_type: SiteType) -> bool:
    """Whether the categories are people to call ('divorce lawyers') and not work that is done ('drain cleaning')."""
    who = set(grammar.stems_of(noun.thing)[-1:])
    named = sum(bool(who & set(grammar.stems_of(pick.value.phrase))) for pick in categories)
    return site_type == "local_services" and 2 * named > len(categories)


def may_pair(pick: Pick) -> bool:
    """Whether a value may join category values. Which things a maker makes only the template or owner can say."""
    if pick.role == "category" or pick.value.joint == "head":
        return False
    return pick.role != "brand" or bool(pick.value.only_with)


def is_narrow(pick: Pick, categories: list[Pick]) -> bool:
    """Whether a value goes with less than half of the range, so that it must not speak for it: 'tofu cat supplies'."""
    if pick.value.joint == "head" or pick.role == "category" or RULES[pick.role].subject != "thing":
        return False
    return 2 * sum(fits(pick, category) for category in categories) < len(categories)


def _alone(sector: SectorRef, pick: Pick, noun: Topic, site_type: SiteType) -> Iterator[Candidate]:
    """The cluster of a single value: a category as it is, a topic or problem as it is, the rest with the noun."""
    value = pick.value
    if pick.role == "category":
        topic = pick.topic if value.joint == "head" else join(noun, [pick.part])
        if topic is None:
            return
        why = WHY_CATEGORY.format(value=value.phrase)
        yield Candidate(sector.slug, "product_service_category", "thing", (pick,), topic, topic.title, why, 1.0)
        why = WHY_CHOICE[site_type]
        thing = grammar.capitalise(topic.thing)
        title = grammar.wording.choices[site_type].format(
            a_thing=topic.a_thing, things=topic.things, Thing=thing, Things=topic.title
        )
        yield Candidate(sector.slug, "informational", "choice", (pick,), topic, title, why, COHERENCE["choice"])
        return
    rule = RULES[pick.role]
    subject: Subject = "thing" if value.is_circumstance else rule.subject
    if subject in ("problem", "topic") or value.joint == "head":
        topic, title = pick.topic, value.label
    elif rule.subject == "brand":
        joined = join(noun, [pick.part])
        if joined is None:
            return
        # A maker's name stands for itself where the site sells work, not goods: 'Moen', not 'Moen plumbers'.
        topic = Topic(value.label) if site_type == "local_services" else joined
        title = topic.title
    else:
        joined = join(noun, [pick.part])
        if joined is None:
            return
        topic, title = joined, joined.title
    named = grammar.uncapitalise(value.label) if subject == "problem" else value.phrase
    why = grammar.capitalise(rule.why.format(value=named))
    # 'Emergency plumbers' says more than 'emergency leak detection': of a provider a quality is asked first.
    is_quality = site_type == "local_services" and rule.type == "feature"
    coherence = COHERENCE["quality_of_provider"] if is_quality else rule.alone
    yield Candidate(sector.slug, rule.type, subject, (pick,), topic, title, why, coherence)


def _paired(sector: SectorRef, pick: Pick, categories: list[Pick], site_type: SiteType) -> Iterator[Candidate]:
    """A value with each category value it fits; heads never join heads."""
    if not may_pair(pick):
        return
    rule = RULES[pick.role]
    # 'With weekend appointments' is said of a practice, hardly of a treatment.
    is_of_provider = site_type == "local_services" and pick.value.joint == "with"
    fitting = [category for category in categories if fits(pick, category)]
    for category in fitting:
        topic = join(category.topic, [pick.part])
        if topic is None:
            continue
        why = grammar.capitalise(rule.why_paired.format(category=category.value.phrase, value=pick.value.phrase))
        # The fewer things a value goes with, the surer the pair: 'orthopedic' says 'dog bed', 'washable' says little.
        coherence = rule.paired - 0.25 * (1 - 1 / len(fitting) ** 0.5) - 0.3 * is_of_provider
        yield Candidate(sector.slug, rule.type, "thing", (category, pick), topic, topic.title, why, coherence)


def _features_in_places(sector: SectorRef, picks: list[Pick], noun: Topic) -> Iterator[Candidate]:
    """'Emergency plumbers in Leeds': a feature before the noun and a place after it."""
    places = [pick for pick in picks if pick.role == "location"]
    features = [pick for pick in picks if pick.role == "feature" and pick.value.joint == "prefix"]
    for place in places:
        for feature in features:
            topic = join(noun, [feature.part, place.part])
            if topic and fits(feature, place):
                why = f"Someone who needs it now searches for {feature.value.phrase} help in {place.value.label}."
                yield Candidate(
                    sector.slug,
                    "use_case",
                    "thing",
                    (feature, place),
                    topic,
                    topic.title,
                    why,
                    COHERENCE["feature_place"],
                )


def _comparisons(sector: SectorRef, picks: list[Pick], categories: list[Pick], noun: Topic) -> Iterator[Candidate]:
    """Sibling values a visitor weighs against each other, with the category they share where they need one."""
    done: set[frozenset[tuple[str, str]]] = set()
    for one, other, is_named in _rival_pairs(picks):
        pair = frozenset((one.key, other.key))
        if pair in done:
            continue
        done.add(pair)
        coherence = COHERENCE["rivals" if is_named else "guessed_rivals"]
        why = f"Visitors weigh {one.value.phrase} against {other.value.phrase} before they decide."
        if one.value.joint == "head" or one.role in ("brand", "integration", "problem") or one.value.joint == "with":
            sides = short_sides(one.value.phrase, other.value.phrase, {*grammar.stems_of(noun.things), "integration"})
            phrase = grammar.wording.versus.format(x=sides[0], y=sides[1])
            yield Candidate(
                sector.slug,
                "comparison",
                "comparison",
                (one, other),
                Topic(phrase),
                grammar.capitalise(phrase),
                why,
                coherence,
                sides,
            )
            continue
        if one.value.joint != "prefix":
            continue
        shared = [category for category in categories if fits(one, category) and fits(other, category)]
        restricted = bool(one.value.only_with or other.value.only_with)
        head, extra = (shared[0].topic, (shared[0],)) if restricted and shared else (noun, ())
        first, second = join(head, [one.part]), join(head, [other.part])
        if first is None or second is None or (restricted and not shared):
            continue
        sides = short_sides(first.things, second.things, set(grammar.stems_of(head.things)))
        phrase = grammar.wording.versus.format(x=sides[0], y=sides[1])
        yield Candidate(
            sector.slug,
            "comparison",
            "comparison",
            (one, other, *extra),
            Topic(phrase),
            grammar.capitalise(phrase),
            why,
            coherence,
            sides,
        )


def _rival_pairs(picks: list[Pick]) -> Iterator[tuple[Pick, Pick, bool]]:
    """Pairs the template names; brands of the owner; neighbours within a material or style that names none."""
    by_attribute: dict[str, list[Pick]] = {}
    for pick in picks:
        by_attribute.setdefault(pick.attribute.slug, []).append(pick)
    for siblings in by_attribute.values():
        by_slug = {pick.value.slug: pick for pick in siblings}
        named = [(pick, by_slug[slug], True) for pick in siblings for slug in pick.value.rivals if slug in by_slug]
        yield from named
        if not named and siblings[0].role in ("brand", "material", "style"):
            pairs = pairwise(siblings)
            yield from ((one, other, False) for one, other in list(pairs)[:MAX_GUESSED])


def short_sides(one: str, other: str, common: set[str]) -> tuple[str, str]:
    """Both sides without saying twice what they share: dog crates | carriers; wet | dry dog food.

    At the end only words of `common` (the head's or the trade's own noun) fall away: 'pipe vs sewer repair' misleads.
    """
    first, second = one.split(), other.split()
    lead = 0
    while lead < min(len(first), len(second)) - 1 and grammar.stem(first[lead]) == grammar.stem(second[lead]):
        lead += 1
    if second[lead][:1].isdigit():
        lead = 0  # 'level 1 or level 2 chargers', not 'level 1 or 2 chargers'
    tail, most = 0, min(len(first), len(second)) - 1 - lead
    while tail < most and grammar.stem(first[-1 - tail]) == grammar.stem(second[-1 - tail]):
        if not tail and grammar.stem(first[-1]) not in common:
            break
        tail += 1  # what stands before the shared noun is shared as a whole: dry | wet dog food
    kept = first[: len(first) - tail]
    while tail and len(kept) > 1 and grammar.stem(kept[-1]) in common:
        kept.pop()  # robotic (lawn) | riding mowers
    return " ".join(kept), " ".join(second[lead:])
