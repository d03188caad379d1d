"""Takes the pictures of the user guide anew, from a real site built on the way: python docs/images/take.py."""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "docker" / "local"))

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright  # noqa: E402
from stack.engine import Engine  # noqa: E402
from stack.process import free_port  # noqa: E402
from stack.wordpress import WordPress  # noqa: E402

NAME, PASSWORD = "Northwind Pets", "a-password-for-pictures"
WORK_MS = 180_000  # writing 250 pages on two busy cores
SETTLE_MS = 1_500  # late parts of a screen: settings of modules, counts


def shoot(page: Page, name: str) -> None:
    page.wait_for_timeout(SETTLE_MS)
    page.screenshot(path=ROOT / "docs" / "images" / f"{name}.png", animations="disabled")


KEYWORDS = (
    "Keyword,Volume,KD,CPC\ndog beds,40500,58,0.9\northopedic dog beds,8100,41,1.2\ndog dna test,22200,63,2.4\n,90,,\n"
)


def log_in(page: Page, site: WordPress) -> None:
    page.goto(f"{site.url}/wp-login.php")
    page.get_by_label("Username or Email Address").fill("admin")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Log In").click()
    page.wait_for_url("**/wp-admin/**")


def set_up(page: Page, admin: str, engine: Engine, site: WordPress) -> None:
    page.goto(f"{admin}&view=setup")
    expect(page.get_by_role("radio", name="Quick")).to_be_visible()
    shoot(page, "setup-welcome")
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Address").fill(engine.url)
    page.get_by_label("Key", exact=True).fill(engine.add_site(NAME, site.url))
    page.get_by_role("button", name="Test and save").click()
    trade = page.get_by_role("combobox", name="What do you do?")
    for words in ("dog supplies", "cat supplies"):
        trade.fill(words)
        expect(page.get_by_role("listbox").get_by_role("option").first).to_contain_text(words, ignore_case=True)
        trade.press("Enter")
    shoot(page, "setup-site")
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Brands you carry").fill("Kong\nRuffwear")
    expect(page.get_by_role("region", name="Preview").get_by_text("Kong").first).to_be_visible(timeout=WORK_MS)
    page.evaluate("window.scrollTo(0, 0)")
    shoot(page, "setup-structure")
    page.get_by_role("button", name="Continue").click()
    expect(said(page, "Connected and working")).to_be_visible()
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Or paste keywords").fill(KEYWORDS)
    page.get_by_role("button", name="Read the list").click()
    expect(said(page, "3 keywords").first).to_be_visible(timeout=WORK_MS)
    page.evaluate("window.scrollTo(0, 0)")
    shoot(page, "setup-keywords")
    page.get_by_role("button", name="Continue").click()
    expect(said(page, "Created now")).to_be_visible(timeout=WORK_MS)
    shoot(page, "setup-finish")
    page.get_by_role("button", name="Create the structure").click()
    expect(page.get_by_role("heading", name="Write the pages")).to_be_visible(timeout=WORK_MS)
    shoot(page, "dashboard-start")


def review(page: Page, admin: str) -> None:
    page.goto(f"{admin}&view=review")
    expect(said(page, "This is the active plan of your site.")).to_be_visible()
    shoot(page, "review")
    page.goto(f"{admin}-settings&tab=templates&template=dog-supplies")
    page.get_by_role("button", name="Product type").click()
    page.evaluate("window.scrollTo(0, 300)")
    shoot(page, "template")


def write_and_publish(page: Page, admin: str) -> None:
    page.goto(f"{admin}-content")
    page.get_by_role("button", name=re.compile(r"Write \d+ pages")).click()
    expect(page.get_by_text(re.compile(r"^[1-9]\d* of \d+$"))).to_be_visible(timeout=WORK_MS)
    shoot(page, "content-writing")
    expect(page.get_by_text("Everything is written. Look")).to_be_visible(timeout=WORK_MS)
    confirm(page, page.get_by_role("button", name=re.compile(r"Publish \d+ pages")), "Publish")
    expect(said(page, re.compile(r"\d+ pages were published and"))).to_be_visible(timeout=WORK_MS)
    shoot(page, "content-published")


def look_around(page: Page, admin: str) -> None:
    page.goto(admin)
    expect(page.get_by_text("Your site stands")).to_be_visible()
    shoot(page, "dashboard-done")
    page.goto(f"{admin}-structure")
    expect(page.get_by_role("row").nth(5)).to_be_visible()
    page.get_by_role("button", name="Change “Dog beds”").first.click()
    page.get_by_role("menuitem", name="Rename…").click()
    page.get_by_label("New title").fill("Beds for dogs")
    page.get_by_role("dialog").get_by_role("button", name="Rename").click()
    expect(page.get_by_text("will be “Beds for dogs”")).to_be_visible()
    shoot(page, "structure")
    page.goto(f"{admin}-structure&tab=changes")
    page.get_by_role("button", name=re.compile("^Undo: Rename")).click()
    expect(page.get_by_text("Nothing waits")).to_be_visible()
    page.goto(f"{admin}-structure")
    page.get_by_role("rowheader").get_by_role("link", name="Dog beds", exact=True).first.click()
    expect(page.get_by_role("dialog").get_by_text("Viability of 100")).to_be_visible()
    shoot(page, "structure-cluster")
    page.goto(f"{admin}-structure&tab=map")
    page.get_by_role("treeitem", name=re.compile("^Dog collars")).first.click()
    shoot(page, "structure-map")
    page.goto(f"{admin}-structure&tab=attributes")
    product = page.get_by_role("region", name="Product type")
    product.get_by_label("Add a value to Product type").fill("Dog strollers")
    product.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text("1 change waits")).to_be_visible()
    product.get_by_text("Dog strollers").scroll_into_view_if_needed()
    shoot(page, "structure-attributes")
    page.get_by_role("button", name="Undo: Dog strollers").click()
    page.goto(f"{admin}-settings&tab=modules")
    expect(page.get_by_role("checkbox").nth(5)).to_be_visible()
    shoot(page, "settings-modules")


def titles(page: Page, admin: str) -> None:
    page.goto(f"{admin}-seo-meta")
    expect(page.get_by_role("row").nth(5)).to_be_visible()
    shoot(page, "titles-meta")
    page.get_by_role("searchbox", name="Search pages").fill("dog")
    expect(page.get_by_role("row").filter(has_text="Cat trees")).to_have_count(0)
    page.get_by_role("button", name=re.compile(r"^Change all \d+$")).click()
    page.get_by_label("How", exact=True).select_option(label="Add at the end")
    page.get_by_role("dialog").get_by_role("combobox", name="Value").fill(" | Free delivery")
    page.get_by_role("dialog").get_by_role("button", name="Preview").click()
    expect(page.get_by_role("button", name=re.compile(r"^Change (up to )?\d+ pages$"))).to_be_visible()
    shoot(page, "titles-meta-bulk")
    page.goto(f"{admin}-settings&tab=titles&kind=post:page")
    page.get_by_role("combobox", name="Title", exact=True).fill("{title} | {site_name}")
    expect(page.locator(".igny8-result__title")).to_contain_text("| Northwind")
    shoot(page, "settings-titles")


def visit(browser: Browser, url: str) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 720})
    page.goto(f"{url}/")
    shoot(page, "site-home")
    page.goto(f"{url}/dog-beds/")
    shoot(page, "site-hub")
    page.locator(".igny8-content-cards, .igny8-linker-related").last.scroll_into_view_if_needed()
    shoot(page, "site-hub-links")


def confirm(page: Page, button: Locator, word: str) -> None:
    button.click()
    page.get_by_role("dialog").get_by_role("button", name=word, exact=True).click()


def said(page: Page, text: str | re.Pattern[str]) -> Locator:
    return page.locator("#igny8-admin").get_by_text(text)


def with_stack(work: Callable[[Engine, WordPress], None]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine, site = Engine(Path(folder) / "engine", free_port()), WordPress(Path(folder) / "site", free_port())
        try:
            engine.start()
            site.install(NAME, PASSWORD)
            site.serve()
            work(engine, site)
        finally:
            site.stop()
            engine.stop()


def take(engine: Engine, site: WordPress) -> None:
    admin = f"{site.url}/wp-admin/admin.php?page=igny8"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        context = browser.new_context(viewport={"width": 1200, "height": 800}, reduced_motion="reduce")
        page = context.new_page()
        log_in(page, site)
        set_up(page, admin, engine, site)
        review(page, admin)
        write_and_publish(page, admin)
        look_around(page, admin)
        titles(page, admin)
        visit(browser, site.url)
        browser.close()


if __name__ == "__main__":
    with_stack(take)
