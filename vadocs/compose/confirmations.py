"""The facts of a document that a person must confirm before signing, and what the spec confirms of them.

Which facts they are, the placed clauses say (`confirm` in `clause.yaml`), and the law's data: one of less than high
confidence that the taxes were computed with. A name goes through lists without indices: `taxes.withholdings.rate`.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from operator import is_

from vadocs.compose.evaluate import NO_VOCABULARY, Fault, Found, Missing, Scope, condition, is_given
from vadocs.compose.printing import joined
from vadocs.compose.records import country_of, parties_of, print_record
from vadocs.compose.rewrite import rewritten
from vadocs.compose.scalars import print_scalar
from vadocs.compose.setting import Setting
from vadocs.diagnostics import Edit, Report, hint
from vadocs.law.data import leaf_of, valid_on
from vadocs.law.interest import RATE
from vadocs.model.clause import Confirmation
from vadocs.model.document import (
    Definition,
    Document,
    Emphasis,
    Inline,
    Link,
    Strong,
    ToConfirm,
    Value,
)
from vadocs.model.engagement import Engagement, Item, Items, Leaf, Localised, Quantity, Record, leaves
from vadocs.model.library import LawDatum, Library
from vadocs.model.money import Money
from vadocs.model.plan import Plan
from vadocs.model.vocabulary import Vocabulary

MEMBER = "it"
"""What a member of a list is called in the condition of a name that lies in it."""
_SUBCONTRACT = "agreements.subcontract.confirmed"
"""Where what a subcontract leaves to confirm is confirmed: its parties and taxes are others."""
_HOLDERS = (Strong, Emphasis, Link, Definition)
"""Inlines that hold inlines."""
_ASSUMED = ("default", "niche")
"""Origins of what nobody stated and nothing computed."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact to be confirmed: its dotted name, its values by dotted path, and why, by language.

    `reason` None: a datum of the law of less than high confidence.
    """

    name: str
    values: tuple[tuple[str, Item], ...]
    reason: Mapping[str, str] | None


def facts_of(
    plan: Plan, root: Record, law: Mapping[str, tuple[LawDatum, ...]], vocabulary: Vocabulary = NO_VOCABULARY
) -> tuple[Fact, ...]:
    """The facts that a person must confirm, confirmed or not, in the order of the plan's clauses.

    `root` is the namespace of `compose.values`. A name without a value, or with one that only a clause or niche
    assumes, is none; neither is one whose condition is false. One that cannot be told is: better asked once too often.
    """
    found: dict[str, Fact] = {}
    scope = Scope(root, vocabulary)
    for placement in plan.placements:
        for name, confirmation in placement.clause.confirm.items():
            values = tuple(_values(name, confirmation, scope))
            if values and name not in found:
                found[name] = Fact(name, values, confirmation.reason)
    placed = any(placement.clause.id == "taxes" for placement in plan.placements)
    return (*found.values(), *(_uncertain(root, law) if placed else ()), *_unsure_interest(root))


def _values(name: str, confirmation: Confirmation, scope: Scope) -> Iterator[tuple[str, Item]]:
    """Each value of the name that somebody stated or something computed, where its condition holds."""
    for key, item, member in _through(scope.root, name.split("."), "", None):
        inner = scope.inner(MEMBER, member) if member else scope
        stated = any(leaf.origin not in _ASSUMED for _, leaf in leaves(item))
        if stated and is_given(Found(item)) and _holds(confirmation, inner):
            yield key, item


def _holds(confirmation: Confirmation, scope: Scope) -> bool:
    """Whether the condition is not false. A faulty one is reported where the library is checked."""
    try:
        told = condition(confirmation.when, scope)
    except Fault:
        return True
    return isinstance(told, Missing) or told


def _through(item: Item, steps: list[str], key: str, member: Found | None) -> Iterator[tuple[str, Item, Found | None]]:
    """The items at a name below `item` with their paths, and the member of a list that each lies in, if any."""
    if not steps:
        yield key, item, member
    elif isinstance(item, Items):
        for index, one in enumerate(item.items):
            place = f"{key}[{index}]"
            yield from _through(one, steps, place, Found(one, place))
    elif isinstance(item, Record) and steps[0] in item.fields:
        path = f"{key}.{steps[0]}" if key else steps[0]
        yield from _through(item.fields[steps[0]], steps[1:], path, member)


def _uncertain(root: Record, law: Mapping[str, tuple[LawDatum, ...]]) -> Iterator[Fact]:
    """The data of the law that the taxes were computed with and that are of less than high confidence."""
    names, day = root.get("taxes.uncertain"), root.value("date")
    countries = [country_of(party) for party in parties_of(root, "provider")]
    data = valid_on(law.get(countries[0], ()), day) if countries and isinstance(day, date) else {}
    for item in names.items if isinstance(names, Items) else ():
        datum = data.get(str(item.value)) if isinstance(item, Leaf) else None
        if datum is not None:
            yield Fact(f"law.{datum.name}", ((f"law.{datum.name}", leaf_of(datum)),), None)


def _unsure_interest(root: Record) -> Iterator[Fact]:
    """The rate of a letter's interest, where a datum that it was computed with is not sure."""
    rows = root.get("letter.interest.rows")
    if isinstance(rows, Items) and root.value("letter.interest.sure") is False:
        paths = [f"letter.interest.rows[{n}].rate" for n in range(len(rows.items))]
        rates = [(path, item) for path in paths if (item := root.get(path)) is not None]
        yield Fact(f"law.{RATE}", tuple(rates), None)


# --- showing ---------------------------------------------------------------------------------------


def shown(facts: Iterable[Fact], setting: Setting) -> tuple[ToConfirm, ...]:
    """The facts as a document shows them, in its language."""
    return tuple(_shown(fact, setting) for fact in facts)


def _shown(fact: Fact, setting: Setting) -> ToConfirm:
    keys = tuple(key for key, _ in fact.values)
    if fact.reason is None:
        prompt = setting.frame("to_confirm.law").replace("{name}", fact.name.removeprefix("law."))
        reason = setting.frame("to_confirm.law_reason")
    else:
        prompt, reason = _phrase(setting.prompt(keys[0])), fact.reason.get(setting.language.code, "")
    printed = [told for key, item in fact.values if (told := _told(item, key, setting))]
    value = joined(printed, setting.language, "and") if printed else ()
    return ToConfirm(fact.name, prompt, value, reason, keys)


def _phrase(description: str) -> str:
    """The first sentence of a description as part of another: without its capital and full stop."""
    first = description.split(". ")[0].removesuffix(".")
    return first if first[1:2].isupper() else first[:1].lower() + first[1:]


def _told(item: Item, key: str, setting: Setting) -> tuple[Inline, ...]:
    """A value in short; nothing where it has no print."""
    try:
        match item:
            case Leaf(bool() as truth):
                return (Value(setting.frame("to_confirm.yes" if truth else "to_confirm.no"), key),)
            case Leaf(Localised(texts)) if setting.language.code not in texts:
                return ()
            case Leaf(Money() | Quantity()):
                return print_scalar(item, key, setting.printer, ("figures",))
            case Leaf():
                return print_scalar(item, key, setting.printer)
            case Items(items):
                members = [_told(member, f"{key}[{n}]", setting) for n, member in enumerate(items)]
                return joined([member for member in members if member], setting.language, "and")
            case Record():
                return print_record(item, key, setting.printer)
    except Fault:
        return ()


def marked(document: Document, facts: Collection[ToConfirm]) -> Document:
    """The document with the values of these facts marked as unconfirmed wherever they are printed."""
    keys = [re.escape(key) for fact in facts for key in fact.keys]
    if not keys:
        return document
    pattern = re.compile(rf"(?:{'|'.join(keys)})(?![^.\[])")
    return rewritten(document, lambda content, _: _marked(content, pattern))


def _marked(content: tuple[Inline, ...], pattern: re.Pattern[str]) -> tuple[Inline, ...]:
    found = tuple([_mark(inline, pattern) for inline in content])
    return content if all(map(is_, found, content)) else found


def _mark(inline: Inline, pattern: re.Pattern[str]) -> Inline:
    if isinstance(inline, Value):
        return replace(inline, unconfirmed=True) if pattern.match(inline.key) else inline
    if isinstance(inline, _HOLDERS):
        children = _marked(inline.children, pattern)
        return inline if children is inline.children else replace(inline, children=children)
    return inline


# --- what the spec confirms ------------------------------------------------------------------------


def confirmed_names(engagement: Engagement) -> Mapping[str, Leaf]:
    """The names that the spec confirms, each with its place."""
    return _confirmed(engagement, "confirmed")


def _confirmed(engagement: Engagement, path: str) -> Mapping[str, Leaf]:
    given = engagement.get(path)
    entries = given.fields.items() if isinstance(given, Record) else ()
    names = ((name, entry.get("name")) for name, entry in entries if isinstance(entry, Record))
    return {name: leaf for name, leaf in names if isinstance(leaf, Leaf)}


def _known(library: Library) -> dict[str, None]:
    """Every name that a clause asks to confirm, and of the law's data those that are not certain."""
    known = {name: None for clause in library.clauses.values() for name in clause.confirm}
    unsure = (datum.name for data in library.law.values() for datum in data if datum.confidence != "high")
    return known | {f"law.{name}": None for name in unsure}


def check_confirmed(engagement: Engagement, library: Library, report: Report) -> None:
    """Report what the spec confirms and no clause or law asks to be confirmed (E481)."""
    known = _known(library)
    named = [*confirmed_names(engagement).items(), *_confirmed(engagement, _SUBCONTRACT).items()]
    for name, leaf in named:
        if name not in known:
            near = next(iter(get_close_matches(name.casefold().replace("-", "_"), known, n=1, cutoff=0.7)), None)
            edit = Edit(leaf.span, near) if near and leaf.span else None
            meant = [hint("H481", edit, name=near)] if near else []
            report.add("E481", leaf.span, name=name, hints=[*meant, hint("H482")])


def tell_unneeded(engagement: Engagement, library: Library, facts: Iterable[Fact], report: Report) -> None:
    """Note what the spec confirms and none of its documents has to confirm (N480). `facts` are those of all of them."""
    needed, known = {fact.name for fact in facts}, _known(library)
    for name, leaf in confirmed_names(engagement).items():
        if name in known and name not in needed:
            report.add("N480", leaf.span, name=name, hints=[hint("H483")])


def tell_unconfirmed(engagement: Engagement, facts: Iterable[ToConfirm], report: Report) -> None:
    """An error for each fact that a final version leaves unconfirmed (E480), with the line to paste."""
    status = engagement.get("status")
    for fact in facts:
        given = next((item.span for key in fact.keys if (item := engagement.get(key)) and item.span), None)
        place = given or (status.span if status else None)
        line = f"{fact.name}: {{by: …, on: …}}"
        advice = hint("H480" if engagement.get("subcontracted") is None else "H480.subcontract", line=line)
        report.add("E480", place, what=fact.prompt, name=fact.name, reason=fact.reason, hints=[advice])
