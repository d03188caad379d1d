"""Addresses and rows that several browser tests ask for."""

from __future__ import annotations

import json

from playwright.sync_api import ViewportSize
from stack.wordpress import WordPress

DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 375, "height": 812}  # the narrowest screen that is still common


def admin_url(site: WordPress, screen: str = "") -> str:
    """Address of one of our screens: the dashboard, or `structure`, `content`, `settings`, each with more parameters."""
    name, _, query = screen.partition("&")
    return f"{site.url}/wp-admin/admin.php?page=igny8{f'-{name}' if name else ''}{f'&{query}' if query else ''}"


def rows(site: WordPress, *arguments: str) -> list[dict[str, object]]:
    """Rows of a `wp igny8 … list`."""
    found: list[dict[str, object]] = json.loads(site.wp("igny8", *arguments, "--format=json"))
    return found
