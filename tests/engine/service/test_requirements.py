"""What is installed is pinned with hashes, from nowhere in particular, and without a model library unless asked."""

from __future__ import annotations

import re

import pytest
from stack.wordpress import ROOT

ENGINE = ROOT / "engine"
FILES = ("requirements.txt", "requirements-ai.txt", "requirements-dev.txt")


def read_pins(name: str) -> dict[str, str]:
    """Package → version; fails on a line that is not exactly pinned with hashes."""
    text = (ENGINE / name).read_text().replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    pins: dict[str, str] = {}
    for line in lines:
        match = re.fullmatch(r"([a-z0-9._-]+)==(\S+)(?: ;[^#]*?)?(?:\s+--hash=sha256:[0-9a-f]{64})+\s*", line)
        assert match, f"{name}: {line[:80]}"
        pins[match[1]] = match[2]
    return pins


@pytest.mark.parametrize("name", FILES)
def test_everything_is_pinned_with_hashes_and_names_no_place(name: str) -> None:
    assert read_pins(name)
    assert not re.search(r"(?m)^\s*--(index|extra|find|trusted)|://", (ENGINE / name).read_text())


def test_the_files_agree_and_only_one_has_the_model_library() -> None:
    plain, ai, dev = (read_pins(name) for name in FILES)
    assert "litellm" in ai
    assert "litellm" not in plain | dev
    for name, version in (plain | dev).items():
        assert ai.get(name, version) == version
