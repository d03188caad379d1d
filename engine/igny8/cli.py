"""The `igny8` command. Exit codes: 0 done, 1 refused or failed, 2 wrong usage or input."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import ValidationError

from igny8 import __version__
from igny8.cli_sectors import add_sector_commands
from igny8.cli_show import refuse, show_rows
from igny8.faults import FAILED, USAGE, explain

DEFAULT_PORT = 8000
MAX_PORT = 65535
DEFAULT_PROCESSES = 2  # as many as this class of machine has cores
MAX_PROCESSES = 64  # more is a slip of the hand
MAX_NAME, MAX_URL = 120, 500  # letters that the tables have room for (db.py)


def main(arguments: Sequence[str] | None = None) -> int:
    options = make_parser().parse_args(arguments)
    if options.data_dir:
        os.environ["IGNY8_DATA_DIR"] = str(Path(options.data_dir).absolute())  # for us and every process we start
    try:
        run: Callable[[argparse.Namespace], int] = options.run
        return run(options)
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if (told := explain(error)) is None:
            raise
        status, message = told
        print(f"igny8: {message}", file=sys.stderr)
        return status


def make_parser() -> argparse.ArgumentParser:
    """Every command with its options; `igny8 <command> --help` prints them."""
    everywhere = argparse.ArgumentParser(add_help=False)
    everywhere.add_argument("--data-dir", help="folder of the SQLite database and the private Redis (IGNY8_DATA_DIR)")
    everywhere.add_argument("--json", action="store_true", help="print JSON")
    parser = argparse.ArgumentParser(prog="igny8", description="The engine of IGNY8.")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="command")

    def add(group: Any, name: str, run: Callable[[argparse.Namespace], int], help: str) -> argparse.ArgumentParser:
        command: argparse.ArgumentParser = group.add_parser(name, help=help, description=help, parents=[everywhere])
        command.set_defaults(run=run)
        return command

    up = add(commands, "up", run_up, "run everything on this machine: Redis, API, workers, tick")
    serve = add(commands, "serve", run_serve, "run only the API")
    for command in (up, serve):
        command.add_argument("--host", default="127.0.0.1")
        command.add_argument("--port", type=read_port, default=DEFAULT_PORT, help="0 (up only): any free one")
        command.add_argument("--processes", type=read_count, default=DEFAULT_PROCESSES, help="web processes")
    worker = add(commands, "worker", run_worker, "run one worker of one queue")
    worker.add_argument("--queue", required=True, choices=("io", "ai", "crawl", "media"))
    add(commands, "tick", run_tick, "look after the jobs: retries, dead workers, lost messages")

    database = commands.add_parser("db", help="the database").add_subparsers(required=True, metavar="command")
    add(database, "upgrade", run_upgrade, "create or update the tables")

    site = commands.add_parser("site", help="sites and their keys").add_subparsers(required=True, metavar="command")
    site_add = add(site, "add", run_site_add, "register a site and print its key, this once")
    site_add.add_argument("--name", required=True, type=read_name)
    site_add.add_argument("--url", required=True, type=read_url)
    site_add.add_argument("--account", default="default", type=read_name, help="its name; made when it is new")
    site_add.add_argument("--scopes", default="", type=read_scopes, help="separated by commas; default: all")
    add(site, "list", run_site_list, "list the sites")

    key = commands.add_parser("key", help="keys of sites").add_subparsers(required=True, metavar="command")
    add(key, "list", run_key_list, "list the keys: prefixes, never secrets")
    key_add = add(key, "add", run_key_add, "print a further key of a site, this once")
    key_add.add_argument("site", help="id of the site")
    key_add.add_argument("--scopes", default="", type=read_scopes, help="separated by commas; default: all")
    add(key, "rotate", run_key_rotate, "print a new key and end the old one").add_argument("prefix")
    add(key, "revoke", run_key_revoke, "end a key").add_argument("prefix")

    add(commands, "operations", run_operations, "list what the engine can do")
    run = add(commands, "run", run_operation, "run an operation here: JSON in on stdin, JSON out on stdout")
    run.add_argument("operation")
    sectors = commands.add_parser("sectors", help="sector templates").add_subparsers(required=True, metavar="command")
    add_sector_commands(lambda *command: add(sectors, *command))
    contracts = add(commands, "contracts", run_contracts, "write the contracts with the plugin")
    contracts.add_argument("--check", action="store_true", help="only compare; exit 1 when they differ")
    return parser


def read_port(text: str) -> int:
    if not (text.isdecimal() and int(text) <= MAX_PORT):
        raise argparse.ArgumentTypeError(f"{text!r} is no port: 0 to {MAX_PORT}")
    return int(text)


def read_count(text: str) -> int:
    if not (text.isdecimal() and 1 <= int(text) <= MAX_PROCESSES):
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to {MAX_PROCESSES}")
    return int(text)


def read_name(text: str) -> str:
    if not 1 <= len(text.strip()) <= MAX_NAME:
        raise argparse.ArgumentTypeError(f"a name has 1 to {MAX_NAME} letters")
    return text.strip()


def read_url(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or len(text) > MAX_URL:
        raise argparse.ArgumentTypeError(f"{text[:80]!r} is no address of a site: https://shop.example")
    return text


def read_scopes(text: str) -> tuple[str, ...]:
    from igny8.auth import SCOPES

    wanted = tuple(part.strip() for part in text.split(",") if part.strip()) or SCOPES
    if unknown := [scope for scope in wanted if scope not in SCOPES]:
        raise argparse.ArgumentTypeError(f"there is no scope {unknown[0]}; there are {', '.join(SCOPES)}")
    return wanted


def run_up(options: argparse.Namespace) -> int:
    from igny8.up import CannotStart
    from igny8.up import run_up as run

    try:
        run(options.host, options.port, options.processes, as_json=options.json)
    except CannotStart as error:
        print(f"igny8: {error}", file=sys.stderr)
        return FAILED
    return 0


def run_serve(options: argparse.Namespace) -> int:
    from igny8.serve import run_server

    run_server(options.host, options.port, options.processes)
    return 0


def run_worker(options: argparse.Namespace) -> int:
    from igny8.worker import run_worker as run

    run(options.queue)
    return 0


def run_tick(options: argparse.Namespace) -> int:
    from igny8.logs import configure_logs
    from igny8.tick import run_tick as run

    configure_logs("tick")
    run()
    return 0


def run_upgrade(options: argparse.Namespace) -> int:
    from igny8.db import upgrade

    upgrade()
    return 0


def run_site_add(options: argparse.Namespace) -> int:
    from igny8.auth import add_site
    from igny8.db import upgrade

    upgrade()  # a site can be added before the engine ran for the first time
    added = add_site(options.name, options.url, options.account, options.scopes)
    show_key(options, added["key"], added)
    return 0


def run_site_list(options: argparse.Namespace) -> int:
    from igny8.auth import list_sites

    show_rows(options, list_sites())
    return 0


def run_key_list(options: argparse.Namespace) -> int:
    from igny8.auth import list_keys

    show_rows(options, list_keys())
    return 0


def run_key_add(options: argparse.Namespace) -> int:
    from igny8.auth import add_key

    key = add_key(options.site, options.scopes)
    show_key(options, key, {"site": options.site, "key": key})
    return 0


def run_key_rotate(options: argparse.Namespace) -> int:
    from igny8.auth import rotate_key

    key = rotate_key(options.prefix)
    show_key(options, key, {"key": key, "replaces": options.prefix})
    return 0


def run_key_revoke(options: argparse.Namespace) -> int:
    from igny8.auth import revoke_key

    revoke_key(options.prefix)
    return 0


def run_operations(options: argparse.Namespace) -> int:
    from igny8.registry import get_operations, is_available

    rows = [
        {"name": item.name, "queue": item.queue, "is_available": is_available(item), "summary": item.summary}
        for item in get_operations().values()
    ]
    show_rows(options, rows)
    return 0


def run_operation(options: argparse.Namespace) -> int:
    """The same function as a worker's, without a server: its errors are JSON on stderr."""
    from igny8.errors import list_fields
    from igny8.logs import configure_logs
    from igny8.operations import OperationError, QuietContext
    from igny8.registry import get_operations

    configure_logs("run")
    operation = get_operations().get(options.operation)
    if operation is None:
        return refuse(USAGE, "unknown_operation", f"There is no operation {options.operation}. See: igny8 operations")
    try:
        given = operation.input.model_validate_json(sys.stdin.buffer.read())
    except ValidationError as error:
        return refuse(USAGE, "invalid_input", "The input is not valid.", list_fields(error))
    try:
        output = operation.output.model_validate(operation.run(given, QuietContext()))
    except OperationError as error:
        return refuse(FAILED, error.code, error.message, error.fields)
    print(output.model_dump_json(indent=None if not sys.stdout.isatty() else 2))
    return 0


def run_contracts(options: argparse.Namespace) -> int:
    from igny8.contracts import check_contracts, write_contracts

    if not options.check:
        write_contracts()
        return 0
    differing = check_contracts()
    for path in differing:
        print(f"igny8: {path} is not what the models say. Run: igny8 contracts", file=sys.stderr)
    return FAILED if differing else 0


def show_key(options: argparse.Namespace, key: str, values: dict[str, Any]) -> None:
    if options.json:
        print(json.dumps(values))
    else:
        print(key)
        print("Keep it now: it is not shown again.", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
