"""The opening of a composed page: what its values mean, in the template's own sentences, and where the page leads.

Frames vary by cluster type and by page, never by chance: the page's id picks. They add no claims of their own.
"""

from __future__ import annotations

from igny8.sag import english
from igny8.writing.context import Neighbour
from igny8.writing.document import Paragraph, Run, Text
from igny8.writing.runs import get_text, join_texts, link, plain, say
from igny8.writing.view import STEPS, Value, View, is_comparison

MAX_NAMED = 6  # names in one sentence; a reader loses count beyond

# A modifying value's sentence after the one on what it modifies. {m} is the value's name, {h} the head's.
TURNS_BY_ROLE: dict[str, list[str]] = {
    "audience": [
        "For {m}, the order of priorities shifts. {dm}",
        "With {m} in mind, look closer. {dm}",
        "{m} bring needs of their own. {dm}",
        "What {m} need comes on top of that. {dm}",
    ],
    "size": [
        "For {m}, the measurements change first. {dm}",
        "Then comes the question of scale. {dm}",
        "{m} put other demands on the same thing. {dm}",
    ],
    "occasion": [
        "{m} adds conditions of its own. {dm}",
        "Where {m} comes in, the list grows. {dm}",
        "Now add {m} to that. {dm}",
    ],
    "season": ["The time of year has its say too. {dm}", "{m} sets the conditions. {dm}"],
    "feature": [
        "The word “{m}” adds one more demand. {dm}",
        "“{m}” is the part to look at closely. {dm}",
        "What “{m}” promises can be checked. {dm}",
    ],
    "material": ["The material decides the rest. {dm}", "Then there is the material: {m}. {dm}"],
    "style": ["Style has consequences as well. {dm}", "“{m}” says more than how it looks. {dm}"],
    "integration": ["What it connects to is the second question. {dm}", "The connection works like this. {dm}"],
    "problem": ["The reason for looking is {m}. {dm}", "Behind the search usually stands {m}. {dm}"],
    "process": ["How it is done matters as much. {dm}"],
}
PLURAL_TURNS = ("{m} bring", "{m} put", "What {m} need")  # need a plural name
SINGULAR_TURNS = ("{m} adds", "Where {m} comes", "{m} sets")  # need a singular one


def write_lead(view: View) -> list[Paragraph]:
    """One or two paragraphs."""
    opening = write_opening(view)
    if is_about_price(view):
        opening += " What it costs depends on the case, so no figure stands here."
    paragraphs = [say("{opening}", opening=opening)]
    ways = write_ways(view)
    if ways:
        paragraphs.append(ways)
    return [Paragraph(text=text) for text in paragraphs if text]


def is_about_price(view: View) -> bool:
    """Whether readers come for a figure, which only the owner may state."""
    return bool({"cost", "price", "fee"} & set(english.stems_of(view.topic)))


def write_opening(view: View) -> str:
    """What the page's values mean. Without descriptions, what the page is for."""
    own = view.own
    if view.cluster_type == "comparison" and len(own) > 1:
        return compare(view, own)
    if not any(value.description for value in own):
        return (
            name_owner_values(view)
            or view.page.summary
            or f"{view.page.title}, and everything on this site that belongs to it."
        )
    head, *modifiers = own
    if not modifiers:
        return view.tell(head)
    return qualify(view, head, modifiers)


def compare(view: View, own: list[Value]) -> str:
    """Two values of one attribute, told against each other."""
    one, other = own[0], own[1]
    first, second = view.tell(one), view.tell(other)
    frames = ["{a} {b}", "{a} By contrast: {b}", "First the one, then the other. {a} {b}", "{a} Against that: {b}"]
    if not (first and second):
        return first or second or view.page.summary
    return view.pick("compare", frames).format(a=first, b=second)


def name_owner_values(view: View) -> str:
    """An opening for values only the business knows (brands, places): what the owner stated, and nothing more."""
    site = view.given.site.name
    for value in view.own:
        others = [view.tell(other) for other in view.own if other is not value and other.description]
        beside = [peer.label for peer in view.values_of(value.attribute.slug) if peer.slug != value.slug][:3]
        rest = english_list(beside)
        if value.attribute.role == "brand":
            stated = f"{site} lists {value.label} among its brands{f', beside {rest}' if rest else ''}."
            return " ".join([stated, *others])
        if value.attribute.role == "location":
            stated = f"{site} names {value.label} as a place it serves{f', along with {rest}' if rest else ''}."
            return " ".join([*others, stated])
    return ""


def english_list(names: list[str]) -> str:
    return get_text(join_texts([plain(name) for name in names]))


def qualify(view: View, head: Value, modifiers: list[Value]) -> str:
    """The head's sentence and each modifier's, with a turn between them that fits the modifier's role."""
    owned = [value for value in modifiers if not value.description]
    told = [value for value in modifiers if value.description]
    parts = [view.tell(head)] if head.description else []
    is_plain_first = view.number("order") % 3 == 0 and len(told) == 1
    for value in told:
        sentence = view.tell(value)
        if is_plain_first:
            parts.insert(0, sentence)
        else:
            parts.append(turn(view, value, head, sentence) if parts else sentence)
    for value in owned:
        if value.attribute.role == "location":
            parts.append(f"This page is for {value.label}.")
        elif value.attribute.role == "brand":
            parts.insert(0, f"One maker, one kind of product: {view.topic}.")
    return " ".join(parts)


def turn(view: View, value: Value, head: Value, sentence: str) -> str:
    frames = TURNS_BY_ROLE.get(value.attribute.role, ["{dm}"])
    is_plural = english.is_plural(value.name)
    usable = [
        frame for frame in frames
        if not frame.startswith(SINGULAR_TURNS if is_plural else PLURAL_TURNS)
    ]  # fmt: skip
    frame = view.pick(f"turn-{value.attribute.slug}", usable or ["{dm}"])
    text = frame.format(m=value.name, h=head.name, dm=sentence)
    return text[:1].upper() + text[1:] if not frame.startswith("“") else text


def write_ways(view: View) -> Text:
    """Where the page leads: its own divisions if it has any, else its nearest alternatives."""
    groups = list(view.children_by_axis.items())
    if groups:
        return write_divisions(view, groups)
    if view.cluster_type == "comparison":
        sides = [other for other in view.given.neighbours if other.kind == "hub" and len(other.values) == 1]
        sides = [other for other in sides if (other.values[0].attribute, other.values[0].value) in view.own_keys]
        names = [[link(view.name_of(other), other.page)] for other in sides]
        return say(view.pick("sides", SIDES), names=join_texts(names)) if len(names) > 1 else []
    near = [other for other in view.pages("sibling", "related") if other.kind == view.page.kind]
    if view.own and view.own[0].attribute.role == "topic":  # what a subject is about lies nearer than other subjects
        near = [other for other in near if other.relation == "related"] or near
    parent = next((other for other in view.pages("parent") if other.kind == "hub"), None)
    if not near and not parent:
        return []
    near = list_nearest(view, near)[:2]
    names = [[link(name_briefly(view, other), other.page)] for other in near]
    up: Text = [link(view.name_of(parent), parent.page)] if parent else []
    if names and up:
        return say(view.pick("ways", WAYS_AND_UP), near=join_texts(names, "and"), up=up)
    if names:
        is_problem = bool(view.own) and view.own[0].attribute.role == "problem"
        return say(view.pick("ways", WAYS_FROM_PROBLEM if is_problem else WAYS), near=join_texts(names))
    return say(view.pick("ways", ["It belongs to {up}.", "For the wider view, see {up}."]), up=up)


SIDES = [
    "Each has a page of its own: {names}.",
    "The details of both stand under {names}.",
    "Whoever has decided already can go straight to {names}.",
]
WAYS_AND_UP = [
    "The nearest alternatives are {near}; for the whole range, see {up}.",
    "If that is not quite it, compare {near}, or go back to {up}.",
    "Close to this page lie {near}; for the wider view, see {up}.",
    "Weigh it against {near}, or start again from {up}.",
    "This belongs under {up}; next to it stand {near}.",
]
WAYS = [
    "Close to this: {near}.",
    "It touches on {near}.",
    "It is worth reading together with {near}.",
    "From here it is a short way to {near}.",
]


WAYS_FROM_PROBLEM = ["Close to this: {near}.", "Compare it with {near}.", "Look also at {near}."]
LONG_NAME = 36  # characters; two of these in a sentence are hard to read


def name_briefly(view: View, other: Neighbour) -> str:
    """A neighbour by name, or, when that is long and it differs from this page in one value, by that value."""
    name = view.name_of(other)
    extra = [key for ref in other.values if (key := (ref.attribute, ref.value)) not in view.own_keys]
    if len(name) > LONG_NAME and len(extra) == 1 and len(other.values) == len(view.own) and extra[0] in view.by_key:
        return view.by_key[extra[0]].name
    return name


def list_nearest(view: View, others: list[Neighbour]) -> list[Neighbour]:
    """Pages that differ from this one in one value come first, the named rivals of that value before the rest."""
    own = view.own[-1] if view.own else None

    def distance(other: Neighbour) -> tuple[bool, bool, int, int]:
        keys = {(ref.attribute, ref.value) for ref in other.values}
        peers = [
            view.by_key[key] for key in keys - view.own_keys if key in view.by_key and own and key[0] == own.key[0]
        ]
        is_rival = any(own is not None and view.are_rivals(own, peer) for peer in peers)
        rank = min((view.distance(own, peer) for peer in peers if own), default=len(STEPS))
        return (is_comparison(other), not is_rival, len(keys ^ view.own_keys), rank)

    return sorted(others, key=distance)


def write_divisions(view: View, groups: list[tuple[str, list[tuple[Value, Neighbour]]]]) -> Text:
    """The axes along which the page divides, with their first values as links; single pages are named after them."""
    whole = [members for _, members in groups if len(members) > 1][:2]
    single = [members[0][1] for _, members in groups if len(members) == 1][:3]
    more = [
        " After that comes {axis}: {names}.",
        " A second way in is {axis}: {names}.",
        " Or begin with {axis}: {names}.",
    ]
    text: Text = []
    for position, members in enumerate(whole):
        axis = english.uncapitalise(members[0][0].attribute.name)
        names: list[Text] = [[link(value.name, other.page)] for value, other in members[:MAX_NAMED]]
        if len(members) > MAX_NAMED:
            names.append([Run(text=f"{len(members) - MAX_NAMED} more")])
        frame = (
            view.pick("divisions", list_division_frames(view, members[0][0]))
            if not position
            else view.pick("more", more)
        )
        text += ([Run(text=" ")] if text else []) + say(
            frame.strip(), topic=view.topic, axis=axis, names=join_texts(names)
        )
    if single and len(whole) < 2:  # noqa: PLR2004 two axes and their names fill a paragraph
        names = [[link(view.name_of(other), other.page)] for other in single]
        frame = view.pick("single", SINGLE if len(names) > 1 else SINGLE_ONE)
        text += ([Run(text=" ")] if text else []) + say(frame, names=join_texts(names))
    return text


SINGLE = [
    "Worth a closer look: {names}.",
    "These cases have pages of their own: {names}.",
    "More precisely there are {names}.",
    "Narrower questions are answered separately: {names}.",
]
SINGLE_ONE = [
    "Worth a closer look: {names}.",
    "One case has a page of its own: {names}.",
    "A narrower question: {names}.",
]


def list_division_frames(view: View, first: Value) -> list[str]:
    """Sentences that lead into the first axis, by what the page itself is about."""
    role = view.own[0].attribute.role if len(view.own) == 1 else "category"
    is_product = first.attribute.role == "category"
    if role == "problem" and is_product:
        return [
            "What may help is sorted by {axis}: {names}.",
            "Places to start: {names}.",
            "Depending on the case, look at {names}.",
        ]
    if role in ("audience", "size", "occasion", "season") and is_product:
        return [
            "Begin with {names}.",
            "The pages below take one {axis} at a time: {names}.",
            "What that means in practice depends on the {axis}: {names}.",
        ]
    if role in ("feature", "material", "style", "integration", "process") and is_product:
        return [
            "It plays a part in {names}.",
            "Where it counts: {names}.",
            "It means something different for each {axis}: {names}.",
        ]
    if view.is_service:
        return [
            "It differs by {axis}: {names}.",
            "It helps to know the {axis} first: {names}.",
            "Choose the {axis} that applies: {names}.",
        ]
    divide = "divide" if english.is_plural(view.topic) else "divides"
    return [
        f"{{topic}} {divide} by {{axis}}: {{names}}.",
        "The first question is {axis}: {names}.",
        "From here the choice goes by {axis}: {names}.",
        "Start with the {axis}: {names}.",
        "{axis} is what separates the pages below: {names}.",
    ]
