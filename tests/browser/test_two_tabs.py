"""Two tabs of the same owner press the same button at the same moment, and the work is done once."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from browser.screens import BUILD_MS, admin_url, rows, set_up
from playwright.sync_api import BrowserContext, Locator, Page, expect
from stack.wordpress import WordPress

pytestmark = pytest.mark.browser

SOON_MS = 1500  # both tabs have set their clocks by then
WORK_MS = 90_000
CLICK_AT = "( button, at ) => setTimeout( () => button.click(), at - Date.now() )"


@pytest.fixture(scope="module")
def site(connected_site: Callable[[str], WordPress]) -> WordPress:
    return connected_site("Northwind Coffee")


@pytest.fixture
def tabs(context: BrowserContext, site: WordPress, log_in: Callable[[WordPress], None]) -> tuple[Page, Page]:
    log_in(site)
    return context.new_page(), context.new_page()


def click_together(*buttons: Locator) -> None:
    """Clicks at the same millisecond: the tabs share the machine's clock."""
    at = buttons[0].evaluate("() => Date.now()") + SOON_MS
    for button in buttons:
        button.evaluate(CLICK_AT, at)


def test_one_plan_is_made_when_two_tabs_ask_for_it(tabs: tuple[Page, Page], site: WordPress) -> None:
    set_up(tabs[0], site, "coffee", "Coffee")
    tabs[1].goto(admin_url(site, "&view=setup&step=finish"))  # what the first tab entered is the site's
    expect(tabs[1].get_by_text("Created now")).to_be_visible(timeout=BUILD_MS)
    click_together(*(tab.get_by_role("button", name="Only keep it as a plan") for tab in tabs))
    for tab in tabs:
        expect(tab.get_by_role("heading", level=1, name="Plan 1")).to_be_visible(timeout=WORK_MS)
        expect(tab.locator("#igny8-admin").get_by_role("alert")).to_have_count(0)
    assert [row["version"] for row in rows(site, "blueprint", "list")] == [1]
    assert [row["status"] for row in rows(site, "engine", "jobs", "--operation=blueprint.create")] == ["done"]


def test_a_plan_is_applied_once_when_two_tabs_apply_it(tabs: tuple[Page, Page], site: WordPress) -> None:
    for tab in tabs:
        tab.goto(admin_url(site, "&view=review"))
        tab.get_by_role("button", name="Apply this plan").click()
    dialogs = (tab.get_by_role("dialog", name="Apply this plan?") for tab in tabs)
    click_together(*(dialog.get_by_role("button", name="Apply", exact=True) for dialog in dialogs))
    for tab in tabs:
        expect(tab.get_by_text("This is the active plan of your site.")).to_be_visible(timeout=WORK_MS)
        assert_no_error(tab)
    plan = json.loads(site.wp("igny8", "blueprint", "show", "--format=json"))
    assert len(site.wp("term", "list", *taxonomies(site), "--field=slug").split()) == plan["terms"]


def test_nothing_is_published_twice_when_two_tabs_publish(tabs: tuple[Page, Page], site: WordPress) -> None:
    site.wp("igny8", "content", "run")
    for tab in tabs:
        tab.goto(admin_url(site, "content"))
        tab.get_by_role("button", name=re.compile(r"Publish \d+ pages")).click()
    dialogs = (tab.get_by_role("dialog", name="Publish all pages that are ready?") for tab in tabs)
    click_together(*(dialog.get_by_role("button", name="Publish", exact=True) for dialog in dialogs))
    for tab in tabs:
        expect(tab.get_by_text("Everything that is complete is published.")).to_be_visible(timeout=WORK_MS)
        assert_no_error(tab)
    published = rows(site, "content", "list", "--published=yes", "--per-page=100")
    ids = [(row["kind"] == "term", row["object_id"]) for row in published]
    pages = pages_of_posts(site)
    assert len(ids) == len(set(ids)) >= 30
    assert len(pages) == len(set(pages))


def test_a_published_page_offers_view_instead_of_publish(tabs: tuple[Page, Page], site: WordPress) -> None:
    tab = tabs[0]
    tab.goto(admin_url(site, "content"))
    row = tab.get_by_role("row").filter(has_text="Published").nth(1)
    row.hover()
    row.get_by_role("button", name="Actions").click()
    expect(tab.get_by_role("menuitem", name="View")).to_be_visible()
    expect(tab.get_by_role("menuitem", name="Publish")).to_have_count(0)


def assert_no_error(tab: Page) -> None:
    expect(tab.locator("#igny8-admin .components-notice.is-error")).to_have_count(0)


def taxonomies(site: WordPress) -> list[str]:
    """Names of the taxonomies that the plan made."""
    names = site.wp("taxonomy", "list", "--field=name").split()
    return [name for name in names if name.startswith("igny8_")]


def pages_of_posts(site: WordPress) -> list[str]:
    """The page id of every post that carries one, so that a double shows as a repetition."""
    ask = "SELECT meta_value FROM $wpdb->postmeta WHERE meta_key = '_igny8_page'"
    return site.wp("eval", f'global $wpdb; echo implode( " ", $wpdb->get_col( "{ask}" ) );').split()
