"""The blueprint: the whole planned structure of one site, the engine's answer and the plugin's record.

Everything refers by id: clusters by `Cluster.id`, pages by `Page.id`. Ids are made from what defines the thing
(attribute values, taxonomy and term), so the same cluster keeps its id from one version to the next.
The same input gives the same blueprint byte for byte: no clock, no randomness without the input as its seed.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from igny8.sag.template import Buyers, Joint, Level, Model, Noun, Role, Sector, SiteType, Slug

ClusterType = Literal[
    "product_service_category", "condition_problem", "feature", "brand",
    "informational", "comparison", "use_case",
]  # fmt: skip
HubStructure = Literal[
    "guide_tutorial", "product_comparison", "category_overview", "problem_solution", "resource_library"
]
ContentType = Literal["post", "page", "product", "service", "term", "company", "comparison", "brand"]
ContentStructure = Literal[
    "article", "guide", "comparison", "review", "listicle", "landing_page", "business_page", "service_page",
    "general", "cluster_hub", "product_page", "category_archive", "tag_archive", "attribute_archive",
]  # fmt: skip
PageKind = Literal["home", "hub", "article", "term", "commercial"]
Source = Literal["template", "owner", "ai"]
LinkType = Literal[
    "supporting_to_hub", "hub_to_supporting", "sibling", "cross_cluster", "taxonomy", "to_commercial", "structural"
]


Fact = Annotated[str, Field(max_length=200)]  # a name; whatever is longer is a description
Locale = Annotated[str, Field(pattern=r"^[a-z]{2,3}(_[A-Za-z0-9]{2,8})*$", max_length=20)]  # as WordPress: pt_PT_ao90


class Facts(Model):
    """What only the owner knows. Empty lists are fine; nothing here is ever invented."""

    products: list[Fact] = Field(default_factory=list, max_length=200)
    services: list[Fact] = Field(default_factory=list, max_length=200)
    brands: list[Fact] = Field(default_factory=list, max_length=100)
    locations: list[Fact] = Field(default_factory=list, max_length=100)
    problems: list[Fact] = Field(default_factory=list, max_length=100)


class ValueName(Model):
    value: Slug
    label: Fact


class AttributeEdit(Model):
    """The owner's change to one attribute: values added, dropped or renamed, its name and level, or the whole dropped.

    With a `role`, an attribute that is not there is made anew; without one, a change of an unknown attribute or value
    is skipped and reported in `dropped`: sectors may have changed since the owner made it. Of one edit the values are
    dropped, then renamed (slugs stay), then added.
    """

    attribute: Slug
    name: str = Field(default="", max_length=60)
    level: Level | None = None
    role: Role | None = None
    add_values: list[Fact] = Field(default_factory=list, max_length=60)
    drop_values: list[Slug] = Field(default_factory=list, max_length=60)
    rename_values: list[ValueName] = Field(default_factory=list, max_length=60)
    is_dropped: bool = False


class ValueKey(Model):
    attribute: Slug
    value: Slug


class Decision(Model):
    """One thing the owner (or a refinement the owner accepted) changed about the clusters; replayed on every rebuild.

    rename  `cluster` is called `title`
    drop    `cluster` is left out, its keywords with it
    merge   `cluster` goes up in the cluster `into`, with its keywords
    split   `keywords` of `cluster` become a cluster of their own called `title`, a child of it
    add     a new cluster `title` of `type` from `values` and `keywords`; its id is made from the title
    add_keywords   `keywords` belong to `cluster`

    One that no longer finds its cluster is skipped and reported in the blueprint's `dropped`.
    """

    action: Literal["rename", "drop", "merge", "split", "add", "add_keywords"]
    cluster: str = Field(default="", max_length=80)
    title: str = Field(default="", max_length=120)
    into: str = Field(default="", max_length=80)
    type: ClusterType | None = None
    values: list[ValueKey] = Field(default_factory=list, max_length=3)
    keywords: list[str] = Field(default_factory=list, max_length=500)
    source: Literal["owner", "ai"] = "owner"


class OwnerKeyword(Model):
    """A row of the owner's keyword list. Units: searches a month, difficulty 0-100, US dollars a click."""

    phrase: str = Field(min_length=1, max_length=120)
    volume: int | None = Field(default=None, ge=0)
    difficulty: int | None = Field(default=None, ge=0, le=100)
    cpc: float | None = Field(default=None, ge=0)
    country: str = Field(default="", max_length=60)


class BlueprintInput(Model):
    """Input of `sag.build_blueprint`."""

    site_name: str = Field(min_length=1, max_length=120, pattern=r"\S")
    site_type: SiteType
    locale: Locale = "en_US"
    sectors: list[Slug] = Field(min_length=1, max_length=5)
    facts: Facts = Field(default_factory=Facts)
    templates: list[Sector] = Field(
        default_factory=list, max_length=5,
        description="The site's own copies of templates, taken instead of the catalogue's of the same slug.",
    )  # fmt: skip
    edits: list[AttributeEdit] = Field(default_factory=list, max_length=50)
    decisions: list[Decision] = Field(default_factory=list, max_length=500)
    keywords: list[OwnerKeyword] = Field(
        default_factory=list, max_length=10_000, description="The owner's list: matched, the rest proposed as clusters."
    )
    max_clusters_per_sector: int = Field(default=50, ge=1, le=50)


class BlueprintValue(Model):
    slug: Slug
    label: str
    phrase: str
    singular: str = ""
    joint: Joint
    synonyms: list[str] = Field(default_factory=list)
    description: str = ""
    is_circumstance: bool = Field(default=False, description="As in the template: a problem nothing causes or cures.")
    source: Source = "template"
    only_with: list[Slug] = Field(default_factory=list, description="As in the template: values it makes sense with.")
    rivals: list[Slug] = Field(default_factory=list, description="Values of the same attribute it is weighed against.")
    sectors: list[Slug] = Field(default_factory=list, description="Sectors that know this value; owner values: all.")


class BlueprintAttribute(Model):
    slug: Slug
    name: str
    level: Level
    role: Role
    joint: Joint
    values: list[BlueprintValue]
    sectors: list[Slug]


class SectorRef(Model):
    slug: Slug
    name: str
    industry: str
    noun: Noun
    buyers: Buyers = "people"
    schema_types: list[str] = Field(default_factory=list)


class ValueRef(Model):
    """A value that defines a cluster or page, with its label so that no reader has to look it up."""

    attribute: Slug
    value: Slug
    label: str


class Viability(Model):
    """Parts 0-1 and their weighted sum 0-100 (SPEC §1.3); weights live in `viability.py`."""

    score: int = Field(ge=0, le=100)
    size: float
    coherence: float
    distinctness: float
    demand: float


class Cluster(Model):
    id: str
    slug: Slug
    type: ClusterType
    title: str
    sector: Slug
    values: list[ValueRef]
    parent: str | None = None
    related: list[str] = Field(default_factory=list)
    hub_structure: HubStructure
    phase: int = Field(ge=1, le=4)
    viability: Viability
    reason: str = Field(description="Why these values make a topic, in one sentence for the owner.")
    source: Source = Field(default="template", description="Owner or ai when a decision added, split or renamed it.")
    term: TermRef | None = Field(default=None, description="The term this cluster's hub answers for, if single-value.")


class Rejected(Model):
    title: str
    type: ClusterType
    values: list[ValueRef]
    reason: str
    score: int


class Keyword(Model):
    phrase: str
    cluster: str
    intent: Literal["informational", "navigational", "commercial", "transactional"]
    stage: Literal["awareness", "consideration", "decision", "action"]
    pattern: str = Field(description="Pattern family, or 'owner' for a supplied keyword.")
    source: Source = "template"
    is_primary: bool = False
    volume: int | None = None
    difficulty: int | None = None
    cpc: float | None = None
    match: float | None = Field(default=None, description="0-1, how surely an owner's keyword belongs to its cluster.")


class Term(Model):
    slug: Slug
    name: str
    page: str = Field(description="Id of the term's page.")


class TermRef(Model):
    taxonomy: Slug
    term: Slug


class Taxonomy(Model):
    """A taxonomy to create: one per structural attribute. `slug` is the URL base; WordPress' name is the plugin's."""

    slug: Slug
    attribute: Slug
    singular: str
    plural: str
    is_hierarchical: bool = False
    terms: list[Term]


class Page(Model):
    """One planned page: the home page, a hub, a supporting article, a term's archive or a commercial page."""

    id: str
    kind: PageKind
    title: str
    slug: Slug
    path: str = Field(description="Planned URL path with slashes: '/dog-beds/large/'.")
    parent: str | None = Field(default=None, description="Id of the parent page in the URL tree.")
    cluster: str | None
    term: TermRef | None = None
    content_type: ContentType
    content_structure: ContentStructure
    phase: int = Field(ge=1, le=4)
    primary_keyword: str
    keywords: list[str] = Field(default_factory=list)
    terms: list[TermRef] = Field(default_factory=list, description="Terms a post of this page is tagged with.")
    summary: str = Field(default="", description="One sentence on what the page is for.")


class Link(Model):
    """A planned internal link. `anchors` are phrases to look for in the source's text, best first."""

    source: str
    target: str
    type: LinkType
    anchors: list[str] = Field(min_length=1, max_length=6)


class MenuItem(Model):
    page: str
    label: str
    children: list[MenuItem] = Field(default_factory=list)


class Phase(Model):
    phase: int = Field(ge=1, le=4)
    title: str
    pages: list[str]


class Dropped(Model):
    """Something a cap, a merge or the owner left out, or a decision that found nothing: nothing vanishes silently."""

    kind: Literal["attribute", "value", "cluster", "keyword", "decision"]
    name: str = Field(description="Of a decision: the id of its cluster, or the title that it adds.")
    reason: str


class Proposal(Model):
    """A cluster that the owner's unmatched keywords suggest; accepted by a decision `add`."""

    title: str
    type: ClusterType
    keywords: list[str]
    volume: int | None = Field(default=None, description="Searches a month of all its keywords, where known.")
    reason: str


class Blueprint(Model):
    """Output of `sag.build_blueprint`."""

    schema_version: Literal[1] = 1
    site_name: str
    site_type: SiteType
    locale: str
    sectors: list[SectorRef]
    facts: Facts
    attributes: list[BlueprintAttribute]
    clusters: list[Cluster]
    rejected: list[Rejected]
    keywords: list[Keyword]
    taxonomies: list[Taxonomy]
    pages: list[Page]
    links: list[Link]
    menu: list[MenuItem]
    execution: list[Phase]
    dropped: list[Dropped]
    proposals: list[Proposal] = Field(default_factory=list)
    decisions: list[Decision] = Field(default_factory=list, description="Those of the input, replayed on top.")
