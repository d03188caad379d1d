"""The outline of an article: headings that follow its structure, each with what to cover, from real attribute data."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from igny8.sag import english
from igny8.writing.compose import compose
from igny8.writing.context import PageInput
from igny8.writing.view import Value, View

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
    view, topic = View(given), given.page.primary_keyword
    bodies = {"comparison": compare, "listicle": list_items, "review": review, "guide": guide}
    body = bodies.get(given.page.content_structure, explain)(view)
    first = Heading("The short answer", f"Answer “{topic}” in two or three sentences, before any background.")
    if given.page.content_structure == "listicle":
        first = Heading("The list at a glance", f"Every entry in one line: a reader looking for {topic} can stop here.")
    last = Heading("What to do next", "One paragraph that leads to the pages under “Links to place”.")
    count = len(list_questions(given))
    asked = [Heading("Questions and answers", f"Two to four sentences for each of the {count} questions below.")]
    return [first, *body, *(asked if count > 1 else []), last]


def list_axes(view: View) -> list[list[Value]]:
    """Axes that change the answer; a subject to read about has none."""
    if any(own.attribute.role == "topic" for own in view.own):
        return []
    return view.axes


def name_axis(axis: list[Value]) -> str:
    return english.uncapitalise(axis[0].attribute.name)


def name_values(axis: list[Value], limit: int = 5) -> str:
    return ", ".join(value.name for value in axis[:limit])


def cover_value(value: Value) -> str:
    return value.description or f"What sets {value.label} apart, in facts a reader can check."


def explain(view: View) -> list[Heading]:
    body = [Heading(f"What matters about {value.name}", cover_value(value)) for value in view.own]
    axes = list_axes(view)[:3]
    if axes:
        children = [
            Heading(axis[0].attribute.name, f"Where it changes the answer: {name_values(axis)}.") for axis in axes
        ]
        body.append(Heading("What it depends on", "Only the differences that change the reader's decision.", children))
    body.append(Heading("What often goes wrong", "Two or three mistakes seen in practice, each with how to avoid it."))
    return body


def guide(view: View) -> list[Heading]:
    steps = [
        Heading(f"Settle the {name_axis(axis)}", f"How to tell which applies: {name_values(axis)}.")
        for axis in list_axes(view)[:4]
    ]
    body = [Heading(f"Before you start: {value.name}", cover_value(value)) for value in view.own[:2]]
    body.append(Heading("Step by step", "One action per step, in the order a reader would do them.", steps))
    body.append(
        Heading("How to tell it worked", "Signs of a good result, and when to ask somebody who does this daily.")
    )
    return body


def compare(view: View) -> list[Heading]:
    table = "A table: one column per option, one row per point that decides."
    body = [Heading("Side by side", table)]
    if len(view.own) > 1:
        body += [Heading(value.label, cover_value(value)) for value in view.own]
    else:
        body += [Heading(f"What speaks for each of the two: {value.name}", cover_value(value)) for value in view.own]
    axes = list_axes(view)[:3]
    children = [Heading(f"By {name_axis(axis)}", f"Which option fits {name_values(axis)}.") for axis in axes]
    body.append(Heading("Which one suits whom", "Say plainly when each option is the wrong one.", children))
    return body


def review(view: View) -> list[Heading]:
    axes = list_axes(view)[:4]
    criteria = [Heading(axis[0].attribute.name, f"Judge it against {name_values(axis)}.") for axis in axes]
    body = [Heading("How it was judged", "What was looked at and how; only what was really tried.", criteria)]
    body += [Heading(f"{value.label}: strengths and limits", cover_value(value)) for value in view.own[:2]]
    body.append(Heading("Who should look elsewhere", "The cases in which another page of this site helps more."))
    return body


def list_items(view: View) -> list[Heading]:
    axes = list_axes(view)
    criteria = ", ".join(name_axis(axis) for axis in axes[:4])
    body = [
        Heading(
            "How the entries were chosen",
            f"The criteria{': ' + criteria if criteria else ''}. No rank without a reason.",
        )
    ]
    if axes:
        body += [Heading(english.capitalise(f"for {value.name}"), cover_value(value)) for value in axes[0][:MAX_ITEMS]]
    else:
        body.append(Heading("Entry by entry", "Five to ten entries: what to do, why it works, where it does not."))
    body.append(Heading("What to check before deciding", "Measurements, conditions and limits that the entries share."))
    return body
