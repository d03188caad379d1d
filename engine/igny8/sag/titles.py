"""The titles of planned pages, by language, site type and what the page speaks of.

A hub and the term page of the same value must not compete for one search. The hub is the page about the thing and
carries its plain name ('Dog beds'): it explains, compares and leads on, and owns the cluster's keywords. The term page
is where one browses what is filed under it ('All dog beds', 'Advice on drain cleaning') and takes the browsing
keyword. They name each other through `Cluster.term` and link both ways.
"""

from __future__ import annotations

from igny8.sag import english
from igny8.sag.intersect import Candidate, Pick, fits, is_narrow, short_sides
from igny8.sag.phrases import Topic, join
from igny8.sag.template import SiteType

HUB_TITLES: dict[str, dict[str, str]] = {  # language → subject → title; {title} is the cluster's
    "en": {
        "problem": "{title}: causes and what helps",
        "matter": "{title}: what to do",
        "topic": "{title}: a practical guide",
        "comparison": "{title}: which to choose",
    }
}
PROBLEM_ON_SITES: dict[SiteType, str] = {
    "local_services": "{title}: causes and what to do", "content": "{title}: what helps",
}  # fmt: skip
# What one finds behind a term: things to buy, or things to read.
TERM_TITLES: dict[SiteType, dict[str, str]] = {
    "ecommerce": {"thing": "All {things}", "read": "Articles on {value}", "problem": "Products for {value}"},
    "local_services": {"thing": "Advice on {things}", "read": "Advice on {value}", "problem": "Help with {value}",
                       "for": "Advice for {value}", "location": "Services in {value}"},
    "saas": {"thing": "Resources on {things}", "read": "Resources on {value}", "problem": "Resources on {value}",
             "for": "Resources for {value}", "with": "Resources on {value}"},
    "content": {"thing": "Articles on {things}", "read": "Articles on {value}", "problem": "Articles on {value}",
                "for": "Articles for {value}", "with": "Articles on {value}"},
}  # fmt: skip


def hub_title(candidate: Candidate, site_type: SiteType, language: str) -> str:
    """The title of a cluster's hub."""
    pattern = HUB_TITLES[language].get("matter" if candidate.is_matter else candidate.subject, "{title}")
    if candidate.subject == "problem" and not candidate.is_matter:
        pattern = PROBLEM_ON_SITES.get(site_type, pattern)
    return pattern.format(title=candidate.title)


def hub_summary(candidate: Candidate, site_type: SiteType) -> str:
    """One sentence on what the hub is for."""
    things = candidate.topic.things
    if candidate.subject == "comparison" and candidate.rivals:
        return f"How {candidate.rivals[0]} and {candidate.rivals[1]} differ and when each is the better choice."
    if candidate.subject == "problem":
        return _problem_summary(english.uncapitalise(candidate.title), candidate.is_matter)
    return {
        "topic": f"What to know about {things}, from the first step on.",
        "choice": f"What to ask and compare before deciding on {things}.",
    }.get(candidate.subject) or {
        "ecommerce": f"An overview of {things}: what there is, how it differs and where to go next.",
        "local_services": f"What {things} can do, when to ask for help and what to expect.",
        "saas": f"What {things} should do, for whom, and how to compare the options.",
        "content": f"The starting point for everything on {things}.",
    }[site_type]


def _problem_summary(problem: str, is_matter: bool) -> str:
    if is_matter:
        return f"{english.capitalise(problem)}: what it means for you, what to do first and whom to ask."
    if english.is_plural(problem):
        return f"Where {problem} come from and how to deal with them."
    return f"Where {problem} comes from and how to deal with it."


def term_title(pick: Pick, noun: Topic, heads: list[Pick], site_type: SiteType) -> str:
    """The title of a term's page: what one browses there. `heads`: the category values of the site."""
    titles = TERM_TITLES[site_type]
    value, role = pick.value, pick.role
    phrase = english.uncapitalise(value.label) if role == "problem" else value.phrase
    if role == "problem":
        return titles["problem"].format(value=phrase)
    if (value.joint == "head" and role != "category") or (role == "brand" and site_type == "local_services"):
        return titles["read"].format(value=phrase)
    if role == "location" and "location" in titles:
        return titles["location"].format(value=phrase)
    if role in ("audience", "occasion") and value.joint == "for" and "for" in titles:
        return titles["for"].format(value=phrase)
    if value.joint == "with" and "with" in titles:
        return titles["with"].format(value=phrase)
    topic = _browsed(pick, noun, heads)
    return titles["thing"].format(things=topic) if topic else titles["read"].format(value=phrase)


def _browsed(pick: Pick, noun: Topic, heads: list[Pick]) -> str:
    """What is filed under a value: the category itself, else the few it goes with, else the trade's noun with it."""
    if pick.role == "category" and pick.value.joint == "head":
        return pick.value.phrase
    if is_narrow(pick, heads):
        few = [head.topic.things for head in heads if fits(pick, head)]
        if len(few) == 2:  # noqa: PLR2004 - more would be a list, not a title
            few = [" and ".join(short_sides(few[0], few[1], set()))]
        joined = join(Topic(few[0]), [pick.part]) if len(few) == 1 else None
        if joined:
            return joined.things
    topic = join(noun, [pick.part])
    return topic.things if topic else ""


def join_nouns(nouns: list[Topic]) -> str:
    """What a site of several sectors deals in: 'dog and cat supplies', 'plumbers and landscapers'."""
    things = list(dict.fromkeys(noun.things for noun in nouns))
    ends = {thing.split()[-1] for thing in things}
    if len(things) > 1 and len(ends) == 1 and all(len(thing.split()) > 1 for thing in things):
        return f"{_and([thing.rsplit(' ', 1)[0] for thing in things])} {ends.pop()}"
    return _and(things)


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
