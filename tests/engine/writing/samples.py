"""Real blueprints of the shipped sectors, shared by the writing tests."""

from __future__ import annotations

from functools import cache

from igny8.sag.blueprint import Blueprint, BlueprintInput
from igny8.sag.build import build_blueprint
from igny8.sag.catalog import get_sector

SAMPLES = {"dog-supplies": "Northwind Pets", "plumber": "Rivertown Plumbing", "project-management-software": "Taskline"}


@cache
def build(*sectors: str) -> Blueprint:
    """The blueprint of a sample business; equal calls share it, since building is deterministic."""
    given = BlueprintInput(
        site_name=SAMPLES.get(sectors[0], "Sample Business"),
        site_type=get_sector(sectors[0]).site_types[0],
        sectors=list(sectors),
    )
    return build_blueprint(given, lambda done, total, message: None)


def list_sectors() -> list[str]:
    """Sectors of every site type whose pages are read in full; every sector's blueprint is tested in `sag/`."""
    return [
        "skincare", "coffee", "dog-supplies", "cat-supplies", "running-shoes", "dentist", "plumber", "landscaping",
        "family-law", "personal-injury-law", "crm-software", "project-management-software",
        "email-marketing-software", "gardening", "personal-finance-blog", "travel-blog",
    ]  # fmt: skip
