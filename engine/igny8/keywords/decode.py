"""Puts a keyword file's text right before it is read as a table: byte order marks, wrong encodings, workbooks."""

from __future__ import annotations

from igny8.operations import OperationError

REPLACED = "\ufffd"  # what a reader puts where bytes made no sense
MOST_ODD = 0.02  # of the characters: a table in a foreign encoding has some odd ones, a binary file many
CONTROLS = {chr(code) for code in range(32)} - set("\t\n\r\x0b\x0c\x1a")  # 1A: the end mark of old spreadsheets


def decode(text: str) -> str:
    """The text as it was meant, with \\n line ends.

    Keyword Planner writes UTF-16; read as Latin-1 or UTF-8 it comes with a NUL beside every letter and is put right.
    Refuses what is empty, an Excel workbook or no text at all, and says what to do instead.
    """
    if text.startswith(("PK\x03\x04", "\xd0\xcf\x11\xe0")):
        _refuse(
            "not_csv", "This is an Excel workbook. Open it and save it as CSV (comma or tab separated), then try again."
        )
    if text.startswith("%PDF"):
        _refuse("not_csv", "This is a PDF. Export the list as CSV, then try again.")
    if "\x00" in text[:4000]:
        text = _from_wide(text)
    if text.startswith("ï»¿"):  # UTF-8 read as Latin-1
        text = text.encode("cp1252", "replace").decode("utf-8", "replace")
    text = text.lstrip("\ufeff\ufffe").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        _refuse("empty_list", "The file is empty. Export the list again, or paste one keyword a line.")
    odd = sum(text.count(mark) for mark in (*CONTROLS, REPLACED))
    if odd > MOST_ODD * len(text) and odd > 3:  # noqa: PLR2004 - a few odd letters do not make a file binary
        _refuse("not_text", "This is not a text file that can be read. Save the list as CSV in UTF-8, then try again.")
    return "".join(letter for letter in text if letter not in CONTROLS) if odd else text


def _from_wide(text: str) -> str:
    """UTF-16 that was read byte by byte. Letters beyond Latin-1 are lost when it was read as UTF-8, the rest is not."""
    body = text.lstrip(REPLACED + "\ufeff\xff\xfe")
    is_big = body[:1] == "\x00"
    raw = body.encode("latin-1", "replace")
    return raw[: len(raw) // 2 * 2].decode("utf-16-be" if is_big else "utf-16-le", "replace")


def _refuse(code: str, message: str) -> None:
    raise OperationError(code, message, {"text": message})
