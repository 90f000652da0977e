"""The oracles themselves: each accepts a sound file and rejects a fault planted for it.

The files are made here, without vadocs, so that a fault of vadocs cannot hide a deaf oracle.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pikepdf
import pyphen
import pytest
from docx import Document
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfgen.canvas import Canvas

from tests.oracles import NAMES, OracleError
from tests.oracles.libreoffice_profile import FONTS

# One worker starts LibreOffice for the module, not each.
pytestmark = [pytest.mark.oracle_control, pytest.mark.xdist_group("oracles")]

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

STYLES = f"""<w:styles {W}>
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:cs="Cambria"/>
<w:sz w:val="22"/><w:lang w:val="LANGUAGE"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/><w:basedOn w:val="Normal"/>
<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
</w:styles>"""

NUMBERING = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/>
<w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Clause"/>
<w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>"""

SETTINGS = f"<w:settings {W}><w:autoHyphenation/></w:settings>"


def paragraph(text: str, style: str = "Normal", *, more: str = "") -> str:
    """A paragraph as WordprocessingML; `more` is placed after its text."""
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}{more}</w:p>'


def bookmarked(text: str, style: str, name: str) -> str:
    """A paragraph that lies in the bookmark `name`."""
    inside = paragraph(text, style)
    start = f'<w:bookmarkStart w:id="1" w:name="{name}"/>'
    return inside.replace("</w:pPr>", f"</w:pPr>{start}").replace("</w:p>", '<w:bookmarkEnd w:id="1"/></w:p>')


def reference(name: str, cached: str) -> str:
    """A field that cites the number of bookmark `name` in full, and holds `cached` as its last result."""
    instruction = f'<w:r><w:instrText xml:space="preserve"> REF {name} \\w \\h </w:instrText></w:r>'
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return f"{begin}{instruction}{separate}<w:r><w:t>{cached}</w:t></w:r>{end}"


def docx(path: Path, paragraphs: Sequence[str], *, language: str = "es-ES", centimetres: float = 16) -> Path:
    """Write a valid DOCX of A4 pages with the given paragraphs in a column of the given width, hyphenated."""
    margin = round((21 - centimetres) / 2 / 2.54 * 1440)
    section = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="1134" w:right="{margin}" w:bottom="1134" w:left="{margin}"'
        ' w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    parts = {
        "document": f"<w:document {W}><w:body>{''.join(paragraphs)}{section}</w:body></w:document>",
        "styles": STYLES.replace("LANGUAGE", language),
        "numbering": NUMBERING,
        "settings": SETTINGS,
    }
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{name}'
        f'{".main" if name == "document" else ""}+xml"/>'
        for name in parts
    )
    own = "".join(
        f'<Relationship Id="r{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
        for name in parts
        if name != "document"
    )
    package = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    types = (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
        f' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>'
    )
    relationships = f'<Relationships xmlns="{PACKAGE}/relationships">%s</Relationships>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", relationships % package)
        archive.writestr("word/_rels/document.xml.rels", relationships % own)
        for name, xml in parts.items():
            archive.writestr(f"word/{name}.xml", xml)
    return path


def contract(path: Path, *, cached: str = "2.1", style: str = "Clause") -> Path:
    """A small contract: clauses 1 and 2; 1.1 cites 2.1 with the cached number `cached`."""
    return docx(
        path,
        [
            paragraph("Objeto", "Heading1"),
            paragraph("El precio está en ", style, more=reference("price", cached)),
            paragraph("Precio", "Heading1"),
            bookmarked("Quinientos sesenta euros.", "Clause", "price"),
        ],
    )


def untagged(path: Path, text: str = "Precio cierto") -> Path:
    """A sound one-page PDF without structure."""
    canvas = Canvas(str(path), invariant=1)
    canvas.drawString(72, 720, text)
    canvas.save()
    return path


def tagged(path: Path, change: Callable[[pikepdf.Pdf], None] = lambda pdf: None) -> Path:
    """A one-page PDF/UA-1 file with one paragraph, made with an embedded font; `change` may spoil it."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics.registerFont(TTFont("Control", str(FONTS / "caladea" / "Caladea-Regular.ttf")))
    drawn = BytesIO()
    canvas = Canvas(drawn, invariant=1, initialFontName="Control")  # type: ignore[arg-type]  # the stub is wrong
    canvas.setFont("Control", 11)
    canvas.drawString(72, 720, "Precio cierto")
    canvas.save()
    with pikepdf.open(drawn) as pdf:
        page = pdf.pages[0]
        content = page.Contents.read_bytes()
        text = re.sub(rb"BT.*?ET", rb"/P <</MCID 0>> BDC \g<0> EMC", content, flags=re.DOTALL)
        page.Contents = pdf.make_stream(text)
        page.StructParents, page.Tabs = 0, Name.S
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        whole = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
        element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=whole, Pg=page.obj, K=0))
        whole.K, root.K = Array([element]), Array([whole])
        root.ParentTree, root.ParentTreeNextKey = Dictionary(Nums=Array([0, Array([element])])), 1
        pdf.Root.StructTreeRoot = root
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.Lang = String("es-ES")
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        with pdf.open_metadata() as metadata:
            metadata["dc:title"] = "Control"
            metadata["pdfuaid:part"] = "1"
        change(pdf)
        pdf.save(path)
    return path


def forget_structure(pdf: pikepdf.Pdf) -> None:
    """Take the structure tree out of a PDF."""
    del pdf.Root.StructTreeRoot
    del pdf.Root.MarkInfo


# LibreOffice


def test_libreoffice_computes_numbers_references_and_pages(libreoffice: Any, tmp_path: Path) -> None:
    """LibreOffice tells the label and page of every paragraph and the text of every reference."""
    filler = [paragraph(f"Línea {number}") for number in range(60)]
    document = docx(
        tmp_path / "a.docx", [paragraph("Uno", "Heading1"), *filler, paragraph("Dos", "Heading1")]
    )
    both = libreoffice.read([document, contract(tmp_path / "b.docx")])
    headings = [(each.label, each.text, each.first_page) for each in both[0].headings]
    assert headings == [("1.", "Uno", 1), ("2.", "Dos", 2)]
    assert [each.label for each in both[1].paragraphs] == ["1.", "1.1", "2.", "2.1"]
    assert [(each.bookmark, each.text) for each in both[1].references] == [("price", "2.1")]


@pytest.mark.planted_fault("libreoffice")
def test_libreoffice_contradicts_a_wrong_cached_number(libreoffice: Any, tmp_path: Path) -> None:
    """A reference whose cached number is wrong is computed anew: the right one is told, not ours."""
    (reading,) = libreoffice.read([contract(tmp_path / "wrong.docx", cached="9.9")])
    assert [each.text for each in reading.references] == ["2.1"]
    assert reading.paragraphs[1].text == "El precio está en 2.1"


@pytest.mark.planted_fault("libreoffice")
def test_libreoffice_contradicts_a_wrong_heading_number(libreoffice: Any, tmp_path: Path) -> None:
    """A heading that we believe to be number 3 but that is numbered 2 is reported as 2."""
    (reading,) = libreoffice.read([contract(tmp_path / "heading.docx")])
    believed = [("1.", "Objeto"), ("3.", "Precio")]
    assert [(each.label, each.text) for each in reading.headings] != believed
    assert reading.headings[1].label == "2."


@pytest.mark.planted_fault("libreoffice")
@pytest.mark.parametrize("method", ["read", "convert"])
def test_libreoffice_names_a_file_it_cannot_open(libreoffice: Any, tmp_path: Path, method: str) -> None:
    """A truncated DOCX and a text file called .docx are errors that name them, not the sound one."""
    sound = contract(tmp_path / "sound.docx")
    (tmp_path / "cut.docx").write_bytes(sound.read_bytes()[:900])
    (tmp_path / "text.docx").write_text("hola", encoding="utf-8")
    judge = libreoffice.read if method == "read" else lambda sources: libreoffice.convert(sources, "pdf")
    with pytest.raises(OracleError, match=r"open cut\.docx, text\.docx$"):
        judge([tmp_path / "cut.docx", sound, tmp_path / "text.docx"])


@pytest.mark.parametrize("to", ["pdf", "txt", "odt", "fodt"])
def test_libreoffice_converts_to_every_format(libreoffice: Any, tmp_path: Path, to: str) -> None:
    """Two sources of one name give two results, in order, in the folder asked for."""
    (tmp_path / "other").mkdir()
    sources = [contract(tmp_path / "c.docx"), docx(tmp_path / "other" / "c.docx", [paragraph("Otro")])]
    results = libreoffice.convert(sources, to, tmp_path / "out")
    assert [result.name for result in results] == [f"1-c.{to}", f"2-c.{to}"]
    assert all(result.stat().st_size for result in results)


def test_libreoffice_text_holds_list_labels(libreoffice: Any, tmp_path: Path) -> None:
    """The text format is UTF-8 and prints the numbers of headings and clauses."""
    (text,) = libreoffice.convert([contract(tmp_path / "c.docx")], "txt")
    lines = [line.strip() for line in text.read_text(encoding="utf-8-sig").splitlines()]
    assert lines == ["1. Objeto", "1.1 El precio está en 2.1", "2. Precio", "2.1 Quinientos sesenta euros."]


NARROW_WORDS = {
    "es-ES": ["contraseña", "interesado", "subcontratación", "confidencialidad", "responsabilidades"],
    "es-PE": ["contraseña", "interesado", "desacuerdo"],
    "en-US": ["confidentiality", "representative", "subcontracting"],
    "en-GB": ["confidentiality", "representative", "subcontracting"],
}


def narrow(path: Path, language: str) -> Path:
    """Each word of the language at many places of a line 4.5 cm wide, so that each break comes up.

    The places come from figures before it, which no pattern breaks.
    """
    words = [f"{'0' * lead} {word} {word}" for word in NARROW_WORDS[language] for lead in range(1, 18)]
    return docx(path, [paragraph(text) for text in words], language=language, centimetres=4.5)


def broken_words(text: str) -> set[str]:
    """The words broken over two lines, each with its hyphen, as "con-traseña"."""
    lines = [line.split() for line in text.replace("\f", "\n").splitlines() if line.strip()]
    return {first[-1] + second[0] for first, second in pairwise(lines) if first[-1].endswith("-")}


@pytest.fixture(scope="module")
def broken(libreoffice: Any, poppler: Any, tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The words that LibreOffice broke in the narrow column of each language."""
    folder = tmp_path_factory.mktemp("narrow")
    pdfs = libreoffice.convert([narrow(folder / f"{each}.docx", each) for each in NARROW_WORDS], "pdf")
    return {each: broken_words(poppler.text(pdf)) for each, pdf in zip(NARROW_WORDS, pdfs, strict=True)}


@pytest.mark.parametrize("language", list(NARROW_WORDS))
def test_libreoffice_hyphenates_where_pyphen_does(broken: dict[str, set[str]], language: str) -> None:
    """In a narrow column LibreOffice breaks every word, and only at pyphen's points."""
    # LibreOffice keeps to the least length in the pattern file: in English 3 letters after the hyphen.
    patterns = pyphen.Pyphen(lang=language, right=3 if language.startswith("en") else 2)
    allowed = {f"{first}-{rest}" for word in NARROW_WORDS[language] for first, rest in patterns.iterate(word)}
    assert broken[language] <= allowed
    assert {each.replace("-", "") for each in broken[language]} == set(NARROW_WORDS[language])


def test_libreoffice_uses_pyphens_patterns_not_the_systems(broken: dict[str, set[str]]) -> None:
    """ "con-traseña" occurs, which Debian's patterns lack; "inte-resado", which only they have, does not."""
    assert "con-traseña" in broken["es-ES"]
    assert "inte-resado" not in broken["es-ES"]


def test_libreoffice_draws_with_the_bundled_fonts(libreoffice: Any, poppler: Any, tmp_path: Path) -> None:
    """Cambria is drawn with Caladea from templates/fonts, embedded."""
    (pdf,) = libreoffice.convert([contract(tmp_path / "c.docx")], "pdf")
    assert [(font.name, font.embedded) for font in poppler.fonts(pdf)] == [("Caladea-Regular", True)]


# DOCX schemas


def test_docx_schema_accepts_a_sound_file(docx_schema: Any, tmp_path: Path) -> None:
    """A valid DOCX has no error, and the answers keep the order of the files."""
    paths = [contract(tmp_path / "b.docx"), contract(tmp_path / "a.docx")]
    verdicts = docx_schema.check(paths)
    assert [verdict.path for verdict in verdicts] == paths
    assert all(verdict.valid for verdict in verdicts), verdicts


@pytest.mark.planted_fault("docx-schema")
def test_docx_schema_rejects_an_undefined_style(docx_schema: Any, tmp_path: Path) -> None:
    """A paragraph style that styles.xml does not define is an error that names it."""
    sound, faulty = docx_schema.check(
        [contract(tmp_path / "sound.docx"), contract(tmp_path / "faulty.docx", style="Ghost")]
    )
    assert sound.valid
    assert any("Ghost" in error for error in faulty.errors)


@pytest.mark.planted_fault("docx-schema")
def test_docx_schema_rejects_what_the_standard_forbids(docx_schema: Any, tmp_path: Path) -> None:
    """An element where the ECMA-376 schema has none is an error, and so is a file that is no archive."""
    faulty = docx(tmp_path / "faulty.docx", [paragraph("x").replace("<w:t ", "<w:p/><w:t ")])
    (tmp_path / "text.docx").write_text("hola", encoding="utf-8")
    assert [verdict.valid for verdict in docx_schema.check([faulty, tmp_path / "text.docx"])] == [
        False,
        False,
    ]


def test_python_docx_reads_the_control(tmp_path: Path) -> None:
    """The control document is one that python-docx opens: the oracles judge a real DOCX."""
    assert len(Document(str(contract(tmp_path / "c.docx"))).paragraphs) == 4


# PDF accessibility


@pytest.mark.parametrize("oracle", ["outloud", "pdfua"])
def test_accessibility_oracles_accept_a_tagged_file(
    request: pytest.FixtureRequest, tmp_path: Path, oracle: str
) -> None:
    """A tagged one-page PDF/UA-1 file has no finding above a remark."""
    verdict = request.getfixturevalue(oracle).check(tagged(tmp_path / "sound.pdf"))
    assert verdict.clean, verdict.findings


@pytest.mark.planted_fault("outloud")
def test_outloud_rejects_an_untagged_file(outloud: Any, tmp_path: Path) -> None:
    """The same file without its structure tree has errors."""
    verdict = outloud.check(tagged(tmp_path / "faulty.pdf", forget_structure))
    assert {"DOC-001", "DOC-002"} <= {
        finding.rule for finding in verdict.serious if finding.severity == "error"
    }


@pytest.mark.planted_fault("outloud")
def test_outloud_cannot_read_noise(outloud: Any, tmp_path: Path) -> None:
    """A file that is no PDF raises an error: an unreadable file never counts as clean."""
    (tmp_path / "noise.pdf").write_bytes(b"noise")
    with pytest.raises(OracleError):
        outloud.check(tmp_path / "noise.pdf")


@pytest.mark.planted_fault("pdfua")
def test_pdfua_rejects_an_untagged_file(pdfua: Any, tmp_path: Path) -> None:
    """The same file without its structure tree has an error of rule UA-01-005."""
    verdict = pdfua.check(tagged(tmp_path / "faulty.pdf", forget_structure))
    assert "UA-01-005" in {finding.rule for finding in verdict.findings if finding.severity == "ERROR"}


@pytest.mark.planted_fault("pdfua")
def test_pdfua_cannot_read_noise(pdfua: Any, tmp_path: Path) -> None:
    """A file that is no PDF raises an error."""
    (tmp_path / "noise.pdf").write_bytes(b"noise")
    with pytest.raises(OracleError):
        pdfua.check(tmp_path / "noise.pdf")


# qpdf


def test_qpdf_accepts_a_sound_file(qpdf: Any, tmp_path: Path) -> None:
    """A sound PDF is clean, and its unpacked bytes hold the text it draws."""
    path = untagged(tmp_path / "sound.pdf")
    assert qpdf.check(path).clean
    assert b"(Precio cierto) Tj" in qpdf.unpacked(path)


@pytest.mark.planted_fault("qpdf")
def test_qpdf_rejects_a_broken_cross_reference_table(qpdf: Any, tmp_path: Path) -> None:
    """A PDF whose startxref points elsewhere is not clean, though readers repair it."""
    sound = untagged(tmp_path / "sound.pdf").read_bytes()
    (tmp_path / "faulty.pdf").write_bytes(re.sub(rb"startxref\s+\d+", b"startxref\n7", sound))
    verdict = qpdf.check(tmp_path / "faulty.pdf")
    assert not verdict.clean
    assert verdict.messages


# poppler


def test_poppler_reads_text_structure_lines_and_pictures(poppler: Any, tmp_path: Path) -> None:
    """Text, structure, page count, the place of a line in points and a picture come out of a tagged page."""
    path = tagged(tmp_path / "sound.pdf")
    assert poppler.pages_text(path) == ("Precio cierto\n",)
    assert re.search(r'P \(block\)\s+"Precio cierto"', poppler.structure_text(path))
    assert (poppler.page_count(path), poppler.info(path)["Tagged"]) == (1, "yes")
    (line,) = poppler.lines(path)
    assert (line.page, line.text, round(line.left)) == (1, "Precio cierto", 72)
    (picture,) = poppler.pictures(path, tmp_path / "pages")
    assert picture.read_bytes().startswith(b"\x89PNG")


@pytest.mark.planted_fault("poppler")
def test_poppler_notices_a_changed_letter(poppler: Any, tmp_path: Path) -> None:
    """Two files that differ in one letter give texts that differ in this letter."""
    first, second = (untagged(tmp_path / f"{word}.pdf", f"Precio {word}") for word in ("cierto", "ciento"))
    assert poppler.text(first).replace("cierto", "ciento") == poppler.text(second) != poppler.text(first)


@pytest.mark.planted_fault("poppler")
def test_poppler_finds_no_structure_in_an_untagged_file(poppler: Any, tmp_path: Path) -> None:
    """An untagged file has no structure text; a file that is no PDF raises an error."""
    assert not poppler.structure_text(tagged(tmp_path / "faulty.pdf", forget_structure)).strip()
    (tmp_path / "noise.pdf").write_bytes(b"noise")
    with pytest.raises(OracleError):
        poppler.text(tmp_path / "noise.pdf")


# hunspell


@pytest.mark.planted_fault("hunspell")
@pytest.mark.parametrize(
    ("language", "text", "wrong"),
    [
        ("es", "La contraseña se guarda en un gestor cifrdo de Levante.", "cifrdo"),
        ("en", "The Provider keeps the pasword in a vault.", "pasword"),
    ],
)
def test_hunspell_rejects_a_misspelled_word(hunspell: Any, language: str, text: str, wrong: str) -> None:
    """The misspelled word, and no other, is unknown in its language; declared as known it is not reported."""
    assert hunspell.misspelled(text, language) == (wrong,)
    assert hunspell.misspelled(text, language, known={wrong}) == ()


def test_every_oracle_has_a_planted_fault(request: pytest.FixtureRequest) -> None:
    """For each oracle a test of this module plants a fault."""
    tests = [value for name, value in vars(request.module).items() if name.startswith("test_")]
    marks = [mark for test in tests for mark in getattr(test, "pytestmark", [])]
    assert {mark.args[0] for mark in marks if mark.name == "planted_fault"} == set(NAMES)
