"""The contracts with the plugin: `engine/contracts/` is written from the models, and a difference fails the checks.

WordPress validates with its own rest_validate_value_from_schema(), which knows a part of JSON schema and no `$ref`.
So every schema is flattened to that part (rest_get_allowed_schema_keywords() in wp-includes/rest-api.php).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from igny8.operations import Operation, load_operations

FOLDER = Path(__file__).resolve().parent.parent / "contracts"
KEPT = (
    "description", "enum", "format", "minimum", "maximum", "minLength", "maxLength", "pattern", "minItems", "maxItems",
    "uniqueItems", "multipleOf",
)  # fmt: skip
FORMATS = {"date-time", "email", "ip", "uri", "uuid"}  # those that WordPress checks
MAX_DEPTH = 3  # of a shape within itself: a menu deeper than this would not be one

Schema = dict[str, Any]


def write_contracts(folder: Path = FOLDER) -> None:
    """Writes openapi.json and one file per operation; removes those of operations that are gone."""
    wanted = render_contracts()
    for path in find_stale(folder, wanted):
        path.unlink()
    for name, text in wanted.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def check_contracts(folder: Path = FOLDER) -> list[str]:
    """Files that differ from what write_contracts() would write, missing and left-over ones too."""
    wanted = render_contracts()
    differing = [name for name, text in wanted.items() if read(folder / name) != text]
    return differing + [str(path.relative_to(folder)) for path in find_stale(folder, wanted)]


def render_contracts() -> dict[str, str]:
    """File name → content. Only the project's own operations: what a setting adds is no contract."""
    from igny8.openapi import build_openapi

    operations = load_operations()
    files: dict[str, Schema] = {"openapi.json": build_openapi(operations)}
    for operation in operations.values():
        files[f"operations/{operation.name}.json"] = build_contract(operation)
    return {name: json.dumps(content, indent="\t", ensure_ascii=False) + "\n" for name, content in files.items()}


def build_contract(operation: Operation) -> Schema:
    """What may come in and what goes out; defaults of an output are always written out, but not demanded."""
    return {
        "name": operation.name,
        "summary": operation.summary,
        "input": flatten(operation.input.model_json_schema(mode="validation")),
        "output": flatten(operation.output.model_json_schema(mode="serialization")),
    }


def flatten(schema: Schema) -> Schema:
    """The schema without references and with only those keywords that WordPress honours."""
    return _flatten(schema, schema.get("$defs", {}), ())


def _flatten(schema: Schema, shapes: dict[str, Schema], path: tuple[str, ...]) -> Schema:
    """`path`: names of the shapes this one lies within."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        if path.count(name) >= MAX_DEPTH:
            return {"type": "object"}
        inner = _flatten(shapes[name], shapes, (*path, name))
        return inner | {key: schema[key] for key in ("description",) if key in schema}
    choices = schema.get("anyOf") or schema.get("oneOf")
    if choices:
        flat = _unite([_flatten(choice, shapes, path) for choice in choices])
        return flat | {key: schema[key] for key in ("description",) if key in schema}
    flat = {key: schema[key] for key in ("type", *KEPT) if key in schema}
    if flat.get("format") not in FORMATS:
        flat.pop("format", None)
    if "const" in schema:
        flat["enum"] = [schema["const"]]
    for bound, limit in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if limit in schema:
            flat |= {bound: schema[limit], limit: True}  # WordPress takes it as a flag (JSON schema draft 4)
    if "properties" in schema:
        flat["properties"] = {key: _flatten(item, shapes, path) for key, item in schema["properties"].items()}
    if "items" in schema:
        flat["items"] = _flatten(schema["items"], shapes, path)
    if schema.get("required"):
        flat["required"] = schema["required"]
    if "additionalProperties" in schema:
        extra = schema["additionalProperties"]
        flat["additionalProperties"] = extra if isinstance(extra, bool) else _flatten(extra, shapes, path)
    return flat


def _unite(choices: list[Schema]) -> Schema:
    """`X or null` becomes X with both types: WordPress' messages for anyOf do not say what is wrong."""
    others = [choice for choice in choices if choice.get("type") != "null"]
    if len(others) == len(choices) or len(others) != 1 or "type" not in others[0]:
        return {"anyOf": choices}
    only = dict(others[0])
    types = only["type"] if isinstance(only["type"], list) else [only["type"]]
    only["type"] = [*types, "null"]
    if "enum" in only:
        only["enum"] = [*only["enum"], None]
    return only


def find_stale(folder: Path, wanted: dict[str, str]) -> list[Path]:
    return [path for path in sorted(folder.glob("operations/*.json")) if f"operations/{path.name}" not in wanted]


def read(path: Path) -> str | None:
    return path.read_text() if path.exists() else None
