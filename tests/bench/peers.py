"""Finds the built releases of the plugins we are compared with, and puts one into a site.

A release is looked for in the folder that `IGNY8_PEERS` names, then in `.cache/peers`: as `<slug>` or `<slug>/<slug>`.
Missing ones are fetched into `.cache/peers/` from WordPress' plugin directory where this machine reaches it. They are
never part of the repository; what cannot be had is left out by name.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import urllib.request
import zipfile
from dataclasses import dataclass
from pathlib import Path

from stack.wordpress import ROOT, WordPress

CACHE = ROOT / ".cache" / "peers"
RELEASE = "https://downloads.wordpress.org/plugin/{slug}.zip"  # the newest one
TIMEOUT_S = 60


@dataclass(frozen=True)
class Peer:
    """A plugin: its name, its main file as WordPress names it, the address of its sitemap index, if it has one.

    `ready` is the WP-CLI command for what it waits for, after activation, before it does anything for visitors."""

    name: str
    file: str
    sitemap: str = ""
    ready: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        return self.file.split("/")[0]

    @property
    def folder(self) -> Path | None:
        """Where its release lies on this machine, or None."""
        for root in (*map(Path, filter(None, [os.environ.get("IGNY8_PEERS")])), CACHE):
            for folder in (root / self.slug, root / self.slug / self.slug):
                if (folder.parent / self.file).is_file():
                    return folder
        return None

    @property
    def version(self) -> str:
        found = self.folder and re.search(r"Version:\s*(\S+)", (self.folder.parent / self.file).read_text())
        return found.group(1) if found else ""

    def fetch(self) -> Path | None:
        """Its folder, from the plugin directory when it is not here yet; None when that cannot be reached."""
        if self.folder is None:
            try:
                with urllib.request.urlopen(RELEASE.format(slug=self.slug), timeout=TIMEOUT_S) as answer:
                    zipfile.ZipFile(io.BytesIO(answer.read())).extractall(CACHE)
            except OSError:
                return None
        return self.folder

    def copy_to(self, site: WordPress) -> None:
        """Puts it into a site's plugins, not active. A copy, as owners have it: some resolve links wrongly."""
        target = site.core / "wp-content" / "plugins" / self.slug
        if self.folder is not None and not target.exists():
            shutil.copytree(self.folder, target)


RANK_MATH_READY = ("option", "update", "rank_math_registration_skip", "1")  # its wizard's "skip" button
SEO = [
    Peer("Yoast SEO", "wordpress-seo/wp-seo.php", "/sitemap_index.xml"),
    Peer("Rank Math", "seo-by-rank-math/rank-math.php", "/sitemap_index.xml", RANK_MATH_READY),
    Peer("All in One SEO", "all-in-one-seo-pack/all_in_one_seo_pack.php", "/sitemap.xml"),
    Peer("SEOPress", "wp-seopress/seopress.php", "/sitemaps.xml"),
    Peer("The SEO Framework", "autodescription/autodescription.php", "/sitemap.xml"),
    Peer("Slim SEO", "slim-seo/slim-seo.php", "/sitemap.xml"),
]
REDIRECTION = Peer("Redirection", "redirection/redirection.php")
WOOCOMMERCE = Peer("WooCommerce", "woocommerce/woocommerce.php")


def take(*peers: Peer) -> list[Peer]:
    """Those of them that can be had on this machine; says which cannot."""
    here = [peer for peer in peers if peer.fetch() is not None]
    if missing := [peer.name for peer in peers if peer not in here]:
        print(f"left out, not on this machine and not to be fetched: {', '.join(missing)}")
    return here
