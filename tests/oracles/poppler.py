"""poppler: the text, structure, fonts, lines and pictures that another PDF reader finds in a file.

Lengths are in points, from the top left corner of a page; pages count from 1.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf

from tests.oracles.process import program, run
from tests.oracles.tally import TALLY, Availability, OracleError

NAME = "poppler"
XHTML = "{http://www.w3.org/1999/xhtml}"
# What XML 1.0 cannot carry; pdftotext copies such characters from a PDF into its XML.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: page, box (left, top, right, bottom) in points, and its words joined by one space."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str


@dataclass(frozen=True, slots=True)
class Font:
    """One font of a PDF. `name` without its subset tag."""

    name: str
    kind: str
    embedded: bool
    subset: bool
    to_unicode: bool


def available() -> Availability:
    """Whether poppler's programs are installed; pdftotext stands for all of them."""
    return program("pdftotext", "-v")


_HEARD: dict[str, str] = {}


def _ask(command: str, *arguments: str) -> str:
    """The output of one poppler program; an unreadable PDF or a syntax error in it raises OracleError."""
    answer = run([command, *arguments])
    TALLY.count(NAME)
    if "Syntax Error" in answer.complaints:
        raise OracleError(f"{command}: {answer.complaints.strip()[:2000]}")
    return answer.text


def text(path: Path) -> str:
    """The text in the order of the content stream (`pdftotext -raw`); a form feed ends each page."""
    return _ask("pdftotext", "-raw", "-enc", "UTF-8", str(path), "-")


def pages_text(path: Path) -> tuple[str, ...]:
    """The text of each page, as `text` gives it."""
    return tuple(text(path).split("\f")[:-1])


def info(path: Path) -> dict[str, str]:
    """What `pdfinfo` says, by its labels: "Pages", "Tagged", "Title", "Page size", ...; dates in ISO 8601."""
    lines = _ask("pdfinfo", "-isodates", str(path)).splitlines()
    pairs = (line.partition(":") for line in lines if ":" in line)
    return {label.strip(): value.strip() for label, _, value in pairs}


def page_count(path: Path) -> int:
    """The number of pages."""
    return int(info(path)["Pages"])


def structure(path: Path) -> str:
    """The structure tree, one element a line, indented (`pdfinfo -struct`); empty if untagged."""
    return _ask("pdfinfo", "-struct", str(path))


def structure_text(path: Path) -> str:
    """The structure tree with the text of each element, in quotation marks (`pdfinfo -struct-text`).

    It reads a page anew for each element: what it said of a file is kept by the file's bytes, and a sound file is
    read from a copy that is quick to read. The copy numbers its objects anew.
    """
    known = sha256(path.read_bytes()).hexdigest()
    if known not in _HEARD:
        with TemporaryDirectory(prefix="vadocs-poppler-") as folder:
            _HEARD[known] = _ask("pdfinfo", "-struct-text", str(_quick(path, Path(folder) / "quick.pdf")))
    return _HEARD[known]


def _quick(path: Path, copy: Path) -> Path:
    """`copy`, the same file unpacked and without its output intent, whose colours poppler would convert each time.

    The structure, the pages and their fonts are the same. A file that qpdf has to mend is left as it is: `path`.
    """
    try:
        with pikepdf.open(path) as pdf:
            if "/OutputIntents" in pdf.Root:
                del pdf.Root.OutputIntents
            pdf.save(copy, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized)
            return path if pdf.get_warnings() else copy
    except pikepdf.PdfError:
        return path


def fonts(path: Path) -> tuple[Font, ...]:
    """Every font of the PDF, in the order of `pdffonts`."""
    rows = _ask("pdffonts", str(path)).splitlines()[2:]
    return tuple(_font(row) for row in rows)


def _font(row: str) -> Font:
    match = re.match(r"(\S+)\s+(.+?)\s{2,}\S.*?\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$", row)
    if match is None:
        raise OracleError(f"pdffonts printed a row of another form: {row!r}")
    name, kind, embedded, subset, to_unicode = match.groups()
    bare = re.sub(r"^[A-Z]{6}\+", "", name)
    return Font(bare, kind, embedded == "yes", subset == "yes", to_unicode == "yes")


def lines(path: Path) -> tuple[Line, ...]:
    """Every printed line with its box, in poppler's reading order (`pdftotext -bbox-layout`)."""
    source = UNPRINTABLE.sub("", _ask("pdftotext", "-bbox-layout", "-enc", "UTF-8", str(path), "-"))
    root = ElementTree.fromstring(source)
    return tuple(_lines(root))


def _lines(root: ElementTree.Element) -> Iterator[Line]:
    for number, page in enumerate(root.iter(f"{XHTML}page"), start=1):
        for line in page.iter(f"{XHTML}line"):
            left, top, right, bottom = (float(line.attrib[key]) for key in ("xMin", "yMin", "xMax", "yMax"))
            yield Line(number, left, top, right, bottom, " ".join(word.text or "" for word in line))


def pictures(path: Path, folder: Path, *, dots_per_inch: int = 80) -> tuple[Path, ...]:
    """Draw every page as a PNG in `folder` (made if missing), named page-N.png; the paths in page order."""
    folder.mkdir(parents=True, exist_ok=True)
    _ask("pdftoppm", "-png", "-r", str(dots_per_inch), str(path), str(folder / "page"))
    return tuple(sorted(folder.glob("page-*.png"), key=lambda each: int(each.stem.rpartition("-")[2])))
