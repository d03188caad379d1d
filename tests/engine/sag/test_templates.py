"""What can be done with templates besides building from them: compare, validate, prune, merge, match, export."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from igny8.cli import main
from igny8.operations import OperationError
from igny8.sag.catalog import get_sector, index
from igny8.sag.compare import find_twins
from igny8.sag.export import to_industry_files
from igny8.sag.gate import find_faults
from igny8.sag.match import match_sectors
from igny8.sag.prune import prune_template
from igny8.sag.sectors import read_sectors
from igny8.sag.template import IndustryFile, Sector
from igny8.sag.validate import validate
from sag.build import tiny_sector


def test_two_sectors_with_the_same_values_are_a_fault_unless_declared_variants() -> None:
    one, two = tiny_sector(), tiny_sector(slug="kites-again")
    assert list(find_twins([one, two])) == [
        "kite-shop and kites-again share 100% of their values and are not declared variants"
    ]
    assert not list(find_twins([one, two.model_copy(update={"variant_of": "kite-shop"})]))
    assert not list(find_twins([one, get_sector("dentist")]))


def test_a_report_counts_and_names_the_faults() -> None:
    report = validate([tiny_sector(), tiny_sector(slug="no-names", aliases=[], variant_of="kite-shop")])
    assert str(report) == "0 industries, 2 sectors, 20 attributes, 48 values, 1 faults"
    assert report.faults == {"no-names": ["0 aliases, wanted at least 3"]}
    assert "45" in " ".join(validate([tiny_sector()], is_shipped=True).faults[""])
    assert "no other sector here" in str(validate([tiny_sector(variant_of="gone")]).faults)


def _grow(change: Callable[[dict[str, Any]], None]) -> Sector:
    raw = tiny_sector().model_dump(mode="json")
    change(raw)
    return Sector.model_validate(raw)


def test_pruning_brings_a_template_back_within_the_limits_and_reports_everything() -> None:
    def change(raw: dict[str, Any]) -> None:
        values = raw["attributes"][0]["values"]
        values += [{**values[0], "slug": f"kites-{n}", "label": f"Kites for level {n}"} for n in range(12)]
        values[1]["rivals"] = ["kites-11"]
        for n in range(3):
            raw["attributes"].append({**raw["attributes"][1], "slug": f"flyer-{n}", "name": f"Flyer {n}"})

    pruned, dropped = prune_template(_grow(change))
    assert not [fault for fault in find_faults(pruned) if "wanted" in fault or "a primary attribute has" in fault]
    assert len(pruned.attributes[0].values) == 12
    assert {item.kind for item in dropped} == {"value"}
    assert [item.name for item in dropped] == ["Kites for level 8", "Kites for level 9", "Kites for level 10",
                                               "Kites for level 11"]  # fmt: skip
    assert not [value for value in pruned.attributes[0].values if "kites-11" in value.rivals]
    levels = [attribute.level for attribute in pruned.attributes]
    assert levels.count("primary") == 3 and levels.count("secondary") == 3 and levels.count("tertiary") == 2


def test_pruning_leaves_a_good_template_as_it_is() -> None:
    assert prune_template(tiny_sector()) == (tiny_sector(), [])


def test_a_sites_own_copy_is_taken_instead_of_the_catalogues() -> None:
    own = get_sector("dentist").model_copy(update={"name": "Our practice"})
    assert [sector.name for sector in read_sectors(["dentist", "plumber"], [own])] == ["Our practice", "Plumber"]


def test_an_own_copy_with_faults_is_refused_naming_them() -> None:
    with pytest.raises(OperationError) as caught:
        read_sectors(["kite-shop"], [tiny_sector(aliases=[])])
    assert caught.value.code == "invalid_template" and "aliases" in caught.value.message
    assert list(caught.value.fields or {}) == ["templates.0"]


@pytest.mark.parametrize(
    ("text", "titles", "sector"),
    [
        ("dentist", [], "dentist"),
        ("We sell kibble, leashes and beds for puppies and older dogs in Austin.", [], "dog-supplies"),
        ("", ["Best road running shoes", "How to lace running shoes", "About us"], "running-shoes"),
        ("", ["Drain cleaning", "Water heater repair", "Leak detection", "Areas we serve"], "plumber"),
        ("Divorce and child custody lawyers in Ohio", ["Alimony", "Prenuptial agreements"], "family-law"),
    ],
)
def test_a_site_is_matched_to_its_sector(text: str, titles: list[str], sector: str) -> None:
    found = match_sectors(text, titles, 5)
    assert found[0].entry.slug == sector
    assert all(0 < item.score <= 1 for item in found)
    assert [item.score for item in found] == sorted((item.score for item in found), reverse=True)


@pytest.mark.parametrize("text", ["", "   ", "xqzt blorp", "🐶"])
def test_nothing_is_matched_to_nothing(text: str) -> None:
    assert match_sectors(text, [], 5) == []


def test_an_exported_template_reads_back_the_same() -> None:
    sectors = [get_sector("dentist"), get_sector("plumber"), get_sector("landscaping")]
    files = to_industry_files(sectors)
    assert [file["industry"]["slug"] for file in files] == ["health", "home-services"]
    read = [IndustryFile.model_validate(json.loads(json.dumps(file))) for file in files]
    again = [sector.model_copy(update={"industry": file.industry}) for file in read for sector in file.sectors]
    assert again == sectors


def test_show_prints_the_attributes_and_values(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sectors", "show", "Dental clinic", "--format", "json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert list(shown) == ["slug", "name", "industry", "attributes"] and shown["slug"] == "dentist"
    assert set(shown["attributes"][0]) == {"slug", "name", "level", "role", "values"}
    assert set(shown["attributes"][0]["values"][0]) == {"slug", "label", "synonyms"}
    assert main(["sectors", "show", "dentist"]) == 0
    assert "Also called" in capsys.readouterr().out
    assert main(["sectors", "show", "nothing-like-it"]) == 1


def test_search_finds_or_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sectors", "search", "blocked", "drain", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["slug"] == "plumber"
    assert main(["sectors", "search", "xqzt"]) == 1
    assert "no sector matches" in capsys.readouterr().err
    assert main(["sectors", "search", "--industry", "pets", "--json"]) == 0
    assert {row["industry"] for row in json.loads(capsys.readouterr().out)} == {"pets"}


def test_validate_takes_files_and_ends_in_the_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.json"
    assert main(["sectors", "export", "dentist", "plumber", "--output", str(file)]) == 0
    files = json.loads(file.read_text())
    file.write_text(json.dumps(files[0]))
    assert main(["sectors", "validate", str(file)]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("1 industries, 1 sectors, ")
    files[0]["sectors"][0]["aliases"] = []
    file.write_text(json.dumps(files[0]))
    assert main(["sectors", "validate", str(file)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "dentist: 0 aliases, wanted at least 3" and lines[-1].endswith(", 1 faults")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"{", "is no JSON"),
        (b"\xff\xfe\x00", "is no text file"),
        (b'{"slug": "x"}', "Field required"),
        (b'{"industry": {"slug": "a", "name": "A"}, "sectors": []}', "sectors: List should have at least 1 item"),
    ],
)
def test_validate_names_what_is_wrong_with_a_file(
    content: bytes, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.json").write_bytes(content)
    assert main(["sectors", "validate", str(tmp_path / "bad.json")]) == 2
    assert message in capsys.readouterr().err


def test_export_of_an_industry_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sectors", "export", "--industry", "nowhere"]) == 1
    assert "There is no industry nowhere" in capsys.readouterr().err
    assert main(["sectors", "export", "--industry", "pets"]) == 0
    assert len(json.loads(capsys.readouterr().out)["sectors"]) == len(
        [entry for entry in index().values() if entry.industry.slug == "pets"]
    )
