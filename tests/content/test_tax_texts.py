"""What the clauses on taxes and invoices say of each treatment, each withholding, and each reason for none."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from tests.content.contracts import LAURA, MARTA, ROSA, Spec, changed, contract, example, text

MEXICAN: Spec = {
    "tax_id": {"kind": "rfc", "value": "GODE561231GR8", "country": "MX"},
    "address": {"street": "Av. Uno, 1", "postal_code": "06000", "city": "Ciudad de México", "country": "MX"},
}


def mexico(spec: Spec, regime: str = "mx-professional") -> None:
    """Marta's month as of a professional in Mexico City, for a company there, in pesos."""
    tax = {"regime": regime, "territory": "mainland", "vat": "registered"}
    spec["provider"].update(deepcopy(MEXICAN), tax=tax)
    spec["client"].update(
        tax_id={"kind": "other", "value": "M1", "country": "MX"}, tax={"withholds": "true"},
        address=deepcopy(MEXICAN["address"]),
    )
    spec.update(language="es-MX", governing_law="MX", courts={"city": "Ciudad de México", "country": "MX"})
    spec["fees"].update(currency="MXN", amount="10000.00", extra_hour="600.00")
    spec["expenses"].update(preapproval_over="500.00")
    spec.update(performed_in="MX", used_in="MX")


def test_two_withholdings_are_two_lines(tmp_path: Path) -> None:
    """10,000 + 1,600 − ISR 1,000 − two thirds of the IVA 1,066.67 = 9,533.33, each withholding in its own line."""
    found = changed(MARTA, mexico, tmp_path)
    for piece in (
        "por ISR, el 10 %", "por IVA (dos terceras partes), el 10.6667 %", "Más IVA, 16 %", "$1,600.00", "−$1,000.00",
        "−$1,066.67", "$9,533.33", "CFDI", "complemento de pago",
    ):  # fmt: skip
        assert piece in found, piece
    assert "no llevan retención" not in found


def test_the_simplified_regime_in_english(tmp_path: Path) -> None:
    """1.25 % of income tax; the English text has the same lines."""

    def in_english(spec: Spec) -> None:
        mexico(spec, "mx-resico")
        spec["language"] = "en"

    found = changed(MARTA, in_english, tmp_path)
    for piece in ("Mexican income tax (ISR), 1.25%", "Mexican VAT (IVA), two thirds, 10.6667%", "digital tax receipt"):
        assert piece in found, piece


def test_milestones_with_two_withholdings_have_a_table_of_them(tmp_path: Path) -> None:
    """For a project each withholding of each milestone has its line, and so have the totals."""

    def project(spec: Spec) -> None:
        own = example(MARTA)
        mexico(own)
        spec.update({key: own[key] for key in ("provider", "client", "language", "governing_law", "courts")})
        spec["fees"].update(currency="MXN")
        spec.update(performed_in="MX", used_in="MX")

    found = changed(ROSA, project, tmp_path)
    # 4,800 in 40/30/30: ISR 192 + 144 + 144 = 480; IVA 307.20, 230.40, 230.40, of which 204.80 + 153.60 + 153.60 = 512
    for piece in ("se calcula y se redondea por separado", "−$192.00", "−$204.80", "−$480.00", "−$512.00"):
        assert piece in found, piece


@pytest.mark.parametrize(
    ("name", "tax", "reason"),
    [
        (MARTA, {"provider": {"activity": "business"}}, "es empresarial y no profesional"),
        (MARTA, {"client": {"withholds": "false"}}, "el Cliente no es agente de retención"),
        (LAURA, {}, "the Client is not in the Contractor’s country"),
        (ROSA, {"client": {"regime": "pe-nrus"}}, "la Comitente no es agente de retención"),
        (ROSA, {"provider": {"declarations": [{"kind": "pe-fourth-category-suspension", "received_on": "2026-03-01"}]}},
         "tiene la suspensión de retenciones, que vale hasta el 31 de diciembre de 2026"),
    ],
)  # fmt: skip
def test_no_withholding_tells_why(name: str, tax: dict[str, Any], reason: str, tmp_path: Path) -> None:
    """Where nothing is withheld the text says for which reason."""

    def told(spec: Spec) -> None:
        for party, facts in tax.items():
            spec[party]["tax"].update(facts)

    found = changed(name, told, tmp_path)
    phrase = "no llevan retención, porque" if name != LAURA else "bear no withholding, because"
    assert phrase in found
    after = found.split(phrase, 1)[1][:150]
    assert reason in after, after


def test_exports_from_mexico_state_their_conditions(tmp_path: Path) -> None:
    """At the zero rate, with the client's statements, and the article, which was read."""

    def export(spec: Spec) -> None:
        mexico(spec)
        facts = {"local_business": "false", "pays_from_abroad": "true"}
        spec["client"].update(
            tax=facts, tax_id={"kind": "ein", "value": "12-3456789"},
            address={"street": "1 Main St", "city": "Austin", "region": "Texas", "country": "US"},
        )  # fmt: skip
        spec["used_in"] = "US"

    found = changed(MARTA, export, tmp_path)
    for piece in ("a la tasa cero", "no tiene allí ningún establecimiento", "cuenta del exterior", "art. 29"):
        assert piece in found, piece


def test_reverse_charge_within_the_union(tmp_path: Path) -> None:
    """Both registered: outside IVA, the words on the invoice, and the tax declared by the client in its country."""

    def in_france(spec: Spec) -> None:
        spec["provider"]["tax"]["declarations"] = [{"kind": "roi-vies", "received_on": "2026-11-01"}]
        address = {"street": "3 rue Exemple", "city": "Lyon", "country": "FR"}
        spec["client"].update(
            address=address, tax={"vat": "registered"}, tax_id={"kind": "other", "value": "F1", "country": "FR"}
        )
        spec["used_in"] = "FR"

    found = changed(MARTA, in_france, tmp_path)
    for piece in ("inversión del sujeto pasivo", "no están sujetos al IVA (Ley 37/1992, art. 69)", "su país"):
        assert piece in found, piece


@pytest.mark.parametrize(
    ("tag", "asked"),
    [("es-CO", "dato de la ley que la biblioteca no tiene"), ("en", "does not surely have for that date")],
)
def test_a_figure_that_the_data_lack_is_asked_in_words(tag: str, asked: str, tmp_path: Path) -> None:
    """Services in Colombia: the base is doubtful, the open point says so and names the way out."""
    spec = example(LAURA)
    spec["language"] = tag
    spec["provider"]["tax"].update(activity="business", files_income_tax="true")
    spec["client"].update(
        tax={"withholds": "true"}, tax_id={"kind": "other", "value": "B1", "country": "CO"},
        address={"street": "Cra. 7", "city": "Bogotá", "country": "CO"},
    )  # fmt: skip
    spec["used_in"] = "CO"
    _, document = contract(spec, tmp_path)
    points = {point.key: point.prompt for point in document.meta.open_points}
    assert asked in points["law.withholding_services_from_uvt"]
    assert "taxes.override" in points["law.withholding_services_from_uvt"]
    assert "no llevan retención" not in text(document) and "bear no withholding" not in text(document)


def _without_advance(spec: Spec) -> None:
    del spec["deposit"]


def _in_instalments(spec: Spec) -> None:
    del spec["deposit"]
    spec.update(clause_set="hours-package")
    instalments = {"count": "3", "every_months": "1"}
    spec["fees"] = {"model": "hours-package", "amount": "500.00", "currency": "EUR", "hours": "20",
                    "validity_days": "90", "refund_unused": "true", "rollover": {"policy": "none"},
                    "instalments": instalments}  # fmt: skip


def _rising(spec: Spec) -> None:
    del spec["deposit"]
    spec["fees"]["changes"] = [{"from": "2027-01-01", "amount": "600.00"}]


@pytest.mark.parametrize(
    ("change", "es", "en"),
    [
        (
            _without_advance,
            "el resultado de cada factura, sin contar gastos ni trabajos adicionales, es este:",
            "The result of each invoice, not counting expenses or additional work, is therefore as follows:",
        ),
        (
            lambda spec: None,
            "de cada factura, sin contar gastos ni trabajos adicionales y antes de descontar el anticipo, es este:",
            "each invoice, not counting expenses or additional work and before the advance is credited, is therefore",
        ),
        (
            _in_instalments,
            "el resultado de cada pago, en euros y con los impuestos y retenciones de la fecha de su factura, sin",
            "The result of each payment, in euros and with the taxes and withholdings of the date of its invoice, not",
        ),
        (
            _rising,
            "el resultado de cada factura, según su fecha, sin contar gastos",
            "The result of each invoice, by its date, not counting expenses",
        ),
    ],
)
def test_what_the_figures_are_of(change: Callable[[Spec], None], es: str, en: str, tmp_path: Path) -> None:
    """Where invoices come to less than the table, or to parts of it, the sentence before it says what it counts."""

    def in_english(spec: Spec) -> None:
        change(spec)
        spec["language"] = "en"

    assert es in changed(MARTA, change, tmp_path)
    assert en in changed(MARTA, in_english, tmp_path)
