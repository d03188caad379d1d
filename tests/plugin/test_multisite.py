"""A real network: tables of each site, the network's defaults and locks, a site that goes, deletion of the plugin."""

from __future__ import annotations

import json
from collections.abc import Callable

from stack.wordpress import WordPress

TABLES = "SHOW TABLES LIKE '%igny8\\_%'"


def test_a_network_from_activation_to_deletion(make_site: Callable[..., WordPress]) -> None:
    site = make_site("mariadb", theme="twentytwentyfive")
    site.wp("plugin", "deactivate", "igny8")
    site.wp("core", "multisite-convert", "--title=Network")
    site.wp("plugin", "activate", "igny8", "--network")
    second = site.wp("site", "create", "--slug=second", "--porcelain")
    at_second = f"--url={site.url}/second/"

    # A new site has tables, rights and settings of its own.
    tables = site.wp("db", "query", TABLES, "--skip-column-names").split()
    assert len([name for name in tables if name.startswith(f"wp_{second}_")]) == len(tables) / 2
    assert "igny8_edit_seo" in site.wp("cap", "list", "author", at_second)

    # It follows the network, until it has a value of its own; then the number shows on the network's screen.
    network = ("igny8", "engine", "save-network-settings", "seo-meta")
    site.wp(*network, '--values={"separator": "|", "noindex_paged": true}')
    assert separator(site, at_second) == separator(site) == "|"
    site.wp("igny8", "engine", "save-settings", "seo-meta", '--values={"separator": "-"}', at_second)
    assert (separator(site), separator(site, at_second)) == ("|", "-")
    assert settings(site)["separator"] == {
        "name": "separator", "value": "|", "is_set": True, "is_locked": False, "sites": 1,
    }  # fmt: skip

    # A lock wins over the site's own value, refuses new ones and lets go again.
    site.wp(*network, "--locked=separator")
    assert separator(site, at_second) == "|"
    refused = site.run("igny8", "engine", "save-settings", "seo-meta", '--values={"separator": "/"}', at_second)
    assert refused.returncode == 1 and "settings_locked" in refused.stderr
    unset = site.run(*network, "--locked=robots")
    assert unset.returncode == 1 and "robots" in unset.stderr
    site.wp(*network, "--remove=separator", "--locked=")
    assert (separator(site), separator(site, at_second)) == ("\N{EN DASH}", "-")

    # A site that its network deletes takes its tables along.
    third = site.wp("site", "create", "--slug=third", "--porcelain")
    site.wp("site", "delete", third, "--yes")
    assert f"wp_{third}_igny8" not in site.wp("db", "query", TABLES)

    # Deletion of the plugin removes the data of the sites that ask for it, and of no other.
    site.wp("igny8", "engine", "save-settings", '--values={"delete_data": true}', at_second)
    site.wp("plugin", "deactivate", "igny8", "--network")
    uninstall(site)
    left = site.wp("db", "query", TABLES, "--skip-column-names").split()
    assert left and not [name for name in left if name.startswith(f"wp_{second}_")]
    assert site.wp("option", "list", "--search=*igny8*", "--field=option_name", at_second) == ""
    assert "igny8" not in site.wp("cap", "list", "author", at_second)
    site.wp("site", "option", "update", "igny8_network", '{"engine": {"delete_data": true}}', "--format=json")
    uninstall(site)
    assert site.wp("db", "query", TABLES) == ""
    assert site.run("site", "option", "get", "igny8_network").returncode == 1
    assert site.wp("option", "list", "--search=igny8*", "--field=option_name") == ""


def uninstall(site: WordPress) -> None:
    """What WordPress does when a plugin is deleted, without removing the files that these tests link to."""
    code = "define( 'WP_UNINSTALL_PLUGIN', 'igny8/igny8.php' ); require WP_PLUGIN_DIR . '/igny8/uninstall.php';"
    site.wp("eval", code, "--skip-plugins")


def separator(site: WordPress, *where: str) -> str:
    answer = json.loads(site.wp("igny8", "engine", "settings", "seo-meta", "--format=json", *where))
    return str(answer["values"]["separator"])


def settings(site: WordPress) -> dict[str, dict[str, object]]:
    """Settings of seo-meta as the network's screen shows them."""
    answer = json.loads(site.wp("igny8", "engine", "network-settings", "seo-meta", "--format=json"))
    return {row["name"]: row for row in (answer if isinstance(answer, list) else answer["settings"])}
