"""IGNY8 beside the SEO plugins it replaces: what a single post and a sitemap cost over bare WordPress.

One WordPress, 2,000 posts, a MariaDB database for each plugin as it is after its activation; the header X-Bench says
which one a view is for. The plugins take turns, so that a busy moment hits them all. PHP time is CPU time (getrusage),
without and with opcache; sitemap times are what a crawler waits. `bench.peers` finds the other plugins' releases.
"""

from __future__ import annotations

import re
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import requests
from stack.mariadb import MariaDB
from stack.process import free_port
from stack.wordpress import ROOT, WordPress

from bench import peers
from bench.peers import Peer
from bench.plugin_bench import PROBE, read

POSTS = 2000
VIEWS = 31
WARM_UP = 4
COLD_VIEWS = 4  # each after a post was changed
PASSWORD = "a-password-for-the-bench"
AUTOLOADED = (
    "SELECT option_name, LENGTH(option_value) FROM wp_options WHERE autoload IN ('yes', 'on', 'auto', 'auto-on')"
)
DATABASE = "isset( $_SERVER['HTTP_X_BENCH'] ) ? $_SERVER['HTTP_X_BENCH'] : ( getenv( 'BENCH' ) ?: 'bare' )"
OURS = Peer("IGNY8", "igny8/igny8.php", "/wp-sitemap.xml")
BARE = Peer("bare WordPress", "bare", "/wp-sitemap.xml")

# Figure of the probe → its column, and what one unit of the column is.
COLUMNS = {
    "cpu_us": ("PHP ms", 1000), "warm_us": ("opcache ms", 1000), "queries": ("queries", 1), "memory": ("MB", 1e6),
    "files": ("files", 1), "php_bytes": ("PHP KB", 1024), "options": ("autoload B", 1), "html": ("HTML B", 1),
}  # fmt: skip

Figures = dict[str, float]


def name_of(peer: Peer) -> str:
    """Name of its database, and of its views."""
    return peer.slug.replace("-", "_")


class Bench:
    """The site, and which of the plugins a command or a view is for."""

    def __init__(self, folder: Path, contestants: list[Peer]) -> None:
        self.folder = folder
        self.contestants = contestants
        folder.chmod(0o755)  # MariaDB runs as its own user
        self.database = MariaDB(folder / "mariadb")
        self.database.start()
        self.site = WordPress(folder / "site", free_port(), self.database.create("bare"))

    def wp(self, peer: Peer, *arguments: str) -> str:
        return self.site.wp(*arguments, env={"BENCH": name_of(peer)})

    def build(self) -> None:
        """Fills the bare site, copies its database for each plugin and activates that there."""
        self.site.install("Bench", PASSWORD, "twentytwentyfive", is_bare=True)
        self.site.wp("eval-file", str(ROOT / "tests/bench/posts.php"), str(POSTS))
        self.site.wp("config", "set", "DB_NAME", DATABASE, "--raw")
        shutil.copy(PROBE, self.site.core / "wp-content/mu-plugins/bench.php")
        dump = self.folder / "bare.sql"
        self.site.wp("db", "export", str(dump))
        for peer in self.contestants:
            if peer is not OURS:
                peer.copy_to(self.site)
            self.database.create(name_of(peer))
            self.wp(peer, "db", "import", str(dump))
            self.wp(peer, "plugin", "activate", peer.slug)
            if peer.ready:
                self.wp(peer, *peer.ready)
        self.serve(opcache=1)
        for peer in [BARE, *self.contestants]:
            self.settle(peer)

    def settle(self, peer: Peer) -> None:
        """What an owner does after activation: opens wp-admin, where plugins finish their installation."""
        visit = requests.Session()
        visit.headers["X-Bench"] = name_of(peer)
        visit.post(f"{self.site.url}/wp-login.php", data={"log": "admin", "pwd": PASSWORD}, timeout=60)
        for page in ("", "plugins.php", "edit.php"):
            visit.get(f"{self.site.url}/wp-admin/{page}", timeout=60)
        self.wp(peer, "rewrite", "flush")

    def serve(self, opcache: int) -> None:
        self.site.stop()
        self.site.serve(workers=2, opcache=opcache)

    def close(self) -> None:
        self.site.stop()
        self.database.stop()

    def address(self) -> str:
        """Of a post in the middle, with terms of both kinds."""
        return self.site.wp("post", "list", "--name=quiet-post-1000", "--field=url")

    def views(self, figures: Callable[[Peer], Figures], count: int = VIEWS) -> dict[str, Figures]:
        """Medians of what `figures` says of each plugin, which take turns."""
        taken: dict[str, list[Figures]] = {}
        for index in range(count + WARM_UP):
            for peer in [BARE, *self.contestants]:
                seen = figures(peer)
                if index >= WARM_UP:
                    taken.setdefault(peer.name, []).append(seen)
        return {name: medians(rows) for name, rows in taken.items()}

    def single_post(self) -> dict[str, Figures]:
        """Figures of a post's page for each plugin, as differences from the bare page."""
        url = self.address()
        self.serve(opcache=0)
        rows = self.views(lambda peer: self.view(url, peer))
        self.serve(opcache=1)
        warm = self.views(lambda peer: {"warm_us": self.view(url, peer)["cpu_us"]})
        for peer in [BARE, *self.contestants]:
            rows[peer.name] |= {**warm[peer.name], "options": self.autoloaded(peer)}
        bare = rows.pop(BARE.name)
        return {name: {key: row[key] - bare[key] for key in COLUMNS} for name, row in rows.items()}

    def autoloaded(self, peer: Peer) -> float:
        """Bytes of the options that WordPress loads with every page and that the bare site does not have."""
        answers = [self.wp(one, "db", "query", AUTOLOADED, "--skip-column-names") for one in (BARE, peer)]
        rows = [dict(line.split("\t") for line in answer.splitlines()) for answer in answers]
        return sum(float(size) for name, size in rows[1].items() if name not in rows[0])

    def view(self, url: str, peer: Peer) -> Figures:
        return read(url, name_of(peer))

    def sitemaps(self) -> dict[str, Figures]:
        """Milliseconds of index and first page of posts, after a change of a post and again: the quickest, in turns."""
        taken: dict[str, Figures] = {}
        for number in range(COLD_VIEWS):
            for peer in [BARE, *self.contestants]:
                seen = self.sitemap(peer, f"Changed {number}")
                row = taken.setdefault(peer.name, seen)
                row.update({key: min(row[key], took) for key, took in seen.items()})
        for row in taken.values():
            row["per_1000"] = row["page"] / max(1, row["urls"]) * 1000
        return taken

    def sitemap(self, peer: Peer, excerpt: str) -> Figures:
        mode = name_of(peer)
        index = f"{self.site.url}{peer.sitemap}"
        page = page_of_posts(index, wait(index, mode)[1])
        post = self.wp(peer, "post", "list", "--name=quiet-post-1000", "--field=ID")
        self.wp(peer, "post", "update", post, f"--post_excerpt={excerpt}")
        row = {"index": wait(index, mode)[0], "page": wait(page, mode)[0]}
        again = {
            f"{name} again": min(wait(url, mode)[0] for _ in range(COLD_VIEWS))
            for name, url in (("index", index), ("page", page))
        }
        return {**row, **again, "urls": len(re.findall(r"<url\b", wait(page, mode)[1]))}


def medians(rows: list[Figures]) -> Figures:
    return {key: statistics.median(row[key] for row in rows) for key in rows[0]}


def page_of_posts(index: str, text: str) -> str:
    """Address of the first page of posts in a sitemap index; the index itself when it lists pages, not sitemaps."""
    if "<sitemapindex" not in text:
        return index
    pages = re.findall(r"<loc>\s*(?:<!\[CDATA\[)?\s*([^<\]\s]+)", text)
    return next(page for page in pages if re.search(r"(?<![a-z])post(?!.*(?:tag|page|archive|type\.))[^/]*$", page))


def wait(url: str, mode: str) -> tuple[float, str]:
    """How long a crawler waits for it, in ms, and the text."""
    start = time.perf_counter()
    answer = requests.get(url, headers={"X-Bench": mode}, timeout=120)
    took = (time.perf_counter() - start) * 1000
    answer.raise_for_status()
    return took, answer.text


def show_single_post(rows: dict[str, Figures]) -> None:
    """The table, the lightest peer of each column, and what share of it we cost."""
    print("single post, over bare WordPress")
    print(f"{'':20}" + "".join(f"{label:>12}" for label, _ in COLUMNS.values()))
    others = {name: row for name, row in rows.items() if name != OURS.name}
    lightest = {key: min(row[key] for row in others.values()) for key in COLUMNS} if others else {}
    for name, row in [*others.items(), ("lightest peer", lightest), (OURS.name, rows[OURS.name])]:
        print(
            f"{name:20}"
            + "".join(f"{row[key] / unit:12,.{digits(unit)}f}" for key, (_, unit) in COLUMNS.items() if row)
        )
    if others:
        shares = (rows[OURS.name][key] / lightest[key] if lightest[key] > 0 else None for key in COLUMNS)
        print(
            f"{'of the lightest':20}" + "".join(f"{'-' if share is None else f'{share:.0%}':>12}" for share in shares)
        )


def digits(unit: float) -> int:
    return 1 if unit > 1 else 0


def show_sitemaps(rows: dict[str, Figures]) -> None:
    print("\nsitemap, ms a crawler waits: index and first page of posts after a change, and again")
    columns = ("index", "index again", "page", "page again", "urls", "per_1000")
    print(f"{'':20}" + "".join(f"{name:>13}" for name in (*columns[:4], "URLs", "per 1,000")))
    for name, row in rows.items():
        print(f"{name:20}" + "".join(f"{row[key]:13.0f}" for key in columns))


def main() -> None:
    contestants = [*peers.take(*peers.SEO), OURS]
    bench = Bench(Path(tempfile.mkdtemp(prefix="igny8-bench-")), contestants)
    try:
        bench.build()
        show_single_post(bench.single_post())
        show_sitemaps(bench.sitemaps())
    finally:
        bench.close()
        shutil.rmtree(bench.folder, ignore_errors=True)


if __name__ == "__main__":
    main()
