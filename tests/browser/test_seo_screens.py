"""Titles & meta: filter, edit in place, change many with a preview, undo, CSV; settings that a visitor sees."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from browser.faults import Faults
from browser.screens import PHONE, admin_url
from browser.test_accessibility import violations
from playwright.sync_api import Locator, Page, expect
from stack.wordpress import ROOT, WordPress

pytestmark = pytest.mark.browser

POSTS = 25  # more than a page of the list
SOON_MS = 15_000  # two busy cores


@pytest.fixture(scope="module")
def site(make_site: Callable[..., WordPress]) -> WordPress:
    site = make_site(title="Northwind Socks")
    site.wp("eval-file", str(ROOT / "tests" / "bench" / "posts.php"), str(POSTS))
    site.serve()
    return site


@pytest.fixture(autouse=True)
def owner(site: WordPress, log_in: Callable[[WordPress], None]) -> None:
    log_in(site)


def open_list(page: Page, site: WordPress, search: str, count: int) -> None:
    page.goto(admin_url(site, "seo-meta"))
    page.get_by_role("searchbox", name="Search pages").fill(search)
    expect(page.get_by_role("button", name=f"Change all {count}", exact=True)).to_be_enabled(timeout=SOON_MS)


def title_of(page: Page, name: str) -> Locator:
    return page.get_by_role("row").filter(has_text=name).first


def meta(site: WordPress, slug: str) -> str:
    post = site.wp("post", "list", f"--name={slug}", "--field=ID")
    return site.wp("post", "meta", "get", post, "_igny8_meta_title", check=False)


def test_a_title_is_edited_in_place_and_taken_back(page: Page, site: WordPress) -> None:
    open_list(page, site, "NUMBER 7", 1)
    row = title_of(page, "Quiet post number 7")
    expect(row).to_contain_text("template")
    row.get_by_role("button", name="Edit Title of “Quiet post number 7”").click()
    field = page.get_by_role("textbox", name="Title of “Quiet post number 7”")
    expect(field).to_be_focused()
    field.fill("Seven {separator} {site_name}")
    field.press("Enter")
    expect(row).to_contain_text(re.compile("^.*Seven .? ?Northwind Socks"))
    expect(row.get_by_role("button", name="Edit Title of “Quiet post number 7”")).to_be_focused()
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(row).to_contain_text(re.compile("number 7 .? ?Northwind Socks"))
    row.get_by_role("checkbox", name=re.compile("noindex")).check()
    expect(row.get_by_text("noindex", exact=True).first).to_be_visible()
    assert 'content="noindex, follow' in page.request.get(f"{site.url}/quiet-post-7/").text()


def test_many_pages_change_after_a_preview_and_come_back(page: Page, site: WordPress, faults: Faults) -> None:
    faults.allow("400.*(seo-meta/bulk|save-settings)")
    open_list(page, site, "number 1", 11)
    page.get_by_role("button", name="Change all 11").click()
    dialog = page.get_by_role("dialog", name="Change 11 pages")
    dialog.get_by_label("How").select_option(label="Add at the end")
    dialog.get_by_role("button", name="Preview").click()
    expect(dialog.get_by_text("Say what to put there").first).to_be_visible()
    dialog.get_by_role("combobox", name="Value").fill(" | {current_year}")
    dialog.get_by_role("button", name="Preview").click()
    expect(dialog.get_by_text("11 change, 0 stay")).to_be_visible()
    expect(dialog.get_by_role("row").nth(1)).to_contain_text(re.compile(r"Northwind Socks \| 20\d\d"))
    assert violations(page, ".components-modal__screen-overlay") == []
    dialog.get_by_role("button", name="Change 11 pages").click()
    expect(page.locator(".components-snackbar").get_by_text("11 pages changed.")).to_be_visible(timeout=SOON_MS)
    assert meta(site, "quiet-post-12").endswith("| {current_year}")
    page.get_by_role("button", name="Recent changes").click()
    history = page.get_by_role("dialog", name="Recent changes")
    history.get_by_role("button", name=re.compile("^Undo: Title")).first.click()
    expect(history.get_by_text("Undone").first).to_be_visible(timeout=SOON_MS)
    assert violations(page, ".components-modal__screen-overlay") == []
    assert meta(site, "quiet-post-12") == ""


def test_a_file_goes_out_and_comes_back_changed(page: Page, site: WordPress, tmp_path: Path) -> None:
    open_list(page, site, "number 2", 7)
    with page.expect_download() as download:
        page.get_by_role("button", name="Export CSV").click()
    out, back = tmp_path / "out.csv", tmp_path / "back.csv"
    download.value.save_as(out)
    lines = out.read_text(encoding="utf-8-sig").splitlines()
    columns = lines[0].split(",")
    assert len(lines) == 8  # 2 and 20 to 25
    rows = [line.split(",") for line in lines[1:]]
    for row in rows[:2]:
        row[columns.index("title")] = "'=1+1"
    rows.append(["post", "99999", *[""] * (len(columns) - 2)])
    back.write_text("\n".join([lines[0], *(",".join(row) for row in rows)]), encoding="utf-8")
    page.get_by_role("button", name="Import CSV").click()
    dialog = page.get_by_role("dialog", name="Import titles and descriptions")
    dialog.locator("input[type=file]").set_input_files(back)
    expect(dialog.get_by_text("Line 9: id: there is no post")).to_be_visible(timeout=SOON_MS)
    expect(dialog.get_by_role("cell", name="=1+1").first).to_be_visible()
    assert violations(page, ".components-modal__screen-overlay") == []
    dialog.get_by_role("button", name="Change 2 pages").click()
    expect(dialog.get_by_text("Changed", exact=True)).to_be_visible(timeout=SOON_MS)
    dialog.get_by_role("button", name="Close").last.click()
    expect(page.get_by_text("=1+1").first).to_be_visible()
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_text("=1+1")).to_have_count(0)


def test_a_template_is_tried_saved_and_seen_by_a_visitor(page: Page, site: WordPress, faults: Faults) -> None:
    faults.allow("400.*(seo-meta/bulk|save-settings)")
    page.goto(admin_url(site, "settings&tab=titles&kind=post:post"))
    field = page.get_by_role("combobox", name="Title", exact=True)
    field.fill("{ti")
    page.get_by_role("option", name=re.compile("{title}")).click()
    expect(field).to_have_value("{title}")
    field.press_sequentially(" at {site_name}")
    expect(page.locator(".igny8-result__title")).to_contain_text("at Northwind Socks", timeout=SOON_MS)
    expect(page.get_by_role("status").get_by_text("Not saved yet")).to_be_visible()
    page.get_by_role("button", name="Save changes").click()
    expect(page.get_by_role("status").get_by_text("Saved", exact=True)).to_be_visible()
    assert (
        "<title>Quiet post number 3 at Northwind Socks</title>" in page.request.get(f"{site.url}/quiet-post-3/").text()
    )
    page.goto(admin_url(site, "settings&tab=verification"))
    page.get_by_label("Google").fill('<meta name="msvalidate.01" content="ABC123" />')
    expect(page.get_by_label("Bing")).to_have_value("ABC123")
    page.get_by_role("button", name="Save changes").click()
    expect(page.get_by_role("status").get_by_text("Saved", exact=True)).to_be_visible()
    assert 'name="msvalidate.01" content="ABC123"' in page.request.get(f"{site.url}/").text()
    page.goto(admin_url(site, "settings&tab=social"))
    page.get_by_label("Your account on X").fill("x" * 201)
    page.get_by_role("button", name="Save changes").click()
    expect(page.locator(".has-error").get_by_text("201")).to_have_count(0)
    expect(page.locator(".has-error")).to_be_visible()
    page.get_by_role("button", name="Discard").click()
    expect(page.get_by_label("Your account on X")).to_have_value("")


@pytest.mark.parametrize(
    ("screen", "sign"),
    [
        ("seo-meta", "Quiet post"),
        ("seo-meta&kind=term", "Uncategorized"),
        ("settings&tab=titles", "Preview"),
        ("settings&tab=social", "Default image"),
        ("settings&tab=verification", "Directives of every page"),
        ("settings&tab=breadcrumbs", "The way to a post"),
    ],
)
def test_the_screens_keep_the_rules_and_fit_a_phone(
    page: Page, site: WordPress, shot: Callable[[Page, str], None], screen: str, sign: str
) -> None:
    page.goto(admin_url(site, screen))
    expect(page.locator("#igny8-admin").get_by_text(sign).first).to_be_visible(timeout=SOON_MS)
    expect(page.locator("#igny8-admin .components-spinner, .igny8-skeleton")).to_have_count(0)
    assert violations(page, "#igny8-admin") == []
    shot(page, f"wide-{re.sub(r'[^a-z]+', '-', screen)}")
    page.set_viewport_size(PHONE)
    shot(page, f"phone-{re.sub(r'[^a-z]+', '-', screen)}")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert violations(page, "#igny8-admin") == []
