"""Runs the benches one after another: `python -m bench [name…]`."""

from __future__ import annotations

import importlib
import sys

BENCHES = [
    "blueprint_bench",
    "keywords_bench",
    "api_bench",
    "plugin_bench",
    "structure_bench",
    "seo_bench",
    "bulk_bench",
    "sitemap_bench",
    "redirects_bench",
    "import_bench",
    "demo_bench",
]


def main() -> None:
    for name in BENCHES:
        if len(sys.argv) > 1 and name.removesuffix("_bench") not in sys.argv[1:]:
            continue
        print(f"\n== {name.removesuffix('_bench')}", flush=True)
        importlib.import_module(f"bench.{name}").main()


if __name__ == "__main__":
    main()
