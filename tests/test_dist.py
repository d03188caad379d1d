"""The zips that users install: built from lists, working without the checkout, with what translators need."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from collections.abc import Callable

import pytest
from stack.wordpress import ROOT, WordPress


@pytest.fixture(scope="module", autouse=True)
def zips() -> None:
    subprocess.run([str(ROOT / "docker/local/dist.sh")], check=True, capture_output=True)


def test_the_zips_install_and_work_without_the_checkout(make_site: Callable[..., WordPress]) -> None:
    site = make_site(theme="twentytwentyfive")
    content = site.core / "wp-content"
    for link in ("plugins/igny8", "plugins/igny8-toolkit", "themes/igny8"):
        (content / link).unlink()
    site.wp("plugin", "install", str(ROOT / "dist/igny8.zip"), str(ROOT / "dist/igny8-toolkit.zip"), "--activate")
    site.wp("theme", "install", str(ROOT / "dist/igny8-theme.zip"), "--activate")

    status = json.loads(site.wp("igny8", "engine", "status", "--format=json"))
    assert status["is_connected"] is False
    modules = json.loads(site.wp("igny8", "module", "list", "--format=json"))
    assert len(modules) >= 5
    assert site.wp("theme", "list", "--status=active", "--field=name") == "igny8-theme"


def test_the_plugin_brings_its_source_and_its_texts_and_nothing_else() -> None:
    names = zipfile.ZipFile(ROOT / "dist/igny8.zip").namelist()
    top = {name.split("/")[1] for name in names if name.count("/")} - {""}
    assert top == {
        "igny8.php", "uninstall.php", "readme.txt", "src", "build", "contracts", "admin", "blocks", "editor",
        "languages",
        "package.json", "package-lock.json", "webpack.config.js", "one-stemmer-loader.js",
    }  # fmt: skip
    assert not [name for name in names if "node_modules" in name or name.endswith((".sh", ".phar", ".zip", ".md"))]
    assert not [name for name in names if re.search(r"/\.|/tests/", name)]
    template = zipfile.ZipFile(ROOT / "dist/igny8.zip").read("igny8/languages/igny8.pot").decode()
    assert 'msgid "Connect your engine"' in template
    sources = {
        source.split(":")[0] for line in re.findall(r"^#: (.+)$", template, re.MULTILINE) for source in line.split()
    }
    assert {"build/index.js", "build/editor.js", "build/blocks.js"} <= sources
    assert not [name for name in sources if name.endswith(".js") and not name.startswith("build/")]
    assert "src/Modules/Schema/blocks/faq/block.json" in sources
