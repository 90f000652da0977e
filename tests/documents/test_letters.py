"""What letters say: by the contract's own terms, with figures that the law's data carry, and never more."""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest

from tests.documents.correspondence import LAURA, MARTA, made, owed, said
from tests.examples import ROOT
from tests.laid import GONE
from vadocs.build.workspace import sources
from vadocs.compose.letters.dunning import dunning_names
from vadocs.compose.letters.matter import Matter
from vadocs.diagnostics import Report
from vadocs.language import language

STAGES = ("friendly", "firm", "suspension", "formal-demand")


def codes(given: object) -> list[str]:
    """The codes of the errors that keep a letter from being made."""
    letter, report = made(given)  # type: ignore[arg-type]
    assert letter is None
    return [found.code for found in report if found.severity == "error"]


# --- collection ------------------------------------------------------------------------------------


def test_interest_can_be_reckoned_again() -> None:
    """Days, rate and base as printed give the interest as printed, over half-years of different rates; and the sum."""
    dates = {"invoice": {"issued_on": "2025-05-02", "due_on": "2025-05-16"}, "interest_to": "2026-03-01"}
    text = said(owed(MARTA, "firm", {"letters": {"dunning": dates}}))
    cells = re.findall(r"(\d\d/\d\d/\d{4})\W+(\d\d/\d\d/\d{4})\W+(\d+)\W+([\d,]+) %\W+([\d.,]+) €\W+([\d.,]+) €", text)
    assert [(row[0], row[1], row[3]) for row in cells] == [
        ("17/05/2025", "30/06/2025", "11,15"), ("01/07/2025", "31/12/2025", "10,15"),
        ("01/01/2026", "01/03/2026", "10,15"),
    ]  # fmt: skip
    total = Decimal(0)
    for first, last, days, rate, base, interest in cells:
        begin, end = (date(*map(int, reversed(day.split("/")))) for day in (first, last))
        assert (end - begin).days + 1 == int(days) and base == "600,00"
        reckoned = Decimal(600) * Decimal(rate.replace(",", ".")) * int(days) / 36500
        assert str(reckoned.quantize(Decimal("0.01"), ROUND_HALF_UP)).replace(".", ",") == interest
        total += Decimal(interest.replace(",", "."))
    assert f"{total + 600 + 40:.2f}".replace(".", ",") + " €" in text and "40,00 €" in text


@pytest.mark.parametrize(
    ("name", "over", "code"),
    [
        (MARTA, {"letters": {"dunning": {"interest_to": "2026-07-01"}}}, "E653"),
        (LAURA, {"letters": {"dunning": {"interest_to": "2026-05-28"}}, "governing_law": "US-TX"}, "E653"),
        (MARTA, {"letters": {"dunning": {"interest_to": "2026-04-06"}}}, "E652"),
        (MARTA, {"letters": {"dunning": {"invoice": {"due_on": "2026-03-31"}}}}, "E650"),
        (MARTA, {"letters": {"dunning": {"invoice": {"paid": "638.40"}}}}, "E651"),
    ],
)
def test_no_figure_without_ground(name: str, over: dict[str, object], code: str) -> None:
    """Interest beyond the data, of a law without data, or that no clause agrees is refused at the day asked for."""
    given = owed(name, "firm", over)
    assert codes(given) == [code]
    _, report = made(given)
    (found,) = [one for one in report if one.code == code]
    assert found.span is not None and (found.hints or code != "E653")


def test_without_a_day_the_letter_has_no_figure_of_interest() -> None:
    """A letter that gives no day claims interest as the contract words it; a friendly one says nothing of interest."""
    firm, friendly = (said(owed(LAURA, stage, {"governing_law": "US-TX"}, interest_to=GONE)) for stage in STAGES[1::-1])
    assert "interest that the agreement provides for" in firm and "%" not in firm
    assert "interest" not in friendly.casefold()
    _, report = made(owed(MARTA, "friendly"))
    assert [one.code for one in report if one.code.endswith("650")] == ["W650"]
    assert "interes" not in said(owed(MARTA, "friendly")).casefold()


def test_suspension_is_the_contracts() -> None:
    """The day of the stop follows from the contract and the letter; without that clause there is no such letter."""
    assert "se para el 9 de junio de 2026" in said(owed(MARTA, "suspension"))
    later = owed(MARTA, "suspension", {"late_payment": {"suspend_after_days": "90"}})
    assert "se para el 6 de julio de 2026" in said(later)


def test_what_no_clause_agrees_is_not_claimed() -> None:
    """Without the clause on late payment, as a workspace's own library may have it, no letter suspends or reckons."""
    letter, report = made(owed(MARTA, "suspension"))[0], Report()
    assert letter is not None
    matter = Matter(letter.names, frozenset(), None, sources(ROOT, Report()).library.law, language("es-ES"), report)
    assert {"suspend_on", "interest"} & dunning_names(matter).keys() == set()
    assert [found.code for found in report] == ["E654", "E655"]


@pytest.mark.parametrize("stage", STAGES[1:])
def test_data_are_never_held_back(stage: str) -> None:
    """Each letter that speaks of stopping says that data, access and materials stay the client's to ask for."""
    text = said(owed(MARTA, stage))
    assert "Tus datos, accesos y materiales no se retienen" in text
    assert "Esta carta no es otra factura" in text and "carta certificada" not in text and "correo electrónico" in text


def test_a_demand_opens_the_negotiation_that_the_contract_asks_for() -> None:
    """It cites the clause by its number, tells its days and makes the offer."""
    over = {"clauses": {"add": ["dispute-resolution"]}, "dispute_resolution": {"negotiation_days": "21"}}
    with_clause = said(owed(MARTA, "formal-demand", over))
    assert re.search(r"Con este escrito se abre la negociación que pide el contrato \(cláusula \w+", with_clause)
    assert "21 días naturales" in with_clause and "Aceptamos dos pagos iguales." in with_clause


@pytest.mark.parametrize("form", ["usted", "vos"])
@pytest.mark.parametrize("stage", STAGES)
def test_forms_of_address_in_letters_of_collection(stage: str, form: str) -> None:
    """No word of another form of address is left."""
    text = said(owed(MARTA, stage, {"address_form": form}))
    found = re.findall(r"\b(?:puedes|contesta|pon|dínoslo|dinos|recibes|mires|pagues|hagas)\b", text, re.IGNORECASE)
    allowed = {"mires", "pagues", "hagas"} if form == "vos" else set()
    assert {word.casefold() for word in found} <= allowed
    assert form == "vos" or not re.search(r"\b(?:te|tus?|tuy[oa]s?)\b", text, re.IGNORECASE)


def test_a_rate_that_is_not_sure_is_to_be_confirmed() -> None:
    """What the data hold with less than high confidence is marked in a draft and asked for in a final version."""
    letter, _ = made(owed(MARTA, "firm"))
    assert letter is not None
    assert [fact.name for fact in letter.document.meta.to_confirm] == ["law.late_interest_rate"]
    assert "E480" in codes(owed(MARTA, "firm", {"status": "final"}))
    told = {"status": "final", "confirmed": {"law.late_interest_rate": {"by": "Gestoría", "on": "2026-05-28"}}}
    assert said(owed(MARTA, "firm", told))
