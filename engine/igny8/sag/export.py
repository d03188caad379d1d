"""Writes templates as the industry files they are read from: what is left to its default is left out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from igny8.sag.template import Sector

NO_INDUSTRY = {"slug": "own", "name": "Own templates"}  # of generated templates and the owner's copies


def to_industry_files(sectors: Iterable[Sector]) -> list[dict[str, Any]]:
    """One `{industry, sectors}` for each industry, in the order of their first sector."""
    files: dict[str, dict[str, Any]] = {}
    for sector in sectors:
        industry = sector.industry.model_dump() if sector.industry else NO_INDUSTRY
        file = files.setdefault(industry["slug"], {"industry": industry, "sectors": []})
        file["sectors"].append(sector.model_dump(mode="json", exclude={"industry"}, exclude_defaults=True))
    return list(files.values())
