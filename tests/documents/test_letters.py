"""What letters say: by the contract's own terms, with figures that the law's data carry, and never more."""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pypdf
import pytest

from tests.documents.correspondence import LAURA, MARTA, Spec, made, owed, said, spec, written
from tests.examples import ROOT
from tests.laid import GONE, laid
from vadocs.build import Binding, Request, compose_spec, packet_specs, render_specs
from vadocs.build.workspace import sources
from vadocs.compose.letters.dunning import dunning_names
from vadocs.compose.letters.matter import Matter
from vadocs.diagnostics import Report
from vadocs.language import language
from vadocs.lint.rules.facts import number_of, records_of
from vadocs.writers.native import write_native

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
        (MARTA, {"letters": {"dunning": {"interest_to": "2027-01-02", "base_rate": {
            "percent": "2.15", "on": "2026-06-30"}}}}, "E976"),
        (LAURA, {"letters": {"dunning": {"interest_to": "2026-05-28"}}, "governing_law": "US-TX"}, "E976"),
        (MARTA, {"letters": {"dunning": {"interest_to": "2026-04-06"}}}, "E979"),
        (MARTA, {"letters": {"dunning": {"invoice": {"due_on": "2026-03-31"}}}}, "E977"),
        (MARTA, {"letters": {"dunning": {"invoice": {"paid": "638.40"}}}}, "E978"),
    ],
)
def test_no_figure_without_ground(name: str, over: dict[str, object], code: str) -> None:
    """Interest beyond the data, of a law without data, or that no clause agrees is refused at the day asked for."""
    given = owed(name, "firm", over)
    assert codes(given) == [code]
    _, report = made(given)
    (found,) = [one for one in report if one.code == code]
    assert found.span is not None and (found.hints or code != "E976")


BRITISH = {
    "language": "en-GB", "governing_law": "GB-EAW", "address_form": GONE, "date": "2026-01-05",
    "term": {"start": "2026-01-10"}, "late_payment": {"interest": "statutory"},
    "letters": {"date": "2026-09-01", "dunning": {
        "invoice": {"issued_on": "2026-04-01", "due_on": "2026-05-31", "amount": "1200.00", "paid": GONE},
        "pay_by": "2026-09-15", "interest_to": "2026-08-31"}},
}  # fmt: skip
"""A letter under a law that adds points to a published base rate; the delay goes over the end of a half-year."""


def test_a_base_rate_that_is_missing_is_asked_for() -> None:
    """The letter is made with an open point in place of a figure, and W441 says which day's rate to look up."""
    letter, report = made(owed(LAURA, "firm", BRITISH))
    assert letter is not None, [(one.code, one.message("en")) for one in report]
    text = write_native(letter.document).replace("\u00a0", " ")
    assert "eight percentage points above the base rate of the Bank of England" in text
    assert "rests on the base rate in force on 31 December 2025: [" in text
    assert "letter.base_rate" in {one.key for one in letter.document.meta.open_points}
    (found,) = [one for one in report if one.code == "W441"]
    assert "2025-12-31" in found.message("en") and found.span is not None
    for code, base in (("W441", {}), ("W440", {"base_rate": {"percent": "2.15", "on": "2026-06-24"}})):
        marta, report = made(owed(MARTA, "firm", {"letters": {"dunning": {"interest_to": "2026-07-01", **base}}}))
        assert marta is not None and [one.code for one in report if one.code in ("W440", "W441")] == [code]
        assert "letter.base_rate" in {one.key for one in marta.document.meta.open_points}


def test_a_base_rate_that_was_looked_up_is_reckoned_with() -> None:
    """The British rate is that before the first late day until payment; the Spanish one is each half-year's."""
    base = {"letters": {"dunning": {"base_rate": {"percent": "3.75", "on": "2025-12-31"}}}}
    text = said(owed(LAURA, "firm", laid(BRITISH, base)))
    assert "01/06/2026 | 31/08/2026 | 92 | 11.75%" in re.sub(r"\t+| \| ", " | ", text)
    assert "35.54" in text and "On 31 December 2025 that base rate was 3.75%" in text
    spanish = owed(MARTA, "firm", {"letters": {"date": "2026-08-01", "dunning": {
        "pay_by": "2026-08-20", "interest_to": "2026-07-31", "base_rate": {"percent": "2.50", "on": "2026-06-30"}}}})
    text = said(spanish)
    assert "10,5 %" in text and "El 30 de junio de 2026, ese tipo base era del 2,5 %" in text


def test_a_base_rate_that_nothing_rests_on_is_told() -> None:
    """The library's own rate stands, and W442 says so."""
    given = owed(MARTA, "firm", {"letters": {"dunning": {"base_rate": {"percent": "2.15", "on": "2025-12-31"}}}})
    assert [one.code for one in made(given)[1] if one.code in ("W442", "W440")] == ["W442"]


def test_without_a_day_the_letter_has_no_figure_of_interest() -> None:
    """A letter that gives no day claims interest as the contract words it; a friendly one says nothing of interest."""
    firm, friendly = (said(owed(LAURA, stage, {"governing_law": "US-TX"}, interest_to=GONE)) for stage in STAGES[1::-1])
    assert "interest that the agreement provides for" in firm and "%" not in firm
    assert "interest" not in friendly.casefold()
    _, report = made(owed(MARTA, "friendly"))
    assert [one.code for one in report if one.code.endswith("650")] == ["W650"]
    assert "interes" not in said(owed(MARTA, "friendly")).casefold()


def test_a_term_before_the_letter_is_told() -> None:
    """Payment asked for by a day that is past when the letter is written is a warning at that day."""
    (found,) = [one for one in made(owed(MARTA, "firm", pay_by="2026-05-27"))[1] if one.code == "W652"]
    assert found.span is not None and "2026-05-27" in found.message("es")


def test_interest_of_days_to_come_is_told() -> None:
    """Interest up to a day after the letter's is not owed yet: a warning at that day, and up to that day none."""
    given = [owed(MARTA, "firm", interest_to=day) for day in ("2026-05-29", "2026-05-28")]
    assert [sum(one.code == "W653" for one in made(one)[1]) for one in given] == [1, 0]


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
    assert [found.code for found in report] == ["E655", "E655"]


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


# --- renewal and price -----------------------------------------------------------------------------


def renewal(over: Spec, **letters: str) -> Spec:
    """Marta's contract of one year, from December 2025, with a letter on its renewal."""
    terms = {
        "term": {"end": "2026-11-30", "notice_days": GONE}, "termination": {"notice_days": "30"},
        "renewal": {"automatic": "true", "period_months": "3", "opt_out_days": "20"},
    }  # fmt: skip
    return spec(MARTA, "renewal-letter", {"renewal": letters} if letters else {}, laid(terms, over))


def test_days_of_a_renewal_follow_from_the_contract() -> None:
    """The last day to speak, and the next period, of the contract's end or of the end of a later period."""
    for given, days in (
        (renewal({}), ("30 de noviembre de 2026", "10 de noviembre de 2026", "28 de febrero de 2027")),
        (renewal({}, ends_on="2027-02-28"), ("28 de febrero de 2027", "8 de febrero de 2027", "31 de mayo de 2027")),
        # A month that has no 31st ends the period with its last day.
        (renewal({"term": {"end": "2027-01-30"}, "renewal": {"period_months": "1"}}), ("28 de febrero de 2027",)),
    ):
        assert all(day in said(given) for day in days)
    assert codes(renewal({}, ends_on="2027-01-31")) == ["E658"]
    for late, code in (({"letters": {"date": "2026-11-11"}}, "W651"), ({"letters": {"date": "2026-11-10"}}, "")):
        assert [one.code for one in made(renewal(late))[1] if one.code == "W651"] == ([code] if code else [])
    assert codes(spec(MARTA, "renewal-letter", {})) == ["E656"]


def test_a_renewal_is_offered_where_it_is_not_automatic() -> None:
    """It then comes about by a signature alone; an automatic one asks for none."""
    offered, automatic = said(renewal({"renewal": {"automatic": "false"}})), said(renewal({}))
    assert "callar no es aceptar" in offered and "Aceptación de la prórroga" in offered
    assert "no hace falta que hagas nada" in automatic and "Aceptación" not in automatic


def review(over: Spec | None = None, **letters: str) -> Spec:
    """Marta's contract from December 2025 with a letter on a new price, written in May 2026."""
    return spec(MARTA, "price-review-letter", {"review": {"from": "2026-12-01", **letters}}, over)


INDEX: Spec = {"price_review": {"index": "IPC general", "cap_percent": "3"}}


def test_a_new_price_keeps_to_the_clause() -> None:
    """By the index no higher than the cap; never before the freeze ends, without notice, or without its figure."""
    figures = {"index_percent": "2", "index_source": "octubre de 2026"}
    assert "571,20 €" in said(review(INDEX, **figures))
    capped = said(review(INDEX, **{**figures, "index_percent": "7.5"}))
    assert "576,80 €" in capped and "Máximo pactado" in capped and "7,5 %" in capped
    assert "602,00 €" in said(review(None, amount="602.00", reason="hay más tareas"))
    assert codes(review(None, **{"from": "2026-11-30"}, amount="602.00", reason="x")) == ["E970"]
    late = {"letters": {"date": "2026-11-02"}}
    assert codes(review(late, amount="602.00", reason="x")) == ["E971"]
    assert codes(review(None, amount="602.00")) == codes(review(INDEX, amount="602.00")) == ["E659"]
    assert codes(spec(LAURA, "price-review-letter", {"review": {"from": "2026-12-01", "amount": "9.00"}})) == ["E659"]


# --- certificates ----------------------------------------------------------------------------------


COLUMNS = ("carried_in", "granted", "used", "lapsed", "carried_out", "extra")


def test_the_ledger_adds_up() -> None:
    """Each row: carried in and granted are used without extra, lapsed and carried on; the next begins where it ends."""
    hours = [("2025-12", "12"), ("2026-01", "22.5"), ("2026-02", "0"), ("2026-03", "40")]
    given = spec(MARTA, "hours-ledger", {"hours": [{"month": month, "used": used} for month, used in hours]})
    letter, _ = made(given)
    assert letter is not None
    found = letter.names.get("letter.ledger.rows")
    rows = [[number_of(row.get(name)) or Decimal(0) for name in COLUMNS] for row in records_of(found)]
    for carried_in, granted, used, lapsed, carried_out, extra in rows:
        assert carried_in + granted == used - extra + lapsed + carried_out
    assert [row[0] for row in rows[1:]] == [row[4] for row in rows[:-1]] == [5, Decimal("2.5"), 5]
    assert rows[3][5] == 15 and "15 horas a 32,00 € son 480,00 €" in said(given)


NO_MONTH: Spec = dict.fromkeys(("hours", "billing_day", "in_advance", "extra_hour", "rollover", "amount"), GONE)
PACKAGE: Spec = {"clause_set": "hours-package", "deposit": GONE, "fees": {
    **NO_MONTH, "model": "hours-package", "amount": "400.00", "hours": "20", "validity_days": "60",
    "refund_unused": "true", "rollover": {"policy": "cap", "cap_hours": "4", "expires_after_months": "1"},
}}  # fmt: skip
UNIT: Spec = {"clause_set": "unit", "deposit": GONE, "clauses": {"add": ["price-review"]}, "fees": {
    **NO_MONTH, "model": "unit", "unit": "word", "unit_price": "0.085",
}}  # fmt: skip
PROJECT: Spec = {"clause_set": "project", "deposit": GONE, "clauses": {"add": ["price-review"]}, "fees": {
    **NO_MONTH, "model": "project", "amount": "900.00",
    "milestones": [{"name": "todo", "deliverable": "libro", "percent": "100"}],
}}  # fmt: skip


def bought(*rows: tuple[str, str], day: str = "2026-05-28") -> Spec:
    """Marta's contract with packages of hours, each with the day it was paid and the hours used."""
    hours = [{"paid_on": paid, "used": used} for paid, used in rows]
    return spec(MARTA, "hours-ledger", {"date": day, "hours": hours}, PACKAGE)


def test_hours_of_packages_pass_on_as_agreed() -> None:
    """Hours left pass to the next package up to the cap, once their days are over, and lapse with their months."""
    # 60 days from 1 December end on 30 January: of 9 hours left 4 pass to the package of February, which uses 1 of
    # them; those 3 lapse on 28 February, before the package of 10 April, and of its own 20 only 4 pass.
    letter, _ = made(bought(("2025-12-01", "11"), ("2026-02-02", "1"), ("2026-04-10", "30"), day="2026-04-20"))
    assert letter is not None
    rows = [[number_of(row.get(name)) for name in COLUMNS] for row in records_of(
        letter.names.get("letter.package_ledger.rows"))]  # fmt: skip
    assert rows == [[0, 20, 11, 5, 4, 0], [4, 20, 1, 19, 4, 0], [4, 20, 30, 0, 0, 6]]
    text = said(bought(("2025-12-01", "11"), ("2026-01-15", "21")))
    assert "El último bono valía hasta el 16 de marzo de 2026" in text, "a package paid while another is good"


def test_hours_by_the_hour_keep_to_the_cap() -> None:
    """What is beyond the month's cap is told apart and has no price; a fraction that cannot be is a warning."""
    given = spec(LAURA, "hours-ledger", {"hours": [{"month": "2026-01", "used": "61.5"}, {"month": "2026-03",
                                                                                       "used": "10"}]})  # fmt: skip
    text = said(given)
    assert "71.5 hours, 1.5 hours of them beyond the cap" in text and "USD 1,400.00" in text
    _, report = made(laid(given, {"letters": {"hours": [{"month": "2026-01", "used": "1.25"}]}}))
    assert [one.code for one in report if one.code == "W980"] == ["W980"]


def test_the_price_of_a_unit_keeps_its_digits() -> None:
    """A word is raised by the index in its own digits; a project's price is no price to review."""
    figures = {"index_percent": "2", "index_source": "octubre de 2026"}
    assert "0,0867 €" in said(review({**INDEX, **UNIT}, **figures))
    assert "0,09 €" in said(review(UNIT, unit_price="0.09", reason="más términos"))
    _, report = made(review(PROJECT, amount="950.00", reason="x"))
    assert [one.hints[0].id for one in report if one.code == "E659"] == ["H659.project"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (review(amount="560.00", reason="x"), "E984"),
        (review({"term": {"end": "2026-11-30", "notice_days": GONE}, "termination": {"notice_days": "30"}},
                amount="602.00", reason="x"), "E985"),
        (bought(("2026-02-02", "1"), ("2026-01-02", "1")), "E982"),
        (spec(MARTA, "hours-ledger", {"hours": [{"month": "2025-12", "paid_on": "2025-12-01", "used": "1"}]}), "E980"),
        (spec(MARTA, "hours-ledger", {"hours": [{"paid_on": "2025-12-01", "used": "1"}]}), "E981"),
        (spec(MARTA, "hours-ledger", {"hours": [{"month": "2025-12", "used": "1"}]}, PROJECT), "E972"),
        (spec(LAURA, "hours-ledger", {"hours": [{"month": "2025-11", "used": "1"}]}), "E983"),
        (owed(MARTA, "firm", {"letters": {"date": "2026-04-06"}}), "E986"),
        (spec(MARTA, "offboarding-certificate", {"offboarding": {"ended_on": "2025-11-30"}}), "E987"),
    ],
)  # fmt: skip
def test_what_the_contract_does_not_count_is_refused(given: Spec, code: str) -> None:
    """A price that is none, a day after the contract, months and packages out of order or of another model."""
    assert code in codes(given)


@pytest.mark.parametrize(
    ("hours", "over", "code"),
    [
        ([{"month": "2026-01", "used": "4"}], {}, "E973"),
        ([{"month": "2025-13", "used": "4"}], {}, "E657"),
        ([{"month": "2025-12", "used": "4"}], {"term": {"start": "2025-12-10"}}, "E974"),
        ([{"month": "2025-12", "used": "4"}], {"fees": {"hours": GONE, "rollover": GONE, "extra_hour": GONE}}, "E972"),
    ],
)
def test_a_ledger_begins_with_the_contract(hours: list[Spec], over: Spec, code: str) -> None:
    """No month is skipped, the first is whole or tells its hours, and hours are agreed by the month."""
    assert code in codes(spec(MARTA, "hours-ledger", {"hours": hours}, over))


def test_a_certificate_says_only_what_was_done() -> None:
    """Without a word of what was returned or withdrawn there are blanks, and nothing on access or data."""
    bare = said(spec(MARTA, "offboarding-certificate", {"offboarding": {"ended_on": "2026-11-30"}}))
    assert "los registros y conciliaciones en formato abierto" in bare and "no consta todavía como hecho" in bare
    assert not re.search("borraron|devolvieron|no ha vuelto a entrar", bare)
    reserved = {"deliverables": [{"name": "x", "delivered_on": "2026-01-20"}], "reservations": ["dos hojas"]}
    plain = {"deliverables": reserved["deliverables"]}
    read = [said(spec(MARTA, "acceptance-certificate", {"acceptance": one})) for one in (plain, reserved)]
    assert "lo acepta sin reservas" in read[0] and "con las reservas que siguen" in read[1] and "dos hojas" in read[1]


# --- withholding -----------------------------------------------------------------------------------


def notice(day: str, over: Spec | None = None, first: str = "true") -> Spec:
    """The notice of Marta, who began in February 2025, as of a day."""
    return spec(MARTA, "withholding-notice", {"date": day, "withholding": {"first_activity": first}}, over)


def test_the_reduced_rate_is_told_as_the_rules_give_it() -> None:
    """Rate, end and rate after it; in two languages."""
    text = said(notice("2025-12-02"))
    assert all(words in text for words in ("del 7 %", "1 de febrero de 2025", "31 de diciembre de 2027", "del 15 %"))
    assert said(notice("2027-12-31")) and "IRPF" in text


@pytest.mark.parametrize(
    ("day", "over", "first"),
    [
        ("2028-01-01", {}, "true"),
        ("2025-12-02", {}, "false"),
        ("2025-12-02", {"provider": {"tax": {"activity": "business"}}}, "true"),
        ("2025-12-02", {"client": {"tax": {"withholds": "false"}}}, "true"),
        ("2025-12-02", {"provider": {"tax": {"since": GONE}}}, "true"),
        ("2025-12-02", {"governing_law": "PE"}, "true"),
    ],
)
def test_no_notice_where_the_rate_does_not_hold(day: str, over: Spec, first: str) -> None:
    """After its last year, with a former activity, for a business activity, for a payer who does not withhold."""
    assert "E975" in codes(notice(day, over, first))


# --- what is internal ------------------------------------------------------------------------------

SHEET: Spec = {
    "documents": ["contract", "client-vetting"],
    "internal": {"notes": "Zqnota", "red_flags": ["Zqalerta"], "vetting": [{"question": "Zqduda", "answer": "Zqsabe"}]},
}  # fmt: skip


def test_the_sheet_on_a_client_stays_inside(tmp_path: Path) -> None:
    """It says so in its file's name and on every page, prints what is internal, and no other document does."""
    file = written(laid(owed(MARTA, "firm"), SHEET))
    (rendered,) = render_specs([file], Request(tmp_path, formats=("native",)))
    texts = {output.document: (path.name, path.read_text(encoding="utf-8")) for path, output in rendered.files}
    name, text = texts["client-vetting"]
    assert name.startswith("INTERNO-") and all(f"Zq{word}" in text for word in ("nota", "alerta", "duda", "sabe"))
    (manifest,) = tmp_path.rglob("manifest.json")
    assert "Zq" not in texts["contract"][1] + manifest.read_text(encoding="utf-8")
    letter = next(one for one in compose_spec(file, Report()) if one.plan.document == "client-vetting")
    assert letter.document.meta.running["draft_notice"] == "INTERNO – no se entrega al cliente"


def test_no_packet_holds_the_sheet(tmp_path: Path) -> None:
    """A packet for which it is asked is refused, and nothing is written; one that the spec names is left out."""
    file = written(laid(owed(MARTA, "firm"), SHEET))
    (packed,) = packet_specs([file], Request(tmp_path, ("dunning-letters", "client-vetting")), Binding())
    (found,) = [one for one in packed.report if one.severity == "error"]
    assert found.code == "E694" and found.span is not None and not list(tmp_path.rglob("*.pdf"))
    (packed,) = packet_specs([file], Request(tmp_path), Binding())
    (made,) = tmp_path.rglob("*.pdf")
    assert not packed.report.failed and b"INTERNO" not in made.read_bytes()
    assert "INTERNO" not in "".join(page.extract_text() for page in pypdf.PdfReader(made).pages)


# --- files -----------------------------------------------------------------------------------------


def test_final_letters_stand_side_by_side(tmp_path: Path) -> None:
    """A reminder and a request of one version, both final, are two files; the same letter with other words is not."""
    final: Spec = {"status": "final", "letters": {"dunning": {"interest_to": GONE}}}
    base = owed(MARTA, "friendly", final)
    for changed, names in (({}, 1), ({"stage": "firm"}, 2), ({"stage": "firm", "pay_by": "2026-06-30"}, None)):
        given = laid(base, {"letters": {"dunning": changed}})
        (rendered,) = render_specs([written(given)], Request(tmp_path, formats=("native",)))
        found = [one.code for one in rendered.report if one.severity == "error" or one.code == "N600"]
        assert found == (["E601"] if names is None else [])
        assert names is None or len(list(tmp_path.rglob("*_v1.*"))) == names


@pytest.mark.parametrize("form", ["usted", "vos"])
def test_forms_of_address_in_other_letters(form: str) -> None:
    """No word of another form of address is left in a letter or ledger."""
    over: Spec = {"address_form": form}
    given = [
        renewal(over), renewal({**over, "renewal": {"automatic": "false"}}), notice("2025-12-02", over),
        review(laid(INDEX, over), index_percent="2", index_source="octubre de 2026"),
        review(over, amount="602.00", reason="hay más tareas"),
        spec(MARTA, "hours-ledger", {"hours": [{"month": "2025-12", "used": "12"}]}, over),
    ]  # fmt: skip
    for text in map(said, given):
        assert not re.search(r"\b(?:quieres|prefieres|dínoslo|guárdala|pásala|l[ao] aceptas)\b", text, re.IGNORECASE)
        assert form == "vos" or not re.search(r"\b(?:te|tus?|tuy[oa]s?)\b", text, re.IGNORECASE)
