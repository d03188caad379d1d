"""What the writing domain offers: compose a navigational page, brief an article, draft a page with a model."""

from __future__ import annotations

from igny8.config import get_settings
from igny8.llm import ModelChoice
from igny8.operations import Context, Operation, OperationError
from igny8.sag.template import Model
from igny8.writing.brief import write_brief
from igny8.writing.compose import compose
from igny8.writing.context import PageInput
from igny8.writing.document import Document
from igny8.writing.draft import write_draft


class DocumentOutput(Model):
    document: Document


def run_compose(given: PageInput, context: Context) -> DocumentOutput:
    if not given.site.locale.startswith("en"):
        message = (
            f"Pages are composed without a model in English only, and this site is in {given.site.locale}. "
            "Set a model (IGNY8_MODEL) to have them drafted in its language, or write them yourself."
        )
        raise OperationError("unsupported_language", message, {"site.locale": message})
    return DocumentOutput(document=compose(given))


def run_brief(given: PageInput, context: Context) -> DocumentOutput:
    return DocumentOutput(document=write_brief(given))


def run_draft(given: PageInput, context: Context) -> DocumentOutput:
    settings = get_settings()
    choice = ModelChoice(settings.model, settings.api_base, settings.api_key)
    return DocumentOutput(document=write_draft(given, context, choice))


OPERATIONS = [
    Operation(
        name="writing.compose",
        summary="Compose a home, hub, term or commercial page from blueprint data, without a model.",
        input=PageInput,
        output=DocumentOutput,
        run=run_compose,
        timeout_s=20,
        credits=0,
        is_inline=True,
    ),
    Operation(
        name="writing.brief",
        summary="Turn a planned article into a brief: outline, questions, facts and links to place, without a model.",
        input=PageInput,
        output=DocumentOutput,
        run=run_brief,
        timeout_s=20,
        credits=0,
        is_inline=True,
    ),
    Operation(
        name="writing.draft",
        summary="Draft a page's prose with the configured language model.",
        input=PageInput,
        output=DocumentOutput,
        run=run_draft,
        timeout_s=300,
        credits=5,
        queue="ai",
    ),
]
