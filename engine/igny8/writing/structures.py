"""What each content structure asks for: words, schema.org type. Defaults of SPEC §2, one place."""

from __future__ import annotations

from dataclasses import dataclass

from igny8.sag.blueprint import ContentStructure


@dataclass(frozen=True)
class Preset:
    """`min_words` to `max_words` count the body without tables; `schema_type` the page's schema.org type."""

    min_words: int
    max_words: int
    schema_type: str


# Ranges: lists and guides need room for each item, landing and business pages are scanned and stay short (our own
# choice; SPEC §2 asks for a range per structure and names none). Types: schema.org, as far as Google reads them.
PRESETS: dict[ContentStructure, Preset] = {
    "article": Preset(700, 1200, "Article"),
    "guide": Preset(1000, 1800, "Article"),
    "comparison": Preset(800, 1400, "Article"),
    "review": Preset(800, 1400, "Article"),  # not Review: that claims a tested product and a rating
    "listicle": Preset(900, 1600, "Article"),
    "landing_page": Preset(400, 800, "WebPage"),
    "business_page": Preset(250, 600, "WebPage"),
    "service_page": Preset(500, 1000, "Service"),
    "general": Preset(400, 900, "WebPage"),
    "cluster_hub": Preset(600, 1200, "CollectionPage"),
    "product_page": Preset(250, 600, "WebPage"),  # not Product: without offer data it would be invalid
    "category_archive": Preset(200, 500, "CollectionPage"),
    "tag_archive": Preset(150, 400, "CollectionPage"),
    "attribute_archive": Preset(200, 500, "CollectionPage"),
}
