"""The toolkit activates beside nothing else, is silent while off, and does what its switch says."""

from __future__ import annotations

import urllib.request
from collections.abc import Callable

from stack.wordpress import WordPress


def read(url: str) -> str:
    with urllib.request.urlopen(url, timeout=30) as answer:
        return answer.read().decode()


def test_the_emoji_switch_takes_the_script_out_of_the_page(make_site: Callable[..., WordPress]) -> None:
    site = make_site()
    site.wp("plugin", "deactivate", "igny8")
    site.wp("plugin", "activate", "igny8-toolkit")
    site.serve()
    assert "wp-emoji" in read(site.url)

    site.wp("option", "update", "igny8_toolkit_features", '["emoji-script", "unknown"]', "--format=json")
    assert "wp-emoji" not in read(site.url)

    site.wp("plugin", "uninstall", "igny8-toolkit", "--deactivate", "--skip-delete")
    assert site.run("option", "get", "igny8_toolkit_features").returncode != 0
