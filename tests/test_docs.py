"""The guides tell everything there is: operations, commands, settings and hooks, and no link in them points nowhere."""

from __future__ import annotations

import argparse
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from igny8.cli import make_parser
from igny8.config import Settings
from stack.wordpress import ROOT

DOCS = ROOT / "docs"
SOURCES = ROOT / "wp-plugin" / "src"
OPERATION = re.compile(r"'([a-z-]+)\.([a-z_]+)'")
HOOK = re.compile(r"\b(?:do_action|apply_filters)(?:_ref_array)?\(\s*'(igny8[^']*)'")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FENCED = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
MAX_IMAGE_BYTES = 150_000  # a guide with ten of them still opens at once


def read_php() -> Iterator[str]:
    for path in sorted(SOURCES.rglob("*.php")):
        yield path.read_text()


def find_operations() -> set[tuple[str, str]]:
    """Module and verb of every operation: what is named `module.verb` in a file that declares operations."""
    modules = {re.sub(r"(?<=[a-z])(?=[A-Z])", "-", folder.name).lower() for folder in (SOURCES / "Modules").iterdir()}
    named = {pair for php in read_php() if "new Operation(" in php for pair in OPERATION.findall(php)}
    return {(module, verb.replace("_", "-")) for module, verb in named if module in modules}


def test_every_operation_is_a_command_in_the_guide() -> None:
    told = set(re.findall(r"^### `wp igny8 ([a-z-]+) ([a-z-]+)", (DOCS / "wp-cli.md").read_text(), re.MULTILINE))
    assert find_operations() == told


def test_every_operation_is_a_route_in_the_guide() -> None:
    told = set(re.findall(r"^\| `(?:GET|POST) ([a-z-]+)/([a-z-]+)` \|", (DOCS / "rest.md").read_text(), re.MULTILINE))
    assert find_operations() == told


def test_every_hook_is_told() -> None:
    fired = {name for php in read_php() for name in HOOK.findall(php)}
    told = set(re.findall(r"^\| `(igny8/[a-z_/]+)` \|", (DOCS / "hooks.md").read_text(), re.MULTILINE))
    assert fired == told


def test_every_setting_of_the_engine_is_told() -> None:
    readme = (ROOT / "engine" / "README.md").read_text()
    missing = [name for name in Settings.model_fields if f"`IGNY8_{name.upper()}`" not in readme]
    assert missing == []


def list_commands(parser: argparse.ArgumentParser, prefix: str = "igny8") -> Iterator[str]:
    """Every command without commands of its own: `igny8 up`, `igny8 site add`."""
    groups = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not groups:
        yield prefix
    for group in groups:
        for name, command in group.choices.items():
            yield from list_commands(command, f"{prefix} {name}")


def test_every_command_of_the_engine_is_told() -> None:
    readme = (ROOT / "engine" / "README.md").read_text()
    assert [command for command in list_commands(make_parser()) if f"`{command}" not in readme] == []


def list_guides() -> list[str]:
    """Markdown files of the repository: what is committed, and what is about to be."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate", "*.md"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return [name for name in names if (ROOT / name).is_file() and "/prompts/" not in name]  # read by models, not people


@pytest.mark.parametrize("name", list_guides())
def test_no_link_points_nowhere(name: str) -> None:
    path = ROOT / name
    text = FENCED.sub("", path.read_text())
    links = [link for link in LINK.findall(text) if not re.match(r"[a-z]+:|#|\{", link)]
    assert [link for link in links if not resolve(path, link).exists()] == []


def resolve(path: Path, link: str) -> Path:
    return path.parent / unquote(link.partition("#")[0])


def test_pictures_are_small_and_used() -> None:
    guide = (DOCS / "user-guide.md").read_text()
    pictures = list((DOCS / "images").glob("*.png"))
    assert [picture.name for picture in pictures if picture.stat().st_size > MAX_IMAGE_BYTES] == []
    assert [picture.name for picture in pictures if f"images/{picture.name}" not in guide] == []
