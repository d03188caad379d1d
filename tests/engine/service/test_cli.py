"""The `igny8` command: the same operations without a server, clear errors, exit codes that scripts can use."""

from __future__ import annotations

import json
import os
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from stack.engine import IGNY8, Engine
from stack.wordpress import ROOT

EXAMPLES = ROOT / "engine" / "contracts" / "examples"


def run(*arguments: str, given: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(IGNY8), *arguments], input=given, capture_output=True, text=True, check=False, env={**os.environ, **env}
    )


def test_an_operation_runs_without_a_server_and_always_alike() -> None:
    given = json.dumps(json.loads((EXAMPLES / "sag.build_blueprint.json").read_text())["input"])
    first, second = (run("run", "sag.build_blueprint", given=given) for _ in range(2))
    assert (first.returncode, first.stderr) == (0, "")
    assert json.loads(first.stdout)["site_name"] == "Northwind Pets"
    assert first.stdout == second.stdout


@pytest.mark.parametrize(
    ("operation", "given", "status", "code"),
    [
        ("no.such", "{}", 2, "unknown_operation"),
        ("sag.build_blueprint", "{", 2, "invalid_input"),
        ("sag.build_blueprint", "{}", 2, "invalid_input"),
        (
            "sag.build_blueprint",
            '{"site_name":"x","site_type":"saas","sectors":["no-such-trade"]}',
            1,
            "unknown_sector",
        ),
    ],
)
def test_refusals_are_json_on_stderr(operation: str, given: str, status: int, code: str) -> None:
    result = run("run", operation, given=given)
    assert (result.returncode, result.stdout) == (status, "")
    assert json.loads(result.stderr)["code"] == code


def test_a_model_operation_says_what_is_missing() -> None:
    given = json.dumps(json.loads((EXAMPLES / "writing.draft.json").read_text())["input"])
    result = run("run", "writing.draft", given=given, IGNY8_MODEL="")
    assert result.returncode == 1
    assert json.loads(result.stderr.splitlines()[-1])["code"] == "model_not_configured"


def test_a_site_can_be_added_before_the_engine_ever_ran(tmp_path: Path) -> None:
    where = ("--data-dir", str(tmp_path / "new"))
    added = json.loads(run("site", "add", "--name", "A", "--url", "http://a.test", "--json", *where).stdout)
    listed = json.loads(run("site", "list", "--json", *where).stdout)
    assert [row["id"] for row in listed] == [added["site"]]
    keys = run("key", "list", *where).stdout
    assert added["key"].split("_")[1] in keys
    assert added["key"].split("_")[2] not in keys
    stored = b"".join(path.read_bytes() for path in (tmp_path / "new").glob("igny8.db*"))
    assert added["site"].encode() in stored
    assert added["key"].split("_")[2].encode() not in stored


def test_the_catalogue_is_at_hand() -> None:
    assert "dog-supplies" in run("sectors", "search", "dog").stdout
    assert json.loads(run("sectors", "show", "dog-supplies", "--format", "json").stdout)["slug"] == "dog-supplies"
    assert run("sectors", "show", "no-such-trade").returncode == 1
    assert "writing.draft" in run("operations").stdout


def test_a_wrong_setting_is_named() -> None:
    result = run("operations", IGNY8_MAX_BODY_BYTES="many", IGNY8_API_KEY="hunter2")
    assert result.returncode == 2
    assert "IGNY8_MAX_BODY_BYTES" in result.stderr
    assert "hunter2" not in result.stderr


@pytest.mark.parametrize(
    ("arguments", "env", "status", "told"),
    [
        (["up", "--port", "99999"], {}, 2, "99999"),
        (["up", "--processes", "0"], {}, 2, "from 1 to"),
        (["site", "add", "--name", " ", "--url", "https://a.test"], {}, 2, "name"),
        (["site", "add", "--name", "A", "--url", "javascript:alert(1)"], {}, 2, "https://shop.example"),
        (["site", "add", "--name", "x" * 121, "--url", "https://a.test"], {}, 2, "120"),
        (["site", "add", "--name", "A", "--url", "https://a.test", "--scopes", "jobs:all"], {}, 2, "jobs:all"),
        (["key", "list"], {}, 1, "igny8 db upgrade"),
        (["key", "rotate", "abcdefgh"], {}, 1, "igny8 db upgrade"),
        (["key", "list"], {"IGNY8_DATABASE_URL": "oracle9://x:hunter2@h/d"}, 1, "IGNY8_DATABASE_URL"),
        (["key", "list"], {"IGNY8_DATABASE_URL": "mysql+pymysql://u:hunter2@127.0.0.1:1/x"}, 1, "u:***@127.0.0.1"),
        (["operations"], {"IGNY8_EXTRA_OPERATIONS": "agency.operations"}, 2, "JSON"),
        (["operations"], {"IGNY8_EXTRA_OPERATIONS": '["no_such_module"]'}, 1, "no_such_module"),
        (["up", "--port", "0"], {"IGNY8_REDIS_URL": "localhost"}, 2, "IGNY8_REDIS_URL"),
        (["up", "--port", "0"], {"IGNY8_REDIS_URL": "redis://:hunter2@127.0.0.1:1"}, 1, "IGNY8_REDIS_URL"),
        (["up", "--port", "0", "--data-dir", __file__], {}, 1, "test_cli.py"),
    ],
)
def test_what_the_operator_can_mend_is_told_in_a_line(
    arguments: list[str], env: dict[str, str], status: int, told: str, tmp_path: Path
) -> None:
    result = run(*arguments, IGNY8_DATA_DIR=str(tmp_path / "new"), **env)
    assert (result.returncode, result.stdout) == (status, "")
    assert told in result.stderr
    assert "Traceback" not in result.stderr
    assert "hunter2" not in result.stderr


def test_a_taken_port_and_a_taken_folder_are_told(start_engine: Callable[..., Engine], tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("up", "--port", str(port), "--data-dir", str(tmp_path))
    assert result.returncode == 1
    assert str(port) in result.stderr
    assert "--port" in result.stderr
    engine = start_engine(IGNY8_IO_WORKERS="1")
    result = run("up", "--port", "0", "--data-dir", str(engine.folder))
    assert result.returncode == 1
    assert "--data-dir" in result.stderr


def test_up_says_ready_and_leaves_nothing_behind(tmp_path: Path) -> None:
    command = [str(IGNY8), "up", "--port", "0", "--json", "--data-dir", str(tmp_path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout
    ready = json.loads(process.stdout.readline())
    assert ready["ready"] is True
    assert ready["url"].endswith(str(ready["port"]))
    process.terminate()
    assert process.wait(15) == 0
    assert process.stdout.read() == ""
    left = subprocess.run(["pgrep", "-f", str(tmp_path)], capture_output=True, text=True, check=False)
    assert left.stdout == ""
