"""Redis and RQ: carries ids of job rows to workers, nothing else. What Redis forgets, reconcile.py sends again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache

from redis import Redis
from redis.backoff import NoBackoff
from redis.retry import Retry
from rq import Queue
from rq.command import send_stop_job_command
from rq.exceptions import InvalidJobOperation, NoSuchJobError
from rq.job import Job
from rq.serializers import JSONSerializer
from rq.utils import as_text, utcparse
from rq.worker_registration import get_keys

from igny8.config import get_settings

RUN = "igny8.execution.run_delivery"
CONNECT_TIMEOUT_S = 2.0  # Redis is near; a request shall not hang for one that is gone
FAILURE_TTL_S = 3600  # RQ's own record of a killed delivery; ours is the row
ALIVE_S = 25  # an idle worker shows itself every 10 s, a busy one every 3 s


@lru_cache(maxsize=1)
def get_redis() -> Redis:
    """This process' Redis client. Connects when used; survives a fork."""
    return Redis.from_url(
        get_settings().redis,
        socket_connect_timeout=CONNECT_TIMEOUT_S,
        socket_timeout=CONNECT_TIMEOUT_S,
        retry=Retry(NoBackoff(), 1),
    )


@lru_cache(maxsize=8)
def get_queue(name: str) -> Queue:
    return Queue(name, connection=get_redis(), serializer=JSONSerializer)


def delivery_id(job_id: str, delivery: int) -> str:
    """RQ's id of one delivery of a job. Each delivery has its own, so that a stale one never meets a fresh one."""
    return f"{job_id}_{delivery}"


def split_delivery_id(rq_id: str) -> tuple[str, int]:
    job_id, _, delivery = rq_id.rpartition("_")
    return job_id, int(delivery)


def enqueue(queue: str, job_id: str, delivery: int, timeout_s: int) -> None:
    """Hands a committed row to the workers. Raises redis.RedisError when Redis is away."""
    with get_redis().pipeline() as pipeline:  # one round trip: this is part of every post
        get_queue(queue).enqueue_call(
            RUN,
            args=(job_id, delivery),
            timeout=timeout_s,
            result_ttl=0,
            failure_ttl=FAILURE_TTL_S,
            job_id=delivery_id(job_id, delivery),
            description=RUN,
            pipeline=pipeline,
        )
        pipeline.execute()


def withdraw(queue: str, job_id: str, delivery: int) -> None:
    """Takes a delivery back: out of the queue, or stops the worker that runs it. One that is gone is fine."""
    rq_id = delivery_id(job_id, delivery)
    try:
        send_stop_job_command(get_redis(), rq_id, serializer=JSONSerializer)
        return
    except (InvalidJobOperation, NoSuchJobError):
        pass
    try:
        Job.fetch(rq_id, connection=get_redis(), serializer=JSONSerializer).delete()
    except (InvalidJobOperation, NoSuchJobError):
        get_queue(queue).remove(rq_id)


def list_waiting(queue: str) -> set[str]:
    """RQ ids that wait in a queue."""
    return {as_text(item) for item in get_redis().lrange(get_queue(queue).key, 0, -1)}


def count_workers(queue: str) -> int:
    """Workers of a queue that showed themselves lately."""
    count = 0
    for key in get_keys(queue=get_queue(queue)):
        seen, death = get_redis().hmget(key, "last_heartbeat", "death")
        if seen and not death and datetime.now(UTC) - utcparse(as_text(seen)) < timedelta(seconds=ALIVE_S):
            count += 1
    return count
