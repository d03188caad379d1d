"""A private MariaDB server on a loopback port, its data thrown away with its folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

from stack.process import Process, StackError, free_port, tail


class MariaDB:
    """Started with `start()`; `create()` makes an empty database and gives its `user:password@host:port/name`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.socket = folder / "mariadb.sock"
        self.server: Process | None = None

    def start(self) -> None:
        data = self.folder / "data"
        self.folder.mkdir(parents=True, exist_ok=True)
        user = []
        if os.geteuid() == 0:  # MariaDB does not run as root; anybody else runs it as themselves
            shutil.chown(self.folder, "mysql")
            self.folder.chmod(0o755)
            user = ["--user=mysql"]
        subprocess.run(
            ["mariadb-install-db", "--no-defaults", *user, f"--datadir={data}",
             "--auth-root-authentication-method=normal", "--skip-test-db"],
            check=True, capture_output=True,
        )  # fmt: skip
        self.server = Process(
            ["mariadbd", "--no-defaults", *user, f"--datadir={data}", f"--port={self.port}",
             f"--socket={self.socket}", "--bind-address=127.0.0.1", "--innodb-flush-log-at-trx-commit=0",
             "--innodb-doublewrite=0", "--skip-log-bin"],
            self.folder / "mariadb.log",
        )  # fmt: skip
        for _ in range(300):
            if self._sql("SELECT 1").returncode == 0:
                break
            time.sleep(0.1)
        else:
            raise StackError(f"MariaDB did not start. The end of its log:\n{tail(self.folder / 'mariadb.log')}")
        self._sql("CREATE USER 'stack'@'127.0.0.1' IDENTIFIED BY 'stack'; GRANT ALL ON *.* TO 'stack'@'127.0.0.1';")

    def create(self, name: str) -> str:
        self._sql(f"DROP DATABASE IF EXISTS `{name}`; CREATE DATABASE `{name}` CHARACTER SET utf8mb4;")
        return f"stack:stack@127.0.0.1:{self.port}/{name}"

    def _sql(self, statement: str) -> subprocess.CompletedProcess[bytes]:
        command = ["mariadb", "--no-defaults", "-uroot", f"--socket={self.socket}", "-e", statement]
        return subprocess.run(command, capture_output=True, check=False)

    def stop(self) -> None:
        if self.server is not None:
            self.server.stop()
            self.server = None
