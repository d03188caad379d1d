"""Schema by hand: opening hours in the settings, blocks and facts in the editor, and what the page then says."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from browser.conftest import EDITOR_PREFERENCES
from browser.faults import Faults
from browser.screens import PHONE, admin_url
from playwright.sync_api import Page, expect
from stack.wordpress import ROOT, WordPress

pytestmark = pytest.mark.browser

AXE = ROOT / "wp-plugin" / "node_modules" / "axe-core" / "axe.min.js"
EDITOR = Path(__file__).with_name("editor.js")
INSERT = """() => {
	const { createBlock } = wp.blocks;
	wp.data.dispatch( 'core/editor' ).editPost( { title: 'Mend a tap' } );
	wp.data.dispatch( 'core/block-editor' ).insertBlocks( [
		createBlock( 'igny8/faq' ),
		createBlock( 'igny8/how-to' ),
		createBlock( 'igny8/review' ),
	] );
}"""
SELECT = """index => {
	const { getBlocks } = wp.data.select( 'core/block-editor' );
	wp.data.dispatch( 'core/block-editor' ).selectBlock( getBlocks()[ index ].clientId );
}"""
VIOLATIONS = """async root => {
	const { violations } = await axe.run( root );
	return violations.map( ( { id, nodes } ) => `${ id } ${ nodes[ 0 ].html }` );
}"""
SAVE = "() => wp.data.dispatch( 'core/editor' ).savePost()"


@pytest.fixture(scope="module")
def site(make_site: Callable[..., WordPress]) -> WordPress:
    site = make_site(theme="twentytwentyfive")
    site.wp("user", "meta", "update", "1", "wp_persisted_preferences", json.dumps(EDITOR_PREFERENCES), "--format=json")
    site.serve()
    return site


def violations(page: Page, root: str) -> list[str]:
    page.evaluate(AXE.read_text())
    found: list[str] = page.evaluate(VIOLATIONS, root)
    return found


def graph(page: Page, url: str) -> list[dict[str, object]]:
    page.goto(url)
    nodes: list[dict[str, object]] = json.loads(page.locator("script.igny8-schema").text_content() or "")["@graph"]
    return nodes


def node(nodes: list[dict[str, object]], kind: str) -> dict[str, object]:
    return next(node for node in nodes if node["@type"] == kind)


def test_an_owner_describes_the_business(
    site: WordPress, page: Page, log_in: Callable[[WordPress], None], faults: Faults
) -> None:
    log_in(site)
    page.goto(admin_url(site, "settings&tab=schema"))
    kind = page.get_by_role("combobox", name="Kind of organisation")
    kind.fill("Plumber")
    page.get_by_role("option", name="Plumber").click()
    page.get_by_label("Street and number").fill("1 High Street")
    page.get_by_role("combobox", name="Monday").select_option("open")
    page.get_by_role("button", name="Take Monday for all weekdays").click()
    page.get_by_role("combobox", name="Sunday").select_option("closed")
    page.get_by_role("button", name="Add a special day").click()
    page.get_by_label("Latitude").fill("53,8")
    page.get_by_label("Longitude").fill("500")
    faults.allow("save-settings|400")
    page.get_by_role("button", name="Save changes").click()
    expect(page.locator(".has-error")).to_contain_text("180")
    page.get_by_label("Longitude").fill("-1.5")
    page.get_by_role("button", name="Save changes").click()
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    page.get_by_role("button", name="Check all posts").click()
    expect(page.get_by_text("Nothing required is missing")).to_be_visible()
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert violations(page, "#igny8-admin") == []
    business = node(graph(page, site.url), "Plumber")
    hours = business["openingHoursSpecification"]
    assert isinstance(hours, list)
    assert [entry.get("dayOfWeek", entry.get("validFrom")) for entry in hours][:2] == [
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"], ["Sunday"]
    ]  # fmt: skip
    assert business["geo"] == {"@type": "GeoCoordinates", "latitude": 53.8, "longitude": -1.5}


def test_an_author_writes_blocks_and_learns_what_is_missing(
    site: WordPress, page: Page, log_in: Callable[[WordPress], None]
) -> None:
    log_in(site)
    page.goto(f"{site.url}/wp-admin/post-new.php")
    canvas = page.frame_locator('iframe[name="editor-canvas"]')
    expect(canvas.get_by_role("textbox", name="Add title")).to_be_visible(timeout=30_000)
    page.evaluate(INSERT)
    canvas.get_by_role("textbox", name="Write summary").click()
    page.keyboard.type("Does it drip?")
    page.keyboard.press("ArrowDown")
    page.keyboard.type("Yes & no.")
    canvas.get_by_role("textbox", name="What to do").first.click()
    page.keyboard.type("Turn it off")
    page.evaluate(SELECT, 1)
    page.evaluate("() => wp.data.dispatch( 'core/interface' ).enableComplementaryArea( 'core', 'edit-post/block' )")
    page.get_by_role("spinbutton", name="Minutes").fill("30")
    canvas.get_by_role("textbox", name="Name of what is reviewed").click()
    page.keyboard.type("Kettle")
    page.get_by_role("spinbutton", name="Rating").fill("4.5")
    canvas.get_by_role("textbox", name="What is good").fill("Fast\nQuiet")
    page.evaluate("() => wp.data.dispatch( 'core/editor' ).editPost( { status: 'publish' } )")
    page.evaluate(SAVE)
    page.wait_for_function("() => ! wp.data.select( 'core/editor' ).isSavingPost()")

    page.reload()
    expect(canvas.get_by_text("Rated 4.5 out of 5")).to_be_visible(timeout=30_000)
    page.add_script_tag(path=EDITOR)
    opened = page.evaluate("() => editorTest.opened()")
    assert (opened["invalid"], opened["isDirty"]) == ([], False)

    page.evaluate("() => wp.data.dispatch( 'core/interface' ).enableComplementaryArea( 'core', 'igny8/igny8' )")
    page.get_by_role("button", name="Schema", exact=True).click()
    expect(page.get_by_text("Nothing that Google requires is missing.").first).to_be_visible(timeout=15_000)
    page.get_by_role("combobox", name="This page is about").select_option("Event")
    expect(page.get_by_text("startDate is missing").first).to_be_visible(timeout=15_000)
    page.get_by_label("Starts (required)").fill("2027-02-01T19:30")
    page.get_by_label("Street and number (required)").fill("1 High Street")
    expect(page.get_by_text("Nothing that Google requires is missing.").first).to_be_visible(timeout=15_000)
    assert violations(page, ".igny8-schema") == []
    page.evaluate(SAVE)

    page.wait_for_function("() => ! wp.data.select( 'core/editor' ).isSavingPost()")
    nodes = graph(page, page.evaluate("() => wp.data.select( 'core/editor' ).getPermalink()"))
    assert str(node(nodes, "Event")["startDate"]).startswith("2027-02-01T19:30")
    assert node(nodes, "HowTo")["totalTime"] == "PT30M"
    assert node(nodes, "Review")["reviewRating"]["ratingValue"] == 4.5  # type: ignore[index]
    assert node(nodes, "FAQPage")["mainEntity"][0]["acceptedAnswer"]["text"] == "Yes & no."  # type: ignore[index]
