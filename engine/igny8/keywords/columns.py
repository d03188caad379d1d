"""Finds out what a keyword file is: its delimiter, its header line, which column is what and which tool wrote it.

Header names as in real exports of 2019 to 2026: Ahrefs Keywords Explorer and Site Explorer, Semrush Keyword Magic Tool,
Strategy Builder, positions and API, Google Keyword Planner and Search Console, and what people call them by hand.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

Format = Literal["ahrefs", "semrush", "keyword_planner", "plain"]
DELIMITERS = ",;\t|"
HEADER_LINES = 40  # a header stands within these; Keyword Planner has two lines before it
CELL = 200_000  # letters of one cell; the widest real ones (references of Semrush's builder) have some 3,000

NAMES: dict[str, tuple[str, ...]] = {  # field → headers, the best first
    "phrase": (
        "keyword", "keywords", "query", "queries", "top queries", "search term", "search terms", "search query",
        "search queries", "search keyword", "keyword phrase", "key phrase", "keyphrase", "phrase", "term",
        "keyword idea", "keyword ideas", "suggestion", "suchbegriff", "suchbegriffe", "suchanfrage", "suchanfragen",
        "schlüsselwort", "schlüsselwörter", "palabra clave", "palabras clave", "consulta", "consultas",
        "consultas principales", "mot clé", "mots clés", "mot-clé", "mots-clés", "requête", "requêtes",
        "parola chiave", "parole chiave", "palavra-chave", "palavras-chave", "palavra chave", "zoekwoord",
        "zoekwoorden", "zoekterm", "zoektermen", "sökord", "nøgleord", "søkeord", "słowo kluczowe", "anahtar kelime",
    ),
    "volume": (
        "volume", "search volume", "avg. monthly searches", "avg monthly searches", "average monthly searches",
        "monthly searches", "monthly search volume", "monthly volume", "searches", "sv", "msv", "vol", "vol.",
        "suchvolumen", "durchschn. suchanfragen pro monat", "durchschnittl. suchanfragen pro monat",
        "suchanfragen pro monat", "volumen", "volumen de búsqueda", "promedio de búsquedas mensuales",
        "prom. búsquedas mensuales", "volume de recherche", "nbre moy. de recherches mensuelles",
        "recherches mensuelles moyennes", "volume di ricerca", "volume de busca", "zoekvolume", "impressions",
    ),
    "difficulty": (
        "difficulty", "keyword difficulty", "kd", "kd %", "kd%", "keyword difficulty %", "keyword difficulty index",
        "keyword difficulty (kd)", "kd (difficulty)", "seo difficulty", "sd", "schwierigkeit", "dificultad",
        "difficulté",
    ),
    "cpc": ("cpc", "avg cpc", "avg. cpc", "average cpc", "cost per click", "coste por clic", "klickpreis"),
    "bid_low": ("top of page bid (low range)",),
    "bid_high": ("top of page bid (high range)", "suggested bid"),
    "currency": ("currency", "währung", "moneda", "devise"),
    "country": ("country", "country code", "database", "location", "market", "land", "país", "pays"),
}  # fmt: skip
# Columns that only one tool writes; three of Ahrefs' or Semrush's own tell them apart from a table made by hand.
MARKS: dict[Format, frozenset[str]] = {
    "keyword_planner": frozenset(
        {"avg. monthly searches", "top of page bid (low range)", "competition (indexed value)", "in account?",
         "three month change", "ad impression share"}
    ),
    "ahrefs": frozenset(
        {"parent keyword", "parent topic", "cps", "traffic potential", "global volume", "return rate", "last update",
         "first seen", "current position", "current url", "current organic traffic", "#"}
    ),
    "semrush": frozenset(
        {"competitive density", "number of results", "intent", "keyword intents", "click potential", "trends",
         "serp features by keyword", "keyword difficulty index", "previous position", "database", "seed keyword"}
    ),
}  # fmt: skip
CURRENCY = re.compile(r"\s*\(([A-Z]{3}|[$€£])\)$", re.I)


@dataclass(frozen=True)
class Table:
    """A file's rows below the header, each with its line number, and where each field stands."""

    delimiter: str
    rows: list[tuple[int, list[str]]]
    columns: dict[str, int] = field(default_factory=dict)
    headers: list[str] = field(default_factory=list)
    written_by: Format = "plain"

    @property
    def currency(self) -> str:
        """The currency a header names: 'CPC (EUR)' → EUR; empty when none does."""
        at = self.columns.get("cpc", -1)
        match = CURRENCY.search(self.headers[at]) if at >= 0 else None
        return {"€": "EUR", "£": "GBP", "$": "USD"}.get(match[1], match[1].upper()) if match else ""


def find_table(text: str) -> Table | None:
    """The table whose delimiter makes the most of its header; None when no line is a header."""
    best: tuple[int, str, int] | None = None
    head = "\n".join(text.split("\n", HEADER_LINES)[:HEADER_LINES])
    for delimiter in DELIMITERS:
        for at, (_, row) in enumerate(read_rows(head, delimiter)):
            found = len(find_columns(row)) if "phrase" in find_columns(row) else 0
            if found and (best is None or found > best[0]):
                best = (found, delimiter, at)
    if best is None:
        return None
    _, delimiter, at = best
    rows = read_rows(text, delimiter)
    headers = rows[at][1]
    return Table(delimiter, rows[at + 1 :], find_columns(headers), headers, _written_by(headers))


def find_columns(headers: list[str]) -> dict[str, int]:
    """Field → column. A header in a currency ('CPC (USD)') counts as the plain one."""
    names = [_plain(header) for header in headers]
    columns: dict[str, int] = {}
    for wanted, known in NAMES.items():
        at = next((names.index(name) for name in known if name in names), None)
        if at is not None:
            columns[wanted] = at
    return columns


def read_rows(text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    """Rows with the line each begins at, without the empty ones. A quote left open ends with its line, not the file."""
    if _has_open_quote(text, delimiter):
        lines = ((at, line.split(delimiter)) for at, line in enumerate(text.split("\n"), 1))
        return [(at, [cell.strip().strip('"') for cell in cells]) for at, cells in lines if any(map(str.strip, cells))]
    csv.field_size_limit(max(CELL, csv.field_size_limit()))
    reader = csv.reader(text.split("\n"), delimiter=delimiter)
    rows, line = [], 1
    for row in reader:
        if any(cell.strip() for cell in row):
            rows.append((line, [cell.strip() for cell in row]))
        line = reader.line_num + 1
    return rows


def _has_open_quote(text: str, delimiter: str) -> bool:
    """Whether a cell opens a quote that nothing closes: csv would take the rest of the file for one cell."""
    inner = False
    at = 0
    while (at := text.find('"', at)) >= 0:
        if inner:
            if text[at + 1 : at + 2] == '"':
                at += 2
                continue
            inner = False
        elif at == 0 or text[at - 1] in f"\n{delimiter}":
            inner = True
        at += 1
    return inner


def _plain(header: str) -> str:
    return CURRENCY.sub("", " ".join(header.replace("\u2019", "'").strip("\ufeff \"'").split())).lower()


def _written_by(headers: list[str]) -> Format:
    """By the columns that only one tool writes, and the words and order it has for the common ones."""
    names = [_plain(header) for header in headers]
    scores = {tool: len(marks.intersection(names)) for tool, marks in MARKS.items()}
    scores["ahrefs"] += ("country", "difficulty") in pairwise(names)
    scores["semrush"] += "keyword difficulty" in names
    best: Format = max(scores, key=lambda tool: scores[tool])
    return best if scores[best] else "plain"
