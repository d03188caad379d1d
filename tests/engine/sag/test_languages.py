"""Blueprints in Spanish and German from the site's own templates, and English unharmed by them."""

from __future__ import annotations

import threading
from collections import Counter
from pathlib import Path

import pytest
from igny8.operations import OperationError
from igny8.sag.blueprint import Blueprint, BlueprintInput, Facts
from igny8.sag.build import build_blueprint
from igny8.sag.gate import find_faults
from igny8.sag.languages import LANGUAGES, language_of, speaking, words
from igny8.sag.phrases import Part, join, topic_of
from igny8.sag.slugs import slugify
from igny8.sag.template import IndustryFile, Joint, Role

FOLDER = Path(__file__).parent / "languages"
LOCALES = {"es": "es_ES", "de": "de_AT"}


def build(language: str, **facts: list[str]) -> Blueprint:
    template = IndustryFile.model_validate_json((FOLDER / f"{language}.json").read_bytes()).sectors[0]
    assert find_faults(template) == []
    given = BlueprintInput(
        site_name="Norte", site_type=template.site_types[0], locale=LOCALES[language], sectors=[template.slug],
        templates=[template], facts=Facts.model_validate(facts),
    )  # fmt: skip
    return build_blueprint(given, lambda *step: None)


@pytest.mark.parametrize(
    ("locale", "noun", "value", "role", "joint", "phrase"),
    [
        ("en_US", "running shoes", "women", "audience", "for", "running shoes for women"),
        ("en_US", "running shoes", "waterproof", "feature", "prefix", "waterproof running shoes"),
        ("es_ES", "zapatillas de correr", "mujer", "audience", "for", "zapatillas de correr para mujer"),
        ("es_MX", "zapatillas de correr", "impermeables", "feature", "prefix", "zapatillas de correr impermeables"),
        ("es_ES", "fontaneros", "Madrid", "location", "in", "fontaneros en Madrid"),
        ("es_ES", "mesas", "roble", "material", "by", "mesas de roble"),
        ("es_ES", "software CRM", "Slack", "integration", "with", "software CRM con integración con Slack"),
        ("de_DE", "Laufschuhe", "Damen", "audience", "for", "Laufschuhe für Damen"),
        ("de_DE", "Laufschuhe", "wasserdichte", "feature", "prefix", "wasserdichte Laufschuhe"),
        ("de_CH", "Klempner", "Notdienst-", "feature", "prefix", "Notdienst-Klempner"),
        ("de_DE", "Klempner", "Leipzig", "location", "in", "Klempner in Leipzig"),
        ("de_DE", "CRM-Software", "Slack", "integration", "with", "CRM-Software mit Slack-Anbindung"),
    ],
)
def test_a_phrase_has_the_order_and_the_words_of_its_language(
    locale: str, noun: str, value: str, role: Role, joint: Joint, phrase: str
) -> None:
    with speaking(locale):
        joined = join(topic_of(noun), [Part(value, role, joint)])
    assert joined and joined.things == phrase


@pytest.mark.parametrize(
    ("locale", "noun", "value"),
    [("es_ES", "zapatillas de niños", "niños"), ("de_DE", "Schuhe", "Schuh"), ("en_US", "dog beds", "dogs")],
)
def test_no_language_says_a_word_twice(locale: str, noun: str, value: str) -> None:
    with speaking(locale):
        joined = join(topic_of(noun), [Part(value, "audience", "for")])
        assert joined is None or not words.has_doubled_word(joined.things)


@pytest.mark.parametrize("language", ["es", "de"])
def test_a_whole_blueprint_speaks_its_language(language: str) -> None:
    blueprint = build(language, locations=["Leipzig"], brands=["Altra"])
    assert len(blueprint.keywords) >= 300 and len(blueprint.clusters) >= 20
    assert len({cluster.type for cluster in blueprint.clusters}) >= 5
    english = {"the", "for", "with", "best", "how", "what", "and", "near", "choose", "tips", "guide", "all", "shop"}
    texts = [keyword.phrase for keyword in blueprint.keywords]
    texts += [text for page in blueprint.pages for text in (page.title, page.summary) if page.kind != "commercial"]
    texts += [cluster.title for cluster in blueprint.clusters]
    assert [text for text in texts if english & set(text.lower().split())] == []
    assert max(Counter(keyword.cluster for keyword in blueprint.keywords).values()) <= 20
    with speaking(LOCALES[language]):
        once = [
            keyword.phrase
            for keyword in blueprint.keywords
            if words.has_doubled_word(keyword.phrase) and " vs " not in keyword.phrase
        ]
    assert once == []


def test_keywords_read_as_they_are_typed() -> None:
    spanish = {keyword.phrase for keyword in build("es").keywords}
    assert {
        "comprar zapatillas de trail", "zapatillas de asfalto para pies planos", "zapatillas de correr impermeables",
        "cómo elegir la talla", "zapatillas de asfalto vs trail", "causas de fascitis plantar",
    } <= spanish  # fmt: skip
    german = {keyword.phrase for keyword in build("de", locations=["Leipzig"]).keywords}
    assert {
        "Klempner in Leipzig", "Rohrreinigung in der Nähe", "Notdienst-Klempner", "günstige Klempner",
        "Heizkörper entlüften", "was hilft gegen kalte Heizkörper", "Rohrreinigung oder Rohrsanierung",
    } <= german  # fmt: skip


def test_the_same_input_gives_the_same_blueprint() -> None:
    assert build("es").model_dump_json() == build("es").model_dump_json()


def test_two_builds_at_once_do_not_mix_their_languages() -> None:
    found: dict[str, list[str]] = {}

    def run(language: str) -> None:
        for _ in range(3):
            found.setdefault(language, []).append(build(language).menu[0].label)

    threads = [threading.Thread(target=run, args=(language,)) for language in ("es", "de")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {"es": ["Tienda"] * 3, "de": ["Leistungen"] * 3}


def test_a_language_without_patterns_is_refused_naming_those_there_are() -> None:
    assert [language_of(f"{code}_XX") for code in LANGUAGES] == list(LANGUAGES)
    with pytest.raises(OperationError) as caught:
        language_of("fi_FI")
    assert "Available: de, en, es" in caught.value.message


def test_addresses_have_no_accents() -> None:
    assert slugify("Größe für Füße") == "grosse-fur-fusse"
    assert slugify("Análisis de la pisada") == "analisis-de-la-pisada"
