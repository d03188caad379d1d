"""Prometheus metrics: requests counted by the web processes, jobs and workers read from database and Redis when asked.

Forked workers write none: prometheus-client keeps a file per process, and there is one process per job.
"""

from __future__ import annotations

import os

import sqlalchemy as sa
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import REGISTRY
from redis import RedisError

from igny8 import queues
from igny8.db import jobs, reading
from igny8.registry import get_operations

BUCKETS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5)  # the promise is 0.1 s at the 99th percentile

requests = Counter("igny8_http_requests", "Requests answered.", ["method", "route", "status"])
seconds = Histogram("igny8_http_request_seconds", "Time to answer a request.", ["method", "route"], buckets=BUCKETS_S)


def render() -> bytes:
    """The whole exposition, of all web processes when PROMETHEUS_MULTIPROC_DIR is set."""
    counted = REGISTRY
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        counted = CollectorRegistry()
        MultiProcessCollector(counted)  # type: ignore[no-untyped-call] # the library has no types there
    return generate_latest(counted) + generate_latest(look_around())


def look_around() -> CollectorRegistry:
    """What is now: job rows by operation and status, waiting deliveries and live workers by queue."""
    registry = CollectorRegistry()
    rows = Gauge("igny8_jobs", "Job rows kept.", ["operation", "status"], registry=registry)
    waiting = Gauge("igny8_queue_length", "Deliveries waiting in Redis.", ["queue"], registry=registry)
    workers = Gauge("igny8_workers", "Workers that showed themselves lately.", ["queue"], registry=registry)
    statement = sa.select(jobs.c.operation, jobs.c.status, sa.func.count()).group_by(jobs.c.operation, jobs.c.status)
    with reading() as connection:
        for operation, status, count in connection.execute(statement):
            rows.labels(operation, status).set(count)
    for queue in sorted({operation.queue for operation in get_operations().values()}):
        try:
            waiting.labels(queue).set(queues.get_queue(queue).count)
            workers.labels(queue).set(queues.count_workers(queue))
        except RedisError:
            workers.labels(queue).set(0)
    return registry
