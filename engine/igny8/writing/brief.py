"""Turns a planned article into a brief: everything a writer needs, labelled as a brief, and no pretended prose."""

from __future__ import annotations

from igny8.operations import OperationError
from igny8.writing.context import Neighbour, PageInput
from igny8.writing.document import Block, Callout, Document, ListBlock, Paragraph, Run, Section, Table, Text
from igny8.writing.meta import MAX_DESCRIPTION, clip, make_ids, make_title
from igny8.writing.outline import Heading, list_axes, list_questions, make_outline
from igny8.writing.runs import bold, link, plain
from igny8.writing.structures import PRESETS
from igny8.writing.view import View

MAX_LINKS = 8  # SPEC §3: 3 to 5 links per 1,000 words of an article
MAX_ROWS = 12


def write_brief(given: PageInput) -> Document:
    """The brief of an article page. Refuses every other kind with `not_an_article`: those are composed or drafted."""
    page = given.page
    if page.kind != "article":
        raise OperationError(
            "not_an_article",
            f"Briefs are for articles; “{page.title}” is a page of kind {page.kind}. Use writing.compose.",
            {"page.kind": "must be article"},
        )
    sections = [
        Section(id="lead", blocks=[write_notice(given), describe_task(given)]),
        Section(id="lead", heading="Outline", blocks=[write_outline(make_outline(given))]),
    ]
    questions = list_questions(given)
    if questions:
        sections.append(Section(id="lead", heading="Questions to answer", blocks=[make_list(questions)]))
    facts = write_facts(given)
    if facts:
        sections.append(Section(id="lead", heading="What is known", blocks=facts))
    sections.append(Section(id="lead", heading="Keywords", blocks=write_keywords(given)))
    places = list_places(given)
    if places:
        sections.append(Section(id="lead", heading="Links to place", blocks=[write_links(places)]))
    for section, id in zip(sections, make_ids([section.heading for section in sections]), strict=True):
        section.id = id
    return Document(
        page=page.id,
        state="brief",
        title=page.title,
        slug=page.slug,
        meta_title=make_title(page.title, given.site.name),
        meta_description=describe_page(given),
        sections=sections,
        schema_type=PRESETS[page.content_structure].schema_type,
    )


def write_notice(given: PageInput) -> Callout:
    preset = PRESETS[given.page.content_structure]
    text = (
        f" It says what this {name_structure(given)} has to cover; it is not the text and must not be published. "
        f"Replace everything below with {preset.min_words:,} to {preset.max_words:,} words by somebody who knows the "
        "subject, or have the page drafted by a language model and check it."
    )
    return Callout(tone="editor", text=[bold("This is a brief."), Run(text=text)])


def name_structure(given: PageInput) -> str:
    names = {"listicle": "list article", "landing_page": "landing page", "general": "page"}
    return names.get(given.page.content_structure, given.page.content_structure.replace("_", " "))


def describe_task(given: PageInput) -> Table:
    page, preset = given.page, PRESETS[given.page.content_structure]
    intents = [keyword.intent for keyword in given.keywords if keyword.phrase == page.primary_keyword]
    rows = [
        ("Working title", page.title),
        ("Purpose", page.summary or f"Answer what people mean by “{page.primary_keyword}”."),
        ("Kind of article", name_structure(given)),
        ("Length", f"{preset.min_words:,} to {preset.max_words:,} words"),
        ("Primary keyword", page.primary_keyword),
        ("What the reader wants", WANTS[intents[0]] if intents else WANTS["informational"]),
        ("Schema type", preset.schema_type),
    ]
    return Table(
        header=[plain("Point"), plain("What is asked")], rows=[[plain(name), plain(text)] for name, text in rows]
    )


# Search intent in words an editor can use; the four intents are SPEC §1.4's.
WANTS = {
    "informational": "To understand something. Answer first, sell nothing.",
    "commercial": "To compare before deciding. Give criteria and honest limits.",
    "transactional": "To act now. Keep it short and lead to the page where that is possible.",
    "navigational": "To reach a certain page. Make the way there obvious.",
}


def write_outline(outline: list[Heading]) -> ListBlock:
    """The outline as one ordered list: heading in bold, what to cover after it; H3s follow their H2 as text."""
    items: list[Text] = []
    for heading in outline:
        items.append([Run(text="H2 "), bold(heading.text), Run(text=f" — {heading.covers}")])
        items += [[Run(text="H3 "), bold(child.text), Run(text=f" — {child.covers}")] for child in heading.children]
    return ListBlock(is_ordered=False, items=items)


def make_list(lines: list[str]) -> ListBlock:
    return ListBlock(items=[plain(line) for line in lines])


def write_facts(given: PageInput) -> list[Block]:
    """Tables of attribute values: those of the page, then the axis that changes the answer most."""
    blocks: list[Block] = []
    view = View(given)
    rows = [[plain(value.attribute.name), plain(value.label), plain(value.description or "—")] for value in view.own]
    if rows:
        header = [plain("Axis"), plain("Value"), plain("What sets it apart")]
        blocks.append(Table(caption="What this article is about", header=header, rows=rows))
    axes = sorted(list_axes(view), key=lambda axis: -max(view.closeness(value) for value in axis))
    if axes:
        name = axes[0][0].attribute.name
        blocks.append(
            Table(
                caption=f"{name}: use what changes the answer",
                header=[plain(name), plain("What sets it apart")],
                rows=[[plain(value.label), plain(value.description)] for value in axes[0][:MAX_ROWS]],
            )
        )
    if axes[1:]:
        items = [
            [bold(axis[0].attribute.name), Run(text=": " + ", ".join(value.name for value in axis[:8]))]
            for axis in axes[1:5]
        ]
        blocks += [Paragraph(text=plain("Worth a mention where it helps:")), ListBlock(items=items)]
    return blocks


def write_keywords(given: PageInput) -> list[Block]:
    others = [phrase for phrase in given.page.keywords if phrase != given.page.primary_keyword]
    intro = [
        Run(text="Primary: "),
        bold(given.page.primary_keyword),
        Run(text=". In the title, the opening and one heading."),
    ]
    blocks: list[Block] = [Paragraph(text=intro)]
    if others:
        blocks += [Paragraph(text=plain("Where they fit naturally, once each:")), make_list(others[:15])]
    return blocks


def list_places(given: PageInput) -> list[Neighbour]:
    """Pages the article links to, its hub first, and one page that converts."""
    hub = [other for other in given.neighbours if other.relation == "parent" and other.kind == "hub"]
    near = [
        other for relation in ("article", "related", "term") for other in given.neighbours if other.relation == relation
    ]
    commercial = [other for other in given.neighbours if other.relation == "commercial"][:1]
    return [*hub, *near[: MAX_LINKS - len(hub) - len(commercial)], *commercial]


def write_links(places: list[Neighbour]) -> ListBlock:
    items: list[Text] = []
    for other in places:
        reason = REASONS[other.relation]
        items.append(
            [
                link(other.title, other.page),
                Run(text=f" — {reason} Anchor: “{other.primary_keyword}” or a natural form of it."),
            ]
        )
    return ListBlock(items=items)


REASONS = {
    "parent": "the page this article supports; link to it early.",
    "term": "where the site lists everything of this kind.",
    "commercial": "where a decided reader goes next.",
    "article": "answers a neighbouring question.",
    "related": "a neighbouring topic, where the text touches it.",
}


def describe_page(given: PageInput) -> str:
    """A meta description to start from: the title and what is known of its subject."""
    told = " ".join(value.description for value in View(given).own if value.description)
    text = f"{given.page.title}{'' if given.page.title.endswith('?') else ':'} {told or given.page.summary}"
    return clip(text, MAX_DESCRIPTION)
