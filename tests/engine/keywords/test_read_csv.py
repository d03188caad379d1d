"""keywords.read_csv on the exports people have: columns, encodings, numbers, and what is no keyword list."""

from __future__ import annotations

import random

import pytest
from igny8.keywords.models import KeywordList, ReadCsvInput
from igny8.keywords.numbers import read_cpc, read_difficulty, read_volume
from igny8.keywords.read import MOST_KEYWORDS, MOST_SKIPPED, read_csv
from igny8.operations import OperationError

PLANNER = (
    "Keyword Stats 2026-06-09 at 21_25_18\n"
    '"May 1, 2025 - April 30, 2026"\n'
    "Keyword\tCurrency\tAvg. monthly searches\tThree month change\tYoY change\tCompetition\t"
    "Competition (indexed value)\tTop of page bid (low range)\tTop of page bid (high range)\tSearches: May 2025\n"
    "dog beds\tUSD\t1K \u2013 10K\t0%\t0%\tHigh\t100\t0.42\t1.58\t\n"
    "orthopedic dog beds\tUSD\t100 \u2013 1K\t0%\t0%\tHigh\t100\t\t\t\n"
    "[cooling dog bed]\tUSD\t10 \u2013 100\t0%\t0%\tHigh\t97\t1,20\t1,40\t\n"
)
AHREFS = (
    "#,Keyword,Country,Difficulty,Volume,CPC,CPS,Parent Keyword,Last Update,SERP Features,Global volume\n"
    '1,"dog beds",us,45,"74,000",1.20,0.85,dog beds,2026-05-01,"People also ask,Shopping results",110000\n'
    '2,"dog bed, large",us,,1300,,,large dog bed,2026-05-01,,2000\n'
)
SEMRUSH = (
    "Keyword;Intent;Volume;Trend;Keyword Difficulty;CPC (USD);Competitive Density;SERP Features;Number of Results\n"
    'dog beds;Commercial, Transactional;74000;"1.00,0.81";85.18;1,20;1;Reviews;12\n'
    "best dog beds;Commercial;12,100;;67;0.98;1;;\n"
)


def read(text: str, **more: str) -> KeywordList:
    return read_csv(ReadCsvInput.model_validate({"text": text} | more))


def phrases(found: KeywordList) -> list[str]:
    return [keyword.phrase for keyword in found.keywords]


def test_keyword_planner_with_its_two_lines_before_the_header() -> None:
    found = read(PLANNER)
    assert found.format == "keyword_planner"
    assert [(one.phrase, one.volume, one.cpc) for one in found.keywords] == [
        ("dog beds", 5000, 1.0),
        ("orthopedic dog beds", 500, None),
        ("cooling dog bed", 50, 1.3),
    ]
    assert found.columns["volume"] == "Avg. monthly searches"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("read_as", ["latin-1", "utf-8"])
def test_keyword_planner_is_read_when_its_encoding_was_taken_for_another(encoding: str, read_as: str) -> None:
    mark = b"\xff\xfe" if encoding == "utf-16-le" else b"\xfe\xff"
    garbled = (mark + PLANNER.encode(encoding)).decode(read_as, "replace")
    assert garbled != PLANNER
    assert [(one.phrase, one.volume) for one in read(garbled).keywords] == [
        ("dog beds", 5000),
        ("orthopedic dog beds", 500),
        ("cooling dog bed", 50),
    ]


def test_ahrefs() -> None:
    found = read(AHREFS)
    assert found.format == "ahrefs"
    assert found.keywords[0].model_dump() == {
        "phrase": "dog beds", "volume": 74000, "difficulty": 45, "cpc": 1.2, "country": "us",
    }  # fmt: skip
    assert found.keywords[1].phrase == "dog bed, large"
    assert found.keywords[1].difficulty is None


def test_semrush_with_semicolons() -> None:
    found = read(SEMRUSH)
    assert found.format == "semrush"
    assert [(one.phrase, one.volume, one.difficulty, one.cpc) for one in found.keywords] == [
        ("dog beds", 74000, 85, 1.2),
        ("best dog beds", 12100, 67, 0.98),
    ]


@pytest.mark.parametrize(
    ("header", "tool"),
    [
        ("Keyword,Country,Difficulty,Volume,CPC,Clicks,CPS,Return Rate,Parent Keyword,Last Update", "ahrefs"),
        ("Keyword,Volume,KD,CPC,Current organic traffic,Current position,Current URL", "ahrefs"),
        ("Keyword,Position,Search Volume,Keyword Difficulty,CPC,URL,Traffic,Trends,Keyword Intents", "semrush"),
        ("database;Keyword;Search Volume;Keyword Difficulty Index;Intent", "semrush"),
        ("Keyword,Avg. monthly searches,Competition", "keyword_planner"),
        ("Top queries,Clicks,Impressions,CTR,Position", "plain"),
        ("keyword,volume,difficulty,cpc,country", "plain"),
        ("Suchbegriff;Suchvolumen", "plain"),
        ("Palabras clave\tVolumen", "plain"),
    ],
)
def test_whose_export_it_is(header: str, tool: str) -> None:
    delimiter = next(mark for mark in ";\t," if mark in header)
    cells = ["dog beds" if "eyword" in name or name in NAMES else "7" for name in header.split(delimiter)]
    row = delimiter.join(cells)
    found = read(f"{header}\n{row}\n")
    assert found.format == tool
    assert "dog beds" in phrases(found)


NAMES = {"Top queries", "Suchbegriff", "Palabras clave"}


@pytest.mark.parametrize(
    "text",
    [
        "dog beds\ncat beds\nbird cages\n",
        "\ufeffdog beds\r\ncat beds\r\n\r\nbird cages",
        "dog beds, cat beds, bird cages",
        "Keyword\ndog beds\ncat beds\nbird cages",
        '"dog beds"\n"cat beds"\n"bird cages"',
        "dog beds\t120\ncat beds\t90\nbird cages\t10",
        "dog beds,120\ncat beds,90\nbird cages,10",
        "Keyword|Volume\ndog beds|1\ncat beds|2\nbird cages|3",
        "dog beds\rcat beds\rbird cages",
        "ï»¿Keyword,Volume\ndog beds,1\ncat beds,2\nbird cages,3",
    ],
)
def test_lists_as_people_have_them(text: str) -> None:
    assert phrases(read(text)) == ["dog beds", "cat beds", "bird cages"]


def test_a_list_whose_lines_have_commas_stays_one_keyword_a_line() -> None:
    assert phrases(read("plumber leeds, uk\nhow to fix a tap\nred, white and blue tiles\nboiler")) == [
        "plumber leeds, uk", "how to fix a tap", "red, white and blue tiles", "boiler",
    ]  # fmt: skip


def test_keywords_that_are_one_search_are_united_under_the_most_searched() -> None:
    found = read("Keyword,Volume,KD\ndog bed,90,\nDog Beds,1200,30\nbeds for dogs,50,\ncat beds,10,5")
    assert [(one.phrase, one.volume, one.difficulty) for one in found.keywords] == [
        ("Dog Beds", 1200, 30),
        ("cat beds", 10, 5),
    ]
    assert [(one.line, one.reason) for one in found.skipped] == [
        (2, "the same search as “Dog Beds” in line 3"),
        (4, "the same search as “Dog Beds” in line 3"),
    ]


def test_rows_that_are_no_keywords_are_reported_with_their_line() -> None:
    found = read(f"Keyword,Volume\n,100\ndog beds,1\n---,5\n{'very ' * 30}long,2\n\ncat beds,x\n")
    assert phrases(found) == ["dog beds", "cat beds"]
    assert [one.line for one in found.skipped] == [2, 4, 5]
    assert found.keywords[1].volume is None


def test_costs_in_another_currency_are_left_out_and_said() -> None:
    found = read("Keyword,Volume,CPC (EUR)\ndog beds,10,1.50")
    assert found.keywords[0].cpc is None
    assert "EUR" in found.notes[0]


def test_a_quote_that_nothing_closes_does_not_swallow_the_file() -> None:
    found = read('Keyword,Volume\n"12 inch pan,10\ndog beds,20\ncat beds,30')
    assert phrases(found) == ["12 inch pan", "dog beds", "cat beds"]


def test_a_cell_of_several_lines_is_one_cell() -> None:
    found = read('Keyword,Content references,Volume\ndog beds,"a\nb\nc",20\ncat beds,x,30')
    assert [(one.phrase, one.volume) for one in found.keywords] == [("dog beds", 20), ("cat beds", 30)]


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("", "empty_list", "empty"),
        (" \n\t\n", "empty_list", "empty"),
        ("Keyword,Volume\n", "empty_list", "below the header"),
        ("PK\x03\x04\x14\x00\x06", "not_csv", "save it as CSV"),
        ("%PDF-1.7 ...", "not_csv", "CSV"),
        ("".join(chr(code) for code in range(1, 32)) * 50, "not_text", "UTF-8"),
        ("\ufffd" * 200, "not_text", "UTF-8"),
        ("Name,City,Street\nAnn,Leeds,High Road\nBob,York,Low Road", "no_keyword_column", "“Name”"),
    ],
)
def test_what_is_no_keyword_list_is_refused_with_what_to_do(text: str, code: str, says: str) -> None:
    with pytest.raises(OperationError) as refused:
        read(text)
    assert refused.value.code == code
    assert says in refused.value.message
    assert refused.value.fields is not None


def test_the_most_searched_10000_of_a_longer_list_are_taken() -> None:
    lines = "\n".join(f"keyword{number} thing,{number}" for number in range(12_000))
    found = read(f"Keyword,Volume\n{lines}")
    assert found.count == len(found.keywords) == MOST_KEYWORDS
    assert min(one.volume or 0 for one in found.keywords) == 2000
    assert found.skipped_count == 2000
    assert len(found.skipped) == MOST_SKIPPED


def test_ten_thousand_rows_of_keyword_planner_in_utf_16_are_read() -> None:
    header = PLANNER.split("dog beds", 1)[0]
    months = "\t".join("1,000" for _ in range(12))
    rows = "\n".join(
        f"kite number{number} thing\tUSD\t1K \u2013 10K\t0%\t0%\tLow\t9\t0.1\t0.3\t{months}" for number in range(10_000)
    )
    text = (header + rows).encode("utf-16").decode("latin-1")
    assert 2_000_000 < len(text) < 4_000_000
    found = read(text)
    assert found.format == "keyword_planner"
    assert found.count == 10_000
    assert {one.volume for one in found.keywords[:100]} == {5000}


@pytest.mark.parametrize("seed", range(40))
def test_nothing_but_a_refusal_comes_of_noise(seed: int) -> None:
    """Whatever is given, there is a list within its limits or a refusal that says what to do, never a crash."""
    chance = random.Random(seed)
    pieces = [
        *'",;\t|\n\r \x00\ufeff\ufffd€',
        "Keyword",
        "Volume",
        "dog beds",
        "1K \u2013 10K",
        "99",
        "été",
        "犬",
        "- ",
    ]
    text = "".join(chance.choice(pieces) for _ in range(chance.randrange(1, 400)))
    try:
        found = read(text)
    except OperationError as refused:
        assert refused.message
    else:
        assert found.keywords
        assert all(0 < len(one.phrase) <= 120 and one.phrase == one.phrase.strip() for one in found.keywords)


@pytest.mark.parametrize(
    ("cell", "volume"),
    [
        ("1300", 1300), ("1,300", 1300), ("1.300", 1300), ("1'300", 1300), ("1 300", 1300), ("1\u202f300", 1300),
        ("12.5K", 12500), ("12,5k", 12500), ("1M", 1_000_000), ("5400.0", 5400), ("10 \u2013 100", 50),
        ("1K - 10K", 5000), ("100K \u2013 1M", 500_000), ("0-10", 5), ("<10", 10), ("1,234,567", 1_234_567), ("", None),
        ("-", None), ("n/a", None), ("\u2014", None), ("high", None),
    ],
)  # fmt: skip
def test_volumes(cell: str, volume: int | None) -> None:
    assert read_volume(cell) == volume


@pytest.mark.parametrize(
    ("cell", "cpc"),
    [
        ("$1.20", 1.2),
        ("1,20", 1.2),
        ("1,20 €", 1.2),
        ("USD 0.85", 0.85),
        ("1,234.56", 1234.56),
        ("", None),
        ("-", None),
    ],
)
def test_costs(cell: str, cpc: float | None) -> None:
    assert read_cpc(cell) == cpc


@pytest.mark.parametrize(
    ("cell", "difficulty"), [("45", 45), ("85.18", 85), ("67%", 67), ("0", 0), ("101", None), ("", None), ("N/A", None)]
)
def test_difficulties(cell: str, difficulty: int | None) -> None:
    assert read_difficulty(cell) == difficulty


def test_other_languages_are_united_by_their_own_words() -> None:
    found = read("Suchbegriff;Volumen\nhundebett für welpen;10\nHundebett Welpen;20\nhundebett", locale="de_DE")
    assert phrases(found) == ["Hundebett Welpen", "hundebett"]
