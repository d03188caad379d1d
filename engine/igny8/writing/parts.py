"""The building blocks of composed pages: tables of values, points to weigh, cards. Each says only what is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from igny8.sag import english
from igny8.sag.blueprint import Facts
from igny8.writing.context import Neighbour
from igny8.writing.document import Block, Card, Cards, ListBlock, Run, Section, Step, Steps, Table, Text
from igny8.writing.runs import bold, join_texts, link, plain, say
from igny8.writing.view import Value, View, is_comparison

MAX_ROWS = 10
MAX_TIED = 4  # products beside a problem; more would be the same table on every problem's page
MAX_OTHERS = 2  # names after a point; whole lists would stand alike on every page
MAX_CARDS = 6  # two rows of three


def make_section(heading: str, *blocks: Block | None) -> Section | None:
    """A section of the blocks that are there, or None."""
    kept = [block for block in blocks if block is not None]
    return Section(id="section", heading=english.capitalise(heading), blocks=kept) if kept else None


def make_child_table(view: View, members: Sequence[tuple[Value, Neighbour]]) -> Table | None:
    """Child pages along one axis: what each is about, and what its value changes."""
    if any(value in view.tied for value, _ in members):
        members = view.take_turns(members, 0)[:MAX_TIED]
    rows = [
        [[link(name_row(other), other.page)], plain(view.tell(value))]
        for value, other in members
        if value.description and not view.is_told(value)
    ][:MAX_ROWS]
    if len(rows) < 2:  # noqa: PLR2004 one row is no comparison
        return None
    view.shown.update(other.page for _, other in members)
    return Table(header=[plain(members[0][0].attribute.name), plain(view.pick("column", COLUMNS))], rows=rows)


def name_row(other: Neighbour) -> str:
    """A page's title without its subtitle: 'Crate training', not 'Crate training: a practical guide'."""
    return other.title.split(": ")[0]


COLUMNS = ["What sets it apart", "What changes", "What to know", "What decides"]


def make_value_table(view: View, values: Iterable[Value], replaced: Value | None = None) -> Table | None:
    """Values of one axis with their sentences; linked where they have a page.

    With `replaced`, a row is named after the page that has the value in its place, if there is one.
    """
    fresh = [value for value in values if value.description and not view.is_told(value)][:MAX_ROWS]
    if len(fresh) < 2:  # noqa: PLR2004 one row is no comparison
        return None
    rows = []
    for value in fresh:
        other = view.page_instead(value, replaced) if replaced else None
        name = [link(name_row(other), other.page)] if other else plain(value.label)
        if other is None and (other := view.page_of(value)):
            name = [link(value.label, other.page)]
        view.shown.update(run.page for run in name if run.page)
        rows.append([name, plain(view.tell(value))])
    return Table(header=[plain(fresh[0].attribute.name), plain(view.pick("column", COLUMNS))], rows=rows)


def list_points(view: View, axes: Sequence[list[Value]], limit: int) -> list[tuple[str, Text]]:
    """Up to `limit` points to weigh, one per axis: its name, and one value's sentence with the others named.

    Which value speaks differs from page to page, so that neighbouring pages do not print the same lines.
    """
    points: list[tuple[str, Text]] = []
    for number, axis in enumerate(axes):
        fresh = [value for value in view.take_turns(axis, number) if not view.is_told(value)]
        if not fresh or len(points) == limit:
            continue
        fresh.sort(key=view.closeness, reverse=True)
        speaker = fresh[0]
        others = [value for value in view.take_turns(axis, number + 1) if value is not speaker][:MAX_OTHERS]
        text = plain(view.tell(speaker))
        if others:
            names = join_texts([view.mention(value) for value in others])
            frame = OTHERS[(view.number("others") + len(points)) % len(OTHERS)]
            text += [Run(text=" "), *say(frame, names=names)]
        points.append((name_point(speaker), text))
    return points


def name_point(speaker: Value) -> str:
    """The axis, and the value too where its sentence does not begin with it: 'Concern: shedding'."""
    first = english.stem(english.words_of(speaker.label)[0])
    is_named = first in english.stems_of(" ".join(speaker.description.split()[:4]))
    if is_named:
        return speaker.attribute.name
    says_axis = set(english.stems_of(speaker.attribute.name)) & set(english.stems_of(speaker.label))
    return speaker.label if says_axis else f"{speaker.attribute.name}: {speaker.name}"


# After a colon, names of any part of speech stand well: "emergency", "puppies", "cold weather".
OTHERS = ["Other cases: {names}.", "Compare: {names}.", "Also in question: {names}.", "Next to it: {names}."]


def make_point_list(points: list[tuple[str, Text]]) -> ListBlock | None:
    if not points:
        return None
    return ListBlock(items=[[bold(f"{name}."), Run(text=" "), *text] for name, text in points])


def make_point_steps(view: View, points: list[tuple[str, Text]]) -> Steps | None:
    """Points as steps, each title an instruction. None for a single one."""
    if len(points) < 2:  # noqa: PLR2004 one step is no sequence
        return None
    verbs = view.rotate("verbs", ["Settle the {}", "Note the {}", "Decide on the {}", "Check the {}", "Name the {}"])
    items = []
    for position, (name, text) in enumerate(points):
        title = verbs[position % len(verbs)].format(english.uncapitalise(name).split(":")[0])
        items.append(Step(title=title, text=text))
    return Steps(items=items)


def list_facts(facts: Facts) -> list[tuple[str, list[str]]]:
    """What the owner stated, under the words visitors know it by."""
    named = [("Services", facts.services), ("Products", facts.products), ("Brands", facts.brands)]
    return [*named, ("Areas", facts.locations)]


def make_cards(view: View, others: Iterable[Neighbour], *, has_lines: bool = True) -> Cards | None:
    """Ways onwards. A card's line is what its page adds to this one, if that has not been said yet."""
    items = [
        Card(page=other.page, title=other.title, text=describe_card(view, other) if has_lines else "")
        for other in list(others)[:MAX_CARDS]
    ]
    return Cards(items=items) if items else None


def describe_card(view: View, other: Neighbour) -> str:
    """The sentence of the value that sets the other page apart, unless it was said."""
    if other.kind == "article":
        return ""  # its summary is written for the editor
    if is_comparison(other):
        return other.summary
    for ref in other.values:
        key = (ref.attribute, ref.value)
        value = view.by_key.get(key)
        if value and key not in view.own_keys and value.description and not view.is_told(value):
            return view.tell(value)
    return ""
