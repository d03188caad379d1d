"""The engine is away or refuses: the screens say so in words, offer the way out, and nothing is half written."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

import pytest
from browser.faults import Faults
from browser.screens import admin_url, rows, set_up
from playwright.sync_api import Page, expect
from stack.engine import Engine
from stack.process import free_port
from stack.wordpress import WordPress

pytestmark = pytest.mark.browser

WORK_MS = 90_000


@pytest.fixture(scope="module")
def mortal_engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """An engine of this file alone, which the tests stop and start."""
    engine = Engine(tmp_path_factory.mktemp("mortal-engine"), free_port())
    engine.start()
    yield engine
    engine.stop()


@pytest.fixture(scope="module")
def site(make_site: Callable[..., WordPress]) -> WordPress:
    site = make_site(title="Northwind Plumbing")
    site.serve()
    return site


@pytest.fixture(autouse=True)
def owner(site: WordPress, log_in: Callable[[WordPress], None], faults: Faults) -> None:
    """Logged in. Refusals are what is tested here, so answers of our own doors may carry them."""
    log_in(site)
    faults.allow(r"igny8(/|%2F)v1")
    faults.allow(r"console: Failed to load resource")


def connect(page: Page, site: WordPress, url: str, key: str) -> None:
    page.goto(admin_url(site, "settings"))
    page.get_by_label("Address").fill(url)
    page.get_by_label("Key", exact=True).fill(key)
    page.get_by_role("button", name="Test and save").click()


def refusal(page: Page) -> str:
    """What the one error on the screen says."""
    notice = page.locator("#igny8-admin .components-notice.is-error")
    expect(notice).to_have_count(1)
    return notice.inner_text()


def test_a_wrong_key_is_refused_and_not_stored(page: Page, site: WordPress, mortal_engine: Engine) -> None:
    connect(page, site, mortal_engine.url, "igny8_abcd1234_wrongwrongwrongwrong")
    assert "key" in refusal(page)
    expect(page.get_by_label("Address")).to_have_value(mortal_engine.url)
    assert status(site)["is_connected"] is False


def test_an_address_that_is_no_engine_is_refused_and_not_stored(
    page: Page, site: WordPress, shot: Callable[[Page, str], None]
) -> None:
    connect(page, site, site.url, "igny8_abcd1234_wrongwrongwrongwrong")
    assert re.search(r"address|engine", refusal(page))
    shot(page, "fault-not-an-engine")
    assert status(site)["is_connected"] is False


def test_an_engine_that_does_not_answer_is_refused_and_not_stored(page: Page, site: WordPress) -> None:
    connect(page, site, f"http://127.0.0.1:{free_port()}", "igny8_abcd1234_wrongwrongwrongwrong")
    assert "engine" in refusal(page)
    assert status(site)["is_connected"] is False


def test_a_stopped_engine_is_said_on_the_dashboard_and_retry_finds_it_again(
    page: Page, site: WordPress, mortal_engine: Engine, shot: Callable[[Page, str], None]
) -> None:
    connect(page, site, mortal_engine.url, mortal_engine.add_site("Northwind Plumbing", site.url))
    expect(page.get_by_text("Connected and working")).to_be_visible()
    mortal_engine.stop()
    page.goto(admin_url(site))
    warning = page.locator("#igny8-admin .components-notice").filter(has_text="engine")
    expect(warning.first).to_be_visible()
    shot(page, "fault-engine-stopped")
    mortal_engine.start()
    warning.get_by_role("button", name="Try again").first.click()
    expect(page.get_by_text("Connected", exact=True)).to_be_visible()
    expect(warning).to_have_count(0)


def test_a_plan_that_the_engine_missed_is_made_when_it_is_back(
    page: Page, site: WordPress, mortal_engine: Engine, shot: Callable[[Page, str], None]
) -> None:
    set_up(page, site, "blocked drain", "Plumb")
    mortal_engine.stop()
    page.get_by_role("button", name="Create the structure").click()
    assert "cannot be reached" in refusal(page)
    shot(page, "fault-setup-without-engine")
    assert rows(site, "blueprint", "list") == []
    assert "igny8_" not in site.wp("taxonomy", "list", "--field=name")
    mortal_engine.start()
    page.get_by_role("button", name="Create the structure").click()  # what was entered is still there
    expect(page.get_by_role("heading", name="Write the pages")).to_be_visible(timeout=WORK_MS)
    assert [(row["version"], row["status"]) for row in rows(site, "blueprint", "list")] == [(1, "active")]


def status(site: WordPress) -> dict[str, object]:
    """The connection as it is stored; WP-CLI exits with 1 while it does not work."""
    found: dict[str, object] = json.loads(site.run("igny8", "engine", "status", "--format=json").stdout)
    return found
