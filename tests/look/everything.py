"""Every document of every example in every look, before the judges that we did not write.

    python -m tests.look.everything FOLDER [LOOK ...]       (part of `make soak`)

A line each: the pages of the PDF and of the Word file in LibreOffice, the headings that LibreOffice puts elsewhere, and
what the judges say. The files stay in FOLDER, a folder for each look. It ends with 1 where a judge objects.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.examples import ROOT
from tests.oracles import docx_schema, libreoffice, outloud, pdfua, poppler, qpdf
from vadocs.build import Request, collate_spec, render_specs
from vadocs.collate.reading import pdf_words
from vadocs.diagnostics import Report

SPECS = tuple(sorted((ROOT / "examples").rglob("*.vadocs.yaml")))
LOOKS = ("sobrio", "calido", "compacto")


@dataclass(frozen=True, slots=True)
class Delivered:
    """A document of a spec in both formats, and how many pages we count in it."""

    spec: Path
    document: str
    docx: Path
    pdf: Path
    pages: int


def delivered(look: str, folder: Path) -> Iterator[Delivered]:
    """Every document that the examples ask for, written in `look`, and read back without a difference."""
    for spec in SPECS:
        out = folder / look / spec.parent.name
        (result,) = render_specs([spec], Request(out, formats=("docx", "pdf"), look=look))
        assert not result.report.failed, [(d.code, d.args) for d in result.report]
        found = {(output.document, output.format): path for path, output in result.files}
        for path, output in result.files:
            if output.format == "pdf":
                yield Delivered(spec, output.document, found[output.document, "docx"], path, output.pages or 0)
        report = Report()
        assert collate_spec(spec, out, report)
        assert not list(report), [(d.code, d.args) for d in report]


def objections(made: Delivered) -> Iterator[str]:
    """What the judges of PDF files say.

    Three guesses of outloud are no faults: that a table is none as most of its cells are empty (they hold fields), that
    a running header is prose, which it knows for a header on more pages than a document of three has, and that the row
    of headings is, which a table repeats on its next page: all its words are read where they stand first.
    """
    for one in outloud.check(made.pdf).serious:
        fields = one.rule == "TBL-012" and made.document == "welcome-kit"
        prose = one.rule == "TAG-002" and one.message.startswith("1 line")
        header = prose and (made.pages <= 3 or {*one.evidence.split()} <= {*pdf_words(made.pdf.read_bytes())})
        if not fields and not header:
            yield f"outloud {one.rule} p. {one.page}: {one.message}"
    yield from (f"pdfua {one}" for one in pdfua.check(made.pdf).findings)
    soundness = qpdf.check(made.pdf)
    yield from () if soundness.clean else soundness.messages


def main(folder: Path, looks: Sequence[str]) -> int:
    """Write, judge, print; the number of objections."""
    found = 0
    for look in looks:
        all_made = list(delivered(look, folder))
        valid = docx_schema.check([made.docx for made in all_made])
        words = libreoffice.convert([made.docx for made in all_made], "pdf", folder / look / "word")
        for made, validity, word in zip(all_made, valid, words, strict=True):
            said = list(objections(made)) + ([] if validity.valid else [str(validity.errors)[:300]])
            theirs = poppler.page_count(word)
            if theirs != made.pages:
                said.append(f"LibreOffice counts {theirs} pages")
            found += len(said)
            print(look, made.spec.relative_to(ROOT), made.document, made.pages, theirs, *said, flush=True)
    return found


if __name__ == "__main__":
    sys.exit(bool(main(Path(sys.argv[1]), sys.argv[2:] or LOOKS)))
