"""Clients that send a byte now and then do not keep the engine from others: a request has a time to arrive in."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest
import requests
from stack.engine import Engine

from .conftest import Site, open_site

THREADS = 16  # of two web processes
READ_S = 1.0


@pytest.fixture(scope="module")
def shop(start_engine: Callable[..., Engine]) -> Iterator[Site]:
    yield open_site(start_engine(IGNY8_READ_TIMEOUT_S=str(READ_S), IGNY8_IO_WORKERS="1"))


def drip(shop: Site, head: str) -> float:
    """Sends the head of a request and then on and on; seconds until the engine has had enough."""
    parts = urlsplit(shop.url)
    started = time.monotonic()
    with socket.create_connection((parts.hostname, parts.port), timeout=15) as client:
        client.sendall(head.encode())
        client.settimeout(0.2)
        while time.monotonic() < started + 15:
            try:
                client.sendall(b"x")
                if client.recv(65_536) == b"":
                    break
            except TimeoutError:
                continue
            except OSError:
                break
    return time.monotonic() - started


@pytest.mark.parametrize("is_in_body", [False, True], ids=["head", "body"])
def test_slow_clients_keep_nobody_waiting(shop: Site, is_in_body: bool) -> None:
    head = f"POST /v1/jobs HTTP/1.1\r\nHost: shop\r\nAuthorization: Bearer {shop.key}\r\nX-Slow: "
    if is_in_body:
        head += "no\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n"
    with ThreadPoolExecutor(THREADS) as pool:
        slow = [pool.submit(drip, shop, head) for _ in range(THREADS)]
        time.sleep(0.3)
        assert requests.get(f"{shop.url}/health", timeout=8).status_code == 200
    assert all(taken.result() < 10 for taken in slow)
    assert shop.ask("GET", "/v1/jobs").json()["jobs"] == []
