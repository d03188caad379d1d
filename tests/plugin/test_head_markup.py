"""Every kind of page and every type under hostile names: valid HTML, one of each tag in the head, one sound graph.

The HTML is parsed by html5lib, whose errors are those of the WHATWG parsing rules; what a head may hold is checked
here. A title with tags in it is printed into the body by WordPress as it is: of that page only the head is judged.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen
from xml.etree.ElementTree import Element

import html5lib
import pytest
from stack.wordpress import ROOT, WordPress

PAGES = ROOT / "tests" / "plugin" / "Schema" / "pages.php"
SEVERAL = {
    "og:image",
    "og:locale:alternate",
    "article:tag",
    "article:author",
}  # properties that may stand several times
RAW = {"raw", "after raw", "search"}  # the page with such a title, and what shows its title
PASSWORD_FORM = 'name="redirect_to"'  # WordPress' own form closes a paragraph twice
IN_HEAD = {"base", "link", "meta", "noscript", "script", "style", "template", "title"}


@pytest.fixture(scope="module")
def site(make_site: Callable[..., WordPress]) -> WordPress:
    site = make_site(theme="twentytwentyfive")
    site.serve()
    return site


def fetch(url: str) -> tuple[int, str]:
    try:
        with urlopen(url, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as answer:
        return answer.code, answer.read().decode()


def parse(html: str, is_head_only: bool) -> tuple[Element, list[str]]:
    """The document, and what breaks the parsing rules with the text around it."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    tree = parser.parse(html)
    lines = html.split("\n")
    last = html[: html.index("</head>")].count("\n") + 1 if is_head_only else len(lines)
    errors = [(row, col, code) for (row, col), code, _ in parser.errors if row <= last]
    around = [f"{code} in {lines[row - 1][max(0, col - 80) : col + 20]!r}" for row, col, code in errors]
    return tree, [error for error in around if PASSWORD_FORM not in error]


def faults_of_head(head: Element) -> list[str]:
    """What stands there twice, stands there without a value, or does not belong there."""
    metas = head.findall("meta")
    once = Counter(meta.get("name") or meta.get("property") or meta.get("http-equiv") or "charset" for meta in metas)
    once.update(
        f"link {link.get('rel')}" for link in head.findall("link") if link.get("rel") in {"canonical", "prev", "next"}
    )
    once["title"] = len(head.findall("title"))
    faults = [f"{name} stands there {times} times" for name, times in once.items() if times > 1 and name not in SEVERAL]
    faults += [f"no {name}" for name in ("title", "viewport") if not once[name]]
    faults += [f"{child.tag} in the head" for child in head if isinstance(child.tag, str) and child.tag not in IN_HEAD]
    faults += [
        f"empty {child.tag} {child.attrib}"
        for child in metas
        if child.get("charset") is None and not child.get("content")
    ]
    faults += [
        f"link without an address {link.attrib}"
        for link in head.findall("link")
        if "://" not in (link.get("href") or "") and not (link.get("href") or "").startswith("//")
    ]
    addresses = ("og:url", "og:image", "twitter:image")
    faults += [
        f"{meta.attrib} is no address"
        for meta in metas
        if (meta.get("property") or meta.get("name")) in addresses and "://" not in (meta.get("content") or "")
    ]
    return faults


@pytest.mark.parametrize("theme", ["twentytwentyfive", "igny8"])
def test_every_kind_of_page_and_type_is_valid(site: WordPress, tmp_path: Path, theme: str) -> None:
    known = site.core / "pages.json"
    if not known.exists():
        known.write_text(site.wp("eval-file", str(PAGES)))
    site.wp("theme", "activate", theme)
    pages: dict[str, tuple[str, int]] = json.loads(known.read_text())
    if theme == "igny8":  # a type changes the graph only, which no theme touches
        pages = {name: page for name, page in pages.items() if not name.startswith(("type ", "bare "))}
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(fetch, (site.url + path for path, _ in pages.values())))
    faults: list[str] = []
    graphs: dict[str, list[dict[str, object]]] = {}
    for (name, (_, status)), (answered, html) in zip(pages.items(), answers, strict=True):
        tree, errors = parse(html, name in RAW)
        head = tree.find("head")
        assert head is not None
        scripts = [node for node in tree.iter("script") if node.get("type") == "application/ld+json"]
        errors += faults_of_head(head)
        errors += [f"status {answered}"] * (answered != status)
        errors += [f"{len(scripts)} graphs"] * (len(scripts) != (1 if status == 200 else 0))
        errors += ["script from a title"] * any(
            "alert(1)" in (node.text or "") for node in head.iter("script") if node not in scripts
        )
        faults += [f"{name}: {error}" for error in errors]
        graphs.update({name: json.loads(node.text or "")["@graph"] for node in scripts})  # noqa: B035 -- none or one
    (tmp_path / "graphs.json").write_text(json.dumps(graphs))
    faults += site.wp("eval-file", str(PAGES), str(tmp_path / "graphs.json")).splitlines()
    assert "\n".join(faults) == ""
