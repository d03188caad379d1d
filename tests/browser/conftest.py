"""What the browser tests share: the system's Chromium, watched pages, a logged-in owner, a built site."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from browser.faults import Faults
from browser.screens import DESKTOP
from conftest import ARTIFACTS, PASSWORD
from playwright.sync_api import BrowserContext, Page
from stack.engine import Engine
from stack.wordpress import WordPress

# The editor shows a guide over the page to new users, and goes full screen.
EDITOR_PREFERENCES = {
    "core/edit-post": {"welcomeGuide": False, "fullscreenMode": False},
    "core": {"isComplementaryAreaVisible": False},
    "_modified": "2026-01-01T00:00:00.000Z",
}


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """The system's Chromium instead of a downloaded one; CI runs as root, where its sandbox does not start."""
    quiet = "no-sandbox disable-dev-shm-usage disable-gpu disable-extensions disable-component-update"
    flags = [f"--{flag}" for flag in f"{quiet} disable-background-networking no-first-run".split()]
    return {"executable_path": "/usr/bin/chromium", "args": flags}


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, object]:
    return {"viewport": DESKTOP, "locale": "en-GB", "reduced_motion": "reduce"}


@pytest.fixture(autouse=True)
def faults(context: BrowserContext) -> Iterator[Faults]:
    """Whatever a page reports fails the test that was looking at it."""
    faults = Faults()
    faults.watch(context)
    yield faults
    assert faults.unexpected() == []


@pytest.fixture
def shot() -> Callable[[Page, str], None]:
    """Keeps a picture of the whole page: `shot(page, "01-login")`."""
    ARTIFACTS.mkdir(exist_ok=True)

    def take(page: Page, name: str) -> None:
        page.screenshot(path=ARTIFACTS / f"{name}.png", full_page=True, animations="disabled")

    return take


@pytest.fixture
def log_in(context: BrowserContext) -> Callable[[WordPress], None]:
    """Logs the browser in without its form, which test_owner_journey uses."""

    def log_in(site: WordPress) -> None:
        form = {"log": "admin", "pwd": PASSWORD, "redirect_to": f"{site.url}/wp-includes/images/blank.gif"}
        assert context.request.post(f"{site.url}/wp-login.php", form=form).ok
        assert any(cookie["name"].startswith("wordpress_logged_in") for cookie in context.cookies(site.url))

    return log_in


@pytest.fixture(scope="session")
def connected_site(engine: Engine, make_site: Callable[..., WordPress]) -> Callable[[str], WordPress]:
    """Makes sites that are served and connected: `connected_site("Northwind Pets")`."""

    def make(title: str) -> WordPress:
        site = make_site(title=title)
        key = engine.add_site(title, site.url)
        site.wp("igny8", "engine", "connect", engine.url, f"--key={key}")
        site.wp(
            "user", "meta", "update", "1", "wp_persisted_preferences", json.dumps(EDITOR_PREFERENCES), "--format=json"
        )
        site.serve()
        return site

    return make


@pytest.fixture(scope="session")
def built_site(connected_site: Callable[[str], WordPress]) -> WordPress:
    """A site that `wp igny8 run` has built and published. Tests only read it or add to it."""
    site = connected_site("Northwind Pets")
    site.wp("igny8", "run", "--name=Northwind Pets", "--sectors=dog-supplies", "--format=json")
    return site
