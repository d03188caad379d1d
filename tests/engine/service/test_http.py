"""The outgoing client keeps out of private networks, out of endless answers and out of endless time."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from igny8 import http
from igny8.http import HttpError, fetch, is_public


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        name = self.path.strip("/").split("?")[0]
        with suppress(OSError):
            getattr(self, f"answer_{name}")()

    do_POST = do_GET

    def answer_plain(self) -> None:
        self.reply(200, self.headers.get("Authorization", "none").encode())

    def answer_missing(self) -> None:
        self.reply(404, b"no")

    def answer_loop(self) -> None:
        self.reply(302, b"", Location="/loop")

    def answer_hop(self) -> None:
        self.reply(302, b"", Location="/plain")

    def answer_elsewhere(self) -> None:
        port = self.server.server_address[1]
        self.reply(302, b"", Location=f"http://localhost:{port}/plain")

    def answer_inside(self) -> None:
        self.reply(302, b"", Location="http://169.254.169.254/latest/meta-data/")

    def answer_file(self) -> None:
        self.reply(302, b"", Location="file:///etc/passwd")

    def answer_broken(self) -> None:
        self.reply(302, b"", Location="http://[x]/")

    def answer_large(self) -> None:
        self.reply(200, b"x" * 300_000)

    def answer_drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"x")
            time.sleep(0.1)

    def answer_slow_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(100):
            self.wfile.write(f"X-{number}: x\r\n".encode())
            time.sleep(0.1)

    def reply(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def refusal(url: str, **options: object) -> str:
    with pytest.raises(HttpError) as caught:
        fetch(url, **options)  # type: ignore[arg-type]
    return caught.value.code


def test_an_answer_is_an_answer_whatever_its_status(url: str) -> None:
    assert fetch(f"{url}/plain", allow_private=True).body == b"none"
    assert fetch(f"{url}/missing", allow_private=True).status == 404
    assert fetch(f"{url}/hop", allow_private=True).url == f"{url}/plain"


def test_a_key_stays_with_the_host_it_was_given_for(url: str) -> None:
    headers = {"Authorization": "Bearer x"}
    assert fetch(f"{url}/hop", headers=headers, allow_private=True).body == b"Bearer x"
    assert fetch(f"{url}/elsewhere", headers=headers, allow_private=True).body == b"none"


def test_this_machine_is_refused_by_any_of_its_names(url: str) -> None:
    port = url.rpartition(":")[2]
    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"):
        assert refusal(f"http://{host}:{port}/plain", timeout_s=3) == "address_refused"


def test_a_name_is_judged_by_where_it_leads_and_only_once(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["93.184.215.14", "127.0.0.1"])  # public when judged, private when used: DNS rebinding
    asked = []

    def resolve(host: str, port: int, **_: object) -> list[object]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    monkeypatch.setattr(http.socket, "getaddrinfo", resolve)
    monkeypatch.setattr(http.socket, "create_connection", lambda address, timeout: pytest.fail(f"to {address}") if
                        address[0] == "127.0.0.1" else (_ for _ in ()).throw(OSError("not here")))  # fmt: skip
    assert refusal(f"http://rebind.test:{url.rpartition(':')[2]}/plain") == "unreachable"
    assert asked == ["rebind.test"]


def test_redirects_are_judged_like_any_address(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    judge = http.is_public
    monkeypatch.setattr(http, "is_public", lambda address: address == "127.0.0.1" or judge(address))
    assert fetch(f"{url}/plain").status == 200
    assert refusal(f"{url}/inside") == "address_refused"
    assert refusal(f"{url}/file") == "address_refused"
    assert refusal(f"{url}/broken") == "address_refused"
    assert refusal(f"{url}/loop") == "too_many_redirects"


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "gopher://x", "http://user:pw@example.com/", "http://", "no", "http://[x]/"]
)
def test_only_plain_addresses_are_opened(address: str) -> None:
    assert refusal(address) == "address_refused"


def test_size_and_time_end(url: str) -> None:
    assert refusal(f"{url}/large", max_bytes=100_000, allow_private=True) == "too_large"
    for path in ("drip", "slow_headers"):
        started = time.monotonic()
        assert refusal(f"{url}/{path}", timeout_s=0.6, allow_private=True) == "timeout"
        assert time.monotonic() - started < 2


def test_nobody_there() -> None:
    assert refusal("http://127.0.0.1:9/", allow_private=True) == "unreachable"
    assert refusal("http://name.invalid/", timeout_s=5) == "unreachable"


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("8.8.8.8", True), ("2606:4700::1111", True), ("10.0.0.1", False), ("172.16.3.4", False),
        ("192.168.1.1", False),
        ("100.64.0.1", False), ("169.254.169.254", False), ("0.0.0.0", False), ("224.0.0.1", False), ("::1", False),
        ("fe80::1%eth0", False), ("fc00::1", False), ("::ffff:10.0.0.1", False), ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False), ("::127.0.0.1", False), ("::ffff:0:127.0.0.1", False), ("64:ff9b:1::7f00:1", False),
        ("fec0::1", False), ("5f00::1", False),
    ],
)  # fmt: skip
def test_which_addresses_are_public(address: str, wanted: bool) -> None:
    assert is_public(address) is wanted
