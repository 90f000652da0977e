"""A packet in the provider's brand, as delivered: logo and accent in both formats, before judges not ours."""

import re
import zipfile
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pypdf
import pytest
import yaml
from lxml import etree

from tests.documents.proposals import LAURA, MARTA, Spec, spec
from tests.look.test_logo import drawn, saved
from vadocs.build import Binding, Request, check_specs, packet_specs, render_specs
from vadocs.model.brand import COVER, HEADER, PORTRAIT
from vadocs.writers.pdf.content import colour

pytestmark = pytest.mark.xdist_group("brand")

ACCENT = "F6D860"
PHOTO: Spec = {"file": "logo.png", "alternative": "Laura en su mesa"}
BRAND: Spec = {"logo": "logo.png", "accent": f"#{ACCENT}"}
_PLACED = re.compile(r"([\d.]+) 0 0 ([\d.]+) ([\d.]+) ([\d.]+) cm /I\d+ Do")
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def written(folder: Path, brand: Spec) -> Path:
    """A spec of a proposal and its contract with this brand, and the logo beside it."""
    over = {"provider": {"brand": brand}, "proposal": {"form": "short"}, "clause_set": "retainer"}
    given = {**spec(MARTA, over), "documents": ["proposal", "contract"]}
    folder.mkdir(exist_ok=True)
    (folder / "logo.png").write_bytes(saved(drawn()))
    file = folder / "one.vadocs.yaml"
    file.write_text(yaml.safe_dump(given, allow_unicode=True), encoding="utf-8")
    return file


@cache
def made() -> tuple[Path, dict[str, Path], list[str]]:
    """The packet's PDF, its Word files by the word they begin with, and the codes of the findings."""
    folder = Path(mkdtemp(prefix="vadocs-brand-"))
    (result,) = packet_specs([written(folder, BRAND)], Request(folder / "out"), Binding(editable=True))
    assert not result.report.failed, [(d.code, d.message("en")) for d in result.report]
    files = {output.format: path for path, output in result.files}
    with zipfile.ZipFile(files["zip"]) as archive:
        archive.extractall(folder)
    words = {path.name.partition("_")[0]: path for path in folder.glob("*.docx")}
    return files["pdf"], words, [finding.code for finding in result.report]


def test_the_files_satisfy_the_checkers(docx_schema: Any, outloud: Any, pdfua: Any, qpdf: Any) -> None:
    """Theme, styles, header and pictures keep to the standards; the packet is read aloud whole."""
    pdf, words, found = made()
    assert found.count("N590") == 1
    for validity in docx_schema.check(list(words.values())):
        assert validity.valid, validity.errors
    assert not outloud.check(pdf).serious and pdfua.check(pdf).clean and qpdf.check(pdf).clean


def test_the_logo_stands_at_the_same_size_in_both() -> None:
    """On the cover as a figure, in the header of what has no cover as an artifact; with its alternative text."""
    pdf, words, _ = made()
    sizes = drawn_logos(pdf)
    assert [fills(size, box) for size, box in zip(sizes, (COVER, HEADER, HEADER), strict=True)] == [True] * 3
    assert pdf.read_bytes().count(b"/Alt (logotipo de Marta Ruiz Pardo)") == 1
    for name, size in zip(("Propuesta", "Contrato"), sizes[1:], strict=True):
        assert logo_in(words[name], "header2") == ("logotipo de Marta Ruiz Pardo", pytest.approx(size, abs=0.02))


def drawn_logos(pdf: Path) -> list[tuple[float, float]]:
    """The width and height of each picture that a PDF draws, in points."""
    contents = [page.get_contents() for page in pypdf.PdfReader(pdf).pages]
    texts = [each.get_data().decode("latin-1") for each in contents if each is not None]
    return [(float(found[1]), float(found[2])) for text in texts for found in _PLACED.finditer(text)]


def fills(size: tuple[float, float], box: tuple[float, float]) -> bool:
    """Whether a picture is as large as its box allows."""
    return size[0] <= box[0] and size[1] <= box[1] and (size[0] == box[0] or size[1] == box[1])


def logo_in(docx: Path, part: str) -> tuple[str, tuple[float, ...]]:
    """The alternative text of the one logo in a part of a Word file, and its width and height in points."""
    with zipfile.ZipFile(docx) as archive:
        tree = etree.fromstring(archive.read(f"word/{part}.xml"))
    (inline,) = (each for each in tree.iter(f"{WP}inline") if "logo" in str(each[1].get("name")))
    return str(inline[1].get("descr")), tuple(int(str(inline[0].get(side))) / 12_700 for side in ("cx", "cy"))


def test_word_has_as_many_pages(libreoffice: Any, poppler: Any) -> None:
    """The logo pushes text as far down in LibreOffice as in ours: each document has the pages that the packet has."""
    pdf, words, _ = made()
    reader = pypdf.PdfReader(pdf)
    starts = [reader.get_destination_page_number(one) for one in reader.outline if not isinstance(one, list)]
    counts = [after - before for before, after in zip(starts, [*starts[1:], len(reader.pages)], strict=True)]
    readings = libreoffice.read([words[name] for name in ("Propuesta", "Contrato")])
    assert [poppler.page_count(reading.pdf) for reading in readings] == counts[-2:]
    assert counts[-2] == 2  # the short form of a proposal


def test_both_have_the_accent() -> None:
    """The colour fills the title's band in the PDF, and is accent 1 of the Word file's theme."""
    pdf, words, _ = made()
    page = pypdf.PdfReader(pdf).pages[0].get_contents()
    assert page is not None and f"q {colour(ACCENT)} rg" in page.get_data().decode("latin-1")
    with zipfile.ZipFile(words["Propuesta"]) as archive:
        theme = archive.read("word/theme/theme1.xml")
    assert f'<a:accent1><a:srgbClr val="{ACCENT}"/>'.encode() in theme


def test_contents_that_run_over_leave_no_empty_page(
    tmp_path: Path, libreoffice: Any, poppler: Any, pdfua: Any
) -> None:
    """The logo pushes the last entries onto the second page: what follows begins below them, in Word too.

    The photographs stand in their box, before who is told of, with their words, in the PDF and in Word.
    """
    given = {**spec(LAURA, {"provider": {"brand": BRAND, "photo": PHOTO}}), "documents": ["proposal"]}
    given["provider"]["references"][1]["photo"] = {**PHOTO, "alternative": "Retrato de Priya"}
    file = tmp_path / "one.vadocs.yaml"
    file.write_text(yaml.safe_dump(given, allow_unicode=True), encoding="utf-8")
    (tmp_path / "logo.png").write_bytes(saved(drawn()))
    (result,) = render_specs([file], Request(tmp_path / "out"))
    (pages,) = {output.pages for _, output in result.files}
    files = {output.format: path for path, output in result.files}
    second = pypdf.PdfReader(files["pdf"]).pages[1].extract_text()
    size, *photos = drawn_logos(files["pdf"])
    assert [fills(one, PORTRAIT) for one in photos] == [True] * 2
    for bearer in (files["pdf"].read_bytes(), zipfile.ZipFile(files["docx"]).read("word/document.xml")):
        assert all(said.encode() in bearer for said in ("Laura en su mesa", "Retrato de Priya"))
        assert bearer.find(b"My calendar") < bearer.find(b"Retrato de Priya")
    assert bearer.find(b"Retrato de Priya") < bearer.find(b"Every meeting ends")
    assert pdfua.check(files["pdf"]).clean
    assert fills(size, COVER) and logo_in(files["docx"], "document")[1] == pytest.approx(size, abs=0.02)
    assert "Acceptance" in second and "What we have understood" in second
    (reading,) = libreoffice.read([files["docx"]])
    assert poppler.page_count(reading.pdf) == pages


def codes(file: Path) -> set[str]:
    """The codes of what `check` finds about a spec's brand."""
    (result,) = check_specs([file])
    return {found.code for found in result.report if found.code[1:3] == "59" or found.code == "E116"}


def test_no_file_elsewhere_is_opened(tmp_path: Path) -> None:
    """A logo lies beside the spec or the practice, or below: no way leads out, neither by name nor by a link."""
    folder = tmp_path / "specs"
    for name in ("../logo.png", "/etc/hostname", "C:/logo.png"):
        assert codes(written(folder, {"logo": name})) == {"E116"}
    assert codes(written(folder, {"logo": "logotipo.png"})) == {"E590"}
    lost = yaml.safe_load((folder / "one.vadocs.yaml").read_text(encoding="utf-8"))
    lost["provider"] |= {"brand": BRAND, "photo": {**PHOTO, "file": "foto.png"}}
    lost["proposal"]["form"] = "full"
    (folder / "two.vadocs.yaml").write_text(yaml.safe_dump(lost, allow_unicode=True), encoding="utf-8")
    assert codes(folder / "two.vadocs.yaml") == {"E590", "N590"}
    (tmp_path / "secret.png").write_bytes(saved(drawn()))
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    assert codes(written(folder, {"logo": "link.png"})) == {"E594"}
    (tmp_path / "practice.yaml").write_text("provider: {brand: {logo: own.png}}\n", encoding="utf-8")
    (tmp_path / "own.png").write_bytes(saved(drawn()))
    assert codes(written(folder, {})) == set()
