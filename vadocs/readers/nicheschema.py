"""The JSON Schema of a niche's file."""

from typing import Any, get_args

from vadocs.model.clause import Family
from vadocs.readers.clauseschema import BOTH, ID, IDS, TEXT, described
from vadocs.readers.schema.codes import CODES


def _members(required: list[str], properties: dict[str, Any]) -> dict[str, Any]:
    member = {"type": "object", "additionalProperties": False, "required": required, "properties": properties}
    return {"type": "array", "items": member}


_VOLUME: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["quantity", "unit"],
    "properties": {"quantity": {"type": "integer", "minimum": 1}, "unit": {"enum": list(CODES["unit"])}},
}
_PARAMETERS: dict[str, Any] = {
    "type": "object",
    "additionalProperties": {"type": "object", "additionalProperties": {"type": ["string", "number", "boolean"]}},
}


def niche_schema(draft: str) -> dict[str, Any]:
    """The schema, of the JSON Schema version that `draft` names."""
    return {
        "$schema": draft,
        "title": "vadocs niche",
        "description": "Un nicho: las tareas, los límites y las cláusulas de un oficio.\n\n"
        "A niche: the tasks, limits and clauses of a trade.",
        "type": "object",
        "additionalProperties": False,
        "required": ["id", "title"],
        "properties": {**_changes(), **_offers()},
    }


def _changes() -> dict[str, Any]:
    """What a niche is, and what it changes in any set."""
    return {
        "id": described("el nombre de su archivo", "the name of its file", ID),
        "title": described("título", "title", BOTH),
        "family": described("familia de servicios", "family of services", {"enum": list(get_args(Family))}),
        "regulated": described(
            "materia de `regulated-acts` a la que se acerca", "field of `regulated-acts` that it comes near", TEXT
        ),
        "add": described("cláusulas que añade", "clauses it adds", IDS),
        "replace": described(
            "cláusulas que pone en lugar de otras",
            "clauses it puts in the place of others",
            {"type": "object", "additionalProperties": ID},
        ),
        "remove": described("cláusulas que quita", "clauses it removes", IDS),
        "parameters": described("valores por defecto, por cláusula", "defaults, by clause", _PARAMETERS),
    }


def _offers() -> dict[str, Any]:
    """What it offers to a spec, and the risks for the provider's eyes."""
    task = {
        "task": BOTH, "frequency": {"enum": list(CODES["frequency"])}, "volume": _VOLUME,
        "deliverable": BOTH, "criterion": BOTH,
    }  # fmt: skip
    access = {"system": BOTH, "role": BOTH, "method": {"enum": list(CODES["access_method"])}}
    return {
        "scope": described("tareas de partida", "tasks to start from", _members(["task", "frequency"], task)),
        "ideas": described(
            "más tareas que se pueden delegar, para la bienvenida",
            "more tasks that may be delegated, for the welcome kit",
            {"type": "array", "items": BOTH},
        ),
        "exclusions": described(
            "lo que suele quedar fuera", "what is usually left out", {"type": "array", "items": BOTH}
        ),
        "kpis": described(
            "indicadores y su objetivo", "measures and their target",
            _members(["name", "target"], {"name": BOTH, "target": BOTH}),
        ),
        "access": described(
            "accesos que hacen falta, nunca una contraseña", "access that is needed, never a password",
            _members(["system", "role", "method"], access),
        ),
        "risks": described(
            "riesgos, solo para quien presta los servicios", "risks, for the provider's eyes only",
            _members(["id", "text"], {"id": ID, "text": BOTH}),
        ),
    }  # fmt: skip
