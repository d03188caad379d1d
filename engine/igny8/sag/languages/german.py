"""German: nouns keep their capitals, qualities come declined from the template ('wasserdichte'), gender is not guessed.

A template's values come as they are typed in mid-phrase and in the plural. Rules: Duden, Die Grammatik, chapters on
number and on the capital of nouns.
"""

from __future__ import annotations

import re

from igny8.sag.languages.grammar import Grammar
from igny8.sag.languages.wording import Wording

GUIDES = {"informational": "Ratgeber", "comparison": "Vergleiche"}
WORDING = Wording(
    hubs={
        "problem": "{title}: Ursachen und was hilft", "matter": "{title}: was zu tun ist",
        "topic": "{title}: ein praktischer Leitfaden", "comparison": "{title}: was passt besser",
    },
    problem_hubs={"local_services": "{title}: Ursachen und was zu tun ist", "content": "{title}: was hilft"},
    terms={
        "ecommerce": {"thing": "Alle {things}", "read": "Artikel über {value}",
                      "problem": "Produkte gegen {value}"},
        "local_services": {"thing": "Rat: {things}", "read": "Rat: {value}", "problem": "Hilfe: {value}",
                           "for": "Rat für {value}", "location": "Leistungen in {value}"},
        "saas": {"thing": "Wissen: {things}", "read": "Wissen: {value}", "problem": "Wissen: {value}",
                 "for": "Wissen für {value}", "with": "Wissen: {value}"},
        "content": {"thing": "Artikel über {things}", "read": "Artikel über {value}",
                    "problem": "Artikel über {value}", "for": "Artikel für {value}", "with": "Artikel über {value}"},
    },
    choices={
        "ecommerce": "{Things} auswählen", "local_services": "{Things}: Kosten",
        "saas": "{Things} auswählen", "content": "{Things} für Anfänger",
    },
    ranges={"ecommerce": "Shop", "local_services": "Leistungen", "saas": "Produkt", "content": "Themen"},
    groups={
        "ecommerce": {"use_case": "Nach Bedarf", "condition_problem": "Probleme", **GUIDES},
        "local_services": {"condition_problem": "Probleme", "use_case": "Für wen", **GUIDES},
        "saas": {"use_case": "Lösungen", "condition_problem": "Aufgaben", **GUIDES},
        "content": {"use_case": "Für Sie", "condition_problem": "Probleme", **GUIDES},
    },
    home="{site}: {what}",
    in_place="{what} in {place}",
    home_summary="Worum es bei {site} geht und wie man zu den wichtigsten Teilen kommt.",
    article_summary="Beantwortet „{phrase}“ und führt zu {title}.",
    term_summary="Ratgeber, Vergleiche und weitere Seiten zu „{value}“.",
    comparison_summary="Worin sich {x} und {y} unterscheiden und wann was besser passt.",
    matter_summary="{Problem}: was es für Sie bedeutet, was zuerst zu tun ist und wen man fragt.",
    problem_summary="Woher das Problem „{problem}“ kommt und was man dagegen tut.",
    problems_summary="Woher das Problem „{problem}“ kommt und was man dagegen tut.",
    subject_summaries={
        "topic": "Was man zu „{things}“ wissen sollte, vom ersten Schritt an.",
        "choice": "Was man vor der Entscheidung für {things} fragt und vergleicht.",
    },
    hub_summaries={
        "ecommerce": "Ein Überblick über {things}: was es gibt, worin es sich unterscheidet und wie es weitergeht.",
        "local_services": "{Things}: wann Hilfe gebraucht wird und was zu erwarten ist.",
        "saas": "Was {things} können sollte, für wen, und wie man vergleicht.",
        "content": "Der Einstieg in alles rund um {things}.",
    },
    versus="{x} oder {y}",
    list_end="{first} und {last}",
    near_me="in der Nähe",
    services="{things}",
    integration="{name}-Anbindung",
)  # fmt: skip
PLURAL_ENDS = ("en", "er", "e", "n", "s")
NOUN_ENDS = re.compile(r"\s(?:für|mit|in|von|aus|ohne|zu|bei|gegen|zum|zur|im)\s")
SHORTEST = 5  # letters of a word that may lose an ending


class German(Grammar):
    """Standard German."""

    code = "de"
    wording = WORDING
    joints = {"for": "für", "in": "in", "with": "mit", "by": "von", "to": "für"}  # noqa: RUF012 - never changed
    small_words = frozenset(
        """
        ab als am an auf aus bei beim das dem den der des die ein eine einem einen einer es für gegen hat ich im in ist
        man mein mit nach oder ohne sich sie sind so über um und vom von vor vs wann warum was welche welcher welches
        wie wo zu zum zur
        """.split()  # noqa: SIM905 - word lists read best as text
    )

    def stem(self, word: str) -> str:
        low = word.lower().replace("ß", "ss")
        low = low.replace("ä", "a").replace("ö", "o").replace("ü", "u")  # Schuh, Schuhe; Baum, Bäume
        for end in PLURAL_ENDS:
            if low.endswith(end) and len(low) - len(end) >= SHORTEST - 1:
                return low[: -len(end)]
        return low

    def uncapitalise(self, label: str) -> str:
        """Nouns keep their capital; a quality before its noun loses it: 'Tropfende Wasserhähne'."""
        first, _, rest = label.partition(" ")
        is_quality = first.endswith(("e", "en", "er", "es")) and first[1:].islower() and rest[:1].isupper()
        return label[:1].lower() + label[1:] if is_quality else label

    def is_plural(self, phrase: str) -> bool:
        noun = NOUN_ENDS.split(f"{phrase} ", maxsplit=1)[0].rsplit(" ", 1)[-1].lower()
        return noun.endswith(("en", "er", "e", "s")) and not noun.endswith(("ung", "ware"))

    def is_doing(self, phrase: str, is_activity: bool = False) -> bool:
        words = phrase.split()
        return len(words) > 1 and words[-1].islower() and words[-1].endswith("n")

    def imperative(self, doing: str, is_activity: bool = False) -> str:
        return doing if self.is_doing(doing, is_activity) else ""
