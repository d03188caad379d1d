"""`igny8 sectors`: search, show, validate and export the sector templates."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from igny8.cli_show import refuse, show_rows
from igny8.faults import FAILED, USAGE

if TYPE_CHECKING:
    from igny8.sag.template import Sector

Run = Callable[[argparse.Namespace], int]
Add = Callable[[str, Run, str], argparse.ArgumentParser]


def add_sector_commands(add: Add) -> None:
    """Adds each command with its options; what they need is imported when they run."""
    search = add("search", run_search, "find sectors by the owner's own words; all of them without words")
    search.add_argument("words", nargs="*")
    search.add_argument("--industry", default="", help="slug of an industry")
    search.add_argument("--limit", type=int, default=1000)
    show = add("show", run_show, "print the attributes and values of one")
    show.add_argument("slug", help="slug, name or alias")
    show.add_argument("--format", choices=("table", "json"), default="table")
    check = add("validate", run_validate, "put templates through the quality gate; the shipped ones by default")
    check.add_argument("files", nargs="*", type=Path, help="industry files or single templates, JSON")
    export = add("export", run_export, "write whole templates as an industry file, JSON")
    export.add_argument("slugs", nargs="*", help="default: all of the industry")
    export.add_argument("--industry", default="", help="slug of an industry")
    export.add_argument("--output", type=Path, help="a file; default: stdout")


def run_search(options: argparse.Namespace) -> int:
    from igny8.sag.catalog import search

    found = search(" ".join(options.words), options.industry, options.limit)
    rows = [
        {"slug": item.slug, "name": item.name, "industry": item.industry.slug, "site_types": ",".join(item.site_types)}
        for item in found
    ]
    show_rows(options, rows)
    if not rows:
        print("igny8: no sector matches these words. Try one word for what is sold or done.", file=sys.stderr)
    return 0 if rows else FAILED


def run_show(options: argparse.Namespace) -> int:
    from igny8.operations import OperationError
    from igny8.sag.catalog import get_sector

    try:
        sector = get_sector(options.slug)
    except OperationError as error:
        return refuse(FAILED, error.code, error.message)
    if options.format == "json" or options.json:
        print(json.dumps(describe(sector), ensure_ascii=False, indent=2))
        return 0
    print(f"{sector.name} ({sector.slug}), {sector.industry.name if sector.industry else 'no industry'}")
    print(f"Also called: {', '.join(sector.aliases)}\n")
    rows = [
        {
            "attribute": attribute.slug, "name": attribute.name, "level": attribute.level, "role": attribute.role,
            "values": ", ".join(value.label for value in attribute.values) or "(only the owner knows them)",
        }
        for attribute in sector.attributes
    ]  # fmt: skip
    show_rows(options, rows)
    return 0


def describe(sector: Sector) -> dict[str, Any]:
    """What a reader of a template compares: its attributes and values. The whole template is `export`'s."""
    return {
        "slug": sector.slug,
        "name": sector.name,
        "industry": sector.industry.slug if sector.industry else "",
        "attributes": [
            {
                **attribute.model_dump(include={"slug", "name", "level", "role"}),
                "values": [value.model_dump(include={"slug", "label", "synonyms"}) for value in attribute.values],
            }
            for attribute in sector.attributes
        ],
    }


def run_validate(options: argparse.Namespace) -> int:
    """Every fault in a line of its own, the counts in the last one; exit 1 when there is a fault."""
    from igny8.sag.catalog import all_sectors
    from igny8.sag.validate import validate

    try:
        given = [sector for file in options.files for sector in read_file(file)]
    except ValueError as error:
        return refuse(USAGE, "invalid_template", str(error))
    report = validate(given or all_sectors(), is_shipped=not options.files)
    if options.json:
        print(json.dumps({"summary": str(report), "faults": report.faults}, ensure_ascii=False))
    else:
        for slug, faults in report.faults.items():
            for fault in faults:
                print(f"{slug}: {fault}" if slug else fault)
        print(report)
    return FAILED if report.faults else 0


def read_file(file: Path) -> list[Sector]:
    """The sectors of an industry file or of a single template. ValueError says what is wrong and where."""
    from pydantic import ValidationError

    from igny8.sag.template import IndustryFile, Sector

    try:
        raw = json.loads(file.read_text("utf-8"))
        if isinstance(raw, dict) and "sectors" in raw:
            read = IndustryFile.model_validate(raw)
            return [sector.model_copy(update={"industry": read.industry}) for sector in read.sectors]
        return [Sector.model_validate(raw)]
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise ValueError(f"{file}: {'.'.join(str(part) for part in first['loc'])}: {first['msg']}") from None
    except UnicodeDecodeError:
        raise ValueError(f"{file} is no text file in UTF-8") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"{file} is no JSON: {error}") from None


def run_export(options: argparse.Namespace) -> int:
    """Sectors of one industry as its file; of several, or all, as a list of such files."""
    from igny8.operations import OperationError
    from igny8.sag.catalog import all_sectors, get_sector
    from igny8.sag.export import to_industry_files

    try:
        sectors = [get_sector(slug) for slug in options.slugs] or all_sectors(options.industry)
    except OperationError as error:
        return refuse(FAILED, error.code, error.message)
    if not sectors:
        return refuse(FAILED, "unknown_industry", f"There is no industry {options.industry}.")
    files = to_industry_files(sectors)
    text = json.dumps(files[0] if len(files) == 1 else files, ensure_ascii=False, indent=2)
    if options.output:
        options.output.write_text(text + "\n", encoding="utf-8")
    else:
        print(text)
    return 0
