"""The ledger of hours: caps, expiry, oldest first, nothing lost or made."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from vadocs.schedule.ledger import Rollover, Row, ledger


def hours(*values: str | int) -> list[Decimal]:
    """Hours as decimals."""
    return [Decimal(str(value)) for value in values]


def told(rows: tuple[Row, ...]) -> list[tuple[str, ...]]:
    """(carried in, extra, lapsed, carried out) of each row."""
    return [(str(r.carried_in), str(r.extra), str(r.lapsed), str(r.carried_out)) for r in rows]


def test_without_rollover_unused_hours_lapse() -> None:
    """20 hours a month, 18 and 23 used: two lapse, three are extra."""
    rows = ledger(hours(20, 20), hours(18, 23), Rollover("none"))
    assert told(rows) == [("0", "0", "2", "0"), ("0", "3", "0", "0")]


def test_cap_and_expiry_of_one_month() -> None:
    """Marta's: at most five pass on, for one month. 12 used: 8 left, 3 lapse, 5 pass; unused, they lapse next."""
    rows = ledger(hours(20, 20, 20), hours(12, 2, 30), Rollover("cap", Decimal(5), 1))
    # Second month: 25 at hand, 2 used of the older five; its 3 old ones lapse, of the 20 new ones 5 pass on.
    assert told(rows) == [("0", "0", "3", "5"), ("5", "0", "18", "5"), ("5", "5", "0", "0")]


def test_oldest_hours_are_used_first() -> None:
    """Hours about to lapse are used before new ones: with two months of life nothing lapses here."""
    rows = ledger(hours(10, 10, 10), hours(6, 10, 14), Rollover("all", None, 2))
    assert told(rows) == [("0", "0", "0", "4"), ("4", "0", "0", "4"), ("4", "0", "0", "0")]


def test_all_pass_on_for_ever_without_expiry() -> None:
    """Everything unused is still there at the end."""
    rows = ledger(hours(10, 10, 10), hours(0, 0, 5), Rollover("all"))
    assert rows[-1].carried_out == 25


@given(
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 600)), min_size=1, max_size=24),
    st.sampled_from(["none", "cap", "all"]),
    st.integers(0, 100),
    st.none() | st.integers(1, 6),
)
def test_no_hour_is_lost_or_made(
    months: list[tuple[int, int]], policy: str, cap: int, expires: int | None
) -> None:
    """In each row what comes in goes out, what goes out comes in next, the cap holds, hours are only extra if none
    are left."""
    granted, used = ([Decimal(pair[n]) / 4 for pair in months] for n in (0, 1))
    rollover = Rollover(policy, Decimal(cap) / 4 if policy == "cap" else None, expires)  # type: ignore[arg-type]
    rows = ledger(granted, used, rollover)
    carried = Decimal(0)
    for row, grant, use in zip(rows, granted, used, strict=True):
        assert row.carried_in == carried and row.granted == grant and row.used == use
        assert row.carried_in + row.granted == (row.used - row.extra) + row.lapsed + row.carried_out
        assert min(row.lapsed, row.carried_out, row.extra) >= 0
        assert not row.extra or row.carried_out == row.lapsed == 0
        if policy == "cap":
            assert row.carried_out <= Decimal(cap) / 4
        carried = row.carried_out
