"""Runs the plugin's PHPUnit suites inside a real WordPress, once on SQLite and once on MariaDB."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable

import pytest
from stack.wordpress import ROOT, WordPress


@pytest.mark.parametrize("database", ["sqlite", "mariadb"])
def test_plugin_suites_pass(database: str, make_site: Callable[..., WordPress]) -> None:
    site = make_site(database, theme="twentytwentyfive")
    result = subprocess.run(
        ["phpunit", "--configuration", str(ROOT / "tests/plugin/phpunit.xml"), "--colors=never"],
        capture_output=True, text=True, check=False, cwd=ROOT,
        env={**os.environ, "IGNY8_TEST_WP": str(site.core)},
    )  # fmt: skip
    print(result.stdout[-6000:], result.stderr[-3000:])
    assert result.returncode == 0, result.stdout[-6000:] + result.stderr[-3000:]
    assert "OK (" in result.stdout
