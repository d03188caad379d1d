"""Steps and addresses that several browser tests share."""

from __future__ import annotations

import json

from playwright.sync_api import Page, ViewportSize, expect
from stack.wordpress import WordPress

DESKTOP: ViewportSize = {"width": 1280, "height": 900}
BUILD_MS = 30_000  # a preview of the structure, on two busy cores
PHONE: ViewportSize = {"width": 375, "height": 812}  # the narrowest screen that is still common


def admin_url(site: WordPress, screen: str = "") -> str:
    """Address of a screen: the dashboard, or `structure`, `content`, `settings`; after `&` its parameters."""
    name, _, query = screen.partition("&")
    return f"{site.url}/wp-admin/admin.php?page=igny8{f'-{name}' if name else ''}{f'&{query}' if query else ''}"


def rows(site: WordPress, *arguments: str) -> list[dict[str, object]]:
    """Rows of a `wp igny8 … list`."""
    found: list[dict[str, object]] = json.loads(site.wp("igny8", *arguments, "--format=json"))
    return found


def find_trade(page: Page, words: str, name: str) -> None:
    """Types the owner's words into the wizard's second step until the trade is the first that is offered."""
    page.get_by_role("combobox", name="What do you do?").fill(words)
    expect(page.get_by_role("listbox", name="Trades").get_by_role("option").first).to_contain_text(name)


def choose_trade(page: Page, words: str, name: str) -> None:
    find_trade(page, words, name)
    page.get_by_role("combobox", name="What do you do?").press("Enter")
    expect(page.get_by_role("list", name="Chosen trades")).to_contain_text(name)


def set_up(page: Page, site: WordPress, words: str, name: str) -> None:
    """Fills the setup wizard of a connected site with one trade, up to its last step."""
    page.goto(admin_url(site, "&view=setup&step=site"))
    choose_trade(page, words, name)
    for heading in ("The structure", "Your engine", "Your keywords"):
        page.get_by_role("button", name="Continue", exact=True).click()
        expect(page.get_by_role("heading", level=2, name=heading)).to_be_visible()
    page.get_by_role("button", name="Skip this step").click()
    expect(page.get_by_text("Created now")).to_be_visible(timeout=BUILD_MS)
