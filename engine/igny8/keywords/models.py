"""What the operations of keywords take and give. Generation gives `sag.keywords.generate.Keywords`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from igny8.sag.blueprint import BlueprintAttribute, Cluster, Locale, OwnerKeyword, SectorRef
from igny8.sag.template import Model, SiteType


class KeywordsInput(Model):
    """Input of `keywords.generate`: fields as in a blueprint, so that a stored one can be passed in parts."""

    site_type: SiteType
    locale: Locale = "en_US"
    sectors: list[SectorRef] = Field(min_length=1, max_length=5)
    attributes: list[BlueprintAttribute] = Field(max_length=80)
    clusters: list[Cluster] = Field(min_length=1, max_length=250)
    patterns: list[str] = Field(
        default_factory=list, max_length=60, description="Patterns of the sector beside the families: '{head} ideas'."
    )


class ReadCsvInput(Model):
    """Input of `keywords.read_csv`."""

    text: str = Field(
        max_length=4_000_000,
        description="The file's text; UTF-16 that was read as Latin-1 or UTF-8 is put right. 10,000 rows of Keyword "
        "Planner with its monthly columns have 2.5 MB.",
    )
    name: str = Field(default="", max_length=255, description="The file's name, for the messages.")
    locale: Locale = Field(default="en_US", description="Language by whose words two keywords count as one.")


class Skipped(Model):
    """A row that was not taken. Lines count from 1, as a spreadsheet shows them."""

    line: int
    reason: str


class KeywordList(Model):
    """Output of `keywords.read_csv`; `keywords` fits `BlueprintInput.keywords`."""

    format: Literal["ahrefs", "semrush", "keyword_planner", "plain"]
    columns: dict[str, str] = Field(description="What was read from which column: field → header as in the file.")
    keywords: list[OwnerKeyword]
    skipped: list[Skipped] = Field(description="Rows not taken, the first 200.")
    skipped_count: int
    count: int = Field(description="Of the keywords taken.")
    notes: list[str] = Field(default_factory=list, description="What else the owner should know, in sentences.")


class Seed(Model):
    """A cluster that is there already."""

    id: str = Field(max_length=80)
    title: str = Field(max_length=160)
    phrases: list[str] = Field(default_factory=list, max_length=500)


class ClusterInput(Model):
    """Input of `keywords.cluster`."""

    keywords: list[OwnerKeyword] = Field(min_length=1, max_length=10_000)
    locale: Locale = "en_US"
    seeds: list[Seed] = Field(default_factory=list, max_length=250)


class KeywordCluster(Model):
    """Keywords that one page would answer, the most searched first."""

    title: str
    keywords: list[str]
    volume: int | None = Field(default=None, description="Searches a month of all its keywords, where known.")


class Matched(Model):
    phrase: str
    cluster: str = Field(description="Id of the seed it belongs to.")
    score: float = Field(description="0-1, how surely.")


class KeywordClusters(Model):
    """Output of `keywords.cluster`: every keyword in exactly one of the three lists."""

    clusters: list[KeywordCluster]
    matched: list[Matched]
    unclustered: list[str] = Field(description="Keywords that no other one goes with.")
