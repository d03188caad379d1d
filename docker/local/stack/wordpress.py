"""A real WordPress in a folder of its own: copied, configured, installed and served on a loopback port."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from stack.process import Process

ROOT = Path(__file__).resolve().parents[3]
CACHE = ROOT / ".cache" / "wordpress"
ROUTER = Path(__file__).with_name("router.php")
MU_PLUGIN = Path(__file__).with_name("local-stack.php")

# Offline machines wait for minutes without these (shared measurements: dashboard 10 s, plugin-install 50 s).
CONSTANTS = {
    "WP_HTTP_BLOCK_EXTERNAL": "true",
    "WP_ACCESSIBLE_HOSTS": "'127.0.0.1,localhost'",
    "AUTOMATIC_UPDATER_DISABLED": "true",
    "WP_AUTO_UPDATE_CORE": "false",
    "WP_ENVIRONMENT_TYPE": "'local'",
    "WP_DEBUG": "true",
    "WP_DEBUG_DISPLAY": "false",
    "WP_DEBUG_LOG": "true",
}


class WordPress:
    """One site. `database` is None for SQLite or `user:password@host:port/name` of a MariaDB or MySQL."""

    def __init__(self, folder: Path, port: int, database: str | None = None) -> None:
        self.folder = folder
        self.port = port
        self.database = database
        self.url = f"http://127.0.0.1:{port}"
        self.core = folder / "wordpress"
        self.server: Process | None = None

    def is_installed(self) -> bool:
        return (self.folder / "installed").exists()

    def install(self, title: str, password: str, theme: str = "igny8", *, is_bare: bool = False) -> None:
        """Copies core, links plugin, theme and toolkit from the checkout, and runs WordPress' installer.

        `is_bare` leaves our plugin there without activating it."""
        shutil.rmtree(self.core, ignore_errors=True)
        self.folder.mkdir(parents=True, exist_ok=True)
        shutil.copytree(CACHE / "core", self.core, symlinks=True)
        content = self.core / "wp-content"
        (content / "mu-plugins").mkdir(exist_ok=True)
        shutil.copy(MU_PLUGIN, content / "mu-plugins" / MU_PLUGIN.name)
        (content / "plugins" / "igny8").symlink_to(ROOT / "wp-plugin")
        (content / "plugins" / "igny8-toolkit").symlink_to(ROOT / "wp-toolkit")
        (content / "themes" / "igny8").symlink_to(ROOT / "wp-theme")
        self._configure(content)
        self.wp(
            "core", "install", f"--url={self.url}", f"--title={title}", "--admin_user=admin",
            f"--admin_password={password}", "--admin_email=admin@example.com", "--skip-email",
        )  # fmt: skip
        self.wp("option", "update", "show_avatars", "0")
        self.wp("rewrite", "structure", "/%postname%/")
        self.wp("theme", "activate", theme)
        if not is_bare:
            self.wp("plugin", "activate", "igny8")
        (self.folder / "installed").touch()

    def _configure(self, content: Path) -> None:
        if self.database is None:
            plugin = content / "mu-plugins" / "sqlite-database-integration"
            shutil.copytree(CACHE / "sqlite-database-integration", plugin)
            drop_in = (plugin / "db.copy").read_text()
            drop_in = drop_in.replace("{SQLITE_IMPLEMENTATION_FOLDER_PATH}", str(plugin))
            (content / "db.php").write_text(drop_in.replace("{SQLITE_PLUGIN}", "sqlite-database-integration/load.php"))
            arguments = ["--dbname=wordpress", "--dbuser=none", "--skip-check"]
        else:
            user, host = self.database.rsplit("@", 1)
            name, password = user.split(":", 1)
            address, dbname = host.split("/", 1)
            arguments = [f"--dbname={dbname}", f"--dbuser={name}", f"--dbpass={password}", f"--dbhost={address}"]
        self.wp("config", "create", *arguments, "--force")
        for name, value in CONSTANTS.items():
            self.wp("config", "set", name, value, "--raw")

    def wp(
        self, *arguments: str, check: bool = True, stdin: str | None = None, env: dict[str, str] | None = None
    ) -> str:
        """Runs WP-CLI and gives its standard output; a failure raises with its error output."""
        result = self.run(*arguments, stdin=stdin, env=env)
        if check and result.returncode != 0:
            raise RuntimeError(
                f"wp {' '.join(arguments)} exited with {result.returncode}:\n{result.stdout}{result.stderr}"
            )
        return result.stdout.strip()

    def run(
        self, *arguments: str, stdin: str | None = None, env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Runs WP-CLI and gives exit code, output and errors as they are."""
        return subprocess.run(
            self.command(*arguments), input=stdin, capture_output=True, text=True, check=False,
            env={**os.environ, "WP_CLI_DISABLE_AUTO_CHECK_UPDATE": "1", **(env or {})},
        )  # fmt: skip

    def command(self, *arguments: str) -> list[str]:
        memory = ["-d", "memory_limit=512M", "-d", "error_reporting=8191"]  # the phar's own deprecations are not ours
        return ["php", *memory, str(CACHE / "wp-cli.phar"), "--allow-root", f"--path={self.core}", *arguments]

    def serve(self, workers: int = 4, opcache: int = 1) -> None:
        """Starts PHP's server; more than one worker, or a loopback request waits for itself."""
        self.server = Process(
            ["php", "-d", f"opcache.enable={opcache}", "-d", "memory_limit=256M", "-S", f"127.0.0.1:{self.port}",
             "-t", str(self.core), str(ROUTER)],
            self.folder / "php.log",
            {"PHP_CLI_SERVER_WORKERS": str(workers)},
        )  # fmt: skip
        self.server.wait_for(f"{self.url}/wp-includes/images/blank.gif")

    def stop(self) -> None:
        if self.server is not None:
            self.server.stop()
            self.server = None
