"""Composes the home page: what the site covers, a way in by each of its main axes, and the pages that convert."""

from __future__ import annotations

from igny8.sag import english
from igny8.sag.blueprint import BlueprintAttribute
from igny8.writing.document import Block, Button, Buttons, Card, Cards, ListBlock, Paragraph, Run, Section, Text
from igny8.writing.parts import list_facts, make_section
from igny8.writing.runs import bold, join_texts, link, plain, say
from igny8.writing.view import Value, View

MAX_CARDS = 12
MAX_LINES = 8
PROBLEM_ROLE = "problem"


def compose_home(view: View) -> list[Section]:
    """The sections of the home page; each attribute with at least two pages becomes a way in."""
    axes = list_axes(view)
    parts: list[Section | None] = [Section(id="lead", blocks=write_hero(view, axes))]
    for position, attribute in enumerate(axes):
        parts += write_axis(view, attribute, is_first=position == 0)
    parts.append(write_facts(view))
    parts.append(write_buttons(view))
    return [part for part in parts if part is not None]


def list_axes(view: View) -> list[BlueprintAttribute]:
    """Attributes with at least two values that have a page here, problems after the other primary ones."""
    order = {"primary": 0, "secondary": 1, "tertiary": 2, "facet": 3}
    found = [item for item in view.given.attributes if len(list_pages(view, item)) > 1]
    return sorted(found, key=lambda item: order[item.level])[:5]


def list_pages(view: View, attribute: BlueprintAttribute) -> list[tuple[Value, str]]:
    """Values of an attribute with the id of their own page (not an intersection's)."""
    found = []
    for value in view.values_of(attribute.slug):
        other = view.page_of(value)
        if other is not None:
            found.append((value, other.page))
    return found


def write_hero(view: View, axes: list[BlueprintAttribute]) -> list[Block]:
    """What the site is about and how it is ordered; the second paragraph offers two concrete starts."""
    names = [english.uncapitalise(axis.name) for axis in axes[:3]]
    subject = name_subject(view)
    site = view.given.site.name
    if not names:
        return [Paragraph(text=plain(f"{site}: {subject}."))]
    ways = join_texts([plain(name) for name in names], "or")
    frames = {
        "ecommerce": "{site} sorts {subject} the way people look for them: by {ways}.",
        "local_services": "At {site} you can see what is involved before you call. Look it up by {ways}.",
        "saas": "{site} explains {subject} from the side you come from: by {ways}.",
        "content": "{site} covers {subject}, ordered so that you can start by {ways}.",
    }
    blocks: list[Block] = [
        Paragraph(text=say(frames[view.given.site.site_type], site=site, subject=subject, ways=ways))
    ]
    start = write_start(view, axes)
    if start:
        blocks.append(Paragraph(text=start))
    return blocks


def name_subject(view: View) -> str:
    """What the site deals in, as its blueprint names it: 'dog and cat supplies'."""
    _, _, subject = view.page.title.partition(": ")
    sector = view.given.sector
    return subject or (sector.noun.plural if sector else view.page.primary_keyword)


def write_start(view: View, axes: list[BlueprintAttribute]) -> Text:
    """Two or three entrances by name, from different axes."""
    entrances: list[Text] = []
    for axis in [axis for axis in axes if axis.joint != "prefix"][:3]:  # "emergency" is no place to begin
        pages = list_pages(view, axis)
        value, page = pages[view.number(axis.slug) % len(pages)]
        entrances.append([link(value.name, page)])
    if len(entrances) < 2:  # noqa: PLR2004
        return []
    return say(
        "You can begin with {names}, and each page shows what lies next to it.", names=join_texts(entrances, "or")
    )


def write_axis(view: View, attribute: BlueprintAttribute, *, is_first: bool) -> list[Section | None]:
    """One way in: a list of links with their sentence for problems, cards for the others; the first axis by sector."""
    pages = list_pages(view, attribute)
    name = english.uncapitalise(attribute.name)
    if attribute.role == PROBLEM_ROLE:
        items: list[Text] = [
            [link(value.label, page), Run(text=f". {view.tell(value)}" if value.description else "")]
            for value, page in pages[:MAX_LINES]
        ]
        heading = "What is wrong?" if name == "problem" else f"Start from the {name}"
        return [make_section(heading, ListBlock(items=items))]
    if not is_first:
        heading = "Worth knowing" if attribute.role == "topic" else f"By {name}"
        return [make_section(heading, make_value_cards(view, pages[:6]))]
    sectors = list(dict.fromkeys(value.raw.sectors[0] if value.raw.sectors else "" for value, _ in pages))
    if len(sectors) < 2:  # noqa: PLR2004
        is_shop = view.given.site.site_type == "ecommerce"
        heading = f"{name_subject(view)} by {name}" if is_shop else f"By {name}"
        return [make_section(heading, make_value_cards(view, pages[:MAX_CARDS]))]
    return [
        make_section(
            sector.replace("-", " ") or f"by {name}",
            make_value_cards(view, [item for item in pages if (item[0].raw.sectors or [""])[0] == sector][:MAX_CARDS]),
        )
        for sector in sectors
    ]


def make_value_cards(view: View, pages: list[tuple[Value, str]]) -> Cards:
    return Cards(items=[Card(page=page, title=value.label, text=view.tell(value)) for value, page in pages])


def write_facts(view: View) -> Section | None:
    """What the owner stated, in the owner's words."""
    facts = view.given.site.facts
    lines = list_facts(facts)
    items = [[bold(f"{name}."), Run(text=" " + ", ".join(values[:20]) + ".")] for name, values in lines if values]
    return make_section(f"{view.given.site.name} in short", ListBlock(items=items) if items else None)


def write_buttons(view: View) -> Section | None:
    ways = view.pages("commercial")[:3]
    if not ways:
        return None
    return make_section(
        "Get in touch" if view.is_service else "Good to know",
        Buttons(items=[Button(label=other.title, page=other.page) for other in ways]),
    )
