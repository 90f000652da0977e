"""What the reference says of its own, in both languages: titles, heads of tables, and what a page is for."""

from typing import Any

# fmt: off
WORDS: dict[str, dict[str, Any]] = {
    "folder": {"es": "referencia", "en": "reference"},
    "names": {
        "es": {"commands": "ordenes", "engagement": "ficha", "practice": "practice", "clauses": "clausulas",
               "niches": "nichos", "rules": "reglas", "messages": "mensajes", "exits": "codigos-de-salida"},
        "en": {"commands": "commands", "engagement": "spec", "practice": "practice", "clauses": "clauses",
               "niches": "niches", "rules": "rules", "messages": "messages", "exits": "exit-codes"},
    },
    "titles": {
        "es": {"commands": "Órdenes", "engagement": "Claves de la ficha", "practice": "Claves de practice.yaml",
               "clauses": "Cláusulas", "niches": "Nichos", "rules": "Reglas", "messages": "Los demás mensajes",
               "exits": "Códigos de salida"},
        "en": {"commands": "Commands", "engagement": "Keys of the spec", "practice": "Keys of practice.yaml",
               "clauses": "Clauses", "niches": "Niches", "rules": "Rules", "messages": "All other messages",
               "exits": "Exit codes"},
    },
    "intros": {
        "es": {
            "commands": "Lo que se escribe y lo que hace, tal como lo dice cada orden con `--help`. Con `vadocs --lang en` "
                        "lo dice en inglés.",
            "engagement": "Todo lo que puede decir la ficha de un cliente. Un punto separa lo que va dentro: "
                          "`fees.amount` es `amount` dentro de `fees`, y `[]` es una lista. No hace falta casi nada de "
                          "esto: `vadocs new` pregunta lo que tu caso necesita, y `vadocs check` dice qué falta.",
            "practice": "Lo que puede estar en `practice.yaml`, que vale para todos tus clientes. Lo que diga la ficha "
                        "de un cliente vale más.",
            "clauses": "Las cláusulas que trae vadocs, con su resumen y lo que se puede cambiar de cada una sin tocar su "
                       "texto. Ninguna la ha revisado nadie de la abogacía. `vadocs clauses show` enseña además los textos.",
            "niches": "Qué cambia cada nicho, qué tareas y exclusiones ofrece y qué riesgos conviene saber. "
                      "`vadocs niches show` da el texto listo para pegar.",
            "rules": "Lo que `vadocs check` y `vadocs render` miran en cada encargo. **E** impide escribir, **W** avisa, "
                     "**N** informa. Los puntos suspensivos son lo que depende de tu caso.",
            "messages": "Todo lo demás que vadocs puede decir de tus archivos: para buscar un código que has visto. Los "
                        "puntos suspensivos son lo que depende de tu caso.",
            "exits": "El número con que acaba cada orden, para quien la llama desde otro programa.",
        },
        "en": {
            "commands": "What you type and what it does, as each command tells it with `--help`.",
            "engagement": "All that a client's file may say. A dot leads inside: `fees.amount` is `amount` within `fees`, "
                          "and `[]` is a list. Hardly any of this is needed: `vadocs new` asks what your case needs, "
                          "and `vadocs check` says what is missing.",
            "practice": "What may stand in `practice.yaml`, which holds for all your clients. What a client's own file "
                        "says counts for more.",
            "clauses": "The clauses that come with vadocs, each with its summary and with what can be changed about it "
                       "without touching its text. No lawyer has reviewed any of them. `vadocs clauses show` prints the texts.",
            "niches": "What each niche changes, which tasks and exclusions it offers, and which risks are good to know. "
                      "`vadocs niches show` gives the text ready to paste.",
            "rules": "What `vadocs check` and `vadocs render` look at in each engagement. **E** keeps files from being "
                     "written, **W** warns, **N** informs. An ellipsis stands for what depends on your case.",
            "messages": "All else that vadocs may say about your files: to look up a code that you have seen. An ellipsis "
                        "stands for what depends on your case.",
            "exits": "The number that each command ends with, for whoever calls it from another program.",
        },
    },
    "key_head": {"es": ("clave", "qué es", "qué admite", "dónde sale"), "en": ("key", "what it is", "takes", "seen")},
    "parameter_head": {"es": ("clave", "si no se dice", "qué es"), "en": ("key", "default", "what it is")},
    "exit_head": {"es": ("código", "significa"), "en": ("code", "means")},
    "as": {"es": "lo mismo que `{key}`", "en": "the same as `{key}`"},
    "default": {"es": "si no se dice, `{value}`", "en": "default `{value}`"},
    "seen": {
        "es": {"printed": "documentos", "computes": "cálculo", "internal": "solo tú"},
        "en": {"printed": "documents", "computes": "computing", "internal": "only you"},
    },
    "kinds": {
        "es": {"array": "lista", "string": "texto", "text": "texto", "number": "número", "integer": "número entero",
               "boolean": "`true` o `false`", "date": "fecha (2026-12-01)", "email": "correo", "uri": "dirección web",
               "country": "código de país, ISO 3166-1 (`ES`)"},
        "en": {"array": "list", "string": "text", "text": "text", "number": "number", "integer": "whole number",
               "boolean": "`true` or `false`", "date": "date (2026-12-01)", "email": "e-mail", "uri": "web address",
               "country": "country code, ISO 3166-1 (`ES`)"},
    },
    "clause_facts": {
        "es": "Edición {edition}. Textos: {texts}.", "en": "Edition {edition}. Texts: {texts}.",
    },
    "family": {"es": "Familia", "en": "Family"},
    "niche": {
        "es": {"changes": "Cláusulas que toca:", "tasks": "Tareas:", "exclusions": "Lo que no se hace:",
               "risks": "Riesgos:"},
        "en": {"changes": "Clauses touched:", "tasks": "Tasks:", "exclusions": "What is not done:", "risks": "Risks:"},
    },
    "rule": {
        "es": {"head": ("código", "qué pasa", "qué hacer", "además"), "internal": "solo para tus ojos",
               "acceptable": "se puede aceptar con un motivo"},
        "en": {"head": ("code", "what is found", "what to do", "besides"), "internal": "for your eyes only",
               "acceptable": "may be accepted with a reason"},
    },
    "exits": {
        "es": {"DONE": "hecho (puede haber avisos, salvo con `--strict`)",
               "INPUT": "la ficha, una cláusula o una plantilla tienen errores; no se ha escrito ningún archivo suyo",
               "USAGE": "la orden está mal escrita", "BATCH": "parte de un lote ha fallado",
               "ENVIRONMENT": "el disco o un permiso lo impiden", "BUG": "un fallo nuestro", "INTERRUPTED": "interrumpido"},
        "en": {"DONE": "done (there may be warnings, unless `--strict` is given)",
               "INPUT": "the spec, a clause or a template has errors; none of its files was written",
               "USAGE": "the command was not typed correctly", "BATCH": "part of a batch failed",
               "ENVIRONMENT": "the disk or a permission prevents it", "BUG": "a fault of ours",
               "INTERRUPTED": "interrupted"},
    },
}
"""By what it is, then by language."""
