"""The same input gives the same blueprint byte for byte, whatever Python's hashes are, and ids outlive versions."""

from __future__ import annotations

import os
import subprocess
import sys

from igny8.sag.blueprint import Facts
from sag.build import blueprint_of

PROGRAM = """
from igny8.sag.blueprint import BlueprintInput
from igny8.sag.build import build_blueprint
given = BlueprintInput.model_validate({
    "site_name": "Northwind", "site_type": "ecommerce", "sectors": ["dog-supplies", "cat-supplies"],
    "facts": {"brands": ["Kong", "Royal Canin"], "products": ["Dog strollers"]},
})
print(build_blueprint(given, lambda *step: None).model_dump_json())
"""


def run(seed: str) -> bytes:
    environment = os.environ | {"PYTHONHASHSEED": seed}
    return subprocess.run([sys.executable, "-c", PROGRAM], env=environment, capture_output=True, check=True).stdout


def test_two_processes_with_different_hash_seeds_give_the_same_bytes() -> None:
    first = run("1")
    assert len(first) > 100_000
    assert run("4711") == first


def test_an_added_fact_leaves_the_ids_of_everything_else_alone() -> None:
    before, after = blueprint_of("plumber"), blueprint_of("plumber", facts=Facts(locations=["Leeds"]))
    old = {cluster.title: cluster.id for cluster in before.clusters}
    new = {cluster.title: cluster.id for cluster in after.clusters}
    both = set(old) & set(new)
    assert len(both) > 30
    assert all(old[title] == new[title] for title in both)
    pages = {page.id: page.path for page in before.pages if page.kind in ("hub", "term")}
    again = {page.id: page.path for page in after.pages}
    assert all(again[page] == path for page, path in pages.items() if page in again)
