"""The examples and the engagements of `tests.engagements` as users get them: rendered once a run, each in a folder."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from vadocs.build import Composed, Request, compose_spec, load_look, render_specs
from vadocs.diagnostics import Report
from vadocs.layout import lay_out
from vadocs.model.document import Document
from vadocs.model.pages import Pages

ROOT = Path(__file__).parent.parent
SPECS = tuple(sorted((ROOT / "examples").glob("*.vadocs.yaml")))
"""The specs of the three examples."""
_BY_NAME = {
    spec.name.removesuffix(".vadocs.yaml"): spec
    for spec in (*SPECS, *sorted((ROOT / "tests" / "engagements").glob("*.vadocs.yaml")))
}
NAMES = tuple(_BY_NAME)
"""All that is under every gate: the three examples first, then the engagements."""
EXAMPLES, ENGAGEMENTS = NAMES[: len(SPECS)], NAMES[len(SPECS) :]


def spec_of(name: str) -> Path:
    """The file of an example or an engagement."""
    return _BY_NAME[name]


@dataclass(frozen=True, slots=True)
class Example:
    """One contract: its tree, its pages, and the files delivered."""

    name: str
    spec: Path
    composed: Composed
    pages: Pages
    native: str
    docx: Path
    pdf: Path

    @property
    def document(self) -> Document:
        """The numbered and resolved tree."""
        return self.composed.document


@cache
def example(name: str) -> Example:
    """The contract of an example or an engagement."""
    return rendered(spec_of(name), name)


def rendered(spec: Path, name: str, look_name: str = "sobrio") -> Example:
    """The only document of any spec, in every format; fails on any error."""
    out = Path(mkdtemp(prefix="vadocs-example-"))
    request = Request(out, formats=("native", "docx", "pdf"), look=look_name)
    (result,) = render_specs([spec], request)
    assert not result.report.failed, [(d.code, d.args, d.span) for d in result.report]
    files = {output.format: path for path, output in result.files}
    report = Report()
    (composed,) = compose_spec(spec, report)
    look = load_look(look_name, ROOT, report)
    assert look is not None
    pages = lay_out(composed.document, look.on_paper(composed.document.meta.paper), report)
    assert pages is not None
    native = files["native"].read_text(encoding="utf-8")
    return Example(name, spec, composed, pages, native, files["docx"], files["pdf"])
