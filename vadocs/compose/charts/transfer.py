"""What is paid first, ready to be paid: a code that a bank's application reads, beside the data of the account.

The code is that of the European Payments Council for SEPA transfers (EPC069-12, version 002): UTF-8, correction M,
331 bytes at most. Where the account has no IBAN or one of a country outside SEPA, the currency is not the euro, or the
amount is not known, the data of the account stand alone.
"""

from dataclasses import dataclass
from functools import lru_cache

from vadocs.compose.charts.told import SIZE, SMALL, Printed, Shapes, Told, computed, frame, plain, printed, row, words
from vadocs.compose.setting import Setting
from vadocs.model.document import Align, Cell, Row, Table, Text
from vadocs.model.drawing import Drawing, Grid, Label
from vadocs.model.engagement import Leaf, Record
from vadocs.model.money import Money

_UTF8 = 1
_LONGEST_NAME, _LONGEST_TEXT, _MOST_BYTES = 70, 140, 331
"""Bounds of the standard: characters of a name and of what the payment is for, bytes of all."""
_HEAD = 40
"""How many bytes the lines of the standard take at least beside name, account, amount and text, with room to spare."""
_QUIET = 4
"""How many modules stay blank round the code (ISO/IEC 18004, 6.3.8)."""
MODULE = 6 * 72 / 220
"""The side of a module in points: six whole dots of the picture in a Word file, 0.7 mm."""
_SEPA = frozenset({
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT",
    "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK", "AD", "CH", "GB", "MC", "SM", "VA",
})  # fmt: skip
"""How the IBANs begin that SEPA transfers reach for certain: those of the European Economic Area, Andorra, Switzerland,
the United Kingdom, Monaco, San Marino and the Vatican (the European Payments Council's list of scheme countries).
Those of countries that joined later have their data printed without a code."""
_GAP = 10.0
_KEYS = ("bank", "iban", "bic", "clabe", "cbu", "cci", "account_type", "account", "routing", "sort_code", "currency")
_ALIGNS: tuple[Align, ...] = ("left", "left")
_BANK = "provider.bank"


@dataclass(frozen=True, slots=True)
class _First:
    """What is paid first: what for, and how much, as printed and as an amount; None where it is not known."""

    name: Printed
    told: Printed
    amount: Money | None


def transfer(setting: Setting) -> Told | None:
    """The first payment by transfer; None where no account is given or nothing is known to be paid."""
    bank, first = setting.root.get(_BANK), _first(setting)
    if not isinstance(bank, Record) or first is None:
        return None
    holder = _holder(bank, setting)
    reference = frame("transfer.for", setting, name=plain(first.name), number=_text(setting, "number"))
    twin = _twin(bank, first, holder, reference, setting)
    said = {"name": plain(first.name), "amount": plain(first.told), "holder": plain(holder)}
    drawing = _drawing(bank, first, plain(holder), reference, said, setting)
    return Told(frame("transfer.shows", setting, **said), twin, drawing)


def _first(setting: Setting) -> _First | None:
    """A guarantee, which bears no taxes; else the first invoice known beforehand, which is that of an advance."""
    if setting.root.value("deposit.kind") is not None and _code(setting, "deposit.kind") == "guarantee":
        total = setting.root.get("deposit.total")
        name = words(frame("transfer.guarantee", setting))
        key = "deposit.total"
    else:
        key = "invoicing_calendar.payments[0].net"
        held = setting.root.get("invoicing_calendar.payments")
        items = getattr(held, "items", ())
        record = items[0] if items and isinstance(items[0], Record) else None
        if record is None:
            return None
        name = printed(record.get("name"), "invoicing_calendar.payments[0].name", setting)
        total = record.get("net")
    if not isinstance(total, Leaf) or not isinstance(total.value, Money):
        return _First(name, (), None)
    return _First(name, printed(total, key, setting, "figures"), total.value)


def _holder(bank: Record, setting: Setting) -> Printed:
    """Who holds the account: the provider, unless another name is given."""
    held = bank.get("holder")
    key = f"{_BANK}.holder" if held is not None else "provider.legal_name"
    return printed(held or setting.root.get(key), key, setting)


def _twin(bank: Record, first: _First, holder: Printed, reference: str, setting: Setting) -> Table:
    """What a transfer needs, a row each."""
    known = setting.lexicon.words.get("bank", {})
    rows: list[tuple[str, Printed]] = [(known["holder"], holder)]
    for key in _KEYS:
        if bank.get(key) is not None:
            rows.append((known[key], printed(bank.get(key), f"{_BANK}.{key}", setting)))
    if first.told:
        rows.append((frame("transfer.amount", setting), first.told))
    rows.append((frame("transfer.reference", setting), computed(reference, "number")))
    text = frame("transfer.caption", setting, name=plain(first.name))
    return Table(
        Row(tuple(Cell(words(frame(f"transfer.{name}", setting))) for name in ("item", "detail"))),
        tuple(row(_ALIGNS, (words(label[:1].upper() + label[1:]), value)) for label, value in rows),
        summary=text, caption=(Text(text),),
    )  # fmt: skip


def _drawing(
    bank: Record, first: _First, holder: str, reference: str, said: dict[str, str], setting: Setting
) -> Drawing | None:
    """The code, and beside it what it is for; None where there can be none."""
    iban, amount = bank.value("iban"), first.amount
    if amount is None or not isinstance(iban, str) or not _in_euros(bank, amount, setting):
        return None
    if iban[:2].upper() not in _SEPA:
        return None
    if len(holder) > _LONGEST_NAME:
        return None
    rows = code(holder, iban, amount, reference[:_LONGEST_TEXT], str(bank.value("bic") or ""))
    if rows is None:
        return None
    side = (len(rows) + 2 * _QUIET) * MODULE
    shift, middle = side + _GAP, side / 2
    how = _halves(frame("transfer.how", setting))
    shapes: Shapes = [
        Grid(_QUIET * MODULE, _QUIET * MODULE, MODULE, rows),
        Label(0, middle - 25, frame("transfer.title", setting, **said), role="accent", bold=True, shift=shift),
        Label(0, middle - 11, said["amount"], size=SIZE, bold=True, shift=shift),
        *(Label(0, middle + 3 + 12 * n, line, size=SIZE, shift=shift) for n, line in enumerate(how)),
        Label(0, middle + 29, frame("transfer.not_invoice", setting), role="muted", size=SMALL, shift=shift),
    ]
    return Drawing(side, tuple(shapes))


def _halves(text: str) -> tuple[str, str]:
    """A text on two lines, as even as its words allow: beside the code there is little room in a column."""
    breaks = [at for at, sign in enumerate(text) if sign == " "]
    at = min(breaks, key=lambda each: abs(each - len(text) / 2), default=len(text))
    return text[:at], text[at + 1 :]


def _in_euros(bank: Record, amount: Money, setting: Setting) -> bool:
    """Whether the amount is in euros, is paid in euros, and the account takes them."""
    account = _code(setting, f"{_BANK}.currency") if bank.get("currency") is not None else "EUR"
    return amount.currency == account == "EUR" and setting.root.get("exchange") is None


@lru_cache(maxsize=16)
def code(name: str, iban: str, amount: Money, text: str, bic: str = "") -> tuple[str, ...] | None:
    """The rows of the code, "1" for a dark module; None where the standard has no room for these data."""
    from segno.helpers import make_epc_qr  # only a payment that has a code needs it

    if _HEAD + len((name + iban + text + bic).encode()) + len(str(amount.amount)) > _MOST_BYTES:
        return None
    try:
        made = make_epc_qr(name, iban, amount.amount, text=text, bic=bic or None, encoding=_UTF8)
    except ValueError:  # an amount below a cent or beyond 999,999,999.99
        return None
    return tuple("".join("1" if module else "0" for module in line) for line in made.matrix)


def _code(setting: Setting, path: str) -> str:
    value = setting.root.value(path)
    return str(getattr(value, "code", value))


def _text(setting: Setting, path: str) -> str:
    return str(setting.root.value(path) or "")
