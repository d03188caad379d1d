"""The engine's settings: one model, filled from IGNY8_… environment variables."""

from __future__ import annotations

import hashlib
import os
import tempfile
from functools import lru_cache
from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

MAX_SOCKET_PATH = 100  # the kernel's limit for a unix socket's path is 108 bytes with its end


def default_data_dir() -> Path:
    """`igny8` in the user's data folder (XDG base directory specification)."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "igny8"


class Settings(BaseSettings):
    """Every setting with its default. Each is an environment variable: IGNY8_ and the name in capitals."""

    model_config = SettingsConfigDict(env_prefix="IGNY8_", extra="ignore")

    data_dir: Path = Field(default_factory=default_data_dir, description="SQLite, the private Redis and its socket.")
    database_url: str = Field(default="", description="SQLAlchemy URL; empty: SQLite in the data folder.")
    redis_url: str = Field(
        default="", pattern="^((redis|rediss|unix)://.+)?$", description="Empty: the private server of `igny8 up`."
    )

    model: str = Field(default="", description="LiteLLM's name of a model: openai/gpt-4o-mini. Empty: none.")
    api_base: str = Field(default="", description="The model provider's address; empty: its own.")
    api_key: SecretStr = Field(default=SecretStr(""), description="Empty: the provider's own variable.")

    max_body_bytes: int = Field(
        default=5_000_000, ge=1000, description="10,000 rows of Keyword Planner, the largest input, have 2.5 MB."
    )
    read_timeout_s: float = Field(
        default=10.0, gt=0, description="A request must have arrived within it, body and all."
    )
    rate_limit_per_minute: int = Field(
        default=6000, ge=0, description="Requests of one key; publishing a site makes up to 100 a second. 0: no limit."
    )
    io_workers: int = Field(default=2, ge=1, le=32, description="Workers of `igny8 up` for jobs without a model.")
    ai_workers: int = Field(default=1, ge=1, le=32, description="Workers of `igny8 up` for jobs with one.")
    keep_jobs_days: int = Field(
        default=30, ge=1, description="Finished jobs are deleted after this; records are WordPress'."
    )
    extra_operations: list[str] = Field(
        default_factory=list, description='JSON list of further Python modules with OPERATIONS: ["agency.operations"].'
    )
    log_level: str = Field(default="INFO", pattern="^(DEBUG|INFO|WARNING|ERROR)$")
    log_format: str = Field(default="auto", pattern="^(auto|json|text)$", description="auto: text on a terminal.")

    @property
    def database(self) -> str:
        """The SQLAlchemy URL in use."""
        return self.database_url or f"sqlite:///{self.data_dir.absolute() / 'igny8.db'}"

    @property
    def redis(self) -> str:
        """The Redis URL in use."""
        return self.redis_url or f"unix://{self.redis_socket}"

    @property
    def redis_socket(self) -> Path:
        """Where the private Redis listens: in the data folder, or near the root when that path is too long."""
        socket = self.data_dir.absolute() / "redis.sock"
        if len(str(socket)) <= MAX_SOCKET_PATH:
            return socket
        mark = hashlib.sha256(str(socket).encode()).hexdigest()[:16]
        return Path(tempfile.gettempdir()) / f"igny8-{os.getuid()}-{mark}" / "redis.sock"


@lru_cache(maxsize=1)
def get_settings() -> Settings:
    """The process' settings, read once. `get_settings.cache_clear()` after changing the environment."""
    return Settings()
