"""The tick: one process of a whole installation looks after the jobs every second, under a lease in the database."""

from __future__ import annotations

import os
import platform
import signal
import threading
import time
from datetime import timedelta

import sqlalchemy as sa
import structlog

from igny8.db import leases, now, reading, writing
from igny8.reconcile import Reconciler, delete_old

INTERVAL_S = 1.0
LEASE_S = 10  # another tick takes over when this one is silent for so long
CLEAN_S = 3600

log = structlog.get_logger()


def run_tick() -> None:
    """Runs until SIGTERM or SIGINT. A second tick beside it waits for its turn."""
    stop = threading.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: stop.set())
    holder = f"{platform.node()[:60]}:{os.getpid()}"
    reconciler = Reconciler()
    cleaned_at = 0.0
    while not stop.is_set():
        try:
            if hold("tick", holder, LEASE_S):
                reconciler.look()
                if time.monotonic() - cleaned_at > CLEAN_S:
                    cleaned_at = time.monotonic()
                    log.info("old jobs deleted", count=delete_old())
        except sa.exc.SQLAlchemyError as error:
            log.warning("the database is away", error=str(error.__cause__ or error))
        stop.wait(INTERVAL_S)
    release("tick", holder)


def hold(name: str, holder: str, seconds: int) -> bool:
    """Takes or renews a lease; False while somebody else holds it."""
    until = now() + timedelta(seconds=seconds)
    with writing() as connection:
        is_ours_or_over = sa.and_(leases.c.name == name, sa.or_(leases.c.holder == holder, leases.c.until_at < now()))
        if connection.execute(sa.update(leases).where(is_ours_or_over).values(holder=holder, until_at=until)).rowcount:
            return True
    try:
        with writing() as connection:
            connection.execute(sa.insert(leases).values(name=name, holder=holder, until_at=until))
        return True
    except sa.exc.IntegrityError:
        return False


def release(name: str, holder: str) -> None:
    try:
        with writing() as connection:
            connection.execute(sa.delete(leases).where(leases.c.name == name, leases.c.holder == holder))
    except sa.exc.SQLAlchemyError as error:
        log.warning("the lease was not given back and runs out by itself", error=str(error.__cause__ or error))


def is_ticking() -> bool:
    """Whether any tick is at work."""
    with reading() as connection:
        until = connection.scalar(sa.select(leases.c.until_at).where(leases.c.name == "tick"))
    return until is not None and until > now()
