"""What a command prints: rows for people or programs, refusals as JSON on stderr."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any


def refuse(status: int, code: str, message: str, fields: dict[str, str] | None = None) -> int:
    error: dict[str, Any] = {"code": code, "message": message} | ({"fields": fields} if fields else {})
    print(json.dumps(error, ensure_ascii=False), file=sys.stderr)
    return status


def show_rows(options: argparse.Namespace, rows: list[dict[str, Any]]) -> None:
    """A table for people, JSON for programs."""
    if options.json:
        print(json.dumps(rows, default=str))
        return
    if not rows:
        return
    texts = [{name: "" if value is None else str(value) for name, value in row.items()} for row in rows]
    widths = {name: max(len(name), *(len(row[name]) for row in texts)) for name in texts[0]}
    for row in ({name: name for name in widths}, *texts):
        print("  ".join(row[name].ljust(width) for name, width in widths.items()).rstrip())
