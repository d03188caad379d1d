"""Composes the page of a taxonomy term: what the term means, where it comes up, how its neighbours differ."""

from __future__ import annotations

from igny8.sag import english
from igny8.writing.document import Paragraph, Run, Section, Text
from igny8.writing.lead import name_owner_values, write_divisions
from igny8.writing.parts import list_points, make_cards, make_point_list, make_section, make_value_table
from igny8.writing.runs import join_texts, link, say
from igny8.writing.view import View

NEAR = 4
MAX_POINTS = 2  # a term's page is an archive with an introduction, not a second hub


def compose_term(view: View) -> list[Section]:
    """The sections of a term's page, shown above its list of posts."""
    paragraphs = [text for text in (write_meaning(view), write_places(view)) if text]
    parts: list[Section | None] = [Section(id="lead", blocks=[Paragraph(text=text) for text in paragraphs])]
    if view.own:
        own = view.own[0]
        axis = english.uncapitalise(own.attribute.name)
        headings = [
            "Next to {own}",
            "Other answers to “{axis}”",
            "{axis}: the neighbours",
            "How {own} compares",
            "Not quite {own}?",
        ]
        heading = view.pick("near", headings).format(own=own.name, axis=axis)
        parts.append(make_section(heading, make_value_table(view, view.rivals_of(own, NEAR))))
        axes = view.rotate("axes", view.axes)
        heading = view.pick(
            "points", ["Seen together with", "What goes with it", "Combined with other questions", "One step further"]
        )
        parts.append(make_section(heading, make_point_list(list_points(view, axes, MAX_POINTS))))
    onwards = [other for other in view.pages("child", "related") if other.kind == "hub"] or view.pages("sibling")
    heading = view.pick("onwards", ["Pages on this subject", "Go on with", "Where it leads", "Read on"])
    parts.append(make_section(heading, make_cards(view, onwards)))
    return [part for part in parts if part is not None]


def write_meaning(view: View) -> Text:
    told = " ".join(sentence for value in view.own if (sentence := view.tell(value)))
    text = told or name_owner_values(view) or view.page.summary or f"Everything on this site about {view.topic}."
    return [Run(text=text)]


def write_places(view: View) -> Text:
    """The hubs on which the term comes up, by name."""
    groups = list(view.children_by_axis.items())
    if groups:
        return write_divisions(view, groups)
    hubs = [other for other in view.pages("parent", "child", "related") if other.kind == "hub"]
    names = [[link(view.name_of(other), other.page)] for other in view.rotate("places", hubs)[:3]]
    if not names:
        return []
    frames = [
        "On this site it comes up most under {names}.",
        "The fuller picture is under {names}.",
        "It is taken further under {names}.",
        "More on it stands under {names}.",
    ]
    return say(view.pick("places", frames), names=join_texts(names))
