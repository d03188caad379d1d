"""The forms a cluster's words take in patterns: plural, singular, with article, agreement, verb, both sides of a comparison.

An empty form means that the pattern does not apply: there is no singular of 'dog food', no 'near me' after 'in Leeds'.
"""

from __future__ import annotations

from dataclasses import dataclass

from igny8.sag import english
from igny8.sag.intersect import Candidate
from igny8.sag.phrases import Topic
from igny8.sag.template import SiteType

JOINTS = {"for", "with", "in", "by", "to", "at", "on", "of", "from", "without", "under", "over", "and", "or"}
# Work whose price and length people ask about, named by an action: it takes 'service' after it.
ACTIONS = (
    "ing", "ment", "tion", "pair", "moval", "care", "sis", "ance", "gery", "rapy", "design", "cleanup", "visit", "exam",
    "plan", "check", "checkup", "session", "call",
)  # fmt: skip
DECISIONS = ("choose", "choosing", "prepare", "preparing", "bring", "bringing", "plan", "planning", "understand", "understanding")


@dataclass(frozen=True)
class Forms:
    """All forms of one cluster, and the subjects its patterns are chosen by."""

    subjects: frozenset[str]
    words: dict[str, str]

    def fill(self, pattern: str) -> str:
        """The pattern in words, or an empty string when a form it needs is missing."""
        try:
            filled = pattern.format_map(_Needed(self.words))
        except LookupError:
            return ""
        return " ".join(filled.split())


class _Needed(dict[str, str]):
    """Words whose missing or empty forms are an error, so that a pattern cannot come out with a hole."""

    def __getitem__(self, key: str) -> str:
        word = super().__getitem__(key)
        if not word:
            raise LookupError(key)
        return word


def forms_of(candidate: Candidate, noun: Topic, site_type: SiteType) -> Forms:
    """The forms of a cluster in its sector. `noun` is what the sector deals in."""
    words = {"nouns": noun.things, "noun": noun.thing, "a_noun": noun.a_thing, "s": ""}
    subject, subjects = candidate.subject, {str(candidate.subject)}
    if subject == "comparison" and candidate.rivals:
        x, y = candidate.rivals
        words |= {"x": x, "y": y, "X": english.capitalise(x)}
    elif subject == "problem":
        words |= _problem(candidate, site_type)
    elif subject == "topic":
        words |= _topic(candidate.topic)
    else:
        words |= _thing(candidate, noun, site_type)
        if subject == "thing":
            subjects = _kinds(candidate, noun, site_type)
        if subject == "brand":
            brand = next(pick for pick in candidate.picks if pick.role == "brand")
            words["brand"] = brand.value.label
    return Forms(frozenset(subjects), words)


def _kinds(candidate: Candidate, noun: Topic, site_type: SiteType) -> set[str]:
    """'provider' for people to call, 'category' for the thing itself, 'thing' for one with a quality or a use."""
    who = english.stems_of(noun.thing)[-1:]  # 'lawyer' of 'personal injury lawyer'
    if site_type == "local_services" and set(who) & set(english.stems_of(candidate.topic.things)):
        return {"provider"}
    if candidate.type == "product_service_category":
        return {"category"}
    return {"thing", "quality" if candidate.type == "feature" else "use"}


def _thing(candidate: Candidate, noun: Topic, site_type: SiteType) -> dict[str, str]:
    topic = candidate.topic
    things, is_bare = topic.things, not set(topic.things.split()) & JOINTS
    is_action = topic.thing.endswith(ACTIONS) or not (topic.singular or topic.is_plural)
    takes_service = things.endswith(ACTIONS) and not topic.singular
    has_place = any(pick.role == "location" for pick in candidate.picks)
    is_plural = topic.is_plural
    user, base, quality = _sides(candidate, noun)
    is_many = english.is_plural(quality) if quality else False
    # A searcher types the singular before 'cost' and 'quote': 'dental implant cost'; a longer phrase stays whole.
    return {
        "things": things, "Things": topic.title, "thing": topic.thing, "Thing": english.capitalise(topic.thing),
        "a_thing": topic.a_thing, "one": topic.singular or ("" if is_plural else things), "plural": things if topic.singular else "", "singular": topic.singular,
        "bare": things if is_bare else "", "Bare": topic.title if is_bare else "", "bare_one": topic.thing if is_bare else "",
        "a_bare": topic.a_thing if is_bare else "", "a_local": "" if has_place else topic.a_thing,
        "user": user, "base": base, "quality": quality, "works": "work" if is_many else "works",
        "procedure": things if is_action else "", "objects": "" if is_action else things,
        "Objects": "" if is_action else topic.title,
        # Nobody waits for signs that a toilet needs installing.
        "remedy": "" if things.endswith(("installation", "construction", "design")) else things, "work": things, "offer": f"{things} services" if takes_service else things,
        "near_me": "" if has_place else "near me", "local_things": "" if has_place else things,
        "do_things": "do" if is_plural else "does", "does_things": "do" if is_plural else "does",
        "Do_things": "Do" if is_plural else "Does", "are": "are" if is_plural else "is", "is_things": "are" if is_plural else "is",
    }  # fmt: skip


def _sides(candidate: Candidate, noun: Topic) -> tuple[str, str, str]:
    """Who uses it, what it is, and the part of it that is asked about: developers | kanban software | recurring tasks."""
    heads = [pick for pick in candidate.picks if pick.role == "category"]
    base = heads[0].topic.things if heads else noun.things
    user = quality = ""
    for pick in candidate.picks:
        if pick.role == "audience" and pick.value.joint == "for" and english.is_plural(pick.value.phrase):
            user = pick.value.phrase
        if pick.role in ("feature", "integration") and pick.value.joint == "with":
            quality = pick.value.phrase
    return user, base, quality


def _problem(candidate: Candidate, site_type: SiteType) -> dict[str, str]:
    pick = candidate.picks[0]
    problem = english.uncapitalise(pick.value.label)
    # A problem that heads a phrase comes as the work that ends it: label 'Clogged drains', phrase 'clogged drain repair'.
    repair = pick.value.phrase if pick.value.joint == "head" and pick.value.phrase != problem else ""
    is_plural = english.is_plural(problem)
    # 'Signs of gum disease' is asked; a broken tooth or a dripping faucet is its own sign.
    is_symptom = not repair and not (site_type == "local_services" and is_plural)
    return {
        "problem": problem, "repair": repair, "symptom": problem if is_symptom else "",
        "ill": "" if problem.startswith("no ") else problem, "near_me": "near me", "are": "are" if is_plural else "is",
        "do_things": "do" if is_plural else "does", "s": "" if is_plural else "s",
    }  # fmt: skip


def _topic(topic: Topic) -> dict[str, str]:
    verb = english.imperative(topic.things)
    is_bare = not verb and not set(topic.things.split()) & JOINTS
    return {
        "topic": "" if verb else topic.things, "Topic": "" if verb else topic.title,
        "doing": topic.things if verb else "", "Doing": topic.title if verb else "", "verb": verb,
        # Nobody asks when, or for how long, to choose a toothbrush.
        "timed": "" if verb.startswith(DECISIONS) else verb,
        "lasting": topic.things if verb and not verb.startswith(DECISIONS) else "",
        "bare_topic": topic.things if is_bare else "", "Bare_topic": topic.title if is_bare else "",
        "are": "are" if topic.is_plural else "is",
    }  # fmt: skip
