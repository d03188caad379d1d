"""What the plugin costs a visitor: the same pages of a built site with and without it, taken in turns.

Queries, scripts, styles and bytes are exact. PHP time is CPU time (getrusage), the median of many views.
"""

from __future__ import annotations

import json
import re
import shutil
import statistics
import tempfile
from pathlib import Path

import requests
from stack.engine import Engine
from stack.process import free_port
from stack.wordpress import WordPress

VIEWS = 60
WARM_UP = 5
PROBE = Path(__file__).with_name("probe.php")


def build(folder: Path) -> tuple[WordPress, Engine]:
    """A served site on SQLite that `wp igny8 run` has built, all modules on."""
    engine = Engine(folder / "engine", free_port())
    engine.start()
    site = WordPress(folder / "site", free_port())
    site.install("Northwind Pets", "a-password-for-the-bench", "twentytwentyfive")
    site.wp("igny8", "engine", "connect", engine.url, f"--key={engine.add_site('Northwind Pets', site.url)}")
    site.wp("igny8", "run", "--name=Northwind Pets", "--sectors=dog-supplies", "--format=json")
    shutil.copy(PROBE, site.core / "wp-content/mu-plugins/bench.php")
    site.serve(workers=2)
    return site, engine


def read(url: str, mode: str) -> dict[str, float]:
    """One view: its CPU time in µs, queries, included files, peak memory, and what the page loads."""
    answer = requests.get(url, headers={"X-Bench": mode}, timeout=60)
    answer.raise_for_status()
    text = answer.text
    found = re.search(r"<!--bench (.*?)-->", text)
    if not found:
        raise RuntimeError(f"no probe in {url}")
    figures: dict[str, float] = json.loads(found.group(1))
    figures["html"] = len(text.encode()) - len(found.group(0))
    figures["scripts"] = len(re.findall(r"<script[^>]+src=", text))
    figures["styles"] = len(re.findall(r"<link[^>]+stylesheet", text)) + text.count("<style")
    return figures


def measure(url: str) -> dict[str, dict[str, float]]:
    """Medians of a page `without` and `with` the plugin, the two in turns so that a busy moment hits both."""
    views: dict[str, list[dict[str, float]]] = {"without": [], "with": []}
    for index in range(VIEWS + WARM_UP):
        for mode, taken in views.items():
            figures = read(url, mode)
            if index >= WARM_UP:
                taken.append(figures)
    return {
        mode: {key: statistics.median(view[key] for view in taken) for key in taken[0]} for mode, taken in views.items()
    }


def show(name: str, rows: dict[str, dict[str, float]]) -> None:
    for mode, row in rows.items():
        print(
            f"{name:8}{mode:10}{row['cpu_us'] / 1000:12.2f}{row['queries']:9.0f}{row['files']:7.0f}"
            f"{row['memory'] / 1e6:9.2f}{row['scripts']:9.0f}{row['styles']:8.0f}"
        )
    share = (rows["with"]["cpu_us"] / rows["without"]["cpu_us"] - 1) * 100
    extra = {key: rows["with"][key] - rows["without"][key] for key in ("queries", "scripts", "styles")}
    print(
        f"{name:8}{'plugin':10}{share:+11.1f}% {extra['queries']:+8.0f}{extra['scripts']:+25.0f}{extra['styles']:+8.0f}"
    )


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="igny8-bench-"))
    site, engine = build(folder)
    try:
        hubs = site.wp("post", "list", "--post_type=page", "--post_status=publish", "--field=url", "--name=dog-beds")
        term = f"{site.url}/product-type/dog-beds/"
        print(
            "promised: at most 3 % of the page's PHP time, 0 queries, no script, no style; a term page is ours to fill"
        )
        print(f"{'page':8}{'':10}{'PHP CPU ms':>12}{'queries':>9}{'files':>7}{'peak MB':>9}{'scripts':>9}{'styles':>8}")
        for name, url in {"home": f"{site.url}/", "hub": hubs.split()[0]}.items():
            show(name, measure(url))
        with_plugin = read(term, "with")
        print(f"{'term':8}{'with':10}{with_plugin['cpu_us'] / 1000:12.2f}{with_plugin['queries']:9.0f}")
        autoloaded = site.wp("option", "list", "--search=igny8*", "--autoload=on", "--format=total_bytes")
        print(f"autoloaded option bytes: {autoloaded} (promised: at most 1,024)")
    finally:
        site.stop()
        engine.stop()
        shutil.rmtree(folder, ignore_errors=True)
