"""How quick the screen Structure is with 50 clusters and 500 keywords: from the press to the next painted frame."""

from __future__ import annotations

import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright
from stack.engine import Engine
from stack.process import free_port
from stack.wordpress import WordPress

WANTED_MS = 200  # of the issue: what a press may take
TIMES = 7
LOOK_MS = 800  # what a person looks before the next press
PASSWORD = "a-password-for-the-bench"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]

# Acts, then waits until the page shows what was asked for and has painted it.
MEASURE = """async ( [ act, shown ] ) => {
	const isShown = new Function( `return ${ shown }` );
	const start = performance.now();
	new Function( act )();
	while ( ! isShown() ) {
		if ( performance.now() - start > 10000 ) throw new Error( `never: ${ shown }` );
		await new Promise( ( resolve ) => requestAnimationFrame( resolve ) );
	}
	await new Promise( ( resolve ) => requestAnimationFrame( () => setTimeout( resolve ) ) );
	return performance.now() - start;
}"""

# Types into a field, or chooses in a list, as React hears it.
SET = """const field = document.querySelector( "{field}" );
Object.getOwnPropertyDescriptor( Object.getPrototypeOf( field ), "value" ).set.call( field, "{value}" );
field.dispatchEvent( new Event( "{event}", { bubbles: true } ) );"""


@dataclass(frozen=True)
class Press:
    """What is pressed, when it is done, and the way back; conditions are JavaScript, `{all}` all rows of the screen."""

    name: str
    there: str
    shown: str
    back: str
    gone: str
    back_name: str = ""


def set_value(field: str, value: str, event: str = "input") -> str:
    return SET.replace("{field}", field).replace("{value}", value).replace("{event}", event)


def click(selector: str) -> str:
    return f'document.querySelector( "{selector}" ).click()'


def rows(count: str) -> str:
    return f'document.querySelectorAll( ".igny8-clusters th[scope=row]" ).length {count}'


SEARCH = ".igny8-toolbar__search input"
TYPE = "select:has( option[value=comparison] )"
GROUP = ".igny8-clusters__group button"
NODE = "[role=treeitem][aria-level='2']"
NEXT, PREVIOUS = "button[aria-label='Next page']", "button[aria-label='Previous page']"
FIRST_KEYWORD = 'document.querySelector( ".dataviews-view-table tbody tr" )?.innerText'

CLUSTERS = [
    Press("search clusters", set_value(SEARCH, "vs"), rows("< {all}"), set_value(SEARCH, ""), rows("=== {all}")),
    Press(
        "filter by type", set_value(TYPE, "comparison", "change"), rows("< {all}"),
        set_value(TYPE, "", "change"), rows("=== {all}"),
    ),
    Press("fold a group", click(GROUP), rows("< {all}"), click(GROUP), rows("=== {all}"), "open a group"),
]  # fmt: skip
MAP = [
    Press(
        "select in the map", click(NODE), 'document.querySelector( ".igny8-map__lines .is-link" )',
        click(NODE), '! document.querySelector( ".igny8-map__lines .is-link" )',
    ),
    Press(
        "search the map", set_value(SEARCH, "cat"), 'document.querySelector( ".igny8-map__node.is-found" )',
        set_value(SEARCH, ""), '! document.querySelector( ".igny8-map__node.is-found" )',
    ),
]  # fmt: skip
KEYWORDS = [
    Press(
        "next page of keywords", f"window.first = {FIRST_KEYWORD}; {click(NEXT)}", f"{FIRST_KEYWORD} !== window.first",
        f"window.first = {FIRST_KEYWORD}; {click(PREVIOUS)}", f"{FIRST_KEYWORD} !== window.first",
    ),
]  # fmt: skip


def build(folder: Path) -> tuple[WordPress, Engine]:
    """A served site with an active plan of two sectors, 25 clusters each."""
    engine = Engine(folder / "engine", free_port())
    engine.start()
    site = WordPress(folder / "site", free_port())
    site.install("Northwind Pets", PASSWORD, "twentytwentyfive")
    site.wp("igny8", "engine", "connect", engine.url, f"--key={engine.add_site('Northwind Pets', site.url)}")
    site.wp("igny8", "blueprint", "create", "--sectors=dog-supplies,cat-supplies", "--max-clusters-per-sector=25")
    site.wp("igny8", "blueprint", "apply")
    site.serve(workers=3)
    return site, engine


def measure(page: Page, url: str, ready: str, presses: list[Press]) -> dict[str, float]:
    page.goto(url)
    expect(page.locator(ready).first).to_be_visible()
    page.wait_for_load_state("networkidle")
    total = str(page.locator(".igny8-clusters th[scope=row]").count())
    taken: dict[str, list[float]] = {}
    for press in presses:
        for _ in range(TIMES):
            for name, act, done in ((press.name, press.there, press.shown), (press.back_name, press.back, press.gone)):
                took = float(page.evaluate(MEASURE, [act, done.replace("{all}", total)]))
                taken.setdefault(name, []).append(took)
                page.wait_for_timeout(LOOK_MS)
    return {name: statistics.median(figures) for name, figures in taken.items() if name}


def main() -> None:
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        site, engine = build(Path(name))
        try:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
            context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
            context.request.post(f"{site.url}/wp-login.php", form={"log": "admin", "pwd": PASSWORD})
            page = context.new_page()
            url = f"{site.url}/wp-admin/admin.php?page=igny8-structure"
            figures = measure(page, url, ".igny8-clusters th[scope=row]", CLUSTERS)
            clusters = page.locator(".igny8-clusters th[scope=row]").count()
            figures |= measure(page, f"{url}&tab=map", "[role=treeitem]", MAP)
            figures |= measure(page, f"{url}&tab=keywords", ".dataviews-view-table tbody tr", KEYWORDS)
            keywords = page.locator(".igny8-metric__value").first.inner_text()
            print(f"{clusters} clusters, {keywords} keywords; median of {TIMES} presses, each wanted <= {WANTED_MS} ms")
            for what, took in figures.items():
                print(f"{what:<24}{took:6.0f} ms")
            browser.close()
        finally:
            site.stop()
            engine.stop()


if __name__ == "__main__":
    main()
