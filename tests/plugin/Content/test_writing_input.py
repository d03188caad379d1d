"""What the plugin sends to the writers is what the engine itself would give them, page by page, on real blueprints."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from igny8.sag.blueprint import BlueprintInput
from igny8.sag.build import build_blueprint
from igny8.writing.context import PageInput, select_context

SAMPLES = {("dog-supplies", "cat-supplies"): "ecommerce", ("plumber",): "local_services"}


@pytest.mark.parametrize("sectors", SAMPLES)
def test_php_and_python_cut_the_same_input(sectors: tuple[str, ...]) -> None:
    given = {"site_name": "Northwind", "site_type": SAMPLES[sectors], "sectors": sectors, "max_clusters_per_sector": 12}
    blueprint = build_blueprint(BlueprintInput.model_validate(given), lambda done, total, message: None)
    script = Path(__file__).with_name("writing_input.php")
    printed = subprocess.run(
        ["php", str(script)], input=blueprint.model_dump_json(), capture_output=True, text=True, check=True
    ).stdout
    found = json.loads(printed)
    assert len(found) == len(blueprint.pages) > 40
    for page in blueprint.pages:
        assert PageInput.model_validate(found[page.id]) == select_context(blueprint, page.id), page.title
