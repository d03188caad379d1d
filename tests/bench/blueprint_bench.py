"""CPU and memory of building a blueprint, beside the figures of the issue: 1 s for one sector, 3 s for five."""

from __future__ import annotations

import json
import subprocess
import sys

ONE, FIVE = ["dog-supplies"], ["dog-supplies", "cat-supplies", "skincare", "coffee", "running-shoes"]
PROGRAM = """
import json, resource, sys, time
start = time.process_time()
from igny8.sag.blueprint import BlueprintInput
from igny8.sag.build import build_blueprint
loaded = time.process_time()
given = BlueprintInput(site_name="Northwind", site_type="ecommerce", sectors=sys.argv[1].split(","))
cold = build_blueprint(given, lambda *step: None)
first = time.process_time()
for _ in range(3):
    build_blueprint(given, lambda *step: None)
again = time.process_time()
print(json.dumps({
    "import_s": loaded - start, "first_s": first - loaded, "again_s": (again - first) / 3,
    "clusters": len(cold.clusters), "keywords": len(cold.keywords), "pages": len(cold.pages), "links": len(cold.links),
    "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
}))
"""


def measure(sectors: list[str]) -> dict[str, float]:
    """One fresh process, so that nothing is warm that a new worker would not have."""
    arguments = [sys.executable, "-c", PROGRAM, ",".join(sectors)]
    answer = subprocess.run(arguments, capture_output=True, check=True, text=True)
    figures: dict[str, float] = json.loads(answer.stdout)
    return figures


def main() -> None:
    for sectors, limit in ((ONE, 1.0), (FIVE, 3.0)):
        found = measure(sectors)
        print(
            f"blueprint of {len(sectors)} sector(s): {found['first_s']:.2f} s CPU cold, {found['again_s']:.2f} s warm"
            f" (wanted <= {limit:.0f} s); {found['clusters']:.0f} clusters, {found['keywords']:.0f} keywords"
            f" (wanted >= 300), {found['pages']:.0f} pages, {found['links']:.0f} links;"
            f" {found['rss_mb']:.0f} MB RSS (web process wanted <= 200 MB)"
        )


if __name__ == "__main__":
    main()
