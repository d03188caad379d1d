"""Job rows as a site sees them: post (or find the equal one), read, list, cancel.

A row is committed before anything reaches Redis. If Redis is away the row stays queued and reconcile.py sends it later,
so a site's request is never lost and never refused for that.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import time
import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
import structlog
from pydantic import ValidationError
from redis import RedisError

from igny8 import execution, queues
from igny8.auth import Caller
from igny8.db import jobs, now, reading, writing
from igny8.errors import ApiError, invalid_input
from igny8.operations import Operation
from igny8.registry import get_operations, is_available

OPEN = ("queued", "running")
LARGE = (jobs.c.input, jobs.c.output)
BRIEF = [column for column in jobs.c if column not in LARGE]
WITH_OUTPUT = [column for column in jobs.c if column is not jobs.c.input]
INSERT = sa.insert(jobs)
SELECT_EQUAL = sa.select(*WITH_OUTPUT).where(jobs.c.dedupe_hash == sa.bindparam("hash"))
MAX_INLINE_BYTES = 250_000  # twice the largest page's input, 0.1 s of CPU; a worker has time limits, a request has none
MARIADB_DEADLOCK = 1213  # what InnoDB may answer to equal rows that come together: "try restarting transaction"
TRIES = 3  # a row found in the way may be gone when it is read; thrice in a row means something else is wrong

log = structlog.get_logger()


@dataclass(frozen=True)
class Request:
    """A checked wish for a job."""

    operation: str
    input: dict[str, Any]
    idempotency_key: str | None
    request_id: str


def post(caller: Caller, request: Request) -> tuple[str, bool]:
    """The job as JSON, and whether it is new and waiting. Inline operations on little input are run here, to the end.

    Raises ApiError 422 (unknown_operation, model_not_configured, invalid_input) and 409 (idempotency_conflict).
    """
    operation = find_operation(request.operation)
    try:
        given = operation.input.model_validate(request.input)
    except ValidationError as error:
        raise invalid_input(error) from None
    row = make_row(caller, operation, request)
    is_inline = operation.is_inline and len(row["input"]) <= MAX_INLINE_BYTES
    existing = find_equal(row) if is_inline else None
    if existing is None:
        if is_inline:
            row |= execution.run_inline(operation, given)
        existing = insert(row)
    if existing is not None or is_inline:
        return render(existing or row), False
    structlog.contextvars.bind_contextvars(job=row["id"], operation=operation.name)  # for the request's log line
    try:
        queues.enqueue(operation.queue, row["id"], row["delivery"], operation.timeout_s)
    except RedisError as error:
        log.warning("redis is away; the job is kept and sent later", job=row["id"], error=str(error))
    return render(row), True


def insert(row: dict[str, Any]) -> dict[str, Any] | None:
    """Stores a new row, or gives the equal one that is there. Tried first, for most posts are new: one statement."""
    for _ in range(TRIES):
        try:
            with writing() as connection:
                connection.execute(INSERT, row)
            return None
        except sa.exc.IntegrityError:
            existing = find_equal(row)
            if existing is not None:
                return existing
        except sa.exc.OperationalError as error:
            if error.orig is None or error.orig.args[0] != MARIADB_DEADLOCK:
                raise
    raise RuntimeError(f"job {row['id']} could not be stored")


def find_operation(name: str) -> Operation:
    operation = get_operations().get(name)
    if operation is None:
        message = f"There is no operation {name!r}. GET /v1/operations lists them."
        raise ApiError(422, "unknown_operation", message, {"operation": message})
    if not is_available(operation):
        message = f"{name} needs a language model and this engine has none. Its operator sets IGNY8_MODEL."
        raise ApiError(422, "model_not_configured", message, {"operation": message})
    return operation


def make_row(caller: Caller, operation: Operation, request: Request) -> dict[str, Any]:
    """A complete new row, all columns set."""
    text = json.dumps(request.input, sort_keys=True, separators=(",", ":"))
    key = request.idempotency_key
    input_hash = sha256(operation.name, text)
    at = now()
    return dict.fromkeys(jobs.c.keys()) | {
        "id": make_id(),
        "site_id": caller.site_id,
        "operation": operation.name,
        "queue": operation.queue,
        "status": "queued",
        "idempotency_key": key,
        "input_hash": input_hash,
        "dedupe_hash": sha256(caller.site_id, "key", key) if key else sha256(caller.site_id, "input", input_hash),
        "input": text,
        "progress_done": 0,
        "progress_total": 0,
        "progress_message": "",
        "attempts": 0,
        "delivery": 1,
        "request_id": request.request_id,
        "created_at": at,
        "queued_at": at,
    }


def find_equal(row: dict[str, Any]) -> dict[str, Any] | None:
    """The row that already answers this wish. ApiError 409 when its key was used with another input."""
    with reading() as connection:
        found = connection.execute(SELECT_EQUAL, {"hash": row["dedupe_hash"]}).first()
    if found is None:
        return None
    if found.input_hash != row["input_hash"]:
        message = "This idempotency key was used with another operation or input. Use a new key for a new job."
        raise ApiError(409, "idempotency_conflict", message, {"idempotency_key": message})
    return dict(found._mapping)


def get(caller: Caller, job_id: str) -> str:
    """The job as JSON. ApiError 404 job_not_found, for another site's too."""
    return render(fetch(caller, job_id))


def fetch(caller: Caller, job_id: str) -> dict[str, Any]:
    statement = sa.select(*WITH_OUTPUT).where(jobs.c.id == job_id, jobs.c.site_id == caller.site_id)
    with reading() as connection:
        row = connection.execute(statement).first()
    if row is None:
        raise ApiError(404, "job_not_found", "There is no such job.")
    return dict(row._mapping)


def list_jobs(
    caller: Caller, *, status: str | None, operation: str | None, ids: list[str], limit: int, cursor: str | None
) -> dict[str, Any]:
    """A page of the site's jobs without input and output, newest first."""
    statement = sa.select(*BRIEF).where(jobs.c.site_id == caller.site_id)
    if status:
        statement = statement.where(jobs.c.status == status)
    if operation:
        statement = statement.where(jobs.c.operation == operation)
    if ids:
        statement = statement.where(jobs.c.id.in_(ids))
    if cursor:
        statement = statement.where(jobs.c.id < cursor)
    with reading() as connection:
        rows = connection.execute(statement.order_by(jobs.c.id.desc()).limit(limit + 1)).all()
    found = [describe(dict(row._mapping)) for row in rows[:limit]]
    return {"jobs": found, "next_cursor": found[-1]["id"] if len(rows) > limit else None}


def cancel(caller: Caller, job_id: str) -> str:
    """Cancels an open job, running or not; a finished one stays as it is. The job as JSON."""
    row = fetch(caller, job_id)
    with writing() as connection:
        statement = sa.update(jobs).where(jobs.c.id == job_id, jobs.c.status.in_(OPEN))
        values = {"status": "cancelled", "dedupe_hash": None, "lease_until": None, "finished_at": now()}
        is_cancelled = connection.execute(statement.values(values)).rowcount == 1
    if is_cancelled:
        log.info("job cancelled", job=job_id, operation=row["operation"])
        try:
            queues.withdraw(row["queue"], job_id, row["delivery"])
        except RedisError as error:  # a worker that runs it notices at its next progress, or its result is dropped
            log.warning("redis is away; the worker could not be told", job=job_id, error=str(error))
        row = fetch(caller, job_id)
    return render(row)


def describe(row: dict[str, Any]) -> dict[str, Any]:
    """A row as the API shows it, without output."""
    progress = {"done": row["progress_done"], "total": row["progress_total"], "message": row["progress_message"]}
    usage = None
    if row["model"] is not None:
        names = ("model", "prompt_version", "tokens_in", "tokens_out", "cost_usd")
        usage = {name: row[name] for name in names}
    return {
        "id": row["id"],
        "operation": row["operation"],
        "status": row["status"],
        "progress": progress,
        "error": json.loads(row["error"]) if row["error"] else None,
        "attempts": row["attempts"],
        "usage": usage,
        "request_id": row["request_id"],
        **{name: render_time(row[name]) for name in ("created_at", "started_at", "finished_at")},
    }


def render(row: dict[str, Any]) -> str:
    """The whole job as JSON. The stored output is put in as it is: parsing 2 MB only to write it again costs 40 ms."""
    return json.dumps(describe(row), separators=(",", ":"))[:-1] + f',"output":{row["output"] or "null"}}}'


def render_time(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def make_id() -> str:
    """A UUID version 7 (RFC 9562): newer ids sort after older ones, so the id is also the cursor of a list."""
    value = (
        (time.time_ns() // 1_000_000) << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    )
    return str(uuid.UUID(int=value))


def sha256(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
