"""The outline of an article: headings that follow its structure, each with what to cover, from real attribute data."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from igny8.sag import english
from igny8.sag.blueprint import BlueprintAttribute, BlueprintValue
from igny8.writing.compose import compose
from igny8.writing.context import PageInput

QUESTION = re.compile(
    r"^(how|what|which|why|when|where|who|can|does|do|is|are|should|will)\b", re.IGNORECASE
)  # how a searched question begins
MAX_QUESTIONS = 8
MAX_ITEMS = 6  # headings made from values; a longer list belongs on the hub


@dataclass(frozen=True)
class Heading:
    """One H2 with what to cover, and its H3s."""

    text: str
    covers: str
    children: list[Heading] = field(default_factory=list)


def list_headings(given: PageInput) -> list[str]:
    """'Heading — what to cover', H3s indented by '>': for a prompt. Composed kinds give the headings they compose."""
    if given.page.kind != "article":
        return [section.heading for section in compose(given).sections if section.heading]
    lines = []
    for heading in make_outline(given):
        lines.append(f"{heading.text} — {heading.covers}")
        lines += [f"> {child.text} — {child.covers}" for child in heading.children]
    return lines


def list_questions(given: PageInput) -> list[str]:
    """Questions people search, from the page's own and its cluster's keywords, as written sentences."""
    phrases = [*given.page.keywords, *(keyword.phrase for keyword in given.keywords)]
    found: dict[str, str] = {}
    for phrase in phrases:
        if QUESTION.match(phrase):
            found.setdefault(" ".join(english.stems_of(phrase)) + phrase.split()[0], write_question(phrase))
    return list(found.values())[:MAX_QUESTIONS]


def write_question(phrase: str) -> str:
    """'how often should i replace a dog bed' → 'How often should I replace a dog bed?'"""
    text = re.sub(r"\bi\b", "I", phrase.strip().rstrip("?"))
    return text[:1].upper() + text[1:] + "?"


def make_outline(given: PageInput) -> list[Heading]:
    """The outline of an article page, by content structure."""
    topic = given.page.primary_keyword
    own = list_own(given)
    match given.page.content_structure:
        case "comparison":
            body = compare(given, own)
        case "listicle":
            body = list_items(given)
        case "review":
            body = review(given, own)
        case "guide":
            body = guide(given, own)
        case _:
            body = explain(given, own)
    first = Heading("The short answer", f"Answer “{topic}” in two or three sentences, before any background.")
    if given.page.content_structure == "listicle":
        first = Heading(
            "The list at a glance", f"Name every entry in one line, so that a reader looking for {topic} can stop here."
        )
    last = Heading("What to do next", "One paragraph that leads to the pages under “Links to place”.")
    questions = list_questions(given)
    asked = [
        Heading("Questions and answers", f"Two to four sentences for each of the {len(questions)} questions below.")
    ]
    return [first, *body, *(asked if len(questions) > 1 else []), last]


def list_own(given: PageInput) -> list[tuple[BlueprintAttribute, BlueprintValue]]:
    """The values that define the page, with their attributes."""
    own = {(value.attribute, value.value): at for at, value in enumerate(given.values)}
    found = [
        (own[(attribute.slug, value.slug)], attribute, value)
        for attribute in given.attributes
        for value in attribute.values
        if (attribute.slug, value.slug) in own
    ]
    return [(attribute, value) for _, attribute, value in sorted(found, key=lambda item: item[0])]


def list_axes(given: PageInput) -> list[BlueprintAttribute]:
    """Attributes the page is not defined by, those with pages of their own before facets."""
    own = {value.attribute for value in given.values}
    rest = [item for item in given.attributes if item.slug not in own and len(item.values) > 1]
    return sorted(rest, key=lambda item: item.level == "facet")


def name_values(attribute: BlueprintAttribute, limit: int = 5) -> str:
    return ", ".join(value.phrase or english.uncapitalise(value.label) for value in attribute.values[:limit])


def cover_value(value: BlueprintValue) -> str:
    return value.description or f"What sets {value.label} apart, in facts a reader can check."


def explain(given: PageInput, own: list[tuple[BlueprintAttribute, BlueprintValue]]) -> list[Heading]:
    body = [Heading(f"What matters about {value.phrase or value.label}", cover_value(value)) for _, value in own]
    axes = list_axes(given)[:3]
    if axes:
        children = [Heading(axis.name, f"Where it changes the answer: {name_values(axis)}.") for axis in axes]
        body.append(Heading("What it depends on", "Only the differences that change the reader's decision.", children))
    body.append(Heading("What often goes wrong", "Two or three mistakes seen in practice, each with how to avoid it."))
    return body


def guide(given: PageInput, own: list[tuple[BlueprintAttribute, BlueprintValue]]) -> list[Heading]:
    axes = list_axes(given)[:4]
    steps = [
        Heading(f"Settle the {english.uncapitalise(axis.name)}", f"How to tell which applies: {name_values(axis)}.")
        for axis in axes
    ]
    body = [Heading(f"Before you start: {value.phrase or value.label}", cover_value(value)) for _, value in own[:2]]
    body.append(Heading("Step by step", "One action per step, in the order a reader would do them.", steps))
    body.append(
        Heading("How to tell it worked", "Signs of a good result, and when to ask somebody who does this daily.")
    )
    return body


def compare(given: PageInput, own: list[tuple[BlueprintAttribute, BlueprintValue]]) -> list[Heading]:
    sides = own if len(own) > 1 else [(own[0][0], value) for value in own[0][0].values[:3]] if own else []
    body = [
        Heading(
            "Side by side",
            "A table: one column per option, one row per point that decides. Start from the values below.",
        )
    ]
    body += [Heading(value.label, cover_value(value)) for _, value in sides[:MAX_ITEMS]]
    axes = list_axes(given)[:3]
    children = [
        Heading(f"By {english.uncapitalise(axis.name)}", f"Which option fits {name_values(axis)}.") for axis in axes
    ]
    body.append(Heading("Which one suits whom", "Say plainly when each option is the wrong one.", children))
    return body


def review(given: PageInput, own: list[tuple[BlueprintAttribute, BlueprintValue]]) -> list[Heading]:
    criteria = [Heading(axis.name, f"Judge it against {name_values(axis)}.") for axis in list_axes(given)[:4]]
    body = [Heading("How it was judged", "What was looked at and how; only what was really tried.", criteria)]
    body += [Heading(f"{value.label}: strengths and limits", cover_value(value)) for _, value in own[:2]]
    body.append(Heading("Who should look elsewhere", "The cases in which another page of this site helps more."))
    return body


def list_items(given: PageInput) -> list[Heading]:
    axes = list_axes(given)
    criteria = ", ".join(english.uncapitalise(axis.name) for axis in axes[:4])
    body = [
        Heading(
            "How the entries were chosen",
            f"State the criteria{': ' + criteria if criteria else ''}. No ranking without a reason.",
        )
    ]
    if axes:
        body += [
            Heading(f"For {value.phrase or english.uncapitalise(value.label)}", cover_value(value))
            for value in axes[0].values[:MAX_ITEMS]
        ]
    body.append(Heading("What to check before deciding", "Measurements, conditions and limits that the entries share."))
    return body
