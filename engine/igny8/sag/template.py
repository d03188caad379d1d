"""The sector template: which attributes a trade's visitors browse by, and how their values join into phrases.

Templates ship as `data/<industry>.json`, one file per industry: `{"industry": {...}, "sectors": [...]}`.
Models here are the file format; the quality gate that judges them is `gate.py`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from igny8.sag.slugs import slugify

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
SiteType = Literal["ecommerce", "local_services", "saas", "content"]
Level = Literal["primary", "secondary", "tertiary", "facet"]
Role = Literal[
    "category", "problem", "feature", "brand", "audience", "occasion", "season",
    "location", "material", "price_band", "size", "style", "process", "integration", "topic",
]  # fmt: skip

Buyers = Literal["people", "businesses", "visitors"]
Joint = Literal["head", "prefix", "for", "in", "with", "by", "to"]
"""How a value joins the head noun of a phrase.

head    the value is itself what is sold or read about: "dog beds", "drain cleaning", "crm software"
prefix  before the noun: "waterproof dog beds", "emergency plumber"
for/in/with/by/to  after it: "dog beds for puppies", "plumber in leeds", "crm with invoicing", "shoes by nike"
"""


class Model(BaseModel):
    """Strict base of every shape in the engine: an unknown field is an error, not a silent loss."""

    model_config = ConfigDict(extra="forbid")


class Value(Model):
    """One value of an attribute; of a structural attribute it must be able to carry its own page."""

    slug: Slug = Field(default="", validate_default=True, description="Made from the label when left out.")
    label: str = Field(max_length=80, description="Natural case, as in a menu: 'Orthopaedic beds'.")
    phrase: str = Field(
        default="", max_length=80,
        description="As typed in mid-phrase when lower-casing the label is not enough: 'German shepherds'.",
    )  # fmt: skip
    singular: str = Field(default="", max_length=80, description="Singular of a countable head: 'dog bed'.")
    joint: Joint | None = Field(default=None, description="Overrides the attribute's joint.")
    synonyms: list[str] = Field(default_factory=list, max_length=12)
    only_with: list[Slug] = Field(
        default_factory=list, max_length=60,
        description="Values it makes sense with ('orthopedic' with 'dog-beds', never with 'dog-food'). "
        "It restricts only the attributes whose values are named; empty fits everything.",
    )  # fmt: skip
    is_circumstance: bool = Field(
        default=False,
        description="Of a problem: it is met and not caused or cured, as 'steep hills' are; nobody asks for its signs.",
    )
    description: str = Field(
        default="", max_length=240,
        description="One factual sentence on what sets this value apart; composed pages print it.",
    )  # fmt: skip
    rivals: list[Slug] = Field(
        default_factory=list, max_length=6,
        description="Values of the same attribute a visitor weighs it against: dentures for dental-implants.",
    )  # fmt: skip

    @model_validator(mode="before")
    @classmethod
    def _slug_from_label(cls, given: Any) -> Any:
        if isinstance(given, dict) and not given.get("slug") and isinstance(given.get("label"), str):
            return {**given, "slug": slugify(given["label"])}
        return given


class Attribute(Model):
    """An axis that visitors browse by (levels primary to tertiary) or only filter by (facet)."""

    slug: Slug
    name: str = Field(max_length=60, description="Singular, natural case: 'Dog size'.")
    level: Level
    role: Role
    joint: Joint = "prefix"
    is_owner_supplied: bool = Field(
        default=False, description="Values only the business knows (brands, locations): shipped empty, never invented."
    )
    values: list[Value] = Field(default_factory=list, max_length=60)


class CommercialPage(Model):
    """A page that sells or converts and that every site of the sector has: 'Book an emergency call-out'."""

    slug: Slug
    title: str = Field(max_length=80)
    description: str = Field(default="", max_length=240)


class Noun(Model):
    """What the sector deals in, as typed by a searcher: dog supply/dog supplies, plumber/plumbers."""

    singular: str
    plural: str


class Industry(Model):
    slug: Slug
    name: str


class Sector(Model):
    """A sector template. Counts and wording are judged by `gate.py` (SPEC §1.1)."""

    slug: Slug
    name: str
    industry: Industry | None = Field(default=None, description="Filled from the file's head at load.")
    aliases: list[str] = Field(default_factory=list, description="The owner's own words: 'dentist', 'dental clinic'.")
    site_types: list[SiteType] = Field(min_length=1)
    noun: Noun
    buyers: Buyers = Field(
        default="people",
        description="Of a service: people call it, businesses contract it, visitors go there; each asks otherwise.",
    )
    attributes: list[Attribute] = Field(min_length=5, max_length=16)
    keyword_patterns: list[str] = Field(
        default_factory=list,
        description="Sector-specific patterns beside the families of `keywords/`: 'how much does {head} cost'.",
    )
    commercial_pages: list[CommercialPage] = Field(default_factory=list)
    schema_types: list[str] = Field(default_factory=list, description="schema.org types, most specific first.")
    variant_of: Slug | None = Field(
        default=None, description="The sector this one is a declared variant of: they may share most of their values."
    )
    origin: Literal["shipped", "ai_generated", "user"] = "shipped"


class IndustryFile(Model):
    """One file of `data/`."""

    industry: Industry
    sectors: list[Sector] = Field(min_length=1)
