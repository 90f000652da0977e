"""Questions about a party, the same for provider and client: country, tax identifier, address."""

import re
from collections.abc import Mapping, Sequence

from vadocs.catalogue import messages, say
from vadocs.interview import parsing
from vadocs.interview.question import Known, Option, Question
from vadocs.interview.tree import Plain, Tree, Value
from vadocs.language.units import NAMES
from vadocs.readers.schema.codes import CODES
from vadocs.readers.taxids import KINDS, find_kind, holder_of, judge

_KIND = re.compile(r"([a-z-]+)[ :]+(.+)", re.IGNORECASE)
NOBODY = "="
"""Who signs for a person: that person."""


def options_of(name: str, codes: Sequence[str], known: Known) -> list[Option]:
    """Codes with what the catalogue calls them in a question, else the library; else a code stands for itself."""
    ids = {code: own_id(f"ask.{name}.{code}", known) for code in codes}
    lexicon = known.library.lexicon(known.language, "")
    words = lexicon.words.get(name, {}) if lexicon else {}
    if name == "unit":
        return sorted((Option(code, _counted(code, known.language)) for code in codes), key=lambda one: one.label)
    told = {code: say(id, known.language, {}) for code, id in ids.items() if id in messages()}
    return [Option(code, told.get(code) or words.get(code, code)) for code in codes]


def own_id(id: str, known: Known) -> str:
    """The entry of the provider's country or the fee model for a text of a question, `ID.ES`; else that of all."""
    own = (f"{id}.{known.text(path)}" for path in ("provider.address.country", "fees.model"))
    return next((one for one in own if one in messages()), id)


def _counted(unit: str, language: str) -> str:
    """What one of a unit is called."""
    names = NAMES[unit]
    return names.es_one if language == "es" else names.en_one


def tax_id(typed: str, country: str) -> Value:
    """A tax identifier: the text alone, with its kind before it (`cc 52123456`), or `none: reason`.

    Where a country has no kinds of its own, it is a VAT number if it is a valid one of the Union, else another.
    """
    found = _KIND.fullmatch(typed.strip())
    kind = found[1].lower() if found else ""
    if found and kind in CODES["tax_id_kind"]:
        return {"kind": Plain(kind), "reason" if kind == "none" else "value": found[2]}
    text = typed.strip()
    if country in KINDS or not country:
        return text
    union = judge("vat", country, "?") is not None
    kind = "vat" if union and judge("vat", country, text) is None else "other"
    return {"kind": Plain(kind), "value": text}


def tax_id_verdict(typed: str, country: str) -> str | None:
    """The kind of a tax identifier whose check digits hold; None where they do not, or not yet."""
    given = tax_id(typed, country)
    value = str(given.get("value", "")) if isinstance(given, dict) else str(given)
    kind = str(given.get("kind", "")) if isinstance(given, dict) else find_kind(country, value)
    return kind if value and judge(kind, country, value) is None else None


def holder(given: Value, country: str) -> str:
    """Whether a tax identifier is a person's or a company's, where its form tells; else ""."""
    value = str(given.get("value", "")) if isinstance(given, dict) else str(given)
    kind = str(given.get("kind", "")) if isinstance(given, dict) else find_kind(country, value)
    if kind in ("none", "other", "") or judge(kind, country, value) is not None:
        return ""
    return holder_of(kind, country, value)


def _take_tax_id(side: str) -> parsing.Take:
    def take(typed: str, known: Known) -> Mapping[str, Value]:
        country = known.text(f"{side}.address.country")
        given = tax_id(typed, country)
        kind = holder(given, country)
        return {f"{side}.tax_id": given, **({f"{side}.kind": Plain(kind)} if kind else {})}

    return take


def _take_address(side: str) -> parsing.Take:
    def take(typed: str, known: Known) -> Mapping[str, Value]:
        country = known.text(f"{side}.address.country")
        found: Tree = {f"{side}.address.{key}": value for key, value in parsing.address(typed, country).items()}
        territory = parsing.spanish_territory(str(found.get(f"{side}.address.postal_code", "")))
        if country == "ES" and territory:
            found[f"{side}.tax.territory"] = Plain(territory)
        return found

    return take



def party(side: str, prefix: str) -> dict[str, Question]:
    """The questions of a party by what they ask for; their flags begin with `prefix`."""

    def foreign(known: Known) -> bool:
        return not known.text(f"{side}.kind")

    kinds = ("person", "company")
    country, kind = prefix + "country", prefix + "kind"
    return {
        "country": Question(
            country, (f"{side}.address.country", f"{side}.tax_id.country"), parsing.country(f"{side}.address.country"),
            required=True, metavar="ES",
            propose=lambda known: known.text("provider.address.country") if side == "client" else "",
        ),
        "tax_id": Question(prefix + "tax-id", (f"{side}.tax_id",), _take_tax_id(side), metavar="ID"),
        "address": Question(prefix + "address", (f"{side}.address.street",), _take_address(side)),
        "kind": Question(
            kind, (f"{side}.kind",), parsing.code(f"{side}.kind"), "choice", when=foreign, required=True,
            options=lambda known: options_of("kind", kinds, known), metavar="person|company",
        ),
        "email": Question(prefix + "email", (f"{side}.email",), parsing.text(f"{side}.email"), metavar="EMAIL"),
        "phone": Question(prefix + "phone", (f"{side}.phone",), parsing.text(f"{side}.phone"), extra=True),
    }  # fmt: skip
