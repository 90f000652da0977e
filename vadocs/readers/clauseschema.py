"""The JSON Schema of a `clause.yaml`."""

from typing import Any, get_args

from vadocs.model.clause import Placement
from vadocs.model.vocabulary import Type

_TEXT: dict[str, Any] = {"type": "string"}
_ID: dict[str, Any] = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
_IDS: dict[str, Any] = {"type": "array", "items": _ID}
_BOTH: dict[str, Any] = {
    "type": "object", "properties": {"es": _TEXT, "en": _TEXT}, "required": ["es", "en"], "additionalProperties": False,
}  # fmt: skip
_FORMS: dict[str, Any] = {
    "type": "object", "additionalProperties": {"type": "array", "items": _TEXT, "minItems": 1},
}  # fmt: skip


def _described(es: str, en: str, taken: dict[str, Any]) -> dict[str, Any]:
    return {"description": f"{es}\n\n{en}", **taken}


def _parameter() -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "type": _described("tipo", "type", {"type": "string", "enum": list(get_args(Type))}),
            "unit": _described("unidad de una cantidad", "unit of a quantity", _TEXT),
            "choices": _described("códigos posibles", "possible codes", {"type": "array", "items": _TEXT}),
            "default": _described(
                "valor por defecto", "default value", {"type": ["string", "number", "boolean", "array"]}
            ),
            "required": _described(
                "si su falta es un dato pendiente",
                "whether its absence is an open point",
                {"type": "boolean"},
            ),
            "description": _described("descripción", "description", _BOTH),
        },
    }


_SOURCE: dict[str, Any] = {
    "type": "object", "properties": {"title": _TEXT, "url": _TEXT}, "additionalProperties": False,
}  # fmt: skip
_MAPS: dict[str, Any] = {"type": "object", "additionalProperties": {"type": "array", "items": _TEXT}}


def clause_schema(draft: str) -> dict[str, Any]:
    """The schema, of the JSON Schema version that `draft` names."""
    return {
        "$schema": draft,
        "title": "vadocs clause",
        "type": "object",
        "additionalProperties": False,
        "required": ["id", "title", "summary"],
        "properties": {
            "id": _described("el nombre de su carpeta", "the name of its folder", _ID),
            "edition": _described("edición, desde 1", "edition, from 1", {"type": "integer", "minimum": 1}),
            "title": _described("título", "title", _BOTH),
            "summary": _described("resumen en lenguaje llano", "summary in plain language", _BOTH),
            "placement": _described(
                "lugar en el documento", "place in the document", {"enum": list(get_args(Placement))}
            ),
            "namespace": _described(
                "nombre de sus parámetros en la ficha", "name of its parameters in the spec", _TEXT
            ),
            "parameters": _described(
                "parámetros", "parameters", {"type": "object", "additionalProperties": _parameter()}
            ),
            "requires": _described("cláusulas que necesita", "clauses it needs", _IDS),
            "excludes": _described("cláusulas incompatibles", "clauses it excludes", _IDS),
            "applies_when": _described("condición", "condition", _TEXT),
            "defines": _described(
                "términos que define y sus formas",
                "terms it defines, and their forms",
                {"type": "object", "additionalProperties": _FORMS},
            ),
            "law": _described(
                "países para los que es; vacío, todos",
                "countries it is for; empty: all",
                {"type": "array", "items": _TEXT},
            ),
            "sources": _described("fuentes", "sources", {"type": "array", "items": _SOURCE}),
            "maps": _described(
                "exigencias de la ley y anclas que las cumplen",
                "what the law demands, and the anchors that hold it",
                _MAPS,
            ),
            "short": _described("por qué tiene menos de 60 palabras", "why it has fewer than 60 words", _TEXT),
            "hard": _described(
                "por qué su texto en español es difícil de leer", "why its Spanish text is hard to read", _TEXT
            ),
            "allows": _described(
                "palabras que se evitan y aquí hacen falta, con su motivo",
                "words that are avoided and needed here, with the reason",
                {"type": "object", "additionalProperties": _TEXT},
            ),
            "review_state": _described(
                "si un abogado la ha revisado",
                "whether a lawyer reviewed it",
                {"enum": ["not_reviewed_by_a_lawyer", "reviewed_by_a_lawyer"]},
            ),
        },
    }
