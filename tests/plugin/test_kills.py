"""A command killed in the middle (kill -9) is run again and finishes: nothing is made twice, the owner's own stays."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from stack.engine import Engine
from stack.wordpress import WordPress

# Command → a count in the database, and what it has reached when the command is killed.
STAGES = {
    "blueprint apply": ("wp_igny8_changes WHERE status = 'done'", 20),
    "content run": ("wp_igny8_tasks WHERE status = 'completed'", 30),
    "content publish": ("wp_igny8_tasks WHERE published_at IS NOT NULL", 30),
    "linker place --again": ("wp_options WHERE option_name = 'igny8_linker_run'", 1),
}
TALLY = str(Path(__file__).with_name("tally.php"))
EXPIRE = "UPDATE wp_options SET option_value = '1:killed' WHERE option_name LIKE 'igny8_lock_%'"


@pytest.fixture(scope="module")
def site(make_site: Callable[..., WordPress], engine: Engine) -> WordPress:
    site = make_site()
    site.wp("igny8", "engine", "connect", engine.url, f"--key={engine.add_site('Killed', site.url)}")
    site.wp("igny8", "blueprint", "create", "--sectors=dog-supplies")
    return site


def kill(site: WordPress, command: str, rows: str, wanted: int) -> None:
    """Starts a command and kills it, children and all, as soon as so many rows are there and more are to come."""
    process = subprocess.Popen(
        site.command("igny8", *command.split()),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    database = sqlite3.connect(site.core / "wp-content/database/.ht.sqlite", timeout=30)
    while database.execute(f"SELECT COUNT(*) FROM {rows}").fetchone()[0] < wanted:
        assert process.poll() is None, f"{command} was over before it could be killed"
        time.sleep(0.01)
    database.close()
    os.killpg(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL


def wait_for_leases(site: WordPress) -> None:
    """Lets the twenty seconds pass for which the killed command still holds its locks."""
    with sqlite3.connect(site.core / "wp-content/database/.ht.sqlite", timeout=30) as database:
        database.execute(EXPIRE)


def read(site: WordPress, *command: str) -> Any:
    return json.loads(site.wp(*command))


def test_commands_killed_in_the_middle_finish_when_they_are_run_again(site: WordPress) -> None:
    mine = read(site, "eval-file", TALLY)["mine"]
    for command, (rows, wanted) in STAGES.items():
        kill(site, command, rows, wanted)
        if command != "content run":  # This one waits for real.
            wait_for_leases(site)
        result = site.run("igny8", *command.split())
        assert result.returncode == 0, f"{command}: {result.stderr}"
    made = read(site, "eval-file", TALLY)
    assert made["twice"] == {"pages": 0, "posts": 0, "terms": 0}
    assert (made["menus"], made["related_lists"]) == (1, 1)
    assert made["same_links"] <= 2, "A card and a word may lead to the same page."
    assert made["mine"] == mine
    status = read(site, "igny8", "content", "status", "--format=json")
    assert status["by_status"] == {"completed": status["total"], "queued": 0, "in_progress": 0, "failed": 0}
    assert status["published"] == status["by_state"]["page"]
