"""Marta's engagement under other laws and in other languages, with clauses added that no set has."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.content.contracts import MARTA, Spec, contract, example, library, provision
from vadocs.model.document import Document

LAWS = ("ES", "CO", "PE", "MX", "FR")
"""Countries with data or texts of their own, and one without."""
LANGUAGES = ("es", "en")
UNIT: Spec = {"model": "unit", "currency": "EUR", "unit": "word", "unit_price": "0.12"}
OVER: Mapping[str, Spec] = {
    "trial-period": {"trial_period": {"days": "30"}},
    "fees-unit": {"fees": UNIT},
    "fees-commission": {"fees_commission": {"percent": "5", "base": "BASE"}},
    "renewal": {
        "term": {"start": "2026-12-01", "end": "2027-11-30"}, "renewal": {"automatic": "true", "period_months": "12"},
    },
}  # fmt: skip
"""What the spec must say for a clause to apply."""


BROUGHT = ("renewal", "counterparts")
"""Clauses that others require, so that no spec need add them."""


def spec_with(ids: str | Sequence[str], over: Spec, law: str = "ES", language: str = "es") -> Spec:
    """Marta's spec with the clauses `ids` added, what they need, and the keys `over` in place of its own."""
    ids = [ids] if isinstance(ids, str) else ids
    spec = {**example(MARTA), "language": language, "governing_law": law}
    for id in ids:
        spec |= OVER.get(id, {})
    if added := [id for id in ids if id not in BROUGHT]:
        spec["clauses"] = {"add": added}
    spec |= over
    if spec["fees"]["model"] != "retainer":
        del spec["deposit"]
    return spec


def placed(
    ids: str | Sequence[str], folder: Path, over: Spec | None = None, law: str = "ES", language: str = "es"
) -> Document:
    """Marta's contract with these clauses; fails on a finding and on an open point."""
    expected = () if law in library().law else ("W354",)
    _, document = contract(spec_with(ids, over or {}, law, language), folder, *expected)
    assert not document.meta.open_points
    return document


def said(id: str, folder: Path, over: Spec | None = None, law: str = "ES", language: str = "es") -> str:
    """What the clause `id` says in Marta's contract; fails as `placed` does."""
    return provision(placed(id, folder, over, law, language), id)


def check_whole_texts(ids: Sequence[str], least: int, law: str, language: str, folder: Path) -> None:
    """Fail unless every clause makes more than `least` words, with no hole and no gap left in them."""
    document = placed(ids, folder, law=law, language=language)
    for id in ids:
        found = provision(document, id)
        assert len(found.split()) > least, id
        assert "[" not in found and "  " not in found, id


def check_printed(
    printed: Sequence[tuple[str, str]], given: Spec, ids: Sequence[str], language: str, folder: Path
) -> None:
    """Fail unless each piece of `printed` stands in its clause once the keys `given` are in the spec."""
    document = placed(ids, folder, given, language=language)
    assert not [(id, piece) for id, piece in printed if piece not in provision(document, id)]
