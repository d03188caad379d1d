"""Generated pages in the real block editor: every block is valid and is saved again exactly as it was written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from browser.screens import rows
from playwright.sync_api import Page, expect
from stack.wordpress import WordPress

pytestmark = pytest.mark.browser

SCRIPT = Path(__file__).with_name("editor.js")

BOLD_LINK = [
    {"text": "Plain, "},
    {"text": "bold & <safe>", "is_bold": True},
    {"text": ", "},
    {"text": "both", "is_bold": True, "is_italic": True},
    {"text": " and "},
    {"text": "a “source”", "url": "https://example.com/?a=1&b=2"},
]


def document(pages: list[str]) -> dict[str, object]:
    """A document with every type of block; `pages` are ids of two published pages."""
    cells = [[{"text": "Cell & more"}], [{"text": "page", "page": pages[0]}]]
    callouts = [{"type": "callout", "tone": tone, "text": BOLD_LINK} for tone in ("note", "tip", "warning", "editor")]
    blocks = [
        {"type": "paragraph", "text": [*BOLD_LINK, {"text": " a page", "page": pages[0]}]},
        {"type": "list", "is_ordered": False, "items": [BOLD_LINK, [{"text": "Second"}]]},
        {"type": "list", "is_ordered": True, "items": [[{"text": "One"}], [{"text": "Two"}]]},
        {
            "type": "table",
            "caption": "A “caption” & more",
            "header": [[{"text": "A"}], [{"text": "B"}]],
            "rows": [cells],
        },
        {"type": "table", "caption": "", "header": [], "rows": [cells, cells[:1]]},
        *callouts,
        {"type": "faq", "items": [{"question": "Is 1 < 2?", "answer": BOLD_LINK}]},
        {
            "type": "steps",
            "items": [{"title": "First", "text": BOLD_LINK}, {"title": "Then", "text": [{"text": "stop"}]}],
        },
        {"type": "image", "alt": 'A "quoted" dog', "caption": "A dog", "prompt": "a dog"},
        {"type": "quote", "text": BOLD_LINK, "cite": "Somebody"},
        {"type": "quote", "text": [{"text": "Nobody said"}], "cite": ""},
        {
            "type": "buttons",
            "items": [{"label": "Go", "page": pages[0]}, {"label": "Out", "url": "https://example.com/"}],
        },
        {"type": "cards", "items": [{"page": page, "title": "Card", "text": "A line."} for page in pages]},
    ]
    sections = [
        {"id": "lead", "heading": "", "level": 2, "blocks": blocks[:1]},
        {"id": "all", "heading": "Every block & all", "level": 2, "blocks": blocks[1:]},
        {"id": "deeper", "heading": "Deeper", "level": 3, "blocks": blocks[:2]},
        {"id": "ways", "heading": "Only ways onwards", "level": 4, "blocks": blocks[-1:]},
    ]
    return {"sections": sections, "sources": [{"title": "Source & more", "url": "https://example.com/source"}]}


MAKE_POST = """
$document = json_decode( file_get_contents( 'php://stdin' ), true );
$markup   = ( new Igny8\\Modules\\Content\\Renderer( array( %d ) ) )->render( $document );
echo wp_insert_post( wp_slash( array( 'post_title' => 'Every block', 'post_content' => $markup ) ) );
"""


@pytest.fixture
def post_with_every_block(built_site: WordPress) -> str:
    picture = next((built_site.core / "wp-includes" / "images").glob("*.png"))
    attachment = built_site.wp("media", "import", str(picture), "--porcelain")
    published = rows(built_site, "content", "list", "--published=yes", "--kind=hub")
    ids = [str(row["id"]) for row in published[:2]]
    return built_site.wp("eval", MAKE_POST % int(attachment), stdin=json.dumps(document(ids)))


def open_editor(page: Page, site: WordPress, post: object) -> None:
    page.goto(f"{site.url}/wp-admin/post.php?post={post}&action=edit")
    canvas = page.frame_locator('iframe[name="editor-canvas"]')
    expect(canvas.get_by_role("textbox", name="Add title")).to_be_visible(timeout=30_000)
    page.wait_for_function("wp.data.select( 'core/block-editor' ).getBlockCount() > 0")
    page.add_script_tag(path=SCRIPT)


def assert_opens_unchanged(page: Page, site: WordPress, post: object) -> list[str]:
    """Gives the names of the post's blocks, inner ones too."""
    open_editor(page, site, post)
    opened = page.evaluate("editorTest.opened()")
    assert opened["invalid"] == []
    assert opened["saved"] == site.wp("post", "get", str(post), "--field=post_content")
    assert opened["isDirty"] is False
    canvas = page.frame_locator('iframe[name="editor-canvas"]')
    expect(canvas.get_by_text("Block contains unexpected or invalid content")).to_have_count(0)
    names: list[str] = opened["names"]
    return names


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [("home", "home", ""), ("hub", "hub", ""), ("comparison", "hub", " vs "), ("brief", "article", "")],
)
def test_a_page_opens_in_the_editor_as_it_was_written(
    page: Page,
    built_site: WordPress,
    log_in: Callable[[WordPress], None],
    shot: Callable[[Page, str], None],
    name: str,
    kind: str,
    words: str,
) -> None:
    log_in(built_site)
    found = rows(built_site, "content", "list", f"--kind={kind}", "--per-page=100")
    row = next(row for row in found if words in str(row["title"]))
    assert len(assert_opens_unchanged(page, built_site, row["object_id"])) > 5
    shot(page, f"editor-{name}")


def test_every_type_of_block_opens_as_it_was_written(
    page: Page,
    built_site: WordPress,
    log_in: Callable[[WordPress], None],
    shot: Callable[[Page, str], None],
    post_with_every_block: str,
) -> None:
    log_in(built_site)
    names = assert_opens_unchanged(page, built_site, post_with_every_block)
    expected = "button buttons details group heading image list list-item paragraph quote table"
    assert {name.removeprefix("core/") for name in names} == set(expected.split())
    shot(page, "editor-every-block")


def test_every_generated_page_is_valid_in_the_editor(
    page: Page, built_site: WordPress, log_in: Callable[[WordPress], None]
) -> None:
    """One editor reads them all: pages, briefs, and the texts of term pages."""
    log_in(built_site)
    contents = generated(built_site)
    assert len(contents) >= 100
    open_editor(page, built_site, built_site.wp("option", "get", "page_on_front"))
    parse = "( content ) => editorTest.parsed( content )"
    results = {title: page.evaluate(parse, content) for title, content in contents.items()}
    assert {title: result["invalid"] for title, result in results.items() if result["invalid"]} == {}
    assert [title for title, result in results.items() if not result["isSame"]] == []
    assert [title for title, result in results.items() if result["count"] < 3] == []


def generated(site: WordPress) -> dict[str, str]:
    """Raw content of everything made for the plan, by page id."""
    code = """
    $made = array( 'meta_key' => '_igny8_page', 'hide_empty' => false, 'post_type' => 'any', 'post_status' => 'any' );
    $all  = array();
    foreach ( get_posts( $made + array( 'numberposts' => -1 ) ) as $post ) {
        $all[ $post->_igny8_page ] = $post->post_content;
    }
    foreach ( get_terms( $made ) as $term ) {
        $id         = get_term_meta( $term->term_id, '_igny8_page', true );
        $all[ $id ] = get_term_meta( $term->term_id, '_igny8_content', true );
    }
    echo wp_json_encode( $all );
    """
    found: dict[str, str] = json.loads(site.wp("eval", code))
    return found
