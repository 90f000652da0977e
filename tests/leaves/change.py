"""Another valid value for any leaf: a unique one where the leaf is free, one of its list where it is closed."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from tests.content.contracts import Spec
from tests.laid import GONE, laid
from vadocs.model.vocabulary import Field

Path = tuple[str | int, ...]

IDENTIFIERS = {
    "iban": ("ES7921000813610123456789", "ES6000491500051234567892"),
    "bic": ("OTROESMM", "EXAMDEFF"),
    "cci": ("00219300123456789014", "01112233344455566677"),
    "routing": ("011401533", "111000025"),
    "sort_code": ("20-11-22",),
    "clabe": ("002010077777777771", "646180157000000004"),
    "cbu": ("0720461088000036816312", "0170099220000067797370"),
}
"""Valid bank identifiers: check digits are verified when a spec is read."""
TAX_IDS = (
    "87654321X", "A58818501", "98-7654321", "20131312955", "10456789124", "800197268-4", "ZQ0011223",
)  # fmt: skip
"""Valid tax identifiers of several countries; the last can only be a passport."""
SHAPED = {
    "email": ("otra@example.org",),
    "phone": ("+34 611 222 333",),
    "send_to": ("otra@example.org",),
    "website": ("https://otra.example.org",),
    "link": ("https://otra.example.org",),
    "linkedin": ("https://www.linkedin.com/in/otra",),
    "time_zone": ("America/Caracas", "Europe/Lisbon"),
    "client_time_zone": ("America/Caracas", "Europe/Lisbon"),
    "id": ("2026-999-otro",),
    "niche": ("bookkeeping", "executive-assistance"),
    "niches": ("web-design", "executive-assistance"),
    "clause_set": ("project", "hourly", "hours-package", "retainer"),
    "chosen": ("days",),
    "add": ("insurance",),
    "remove": ("entire-agreement", "Conciliación bancaria con acceso de solo lectura"),
    "income_share_percent": ("88", "77"),
    "turnover": ("99000000",),
    "balance_sheet": ("99000000",),
    "staff": ("99",),
}
"""Texts with a shape of their own, by the last key of their path."""


def at(spec: Any, path: Path) -> Any:
    """What stands at a path of keys and indices."""
    for step in path:
        spec = spec[step]
    return spec


def put(spec: Any, path: Path, value: Any) -> Any:
    """A copy of the spec with another value at a path."""
    if not path:
        return value
    step, *rest = path
    copied = dict(spec) if isinstance(spec, dict) else list(spec)
    copied[step] = put(spec[step], tuple(rest), value)
    return copied


def written_leaves(spec: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every scalar of a spec with its path."""
    if isinstance(spec, dict):
        for key, value in spec.items():
            yield from written_leaves(value, (*path, key))
    elif isinstance(spec, list):
        for index, value in enumerate(spec):
            yield from written_leaves(value, (*path, index))
    else:
        yield path, spec


def pattern(path: Path) -> str:
    """The vocabulary's name of a path: `services[].task`."""
    text = ""
    for step in path:
        text += "[]" if isinstance(step, int) else f".{step}" if text else step
    return text


def candidates(path: Path, old: str, leaf: Field, number: int) -> Iterator[str]:
    """Values to try at a leaf, the likeliest first; `number` makes free texts unique in the whole family."""
    name = next(step for step in reversed(path) if isinstance(step, str))
    if "tax_id" in path and name in ("value", "tax_id"):
        yield from TAX_IDS
    yield from (IDENTIFIERS | SHAPED).get(name, ())
    match leaf.type:
        case "code":
            yield from (code for code in leaf.choices if code != old)
        case "boolean":
            yield "false" if old == "true" else "true"
        case "date":
            day = date.fromisoformat(old)
            yield from ((day + timedelta(days=days)).isoformat() for days in (17, -17, 9, -9, 3, -3, 366, -366))
        case "country":
            yield from ("FR", "PT", "IE", "PE", "CO", "ES", "US", "DE")
        case "language":
            yield from ("fr", "en", "es", "en-GB", "es-PE")
        case "time":
            yield from ("07:13", "11:47", "19:31")
        case "money":
            yield from ("713.57", "7.57", "73.31")
        case "quantity" | "integer" | "number":
            yield from (str(count) for count in (43, 37, 19, 23, 17, 13, 27, 26, 7, 8, 9, 3, 2, 1))
        case _:
            yield from (f"Zqx{number} palabra", f"zqx{number}")


Also = Callable[[Spec, Path, str], Spec]
"""Makes what must change together with a leaf: from the spec with the new value, the leaf's path, the value."""


def _over(overlays: Mapping[str, Spec]) -> Also:
    """The overlay that goes with the new value."""
    return lambda spec, path, value: laid(spec, overlays.get(value, {}))


def _balanced(name: str) -> Also:
    """The last milestone takes what the others leave."""

    def also(spec: Spec, path: Path, value: str) -> Spec:
        stones = spec["fees"]["milestones"]
        whole = Decimal(100) if name == "percent" else Decimal(spec["fees"]["amount"])
        rest = whole - sum((Decimal(stone[name]) for stone in stones[:-1]), Decimal(0))
        return put(spec, ("fees", "milestones", len(stones) - 1, name), str(rest))

    return also


def _no_data(spec: Spec, path: Path, value: str) -> Spec:
    return {**spec, "personal_data": {"handled": value}}


_HOURLY = {"model": "hourly", "currency": "EUR", "rate": "30.00", "increment_minutes": "15"}


def _other_fees(spec: Spec, path: Path, value: str) -> Spec:
    return {key: held for key, held in {**spec, "fees": _HOURLY}.items() if key != "deposit"}


ALSO: Mapping[str, Also] = {
    "deposit.kind": _over({
        "guarantee": {"deposit": {"applied_to": GONE}},
        "advance": {"deposit": {"applied_to": "pro-rata"}},
    }),
    "fees.milestones[].amount": _balanced("amount"),
    "fees.milestones[].percent": _balanced("percent"),
    "fees.model": _other_fees,
    "fees.rollover.policy": _over({
        "none": {"fees": {"rollover": {"cap_hours": GONE, "expires_after_months": GONE}}},
        "all": {"fees": {"rollover": {"cap_hours": GONE}}},
        "cap": {"fees": {"rollover": {"cap_hours": "3", "expires_after_months": "2"}}},
    }),
    "late_payment.interest": _over({
        "agreed": {"late_payment": {"rate_percent_year": "8"}},
        "statutory": {"late_payment": {"rate_percent_year": GONE}},
    }),
    "personal_data.handled": _no_data,
}  # fmt: skip
"""Leaves whose change alone would contradict other keys."""


def changed(spec: Spec, path: Path, value: str) -> Spec:
    """The spec with another value at a path, and what must change with it."""
    put_there: Spec = put(spec, path, value)
    also = ALSO.get(pattern(path))
    return also(put_there, path, value) if also else put_there
