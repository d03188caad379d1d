"""The screen Redirects: add, visit, count, undo; a missing address redirected by one click; test box, check, files."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import requests
from browser.faults import Faults
from browser.screens import PHONE, admin_url
from browser.test_accessibility import violations
from playwright.sync_api import Locator, Page, expect
from stack.wordpress import WordPress

pytestmark = pytest.mark.browser

FILE = """source,target,code
/from-a-file,/dog-beds/,301
/wp-login.php,/x,301
/also-from-a-file,https://shop.example/,302
"""


@pytest.fixture(scope="module")
def site(make_site: Callable[..., WordPress]) -> WordPress:
    site = make_site(theme="twentytwentyfive", title="Northwind Redirects")
    site.wp("rewrite", "structure", "/%postname%/")
    site.wp(
        "post", "create", "--post_type=page", "--post_status=publish", "--post_title=Dog beds", "--post_name=dog-beds"
    )
    site.serve()
    return site


@pytest.fixture(autouse=True)
def owner(site: WordPress, log_in: Callable[[WordPress], None]) -> None:
    log_in(site)


def open_tab(page: Page, site: WordPress, tab: str = "") -> None:
    page.goto(admin_url(site, f"redirects&tab={tab}" if tab else "redirects"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Redirects")
    expect(page.locator("#igny8-admin .components-spinner")).to_have_count(0)


def said(page: Page, words: str) -> Locator:
    """The notice on the screen, not its copy for screen readers."""
    return page.locator("#igny8-admin .components-notice").get_by_text(words)


def visit(site: WordPress, path: str) -> tuple[int, str]:
    """Status and target of an anonymous visit in a browser's name."""
    answer = requests.get(
        f"{site.url}{path}", allow_redirects=False, timeout=30, headers={"User-Agent": "Mozilla/5.0 (X11; Linux)"}
    )
    return answer.status_code, answer.headers.get("Location", "").removeprefix(site.url)


def test_a_redirect_is_added_visited_counted_and_undone(
    page: Page, site: WordPress, shot: Callable[[Page, str], None], faults: Faults
) -> None:
    faults.allow("redirects/add")  # refused first
    open_tab(page, site)
    page.get_by_role("button", name="Add the first redirect").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Old address").fill("/wp-admin")
    dialog.get_by_label("New address").fill("/dog-beds/")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog).to_contain_text("WordPress itself needs this address")
    dialog.get_by_label("Old address").fill("/Hundebetten/größe")
    assert violations(page, "[role=dialog]") == []
    dialog.get_by_role("button", name="Save").click()
    expect(said(page, "The redirect was added.")).to_be_visible()
    assert visit(site, "/hundebetten/gr%C3%B6%C3%9Fe?a=1") == (301, "/dog-beds/?a=1")
    open_tab(page, site)
    row = page.get_by_role("row", name=re.compile("größe"))
    expect(row).to_contain_text("/dog-beds/")
    expect(row.get_by_role("cell").nth(4)).to_have_text("1")
    shot(page, "redirects")
    assert violations(page, "#igny8-admin") == []

    row.get_by_role("button", name="Actions").click()
    page.get_by_role("menuitem", name="Delete").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(said(page, "1 redirect deleted.")).to_be_visible()
    assert visit(site, "/hundebetten/gr%C3%B6%C3%9Fe")[0] == 404
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(said(page, "Taken back.")).to_be_visible()
    assert visit(site, "/hundebetten/gr%C3%B6%C3%9Fe") == (301, "/dog-beds/")


def test_a_missing_address_is_redirected_with_one_click(page: Page, site: WordPress) -> None:
    assert visit(site, "/best-dog-bed?ref=anna")[0] == 404
    open_tab(page, site, "misses")
    expect(page.get_by_role("row", name=re.compile("best-dog-bed"))).to_contain_text("/best-dog-bed?ref")
    page.get_by_role("button", name="Redirect /best-dog-bed?ref to “Dog beds”").click()
    expect(said(page, "1 redirect made.")).to_be_visible()
    assert visit(site, "/best-dog-bed/") == (301, "/dog-beds/")
    assert violations(page, "#igny8-admin") == []


def test_the_test_box_explains_and_the_check_mends(page: Page, site: WordPress) -> None:
    site.wp("igny8", "redirects", "add", "/dead-end", "/nowhere")
    site.wp("igny8", "redirects", "add", "/only-members", "/dog-beds/", '--conditions={"logged_in":true}')
    open_tab(page, site, "test")
    page.get_by_label("Address").fill("/only-members")
    page.get_by_role("button", name="Test", exact=True).click()
    answer = page.get_by_role("status").filter(has_text="considered")
    expect(answer).to_contain_text("The condition “Logged in or not” does not hold.")
    page.get_by_text("The visitor", exact=True).click()
    page.get_by_label("Is logged in").check()
    page.get_by_role("button", name="Test", exact=True).click()
    expect(answer).to_contain_text("sends the visitor to")
    assert violations(page, "#igny8-admin") == []

    open_tab(page, site, "check")
    page.get_by_role("button", name="Check now").click()
    expect(page.get_by_role("row", name=re.compile("dead-end"))).to_contain_text("Leads to nothing")
    page.get_by_role("button", name="Mend all").click()
    page.get_by_role("dialog").get_by_role("button", name="Mend", exact=True).click()
    expect(said(page, "1 redirect mended.")).to_be_visible()
    status, _ = visit(site, "/dead-end")
    assert status == 410


def test_a_file_is_previewed_imported_and_taken_back(page: Page, site: WordPress, tmp_path: Path) -> None:
    file = tmp_path / "redirects.csv"
    file.write_text(FILE)
    page.set_viewport_size(PHONE)
    open_tab(page, site, "files")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_text("CSV: 2 new, 0 replaced, 0 there already, 1 cannot be used.")).to_be_visible()
    expect(page.get_by_role("table", name="Lines that cannot be used")).to_contain_text("WordPress itself")
    assert violations(page, "#igny8-admin") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.get_by_role("button", name="Import", exact=True).click()
    expect(said(page, "Imported: 2 redirects.")).to_be_visible()
    assert visit(site, "/also-from-a-file") == (302, "https://shop.example/")
    page.get_by_role("button", name="Undo", exact=True).first.click()
    expect(said(page, "Taken back.")).to_be_visible()
    assert visit(site, "/also-from-a-file")[0] == 404
