"""Fixtures of the writing tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from engine.stub_openai import StubOpenAI, run_stub


@pytest.fixture(scope="session")
def stub() -> Iterator[StubOpenAI]:
    """A running OpenAI-compatible server."""
    with run_stub() as running:
        yield running
