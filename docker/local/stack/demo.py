"""`make demo`: boots the local stack, turns a sample business into a site, prints a report and stays up.

Choices come from the environment: NAME, TYPE, SECTORS, PORT, ENGINE_PORT, ONCE, and IGNY8_MODEL with its key. Each
business has its own folder in .local/demo, so a second run of the same business reuses its site.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import signal
import subprocess
import sys
import time
from dataclasses import dataclass

from stack.engine import Engine
from stack.process import StackError, claim_port
from stack.wordpress import ROOT, WordPress


@dataclass(frozen=True)
class Business:
    name: str
    sectors: str
    site_type: str

    @property
    def slug(self) -> str:
        return re.sub(r"[^a-z0-9]+", "-", f"{self.name} {self.sectors}".lower()).strip("-")[:80]


def read_business() -> Business:
    """The business to build, the sample shop unless the environment names another."""
    sectors = os.environ.get("SECTORS", "dog-supplies,cat-supplies").replace(" ", "")
    default_name = "Northwind Pets" if "SECTORS" not in os.environ else sectors.split(",")[0].replace("-", " ").title()
    return Business(os.environ.get("NAME", default_name), sectors, os.environ.get("TYPE", ""))


def say(text: str) -> None:
    print(f"\033[1m[demo]\033[0m {text}", flush=True)


class Demo:
    """One run: its folder, its processes, and what it prints."""

    def __init__(self, business: Business) -> None:
        self.business = business
        self.folder = ROOT / ".local" / "demo" / business.slug
        port = read_port("PORT", 8800)
        engine_port = read_port("ENGINE_PORT", 8801)
        self.wordpress = WordPress(self.folder / "site", claim_port(port, "WordPress", "PORT"))
        self.engine = Engine(self.folder / "engine", claim_port(engine_port, "the engine", "ENGINE_PORT"))

    def run(self) -> None:
        started = time.monotonic()
        say(f"starting the engine at {self.engine.url}")
        self.engine.start()
        password = self.install()
        self.wordpress.serve()
        self.connect()
        report = self.build()
        self.print_report(report, password, time.monotonic() - started)

    def install(self) -> str:
        """Installs WordPress unless this business has one; gives the password of `admin`."""
        credentials = self.folder / "admin-password"
        if self.wordpress.is_installed() and credentials.exists():
            say("WordPress is installed already, reusing it")
            self.move_to_port()
        else:
            say("installing WordPress on SQLite with the plugin and the theme")
            credentials.parent.mkdir(parents=True, exist_ok=True)
            credentials.write_text(secrets.token_urlsafe(12))
            credentials.chmod(0o600)
            self.wordpress.install(self.business.name, credentials.read_text())
        return credentials.read_text()

    def move_to_port(self) -> None:
        """A site stores its address: a run on another port rewrites it everywhere."""
        before = self.wordpress.wp("option", "get", "home")
        if before != self.wordpress.url:
            self.wordpress.wp("search-replace", before, self.wordpress.url, "--quiet")

    def connect(self) -> None:
        answer = self.wordpress.run("igny8", "engine", "status", "--format=json")
        status = json.loads(answer.stdout) if answer.returncode == 0 else {}
        if status.get("is_working") and status.get("url") == self.engine.url:
            say("WordPress is connected to the engine already")
            return
        say("connecting WordPress to the engine")
        key = self.engine.add_site(self.business.name, self.wordpress.url)
        self.wordpress.wp("igny8", "engine", "connect", self.engine.url, f"--key={key}")

    def build(self) -> dict[str, object]:
        """Runs the main job, its progress on the terminal, and gives its report."""
        arguments = [
            "igny8",
            "run",
            f"--name={self.business.name}",
            f"--sectors={self.business.sectors}",
            "--format=json",
        ]
        if self.business.site_type:
            arguments.append(f"--type={self.business.site_type}")
        say(f"building the site of {self.business.name} ({self.business.sectors})")
        result = subprocess.run(self.wordpress.command(*arguments), stdout=subprocess.PIPE, text=True, check=False)
        if result.returncode != 0:
            raise StackError(f"`wp igny8 run` exited with {result.returncode}; what went wrong stands above.")
        report: dict[str, object] = json.loads(result.stdout)
        return report

    def print_report(self, report: dict[str, object], password: str, seconds: float) -> None:
        print()
        for name, value in report.items():
            label = name.replace("_", " ").capitalize()
            print(f"  {label:<24}{read_aloud(value)}")
        print(f"\n  {'Site':<24}{self.wordpress.url}/")
        print(f"  {'Admin':<24}{self.wordpress.url}/wp-admin/admin.php?page=igny8")
        print(f"  {'Login':<24}admin / {password}")
        print(f"  {'Engine':<24}{self.engine.url}/docs")
        print(f"  {'Ready after':<24}{seconds:.0f} s\n", flush=True)

    def stop(self) -> None:
        self.wordpress.stop()
        self.engine.stop()


def read_aloud(value: object) -> str:
    """A value of the report in words: counts as `use case 8, feature 5`."""
    if isinstance(value, dict):
        return ", ".join(f"{key.replace('_', ' ')} {count}" for key, count in value.items())
    return str(value)


def read_port(variable: str, default: int) -> int:
    value = os.environ.get(variable, str(default))
    if not value.isdigit() or not 1024 <= int(value) <= 65535:
        raise StackError(f"{variable}={value} is no port: choose a number from 1024 to 65535.")
    return int(value)


def main() -> int:
    # A stopped terminal or CI sends SIGTERM: end as with Ctrl-C, so that nothing is left running.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    demo: Demo | None = None
    try:
        demo = Demo(read_business())
        demo.run()
        if os.environ.get("ONCE") != "1":
            say("everything stays up until Ctrl-C")
            signal.pause()
    except KeyboardInterrupt:
        say("stopping")
    except StackError as error:
        print(f"\n[demo] {error}", file=sys.stderr)
        return 1
    finally:
        if demo is not None:
            demo.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
