"""Libraries of YAML files and texts: what is read, how folders go over one another, every fault at its place."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.clauses import LIBRARY, marked
from vadocs.diagnostics import Report
from vadocs.model.clause import Parameter
from vadocs.model.engagement import Quantity
from vadocs.model.expression import Compare, Constant, Name
from vadocs.model.lexicon import NounEntry
from vadocs.model.library import Library
from vadocs.model.money import Money
from vadocs.readers.library import load_library, read_sources

CLAUSE = """id: a
title: {es: A, en: A}
summary: {es: Algo., en: Something.}
"""
TEXTS = {"a/es.md": "# A\n\nTexto.", "a/en.md": "# A\n\nText."}
LEXICON = "language: es\nnouns:\n  client: {singular: Cliente, plural: Clientes, gender: masculine}\n"


def write(folder: Path, files: dict[str, str]) -> None:
    """Write files below `folder`."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def loaded(*folders: Path) -> Library:
    """The library of folders that have no fault."""
    report = Report()
    library = load_library(folders, report)
    assert [(d.code, d.span) for d in report] == []
    return library


def test_the_test_library_compiles_without_findings() -> None:
    """The ten specimen clauses and the three they cite compile in both languages without a finding."""
    library = loaded(LIBRARY)
    assert len(library.clauses) == 13
    assert all(set(clause.texts) == {"es", "en"} for clause in library.clauses.values())
    assert not any(text.faulty or not text.body for c in library.clauses.values() for text in c.texts.values())


def test_a_clause_is_what_its_file_says() -> None:
    """Every key of `clause.yaml` is a typed value of the clause; what is left out has its stated default."""
    clauses = loaded(LIBRARY).clauses
    confidentiality = clauses["confidentiality"]
    assert confidentiality.parameters["years_after"] == Parameter(
        "years_after", "quantity", "year", default="3",
        description={"es": "años que dura el deber tras el contrato", "en": "years the duty lasts after the agreement"},
    )  # fmt: skip
    assert confidentiality.defines == {
        "information": {"es": ("Información Confidencial",), "en": ("Confidential Information",)}
    }
    assert (confidentiality.placement, confidentiality.namespace, confidentiality.review_state) == (
        "body", "confidentiality", "not_reviewed_by_a_lawyer",
    )  # fmt: skip
    assert clauses["late-payment-suspension"].requires == ("payment-terms", "termination-cause")
    assert clauses["deposit"].parameters["refund_days"] == Parameter("refund_days", "", default="15")
    fees = clauses["fees-retainer"]
    assert (fees.edition, fees.namespace) == (2, "fees")
    assert fees.applies_when == Compare("==", Name(("fees", "model")), Constant("retainer"))
    assert fees.applies_when.span is not None and (fees.applies_when.span.line, fees.applies_when.span.column) == (
        6,
        15,
    )
    assert clauses["signature-block"].placement == "execution"
    assert fees.text("es", "PE") is fees.texts["es"] and fees.text("fr", "FR") is None


def test_sets_and_niches_are_read_in_order() -> None:
    """A set keeps the order of its clauses and names the one it extends; a niche tells its four changes."""
    library = loaded(LIBRARY)
    assert library.sets["retainer"].clauses == ("fees-retainer", "hours-rollover", "deposit")
    assert (library.sets["retainer"].extends, library.sets["base"].extends) == ("base", None)
    niche = library.niches["bookkeeping"]
    assert (niche.add, niche.remove, niche.replace) == (
        ("confidentiality",),
        ("ip-assignment",),
        {"deposit": "payment-terms"},
    )
    assert niche.parameters == {"confidentiality": {"years_after": "5"}}


def test_a_country_speaks_over_its_language() -> None:
    """A country's words go over the language's: nouns by variant, words by code, frame by name; the rest stays."""
    library = loaded(LIBRARY)
    general, peru, english = (library.lexicons[tag] for tag in ("es", "es-PE", "en"))
    assert peru.nouns["provider.neutral"].singular == "Parte Locadora"
    assert peru.nouns["provider.feminine"] == general.nouns["provider.feminine"]
    assert "retainer" not in peru.nouns and peru.nouns["retainer.neutral"].singular == "abono"
    assert peru.words["frequency"] == {"weekly": "por semana", "monthly": "mensual"}
    assert (general.frame["title.contract"], peru.frame["title.contract"]) == (
        "Contrato de prestación de servicios", "Contrato de locación de servicios",
    )  # fmt: skip
    assert (peru.country, peru.scheme, peru.paper, english.scheme) == ("PE", "ordinal", "a4", "decimal")
    assert library.lexicon("es", "MX") is general
    assert english.nouns["client"] == NounEntry("Client", "Clients", "masculine", True, "Client’s")
    assert english.nouns["provider"].possessive == "the Provider's own"


def test_law_data_are_typed() -> None:
    """A datum is money, a quantity or texts by what stands beside it, and says whether its source was read."""
    law = loaded(LIBRARY).law
    cost, limit = law["ES"]
    assert (cost.value, limit.value) == (Money(Decimal("40.00"), "EUR"), Quantity(Decimal(60), "calendar_day"))
    assert (cost.valid_from, cost.valid_to, limit.valid_to) == (date(2013, 7, 28), None, date(2030, 12, 31))
    assert (cost.source_read, limit.source_read, limit.confidence) == (True, False, "medium")
    (notice,) = law["US"]
    assert isinstance(notice.value, dict) and set(notice.value) == {"es", "en"}


def test_a_workspace_goes_over_the_bundled_library(tmp_path: Path) -> None:
    """A later folder's clause replaces the one of its id whole; its words and law data are merged by name."""
    cheaper = (
        (LIBRARY / "law/es.yaml").read_text(encoding="utf-8").split("- name: payment")[0].replace("40.00", "41.00")
    )
    write(tmp_path, {
        "notices/clause.yaml": CLAUSE.replace("id: a", "id: notices"),
        "notices/es.md": "# Avisos\n\nPor correo.", "notices/en.md": "# Notices\n\nBy e-mail.",
        "lexicon/es.yaml": "nouns:\n  client: {singular: Clienta, plural: Clientas, gender: feminine}\n",
        "law/es.yaml": cheaper,
    })  # fmt: skip
    library = loaded(LIBRARY, tmp_path)
    assert len(library.clauses) == 13
    assert library.clauses["notices"].texts["es"].file == str(tmp_path / "notices" / "es.md")
    assert library.lexicons["es"].nouns["client"].singular == "Clienta"
    assert "client.company" not in library.lexicons["es-PE"].nouns
    assert library.lexicons["es-PE"].nouns["late"].singular == "mora"
    assert {datum.name: datum.value for datum in library.law["ES"]} == {
        "payment_limit_days": Quantity(Decimal(60), "calendar_day"), "late_fixed_cost": Money(Decimal("41.00"), "EUR"),
    }  # fmt: skip
    over = load_library([LIBRARY, tmp_path], Report(), loaded(LIBRARY))
    assert list(over.under) == ["notices"] and replace(over, under={}) == library


def test_folders_that_do_not_exist_hold_nothing(tmp_path: Path) -> None:
    """An absent folder is no fault, and hidden folders are no clauses."""
    write(tmp_path, {".git/x.md": "x", "_drafts/x.md": "x"})
    assert loaded(tmp_path, tmp_path / "none") == Library({}, {}, {}, {}, {})


def test_the_characters_of_all_texts_can_be_had() -> None:
    """Sources give each text's file with the characters that its places count."""
    library = loaded(LIBRARY)
    sources = read_sources(library)
    assert len(sources) == 26
    assert sources[library.clauses["scope"].texts["es"].file].startswith("# Objeto y alcance")


FAULTS: dict[str, tuple[dict[str, str], list[str]]] = {
    "unknown key": ({"a/clause.yaml": CLAUSE + "⟦sumary⟧: x\n"}, ["E280"]),
    "missing keys": ({"a/clause.yaml": "⟦id: a⟧\n"}, ["E281", "E281"]),
    "wrong shape": ({"a/clause.yaml": CLAUSE + "requires: ⟦b⟧\n"}, ["E282"]),
    "no mapping": ({"a/clause.yaml": "⟦- a⟧\n"}, ["E282"]),
    "bad id in a list": ({"a/clause.yaml": CLAUSE + "requires: [⟦B c⟧]\n"}, ["E283"]),
    "unknown code": ({"a/clause.yaml": CLAUSE + "placement: ⟦bodi⟧\n"}, ["E284"]),
    "a language missing": ({"a/clause.yaml": CLAUSE.replace("{es: A, en: A}", "⟦{es: A}⟧")}, ["E285"]),
    "an id of another folder": ({"a/clause.yaml": CLAUSE.replace("id: a", "id: ⟦b⟧")}, ["E286"]),
    "no text in a language": ({"a/clause.yaml": CLAUSE, "a/en.md": ""}, ["E248"]),
    "a strange file name": ({"a/spanish.md": "⟦#⟧ A\n\nB."}, ["E288"]),
    "one form of two terms": (
        {"a/clause.yaml": CLAUSE + "defines:\n  x: {es: [S], en: [T]}\n  y: ⟦{es: [S], en: [U]}⟧\n"},
        ["E290"],
    ),
    "required with a default": (
        {
            "a/clause.yaml": CLAUSE
            + "parameters:\n  n: {type: integer, default: 1, required: ⟦true⟧, description: {es: n, en: n}}\n"
        },
        ["E291"],
    ),
    "a parameter without type or default": ({"a/clause.yaml": CLAUSE + "parameters:\n  n: ⟦{unit: day}⟧\n"}, ["E281"]),
    "a code without choices": (
        {"a/clause.yaml": CLAUSE + "parameters:\n  n: ⟦{type: code, description: {es: n, en: n}}⟧\n"},
        ["E281"],
    ),
    "unknown required clause": ({"a/clause.yaml": CLAUSE + "requires: [⟦bb⟧]\n"}, ["E292"]),
    "clauses in a circle": ({"a/clause.yaml": CLAUSE + "requires: [⟦a⟧]\n"}, ["E293"]),
    "required and excluded": (
        {
            "a/clause.yaml": CLAUSE + "requires: [b]\nexcludes: [⟦b⟧]\n",
            "b/clause.yaml": CLAUSE.replace("id: a", "id: b"),
            "b/es.md": TEXTS["a/es.md"],
            "b/en.md": TEXTS["a/en.md"],
        },
        ["E297"],
    ),
    "an edition that is no number": ({"a/clause.yaml": CLAUSE + "edition: ⟦1.5⟧\n"}, ["E298"]),
    "a condition with a fault": ({"a/clause.yaml": CLAUSE + "applies_when: fees.model ⟦=⟧ 'x'\n"}, ["E202"]),
    "a quoted condition with a fault": ({"a/clause.yaml": CLAUSE + 'applies_when: "a ⟦&&⟧ b"\n'}, ["E202"]),
    "an unknown noun": ({"a/es.md": "# A\n\nPaga ⟦@clent⟧."}, ["E300"]),
    "a term that the clause does not define": ({"a/es.md": '# A\n\nLos ⟦"**Servicios**"⟧.'}, ["E262"]),
    "a set that names no clause": ({"sets/s.yaml": "id: s\ntitle: {es: S, en: S}\nclauses: [a, ⟦c⟧]\n"}, ["E292"]),
    "a set that extends nothing": (
        {"sets/s.yaml": "id: s\ntitle: {es: S, en: S}\nclauses: [a]\nextends: ⟦t⟧\n"},
        ["E295"],
    ),
    "sets in a circle": ({"sets/s.yaml": "id: s\ntitle: {es: S, en: S}\nclauses: [a]\nextends: ⟦s⟧\n"}, ["E294"]),
    "a clause twice": ({"sets/s.yaml": "id: s\ntitle: {es: S, en: S}\nclauses: [a, ⟦a⟧]\n"}, ["E296"]),
    "a niche of unknown clauses": ({"niches/n.yaml": "id: n\ntitle: {es: N, en: N}\nreplace: {a: ⟦zz⟧}\n"}, ["E292"]),
    "a lexicon of no language": ({"lexicon/spanish.yaml": "⟦l⟧anguage: es\n"}, ["E310"]),
    "a lexicon under another name": ({"lexicon/es-PE.yaml": "country: ⟦MX⟧\n"}, ["E311"]),
    "a noun without gender": ({"lexicon/es-PE.yaml": "nouns: {x: ⟦{singular: x, plural: x}⟧}\n"}, ["E281"]),
    "a law of no country": ({"law/spain.yaml": "⟦-⟧ name: x\n"}, ["E313"]),
}

DATUM = """- name: x
  value: 1
  valid_from: 2020-01-01
  legal_ref: {es: x, en: x}
  url: https://example.com/
  checked_on: 2026-11-21
  confidence: high
"""

LAW_FAULTS = {
    "a name that is none": (DATUM.replace("name: x", "name: ⟦X y⟧"), "E314"),
    "an end before the start": (DATUM + "  valid_to: ⟦2019-12-31⟧\n", "E315"),
    "money that is no number": (DATUM.replace("value: 1", "value: ⟦1.200,00⟧\n  currency: EUR"), "E316"),
    "a currency that is none": (DATUM + "  currency: ⟦EURO⟧\n", "E317"),
    "a unit that is none": (DATUM + "  unit: ⟦fortnight⟧\n", "E317"),
    "a date that is none": (DATUM.replace("2020-01-01", "⟦2020-02-30⟧"), "E318"),
    "a date written otherwise": (DATUM.replace("2020-01-01", "⟦20200101⟧"), "E318"),
    "two values on one day": (DATUM + DATUM.replace("name: x", "name: ⟦x⟧"), "E319"),
    "a confidence that is none": (DATUM.replace("confidence: high", "confidence: ⟦certain⟧"), "E284"),
    "an unknown key": (DATUM + "  ⟦note⟧: x\n", "E280"),
}


def _check(folder: Path, files: dict[str, str], codes: list[str]) -> None:
    clean: dict[str, str] = {}
    spans = []
    for name, text in files.items():
        clean[name], found = marked(text, str(folder / name))
        spans += found
    write(folder, {"a/clause.yaml": CLAUSE, **TEXTS, "lexicon/es.yaml": LEXICON, **clean})
    report = Report()
    load_library([folder], report)
    assert sorted(d.code for d in report) == codes
    places = {d.span for d in report}
    assert all(span in places for span in spans), (spans, places)
    assert all(d.message("es") and d.message("en") for d in report)


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_the_library_is_told_at_its_place(name: str, tmp_path: Path) -> None:
    """Each fault of a library's files yields exactly the findings told, at the characters marked."""
    _check(tmp_path, *FAULTS[name])


@pytest.mark.parametrize("name", LAW_FAULTS)
def test_a_fault_of_law_data_is_told_at_its_place(name: str, tmp_path: Path) -> None:
    """Each fault of a datum is one finding at its value."""
    text, code = LAW_FAULTS[name]
    _check(tmp_path, {"law/es.yaml": text}, [code])


def test_a_text_that_is_not_utf8_is_faulty(tmp_path: Path) -> None:
    """A text in another encoding is told at its first wrong byte and is unusable."""
    write(tmp_path, {"a/clause.yaml": CLAUSE, **TEXTS})
    (tmp_path / "a" / "es.md").write_bytes("# A\n\naño".encode("cp1252"))
    report = Report()
    library = load_library([tmp_path], report)
    assert [(d.code, d.span and (d.span.line, d.span.column)) for d in report] == [("E289", (3, 2))]
    assert library.clauses["a"].texts["es"].faulty


def test_a_clause_without_a_text_is_told(tmp_path: Path) -> None:
    """Both languages need a text, general or for one law."""
    write(tmp_path, {"a/clause.yaml": CLAUSE, "a/es@PE.md": "# A\n\nTexto."})
    report = Report()
    load_library([tmp_path], report)
    assert [(d.code, dict(d.args)) for d in report] == [("E287", {"file": "en.md"})]
