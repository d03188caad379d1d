"""The rules of docs/architecture.md: who may import whom, and that every file says what it is for."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from stack.wordpress import ROOT

PACKAGE = ROOT / "engine" / "igny8"
DOMAINS = sorted(path.name for path in PACKAGE.iterdir() if (path / "operations.py").exists())
EDGES = {"api", "app", "jobs", "worker", "tick", "cli"}
FILES = [path for path in sorted(PACKAGE.rglob("*.py")) if "versions" not in path.parts]


def imports(path: Path) -> set[str]:
    """Names of the modules a file imports, at its top or inside its functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_there_are_domains() -> None:
    assert {"sag", "keywords", "writing"} <= set(DOMAINS)


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_domain_knows_neither_the_edges_nor_another_domains_store(domain: str) -> None:
    for path in (PACKAGE / domain).rglob("*.py"):
        names = imports(path)
        assert not names & {f"igny8.{edge}" for edge in EDGES}, path
        assert not [name for name in names if name.endswith(".store") and not name.startswith(f"igny8.{domain}")], path


def test_only_llm_knows_litellm_and_only_late() -> None:
    knowing = [path.name for path in FILES if any(name.split(".")[0] == "litellm" for name in imports(path))]
    assert knowing == ["llm.py"]
    tree = ast.parse((PACKAGE / "llm.py").read_text())
    top = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    assert "litellm" not in ast.dump(ast.Module(top, []))


def test_only_http_goes_out() -> None:
    going_out = {
        path.name
        for path in FILES
        if imports(path) & {"requests", "urllib.request", "http.client", "httpx", "aiohttp", "socket"}
    }
    assert going_out <= {"http.py", "up.py", "web_worker.py"}, "only http.py may; the others handle ports of ours"


def test_domains_do_not_import_in_circles() -> None:
    needs = {
        domain: {
            name.split(".")[1]
            for path in (PACKAGE / domain).rglob("*.py")
            for name in imports(path)
            if name.startswith("igny8.") and name.split(".")[1] in DOMAINS
        }
        - {domain}
        for domain in DOMAINS
    }
    for domain, others in needs.items():
        assert not [other for other in others if domain in needs[other]], f"{domain} and {others} need each other"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_file_says_what_it_is_for(path: Path) -> None:
    text = ast.get_docstring(ast.parse(path.read_text()))
    assert text and text.splitlines()[0].endswith((".", ":", "?"))


def test_the_operations_are_listed_without_loading_a_model_library() -> None:
    code = "import sys, igny8.operations as o; o.load_operations(); print('litellm' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "False"
