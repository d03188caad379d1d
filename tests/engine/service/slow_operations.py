"""Operations that only tests offer (IGNY8_EXTRA_OPERATIONS): slow, failing, stuck; each run leaves a line in a file."""

from __future__ import annotations

import os
import time
from pathlib import Path

from igny8.operations import Context, Operation, OperationError, Usage
from pydantic import BaseModel, ConfigDict


class Given(BaseModel):
    model_config = ConfigDict(extra="forbid")
    diary: str  # file that gets "start <pid> <parent> <time>" and "end <pid> 0 <time>"
    seconds: float = 0.0
    note: str = ""


class Answer(BaseModel):
    pid: int
    note: str


def write(given: Given, word: str) -> None:
    with Path(given.diary).open("a") as diary:
        diary.write(f"{word} {os.getpid()} {os.getppid()} {time.time()}\n")


def sleep(given: Given, context: Context) -> Answer:
    write(given, "start")
    for done in range(10):
        context.progress(done, 10, "Sleeping")
        time.sleep(given.seconds / 10)
    write(given, "end")
    return Answer(pid=os.getpid(), note=given.note)


def spend(given: Given, context: Context) -> Answer:
    """Spends on a model, fails once as if it were away, then answers."""
    write(given, "start")
    context.spend(Usage("test/model", "v1", tokens_in=100, tokens_out=10, cost_usd=0.5))
    if Path(given.diary).read_text().count("start") == 1:
        raise OperationError("model_unavailable", "The model is away.", is_retryable=True)
    write(given, "end")
    return Answer(pid=os.getpid(), note=given.note)


def refuse(given: Given, context: Context) -> Answer:
    raise OperationError("refused", "This is refused.", {"note": "Never right."})


def crash(given: Given, context: Context) -> Answer:
    raise RuntimeError(f"a secret inside: {given.note}")


def make(name: str, run: object, timeout_s: int = 60, *, is_inline: bool = False) -> Operation:
    return Operation(name, "For tests.", Given, Answer, run, timeout_s, 0, is_inline=is_inline)  # type: ignore[arg-type]


OPERATIONS = [
    make("test.sleep", sleep),
    make("test.short", sleep, timeout_s=1),
    make("test.spend", spend),
    make("test.refuse", refuse),
    make("test.crash", crash),
    make("test.inline", sleep, is_inline=True),
    make("test.inline_refuse", refuse, is_inline=True),
]
