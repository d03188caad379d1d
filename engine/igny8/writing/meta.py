"""Titles, descriptions and ids within the limits search engines show (SPEC §2; Google cuts at about these lengths)."""

from __future__ import annotations

import re
import unicodedata

MAX_TITLE = 60
MAX_DESCRIPTION = 160


def clip(text: str, limit: int) -> str:
    """`text` within `limit` characters: whole sentences if one fits, else whole words and an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    head = text[: limit + 1]
    ends = [found.end() for found in re.finditer(r"[.!?](?=\s)", head)]
    if ends and ends[-1] >= limit // 2:
        return text[: ends[-1]]
    return head[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:-\u2013") + "…"


def make_title(title: str, site_name: str) -> str:
    """Meta title: the page's title, with the site's name where both fit."""
    full = f"{title} | {site_name}"
    return full if len(full) <= MAX_TITLE else clip(title, MAX_TITLE)


def make_slug(text: str) -> str:
    """ASCII slug of a heading, at most 60 characters; empty when nothing of it is ASCII."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-")[:60].strip("-")


def make_ids(headings: list[str]) -> list[str]:
    """One id per section, unique on the page: from its heading, 'lead' for none."""
    ids: list[str] = []
    for heading in headings:
        slug = make_slug(heading) or ("lead" if not heading else "section")
        id, number = slug, 2
        while id in ids:
            id, number = f"{slug[:56]}-{number}", number + 1
        ids.append(id)
    return ids
