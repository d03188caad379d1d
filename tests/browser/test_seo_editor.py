"""Titles, keyphrases and cards edited in the block editor and in classic forms, up to what visitors get."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from browser.conftest import EDITOR_PREFERENCES
from browser.screens import PHONE
from browser.test_accessibility import violations
from conftest import PASSWORD
from playwright.sync_api import Browser, Locator, Page, expect
from stack.wordpress import WordPress

pytestmark = pytest.mark.browser

# A post type that has no block editor.
NOTES = """<?php
add_action( 'init', fn() => register_post_type( 'note', array(
    'public' => true, 'label' => 'Notes', 'supports' => array( 'title', 'editor', 'excerpt' ), 'show_in_rest' => false,
) ) );
"""

CONTENT = """<!-- wp:paragraph --><p>We make cushions. The cover was sewn by hand.</p><!-- /wp:paragraph -->
<!-- wp:heading --><h2 class="wp-block-heading">Choose well</h2><!-- /wp:heading -->
<!-- wp:paragraph --><p>Measure your dog, because dogs differ. See <a href="/beds/">all</a>.</p><!-- /wp:paragraph -->
"""

SITE = "\u2013 Northwind Beds"  # how titles end by the default template

SAY_THE_KEYPHRASE = """() => {
    const first = wp.data.select( 'core/block-editor' ).getBlocks()[ 0 ].clientId;
    wp.data.dispatch( 'core/block-editor' ).updateBlockAttributes( first, { content: 'Every dog needs a bed.' } );
}"""

ANALYSIS_MS = 15_000  # two busy cores


@pytest.fixture(scope="module")
def site(make_site: Callable[..., WordPress]) -> WordPress:
    site = make_site(theme="twentytwentyfive", title="Northwind Beds")
    (site.core / "wp-content" / "mu-plugins" / "notes.php").write_text(NOTES)
    site.wp("user", "meta", "update", "1", "wp_persisted_preferences", json.dumps(EDITOR_PREFERENCES), "--format=json")
    site.serve()
    return site


def open_sidebar(page: Page) -> None:
    page.wait_for_function("window.wp?.data?.select( 'core/block-editor' )?.getBlockCount() > 0", timeout=30_000)
    page.evaluate("wp.data.dispatch( 'core/interface' ).enableComplementaryArea( 'core', 'igny8/igny8' )")


def field(page: Page, label: str) -> Locator:
    return page.locator(".igny8-panels").get_by_label(label, exact=True)


def add_keyphrase(page: Page, phrase: str) -> None:
    new = page.locator(".igny8-keyphrases__new input")
    new.fill(phrase)
    new.press("Enter")


def says(page: Page, words: str, status: str) -> None:
    """Waits until the list of findings has the sentence, marked so."""
    found = page.locator(f".igny8-checks__one.is-{status}").filter(has_text=words)
    expect(found.first).to_be_visible(timeout=ANALYSIS_MS)


def head_of(page: Page, url: str) -> str:
    """What a visitor's browser gets."""
    return re.split("</head>", page.request.get(url).text())[0]


def test_a_post_is_described_in_the_block_editor(
    page: Page, site: WordPress, log_in: Callable[[WordPress], None], shot: Callable[[Page, str], None]
) -> None:
    post = site.wp("post", "create", "--post_title=Dog beds", f"--post_content={CONTENT}", "--porcelain")
    site.wp("post", "create", "--post_title=Older", "--post_status=publish", "--porcelain")
    log_in(site)
    page.goto(f"{site.url}/wp-admin/post.php?post={post}&action=edit")
    open_sidebar(page)

    # The preview is what the template gives, then what is typed; variables are offered.
    result = page.get_by_label("Preview of the search result")
    expect(result).to_contain_text(f"Dog beds {SITE}")
    title = field(page, "Title for search engines")
    title.fill("Washable {ti")
    expect(page.get_by_role("option", name="{title}")).to_be_visible()
    title.press("Enter")
    expect(title).to_have_value("Washable {title}")
    expect(result).to_contain_text("Washable Dog beds")
    field(page, "Description for search engines").fill("A dog bed for every dog, sewn by hand.")
    expect(result).to_contain_text("A dog bed for every dog")
    expect(page.get_by_text(re.compile(r"\d+ of 920 pixels"))).to_be_visible()

    # The analysis follows what is typed.
    add_keyphrase(page, "dog bed")
    page.get_by_role("button", name="Analysis", exact=True).click()
    page.get_by_role("button", name="Readability", exact=True).click()
    says(page, "The keyphrase is not in the first paragraph.", "poor")
    says(page, "The description has the keyphrase.", "good")
    says(page, "of the sentences are passive.", "poor")
    says(page, "No other page has this keyphrase.", "good")
    page.evaluate(SAY_THE_KEYPHRASE)
    says(page, "The first paragraph has the keyphrase.", "good")
    page.get_by_role("button", name="Advanced", exact=True).click()
    field(page, "Show in search results").select_option("noindex")
    expect(page.locator(".igny8-panels").get_by_text("Search engines are asked not to show this page.")).to_be_visible()
    assert violations(page, ".igny8-panels") == []

    # An edit of the post like any other: undone by the editor, saved with the post, there after a reload.
    page.evaluate("wp.data.dispatch( 'core/editor' ).undo()")
    expect(field(page, "Show in search results")).to_have_value("")
    page.get_by_role("button", name="Publish", exact=True).click()
    before = page.locator(".editor-post-publish-panel")
    expect(before.get_by_text("IGNY8: most important findings")).to_be_visible()
    expect(before.locator(".igny8-checks__one").first).to_be_visible(timeout=ANALYSIS_MS)
    before.get_by_role("button", name="Publish", exact=True).click()
    expect(before.get_by_text("is now live").first).to_be_visible(timeout=ANALYSIS_MS)
    page.reload()
    open_sidebar(page)
    expect(field(page, "Title for search engines")).to_have_value("Washable {title}")
    expect(page.locator(".igny8-keyphrases__head")).to_contain_text("dog bed")
    page.set_viewport_size(PHONE)
    open_sidebar(page)  # WordPress closes it where there is no room beside the text
    expect(field(page, "Title for search engines")).to_be_visible()
    shot(page, "phone-editor-seo")

    head = head_of(page, site.wp("post", "list", f"--post__in={post}", "--field=url"))
    assert "<title>Washable Dog beds</title>" in head
    assert 'content="A dog bed for every dog, sewn by hand."' in head
    assert "noindex" not in head


def test_a_post_without_the_block_editor_has_the_same_panels(
    page: Page, site: WordPress, log_in: Callable[[WordPress], None], shot: Callable[[Page, str], None]
) -> None:
    log_in(site)
    page.goto(f"{site.url}/wp-admin/post-new.php?post_type=note")
    page.locator("#title").fill("Cat trees")
    result = page.get_by_label("Preview of the search result")
    expect(result).to_contain_text(f"Cat trees {SITE}")
    add_keyphrase(page, "cat tree")
    page.get_by_role("button", name="Analysis", exact=True).click()
    says(page, "The title begins with the keyphrase.", "good")
    page.frame_locator("#content_ifr").locator("body").fill("A cat tree for every cat.")
    says(page, "The first paragraph has the keyphrase.", "good")
    field(page, "Title for search engines").fill("Trees & <b>cats</b> 😀")
    page.get_by_role("button", name="Social", exact=True).click()
    expect(page.get_by_role("figure", name="Preview on X")).to_contain_text("Trees & cats 😀")
    assert violations(page, ".igny8-panels") == []
    page.locator("#publish").click()
    expect(page.get_by_text("Post published.")).to_be_visible(timeout=ANALYSIS_MS)
    expect(field(page, "Title for search engines")).not_to_have_value("")
    shot(page, "classic-editor-seo")
    url = site.wp("post", "list", "--post_type=note", "--post_status=publish", "--field=url")
    assert "<title>Trees &amp; cats 😀</title>" in head_of(page, url)


def test_a_term_and_an_author_are_described_in_their_forms(
    page: Page, browser: Browser, site: WordPress, log_in: Callable[[WordPress], None]
) -> None:
    log_in(site)
    page.goto(f"{site.url}/wp-admin/edit-tags.php?taxonomy=category")
    page.locator("#tag-name").fill("Beds")
    field(page, "Description for search engines").fill("All beds.")
    expect(page.get_by_label("Preview of the search result")).to_contain_text(f"Beds {SITE}")
    page.locator("#submit").click()
    expect(page.locator("#ajax-response")).to_contain_text("Category added.")
    expect(field(page, "Description for search engines")).to_have_value("")  # ready for the next term
    term = site.wp("term", "list", "category", "--name=Beds", "--field=term_id")

    # Without JavaScript the same values are plain fields.
    plain = browser.new_context(java_script_enabled=False)
    form = {"log": "admin", "pwd": PASSWORD, "redirect_to": f"{site.url}/wp-includes/images/blank.gif"}
    assert plain.request.post(f"{site.url}/wp-login.php", form=form).ok
    edit = plain.new_page()
    edit.goto(f"{site.url}/wp-admin/term.php?taxonomy=category&tag_ID={term}")
    expect(edit.locator("#igny8-seo-description")).to_have_value("All beds.")
    edit.locator("#igny8-seo-title").fill("Beds, all")
    edit.locator("#igny8-seo-robots").fill("noarchive")
    edit.locator("#igny8-seo-keyphrases").fill("dog bed | dog mattress, bed\n\nbeds")
    edit.get_by_role("button", name="Update").click()
    plain.close()
    values = json.loads(site.wp("igny8", "seo-meta", "get", f"term:{term}", "--format=json"))
    assert (values["title"], values["description"], values["robots"]) == ("Beds, all", "All beds.", "noarchive")
    assert values["keyphrases"] == [
        {"phrase": "dog bed", "synonyms": ["dog mattress", "bed"]},
        {"phrase": "beds", "synonyms": []},
    ]

    page.goto(f"{site.url}/wp-admin/profile.php")
    field(page, "Title for search engines").fill("{author} writes")
    expect(page.get_by_label("Preview of the search result")).to_contain_text("admin writes")
    assert violations(page, ".igny8-panels") == []
    page.locator("#submit").click()
    expect(field(page, "Title for search engines")).to_have_value("{author} writes")
