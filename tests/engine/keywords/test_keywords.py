"""keywords.generate from a stored blueprint, the rules by which clusters get phrases, and tables of what is made."""

from __future__ import annotations

import pytest
from igny8.keywords.models import KeywordsInput
from igny8.keywords.operations import OPERATIONS
from igny8.operations import QuietContext
from igny8.sag.blueprint import Blueprint
from igny8.sag.catalog import get_sector
from igny8.sag.keywords.generate import Keywords
from igny8.sag.keywords.normal import normalise
from sag.build import shipped


def generate(blueprint: Blueprint, **changes: object) -> Keywords:
    """Through the operation, with the parts of the blueprint that its input names."""
    parts = {name: getattr(blueprint, name) for name in ("site_type", "locale", "sectors", "attributes", "clusters")}
    patterns = get_sector(blueprint.sectors[0].slug).keyword_patterns
    made = OPERATIONS[0].run(KeywordsInput.model_validate(parts | {"patterns": patterns} | changes), QuietContext())
    assert isinstance(made, Keywords)
    return made


@pytest.mark.parametrize("sector", ["dog-supplies", "plumber", "project-management-software", "gardening"])
def test_a_stored_blueprint_gives_its_own_keywords_again(sector: str) -> None:
    assert generate(shipped(sector)).keywords == shipped(sector).keywords


def test_a_cluster_that_rules_did_not_make_gets_keywords_from_its_title() -> None:
    blueprint = shipped("dog-supplies")
    cluster = blueprint.clusters[0].model_copy(update={"id": "c-mine", "title": "Dog strollers", "values": []})
    made = generate(blueprint, clusters=[cluster])
    phrases = [keyword.phrase for keyword in made.keywords]
    assert phrases[0] == "dog strollers"
    assert "best dog strollers" in phrases


def test_the_more_specific_cluster_keeps_a_phrase_and_the_conflict_is_reported() -> None:
    blueprint = shipped("dog-supplies")
    titles = {cluster.id: cluster.title for cluster in blueprint.clusters}
    made = generate(blueprint)
    conflict = next(one for one in made.conflicts if one.phrase == "orthopedic dog beds")
    assert titles[conflict.kept_by] == "Orthopedic dog beds"
    assert "Dog beds" in {titles[cluster] for cluster in conflict.wanted_by}
    owner = next(keyword.cluster for keyword in made.keywords if keyword.phrase == "orthopedic dog beds")
    assert owner == conflict.kept_by


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("best dog beds for puppies", "best puppy dog bed", True),
        ("plumbers in Leeds", "plumber Leeds", True),
        ("kanban vs scrum", "scrum versus kanban", True),
        ("dog bed price", "dog bed cost", True),
        ("how to clean dog beds", "clean dog beds", False),
        ("dog beds", "dog collars", False),
    ],
)
def test_the_normal_form_tells_what_is_one_keyword(one: str, other: str, is_same: bool) -> None:
    assert (normalise(one) == normalise(other)) is is_same


@pytest.mark.parametrize(
    ("sector", "cluster", "phrases"),
    [
        ("dog-supplies", "Dog beds", ["dog beds", "best dog beds", "how to choose a dog bed", "buy dog beds online"]),
        ("dog-supplies", "Dog food", ["dog food", "how to choose dog food"]),
        ("plumber", "Drain cleaning", ["drain cleaning", "drain cleaning near me", "emergency drain cleaning"]),
        ("plumber", "Clogged drains", ["clogged drains", "clogged drain repair", "what causes clogged drains"]),
        ("plumber", "Emergency plumbers", ["emergency plumbers near me", "how much does an emergency plumber charge"]),
        ("dentist", "Dental implants", ["dental implant cost", "dental implants near me"]),
        ("project-management-software", "Kanban software", ["best kanban software", "free kanban software"]),
        ("gardening", "Composting", ["composting", "how to start composting"]),
    ],
)
def test_clusters_ask_what_people_type(sector: str, cluster: str, phrases: list[str]) -> None:
    blueprint = shipped(sector)
    wanted = next(one.id for one in blueprint.clusters if one.title == cluster)
    have = {keyword.phrase for keyword in blueprint.keywords if keyword.cluster == wanted}
    assert set(phrases) <= have, have


@pytest.mark.parametrize(
    ("sector", "never"),
    [
        (
            "dog-supplies",
            ["a dog food", "a dog supply", "puppies dog beds", "waterproof dog food", "dog beds for dogs"],
        ),
        (
            "plumber",
            ["a drain cleaning", "plumbers for emergency", "how to prevent no hot water", "signs of burst pipes"],
        ),
        ("dentist", ["what happens during dentures", "signs of broken teeth"]),
        ("project-management-software", ["a project management software", "slack integration integration"]),
        ("personal-finance-blog", ["best credit scores", "the debt snowball tips"]),
    ],
)
def test_what_nobody_says_is_not_there(sector: str, never: list[str]) -> None:
    text = "\n".join(
        [*(keyword.phrase for keyword in shipped(sector).keywords), *(page.title for page in shipped(sector).pages)]
    ).lower()
    assert [phrase for phrase in never if phrase in text] == []


def test_intent_and_stage_follow_the_way_of_asking() -> None:
    found = {keyword.phrase: (keyword.intent, keyword.stage) for keyword in shipped("dog-supplies").keywords}
    assert found["how to choose a dog bed"] == ("informational", "consideration")
    assert found["buy dog beds online"] == ("transactional", "action")
    assert found["best dog beds"] == ("commercial", "consideration")
    assert found["separation anxiety in dogs"][0] == "informational"
