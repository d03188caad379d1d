"""Reads a keyword list: an export of Ahrefs, Semrush or Keyword Planner, a table, or one keyword a line."""

from __future__ import annotations

import re
from collections.abc import Callable

from igny8.keywords.columns import Table, find_table, read_rows
from igny8.keywords.decode import decode
from igny8.keywords.models import KeywordList, ReadCsvInput, Skipped
from igny8.keywords.numbers import read_cpc, read_difficulty, read_volume
from igny8.operations import OperationError
from igny8.sag.blueprint import OwnerKeyword
from igny8.sag.lists.words import form_of

MOST_KEYWORDS = 10_000  # as `BlueprintInput.keywords` takes
MOST_SKIPPED = 200  # rows listed; beyond it only their number is told
LONGEST = 120  # letters, as `OwnerKeyword.phrase`: longer is a sentence, not a search
SAMPLE = 50  # lines looked at to tell a list from a table without a header
MATCH_TYPE = re.compile(
    r'^[\[+"\u201c\u2018]+|[\]"\u201d\u2019]+$'
)  # of Google Ads: [exact], "phrase", +broad +modified
MATTER = re.compile(r"[^\W_]")


def read_csv(given: ReadCsvInput) -> KeywordList:
    """The list in the file's order; of keywords that are one under normalisation the most searched stays."""
    text = decode(given.text)
    table = find_table(text) or _without_header(text)
    reader = _Reader(given.locale)
    for line, row in table.rows:
        reader.take(line, row, table)
    if not reader.kept:
        message = "No keyword was found below the header. Export the list again, or paste one keyword a line."
        raise OperationError("empty_list", message, {"text": message})
    keywords = reader.best(MOST_KEYWORDS)
    headers = {field: table.headers[at] for field, at in table.columns.items() if at < len(table.headers)}
    return KeywordList(
        format=table.written_by,
        columns=headers,
        keywords=keywords,
        skipped=sorted(reader.skipped, key=lambda one: one.line)[:MOST_SKIPPED],
        skipped_count=len(reader.skipped),
        count=len(keywords),
        notes=_notes(table, reader),
    )


class _Reader:
    """Takes rows one by one; knows what it has by its normal form."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self.kept: dict[tuple[str, ...], tuple[int, OwnerKeyword]] = {}
        self.skipped: list[Skipped] = []
        self.other_currencies: set[str] = set()

    def take(self, line: int, row: list[str], table: Table) -> None:
        def cell(field: str) -> str:
            at = table.columns.get(field, len(row))
            return row[at] if at < len(row) else ""

        phrase = _tidy(cell("phrase"))
        if not MATTER.search(phrase):
            self._skip(line, "there is no keyword in this row")
        elif len(phrase) > LONGEST:
            self._skip(line, f"longer than {LONGEST} letters: a sentence, not a search")
        else:
            self._keep(
                line,
                OwnerKeyword(
                    phrase=phrase,
                    volume=read_volume(cell("volume")),
                    difficulty=read_difficulty(cell("difficulty")),
                    cpc=self._cpc(cell, table.currency),
                    country=cell("country")[:60],
                ),
            )

    def best(self, most: int) -> list[OwnerKeyword]:
        """All of them in order, or the most searched when there are too many; the others are reported."""
        rows = list(self.kept.values())
        if len(rows) > most:
            order = sorted(range(len(rows)), key=lambda at: (-(rows[at][1].volume or 0), at))
            for at in order[most:]:
                self._skip(rows[at][0], f"beyond the {most:,} most searched keywords a list may have")
            rows = [rows[at] for at in sorted(order[:most])]
        return [keyword for _, keyword in rows]

    def _keep(self, line: int, keyword: OwnerKeyword) -> None:
        form = form_of(keyword.phrase, self.locale)
        if form not in self.kept:
            self.kept[form] = (line, keyword)
            return
        first_line, first = self.kept[form]
        if (keyword.volume or 0) > (first.volume or 0):
            # Tools give close variants one figure, so the larger is taken, never the sum.
            self.kept[form] = (line, _filled(keyword, first))
            self._skip(first_line, f"the same search as “{keyword.phrase}” in line {line}")
        else:
            self.kept[form] = (first_line, _filled(first, keyword))
            self._skip(line, f"the same search as “{first.phrase}” in line {first_line}")

    def _skip(self, line: int, reason: str) -> None:
        self.skipped.append(Skipped(line=line, reason=reason))

    def _cpc(self, cell: Callable[[str], str], currency: str) -> float | None:
        """In US dollars: amounts in another currency are left out, since nothing here knows the rate."""
        currency = cell("currency").upper() or currency
        bids = [bid for field in ("bid_low", "bid_high") if (bid := read_cpc(cell(field))) is not None]
        cpc = read_cpc(cell("cpc"))
        if cpc is None and bids:
            cpc = round(sum(bids) / len(bids), 2)
        if cpc is not None and currency not in ("", "USD", "US$"):
            self.other_currencies.add(currency)
            return None
        return cpc


def _filled(keyword: OwnerKeyword, other: OwnerKeyword) -> OwnerKeyword:
    """The keyword, with what only the other one knows."""
    more = {name: getattr(other, name) for name in ("volume", "difficulty", "cpc") if getattr(keyword, name) is None}
    return keyword.model_copy(update=more)


def _tidy(phrase: str) -> str:
    """As a person typed it, without the marks of Google Ads' match types."""
    return " ".join(
        MATCH_TYPE.sub("", word) if "+" in phrase or "[" in phrase else word
        for word in MATCH_TYPE.sub("", phrase.strip()).split()
    )


def _without_header(text: str) -> Table:
    """A table whose columns are told by what they hold, or a plain list; refuses a table without keywords."""
    lines = [line for line in text.split("\n") if line.strip()]
    for delimiter in "\t;,|":
        rows = read_rows("\n".join(lines[:SAMPLE]), delimiter)
        wide = [row for _, row in rows if len(row) > 1]
        if len(wide) < 0.8 * len(rows) or len({len(row) for row in wide}) > 2:  # noqa: PLR2004 - a list with commas in it
            continue
        texts, numbers = _kinds(wide)
        if len(rows) == 1 and not numbers and delimiter != "\t":
            cells = [(1, [cell]) for cell in rows[0][1]]
            return Table(delimiter, cells, {"phrase": 0})
        if len(texts) == 1 or (texts and numbers and texts[0] == 0):
            return Table(
                delimiter,
                read_rows(text, delimiter),
                {"phrase": texts[0]} | ({"volume": numbers[0]} if numbers else {}),
            )
        if len(texts) > 1 and len(rows) > 1:
            headers = ", ".join(f"“{cell[:40]}”" for cell in rows[0][1][:8] if cell)
            message = (
                f"No column of keywords was found. The first line has: {headers}. Name the one with the keywords "
                "“Keyword” and try again."
            )
            raise OperationError("no_keyword_column", message, {"text": message})
    return Table(
        "",
        [(at, [line.strip().strip('"')]) for at, line in enumerate(text.split("\n"), 1) if line.strip()],
        {"phrase": 0},
    )


def _kinds(rows: list[list[str]]) -> tuple[list[int], list[int]]:
    """Columns of words and columns of numbers, by what most of their rows hold."""
    texts, numbers = [], []
    for at in range(min(len(row) for row in rows)):
        cells = [row[at] for row in rows if row[at]]
        counted = sum(read_volume(cell) is not None for cell in cells)
        if cells and counted >= 0.6 * len(cells):
            numbers.append(at)
        elif cells:
            texts.append(at)
    return texts, numbers


def _notes(table: Table, reader: _Reader) -> list[str]:
    notes = []
    if reader.other_currencies:
        names = ", ".join(sorted(reader.other_currencies))
        notes.append(f"Costs per click in {names} were left out: they are kept in US dollars.")
    at = table.columns.get("volume")
    if at is not None and at < len(table.headers) and table.headers[at].strip().lower() == "impressions":
        notes.append("Search Console counts how often your site was shown; that is taken for the number of searches.")
    return notes
