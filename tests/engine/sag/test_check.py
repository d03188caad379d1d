"""The checker of phrases: it names what is wrong and lets what people type pass."""

from __future__ import annotations

import pytest
from igny8.sag.keywords.check import find_faults


@pytest.mark.parametrize(
    ("phrase", "fault"),
    [
        ("", "no words"),
        ("best {things}", "hole"),
        ("dog beds  for puppies", "hole"),
        ("best best dog beds", "twice in a row"),
        ("dog beds for dogs", "a word stands twice"),
        ("how to choose a orthopedic bed", "wrong article"),
        ("how to choose an unicorn", "wrong article"),
        ("how much does dog beds cost", "does not agree"),
        ("how much do dog food cost", "does not agree"),
        ("are dog food worth it", "does not agree"),
        ("running shoes for", "ends with"),
        ("how to find a plumber in", "ends with"),
        ("dog beds for with covers", "follow each other"),
    ],
)
def test_a_fault_is_named(phrase: str, fault: str) -> None:
    assert any(fault in found for found in find_faults(phrase)), find_faults(phrase)


@pytest.mark.parametrize(
    "phrase",
    [
        "running shoes for women", "emergency plumber in leeds", "best project management software for agencies",
        "what to look for in dog beds", "how to choose an orthopedic dog bed", "how much do dental implants cost",
        "how much does drain cleaning cost", "how long does washing delicate fabrics take", "what does a plumber do",
        "software with end-to-end encryption", "wet vs dry dog food", "is dog food worth it",
        "clocking in for a coworker",
        "carry-on luggage under $100", "an SEO audit", "a university degree", "are stair lifts worth it",
    ],
)  # fmt: skip
def test_what_people_type_passes(phrase: str) -> None:
    assert find_faults(phrase) == []


def test_what_a_title_says_twice_its_keywords_may() -> None:
    assert find_faults("living paycheck to paycheck", "Living paycheck to paycheck") == []
