"""The rules of docs/architecture.md for the plugin: a complete list, private tables, the engine behind Jobs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from stack.wordpress import ROOT

SRC = ROOT / "wp-plugin" / "src"
FILES = sorted(SRC.rglob("*.php"))
MODULES = sorted(path.parent.name for path in SRC.glob("Modules/*/Module.php"))


def relative(path: Path) -> str:
    return str(path.relative_to(SRC))


def test_every_module_folder_is_in_the_list_of_fourteen() -> None:
    text = (SRC / "Plugin.php").read_text()
    entries = re.findall(r"^\t\t'([a-z-]+)'\s+=> (null|Modules\\(\w+)\\Module::class),", text, re.MULTILINE)
    assert len(entries) == 14
    assert sorted(entry[2] for entry in entries if entry[2]) == MODULES


@pytest.mark.parametrize("module", MODULES)
def test_a_module_says_what_it_is_in_its_readme(module: str) -> None:
    readme = (SRC / "Modules" / module / "README.md").read_text()
    for operation in re.findall(
        r"""name:\s+'([\w-]+\.\w+)'|new Operation\(\s*'([\w-]+\.\w+)'""",
        "".join(path.read_text() for path in (SRC / "Modules" / module).rglob("*.php")),
    ):
        assert next(filter(None, operation)) in readme


@pytest.mark.parametrize("path", FILES, ids=relative)
def test_a_table_is_used_by_its_own_module_only(path: Path) -> None:
    if "Modules" not in path.parts:
        return
    own = path.parts[path.parts.index("Modules") + 1]
    foreign = re.findall(r"Modules\\(\w+)\\(\w+Table)\b", path.read_text())
    assert [name for name in foreign if name[0] != own] == []


@pytest.mark.parametrize("path", FILES, ids=relative)
def test_only_jobs_and_the_engine_module_call_the_engine(path: Path) -> None:
    if relative(path) in {"Jobs.php", "JobCourier.php", "Engine.php", "Plugin.php"} or "Modules/Engine" in str(path):
        return
    assert not re.search(r"->engine\(\)|new \\?(Igny8\\)?Engine\(", path.read_text())


@pytest.mark.parametrize("path", FILES, ids=relative)
def test_every_file_says_what_it_is_for(path: Path) -> None:
    assert re.match(r"<\?php\n/\*\*\n \* \S.*[.:?]\n", path.read_text())
