"""What titles, menus and summaries say around a site's own words, by language. Visitors read these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from igny8.sag.template import SiteType

BySite = Mapping[SiteType, str]


@dataclass(frozen=True)
class Wording:
    """Patterns with {braces}; what each may use stands in `english_wording.py`, the reference."""

    hubs: Mapping[str, str]  # subject → title of a hub; {title}
    problem_hubs: BySite  # {title}
    terms: Mapping[SiteType, Mapping[str, str]]  # what one finds behind a term; {things} or {value}
    choices: BySite  # title of a cluster about choosing or paying; {a_thing} {Thing} {Things}
    ranges: BySite  # menu: what the site is about
    groups: Mapping[SiteType, Mapping[str, str]]  # menu: cluster type → label, in menu order
    home: str  # {site} {what}
    in_place: str  # {what} {place}
    home_summary: str  # {site}
    article_summary: str  # {phrase} {title}
    term_summary: str  # {value}
    comparison_summary: str  # {x} {y}
    matter_summary: str  # {Problem}
    problem_summary: str  # {problem}
    problems_summary: str  # {problem}, plural
    subject_summaries: Mapping[str, str]  # subject → summary of a hub; {things}
    hub_summaries: BySite  # {things}
    versus: str  # {x} {y}
    list_end: str  # between the last two of a list
    near_me: str
    services: str  # {things}: work that is offered
    integration: str  # {name}: what a product connects to
