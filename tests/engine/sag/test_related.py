"""Related clusters across the sectors of one site."""

from __future__ import annotations

from igny8.operations import QuietContext, load_operations


def test_two_trades_are_related_only_by_what_they_share() -> None:
    operation = load_operations()["sag.build_blueprint"]
    given = operation.input(site_name="Northwind Pets", site_type="ecommerce", sectors=["dog-supplies", "cat-supplies"])
    blueprint = operation.run(given, QuietContext())
    by_id = {cluster.id: cluster for cluster in blueprint.clusters}
    attributes = {attribute.slug: attribute for attribute in blueprint.attributes}

    def keys(cluster_id: str) -> set[tuple[str, str]]:
        return {(value.attribute, value.value) for value in by_id[cluster_id].values}

    crossing = [
        (cluster.id, other)
        for cluster in blueprint.clusters
        for other in cluster.related
        if by_id[other].sector != cluster.sector
    ]
    for one, other in crossing:
        named = {
            rival
            for attribute, value in keys(one) | keys(other)
            for known in attributes[attribute].values
            if known.slug == value
            for rival in (*known.rivals, *known.only_with)
        }
        shared = keys(one) & keys(other)
        assert shared or named & {value for _, value in keys(one) | keys(other)}
    assert all(cluster.related for cluster in blueprint.clusters)
