"""OpenAPI 3.1 of the API, made from the routes and the operations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from igny8 import __version__, shapes
from igny8.api import ROUTES, Route
from igny8.operations import Operation
from igny8.registry import get_operations

REFERENCE = "#/components/schemas/{model}"
REFUSALS = {
    "400": "The body is not valid JSON.",
    "401": "The key is missing, wrong or revoked.",
    "403": "The key lacks the scope.",
    "404": "There is no such thing, or it is another site's.",
    "409": "The idempotency key was used with another input.",
    "413": "The body is too large.",
    "415": "The body is not JSON.",
    "422": "The input is not valid; `fields` says where.",
    "429": "Too many requests with this key; Retry-After says when to go on.",
    "500": "The engine failed; its log tells more under the request id.",
}
SUCCESSES = {200: "Success.", 202: "The job was stored and waits for a worker.", 503: "Something is not there."}


def build_openapi(operations: dict[str, Operation] | None = None) -> dict[str, Any]:
    """The document for the given operations; by default those this engine offers."""
    operations = operations if operations is not None else get_operations()
    names, components = collect_models(operations)
    paths: dict[str, Any] = {}
    for route in ROUTES:
        path = re.sub(r"<(\w+)>", r"{\1}", route.path)
        paths.setdefault(path, {})[route.method.lower()] = describe_route(route, names, operations)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "IGNY8 engine",
            "version": __version__,
            "summary": "Designs site structures and writes their pages.",
            "description": "Everything the engine can do is an operation, started as a job with POST /v1/jobs. "
            "Times are UTC. Every refusal is {code, message, fields?}. X-Request-Id is accepted, returned and logged.",
            "license": {"name": "GPL-2.0-or-later", "identifier": "GPL-2.0-or-later"},
        },
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer", "description": "igny8_<prefix>_<secret>"}},
        },
    }


Key = tuple[type[BaseModel], JsonSchemaMode]


def collect_models(operations: dict[str, Operation]) -> tuple[Mapping[Any, Any], dict[str, Any]]:
    """(model, mode) → reference to it, and the schemas referred to."""
    wanted: list[Key] = [(shapes.Error, "serialization")]
    for route in ROUTES:
        wanted += [(model, "validation") for model in (route.body, route.query) if model]
        wanted += [(route.answer, "serialization")] if route.answer else []
    for operation in operations.values():
        wanted += [(operation.input, "validation"), (operation.output, "serialization")]
    names, schema = models_json_schema(list(dict.fromkeys(wanted)), ref_template=REFERENCE)
    return names, schema.get("$defs", {})


def describe_route(route: Route, names: Mapping[Any, Any], operations: dict[str, Operation]) -> dict[str, Any]:
    statuses = ["401", "403", "429", "500"] if route.scope is not None else ["500"]
    statuses += ["404"] if "<" in route.path else []
    statuses += ["422"] if route.query or route.body else []
    statuses += ["400", "409", "413", "415"] if route.body else []
    content = {"application/json": {"schema": names[route.answer, "serialization"]}} if route.answer else {}
    described: dict[str, Any] = {
        "operationId": route.run.__name__,
        "summary": route.summary,
        "parameters": describe_parameters(route),
        "responses": {
            **{
                str(status): {"description": SUCCESSES[status], **({"content": content} if content else {})}
                for status in route.statuses
            },
            **{status: describe_refusal(status, names) for status in sorted(statuses)},
        },
    }
    if route.scope is not None:
        described["security"] = [{"key": []}]
        described["description"] = f"Needs the scope `{route.scope}`." if route.scope else "Any key may ask."
    if route.body is shapes.JobRequest:
        described["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": describe_wishes(names, operations)}},
        }
    return described


def describe_parameters(route: Route) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [
        {"name": name, "in": "path", "required": True, "description": "", "schema": {"type": "string"}}
        for name in re.findall(r"<(\w+)>", route.path)
    ]
    if route.query:
        for name, schema in route.query.model_json_schema()["properties"].items():
            described = {key: value for key, value in schema.items() if key not in ("title", "description")}
            text = schema.get("description", "")
            found.append({"name": name, "in": "query", "description": text, "schema": described})
    return found


def describe_refusal(status: str, names: Mapping[Any, Any]) -> dict[str, Any]:
    schema = names[shapes.Error, "serialization"]
    return {"description": REFUSALS[status], "content": {"application/json": {"schema": schema}}}


def describe_wishes(names: Mapping[Any, Any], operations: dict[str, Operation]) -> dict[str, Any]:
    """The body of POST /v1/jobs, with the input of each operation."""
    key = {"type": "string", "pattern": r"^[\x21-\x7e]{1,200}$", "description": "Equal keys mean the same job."}
    choices = [
        {
            "title": operation.name,
            "description": operation.summary,
            "x-output": names[operation.output, "serialization"],  # what the job's `output` will be
            "type": "object",
            "required": ["operation", "input"],
            "properties": {
                "operation": {"const": operation.name},
                "input": names[operation.input, "validation"],
                "idempotency_key": key,
            },
        }
        for operation in operations.values()
    ]
    return {"oneOf": choices}
