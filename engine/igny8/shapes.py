"""What the API takes and gives, as models: requests are checked against them, answers documented and tested by them."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Status = Literal["queued", "running", "done", "failed", "cancelled"]
Time = str  # UTC, ISO 8601 with Z: 2026-11-21T09:40:00.000Z


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Error(Shape):
    """Every answer that is not a success."""

    code: str
    message: str
    fields: dict[str, str] | None = Field(default=None, description="Dotted input path → what is wrong there.")


class JobRequest(Shape):
    """Wish for a job. Equal ones (same key, or without a key same operation and input) answer with the same job."""

    operation: str = Field(max_length=80)
    input: dict[str, Any]
    idempotency_key: str | None = Field(default=None, pattern=r"^[\x21-\x7e]{1,200}$")


class Progress(Shape):
    done: int
    total: int
    message: str


class JobUsage(Shape):
    """What the job's calls to a model cost, over all attempts."""

    model: str
    prompt_version: str
    tokens_in: int
    tokens_out: int
    cost_usd: float


class JobSummary(Shape):
    id: str
    operation: str
    status: Status
    progress: Progress
    error: Error | None
    attempts: int
    usage: JobUsage | None
    request_id: str
    created_at: Time
    started_at: Time | None
    finished_at: Time | None


class JobAnswer(JobSummary):
    output: dict[str, Any] | None


class JobQuery(Shape):
    status: Status | None = None
    operation: str | None = Field(default=None, max_length=80)
    ids: str = Field(default="", max_length=4000, description="Ids separated by commas, at most 100.")
    limit: int = Field(default=20, ge=1, le=100)
    cursor: str | None = Field(default=None, max_length=36, description="`next_cursor` of the page before.")


class JobList(Shape):
    jobs: list[JobSummary]
    next_cursor: str | None


class OperationInfo(Shape):
    name: str
    summary: str
    queue: str
    timeout_s: int
    credits: int
    is_inline: bool
    is_available: bool
    input: dict[str, Any] = Field(description="JSON schema.")
    output: dict[str, Any] = Field(description="JSON schema.")


class OperationList(Shape):
    operations: list[OperationInfo]


class SectorQuery(Shape):
    search: str = Field(default="", max_length=100)
    industry: str = Field(default="", max_length=60)
    limit: int = Field(default=50, ge=1, le=1000)


class IndustryInfo(Shape):
    slug: str
    name: str


class SectorInfo(Shape):
    slug: str
    name: str
    industry: IndustryInfo
    site_types: list[str]
    aliases: list[str]


class SectorList(Shape):
    sectors: list[SectorInfo]


class SiteInfo(Shape):
    id: str
    name: str
    url: str


class AccountInfo(Shape):
    id: str
    name: str


class KeyInfo(Shape):
    prefix: str
    scopes: list[str]


class EngineInfo(Shape):
    version: str
    model: str = Field(description="LiteLLM's name of the model; empty without one.")


class SiteAnswer(Shape):
    """Who the caller is: the connection test."""

    site: SiteInfo
    account: AccountInfo
    key: KeyInfo
    engine: EngineInfo


class Health(Shape):
    status: Literal["ok"]
    version: str


class Readiness(Shape):
    """200 when all is well, 503 otherwise."""

    is_ready: bool
    checks: dict[str, str] = Field(description="database, redis, workers_io, workers_ai, tick: 'ok' or what is wrong.")
