"""Reads the prompt files of the domains: Markdown with a head of name and version, and `{{placeholders}}` to fill."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent.parent
REPAIR = Path(__file__).parent / "repair.md"  # asks any model to put right an answer of the wrong shape
HEAD = re.compile(r"---\nname: (?P<name>[a-z_]+)\nversion: (?P<version>\d+)\n---\n(?P<body>.*)", re.DOTALL)
PLACEHOLDER = re.compile(r"\{\{([a-z_]+)\}\}")


@dataclass(frozen=True)
class Prompt:
    """A prompt's instructions and what the user turn asks; `user` is empty when the file has one part only."""

    name: str
    version: int
    system: str
    user: str

    @property
    def label(self) -> str:
        """What a job row stores: 'draft@1'."""
        return f"{self.name}@{self.version}"


def load_prompt(domain: str, name: str) -> Prompt:
    """The prompt file `<domain>/prompts/<name>.md`. ValueError when its head is not in order."""
    return read_prompt(PACKAGE / domain / "prompts" / f"{name}.md")


@cache
def read_prompt(file: Path) -> Prompt:
    name = file.stem
    found = HEAD.fullmatch(file.read_text(encoding="utf-8"))
    if found is None or found["name"] != name:
        raise ValueError(f"prompt {name}.md needs a head with its name and a version")
    system, _, user = found["body"].partition("\n# user\n")
    return Prompt(name=name, version=int(found["version"]), system=system.strip(), user=user.strip())


def fill(text: str, values: dict[str, str]) -> str:
    """`text` with every placeholder replaced, in one pass, so that braces inside a value stay what they are.

    KeyError when a placeholder has no value.
    """
    return PLACEHOLDER.sub(lambda found: values[found[1]], text)
