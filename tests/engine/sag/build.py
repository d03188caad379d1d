"""Blueprints for the tests of SAG: each shipped sector once, and small templates made by hand."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from igny8.sag.blueprint import AttributeEdit, Blueprint, BlueprintInput, Facts
from igny8.sag.build import build_blueprint
from igny8.sag.catalog import index
from igny8.sag.template import Sector, SiteType

SECTORS = sorted(index())
SAMPLES = [  # the businesses a first user meets: shop, trade, practice, software, blog
    ("ecommerce", "dog-supplies"),
    ("local_services", "plumber"),
    ("local_services", "dentist"),
    ("saas", "project-management-software"),
    ("content", "gardening"),
]


def blueprint_of(
    *sectors: str,
    site_type: SiteType | None = None,
    facts: Facts | None = None,
    edits: list[AttributeEdit] | None = None,
    **more: Any,
) -> Blueprint:
    """A blueprint of shipped sectors; the site type is the first sector's own unless given."""
    return build_blueprint(
        BlueprintInput(
            site_name="Northwind",
            site_type=site_type or index()[sectors[0]].site_types[0],
            sectors=list(sectors),
            facts=facts or Facts(),
            edits=edits or [],
            **more,
        ),
        lambda done, total, message: None,
    )


@lru_cache(maxsize=64)
def shipped(sector: str) -> Blueprint:
    return blueprint_of(sector)


def tiny_sector(**changes: Any) -> Sector:
    """A template of two primary axes and the least of the others, that passes the gate."""
    sector: dict[str, Any] = {
        "slug": "kite-shop",
        "name": "Kites",
        "aliases": ["kite store", "kite seller", "kites online"],
        "schema_types": ["OnlineStore", "Product"],
        "site_types": ["ecommerce"],
        "noun": {"singular": "kite", "plural": "kites"},
        "attributes": [
            _attribute("kite-type", "Kite type", "primary", "category", "head", HEADS),
            _attribute(
                "flyer", "Flyer", "primary", "audience", "for", ["Children", "Beginners", "Experts", "Families"]
            ),
            _attribute("feature", "Feature", "secondary", "feature", "prefix", ["Foldable", "Waterproof"]),
            _attribute("material", "Material", "secondary", "material", "prefix", ["Nylon", "Silk"]),
            _attribute("topic", "Topic", "tertiary", "topic", "head", ["Kite repair", "Reading the wind"]),
            *(_attribute(slug, slug, "facet", "style", "prefix", labels) for slug, labels in FACETS.items()),
        ],
    }
    return Sector.model_validate(sector | changes)


FACETS = {
    "color": ["Red", "Blue"], "wingspan": ["Narrow", "Wide"], "wind": ["Light wind", "Strong wind"],
    "lines": ["Single-line", "Dual-line"], "skill": ["Easy", "Hard"],
}  # fmt: skip
HEADS = ["Delta kites", "Box kites", "Stunt kites", "Power kites"]


def _attribute(slug: str, name: str, level: str, role: str, joint: str, labels: list[str]) -> dict[str, Any]:
    values = [
        {
            "slug": label.lower().replace(" ", "-"),
            "label": label,
            "singular": label.lower().removesuffix("s") if label.endswith("kites") else "",
            "description": f"{label} differ.",
        }
        for label in labels
    ]
    return {"slug": slug, "name": name, "level": level, "role": role, "joint": joint, "values": values}
