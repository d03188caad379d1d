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


def connect(page: Page, admin: str, engine: Engine, site: WordPress) -> None:
    page.goto(f"{site.url}/wp-login.php")
    page.get_by_label("Username or Email Address").fill("admin")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Log In").click()
    page.wait_for_url("**/wp-admin/**")
    page.goto(f"{admin}-settings")
    page.get_by_label("Address").fill(engine.url)
    page.get_by_label("Key", exact=True).fill(engine.add_site(NAME, site.url))
    page.get_by_role("button", name="Test and save").click()
    expect(page.get_by_text("Connected and working")).to_be_visible()
    shoot(page, "settings")
    page.goto(admin)
    expect(page.get_by_role("link", name="Start the plan")).to_be_visible()
    shoot(page, "dashboard-start")


def plan(page: Page) -> None:
    page.get_by_role("link", name="Start the plan").click()
    trade = page.get_by_role("combobox", name="What do you do?")
    for words in ("dog supplies", "cat supplies"):
        trade.fill(words)
        expect(page.get_by_role("option").first).to_contain_text(words, ignore_case=True)
        trade.press("Enter")
    page.get_by_role("button", name="Add facts").click()
    page.get_by_label("Brands you carry").fill("Kong\nRuffwear")
    page.evaluate("window.scrollTo(0, 0)")
    shoot(page, "plan")
    page.get_by_role("button", name="Make the plan").click()
    expect(page.get_by_text("Applying creates").first).to_be_visible(timeout=WORK_MS)
    shoot(page, "review")
    confirm(page, page.get_by_role("button", name="Apply this plan"), "Apply")
    expect(said(page, "The plan is applied.")).to_be_visible(timeout=WORK_MS)


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
    shoot(page, "structure")
    page.get_by_role("row").nth(1).get_by_role("button").first.click()
    expect(page.get_by_role("dialog").get_by_text("Viability of 100")).to_be_visible()
    shoot(page, "structure-cluster")
    page.goto(f"{admin}-settings&tab=modules")
    expect(page.get_by_role("checkbox").nth(5)).to_be_visible()
    shoot(page, "settings-modules")


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
        connect(page, admin, engine, site)
        plan(page)
        write_and_publish(page, admin)
        look_around(page, admin)
        visit(browser, site.url)
        browser.close()


if __name__ == "__main__":
    with_stack(take)
