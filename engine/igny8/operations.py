"""The list of everything the engine can do. A new feature adds an operation here, never a route."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, Literal, Protocol

from pydantic import BaseModel

Queue = Literal["io", "ai", "crawl", "media"]


@dataclass
class Usage:
    """What a job spent on models; summed over all its calls and stored on the job row."""

    model: str = ""
    prompt_version: str = ""
    tokens_in: int = 0
    tokens_out: int = 0
    cost_usd: float = 0.0


class Context(Protocol):
    """What a running operation may do besides computing: report progress and what it spent."""

    def progress(self, done: int, total: int, message: str) -> None: ...

    def spend(self, usage: Usage) -> None: ...


@dataclass
class QuietContext:
    """Context of a run without a job row: `igny8 run`, inline calls, tests."""

    usage: Usage = field(default_factory=Usage)

    def progress(self, done: int, total: int, message: str) -> None:
        pass

    def spend(self, usage: Usage) -> None:
        self.usage = usage


class OperationError(Exception):
    """An operation's refusal, shown to the user. `is_retryable` tells a worker whether waiting may help."""

    def __init__(
        self, code: str, message: str, fields: dict[str, str] | None = None, *, is_retryable: bool = False
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.fields = fields
        self.is_retryable = is_retryable


@dataclass(frozen=True)
class Operation:
    """One thing the engine can do: `domain.verb`, checked input and output, and what running it costs."""

    name: str
    summary: str
    input: type[BaseModel]
    output: type[BaseModel]
    run: Callable[[Any, Context], BaseModel]
    timeout_s: int
    credits: int
    queue: Queue = "io"
    is_inline: bool = False  # answered within the POST: model-free and a few milliseconds at most


# Order is the order of the documentation. Each module's OPERATIONS is a list of Operation.
MODULES = [
    "igny8.sag.operations",
    "igny8.keywords.operations",
    "igny8.writing.operations",
]


def load_operations(extra: Iterable[str] = ()) -> dict[str, Operation]:
    """All operations by name, those of `extra` modules after ours. No domain imports a model library at import time."""
    operations: dict[str, Operation] = {}
    for module in (*MODULES, *extra):
        for operation in import_module(module).OPERATIONS:
            if operation.name in operations:
                raise RuntimeError(f"operation {operation.name} is declared twice")
            operations[operation.name] = operation
    return operations
