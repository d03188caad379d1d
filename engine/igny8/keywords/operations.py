"""The operations of keywords: clusters in, searched phrases out."""

from __future__ import annotations

from igny8.keywords.generate import generate_keywords
from igny8.keywords.models import KeywordsInput
from igny8.operations import Context, Operation
from igny8.sag.keywords.generate import Keywords


def run_generate(given: KeywordsInput, context: Context) -> Keywords:
    return generate_keywords(given)


OPERATIONS = [
    Operation(
        name="keywords.generate",
        summary="Make the phrases a searcher would type for each cluster, each phrase in one cluster only.",
        input=KeywordsInput,
        output=Keywords,
        run=run_generate,
        timeout_s=60,
        credits=1,
    ),
]
