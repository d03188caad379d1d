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


EVERY = """
import json, time
from igny8.sag.blueprint import BlueprintInput
from igny8.sag.build import build_blueprint
from igny8.sag.catalog import index
slowest, failed, keywords, clusters, kinds = ("", 0.0), [], [], [], []
start = time.process_time()
for slug, entry in index().items():
    begun = time.process_time()
    try:
        given = BlueprintInput(site_name="Northwind", site_type=entry.site_types[0], sectors=[slug])
        made = build_blueprint(given, lambda *step: None)
    except Exception as error:
        failed.append(f"{slug}: {error}")
        continue
    slowest = max(slowest, (slug, time.process_time() - begun), key=lambda pair: pair[1])
    keywords.append(len(made.keywords))
    clusters.append(len(made.clusters))
    kinds.append(len({cluster.type for cluster in made.clusters}))
print(json.dumps({"sectors": len(keywords), "failed": failed, "all_s": time.process_time() - start,
    "slowest": slowest, "keywords": [min(keywords), max(keywords)], "clusters": [min(clusters), max(clusters)],
    "kinds": min(kinds)}))
"""


def measure_every() -> None:
    """All shipped sectors in one process, which must not fail for any of them."""
    answer = subprocess.run([sys.executable, "-c", EVERY], capture_output=True, check=True, text=True)
    found = json.loads(answer.stdout)
    print(
        f"all {found['sectors']} sectors: {found['all_s']:.0f} s CPU, {len(found['failed'])} errors (wanted 0),"
        f" slowest {found['slowest'][0]} {found['slowest'][1]:.2f} s (wanted <= 1 s);"
        f" keywords {found['keywords'][0]}-{found['keywords'][1]} (wanted >= 300),"
        f" clusters {found['clusters'][0]}-{found['clusters'][1]} (wanted 20-50), at least {found['kinds']} types"
        " (wanted >= 5)"
    )


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
    measure_every()


if __name__ == "__main__":
    main()
