"""The sitemap at 2,000 and at 100,000 posts, on SQLite and MariaDB, beside WordPress' own.

Promised: index and a page of 1,000 addresses cost at 100,000 posts at most twice what they cost at 2,000, and an import
past all hooks is complete at the next visit. The other SEO plugins' sitemaps stand in `seo_bench`. PHP's server without
opcache, as in their figures; ms is what a crawler waits, the median of several views, each after a post was changed.
"""

from __future__ import annotations

import re
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import requests
from stack.mariadb import MariaDB
from stack.process import free_port
from stack.wordpress import ROOT, WordPress

SMALL, LARGE = 2_000, 100_000
VIEWS = 9
SAVES = 200
POSTS = ROOT / "tests/bench/posts.php"
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
def site(database: str) -> Iterator[WordPress]:
    folder = Path(tempfile.mkdtemp(prefix="igny8-sitemap-bench-"))
    folder.chmod(0o755)  # MariaDB runs as its own user
    server = None
    if database == "mariadb":
        server = MariaDB(folder / "mariadb")
        server.start()
    press = WordPress(folder / "site", free_port(), server.create("bench") if server else None)
    try:
        press.install("Bench", "a-password-for-the-bench", "twentytwentyfive")
        press.serve(workers=2, opcache=0)
        yield press
    finally:
        press.stop()
        if server:
            server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def get(press: WordPress, path: str) -> tuple[float, requests.Response]:
    start = time.perf_counter()
    answer = requests.get(f"{press.url}{path}", timeout=300)
    took = (time.perf_counter() - start) * 1000
    answer.raise_for_status()
    return took, answer


def median(view: Callable[[], float], count: int = VIEWS) -> float:
    view()
    return statistics.median(view() for _ in range(count))


def locs(press: WordPress, path: str) -> list[str]:
    found = re.findall(r"<loc>([^<]+)</loc>", get(press, path)[1].text)
    return [url.removeprefix(press.url) for url in found]


def touch(press: WordPress) -> None:
    """Changes a post of the first page, so that what was counted before no longer holds."""
    press.wp("post", "update", "5", f"--post_title=Changed {time.time()}")


def figures(press: WordPress) -> dict[str, float]:
    """ms of the index and of three full pages, cold; of a page whose version the crawler names; of a plain request."""

    def cold(path: str) -> float:
        touch(press)
        return get(press, path)[0]

    pages = sorted(
        (path for path in locs(press, "/wp-sitemap.xml") if "-posts-post-" in path),
        key=lambda path: int(re.findall(r"(\d+)\.xml", path)[0]),
    )
    row = {"index": median(lambda: cold("/wp-sitemap.xml"))}
    for name, path in {"first": pages[0], "middle": pages[len(pages) // 2 - 1], "last full": pages[-2]}.items():
        row[name] = median(lambda path=path: cold(path))  # type: ignore[misc]
    tag = get(press, pages[0])[1].headers["ETag"]
    row["304"] = median(lambda: timed(press, pages[0], {"If-None-Match": tag}))
    row["floor"] = median(lambda: timed(press, "/wp-sitemap.xsl", {}))
    row["urls"] = len(locs(press, pages[0]))
    return row


def timed(press: WordPress, path: str, headers: dict[str, str]) -> float:
    start = time.perf_counter()
    requests.get(f"{press.url}{path}", headers=headers, timeout=300)
    return (time.perf_counter() - start) * 1000


def of_wordpress(press: WordPress) -> dict[str, float]:
    """WordPress' own index and first page, with our module off."""
    modules = press.wp("igny8", "engine", "modules", "--format=csv", "--fields=slug,is_enabled")
    on = [line.split(",")[0] for line in modules.splitlines()[1:] if not line.endswith((",", "no", "false", "0"))]
    press.wp("igny8", "engine", "set-modules", ",".join(name for name in on if name != "sitemap"))
    press.wp("rewrite", "flush")
    row = {
        "index": median(lambda: get(press, "/wp-sitemap.xml")[0], 3),
        "first": median(lambda: get(press, "/wp-sitemap-posts-post-1.xml")[0], 3),
        "urls": len(locs(press, "/wp-sitemap-posts-post-1.xml")),
    }
    press.wp("igny8", "engine", "set-modules", ",".join(on))
    return row


def show(name: str, row: dict[str, float]) -> None:
    columns = ("index", "first", "middle", "last full", "304", "floor", "urls")
    print(f"{name:32}" + "".join(f"{row[key]:11.0f}" if key in row else f"{'-':>11}" for key in columns))


def run(database: str) -> None:
    with site(database) as press:
        press.wp("eval-file", str(POSTS), str(SMALL))
        small = figures(press)
        show(f"{database} {SMALL:,}", small)
        show(f"{database} {SMALL:,} WordPress' own", of_wordpress(press))
        press.wp("eval-file", str(POSTS), str(LARGE - SMALL), str(SMALL + 1))
        first, _ = get(press, "/wp-sitemap.xml")
        start = time.perf_counter()
        press.wp("igny8", "sitemap", "rebuild")
        rebuilt = time.perf_counter() - start
        large = figures(press)
        show(f"{database} {LARGE:,}", large)
        show(f"{database} {LARGE:,} WordPress' own", of_wordpress(press))
        shares = {key: large[key] / small[key] for key in ("index", "first", "middle", "last full")}
        print(f"{'':4}grown by " + ", ".join(f"{key} {share:.2f}" for key, share in shares.items()) + " (promised: 2)")
        listed = [url for path in locs(press, "/wp-sitemap.xml") if "-posts-post-" in path for url in locs(press, path)]
        posts = int(press.wp("eval", "echo wp_count_posts()->publish;"))
        print(
            f"{'':4}after the import: next visit of the index {first:.0f} ms, rebuild {rebuilt:.1f} s; "
            f"listed {len(listed):,}, once each {len(set(listed)):,}, published {posts:,}"
        )
        save = float(press.wp("eval", SAVE % SAVES))
        listed = [url for path in locs(press, "/wp-sitemap.xml") if "-posts-post-" in path for url in locs(press, path)]
        print(f"{'':4}{SAVES} more by wp_insert_post(): {save:.1f} ms each, listed {len(set(listed)):,}")


def main() -> None:
    print("ms a crawler waits after a change; pages of 1,000 addresses, WordPress' own of 2,000")
    columns = ("index", "page first", "middle", "last full", "304", "floor", "URLs")
    print(f"{'':32}" + "".join(f"{name:>11}" for name in columns))
    for database in ("sqlite", "mariadb"):
        run(database)


if __name__ == "__main__":
    main()
