"""The JSON Schema of a `clause.yaml`."""

from typing import Any, get_args

from vadocs.model.clause import Placement
from vadocs.model.vocabulary import Type

TEXT: dict[str, Any] = {"type": "string"}
ID: dict[str, Any] = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
IDS: dict[str, Any] = {"type": "array", "items": ID}
BOTH: dict[str, Any] = {
    "type": "object", "properties": {"es": TEXT, "en": TEXT}, "required": ["es", "en"], "additionalProperties": False,
}  # fmt: skip
_CONFIRMATION: dict[str, Any] = {**BOTH, "properties": {"es": TEXT, "en": TEXT, "when": TEXT}}
_FORMS: dict[str, Any] = {
    "type": "object", "additionalProperties": {"type": "array", "items": TEXT, "minItems": 1},
}  # fmt: skip


def described(es: str, en: str, taken: dict[str, Any]) -> dict[str, Any]:
    return {"description": f"{es}\n\n{en}", **taken}


def _parameter() -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "type": described("tipo", "type", {"type": "string", "enum": list(get_args(Type))}),
            "unit": described("unidad de una cantidad", "unit of a quantity", TEXT),
            "choices": described("códigos posibles", "possible codes", {"type": "array", "items": TEXT}),
            "default": described(
                "valor por defecto", "default value", {"type": ["string", "number", "boolean", "array"]}
            ),
            "required": described(
                "si su falta es un dato pendiente",
                "whether its absence is an open point",
                {"type": "boolean"},
            ),
            "description": described("descripción", "description", BOTH),
        },
    }


_SOURCE: dict[str, Any] = {
    "type": "object",
    "required": ["title"],
    "additionalProperties": False,
    "properties": {
        "title": described("ley o texto", "law or text", BOTH),
        "url": described("dirección, si se conoce", "address, where it is known", TEXT),
        "source_read": described(
            "`false`: se conoce la dirección y nadie la ha abierto",
            "`false`: the address is known and nobody opened it",
            {"type": "boolean"},
        ),
    },
}
_MAPS: dict[str, Any] = {"type": "object", "additionalProperties": {"type": "array", "items": TEXT}}


def clause_schema(draft: str) -> dict[str, Any]:
    """The schema, of the JSON Schema version that `draft` names."""
    return {
        "$schema": draft,
        "title": "vadocs clause",
        "description": "Una cláusula.\n\nA clause.",
        "type": "object",
        "additionalProperties": False,
        "required": ["id", "title", "summary"],
        "properties": {**_facts(), **_contents()},
    }


def _facts() -> dict[str, Any]:
    """What a clause is, where it stands, and when."""
    return {
        "id": described("el nombre de su carpeta", "the name of its folder", ID),
        "based_on": described(
            "edición de vadocs de la que salió una cláusula propia",
            "edition of vadocs that a clause of one's own was made from",
            {"type": "integer", "minimum": 1},
        ),
        "edition": described("edición, desde 1", "edition, from 1", {"type": "integer", "minimum": 1}),
        "title": described("título", "title", BOTH),
        "summary": described("resumen en lenguaje llano", "summary in plain language", BOTH),
        "placement": described(
            "lugar en el documento", "place in the document", {"enum": list(get_args(Placement))}
        ),
        "after": described(
            "cláusulas tras las que va, si ningún conjunto la ordena; la última que esté",
            "clauses it goes after where no set orders it; the last one that is there",
            IDS,
        ),
        "namespace": described(
            "nombre de sus parámetros en la ficha", "name of its parameters in the spec", TEXT
        ),
        "parameters": described(
            "parámetros", "parameters", {"type": "object", "additionalProperties": _parameter()}
        ),
        "requires": described("cláusulas que necesita", "clauses it needs", IDS),
        "excludes": described("cláusulas incompatibles", "clauses it excludes", IDS),
        "applies_when": described("condición", "condition", TEXT),
        "confirm": described(
            "datos que una persona confirma antes de firmar, por su nombre, con la razón; `when`: solo si se da",
            "facts that a person confirms before signing, by name, with the reason; `when`: only if that holds",
            {"type": "object", "additionalProperties": _CONFIRMATION},
        ),
    }


def _contents() -> dict[str, Any]:
    """What a clause defines and rests on, and what is said of its texts."""
    return {
        "defines": described(
            "términos que define y sus formas",
            "terms it defines, and their forms",
            {"type": "object", "additionalProperties": _FORMS},
        ),
        "law": described(
            "países para los que es; vacío, todos",
            "countries it is for; empty: all",
            {"type": "array", "items": TEXT},
        ),
        "sources": described("fuentes", "sources", {"type": "array", "items": _SOURCE}),
        "maps": described(
            "exigencias de la ley y anclas que las cumplen",
            "what the law demands, and the anchors that hold it",
            _MAPS,
        ),
        "short": described("por qué tiene menos de 60 palabras", "why it has fewer than 60 words", TEXT),
        "hard": described(
            "por qué su texto en español es difícil de leer", "why its Spanish text is hard to read", TEXT
        ),
        "allows": described(
            "palabras que se evitan y aquí hacen falta, con su motivo",
            "words that are avoided and needed here, with the reason",
            {"type": "object", "additionalProperties": TEXT},
        ),
        "review_state": described(
            "si un abogado la ha revisado",
            "whether a lawyer reviewed it",
            {"enum": ["not_reviewed_by_a_lawyer", "reviewed_by_a_lawyer"]},
        ),
    }
