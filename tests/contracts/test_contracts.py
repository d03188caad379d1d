"""The engine's half of the seam: what is committed is what the models say, and both accept the examples."""

from __future__ import annotations

import json
from typing import Any, Literal

import pytest
from igny8 import contracts
from igny8.operations import load_operations
from jsonschema import Draft202012Validator
from pydantic import BaseModel
from stack.wordpress import ROOT

OPERATIONS = load_operations()
EXAMPLES = contracts.FOLDER / "examples"
# rest_get_allowed_schema_keywords() of WordPress 7.1, and `required`.
WORDPRESS = {
    "title", "description", "default", "type", "format", "enum", "items", "properties", "additionalProperties",
    "patternProperties", "minProperties", "maxProperties", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
    "multipleOf", "minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems", "anyOf", "oneOf",
    "required",
}  # fmt: skip


def test_what_is_committed_is_what_the_models_say() -> None:
    assert contracts.check_contracts() == [], "run: make contracts"


@pytest.mark.parametrize("name", OPERATIONS)
def test_the_contract_uses_only_what_wordpress_honours(name: str) -> None:
    contract = read(f"operations/{name}.json")
    for side in ("input", "output"):
        for schema in walk(contract[side]):
            assert set(schema) <= WORDPRESS
            assert "type" in schema or "anyOf" in schema


@pytest.mark.parametrize("name", OPERATIONS)
def test_models_and_contracts_accept_the_examples(name: str) -> None:
    example, contract, operation = read(f"examples/{name}.json"), read(f"operations/{name}.json"), OPERATIONS[name]
    operation.input.model_validate(example["input"])
    operation.output.model_validate(example["output"])
    for side in ("input", "output"):
        Draft202012Validator(contract[side]).validate(example[side])
        assert not Draft202012Validator(contract[side]).is_valid(example[side] | {"surprise": 1})


@pytest.mark.parametrize("name", [name for name, operation in OPERATIONS.items() if operation.queue != "ai"])
def test_an_operation_answers_its_example_within_the_contract(name: str) -> None:
    from igny8.operations import QuietContext

    operation = OPERATIONS[name]
    given = operation.input.model_validate(read(f"examples/{name}.json")["input"])
    output = json.loads(operation.run(given, QuietContext()).model_dump_json())
    Draft202012Validator(read(f"operations/{name}.json")["output"]).validate(output)


def test_every_example_belongs_to_an_operation() -> None:
    assert {path.stem.partition("-")[0] for path in EXAMPLES.glob("*.json")} == set(OPERATIONS)


def test_flattening() -> None:
    class Leaf(BaseModel):
        kind: Literal["leaf"] = "leaf"
        size: int | None = None
        color: Literal["red", "green"] | None = None

    class Tree(BaseModel):
        leaf: Leaf
        trees: list[Tree] = []
        names: dict[str, str] = {}
        either: int | str = 0

    Tree.model_rebuild(_types_namespace={"Tree": Tree, "Leaf": Leaf})
    flat = contracts.flatten(Tree.model_json_schema())
    leaf = flat["properties"]["leaf"]["properties"]
    assert leaf["kind"] == {"type": "string", "enum": ["leaf"]}
    assert leaf["size"] == {"type": ["integer", "null"]}
    assert leaf["color"] == {"type": ["string", "null"], "enum": ["red", "green", None]}
    assert flat["properties"]["names"] == {"type": "object", "additionalProperties": {"type": "string"}}
    assert flat["properties"]["either"] == {"anyOf": [{"type": "integer"}, {"type": "string"}]}
    text = json.dumps(flat)
    assert "$ref" not in text
    assert text.count('"trees"') == contracts.MAX_DEPTH


def read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((ROOT / "engine" / "contracts" / name).read_text())
    return content


def walk(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """A schema and all schemas within it."""
    inner = [*schema.get("properties", {}).values(), *schema.get("anyOf", [])]
    inner += [schema[key] for key in ("items", "additionalProperties") if isinstance(schema.get(key), dict)]
    return [schema, *(found for item in inner for found in walk(item))]
