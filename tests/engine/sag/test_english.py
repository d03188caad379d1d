"""Tables of English: plural and singular, articles, verbs, words that stand twice."""

from __future__ import annotations

import pytest
from igny8.sag import english


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("bed", "beds"), ("box", "boxes"), ("puppy", "puppies"), ("leash", "leashes"), ("knife", "knives"),
        ("tooth", "teeth"), ("child", "children"), ("leaf", "leaves"), ("analysis", "analyses"), ("tray", "trays"),
        ("software", "software"), ("glass", "glasses"), ("dress", "dresses"),
    ],
)  # fmt: skip
def test_plural_and_singular_lead_back_to_each_other(one: str, many: str) -> None:
    assert english.pluralise(one) == many
    assert english.singularise(many) == one


@pytest.mark.parametrize(
    "word", ["analytics", "logistics", "glass", "gas", "bus", "diabetes", "fitness", "virus", "news"]
)
def test_a_word_in_s_that_is_no_plural_stays(word: str) -> None:
    assert english.singularise(word) == word


@pytest.mark.parametrize(
    ("phrase", "article"),
    [
        ("dog bed", "a"), ("orthopedic dog bed", "an"), ("hour", "an"), ("unicorn", "a"), ("European tour", "a"),
        ("one-off repair", "a"), ("SEO audit", "an"), ("CRM", "a"), ("MRI scan", "an"), ("8-hour shift", "an"),
        ("24-hour plumber", "a"), ("11-seat van", "an"), ("NASA engineer", "an"), ("herb", "an"), ("user guide", "a"),
    ],
)  # fmt: skip
def test_the_article_goes_by_sound(phrase: str, article: str) -> None:
    assert english.with_article(phrase) == f"{article} {phrase}"


@pytest.mark.parametrize(
    ("phrase", "is_plural"),
    [
        ("dog beds", True), ("dog food", False), ("plumbers in Leeds", True), ("drain cleaning", False),
        ("missing teeth", True), ("food for dogs", False), ("analytics", False), ("gum disease", False),
    ],
)  # fmt: skip
def test_the_verb_agrees_with_the_head_noun(phrase: str, is_plural: bool) -> None:
    assert english.is_plural(phrase) is is_plural


@pytest.mark.parametrize(
    ("doing", "command"),
    [
        ("feeding a dog", "feed a dog"), ("shutting off the water", "shut off the water"),
        ("choosing pavers", "choose pavers"), ("writing a project plan", "write a project plan"),
        ("winterizing pipes", "winterize pipes"), ("saving money", "save money"), ("replacing shoes", "replace shoes"),
        ("crate training", ""), ("companion planting", ""), ("plumbing maintenance", ""), ("pruning", ""),
        ("training treats", ""), ("getting things done", ""),
    ],
)  # fmt: skip
def test_a_doing_becomes_a_command_and_a_name_does_not(doing: str, command: str) -> None:
    assert english.imperative(doing) == command


@pytest.mark.parametrize(
    ("label", "phrase"),
    [
        ("Dog beds", "dog beds"), ("CRM software", "CRM software"), ("iPhone cases", "iPhone cases"),
        ("A-frame tents", "A-frame tents"), ("Gantt chart software", "Gantt chart software"),
        ("4K displays", "4K displays"),
        ("Waterproof", "waterproof"),
    ],
)  # fmt: skip
def test_labels_lose_their_capital_in_mid_phrase_and_names_do_not(label: str, phrase: str) -> None:
    assert english.uncapitalise(label) == phrase


@pytest.mark.parametrize(
    ("phrase", "is_doubled"),
    [
        ("dog beds for dogs", True), ("dog-friendly dog beds", True), ("dog beds for puppies", False),
        ("how to get to the shop", False), ("drain cleaning for blocked drains", True),
    ],
)  # fmt: skip
def test_a_word_that_stands_twice_is_seen_in_any_number(phrase: str, is_doubled: bool) -> None:
    assert english.has_doubled_word(phrase) is is_doubled


def test_what_the_name_itself_doubles_is_no_fault() -> None:
    assert not english.has_doubled_word("signs of living paycheck to paycheck", "Living paycheck to paycheck")
    assert english.has_doubled_word("paycheck tips for paycheck to paycheck", "Living paycheck to paycheck")
