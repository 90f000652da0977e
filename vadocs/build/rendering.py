"""Documents become files, written together or not at all."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from vadocs import outputs
from vadocs.build.brand import brand_of
from vadocs.build.composing import Composed, compose
from vadocs.build.copying import copies
from vadocs.build.judging import Rendered, judged, open_points_of, to_confirm_of
from vadocs.build.lettering import LETTERS
from vadocs.build.looks import laid_out, looks_of
from vadocs.build.portraits import illustrated
from vadocs.build.reading import documents_of, read
from vadocs.build.workspace import Sources
from vadocs.compose.agreements import SUBCONTRACTOR
from vadocs.compose.explained import EXPLANATION
from vadocs.compose.pins import pins
from vadocs.diagnostics import Report, Severity
from vadocs.language import language
from vadocs.lint.rules.acceptance import Accepted
from vadocs.model.brand import Brand
from vadocs.model.document import Document, OpenPoint, ToConfirm
from vadocs.model.editions import wording
from vadocs.model.engagement import Engagement, Leaf
from vadocs.model.look import Look
from vadocs.model.plan import Placement
from vadocs.model.styles import fitted
from vadocs.outputs import Edition, Output
from vadocs.readers.overlay import Given
from vadocs.writers import writer
from vadocs.writers.native import write_native
from vadocs.writers.questionnaire import questionnaire


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a rendering. `documents` empty: those that the spec names.

    `formats` are keys of `writers.WRITERS`; `look` a name or a path (None: the provider's own, else
    `LOOK`); `reading`: the language of the reading copy that goes beside each document
    (None: none), with a note where `asked_of_all` and a document is in that language already, else an error; `replace`
    gives up changes made by hand; `strict` lets a warning keep files from being written.
    """

    out: Path
    documents: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("docx", "pdf")
    look: str | None = None
    replace: bool = False
    strict: bool = False
    reading: str | None = None
    asked_of_all: bool = False


SEVERAL = (*LETTERS, EXPLANATION)
"""Documents of which one stands beside another: letters, an explanation in each language."""
QUESTIONNAIRE = "questionnaire"
"""What the manifest calls the plain text of a kit's questions."""
Made = tuple[Sequence[Composed], Sequence[Output]]
"""The documents composed, and the files made of them; no files where an error was found."""
Maker = Callable[[Path, Engagement, Sources, Report], Made]
"""Makes the files of a spec in memory."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What came of one spec, in memory: its findings, and the files to write with their edition.

    No files where an error stands among the findings; then `edition` is None. `engagement` is None where the spec
    cannot be read.
    """

    spec: Path
    report: Report
    engagement: Engagement | None = None
    outputs: tuple[Output, ...] = ()
    edition: Edition | None = None
    open_points: tuple[OpenPoint, ...] = ()
    to_confirm: tuple[ToConfirm, ...] = ()
    accepted: tuple[Accepted, ...] = ()


def render_specs(
    specs: Sequence[Path], request: Request, today: date | None = None, given: Sequence[Given] = ()
) -> Iterator[Rendered]:
    """Each spec's documents, written as `written_specs` does."""
    return written_specs(specs, request, partial(make_documents, request), today, given)


def written_specs(
    specs: Sequence[Path], request: Request, make: Maker, today: date | None, given: Sequence[Given] = ()
) -> Iterator[Rendered]:
    """What `make` makes of each spec, written; a spec with errors yields its findings and writes nothing.

    `today` as in `check_specs`; nothing that is written depends on it. `given`: what is laid over each spec. Raises
    `Failure` where the disk or a permission is in the way.
    """
    clashes = outputs.Clashes()
    for spec in specs:
        prepared = prepare(spec, request, make, today or date.today(), given, clashes)
        yield _written(prepared, request)


def prepare(
    spec: Path, request: Request, make: Maker, today: date, given: Sequence[Given] = (),
    clashes: outputs.Clashes | None = None,
) -> Prepared:  # fmt: skip
    """What `make` makes of a spec with what is `given` laid over it, judged; nothing is written.

    `clashes`: those that the spec must not share its id or number with.
    """
    report = Report()
    found = read(spec, report, asked=request.documents, given=given)
    if found is None:
        return Prepared(spec, report)
    engagement, sources = found
    if clashes is not None:
        clashes.add(engagement, report)
    composed, made = make(spec, engagement, sources, report)
    _check_amended(engagement, request.out, report)
    report, accepted = judged(engagement, sources, composed, report, today)
    warned = request.strict and any(d.severity is Severity.WARNING for d in report)
    if report.failed or warned or not made:
        return Prepared(spec, report, engagement, accepted=accepted)
    return Prepared(
        spec, report, engagement, tuple(made), _edition(engagement, composed), open_points_of(composed),
        to_confirm_of(composed), accepted,
    )  # fmt: skip


def _written(prepared: Prepared, request: Request) -> Rendered:
    """See that nothing would be lost, then write all files of a spec."""
    unwritten = Rendered(prepared.spec, prepared.report, accepted=prepared.accepted)
    if prepared.engagement is None or prepared.edition is None:
        return unwritten
    folder = request.out / prepared.engagement.text("id")
    made = prepared.outputs
    if not outputs.save(folder, made, prepared.edition, replace=request.replace, report=prepared.report):
        return unwritten
    files = tuple((folder / output.file, output) for output in made)
    return Rendered(
        prepared.spec, prepared.report, files, prepared.open_points, prepared.to_confirm, prepared.accepted
    )


def make_documents(request: Request, spec: Path, engagement: Engagement, sources: Sources, report: Report) -> Made:
    """Every document that is asked for, in each format, in memory."""
    made: list[Output] = []
    codes = documents_of(engagement, request.documents)
    brand = brand_of(engagement, sources, report)
    looks = looks_of(engagement, codes, request.look, spec, report, brand)
    composed = [illustrated(one, brand, engagement, report) for one in compose(engagement, sources, codes, report)]
    for document in composed:
        look = looks[document.plan.document]
        made.extend(_outputs(document, look, request.formats, report) if look is not None else ())
        made.extend(plain_form(document, engagement, sources))
    made.extend(copied(request, engagement, sources, looks, brand, report))
    return composed, made


def copied(
    request: Request, engagement: Engagement, sources: Sources, looks: Mapping[str, Look | None], brand: Brand | None,
    report: Report,
) -> Iterator[Output]:  # fmt: skip
    """The reading copies that are asked for, in each format: of the documents that `looks` has looks for."""
    if not request.reading or report.failed:
        return
    for one in copies(engagement, sources, looks, request.reading, report, asked=not request.asked_of_all):
        look = looks[one.plan.document]
        if look is not None:
            yield from _outputs(illustrated(one, brand, engagement, report), look, request.formats, report)


def _check_amended(engagement: Engagement, out: Path, report: Report) -> None:
    """See what the output folder knows of the signed engagement that this one changes, if it changes one."""
    number, version = engagement.get("amends.number"), engagement.get("amends.version")
    if isinstance(number, Leaf) and isinstance(version, Leaf) and isinstance(version.value, int):
        outputs.check_amended(out, str(number.value), version.value, version.span or number.span, report)


def _outputs(composed: Composed, look: Look, formats: Sequence[str], report: Report) -> Iterator[Output]:
    """One document in each format; nothing where it cannot be laid out."""
    document, engagement = composed.document, composed.engagement
    pages = laid_out(document, engagement, look, report)
    if pages is None or report.failed:
        return
    text = outputs.sha256(write_native(document).encode())
    for name in formats:
        data = writer(name)(document, fitted(look, document.meta), pages, report)
        file, code = named(document, engagement, name), document.meta.document
        several = composed.plan.document in SEVERAL
        yield Output(code, name, file, data, len(pages.pages), text, several=several)


def plain_form(composed: Composed, engagement: Engagement, sources: Sources) -> Iterator[Output]:
    """The questionnaire of a document as plain text, where it has one."""
    document, law = composed.document, composed.plan.law
    lexicon = sources.library.lexicon(language(document.meta.language).code, law)
    frame = lexicon.frame if lexicon is not None else {}
    data = questionnaire(document, frame)
    if data is not None:
        meta = document.meta
        name = outputs.file_name(frame.get("file.questionnaire", QUESTIONNAIRE), _client(engagement, meta.engagement),
                                 meta.number, meta.version, "txt")
        yield Output(QUESTIONNAIRE, "txt", name, data, 1, outputs.sha256(data))


def named(document: Document, engagement: Engagement, suffix: str) -> str:
    """The name of a document's file, with the name of the other party."""
    meta = document.meta
    other = _client(engagement, meta.engagement)
    if meta.document.partition(".")[0] == SUBCONTRACTOR:
        other = engagement.text("provider.legal_name", other)
    return outputs.file_name(
        meta.running["file_word"], other, meta.number, meta.version, suffix, meta.running.get("copy_word", "")
    )


def _client(engagement: Engagement, otherwise: str) -> str:
    """The name of the client, of the first of several; `otherwise` where none is given."""
    return engagement.text("client.legal_name") or engagement.text("client.members[0].legal_name", otherwise)


def _edition(engagement: Engagement, composed: Sequence[Composed]) -> Edition:
    """What the manifest tells of a run; no leaf of the spec but its id, number, version and status."""
    meta = composed[0].document.meta
    pinned = pins(engagement)
    placed: dict[tuple[str, str], tuple[Placement, list[str]]] = {}
    for one in composed:
        for p in one.plan.placements:
            documents = placed.setdefault((p.clause.id, p.text.tag), (p, []))[1]
            documents.append(one.document.meta.document)
    clauses = (
        {
            "id": p.clause.id,
            "edition": p.clause.edition,
            "variant": p.text.tag,
            "reason": p.reason.id,
            **({"pinned": True} if p.clause.id in pinned else {}),
            "documents": list(dict.fromkeys(documents)),
            "sha256": wording(p.clause, p.text),
        }
        for p, documents in placed.values()
    )
    # An agreement may have a number of its own: the folder has the engagement's.
    return Edition(meta.engagement, engagement.text("number"), meta.version, meta.status, tuple(clauses))
