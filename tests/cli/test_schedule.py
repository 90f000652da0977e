"""`vadocs schedule`: payments, days, hours, and the calendar file."""

from datetime import date
from pathlib import Path

import icalendar
import pytest

from tests.cli.typing_in import LEVANTE, ROOT, spec, typed
from vadocs.diagnostics import Exit

LIMA, AUSTIN = ROOT / "examples" / "web-lima.vadocs.yaml", ROOT / "examples" / "asistencia-austin.vadocs.yaml"


def ended(here: Path) -> Path:
    """Levante's engagement until the end of January, its advance credited to the last invoice."""
    return spec(here, ("term: {start: 2026-12-01, notice_days: 30}", "term: {start: 2026-12-01, end: 2027-01-31}"))


def test_payments_of_a_retainer(here: Path) -> None:
    """Advance, then each month; the last month is paid by the advance; it says that it is no invoice."""
    answer = typed("schedule", ended(here))
    assert answer.code is Exit.DONE
    rows = [line for line in answer.out.splitlines() if "€" in line][:3]
    assert [row.split()[-2] for row in rows] == ["638,40", "638,40", "0,00"]
    assert "no es una factura" in answer.out
    assert "doce primeros meses" not in answer.out


def test_an_open_ended_term_says_so() -> None:
    """Of a contract without end the first twelve months are shown, and that is said."""
    answer = typed("schedule", LEVANTE)
    assert "doce primeros meses" in answer.out
    assert answer.out.count("vence el pago: ") == 12


def test_milestones_with_their_withholding() -> None:
    """Lima's first milestone pays 1,766.40 after withholding, the others in full."""
    found = typed("schedule", LIMA, "--json").objects
    paid = [o["to_pay"] for o in found if o["kind"] == "payment"]
    assert paid == ["1766.40", "1440.00", "1440.00"]


def test_hourly_work_has_days_but_no_payments() -> None:
    """Nothing is known of what will be worked; the days are told all the same."""
    kinds = {o["kind"] for o in typed("schedule", AUSTIN, "--json").objects}
    assert kinds == {"event"}


def test_the_ledger_of_hours() -> None:
    """18 of 20 used: two pass on; then 22 leave nothing."""
    found = [o for o in typed("schedule", LEVANTE, "--used", "18,22", "--json").objects if o["kind"] == "hours"]
    assert [(o["carried_in"], o["carried_out"], o["extra"]) for o in found] == [("0", "2", "0"), ("2", "0", "0")]


@pytest.mark.parametrize("used", ["", "18,", "x", "1,5 h", "-3"])
def test_hours_are_numbers(used: str) -> None:
    """What is no list of hours is told, and nothing is shown."""
    answer = typed("schedule", LEVANTE, "--used", used)
    assert answer.code is Exit.USAGE
    assert "E454" in answer.err and not answer.out


def test_hours_need_monthly_hours() -> None:
    """A project has no ledger."""
    answer = typed("schedule", LIMA, "--used", "10")
    assert answer.code is Exit.USAGE
    assert "E452" in answer.err


def test_the_calendar_file(here: Path) -> None:
    """Every day of the list is an event of a whole day with its own name; written twice, it is the same."""
    path = ended(here)
    assert typed("schedule", path, "--ics", "fechas.ics").code is Exit.DONE
    first = (here / "fechas.ics").read_bytes()
    found = icalendar.Calendar.from_ical(first).walk("VEVENT")
    listed = [o for o in typed("schedule", path, "--json").objects if o["kind"] == "event"]
    assert [event.decoded("dtstart").isoformat() for event in found] == [o["day"] for o in listed]
    assert all(type(event.decoded("dtstart")) is date for event in found)
    assert len({event["uid"] for event in found}) == len(found)
    assert any("638,40" in event["summary"] for event in found)
    typed("schedule", path, "--ics", "fechas.ics")
    assert (here / "fechas.ics").read_bytes() == first


@pytest.mark.parametrize("name", ["notes.txt", "other.ics"])
def test_a_file_of_others_is_kept(here: Path, name: str) -> None:
    """Whatever is no calendar of ours stays as it is."""
    (here / name).write_text("BEGIN:VCALENDAR\nPRODID:-//mine//ES\n")
    answer = typed("schedule", LEVANTE, "--ics", name)
    assert answer.code is Exit.INPUT
    assert "E453" in answer.err
    assert (here / name).read_text() == "BEGIN:VCALENDAR\nPRODID:-//mine//ES\n"
    assert sorted(path.name for path in here.iterdir()) == [name]


def test_a_folder_that_is_not_there() -> None:
    """The calendar's folder must exist: nothing is made by the way."""
    answer = typed("schedule", LEVANTE, "--ics", "no/fechas.ics")
    assert answer.code is Exit.USAGE


def test_english(here: Path) -> None:
    """The words of the screen, in its language."""
    answer = typed("schedule", LEVANTE, language="en")
    assert "payment due: " in answer.out and "This is not an invoice" in answer.out


def test_an_early_end_returns_what_is_left() -> None:
    """Ended on 10 December: 560 × 10 / 31 = 180.65 are taken from the advance of 560, 379.35 go back in 15 days."""
    answer = typed("schedule", LEVANTE, "--ended", "2026-12-10")
    assert "se devuelven 379,35\u00a0€, y los impuestos de esa parte, a más tardar el 25 de diciembre" in answer.out
    assert "doce primeros meses" not in answer.out
    objects = typed("schedule", LEVANTE, "--ended", "2026-12-10", "--json").objects
    (found,) = [o for o in objects if o["kind"] == "deposit"]
    assert (found["refund"], found["refund_by"]) == ("379.35", "2026-12-25")


def test_an_advance_that_the_last_month_takes_whole() -> None:
    """Ended with January, its invoice takes the advance: nothing goes back."""
    assert "queda descontado del todo" in typed("schedule", LEVANTE, "--ended", "2027-01-31").out


def test_a_day_outside_the_term_is_told(here: Path) -> None:
    """Before the first day, or after the last, there is nothing to settle; what is no date is told apart."""
    early = typed("schedule", LEVANTE, "--ended", "2026-11-30")
    late = typed("schedule", ended(here), "--ended", "2027-02-01")
    assert [answer.code for answer in (early, late)] == [Exit.INPUT] * 2
    assert "E455" in early.err and "E455" in late.err
    assert "E456" in typed("schedule", LEVANTE, "--ended", "10/12/2026").err
