"""Composes a navigational page from blueprint data alone: home, hub, term and commercial pages (SPEC §2, no provider).

Everything printed is a name, a relation or a sentence of the blueprint; frames around them state nothing new.
"""

from __future__ import annotations

from igny8.operations import OperationError
from igny8.writing.commercial import compose_commercial
from igny8.writing.context import PageInput
from igny8.writing.document import Document, Paragraph, Section
from igny8.writing.home import compose_home, name_subject
from igny8.writing.hub import compose_hub
from igny8.writing.meta import MAX_DESCRIPTION, MAX_TITLE, clip, make_ids, make_title
from igny8.writing.runs import get_text, keep_first_links, list_texts
from igny8.writing.structures import PRESETS
from igny8.writing.term import compose_term
from igny8.writing.view import View

COMPOSERS = {"home": compose_home, "hub": compose_hub, "term": compose_term, "commercial": compose_commercial}


def compose(given: PageInput) -> Document:
    """The document of a page. Raises OperationError `not_composable` for articles: prose is never pretended."""
    page = given.page
    if page.kind not in COMPOSERS:
        raise OperationError(
            "not_composable",
            f"“{page.title}” is an article. Articles are written, not composed: use writing.brief or writing.draft.",
            {"page.kind": "must be home, hub, term or commercial"},
        )
    view = View(given)
    sections = [section for section in COMPOSERS[page.kind](view) if section.blocks]
    for section, id in zip(sections, make_ids([section.heading for section in sections]), strict=True):
        section.id = id
    blocks = [block for section in sections for block in section.blocks]
    lists = ("table", "list") if page.kind == "home" else ("table",)
    blocks.sort(key=lambda block: block.type not in lists)  # a link serves best in the row that describes its page
    texts = [text for block in blocks for text in list_texts(block)]
    keep_first_links(texts, set(), {other.page for other in given.neighbours})
    return Document(
        page=page.id,
        state="brief" if page.kind == "commercial" else "page",
        title=page.title,
        slug=page.slug,
        meta_title=name_home(view) if page.kind == "home" else make_title(page.title, given.site.name),
        meta_description=describe(given, sections),
        excerpt=clip(get_lead(sections), 300),
        sections=sections,
        schema_type="WebSite" if page.kind == "home" else PRESETS[page.content_structure].schema_type,
    )


def name_home(view: View) -> str:
    """Meta title of the home page: the site's name and what it deals in, as far as it fits."""
    site = view.given.site.name
    labels = [name_subject(view)]
    if view.is_service:  # "plumbers" says less than what they do
        heads = [value for value in view.by_key.values() if value.attribute.role == "category" and value.is_head]
        labels = [value.name for value in heads[:4]] or labels
    title = f"{site}: {labels[0]}"
    for label in labels[1:]:
        title = f"{title}, {label}" if len(f"{title}, {label}") <= MAX_TITLE else title
    return clip(title, MAX_TITLE)


def get_lead(sections: list[Section]) -> str:
    return next(
        (get_text(block.text) for section in sections for block in section.blocks if isinstance(block, Paragraph)), ""
    )


def describe(given: PageInput, sections: list[Section]) -> str:
    """Meta description: the page's name, which makes it unique, and as many whole sentences of its lead as fit."""
    lead, title = get_lead(sections), given.page.title
    if given.page.kind == "home":
        return clip(lead, MAX_DESCRIPTION)
    return clip(lead if lead.lower().startswith(title.lower()) else f"{title}: {lead}", MAX_DESCRIPTION)
