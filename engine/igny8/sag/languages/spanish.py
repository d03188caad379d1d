"""Spanish: qualities after the noun, articles by gender, and what stands around a site's own words.

A template's values come as they are typed in mid-phrase and in the plural: 'impermeables', 'mujer', 'pies planos'.
Rules: Real Academia Española, Nueva gramática, chapters 3 (number) and 14 (articles).
"""

from __future__ import annotations

import re

from igny8.sag.languages.grammar import Grammar
from igny8.sag.languages.wording import Wording

GUIDES = {"informational": "Guías", "comparison": "Comparativas"}
WORDING = Wording(
    hubs={
        "problem": "{title}: causas y qué ayuda", "matter": "{title}: qué hacer",
        "topic": "{title}: guía práctica", "comparison": "{title}: cuál elegir",
    },
    problem_hubs={"local_services": "{title}: causas y qué hacer", "content": "{title}: qué ayuda"},
    terms={
        "ecommerce": {"thing": "Todo en {things}", "read": "Artículos sobre {value}",
                      "problem": "Productos para {value}"},
        "local_services": {"thing": "Consejos sobre {things}", "read": "Consejos sobre {value}",
                           "problem": "Ayuda con {value}", "for": "Consejos para {value}",
                           "location": "Servicios en {value}"},
        "saas": {"thing": "Recursos sobre {things}", "read": "Recursos sobre {value}",
                 "problem": "Recursos sobre {value}", "for": "Recursos para {value}",
                 "with": "Recursos sobre {value}"},
        "content": {"thing": "Artículos sobre {things}", "read": "Artículos sobre {value}",
                    "problem": "Artículos sobre {value}", "for": "Artículos para {value}",
                    "with": "Artículos sobre {value}"},
    },
    choices={
        "ecommerce": "Cómo elegir {things}", "local_services": "Precios de {things}",
        "saas": "Cómo elegir {things}", "content": "{Things} para principiantes",
    },
    ranges={"ecommerce": "Tienda", "local_services": "Servicios", "saas": "Producto", "content": "Temas"},
    groups={
        "ecommerce": {"use_case": "Según tu necesidad", "condition_problem": "Problemas", **GUIDES},
        "local_services": {"condition_problem": "Problemas", "use_case": "A quién ayudamos", **GUIDES},
        "saas": {"use_case": "Soluciones", "condition_problem": "Retos", **GUIDES},
        "content": {"use_case": "Para ti", "condition_problem": "Problemas", **GUIDES},
    },
    home="{site}: {what}",
    in_place="{what} en {place}",
    home_summary="De qué trata {site} y cómo llegar a sus partes principales.",
    article_summary="Responde a «{phrase}» y lleva a {title}.",
    term_summary="Guías, comparativas y otras páginas sobre «{value}».",
    comparison_summary="En qué se diferencian {x} y {y}, y cuándo conviene cada opción.",
    matter_summary="{Problem}: qué significa para ti, qué hacer primero y a quién preguntar.",
    problem_summary="De dónde viene el problema «{problem}» y cómo tratarlo.",
    problems_summary="De dónde viene el problema «{problem}» y cómo tratarlo.",
    subject_summaries={
        "topic": "Lo que conviene saber sobre {things}, desde el primer paso.",
        "choice": "Qué preguntar y comparar antes de decidir sobre {things}.",
    },
    hub_summaries={
        "ecommerce": "Una visión general de {things}: qué hay, en qué se diferencia y por dónde seguir.",
        "local_services": "{Things}: cuándo pedir ayuda y qué esperar.",
        "saas": "Qué debe ofrecer {things}, para quién, y cómo comparar las opciones.",
        "content": "El punto de partida para todo sobre {things}.",
    },
    versus="{x} vs {y}",
    list_end="{first} y {last}",
    near_me="cerca de mí",
    services="servicios de {things}",
    integration="integración con {name}",
)  # fmt: skip
FEMININE = ("a", "ión", "dad", "tad", "tud", "umbre", "ez", "sis")
MASCULINE_IN_A = ("ma", "día", "mapa", "sofá", "tranvía")  # problema, sistema, programa
NOUN_ENDS = re.compile(r"\s(?:de|del|para|con|en|sin|por|a)\s")
SHORTEST_PLURAL = 4  # letters: 'gas', 'mes' and 'bus' are singular


class Spanish(Grammar):
    """Castilian as typed everywhere."""

    code = "es"
    wording = WORDING
    puts_quality_first = False
    joints = {"for": "para", "in": "en", "with": "con", "by": "de", "to": "para"}  # noqa: RUF012 - never changed
    small_words = frozenset(
        """
        a al como con cual cuando de del desde donde el en entre es esta este hay la las lo los me mi o para pero por
        que qué cómo cuál cuándo dónde se según si sin sobre son su sus te tu tus un una unas unos vs y
        """.split()  # noqa: SIM905 - word lists read best as text
    )

    def singularise(self, word: str) -> str:
        low = word.lower()
        if len(low) < SHORTEST_PLURAL or not low.endswith("s") or low.endswith(("sis", "us", "és", "ás")):
            return word
        if low.endswith("ces"):
            return word[:-3] + "z"
        if low.endswith(("iones", "ores", "ales", "eles", "iles", "oles", "ades", "udes", "enes", "ines")):
            return word[:-2]
        return word[:-1]

    def pluralise(self, word: str) -> str:
        low = word.lower()
        if low.endswith("z"):
            return word[:-1] + "ces"
        return word + ("s" if low[-1:] in "aeiouáéó" else "" if low.endswith("s") else "es")

    def is_plural(self, phrase: str) -> bool:
        noun = NOUN_ENDS.split(f"{phrase} ", maxsplit=1)[0].split(" ", 1)[0]
        return self.singularise(noun) != noun

    def with_article(self, phrase: str) -> str:
        noun = phrase.split(" ", 1)[0].lower()
        is_feminine = noun.endswith(FEMININE) and not noun.endswith(MASCULINE_IN_A)
        return f"{'una' if is_feminine else 'un'} {phrase}"

    def is_doing(self, phrase: str, is_activity: bool = False) -> bool:
        words = phrase.lower().split()
        return len(words) > 1 and words[0].endswith(("ar", "er", "ir"))

    def imperative(self, doing: str, is_activity: bool = False) -> str:
        return doing if self.is_doing(doing, is_activity) else ""
