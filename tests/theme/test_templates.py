"""The theme on its own, without the plugin: every template has one title, one main, and says nothing broken."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import requests
from stack.wordpress import ROOT, WordPress

PATHS = {"latest": "/", "article": "/hello-world/", "page": "/sample-page/", "archive": "/category/uncategorized/",
         "search": "/?s=hello", "nothing": "/?s=zzzz", "missing": "/no-such-page/"}  # fmt: skip


@pytest.fixture(scope="module")
def site(make_site: Callable[..., WordPress]) -> WordPress:
    wordpress = make_site()
    wordpress.wp("plugin", "deactivate", "igny8")
    wordpress.serve()
    return wordpress


@pytest.mark.parametrize("name", PATHS)
def test_a_template_has_one_title_and_one_main(site: WordPress, name: str) -> None:
    answer = requests.get(site.url + PATHS[name], timeout=30)
    assert answer.status_code == (404 if name == "missing" else 200)
    assert len(re.findall(r"<h1[ >]", answer.text)) == 1
    assert len(re.findall(r"<main[ >]", answer.text)) == 1
    assert "wp-block-navigation" in answer.text
    assert not re.search(r"<b>(Warning|Notice|Deprecated)</b>|<script[^>]+src=[^>]+themes/igny8", answer.text)


def test_a_fruitless_search_says_so_and_offers_another(site: WordPress) -> None:
    text = requests.get(site.url + PATHS["nothing"], timeout=30).text
    assert "Nothing was found here" in text
    assert 'type="search"' in text


def test_templates_hold_no_text_that_cannot_be_translated() -> None:
    for template in (ROOT / "wp-theme/templates").glob("*.html"):
        assert re.sub(r"<!--.*?-->|<[^>]+>|\s", "", template.read_text(), flags=re.DOTALL) == "", template.name
