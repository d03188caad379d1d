"""The screen Import: a plugin's rows are found, previewed, imported, compared, switched over and rolled back.

The rows are Yoast SEO's own (tests/plugin/Import/fixtures); the plugin itself is not here, so a file of its name stands
in for it: it says that it is active and prints a head.
"""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from browser.screens import DESKTOP, PHONE, admin_url
from browser.test_accessibility import violations
from playwright.sync_api import Page, expect
from stack.wordpress import ROOT, WordPress

pytestmark = pytest.mark.browser

WORK_MS = 60_000  # two busy cores
LOAD = f"""
require '{ROOT}/tests/plugin/Import/Fixture.php';
Igny8\\Tests\\Import\\Fixture::load( 'yoast' );
"""
STAND_IN = """<?php
/* Plugin Name: Yoast SEO */
define( 'WPSEO_VERSION', '28.3' );
add_action( 'wp_head', function () { echo '<meta name="description" content="Theirs" />'; }, 1 );
"""


@pytest.fixture(scope="module")
def site(make_site: Callable[..., WordPress]) -> WordPress:
    site = make_site(title="Harbour")
    folder = site.core / "wp-content/plugins/wordpress-seo"
    folder.mkdir()
    (folder / "wp-seo.php").write_text(STAND_IN)
    site.wp("plugin", "activate", "wordpress-seo")
    site.wp("eval", LOAD)
    site.serve()
    return site


def ours(site: WordPress) -> str:
    return site.wp("eval", "echo get_post_meta( 910001, '_igny8_meta_title', true );")


def test_an_owner_switches_over_and_back(
    page: Page, site: WordPress, log_in: Callable[[WordPress], None], shot: Callable[[Page, str], None]
) -> None:
    log_in(site)
    page.goto(admin_url(site, "import"))
    page.get_by_role("button", name="Preview Yoast SEO").click()
    first = page.locator(".igny8-import__pages details", has_text="How to coil a rope").first
    title, description = (first.get_by_role("row", name=name) for name in ("title", "description"))
    expect(title.first).to_contain_text("How to coil a rope in five minutes", timeout=WORK_MS)
    expect(description.first.get_by_role("cell").first).to_have_text("Theirs")
    expect(description.first).to_contain_text("Differs")
    expect(first.get_by_text("Read from the page itself")).to_be_visible()
    expect(page.get_by_text("%%made_up%%")).to_be_visible()
    assert ours(site) == "", "A preview writes nothing."
    assert violations(page, "#igny8-admin") == []
    shot(page, "import-preview")
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page, "#igny8-admin") == []
    shot(page, "import-preview-phone")
    page.set_viewport_size(DESKTOP)

    page.get_by_role("button", name="Import from Yoast SEO").click()
    expect(page.get_by_role("button", name="Compare pages")).to_be_visible(timeout=WORK_MS)
    assert ours(site) == "{title} in five minutes {page} {separator} {site_name}"
    page.get_by_role("button", name="Compare pages").click()
    expect(page.locator(".igny8-import__pages details").first).to_be_visible(timeout=WORK_MS)
    expect(page.get_by_role("cell", name="Theirs").first).to_be_visible()
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page, "#igny8-admin") == []
    shot(page, "import-comparison-phone")

    page.get_by_role("button", name="Switch over").click()
    page.get_by_role("dialog").get_by_role("button", name="Switch over").click()
    expect(page.get_by_text("You have switched over").first).to_be_visible(timeout=WORK_MS)
    assert json.loads(site.wp("igny8", "import", "detect", "--format=json"))[0]["is_active"] is False

    page.get_by_role("button", name="Roll back…").click()
    page.get_by_role("dialog").get_by_role("button", name="Roll back").click()
    expect(page.get_by_text("Everything is as it was before the import.").first).to_be_visible(timeout=WORK_MS)
    assert ours(site) == ""
    assert site.wp("plugin", "list", "--status=active", "--field=name").split().count("wordpress-seo") == 1
