"""The screens by keyboard, on a phone, and held against the rules of WCAG 2.2 AA."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from browser.screens import BUILD_MS, PHONE, admin_url
from playwright.sync_api import Locator, Page, expect
from stack.wordpress import ROOT, WordPress

pytestmark = pytest.mark.browser

# @wordpress/scripts brings it along, pinned in package-lock.json.
AXE = ROOT / "wp-plugin" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# Screen → what stands on it once it is loaded.
SCREENS = {
    "": "Your site stands",
    "&view=setup&step=welcome": "How do you want to go about it?",
    "&view=setup&step=site": "Kind of site",
    "&view=setup&step=structure": "What visitors browse by",
    "&view=setup&step=connect": "Connected and working",
    "&view=setup&step=keywords": "Your own keyword list",
    "&view=setup&step=finish": "Created now",
    "&view=review": "Clusters by type",
    "&view=review&part=pages": "Dog beds",
    "&view=review&part=taxonomies": "Product types",
    "&view=versions": "Plan 1",
    "structure": "Dog beds",
    "structure&tab=keywords": "Keyword",
    "content": "Dog beds",
    "settings": "Connected and working",
    "settings&tab=modules": "Always on.",
    "settings&tab=roles": "Manage redirects",
    "settings&tab=transfer": "Export settings",
    "settings&tab=sitemap": "What is listed",
    "settings&tab=robots": "Block AI crawlers",
    "settings&tab=feeds": "Text of llms.txt",
    "settings&tab=templates": "Import a file",
    "settings&tab=templates&template=dog-supplies": "Product type",
}

# On the element, or on the box around a field that holds more than text.
SHOWS_FOCUS = """( element ) => [ element, element.parentElement ].map( ( shown ) => getComputedStyle( shown ) )
	.some( ( { outlineStyle, boxShadow } ) => outlineStyle !== 'none' || boxShadow !== 'none' )"""

MOST_TABS = 40  # from the beginning of a screen to its end


@pytest.fixture(autouse=True)
def owner(built_site: WordPress, log_in: Callable[[WordPress], None]) -> None:
    log_in(built_site)


def open_screen(page: Page, site: WordPress, screen: str) -> None:
    page.goto(admin_url(site, screen))
    expect(page.locator("#igny8-admin").get_by_text(SCREENS[screen]).first).to_be_visible(timeout=BUILD_MS)
    expect(page.locator(".components-spinner, .igny8-skeleton")).to_have_count(0)


def violations(page: Page, place: str) -> list[str]:
    """What axe-core finds wrong inside the place, one line a fault."""
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(path=AXE)
    run = "async ( [ place, rules ] ) => ( await axe.run( place, { runOnly: rules } ) ).violations"
    found = page.evaluate(run, [place, RULES])
    return [f"{fault['id']}: {node['html'][:200]}" for fault in found for node in fault["nodes"]]


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_keeps_the_rules_and_fits_a_phone(
    page: Page, built_site: WordPress, shot: Callable[[Page, str], None], screen: str
) -> None:
    open_screen(page, built_site, screen)
    assert violations(page, "#igny8-admin") == []
    page.set_viewport_size(PHONE)
    shot(page, f"phone-{re.sub(r'[^a-z]+', '-', screen).strip('-') or 'dashboard'}")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert violations(page, "#igny8-admin") == []


def test_dialogs_keep_the_rules(page: Page, built_site: WordPress) -> None:
    open_screen(page, built_site, "structure")
    page.get_by_role("rowheader").get_by_role("link", name="Dog beds", exact=True).first.click()
    expect(page.get_by_role("dialog").get_by_text("Viability of 100")).to_be_visible()
    assert violations(page, ".components-modal__screen-overlay") == []
    open_screen(page, built_site, "&view=review")
    page.get_by_role("button", name="Undo applying").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert violations(page, ".components-modal__screen-overlay") == []


def test_the_open_list_of_trades_keeps_the_rules(page: Page, built_site: WordPress) -> None:
    open_screen(page, built_site, "&view=setup&step=site")
    page.get_by_role("combobox", name="What do you do?").fill("coffee")
    expect(page.get_by_role("listbox").get_by_role("option", name="Coffee").first).to_be_visible()
    assert violations(page, "#igny8-admin") == []


def test_the_setup_can_be_gone_through_without_a_mouse(page: Page, built_site: WordPress) -> None:
    open_screen(page, built_site, "")
    tab_to(page, page.get_by_role("link", name="Skip to main content"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("link", name="Plans", exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    tab_to(page, page.locator("#igny8-admin a[href*='view=setup']").first)
    page.keyboard.press("Enter")
    expect(page.get_by_role("radio", name="Quick")).to_be_visible()
    tab_to(page, page.get_by_role("radio", name="Quick"))
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Detailed")).to_be_checked()
    press(page, page.get_by_role("button", name="Continue"))
    expect(page.get_by_role("heading", level=2, name="Your site")).to_be_focused()
    trade = page.get_by_role("combobox", name="What do you do?")
    tab_to(page, trade)
    page.keyboard.type("coffee")
    page.keyboard.press("Enter")  # too early: the list still belongs to no words, and nothing is chosen
    expect(page.get_by_role("listbox", name="Trades").get_by_role("option").first).to_contain_text("Coffee")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("list", name="Chosen trades")).to_contain_text("Coffee")
    expect(trade).to_be_focused()
    page.keyboard.press("Backspace")
    expect(page.get_by_role("list", name="Chosen trades")).not_to_contain_text("Coffee")
    press(page, page.get_by_role("button", name="Continue"))
    expect(page.get_by_role("heading", level=2, name="The structure")).to_be_focused()
    expect(page.get_by_role("button", name="Feature")).to_be_visible(timeout=BUILD_MS)
    press(page, page.get_by_role("button", name="Feature"))
    tab_to(page, page.get_by_role("checkbox", name="Waterproof"))
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Feature")).to_contain_text("8 of 9")
    page.keyboard.press("Space")  # as it was: the site is shared
    press(page, page.get_by_role("button", name="Connect"), backwards=True)
    expect(page.get_by_role("heading", level=2, name="Your engine")).to_be_focused()


def press(page: Page, button: Locator, *, backwards: bool = False) -> None:
    tab_to(page, button, "Shift+Tab" if backwards else "Tab")
    page.keyboard.press("Enter")


def test_a_dialog_takes_and_gives_back_the_focus(page: Page, built_site: WordPress) -> None:
    open_screen(page, built_site, "&view=review")
    undo = page.get_by_role("button", name="Undo applying")
    undo.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert page.evaluate("!! document.activeElement.closest( '[role=dialog]' )")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(undo).to_be_focused()


def tab_to(page: Page, target: Locator, key: str = "Tab") -> None:
    """Presses Tab until the target has the focus and shows it."""
    for _ in range(MOST_TABS):
        if target.evaluate("( element ) => element === document.activeElement"):
            assert target.evaluate(SHOWS_FOCUS), "the focus cannot be seen"
            return
        page.keyboard.press(key)
    raise AssertionError(f"Tab does not reach {target}")
