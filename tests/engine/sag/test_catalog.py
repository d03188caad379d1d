"""Finding a sector by slug, name, alias and the owner's own words, and refusing what is not there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from igny8.operations import OperationError
from igny8.sag.catalog import find_entry, get_sector, index, nearest, search
from sag.build import tiny_sector


@pytest.mark.parametrize("name", ["dog-supplies", "Dog-Supplies", "DOG SUPPLIES", "Dog supplies", "dog store"])
def test_a_sector_is_found_by_slug_name_and_alias_in_any_case(name: str) -> None:
    assert get_sector(name).slug == "dog-supplies"


def test_an_alias_of_two_sectors_decides_nothing() -> None:
    assert find_entry("pet supplies") is None
    assert {"dog-supplies", "cat-supplies"} <= {entry.slug for entry in search("pet supplies")}


def test_the_industry_comes_from_the_files_head() -> None:
    industry = get_sector("plumber").industry
    assert industry and industry.slug == index()["plumber"].industry.slug


OWNERS_WORDS = {
    "dog-supplies": ["dog shop", "puppy food", "puppies", "online pet store for dogs", "dog suplies"],
    "cat-supplies": ["kitten", "cat litter"],
    "coffee": ["coffee beans", "espresso machine", "cofee", "coffee shop online"],
    "skincare": ["skin care", "face cream", "cosmetics"],
    "running-shoes": ["sneakers", "shoes for flat feet"],
    "dentist": ["dentist", "dental clinic", "toothache", "teeth whitening", "dentits", "den"],
    "plumber": ["emergency plumber", "plumer", "plumb", "blocked drain", "unblock drains plumbing"],
    "landscaping": ["landscaping company", "lawn mowing"],
    "family-law": ["divorce attorney", "divorce", "custody lawyer"],
    "personal-injury-law": ["car accident", "injury lawyer"],
    "crm-software": ["crm", "sales pipeline"],
    "project-management-software": ["todo app", "to-do list", "kanban", "gantt chart"],
    "email-marketing-software": ["newsletter", "email marketing", "email"],
    "gardening": ["garden blog", "vegetable garden"],
    "personal-finance-blog": ["money", "budgeting blog", "saving money"],
    "travel-blog": ["travel", "road trips"],
}


@pytest.mark.parametrize(
    ("words", "slug"), [(words, slug) for slug, all_words in OWNERS_WORDS.items() for words in all_words]
)
def test_search_puts_the_sector_that_the_owner_means_first(words: str, slug: str) -> None:
    assert [entry.slug for entry in search(words)][:1] == [slug]


@pytest.mark.parametrize(
    ("words", "slugs"),
    [
        ("pet shop", {"dog-supplies", "cat-supplies"}),
        ("pet supplies", {"dog-supplies", "cat-supplies"}),
        ("pet food", {"dog-supplies", "cat-supplies"}),
        ("lawyer", {"family-law", "personal-injury-law"}),
        ("law firm", {"family-law", "personal-injury-law"}),
    ],
)
def test_search_answers_all_sectors_that_may_be_meant_and_no_others(words: str, slugs: set[str]) -> None:
    assert {entry.slug for entry in search(words)} == slugs


@pytest.mark.parametrize(
    "words",
    ["asdfgh", "qwerty shop", "xqzt blorp", "🐶", "the", "restaurant", "bakery", "car repair", "wedding photographer"],
)
def test_search_answers_nothing_to_gibberish_and_to_trades_that_are_not_there(words: str) -> None:
    assert search(words) == []


def test_search_without_words_lists_all_and_keeps_to_the_industry() -> None:
    assert len(search("", limit=500)) == len(index())
    assert {entry.industry.slug for entry in search("", industry="pets")} == {"pets"}


def test_an_unknown_sector_is_refused_naming_the_nearest() -> None:
    with pytest.raises(OperationError) as caught:
        get_sector("dog-suplies", "sectors.0")
    assert caught.value.code == "unknown_sector"
    assert "dog-supplies" in caught.value.message
    assert caught.value.fields and list(caught.value.fields) == ["sectors.0"]
    assert nearest("plumer")[0] == "plumber"


def test_templates_of_ones_own_come_from_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IGNY8_SECTORS", str(tmp_path))
    file = {
        "industry": {"slug": "toys", "name": "Toys"},
        "sectors": [tiny_sector().model_dump(mode="json", exclude={"industry"})],
    }
    (tmp_path / "toys.json").write_text(json.dumps(file))
    assert list(index()) == ["kite-shop"]
    assert get_sector("kite store").name == "Kites"


def test_a_slug_in_two_files_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IGNY8_SECTORS", str(tmp_path))
    for name in ("one", "two"):
        file = {
            "industry": {"slug": name, "name": name},
            "sectors": [{"slug": "twice", "name": "Twice", "site_types": []}],
        }
        (tmp_path / f"{name}.json").write_text(json.dumps(file))
    with pytest.raises(ValueError, match="twice"):
        index()
