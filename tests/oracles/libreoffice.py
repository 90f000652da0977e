"""LibreOffice Writer: what another word processor makes of a DOCX: numbers, references, lines, pages.

It runs without a window, in a profile of this process (see `libreoffice_profile`), many files in one start:
a start costs over a second, a file a tenth of one.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from tests.oracles.libreoffice_profile import HYPHENATION, fontconfig, fresh_folder, home, patterns
from tests.oracles.process import program, run
from tests.oracles.tally import TALLY, Availability, OracleError

NAME = "libreoffice"

Format = Literal["pdf", "txt", "odt", "fodt", "docx"]

# Named, or LibreOffice would open a broken file as plain text.
IMPORT = "--infilter=MS Word 2007 XML"
# The filter is named for text: LibreOffice's default would take the encoding of the locale.
FILTERS: dict[Format, str] = {each: each for each in ("pdf", "odt", "fodt", "docx")}
FILTERS["txt"] = "txt:Text (encoded):UTF8"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body, table cells included, as LibreOffice numbers and places it.

    `label` is its list label as printed ("7.2", "(a)", "" if none); `text` its text without label, its fields
    computed anew. Pages count from 1. `outline` is the heading level from 1, or 0.
    """

    first_page: int
    last_page: int
    outline: int
    style: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A REF field to a bookmark, and the text LibreOffice computed for it (without the full stop of "2.")."""

    bookmark: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What LibreOffice computed for one document, in document order; `pdf` lasts until the process ends."""

    paragraphs: tuple[Paragraph, ...]
    references: tuple[Reference, ...]
    pdf: Path

    @property
    def headings(self) -> tuple[Paragraph, ...]:
        """The paragraphs that have an outline level."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.outline)


@cache
def available() -> Availability:
    """Whether soffice is installed, and pyphen's pattern files are where we look for them."""
    if shutil.which("soffice") is None:
        return Availability(False, "the program soffice (LibreOffice) is not installed")
    absent = [name for name in HYPHENATION if not patterns(name).is_file()]
    if absent:
        return Availability(False, f"pyphen has no patterns for {', '.join(absent)}")
    return program("soffice", "--version")


def convert(
    sources: Sequence[Path], to: Format, folder: Path | None = None, *, fonts: Sequence[Path] = ()
) -> tuple[Path, ...]:
    """Convert all `sources` (DOCX) in one start of LibreOffice; the results in the order of `sources`.

    The results lie in `folder` as <position>-<stem>.<to> (two sources may share a name); without `folder`, in
    one that lasts until the process ends. `fonts` are folders to know beside templates/fonts. REF fields are
    computed anew in "pdf" only. A source that LibreOffice could not open raises OracleError, which names it.
    """
    folder = folder or fresh_folder()
    folder.mkdir(parents=True, exist_ok=True)
    copies = _numbered(sources)
    if copies:
        names = [str(copy) for copy in copies]
        _start([IMPORT, "--convert-to", FILTERS[to], "--outdir", str(folder), *names], fonts)
    results = tuple(folder / f"{copy.stem}.{to}" for copy in copies)
    _judged(sources, results)
    return results


def saved(source: Path, filter: str, folder: Path) -> Path:
    """A document of another format, read by LibreOffice's `filter` of that name, as it saves it as DOCX in `folder`."""
    output = "docx:MS Word 2007 XML"
    _start([f"--infilter={filter}", "--convert-to", output, "--outdir", str(folder), str(source)], ())
    result = folder / f"{source.stem}.docx"
    if not result.is_file():
        raise OracleError(f"LibreOffice could not save {source.name} as DOCX")
    return result


def read(sources: Sequence[Path], *, fonts: Sequence[Path] = ()) -> tuple[Reading, ...]:
    """Open all DOCX `sources` in one start, compute their fields anew, draw them, and tell what is known.

    `fonts` and errors as in `convert`.
    """
    copies = _numbered(sources)
    jobs = fresh_folder() / "jobs"
    rows = ((copy, copy.with_suffix(".pdf"), copy.with_suffix(".tsv")) for copy in copies)
    jobs.write_text("\n".join("\t".join(path.as_uri() for path in row) for row in rows), encoding="utf-8")
    if copies:
        _start([f'macro:///Standard.Reading.ReadAll("{jobs.as_uri()}")'], fonts)
    reports = tuple(copy.with_suffix(".tsv") for copy in copies)
    _judged(sources, reports)
    return tuple(_reading(report, report.with_suffix(".pdf")) for report in reports)


def _numbered(sources: Sequence[Path]) -> list[Path]:
    """Copies of `sources` in a fresh folder under names that differ."""
    folder = fresh_folder()
    copies = [folder / f"{position}-{source.name}" for position, source in enumerate(sources, start=1)]
    for source, copy in zip(sources, copies, strict=True):
        shutil.copyfile(source, copy)
    return copies


def _start(arguments: Sequence[str], fonts: Sequence[Path]) -> None:
    profile = f"-env:UserInstallation={(home() / 'profile').as_uri()}"
    # LibreOffice ends with 0 although it opened nothing: the results tell, not the code.
    run(
        ["soffice", profile, "--headless", "--norestore", *arguments],
        accept=None,
        environment={"FONTCONFIG_FILE": str(fontconfig(tuple(fonts))), "SAL_USE_VCLPLUGIN": "svp"},
    )


def _judged(sources: Sequence[Path], results: Sequence[Path]) -> None:
    lost = [source.name for source, result in zip(sources, results, strict=True) if not result.is_file()]
    if lost:
        raise OracleError(f"LibreOffice could not open {', '.join(lost)}")
    TALLY.count(NAME, len(sources))


def _reading(report: Path, pdf: Path) -> Reading:
    paragraphs: list[Paragraph] = []
    references: list[Reference] = []
    *rows, end = (
        [_unescaped(cell) for cell in line.split("\t")]
        for line in report.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    )
    if end != ["end"]:
        raise OracleError(f"LibreOffice stopped half way in {pdf.stem}.docx")
    for kind, *cells in rows:
        if kind == "paragraph":
            first, last, outline, style, label, text = cells
            paragraphs.append(Paragraph(int(first), int(last), int(outline), style, label, text))
        else:
            references.append(Reference(*cells))
    return Reading(tuple(paragraphs), tuple(references), pdf)


def _unescaped(cell: str) -> str:
    return re.sub(r"\\(.)", lambda match: {"t": "\t", "n": "\n"}.get(match[1], match[1]), cell)
