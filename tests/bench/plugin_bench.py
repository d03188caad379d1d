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
PROBE = """<?php
if ( isset( $_SERVER['HTTP_X_BENCH'] ) ) {
	if ( 'without' === $_SERVER['HTTP_X_BENCH'] ) {
		add_filter( 'option_active_plugins', static fn( $plugins ) => array_values( array_diff( $plugins, array( 'igny8/igny8.php' ) ) ) );
	}
	$GLOBALS['bench_cpu'] = getrusage();
	register_shutdown_function( static function () {
		$now  = getrusage();
		$then = $GLOBALS['bench_cpu'];
		$cpu  = 0;
		foreach ( array( 'ru_utime', 'ru_stime' ) as $kind ) {
			$cpu += ( $now["$kind.tv_sec"] - $then["$kind.tv_sec"] ) * 1e6 + $now["$kind.tv_usec"] - $then["$kind.tv_usec"];
		}
		echo '<!--bench ' . json_encode( array( 'cpu_us' => $cpu, 'queries' => get_num_queries(), 'files' => count( get_included_files() ), 'memory' => memory_get_peak_usage() ) ) . '-->';
	} );
}
"""


def read(url: str, mode: str) -> dict[str, float]:
    """One view: its CPU time in µs, queries, included files, peak memory, and what the page loads."""
    text = requests.get(url, headers={"X-Bench": mode}, timeout=30).text
    found = re.search(r"<!--bench (.*?)-->", text)
    assert found, f"no probe in {url}"
    figures: dict[str, float] = json.loads(found.group(1))
    figures["scripts"] = len(re.findall(r"<script[^>]+src=", text))
    figures["styles"] = len(re.findall(r"<link[^>]+stylesheet", text)) + text.count("<style")
    return figures


def build(folder: Path) -> tuple[WordPress, Engine]:
    engine = Engine(folder / "engine", free_port())
    engine.start()
    site = WordPress(folder / "site", free_port())
    site.install("Northwind Pets", "a-password-for-the-bench", "twentytwentyfive")
    site.wp("igny8", "engine", "connect", engine.url, f"--key={engine.add_site('Northwind Pets', site.url)}")
    site.wp("igny8", "run", "--name=Northwind Pets", "--sectors=dog-supplies", "--format=json")
    (site.core / "wp-content/mu-plugins/bench.php").write_text(PROBE)
    site.serve(workers=2)
    return site, engine


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="igny8-bench-"))
    site, engine = build(folder)
    try:
        page = json.loads(site.wp("post", "list", "--post_type=page", "--post_status=publish", "--format=json", "--fields=ID"))
        urls = {"home": f"{site.url}/", "hub": site.wp("post", "url", str(page[-1]["ID"]))}
        # The home page and hubs exist only because of the plugin; without it they are ordinary pages.
        print(f"{'page':8}{'':10}{'PHP CPU ms':>12}{'queries':>9}{'files':>7}{'peak MB':>9}{'scripts':>9}{'styles':>8}")
        for name, url in urls.items():
            views: dict[str, list[dict[str, float]]] = {"without": [], "with": []}
            for index in range(VIEWS + 5):
                for mode in views:
                    figures = read(url, mode)
                    if index >= 5:  # warm-up
                        views[mode].append(figures)
            rows = {
                mode: {key: statistics.median(view[key] for view in taken) for key in taken[0]} for mode, taken in views.items()
            }
            for mode, row in rows.items():
                print(
                    f"{name:8}{mode:10}{row['cpu_us'] / 1000:12.2f}{row['queries']:9.0f}{row['files']:7.0f}"
                    f"{row['memory'] / 1e6:9.2f}{row['scripts']:9.0f}{row['styles']:8.0f}"
                )
            share = (rows["with"]["cpu_us"] / rows["without"]["cpu_us"] - 1) * 100
            extra = rows["with"]["queries"] - rows["without"]["queries"]
            print(f"{name:8}{'plugin':10}{share:+11.1f}% {extra:+8.0f}   (promised: at most 3 % and 0 queries, no script, no style)")
        autoloaded = site.wp("option", "list", "--search=igny8*", "--autoload=on", "--format=total_bytes")
        print(f"autoloaded option bytes: {autoloaded} (promised: at most 1,024)")
    finally:
        site.stop()
        engine.stop()
        shutil.rmtree(folder, ignore_errors=True)
