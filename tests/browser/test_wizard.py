"""The setup wizard: from activation to an applied blueprint, at a desk and on a phone, left and resumed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

import pytest
from browser.faults import Faults
from browser.screens import BUILD_MS, DESKTOP, PHONE, admin_url, choose_trade, rows
from playwright.sync_api import Page, ViewportSize, expect
from stack.engine import Engine
from stack.process import free_port
from stack.wordpress import WordPress

pytestmark = pytest.mark.browser

Shot = Callable[[Page, str], None]
WORK_MS = 90_000
CSV = "Keyword,Volume,KD,CPC\ncoffee beans,5400,32,1.2\n,12,,\ncoffee subscription gift,2900,20,0.9\n"


@pytest.fixture(scope="module")
def mortal_engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """An engine of this file alone, which the tests stop and start."""
    engine = Engine(tmp_path_factory.mktemp("mortal-engine"), free_port())
    engine.start()
    yield engine
    engine.stop()


@pytest.fixture
def site(make_site: Callable[..., WordPress], log_in: Callable[[WordPress], None]) -> Iterator[WordPress]:
    """A fresh site with an owner who has just logged in."""
    site = make_site(title="Northwind Coffee")
    site.serve()
    log_in(site)
    yield site
    site.stop()


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_activation_leads_to_the_wizard_and_the_wizard_to_an_applied_blueprint(
    page: Page, site: WordPress, engine: Engine, shot: Shot, size: ViewportSize
) -> None:
    name = "desktop" if size is DESKTOP else "phone"
    page.set_viewport_size(size)
    before = content_of(site)
    activate(page, site)
    step(page, "Welcome")
    keep(page, shot, f"wizard-{name}-1-welcome")
    page.get_by_role("button", name="Continue").click()
    step(page, "Your site")
    page.get_by_label("What do you do?").fill("coffee beans and espresso machines")
    keep(page, shot, f"wizard-{name}-2-site-unconnected")
    connect(page, site, engine)
    page.get_by_role("button", name="Coffee").first.click()  # found from the words
    expect(page.get_by_role("list", name="Chosen trades")).to_contain_text("Coffee")
    keep(page, shot, f"wizard-{name}-2-site")
    page.get_by_role("button", name="Continue").click()
    step(page, "The structure")
    page.get_by_label("Brands you carry").fill("La Marzocco, Rocket")
    page.get_by_label("Places you serve").fill("- Portland, Oregon\n- Salem")
    brand = page.get_by_role("region", name="Preview")
    expect(brand.get_by_text("La Marzocco").first).to_be_visible(timeout=BUILD_MS)
    keep(page, shot, f"wizard-{name}-3-structure")
    page.get_by_role("button", name="Continue").click()
    step(page, "Your engine")
    keep(page, shot, f"wizard-{name}-4-connect")
    page.get_by_role("button", name="Continue").click()
    step(page, "Your keywords")
    page.get_by_label("Choose a CSV file").or_(page.locator("input[type=file]")).last.set_input_files(
        {"name": "export.csv", "mimeType": "text/csv", "buffer": CSV.encode("utf-16")}
    )
    expect(page.get_by_text("2 keywords", exact=True)).to_be_visible(timeout=BUILD_MS)
    expect(page.get_by_text("1 line was skipped")).to_be_visible()
    keep(page, shot, f"wizard-{name}-5-keywords")
    page.get_by_role("button", name="Continue").click()
    step(page, "Ready to create")
    expect(page.get_by_text("Created now")).to_be_visible(timeout=BUILD_MS)
    keep(page, shot, f"wizard-{name}-6-finish")
    assert content_of(site) == before, "nothing is written before the last button"
    page.get_by_role("button", name="Create the structure").click()
    expect(page.get_by_role("heading", name="Write the pages")).to_be_visible(timeout=WORK_MS)
    assert [row["status"] for row in rows(site, "blueprint", "list")] == ["active"]
    assert content_of(site)["igny8"] > 2
    plan = json.loads(site.wp("igny8", "blueprint", "show", "--with-document", "--format=json"))["document"]
    assert plan["facts"]["locations"] == ["Portland, Oregon", "Salem"]
    assert {row["phrase"]: row["volume"] for row in plan["keywords"]}["coffee beans"] == 5400


def test_it_is_left_and_resumed_gone_back_to_and_started_over(
    page: Page, site: WordPress, engine: Engine, shot: Shot
) -> None:
    site.wp("igny8", "engine", "connect", engine.url, f"--key={engine.add_site('Northwind Coffee', site.url)}")
    page.goto(admin_url(site))
    page.get_by_role("link", name="Start the setup").click()
    page.get_by_role("radio", name="Detailed").check()
    page.get_by_role("button", name="Continue").click()
    step(page, "Your site")
    page.get_by_role("button", name="Continue").click()  # without a trade
    trade = page.get_by_role("combobox", name="What do you do?")
    expect(trade).to_be_focused()
    expect(trade).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_text("Choose at least one trade from the list.")).to_be_visible()
    choose_trade(page, "coffee", "Coffee")
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Brands you carry").fill("Rocket")
    page.get_by_role("link", name="Finish later").click()
    expect(page.get_by_role("heading", name="Resume setting up your site")).to_be_visible()
    expect(page.get_by_text("You were at step 3 of 6")).to_be_visible()
    shot(page, "wizard-resume")
    page.goto(admin_url(site, "&view=setup"))  # as on another machine
    step(page, "The structure")
    expect(page.get_by_label("Brands you carry")).to_have_value("Rocket")
    page.get_by_role("button", name="Back").click()
    step(page, "Your site")
    expect(page.get_by_role("list", name="Chosen trades")).to_contain_text("Coffee")
    page.go_back()
    step(page, "The structure")
    page.get_by_role("button", name=re.compile("^6|Finish")).click()
    step(page, "Ready to create")
    page.goto(admin_url(site))
    page.get_by_role("button", name="Start over").click()
    page.get_by_role("dialog").get_by_role("button", name="Start over").click()
    expect(page.get_by_role("heading", name="Set up your site")).to_be_visible()
    assert json.loads(site.wp("igny8", "blueprint", "wizard", "--format=json"))["state"] == "new"


def test_an_owner_without_an_engine_gets_as_far_as_can_be_and_loses_nothing(
    page: Page, site: WordPress, mortal_engine: Engine, faults: Faults, shot: Shot
) -> None:
    faults.allow(r"igny8(/|%2F)v1")
    faults.allow(r"console: Failed to load resource")
    page.goto(admin_url(site, "&view=setup&step=site"))
    page.get_by_label("What do you do?").fill("coffee")
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Brands you carry").fill("Rocket")
    page.get_by_role("button", name="Continue").click()
    step(page, "Your engine")
    page.get_by_role("button", name="Skip this step").click()
    step(page, "Your keywords")
    page.get_by_role("button", name="Skip this step").click()
    expect(page.get_by_text("A connected engine")).to_be_visible()
    shot(page, "wizard-lacks")
    expect(page.get_by_role("button", name="Create the structure")).to_be_disabled()
    page.get_by_text("At least one trade").get_by_role("button", name="Go there").click()
    step(page, "Your site")
    connect(page, site, mortal_engine)
    page.get_by_role("button", name="Coffee").first.click()
    mortal_engine.stop()
    page.get_by_role("button", name="Continue").click()
    warning = page.locator("#igny8-admin .components-notice").filter(has_text="cannot be reached")
    expect(warning).to_be_visible(timeout=BUILD_MS)
    expect(page.get_by_label("Brands you carry")).to_have_value("Rocket")
    shot(page, "wizard-engine-down")
    mortal_engine.start()
    warning.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("region", name="Preview").get_by_text("Rocket").first).to_be_visible(timeout=BUILD_MS)


def activate(page: Page, site: WordPress) -> None:
    """As an owner does it: on the plugins screen, by hand."""
    site.wp("plugin", "deactivate", "igny8")
    page.goto(f"{site.url}/wp-admin/plugins.php")
    page.get_by_role("link", name="Activate IGNY8", exact=True).click()
    expect(page).to_have_url(re.compile("view=setup"))
    page.goto(f"{site.url}/wp-admin/plugins.php")  # once is enough
    expect(page).to_have_url(re.compile(r"plugins\.php"))
    page.goto(admin_url(site, "&view=setup"))


def connect(page: Page, site: WordPress, engine: Engine) -> None:
    page.get_by_label("Address").fill(engine.url)
    page.get_by_label("Key", exact=True).fill(engine.add_site("Northwind Coffee", site.url))
    page.get_by_role("button", name="Test and save").click()
    expect(page.get_by_role("combobox", name="What do you do?")).to_be_visible()


def step(page: Page, title: str) -> None:
    expect(page.get_by_role("heading", level=2, name=title)).to_be_visible()


def keep(page: Page, shot: Shot, name: str) -> None:
    """A picture, of a page that does not scroll sideways."""
    shot(page, name)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name


def content_of(site: WordPress) -> dict[str, int]:
    """How many taxonomies of ours and how many pages there are."""
    names = site.wp("taxonomy", "list", "--field=name").split()
    pages = site.wp("post", "list", "--post_type=page", "--post_status=any", "--field=ID").split()
    return {"igny8": sum(name.startswith("igny8_") for name in names), "pages": len(pages)}
