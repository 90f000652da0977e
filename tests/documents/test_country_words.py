"""Proposals and kits speak as their country does: the words of its contract, and no sentence that begins small."""

import json
import re
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
import yaml

from tests.examples import spec_of
from tests.laid import laid
from vadocs.build import compose_spec
from vadocs.diagnostics import Report
from vadocs.writers.native import write_native

FOREIGN = {
    "ar-redes-rosario": r"\bcostes?\b|de cuota\b|\bIVA\b",
    "cl-redes-santiago": r"\bcostes?\b|\bIRPF\b|(?<!se )\bfacturas?\b(?!\?)",
    "gb-bookkeeping-manchester": r"\bvacations?\b|\bcolors?\b",
    "us-diseno-brooklyn": r"\bcolours?\b|\bVAT\b",
}  # fmt: skip
"""Words that are not of the country, by engagement."""


@cache
def said(name: str) -> str:
    """The proposal and the kit of an engagement as text."""
    base = yaml.load(spec_of(name).read_text(encoding="utf-8"), yaml.CBaseLoader)
    form = {"address_form": "tu"} if str(base["language"]).startswith("es") else {}
    if name.startswith("ar-"):
        form = {"address_form": "vos"}
    file = Path(mkdtemp(prefix="vadocs-words-")) / "encargo.vadocs.yaml"
    made = laid(base, {"documents": ["proposal", "welcome-kit"], **form})
    file.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    report = Report()
    found = compose_spec(file, report)
    assert found and len(found) == 2, [(one.code, one.message("en")) for one in report]
    return "\n".join(write_native(one.document) for one in found)


@pytest.mark.parametrize("name", FOREIGN)
def test_no_word_of_another_country(name: str) -> None:
    """None of those that the general texts, written for others, have."""
    assert re.findall(FOREIGN[name], said(name)) == []


@pytest.mark.parametrize("name", FOREIGN)
def test_every_sentence_begins_with_a_capital(name: str) -> None:
    """Nouns with an article at a sentence's beginning are written as such."""
    assert re.findall(r"(?:^|\W)(?:Yes|No|Sí)\. [a-záéíóúñ]\w*.{0,30}|[a-z]{4}[.?] [a-záéíóúñ]\w*", said(name)) == []


def test_an_advance_of_months_names_what_is_paid_each_month() -> None:
    """As the contract does: an abono in Argentina."""
    assert "(1 mes de abono)" in said("ar-redes-rosario").replace("\u00a0", " ")
