"""The Flask app: registers the routes, knows the caller, turns every fault into `{code, message, fields?}`.

Nothing connects or imports a model library here: gunicorn loads the app before it forks.
"""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Callable
from typing import Any

import structlog
from flask import Flask, Response, g, request
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException

from igny8 import metrics
from igny8.api import ROUTES, Route, answer
from igny8.auth import identify
from igny8.config import get_settings
from igny8.errors import ApiError
from igny8.registry import get_operations

REQUEST_ID = re.compile(r"[A-Za-z0-9._:-]{1,100}")
DRAIN_BYTES = 32_000_000  # of a refused body: a client that still sends would see a reset instead of the answer
QUIET = {"/health", "/ready", "/metrics"}  # asked every few seconds by machines; not worth a log line each

TOO_LARGE = 413
FAULTS = {
    400: ("bad_request", "The request cannot be understood."),
    404: ("not_found", "There is nothing at this address. /docs lists what there is."),
    405: ("method_not_allowed", "This address does not take that method."),
    TOO_LARGE: ("body_too_large", "The body is larger than this engine accepts."),
}

log = structlog.get_logger()


def create_app() -> Flask:
    app = Flask("igny8", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = get_settings().max_body_bytes
    app.url_map.strict_slashes = False
    get_operations()  # a broken operation stops the start, not a request
    for route in ROUTES:
        view = guard(route) if route.scope is not None else route.run
        endpoint = f"{route.method} {route.path}"
        app.add_url_rule(route.path, endpoint, view, methods=[route.method], provide_automatic_options=False)
    app.before_request(begin)
    app.after_request(end)
    app.register_error_handler(ApiError, on_refusal)
    app.register_error_handler(HTTPException, on_http_fault)
    app.register_error_handler(OperationalError, on_database_fault)
    app.register_error_handler(Exception, on_crash)
    return app


def guard(route: Route) -> Callable[..., Response]:
    """The route's function behind key, rate limit and scope."""

    def run(**arguments: Any) -> Response:
        caller = identify(request.headers.get("Authorization", ""))
        structlog.contextvars.bind_contextvars(site=caller.site_id, key=caller.prefix)
        if route.scope and route.scope not in caller.scopes:
            raise ApiError(403, "scope_missing", f"This key may not do that: it lacks the scope {route.scope}.")
        return route.run(caller, **arguments)

    return run


def begin() -> None:
    g.started = time.perf_counter()
    given = request.headers.get("X-Request-Id", "")
    g.request_id = given if REQUEST_ID.fullmatch(given) else str(uuid.uuid4())
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=g.request_id)


def end(response: Response) -> Response:
    took_s = time.perf_counter() - g.started
    route = request.url_rule.rule if request.url_rule else "unknown"
    metrics.requests.labels(request.method, route, str(response.status_code)).inc()
    metrics.seconds.labels(request.method, route).observe(took_s)
    response.headers["X-Request-Id"] = g.request_id
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    if request.path not in QUIET:
        log.info(
            "request", method=request.method, path=request.path, status=response.status_code, ms=round(took_s * 1000, 1)
        )
    return response


def on_refusal(error: ApiError) -> Response:
    drain()
    response = answer(error.body, error.status)
    response.headers.update(error.headers)
    return response


def on_http_fault(error: HTTPException) -> Response:
    """What Flask itself refuses: unknown address, wrong method, too large a body."""
    status = error.code or 500
    code, message = FAULTS.get(status, ("refused", error.name))
    if status == TOO_LARGE:
        message = f"{message[:-1]} ({get_settings().max_body_bytes} bytes)."
    refused = ApiError(status, code, message)
    if allowed := getattr(error, "valid_methods", None):
        refused.headers["Allow"] = ", ".join(allowed)
    return on_refusal(refused)


def on_database_fault(error: OperationalError) -> Response:
    log.error("the database is away", error=str(error.orig))
    return on_refusal(ApiError(503, "database_away", "The engine cannot reach its database just now. Try again."))


def on_crash(error: Exception) -> Response:
    """Tells nothing about the inside; the log does, under the same request id."""
    log.exception("request failed")
    message = f"The engine failed. Its log tells more under request {g.request_id}."
    return on_refusal(ApiError(500, "internal_error", message))


def drain() -> None:
    """Reads away what is left of the body."""
    stream = request.environ["wsgi.input"]
    left = DRAIN_BYTES
    try:
        while left > 0 and (chunk := stream.read(min(left, 65_536))):
            left -= len(chunk)
    except (OSError, ValueError):
        return  # the client has gone
