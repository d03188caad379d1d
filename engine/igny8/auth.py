"""Accounts, their sites and the sites' keys: `igny8_<prefix>_<secret>`, kept only as a hash, shown once.

A key's secret has 192 random bits, so a plain SHA-256 is enough: there is nothing to guess that a slow hash would
protect.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import time
import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from igny8.db import accounts, keys, now, reading, sites, writing
from igny8.errors import ApiError
from igny8.limits import announce_revocation, check_rate, count_request

SCOPES = ("jobs:write", "jobs:read", "catalogue:read")
KEY = re.compile(r"igny8_([a-z0-9]{8})_([a-f0-9]{48})")
CACHE_S = 10.0  # how long a revocation could go unnoticed were Redis away just then
NOBODY = "0" * 64  # compared against when there is no such prefix, so that the answer takes as long


@dataclass(frozen=True)
class Caller:
    """Whose key a request carries."""

    prefix: str
    scopes: tuple[str, ...]
    site_id: str
    site_name: str
    site_url: str
    account_id: str
    account_name: str


@dataclass(frozen=True)
class _Known:
    hash: str
    caller: Caller
    revoked_at: datetime | None
    revision: int | None
    until: float


_known: dict[str, _Known] = {}


def identify(authorization: str) -> Caller:
    """The caller behind an Authorization header; counts the request against the key's rate.

    Raises ApiError 401: key_missing, key_invalid (unknown or wrong), key_revoked; 429: rate_limited.
    """
    scheme, _, key = authorization.partition(" ")
    if scheme.lower() != "bearer" or not key:
        raise _refused("key_missing", "Send the site's key: Authorization: Bearer igny8_…")
    match = KEY.fullmatch(key.strip())
    if match is None:
        raise _refused("key_invalid", "This is not a key of this engine.")
    prefix, given = match[1], hash_key(match[0])
    known = _known.get(prefix)
    if known is None or known.until < time.monotonic():
        known = _load(prefix)
    _check(known, given)
    count, revision = count_request(prefix)  # only now: a wrong key must not use up the right one's requests
    if known is None or known.revision is None or known.revision != revision:
        known = _check(_load(prefix, revision), given)
    check_rate(count)
    return known.caller


def _check(known: _Known | None, given: str) -> _Known:
    is_right = hmac.compare_digest(known.hash if known else NOBODY, given)
    if known is None or not is_right:
        raise _refused("key_invalid", "This is not a key of this engine.")
    if known.revoked_at is not None and known.revoked_at <= now():
        raise _refused("key_revoked", "This key was revoked. Ask the engine's operator for a new one.")
    return known


def hash_key(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def add_site(name: str, url: str, account: str, scopes: tuple[str, ...] = SCOPES) -> dict[str, Any]:
    """A new site with its first key; the account is made when it is new. The only time the key is to be seen."""
    with writing() as connection:
        account_id = connection.scalar(sa.select(accounts.c.id).where(accounts.c.name == account))
        if account_id is None:
            account_id = str(uuid.uuid4())
            connection.execute(sa.insert(accounts).values(id=account_id, name=account, created_at=now()))
        site_id = str(uuid.uuid4())
        values = {"id": site_id, "account_id": account_id, "name": name, "url": url, "created_at": now()}
        connection.execute(sa.insert(sites).values(values))
        key = _add_key(connection, site_id, scopes)
    return {"site": site_id, "name": name, "url": url, "account": account, "key": key, "scopes": list(scopes)}


def add_key(site_id: str, scopes: tuple[str, ...] = SCOPES) -> str:
    """A further key of a site. LookupError when there is no such site."""
    with writing() as connection:
        if connection.scalar(sa.select(sites.c.id).where(sites.c.id == site_id)) is None:
            raise LookupError(f"There is no site {site_id}.")
        return _add_key(connection, site_id, scopes)


def rotate_key(prefix: str) -> str:
    """A new key with the old one's site and scopes; the old one ends at once. LookupError when it is not in use."""
    with writing() as connection:
        row = connection.execute(
            sa.select(keys.c.site_id, keys.c.scopes).where(keys.c.prefix == prefix, keys.c.revoked_at.is_(None))
        ).first()
        if row is None:
            raise LookupError(f"There is no key {prefix} in use.")
        key = _add_key(connection, row.site_id, tuple(row.scopes.split()))
        connection.execute(sa.update(keys).where(keys.c.prefix == prefix).values(revoked_at=now()))
    announce_revocation()
    return key


def revoke_key(prefix: str) -> None:
    """Ends a key at once. LookupError when it is not in use."""
    with writing() as connection:
        statement = sa.update(keys).where(keys.c.prefix == prefix, keys.c.revoked_at.is_(None)).values(revoked_at=now())
        if connection.execute(statement).rowcount == 0:
            raise LookupError(f"There is no key {prefix} in use.")
    announce_revocation()


def list_sites() -> list[dict[str, Any]]:
    columns = (sites.c.id, sites.c.name, sites.c.url, accounts.c.name.label("account"), sites.c.created_at)
    statement = sa.select(*columns).join(accounts).order_by(sites.c.created_at)
    with reading() as connection:
        return [dict(row._mapping) for row in connection.execute(statement)]


def list_keys() -> list[dict[str, Any]]:
    columns = (
        keys.c.prefix,
        keys.c.site_id,
        sites.c.name.label("site"),
        keys.c.scopes,
        keys.c.created_at,
        keys.c.revoked_at,
    )
    statement = sa.select(*columns).join(sites).order_by(keys.c.created_at)
    with reading() as connection:
        return [dict(row._mapping) for row in connection.execute(statement)]


def _add_key(connection: Connection, site_id: str, scopes: tuple[str, ...]) -> str:
    prefix = "".join(secrets.choice("abcdefghijkmnpqrstuvwxyz23456789") for _ in range(8))  # none to misread
    key = f"igny8_{prefix}_{secrets.token_hex(24)}"
    values = {
        "prefix": prefix,
        "site_id": site_id,
        "hash": hash_key(key),
        "scopes": " ".join(scopes),
        "created_at": now(),
    }
    connection.execute(sa.insert(keys).values(values))
    return key


def _load(prefix: str, revision: int | None = None) -> _Known | None:
    """A key from the database, remembered when the revision it was read after is known."""
    columns = (keys, sites.c.name.label("site_name"), sites.c.url, accounts.c.id.label("account_id"), accounts.c.name)
    statement = sa.select(*columns).select_from(keys.join(sites).join(accounts)).where(keys.c.prefix == prefix)
    with reading() as connection:
        row = connection.execute(statement).first()
    _known.pop(prefix, None)
    if row is None:
        return None
    caller = Caller(
        prefix, tuple(row.scopes.split()), row.site_id, row.site_name, row.url, row.account_id, row.name
    )  # fmt: skip
    known = _Known(row.hash, caller, row.revoked_at, revision, time.monotonic() + CACHE_S)
    if revision is not None:
        _known[prefix] = known
    return known


def _refused(code: str, message: str) -> ApiError:
    return ApiError(401, code, message, headers={"WWW-Authenticate": 'Bearer realm="IGNY8 engine"'})
