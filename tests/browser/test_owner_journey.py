"""The owner's whole way in a browser: log in, set up, write, publish, look around, and visit the site."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from browser.faults import Faults
from browser.screens import DESKTOP, PHONE, admin_url, choose_trade, find_trade, rows
from conftest import PASSWORD
from playwright.sync_api import Browser, Locator, Page, expect
from stack.engine import Engine
from stack.wordpress import WordPress

pytestmark = pytest.mark.browser

Shot = Callable[[Page, str], None]
LINKS = 3  # that a page has at least, in text, tables and cards
WORK_MS = 90_000  # the longest of the works, on two busy cores


@pytest.fixture(scope="module")
def site(make_site: Callable[..., WordPress]) -> WordPress:
    """A fresh site with the plugin switched on and nothing else done."""
    site = make_site(title="Northwind Pets")
    site.serve()
    return site


def test_an_owner_gets_from_an_empty_site_to_a_published_one(
    page: Page, browser: Browser, site: WordPress, engine: Engine, shot: Shot
) -> None:
    log_in(page, site, shot)
    set_up(page, site, engine, shot)
    review(page, site, shot)
    write(page, site, shot)
    publish(page, site, shot)
    look_around(page, site, shot)
    visit(browser, site, shot)


def log_in(page: Page, site: WordPress, shot: Shot) -> None:
    page.goto(f"{site.url}/wp-login.php")
    shot(page, "01-login")
    page.get_by_label("Username or Email Address").fill("admin")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Log In").click()
    page.get_by_role("navigation", name="Main menu").get_by_role("link", name="IGNY8", exact=True).click()
    next_step(page, "Set up your site")
    shot(page, "02-dashboard-empty")


def set_up(page: Page, site: WordPress, engine: Engine, shot: Shot) -> None:
    page.get_by_role("link", name="Start the setup").click()
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Address").fill(engine.url)
    page.get_by_label("Key", exact=True).fill(engine.add_site("Northwind Pets", site.url))
    shot(page, "03-setup-connect")
    page.get_by_role("button", name="Test and save").click()
    find_trade(page, "dog shop", "Dog supplies")
    shot(page, "04-setup-search")
    choose_trade(page, "dog shop", "Dog supplies")
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Brands you carry").fill("Kong\nRuffwear")
    expect(page.get_by_role("tab", name="Topics")).to_be_visible(timeout=WORK_MS)
    shot(page, "05-setup-structure")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("Connected and working")).to_be_visible()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Skip this step").click()
    expect(page.get_by_text("Created now")).to_be_visible(timeout=WORK_MS)
    shot(page, "06-setup-finish")
    page.get_by_role("button", name="Create the structure").click()
    next_step(page, "Write the pages", WORK_MS)


def review(page: Page, site: WordPress, shot: Shot) -> None:
    """What was created, to look through."""
    page.goto(admin_url(site, "&view=review"))
    expect(notice(page, "This is the active plan")).to_be_visible()
    shot(page, "09-review")
    page.get_by_role("link", name="Pages", exact=True).last.click()
    shot(page, "10-review-pages")
    page.get_by_role("link", name="Taxonomies").click()
    shot(page, "11-review-taxonomies")


def write(page: Page, site: WordPress, shot: Shot) -> None:
    page.goto(admin_url(site))
    next_step(page, "Write the pages")
    shot(page, "14-dashboard-applied")
    page.get_by_role("link", name="Go to the pages").click()
    page.get_by_role("button", name=re.compile(r"Write \d+ pages")).click()
    bar = page.get_by_role("progressbar", name="Writing pages")
    expect(page.get_by_text(re.compile(r"^[1-9]\d* of \d+$"))).to_be_visible(timeout=WORK_MS)
    shot(page, "15-writing")
    page.reload()
    expect(bar).to_be_visible()
    shot(page, "16-writing-after-reload")
    expect(page.get_by_text("Everything is written. Look")).to_be_visible(timeout=WORK_MS)
    assert {row["status"] for row in rows(site, "content", "list", "--per-page=100")} == {"completed"}
    shot(page, "17-written")


def publish(page: Page, site: WordPress, shot: Shot) -> None:
    page.get_by_role("button", name=re.compile(r"Publish \d+ pages")).click()
    dialog = page.get_by_role("dialog", name="Publish all pages that are ready?")
    shot(page, "18-publish-confirm")
    dialog.get_by_role("button", name="Publish", exact=True).click()
    expect(page.get_by_role("progressbar", name="Publishing pages")).to_be_visible()
    shot(page, "19-publishing")
    expect(notice(page, re.compile(r"[1-9]\d* pages were published and [1-9]\d* links placed"))).to_be_visible(
        timeout=WORK_MS
    )
    shot(page, "20-published")
    page.goto(admin_url(site))
    next_step(page, "Your site stands")
    shot(page, "21-dashboard-done")


def look_around(page: Page, site: WordPress, shot: Shot) -> None:
    """The screens that the way itself does not pass."""
    page.goto(admin_url(site, "structure"))
    expect(page.get_by_role("row").nth(5)).to_be_visible()
    shot(page, "22-structure")
    page.get_by_role("rowheader").get_by_role("link", name="Dog beds", exact=True).first.click()
    expect(page.get_by_role("dialog").get_by_text("Viability of 100")).to_be_visible()
    shot(page, "23-structure-cluster")
    page.goto(admin_url(site, "structure&tab=keywords"))
    expect(page.get_by_role("row").nth(5)).to_be_visible()
    shot(page, "24-structure-keywords")
    page.goto(admin_url(site, "settings&tab=modules"))
    expect(page.get_by_role("checkbox").first).to_be_visible()
    shot(page, "25-settings-modules")


def visit(browser: Browser, site: WordPress, shot: Shot) -> None:
    """As somebody who is not logged in, at a desk and on a phone."""
    visitor = browser.new_context(viewport=DESKTOP).new_page()
    faults = Faults()
    faults.watch(visitor.context)
    for number, (name, url, title) in enumerate(places(site), start=26):
        visitor.set_viewport_size(DESKTOP)
        visitor.goto(url)
        expect(visitor.get_by_role("heading", level=1)).to_have_text(title)
        assert visitor.locator("main :is(p, li, td) a").count() >= LINKS, url
        shot(visitor, f"{number}-visitor-{name}")
        visitor.set_viewport_size(PHONE)
        assert visitor.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], url
        shot(visitor, f"{number}-visitor-{name}-phone")
    visitor.context.close()
    assert faults.seen == []


def places(site: WordPress) -> list[tuple[str, str, str]]:
    """Name, address and title of one page of each published kind, and of a comparison."""
    published = rows(site, "content", "list", "--published=yes", "--per-page=100")
    assert len(published) >= 30
    wanted = {
        "home": lambda row: row["kind"] == "home",
        "hub": lambda row: row["kind"] == "hub",
        "comparison": lambda row: row["kind"] == "hub" and " vs " in str(row["title"]),
        "term": lambda row: row["kind"] == "term",
    }
    found = {name: next(filter(is_wanted, published)) for name, is_wanted in wanted.items()}
    return [
        (name, f"{site.url}/" if name == "home" else str(row["url"]), str(row["title"])) for name, row in found.items()
    ]


def next_step(page: Page, title: str, timeout_ms: int = 5_000) -> None:
    """The dashboard tells the one thing to do next."""
    step = page.get_by_role("region", name="Next step")
    expect(step.get_by_role("heading", name=title)).to_be_visible(timeout=timeout_ms)


def notice(page: Page, text: str | re.Pattern[str]) -> Locator:
    """A message on our screen; WordPress repeats it elsewhere for screen readers."""
    return page.locator("#igny8-admin").get_by_text(text)
