"""The titles of planned pages, by site type and what the page speaks of; the words are in `languages/`.

A hub and the term page of the same value must not compete for one search. The hub is the page about the thing and
carries its plain name ('Dog beds'): it explains, compares and leads on, and owns the cluster's keywords. The term page
is where one browses what is filed under it ('All dog beds', 'Advice on drain cleaning') and takes the browsing
keyword. They name each other through `Cluster.term` and link both ways.
"""

from __future__ import annotations

from igny8.sag.intersect import Candidate, Pick, fits, is_narrow, short_sides
from igny8.sag.languages import words as grammar
from igny8.sag.phrases import Topic, join
from igny8.sag.template import SiteType


def hub_title(candidate: Candidate, site_type: SiteType) -> str:
    """The title of a cluster's hub; one that the owner gave stays as it is."""
    if candidate.is_named:
        return candidate.title
    says = grammar.wording
    pattern = says.hubs.get("matter" if candidate.is_matter else candidate.subject, "{title}")
    if candidate.subject == "problem" and not candidate.is_matter:
        pattern = says.problem_hubs.get(site_type, pattern)
    return pattern.format(title=candidate.title)


def hub_summary(candidate: Candidate, site_type: SiteType) -> str:
    """One sentence on what the hub is for."""
    says, things = grammar.wording, candidate.topic.things
    if candidate.subject == "comparison" and candidate.rivals:
        return says.comparison_summary.format(x=candidate.rivals[0], y=candidate.rivals[1])
    if candidate.subject == "problem":
        return _problem_summary(grammar.uncapitalise(candidate.title), candidate.is_matter)
    pattern = says.subject_summaries.get(candidate.subject) or says.hub_summaries[site_type]
    return pattern.format(things=things, Things=grammar.capitalise(things))


def _problem_summary(problem: str, is_matter: bool) -> str:
    says = grammar.wording
    if is_matter:
        return says.matter_summary.format(Problem=grammar.capitalise(problem))
    pattern = says.problems_summary if grammar.is_plural(problem) else says.problem_summary
    return pattern.format(problem=problem)


def term_title(pick: Pick, noun: Topic, heads: list[Pick], site_type: SiteType) -> str:
    """The title of a term's page: what one browses there. `heads`: the category values of the site."""
    titles = grammar.wording.terms[site_type]
    value, role = pick.value, pick.role
    phrase = grammar.uncapitalise(value.label) if role == "problem" else value.phrase
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
            few = [_and(list(short_sides(few[0], few[1], set())))]
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
    if len(names) == 1:
        return names[0]
    return grammar.wording.list_end.format(first=", ".join(names[:-1]), last=names[-1])
