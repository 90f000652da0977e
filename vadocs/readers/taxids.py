"""Tax identifiers: which kind a text is in its country, and whether its check digits hold."""

import re
from collections.abc import Callable
from types import ModuleType

from stdnum.ar import cuit
from stdnum.ar import dni as ar_dni
from stdnum.cl import rut
from stdnum.co import nit
from stdnum.es import nie, nif
from stdnum.eu import vat as eu_vat
from stdnum.gb import utr
from stdnum.gb import vat as gb_vat
from stdnum.mx import curp, rfc
from stdnum.pe import ruc
from stdnum.us import ein

from vadocs.diagnostics import Hint, hint
from vadocs.model.jurisdiction import UNION
from vadocs.readers.similar import listed

_SSN = re.compile(r"[0-9]{3}[- ][0-9]{2}[- ][0-9]{4}")


def _by(module: ModuleType) -> Callable[[str], bool]:
    return lambda text: bool(module.is_valid(text))


def _like(pattern: str) -> Callable[[str], bool]:
    return lambda text: re.fullmatch(pattern, text) is not None


def _rfc(text: str) -> bool:
    """With its homoclave: twelve characters for a company, thirteen for a person."""
    number = str(rfc.compact(text))
    return len(number) in (12, 13) and bool(rfc.is_valid(number, validate_check_digits=True))


def _ein(text: str) -> bool:
    return re.fullmatch(r"[0-9]{2}-[0-9]{7}", text) is not None and bool(ein.is_valid(text))


KINDS: dict[str, dict[str, Callable[[str], bool]]] = {
    "ES": {"nie": _by(nie), "nif": _by(nif), "vat": _by(eu_vat)},
    "CO": {
        "nit": _by(nit),
        "cc": _like(r"[1-9][0-9]{5,9}|[1-9][0-9]{0,2}(\.[0-9]{3}){1,3}"),
        "ce": _like(r"[0-9A-Z]{6,10}"),
    },
    "PE": {"ruc": _by(ruc), "dni": _like(r"[0-9]{8}"), "ce": _like(r"[0-9A-Z]{9,12}")},
    "MX": {"rfc": _rfc, "curp": _by(curp)},
    "AR": {"cuit": _by(cuit), "dni": _by(ar_dni)},
    "CL": {"rut": _by(rut)},
    "GB": {"vat": _by(gb_vat), "utr": _by(utr), "company-number": _like(r"[0-9]{8}|[A-Z]{2}[0-9]{6}")},
    "US": {"ein": _ein},
}
"""The kinds of each country, the one taken first where a text fits several."""

_SHAPES = {
    "ES": (("nie", r"[XYZ].*"), ("nif", r".*")),
    "CO": (("nit", r".*"),),
    "PE": (("ruc", r"[0-9]{11}"), ("dni", r"[0-9]{8}")),
    "MX": (("curp", r"[A-Z]{4}[0-9]{6}[A-Z].{7}"), ("rfc", r".*")),
    "AR": (("cuit", r"[0-9]{2}-?[0-9]{8}-?[0-9]"), ("dni", r"[0-9.]{7,10}")),
    "CL": (("rut", r".*"),),
    "GB": (
        ("company-number", r"[0-9]{8}|[A-Z]{2}[0-9]{6}"),
        ("utr", r"[0-9]{5} ?[0-9]{5}K?"),
        ("vat", r"(GB ?)?[0-9 ]{9,15}"),
    ),
    "US": (("ein", r".*"),),
}


def find_kind(country: str, value: str) -> str:
    """The kind that a text alone is in its country, or "" where the country or the text leaves it open."""
    return next((kind for kind, shape in _SHAPES.get(country, ()) if re.fullmatch(shape, value.upper())), "")


def judge(kind: str, country: str, value: str) -> tuple[str, tuple[Hint, ...]] | None:
    """The finding about a tax identifier, or None. `kind` "" is a text whose kind is not told."""
    if _SSN.fullmatch(value) or (
        country == "US" and re.fullmatch(r"[0-9]{9}", value) and kind not in ("ein",)
    ):
        return "E094", (hint("H094"),)
    if not country:
        return "E095", (hint("H095"),)
    kinds = KINDS.get(country)
    if kind == "vat" and kinds is None and country in UNION:
        return None if eu_vat.is_valid(value) or eu_vat.is_valid(country + value) else ("E093", ())
    if kind in ("passport", "other") or (kinds is None and kind):
        return None
    if kinds is None or not kind:
        return "E096", (hint("H096", known=listed(kinds or ("other", "vat"))),)
    check = kinds.get(kind)
    if check is None:
        return "E097", (hint("H096", known=listed(kinds)),)
    return None if check(value) else ("E093", ())


_HOLDERS: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {
    ("ES", "nif"): (("company", r"(ES)?[ABCDEFGHJNPQRSUVW].*"), ("person", r"(ES)?[0-9].*")),
    ("ES", "nie"): (("person", r".*"),),
    ("MX", "rfc"): (("company", r"[^-]{3}[0-9]{6}.{3}"), ("person", r"[^-]{4}[0-9]{6}.{3}")),
    ("MX", "curp"): (("person", r".*"),),
    ("PE", "ruc"): (("company", r"20.*"), ("person", r"1[0-9].*")),
    ("PE", "dni"): (("person", r".*"),),
    ("GB", "company-number"): (("company", r".*"),),
}
"""Whose an identifier is, by its form: Spain by the first letter, Mexico by the length, Peru by the first digits; the
United Kingdom registers only companies as such."""


def holder_of(kind: str, country: str, value: str) -> str:
    """"person" or "company" where a valid identifier tells whose it is, else ""."""
    number = re.sub(r"[ .\-]", "", value.upper())
    forms = _HOLDERS.get((country, kind), ())
    return next((holder for holder, form in forms if re.fullmatch(form, number)), "")
