"""The web process stays small: no model library, no connection before gunicorn forks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import json, sys
from igny8.app import create_app
from igny8 import db, queues
app = create_app()
before_request = {"pool": db.get_engine().pool.checkedin(), "redis": queues.get_redis.cache_info().currsize}
client = app.test_client()
answers = [client.get(path).status_code for path in ("/health", "/openapi.json", "/docs", "/v1/site", "/metrics")]
memory = int(next(line for line in open("/proc/self/status") if line.startswith("VmRSS")).split()[1]) / 1024
names = ("litellm", "openai", "boto3", "alembic", "gunicorn")
print(json.dumps({"loaded": [name for name in names if name in sys.modules], "answers": answers, "rss_mb": memory,
                  **before_request}))
"""


def test_the_app_imports_no_model_library_and_connects_to_nothing(tmp_path: Path) -> None:
    env = {**os.environ, "IGNY8_DATA_DIR": str(tmp_path), "IGNY8_MODEL": "openai/gpt-4o-mini"}
    subprocess.run([sys.executable, "-m", "igny8.cli", "db", "upgrade"], env=env, check=True)
    result = subprocess.run([sys.executable, "-c", SCRIPT], env=env, capture_output=True, text=True, check=True)
    seen = json.loads(result.stdout.splitlines()[-1])
    assert seen["loaded"] == []
    assert (seen["pool"], seen["redis"]) == (0, 0)
    assert seen["answers"] == [200, 200, 200, 401, 200]
    assert seen["rss_mb"] < 200  # the figure
