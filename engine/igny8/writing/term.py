"""Composes the page of a taxonomy term: what the term means, where it comes up, how its neighbours differ."""

from __future__ import annotations

from igny8.writing.context import Neighbour
from igny8.writing.document import Paragraph, Run, Section, Text
from igny8.writing.hub import list_choice_axes, name_others
from igny8.writing.lead import name_owner_values
from igny8.writing.parts import list_points, make_cards, make_point_list, make_section, make_value_table
from igny8.writing.runs import join_texts, link, say
from igny8.writing.view import View

NEAR = 3
MAX_POINTS = 2  # a term's page is an archive with an introduction, not a second hub


def compose_term(view: View) -> list[Section]:
    """The sections of a term's page, shown above its list of posts."""
    paragraphs = [text for text in (write_meaning(view), write_places(view)) if text]
    parts: list[Section | None] = [Section(id="lead", blocks=[Paragraph(text=text) for text in paragraphs])]
    if view.own:
        own = view.own[0]
        headings = ["Next to {own}", "How {own} compares", "Not quite {own}?", name_others(own)]
        if own.attribute.role in ("topic", "problem"):
            headings = [name_others(own)]
        heading = view.pick("near", headings).format(own=own.name)
        parts.append(make_section(heading, make_value_table(view, view.rivals_of(own, NEAR))))
    if get_hub(view) is None:  # a term with a hub leaves the rest to it
        points = list_points(view, list_choice_axes(view), MAX_POINTS)
        heading = view.pick("points", ["Seen together with", "What goes with it", "Combined with other questions"])
        parts.append(make_section(heading, make_point_list(points)))
    hubs = [other for other in view.pages("child", "related") if other.kind == "hub"]
    onwards = [other for other in hubs or view.pages("sibling") if other.page not in view.shown]
    heading = view.pick("onwards", ["Pages on this subject", "Go on with", "Where it leads", "Read on"])
    parts.append(make_section(heading, make_cards(view, onwards, has_lines=False)))
    return [part for part in parts if part is not None]


def write_meaning(view: View) -> Text:
    told = " ".join(sentence for value in view.own if (sentence := view.tell(value)))
    text = told or name_owner_values(view) or view.page.summary or f"Everything on this site about {view.topic}."
    return [Run(text=text)]


def get_hub(view: View) -> Neighbour | None:
    """The hub about exactly this term."""
    for other in view.given.neighbours:
        if other.kind == "hub" and {(ref.attribute, ref.value) for ref in other.values} == view.own_keys:
            return other
    return None


def write_places(view: View) -> Text:
    """The hub of the term if it has one, and the nearest others, by name."""
    hub = get_hub(view)
    tied = [other for members in view.children_by_axis.values() for _, other in members]
    names = [[link(view.name_of(other), other.page)] for other in tied if other is not hub][:3]
    first: Text = [link(view.name_of(hub), hub.page)] if hub else []
    if hub and names:
        frames = [
            "For the overview, see {hub}; narrower are {names}.",
            "Start with {hub}, or go straight to {names}.",
        ]
        return say(view.pick("places", frames), hub=first, names=join_texts(names))
    if hub:
        return say(view.pick("places", ["For the overview, see {hub}.", "The overview stands under {hub}."]), hub=first)
    if names:
        frames = [
            "It comes up under {names}.",
            "More on it stands under {names}.",
            "It is taken further under {names}.",
        ]
        return say(view.pick("places", frames), names=join_texts(names))
    ties: list[Text] = [[Run(text=value.name)] for value in view.tied[:6]]
    if len(ties) > 1:
        frames = ["It is a question for {names}.", "Where it counts: {names}.", "It comes up with {names}."]
        if view.own[0].attribute.role == "problem":
            frames = ["Places to look: {names}.", "What may help is found among {names}."]
        return say(view.pick("tied", frames), names=join_texts(ties))
    return []
