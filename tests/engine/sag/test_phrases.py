"""Tables of phrases: what values and a head noun become, and what is refused because nobody would say it."""

from __future__ import annotations

import pytest
from igny8.operations import OperationError
from igny8.sag.blueprint import BlueprintInput
from igny8.sag.languages import language_of
from igny8.sag.phrases import Part, Topic, join, topic_of

BEDS = Topic("dog beds", "dog bed")
FOOD = Topic("dog food")
PLUMBERS = Topic("plumbers", "plumber")
CRM = Topic("CRM software", "CRM")

PUPPIES = Part("puppies", "audience", "for", "puppy")
SENIORS = Part("senior dogs", "audience", "for", "senior dog")
WATERPROOF = Part("waterproof", "feature", "prefix")
LARGE = Part("large", "size", "prefix")
KONG = Part("Kong", "brand", "by")
LEEDS = Part("Leeds", "location", "in")
HOMES = Part("multi-cat homes", "audience", "for", "multi-cat home")
EMERGENCY = Part("emergency", "feature", "prefix")
SLACK = Part("Slack", "integration", "with")
CHEAP = Part("cheap", "price_band", "prefix")


@pytest.mark.parametrize(
    ("head", "parts", "things", "singular"),
    [
        (BEDS, [PUPPIES], "dog beds for puppies", "dog bed for a puppy"),
        (BEDS, [SENIORS], "senior dog beds", "senior dog bed"),
        (FOOD, [SENIORS], "senior dog food", ""),
        (BEDS, [WATERPROOF, LARGE], "large waterproof dog beds", "large waterproof dog bed"),
        (BEDS, [KONG, WATERPROOF, CHEAP], "cheap waterproof Kong dog beds", "cheap waterproof Kong dog bed"),
        (BEDS, [Part("orthopedic beds", "feature", "prefix")], "orthopedic dog beds", "orthopedic dog bed"),
        (BEDS, [Part("small dogs", "size", "prefix")], "small dog beds", "small dog bed"),
        (BEDS, [Part("under $50", "price_band", "prefix")], "dog beds under $50", "dog bed under $50"),
        (BEDS, [WATERPROOF, PUPPIES], "waterproof dog beds for puppies", "waterproof dog bed for a puppy"),
        (Topic("cat food"), [HOMES], "food for multi-cat homes", ""),
        (Topic("cat food"), [Part("dry food", "feature", "prefix")], "dry cat food", ""),
        (PLUMBERS, [LEEDS], "plumbers in Leeds", "plumber in Leeds"),
        (PLUMBERS, [EMERGENCY, LEEDS], "emergency plumbers in Leeds", "emergency plumber in Leeds"),
        (CRM, [SLACK], "CRM software with Slack integration", "CRM with Slack integration"),
    ],
)  # fmt: skip
def test_values_join_in_english_order(head: Topic, parts: list[Part], things: str, singular: str) -> None:
    assert join(head, parts) == Topic(things, singular)


@pytest.mark.parametrize(
    ("head", "part"),
    [
        (BEDS, Part("dogs", "audience", "for")),
        (BEDS, Part("dog-friendly", "feature", "prefix")),
        (Topic("litter boxes", "litter box"), Part("litter odor", "problem", "for")),
        (Topic("drain cleaning"), Part("blocked drains", "problem", "for")),
        (Topic("dog toys", "dog toy"), Part("toy breeds", "size", "for")),
    ],
)
def test_what_would_say_a_word_twice_is_refused(head: Topic, part: Part) -> None:
    assert join(head, [part]) is None


def test_a_singular_takes_its_article_and_a_mass_noun_none() -> None:
    assert Topic("orthopedic dog beds", "orthopedic dog bed").a_thing == "an orthopedic dog bed"
    assert FOOD.a_thing == "dog food"
    assert topic_of("dog supplies", "dog supply").a_thing == "dog supplies"


def test_an_unknown_language_is_refused_with_its_field() -> None:
    assert language_of("en_GB") == "en"
    assert BlueprintInput(
        site_name="A", site_type="saas", sectors=["x"], locale="pt_PT_ao90"
    ).locale  # one of WordPress'
    with pytest.raises(OperationError) as caught:
        language_of("xx_YY")
    assert caught.value.code == "unsupported_language"
    assert caught.value.fields and "locale" in caught.value.fields
