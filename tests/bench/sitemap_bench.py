"""The sitemap at 2,000 and at 100,000 posts, on SQLite and MariaDB, beside WordPress' own.

Promised: index and a page of 1,000 addresses cost at 100,000 posts at most twice what they cost at 2,000, and an import
past all hooks is complete at the next visit. The other SEO plugins' sitemaps stand in `seo_bench`. PHP's server without
opcache, as in their figures; ms is what a crawler waits after a post was changed. The two sites take turns, and the
quickest of the views counts: on a busy machine the others measure the neighbours.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import requests
from stack.mariadb import MariaDB
from stack.process import free_port
from stack.wordpress import ROOT, WordPress

SMALL, LARGE = 2_000, 100_000
VIEWS = 12
COLUMNS = ("index", "first", "middle", "last", "floor", "own index", "own page")
SAVES = 100
POSTS = ROOT / "tests/bench/posts.php"
TOUCH = """<?php
// Changes a post of the first page when asked to, as its author would.
add_action( 'init', static function () {
	if ( isset( $_SERVER['HTTP_X_TOUCH'] ) ) {
		exit( (string) wp_update_post( array( 'ID' => 5, 'post_title' => uniqid() ) ) );
	}
}, 99 );
"""
SAVE = """
$times = array();
for ( $number = 0; $number < %d; $number++ ) {
	$start   = hrtime( true );
	wp_insert_post( array( 'post_title' => "Saved {$number}", 'post_content' => 'Text', 'post_status' => 'publish' ) );
	$times[] = ( hrtime( true ) - $start ) / 1e6;
}
sort( $times );
echo $times[ intdiv( count( $times ), 2 ) ];
"""


@contextmanager
def sites(database: str) -> Iterator[tuple[WordPress, WordPress]]:
    """A small and a large one, served."""
    folder = Path(tempfile.mkdtemp(prefix="igny8-sitemap-bench-"))
    folder.chmod(0o755)  # MariaDB runs as its own user
    server = MariaDB(folder / "mariadb") if database == "mariadb" else None
    if server:
        server.start()
    presses = [WordPress(folder / name, free_port(), server.create(name) if server else None) for name in ("s", "l")]
    try:
        for press in presses:
            press.install("Bench", "a-password-for-the-bench", "twentytwentyfive")
            (press.core / "wp-content/mu-plugins/touch.php").write_text(TOUCH)
            press.wp("eval-file", str(POSTS), str(SMALL))
            press.serve(workers=2, opcache=0)
        yield presses[0], presses[1]
    finally:
        for press in presses:
            press.stop()
        if server:
            server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def wait(press: WordPress, path: str, headers: dict[str, str] | None = None) -> tuple[float, requests.Response]:
    start = time.perf_counter()
    answer = requests.get(f"{press.url}{path}", headers=headers, timeout=300)
    took = (time.perf_counter() - start) * 1000
    answer.raise_for_status()
    return took, answer


def cold(press: WordPress, path: str) -> float:
    wait(press, "/", {"X-Touch": "1"})
    return wait(press, path)[0]


def locs(press: WordPress, path: str) -> list[str]:
    found = re.findall(r"<loc>([^<]+)</loc>", wait(press, path)[1].text)
    return [url.removeprefix(press.url) for url in found]


def pages_of_posts(press: WordPress) -> list[str]:
    pages = [path for path in locs(press, "/wp-sitemap.xml") if "-posts-post-" in path]
    return sorted(pages, key=lambda path: int(re.findall(r"(\d+)\.xml", path)[0]))


def listed(press: WordPress) -> list[str]:
    return [url for path in pages_of_posts(press) for url in locs(press, path)]


def figures(presses: tuple[WordPress, WordPress], paths: list[dict[str, str]]) -> list[dict[str, float]]:
    """The quickest of some views of each path, the sites in turns; `paths` has those of each site by the same names."""
    taken: list[dict[str, float]] = [{}, {}]
    for _ in range(VIEWS):
        for press, row, named in zip(presses, taken, paths, strict=True):
            for name, path in named.items():
                took = wait(press, path)[0] if name in ("floor", "own index", "own page") else cold(press, path)
                row[name] = min(row.get(name, took), took)
    return taken


def addresses(press: WordPress) -> dict[str, str]:
    """The index, a first, middle and last full page, and a file that costs nothing but WordPress' start."""
    pages = pages_of_posts(press)
    return {
        "index": "/wp-sitemap.xml", "first": pages[0], "middle": pages[len(pages) // 2 - 1], "last": pages[-2],
        "floor": "/wp-sitemap.xsl",
    }  # fmt: skip


def switch_off(press: WordPress) -> None:
    """WordPress' own sitemap instead."""
    press.wp("eval", "Igny8\\Plugin::instance()->switch_modules( array_diff( array_keys( Igny8\\Plugin::instance()->modules() ), array( 'sitemap' ) ) );")  # fmt: skip # noqa: E501
    press.wp("rewrite", "flush")


def show(name: str, row: dict[str, float]) -> None:
    print(f"{name:20}" + "".join(f"{row.get(key, 0):10.0f}" for key in COLUMNS), flush=True)


def run(database: str) -> None:
    with sites(database) as presses:
        large = presses[1]
        wait(large, "/wp-sitemap.xml")
        large.wp("eval-file", str(POSTS), str(LARGE - SMALL), str(SMALL + 1))
        first, _ = wait(large, "/wp-sitemap.xml")
        start = time.perf_counter()
        large.wp("igny8", "sitemap", "rebuild")
        rebuilt = time.perf_counter() - start
        rows = figures(presses, [addresses(press) for press in presses])
        found = listed(large)
        posts = int(large.wp("eval", "echo wp_count_posts()->publish;"))
        alone = float(large.wp("eval", SAVE % SAVES, "--skip-plugins=igny8"))
        save = float(large.wp("eval", SAVE % SAVES))
        after = len(set(listed(large)))
        for press in presses:
            switch_off(press)
        own = {"own index": "/wp-sitemap.xml", "own page": "/wp-sitemap-posts-post-1.xml"}
        rows = [row | more for row, more in zip(rows, figures(presses, [own, own]), strict=True)]
        for count, row in zip((SMALL, LARGE), rows, strict=True):
            show(f"{database} {count:,}", row)
        grown = ", ".join(f"{key} {rows[1][key] / rows[0][key]:.2f}" for key in COLUMNS)
        print(f"    grown by: {grown} (promised: 2)")
        print(f"    after the import by SQL: next visit of the index {first:.0f} ms, whole rebuild {rebuilt:.1f} s")
        print(f"    listed {len(found):,}, each once {len(set(found)):,}, published {posts:,}")
        print(
            f"    twice {SAVES} more by wp_insert_post(), {save:.1f} ms each, {alone:.1f} without us: listed {after:,}",
            flush=True,
        )


def main() -> None:
    print(
        "ms a crawler waits after a change; pages of 1,000 addresses; floor: our stylesheet; WordPress' own: of 2,000"
    )
    print(f"{'':20}" + "".join(f"{name:>10}" for name in COLUMNS))
    for database in ("sqlite", "mariadb"):
        run(database)


if __name__ == "__main__":
    main()
