"""The owner's keyword list in a blueprint: numbers, places, proposals, demand, limits and languages."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from igny8.sag.blueprint import Blueprint, Decision, OwnerKeyword
from igny8.sag.keywords.normal import normalise
from sag.build import blueprint_of, shipped

SECTOR = "dog-supplies"


def listed(*rows: tuple[str, int | None], **more: object) -> Blueprint:
    keywords = [OwnerKeyword(phrase=phrase, volume=volume, difficulty=20, cpc=0.5) for phrase, volume in rows]
    return blueprint_of(SECTOR, keywords=keywords, **more)


def home_of(blueprint: Blueprint, phrase: str) -> str:
    name = next(keyword.cluster for keyword in blueprint.keywords if keyword.phrase == phrase)
    return next(cluster.title for cluster in blueprint.clusters if cluster.id == name)


@pytest.mark.parametrize(
    ("phrase", "cluster"),
    [
        ("orthopaedic dog bed for labradors", "Orthopedic dog beds"),
        ("dog bed for labrador", "Dog beds"),
        ("dog bed ideas diy", "Dog beds"),
        ("grain free kibble for dogs", "Grain-free dog food"),
        ("how do i stop my dog pulling on the leash", "Leash pulling"),
        ("dog wont stop chewing everything", "Heavy chewing in dogs"),
        ("puppy crate training schedule", "Crate training"),
    ],
)
def test_a_keyword_goes_to_the_cluster_a_person_would_put_it_in(phrase: str, cluster: str) -> None:
    after = listed((phrase, 100))
    assert home_of(after, phrase) == cluster
    keyword = next(keyword for keyword in after.keywords if keyword.phrase == phrase)
    assert (keyword.volume, keyword.difficulty, keyword.cpc, keyword.pattern, keyword.source) == (
        100, 20, 0.5, "owner", "owner",
    )  # fmt: skip
    assert keyword.match is not None and 0.5 <= keyword.match < 1


def test_what_the_blueprint_has_gets_the_numbers_and_stays_what_it_is() -> None:
    before, after = shipped(SECTOR), listed(("Best beds for dogs", 12_000))
    keyword = next(keyword for keyword in after.keywords if keyword.phrase == "best dog beds")
    assert (keyword.volume, keyword.match, keyword.source) == (12_000, 1.0, "template")
    assert len(after.keywords) == len(before.keywords)


@pytest.mark.parametrize(
    "phrase", ["horse saddles", "cat litter", "car insurance quote", "hotel in paris", "xyzzy plugh"]
)
def test_what_belongs_to_no_cluster_is_put_into_none(phrase: str) -> None:
    after = listed((phrase, 50))
    assert phrase not in {keyword.phrase for keyword in after.keywords}
    assert phrase in {item.name for item in after.dropped if item.kind == "keyword"}


def test_what_is_left_is_proposed_as_clusters_that_a_decision_accepts() -> None:
    rows = [("dog stroller", 9000), ("best dog strollers", 4000), ("dog stroller for two dogs", 500)]
    after = listed(*rows)
    (proposal,) = after.proposals
    assert (proposal.title, proposal.volume, len(proposal.keywords)) == ("Dog stroller", 13_500, 3)
    assert "3 keywords of your list" in proposal.reason
    accept = Decision(action="add", title=proposal.title, type=proposal.type, keywords=proposal.keywords)
    accepted = listed(*rows, decisions=[accept])
    assert accepted.proposals == []
    assert {home_of(accepted, phrase) for phrase, _ in rows[:1]} == {"Dog stroller"}
    assert sum(keyword.volume or 0 for keyword in accepted.keywords) == 13_500


def test_volume_becomes_the_demand_of_clusters_that_have_it() -> None:
    after = listed(("waterproof dog coats", 50_000), ("dog bowls", 100))
    demand = {cluster.title: cluster.viability.demand for cluster in after.clusters}
    before = {cluster.title: cluster.viability.demand for cluster in shipped(SECTOR).clusters}
    assert demand["Dog coats"] == 1.0
    assert 0 < demand["Dog bowls"] < 0.6
    assert demand["Dog food"] == before["Dog food"]


def test_the_hub_answers_the_most_searched_first() -> None:
    after = listed(("dog beds for small dogs washable", 8000), ("dog bed with sides", 90_000))
    hub = next(page for page in after.pages if page.kind == "hub" and page.title == "Dog beds")
    assert hub.keywords[0] == hub.primary_keyword == "dog beds"
    assert hub.keywords[1] == "dog bed with sides"


def test_a_dropped_cluster_takes_its_part_of_the_list_along() -> None:
    beds = next(cluster.id for cluster in shipped(SECTOR).clusters if cluster.title == "Dog beds")
    after = listed(("dog bed with sides", 90_000), decisions=[Decision(action="drop", cluster=beds)])
    assert "dog bed with sides" not in {keyword.phrase for keyword in after.keywords}
    assert after.proposals == []


@pytest.mark.parametrize("seed", range(6))
def test_every_keyword_has_exactly_one_place(seed: int) -> None:
    """Shuffled words of three trades: each row is a keyword once, in a proposal, reported, or the same as another."""
    chance = random.Random(seed)
    words = ["dog", "bed", "food", "toy", "cat", "litter", "plumber", "sink", "puppy", "large", "near", "me", "how"]
    words += ["to", "the", "best", "cheap", "for", "clean", "2026"]
    phrases = list(dict.fromkeys(" ".join(chance.choices(words, k=chance.randrange(1, 6))) for _ in range(300)))
    after = blueprint_of(
        SECTOR, keywords=[OwnerKeyword(phrase=phrase, volume=chance.randrange(99)) for phrase in phrases]
    )
    forms = Counter(normalise(keyword.phrase) for keyword in after.keywords)
    assert max(forms.values()) == 1
    proposed = Counter(normalise(phrase) for proposal in after.proposals for phrase in proposal.keywords)
    assert max(proposed.values(), default=1) == 1
    assert not set(forms) & set(proposed)
    reported = {normalise(item.name) for item in after.dropped if item.kind == "keyword"}
    missing = [phrase for phrase in phrases if normalise(phrase) not in {*forms, *proposed, *reported}]
    left = [item.name for item in after.dropped if item.name.endswith("more keywords of your list")]
    assert not missing or left or all(not normalise(phrase) for phrase in missing)


def test_the_same_list_gives_the_same_bytes_in_any_language() -> None:
    rows = [
        OwnerKeyword(phrase=phrase, volume=9)
        for phrase in ("Hundebett orthopädisch", "犬のベッド", "lit pour chien", "!!")
    ]
    one, other = (blueprint_of(SECTOR, keywords=rows).model_dump_json() for _ in range(2))
    assert one == other
