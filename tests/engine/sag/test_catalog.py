"""Finding a sector by slug, name, alias and the owner's own words, and refusing what is not there."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from igny8.operations import OperationError
from igny8.sag.catalog import find_entry, get_sector, index, nearest, search
from sag.build import tiny_sector


@pytest.mark.parametrize("name", ["dog-supplies", "Dog-Supplies", "DOG SUPPLIES", "Dog supplies", "dog store"])
def test_a_sector_is_found_by_slug_name_and_alias_in_any_case(name: str) -> None:
    assert get_sector(name).slug == "dog-supplies"


def test_an_alias_of_two_sectors_decides_nothing() -> None:
    shared = Counter(alias for entry in index().values() for alias in {alias.lower() for alias in entry.aliases})
    assert [find_entry(alias) for alias, count in shared.items() if count > 1] == [None] * sum(
        count > 1 for count in shared.values()
    )


def test_the_industry_comes_from_the_files_head() -> None:
    industry = get_sector("plumber").industry
    assert industry and industry.slug == index()["plumber"].industry.slug


OWNERS_WORDS = {
    "dog-supplies": ["dog shop", "dog accessories", "online pet store for dogs", "dog suplies"],
    "cat-supplies": ["cat litter", "cat trees"],
    "coffee": ["coffee beans", "coffee shop online"],
    "skincare": ["skin care", "face cream", "face serums"],
    "running-shoes": ["running shop", "marathon shoes"],
    "dentist": ["dentist", "dental clinic", "toothache", "teeth whitening", "dentits"],
    "orthodontist": ["orthodontics", "braces for teenagers", "invisalign"],
    "plumber": ["emergency plumber", "plumer", "clogged drain", "plumbing"],
    "landscaping": ["landscaping company", "lawn mowing"],
    "family-law": ["divorce attorney", "divorce", "custody lawyer"],
    "personal-injury-law": ["injury lawyer", "car accident lawyer"],
    "crm-software": ["crm", "sales pipeline software"],
    "project-management-software": ["todo app", "kanban", "gantt chart"],
    "email-marketing-software": ["newsletter software", "email marketing"],
    "gardening": ["garden blog", "vegetable gardening"],
    "personal-finance-blog": ["budgeting blog", "saving money"],
    "travel-blog": ["travel blog"],
    "veterinarian": ["vet", "animal hospital", "vet clinic"],
    "aquarium-supplies": ["fish tanks", "aquarium store"],
    "bicycles": ["bike shop", "mountain bikes"],
    "laptops": ["laptops", "notebook computers"],
    "sofas": ["couches", "sectional sofas"],
    "mattresses": ["mattress store"],
    "womens-shoes": ["women's shoes"],
    "engagement-rings": ["diamond rings"],
    "car-tires": ["tires", "winter tires"],
    "auto-repair": ["mechanic", "car repair", "auto shop"],
    "electrician": ["electrician", "electrical contractor"],
    "hvac": ["air conditioning repair", "furnace repair"],
    "roofing": ["roofer", "roof repair"],
    "house-cleaning": ["maid service", "cleaning lady"],
    "psychotherapist": ["therapist", "psychologist"],
    "chiropractor": ["chiropractor"],
    "gym": ["gym", "fitness club"],
    "yoga-studio": ["yoga classes"],
    "restaurant": ["restaurant"],
    "hotel": ["hotel"],
    "bakery": ["bakery"],
    "real-estate-agent": ["realtor", "estate agent"],
    "wedding-photographer": ["wedding photographer"],
    "language-school": ["english classes", "language school"],
    "church": ["church"],
    "animal-rescue": ["animal shelter"],
    "accounting-software": ["accounting software"],
    "help-desk-software": ["helpdesk"],
    "cnc-machining": ["machine shop"],
    "staffing-agency": ["recruitment agency"],
    "seo-agency": ["seo agency"],
    "recipe-blog": ["recipes", "food blog"],
    "parenting-blog": ["mom blog"],
    "beekeeping-supplies": ["beekeeping"],
    "museum": ["museum"],
    "escape-room": ["escape room"],
    "trucking-company": ["trucking"],
    "flowers": ["florist", "flower delivery"],
    "wine": ["wine shop"],
    "toys": ["toy store"],
    "strollers": ["strollers"],
    "immigration-law": ["immigration lawyer", "visa lawyer"],
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
        ("pet food", {"pet-food"}),
        ("lawyer", {"family-law", "personal-injury-law"}),
        ("accounting", {"accounting-firm", "accounting-software"}),
        ("cosmetics", {"makeup"}),
        ("yoga pants", {"activewear"}),
        ("puzzles", {"jigsaw-puzzles"}),
    ],
)
def test_words_of_several_trades_find_each_of_them(words: str, slugs: set[str]) -> None:
    assert slugs <= {entry.slug for entry in search(words)[:10]}


@pytest.mark.parametrize("words", ["asdfgh", "qwerty shop", "xqzt blorp", "🐶", "the", "uranium enrichment"])
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
