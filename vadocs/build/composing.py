"""An engagement becomes documents: select, assemble, number, resolve."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vadocs.build.lettering import LETTERS, VETTING, letter_of, vetting_names
from vadocs.build.reading import documents_of, read
from vadocs.build.welcoming import KIT, kit_of, made
from vadocs.build.workspace import Sources, with_sections
from vadocs.compose.agreements import AGREEMENTS, engagement_of, own_names, refused
from vadocs.compose.assemble import assemble
from vadocs.compose.beside import beside
from vadocs.compose.confirmations import confirmed_names, tell_unconfirmed
from vadocs.compose.elsewhere import apart
from vadocs.compose.explained import EXPLANATION, explained_names
from vadocs.compose.given import place_of
from vadocs.compose.kitwords import Words
from vadocs.compose.layers import layers
from vadocs.compose.number import number
from vadocs.compose.packages import as_chosen, something_agreed, tell_undecided
from vadocs.compose.resolve import resolve
from vadocs.compose.scalars import print_leaf
from vadocs.compose.select import select, select_agreement, select_sections
from vadocs.compose.values import cover_values, values
from vadocs.diagnostics import Hint, Report, Severity, hint
from vadocs.language import language
from vadocs.model.document import Document
from vadocs.model.engagement import OTHER_LANGUAGE, Engagement, Item, Items, Leaf, Record, leaves
from vadocs.model.library import Library
from vadocs.model.plan import Layer, Placement, Plan

CONTRACT = "contract"
"""The document that is made of clauses, as agreements are; the others are made of sections."""
KIT_NAMES = "kit"
"""What the welcome kit's own names stand under."""
LETTER_NAMES = "letter"
"""What the own names of a letter or certificate stand under."""
PACKET = "packet"
"""The cover and contents of several documents sent as one."""
EXPLAINED_NAMES = "explained"
"""What the explanation of a contract prints of it stands under."""
VETTING_NAMES = "vetting"
"""What the internal sheet on a client prints stands under."""
IN_ONE_LANGUAGE = (EXPLANATION, VETTING)
"""Documents in the first language alone: each is for one reader."""
PROPOSAL = "proposal"
"""The document that shows the packages to choose from."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A document of an engagement, ready to be laid out, with the plan and the names it was made by.

    `contract`: the plan of the engagement's contract, which is the document's own or goes with it. `names` are those
    of the engagement; an agreement knows fewer of them, those of `engagement`: as the document knows it. `linked` is
    the document with what leads into other documents, which only a packet can follow. `sides`: of a document in two
    languages, it as it stands in each of them.
    """

    plan: Plan
    document: Document
    names: Record
    contract: Plan
    engagement: Engagement
    linked: Document
    sides: tuple["Composed", ...] = ()


def compose(engagement: Engagement, sources: Sources, codes: Iterable[str], report: Report) -> tuple[Composed, ...]:
    """The documents `codes` of the engagement, numbered and resolved; one with an error is missing.

    The contract is always planned: its clauses' defaults hold for every document that goes with it. It is made only
    where it is told what is paid (E053); a proposal needs no more than the packages to choose from.
    """
    codes = tuple(codes)
    if CONTRACT in codes and tell_undecided(engagement, report):
        return ()
    contract = _contract(engagement, sources, report)
    if contract is None or report.failed:
        return ()
    if PROPOSAL in codes:
        _try_packages(engagement, sources, report)
    other = in_other_language(engagement)
    beside_it = _contract(other, sources, Report()) if other is not None else None
    made: list[Composed | None] = []
    for code in codes:
        if other is None or beside_it is None or code in IN_ONE_LANGUAGE:
            made.append(_composed(engagement, sources, code, contract, report))
        else:
            made.append(_in_both((engagement, other), sources, code, (contract, beside_it), report))
    return tuple(document for document in made if document is not None)


def in_other_language(engagement: Engagement) -> Engagement | None:
    """The engagement whose documents are in the second of its languages; None where it has one."""
    fields = engagement.root.fields
    if OTHER_LANGUAGE not in fields:
        return None
    turned = {**fields, "language": fields[OTHER_LANGUAGE], OTHER_LANGUAGE: fields["language"]}
    return replace(engagement, root=replace(engagement.root, fields=turned))


def _in_both(
    engagements: tuple[Engagement, Engagement], sources: Sources, code: str, contracts: tuple[Plan, Plan],
    report: Report,
) -> Composed | None:  # fmt: skip
    """The document composed in each language, then row by row; what one side lacks, both tell."""
    found = Report(), Report()
    made = [
        _composed(engagement, sources, code, contract, told)
        for engagement, contract, told in zip(engagements, contracts, found, strict=True)
    ]
    lacking = [{point.key: None for point in one.document.meta.open_points} if one else {} for one in made]
    for n, other in ((0, 1), (1, 0)):
        if asked := [key for key in lacking[other] if key not in lacking[n]]:
            made[n] = _composed(engagements[n], sources, code, contracts[n], Report(), asked)
    _tell_once(found, report)
    left, right = made
    return None if left is None or right is None or report.failed else _side_by_side(left, right)


def _tell_once(found: Sequence[Report], report: Report) -> None:
    """The findings of both sides; what one has told of a place the other does not tell again."""
    told = {(one.code, one.span) for one in report}
    for side in found:
        report.extend([one for one in side if (one.code, one.span) not in told])
        told |= {(one.code, one.span) for one in side}


def _side_by_side(left: Composed, right: Composed) -> Composed:
    languages = language(left.document.meta.language), language(right.document.meta.language)
    return replace(
        left,
        document=beside(left.document, right.document, languages),
        linked=beside(left.linked, right.linked, languages),
        sides=(left, right),
    )


def _contract(engagement: Engagement, sources: Sources, report: Report) -> Plan | None:
    """The plan of the contract; without a clause where the spec tells of no deal yet."""
    if not something_agreed(engagement):
        tag = language(engagement.text("language", "es")).tag
        return Plan(CONTRACT, tag, engagement.text("governing_law"), (), ())
    return select(engagement, sources.library, CONTRACT, report, sources.vocabulary)


def _try_packages(engagement: Engagement, sources: Sources, report: Report) -> None:
    """W356 for each package whose clauses would make no contract: better told before the client chooses it."""
    for option, trial in as_chosen(engagement):
        found = Report()
        select(trial, sources.library, CONTRACT, found, sources.vocabulary)
        faults = [one for one in found if one.severity is Severity.ERROR]
        if faults:
            hints = [Hint(faults[0].code, faults[0].args), *(replace(one, edit=None) for one in faults[0].hints)]
            report.add("W356", place_of(option.get("id")), name=option.value("id"), hints=hints)


def compose_cover(
    engagement: Engagement, sources: Sources, documents: Sequence[Composed], enclosed: Sequence[str], report: Report
) -> Composed | None:
    """What a packet of these documents (one at least) opens with; None where an error was found.

    `enclosed`: the titles of what comes after them.
    """
    plan, library = plan_of(engagement, sources, PACKET, report, documents[0].contract, {})
    if plan is None or report.failed:
        return None
    titles = [*(one.document.meta.title for one in documents), *enclosed]
    given = cover_values(documents[0].names, library, plan, titles)
    cover = _assembled(engagement, sources, library, plan, given, documents[0].contract, report)
    other = in_other_language(engagement)
    if other is None or cover is None:
        return cover
    first = [one.sides[1] if one.sides else one for one in documents]
    beside_it = compose_cover(replace(other, root=_single(other.root)), sources, first, enclosed, report)
    return None if beside_it is None else _side_by_side(cover, beside_it)


def _single(root: Record) -> Record:
    """The names of one side alone."""
    return replace(root, fields={name: item for name, item in root.fields.items() if name != OTHER_LANGUAGE})


def plan_of(
    engagement: Engagement,
    sources: Sources,
    code: str,
    report: Report,
    contract: Plan | None = None,
    own: Mapping[str, Item] | None = None,
) -> tuple[Plan | None, Library]:
    """The plan of a document, None where an error was found, and the library that it is made from.

    `contract`: the plan of the contract that it goes with; `own`: its own names. None: not made yet.
    """
    if code == CONTRACT:
        return select(engagement, sources.library, code, report, sources.vocabulary), sources.library
    contract = contract or _contract(engagement, sources, Report())
    if code in AGREEMENTS:
        if refused(engagement, code, report):
            return None, sources.library
        return _agreement_plan(_known(engagement, sources, code), sources, code, contract, report)
    if own is None:
        own = _own_names(engagement, sources, code, contract, report) if contract is not None else {}
    library = with_sections(sources, report)
    beside = contract.placements if contract is not None else ()
    return select_sections(engagement, library, code, report, sources.vocabulary, own, beside), library


def _agreement_plan(
    engagement: Engagement, sources: Sources, code: str, contract: Plan | None, report: Report
) -> tuple[Plan | None, Library]:
    """The plan of an agreement of `engagement`, as it knows that, and the library that it is made from."""
    library = with_sections(sources, report)
    beside = _shared(contract, library, code)
    agreement = AGREEMENTS[code]
    there = {p.clause.id for p in contract.placements} if contract is not None else set()
    plan = select_agreement(
        engagement, library, code, report, sources.vocabulary, beside,
        without=[id for id in agreement.mirrored if id not in there], contents=agreement.contents,
    )
    return plan, library


def _known(engagement: Engagement, sources: Sources, code: str) -> Engagement:
    """The engagement as an agreement knows it, in the words of its language and law."""
    speech = language(engagement.text("language", "es"))
    return engagement_of(engagement, code, sources.library.lexicon(speech.code, engagement.text("governing_law")))


def _shared(contract: Plan | None, library: Library, code: str) -> tuple[Placement, ...]:
    """The contract's clauses whose defaults hold in the agreement: those it has too, or all if it is about the deal."""
    ids = library.sets[code].clauses
    placements = contract.placements if contract is not None else ()
    return placements if AGREEMENTS[code].deal else tuple(p for p in placements if p.clause.id in ids)


def _own_names(
    engagement: Engagement, sources: Sources, code: str, contract: Plan, report: Report
) -> Mapping[str, Item]:
    """The names that a document has beside those of its contract."""
    if code in LETTERS:
        return {LETTER_NAMES: letter_of(code, engagement, sources, contract, report)}
    if code == VETTING:
        return {VETTING_NAMES: vetting_names(engagement)}
    if code == EXPLANATION:
        return {EXPLAINED_NAMES: _explained(engagement, sources, contract)}
    return {KIT_NAMES: kit_of(engagement, sources, contract, report)} if code == KIT else {}


def _explained(engagement: Engagement, sources: Sources, contract: Plan) -> Record:
    """The contract told clause by clause; nothing where it has an error, which is told with the contract."""
    words = language(engagement.text("language", "es"))
    lexicon = sources.library.lexicon(words.code, contract.law)
    names = values(engagement, sources.library, contract, sources.vocabulary)
    text = made(engagement, sources, contract, names)
    if text is None or lexicon is None:
        return Record({"clauses": Items(())})
    return explained_names(text, names, sources.library, sources.vocabulary, Words(words, lexicon))


def _composed(
    engagement: Engagement, sources: Sources, code: str, contract: Plan, report: Report, asked: Collection[str] = ()
) -> Composed | None:
    """A document in the engagement's language. `asked`: keys that it lacks in its other one."""
    if code in AGREEMENTS:
        return _agreement(engagement, sources, code, contract, report, asked)
    own = _own_names(engagement, sources, code, contract, report)
    plan: Plan | None = contract
    library = sources.library
    if code != CONTRACT:
        plan, library = plan_of(engagement, sources, code, report, contract, own)
    if plan is None or report.failed:
        return None
    beside = () if plan is contract else contract.placements
    given = values(engagement, library, plan, sources.vocabulary, beside)
    given = replace(given, fields={**given.fields, **own})
    return _assembled(engagement, sources, library, plan, given, contract, report, asked)


def _agreement(
    engagement: Engagement, sources: Sources, code: str, contract: Plan, report: Report, asked: Collection[str] = ()
) -> Composed | None:
    """An agreement, made of what it knows of the engagement alone."""
    if refused(engagement, code, report):
        return None
    known = _known(engagement, sources, code)
    plan, library = _agreement_plan(known, sources, code, contract, report)
    if plan is None or report.failed:
        return None
    given = values(known, library, plan, sources.vocabulary, _shared(contract, library, code))
    speech = language(engagement.text("language", "es"))
    lexicon = library.lexicon(speech.code, engagement.text("governing_law"))
    own = own_names(engagement, code, given, library.law, (speech, lexicon) if lexicon else None)
    given = replace(given, fields={**given.fields, **own})
    made = _assembled(known, sources, library, plan, given, contract, report, asked)
    names = values(engagement, sources.library, contract, sources.vocabulary)
    return replace(made, names=names) if made is not None else None


def _assembled(
    engagement: Engagement, sources: Sources, library: Library, plan: Plan, given: Record, contract: Plan,
    report: Report, asked: Collection[str] = (),
) -> Composed | None:  # fmt: skip
    """The document that the plan describes, with the names `given`, numbered and resolved."""
    words = language(engagement.text("language", "es"))
    confirmed = confirmed_names(engagement)
    document = assemble(plan, given, library, words, report, sources.vocabulary, confirmed, asked)
    document = resolve(number(document, words), words, plan, report)
    if document.meta.status == "final" and document.meta.open_points:
        prompts = [f"{point.prompt} (`{point.key}`)" for point in document.meta.open_points]
        place = place_of(engagement.get("status"))
        report.add("E607", place, list=", ".join(dict.fromkeys(prompts)), hints=[hint("H607")])
    if document.meta.status == "final":
        tell_unconfirmed(engagement, document.meta.to_confirm, report)
    return None if report.failed else Composed(plan, apart(document), given, contract, engagement, document)


def compose_spec(spec: Path, report: Report) -> tuple[Composed, ...]:
    """Every document that the spec names, ready to be laid out; those with an error are missing."""
    found = read(spec, report)
    if found is None:
        return ()
    return compose(*found, documents_of(found[0], ()), report)


@dataclass(frozen=True, slots=True)
class Planned:
    """The plans of a spec's documents, the layers of each, and every value as (dotted path, printed, leaf)."""

    plans: tuple[Plan, ...]
    values: tuple[tuple[str, str, Leaf], ...]
    layers: tuple[tuple[Layer, ...], ...] = ()


def plan_spec(spec: Path, report: Report) -> Planned | None:
    """The plan of each document of the spec, and its values; None where the spec cannot be read."""
    found = read(spec, report)
    if found is None:
        return None
    engagement, sources = found
    if CONTRACT in documents_of(engagement, ()) and tell_undecided(engagement, report):
        return None
    library, vocabulary = sources.library, sources.vocabulary
    plans = [plan_of(engagement, sources, code, report)[0] for code in documents_of(engagement, ())]
    kept = tuple(plan for plan in plans if plan is not None)
    if not kept:
        return None
    words = language(engagement.text("language", "es"))
    lexicon = library.lexicon(words.code, kept[0].law)
    root = values(engagement, library, kept[0], vocabulary)
    told = tuple((path, print_leaf(leaf, words, lexicon), leaf) for path, leaf in leaves(root))
    return Planned(kept, told, tuple(layers(engagement, library, plan) for plan in kept))
