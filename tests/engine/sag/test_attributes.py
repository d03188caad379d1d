"""Merging sectors, placing the owner's facts, applying edits: what ends up in the attributes, what is reported."""

from __future__ import annotations

import pytest
from igny8.operations import OperationError
from igny8.sag.blueprint import AttributeEdit, Blueprint, BlueprintAttribute, Facts, ValueName
from igny8.sag.merge import merge_sectors, prune
from sag.build import blueprint_of, tiny_sector


def attribute_of(blueprint: Blueprint, role: str) -> BlueprintAttribute:
    return next(one for one in blueprint.attributes if one.role == role and one.level != "facet")


def test_the_same_attribute_unites_its_values_and_keeps_the_higher_level() -> None:
    other = tiny_sector(slug="balloon-shop", name="Balloons").model_copy(deep=True)
    other.attributes[2].level = "primary"
    other.attributes[2].values[0].slug, other.attributes[2].values[0].label = "glowing", "Glowing"
    merged = merge_sectors([tiny_sector(), other])
    feature = next(one for one in merged if one.slug == "feature")
    assert feature.level == "primary"
    assert [value.slug for value in feature.values] == ["foldable", "waterproof", "glowing"]
    assert [value.sectors for value in feature.values] == [
        ["kite-shop"],
        ["kite-shop", "balloon-shop"],
        ["balloon-shop"],
    ]


def test_the_same_axis_under_another_slug_is_one_axis() -> None:
    other = tiny_sector(slug="balloon-shop").model_copy(deep=True)
    other.attributes[1].slug = "balloon-flyer"
    assert [one.slug for one in merge_sectors([tiny_sector(), other])].count("balloon-flyer") == 0


def test_pruning_drops_tertiary_first_and_reports_it() -> None:
    sectors = [tiny_sector(slug=f"shop-{number}").model_copy(deep=True) for number in range(3)]
    for number, sector in enumerate(sectors):
        for attribute in sector.attributes:
            attribute.slug, attribute.name = f"{attribute.slug}-{number}", f"{attribute.name} {number}"
    kept, dropped = prune(merge_sectors(sectors))
    assert [one.level == "facet" for one in kept].count(False) == 8
    assert [one.level for one in kept].count("primary") == 6
    assert {item.name for item in dropped} >= {"Topic 0", "Topic 1", "Topic 2"}
    assert all("beyond the 8" in item.reason for item in dropped)


def test_facts_become_values_of_the_fitting_attributes() -> None:
    blueprint = blueprint_of(
        "plumber",
        facts=Facts(locations=["Leeds", "York"], brands=["Moen"], services=["Boiler servicing", "drain cleaning"]),
    )
    places = attribute_of(blueprint, "location").values
    assert [(value.label, value.source) for value in places] == [("Leeds", "owner"), ("York", "owner")]
    assert attribute_of(blueprint, "brand").values[0].label == "Moen"
    services = {value.slug: value.source for value in attribute_of(blueprint, "category").values}
    assert services["boiler-servicing"] == "owner"
    assert services["drain-cleaning"] == "owner", "a service the template names is claimed, not added twice"
    assert [slug for slug in services if "drain" in slug] == ["drain-cleaning"]
    assert {"Plumbers in Leeds", "Boiler servicing"} <= {cluster.title for cluster in blueprint.clusters}


def test_an_attribute_is_made_for_facts_the_sector_has_no_place_for() -> None:
    blueprint = blueprint_of("dog-supplies", facts=Facts(locations=["Leeds"]))
    assert attribute_of(blueprint, "location").values[0].source == "owner"
    assert any(taxonomy.attribute == "service-area" for taxonomy in blueprint.taxonomies)


def test_without_facts_nothing_is_invented_and_the_gap_is_reported() -> None:
    blueprint = blueprint_of("plumber")
    assert not [one for one in blueprint.attributes if one.role in ("location", "brand")]
    names = {item.name for item in blueprint.dropped if item.kind == "attribute" and "only you know" in item.reason}
    assert names == {"Service area", "Fixture and equipment brand"} or len(names) >= 2


def test_a_product_belongs_to_the_sector_it_speaks_of_and_a_brand_to_all() -> None:
    facts = Facts(products=["Cat fountains"], brands=["Kong"])
    blueprint = blueprint_of("dog-supplies", "cat-supplies", facts=facts)
    fountain = next(value for value in attribute_of(blueprint, "category").values if value.slug == "cat-fountains")
    assert fountain.sectors == ["cat-supplies"]
    assert attribute_of(blueprint, "brand").values[0].sectors == ["dog-supplies", "cat-supplies"]


def test_a_long_catalogue_is_cut_and_every_cut_reported() -> None:
    blueprint = blueprint_of("dog-supplies", facts=Facts(brands=[f"Brand {number}" for number in range(30)]))
    assert len(attribute_of(blueprint, "brand").values) == 24
    assert len([item for item in blueprint.dropped if item.kind == "value" and item.name.startswith("Brand ")]) == 6


def test_edits_add_and_drop_values_and_attributes() -> None:
    edits = [
        AttributeEdit(attribute="life-stage", add_values=["Working dogs"], drop_values=["puppies"]),
        AttributeEdit(attribute="occasion", is_dropped=True),
    ]
    blueprint = blueprint_of("dog-supplies", edits=edits)
    stages = [value.slug for value in next(one for one in blueprint.attributes if one.slug == "life-stage").values]
    assert "working-dogs" in stages and "puppies" not in stages
    assert not [one for one in blueprint.attributes if one.slug == "occasion"]
    assert not [cluster for cluster in blueprint.clusters if "puppies" in cluster.title]
    assert {"Puppies", "Occasion"} <= {item.name for item in blueprint.dropped}


@pytest.mark.parametrize(
    ("edit", "kind", "name"),
    [
        (AttributeEdit(attribute="nothing"), "attribute", "nothing"),
        (AttributeEdit(attribute="nothing", is_dropped=True, role="feature"), "attribute", "nothing"),
        (AttributeEdit(attribute="feature", drop_values=["nothing"]), "value", "nothing"),
        (AttributeEdit(attribute="feature", rename_values=[ValueName(value="nothing", label="X")]), "value", "nothing"),
        (AttributeEdit(attribute="feature", rename_values=[ValueName(value="washable", label="Waterproof")]), "value",
         "Washable"),
        (AttributeEdit(attribute="feature", role="brand"), "attribute", "Feature"),
    ],
)  # fmt: skip
def test_an_edit_of_what_is_not_there_is_skipped_and_reported(edit: AttributeEdit, kind: str, name: str) -> None:
    blueprint = blueprint_of("dog-supplies", edits=[edit])
    assert (kind, name) in {(item.kind, item.name) for item in blueprint.dropped}
    assert blueprint.attributes == blueprint_of("dog-supplies").attributes


def test_an_attribute_gets_another_name_and_level_and_its_values_other_labels() -> None:
    renames = [ValueName(value="puppies", label="Young dogs")]
    edit = AttributeEdit(attribute="life-stage", name="age of the dog", level="secondary", rename_values=renames)
    blueprint = blueprint_of("dog-supplies", edits=[edit])
    stage = next(one for one in blueprint.attributes if one.slug == "life-stage")
    value = next(value for value in stage.values if value.slug == "puppies")
    assert (stage.name, stage.level, value.label, value.source) == (
        "Age of the dog",
        "secondary",
        "Young dogs",
        "owner",
    )
    assert "puppies" in value.synonyms
    titles = {cluster.title for cluster in blueprint.clusters}
    assert "Dog supplies for puppies" not in titles
    assert any("oung dog" in title for title in titles)
    before = next(one for one in blueprint_of("dog-supplies").clusters if one.title == "Dog supplies for puppies")
    assert before.id in {cluster.id for cluster in blueprint.clusters}, "the slug stays, so the cluster does"


def test_with_a_role_an_attribute_is_made_anew_and_used() -> None:
    edit = AttributeEdit(
        attribute="training-level", role="audience", level="secondary", add_values=["Show dogs", "Service dogs"]
    )
    blueprint = blueprint_of("dog-supplies", edits=[edit])
    made = next(one for one in blueprint.attributes if one.slug == "training-level")
    assert (made.name, made.joint, [value.source for value in made.values]) == ("Training level", "for", ["owner"] * 2)
    assert any(taxonomy.attribute == "training-level" for taxonomy in blueprint.taxonomies)
    assert any(ref.attribute == "training-level" for cluster in blueprint.clusters for ref in cluster.values)


def test_a_sector_named_twice_is_refused() -> None:
    with pytest.raises(OperationError, match="named twice"):
        blueprint_of("dog-supplies", "dog-supplies")


def test_dropping_everything_is_refused_rather_than_answered_with_nothing() -> None:
    slugs = [one.slug for one in blueprint_of("plumber").attributes]
    with pytest.raises(OperationError) as caught:
        blueprint_of("plumber", edits=[AttributeEdit(attribute=slug, is_dropped=True) for slug in slugs])
    assert caught.value.code == "no_clusters"
