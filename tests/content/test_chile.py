"""What a contract under Chile's law says of slips and invoices, rates to come, accounts, mandates and data."""

from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.content.contracts import Spec, contract, provision
from tests.examples import spec_of
from tests.laid import GONE, laid
from vadocs.model.document import Document


@cache
def _plain(name: str) -> Spec:
    found = yaml.load(spec_of(name).read_text(encoding="utf-8"), yaml.CBaseLoader)
    assert isinstance(found, dict)
    return found


def made(folder: Path, change: dict[str, Any], name: str = "cl-redes-santiago") -> Document:
    """The contract of an engagement of Chile with a change laid over it."""
    return contract(laid(deepcopy(_plain(name)), change), folder)[1]


def test_the_rates_to_come_are_told(tmp_path: Path) -> None:
    """Across a year's end each later rate has its sentence; a term within one year has none."""
    taxes = provision(made(tmp_path, {}), "taxes")
    assert "por impuesto a la renta de segunda categoría, el 15,25 %" in taxes
    assert "Desde el 1.º de enero de 2027, ese porcentaje es por ley del 16 %." in taxes and "2028" not in taxes
    within = {"date": "2026-02-02", "term": {"start": "2026-03-01", "end": "2026-08-31"}}
    assert "ese porcentaje es por ley" not in provision(made(tmp_path, within), "taxes")
    english = provision(made(tmp_path, {"language": "en", "term": {"end": "2028-05-31"}}), "taxes")
    assert "From 1 January 2027, that rate is by law 16%." in english
    assert "From 1 January 2028, that rate is by law 17%." in english


def test_who_is_not_withheld_from_pays_herself(tmp_path: Path) -> None:
    """A client that is no agent: the payment on account is the provider's, at the rate of the day."""
    told = provision(made(tmp_path, {"client": {"tax": {"withholds": "false"}}}), "taxes")
    assert "La Prestadora paga por su cuenta, como pago provisional mensual (PPM)" in told
    assert "que hoy es del 15,25 %" in told
    assert "PPM" not in provision(made(tmp_path, {}), "taxes")


def test_slip_or_invoice(tmp_path: Path) -> None:
    """Fees make a slip and a contract a honorarios; a company invoices, under the plain title."""
    slip, invoice = made(tmp_path, {}), made(tmp_path, {}, "cl-web-valparaiso")
    assert slip.meta.title == "Contrato de prestación de servicios a honorarios"
    assert invoice.meta.title == "Contrato de prestación de servicios"
    assert "será una boleta de honorarios" in provision(slip, "invoicing")
    assert "será una factura" in provision(invoice, "invoicing") and "boleta" not in provision(invoice, "invoicing")
    assert "las boletas de honorarios no llevan IVA" in provision(slip, "final-disclosures")
    assert "final-disclosures" not in {one.id for one in invoice.provisions}


def test_the_account_is_told_with_its_rut(tmp_path: Path) -> None:
    """Account, its kind, holder and RUT; another holder's RUT is not known and none is told."""
    assert "tipo de cuenta vista, a nombre de Paula Araya Contreras, RUT 17.402.118-K." in provision(
        made(tmp_path, {}), "payment-terms"
    )
    other = made(tmp_path, {"provider": {"bank": {"holder": "Araya EIRL"}}})
    assert "RUT" not in provision(other, "payment-terms")


def test_authority_is_a_mandate_in_writing(tmp_path: Path) -> None:
    """What may be done and spent is mandated in writing, and may be revoked; without either there is no mandate."""
    told = provision(made(tmp_path, {}), "authority-limits")
    assert "Esta cláusula es el mandato escrito del Cliente" in told and "revocar" in told
    spending = {"authority": {"may": GONE, "spend_cap": "90000", "spend_cap_per": "month"}}
    bounded = provision(made(tmp_path, spending), "authority-limits")
    assert "También por mandato escrito en esta cláusula" in bounded and "$90.000" in bounded and "revocar" in bounded
    bare = provision(made(tmp_path, {"authority": GONE}), "authority-limits")
    assert "revocar" not in bare and "Esta cláusula es" not in bare


def test_data_on_both_sides_of_december_2026(tmp_path: Path) -> None:
    """The mandate is always in writing; article 15 bis and the new text are named from the day they hold."""
    before = provision(made(tmp_path, {"date": "2026-11-30"}), "dpa")
    after = provision(made(tmp_path, {"date": "2026-12-01"}), "dpa")
    for text in (before, after):
        assert "es el mandato escrito del Cliente para tratar esos datos" in text
        assert "los cambios de esa ley que entren en vigor después" in text
    assert "15 bis" not in before and "21.719" not in before
    assert "como pide el artículo 15 bis de la Ley 19.628" in after and "21.719" in after
