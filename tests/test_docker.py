"""The production compose file: valid, every service watched, nothing open with a secret of our choosing."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from stack.wordpress import ROOT

COMPOSE = ROOT / "docker" / "compose.yaml"


def read_config(env_file: Path) -> subprocess.CompletedProcess[str]:
    command = ["docker-compose", "-f", str(COMPOSE), "--env-file", str(env_file), "config"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    env_file = tmp_path_factory.mktemp("compose") / "env"
    env_file.write_text(re.sub(r"^([A-Z_]+)=$", r"\1=filled-in", (ROOT / "docker/env.example").read_text(), flags=re.M))
    result = read_config(env_file)
    assert result.returncode == 0, result.stderr
    parsed: dict[str, Any] = yaml.safe_load(result.stdout)
    return parsed


def test_an_empty_value_is_refused_by_name() -> None:
    result = read_config(ROOT / "docker/env.example")
    assert result.returncode != 0
    assert "set SITE_HOST in docker/.env" in result.stderr


def test_every_lasting_service_has_a_health_check_and_restarts(config: dict[str, Any]) -> None:
    lasting = {name: service for name, service in config["services"].items() if name != "engine-migrate"}
    assert {"wordpress", "mariadb", "redis", "engine-web", "engine-worker", "engine-tick", "caddy"} <= set(lasting)
    assert [name for name, service in lasting.items() if not service["healthcheck"].get("test")] == []
    assert [name for name, service in lasting.items() if service["restart"] != "unless-stopped"] == []


def test_only_caddy_is_reachable_from_outside(config: dict[str, Any]) -> None:
    assert [name for name, service in config["services"].items() if service.get("ports")] == ["caddy"]
    assert config["networks"]["inside"]["internal"] is True


def test_data_lies_in_named_volumes(config: dict[str, Any]) -> None:
    assert {"wordpress", "mariadb", "redis", "caddy-data"} <= set(config["volumes"])


def test_no_secret_has_a_default() -> None:
    text = COMPOSE.read_text()
    secrets = re.findall(r"\$\{([A-Z_]*(?:PASSWORD|KEY|SECRET)[A-Z_]*)([^}]*)\}", text)
    assert secrets
    assert [name for name, rest in secrets if not rest.startswith(":?") and rest != ":-"] == []
