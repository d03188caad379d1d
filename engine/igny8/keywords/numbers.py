"""Reads the numbers of keyword exports: '1,300', '1.300', '12.5K', '1K to 10K', '$1.20', '1,20 €', '85.18', '-'."""

from __future__ import annotations

import re

UNITS = {"k": 1_000, "m": 1_000_000, "mio": 1_000_000, "mil": 1_000, "tsd": 1_000}
RANGE = re.compile(r"^(.*?\w)\s*(?:[\u2010-\u2015\u2212-]|\bto\b|\bbis\b|\ba\b)\s*(\w.*)$", re.I)
NUMBER = re.compile(r"^[<>~≈]?\s*(\d[\d.,']*)\s*([a-z]*)\.?\+?$", re.I)
GROUPED = re.compile(r"^\d{1,3}([.,'])\d{3}(\1\d{3})*$")
SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
MARKS = re.compile(r"[$€£¥%]|\b(?:usd|eur|gbp|us)\b", re.I)
MOST_CPC = 10_000  # dollars a click: beyond it a column was read wrongly


def read_volume(cell: str) -> int | None:
    """Searches a month; None where nothing is said.

    Of a range half its upper end: what Google's own numeric exports write for it (5000 for '1K to 10K').
    """
    cell = _clean(cell)
    match = RANGE.match(cell)
    if match:
        low, high = _amount(match[1], is_whole=True), _amount(match[2], is_whole=True)
        return None if low is None or high is None else round(max(high / 2, min(low, high)))
    amount = _amount(cell, is_whole=True)
    return None if amount is None else round(amount)


def read_difficulty(cell: str) -> int | None:
    """0-100; what lies outside is no difficulty."""
    amount = _amount(_clean(cell), is_whole=False)
    return round(amount) if amount is not None and amount <= 100 else None  # noqa: PLR2004


def read_cpc(cell: str) -> float | None:
    """Money a click, in whatever currency the column is."""
    amount = _amount(_clean(cell), is_whole=False)
    return round(amount, 2) if amount is not None and amount < MOST_CPC else None


def _clean(cell: str) -> str:
    return SPACES.sub(" ", MARKS.sub("", cell)).strip()


def _amount(text: str, *, is_whole: bool) -> float | None:
    match = NUMBER.match(text.replace(" ", ""))
    if match is None or match[2].lower() not in ("", *UNITS):
        return None
    digits, unit = match[1].rstrip(".,'"), UNITS.get(match[2].lower(), 1)
    if is_whole and unit == 1 and GROUPED.match(digits):
        return float(re.sub(r"[.,']", "", digits))
    return _decimal(digits) * unit


def _decimal(digits: str) -> float:
    """The last of two different marks is the decimal one; a lone mark is, unless it groups several thousands."""
    digits = digits.replace("'", "")
    if "." in digits and "," in digits:
        thousands = "." if digits.rindex(",") > digits.rindex(".") else ","
        digits = digits.replace(thousands, "")
    elif digits.count(",") > 1 or digits.count(".") > 1:
        digits = digits.replace(",", "").replace(".", "")
    return float(digits.replace(",", "."))
