"""LiteLLM stays out of every process that does not draft."""

from __future__ import annotations

import subprocess
import sys


def test_loading_the_operations_does_not_import_litellm() -> None:
    code = (
        "import sys; from igny8.operations import load_operations; load_operations(); import igny8.llm, "
        "igny8.writing.draft, igny8.writing.compose; sys.exit('litellm' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
