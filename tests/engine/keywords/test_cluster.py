"""keywords.cluster: matching against clusters that are there, grouping the rest, other languages, odd input."""

from __future__ import annotations

import random

import pytest
from igny8.keywords.cluster import cluster_keywords
from igny8.keywords.models import ClusterInput, KeywordClusters, Seed
from igny8.sag.lists.spelling import unite
from igny8.sag.lists.words import form_of, tokens_of


def cluster(*phrases: str, locale: str = "en_US", seeds: list[Seed] | None = None) -> KeywordClusters:
    rows = [{"phrase": phrase} for phrase in phrases]
    return cluster_keywords(ClusterInput.model_validate({"keywords": rows, "locale": locale, "seeds": seeds or []}))


def together(found: KeywordClusters) -> set[frozenset[str]]:
    return {frozenset(one.keywords) for one in found.clusters}


FILLING = ["garden hose", "garden hose reel", "wall clock", "oak wall clock", "tax return help", "file a tax return"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("running shoes for women", "women's running shoe"),
        ("emergency plumber near me", "24/7 emergancy plumber"),
        ("lawn mower reviews", "best lawnmowers 2026"),
        ("e-bike battery", "ebike batteries"),
        ("how to whiten teeth", "teeth whitening"),
        ("kids bunk bed", "childrens bunk beds"),
        ("leather sofa", "leather couch"),
        ("how much do dental implants cost", "dental implant prices"),
        ("café tables", "cafe table"),
    ],
)
def test_two_ways_to_ask_for_one_thing_go_together(one: str, other: str) -> None:
    assert frozenset({one, other}) in together(cluster(one, other, *FILLING))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("best running shoes", "best garden chairs"),
        ("plumber near me", "dentist near me"),
        ("how to clean a bbq", "how to train a puppy"),
        ("cheap flights", "cheap laptops"),
    ],
)
def test_the_same_way_to_ask_for_two_things_does_not(one: str, other: str) -> None:
    assert not any({one, other} <= members for members in together(cluster(one, other, *FILLING)))


def test_a_keyword_of_a_seed_is_matched_and_the_rest_grouped() -> None:
    seeds = [Seed(id="c1", title="Dog beds", phrases=["dog beds"]), Seed(id="c2", title="Dog crates")]
    found = cluster("dog bed", "large dog crate", "cat tree", "tall cat tree", "surfboard wax", seeds=seeds)
    assert [(one.phrase, one.cluster) for one in found.matched] == [("dog bed", "c1"), ("large dog crate", "c2")]
    assert found.matched[0].score == 1
    assert together(found) == {frozenset({"cat tree", "tall cat tree"})}
    assert found.unclustered == ["surfboard wax"]


@pytest.mark.parametrize(
    ("locale", "one", "other", "third"),
    [
        ("es_ES", "zapatillas para correr mujer", "zapatilla de correr de mujer", "mochilas de montaña"),
        ("de_DE", "hundebett für große hunde", "Hundebetten grosse Hunde", "katzenstreu ohne staub"),
        ("fr_FR", "canapé d'angle en cuir", "canape angle cuir", "table de jardin"),
        ("pl_PL", "łóżko dla psa", "łóżka dla psa", "karma dla kota"),
        ("ja_JP", "犬 ベッド", "犬 ベッド 大型", "猫 砂"),
    ],
)
def test_other_languages_are_grouped_by_their_own_words(locale: str, one: str, other: str, third: str) -> None:
    found = cluster(one, other, third, locale=locale)
    assert frozenset({one, other}) in together(found)
    assert not any({one, third} <= members for members in together(found))


@pytest.mark.parametrize(
    ("phrase", "tokens"),
    [
        ("How much do dental implants cost near me?", ["@cost", "dental", "implant", "@cost", "@near"]),
        ("best CRM for startups 2026", ["@best", "crm", "startup", "@year"]),
        ("women's boots", ["woman", "boot"]),
        ("what is a heat pump", ["@guide", "heat", "pump"]),
        ("the", ["the"]),
    ],
)
def test_words_and_ways_of_asking(phrase: str, tokens: list[str]) -> None:
    assert tokens_of(phrase, "en") == tokens


def test_spellings_are_only_ever_taken_for_what_the_list_has() -> None:
    documents = [["plumber"], ["plumber"], ["plumer"], ["lawnmower"], ["lawn", "mower"], ["whitening"], ["nike"]]
    united = unite(documents, "en")
    assert united == [
        ["plumber"],
        ["plumber"],
        ["plumber"],
        ["lawn", "mower"],
        ["lawn", "mower"],
        ["whitening"],
        ["nike"],
    ]


def test_a_form_is_never_empty() -> None:
    assert all(form_of(phrase, locale) for phrase in ("the", "!!", "a to", "犬") for locale in ("en_US", "de_DE", "xx"))


def test_ten_thousand_keywords_all_find_a_place() -> None:
    things = [
        f"{kind} {what}" for kind in ("oak", "steel", "glass", "cork") for what in ("table", "chair", "shelf", "desk")
    ]
    phrases = [
        f"{thing} {number} {ask}"
        for thing in things
        for number in range(125)
        for ask in ("best", "cheap", "", "uk", "ideas")
    ]
    found = cluster(*phrases[:10_000])
    assert sum(len(one.keywords) for one in found.clusters) + len(found.unclustered) == 10_000
    assert len(found.clusters) >= len(things) / 2


@pytest.mark.parametrize("seed", range(20))
def test_every_keyword_ends_in_exactly_one_list(seed: int) -> None:
    chance = random.Random(seed)
    words = [
        "dog",
        "bed",
        "the",
        "best",
        "犬",
        "2026",
        "a",
        "vs",
        "near me",
        "how",
        "!!",
        "café",
        "dogbed",
        "beds",
        "x",
    ]
    phrases = list({" ".join(chance.choices(words, k=chance.randrange(1, 5))) for _ in range(chance.randrange(1, 80))})
    found = cluster(*phrases, seeds=[Seed(id="s", title="Dog beds", phrases=["best dog bed"])] * chance.randrange(2))
    named = [phrase for one in found.clusters for phrase in one.keywords]
    everything = [*named, *(one.phrase for one in found.matched), *found.unclustered]
    assert sorted(everything) == sorted(phrases)
    assert len({one.title.casefold() for one in found.clusters}) == len(found.clusters)
