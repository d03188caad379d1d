"""What Plugin Check, the tool of wordpress.org's reviewers, refuses, as far as it can be told without the tool.

CONTRIBUTING.md says how to run the tool itself; it needs sniffs that no package registry carries.
"""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from stack.wordpress import ROOT

PLUGIN = ROOT / "wp-plugin"
PHP = sorted([*PLUGIN.glob("*.php"), *PLUGIN.glob("src/**/*.php")])
CHECKS = ROOT / "tests/plugin/plugin_check.php"
READ_ME = (PLUGIN / "readme.txt").read_text()
MAIN = (PLUGIN / "igny8.php").read_text()

BAD = """<?php # missing_direct_file_access_protection
echo $title; # WordPress.Security.EscapeOutput
echo esc_html( $title );
$wpdb->query( 'SELECT 1' ); # WordPress.DB.DirectDatabaseQuery
$wpdb->query( 'SELECT 1' ); // phpcs:ignore WordPress.DB.DirectDatabaseQuery -- A reason.
$id = $_GET['id']; # WordPress.Security.NonceVerification
$text = <<<TEXT
a
TEXT; # Squiz.PHP.Heredoc
\\wp_redirect( $to ); # WordPress.Security.SafeRedirect
$this->rename( $a );
do_action( 'other' ); # WordPress.NamingConventions.PrefixAllGlobals
__( 'text', 'other' ); # WordPress.WP.I18n.TextDomainMismatch
__( '%s of %s', 'igny8' ); # WordPress.WP.I18n.UnorderedPlaceholdersText
_n( '%d page', '%d pages', 2, 'igny8' ); # WordPress.WP.I18n.MissingTranslatorsComment
__( $text, 'igny8' ); # WordPress.WP.I18n.NonSingularStringLiteralText
$url = 'http://localhost/'; # localhost_code_detected
register_rest_route( 'a', 'b', array( 'callback' => 'c' ) ); # rest_permission_callback
wp_enqueue_script( 'a', 'b' ); # WordPress.WP.EnqueuedResourceParameters
"""


def relative(path: Path) -> str:
    return str(path.relative_to(PLUGIN))


def test_no_rule_of_the_reviewers_is_broken() -> None:
    """Guards, escaping, prepared SQL, nonces, hooks, translatable texts; what is let through says why."""
    files = [str(path) for path in PHP]
    found = subprocess.run(["php", str(CHECKS), *files], capture_output=True, text=True, check=True, cwd=PLUGIN)
    assert found.stdout.replace(f"{PLUGIN}/", "") == ""


def test_the_rules_find_what_they_are_for(tmp_path: Path) -> None:
    bad = tmp_path / "bad.php"
    bad.write_text(BAD)
    found = subprocess.run(["php", str(CHECKS), str(bad)], capture_output=True, text=True, check=True).stdout
    wanted = set(re.findall(r"# ([\w.]+)$", BAD, re.MULTILINE))
    assert set(re.findall(r"\(([\w.]+)\)$", found, re.MULTILINE)) == wanted


def test_the_read_me_says_what_the_plugin_is() -> None:
    fields = dict(re.findall(r"^([A-Z][\w ]+): +(.+)$", READ_ME.split("\n\n")[0], re.MULTILINE))
    headers = dict(re.findall(r"^ \* ([A-Z][\w ]+): +(.+)$", MAIN, re.MULTILINE))
    wordpress = re.search(r"WORDPRESS_VERSION=(\d+\.\d+)", (ROOT / "docker/local/setup.sh").read_text())
    assert wordpress
    assert fields["Stable tag"] == headers["Version"] == re.findall(r"const VERSION = '([^']+)'", MAIN)[0]
    assert fields["Tested up to"] == wordpress.group(1)
    for name in ("Requires at least", "Requires PHP", "License", "License URI"):
        assert fields[name] == headers[name]
    assert headers["Text Domain"] == "igny8"
    assert "Update URI" not in headers
    assert 1 <= len(fields["Tags"].split(",")) <= 5
    short = READ_ME.split("\n\n")[1].strip()
    assert 0 < len(short) <= 150
    assert f"= {fields['Stable tag']} =" in READ_ME.split("== Changelog ==")[1]


def test_every_service_that_may_be_called_is_named() -> None:
    """Addresses in the code that the site itself may call, and nobody's else."""
    services = READ_ME.split("== External services ==")[1].split("\n== ")[0]
    called = {
        host
        for path in PHP
        if re.search(r"wp_(?:safe_)?remote_\w+\(", path.read_text())
        for host in re.findall(r"'https://([\w.-]+)", path.read_text())
    }
    assert [host for host in called if host not in services] == []


@pytest.mark.parametrize("path", sorted(PLUGIN.glob("src/**/block.json")), ids=relative)
def test_a_block_runs_in_the_editors_frame(path: Path) -> None:
    block = json.loads(path.read_text())
    assert block["apiVersion"] >= 3
    assert block["name"].startswith("igny8/")
    assert block["textdomain"] == "igny8"
