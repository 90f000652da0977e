"""What stands beside an engagement in its comments, for the tests to hold it to."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from tests.engagements.arithmetic import Row, month_later

_LINE = re.compile(r"# (finding|accepted|open|invoice|total|charge|of-100): (.+)")
_FIGURES = re.compile(r"(base|vat|withheld|net)=(-|\d+(?:\.\d+)?)")
_INVOICE = re.compile(r"(-|\d{4}-\d{2}-\d{2})(?: x(\d+))? (base=.*)")


@dataclass(frozen=True, slots=True)
class Beside:
    """The findings told and accepted, the open points, and the figures expected, as `tests.engagements` describes."""

    findings: tuple[str, ...]
    accepted: tuple[str, ...]
    open_points: tuple[str, ...]
    invoices: tuple[tuple[date | None, Row], ...]
    totals: tuple[Row, ...]
    charges: tuple[Row, ...]
    of_100: tuple[Row, ...]


def beside(spec: Path) -> Beside:
    """What the opening comments of a spec say; raises ValueError where one of them cannot be read."""
    told: dict[str, list[str]] = {}
    for line in spec.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            break
        if found := _LINE.fullmatch(line):
            told.setdefault(found[1], []).append(found[2].strip())
        elif re.match(r"# ?(finding|accepted|open|invoice|total|charge|of-100) ?:", line):
            raise ValueError(f"{spec.name}: {line}")
    return Beside(
        tuple(told.get("finding", ())),
        tuple(told.get("accepted", ())),
        tuple(told.get("open", ())),
        tuple(each for text in told.get("invoice", ()) for each in _invoices(text)),
        tuple(_row(text) for text in told.get("total", ())),
        tuple(_row(text) for text in told.get("charge", ())),
        tuple(_row(f"base=100 {text}") for text in told.get("of-100", ())),
    )


def _invoices(text: str) -> list[tuple[date | None, Row]]:
    found = _INVOICE.fullmatch(text)
    if found is None:
        raise ValueError(text)
    row = _row(found[3])
    if found[1] == "-":
        return [(None, row)] * int(found[2] or 1)
    first = date.fromisoformat(found[1])
    return [(month_later(first, n), row) for n in range(int(found[2] or 1))]


def _row(text: str) -> Row:
    pairs = dict(_FIGURES.findall(text))
    if _FIGURES.sub("", text).strip() or set(pairs) != {"base", "vat", "withheld", "net"}:
        raise ValueError(text)
    told = {name: None if figure == "-" else Decimal(figure) for name, figure in pairs.items()}
    if told["base"] is None:
        raise ValueError(text)
    return Row(told["base"], told["vat"], told["withheld"], told["net"])
