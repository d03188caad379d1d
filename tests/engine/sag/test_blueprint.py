"""What holds for the blueprint of every shipped sector: figures, references, addresses, wording."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from igny8.sag import english
from igny8.sag.blueprint import Blueprint
from igny8.sag.keywords.check import find_faults
from igny8.sag.keywords.normal import normalise
from sag.build import SECTORS, blueprint_of, shipped

TWICE_BY_NATURE = (" vs ", " or ", " and ", " between ", " over ", " from ")  # comparisons name both sides


def there_are_enough_clusters_of_at_least_five_types(blueprint: Blueprint) -> None:
    assert 25 <= len(blueprint.clusters) <= 50
    assert len({cluster.type for cluster in blueprint.clusters}) >= 5


def there_are_300_keywords_and_five_to_twenty_in_each_cluster(blueprint: Blueprint) -> None:
    assert 300 <= len(blueprint.keywords) <= 700
    counts = Counter(keyword.cluster for keyword in blueprint.keywords)
    assert set(counts) == {cluster.id for cluster in blueprint.clusters}
    assert min(counts.values()) >= 5, [
        (cluster.title, counts[cluster.id]) for cluster in blueprint.clusters if counts[cluster.id] < 5
    ]
    assert max(counts.values()) <= 20
    assert Counter(keyword.cluster for keyword in blueprint.keywords if keyword.is_primary) == dict.fromkeys(counts, 1)


def no_keyword_stands_twice_in_any_form(blueprint: Blueprint) -> None:
    forms = Counter(normalise(keyword.phrase) for keyword in blueprint.keywords)
    assert [form for form, count in forms.items() if count > 1] == []


def the_site_has_a_sensible_number_of_pages_of_every_kind(blueprint: Blueprint) -> None:
    kinds = Counter(page.kind for page in blueprint.pages)
    assert kinds["home"] == 1
    assert kinds["hub"] == len(blueprint.clusters)
    assert kinds["term"] == sum(len(taxonomy.terms) for taxonomy in blueprint.taxonomies)
    assert kinds["article"] >= kinds["hub"]
    assert 80 <= len(blueprint.pages) <= 170


def every_id_that_is_mentioned_exists(blueprint: Blueprint) -> None:
    clusters = {cluster.id for cluster in blueprint.clusters}
    pages = {page.id for page in blueprint.pages}
    terms = {(taxonomy.slug, term.slug) for taxonomy in blueprint.taxonomies for term in taxonomy.terms}
    values = {(one.slug, value.slug) for one in blueprint.attributes for value in one.values}
    for cluster in blueprint.clusters:
        assert {cluster.parent, *cluster.related} - {None} <= clusters
        assert cluster.id not in cluster.related and cluster.id != cluster.parent
        assert {(ref.attribute, ref.value) for ref in cluster.values} <= values
        assert cluster.term is None or (cluster.term.taxonomy, cluster.term.term) in terms
    for page in blueprint.pages:
        assert page.parent is None or page.parent in pages
        assert page.cluster is None or page.cluster in clusters
        assert {(ref.taxonomy, ref.term) for ref in [*page.terms, *([page.term] if page.term else [])]} <= terms
    assert {term.page for taxonomy in blueprint.taxonomies for term in taxonomy.terms} <= pages
    assert {link.source for link in blueprint.links} | {link.target for link in blueprint.links} <= pages
    assert {page for phase in blueprint.execution for page in phase.pages} == pages
    assert sum(len(phase.pages) for phase in blueprint.execution) == len(pages)
    for item in blueprint.menu:
        assert {item.page, *(child.page for child in item.children)} <= pages


def ids_slugs_paths_and_titles_are_unique(blueprint: Blueprint) -> None:
    pages = blueprint.pages
    for names in (
        [cluster.id for cluster in blueprint.clusters],
        [cluster.slug for cluster in blueprint.clusters],
        [cluster.title.casefold() for cluster in blueprint.clusters],
        [page.id for page in pages],
        [page.path for page in pages],
        [(page.parent, page.slug, page.kind == "term" and page.path) for page in pages],
        [page.title.casefold() for page in pages],
        [taxonomy.slug for taxonomy in blueprint.taxonomies],
    ):
        assert [name for name, count in Counter(names).items() if count > 1] == []


def paths_follow_the_tree_and_keep_clear_of_taxonomy_bases(blueprint: Blueprint) -> None:
    paths = {page.id: page.path for page in blueprint.pages}
    bases = {f"/{taxonomy.slug}/" for taxonomy in blueprint.taxonomies}
    for page in blueprint.pages:
        if page.kind == "hub":
            assert page.path == f"{paths[page.parent] if page.parent else '/'}{page.slug}/"
        assert page.path not in bases


def hub_and_term_page_of_one_value_do_not_compete(blueprint: Blueprint) -> None:
    hubs = {page.cluster: page for page in blueprint.pages if page.kind == "hub"}
    terms = {
        (page.term.taxonomy, page.term.term): page for page in blueprint.pages if page.kind == "term" and page.term
    }
    pairs = {(link.source, link.target) for link in blueprint.links}
    for cluster in blueprint.clusters:
        if cluster.term:
            hub, term = hubs[cluster.id], terms[(cluster.term.taxonomy, cluster.term.term)]
            assert hub.title != term.title
            assert normalise(hub.primary_keyword) != normalise(term.primary_keyword)
            assert (term.id, hub.id) in pairs


def links_tie_hubs_and_articles_both_ways_and_stay_within_bounds(blueprint: Blueprint) -> None:
    pages = {page.id: page for page in blueprint.pages}
    pairs = [(link.source, link.target) for link in blueprint.links]
    assert len(set(pairs)) == len(pairs)
    assert not [pair for pair in pairs if pair[0] == pair[1]]
    hubs = {page.cluster: page.id for page in blueprint.pages if page.kind == "hub"}
    for page in blueprint.pages:
        if page.kind == "article":
            assert (page.id, hubs[page.cluster]) in pairs and (hubs[page.cluster], page.id) in pairs
    most = {"home": 24, "hub": 15, "article": 5, "term": 10, "commercial": 4}
    for source, count in Counter(source for source, _ in pairs).items():
        assert count <= most[pages[source].kind]
    assert {page.id for page in blueprint.pages} == {target for _, target in pairs}, "no orphan"
    assert {page.id for page in blueprint.pages} == {source for source, _ in pairs}, "no dead end"


def no_anchor_leads_to_two_pages(blueprint: Blueprint) -> None:
    targets: dict[str, set[str]] = {}
    for link in blueprint.links:
        for anchor in link.anchors:
            targets.setdefault(anchor.casefold(), set()).add(link.target)
    assert [anchor for anchor, pages in targets.items() if len(pages) > 1] == []


def the_menu_fits_one_line_and_holds_every_category(blueprint: Blueprint) -> None:
    assert 3 <= len(blueprint.menu) <= 7
    labels = [item.label for item in blueprint.menu]
    assert len(set(labels)) == len(labels)
    assert all(len(label) <= 30 for label in labels)
    shown = {child.page for item in blueprint.menu for child in item.children}
    hubs = {page.cluster: page.id for page in blueprint.pages if page.kind == "hub"}
    assert {hubs[one.id] for one in blueprint.clusters if one.type == "product_service_category"} <= shown


def no_phrase_says_a_word_twice(blueprint: Blueprint) -> None:
    titles = {cluster.id: cluster.title for cluster in blueprint.clusters}
    compared = {cluster.id for cluster in blueprint.clusters if cluster.type == "comparison"}
    doubled = [
        keyword.phrase
        for keyword in blueprint.keywords
        if keyword.cluster not in compared and english.has_doubled_word(keyword.phrase, titles[keyword.cluster])
    ]
    assert doubled == []
    # What a template itself calls a topic is its author's: 'Measuring ring size for a smart ring'.
    joined = [cluster for cluster in blueprint.clusters if len(cluster.values) > 1 and cluster.type != "comparison"]
    headings = [cluster.title for cluster in joined]
    doubled = [title for title in headings if english.has_doubled_word(title) and "paycheck" not in title]
    assert [title for title in doubled if not any(word in title for word in TWICE_BY_NATURE)] == []


def the_checker_finds_no_fault_in_any_keyword(blueprint: Blueprint) -> None:
    titles = {cluster.id: cluster.title for cluster in blueprint.clusters}
    faults = [
        f"{keyword.phrase}: {fault}"
        for keyword in blueprint.keywords
        for fault in find_faults(keyword.phrase, titles[keyword.cluster])
    ]
    assert faults == []


def titles_have_no_holes_and_the_right_articles(blueprint: Blueprint) -> None:
    for page in blueprint.pages:
        words = page.title.split()
        assert "{" not in page.title and page.title == " ".join(words)
        for article, word in pairwise(words):
            if article in ("a", "an"):
                assert english.with_article(word) == f"{article} {word}", page.title
        assert len(words) <= 14, page.title


def articles_differ_over_the_site(blueprint: Blueprint) -> None:
    """No pattern of title opens more than a fourth of the articles."""
    openings = Counter(" ".join(page.title.split()[:3]) for page in blueprint.pages if page.kind == "article")
    count = sum(openings.values())
    assert openings.most_common(1)[0][1] <= count / 4, openings.most_common(3)


def rejected_candidates_say_why(blueprint: Blueprint) -> None:
    assert blueprint.rejected
    assert all(item.reason for item in blueprint.rejected)
    titles = {cluster.title for cluster in blueprint.clusters}
    assert not titles & {item.title for item in blueprint.rejected if "same title" not in item.reason}


def only_plausible_values_meet(blueprint: Blueprint) -> None:
    values = {(one.slug, value.slug): value for one in blueprint.attributes for value in one.values}
    siblings = {slug: {value for axis, value in values if axis == attribute} for attribute, slug in values}
    for cluster in blueprint.clusters:
        for one in cluster.values:
            named = set(values[(one.attribute, one.value)].only_with)
            for other in cluster.values:
                if one.attribute != other.attribute and named & siblings[other.value]:
                    assert other.value in named, cluster.title


INVARIANTS = [
    there_are_enough_clusters_of_at_least_five_types,
    there_are_300_keywords_and_five_to_twenty_in_each_cluster,
    no_keyword_stands_twice_in_any_form,
    the_site_has_a_sensible_number_of_pages_of_every_kind,
    every_id_that_is_mentioned_exists,
    ids_slugs_paths_and_titles_are_unique,
    paths_follow_the_tree_and_keep_clear_of_taxonomy_bases,
    hub_and_term_page_of_one_value_do_not_compete,
    links_tie_hubs_and_articles_both_ways_and_stay_within_bounds,
    no_anchor_leads_to_two_pages,
    the_menu_fits_one_line_and_holds_every_category,
    no_phrase_says_a_word_twice,
    the_checker_finds_no_fault_in_any_keyword,
    titles_have_no_holes_and_the_right_articles,
    articles_differ_over_the_site,
    rejected_candidates_say_why,
    only_plausible_values_meet,
]


@pytest.mark.parametrize("sector", SECTORS)
def test_every_sector_makes_a_sound_blueprint(sector: str) -> None:
    """One test a sector, not one an invariant: 449 blueprints are built once each and not kept."""
    blueprint = shipped(sector)
    for holds in INVARIANTS:
        holds(blueprint)


def test_five_sectors_make_one_site() -> None:
    blueprint = blueprint_of("dog-supplies", "cat-supplies", "skincare", "coffee", "running-shoes")
    assert {cluster.sector for cluster in blueprint.clusters} == {sector.slug for sector in blueprint.sectors}
    assert len([one for one in blueprint.attributes if one.level != "facet"]) <= 8
    assert len({page.path for page in blueprint.pages}) == len(blueprint.pages)
    titles = Counter(cluster.title for cluster in blueprint.clusters)
    assert [title for title, count in titles.items() if count > 1] == []
    assert any(item.kind == "attribute" for item in blueprint.dropped)
    assert [item.label for item in blueprint.menu][:2] == ["Dog supplies", "Cat supplies"]


def test_a_cap_on_clusters_is_kept_and_the_categories_come_first() -> None:
    blueprint = blueprint_of("dog-supplies", max_clusters_per_sector=8)
    assert len(blueprint.clusters) == 8
    assert {cluster.type for cluster in blueprint.clusters} == {"product_service_category"}


def test_progress_is_told_from_first_to_last() -> None:
    from igny8.sag.blueprint import BlueprintInput
    from igny8.sag.build import build_blueprint

    told: list[tuple[int, int, str]] = []
    given = BlueprintInput(site_name="N", site_type="ecommerce", sectors=["dog-supplies"])
    build_blueprint(given, lambda *step: told.append(step))
    assert [done for done, _, _ in told] == list(range(6))
    assert {total for _, total, _ in told} == {5}
