"""The operations this engine offers: the project's list, what the settings add, and whether each can run here."""

from __future__ import annotations

from functools import lru_cache

from igny8.config import get_settings
from igny8.operations import Operation, load_operations


@lru_cache(maxsize=1)
def get_operations() -> dict[str, Operation]:
    """All operations by name, loaded once per process."""
    return load_operations(get_settings().extra_operations)


def is_available(operation: Operation) -> bool:
    """Whether this engine can run it at all: operations of the `ai` queue need a model."""
    return operation.queue != "ai" or bool(get_settings().model)
