"""Slugs: the part of an address that names a thing, made from its label."""

from __future__ import annotations

import re
import unicodedata

from igny8.sag import english

NOT_ACCENTS = str.maketrans({"ß": "ss", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "Ae", "ł": "l", "Ł": "L", "đ": "d"})
MAX_SLUG = 60  # as the `Slug` of templates and blueprints


def slugify(text: str) -> str:
    """A slug of at most 60 letters, cut at a word: 'Crème brûlée & more' → 'creme-brulee-and-more'."""
    spelled = text.replace("&", " and ").replace("'", "").replace("\u2019", "").translate(NOT_ACCENTS)
    plain = unicodedata.normalize("NFKD", spelled)
    slug = re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")
    if len(slug) > MAX_SLUG:
        words = slug[:MAX_SLUG].split("-")[:-1] or [slug[:MAX_SLUG]]
        while len(words) > 1 and words[-1] in english.SMALL_WORDS:
            words.pop()
        slug = "-".join(words)
    return slug


def numbered(slug: str, number: int) -> str:
    """The slug with a number behind it, cut so that it is still one: 'dog-beds-2'."""
    end = f"-{number}"
    return slug[: MAX_SLUG - len(end)].rstrip("-") + end
