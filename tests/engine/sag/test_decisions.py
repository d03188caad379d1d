"""The owner's decisions on top of a build: each of them, those that find nothing, and what holds after any sequence."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from igny8.sag.blueprint import Blueprint, Cluster, Decision, ValueKey
from igny8.sag.keywords.normal import normalise
from sag.build import SAMPLES, blueprint_of, shipped
from sag.test_blueprint import (
    every_id_that_is_mentioned_exists as check_references,
)
from sag.test_blueprint import (
    ids_slugs_paths_and_titles_are_unique as check_unique,
)

SECTOR = "dog-supplies"


def decided(*decisions: Decision, **more: object) -> Blueprint:
    return blueprint_of(SECTOR, decisions=list(decisions), **more)


def cluster_of(blueprint: Blueprint, title: str) -> Cluster:
    return next(one for one in blueprint.clusters if one.title == title)


def phrases_of(blueprint: Blueprint, cluster: Cluster | str) -> list[str]:
    name = cluster if isinstance(cluster, str) else cluster.id
    return [keyword.phrase for keyword in blueprint.keywords if keyword.cluster == name]


def reasons(blueprint: Blueprint) -> list[str]:
    return [item.reason for item in blueprint.dropped if item.kind == "decision"]


BEDS = cluster_of(shipped(SECTOR), "Dog beds")
ORTHOPEDIC = cluster_of(shipped(SECTOR), "Orthopedic dog beds")


def test_rename_keeps_id_and_keywords_and_names_hub_menu_and_address() -> None:
    after = decided(Decision(action="rename", cluster=BEDS.id, title="beds  for dogs"))
    renamed = next(one for one in after.clusters if one.id == BEDS.id)
    assert (renamed.title, renamed.slug, renamed.source) == ("Beds for dogs", "beds-for-dogs", "owner")
    assert "You named it; it was “Dog beds”." in renamed.reason
    assert phrases_of(after, renamed) == phrases_of(shipped(SECTOR), BEDS)
    hub = next(page for page in after.pages if page.kind == "hub" and page.cluster == BEDS.id)
    assert (hub.title, hub.path) == ("Beds for dogs", "/beds-for-dogs/")
    child = next(page for page in after.pages if page.kind == "hub" and page.cluster == ORTHOPEDIC.id)
    assert child.path.startswith("/beds-for-dogs/")
    assert "Beds for dogs" in {item.label for top in after.menu for item in top.children}


def test_drop_takes_keywords_and_pages_along_and_leaves_the_others_alone() -> None:
    before, after = shipped(SECTOR), decided(Decision(action="drop", cluster=BEDS.id))
    assert BEDS.id not in {one.id for one in after.clusters}
    assert next(one for one in after.clusters if one.id == ORTHOPEDIC.id).parent is None
    gone = set(phrases_of(before, BEDS))
    assert {keyword.phrase for keyword in after.keywords} == {keyword.phrase for keyword in before.keywords} - gone
    lost = {page.id for page in before.pages} - {page.id for page in after.pages}
    assert {page.cluster for page in before.pages if page.id in lost} == {BEDS.id}
    assert {page.id for page in after.pages} <= {page.id for page in before.pages}
    assert ("cluster", "Dog beds") in {(item.kind, item.name) for item in after.dropped}


def test_merge_moves_keywords_articles_children_and_terms() -> None:
    before, after = shipped(SECTOR), decided(Decision(action="merge", cluster=BEDS.id, into=ORTHOPEDIC.id))
    into = next(one for one in after.clusters if one.id == ORTHOPEDIC.id)
    assert set(phrases_of(after, into)) == set(phrases_of(before, BEDS)) | set(phrases_of(before, ORTHOPEDIC))
    assert into.parent is None, "it hung under the one that went up in it"
    assert {one.parent for one in after.clusters if one.title == "Dog beds for cold weather"} == {into.id}
    assert "“Dog beds” went up in it: you merged them." in into.reason
    articles = {page.id for page in before.pages if page.kind == "article" and page.cluster == BEDS.id}
    assert articles and articles <= {page.id for page in after.pages if page.cluster == into.id}
    hub = next(page for page in after.pages if page.kind == "hub" and page.cluster == into.id)
    assert {"dog-beds", "orthopedic"} <= {ref.term for ref in hub.terms}


def test_split_makes_a_child_of_exactly_the_given_keywords() -> None:
    before = shipped(SECTOR)
    wanted = phrases_of(before, BEDS)[2:5]
    after = decided(Decision(action="split", cluster=BEDS.id, title="Choosing a bed", keywords=[*wanted, "no such"]))
    part = cluster_of(after, "Choosing a bed")
    assert (part.parent, part.source, part.values) == (BEDS.id, "owner", BEDS.values)
    assert sorted(phrases_of(after, part)) == sorted(wanted)
    assert sorted(phrases_of(after, BEDS)) == sorted(set(phrases_of(before, BEDS)) - set(wanted))
    assert part.reason == "You split it off from “Dog beds”."
    assert "no such" in {item.name for item in after.dropped if item.kind == "keyword"}
    again = decided(Decision(action="split", cluster=BEDS.id, title="Choosing a bed", keywords=wanted[:1]))
    assert cluster_of(again, "Choosing a bed").id == part.id


def test_add_makes_a_cluster_with_keywords_hub_and_articles_under_what_it_is_part_of() -> None:
    decision = Decision(action="add", title="Heated dog beds", keywords=["heated dog bed for winter", "best dog beds"])
    after = decided(decision)
    added = cluster_of(after, "Heated dog beds")
    assert (added.parent, added.source, added.reason) == (BEDS.id, "owner", "You added it.")
    assert {"heated dog beds", "heated dog bed for winter", "best dog beds"} <= set(phrases_of(after, added))
    assert "best dog beds" not in phrases_of(after, BEDS)
    made = next(keyword for keyword in after.keywords if keyword.phrase == "heated dog bed for winter")
    assert (made.pattern, made.source) == ("owner", "owner")
    assert any(page.path == "/dog-beds/heated/" for page in after.pages)
    assert after.proposals == []


def test_adding_what_rules_had_left_out_uses_their_words() -> None:
    before = shipped(SECTOR)
    left = next(one for one in before.rejected if len(one.values) == 2 and one.type == "feature")
    values = [ValueKey(attribute=ref.attribute, value=ref.value) for ref in left.values]
    after = decided(Decision(action="add", title=left.title, type=left.type, values=values))
    added = cluster_of(after, left.title)
    assert [ref.value for ref in added.values] == [ref.value for ref in left.values]
    assert added.parent is not None
    assert len(phrases_of(after, added)) >= 5


def test_added_keywords_move_or_are_made_and_an_ai_is_named_as_such() -> None:
    decision = Decision(
        action="add_keywords",
        cluster=ORTHOPEDIC.id,
        keywords=["buy dog beds online", "bed for stiff dogs"],
        source="ai",
    )
    after = decided(decision)
    assert {"buy dog beds online", "bed for stiff dogs"} <= set(phrases_of(after, ORTHOPEDIC))
    made = next(keyword for keyword in after.keywords if keyword.phrase == "bed for stiff dogs")
    assert (made.pattern, made.source) == ("ai", "ai")
    renamed = decided(Decision(action="rename", cluster=BEDS.id, title="Beds", source="ai"))
    assert cluster_of(renamed, "Beds").source == "ai"
    assert "An AI suggestion that you accepted" in cluster_of(renamed, "Beds").reason


@pytest.mark.parametrize(
    ("decision", "says"),
    [
        (Decision(action="rename", cluster="c-none", title="X"), "not there any more"),
        (Decision(action="rename", cluster=BEDS.id), "no title"),
        (Decision(action="rename", cluster=BEDS.id, title="dog FOOD"), "is called “Dog FOOD”"),
        (Decision(action="drop", cluster="c-none"), "not there any more"),
        (Decision(action="merge", cluster=BEDS.id, into="c-none"), "not there any more"),
        (Decision(action="merge", cluster=BEDS.id, into=BEDS.id), "in itself"),
        (Decision(action="split", cluster=BEDS.id, title="Part", keywords=["cat food"]), "none of its keywords"),
        (
            Decision(action="split", cluster=BEDS.id, title="Part", keywords=phrases_of(shipped(SECTOR), BEDS)),
            "left in",
        ),
        (Decision(action="split", cluster=BEDS.id, keywords=["dog beds"]), "no title"),
        (Decision(action="add", title="Dog beds"), "is called “Dog beds”"),
        (Decision(action="add"), "no title"),
        (Decision(action="add_keywords", cluster="c-none", keywords=["x"]), "not there any more"),
        (Decision(action="add_keywords", cluster=BEDS.id), "no keywords"),
    ],
)
def test_a_decision_that_cannot_be_done_is_reported_and_changes_nothing(decision: Decision, says: str) -> None:
    after, before = decided(decision), shipped(SECTOR)
    assert len(reasons(after)) == 1 and says in reasons(after)[0], reasons(after)
    assert after.clusters == before.clusters
    assert after.keywords == before.keywords
    assert after.pages == before.pages
    assert after.decisions == [decision]


def test_decisions_are_replayed_in_order() -> None:
    after = decided(
        Decision(action="rename", cluster=BEDS.id, title="Beds"),
        Decision(action="merge", cluster=BEDS.id, into=ORTHOPEDIC.id),
        Decision(action="rename", cluster=BEDS.id, title="Too late"),
        Decision(action="add", title="Dog beds"),
    )
    assert len(reasons(after)) == 1
    assert "“Beds” went up in it" in next(one for one in after.clusters if one.id == ORTHOPEDIC.id).reason


def test_they_survive_a_change_of_facts_and_the_build_stays_the_same_to_the_byte() -> None:
    decisions = [
        Decision(action="rename", cluster=BEDS.id, title="Beds"),
        Decision(action="add", title="Dog strollers", keywords=["dog pram"]),
    ]
    one, other = decided(*decisions), decided(*decisions)
    assert one.model_dump_json() == other.model_dump_json()
    later = decided(*decisions, max_clusters_per_sector=30)
    assert {"Beds", "Dog strollers"} <= {cluster.title for cluster in later.clusters}
    assert cluster_of(later, "Dog strollers").id == cluster_of(one, "Dog strollers").id


@pytest.mark.parametrize("seed", range(24))
def test_whatever_is_decided_the_blueprint_holds_together(seed: int) -> None:
    """Seeded sequences of decisions, sensible and senseless, on five trades."""
    chance = random.Random(seed)
    sector = SAMPLES[seed % len(SAMPLES)][1]
    before = shipped(sector)
    after = blueprint_of(sector, decisions=[any_decision(chance, before) for _ in range(chance.randrange(1, 25))])
    check_references(after)
    check_unique(after)
    forms = Counter(normalise(keyword.phrase) for keyword in after.keywords)
    assert max(forms.values()) == 1
    ids = {cluster.id for cluster in after.clusters}
    assert {keyword.cluster for keyword in after.keywords} <= ids
    assert Counter(keyword.cluster for keyword in after.keywords if keyword.is_primary) == dict.fromkeys(
        {keyword.cluster for keyword in after.keywords}, 1
    )
    assert sum(page.kind == "hub" for page in after.pages) == len(ids)
    for cluster in after.clusters:
        seen, parent = {cluster.id}, cluster.parent
        while parent:
            assert parent not in seen, "a circle of parents"
            seen.add(parent)
            parent = next(one.parent for one in after.clusters if one.id == parent)


def any_decision(chance: random.Random, blueprint: Blueprint) -> Decision:
    """One of any kind; now and then about a cluster that is not there, or with words that are no title."""
    ids = [cluster.id for cluster in blueprint.clusters]
    cluster = chance.choice([*ids, *ids, *ids, "c-none"])
    words = [
        "beds",
        "Contact us",
        "café",
        "犬",
        "dog",
        "best",
        "!!",
        "a",
        "",
        *(one.title for one in blueprint.clusters),
    ]
    mine = [keyword.phrase for keyword in blueprint.keywords if keyword.cluster == cluster] or ["x"]
    others = [keyword.phrase for keyword in chance.sample(blueprint.keywords, 3)]
    return Decision(
        action=chance.choice(["rename", "drop", "merge", "split", "add", "add_keywords"]),
        cluster=cluster,
        title=" ".join(chance.sample(words, 2))[:120],
        into=chance.choice(ids),
        type=chance.choice([None, "feature", "comparison", "informational", "brand", "condition_problem"]),
        values=[
            ValueKey(attribute=ref.attribute, value=ref.value) for ref in chance.choice(blueprint.clusters).values[:3]
        ],
        keywords=[*chance.sample(mine, min(3, len(mine))), *others, "words of my own"],
        source=chance.choice(["owner", "ai"]),
    )
