"""German keyword patterns: one row per way to ask, best first within each subject; columns as in `patterns_en.py`.

Only forms that need neither gender nor case of the site's own words: what stands before them takes the accusative or
nominative plural, which are alike; what would take another case stands behind a colon, and short queries leave
articles out, as people type them.
"""

from __future__ import annotations

from igny8.sag.keywords.patterns_en import ACT, AWARE, COMM, DECIDE, INFO, NAV, THINK, TRANS

ROWS: list[tuple[str, ...]] = [
    ("category thing provider", "esl", "head", "{things}", COMM, THINK),
    ("category thing", "c", "head", "{things}", INFO, AWARE),
    ("choice", "c", "head", "{bare} für Anfänger", INFO, AWARE),

    # Geschäfte
    ("category thing", "e", "buy", "{things} kaufen", TRANS, ACT),
    ("category thing choice", "e", "how_to", "{things} auswählen", INFO, THINK, "{Things} auswählen: worauf es ankommt",
     "guide"),
    ("category thing", "e", "best", "{things} Test", COMM, DECIDE),
    ("category thing", "e", "comparison", "{things} Vergleich", COMM, THINK),
    ("category thing", "e", "price", "{things} günstig", TRANS, DECIDE),
    ("category", "e", "question", "welche {bare} gibt es", INFO, AWARE, "Welche {bare} gibt es?", "guide"),
    ("category thing", "e", "buy", "{things} online bestellen", TRANS, ACT),
    ("category thing choice", "e", "question", "worauf achten: {things}", INFO, THINK,
     "{Things}: worauf man achtet", "guide"),
    ("category thing", "e", "best", "{things} Erfahrungen", COMM, DECIDE),
    ("category thing", "e", "price", "{things} Preise", COMM, DECIDE),
    ("category thing choice", "e", "best", "{bare} Ratgeber", INFO, THINK),
    ("category thing choice", "e", "question", "Fehler beim Kauf: {things}", INFO, THINK,
     "Häufige Fehler beim Kauf: {things}"),
    ("category", "e", "question", "{bare} Fragen", INFO, THINK, "{Bare}: häufige Fragen"),
    ("category thing", "e", "price", "{things} Angebote", TRANS, DECIDE),
    ("thing", "e", "question", "welche {things} kaufen", COMM, DECIDE),
    ("quality", "e", "question", "{bare} Vorteile", INFO, THINK, "{Bare}: Vorteile und Grenzen"),
    ("choice", "e", "price", "was kosten gute {things}", INFO, THINK),
    ("choice", "e", "question", "{things} Kaufberatung", INFO, THINK),

    # Dienstleistungen
    ("category thing provider", "l", "location", "{things} {near_me}", TRANS, ACT),
    ("category thing provider choice", "l", "price", "{things} Kosten", COMM, THINK, "{Things}: womit zu rechnen ist",
     "guide"),
    ("category thing provider", "l", "price", "{things} Kostenvoranschlag", TRANS, DECIDE),
    ("category thing provider", "l", "best", "{things} Erfahrungen", COMM, DECIDE),
    ("category thing provider", "l", "how_to", "{things} finden", INFO, THINK, "{Things} finden: so geht es", "guide"),
    ("category thing", "l", "buy", "{things} beauftragen", TRANS, ACT),
    ("category thing choice", "l", "question", "{things} Fragen", INFO, THINK, "{Things}: häufige Fragen",
     "listicle"),
    ("category thing", "l", "question", "{things} Ablauf", INFO, THINK, "{Things}: der Ablauf"),
    ("choice", "l", "price", "{things} Preisliste", COMM, THINK),
    ("choice", "l", "price", "{things} Preis berechnen", INFO, THINK),
    ("choice", "l", "price", "{things} sparen", INFO, THINK),
    ("provider", "l", "question", "wann {things} rufen", INFO, AWARE, "Wann man {things} ruft"),

    # Software
    ("category thing", "s", "best", "{things} Test", COMM, THINK),
    ("category thing choice", "s", "how_to", "{things} auswählen", INFO, THINK, "{Things} auswählen", "guide"),
    ("category thing", "s", "price", "{things} Preise", COMM, DECIDE),
    ("category thing", "s", "comparison", "{things} Vergleich", COMM, THINK),
    ("category thing", "s", "best", "{things} Erfahrungen", COMM, DECIDE),
    ("category", "s", "question", "wozu {things}", INFO, AWARE, "Wozu {things}?", "guide"),
    ("category thing", "s", "buy", "{things} Demo", TRANS, ACT),
    ("category thing choice", "s", "question", "{things} Vorteile", INFO, AWARE, "{Things}: Vorteile"),
    ("category thing", "s", "price", "{things} kostenlos", COMM, THINK),
    ("category thing choice", "s", "question", "{things} Fragen", INFO, DECIDE, "Fragen vor der Wahl: {things}",
     "listicle"),
    ("choice", "s", "question", "{things} Anforderungen", INFO, DECIDE),
    ("choice", "s", "question", "{things} Checkliste", INFO, THINK),

    # Inhalte
    ("category choice", "c", "how_to", "{verb}: so geht es", INFO, AWARE, "{Verb}: so geht es", "guide"),
    ("category thing", "c", "question", "Wissenswertes über {things}", INFO, AWARE, "Wissenswertes über {things}",
     "guide"),
    ("category thing", "c", "how_to", "{things} Tipps", INFO, THINK, "{Things}: Tipps", "listicle"),
    ("category thing", "c", "question", "{things} häufige Fehler", INFO, THINK, "{Things}: häufige Fehler"),
    ("category thing", "c", "question", "{things} Fragen", INFO, THINK, "{Things}: häufige Fragen"),
    ("category thing", "c", "how_to", "{things} Anleitung", INFO, AWARE),
    ("category thing", "c", "question", "{things} Ideen", INFO, AWARE),
    ("category thing", "c", "how_to", "{things} Schritt für Schritt", INFO, DECIDE),
    ("choice", "c", "how_to", "{things} lernen", INFO, AWARE),
    ("choice", "c", "question", "erste Schritte: {things}", INFO, AWARE, "Erste Schritte: {things}", "guide"),
    ("choice", "c", "question", "{things} Grundlagen", INFO, AWARE),
    ("choice", "c", "question", "{things} Anfängerfehler", INFO, THINK),

    # Probleme
    ("problem", "eslc", "head", "{problem}", INFO, AWARE),
    ("problem", "l", "head", "{repair}", TRANS, DECIDE),
    ("problem", "eslc", "question", "{problem} Ursachen", INFO, AWARE, "{Problem}: die Ursachen"),
    ("problem", "eslc", "how_to", "{problem} vermeiden", INFO, THINK, "{Problem} vermeiden", "guide"),
    ("problem", "l", "location", "{repair} {near_me}", TRANS, ACT),
    ("problem", "l", "price", "{repair} Kosten", COMM, THINK),
    ("problem", "e", "head", "{nouns} gegen {problem}", COMM, THINK),
    ("problem", "s", "head", "{nouns} gegen {problem}", COMM, THINK),
    ("problem", "eslc", "question", "was hilft gegen {problem}", INFO, THINK, "Was hilft gegen {problem}?"),
    ("problem", "elc", "question", "{problem} was tun", INFO, THINK),
    ("problem", "l", "question", "{problem} wer hilft", TRANS, DECIDE),
    ("problem", "eslc", "question", "{problem} Tipps", INFO, THINK),

    # Themen
    ("topic", "eslc", "head", "{topic}", INFO, AWARE),
    ("topic", "eslc", "head", "{doing}", INFO, AWARE),
    ("topic", "eslc", "how_to", "{doing}: so geht es", INFO, THINK, "{Doing}: so geht es", "guide"),
    ("topic", "eslc", "question", "{topic} einfach erklärt", INFO, AWARE, "{Topic}, einfach erklärt", "guide"),
    ("topic", "eslc", "question", "{doing} Tipps", INFO, THINK),
    ("topic", "eslc", "question", "{topic} Tipps", INFO, THINK),
    ("topic", "eslc", "question", "Fehler: {doing}", INFO, THINK, "Häufige Fehler: {doing}"),
    ("topic", "eslc", "how_to", "{doing} Anleitung", INFO, AWARE),
    ("topic", "eslc", "how_to", "{topic} Anleitung", INFO, AWARE),
    ("topic", "eslc", "how_to", "{doing} Schritt für Schritt", INFO, DECIDE),
    ("topic", "eslc", "question", "{topic} Fragen", INFO, THINK),
    ("topic", "eslc", "question", "{topic} Ratgeber", INFO, AWARE),
    ("topic", "eslc", "question", "{doing} Ratgeber", INFO, AWARE),

    # Vergleiche
    ("comparison", "eslc", "comparison", "{x} oder {y}", COMM, THINK),
    ("comparison", "eslc", "comparison", "{x} {y} Unterschied", INFO, AWARE,
     "{X} und {y}: der Unterschied"),
    ("comparison", "eslc", "question", "was ist besser {x} oder {y}", COMM, DECIDE),
    ("comparison", "eslc", "comparison", "{x} {y} Vergleich", COMM, THINK),
    ("comparison", "eslc", "comparison", "{x} vs {y}", COMM, THINK),
    ("comparison", "eslc", "price", "{x} {y} Kosten", COMM, DECIDE),
    ("comparison", "eslc", "question", "{x} oder {y} Vorteile", INFO, DECIDE),

    # Marken
    ("brand", "escl", "brand", "{things}", NAV, DECIDE),
    ("brand", "escl", "brand", "{brand} Erfahrungen", COMM, DECIDE),
    ("brand", "e", "buy", "{things} kaufen", TRANS, ACT),
    ("brand", "escl", "question", "Wissenswertes über {brand}", INFO, THINK, "Wissenswertes über {brand}"),
    ("brand", "es", "comparison", "{brand} Alternativen", COMM, THINK),
    ("brand", "escl", "price", "{brand} Preise", COMM, DECIDE),
    ("brand", "l", "brand", "{brand} Kundendienst", TRANS, DECIDE),
]  # fmt: skip
