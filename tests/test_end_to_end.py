"""The main job, as `wp igny8 run` does it: a sector becomes a published site that a visitor can walk through.

Each sample site is built once on a real WordPress by a real engine; the tests then look at it from outside.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
import requests
from stack.engine import Engine
from stack.wordpress import WordPress

SAMPLES = {
    "shop": ("Northwind Pets", "dog-supplies,cat-supplies", "sqlite"),
    "local": ("Northwind Plumbing", "plumber", "mariadb"),
    "saas": ("Northwind Projects", "project-management-software", "sqlite"),
}


class PageReader(HTMLParser):
    """Collects what the tests ask of a page: links, headings of the first level, visible text in `main`."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.text: list[str] = []
        self.h1 = 0
        self.open: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.add(tag)
        if tag == "a" and (href := dict(attrs).get("href")):
            self.links.append(href)
        self.h1 += tag == "h1"

    def handle_endtag(self, tag: str) -> None:
        self.open.discard(tag)

    def handle_data(self, data: str) -> None:
        if "main" in self.open and not self.open & {"script", "style"}:
            self.text.append(data)


@dataclass
class Site:
    wordpress: WordPress
    report: dict[str, object]
    pages: dict[str, PageReader] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)

    def walk(self) -> None:
        """Reads every page a visitor can reach from the home page, and remembers links that lead nowhere."""
        waiting, seen = [(self.wordpress.url + "/", "start")], set()
        while waiting:
            url, origin = waiting.pop()
            if url in seen:
                continue
            seen.add(url)
            answer = requests.get(url, timeout=30)
            if answer.status_code != 200:
                self.broken[url] = f"{answer.status_code}, linked from {origin}"
                continue
            reader = PageReader()
            reader.feed(answer.text)
            self.pages[url] = reader
            for link in reader.links:
                target = urljoin(url, link).split("#")[0]
                is_own = urlsplit(target).netloc == urlsplit(self.wordpress.url).netloc
                if is_own and not re.search(r"/(wp-|feed|xmlrpc)|\?", target):
                    waiting.append((target, url))


@pytest.fixture(scope="module", params=SAMPLES)
def site(request: pytest.FixtureRequest, engine: Engine, make_site: Callable[..., WordPress]) -> Site:
    name, sectors, database = SAMPLES[request.param]
    wordpress = make_site(database, title=name)
    key = engine.add_site(name, wordpress.url)
    wordpress.wp("igny8", "engine", "connect", engine.url, f"--key={key}")
    report = json.loads(wordpress.wp("igny8", "run", f"--name={name}", f"--sectors={sectors}", "--format=json"))
    wordpress.serve()
    built = Site(wordpress, report)
    built.walk()
    return built


def posts(site: Site, *arguments: str) -> list[dict[str, Any]]:
    fields = "--fields=ID,post_title,post_name,post_status,post_type"
    rows: list[dict[str, Any]] = json.loads(site.wordpress.wp("post", "list", "--format=json", fields, *arguments))
    return rows


def test_the_report_counts_what_was_made(site: Site) -> None:
    assert int(str(site.report["keywords"])) >= 300
    assert int(str(site.report["pages_published"])) >= 30
    assert int(str(site.report["pages_drafted"])) >= 10
    assert int(str(site.report["terms_created"])) >= 15
    assert int(str(site.report["links_placed"])) >= 30
    types = site.report["clusters_by_type"]
    assert isinstance(types, dict) and len(types) >= 5


def test_a_visitor_reaches_the_published_site_without_a_dead_link(site: Site) -> None:
    assert site.broken == {}
    assert len(site.pages) >= 30


def test_every_page_has_one_title_and_words_to_read(site: Site) -> None:
    assert {url: reader.h1 for url, reader in site.pages.items() if reader.h1 != 1} == {}
    thin = {url: len(" ".join(reader.text).split()) for url, reader in site.pages.items()}
    assert {
        url: words for url, words in thin.items() if words < 90
    } == {}  # browse pages of lone values are the shortest


def test_every_published_page_is_reachable_from_the_home_page(site: Site) -> None:
    own = ("--post_type=page", "--post_status=publish", "--meta_key=_igny8_page", "--posts_per_page=-1")
    urls = set(site.wordpress.wp("post", "list", *own, "--field=url").split())
    assert len(urls) >= 25
    assert urls - set(site.pages) == set()


def test_articles_are_briefs_and_stay_drafts(site: Site) -> None:
    drafts = posts(site, "--post_type=post", "--post_status=draft", "--posts_per_page=-1")
    assert len(drafts) >= 10
    assert site.wordpress.wp("post", "meta", "get", str(drafts[0]["ID"]), "_igny8_state") == "brief"
    assert [
        row for row in posts(site, "--post_type=post", "--post_status=publish") if row["post_name"] != "hello-world"
    ] == []


def test_no_placeholder_or_error_reaches_a_visitor(site: Site) -> None:
    for url, reader in site.pages.items():
        text = " ".join(reader.text)
        found = re.search(r"\{\w*\}|undefined|Array|Warning:|Notice:|Deprecated:|lorem ipsum", text, re.IGNORECASE)
        assert found is None, f"{url}: {text[max(0, found.start() - 60) : found.end() + 60]}"


def test_running_again_makes_nothing_twice(site: Site) -> None:
    arguments = ("--post_type=page,post", "--post_status=any", "--posts_per_page=-1")
    before = posts(site, *arguments)
    report = json.loads(
        site.wordpress.wp(
            "igny8", "run", f"--name={site.report['name']}", f"--sectors={site.report['sectors']}", "--format=json"
        )
    )
    assert posts(site, *arguments) == before
    for name in ("keywords", "pages", "pages_published", "pages_drafted", "links_placed"):
        assert report[name] == site.report[name], name


def test_php_reported_nothing(site: Site) -> None:
    log = site.wordpress.core / "wp-content" / "debug.log"
    own = [line for line in log.read_text().splitlines() if "igny8" in line] if log.exists() else []
    assert own == []
