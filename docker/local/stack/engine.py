"""The engine as `igny8 up` runs it: API, workers, tick and, without a Redis URL, a Redis on a private socket."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

from stack.process import Process
from stack.wordpress import ROOT

IGNY8 = ROOT / ".venv" / "bin" / "igny8"


class Engine:
    """One engine with its own data folder. Extra `env` reaches all its processes (IGNY8_MODEL and the like)."""

    def __init__(self, folder: Path, port: int, env: dict[str, str] | None = None) -> None:
        self.folder = folder
        self.port = port
        self.url = f"http://127.0.0.1:{port}"
        self.env = env or {}
        self.process: Process | None = None

    def start(self) -> None:
        command = [str(IGNY8), "up", "--port", str(self.port), "--data-dir", str(self.folder)]
        self.process = Process(command, self.folder / "engine.log", self.env)
        self.process.wait_for(f"{self.url}/ready", timeout_s=60)

    def add_site(self, name: str, url: str) -> str:
        """Registers a site and gives its key, which the engine shows this once only."""
        result = subprocess.run(
            [str(IGNY8), "site", "add", "--name", name, "--url", url, "--json", "--data-dir", str(self.folder)],
            capture_output=True, text=True, check=True, env={**os.environ, **self.env},
        )  # fmt: skip
        return str(json.loads(result.stdout)["key"])

    def stop(self) -> None:
        if self.process is not None:
            self.process.stop()
            self.process = None
