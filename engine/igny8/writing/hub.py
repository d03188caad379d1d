"""Composes a cluster's hub: the same facts in one of five orders, by the structure the blueprint chose (SPEC §1.3)."""

from __future__ import annotations

from collections.abc import Callable

from igny8.sag import english
from igny8.sag.blueprint import HubStructure
from igny8.writing.document import Section, Table
from igny8.writing.lead import is_about_price, list_nearest, write_lead
from igny8.writing.parts import (
    list_points,
    make_cards,
    make_child_table,
    make_point_list,
    make_point_steps,
    make_section,
    make_value_table,
)
from igny8.writing.runs import plain
from igny8.writing.view import Value, View

MAX_POINTS = 4
NEAR = 3  # alternatives shown beside the page's own value: more would repeat on every sibling

Part = Section | None


def compose_hub(view: View) -> list[Section]:
    """The sections of a hub: lead, the body its structure asks for, and the ways onwards."""
    structure = view.given.cluster.hub_structure if view.given.cluster else "category_overview"
    lead = Section(id="lead", blocks=[*write_lead(view)])
    parts: list[Part] = [lead, write_range(view), *BODIES[structure](view), write_articles(view), write_onwards(view)]
    return [part for part in parts if part is not None]


def overview(view: View) -> list[Part]:
    """category_overview: the range first, then what to weigh."""
    divisions: list[Part] = [part for part in write_divisions(view) if part]
    return [*(divisions or [write_axis(view)]), write_alternatives(view), write_choice(view)]


def comparison(view: View) -> list[Part]:
    """product_comparison: side by side, then the points that tip the balance."""
    return [write_sides(view), *write_divisions(view), write_alternatives(view), write_choice(view)]


def problem(view: View) -> list[Part]:
    """problem_solution: what helps, what it might be instead, what changes the answer."""
    frames = ["What can help with {topic}", "Where to start with {topic}", "Ways to deal with {topic}"]
    lookalikes = ["If it looks different", "When it is something else"] if view.is_service else []
    return [*write_divisions(view, frames), write_alternatives(view, lookalikes), write_choice(view)]


def guide(view: View) -> list[Part]:
    """guide_tutorial: the decisions in order, then the pages they lead to."""
    points = list_points(view, list_choice_axes(view), MAX_POINTS)
    steps = make_point_steps(view, points)
    headings = [
        "In which order to decide",
        "Work it out step by step",
        "From the situation to the choice",
        "Questions in order",
    ]
    if is_about_price(view):
        headings = PRICE_HEADINGS
    divisions, others = write_divisions(view), write_alternatives(view)
    if steps is None:
        headings = ["One thing to keep in mind", "Look at this as well"]
        return [*divisions, others, make_section(view.pick("steps", headings), make_point_list(points))]
    return [make_section(view.pick("steps", headings), steps), *divisions, others]


def library(view: View) -> list[Part]:
    """resource_library: the terms of the subject explained, then the pages."""
    heading = view.pick("terms", ["Related terms in one line each", "The subjects around it", "What else belongs here"])
    terms = view.rivals_of(view.own[-1], NEAR) if view.own else []
    table = make_section(heading, make_value_table(view, terms, view.own[-1] if view.own else None))
    return [*write_divisions(view), table, write_choice(view)]


BODIES: dict[HubStructure, Callable[[View], list[Part]]] = {
    "category_overview": overview,
    "product_comparison": comparison,
    "problem_solution": problem,
    "guide_tutorial": guide,
    "resource_library": library,
}
DIVISIONS = ["{topic} by {axis}", "Which {axis}?", "Sorted by {axis}", "{axis}: what it changes"]
ALTERNATIVES = ["How it compares", "The alternatives", "What else is in question", "Beside it"]


def write_divisions(view: View, headings: list[str] | None = None) -> list[Part]:
    """A table for each of the first two axes along which the page has children."""
    parts: list[Part] = []
    frames = view.rotate("divisions-heading", headings or DIVISIONS)
    for position, members in enumerate(list(view.children_by_axis.values())[:2]):
        axis = english.uncapitalise(members[0][0].attribute.name)
        heading = frames[position % len(frames)].format(topic=view.topic, axis=axis)
        parts.append(make_section(heading, make_child_table(view, members)))
    return parts


def write_alternatives(view: View, headings: list[str] | None = None) -> Part:
    """The values nearest to the page's most specific one; on pages without children their main table."""
    if not view.own or len(view.children_by_axis) > 1 or view.cluster_type == "comparison":
        return None
    own = view.own[-1]
    others = name_others(own)
    choices = headings or ([*ALTERNATIVES, others] if own.attribute.role in THINGS else [others])
    return make_section(view.pick("alternatives", choices), make_value_table(view, view.rivals_of(own, NEAR), own))


THINGS = {"feature", "material", "style", "integration"}  # what one thing can be had instead of another


def name_others(own: Value) -> str:
    """'Other concerns'; an axis named by two words joined by 'and' has no plural."""
    name = english.uncapitalise(own.attribute.name)
    if name.endswith("ed"):  # "problem solved" does not end in its noun
        name = name.rpartition(" ")[0] or name
    is_joined = " and " in name or " or " in name
    return f"{own.attribute.name}: the others" if is_joined else f"Other {english.pluralise_last(name)}"


def write_range(view: View) -> Part:
    """For a place or brand of the owner's: some of what the site deals in, since the value itself says nothing."""
    if len(view.own) != 1 or view.own[0].description:
        return None
    heads = [value for value in view.by_key.values() if value.attribute.role == "category" and value.description]
    if not heads:
        return None
    heading = f"{english.pluralise_last(heads[0].attribute.name)} on this site"
    return make_section(heading, make_value_table(view, view.take_turns(heads, 0)[:MAX_AXIS]))


def write_axis(view: View) -> Part:
    """For a category without pages below it: the axis whose values are tied to it most, as a table."""
    ranked = sorted(view.rotate("axis", view.axes), key=lambda axis: -max(view.closeness(value) for value in axis))
    if not ranked:
        return None
    axis = ranked[0]
    view.axes_shown.add(axis[0].attribute.slug)
    tied = [value for value in axis if view.closeness(value) > 0]
    name = english.uncapitalise(axis[0].attribute.name)
    heading = view.pick("axis", DIVISIONS).format(topic=view.topic, axis=name)
    return make_section(heading, make_value_table(view, (tied if len(tied) > 1 else axis)[:MAX_AXIS]))


MAX_AXIS = 6  # rows of a table that no page stands behind


def write_sides(view: View) -> Part:
    """Two compared values column by column, from what the template knows of both."""
    if view.cluster_type != "comparison" or len(view.own) < 2:  # noqa: PLR2004 two sides
        return None
    sides = view.own[:2]
    rows = [
        (name, cells)
        for name, cells in (
            ("Also called", [", ".join(side.raw.synonyms[:3]) for side in sides]),
            ("Goes with", [list_partners(view, side) for side in sides]),
            ("Also weighed against", [list_rivals(view, side, sides) for side in sides]),
        )
        if any(cells)
    ]
    if not rows:
        return None
    table = Table(
        header=[plain(""), *[plain(side.label) for side in sides]],
        rows=[[plain(name), *[plain(cell or "—") for cell in cells]] for name, cells in rows],
    )
    return make_section(view.pick("sides", ["Side by side", "At a glance", "The two compared"]), table)


def list_rivals(view: View, side: Value, sides: list[Value]) -> str:
    """The rivals the template names for one side, the other side left out."""
    named = [
        peer
        for peer in view.values_of(side.attribute.slug)
        if peer.slug in side.raw.rivals or side.slug in peer.raw.rivals
    ]
    return ", ".join(peer.name for peer in named if peer not in sides)


def list_partners(view: View, value: Value) -> str:
    """The first values of other attributes that the template ties to this one."""
    partners = [other for other in view.by_key.values() if other.slug in value.raw.only_with]
    return ", ".join(partner.name for partner in partners[:5])


def write_choice(view: View) -> Part:
    """What to weigh: one point per axis the page is not defined by."""
    points = list_points(view, list_choice_axes(view), MAX_POINTS)
    if is_about_price(view):
        headings = PRICE_HEADINGS
    elif len(points) == 1:
        headings = ["One thing to keep in mind", "Look at this as well", "It also depends on this"]
    elif view.is_service:
        headings = [
            "What makes a difference",
            "Worth mentioning when you ask",
            "What it also depends on",
            "Before you get in touch",
        ]
    elif view.given.site.site_type == "saas":
        headings = [
            "What to check in a trial",
            "Points that decide",
            "What else to ask of it",
            "Before you settle on one",
        ]
    else:
        headings = [
            "What to look at before choosing",
            "Points that decide",
            "Before you choose",
            "What else to weigh",
            "How to narrow it down",
        ]
    return make_section(view.pick("choice", headings), make_point_list(points))


PRICE_HEADINGS = ["What the price depends on", "What makes the difference in price"]


def list_choice_axes(view: View) -> list[list[Value]]:
    """Axes to weigh that the page's tables do not show. A subject to read about is not chosen by any."""
    if any(own.attribute.role == "topic" for own in view.own):
        return []
    shown = view.axes_shown | {axis for axis, rows in list(view.children_by_axis.items())[:2] if len(rows) > 1}
    axes = view.rotate("axes", [axis for axis in view.axes if axis[0].attribute.slug not in shown])
    if any(own.attribute.role == "category" for own in view.own):
        return axes
    if view.own and view.own[0].attribute.role == "problem" and view.given.site.site_type in ("ecommerce", "content"):
        axes = [
            axis for axis in axes if axis[0].attribute.role in ("audience", "size")
        ]  # who has it, not what it is like
    broad = [[value for value in axis if view.is_broad(value)] for axis in axes]
    return [axis for axis in broad if len(axis) > 1]


def write_articles(view: View) -> Part:
    heading = view.pick("articles", ["To read first", "Guides and answers", "Questions answered", "Further reading"])
    return make_section(heading, make_cards(view, view.pages("article")))


def write_onwards(view: View) -> Part:
    """Siblings and related hubs as cards, or the way back up."""
    near = [other for other in view.pages("sibling", "related") if other.kind == "hub" and other.page not in view.shown]
    if len(near) < 2:  # noqa: PLR2004 a single card is no choice: lead back up instead
        near += [
            other for other in view.pages("parent", "term") if other.kind != "home" and other.page not in view.shown
        ]
    headings = ["Near this page", "Where to go next", "Keep looking around", "Related pages", "From here"]
    cards = make_cards(view, list_nearest(view, near))
    return make_section(view.pick("onwards-heading", headings), cards)
