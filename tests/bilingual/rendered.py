"""The engagements in two languages as delivered: contract, proposal and kit in both formats, made once a run."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

from tests.bilingual.delivered import Block, of_pdf, of_word
from vadocs.build import Request, render_specs

HERE = Path(__file__).parent / "engagements"
SPECS = {spec.name.partition(".")[0]: spec for spec in sorted(HERE.glob("*.vadocs.yaml"))}
DOCUMENTS = ("contract", "proposal", "welcome-kit")


class Delivered(NamedTuple):
    """A document as delivered."""

    pdf: Path
    docx: Path

    def blocks(self) -> tuple[list[Block], list[Block], tuple[str, str]]:
        """What the PDF says, what the Word file says, and the two languages."""
        ours, languages = of_pdf(self.pdf.read_bytes())
        return ours, of_word(self.docx.read_bytes(), languages), languages


@cache
def delivered(name: str) -> dict[str, Delivered]:
    """The documents of an engagement by their kind; fails on any error."""
    out = Path(mkdtemp(prefix="vadocs-two-languages-"))
    (result,) = render_specs([SPECS[name]], Request(out, formats=("native", "docx", "pdf")))
    assert not result.report.failed, [(one.code, one.args, one.span) for one in result.report]
    files = [path for path, _ in result.files]
    pdfs = sorted((path for path in files if path.suffix == ".pdf"), key=_order)
    return {
        kind: Delivered(path, path.with_suffix(".docx")) for kind, path in zip(DOCUMENTS, pdfs, strict=True)
    }  # fmt: skip


def _order(path: Path) -> int:
    names = ("Agreement", "Contrato", "Proposal", "Propuesta", "Welcome", "Bienvenida")
    return names.index(path.name.partition("_")[0])


def native(name: str) -> str:
    """The text of an engagement's contract."""
    return delivered(name)["contract"].pdf.with_suffix(".native").read_text("utf-8")
