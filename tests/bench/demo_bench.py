"""How long `make demo ONCE=1` takes: a new sample site on a machine that is set up, and the same site again."""

from __future__ import annotations

import os
import shutil
import subprocess
import time

from stack.process import free_port
from stack.wordpress import ROOT

NAME = "Bench Pets"


def run() -> float:
    started = time.monotonic()
    ports = {"PORT": str(free_port()), "ENGINE_PORT": str(free_port())}
    env = {**os.environ, **ports, "ONCE": "1", "NAME": NAME, "SECTORS": "dog-supplies,cat-supplies"}
    subprocess.run(["make", "demo"], cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - started


def main() -> None:
    folder = ROOT / ".local" / "demo" / "bench-pets-dog-supplies-cat-supplies"
    shutil.rmtree(folder, ignore_errors=True)
    print(f"new site on a warm machine: {run():.0f} s (promised: at most 60 s)")
    print(f"the same site again:        {run():.0f} s")
    shutil.rmtree(folder, ignore_errors=True)
