"""Shapes of the refinement: what is asked about, what a model answers, and the changes that come of it."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from igny8.sag.blueprint import ClusterType, Decision, Fact, Locale
from igny8.sag.template import Model, SiteType


class ClusterBrief(Model):
    """A cluster as the model is shown it."""

    id: str = Field(max_length=80)
    type: ClusterType
    title: Fact
    keywords: list[Fact] = Field(default_factory=list, max_length=200)


class RefineInput(Model):
    """The clusters of a blueprint, and what site they are for."""

    site_name: Fact
    site_type: SiteType
    locale: Locale = "en_US"
    sectors: list[Fact] = Field(min_length=1, max_length=5, description="Names, as a reader knows them.")
    clusters: list[ClusterBrief] = Field(min_length=1, max_length=250)


class Change(Model):
    """One proposed decision with what it changes. `before` and `after` are what the owner compares."""

    decision: Decision
    before: str
    after: str = Field(description="Empty when the cluster goes.")
    reason: str = ""


class RefineOutput(Model):
    """Proposals only: nothing changes until the owner accepts them as decisions of the next version."""

    changes: list[Change]
    refused: list[str] = Field(description="What the model answered that cannot be used, and why.")


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class Drop(Shape):
    cluster: str
    reason: str


class Rename(Shape):
    cluster: str
    title: str
    reason: str


class Review(Shape):
    """A model's answer about a batch of clusters."""

    drop: list[Drop]
    rename: list[Rename]


class More(Shape):
    cluster: str
    keywords: list[str]


class Suggestions(Shape):
    """A model's answer: more keywords for each cluster of a batch."""

    clusters: list[More]
