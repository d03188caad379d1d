"""Structured logs on stderr: a JSON object a line (text on a terminal) with request, job and site, never a secret."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

from igny8.config import Settings, get_settings

SECRET_NAMES = re.compile(r"authorization|password|passwd|secret|api_?key|token$|cookie", re.IGNORECASE)
SECRET_TEXTS = (
    (
        re.compile(r"(igny8_[a-z0-9]+_)[A-Za-z0-9]+"),
        r"\1***",
    ),  # our keys; the prefix names them without opening anything
    (re.compile(r"(://[^:/@\s]*:)[^@/\s]+@"), r"\1***@"),  # passwords in database and Redis URLs
    (re.compile(r"(?i)\b(bearer\s+|basic\s+)[A-Za-z0-9._~+/=-]{8,}"), r"\1***"),
    (re.compile(r"\b(sk|pk|rk)-[A-Za-z0-9_-]{8,}"), r"\1-***"),  # how most model providers write theirs
)


def redact(value: Any, name: str = "") -> Any:
    """The value with every secret in it starred out, at any depth of dicts and lists."""
    if isinstance(value, dict):
        return {key: redact(item, str(key)) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [redact(item, name) for item in value]
    if SECRET_NAMES.search(name) and value:
        return "***"
    if isinstance(value, str):
        for pattern, replacement in SECRET_TEXTS:
            value = pattern.sub(replacement, value)
        configured = get_settings().api_key.get_secret_value()
        return value.replace(configured, "***") if configured else value
    return value


def redact_event(logger: Any, method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """structlog processor: see redact()."""
    return {name: redact(value, name) for name, value in event.items() if not name.startswith("_")} | {
        name: value for name, value in event.items() if name.startswith("_")
    }


def configure_logs(process: str, settings: Settings | None = None) -> None:
    """Sends everything this process logs, its libraries' lines too, to stderr. `process`: web, worker-io, tick, …"""
    settings = settings or get_settings()
    is_text = settings.log_format == "text" or (settings.log_format == "auto" and sys.stderr.isatty())
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
        structlog.processors.StackInfoRenderer(),
        structlog.processors.format_exc_info,
        redact_event,
    ]
    renderer = structlog.dev.ConsoleRenderer() if is_text else structlog.processors.JSONRenderer()
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[_named(process), *shared],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(settings.log_level)
    for noisy in ("rq.worker", "rq.job", "alembic", "urllib3", "LiteLLM", "gunicorn.error"):
        logging.getLogger(noisy).handlers.clear()
        logging.getLogger(noisy).propagate = True
    for noisy in ("rq", "alembic", "urllib3", "LiteLLM", "httpx"):  # they tell every step; ours tell what matters
        logging.getLogger(noisy).setLevel(logging.WARNING)
    structlog.configure(
        processors=[_named(process), *shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[settings.log_level]),
        cache_logger_on_first_use=False,
    )


def _named(process: str) -> Any:
    def add_process(logger: Any, method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        event.setdefault("process", process)
        return event

    return add_process
