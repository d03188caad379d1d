"""Spanish keyword patterns: one row per way to ask, best first within each subject; columns as in `patterns_en.py`.

Only forms that need no agreement of gender: a plural takes no article here, and questions use the infinitive.
"""

from __future__ import annotations

from igny8.sag.keywords.patterns_en import ACT, AWARE, COMM, DECIDE, INFO, NAV, THINK, TRANS

ROWS: list[tuple[str, ...]] = [
    ("category thing provider", "esl", "head", "{things}", COMM, THINK),
    ("category thing", "c", "head", "{things}", INFO, AWARE),
    ("choice", "c", "head", "{bare} para principiantes", INFO, AWARE),

    # Tiendas
    ("category thing", "e", "buy", "comprar {things}", TRANS, ACT),
    ("category thing choice", "e", "how_to", "cómo elegir {things}", INFO, THINK, "Cómo elegir {things}", "guide"),
    ("category thing", "e", "price", "ofertas de {things}", TRANS, DECIDE),
    ("category thing", "e", "best", "opiniones sobre {things}", COMM, DECIDE),
    ("category", "e", "question", "tipos de {bare}", INFO, AWARE, "Tipos de {bare} y para qué sirve cada uno", "guide"),
    ("category thing", "e", "buy", "dónde comprar {things}", TRANS, DECIDE),
    ("category thing choice", "e", "question", "qué mirar al comprar {things}", INFO, THINK,
     "Qué mirar al comprar {things}", "guide"),
    ("category thing", "e", "comparison", "comparativa de {things}", COMM, THINK),
    ("category thing", "e", "price", "precio de {things}", COMM, DECIDE),
    ("category thing choice", "e", "question", "errores al comprar {things}", INFO, THINK,
     "Errores comunes al comprar {things}"),
    ("category choice", "e", "best", "guía de compra de {bare}", INFO, THINK),
    ("category thing", "e", "buy", "{things} online", TRANS, ACT),
    ("category", "e", "question", "preguntas sobre {bare}", INFO, THINK, "Preguntas frecuentes sobre {bare}"),
    ("thing", "e", "question", "qué {things} comprar", COMM, DECIDE),
    ("quality", "e", "question", "ventajas de {bare}", INFO, THINK, "{Bare}: ventajas y límites"),
    ("choice", "e", "price", "cuánto gastar en {things}", INFO, THINK),
    ("choice", "e", "question", "consejos para comprar {things}", INFO, THINK),

    # Servicios locales
    ("category thing provider", "l", "location", "{things} {near_me}", TRANS, ACT),
    ("category thing provider choice", "l", "price", "precio de {things}", COMM, THINK),
    ("category thing choice", "l", "price", "cuánto cuesta el servicio de {things}", INFO, THINK,
     "Cuánto cuesta el servicio de {things}", "guide"),
    ("category thing provider", "l", "price", "presupuesto de {things}", TRANS, DECIDE),
    ("category thing provider", "l", "best", "opiniones sobre {things}", COMM, DECIDE),
    ("category thing provider", "l", "how_to", "cómo elegir {things}", INFO, THINK, "Cómo elegir {things}", "guide"),
    ("category thing", "l", "buy", "contratar {things}", TRANS, ACT),
    ("category thing choice", "l", "question", "preguntas sobre {things}", INFO, THINK,
     "Preguntas frecuentes sobre {things}", "listicle"),
    ("category thing", "l", "question", "cuándo pedir {things}", INFO, THINK, "Cuándo pedir {things}"),
    ("choice", "l", "price", "tarifas de {things}", COMM, THINK),
    ("choice", "l", "price", "de qué depende el precio de {things}", INFO, THINK,
     "De qué depende el precio de {things}"),
    ("choice", "l", "price", "cómo ahorrar en {things}", INFO, THINK),
    ("provider", "l", "question", "cuándo llamar a {things}", INFO, AWARE, "Cuándo llamar a {things}"),

    # Software
    ("category thing", "s", "best", "qué {things} elegir", COMM, THINK),
    ("category thing choice", "s", "how_to", "cómo elegir {things}", INFO, THINK, "Cómo elegir {things}", "guide"),
    ("category thing", "s", "price", "precio de {things}", COMM, DECIDE),
    ("category thing", "s", "comparison", "comparativa de {things}", COMM, THINK),
    ("category thing", "s", "best", "opiniones sobre {things}", COMM, DECIDE),
    ("category", "s", "question", "para qué sirve {things}", INFO, AWARE, "Para qué sirve {things}", "guide"),
    ("category thing", "s", "buy", "{things} demo", TRANS, ACT),
    ("category thing choice", "s", "question", "ventajas de {things}", INFO, AWARE, "Ventajas de {things}"),
    ("category thing", "s", "price", "{things} gratis", COMM, THINK),
    ("category thing choice", "s", "question", "preguntas sobre {things}", INFO, DECIDE,
     "Preguntas antes de elegir {things}", "listicle"),
    ("choice", "s", "question", "requisitos de {things}", INFO, DECIDE),
    ("choice", "s", "question", "criterios para elegir {things}", INFO, THINK),

    # Contenido
    ("category choice", "c", "how_to", "cómo {verb}", INFO, AWARE, "Cómo {verb}", "guide"),
    ("category thing", "c", "question", "qué saber sobre {things}", INFO, AWARE, "Qué saber sobre {things}", "guide"),
    ("category thing", "c", "how_to", "consejos sobre {things}", INFO, THINK, "Consejos sobre {things}", "listicle"),
    ("category thing", "c", "question", "errores comunes con {things}", INFO, THINK, "Errores comunes con {things}"),
    ("category thing", "c", "question", "preguntas sobre {things}", INFO, THINK, "Preguntas frecuentes sobre {things}"),
    ("category thing", "c", "how_to", "guía de {things}", INFO, AWARE),
    ("category thing", "c", "question", "ideas de {things}", INFO, AWARE),
    ("category thing", "c", "how_to", "{things} paso a paso", INFO, DECIDE),
    ("choice", "c", "how_to", "aprender sobre {things}", INFO, AWARE),
    ("choice", "c", "question", "primeros pasos en {things}", INFO, AWARE, "Primeros pasos en {things}", "guide"),
    ("choice", "c", "question", "conceptos básicos de {things}", INFO, AWARE),
    ("choice", "c", "question", "errores de principiantes en {things}", INFO, THINK),

    # Problemas
    ("problem", "eslc", "head", "{problem}", INFO, AWARE),
    ("problem", "l", "head", "{repair}", TRANS, DECIDE),
    ("problem", "eslc", "question", "causas de {problem}", INFO, AWARE, "Causas de {problem}"),
    ("problem", "eslc", "how_to", "cómo evitar {problem}", INFO, THINK, "Cómo evitar {problem}", "guide"),
    ("problem", "l", "location", "{repair} {near_me}", TRANS, ACT),
    ("problem", "l", "price", "precio de {repair}", COMM, THINK),
    ("problem", "e", "head", "{nouns} para {problem}", COMM, THINK),
    ("problem", "s", "head", "{nouns} para {problem}", COMM, THINK),
    ("problem", "eslc", "question", "qué hacer ante {problem}", INFO, THINK, "Qué hacer ante {problem}"),
    ("problem", "elc", "question", "soluciones para {problem}", INFO, THINK),
    ("problem", "l", "question", "a quién llamar por {problem}", TRANS, DECIDE),
    ("problem", "eslc", "question", "consejos para {problem}", INFO, THINK),

    # Temas
    ("topic", "eslc", "head", "{topic}", INFO, AWARE),
    ("topic", "eslc", "head", "{doing}", INFO, AWARE),
    ("topic", "eslc", "how_to", "cómo {verb}", INFO, THINK, "Cómo {verb}", "guide"),
    ("topic", "eslc", "question", "qué saber sobre {topic}", INFO, AWARE, "Qué saber sobre {topic}", "guide"),
    ("topic", "eslc", "question", "consejos para {verb}", INFO, THINK),
    ("topic", "eslc", "question", "consejos sobre {topic}", INFO, THINK),
    ("topic", "eslc", "question", "errores al {verb}", INFO, THINK, "Errores comunes al {verb}"),
    ("topic", "eslc", "how_to", "guía para {verb}", INFO, AWARE),
    ("topic", "eslc", "how_to", "guía de {topic}", INFO, AWARE),
    ("topic", "eslc", "how_to", "{verb} paso a paso", INFO, DECIDE),
    ("topic", "eslc", "question", "preguntas sobre {topic}", INFO, THINK),
    ("topic", "eslc", "question", "cuándo {verb}", INFO, AWARE),

    # Comparaciones
    ("comparison", "eslc", "comparison", "{x} vs {y}", COMM, THINK),
    ("comparison", "eslc", "comparison", "diferencia entre {x} y {y}", INFO, AWARE, "Diferencias entre {x} y {y}"),
    ("comparison", "eslc", "question", "qué es mejor {x} o {y}", COMM, DECIDE),
    ("comparison", "eslc", "how_to", "cómo elegir entre {x} y {y}", INFO, DECIDE),
    ("comparison", "eslc", "comparison", "ventajas y desventajas de {x} y {y}", COMM, THINK),
    ("comparison", "eslc", "price", "precio de {x} y {y}", COMM, DECIDE),
    ("comparison", "eslc", "question", "cuándo elegir {x} en lugar de {y}", INFO, DECIDE),

    # Marcas
    ("brand", "escl", "brand", "{things}", NAV, DECIDE),
    ("brand", "escl", "brand", "opiniones sobre {brand}", COMM, DECIDE),
    ("brand", "e", "buy", "comprar {things}", TRANS, ACT),
    ("brand", "escl", "question", "qué saber sobre {brand}", INFO, THINK, "Qué saber sobre {brand}"),
    ("brand", "es", "comparison", "alternativas a {brand}", COMM, THINK),
    ("brand", "escl", "price", "precios de {brand}", COMM, DECIDE),
    ("brand", "l", "brand", "servicio técnico {brand}", TRANS, DECIDE),
]  # fmt: skip
