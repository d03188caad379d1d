"""What the API refuses and how: always `{code, message, fields?}`, never what was sent, nothing stored."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
import requests
from stack.engine import Engine

from .conftest import Site, add_site, open_site, run_cli

BLUEPRINT = {"site_name": "Northwind", "site_type": "ecommerce", "sectors": ["dog-supplies"]}


@pytest.fixture(scope="module")
def shop(start_engine: Callable[..., Engine]) -> Site:
    return open_site(start_engine())


def count_jobs(shop: Site) -> int:
    return len(shop.ask("GET", "/v1/jobs?limit=100").json()["jobs"])


@pytest.mark.parametrize(
    ("body", "content_type", "status", "code", "fields"),
    [
        (b"{", "application/json", 400, "invalid_json", None),
        (b"[" * 100_000, "application/json", 400, "invalid_json", None),
        (b'{"operation": "test.sleep", "input": {"diary": NaN}}', "application/json", 400, "invalid_json", None),
        (b'{"operation": "x", "input": {"diary": "\\ud800"}}', "application/json", 400, "invalid_json", None),
        (b"\xff\xfe", "application/json", 400, "invalid_json", None),
        (b"{}", "text/plain", 415, "not_json", None),
        (b"[]", "application/json", 422, "invalid_request", {"*"}),
        (b"{}", "application/json", 422, "invalid_request", {"operation", "input"}),
        (b'{"operation": "x.y", "input": {}, "extra": 1}', "application/json", 422, "invalid_request", {"extra"}),
        (b'{"operation": "x.y", "input": {}}', "application/json", 422, "unknown_operation", {"operation"}),
        (b'{"operation": "writing.draft", "input": {}}', "application/json", 422, "model_not_configured",
         {"operation"}),
        (b'{"operation": "x.y", "input": {}, "idempotency_key": "two words"}', "application/json", 422,
         "invalid_request", {"idempotency_key"}),
    ],
)  # fmt: skip
def test_a_bad_body_is_refused(
    shop: Site, body: bytes, content_type: str, status: int, code: str, fields: set[str] | None
) -> None:
    before = count_jobs(shop)
    answer = shop.ask("POST", "/v1/jobs", data=body, headers={"Content-Type": content_type})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert set(answer.json()) <= {"code", "message", "fields"}
    assert set(answer.json().get("fields", {})) == (fields or set())
    assert count_jobs(shop) == before


def test_a_wrong_input_is_told_by_path_and_never_repeated(shop: Site) -> None:
    facts = {"brands": ["Acme", {"password": "hunter2"}]}
    given = BLUEPRINT | {"facts": facts, "site_type": "hunter2", "secret": "hunter2"}
    answer = shop.post("sag.build_blueprint", given)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")
    assert set(answer.json()["fields"]) == {"facts.brands.1", "site_type", "secret"}
    assert "hunter2" not in answer.text


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"site_name": " \t "}, "site_name"),
        ({"facts": {"brands": ["Acme", "x" * 201]}}, "facts.brands.1"),
        ({"edits": [{"attribute": "brand", "add_values": ["x" * 201]}]}, "edits.0.add_values.0"),
        ({"locale": "en US"}, "locale"),
    ],
)
def test_an_input_has_its_measure(shop: Site, changes: dict[str, Any], field: str) -> None:
    answer = shop.post("sag.build_blueprint", BLUEPRINT | changes)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")
    assert set(answer.json()["fields"]) == {field}


def test_an_inline_operation_on_much_input_goes_to_a_worker(shop: Site) -> None:
    answer = shop.post("test.inline", {"diary": str(shop.folder / "much"), "note": "x" * 300_000})
    assert (answer.status_code, answer.json()["status"]) == (202, "queued")
    assert shop.wait(answer.json()["id"])["status"] == "done"


def test_what_is_no_object_is_told_in_plain_words(shop: Site) -> None:
    answer = shop.ask("POST", "/v1/jobs", data=b"[1]", headers={"Content-Type": "application/json"})
    assert answer.json()["message"] == "The body is not valid: Input should be an object."


@pytest.mark.parametrize(("method", "path"), [("OPTIONS", "/v1/jobs"), ("PUT", "/v1/jobs"), ("POST", "/health")])
def test_a_wrong_method_is_refused_naming_the_right_ones(shop: Site, method: str, path: str) -> None:
    answer = shop.ask(method, path)
    assert (answer.status_code, answer.json()["code"]) == (405, "method_not_allowed")
    assert "GET" in answer.headers["Allow"]


@pytest.mark.parametrize("is_chunked", [False, True])
def test_ten_megabytes_are_refused_with_an_answer(shop: Site, is_chunked: bool) -> None:
    body = json.dumps({"operation": "test.sleep", "input": {"diary": "x" * 10_000_000}}).encode()
    chunks = (body[at : at + 65_536] for at in range(0, len(body), 65_536))
    answer = shop.ask(
        "POST", "/v1/jobs", data=chunks if is_chunked else body, headers={"Content-Type": "application/json"}
    )
    assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")


def test_odd_characters_are_kept(shop: Site) -> None:
    note = "naïve \u0000 \U0001f436 'quoted' \u2028"
    answer = shop.post("test.inline", {"diary": str(shop.folder / "odd"), "note": note})
    assert answer.json()["output"]["note"] == note
    assert shop.job(answer.json()["id"])["output"]["note"] == note


@pytest.mark.parametrize(
    "header", [None, "Basic YTpi", "Bearer", "Bearer nonsense", "Bearer igny8_abcdefgh_" + "0" * 48]
)
def test_without_the_right_key_nothing_is_told(shop: Site, header: str | None) -> None:
    for method, path in (("POST", "/v1/jobs"), ("GET", "/v1/jobs"), ("GET", "/v1/operations"), ("GET", "/v1/site")):
        headers = {"Authorization": header} if header else {}
        answer = requests.request(method, shop.url + path, headers=headers, timeout=5)
        assert answer.status_code == 401
        assert answer.json()["code"] in ("key_missing", "key_invalid")
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_right_prefix_with_a_wrong_secret_is_refused(shop: Site) -> None:
    wrong = shop.key[:-1] + ("0" if shop.key[-1] != "0" else "1")
    assert shop.ask("GET", "/v1/site").ok
    assert shop.ask("GET", "/v1/site", key=wrong).json()["code"] == "key_invalid"


def test_a_revoked_key_ends_at_once_and_a_rotated_one_goes_on(shop: Site) -> None:
    other = add_site(shop)
    assert other.ask("GET", "/v1/site").ok
    rotated = json.loads(run_cli(shop, "key", "rotate", other.key.split("_")[1], "--json").stdout)["key"]
    for _ in range(4):  # both processes
        refused = other.ask("GET", "/v1/site")
        assert (refused.status_code, refused.json()["code"]) == (401, "key_revoked")
    assert other.ask("GET", "/v1/site", key=rotated).json()["site"]["name"] == "Rival"
    assert run_cli(shop, "key", "revoke", rotated.split("_")[1]).returncode == 0
    assert other.ask("GET", "/v1/site", key=rotated).status_code == 401
    assert run_cli(shop, "key", "revoke", rotated.split("_")[1]).returncode == 1


def test_a_key_may_only_what_its_scopes_say(shop: Site) -> None:
    reader = add_site(shop, "--scopes", "jobs:read")
    assert reader.ask("GET", "/v1/jobs").ok
    assert reader.ask("GET", "/v1/site").ok
    for method, path in (("POST", "/v1/jobs"), ("DELETE", "/v1/jobs/x"), ("GET", "/v1/sectors")):
        refused = reader.ask(method, path)
        assert (refused.status_code, refused.json()["code"]) == (403, "scope_missing")


def test_too_many_requests_are_told_when_to_go_on(start_engine: Callable[..., Engine]) -> None:
    site = open_site(start_engine(IGNY8_RATE_LIMIT_PER_MINUTE="5", IGNY8_IO_WORKERS="1"))
    answers = [site.ask("GET", "/v1/site") for _ in range(11)]  # a minute may begin in between
    refused = [answer for answer in answers if answer.status_code == 429]
    assert refused
    assert refused[0].json()["code"] == "rate_limited"
    assert 1 <= int(refused[0].headers["Retry-After"]) <= 60


def test_unknown_addresses_and_methods(shop: Site) -> None:
    assert shop.ask("GET", "/v1/nothing").json()["code"] == "not_found"
    refused = shop.ask("PUT", "/v1/jobs")
    assert (refused.status_code, refused.json()["code"]) == (405, "method_not_allowed")
    assert "POST" in refused.headers["Allow"]
    assert shop.ask("GET", "/v1/jobs/unknown").json()["code"] == "job_not_found"
    assert shop.ask("GET", "/v1/sectors/unknown").json()["code"] == "sector_not_found"
    for query in ("status=odd", "limit=0", "limit=1000", "unknown=1", "ids=" + ",".join("abc" for _ in range(101))):
        assert shop.ask("GET", f"/v1/jobs?{query}").json()["code"] == "invalid_query"


def test_the_catalogue(shop: Site) -> None:
    found = shop.ask("GET", "/v1/sectors?search=dog+shop").json()["sectors"]
    assert found[0]["slug"] == "dog-supplies"
    assert shop.ask("GET", "/v1/sectors/dog-supplies").json()["slug"] == "dog-supplies"
    operations = {item["name"]: item for item in shop.ask("GET", "/v1/operations").json()["operations"]}
    assert operations["sag.build_blueprint"]["is_available"]
    assert not operations["writing.draft"]["is_available"]
    assert operations["writing.compose"]["is_inline"]
    assert "properties" in operations["sag.build_blueprint"]["input"]


def test_the_connection_test(shop: Site) -> None:
    answer = shop.ask("GET", "/v1/site").json()
    assert answer["site"] == {"id": answer["site"]["id"], "name": "Shop", "url": "http://shop.test"}
    scopes = ["jobs:write", "jobs:read", "catalogue:read"]
    assert answer["key"] == {"prefix": shop.key.split("_")[1], "scopes": scopes}
    assert answer["engine"]["model"] == ""


def test_a_strange_request_id_is_replaced(shop: Site) -> None:
    given = shop.ask("GET", "/v1/site", headers={"X-Request-Id": "abc-1"}).headers["X-Request-Id"]
    assert given == "abc-1"
    assert shop.ask("GET", "/v1/site", headers={"X-Request-Id": 'x" evil'}).headers["X-Request-Id"] != 'x" evil'


def test_machines_may_look_without_a_key(shop: Site) -> None:
    assert requests.get(f"{shop.url}/health", timeout=5).json()["status"] == "ok"
    ready = requests.get(f"{shop.url}/ready", timeout=5)
    assert ready.json() == {
        "is_ready": True,
        "checks": dict.fromkeys(("database", "redis", "tick", "workers_io"), "ok"),
    }
    metrics = requests.get(f"{shop.url}/metrics", timeout=5).text
    assert 'igny8_http_requests_total{method="GET",route="/v1/site",status="200"}' in metrics
    assert 'igny8_workers{queue="io"} 2.0' in metrics


def test_answers_keep_what_openapi_promises(shop: Site) -> None:
    from jsonschema import Draft202012Validator

    document = requests.get(f"{shop.url}/openapi.json", timeout=5).json()
    assert document["openapi"] == "3.1.0"
    job = shop.post("test.inline", {"diary": str(shop.folder / "openapi")}).json()["id"]
    asked: dict[str, Any] = {
        "/v1/jobs": "/v1/jobs?limit=5",
        "/v1/jobs/{job_id}": f"/v1/jobs/{job}",
        "/v1/operations": "/v1/operations",
        "/v1/sectors": "/v1/sectors",
        "/v1/site": "/v1/site",
        "/health": "/health",
        "/ready": "/ready",
    }
    for path, url in asked.items():
        schema = document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        whole = {**schema, "components": document["components"]}
        Draft202012Validator(whole).validate(shop.ask("GET", url).json())
    refusal = document["components"]["schemas"]["Error"]
    Draft202012Validator(refusal).validate(shop.ask("GET", "/v1/jobs/unknown").json())


def test_the_docs_need_nothing_from_outside(shop: Site) -> None:
    page = requests.get(f"{shop.url}/docs", timeout=5).text
    assert "sag.build_blueprint" in page
    assert "/v1/jobs/{job_id}" in page
    assert "://" not in page.replace("http://www.w3.org", "").split("<h2>Shapes")[0]
    assert "<script" not in page
    assert 'Output: <a href="#Blueprint">' in page
    assert "Needs the scope <code>jobs:write</code>." in page
    for target in re.findall(r'href="#(\w+)"', page):
        assert f'id="{target}"' in page
