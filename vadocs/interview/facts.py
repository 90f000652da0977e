"""Which facts of a client, and which notices to it, the tax rule of the provider's country asks about, and how they
are told.

The rule itself says what it lacks, under every answer that it may be given: no table of countries stands here.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

from vadocs.catalogue import messages, say
from vadocs.interview.parsing import country_code, split, truth_of
from vadocs.interview.question import Known, Option, Wrong
from vadocs.interview.tree import Plain, Value
from vadocs.law.colombia import ALONE, WITH_WORKERS
from vadocs.law.countries import RULES
from vadocs.law.facts import Case, PartyFacts
from vadocs.law.inquiry import DECLARATIONS
from vadocs.law.ruling import Taxes
from vadocs.law.taxes import taxes
from vadocs.law.united_states import status_form
from vadocs.readers.schema.codes import CODES

FLAGS = {
    "client.tax.withholds": "withholds",
    "client.tax.vat": "client-vat",
    "client.tax.territory": "client-territory",
    "client.tax.local_business": "local-business",
    "client.tax.pays_from_abroad": "pays-from-abroad",
    "used_in": "used-in",
}
"""The facts of a client that an interview asks for, and their flags."""
NOTICES = "notices"
"""The flag of the provider's signed notices, which are statements about a client too: it has received them."""
_TAX_TRUTHS = ("withholds", "local_business", "pays_from_abroad", "files_income_tax", "intermediary")
_TRUTHS = ("withholds", "local_business", "pays_from_abroad")
_SAID = {
    "client.tax.vat": ("registered", "exempt", "not-registered"),
    "client.tax.territory": ("mainland", "canarias", "ceuta-melilla"),
    "used_in": ("there", "here"),
}
_MOST = 200
"""Cases that are put to a rule."""


def is_truth(key: str) -> bool:
    """Whether a fact is told by yes or no."""
    return key.rpartition(".")[2] in _TRUTHS


def codes(key: str) -> tuple[str, ...]:
    """The codes that a fact may have."""
    return _SAID.get(key, ())


def needed(known: Known) -> tuple[str, ...]:
    """The keys, not yet told, of which the rule asks under some answer to the others."""
    found = {key for _, answer in _answers(known) for key in answer.missing}
    return tuple(key for key in FLAGS if key in found and known.get(key) is None)


def _answers(known: Known) -> Iterator[tuple[Case, Taxes]]:
    """The case, and every case that answers to what its rule asks would make of it, with what the rule says."""
    case = _case(known)
    rule, data = RULES.get(case.provider.country), known.library.law.get(case.provider.country, ())
    queue = [case] if rule is not None else []
    for count, one in enumerate(queue):
        if count == _MOST:
            break
        answer = taxes(one, rule, data)
        yield one, answer
        asked = next((key for key in answer.missing if key in FLAGS), None)
        queue += [_with(one, asked, value) for value in _values(asked, one)] if asked else []


def notices(known: Known) -> tuple[str, ...]:
    """The signed notices of the provider, not yet told, that would change her taxes with this client.

    Those of which the rule of her country says something else once they are there, under some answer to the rest; and
    the form by which a client of the United States asks how she is taxed.
    """
    case = _case(known)
    rule, data = RULES.get(case.provider.country), known.library.law.get(case.provider.country, ())
    form = status_form(case.provider, case.client.country, case.performed_in)
    answers = list(_answers(known))

    def matters(kind: str) -> bool:
        return any(taxes(_declaring(one, kind), rule, data) != answer for one, answer in answers)

    untold = (kind for kind in CODES["declaration"] if kind not in case.provider.declarations)
    return tuple(kind for kind in untold if kind == form or matters(kind))


def _declaring(case: Case, kind: str) -> Case:
    told = {**case.provider.declarations, kind: None}
    return replace(case, provider=replace(case.provider, declarations=told))


def _values(key: str, case: Case) -> tuple[object, ...]:
    """The values that a fact may have, as the rules take them."""
    if key == "used_in":
        return (case.client.country or "ZZ",), (case.provider.country,)
    return (True, False) if is_truth(key) else _SAID[key]


def _with(case: Case, key: str, value: object) -> Case:
    if key == "used_in":
        return replace(case, used_in=value)  # type: ignore[arg-type]
    return replace(case, client=replace(case.client, **{key.rpartition(".")[2]: value}))  # type: ignore[arg-type]


def _case(known: Known) -> Case:
    """The facts as far as they are told; no invoice yet."""
    used, done = (_listed(known.get(key)) for key in ("used_in", "performed_in"))
    return Case(_party(known, "provider"), _party(known, "client"), (), known.today, used, performed_in=done)


def _listed(value: Value | None) -> tuple[str, ...]:
    members = value if isinstance(value, list) else [] if value is None else [value]
    return tuple(str(one) for one in members)


def _party(known: Known, side: str) -> PartyFacts:
    def told(name: str) -> str:
        return known.text(f"{side}.{name}")

    truths: dict[str, Any] = {name: _truth(known.get(f"{side}.tax.{name}")) for name in _TAX_TRUTHS}
    country = told("address.country") or told("tax_id.country")
    since, notices = told("tax.since"), known.get(f"{side}.tax.declarations")
    kinds = {str(one["kind"]): None for one in notices if isinstance(one, dict)} if isinstance(notices, list) else {}
    day = None
    with suppress(ValueError):
        day = date.fromisoformat(since) if since else None
    return PartyFacts(
        country, told("kind"), told("tax.regime"), told("tax.activity"), told("tax.territory"), told("tax.vat"),
        day, declarations=kinds, **truths,
    )  # fmt: skip


def _truth(value: Value | None) -> bool | None:
    return {"true": True, "false": False}.get(str(value).casefold()) if value is not None else None


# --- statements ------------------------------------------------------------------------------------


def statements(known: Known) -> Sequence[Option]:
    """What may be said of the client, a statement for each value of each fact that is needed."""
    return [Option(code, label) for code, label in _statements(known)]


def _statements(known: Known) -> Iterator[tuple[str, str]]:
    names = {"client": known.text("client.address.country"), "provider": known.text("provider.address.country")}
    for key in needed(known):
        flag = FLAGS[key]
        for code in _SAID.get(key, ("yes", "no")):
            own = f"ask.{flag}.{code}.{names['provider']}"
            id = own if own in messages() else f"ask.{flag}.{code}"
            yield f"{flag}={code}", say(id, known.language, names)
    for kind in notices(known):
        yield f"{NOTICES}={kind}", say(f"ask.{NOTICES}.{kind}", known.language, names)


def take_statements(typed: str, known: Known) -> Mapping[str, Value]:
    """The statements that hold, as `withholds=yes,used-in=there` or by their numbers."""
    offered = [one.code for one in statements(known)]
    found: dict[str, Value] = {}
    declared: list[str] = []
    keys = {flag: key for key, flag in FLAGS.items()}
    for part in split(typed.replace(";", ",")):
        code = offered[int(part) - 1] if part.isdecimal() and 1 <= int(part) <= len(offered) else part
        flag, _, value = code.partition("=")
        if code not in offered:
            raise Wrong.of("E619", text=part)
        if flag == NOTICES:
            declared.append(value)
            continue
        if keys[flag] in found:
            raise Wrong.of("E626", text=flag)
        found.update(take_fact(keys[flag], value, known))
    return {**found, **take_notices(",".join(declared), known)} if declared else found


def take_notices(typed: str, known: Known) -> Mapping[str, Value]:
    """Notices by their kinds, each with the day on which it was received behind it if that is told: `w-9 2026-11-20`.

    Those of the practice stay: a list of the spec takes the place of the practice's.
    """
    kept = known.get(DECLARATIONS)
    found: list[Value] = list(kept) if isinstance(kept, list) else []
    kinds = {kind for part in split(typed) for kind in part.split()[:1]}
    if kinds >= {ALONE, WITH_WORKERS}:
        raise Wrong.of("E626", text=NOTICES)
    for part in split(typed):
        kind, _, day = part.partition(" ")
        found.append({"kind": Plain(kind), **({"received_on": Plain(day.strip())} if day.strip() else {})})
    return {DECLARATIONS: found}


def take_fact(key: str, typed: str, known: Known) -> Mapping[str, Value]:
    """One fact as it stands in a spec."""
    if key == "used_in":
        there, here = known.text("client.address.country"), known.text("provider.address.country")
        both: list[Value] = [Plain(one) for one in dict.fromkeys((there, here)) if one]
        told = {"there": both[:1], "here": both}
        return {key: told.get(typed) or [country_code(one) for one in split(typed)]}
    return {key: truth_of(typed) if is_truth(key) else Plain(typed.strip())}
