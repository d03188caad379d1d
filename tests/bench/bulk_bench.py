"""The list of titles and meta over 20,000 posts on SQLite and MariaDB: lists, counters, changes, CSV."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stack.mariadb import MariaDB
from stack.process import free_port
from stack.wordpress import ROOT, WordPress

POSTS = 20_000
PASSWORD = "a-password-for-the-bench"
HERE = ROOT / "tests" / "bench"


@contextmanager
def site(database: str) -> Iterator[WordPress]:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # MariaDB runs as another user
        server = MariaDB(Path(folder) / "db") if database == "mariadb" else None
        try:
            if server:
                server.start()
            made = WordPress(Path(folder) / "site", free_port(), server.create("bulk") if server else None)
            made.install("Bench", PASSWORD, "twentytwentyfive")
            yield made
        finally:
            if server:
                server.stop()


def measure(database: str) -> dict[str, float]:
    with site(database) as made:
        made.wp("eval-file", str(HERE / "posts.php"), str(POSTS))
        figures: dict[str, float] = json.loads(made.wp("eval-file", str(HERE / "bulk.php")).splitlines()[-1])
        return figures


def main() -> None:
    found = {database: measure(database) for database in ("sqlite", "mariadb")}
    print(f"{'ms, or as named':30}{'SQLite':>10}{'MariaDB':>10}")
    for name in found["sqlite"]:
        print(f"{name:30}{found['sqlite'][name]:>10}{found['mariadb'][name]:>10}")
