"""The screen Structure: changes become a plan, are compared and left again; keyword lists; the map; all views."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser.screens import PHONE, admin_url, rows
from browser.test_accessibility import violations
from engine.stub_openai import StubOpenAI, run_stub
from playwright.sync_api import Locator, Page, expect
from stack.engine import Engine
from stack.process import free_port
from stack.wordpress import WordPress

pytestmark = pytest.mark.browser

WORK_MS = 60_000  # the engine builds a plan in a second; two busy cores take longer

LIST = """Keyword,Volume,Difficulty
orthopedic dog bed for large dogs,1900,31
dog birthday cake,880,12
dog birthday cake recipe,720,18
best dog birthday cake,390,20
=HYPERLINK("http://evil.example"),10,1
"""


@pytest.fixture(scope="module")
def site(connected_site: Callable[[str], WordPress]) -> WordPress:
    """A site with an applied plan. Tests of this file build on each other's plans, never on a number."""
    site = connected_site("Northwind Structure")
    site.wp("igny8", "blueprint", "create", "--sectors=dog-supplies")
    site.wp("igny8", "blueprint", "apply")
    return site


@pytest.fixture(autouse=True)
def owner(site: WordPress, log_in: Callable[[WordPress], None]) -> None:
    log_in(site)


def open_view(page: Page, site: WordPress, tab: str = "") -> None:
    page.goto(admin_url(site, f"structure&tab={tab}" if tab else "structure"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Structure")
    expect(page.locator("#igny8-admin .components-spinner")).to_have_count(0)


def make_plan(page: Page) -> None:
    page.get_by_role("button", name="Make the next plan").click()
    expect(page.get_by_text(re.compile(r"Plan \d+ is made")).first).to_be_visible(timeout=WORK_MS)


def clusters(site: WordPress) -> list[str]:
    """Titles of the plan that changes go on from."""
    return [str(row["title"]) for row in rows(site, "structure", "map", "-1")]


def decide(page: Page, cluster: str, action: str) -> Locator:
    page.get_by_role("button", name=f"Change “{cluster}”").click()
    page.get_by_role("menuitem", name=action).click()
    return page.get_by_role("dialog")


def test_values_are_edited_built_compared_and_left_again(page: Page, site: WordPress) -> None:
    before = json.loads(site.wp("igny8", "blueprint", "show", "--format=json"))["version"]
    open_view(page, site, "attributes")
    product = page.get_by_role("region", name="Product type")
    product.get_by_label("Add a value to Product type").fill("Dog strollers")
    product.get_by_role("button", name="Add", exact=True).click()
    expect(product.get_by_role("button", name="Undo: Dog strollers")).to_be_visible()
    product.get_by_text("Dog coats").hover()
    product.get_by_role("button", name="Rename Dog coats").click()
    product.get_by_label("New name for Dog coats").fill("Dog jackets")
    product.get_by_role("button", name="Rename", exact=True).click()
    expect(product.get_by_role("button", name="Undo: Dog jackets")).to_be_visible()
    concern = page.get_by_role("region", name="Concern", exact=True)
    concern.get_by_text("Itchy skin in dogs").hover()
    concern.get_by_role("button", name="Drop Itchy skin in dogs").click()
    expect(page.get_by_text("3 changes wait")).to_be_visible()
    concern.get_by_role("button", name="Undo: Itchy skin in dogs").click()
    expect(page.get_by_text("2 changes wait")).to_be_visible()

    make_plan(page)
    page.get_by_role("button", name="What changed", exact=True).click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("Dog strollers", exact=True).first).to_be_visible()
    expect(dialog.get_by_text("Dog jackets").first).to_be_visible()
    page.keyboard.press("Escape")
    assert rows(site, "blueprint", "list")[-1]["status"] == "active", "The plan from before is untouched."

    newest = rows(site, "blueprint", "list")[0]["version"]
    site.wp("igny8", "blueprint", "apply", str(newest))
    open_view(page, site, "history")
    page.get_by_role("button", name=f"Go back to plan {before}").click()
    page.get_by_role("dialog").get_by_role("button", name="Go back").click()
    expect(page.get_by_role("listitem").filter(has_text=f"Plan {before}").get_by_text("Active")).to_be_visible(
        timeout=WORK_MS
    )
    assert "Dog strollers" not in clusters(site)


def test_decisions_about_clusters_survive_every_rebuild(page: Page, site: WordPress) -> None:
    open_view(page, site)
    dialog = decide(page, "Dog beds", "Rename…")
    dialog.get_by_label("New title").fill("Beds for dogs")
    dialog.get_by_role("button", name="Rename").click()
    expect(page.get_by_text("will be “Beds for dogs”")).to_be_visible()
    dialog = decide(page, "Dog bowls", "Merge into…")
    dialog.get_by_label("Merge into").fill("Dog food")
    page.get_by_role("option", name="Dog food", exact=True).click()
    dialog.get_by_role("button", name="Merge").click()
    expect(page.get_by_text("goes into “Dog food”")).to_be_visible()
    dialog = decide(page, "Dog toys", "Split…")
    dialog.get_by_label("Title of the new cluster").fill("Toys worth their price")
    expect(dialog.get_by_role("checkbox").nth(5)).to_be_visible()
    for box in dialog.get_by_role("checkbox").all()[2:5]:
        box.check()
    dialog.get_by_role("button", name="Split").click()
    dialog = decide(page, "Crate training", "Drop…")
    dialog.get_by_role("button", name="Drop").click()
    page.get_by_role("button", name="Add a cluster").click()
    page.get_by_role("dialog").get_by_label("Title").fill("Dog birthday gifts")
    page.get_by_role("dialog").get_by_role("button", name="Add").click()
    expect(page.get_by_text("5 changes wait")).to_be_visible()
    make_plan(page)

    expect(page.get_by_role("link", name="Beds for dogs")).to_be_visible()
    page.goto(admin_url(site, "structure&tab=attributes"))
    material = page.get_by_role("region", name="Material")
    material.get_by_label("Add a value to Material").fill("Hemp")
    material.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text("1 change waits")).to_be_visible()
    make_plan(page)
    made = set(clusters(site))
    assert {"Beds for dogs", "Toys worth their price", "Dog birthday gifts"} <= made
    assert not {"Dog beds", "Dog bowls", "Crate training"} & made

    open_view(page, site, "changes")
    page.get_by_role("button", name='Undo: Drop "Crate training"').click()
    expect(page.get_by_text("The next plan goes without this decision.")).to_be_visible()
    make_plan(page)
    assert "Crate training" in clusters(site)


def test_a_keyword_list_comes_in_and_all_keywords_go_out(page: Page, site: WordPress, tmp_path: Path) -> None:
    open_view(page, site, "keywords")
    file = tmp_path / "my keywords.csv"
    file.write_text(LIST)
    page.get_by_role("button", name="Import a list").click()
    dialog = page.get_by_role("dialog", name="Import a keyword list")
    with page.expect_file_chooser() as chooser:
        dialog.get_by_role("button", name="Choose a file").click()
    chooser.value.set_files(file)
    expect(dialog.get_by_text("Fit a cluster")).to_be_visible(timeout=WORK_MS)
    assert violations(page, ".components-modal__screen-overlay") == []
    dialog.get_by_role("checkbox", name=re.compile("birthday cake", re.IGNORECASE)).first.check()
    dialog.get_by_role("button", name="Use it in the next plan").click()
    expect(page.get_by_text("2 changes wait")).to_be_visible(timeout=WORK_MS)
    make_plan(page)
    page.get_by_role("searchbox", name="Search keywords").fill("orthopedic dog bed for large")
    expect(page.get_by_role("cell", name=re.compile("Your list, fits this cluster")).first).to_be_visible()

    with page.expect_download() as download:
        page.get_by_role("button", name="Export CSV").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert text.startswith("keyword,volume,difficulty,cpc,cluster,")
    assert re.search(r"^orthopedic dog bed for large dogs,1900,31,", text, re.MULTILINE)
    assert not re.search(r"^\"?[=+@-]", text, re.MULTILINE), "No cell is a formula."
    exported = site.wp("igny8", "structure", "export-keywords", "-1")
    assert exported.lstrip("\ufeff").splitlines() == text.strip().splitlines()


def test_the_map_is_walked_with_the_keyboard(page: Page, site: WordPress) -> None:
    open_view(page, site, "map")
    tree = page.get_by_role("tree", name="Map of clusters")
    expect(tree.get_by_role("treeitem").nth(20)).to_be_visible()
    assert tree.locator("[tabindex='0']").count() == 1, "One stop for Tab."
    tree.locator("[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    first = page.locator(":focus")
    expect(first).to_have_attribute("aria-level", "2")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(":focus")).to_have_attribute("aria-level", "1")
    page.keyboard.press("End")
    page.keyboard.press("Home")
    page.keyboard.press("d")
    page.keyboard.press("Enter")
    chosen = tree.locator("[aria-selected='true']")
    expect(chosen).to_be_focused()
    expect(page.locator(".igny8-map__lines .is-link").first).to_be_attached()
    expect(page.get_by_role("heading", name="Links to")).to_be_visible()
    assert violations(page, "#igny8-admin") == []
    page.keyboard.press("Escape")
    expect(page.locator(".igny8-map__lines .is-link")).to_have_count(0)
    page.get_by_role("searchbox", name="Search the map").fill("collar")
    expect(page.get_by_text(re.compile(r"^\d of \d+ clusters$"))).to_be_visible()
    page.get_by_role("button", name="List").click()
    expect(tree).to_have_count(0)
    page.get_by_role("button", name=re.compile("^Links")).first.click()
    expect(page.get_by_text("Links to").first).to_be_visible()


@pytest.mark.parametrize("tab", ["", "map", "attributes", "keywords", "menu", "changes", "history"])
def test_every_view_keeps_the_rules_and_fits_a_phone(
    page: Page, site: WordPress, shot: Callable[[Page, str], None], tab: str
) -> None:
    open_view(page, site, tab)
    assert violations(page, "#igny8-admin") == []
    shot(page, f"structure-{tab or 'clusters'}")
    page.set_viewport_size(PHONE)
    expect(page.get_by_role("tree")).to_have_count(0)
    shot(page, f"phone-structure-{tab or 'clusters'}")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert violations(page, "#igny8-admin") == []


@pytest.fixture(scope="module")
def model() -> Iterator[StubOpenAI]:
    with run_stub() as running:
        yield running


@pytest.fixture(scope="module")
def engine_with_model(tmp_path_factory: pytest.TempPathFactory, model: StubOpenAI) -> Iterator[Engine]:
    env = {"IGNY8_MODEL": "openai/stub", "IGNY8_API_BASE": model.url, "IGNY8_API_KEY": "sk-test"}
    running = Engine(tmp_path_factory.mktemp("engine-with-model"), free_port(), env)
    running.start()
    yield running
    running.stop()


def test_without_a_model_there_is_nothing_to_refine_with(page: Page, site: WordPress) -> None:
    open_view(page, site)
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("button", name="Add a cluster")).to_be_visible()
    expect(page.get_by_role("button", name="Refine with AI")).to_have_count(0)


def test_what_a_model_proposes_is_ticked_or_left_and_a_refusal_changes_nothing(
    page: Page, site: WordPress, engine_with_model: Engine, model: StubOpenAI, shot: Callable[[Page, str], None]
) -> None:
    key = engine_with_model.add_site("Northwind Structure", site.url)
    site.wp("igny8", "engine", "connect", engine_with_model.url, f"--key={key}")
    site.wp("igny8", "structure", "undo", "--all")
    open_view(page, site)
    page.get_by_role("button", name="Refine with AI").click()
    names = page.get_by_role("region", name="Names and topics")
    model.script(*["refusal"] * 8)
    names.get_by_role("button", name="Ask for names").click()
    expect(names.get_by_text("Nothing was changed.")).to_be_visible(timeout=WORK_MS)
    model.script()
    names.get_by_role("button", name="Ask for names").click()
    expect(names.get_by_role("button", name=re.compile(r"Accept \d+ proposals?"))).to_be_visible(timeout=WORK_MS)
    shot(page, "structure-refine")
    assert violations(page, ".components-modal__screen-overlay") == []
    boxes = names.get_by_role("row").get_by_role("checkbox")
    proposed = boxes.count() - 1
    for box in boxes.all()[2:]:
        box.uncheck()
    names.get_by_role("button", name="Accept 1 proposal").click()
    expect(names.get_by_role("button", name="Ask for names")).to_be_visible()
    assert proposed >= 1
    waiting = [row for row in rows(site, "structure", "changes") if row["state"] == "pending"]
    assert [row["source"] for row in waiting] == ["ai"]
