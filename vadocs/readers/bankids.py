"""Check digits and lengths of bank identifiers."""

import re
from collections.abc import Callable

from stdnum import bic, iban
from stdnum.ar import cbu
from stdnum.us import rtn


def _digits(count: int) -> Callable[[str], bool]:
    return lambda text: re.fullmatch(rf"[0-9]{{{count}}}", _compact(text)) is not None


def _compact(text: str) -> str:
    return re.sub(r"[ .\-]", "", text)


def _clabe(text: str) -> bool:
    """18 digits; the last makes the sum of the others' products with 3, 7, 1, each modulo 10, a multiple of 10."""
    number = _compact(text)
    if not re.fullmatch(r"[0-9]{18}", number):
        return False
    total = sum(int(d) * w % 10 for d, w in zip(number[:17], (3, 7, 1) * 6, strict=False))
    return (10 - total % 10) % 10 == int(number[17])


_CHECKS: dict[str, Callable[[str], bool]] = {
    "iban": lambda text: bool(iban.is_valid(text)),
    "bic": lambda text: bool(bic.is_valid(text)),
    "clabe": _clabe,
    "cbu": lambda text: bool(cbu.is_valid(_compact(text))),
    "cci": _digits(20),
    "routing": lambda text: bool(rtn.is_valid(_compact(text))),
    "sort_code": _digits(6),
    "account": lambda text: re.fullmatch(r"[0-9A-Za-z][0-9A-Za-z .\-/]{2,34}", text) is not None,
}


def check_bank(key: str, text: str) -> bool:
    """Whether `text` can be the identifier `key` ("iban", "clabe", "cbu", "cci", …)."""
    return _CHECKS[key](text)
