"""The taxonomies and terms to create: one taxonomy per structural attribute, one term and one page per value."""

from __future__ import annotations

import hashlib

from igny8.sag.blueprint import BlueprintAttribute, Taxonomy, Term, TermRef
from igny8.sag.languages import words as grammar

# URL bases that WordPress or common plugins answer themselves.
RESERVED = frozenset(
    [
        "category",
        "tag",
        "author",
        "page",
        "search",
        "feed",
        "comments",
        "attachment",
        "type",
        "year",
        "month",
        "day",
        "date",
        "wp-json",
        "wp-admin",
        "wp-content",
        "embed",
        "trackback",
        "rss",
        "sitemap",
        "product",
        "shop",
        "cart",
        "checkout",
        "my-account",
        "blog",
        "home",
        "index",
        "posts",
        "post",
        "term",
        "taxonomy",
    ]
)


def plan_taxonomies(attributes: list[BlueprintAttribute]) -> list[Taxonomy]:
    """In the order of the attributes; a base that is taken or reserved gets 'by-' before it: /by-category/."""
    taxonomies: list[Taxonomy] = []
    taken: set[str] = set(RESERVED)
    for attribute in attributes:
        if attribute.level == "facet" or not attribute.values:
            continue
        slug = attribute.slug
        while slug in taken:
            slug = f"by-{slug}"
        taken.add(slug)
        terms = [
            Term(slug=value.slug, name=value.label, page=term_page_id(slug, value.slug)) for value in attribute.values
        ]
        taxonomies.append(
            Taxonomy(
                slug=slug,
                attribute=attribute.slug,
                singular=attribute.name,
                plural=plural_name(attribute.name),
                is_hierarchical=attribute.role == "category",
                terms=terms,
            )
        )
    return taxonomies


def plural_name(name: str) -> str:
    """'Life stage and lifestyle' → 'Life stages and lifestyles'; 'Problem solved' → 'Problems solved'."""
    words = name.split()
    if len(words) > 1 and words[-1].endswith("ed"):
        return " ".join([grammar.pluralise(words[0]), *words[1:]])
    for joint in (" and ", " or "):
        if joint in name:
            return joint.join(grammar.pluralise_last(part) for part in name.split(joint))
    return name if grammar.is_plural(name) or name.endswith("ing") else grammar.pluralise_last(name)


def term_page_id(taxonomy: str, term: str) -> str:
    return "term-" + hashlib.sha256(f"{taxonomy}/{term}".encode()).hexdigest()[:12]


def term_refs(taxonomies: list[Taxonomy]) -> dict[tuple[str, str], TermRef]:
    """(attribute slug, value slug) → the term made for it."""
    return {
        (taxonomy.attribute, term.slug): TermRef(taxonomy=taxonomy.slug, term=term.slug)
        for taxonomy in taxonomies
        for term in taxonomy.terms
    }
