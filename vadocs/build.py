"""One engagement, end to end: the only place that knows the order of the steps.

read -> select -> assemble -> number -> resolve -> lay out -> write. Each step is a function of the
results before it; this module reads the files, hands the results on, and writes what came out. What
only some commands need is imported where it is called: lxml, python-docx and fontTools take time.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from vadocs import outputs
from vadocs.compose.assemble import assemble
from vadocs.compose.confirmations import check_confirmed, confirmed_names, facts_of, tell_unconfirmed, tell_unneeded
from vadocs.compose.given import place_of, told_where_given
from vadocs.compose.layers import layers
from vadocs.compose.number import number
from vadocs.compose.paymentplan import Payment, payment_names, payments, plan_of
from vadocs.compose.resolve import resolve
from vadocs.compose.scalars import print_leaf
from vadocs.compose.select import check_names, select
from vadocs.compose.values import printable, values
from vadocs.diagnostics import Edit, Report, Severity, Span, hint
from vadocs.language import language
from vadocs.lint.clauses import Words, check_own_texts, lint_library
from vadocs.lint.readability import Reading, readings
from vadocs.lint.rules.acceptance import Accepted, sift
from vadocs.lint.rules.facts import gather
from vadocs.lint.rules.table import judge
from vadocs.lint.spelling import Speller
from vadocs.model.clause import Parameter
from vadocs.model.document import Document, ToConfirm
from vadocs.model.engagement import Engagement, Leaf, Record, leaves
from vadocs.model.library import Library
from vadocs.model.look import Look
from vadocs.model.pages import Pages
from vadocs.model.plan import Layer, Plan
from vadocs.model.vocabulary import Vocabulary
from vadocs.outputs import Edition, Output
from vadocs.readers.bundled import bundled_clauses, bundled_templates, library_folders, read_library
from vadocs.readers.engagement import read_what_holds
from vadocs.readers.library import read_sources, read_words
from vadocs.readers.similar import listed, similar
from vadocs.readers.vocabulary import vocabulary
from vadocs.schedule.events import Event, events
from vadocs.schedule.ledger import Rollover
from vadocs.writers import writer
from vadocs.writers.native import write_native

DOCUMENTS = ("contract",)
"""The documents that can be made."""
LOOK = "sobrio"
"""The look of who has not chosen one."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a rendering. `documents` empty: those that the spec names.

    `formats` are keys of `writers.WRITERS`; `look` a name or a path (None: the provider's own, else
    `LOOK`); `replace` gives up changes made by hand; `strict` lets a warning keep files from being written.
    """

    out: Path
    documents: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("docx", "pdf")
    look: str | None = None
    replace: bool = False
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Rendered:
    """What came of one spec: its findings, and the files written; none where an error stands among them.

    `to_confirm` are the facts that a person has still to confirm. `accepted` are the findings that the spec accepts:
    they are not in `report`.
    """

    spec: Path
    report: Report
    files: tuple[tuple[Path, Output], ...] = ()
    open_points: tuple[str, ...] = ()
    to_confirm: tuple[ToConfirm, ...] = ()
    accepted: tuple[Accepted, ...] = ()


@dataclass(frozen=True, slots=True)
class Planned:
    """The plans of a spec's documents, the layers of each, and every value as (dotted path, printed, leaf)."""

    plans: tuple[Plan, ...]
    values: tuple[tuple[str, str, Leaf], ...]
    layers: tuple[tuple[Layer, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Composed:
    """A document of an engagement, ready to be laid out, with the plan and the names it was made by."""

    plan: Plan
    document: Document
    names: Record


# --- reading ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sources:
    """What texts are made from: the library and the vocabulary that goes with it.

    `own`: ids of the clauses whose texts are the workspace's.
    """

    library: Library
    vocabulary: Vocabulary
    own: frozenset[str] = frozenset()


@cache
def _sources(workspace: Path | None) -> tuple[Sources, Report]:
    """The library with the clauses of a workspace, if any, over it, and its findings: read once a process."""
    report = Report()
    library = read_library(workspace, report, _sources(None)[0].library if workspace else None)
    found = Sources(library, vocabulary(_parameters(library)), _own(library, workspace))
    if workspace:
        check_own_texts(library, found.vocabulary, workspace / "clauses", report)
    return found, report


def sources(folder: Path, report: Report) -> Sources:
    """The sources as seen from `folder`: the bundled library and what the workspace around it overrides."""
    found, findings = _sources(_workspace(folder) if _workspace_folder(folder, "clauses") else None)
    report.extend(findings)
    return found


def workspace_library(folder: Path, report: Report) -> Library:
    """The library as seen from `folder`."""
    return sources(folder, report).library


def _workspace(start: Path) -> Path | None:
    """The folder of the nearest practice.yaml going up from `start`; None where there is none."""
    folders = (start.resolve(), *start.resolve().parents)
    return next((folder for folder in folders if (folder / "practice.yaml").is_file()), None)


def _workspace_folder(start: Path, name: str) -> Path | None:
    """The folder `name` of the workspace around `start`; None if there is none."""
    workspace = _workspace(start)
    return workspace / name if workspace is not None and (workspace / name).is_dir() else None


def _own(library: Library, workspace: Path | None) -> frozenset[str]:
    """The ids of the clauses that lie in the workspace."""
    if workspace is None:
        return frozenset()
    files = ((id, clause.span.file) for id, clause in library.clauses.items() if clause.span is not None)
    return frozenset(id for id, file in files if Path(file).is_relative_to(workspace / "clauses"))


def _parameters(library: Library) -> Mapping[str, Mapping[str, Parameter]]:
    """The clauses' parameters by namespace, which the spec's vocabulary takes in."""
    found: dict[str, dict[str, Parameter]] = {}
    for clause in library.clauses.values():
        found.setdefault(clause.namespace, {}).update(clause.parameters)
    return found


def _read(spec: Path, report: Report) -> tuple[Engagement, Sources] | None:
    found = sources(spec.parent, report)
    namespaces = {clause.id: clause.namespace for clause in found.library.clauses.values()}
    parameters = _parameters(found.library)
    engagement, whole = read_what_holds(spec, parameters, report, documents=DOCUMENTS, namespaces=namespaces)
    if engagement is not None and not whole:
        check_names(engagement, found.library, report)
        check_confirmed(engagement, found.library, report)
    return (engagement, found) if engagement is not None and whole else None


# --- composing -------------------------------------------------------------------------------------


def _compose(engagement: Engagement, sources: Sources, code: str, report: Report) -> Composed | None:
    """The document `code` of the engagement, numbered and resolved; None where an error was found."""
    library, vocabulary = sources.library, sources.vocabulary
    plan = select(engagement, library, code, report, vocabulary)
    if plan is None or report.failed:
        return None
    words = language(engagement.text("language", "es"))
    given = values(engagement, library, plan, vocabulary)
    document = assemble(plan, given, library, words, report, vocabulary, confirmed_names(engagement))
    document = resolve(number(document, words), words, plan, report)
    if document.meta.status == "final" and document.meta.open_points:
        prompts = [f"{point.prompt} (`{point.key}`)" for point in document.meta.open_points]
        place = place_of(engagement.get("status"))
        report.add("E607", place, list=", ".join(dict.fromkeys(prompts)), hints=[hint("H607")])
    if document.meta.status == "final":
        tell_unconfirmed(engagement, document.meta.to_confirm, report)
    return None if report.failed else Composed(plan, document, given)


def compose_spec(spec: Path, report: Report) -> tuple[Composed, ...]:
    """Every document that the spec names, ready to be laid out; those with an error are missing."""
    found = _read(spec, report)
    if found is None:
        return ()
    made = (_compose(*found, code, report) for code in _documents(found[0], ()))
    return tuple(composed for composed in made if composed is not None)


# --- checking and planning -------------------------------------------------------------------------


def check_specs(specs: Sequence[Path], today: date | None = None) -> Iterator[Rendered]:
    """Each spec with everything found in it and in the documents it asks for; nothing is written.

    `today`: the day on which the specs are looked at; None: the day it is.
    """
    clashes = outputs.Clashes()
    for spec in specs:
        report = Report()
        found = _read(spec, report)
        composed: list[Composed] = []
        accepted: tuple[Accepted, ...] = ()
        if found is not None:
            clashes.add(found[0], report)
            made = [_compose(*found, code, report) for code in _documents(found[0], ())]
            composed = [document for document in made if document is not None]
            look = _look(found[0], None, spec, report) if composed else None
            for document in composed:
                _lay_out(document.document, found[0], look, report)
            report, accepted = _judged(*found, composed, report, today or date.today())
        points, facts = _open_points(composed), _to_confirm(composed)
        yield Rendered(spec, report, open_points=points, to_confirm=facts, accepted=accepted)


def _judged(
    engagement: Engagement, sources: Sources, composed: Sequence[Composed], report: Report, today: date
) -> tuple[Report, tuple[Accepted, ...]]:
    """The findings with those of the rules, less those that the spec accepts, and these.

    Rules judge what is whole: a spec without a document gets its errors first.
    """
    check_confirmed(engagement, sources.library, report)
    if composed:
        plans, documents = tuple(c.plan for c in composed), tuple(c.document for c in composed)
        facts = gather(engagement, composed[0].names, plans, documents, sources.library, today, sources.own)
        report.extend(judge(facts))
        law, vocabulary = sources.library.law, sources.vocabulary
        asked = [fact for c in composed for fact in facts_of(c.plan, c.names, law, vocabulary)]
        tell_unneeded(engagement, sources.library, asked, report)
    return sift(report, engagement.root, judged=bool(composed))


def plan_spec(spec: Path, report: Report) -> Planned | None:
    """The plan of each document of the spec, and its values; None where the spec cannot be read."""
    found = _read(spec, report)
    if found is None:
        return None
    engagement, sources = found
    library, vocabulary = sources.library, sources.vocabulary
    plans = [select(engagement, library, code, report, vocabulary) for code in _documents(engagement, ())]
    kept = tuple(plan for plan in plans if plan is not None)
    if not kept:
        return None
    words = language(engagement.text("language", "es"))
    lexicon = library.lexicon(words.code, kept[0].law)
    root = values(engagement, library, kept[0], vocabulary)
    told = tuple((path, print_leaf(leaf, words, lexicon), leaf) for path, leaf in leaves(root))
    return Planned(kept, told, tuple(layers(engagement, library, plan) for plan in kept))


def _documents(engagement: Engagement, asked: tuple[str, ...]) -> tuple[str, ...]:
    """The codes asked for, else those that the spec names."""
    named = engagement.get("documents")
    if asked or named is None:
        return asked
    return tuple(str(getattr(leaf.value, "code", leaf.value)) for _, leaf in leaves(named))


@dataclass(frozen=True, slots=True)
class Scheduled:
    """What is paid and when: payments with their names, the days to keep in mind, the rules for unused hours.

    `hours` are those of a month (None: none included); `engagement` is the spec's id, `date` its day; of a term
    without end (`open_ended`) only the first months are told.
    """

    engagement: str
    date: date | None
    payments: tuple[tuple[str, Payment], ...]
    events: tuple[Event, ...]
    rollover: Rollover | None
    hours: Decimal | None
    open_ended: bool


def schedule_spec(spec: Path, report: Report) -> Scheduled | None:
    """The schedule of a spec; None where it cannot be read or has no first day (E451)."""
    found = _read(spec, report)
    if found is None:
        return None
    engagement, sources = found
    library = sources.library
    plan = select(engagement, library, "contract", Report(), sources.vocabulary)
    if plan is None:
        return None
    root = values(engagement, library, plan, sources.vocabulary)
    words = language(engagement.text("language", "es"))
    made = payments(root, library.law)
    names = payment_names(made, words, library.lexicon(words.code, plan.law.split("-")[0]))
    dates = plan_of(root, made, names)
    if dates is None:
        report.add("E451", place_of(engagement.get("fees")), hints=[hint("H451")])
        return None
    day = engagement.value("date")
    return Scheduled(
        engagement.text("id"),
        day if isinstance(day, date) else None,
        tuple(zip(names, made, strict=True)),
        events(dates),
        dates.life.rollover,
        dates.life.hours,
        dates.end is None,
    )


# --- rendering -------------------------------------------------------------------------------------


def render_specs(specs: Sequence[Path], request: Request, today: date | None = None) -> Iterator[Rendered]:
    """Each spec's documents, written; a spec with errors yields its findings and writes nothing.

    `today` as in `check_specs`; nothing that is written depends on it. Raises `Failure` where the disk or a permission
    is in the way.
    """
    clashes = outputs.Clashes()
    for spec in specs:
        report = Report()
        found = _read(spec, report)
        if found is None:
            yield Rendered(spec, report)
            continue
        clashes.add(found[0], report)
        yield _render(spec, *found, request, report, today or date.today())


def _render(
    spec: Path, engagement: Engagement, sources: Sources, request: Request, report: Report, today: date
) -> Rendered:
    """Make every file of a spec in memory, see that nothing would be lost, then write them all."""
    look = _look(engagement, request.look, spec, report)
    made: list[Output] = []
    composed: list[Composed] = []
    for code in _documents(engagement, request.documents):
        document = _compose(engagement, sources, code, report)
        if document is not None and look is not None:
            composed.append(document)
            made.extend(_outputs(document, engagement, look, request.formats, report))
    _check_amended(engagement, request.out, report)
    report, accepted = _judged(engagement, sources, composed, report, today)
    warned = request.strict and any(d.severity is Severity.WARNING for d in report)
    unwritten = Rendered(spec, report, accepted=accepted)
    if report.failed or warned or not made:
        return unwritten
    folder = request.out / engagement.text("id")
    if not outputs.save(folder, made, _edition(composed), replace=request.replace, report=report):
        return unwritten
    files = tuple((folder / o.file, o) for o in made)
    return Rendered(spec, report, files, _open_points(composed), _to_confirm(composed), accepted)


def _check_amended(engagement: Engagement, out: Path, report: Report) -> None:
    """See what the output folder knows of the signed engagement that this one changes, if it changes one."""
    number, version = engagement.get("amends.number"), engagement.get("amends.version")
    if isinstance(number, Leaf) and isinstance(version, Leaf) and isinstance(version.value, int):
        outputs.check_amended(out, str(number.value), version.value, version.span or number.span, report)


def _open_points(composed: Sequence[Composed]) -> tuple[str, ...]:
    """What the documents lack, each once."""
    return tuple(dict.fromkeys(p.prompt for c in composed for p in c.document.meta.open_points))


def _to_confirm(composed: Sequence[Composed]) -> tuple[ToConfirm, ...]:
    """What the documents leave to confirm, each fact once."""
    return tuple({fact.name: fact for c in composed for fact in c.document.meta.to_confirm}.values())


def _outputs(
    composed: Composed, engagement: Engagement, look: Look, formats: Sequence[str], report: Report
) -> Iterator[Output]:
    """One document in each format; nothing where it cannot be laid out."""
    document = composed.document
    pages = _lay_out(document, engagement, look, report)
    if pages is None or report.failed:
        return
    text = outputs.sha256(write_native(document).encode())
    for name in formats:
        data = writer(name)(document, look.on_paper(document.meta.paper), pages, report)
        file = outputs.file_name(
            document.meta.running["file_word"],
            engagement.text("client.legal_name", document.meta.engagement),
            document.meta.number,
            document.meta.version,
            name,
        )
        yield Output(document.meta.document, name, file, data, len(pages.pages), text)


def _look(engagement: Engagement, asked: str | None, spec: Path, report: Report) -> Look | None:
    """The look asked for, else the provider's own, else `LOOK`."""
    own = engagement.get("provider.brand.look") if asked is None else None
    return load_look(asked or engagement.text("provider.brand.look", LOOK), spec.parent, report, place_of(own))


def _lay_out(document: Document, engagement: Engagement, look: Look | None, report: Report) -> Pages | None:
    """The document's pages on its own paper; None, reported, where a character or a node cannot be printed.

    What is wrong with a value is told where the spec gives it, one finding of a kind for each value.
    """
    from vadocs.layout import lay_out

    if look is None:
        return None
    found = Report()
    pages = lay_out(document, look.on_paper(document.meta.paper), found, printable(engagement))
    report.extend(told_where_given(found, engagement))
    return pages


def _edition(composed: Sequence[Composed]) -> Edition:
    """What the manifest tells of a run; no leaf of the spec but its id, number, version and status."""
    meta = composed[0].document.meta
    placements = {p.clause.id: p for c in composed for p in c.plan.placements}
    clauses = (
        {"id": p.clause.id, "edition": p.clause.edition, "variant": p.text.tag, "reason": p.reason.id}
        for p in placements.values()
    )
    return Edition(meta.engagement, meta.number, meta.version, meta.status, tuple(clauses))


# --- looks, clauses, schema ------------------------------------------------------------------------


def looks(folder: Path) -> Iterator[tuple[str, Path, bool]]:
    """Every look as (name, file, whether bundled): the workspace's hide bundled ones of the same name."""
    own = _workspace_folder(folder, "templates")
    found = {path.stem: (path, True) for path in sorted((bundled_templates() / "looks").glob("*.docx"))}
    found.update({path.stem: (path, False) for path in sorted(own.glob("*.docx"))} if own else {})
    for name, (path, bundled) in sorted(found.items()):
        yield name, path, bundled


def load_look(name: str, folder: Path, report: Report, place: Span | None = None) -> Look | None:
    """The look called `name` (or the file of that path) as seen from `folder`; None with a finding if unusable.

    `place`: where a spec names it.
    """
    path = next((file for known, file, _ in looks(folder) if known == name), Path(name))
    if not path.is_file():
        names = [known for known, _, _ in looks(folder)]
        near = similar(name, names)
        meant = [hint("H350", Edit(place, near), name=near)] if place and near else []
        report.add("E707", place, name=name, hints=[*meant, hint("H703", list=listed(names))])
        return None
    from vadocs.readers.look import read_look

    return read_look(path.read_bytes(), path.stem, _font_folders(folder), report)


def check_look(file: Path, report: Report) -> None:
    """Everything that a Word template lacks, or that is not followed, or unsafe."""
    from vadocs.readers.look import check_template

    check_template(file.read_bytes(), str(file), _font_folders(file.parent), report)


def _font_folders(folder: Path) -> tuple[Path, ...]:
    """Where font files lie: the bundled ones, then the workspace's `fonts/`."""
    own = _workspace_folder(folder, "fonts")
    return (bundled_templates() / "fonts", *([own] if own else []))


def lint_clauses(folder: Path, report: Report, speller: Speller | None = None) -> None:
    """Check every text of the library as seen from `folder`; spelling where a `speller` tells unknown words."""
    found = sources(folder, report)
    words = Words(speller, read_words(library_folders(_workspace(folder)))) if speller is not None else None
    lint_library(found.library, found.vocabulary, report, read_sources(found.library), words)


def readability(folder: Path) -> list[Reading]:
    """How easily each text of the library as seen from `folder` is read, the hardest first."""
    found = sources(folder, Report())
    return readings(found.library, found.vocabulary)


def json_schema(what: str) -> Mapping[str, Any]:
    """The JSON Schema (draft-07) of "engagement", "practice", "clause" or "niche", with the bundled parameters."""
    from vadocs.readers.jsonschema import schema

    return schema(what, _parameters(sources(bundled_clauses(), Report()).library))
