"""The shipped sector templates: an index of what there is, one industry file read when it is asked for.

`data/` holds one file per industry. The index (slug, name, aliases, file) is read once from all files as plain JSON,
without building models; a sector's model is validated the first time it is wanted.
"""

from __future__ import annotations

import difflib
import json
import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from igny8.operations import OperationError
from igny8.sag import english
from igny8.sag.search import rank_sectors, read_sectors
from igny8.sag.slugs import slugify
from igny8.sag.store import find_template, list_templates
from igny8.sag.template import Industry, IndustryFile, Sector, SiteType

DATA = Path(__file__).parent / "data"
GENERATED = Industry(slug="generated", name="Generated")  # where templates that a model made are listed


@dataclass(frozen=True)
class Entry:
    """One line of the index."""

    slug: str
    name: str
    industry: Industry
    site_types: tuple[SiteType, ...]
    aliases: tuple[str, ...]


def data_folder() -> Path:
    """Where templates are; tests and agencies with their own point IGNY8_SECTORS at another folder."""
    return Path(os.environ.get("IGNY8_SECTORS", str(DATA)))


def preload() -> None:
    """Reads what every search needs (0.4 s, 12 MB), for processes that fork afterwards."""
    index()
    read_sectors(data_folder())


def index() -> dict[str, Entry]:
    """All sectors by slug, in alphabetical order of industry and slug."""
    return {slug: entry for slug, (entry, file) in _read_index(data_folder()).items()}


@lru_cache(maxsize=4)
def _read_index(folder: Path) -> dict[str, tuple[Entry, Path]]:
    entries: dict[str, tuple[Entry, Path]] = {}
    for file in sorted(folder.glob("*.json")):
        raw = json.loads(file.read_text("utf-8"))
        industry = Industry.model_validate(raw["industry"])
        for sector in sorted(raw["sectors"], key=lambda sector: str(sector["slug"])):
            if sector["slug"] in entries:
                raise ValueError(f"{file.name}: sector {sector['slug']} is also in {entries[sector['slug']][1].name}")
            entry = Entry(
                sector["slug"], sector["name"], industry, tuple(sector["site_types"]), tuple(sector.get("aliases", []))
            )
            entries[sector["slug"]] = (entry, file)
    return entries


@lru_cache(maxsize=64)
def _read_file(file: Path) -> dict[str, Sector]:
    read = IndustryFile.model_validate_json(file.read_bytes())
    return {sector.slug: sector.model_copy(update={"industry": read.industry}) for sector in read.sectors}


def get_sector(name: str, field: str = "sectors") -> Sector:
    """The template for a slug, name or alias in any case. Refuses an unknown one, naming the nearest slugs."""
    sector = find_sector(name)
    if sector is None:
        near = nearest(name)
        message = f"There is no template for {name!r}." + (f" Nearest: {', '.join(near)}." if near else "")
        raise OperationError("unknown_sector", message, {field: message})
    return sector


def find_sector(name: str) -> Sector | None:
    """A shipped template by slug, name or alias, else one that a model made for this name."""
    entry = find_entry(name)
    return _read_shipped(entry.slug) if entry else find_template(slugify(name))


def _read_shipped(slug: str) -> Sector:
    return _read_file(_read_index(data_folder())[slug][1])[slug]


def all_sectors(industry: str = "") -> list[Sector]:
    """Every template, or those of one industry, in the order of the index."""
    return [_read_shipped(slug) for slug, entry in index().items() if not industry or entry.industry.slug == industry]


def find_entry(name: str) -> Entry | None:
    """By slug, then by name, then by an alias that only one sector has."""
    entries, wanted = index(), _key(name)
    if wanted in entries:
        return entries[wanted]
    for entry in entries.values():
        if _key(entry.name) == wanted:
            return entry
    owners = [entry for entry in entries.values() if wanted in {_key(alias) for alias in entry.aliases}]
    return owners[0] if len(owners) == 1 else None


def search(words: str = "", industry: str = "", limit: int = 50) -> list[Entry]:
    """Sectors by the owner's own words, best first; all of them in index order when no words are given."""
    entries = {slug: entry for slug, entry in index().items() if not industry or entry.industry.slug == industry}
    found = rank_sectors(words, list(entries), data_folder()) if words.strip() else list(entries)
    return [*(entries[slug] for slug in found), *_generated(words, industry)][:limit]


def _generated(words: str, industry: str) -> list[Entry]:
    """Templates that a model made, by the words of their names; they belong to no industry."""
    wanted = set(english.stems_of(words))
    return [
        Entry(made.slug, made.name, GENERATED, tuple(made.site_types), tuple(made.aliases))
        for made in (list_templates() if industry in ("", GENERATED.slug) else [])
        if wanted <= set(english.stems_of(" ".join([made.name, *made.aliases])))
    ]


def nearest(name: str, count: int = 3) -> list[str]:
    """Slugs the owner may have meant: those sharing words first, then those spelled alike."""
    found = [entry.slug for entry in search(name, limit=count)]
    alike = difflib.get_close_matches(_key(name), list(index()), n=count, cutoff=0.5)
    return list(dict.fromkeys([*found, *alike]))[:count]


def _key(name: str) -> str:
    return "-".join(english.words_of(name))
