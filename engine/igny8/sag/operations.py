"""The operations of SAG: sectors and facts in, a whole blueprint out."""

from __future__ import annotations

from igny8.operations import Context, Operation
from igny8.sag.blueprint import Blueprint, BlueprintInput
from igny8.sag.build import build_blueprint


def run_build_blueprint(given: BlueprintInput, context: Context) -> Blueprint:
    return build_blueprint(given, context.progress)


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
]
