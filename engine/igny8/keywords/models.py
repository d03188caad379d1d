"""What keyword generation takes: the part of a blueprint it reads. It gives `sag.keywords.generate.Keywords`."""

from __future__ import annotations

from pydantic import Field

from igny8.sag.blueprint import BlueprintAttribute, Cluster, Locale, SectorRef
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
