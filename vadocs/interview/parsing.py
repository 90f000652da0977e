"""From what was typed to values: lines of text that hold more than one thing, numbers and days as people write them."""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from vadocs.diagnostics import hint
from vadocs.interview.question import Known, Wrong
from vadocs.interview.tree import Plain, Tree, Value
from vadocs.readers.schema.code import country_meant
from vadocs.readers.similar import listed

Take = Callable[[str, Known], Mapping[str, Value]]

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_COMMA = re.compile(r"-?[0-9]+,[0-9]{1,2}")
_GROUPED = re.compile(
    r"[0-9]{1,3}(?:(?P<dot>\.)[0-9]{3})+,[0-9]{1,2}|[0-9]{1,3}(?:(?P<comma>,)[0-9]{3})+\.[0-9]{1,2}"
)
"""Thousands and decimals with a mark each, `1.234,56` or `1,234.56`: there is one way to read them."""
_SIGNS = {"€": ("EUR",), "£": ("GBP",), "$": ("USD", "MXN", "COP", "CLP", "ARS"), "S/": ("PEN",)}
"""What people write beside an amount, and the currencies that it may stand for."""
_DAY = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_PART = re.compile(r"\s*[A-Za-z]{2}-[A-Za-z0-9]{1,3}\s*")
_SI, _NO = ("s", "sí", "si", "y", "yes", "true"), ("n", "no", "false")
_COUNTS = re.compile(
    r"(.+?)(?:\s*/\s*([0-9]+(?:[.,][0-9]+)?)\s*(?:h|hs|hrs?|horas?|hours?|meses|mes|months?)?\.?)?",
    re.IGNORECASE | re.DOTALL,
)


def text(key: str) -> Take:
    """A text as it is."""
    return lambda typed, known: {key: typed.strip()}


def code(key: str) -> Take:
    """A code; in small letters or large as the list has it."""
    return lambda typed, known: {key: Plain(typed.strip())}


def codes(key: str) -> Take:
    """Codes with commas between them."""
    return lambda typed, known: {key: [Plain(one) for one in split(typed)]}


def one_or_more(key: str) -> Take:
    """A code, or several with commas between them."""

    def take(typed: str, known: Known) -> Mapping[str, Value]:
        found: list[Value] = [Plain(one) for one in split(typed)]
        return {key: found[0] if len(found) == 1 else found}

    return take


def split(typed: str, mark: str = ",") -> list[str]:
    """The parts between marks, without blanks around them."""
    return [part.strip() for part in typed.split(mark) if part.strip()]


def number(key: str) -> Take:
    """A number; a comma before one or two digits is a decimal mark, as Spanish writes it."""
    return lambda typed, known: {key: decimal(typed)}


def decimal(typed: str) -> Plain:
    """The number as a spec writes it; what is no number, or can be read in two ways, is left to the readers."""
    bare = typed.strip().removesuffix("%").strip()
    grouped = _GROUPED.fullmatch(bare)
    if grouped is not None:
        bare = bare.replace(grouped["dot"] or grouped["comma"], "")
    return Plain(bare.replace(",", ".") if _COMMA.fullmatch(bare) else bare)


def money(typed: str, currency: str) -> Plain:
    """An amount without what stands for its currency before or behind it: `560 €`, `US$ 500`, `500 USD`.

    What stands for another currency is left to the readers, which refuse it.
    """
    bare = typed.strip()
    signs = [sign for sign, meant in _SIGNS.items() if currency in meant] + [currency] * bool(currency)
    if currency == "USD":
        signs.insert(0, "US$")
    for sign in signs:
        for rest in (bare.removeprefix(sign), bare.removesuffix(sign)):
            if rest != bare:
                return decimal(rest)
    return decimal(bare)


def truth_of(typed: str) -> bool:
    """Yes or no, in either language; `Wrong` for anything else."""
    word = typed.strip().casefold()
    if word not in (*_SI, *_NO):
        raise Wrong.of("E614", hint("H614"), text=typed)
    return word in _SI


def truth(key: str) -> Take:
    """Yes or no."""
    return lambda typed, known: {key: truth_of(typed)}


def day(key: str) -> Take:
    """A day: 2026-12-01, or in Spanish 1/12/2026."""

    def take(typed: str, known: Known) -> Mapping[str, Value]:
        found = _DAY.fullmatch(typed.strip())
        told = found is not None and known.language == "es" and int(found[2]) <= 12
        return {key: _iso(typed) if told else Plain(typed.strip())}

    return take


def _iso(typed: str) -> Plain:
    """A day with its parts in the order of Spanish, as a spec writes it; what is no such day, as it is."""
    found = _DAY.fullmatch(typed.strip())
    return Plain(f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else typed.strip())


def country(key: str) -> Take:
    """A country by its code or its name in either language."""
    return lambda typed, known: {key: country_code(typed)}


def country_code(typed: str) -> Plain:
    """The code of a country typed as code or name, with its accents or without. `Wrong` for what is neither.

    It is told at once: readers see a country only as a part of an address, which comes later.
    """
    meant = country_meant(typed.strip())
    if meant is None:
        raise Wrong.of("E082", hint("H082.name"), text=typed.strip())
    return Plain(meant)


def law(key: str) -> Take:
    """A country, or a part of one that has a law of its own (`US-NY`), which the readers know."""
    return lambda typed, known: {key: Plain(typed.strip().upper()) if _PART.fullmatch(typed) else country_code(typed)}


def countries(key: str) -> Take:
    """Countries with commas between them."""
    return lambda typed, known: {key: [country_code(one) for one in split(typed)]}


def chosen(typed: str, offered: Sequence[str]) -> tuple[list[int], list[str]]:
    """Which of what is offered was chosen, by numbers from 1 (`1,3`), and the texts typed beside them.

    Parts are between semicolons, or between commas where all are numbers. `Wrong` for a number beyond the list.
    """
    numbers: list[int] = []
    texts: list[str] = []
    for part in split(typed, ";"):
        if not re.fullmatch(r"[0-9]+(?:\s*[,\s]\s*[0-9]+)*", part):
            texts.append(part)
            continue
        for one in re.findall(r"[0-9]+", part):
            if not 1 <= int(one) <= len(offered):
                raise Wrong.of("E619", text=one)
            numbers.append(int(one) - 1)
    return list(dict.fromkeys(numbers)), texts


# --- several things in one line --------------------------------------------------------------------


def person(typed: str) -> Tree:
    """Who signs: `Pilar Ortega Sáez, administradora única`. `Wrong` where the capacity is not told."""
    name, comma, capacity = (part.strip() for part in typed.partition(","))
    if not comma or not name or not capacity:
        raise Wrong.of("E616", hint("H616"), text=typed)
    return {"name": name, "capacity": capacity}


def amount(typed: str, currency: str = "") -> tuple[Plain, Plain | None]:
    """An amount, and the hours after a slash: `560 / 20 h`. `currency`: that of which a sign may stand beside it."""
    found = _COUNTS.fullmatch(typed.strip())
    assert found is not None
    return money(found[1], currency), decimal(found[2]) if found[2] else None


_STATE = re.compile(r"(?P<city>.+?),\s*(?P<region>[A-Z]{2})\s+(?P<code>[0-9]{5}(?:-[0-9]{4})?)")
_BRITISH = re.compile(r"(?P<city>.+?),?\s+(?P<code>[A-Z]{1,2}[0-9][0-9A-Z]?\s*[0-9][A-Z]{2})")
_BEFORE = re.compile(
    r"(?:C\.?\s?P\.?\s*)?(?P<code>[0-9]{4,7}|[A-Z][0-9]{4}[A-Z]{3}),?\s+(?P<city>[^,]+?)(?:,\s*(?P<region>.+))?"
)
_AFTER = re.compile(r"(?P<city>[^,]+?),\s*(?:(?P<region>[^,]+?),\s*)?(?P<code>[0-9]{4,7}|[A-Z][0-9]{4}[A-Z]{3})")
_BARE = re.compile(r"(?P<city>[^,;0-9]+?)(?:,\s*(?P<region>[^,;0-9]+))?")
_PLACES = {"US": (_STATE,), "GB": (_BRITISH,)}


def address(typed: str, country: str) -> Tree:
    """Street, postal code, city and region of a line: `C/ Alcalá, 45; 28014 Madrid`.

    A semicolon parts the street from the place; without one, the last comma that leaves a place behind it does.
    `Wrong` where no place is told. The country is not part of it. Of several lines, as they are pasted, the first is
    the street.
    """
    street, mark, place = (part.strip(" ,") for part in _on_one_line(typed).partition(";"))
    patterns = (*_PLACES.get(country, ()), _BEFORE, _AFTER, _BARE)
    splits = [(street, place)] if mark else _at_commas(_on_one_line(typed))
    for pattern in patterns[: None if mark else -1]:
        for head, tail in splits:
            found = pattern.fullmatch(tail.strip(" ,;"))
            if found is not None and head:
                told = {key: value.strip() for key, value in found.groupdict().items() if value}
                return _address(head, told)
    if not mark and splits:
        head, tail = splits[-1]
        if head and _BARE.fullmatch(tail):
            return _address(head, {"city": tail})
    raise Wrong.of("E617", hint("H617"), text=typed)


def _on_one_line(typed: str) -> str:
    """Lines joined by the marks that one line has; one line as it is."""
    lines = [line.strip(" ,") for line in typed.splitlines() if line.strip(" ,")]
    return (", " if ";" in typed else "; ").join([lines[0], ", ".join(lines[1:])]) if len(lines) > 1 else typed


def _at_commas(typed: str) -> list[tuple[str, str]]:
    """The line parted at each comma, the longest place first."""
    places = [found.start() for found in re.finditer(",", typed)]
    return [(typed[:at].strip(" ,"), typed[at + 1 :].strip(" ,")) for at in places]


def _address(street: str, told: Mapping[str, str]) -> Tree:
    found: Tree = {"street": street}
    for key, name in (("postal_code", "code"), ("city", "city"), ("region", "region")):
        if name in told:
            found[key] = told[name]
    return found


def spanish_territory(postal_code: str) -> str:
    """The tax territory of a Spanish postal code, of which the first two digits are the province; "" if it is none.

    35 and 38 are the Canaries, 51 Ceuta, 52 Melilla.
    """
    if not re.fullmatch(r"(?:0[1-9]|[1-4][0-9]|5[0-2])[0-9]{3}", postal_code):
        return ""
    return {"35": "canarias", "38": "canarias", "51": "ceuta-melilla", "52": "ceuta-melilla"}.get(
        postal_code[:2], "mainland"
    )


_STONE = re.compile(
    r"(?P<name>[^,]+),\s*(?P<deliverable>.+?),\s*(?P<price>[^\s,]*[0-9](?:[0-9.,]*[0-9])?\s*(?:%|[^\s\d,%]+)?)"
    r"(?:,\s*(?P<due>[0-9]{4}-[0-9]+-[0-9]+|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}))?"
)
"""A milestone. What is delivered may have commas of its own, and so may the amount, with no blank behind them."""


def milestones(typed: str, currency: str = "", language: str = "es") -> tuple[list[Value], Plain | None]:
    """Milestones between semicolons, each `name, what is delivered, 40 %, 2027-01-15`; the day may be missing.

    An amount may stand in the place of the share: then the sum of all is given too. `Wrong` where one has not its
    three parts. `currency`: that of which a sign may stand beside an amount; `language`: as days are written in.
    """
    found: list[Value] = []
    total: Decimal | None = Decimal(0)
    for part in split(typed, ";"):
        stone = _STONE.fullmatch(part)
        if stone is None:
            raise Wrong.of("E618", hint("H618"), text=part)
        share = "percent" if stone["price"].endswith("%") else "amount"
        price = money(stone["price"], currency)
        told: Tree = {"name": stone["name"].strip(), "deliverable": stone["deliverable"].strip(), share: price}
        if stone["due"]:
            told["due"] = _iso(stone["due"]) if language == "es" else Plain(stone["due"])
        found.append(told)
        total = total + Decimal(price) if total is not None and share == "amount" and _NUMBER.fullmatch(price) else None
    return found, Plain(str(total)) if total else None


def known_code(typed: str, codes: Sequence[str]) -> Plain:
    """One of a closed list; `Wrong` where it is none of it."""
    if typed.strip() in codes:
        return Plain(typed.strip())
    raise Wrong.of("E619", hint("H081", known=listed(codes)), text=typed)
