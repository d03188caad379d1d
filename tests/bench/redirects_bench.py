"""What 50,000 redirects cost: a lookup on hits and misses, and a page that exists, beside the plugin Redirection.

Rules: 45,000 exact, 4,900 prefixes, 100 regular expressions that may match anywhere. `us` is wall time of a lookup in a
warm process, `cpu` its PHP time without the database's, `first` the first one of a process.
"""

from __future__ import annotations

import json
import shutil
import statistics
import tempfile
from pathlib import Path

import requests
from stack.mariadb import MariaDB
from stack.process import free_port
from stack.wordpress import WordPress

from bench import peers
from bench.plugin_bench import PROBE

HERE = Path(__file__).parent
VIEWS = 25
RULES = ("45000", "4900", "100")


def run(site: WordPress, act: str) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = json.loads(
        site.wp("eval-file", str(HERE / "redirects.php"), act, *RULES).splitlines()[-1]
    )
    return found


def show(name: str, figures: dict[str, dict[str, float]]) -> None:
    for kind, row in figures.items():
        print(
            f"{name:24}{kind:12}{row['us']:9.0f}{row['cpu_us']:9.0f}{row['first_us']:9.0f}{row['queries']:9.1f}"
            f"{row['hits']:9.0%}"
        )


def figures_of(url: str, mode: str) -> dict[str, float]:
    """As plugin_bench.read(), of a missing page too."""
    text = requests.get(url, headers={"X-Bench": mode}, timeout=60).text
    figures: dict[str, float] = json.loads(text.split("<!--bench ")[1].split("-->")[0])
    return figures


def view(url: str, mode: str = "with") -> dict[str, float]:
    """Medians of a page, files of our modules counted apart."""
    taken = [figures_of(url, mode) for _ in range(VIEWS)][5:]
    return {key: statistics.median(figures[key] for figures in taken) for key in taken[0]}


def ours_loaded(url: str) -> list[str]:
    """Files of the redirects module that one view reads."""
    text = requests.get(url, headers={"X-Bench": "with", "X-Bench-Files": "1"}, timeout=60).text
    names: list[str] = json.loads(text.split("<!--bench ")[1].split("-->")[0])["names"]
    return sorted(Path(name).name for name in names if "/Modules/Redirects/" in name)


def pages(site: WordPress) -> None:
    """An existing page with all rules and with none, in turns; then a missing one."""
    page = f"{site.url}/quiet-post-1/"
    missing = f"{site.url}/nothing/here/at-all/"
    site.wp("igny8", "module", "disable", "redirects")
    without = view(page)
    gone_without = view(missing)
    site.wp("igny8", "module", "enable", "redirects")
    for name, url, base in (("existing page", page, without), ("missing page", missing, gone_without)):
        row = view(url)
        ms = (row["cpu_us"] - base["cpu_us"]) / 1000
        more = {key: row[key] - base[key] for key in ("queries", "memory")}
        print(f"{name:16}{ms:+8.2f} ms{more['queries']:+5.0f} queries{more['memory'] / 1024:+8.0f} KB")
        print(f"{'':16}reads {', '.join(ours_loaded(url))}")


def bench(site: WordPress, name: str) -> None:
    site.install("Northwind", "a-password-for-the-bench", "twentytwentyfive")
    site.wp("rewrite", "structure", "/%postname%/")
    site.wp("eval-file", str(HERE / "posts.php"), "50")
    filled = json.loads(site.wp("eval-file", str(HERE / "redirects.php"), "fill", *RULES).splitlines()[-1])
    print(f"\n{name}: {filled['rules']} rules imported in {filled['seconds']:.0f} s")
    print(f"{'':24}{'':12}{'us':>9}{'cpu':>9}{'first':>9}{'queries':>9}{'found':>9}")
    show("IGNY8", run(site, "ours"))
    if name == "MariaDB":
        for peer in peers.take(peers.REDIRECTION):
            peer.copy_to(site)
            site.wp("plugin", "activate", peer.slug)
            site.wp("redirection", "database", "install")
            site.wp("eval-file", str(HERE / "redirects.php"), "theirs-fill", *RULES)
            show(f"{peer.name} {peer.version}", run(site, "theirs"))
            site.wp("plugin", "deactivate", peer.slug)
    shutil.copy(PROBE, site.core / "wp-content/mu-plugins/bench.php")
    site.serve(workers=2)
    pages(site)


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="igny8-bench-"))
    folder.chmod(0o755)
    database = MariaDB(folder / "mariadb")
    database.start()
    sites = {
        "MariaDB": WordPress(folder / "one", free_port(), database.create("bench")),
        "SQLite": WordPress(folder / "two", free_port()),
    }
    try:
        print("promised: below 1,000 µs a lookup with 50,000 rules, 0 queries and one file on a page that exists")
        for name, site in sites.items():
            bench(site, name)
    finally:
        for site in sites.values():
            site.stop()
        database.stop()
        shutil.rmtree(folder, ignore_errors=True)
