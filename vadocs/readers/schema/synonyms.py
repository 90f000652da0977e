"""What people write for a code or a key of the vocabulary in their own words."""

import unicodedata
from collections.abc import Iterable, Mapping

_CODES: dict[str, dict[str, str]] = {
    "party_kind": {
        "persona": "person", "persona fisica": "person", "autonoma": "person", "autonomo": "person",
        "freelance": "person", "empresa": "company", "sociedad": "company", "compania": "company",
        "particular": "consumer", "consumidor": "consumer",
    },
    "status": {"borrador": "draft", "definitivo": "final", "definitiva": "final"},
    "frequency": {
        "una vez": "once", "unica": "once", "diaria": "daily", "diario": "daily", "semanal": "weekly",
        "quincenal": "biweekly", "mensual": "monthly", "trimestral": "quarterly", "anual": "yearly",
        "a peticion": "on-request", "annual": "yearly", "yearly": "yearly",
    },
    "weekday": {
        "lunes": "mon", "martes": "tue", "miercoles": "wed", "jueves": "thu", "viernes": "fri", "sabado": "sat",
        "domingo": "sun",
    },
    "methods": {
        "transferencia": "transfer", "transferencia bancaria": "transfer", "domiciliacion": "direct-debit",
        "tarjeta": "card", "efectivo": "cash", "metalico": "cash",
    },
    "payment_from": {"factura": "invoice", "entrega": "delivery"},
    "fee_model": {
        "iguala": "retainer", "cuota": "retainer", "mensual": "retainer", "por horas": "hourly", "horas": "hourly",
        "bono": "hours-package", "proyecto": "project",
    },
    "deposit_kind": {"anticipo": "advance", "garantia": "guarantee", "fianza": "guarantee"},
    "applied_to": {"primera factura": "first-invoice", "ultima factura": "last-invoice", "prorrata": "pro-rata"},
    "interest": {"legal": "statutory", "pactado": "agreed"},
    "priority": {"urgente": "urgent", "alta": "high", "baja": "low"},
    "gender": {"femenino": "feminine", "masculino": "masculine", "neutro": "neutral"},
    "working_mode": {"libre": "free", "franja": "window"},
    "currency": {
        "€": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "libras": "GBP", "pounds": "GBP", "us$": "USD",
        "usd$": "USD", "s/": "PEN", "s/.": "PEN", "soles": "PEN",
    },
}  # fmt: skip
"""By list of the vocabulary: words without accents, in small letters, and the code that they stand for."""

_ARTICLES = ("el ", "la ", "los ", "las ", "the ")


def code_meant(text: str, list_name: str) -> str | None:
    """The code of a list that `text` is the everyday word for, or None."""
    return _CODES.get(list_name, {}).get(folded(text))


def key_meant(text: str, described: Mapping[str, Iterable[str]]) -> str | None:
    """The key whose description, in some language, begins with the word `text`; None where none does, or several."""
    word = folded(text).replace("_", " ")
    found = {key for key, texts in described.items() if any(_begins(folded(t), word) for t in texts)}
    return found.pop() if len(found) == 1 else None


def _begins(description: str, word: str) -> bool:
    bare = next((description[len(a) :] for a in _ARTICLES if description.startswith(a)), description)
    after = bare[len(word) : len(word) + 1]
    return len(word) > 3 and bare.startswith(word) and not after.isalnum()


def folded(text: str) -> str:
    """`text` in small letters, without accents."""
    bare = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(c for c in bare if not unicodedata.combining(c))
