"""Compares sector templates: two that share most of their values are one template written twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from igny8.sag.template import Sector

MAX_SHARED = 0.5  # of the smaller one's pairs of attribute and value; more only between declared variants


def find_twins(sectors: Iterable[Sector]) -> Iterator[str]:
    """A sentence for each two sectors that share too much without one being declared a variant of the other."""
    pairs = {sector.slug: (sector.variant_of, _pairs(sector)) for sector in sectors}
    for (one, (one_of, ones)), (two, (two_of, twos)) in combinations(sorted(pairs.items()), 2):
        share = len(ones & twos) / max(1, min(len(ones), len(twos)))
        if share > MAX_SHARED and one_of != two and two_of != one and (one_of is None or one_of != two_of):
            yield f"{one} and {two} share {share:.0%} of their values and are not declared variants"


def _pairs(sector: Sector) -> set[tuple[str, str]]:
    return {(attribute.slug, value.slug) for attribute in sector.attributes for value in attribute.values}
