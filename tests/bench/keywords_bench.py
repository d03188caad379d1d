"""CPU and memory of keyword lists of 10,000 beside the issue's figure of 10 s, and how good the groups are."""

from __future__ import annotations

import json
import subprocess
import sys

PROGRAM = """
import json, random, resource, sys, time
from igny8.keywords.cluster import cluster_keywords
from igny8.keywords.models import ClusterInput, ReadCsvInput
from igny8.keywords.read import read_csv
from igny8.sag.blueprint import BlueprintInput, OwnerKeyword
from igny8.sag.build import build_blueprint
from igny8.sag.catalog import index

kind = sys.argv[1]
quiet = lambda *step: None
def build(slug, **more):
    given = BlueprintInput(site_name="N", site_type=index()[slug].site_types[0], sectors=[slug], **more)
    return build_blueprint(given, quiet)

# What people type around a trade: its own keywords in many sectors (wide) or one sector's in many wordings (narrow).
chance = random.Random(7)
slugs = ["dog-supplies"] if kind == "narrow" else sorted(index())[:40]
phrases = [keyword.phrase for slug in slugs for keyword in build(slug).keywords]
ASKS = (
    "best cheap {} reviews;{} near me;how much is {};{} for beginners;buy {} online;{} uk;top 10 {};what is {};{} 2026;"
    "{} for small spaces;used {};{} ideas;{} guide;where to buy {};{} for sale;is {} worth it;{} problems;new {};"
    "{} shop;{} vs others;cheap {};{} price;{} advice;{} at home;luxury {};{} canada"
).split(";")
seen = dict.fromkeys(phrases)
while len(seen) < 10_000:
    seen[chance.choice(ASKS).format(chance.choice(phrases))] = None
rows = [OwnerKeyword(phrase=phrase[:120], volume=chance.randrange(5000)) for phrase in list(seen)[:10_000]]
text = "Keyword,Volume\\n" + "\\n".join(f"{row.phrase},{row.volume}" for row in rows)
start = time.process_time()
read = read_csv(ReadCsvInput(text=text))
after_read = time.process_time()
found = cluster_keywords(ClusterInput(keywords=rows))
after_cluster = time.process_time()
plain = build("dog-supplies")
before = time.process_time()
built = build("dog-supplies", keywords=rows)
after = time.process_time()
print(json.dumps({
    "read_s": after_read - start, "cluster_s": after_cluster - after_read, "blueprint_s": after - before,
    "clusters": len(found.clusters), "alone": len(found.unclustered), "keywords": len(built.keywords),
    "proposals": len(built.proposals), "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
}))
"""


def measure(kind: str) -> dict[str, float]:
    """One fresh process, so that the memory is that of a worker that did only this."""
    answer = subprocess.run([sys.executable, "-c", PROGRAM, kind], capture_output=True, check=True, text=True)
    figures: dict[str, float] = json.loads(answer.stdout)
    return figures


def main() -> None:
    for kind in ("narrow", "wide"):
        found = measure(kind)
        print(
            f"10,000 keywords, {kind} list: read in {found['read_s']:.1f} s, grouped in {found['cluster_s']:.1f} s CPU"
            f" (wanted <= 10 s) into {found['clusters']:.0f} groups, {found['alone']:.0f} alone; blueprint with it in"
            f" {found['blueprint_s']:.1f} s (wanted <= 11 s), {found['keywords']:.0f} keywords placed,"
            f" {found['proposals']:.0f} proposals; {found['rss_mb']:.0f} MB RSS (web process wanted <= 200 MB)"
        )


if __name__ == "__main__":
    main()
