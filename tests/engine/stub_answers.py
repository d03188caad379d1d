"""What the stub provider answers to the prompts of SAG: a template, a review of clusters, more keywords."""

from __future__ import annotations

import re
from typing import Any


def answer_sag(messages: list[dict[str, Any]], fault: str = "") -> dict[str, Any] | None:
    """The answer to a prompt of SAG, read from its first user turn; None for any other prompt."""
    prompt = next((str(item["content"]) for item in messages if item.get("role") == "user"), "")
    system = next((str(item["content"]) for item in messages if item.get("role") == "system"), "")
    if prompt.startswith("Sector: "):
        return write_template(prompt.splitlines()[0].removeprefix("Sector: "), is_poor=fault == "below-gate")
    clusters = re.findall(r"^- (c\d+), \w+: ([^;\n]+)", prompt, re.MULTILINE)
    if '"drop"' in system:
        return review(clusters, is_wild=fault == "drops-all")
    if '"keywords"' in system and clusters:
        return {"clusters": [{"cluster": name, "keywords": suggest(title)} for name, title in clusters[:10]]}
    return None


def review(clusters: list[tuple[str, str]], *, is_wild: bool) -> dict[str, Any]:
    """Drops the last and renames the first; also names one that is not there, and takes a title that is taken."""
    dropped = clusters if is_wild else clusters[-1:]
    renames = [{"cluster": name, "title": f"{title}, explained", "reason": "Clearer."} for name, title in clusters[:1]]
    if len(clusters) > 2:
        renames.append({"cluster": clusters[1][0], "title": clusters[2][1], "reason": "Shorter."})
    renames.append({"cluster": "c999", "title": "Nothing", "reason": "None."})
    return {
        "drop": [{"cluster": name, "reason": "Nobody looks for it."} for name, title in dropped],
        "rename": renames,
    }


def suggest(title: str) -> list[str]:
    return [f"{title.lower()} near a park", f"{title.lower()} near a park", f"what {title.lower()} need need", "x" * 90]


def write_template(name: str, *, is_poor: bool) -> dict[str, Any]:
    """A service template about `name` that passes the gate, or one without aliases."""
    noun = name.lower()

    def attribute(title: str, level: str, role: str, joint: str, labels: list[str]) -> dict[str, Any]:
        return {
            "name": title, "level": level, "role": role, "joint": joint, "is_owner_supplied": not labels,
            "values": [
                {"label": label, "singular": "", "synonyms": [f"{label.lower()} help"], "only_with": [], "rivals": [],
                 "description": f"{label} is told apart by what it needs and how long it takes."}
                for label in labels
            ],
        }  # fmt: skip

    return {
        "name": name,
        "noun": {"singular": noun, "plural": noun},
        "site_types": ["local_services"],
        "aliases": [] if is_poor else [f"{noun} company", f"{noun} service", f"{noun} expert"],
        "attributes": [
            attribute("Service", "primary", "category", "head",
                      ["Bridge tuning", "Roof whistling", "Lamp polishing", "Gate singing"]),
            attribute("Trouble", "primary", "problem", "for", ["Rust", "Loose hinges", "Cold rooms", "Old wires"]),
            attribute("Quality", "secondary", "feature", "prefix", ["Emergency", "Weekend"]),
            attribute("Client", "secondary", "audience", "for", ["Landlords", "Families"]),
            attribute("Know-how", "tertiary", "topic", "head", ["Choosing a tuner", "Seasonal care"]),
            attribute("Service area", "tertiary", "location", "in", []),
        ],
        "keyword_patterns": ["{head} permit"],
        "commercial_pages": [{"title": "Contact us", "description": "How to reach us."}],
        "schema_types": ["HomeAndConstructionBusiness", "Service"],
    }  # fmt: skip
