"""Everything found in a spec and in its documents; nothing is written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from vadocs import outputs
from vadocs.build.brand import brand_of
from vadocs.build.composing import CONTRACT, Composed, compose
from vadocs.build.enclosures import check_enclosures
from vadocs.build.looks import laid_out, looks_of
from vadocs.build.portraits import illustrated
from vadocs.build.reading import documents_of, read
from vadocs.build.workspace import Sources, with_sections
from vadocs.compose.agreements import SUBCONTRACTOR
from vadocs.compose.changeorder import CHANGE_ORDER, as_changed
from vadocs.compose.confirmations import check_confirmed, facts_of, tell_unneeded
from vadocs.compose.packages import something_agreed
from vadocs.compose.records import parties_of
from vadocs.compose.select import select
from vadocs.compose.subcontract import SUBCONTRACT
from vadocs.compose.values import values
from vadocs.diagnostics import Report
from vadocs.lint.rules.acceptance import Accepted, sift
from vadocs.lint.rules.facts import Facts, gather
from vadocs.lint.rules.passing import identifiers
from vadocs.lint.rules.table import judge
from vadocs.model.document import OpenPoint, ToConfirm
from vadocs.model.engagement import Engagement, Leaf, Record
from vadocs.outputs import Output
from vadocs.readers.overlay import Given


@dataclass(frozen=True, slots=True)
class Rendered:
    """What came of one spec: its findings, and the files written; none where an error stands among them.

    `to_confirm` are the facts that a person has still to confirm. `accepted` are the findings that the spec accepts:
    they are not in `report`.
    """

    spec: Path
    report: Report
    files: tuple[tuple[Path, Output], ...] = ()
    open_points: tuple[OpenPoint, ...] = ()
    to_confirm: tuple[ToConfirm, ...] = ()
    accepted: tuple[Accepted, ...] = ()


def check_specs(
    specs: Sequence[Path], today: date | None = None, given: Sequence[Given] = ()
) -> Iterator[Rendered]:
    """Each spec with everything found in it and in the documents it asks for; nothing is written.

    `today`: the day on which the specs are looked at; None: the day it is. `given`: what is laid over each spec.
    """
    clashes = outputs.Clashes()
    for spec in specs:
        report = Report()
        found = read(spec, report, given=given)
        composed: Sequence[Composed] = ()
        accepted: tuple[Accepted, ...] = ()
        if found is not None:
            clashes.add(found[0], report)
            brand = brand_of(*found, report)
            made = compose(*found, documents_of(found[0], ()), report)
            composed = [illustrated(one, brand, found[0], report) for one in made]
            looks = looks_of(found[0], [c.plan.document for c in composed], None, spec, report, brand)
            check_enclosures(found[0], spec, report)
            for document in composed:
                laid_out(document.document, document.engagement, looks[document.plan.document], report)
            report, accepted = judged(*found, composed, report, today or date.today())
        points, confirm = open_points_of(composed), to_confirm_of(composed)
        yield Rendered(spec, report, open_points=points, to_confirm=confirm, accepted=accepted)


def judged(
    engagement: Engagement, sources: Sources, composed: Sequence[Composed], report: Report, today: date
) -> tuple[Report, tuple[Accepted, ...]]:
    """The findings with those of the rules, less those that the spec accepts, and these.

    Rules judge what is whole: a spec without a document gets its errors first, one without a deal has none to judge.
    """
    check_confirmed(engagement, sources.library, report)
    whole = bool(composed) and something_agreed(engagement)
    if whole:
        plans, documents = (composed[0].contract,), tuple(c.document for c in composed)
        facts = gather(engagement, composed[0].names, plans, documents, sources.library, today, sources.own)
        told = [*judge(facts), *(d for other in _beside(engagement, sources, composed, today) for d in judge(other))]
        report.extend(dict.fromkeys(told))
        law, vocabulary = sources.library.law, sources.vocabulary
        asked = [fact for c in composed for p in (c.contract, c.plan) for fact in facts_of(p, c.names, law, vocabulary)]
        if engagement.get("fees") is not None:  # what a contract will need, no package tells before it is chosen
            tell_unneeded(engagement, sources.library, asked, report)
    return sift(report, engagement.root, judged=whole)


def _beside(
    engagement: Engagement, sources: Sources, composed: Sequence[Composed], today: date
) -> Iterator[Facts]:
    """What agreements beside the contract make of it: the contract as changed, the subcontract as one of its own."""
    for one in composed:
        code, plan, known = one.plan.document, one.plan, one.engagement
        if code == CHANGE_ORDER and (changed := as_changed(engagement.root)) is not None:
            known = Engagement(changed, engagement.files)
            planned = select(known, sources.library, CONTRACT, Report(), sources.vocabulary)
            plan = planned if planned is not None else one.contract
            names = values(known, sources.library, plan, sources.vocabulary)
            yield gather(known, names, (plan,), (), sources.library, today)
        elif code == SUBCONTRACTOR:
            library = with_sections(sources, Report())
            names = values(known, library, plan, sources.vocabulary)
            yield replace(
                gather(known, _at_subcontract(names, engagement.root), (plan,), (), library, today),
                hidden=_hidden(engagement.root),
            )


def _at_subcontract(names: Record, spec: Record) -> Record:
    """The names of a subcontract, where what has no place of its own stands where the subcontract does."""
    own, name = spec.get(SUBCONTRACT), names.get("id")
    if own is None or not isinstance(name, Leaf):
        return names
    return replace(names, fields={**names.fields, "id": replace(name, span=own.span)})


def _hidden(spec: Record) -> tuple[str, ...]:
    """What must not be told of the client in a subcontract that does not name them."""
    if spec.value(f"{SUBCONTRACT}.names_client") is True:
        return ()
    own = spec.get("provider")
    provider = own if isinstance(own, Record) else None
    return tuple(word for client in parties_of(spec, "client") for word in identifiers(client, provider))


def open_points_of(composed: Sequence[Composed]) -> tuple[OpenPoint, ...]:
    """What the documents lack, each datum once, as the first document that lacks it asks for it."""
    found: dict[str, OpenPoint] = {}
    for one in composed:
        for point in one.document.meta.open_points:
            found.setdefault(point.key, point)
    return tuple(found.values())


def to_confirm_of(composed: Sequence[Composed]) -> tuple[ToConfirm, ...]:
    """What the documents leave to confirm, each fact once."""
    return tuple({fact.name: fact for c in composed for fact in c.document.meta.to_confirm}.values())
