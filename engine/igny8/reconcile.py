"""Brings job rows and Redis back together: takes jobs from dead workers, sends retries, resends what Redis forgot."""

from __future__ import annotations

import time
from datetime import timedelta

import sqlalchemy as sa
import structlog
from redis import RedisError

from igny8 import execution, queues
from igny8.config import get_settings
from igny8.db import jobs, now, reading, writing

LOST_AFTER_S = 4.0  # a row neither waiting in Redis nor claimed for so long was lost; false alarms only cost a delivery
BATCH = 10_000  # rows looked at in one pass; the rest waits for the next, a second later

log = structlog.get_logger()


class Reconciler:
    """Remembers between two looks which deliveries were not to be found."""

    def __init__(self) -> None:
        self.missing: dict[tuple[str, int], float] = {}  # (job, delivery) → monotonic time it was first missed

    def look(self) -> None:
        """One pass. Safe beside others: every change is conditional on what was seen."""
        self.take_from_the_dead()
        self.send_retries()
        self.resend_lost()

    def take_from_the_dead(self) -> None:
        is_dead = sa.and_(jobs.c.status == "running", jobs.c.lease_until < now())
        with reading() as connection:
            rows = connection.execute(sa.select(jobs.c.id, jobs.c.delivery).where(is_dead).limit(BATCH)).all()
        for row in rows:
            execution.take_from_dead(row.id, row.delivery)

    def send_retries(self) -> None:
        is_due = sa.and_(jobs.c.status == "queued", jobs.c.run_after <= now())
        columns = (jobs.c.id, jobs.c.delivery, jobs.c.queue, jobs.c.operation)
        with reading() as connection:
            rows = connection.execute(sa.select(*columns).where(is_due).limit(BATCH)).all()
        for row in rows:
            with writing() as connection:
                is_same = sa.and_(jobs.c.id == row.id, jobs.c.delivery == row.delivery, is_due)
                is_ours = connection.execute(
                    sa.update(jobs).where(is_same).values(run_after=None, queued_at=now())
                ).rowcount
            if is_ours:
                execution.deliver(row.queue, row.operation, row.id, row.delivery)

    def resend_lost(self) -> None:
        """Rows that no queue of Redis knows: its data is gone, or a worker died between taking and claiming."""
        is_old = jobs.c.queued_at < now() - timedelta(seconds=LOST_AFTER_S)
        is_open = sa.and_(jobs.c.status == "queued", jobs.c.run_after.is_(None), is_old)
        columns = (jobs.c.id, jobs.c.delivery, jobs.c.queue, jobs.c.operation)
        with reading() as connection:
            rows = connection.execute(sa.select(*columns).where(is_open).order_by(jobs.c.id).limit(BATCH)).all()
        try:
            waiting = {queue: queues.list_waiting(queue) for queue in {row.queue for row in rows}}
        except RedisError:
            return  # nothing can be sent now
        absent = [row for row in rows if queues.delivery_id(row.id, row.delivery) not in waiting[row.queue]]
        self.missing = {
            (row.id, row.delivery): self.missing.get((row.id, row.delivery), time.monotonic()) for row in absent
        }
        for row in absent:
            if time.monotonic() - self.missing[row.id, row.delivery] < LOST_AFTER_S:
                continue
            with writing() as connection:
                is_same = sa.and_(jobs.c.id == row.id, jobs.c.delivery == row.delivery, jobs.c.status == "queued")
                is_ours = connection.execute(sa.update(jobs).where(is_same).values(execution.requeued())).rowcount
            if is_ours:
                log.warning("job was lost on its way and is sent again", job=row.id)
                execution.deliver(row.queue, row.operation, row.id, row.delivery + 1)


def delete_old() -> int:
    """Deletes finished jobs past their keep time; how many."""
    before = now() - timedelta(days=get_settings().keep_jobs_days)
    with writing() as connection:
        return connection.execute(sa.delete(jobs).where(jobs.c.finished_at < before)).rowcount
