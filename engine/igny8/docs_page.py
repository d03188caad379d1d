"""/docs: the OpenAPI document as one page of plain HTML that needs nothing from anywhere."""

from __future__ import annotations

import json
import re
from html import escape
from typing import Any

STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8882; --strong: #2c5fd1; }
body { font: 16px/1.5 system-ui; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { margin-bottom: 0; } h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
code, pre { font: 14px/1.45 ui-monospace, monospace; }
pre { background: var(--soft); padding: .8rem; overflow-x: auto; }
article { border: 1px solid var(--line); border-radius: 6px; padding: .2rem 1rem .8rem; margin: 1rem 0; }
h3 { font-family: ui-monospace, monospace; font-size: 1rem; } h3 b { color: var(--strong); }
table { border-collapse: collapse; width: 100%; }
td { border-top: 1px solid var(--line); padding: .25rem .6rem .25rem 0;
vertical-align: top; } td:first-child { white-space: nowrap; } summary { cursor: pointer; }
@media (prefers-color-scheme: dark) { :root { --strong: #8fb1ff; } }
"""
EXAMPLE = """curl $ENGINE/v1/jobs -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" \\
  -d '{"operation": "sag.build_blueprint", "input": {"site_name": "Northwind Pets",
       "site_type": "ecommerce", "sectors": ["dog-supplies"]}}'
curl $ENGINE/v1/jobs/<id> -H "Authorization: Bearer $KEY\""""


def render_docs(document: dict[str, Any]) -> str:
    info = document["info"]
    routes = "".join(
        render_route(method, path, route)
        for path, methods in document["paths"].items()
        for method, route in methods.items()
    )
    wishes = document["paths"]["/v1/jobs"]["post"]["requestBody"]["content"]["application/json"]["schema"]["oneOf"]
    operations = "".join(render_operation(wish) for wish in wishes)
    schemas = "".join(render_schema(name, schema) for name, schema in sorted(document["components"]["schemas"].items()))
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{escape(info["title"])} {escape(info["version"])}</title><style>{STYLE}</style></head>
<body><h1>{escape(info["title"])}</h1>
<p>Version {escape(info["version"])} · <a href="/openapi.json">openapi.json</a></p>
<p>{escape(info["description"])}</p><pre>{escape(EXAMPLE)}</pre>
<h2>Calls</h2>{routes}<h2>Operations</h2>{operations}<h2>Shapes</h2>{schemas}</body></html>
"""


def render_route(method: str, path: str, route: dict[str, Any]) -> str:
    rows = [
        (
            f"<code>{escape(item['name'])}</code>",
            mark_up(f"{item['in']}: {describe(item['schema'])}. {item.get('description', '')}"),
        )
        for item in route["parameters"]
    ]
    rows += [(escape(status), render_answer(answer)) for status, answer in route["responses"].items()]
    table = "".join(f"<tr><td>{name}</td><td>{text}</td></tr>" for name, text in rows)
    needs = f"<p>{mark_up(route['description'])}</p>" if "description" in route else "<p>No key needed.</p>"
    title = f"<h3><b>{method.upper()}</b> {escape(path)}</h3>"
    return f"<article>{title}<p>{escape(route['summary'])}</p>{needs}<table>{table}</table></article>"


def render_answer(answer: dict[str, Any]) -> str:
    schema = answer.get("content", {}).get("application/json", {}).get("schema")
    return mark_up(answer["description"]) + (f" {link(schema)}" if schema else "")


def render_operation(wish: dict[str, Any]) -> str:
    name = escape(wish["title"])
    shapes = f"Input: {link(wish['properties']['input'])} · Output: {link(wish['x-output'])}"
    return f"<article><h3>{name}</h3><p>{mark_up(wish['description'])}</p><p>{shapes}</p></article>"


def render_schema(name: str, schema: dict[str, Any]) -> str:
    text = escape(json.dumps(schema, indent=2, ensure_ascii=False))
    return f'<details id="{escape(name)}"><summary><code>{escape(name)}</code></summary><pre>{text}</pre></details>'


def link(schema: dict[str, Any]) -> str:
    name = escape(schema.get("$ref", "").rpartition("/")[2])
    return f'<a href="#{name}"><code>{name}</code></a>' if name else ""


def mark_up(text: str) -> str:
    """Escaped, with `code` as code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text))


def describe(schema: dict[str, Any]) -> str:
    """A parameter's type in a few words."""
    if "anyOf" in schema:
        return " or ".join(describe(choice) for choice in schema["anyOf"] if choice.get("type") != "null")
    if "enum" in schema:
        return ", ".join(str(value) for value in schema["enum"])
    return str(schema.get("type", "any"))
