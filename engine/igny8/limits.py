"""The rate limit: requests per key and minute, counted in Redis so that all web processes share one count."""

from __future__ import annotations

import time

from redis import RedisError

from igny8.auth import Caller
from igny8.config import get_settings
from igny8.errors import ApiError
from igny8.queues import get_redis

WINDOW_S = 60


def count_request(caller: Caller) -> None:
    """Counts one request. ApiError 429 with Retry-After when the key's minute is full; no limit while Redis is away."""
    limit = get_settings().rate_limit_per_minute
    if limit == 0:
        return
    window, passed_s = divmod(time.time(), WINDOW_S)
    name = f"igny8:rate:{caller.prefix}:{int(window)}"
    try:
        with get_redis().pipeline(transaction=False) as pipeline:
            pipeline.incr(name)
            pipeline.expire(name, 2 * WINDOW_S)
            count = pipeline.execute()[0]
    except RedisError:
        return
    if count > limit:
        wait_s = max(1, round(WINDOW_S - passed_s))
        message = f"This key may make {limit} requests a minute. Try again in {wait_s} s."
        raise ApiError(429, "rate_limited", message, headers={"Retry-After": str(wait_s)})
