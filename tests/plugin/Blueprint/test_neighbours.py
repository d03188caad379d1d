"""The plugin's neighbours of a page are those the engine's writers were made for, page by page, on real blueprints."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from igny8.sag.blueprint import BlueprintInput
from igny8.sag.build import build_blueprint
from igny8.writing.context import select_context

SAMPLES = {"dog-supplies": "ecommerce", "plumber": "local_services", "crm-software": "saas"}


@pytest.mark.parametrize("sector", SAMPLES)
def test_php_and_python_see_the_same_neighbours(sector: str) -> None:
    given = {"site_name": "Northwind", "site_type": SAMPLES[sector], "sectors": [sector]}
    blueprint = build_blueprint(BlueprintInput.model_validate(given), lambda done, total, message: None)
    script = Path(__file__).with_name("neighbours.php")
    printed = subprocess.run(
        ["php", str(script)], input=blueprint.model_dump_json(), capture_output=True, text=True, check=True
    ).stdout
    found = json.loads(printed)
    assert len(found) == len(blueprint.pages) > 50
    for page in blueprint.pages:
        context = select_context(blueprint, page.id)
        assert found[page.id] == {
            "neighbours": [[neighbour.relation, neighbour.page] for neighbour in context.neighbours],
            "values": [value.value for value in context.values],
        }, page.title
