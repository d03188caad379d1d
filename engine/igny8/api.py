"""The API's routes: small functions, listed in ROUTES with what they take and give.

A new feature adds an operation, not a route.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

import sqlalchemy as sa
from flask import Response, g, request
from pydantic import BaseModel, ValidationError
from pydantic_core import from_json
from redis import RedisError
from werkzeug.exceptions import RequestEntityTooLarge

from igny8 import __version__, jobs, metrics, queues, shapes
from igny8.auth import Caller
from igny8.config import get_settings
from igny8.db import is_current, reading
from igny8.errors import ApiError, invalid_input
from igny8.operations import OperationError
from igny8.registry import get_operations, is_available
from igny8.sag import catalog
from igny8.tick import is_ticking

Shape = TypeVar("Shape", bound=BaseModel)
MAX_IDS = 100


@dataclass(frozen=True)
class Route:
    """One call of the API: what registers it, what guards it and what documents it."""

    method: str
    path: str
    summary: str
    run: Callable[..., Response]
    answer: type[BaseModel] | None
    scope: str | None = None  # None: no key needed; "": any key
    query: type[BaseModel] | None = None
    body: type[BaseModel] | None = None
    statuses: tuple[int, ...] = (200,)


def post_job(caller: Caller) -> Response:
    wish = read_body(shapes.JobRequest)
    text, is_new = jobs.post(caller, jobs.Request(wish.operation, wish.input, wish.idempotency_key, g.request_id))
    return answer(text, 202 if is_new else 200)


def get_jobs(caller: Caller) -> Response:
    query = read_query(shapes.JobQuery)
    ids = [item for item in query.ids.split(",") if item]
    if len(ids) > MAX_IDS:
        raise ApiError(422, "invalid_query", f"Ask for at most {MAX_IDS} ids.", {"ids": f"More than {MAX_IDS}."})
    found = jobs.list_jobs(
        caller, status=query.status, operation=query.operation, ids=ids, limit=query.limit, cursor=query.cursor
    )
    return answer(found)


def get_job(caller: Caller, job_id: str) -> Response:
    return answer(jobs.get(caller, job_id))


def delete_job(caller: Caller, job_id: str) -> Response:
    return answer(jobs.cancel(caller, job_id))


def get_operations_list(caller: Caller) -> Response:
    return answer(render_operations())


@lru_cache(maxsize=1)  # schemas take 50 ms to make, and never change while a process lives
def render_operations() -> str:
    return json.dumps({"operations": [describe_operation(operation) for operation in get_operations().values()]})


def describe_operation(operation: Any) -> dict[str, Any]:
    names = ("name", "summary", "queue", "timeout_s", "credits", "is_inline")
    return {name: getattr(operation, name) for name in names} | {
        "is_available": is_available(operation),
        "input": operation.input.model_json_schema(),
        "output": operation.output.model_json_schema(),
    }


def get_sectors(caller: Caller) -> Response:
    query = read_query(shapes.SectorQuery)
    found = catalog.search(query.search, query.industry, query.limit)
    return answer({"sectors": [describe_sector(entry) for entry in found]})


def describe_sector(entry: catalog.Entry) -> dict[str, Any]:
    return {
        "slug": entry.slug,
        "name": entry.name,
        "industry": entry.industry.model_dump(),
        "site_types": list(entry.site_types),
        "aliases": list(entry.aliases),
    }


def get_sector(caller: Caller, slug: str) -> Response:
    try:
        return answer(catalog.get_sector(slug).model_dump_json())
    except OperationError as error:
        raise ApiError(404, "sector_not_found", error.message) from None


def get_site(caller: Caller) -> Response:
    return answer(
        {
            "site": {"id": caller.site_id, "name": caller.site_name, "url": caller.site_url},
            "account": {"id": caller.account_id, "name": caller.account_name},
            "key": {"prefix": caller.prefix, "scopes": list(caller.scopes)},
            "engine": {"version": __version__, "model": get_settings().model},
        }
    )


def get_health() -> Response:
    return answer({"status": "ok", "version": __version__})


def get_readiness() -> Response:
    checks = {"database": check_database(), **check_redis(), "tick": check_tick()}
    is_ready = all(value == "ok" for value in checks.values())
    return answer({"is_ready": is_ready, "checks": checks}, 200 if is_ready else 503)


def get_metrics() -> Response:
    return Response(metrics.render(), content_type="text/plain; version=0.0.4; charset=utf-8")


def get_openapi() -> Response:
    return answer(render_openapi())


def get_docs() -> Response:
    return Response(render_docs(), content_type="text/html; charset=utf-8")


@lru_cache(maxsize=1)  # like the next: anybody may ask for it, so asking must cost nothing
def render_openapi() -> str:
    from igny8.openapi import build_openapi

    return json.dumps(build_openapi())


@lru_cache(maxsize=1)
def render_docs() -> str:
    from igny8 import docs_page

    return docs_page.render_docs(json.loads(render_openapi()))


def check_database() -> str:
    try:
        with reading() as connection:
            return "ok" if is_current(connection) else "the tables are missing: run igny8 db upgrade"
    except sa.exc.SQLAlchemyError:
        return "cannot be reached"


def check_redis() -> dict[str, str]:
    """Redis, and the queues that this engine needs workers for."""
    needed = sorted({operation.queue for operation in get_operations().values() if is_available(operation)})
    try:
        queues.get_redis().ping()
        workers = {
            f"workers_{queue}": "ok" if queues.count_workers(queue) else "no worker is alive" for queue in needed
        }
        return {"redis": "ok", **workers}
    except RedisError:
        return {"redis": "cannot be reached"}


def check_tick() -> str:
    try:
        return "ok" if is_ticking() else "no tick is running"
    except sa.exc.SQLAlchemyError:
        return "cannot be told without the database"


def read_body(model: type[Shape]) -> Shape:
    """The checked JSON body. ApiError 415, 413, 400 invalid_json or 422."""
    if request.mimetype != "application/json":
        raise ApiError(415, "not_json", "Send the body as JSON, with Content-Type: application/json.")
    body = request.get_data(cache=False)
    if request.content_length is None and len(body) >= get_settings().max_body_bytes:
        raise RequestEntityTooLarge  # Werkzeug only cuts off what comes in chunks of unknown number
    try:
        given = from_json(body, allow_inf_nan=False)
    except ValueError as error:
        raise ApiError(400, "invalid_json", f"The body is not valid JSON: {error}.") from None
    try:
        return model.model_validate(given)
    except ValidationError as error:
        raise invalid_input(error, "invalid_request") from None


def read_query(model: type[Shape]) -> Shape:
    """The checked query string. ApiError 422."""
    try:
        return model.model_validate(request.args.to_dict())
    except ValidationError as error:
        raise invalid_input(error, "invalid_query") from None


def answer(body: str | dict[str, Any], status: int = 200) -> Response:
    text = body if isinstance(body, str) else json.dumps(body, separators=(",", ":"))
    return Response(text, status, content_type="application/json")


ROUTES = [
    Route("POST", "/v1/jobs", "Start a job, or find the equal one.", post_job, shapes.JobAnswer, "jobs:write",
          body=shapes.JobRequest, statuses=(202, 200)),
    Route("GET", "/v1/jobs", "The site's jobs, newest first, without input and output.", get_jobs, shapes.JobList,
          "jobs:read", query=shapes.JobQuery),
    Route("GET", "/v1/jobs/<job_id>", "A job with its output.", get_job, shapes.JobAnswer, "jobs:read"),
    Route("DELETE", "/v1/jobs/<job_id>", "Cancel a job; a finished one stays as it is.", delete_job, shapes.JobAnswer,
          "jobs:write"),
    Route("GET", "/v1/operations", "What the engine can do, with schemas.", get_operations_list, shapes.OperationList,
          "catalogue:read"),
    Route("GET", "/v1/sectors", "Sector templates, searched by the owner's own words.", get_sectors, shapes.SectorList,
          "catalogue:read", query=shapes.SectorQuery),
    Route("GET", "/v1/sectors/<slug>", "One sector template.", get_sector, None, "catalogue:read"),
    Route("GET", "/v1/site", "Who the key belongs to: the connection test.", get_site, shapes.SiteAnswer, ""),
    Route("GET", "/health", "Whether this process answers.", get_health, shapes.Health),
    Route("GET", "/ready", "Whether database, Redis, workers and tick are there.", get_readiness, shapes.Readiness,
          statuses=(200, 503)),
    Route("GET", "/metrics", "Prometheus metrics.", get_metrics, None),
    Route("GET", "/openapi.json", "This API as OpenAPI 3.1.", get_openapi, None),
    Route("GET", "/docs", "This API to read.", get_docs, None),
]  # fmt: skip
