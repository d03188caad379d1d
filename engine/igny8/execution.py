"""Runs a job in a worker so that its result and its cost are stored exactly once, whatever dies on the way.

A row carries the number of its current delivery. A worker claims a delivery once; whoever takes a job away from a dead
worker (reconcile.py, or the worker's parent) raises the number, and every later write of the old one misses. So a job
may run more than once, but only the delivery that counts can store anything.
"""

from __future__ import annotations

import json
import time
from datetime import timedelta
from typing import Any, Literal

import sqlalchemy as sa
import structlog
from pydantic import BaseModel
from redis import RedisError

from igny8 import queues
from igny8.db import jobs, now, writing
from igny8.operations import Operation, OperationError, QuietContext, Usage
from igny8.registry import get_operations

LEASE_S = 10  # renewed every 3 s by the worker's parent; a host that stands still longer loses its job
MAX_ATTEMPTS = 3
BACKOFF_S = (10, 60)  # before the second and the third attempt: a provider's hiccup, then its outage
PROGRESS_S = 0.5  # progress is stored at most this often
STORE_TRIES_S = (0.5, 2, 5, 10)  # a finished result waits this long for a database that is away


class TimedOut(BaseException):
    """The operation's time is over. Not an Exception, so that no operation takes it for a failed call."""


class Cancelled(BaseException):
    """The row is no longer this delivery's: cancelled, or given to another worker."""


class JobContext:
    """What a running operation reports, written to its row."""

    def __init__(self, job_id: str, delivery: int, spent: Usage) -> None:
        self.is_current = sa.and_(jobs.c.id == job_id, jobs.c.delivery == delivery, jobs.c.status == "running")
        self.spent = spent  # by earlier attempts
        self.usage = Usage()
        self.stored_at = 0.0

    def progress(self, done: int, total: int, message: str) -> None:
        if time.monotonic() - self.stored_at < PROGRESS_S and done < total:
            return
        self.stored_at = time.monotonic()
        self.report(progress_done=done, progress_total=total, progress_message=message[:300])

    def spend(self, usage: Usage) -> None:
        self.usage = usage
        self.report(**self.usage_values())

    def usage_values(self) -> dict[str, Any]:
        """Columns of what all attempts spent; empty when no model was called."""
        if not self.usage.model and not self.spent.model:
            return {}
        return {
            "model": self.usage.model or self.spent.model,
            "prompt_version": self.usage.prompt_version or self.spent.prompt_version,
            "tokens_in": self.usage.tokens_in + self.spent.tokens_in,
            "tokens_out": self.usage.tokens_out + self.spent.tokens_out,
            "cost_usd": self.usage.cost_usd + self.spent.cost_usd,
        }

    def report(self, **values: Any) -> None:
        """Writes what is good to know; a database that is away for a moment must not end the operation."""
        try:
            self.write(**values)
        except sa.exc.OperationalError as error:
            structlog.get_logger().warning("progress could not be stored", error=str(error.orig))

    def write(self, **values: Any) -> None:
        with writing() as connection:
            if connection.execute(sa.update(jobs).where(self.is_current).values(values)).rowcount == 0:
                raise Cancelled


def run_delivery(job_id: str, delivery: int) -> None:
    """What RQ calls, in a forked worker. Never raises: whatever happens is told by the row."""
    row = claim(job_id, delivery)
    structlog.contextvars.clear_contextvars()
    log = structlog.get_logger()
    if row is None:
        log.info("delivery does not count any more", job=job_id, delivery=delivery)
        return
    structlog.contextvars.bind_contextvars(
        job=job_id, operation=row.operation, site=row.site_id, request_id=row.request_id, attempt=row.attempts
    )
    log.info("job started")
    started = time.monotonic()
    context = JobContext(job_id, delivery, read_usage(row))
    try:
        operation = get_operations()[row.operation]
        given = operation.input.model_validate_json(row.input)
        values = {"status": "done", "output": render_output(operation, operation.run(given, context))}
    except Cancelled:
        log.info("job was taken away while it ran")
        return
    except TimedOut:
        message = f"The job was stopped after {get_operations()[row.operation].timeout_s} s, its time limit."
        values = failed("timeout", message)
    except OperationError as error:
        values = explain(error, row.attempts)
    except Exception:
        log.exception("operation failed")
        values = failed("internal_error", f"The engine failed. Its log tells more under request {row.request_id}.")
    is_stored = store(context, {**context.usage_values(), **values})
    log.info("job ended", status=values["status"], is_stored=is_stored, seconds=round(time.monotonic() - started, 3))


def run_inline(operation: Operation, given: BaseModel) -> dict[str, Any]:
    """Runs a quick operation within the request; the columns of its finished row."""
    at = now()
    try:
        values = {"status": "done", "output": render_output(operation, operation.run(given, QuietContext()))}
    except OperationError as error:
        values = failed(error.code, error.message, error.fields)
    return values | {"attempts": 1, "started_at": at, "finished_at": now()}


def render_output(operation: Operation, output: BaseModel) -> str:
    """The checked output as JSON. ASCII only, so that no database's charset can object."""
    checked = operation.output.model_validate(output)
    return checked.model_dump_json(ensure_ascii=True)


def claim(job_id: str, delivery: int) -> Any | None:
    """Takes a waiting delivery; its row, or None when it is not to be run (any more)."""
    is_waiting = sa.and_(jobs.c.id == job_id, jobs.c.delivery == delivery, jobs.c.status == "queued")
    at = now()
    with writing() as connection:
        values: dict[str, Any] = {
            "status": "running",
            "attempts": jobs.c.attempts + 1,
            "started_at": sa.func.coalesce(jobs.c.started_at, at),
            "lease_until": at + timedelta(seconds=LEASE_S),
        }
        if connection.execute(sa.update(jobs).where(is_waiting).values(values)).rowcount == 0:
            return None
        return connection.execute(sa.select(jobs).where(jobs.c.id == job_id)).first()


def renew(job_id: str, delivery: int) -> None:
    """Keeps a running job this worker's. Called by the parent, so it works however busy the operation is."""
    is_current = sa.and_(jobs.c.id == job_id, jobs.c.delivery == delivery, jobs.c.status == "running")
    with writing() as connection:
        connection.execute(sa.update(jobs).where(is_current).values(lease_until=now() + timedelta(seconds=LEASE_S)))


def read_usage(row: Any) -> Usage:
    if row.model is None:
        return Usage()
    return Usage(row.model, row.prompt_version or "", row.tokens_in or 0, row.tokens_out or 0, row.cost_usd or 0.0)


def failed(code: str, message: str, fields: dict[str, str] | None = None) -> dict[str, Any]:
    """Columns of a failed row. It frees its key, so that asking again starts a new job."""
    error: dict[str, Any] = {"code": code, "message": message} | ({"fields": fields} if fields else {})
    return {"status": "failed", "error": json.dumps(error), "dedupe_hash": None}


def explain(error: OperationError, attempts: int) -> dict[str, Any]:
    """Columns after an operation's refusal: failed, or waiting for its next attempt when that may help."""
    if not error.is_retryable or attempts >= MAX_ATTEMPTS:
        return failed(error.code, error.message, error.fields)
    pause = BACKOFF_S[attempts - 1]
    message = f"Trying again in {pause} s: {error.message}"[:300]
    return requeued() | {"run_after": now() + timedelta(seconds=pause), "progress_message": message}


def requeued() -> dict[str, Any]:
    """Columns of a row that goes back to the queue as a new delivery."""
    return {"status": "queued", "delivery": jobs.c.delivery + 1, "lease_until": None, "queued_at": now()}


def store(context: JobContext, values: dict[str, Any]) -> bool:
    """Writes the end of a delivery if it still counts. Keeps trying for a while when the database is away."""
    if values["status"] != "queued":
        values = values | {"lease_until": None, "finished_at": now()}
    for pause in (*STORE_TRIES_S, None):
        try:
            context.write(**values)
            return True
        except Cancelled:
            return False
        except sa.exc.OperationalError:
            if pause is None:
                raise
            time.sleep(pause)
    return False


def take_from_dead(job_id: str, delivery: int, why: Literal["death", "timeout", "shutdown"] = "death") -> None:
    """Takes a running job from a worker known to be dead: sends it again, or fails it after the last attempt.

    A shutdown is nobody's fault and costs no attempt.
    """
    log = structlog.get_logger().bind(job=job_id, delivery=delivery)
    is_current = sa.and_(jobs.c.id == job_id, jobs.c.delivery == delivery, jobs.c.status == "running")
    with writing() as connection:
        row = connection.execute(sa.select(jobs.c.queue, jobs.c.operation, jobs.c.attempts).where(is_current)).first()
        if row is None:
            return
        ended = {"finished_at": now(), "lease_until": None}
        if why == "timeout":
            values = failed("timeout", "The job did not end within its time limit.") | ended
        elif why == "shutdown":
            values = requeued() | {"attempts": jobs.c.attempts - 1}
        elif row.attempts >= MAX_ATTEMPTS:
            message = (
                f"The worker died while it ran this job, {row.attempts} times. It may need more memory than there is."
            )
            values = failed("worker_lost", message) | ended
        else:
            values = requeued()
        connection.execute(sa.update(jobs).where(is_current).values(values))
    log.warning("job taken from a dead worker", why=why, status=values["status"], attempts=row.attempts)
    if values["status"] == "queued":
        deliver(row.queue, row.operation, job_id, delivery + 1)


def deliver(queue: str, operation: str, job_id: str, delivery: int) -> None:
    """Sends a waiting row to the workers; when Redis is away, a later look of reconcile.py does."""
    known = get_operations().get(operation)
    try:
        queues.enqueue(queue, job_id, delivery, known.timeout_s if known else 1)
    except RedisError as error:
        structlog.get_logger().warning("redis is away; the job is sent later", job=job_id, error=str(error))
