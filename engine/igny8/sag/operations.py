"""The operations of SAG: sectors and facts in, a whole blueprint out; and what can be done with sector templates."""

from __future__ import annotations

from pydantic import Field

from igny8.config import get_settings
from igny8.llm import ModelChoice
from igny8.operations import Context, Operation
from igny8.sag.blueprint import Blueprint, BlueprintAttribute, BlueprintInput, Dropped, Locale
from igny8.sag.build import build_blueprint
from igny8.sag.gate import find_faults
from igny8.sag.generate import generate_template
from igny8.sag.match import match_sectors
from igny8.sag.merge import merge_sectors, prune
from igny8.sag.prune import prune_template
from igny8.sag.refine import refine_clusters, suggest_keywords
from igny8.sag.refine_shape import RefineInput, RefineOutput
from igny8.sag.sectors import read_sectors
from igny8.sag.template import Industry, Model, Sector, SiteType, Slug


class MatchInput(Model):
    """A site in its owner's words, and the titles of its pages if it has some."""

    text: str = Field(default="", max_length=20_000)
    titles: list[str] = Field(default_factory=list, max_length=2000)
    limit: int = Field(default=5, ge=1, le=50)


class Match(Model):
    sector: Slug
    name: str
    industry: Industry
    score: float = Field(ge=0, le=1)


class MatchOutput(Model):
    matches: list[Match]


class GenerateInput(Model):
    """A trade that has no template. `name` is what its slug is made from: the same name gets the same template."""

    name: str = Field(min_length=2, max_length=60, pattern=r"\w")
    description: str = Field(default="", max_length=2000)
    site_type: SiteType
    locale: Locale = "en_US"


class GenerateOutput(Model):
    template: Sector
    attempts: int = Field(description="Answers of the model it took; 0 when there was a template already.")


class TemplateInput(Model):
    template: Sector


class ValidateOutput(Model):
    faults: list[str]
    attributes: int
    values: int


class PruneOutput(Model):
    template: Sector
    dropped: list[Dropped]


class MergeInput(Model):
    sectors: list[Slug] = Field(min_length=1, max_length=5)
    templates: list[Sector] = Field(default_factory=list, max_length=5)


class MergeOutput(Model):
    attributes: list[BlueprintAttribute]
    dropped: list[Dropped]


def run_build_blueprint(given: BlueprintInput, context: Context) -> Blueprint:
    return build_blueprint(given, context.progress)


def run_match(given: MatchInput, context: Context) -> MatchOutput:
    found = match_sectors(given.text, given.titles, given.limit)
    return MatchOutput(
        matches=[
            Match(sector=item.entry.slug, name=item.entry.name, industry=item.entry.industry, score=item.score)
            for item in found
        ]
    )


def get_model() -> ModelChoice:
    settings = get_settings()
    return ModelChoice(settings.model, settings.api_base, settings.api_key)


def run_generate(given: GenerateInput, context: Context) -> GenerateOutput:
    template, attempts = generate_template(
        given.name, given.description, given.site_type, given.locale, context, get_model()
    )
    return GenerateOutput(template=template, attempts=attempts)


def run_refine(given: RefineInput, context: Context) -> RefineOutput:
    return refine_clusters(given, context, get_model())


def run_suggest(given: RefineInput, context: Context) -> RefineOutput:
    return suggest_keywords(given, context, get_model())


def run_validate(given: TemplateInput, context: Context) -> ValidateOutput:
    attributes = given.template.attributes
    return ValidateOutput(
        faults=find_faults(given.template),
        attributes=len(attributes),
        values=sum(len(attribute.values) for attribute in attributes),
    )


def run_prune(given: TemplateInput, context: Context) -> PruneOutput:
    template, dropped = prune_template(given.template)
    return PruneOutput(template=template, dropped=dropped)


def run_merge(given: MergeInput, context: Context) -> MergeOutput:
    attributes, dropped = prune(merge_sectors(read_sectors(given.sectors, given.templates)))
    return MergeOutput(attributes=attributes, dropped=dropped)


OPERATIONS = [
    Operation(
        name="sag.build_blueprint",
        summary="Plan a site: attributes, clusters, keywords, pages, taxonomies, links and the order to make them in.",
        input=BlueprintInput,
        output=Blueprint,
        run=run_build_blueprint,
        timeout_s=60,  # five sectors take under 3 s of CPU (tests/bench/blueprint_bench.py); the rest is a busy machine
        credits=1,
    ),
    Operation(
        name="sag.match_sectors",
        summary="Find the sectors a site belongs to, from its owner's words or the titles of its pages.",
        input=MatchInput,
        output=MatchOutput,
        run=run_match,
        timeout_s=20,
        credits=0,
        is_inline=True,
    ),
    Operation(
        name="sag.validate_template",
        summary="Put a sector template through the quality gate and name every fault.",
        input=TemplateInput,
        output=ValidateOutput,
        run=run_validate,
        timeout_s=20,
        credits=0,
        is_inline=True,
    ),
    Operation(
        name="sag.prune_template",
        summary="Cut a template back to what a site can carry, and report what was dropped.",
        input=TemplateInput,
        output=PruneOutput,
        run=run_prune,
        timeout_s=20,
        credits=0,
        is_inline=True,
    ),
    Operation(
        name="sag.merge_templates",
        summary="Unite the attributes of up to five sectors, prune them, and report what was dropped.",
        input=MergeInput,
        output=MergeOutput,
        run=run_merge,
        timeout_s=20,
        credits=0,
        is_inline=True,
    ),
    Operation(
        name="sag.generate_template",
        summary="Write a template with the language model for a trade that has none; kept once it passes the gate.",
        input=GenerateInput,
        output=GenerateOutput,
        run=run_generate,
        timeout_s=300,
        credits=10,
        queue="ai",
    ),
    Operation(
        name="sag.refine_clusters",
        summary="Propose better names and removals for a blueprint's clusters with the language model.",
        input=RefineInput,
        output=RefineOutput,
        run=run_refine,
        timeout_s=300,
        credits=5,
        queue="ai",
    ),
    Operation(
        name="sag.suggest_keywords",
        summary="Propose more keywords for a blueprint's clusters with the language model.",
        input=RefineInput,
        output=RefineOutput,
        run=run_suggest,
        timeout_s=300,
        credits=5,
        queue="ai",
    ),
]
