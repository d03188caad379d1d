"""The worker: RQ's, made to notice death within seconds and to leave no orphan (ENGINE-FACTS §2.2).

RQ's own settings find a dead worker after 13 minutes. Here the parent renews a lease on the job's row every 3 s and the
kernel kills the child with its parent, so the row can be given to another worker after execution.LEASE_S.
"""

from __future__ import annotations

import ctypes
import gc
import importlib.util
import os
import signal
from typing import Any

import sqlalchemy as sa
import structlog
from redis import Redis, RedisError
from rq import Queue, Worker
from rq.job import Job
from rq.serializers import JSONSerializer
from rq.timeouts import JobTimeoutException, UnixSignalDeathPenalty

from igny8 import execution
from igny8.config import get_settings
from igny8.db import get_engine, use_no_pool
from igny8.logs import configure_logs
from igny8.operations import Queue as QueueName
from igny8.queues import split_delivery_id
from igny8.registry import get_operations
from igny8.sag import catalog

WORKER_TTL_S = 25  # an idle worker wakes after this less 15 s to show itself and to look after RQ's lists
MAINTENANCE_S = 5
MONITORING_S = 3  # how often the parent renews the lease of a running job
GRACE_S = 10  # RQ's own record of a delivery outlives the last heartbeat by this
PR_SET_PDEATHSIG = 1  # linux/prctl.h

log = structlog.get_logger()


class DeathPenalty(UnixSignalDeathPenalty):
    """Ends an operation's time with execution.TimedOut, which no operation mistakes for a failed call."""

    def handle_death_penalty(self, signum: int, frame: Any) -> None:
        if self._exception is JobTimeoutException:
            raise execution.TimedOut
        super().handle_death_penalty(signum, frame)  # type: ignore[no-untyped-call] # RQ has no types there


class EngineWorker(Worker):
    death_penalty_class = DeathPenalty
    delivery = ""  # what the child runs now

    def get_heartbeat_ttl(self, job: Job) -> int:
        return int(self.job_monitoring_interval + GRACE_S)

    def maintain_heartbeats(self, job: Job) -> None:
        """The lease first: it is what counts, and it does not need Redis."""
        try:
            execution.renew(*split_delivery_id(job.id))
        except sa.exc.SQLAlchemyError as error:
            log.warning("the lease could not be renewed", job=job.id, error=str(error.__cause__ or error))
        try:
            super().maintain_heartbeats(job)
        except RedisError as error:  # RQ would end the worker, and the job with it
            log.warning("redis is away; the job goes on", job=job.id, error=str(error))

    def set_current_job_working_time(self, current_job_working_time: float, pipeline: Any = None) -> None:
        try:
            super().set_current_job_working_time(current_job_working_time, pipeline)
        except RedisError:
            self.current_job_working_time = current_job_working_time  # only for display

    def main_work_horse(self, job: Job, queue: Queue) -> None:
        """In the forked child: dies with its parent, keeps none of its connections."""
        die_with_parent(self.pid or 0)
        get_engine().dispose(close=False)
        super().main_work_horse(job, queue)

    def monitor_work_horse(self, job: Job, queue: Queue) -> None:
        self.delivery = job.id
        super().monitor_work_horse(job, queue)
        self.delivery = ""

    def request_force_stop(self, signum: int, frame: Any) -> None:
        """The second SIGTERM: the running job goes back to the queue instead of waiting for its lease to run out."""
        try:
            super().request_force_stop(signum, frame)
        except SystemExit:
            if self.delivery:
                execution.take_from_dead(*split_delivery_id(self.delivery), why="shutdown")
            raise

    def handle_work_horse_killed(self, job: Job, retpid: int, ret_val: int, rusage: Any) -> None:
        """In the parent, when the child died of something else than its end: out of memory, kill -9, a crash in C."""
        is_timeout = self.current_job_working_time > float(job.timeout or "inf")
        execution.take_from_dead(*split_delivery_id(job.id), why="timeout" if is_timeout else "death")


def die_with_parent(parent_pid: int, sign: signal.Signals = signal.SIGKILL) -> None:
    """Asks the kernel to send a signal to this process when its parent ends (Linux); ends it if that has happened."""
    libc = ctypes.CDLL(None, use_errno=True)
    if hasattr(libc, "prctl"):
        libc.prctl(PR_SET_PDEATHSIG, sign, 0, 0, 0)
    if os.getppid() != parent_pid:
        os._exit(1)


def run_worker(queue: QueueName) -> None:
    """Works on one queue until SIGTERM; a running job may end, a second SIGTERM ends it too."""
    configure_logs(f"worker-{queue}")
    use_no_pool()
    if queue == "ai":
        preload_model_library()
    get_operations()
    catalog.preload()
    connection = Redis.from_url(get_settings().redis)
    worker = EngineWorker(
        [queue],
        connection=connection,
        serializer=JSONSerializer,
        worker_ttl=WORKER_TTL_S,
        maintenance_interval=MAINTENANCE_S,
        job_monitoring_interval=MONITORING_S,
        default_result_ttl=0,
        log_job_description=False,
    )
    gc.collect()
    gc.freeze()  # the children share what is loaded now
    log.info("worker is ready", queue=queue, pid=os.getpid())
    worker.work(logging_level="WARNING")  # RQ tells every step; our lines tell what matters


def preload_model_library() -> None:
    """Imports LiteLLM before the fork: in each child it would take 7 s a job (ENGINE-FACTS §4)."""
    if importlib.util.find_spec("litellm") is None:
        log.error("LiteLLM is not installed; install the engine with its extra `ai` to run this queue")
        raise SystemExit(1)
    from igny8.llm import preload

    preload()
