"""What a spec's contract says in each format, and the shape of its documents."""

import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pypdf
from lxml import etree

from tests.content.contracts import Spec
from tests.docx.reading import W, parts
from tests.leaves.change import Path as Place
from tests.leaves.change import pattern, put
from tests.oracles import poppler
from vadocs.build import Rendered, Request, render_specs
from vadocs.diagnostics import Severity

FOLDER = Path(mkdtemp(prefix="vadocs-hostile-"))


def yaml_of(spec: Spec) -> str:
    """The spec as a file: YAML in its form of JSON; halves of characters and controls as escapes."""
    text = json.dumps(spec, ensure_ascii=False, indent=1)
    return re.sub("[\x7f-\x9f\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", text)


@dataclass(frozen=True)
class Result:
    """What came of a spec: its findings, and the contract in both formats where there were no errors."""

    rendered: Rendered
    folder: Path

    @property
    def errors(self) -> list[Any]:
        """The findings that kept files from being written."""
        return [each for each in self.rendered.report if each.severity is Severity.ERROR]

    def path(self, format: str) -> Path:
        """The file of a format."""
        return next(path for path, output in self.rendered.files if output.format == format)

    @cached_property
    def docx(self) -> dict[str, bytes]:
        """The parts of the Word file."""
        return parts(self.path("docx").read_bytes())

    @cached_property
    def paragraphs(self) -> list[str]:
        """The text of each paragraph of the Word file's body, header and footer."""
        names = [name for name in self.docx if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name)]
        return [text for name in sorted(names) for text in _paragraphs(self.docx[name])]

    @cached_property
    def pages(self) -> str:
        """The PDF's text as pdftotext finds it in the order of drawing."""
        return poppler.text(self.path("pdf"))

    @cached_property
    def drawn(self) -> str:
        """The PDF's text as pypdf finds it."""
        reader = pypdf.PdfReader(io.BytesIO(self.path("pdf").read_bytes()))
        return "\f".join(page.extract_text() for page in reader.pages)

    @cached_property
    def shape(self) -> Counter[str]:
        """How many paragraphs, tables, rows, and paragraphs of each style the Word file has, and tags the PDF."""
        body = etree.fromstring(self.docx["word/document.xml"])
        counted = Counter(etree.QName(each).localname for each in body.iter(f"{W}p", f"{W}tbl", f"{W}tr", f"{W}sdt"))
        counted.update(str(each.get(f"{W}val")) for each in body.iter(f"{W}pStyle"))
        roles = re.findall(rb"/S /(Sect|H\d|P|L|LI|Table|TR|T[DH]|TOCI|Form)\b", self.path("pdf").read_bytes())
        counted.update(f"tag {role.decode()}" for role in roles)
        return counted


def _paragraphs(part: bytes) -> Iterator[str]:
    """Texts of `w:t`, with the signs that are elements."""
    signs = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}softHyphen": "\u00ad"}
    for paragraph in etree.fromstring(part).iter(f"{W}p"):
        yield "".join(each.text or "" if each.tag == f"{W}t" else signs.get(str(each.tag), "")
                      for each in paragraph.iter())


def render(spec: Spec, name: str = "spec", document: str = "contract") -> Result:
    """Render one document of a spec as its user would."""
    folder = Path(mkdtemp(dir=FOLDER))
    file = folder / f"{name}.vadocs.yaml"
    file.write_text(yaml_of(spec), encoding="utf-8")
    (rendered,) = render_specs([file], Request(folder / "out", (document,)))
    return Result(rendered, folder)


def written_files(result: Result) -> list[Path]:
    """What was written beside the spec."""
    return [path for path in result.folder.rglob("*") if path.is_file() and not path.name.endswith(".vadocs.yaml")]


def filled(spec: Spec, values: dict[Place, str]) -> Spec:
    """The spec with other values at some places."""
    for place, value in values.items():
        spec = put(spec, place, value)
    return spec


def dotted(place: Place) -> str:
    """The key of a place as findings tell it: `services[0].task`."""
    text = ""
    for step in place:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


# --- comparing -------------------------------------------------------------------------------------


def unbroken(text: str) -> str:
    """The text with line ends as spaces and words rejoined; nothing else is changed."""
    return re.sub(" *[\n\f]+ *", " ", re.sub("\u00ad[ \n]*", "", text))


def bare(text: str) -> str:
    """The text without white space and soft hyphens, for readers that guess spaces from positions."""
    return re.sub(r"[\s\u00ad]+", "", text)


def body(pages: str) -> str:
    """The bare text of pages parted by form feeds, without what all begin and end with: header and footer."""
    texts = [re.sub(r"(Página|Page)\d+(de|of)\d+$", "", bare(page)) for page in pages.strip("\f\n").split("\f")]
    first = _beginning(texts[1:]) if len(texts) > 2 else ""  # one page alone begins with all of itself
    last = _beginning([text[::-1] for text in texts])[::-1]
    return "".join(text.removeprefix(first).removesuffix(last) for text in texts)


def _beginning(texts: list[str]) -> str:
    """What all texts begin with."""
    return "".join(each[0] for each in takewhile(lambda each: len(set(each)) == 1, zip(*texts, strict=False)))


def lost(value: str, result: Result) -> list[str]:
    """The formats in which a value does not stand letter for letter."""
    whole = unbroken(value)
    found = {
        "docx": any(whole in unbroken(text) for text in result.paragraphs),
        "pdftotext": bare(value) in body(result.pages),
        "pypdf": bare(value) in body(result.drawn),
    }
    return [name for name, there in found.items() if not there]


__all__ = ["Result", "bare", "dotted", "filled", "lost", "pattern", "render", "written_files"]
