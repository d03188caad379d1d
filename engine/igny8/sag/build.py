"""Builds the blueprint: every step of SAG, in order, as one pure function of its input."""

from __future__ import annotations

from collections.abc import Callable

from igny8.operations import OperationError
from igny8.sag.blueprint import Blueprint, BlueprintInput

Progress = Callable[[int, int, str], None]


def build_blueprint(given: BlueprintInput, progress: Progress) -> Blueprint:
    raise OperationError("unknown_sector", f"No template is called {given.sectors[0]!r}.", {"sectors.0": "unknown"})
