"""What Redis counts about keys, for all web processes together: requests in this minute, and revocations so far."""

from __future__ import annotations

import time
from contextlib import suppress

from redis import RedisError

from igny8.config import get_settings
from igny8.errors import ApiError
from igny8.queues import get_redis

WINDOW_S = 60
REVISION = "igny8:keys:revision"  # rises with every revocation, so that every process' cache of keys notices at once


def count_request(prefix: str) -> tuple[int, int | None]:
    """Requests of a key in this minute, this one included, and the revision of the keys; (0, None) with Redis away."""
    name = f"igny8:rate:{prefix}:{int(time.time() / WINDOW_S)}"
    try:
        with get_redis().pipeline(transaction=False) as pipeline:  # one round trip: this is part of every request
            pipeline.incr(name)
            pipeline.expire(name, 2 * WINDOW_S)
            pipeline.get(REVISION)
            count, _, revision = pipeline.execute()
    except RedisError:
        return 0, None
    return count, int(revision or 0)


def check_rate(count: int) -> None:
    """ApiError 429 with Retry-After when the key's minute is full."""
    limit = get_settings().rate_limit_per_minute
    if limit and count > limit:
        wait_s = max(1, round(WINDOW_S - time.time() % WINDOW_S))
        message = f"This key may make {limit} requests a minute. Try again in {wait_s} s."
        raise ApiError(429, "rate_limited", message, headers={"Retry-After": str(wait_s)})


def announce_revocation() -> None:
    with suppress(RedisError):  # caches end by themselves after a while
        get_redis().incr(REVISION)
