"""Composes a page that sells or converts: what the owner stated, where it leads, and what only the owner can add.

Prices, delivery, guarantees and contact data are never invented, so such a page is a brief until the owner fills it.
"""

from __future__ import annotations

from igny8.writing.document import Callout, ListBlock, Paragraph, Run, Section, Text
from igny8.writing.parts import list_facts, make_cards, make_section
from igny8.writing.runs import bold, plain
from igny8.writing.view import View


def compose_commercial(view: View) -> list[Section]:
    """Notice to the owner, the page's purpose, the stated facts, ways on."""
    purpose = view.page.summary or f"{view.page.title}."
    lead = Section(
        id="lead",
        blocks=[write_notice(view), Paragraph(text=plain(purpose))],
    )
    hubs = [other for other in view.given.neighbours if other.kind == "hub"]
    parts = [
        lead,
        make_section("What to add", ListBlock(items=[plain(line) for line in list_gaps(view)])),
        write_facts(view),
        make_section("Pages this one serves", make_cards(view, hubs)),
    ]
    return [part for part in parts if part is not None]


def write_notice(view: View) -> Callout:
    text = (
        f" “{view.page.title}” consists of things only you know, and nothing was invented in their place. Fill in "
        "the list below, delete this note, and publish."
    )
    return Callout(tone="editor", text=[bold("Yours to complete."), Run(text=text)])


# What a visitor expects of such a page, by words of its slug; the first that matches counts.
GAPS: list[tuple[tuple[str, ...], list[str]]] = [
    (("shipping", "delivery", "returns"), [
        "Where you deliver to, how long it takes, and what it costs.",
        "How many days a customer has to send something back, and in what condition.",
        "Who pays for the return, and how the money is paid back.",
    ]),
    (("pricing", "price", "plans", "cost", "quote", "estimate"), [
        "What each offer includes and what it costs, or how an offer is made.",
        "What can add to the price, said before it is asked.",
        "How and when customers pay, and how they can end it.",
    ]),
    (("book", "appointment", "visit", "call", "reserve", "consultation"), [
        "How to book: telephone number, form or calendar, and when somebody answers.",
        "What a customer should have ready, and what happens after booking.",
        "How to change or cancel, and until when.",
    ]),
    (("contact", "sales"), [
        "Telephone number, e-mail address and postal address, as they should be shown.",
        "Opening hours and how soon messages are answered.",
        "The area you serve, if there is a limit.",
    ]),
    (("guarantee", "warranty", "security", "privacy"), [
        "What exactly is covered, for how long, and from what date.",
        "What is not covered.",
        "Whom to turn to, and what happens then.",
    ]),
    (("trial", "demo", "tour"), [
        "How to start, what is needed, and how long it takes.",
        "What happens when it ends, and whether payment data are asked for.",
        "Who helps when something is unclear.",
    ]),
    (("size", "guide", "measure"), [
        "Your own size table, with the units you sell by.",
        "How to measure, with a picture.",
        "What to do between two sizes.",
    ]),
    (("about", "team", "stories", "gallery", "portfolio", "reviews"), [
        "Who you are, since when, and what you are qualified for.",
        "Real pictures and real examples, with permission of those shown.",
        "Memberships, licences and insurance that a customer may check.",
    ]),
]  # fmt: skip
GENERAL_GAPS = [
    "What a visitor gets here, in one sentence.",
    "The conditions: price, time, place, limits.",
    "What to do next, with one clear button.",
]


def list_gaps(view: View) -> list[str]:
    words = set(view.page.slug.split("-"))
    return next((lines for keys, lines in GAPS if words & set(keys)), GENERAL_GAPS)


def write_facts(view: View) -> Section | None:
    facts = view.given.site.facts
    lines = list_facts(facts)
    items: list[Text] = [
        [bold(f"{name}."), Run(text=" " + ", ".join(values[:20]) + ".")] for name, values in lines if values
    ]
    return make_section("What you have stated so far", ListBlock(items=items) if items else None)
