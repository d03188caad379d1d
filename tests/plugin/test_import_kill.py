"""An import killed in the middle (kill -9) goes on where it was, and its rollback is exact."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable

from stack.wordpress import ROOT, WordPress

POSTS = 900
BENCH = ROOT / "tests/bench"
FIXTURE = ROOT / "tests/plugin/Import/fixtures/yoast.json"
OURS = "SELECT post_id, meta_key, meta_value FROM wp_postmeta WHERE meta_key LIKE '_igny8%' ORDER BY 1, 2"


def rows(site: WordPress, query: str) -> list[tuple[str, ...]]:
    database = sqlite3.connect(site.core / "wp-content/database/.ht.sqlite", timeout=60)
    found = database.execute(query).fetchall()
    database.close()
    return found


def kill(site: WordPress, command: str, query: str, is_reached: Callable[[int], bool]) -> None:
    """Starts a command and kills it as soon as the count is reached."""
    process = subprocess.Popen(
        site.command("igny8", "import", command, "yoast", "--yes"),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    while not is_reached(rows(site, query)[0][0]):
        assert process.poll() is None, f"{command} was over before it could be killed"
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    with sqlite3.connect(site.core / "wp-content/database/.ht.sqlite", timeout=60) as database:
        database.execute("UPDATE wp_options SET option_value = '1:killed' WHERE option_name LIKE 'igny8_lock_%'")


def test_a_killed_import_and_a_killed_rollback_go_on(make_site: Callable[..., WordPress]) -> None:
    site = make_site()
    site.wp("eval-file", str(BENCH / "posts.php"), str(POSTS))
    site.wp("eval-file", str(BENCH / "import_rows.php"), str(FIXTURE))
    theirs = rows(site, "SELECT * FROM wp_postmeta WHERE meta_key LIKE '_yoast%' ORDER BY meta_id")
    before = rows(site, OURS)

    kill(
        site, "run", "SELECT COUNT(*) FROM wp_postmeta WHERE meta_key = '_igny8_meta_title'", lambda count: count > 150
    )
    result = json.loads(site.wp("igny8", "import", "run", "yoast", "--yes", "--format=json"))
    assert (result["status"], result["remaining"]) == ("done", 0)
    titles = rows(site, "SELECT post_id, COUNT(*) FROM wp_postmeta WHERE meta_key = '_igny8_meta_title' GROUP BY 1")
    posts = rows(site, "SELECT COUNT(*) FROM wp_postmeta WHERE meta_key = '_yoast_wpseo_title'")[0][0]
    assert len(titles) == posts >= POSTS, "Every post has its title, none twice."
    assert {count for _, count in titles} == {1}

    journal = len(rows(site, "SELECT id FROM wp_igny8_imports"))
    kill(site, "rollback", "SELECT COUNT(*) FROM wp_igny8_imports", lambda count: count < journal)
    site.wp("igny8", "import", "rollback", "yoast", "--yes")
    assert rows(site, OURS) == before
    assert rows(site, "SELECT * FROM wp_postmeta WHERE meta_key LIKE '_yoast%' ORDER BY meta_id") == theirs
