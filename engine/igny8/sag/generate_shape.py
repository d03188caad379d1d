"""The shape a model fills for a template: like the template's own, with labels where that has slugs."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict

from igny8.sag.slugs import slugify
from igny8.sag.template import Joint, Level, Noun, Role, Sector, SiteType

WELL_KNOWN = {"brand": "brand", "location": "service-area"}  # role of an owner-supplied axis → its shared slug


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class ValueShape(Shape):
    label: str
    singular: str
    synonyms: list[str]
    only_with: list[str]
    rivals: list[str]
    description: str


class AttributeShape(Shape):
    name: str
    level: Level
    role: Role
    joint: Joint
    is_owner_supplied: bool
    values: list[ValueShape]


class PageShape(Shape):
    title: str
    description: str


class TemplateShape(Shape):
    name: str
    noun: Noun
    site_types: list[SiteType]
    aliases: list[str]
    attributes: list[AttributeShape]
    keyword_patterns: list[str]
    commercial_pages: list[PageShape]
    schema_types: list[str]


def to_sector(answer: TemplateShape, slug: str) -> Sector:
    """The template of an answer. Raises pydantic's ValidationError where it is too long or too short for one."""
    return Sector.model_validate(
        {
            **answer.model_dump(include={"name", "noun", "site_types", "aliases", "keyword_patterns", "schema_types"}),
            "slug": slug,
            "attributes": [_attribute(attribute) for attribute in answer.attributes],
            "commercial_pages": [
                {"slug": slugify(page.title), "title": page.title, "description": page.description}
                for page in answer.commercial_pages
            ],
            "origin": "ai_generated",
        }
    )


def _attribute(attribute: AttributeShape) -> dict[str, Any]:
    own = attribute.is_owner_supplied
    return {
        "slug": (WELL_KNOWN.get(attribute.role) if own else None) or slugify(attribute.name),
        **attribute.model_dump(include={"name", "level", "role", "joint", "is_owner_supplied"}),
        "values": [] if own else [_value(value) for value in attribute.values],
    }


def _value(value: ValueShape) -> dict[str, Any]:
    return {
        **value.model_dump(include={"label", "singular", "description"}),
        "synonyms": value.synonyms[:12],
        "only_with": [slugify(label) for label in value.only_with],
        "rivals": [slugify(label) for label in value.rivals][:6],
    }
