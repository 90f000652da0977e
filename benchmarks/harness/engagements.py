"""An engagement's three documents in both formats, beside what others would make them with."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from harness import contests, ours, specs
from harness.rounds import Contestant
from harness.stream import stream
from vadocs.build.composing import compose
from vadocs.build.looks import laid_out, looks_of
from vadocs.build.rendering import Request, make_documents
from vadocs.diagnostics import Report

DOCUMENTS = ("contract", "proposal", "welcome-kit")
ASKED = (
    "documents: [contract, proposal, welcome-kit]\naddress_form: usted\nproposal: {valid_until: 2026-12-15, "
    "understanding: "
    "[Las facturas se registran tarde, Nadie concilia el banco, La asesoría pide los datos dos veces]}\n"
)
"""What a spec says that asks for all three."""
_REQUESTS = {name: Request(Path("out"), DOCUMENTS, formats) for name, formats in
             (("both", ("docx", "pdf")), ("pdf", ("pdf",)))}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Engagement:
    """One client: the spec, and its documents as a peer takes them."""

    number: int
    spec: Path
    cases: tuple[ours.Case, ...]


def spec(number: int) -> Path:
    """The spec of client `number` that asks for the three documents."""
    path = specs.spec(number)
    path.write_text(path.read_text(encoding="utf-8").replace("documents: [contract]\n", ASKED), encoding="utf-8")
    return path


def engagements() -> Iterator[Engagement]:
    """Endless clients; the numbers leave room for the rows of a round."""
    for job in specs.jobs():
        yield Engagement(job.number, spec(job.number), cases(job.number))


def cases(number: int) -> tuple[ours.Case, ...]:
    """The documents of client `number`, composed and laid out."""
    report, path = Report(), spec(number)
    engagement, sources = specs.read(path)
    composed = compose(engagement, sources, DOCUMENTS, report)
    looks = looks_of(engagement, DOCUMENTS, None, path, report)
    found = []
    for one in composed:
        look = looks[one.plan.document]
        pages = laid_out(one.document, one.engagement, look, report)
        assert look is not None and pages is not None and not report.failed, list(report)
        look = look.on_paper(one.document.meta.paper)
        found.append(ours.Case(number, False, one.document, look, pages, stream(one.document, pages)))
    return tuple(found)


def both_formats() -> Sequence[Contestant]:
    """From the spec to six files; peers begin with the text ready, composed by us."""
    found = [
        Contestant("vadocs", partial(_spec, 1), partial(_whole, "both"), _measure, note="from the spec"),
        Contestant("vadocs, documents composed", partial(_ready, 2), _both, _measure, note="layout and writing"),
    ]
    word = contests.module("peers.word", "docxtpl")
    office, weasy = contests.module("peers.office", "LibreOffice"), contests.module("peers.weasy", "weasyprint")
    if word is not None and office is not None and contests.there(office.need, "LibreOffice"):
        clock = _clock(office)
        found.append(Contestant(
            "docxtpl and LibreOffice", partial(_prepared, word.prepare_loops), partial(_converted, word, office),
            _measure, note="one warm instance", clock=clock,
        ))  # fmt: skip
    if word is not None and weasy is not None:
        found.append(Contestant(
            "docxtpl and WeasyPrint", partial(_two_ways, word, weasy), partial(_printed, word, weasy), _measure,
        ))  # fmt: skip
    return found


def pdfs() -> Sequence[Contestant]:
    """The three PDFs, the documents composed."""
    found = [
        Contestant("vadocs", partial(_ready, 3), _pdfs, _measure, note="layout and writing"),
        Contestant("vadocs, from the spec", partial(_spec, 4), partial(_whole, "pdf"), _measure),
    ]
    typst = contests.module("peers.typstpy", "typst")
    if typst is not None:
        build = partial(_each, typst.build)
        found.append(Contestant("typst", partial(_prepared, typst.prepare), build, _measure))
    return found


# --- ours ------------------------------------------------------------------------------------------


def _spec(step: int, given: Engagement) -> Path:
    """A spec that no other row of the round makes."""
    return spec(given.number + step)


def _ready(step: int, given: Engagement) -> tuple[ours.Case, ...]:
    return cases(given.number + step)


def _whole(name: str, path: Path) -> list[bytes]:
    report = Report()
    engagement, sources = specs.read(path)
    _, files = make_documents(_REQUESTS[name], path, engagement, sources, report)
    assert not report.failed, list(report)
    return [file.data for file in files if file.format != "txt"]


def _both(given: tuple[ours.Case, ...]) -> list[bytes]:
    return [data for case in given for data in _written(case, ("docx", "pdf"))]


def _pdfs(given: tuple[ours.Case, ...]) -> list[bytes]:
    return [data for case in given for data in _written(case, ("pdf",))]


def _written(case: ours.Case, formats: Sequence[str]) -> list[bytes]:
    pages = ours.laid_out(case.document, case.look)
    return [ours.written(name, case.document, pages, case.look) for name in formats]


# --- peers -----------------------------------------------------------------------------------------


def _prepared(prepare: Callable[[ours.Case], Any], given: Engagement) -> list[Any]:
    return [prepare(case) for case in given.cases]


def _each(build: Callable[[Any], bytes], given: Sequence[Any]) -> list[bytes]:
    return [build(one) for one in given]


def _converted(word: Any, office: Any, given: Sequence[Any]) -> list[bytes]:
    made = [word.render(one) for one in given]
    return [*made, *(office.office().pdf(docx) for docx in made)]


def _two_ways(word: Any, weasy: Any, given: Engagement) -> list[tuple[Any, Any]]:
    return [(word.prepare_loops(case), weasy.prepare(case)) for case in given.cases]


def _printed(word: Any, weasy: Any, given: Sequence[tuple[Any, Any]]) -> list[bytes]:
    return [data for one, other in given for data in (word.render(one), weasy.build(other))]


def _clock(office: Any) -> Callable[[], float]:
    return lambda: time.process_time() + office.office().seconds()


def _measure(made: Sequence[bytes]) -> tuple[int, int]:
    """The pages and letters of the PDFs, and the letters of the Word files where there are any."""
    found = [ours.measure_pdf(data) for data in made if data.startswith(b"%PDF")]
    word = contests.module("peers.word", "docxtpl")
    letters = sum(word.measure(data)[1] for data in made if not data.startswith(b"%PDF")) if word is not None else 0
    return sum(pages for pages, _ in found), letters + sum(each for _, each in found)
