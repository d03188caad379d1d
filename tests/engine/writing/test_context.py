"""The writer's input: cut the same way by the engine and by the plugin, and small enough to post."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from engine.writing.samples import build
from igny8.writing.context import MAX_NEIGHBOURS, select_context

PLUGIN = Path(__file__).parents[3] / "wp-plugin"
MAX_INPUT_BYTES = 120_000  # a page of five sectors; the API refuses bodies above 2 MB
LIST_NEIGHBOURS = """
define( 'ABSPATH', __DIR__ );
require $argv[1] . '/src/autoload.php';
$blueprint = new Igny8\\Modules\\Blueprint\\Document( json_decode( file_get_contents( $argv[2] ), true ) );
$found     = array();
foreach ( $blueprint->pages() as $page ) {
	$found[ $page['id'] ] = array_map(
		fn ( $other ) => array( $other['relation'], $other['page']['id'] ),
		$blueprint->neighbours( $page['id'] )
	);
}
echo json_encode( $found );
"""


@pytest.mark.parametrize("sectors", [("dog-supplies", "cat-supplies"), ("plumber",), ("project-management-software",)])
def test_plugin_and_engine_see_the_same_neighbours(sectors: tuple[str, ...], tmp_path: Path) -> None:
    blueprint = build(*sectors)
    file = tmp_path / "blueprint.json"
    file.write_text(blueprint.model_dump_json(), "utf-8")
    printed = subprocess.run(
        ["php", "-r", LIST_NEIGHBOURS, "--", str(PLUGIN), str(file)], check=True, capture_output=True, text=True
    )
    seen = json.loads(printed.stdout)
    for page in blueprint.pages:
        mine = [[other.relation, other.page] for other in select_context(blueprint, page.id).neighbours]
        assert mine == seen[page.id], page.title


def test_an_input_stays_small_and_names_no_page_twice() -> None:
    blueprint = build("dog-supplies", "cat-supplies")
    for page in blueprint.pages:
        given = select_context(blueprint, page.id)
        ids = [other.page for other in given.neighbours]
        assert len(ids) == len(set(ids)) <= MAX_NEIGHBOURS
        assert page.id not in ids
        assert len(given.model_dump_json()) <= MAX_INPUT_BYTES


def test_an_unknown_page_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        select_context(build("plumber"), "no-such-page")
