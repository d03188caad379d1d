"""Importing 1,000 and 10,000 posts with full rows of another SEO plugin, and rolling it back, on SQLite and MariaDB.

Promised: 10,000 posts in at most 60 s, and memory that does not grow with the site. Every post has all the values that
the fixtures' fullest post has; rows were made by the plugins themselves, see tests/plugin/Import/fixtures.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stack.mariadb import MariaDB
from stack.process import free_port
from stack.wordpress import ROOT, WordPress

SMALL, LARGE = 1_000, 10_000
SOURCES = ("yoast", "rank-math", "aioseo", "seopress", "tsf", "slim-seo")
WANTED_S = 60
HERE = ROOT / "tests/bench"
FIXTURES = ROOT / "tests/plugin/Import/fixtures"


@contextmanager
def site(database: str) -> Iterator[WordPress]:
    folder = Path(tempfile.mkdtemp(prefix="igny8-import-bench-"))
    folder.chmod(0o755)  # MariaDB runs as its own user
    server = None
    if database == "mariadb":
        server = MariaDB(folder / "mariadb")
        server.start()
    press = WordPress(folder / "site", free_port(), server.create("bench") if server else None)
    try:
        press.install("Bench", "a-password-for-the-bench", "twentytwentyfive")
        yield press
    finally:
        if server:
            server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def run(press: WordPress, operation: str, source: str) -> dict[str, float]:
    row: dict[str, float] = json.loads(press.wp("eval-file", str(HERE / "import_run.php"), operation, source))
    return row


def measure(database: str, source: str) -> None:
    with site(database) as press:
        taken = {}
        for count, first in ((SMALL, 1), (LARGE - SMALL, SMALL + 1)):
            press.wp("eval-file", str(HERE / "posts.php"), str(count), str(first))
            if first > 1:
                press.wp("eval", 'global $wpdb; $wpdb->query( "DELETE FROM {$wpdb->postmeta}" );')
            press.wp("eval-file", str(HERE / "import_rows.php"), str(FIXTURES / f"{source}.json"))
            taken[first] = run(press, "import.run", source)
            taken[-first] = run(press, "import.rollback", source)
        small, large, back = taken[1], taken[SMALL + 1], taken[-SMALL - 1]
        print(
            f"{database:8}{source:12}{small['seconds']:8.1f}{large['seconds']:8.1f}{large['cpu']:8.1f}"
            f"{large['queries'] / LARGE:9.2f}{small['peak_mb']:9.0f}{large['peak_mb']:9.0f}{back['seconds']:10.1f}",
            flush=True,
        )


def main() -> None:
    print(
        f"seconds for {SMALL:,} and {LARGE:,} posts (wanted <= {WANTED_S}), queries a post, peak MB of both, rollback s"
    )
    columns = ("s small", "s large", "of PHP", "queries", "MB small", "MB large", "rollback")
    print(
        f"{'':20}{columns[0]:>8}{columns[1]:>8}{columns[2]:>8}{columns[3]:>9}{columns[4]:>9}{columns[5]:>9}{columns[6]:>10}"
    )
    for database in ("sqlite", "mariadb"):
        for source in SOURCES:
            measure(database, source)


if __name__ == "__main__":
    main()
