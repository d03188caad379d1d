"""The only outgoing HTTP client: bounded in time and size, and never led into the private network.

Addresses that users or pages give could point at this machine or its neighbours (SSRF). So a name is resolved once,
every address is judged, and the connection goes to the judged address itself: a second, different answer of DNS
changes nothing.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError as TransportError
from urllib3.exceptions import NewConnectionError

from igny8 import __version__

CONNECT_S = 5.0
MAX_BYTES = 5_000_000  # ten times a heavy web page
MAX_REDIRECTS = 5
CHUNK = 65_536
USER_AGENT = f"IGNY8/{__version__}"
# The only IPv6 addresses given out for the internet (IANA IPv6 address space); the rest holds the many ways to write an
# IPv4 address as IPv6: NAT64 (RFC 6052, 8215), IPv4-compatible (RFC 4291), IPv4-translated (RFC 2765).
GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")
REDIRECTS = (301, 302, 303, 307, 308)


class HttpError(Exception):
    """What went wrong: code is one of address_refused, unreachable, timeout, too_large, too_many_redirects."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass(frozen=True)
class Answer:
    url: str  # after redirects
    status: int
    headers: dict[str, str]  # names in lower case
    body: bytes


def fetch(
    url: str,
    *,
    method: str = "GET",
    headers: dict[str, str] | None = None,
    data: bytes | None = None,
    timeout_s: float = 20.0,
    max_bytes: int = MAX_BYTES,
    allow_private: bool = False,
) -> Answer:
    """One request, redirects followed by GET; any status is an answer. `timeout_s` is the whole time, body included.

    `allow_private` is for addresses that the operator configured. Raises HttpError.
    """
    deadline = time.monotonic() + timeout_s
    given = {"User-Agent": USER_AGENT, "Accept-Encoding": "identity", **(headers or {})}
    check_url(url)
    for _ in range(MAX_REDIRECTS + 1):
        answer = _send(method, url, given, data, deadline, max_bytes, allow_private)
        target = answer.headers.get("location")
        if answer.status not in REDIRECTS or not target:
            return answer
        following = join(url, target)
        check_url(following)
        if origin(following) != origin(url):  # a key is for the host it was given for, and not for plain http
            given = {name: value for name, value in given.items() if name.lower() not in ("authorization", "cookie")}
        url, method, data = following, "GET", None
    raise HttpError("too_many_redirects", f"{url} leads on after {MAX_REDIRECTS} redirects.")


def join(url: str, target: str) -> str:
    """Where a redirect leads. HttpError when its address is broken."""
    try:
        return urljoin(url, target)
    except ValueError:
        raise HttpError("address_refused", f"{url} leads to a broken address.") from None


def origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc


def check_url(url: str) -> None:
    """Refuses what is not plain http or https without user and password."""
    try:
        parts = urlsplit(url)
    except ValueError:
        raise HttpError("address_refused", f"{url} is not an address.") from None
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.password:
        raise HttpError("address_refused", f"{url} is not an address this engine opens.")


def _send(
    method: str,
    url: str,
    headers: dict[str, str],
    data: bytes | None,
    deadline: float,
    max_bytes: int,
    allow_private: bool,
) -> Answer:
    left_s = deadline - time.monotonic()
    if left_s <= 0:
        raise HttpError("timeout", f"{url} took too long.")
    adapter = _Adapter(allow_private)
    # Read timeouts start anew with every byte, so a slow drip passes them: the timer ends the connection itself.
    timer = threading.Timer(left_s, adapter.cut)
    timer.daemon = True
    timer.start()
    try:
        with _Session() as session:
            session.trust_env = False  # a proxy would resolve names for us, unjudged
            session.mount("http://", adapter)
            session.mount("https://", adapter)
            timeout = (min(CONNECT_S, left_s), left_s)
            with session.request(
                method, url, headers=headers, data=data, timeout=timeout, stream=True, allow_redirects=False
            ) as response:
                body = _read(response, max_bytes)
                lowered = {name.lower(): value for name, value in response.headers.items()}
                if adapter.is_cut:
                    raise HttpError("timeout", f"{url} took too long.")
                return Answer(url, response.status_code, lowered, body)
    except (requests.RequestException, TransportError, OSError) as error:
        if adapter.refused:
            raise HttpError("address_refused", f"{url} is in a private network.") from None
        if adapter.is_cut or isinstance(error, requests.Timeout):
            raise HttpError("timeout", f"{url} took too long.") from None
        raise HttpError("unreachable", f"{url} cannot be reached.") from None
    finally:
        timer.cancel()
        adapter.forget()


def _read(response: requests.Response, max_bytes: int) -> bytes:
    body = bytearray()
    for chunk in response.iter_content(CHUNK):
        body += chunk
        if len(body) > max_bytes:
            raise HttpError("too_large", f"{response.url} is larger than {max_bytes} bytes.")
    return bytes(body)


def is_public(address: str) -> bool:
    """Whether an IP address is out in the internet, also when it is IPv4 dressed as IPv6."""
    ip = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is not None:
            return inner.is_global and not inner.is_multicast
        if ip not in GLOBAL_UNICAST:
            return False
    return ip.is_global and not ip.is_multicast


class _Session(requests.Session):
    def get_redirect_target(self, resp: requests.Response) -> None:
        """None: redirects are ours. requests parses them even when told not to follow, and fails on broken ones."""


class _Adapter(HTTPAdapter):
    """Transport of one call: its connections judge the address, and cut() ends them from another thread."""

    def __init__(self, allow_private: bool) -> None:
        self.allow_private = allow_private
        self.refused = False
        self.is_cut = False
        self.sockets: list[socket.socket] = []
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        adapter = self

        class Plain(HTTPConnection):
            def _new_conn(self) -> socket.socket:
                return adapter.connect(self)

        class Secure(HTTPSConnection):
            def _new_conn(self) -> socket.socket:
                return adapter.connect(self)

        class PlainPool(HTTPConnectionPool):
            ConnectionCls = Plain

        class SecurePool(HTTPSConnectionPool):
            ConnectionCls = Secure

        self.poolmanager.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}

    def connect(self, connection: HTTPConnection) -> socket.socket:
        """A socket to an address of the connection's host that may be spoken to."""
        timeout = connection.timeout if isinstance(connection.timeout, int | float) else CONNECT_S
        try:
            found = socket.getaddrinfo(connection.host, connection.port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise NewConnectionError(connection, str(error)) from error
        if not self.allow_private and not all(is_public(str(item[4][0])) for item in found):
            self.refused = True
            raise NewConnectionError(connection, "private address")
        last: OSError | None = None
        for *_, address in found:
            try:
                opened = socket.create_connection((str(address[0]), int(address[1])), timeout)
            except OSError as error:
                last = error
                continue
            self.sockets.append(opened.dup())  # TLS takes the first one over; both end the same connection
            return opened
        raise NewConnectionError(connection, str(last))

    def cut(self) -> None:
        self.is_cut = True
        for opened in list(self.sockets):
            try:
                opened.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # closed meanwhile

    def forget(self) -> None:
        while self.sockets:
            self.sockets.pop().close()
