"""Slugs: made from labels, cut at words, numbered without growing too long."""

from __future__ import annotations

import pytest
from igny8.sag.slugs import MAX_SLUG, numbered, slugify


@pytest.mark.parametrize(
    ("label", "slug"),
    [
        ("Crème brûlée & more", "creme-brulee-and-more"),
        ("Women's shoes", "womens-shoes"),
        ("$15 to $30", "15-to-30"),
        ("  ", ""),
        ("$$$", ""),
    ],
)
def test_a_label_becomes_a_slug(label: str, slug: str) -> None:
    assert slugify(label) == slug


def test_a_long_slug_is_cut_at_a_word_and_stays_short_with_a_number() -> None:
    slug = slugify("Questions to ask before buying rugged waterproof laptops for construction sites")
    assert len(slug) <= MAX_SLUG and not slug.endswith("-")
    assert len(numbered("a" * MAX_SLUG, 12)) == MAX_SLUG and numbered("a" * MAX_SLUG, 12).endswith("a-12")
    assert numbered("dog-beds", 2) == "dog-beds-2"
