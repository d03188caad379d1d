"""The vocabulary of schema.org: which types exist.

`types.txt` lists the names of all types of schema.org 29 (schema.org/docs/full.html), one a line. To renew it, take
them from the vocabulary file that schema.org publishes with each release.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def type_names() -> frozenset[str]:
    """Names of all types, 'Dentist' and 'OnlineStore' among them; data types such as Text are not in it."""
    return frozenset((Path(__file__).parent / "types.txt").read_text("utf-8").split())
