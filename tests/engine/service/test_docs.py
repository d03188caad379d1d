"""The engine's README tells every setting and every file, with the defaults that hold."""

from __future__ import annotations

import re

from igny8.config import Settings
from stack.wordpress import ROOT

README = (ROOT / "engine" / "README.md").read_text()


def test_every_setting_is_told_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `IGNY8_(\w+)` \| (.*?) \|", README, re.MULTILINE))
    assert set(rows) == {name.upper() for name in Settings.model_fields} | {"SECTORS"}
    for name, field in Settings.model_fields.items():
        if isinstance(field.default, int):
            assert rows[name.upper()] == str(field.default)


def test_every_file_is_told() -> None:
    files = {path.name for path in (ROOT / "engine" / "igny8").glob("*.py")} - {"__init__.py"}
    assert files <= set(re.findall(r"`([a-z_]+\.py)`", README))
