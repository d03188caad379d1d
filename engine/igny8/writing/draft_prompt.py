"""Fills the draft prompt: what is known about a page, the outline to follow, the pages it may link to."""

from __future__ import annotations

from igny8.prompts import fill, load_prompt
from igny8.writing.context import PageInput
from igny8.writing.outline import list_axes, list_headings
from igny8.writing.structures import PRESETS
from igny8.writing.view import View

MAX_LINKS = 16  # more than a page of the longest range may carry at SPEC §3's 3 to 5 links per 1,000 words
MAX_VALUES = 5  # sentences of one axis; the prompt stays around 1,500 tokens


def list_refs(given: PageInput) -> dict[str, str]:
    """Short names of the pages a draft may link to: 'n1' → page id. Short, because models misspell long ids."""
    return {f"n{number}": other.page for number, other in enumerate(given.neighbours[:MAX_LINKS], start=1)}


def make_messages(given: PageInput) -> list[dict[str, str]]:
    """System and user message for one page."""
    prompt = load_prompt("writing", "draft")
    page, preset = given.page, PRESETS[given.page.content_structure]
    links = [
        f"- {ref}: {other.title}" + (f" — {other.summary}" if other.summary else "")
        for ref, other in zip(list_refs(given), given.neighbours, strict=False)
    ]
    values = {
        "title": page.title,
        "structure": page.content_structure.replace("_", " "),
        "min_words": str(preset.min_words),
        "max_words": str(preset.max_words),
        "locale": given.site.locale,
        "site_name": given.site.name,
        "site_type": given.site.site_type.replace("_", " "),
        "summary": page.summary or page.title,
        "primary_keyword": page.primary_keyword,
        "keywords": "; ".join(phrase for phrase in page.keywords if phrase != page.primary_keyword) or "none",
        "facts": "\n".join(list_facts(given)) or "- nothing beyond the title",
        "outline": "\n".join(f"- {line}" for line in list_headings(given)),
        "links": "\n".join(links) or "- none",
    }
    return [
        {"role": "system", "content": prompt.system},
        {"role": "user", "content": fill(prompt.user, values)},
    ]


def list_facts(given: PageInput) -> list[str]:
    """What the blueprint and the owner know, one line each; nothing else may be claimed."""
    view = View(given)
    lines = [f"- This page: {value.attribute.name} = {value.label}. {value.description}".rstrip() for value in view.own]
    for value in view.own:
        rivals = ", ".join(rival.label for rival in view.rivals_of(value, 4))
        if rivals:
            lines.append(f"- {value.attribute.name} beside it: {rivals}")
    for axis in list_axes(view):
        known = " ".join(f"{value.label}: {value.description}" for value in axis[:MAX_VALUES])
        lines.append(f"- {axis[0].attribute.name}. {known}")
    stated = [f"- {name} of the business: {', '.join(items[:20])}" for name, items in name_facts(given) if items]
    return lines + stated


def name_facts(given: PageInput) -> list[tuple[str, list[str]]]:
    facts = given.site.facts
    return [
        ("Products", facts.products), ("Services", facts.services), ("Brands", facts.brands),
        ("Locations", facts.locations), ("Problems solved", facts.problems),
    ]  # fmt: skip
