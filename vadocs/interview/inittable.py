"""The questions of `vadocs init`, in their order: who the provider is, how she is taxed, what her terms are."""

import re
from collections.abc import Callable, Mapping, Sequence

from vadocs.interview import facts, parsing, terms
from vadocs.interview.newtable import DOCUMENTS, FRAME
from vadocs.interview.parties import options_of, party
from vadocs.interview.question import Known, Option, Question, Wrong
from vadocs.interview.tree import Plain, Value
from vadocs.law.spain import UNION_REGISTER
from vadocs.readers.schema.codes import CODES, REGIMES

_OWN = party("provider", "")
_TRUE = ("own_means", "own_schedule", "other_clients", "may_refuse", "substitute")
_LOOKS = ("sobrio", "calido", "compacto")
_NATIONAL = {("MX", 18): "clabe", ("AR", 22): "cbu", ("PE", 20): "cci"}
"""Bank identifiers that are told by their country and length."""


def _country(known: Known) -> str:
    return known.text("provider.address.country")


def _account(typed: str, known: Known) -> Mapping[str, Value]:
    """Where money is paid to: an IBAN, CLABE, CBU or CCI alone; else the bank's code or name, a comma, the account."""
    first, comma, second = (part.strip() for part in typed.partition(","))
    bare = re.sub(r"[ .\-]", "", typed)
    if not comma and re.match(r"[A-Za-z]{2}[0-9]{2}", bare):
        return {"provider.bank": {"iban": typed.strip()}}
    national = _NATIONAL.get((_country(known), len(bare))) if bare.isdigit() else None
    if not comma and national:
        return {"provider.bank": {national: typed.strip()}}
    key = {"US": "routing", "GB": "sort_code"}.get(_country(known), "bank") if first[:1].isdigit() else "bank"
    if not comma or not second:
        raise Wrong.of("E624", text=typed)
    return {"provider.bank": {key: first, "account": second}}


def _regimes(known: Known) -> Sequence[Option]:
    return options_of("regime", REGIMES.get(_country(known), ()), known)


def _beginner_may_pay_less(known: Known) -> bool:
    """Whether less may be withheld of who has just begun, as far as is told: Spain alone asks since when."""
    told = {name: known.text(f"provider.tax.{name}") for name in ("regime", "activity")}
    direct = told["regime"] in ("", "es-direct-estimation", "es-direct-estimation-simplified")
    person = known.text("provider.kind") != "company"
    return _country(known) == "ES" and person and direct and told["activity"] != "business"


def _registered_in_the_union(typed: str, known: Known) -> Mapping[str, Value]:
    """Her entry in the register of traders within the Union; one that is not there is not written."""
    if not parsing.truth_of(typed):
        return {}
    return facts.take_notices(UNION_REGISTER, known)


def _of(country: str, kind: str, activity: str = "") -> Callable[[Known], bool]:
    """Whether she is of a country and a kind, and her activity is not another."""

    def holds(known: Known) -> bool:
        told = known.text("provider.tax.activity")
        return _country(known) == country and known.text("provider.kind") == kind and told in ("", activity or told)

    return holds


def _independence(typed: str, known: Known) -> Mapping[str, Value]:
    named = [parsing.known_code(one, _TRUE) for one in parsing.split(typed)]
    return {"independence": {str(one): True for one in named}}


def _colour(typed: str, known: Known) -> Mapping[str, Value]:
    bare = typed.strip()
    return {"provider.brand.accent": f"#{bare}" if re.fullmatch(r"[0-9A-Fa-f]{6}", bare) else bare}


def _look(typed: str, known: Known) -> Mapping[str, Value]:
    return {"provider.brand.look": Plain(typed.strip())}


def _choice(name: str, key: str, list_name: str) -> Question:
    return Question(
        name, (key,), parsing.code(key), "choice", options=lambda known: options_of(name, CODES[list_name], known),
        metavar="|".join(CODES[list_name]),
    )  # fmt: skip


QUESTIONS: tuple[Question, ...] = (
    Question("name", ("provider.legal_name",), parsing.text("provider.legal_name"), required=True),
    _OWN["country"],
    _OWN["tax_id"],
    _OWN["kind"],
    _OWN["address"],
    _OWN["email"],
    _OWN["phone"],
    Question(
        "regime", ("provider.tax.regime",), parsing.code("provider.tax.regime"), "choice",
        when=lambda known: _country(known) in REGIMES, options=_regimes, metavar="ID",
    ),
    Question(
        "activity", ("provider.tax.activity",), parsing.code("provider.tax.activity"), "choice",
        when=lambda known: _country(known) in ("ES", "CO"), metavar="professional|business",
        options=lambda known: options_of("activity", CODES["activity"], known),
    ),
    _choice("vat", "provider.tax.vat", "vat"),
    Question(
        "since", ("provider.tax.since",), parsing.day("provider.tax.since"), when=_beginner_may_pay_less, metavar="DATE"
    ),
    Question(
        "vies", ("provider.tax.declarations",), _registered_in_the_union, "truth", metavar="YESNO",
        when=lambda known: _country(known) == "ES" and known.text("provider.tax.vat") == "registered",
    ),
    Question(
        "files-income-tax", ("provider.tax.files_income_tax",), parsing.truth("provider.tax.files_income_tax"), "truth",
        when=_of("CO", "person", "business"), metavar="YESNO",
    ),
    Question(
        "intermediary", ("provider.tax.intermediary",), parsing.truth("provider.tax.intermediary"), "truth",
        when=_of("GB", "company"), metavar="YESNO",
    ),
    Question("account", ("provider.bank",), _account, metavar="IBAN"),
    *FRAME,
    Question(
        "independence", ("independence",), _independence, "several", metavar="own_means,…",
        options=lambda known: options_of("independence", _TRUE, known),
    ),
    terms.FEES,
    terms.CURRENCY,
    *(question for question in terms.BY_MODEL if not question.extra),
    *terms.PAYMENT,
    DOCUMENTS,
    Question("accent", ("provider.brand.accent",), _colour, metavar="#12355B"),
    Question("logo", ("provider.brand.logo",), parsing.text("provider.brand.logo"), metavar="FILE"),
    Question(
        "look", ("provider.brand.look",), _look, "choice",
        options=lambda known: options_of("look", _LOOKS, known), metavar="LOOK",
    ),
)  # fmt: skip
"""What a practice is asked, once for all its engagements."""
