"""What an owner sets up once, in the browser: the checklist, rights of roles, settings carried in a file and back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from browser.screens import admin_url
from playwright.sync_api import Page, expect
from stack.wordpress import WordPress


def test_an_owner_skips_a_step_grants_a_right_and_carries_settings(
    page: Page, make_site: Callable[..., WordPress], log_in: Callable[[WordPress], None], tmp_path: Path
) -> None:
    site = make_site()
    site.serve()
    log_in(site)
    skip_and_put_away(page, site)
    grant(page, site)
    carry(page, site, tmp_path / "settings.json")


def skip_and_put_away(page: Page, site: WordPress) -> None:
    page.goto(admin_url(site, ""))
    step = page.get_by_role("listitem").filter(has_text="Say who runs this site")
    expect(step.get_by_role("link", name="Set up: Say who runs this site")).to_have_attribute(
        "href", f"{site.url}/wp-admin/admin.php?page=igny8-settings&tab=schema"
    )
    step.get_by_role("button", name="Skip: Say who runs this site").click()
    step.get_by_role("button", name="Take up again: Say who runs this site").click()
    expect(step.get_by_role("button", name="Skip: Say who runs this site")).to_be_visible()
    page.get_by_role("button", name="Put away").click()
    page.reload()
    page.get_by_role("button", name="Show the SEO checklist").click()
    expect(step).to_be_visible()


def grant(page: Page, site: WordPress) -> None:
    page.goto(admin_url(site, "settings&tab=roles"))
    box = page.get_by_role("checkbox", name="Author: Manage redirects")
    with page.expect_response("**/engine/save-role*"):
        box.check()
    expect(page.get_by_role("checkbox", name="Administrator: Manage SEO")).to_be_disabled()
    assert "igny8_manage_redirects" in site.wp("cap", "list", "author").split()


def carry(page: Page, site: WordPress, file: Path) -> None:
    page.goto(admin_url(site, "settings&tab=transfer"))
    with page.expect_download() as download:
        page.get_by_role("button", name="Export settings").click()
    download.value.save_as(file)
    content = json.loads(file.read_text())
    content["settings"]["seo-meta"]["separator"] = "~"
    file.write_text(json.dumps(content))
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_role("row", name="seo-meta separator")).to_contain_text("~")
    page.get_by_role("button", name="Take over these settings").click()
    expect(page.get_by_text("1 setting was changed.", exact=True)).to_be_visible()
    assert separator(site) == "~"
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("1 setting was changed.", exact=True)).to_have_count(0)
    assert separator(site) != "~"


def separator(site: WordPress) -> str:
    answer = json.loads(site.wp("igny8", "engine", "settings", "seo-meta", "--format=json"))
    return str(answer["values"]["separator"])
