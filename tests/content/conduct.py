"""Contracts with the clauses on conduct, data and disputes, for the tests of these clauses."""

from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from tests.content.contracts import LAURA, MARTA, ROSA, Spec, contract, example, provision
from vadocs.model.document import Document

ADDED = (
    "conflict-of-interest", "non-solicitation", "data-notice", "portfolio-publicity", "ai-tools", "records-audit",
    "compliance-lawful-use",
)  # fmt: skip
"""Clauses that any contract may hold, whatever its law and facts, and that no other clause requires."""

LAWS: Mapping[str, tuple[str, Spec]] = {
    "ES": (MARTA, {}),
    "CO": (LAURA, {}),
    "PE": (ROSA, {}),
    "MX": (MARTA, {"governing_law": "MX", "courts": {"city": "Ciudad de México", "country": "MX"}}),
    "UY": (MARTA, {"governing_law": "UY", "courts": {"city": "Montevideo", "country": "UY"}}),
}
"""By law, the example and what is laid over it; there are no data of the last."""
DEPENDENCE = {
    "income_share_percent": "80", "declared_on": "2026-11-20", "weekly_rest": "sábado y domingo", "weekly_hours": "30",
}  # fmt: skip
COLOMBIAN = {
    "tax_id": {"kind": "nit", "value": "800197268-4"},
    "tax": {"vat": "registered", "withholds": "true"},
    "address": {"street": "Cra. 7, 1", "city": "Bogotá", "country": "CO"},
}
"""What makes a client one of Colombia."""


def spec_under(law: str, language: str = "", *ids: str, **given: Any) -> Spec:
    """An example under a law, in its own language if none is told, with clauses added: `ids`, else `ADDED`."""
    name, over = LAWS[law]
    spec = {**example(name), **deepcopy(over), **deepcopy(given)}
    if language:
        spec["language"] = language
    return add(spec, *(ids or ADDED))


def add(spec: Spec, *ids: str) -> Spec:
    """The spec with clauses added."""
    spec.setdefault("clauses", {})["add"] = list(ids)
    return spec


def dependent(language: str = "es-ES", **changes: str) -> Spec:
    """Marta as an economically dependent worker; a change to "" takes the key out."""
    spec = spec_under("ES", language, "economic-dependence-trade", "final-disclosures")
    spec["economic_dependence"] = {key: value for key, value in {**DEPENDENCE, **changes}.items() if value}
    return spec


def colombian(language: str = "es-CO") -> Spec:
    """Laura with a client of her own country."""
    spec = spec_under("CO", language, "final-disclosures")
    spec["client"].update(deepcopy(COLOMBIAN))
    spec["used_in"] = "CO"
    return spec


def composed(spec: Spec, folder: Path, *expected: str) -> Document:
    """The contract of a spec; the findings `expected`, and that of a law without data, are the only ones."""
    return contract(spec, folder, *(("W354",) if spec["governing_law"] == "UY" else ()), *expected)[1]


def in_vain(spec: Spec) -> list[str]:
    """The findings on clauses added although they do not apply: one for each."""
    return ["W355"] * len(spec["clauses"]["add"])


def clause(id: str, folder: Path, law: str = "ES", language: str = "", **given: Any) -> str:
    """What one added clause prints under a law with what is given of it."""
    return provision(composed(spec_under(law, language, id, **given), folder), id)
