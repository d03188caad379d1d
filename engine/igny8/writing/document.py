"""The typed document: what a page says, as sections of blocks, never as HTML. WordPress renders it to native blocks.

Every text is a list of runs, so that a link to another planned page is a page id and not a URL: the plugin turns it
into a link once that page is published, and into plain text until then.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from igny8.sag.template import Model, Slug


class Run(Model):
    """A stretch of text with one look. `page` is a page id of the blueprint; `url` an outside address."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    page: str | None = None
    url: str | None = None


Text = list[Run]


class Paragraph(Model):
    type: Literal["paragraph"] = "paragraph"
    text: Text


class ListBlock(Model):
    type: Literal["list"] = "list"
    is_ordered: bool = False
    items: list[Text] = Field(min_length=1)


class Table(Model):
    type: Literal["table"] = "table"
    caption: str = ""
    header: list[Text]
    rows: list[list[Text]] = Field(min_length=1)


class Callout(Model):
    """A boxed remark. `tone` decides its look: a note to readers, a tip, a warning, or a note to the editor."""

    type: Literal["callout"] = "callout"
    tone: Literal["note", "tip", "warning", "editor"] = "note"
    text: Text


class Question(Model):
    question: str
    answer: Text


class Faq(Model):
    type: Literal["faq"] = "faq"
    items: list[Question] = Field(min_length=1)


class Step(Model):
    title: str
    text: Text


class Steps(Model):
    type: Literal["steps"] = "steps"
    items: list[Step] = Field(min_length=1)


class Image(Model):
    """An image to be made or chosen: `prompt` for a model, `alt` for readers; the plugin adds the file."""

    type: Literal["image"] = "image"
    alt: str
    caption: str = ""
    prompt: str = ""


class Quote(Model):
    type: Literal["quote"] = "quote"
    text: Text
    cite: str = ""


class Button(Model):
    label: str
    page: str | None = None
    url: str | None = None


class Buttons(Model):
    type: Literal["buttons"] = "buttons"
    items: list[Button] = Field(min_length=1)


class Card(Model):
    """A way onwards: a linked title with one line under it."""

    page: str
    title: str
    text: str = ""


class Cards(Model):
    """A grid of ways onwards. Cards of pages that do not exist yet are left out by the plugin."""

    type: Literal["cards"] = "cards"
    items: list[Card] = Field(min_length=1)


Block = Annotated[
    Paragraph | ListBlock | Table | Callout | Faq | Steps | Image | Quote | Buttons | Cards,
    Field(discriminator="type"),
]


class Section(Model):
    """A heading and what stands under it. The first section may have no heading: it is the lead."""

    id: Slug
    heading: str = ""
    level: Literal[2, 3, 4] = 2
    blocks: list[Block]


class Reference(Model):
    title: str
    url: str


class Document(Model):
    """One page. `state` says what it is: composed pages may be published, briefs never by themselves."""

    schema_version: Literal[1] = 1
    page: str = Field(description="Page id of the blueprint.")
    state: Literal["page", "brief", "draft"]
    title: str
    slug: Slug
    meta_title: str = Field(description="≤ 60 characters where the title allows it.")
    meta_description: str = Field(description="≤ 160 characters.")
    excerpt: str = ""
    sections: list[Section] = Field(min_length=1)
    sources: list[Reference] = Field(default_factory=list)
    schema_type: str = Field(default="Article", description="schema.org type of the page.")
