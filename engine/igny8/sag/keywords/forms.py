"""The forms a cluster's words take in patterns: one, many, with article, verbs that agree, sides of a comparison.

An empty form means that the pattern does not apply: there is no singular of 'dog food', no 'near me' after 'in Leeds'.
"""

from __future__ import annotations

from dataclasses import dataclass

from igny8.sag.intersect import Candidate
from igny8.sag.languages import words as grammar
from igny8.sag.phrases import Topic
from igny8.sag.template import SiteType

JOINTS = {"for", "with", "in", "by", "to", "at", "on", "of", "from", "without", "under", "over", "and", "or"}
# Work whose price and length people ask about, named by an action: it takes 'service' after it.
ACTIONS = (
    "ing", "ment", "tion", "sion", "pair", "moval", "care", "sis", "ance", "gery", "rapy", "design", "cleanup", "visit",
    "exam", "physical", "plan", "check", "checkup", "session", "call", "remodel", "makeover", "upgrade", "haircut",
    "audit",
)  # fmt: skip
LASTING = {"disorder", "disorders", "syndrome", "autism", "dyslexia", "disability", "disabilities", "dementia", "grief",
           "scoliosis", "trauma"}  # fmt: skip
DECISIONS = (
    "choose",
    "choosing",
    "prepare",
    "preparing",
    "bring",
    "bringing",
    "plan",
    "planning",
    "understand",
    "understanding",
)


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
    """Words of which a missing or empty one is an error, so that no pattern comes out with a hole.

    A name in capitals is the same word capitalised: {Things} opens a title with what {things} says.
    """

    def __getitem__(self, key: str) -> str:
        low = key[:1].lower() + key[1:]
        word = self.get(low, "")
        if not word:
            raise LookupError(key)
        return word if low == key else grammar.capitalise(word)


def forms_of(candidate: Candidate, noun: Topic, site_type: SiteType) -> Forms:
    """The forms of a cluster in its sector. `noun` is what the sector deals in."""
    words = {"nouns": noun.things, "noun": noun.thing, "a_noun": noun.a_thing, "s": ""}
    subject, subjects = candidate.subject, {str(candidate.subject)}
    if subject == "comparison" and candidate.rivals:
        x, y = candidate.rivals
        words |= {"x": x, "y": y}
    elif subject == "problem":
        words |= _problem(candidate, site_type)
        subjects = _matters(candidate)
    elif subject == "topic":
        words |= _topic(candidate.topic, is_activity=True)
    else:
        words |= _thing(candidate, noun)
        if subject == "choice" and candidate.buyers == "visitors":
            subjects = {"entry"}
        if subject == "thing":
            subjects = _kinds(candidate, noun, site_type)
        if subject == "brand":
            brand = next(pick for pick in candidate.picks if pick.role == "brand")
            words["brand"] = brand.value.label
    return Forms(frozenset(subjects), words)


def _matters(candidate: Candidate) -> set[str]:
    """'ailment' has causes and signs, a 'matter' is taken to a person, 'defect' and 'worry' to nobody."""
    if candidate.buyers != "people":
        return {"defect" if candidate.buyers == "businesses" else "worry"}
    return {"problem", "matter" if candidate.is_matter else "ailment"}


def _kinds(candidate: Candidate, noun: Topic, site_type: SiteType) -> set[str]:
    """'provider' for people to call, 'category' for the thing itself, 'thing' for one with a quality or a use."""
    if site_type == "local_services" and candidate.buyers == "visitors":
        return {"venue", "sight"} if candidate.type == "product_service_category" else {"venue"}
    who = grammar.stems_of(noun.thing)[-1:]  # 'lawyer' of 'personal injury lawyer'
    if site_type == "local_services" and set(who) & set(grammar.stems_of(candidate.topic.things)):
        return {"provider"}
    if site_type == "local_services" and candidate.buyers == "businesses":
        return {"contract", "order"} if candidate.type == "product_service_category" else {"contract"}
    if candidate.type == "product_service_category":
        return {"category"}
    return {"thing", "quality" if candidate.type == "feature" else "use"}


def _thing(candidate: Candidate, noun: Topic) -> dict[str, str]:
    topic = candidate.topic
    has_place = any(pick.role == "location" for pick in candidate.picks)
    return (
        _numbers(topic)
        | (_bare(topic) if not set(topic.things.split()) & JOINTS else {})
        | _work(topic)
        | _sides(candidate, noun)
        | {
            "near_me": "" if has_place else grammar.wording.near_me,
            "local_things": "" if has_place else topic.things,
            # 'When to call a plumber in Leeds' or 'with payment plans' asks nothing.
            "a_local": ""
            if has_place or any(pick.value.joint == "with" for pick in candidate.picks)
            else topic.a_thing,
        }
    )


def _numbers(topic: Topic) -> dict[str, str]:
    """One, many, and the verbs that agree."""
    is_plural = topic.is_plural
    return {
        "things": topic.things,
        "thing": topic.thing,
        "a_thing": topic.a_thing,
        "singular": topic.singular,
        "plural": topic.things if topic.singular else "",
        "one": topic.singular or ("" if is_plural else topic.things),
        "do_things": "do" if is_plural else "does",
        "are": "are" if is_plural else "is",
    }


def _bare(topic: Topic) -> dict[str, str]:
    """Forms of a short topic, which words may be hung on: 'dental implant cost', 'a composting checklist'."""
    doing = _topic(topic)
    is_name = not doing["doing"]
    is_activity = not topic.singular and topic.things.endswith(("ing", "care"))
    return {
        "bare": topic.things,
        "bare_one": topic.thing,
        "a_bare": topic.a_thing,
        "activity": topic.things if is_activity else "",
        "countable": topic.things if topic.singular else "",
        "subject": topic.things if is_name else "",
        "subject_one": topic.thing if is_name else "",
        "a_subject": grammar.with_article(topic.thing) if is_name else "",
        "verb": doing["verb"],
        "doing": doing["doing"],
    }


def _work(topic: Topic) -> dict[str, str]:
    """A service as what is done ('drain cleaning') or as what one gets ('dental implants')."""
    things = topic.things
    is_action = topic.thing.endswith(ACTIONS) or not (topic.singular or topic.is_plural)
    takes_service = things.endswith(ACTIONS) and not topic.singular
    return {
        "work": things,
        "offer": grammar.wording.services.format(things=things) if takes_service else things,
        "procedure": things if is_action else "",
        "objects": "" if is_action else things,
        # Nobody waits for signs that a toilet needs installing.
        "remedy": "" if things.endswith(("installation", "construction", "design")) else topic.a_thing,
    }


def _sides(candidate: Candidate, noun: Topic) -> dict[str, str]:
    """Who uses it, what it is, and the part asked about: developers, kanban software, recurring tasks."""
    heads = [pick for pick in candidate.picks if pick.role == "category"]
    base = heads[0].topic if heads else noun
    user = quality = ""
    for pick in candidate.picks:
        if pick.role == "audience" and pick.value.joint == "for" and grammar.is_plural(pick.value.phrase):
            user = pick.value.phrase
        if pick.role in ("feature", "integration") and pick.value.joint == "with":
            quality = pick.value.phrase
    return {
        "user": user,
        "base": base.things,
        "base_one": base.thing,
        "a_base": grammar.with_article(base.thing),
        "quality": quality,
        "works": "work" if quality and grammar.is_plural(quality) else "works",
    }


def _problem(candidate: Candidate, site_type: SiteType) -> dict[str, str]:
    pick = candidate.picks[0]
    problem = grammar.uncapitalise(pick.value.label)
    # A problem that heads a phrase comes as the work that ends it: 'Clogged drains', phrase 'clogged drain repair'.
    repair = pick.value.phrase if pick.value.joint == "head" and pick.value.phrase != problem else ""
    is_plural = grammar.is_plural(problem)
    # 'Signs of gum disease' is asked; a broken tooth or a dripping faucet is its own sign.
    is_symptom = not repair and not (site_type == "local_services" and is_plural)
    return {
        "problem": problem, "repair": repair, "symptom": problem if is_symptom else "",
        "ill": "" if problem.startswith("no ") or _is_lasting(problem) else problem, "near_me": grammar.wording.near_me,
        "are": "are" if is_plural else "is",
        "do_things": "do" if is_plural else "does", "s": "" if is_plural else "s",
    }  # fmt: skip


def _is_lasting(problem: str) -> bool:
    """Whether it is a condition one has and lives with: nobody asks how to prevent ADHD or a learning disorder."""
    last = problem.rsplit(maxsplit=1)[-1]
    return last.isupper() or last.lower() in LASTING


def _topic(topic: Topic, *, is_activity: bool = False) -> dict[str, str]:
    # 'Hiking trips' are counted, so a thing.
    is_doing = not topic.singular and grammar.is_doing(topic.things, is_activity)
    verb = grammar.imperative(topic.things, is_activity) if is_doing else ""
    is_bare = not is_doing and not set(topic.things.split()) & JOINTS
    return {
        "topic": "" if is_doing else topic.things,
        "doing": topic.things if is_doing else "",
        "verb": verb,
        # Nobody asks when, or for how long, to choose a toothbrush.
        "timed": "" if verb.startswith(DECISIONS) else verb,
        "lasting": topic.things if verb and not verb.startswith(DECISIONS) else "",
        "bare_topic": topic.things.removeprefix("the ") if is_bare else "",  # 'debt snowball tips'
        "are": "are" if topic.is_plural else "is",
    }
