"""Templates as other programs and habits leave them: taken, and then a contract comes of them, or refused with reasons.

A reason is something its reader can act on: which styles and lists are missing and where to find them, which
expression is not allowed and in which paragraph, which font has no file.
"""

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pypandoc
import pytest
from docx.shared import Cm, Pt, RGBColor

from tests.examples import example
from tests.look.contracts import Written, written
from tests.look.drawn import drawn
from tests.look.templates import (
    DOCUMENT,
    FOOTER,
    HEADER,
    NUMBERING,
    SOBRIO,
    STYLES,
    changed,
    codes,
    edited,
    packed,
    parts,
    read,
    said,
)
from tests.look.test_followed import TITLE
from tests.look.test_restyled import rows
from vadocs.build import load_look
from vadocs.diagnostics import Report
from vadocs.model.look import Look
from vadocs.model.styles import PARAGRAPHS

pytestmark = pytest.mark.xdist_group("wild")

Maker = Callable[[Path, Any], bytes]

MARKDOWN = "# Contrato de servicios\n\n{{p body }}\n\n1. Objeto\n2. Precio\n"
PAGE = (
    "<html><body><h1>Contrato</h1><p>Entre <b>Marta</b> y el cliente.</p><ol><li>Objeto</li></ol><p>{{p body }}</p>"
    "</body></html>"
)


# --- taken -----------------------------------------------------------------------------------------


def saved_by_libreoffice(folder: Path, libreoffice: Any) -> bytes:
    """sobrio, opened in LibreOffice and saved as Word file: lists lose their names, bullets become symbols."""
    return bytes(libreoffice.convert([SOBRIO], "docx", folder)[0].read_bytes())


def saved_twice_by_libreoffice(folder: Path, libreoffice: Any) -> bytes:
    """The same once more."""
    (folder / "once.docx").write_bytes(saved_by_libreoffice(folder, libreoffice))
    return bytes(libreoffice.convert([folder / "once.docx"], "docx", folder)[0].read_bytes())


def by_pandoc_after_sobrio(folder: Path, _: Any) -> bytes:
    """A document of pandoc's with sobrio as its reference document."""
    target = folder / "pandoc.docx"
    pypandoc.convert_text("{{p body }}", "docx", "md", outputfile=target, extra_args=["--reference-doc", str(SOBRIO)])
    return target.read_bytes()


def changed_by_python_docx(folder: Path, _: Any) -> bytes:
    """sobrio with styles, margins and a header changed by python-docx."""
    document = docx.Document(str(SOBRIO))
    document.styles["Title"].font.color.rgb = RGBColor(0x7A, 0x1F, 0x3D)
    document.styles["Body Text"].font.size = Pt(10)
    document.sections[0].top_margin = Cm(3.2)
    document.sections[0].header.paragraphs[0].add_run(" · {{ parties }}").italic = True
    return _saved(document)


def in_spanish_word(folder: Path, _: Any) -> bytes:
    """sobrio as a Spanish Word saves it: ids of styles are Spanish, their names are not."""
    ids = {
        "Title": "Ttulo", "Heading1": "Ttulo1", "Heading2": "Ttulo2", "Heading3": "Ttulo3",
        "BodyText": "Textoindependiente",
        "Header": "Encabezado", "Footer": "Piedepgina", "Toc1": "TDC1", "Toc2": "TDC2", "ListBullet": "Listaconvietas",
        "Strong": "Textoennegrita", "Emphasis": "nfasis", "Hyperlink": "Hipervnculo", "TableNormal": "Tablanormal",
        "DefaultParagraphFont": "Fuentedeprrafopredeter",
    }  # fmt: skip
    files = parts()
    for path in (STYLES, NUMBERING, DOCUMENT, HEADER, FOOTER, "word/header2.xml", "word/footer2.xml"):
        text = files[path].decode()
        for old, new in ids.items():
            text = re.sub(rf'(w:(?:styleId|val)=")({old})(")', rf"\g<1>{new}\3", text)
        files[path] = re.sub(r'(<w:name w:val=")Ttulo"', r'\1Title"', text).encode()
    names = {"Textoennegrita": "Strong", "nfasis": "Emphasis", "Hipervnculo": "Hyperlink"}
    text = files[STYLES].decode()
    for id, name in names.items():
        text = text.replace(f'<w:name w:val="{id}"/>', f'<w:name w:val="{name}"/>')
    files[STYLES] = text.encode()
    return packed(files)


def with_split_tags(folder: Path, _: Any) -> bytes:
    """A header written the docxtpl way: tags cut over runs by Word, a condition, a filter."""
    xml = (
        '<w:r><w:t>{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>{ ti</w:t></w:r><w:r>'
        '<w:t xml:space="preserve">tle | upper }</w:t></w:r><w:r><w:t>}</w:t></w:r><w:r><w:t xml:space="preserve">'
        "{% if draft_notice %} (borrador){% endif %}</w:t></w:r>"
    )
    return edited(HEADER, (TITLE, xml))


TAKEN: dict[str, tuple[Maker, set[str]]] = {
    "saved by LibreOffice": (saved_by_libreoffice, {"W501"}),
    "saved twice by LibreOffice": (saved_twice_by_libreoffice, {"W501"}),
    "by pandoc after sobrio": (by_pandoc_after_sobrio, set()),
    "changed by python-docx": (changed_by_python_docx, set()),
    "in a Spanish Word": (in_spanish_word, set()),
    "tags cut over runs": (with_split_tags, set()),
}
"""How each is made, and the codes of the warnings it gives."""


@pytest.fixture(scope="module")
def taken(libreoffice: Any, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Look | None, Report]]:
    """Each template as it is read."""
    found = {}
    for name, (maker, _) in TAKEN.items():
        found[name] = read(maker(tmp_path_factory.mktemp("wild"), libreoffice))
    return found


@pytest.fixture(scope="module")
def contracts(
    taken: dict[str, tuple[Look | None, Report]], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Written]:
    """A contract in each template that was taken."""
    folder, document = tmp_path_factory.mktemp("contracts"), example("web-lima").document
    return {name: written(document, look, folder, name) for name, (look, _) in taken.items() if look is not None}


@pytest.mark.parametrize("name", TAKEN)
def test_taken(name: str, taken: dict[str, tuple[Look | None, Report]]) -> None:
    """It is a look with all styles and lists; what Word shows otherwise is told."""
    look, report = taken[name]
    assert look is not None and set(codes(report)) == TAKEN[name][1], said(report)
    assert set(look.styles) >= set(PARAGRAPHS)
    assert [len(look.numbering[each]) >= 2 for each in ("Provisions", "Ordinals", "Schedules", "Letters", "Bullets")]
    assert look.styles["Clause Paragraph Ordinal"].numbering == ("Ordinals", 1)
    assert look.styles["List Letter 2"].numbering == ("Letters", 1)


def test_contracts_come_of_them(contracts: dict[str, Written], libreoffice: Any, docx_schema: Any) -> None:
    """The Word file opens with the labels and pages we foretold, and breaks no schema that its template kept."""
    assert set(contracts) == set(TAKEN)
    readings = libreoffice.read([each.docx for each in contracts.values()])
    (sobrio,) = libreoffice.read([example("web-lima").docx])
    wanted = [paragraph.label for paragraph in sobrio.paragraphs if paragraph.label]
    assert len(wanted) > 150
    for (name, made), reading in zip(contracts.items(), readings, strict=True):
        labels = [paragraph.label for paragraph in reading.paragraphs if paragraph.label]
        assert [_plain(each) for each in labels] == [_plain(each) for each in wanted], name
        lines = rows(drawn(reading.pdf))
        for _, title, _, page, _ in made.pages.contents:
            begun = re.sub(r"\s", "", title)[:30]
            assert any(line[0] == page and line[3].startswith(begun) for line in lines), (name, title)
        with pikepdf.open(made.pdf) as pdf, pikepdf.open(reading.pdf) as word:
            assert len(pdf.pages) == len(word.pages) == len(made.pages.pages)
    sound = {"changed by python-docx", "in a Spanish Word", "tags cut over runs"}
    for validity in docx_schema.check([contracts[name].docx for name in sound]):
        assert validity.valid, validity.errors


def _plain(label: str) -> str:
    """A label; every bullet is the same (LibreOffice's symbols and ours)."""
    return label if any(each.isalnum() for each in label) else "•"


def test_a_template_saved_by_libreoffice_looks_the_same(taken: dict[str, tuple[Look | None, Report]]) -> None:
    """Page, styles, labels and table of sobrio survive LibreOffice."""
    look, _ = taken["saved by LibreOffice"]
    report = Report()
    sobrio = load_look("sobrio", Path(), report)
    assert look is not None and sobrio is not None
    assert look.paper == sobrio.paper
    for name in ("Body Text", "Heading 1", "Clause Paragraph", "List Letter 2", "Table Text"):
        mine, theirs = look.styles[name], sobrio.styles[name]
        assert (mine.run, mine.left, mine.first_line, mine.line, mine.before, mine.after) == (
            theirs.run, theirs.left, theirs.first_line, theirs.line, theirs.before, theirs.after,
        )  # fmt: skip
    for name, levels in sobrio.numbering.items():
        mine_levels = look.numbering[name][: len(levels)]
        assert [(each.text, each.left, each.first_line) for each in mine_levels] == [
            (each.text, each.left, each.first_line) for each in levels
        ]
    assert look.tables["Contract Table"].borders == sobrio.tables["Contract Table"].borders


# --- refused ---------------------------------------------------------------------------------------


def page_saved_by_libreoffice(folder: Path, libreoffice: Any) -> bytes:
    """A web page that LibreOffice saved as Word file."""
    (folder / "contrato.html").write_text(PAGE, encoding="utf-8")
    return bytes(libreoffice.saved(folder / "contrato.html", "HTML (StarWriter)", folder).read_bytes())


def text_saved_by_libreoffice(folder: Path, libreoffice: Any) -> bytes:
    """sobrio by way of an OpenDocument text: the style of tables is lost."""
    odt = libreoffice.convert([SOBRIO], "odt", folder)[0]
    return bytes(libreoffice.saved(odt, "writer8", folder).read_bytes())


def by_pandoc(folder: Path, _: Any) -> bytes:
    """A document of pandoc's with its own styles."""
    pypandoc.convert_text(MARKDOWN, "docx", "md", outputfile=folder / "pandoc.docx")
    return (folder / "pandoc.docx").read_bytes()


def by_python_docx(folder: Path, _: Any) -> bytes:
    """python-docx's own template with two styles of one's own."""
    document = docx.Document()
    for name in ("Clause Paragraph", "Note"):
        document.styles.add_style(name, 1).base_style = document.styles["Normal"]
    document.add_paragraph("{{p body }}")
    return _saved(document)


def for_docxtpl(folder: Path, _: Any) -> bytes:
    """A template for docxtpl: fields of the client, a loop over paragraphs, one over the rows of a table."""
    document = docx.Document(str(SOBRIO))
    document.add_paragraph("Contrato con {{ client.legal_name }}, NIF {{ client.tax_id }}")
    document.add_paragraph("{%p for service in services %}")
    document.add_paragraph("{{ service.name }}: {{ service.price * 1.21 }}")
    document.add_paragraph("{%p endfor %}")
    table = document.add_table(3, 2)
    for row, text in enumerate(("{%tr for item in items %}", "{{ item }}", "{%tr endfor %}")):
        table.cell(row, 0).text = text
    return _saved(document)


def for_docxtpl_pictures(folder: Path, _: Any) -> bytes:
    """A template for docxtpl that expects a picture and a sub-document."""
    document = docx.Document(str(SOBRIO))
    document.add_paragraph("{{ logo }}")
    document.add_paragraph("{{p annex }}")
    document.add_paragraph("{{r styled }}")
    return _saved(document)


def broken_for_docxtpl(folder: Path, _: Any) -> bytes:
    """A header whose condition is never closed."""
    return edited(HEADER, (TITLE, "<w:r><w:t>{% if draft_notice %}x</w:t></w:r>"))


def by_google(folder: Path, _: Any) -> bytes:
    """As Google Docs exports: few styles, lists without names, text in a face that has no twin."""
    files = parts()
    styles = files[STYLES].decode()
    kept = {"Normal", "Title", "Subtitle", "heading 1", "heading 2", "heading 3", "Normal Table"}
    for block in re.findall(r"<w:style .*?</w:style>", styles):
        name = re.search(r'<w:name w:val="([^"]+)"', block)
        if name is not None and name[1] not in kept:
            styles = styles.replace(block, "")
    styles = re.sub("Cambria", "Roboto", styles)
    files[STYLES] = re.sub(r'(<w:name w:val=")Normal"', r'\1normal"', styles).encode()
    files[NUMBERING] = re.sub(r'<w:name w:val="[^"]+"/>', "", files[NUMBERING].decode()).encode()
    pairs = (('<w:pStyle w:val="BodyText"/>', ""), ("{{p body }}", "[Nombre del cliente]"))
    files[DOCUMENT] = changed(files[DOCUMENT].decode(), *pairs).encode()
    return packed(files)


REFUSED: dict[str, tuple[Maker, dict[str, tuple[str, ...]]]] = {
    "page saved by LibreOffice": (page_saved_by_libreoffice, {
        "E518": ("Clause Paragraph", "Contract Table"), "E519": ("Provisions", "Letters"),
    }),
    "text saved by LibreOffice": (text_saved_by_libreoffice, {"E518": ("Contract Table",)}),
    "by pandoc": (by_pandoc, {"E518": ("Division", "Table Text"), "E519": ("Bullets",), "E520": ("Aptos",)}),
    "by python-docx": (by_python_docx, {"E518": ("Schedule Heading",), "E519": ("Provisions",)}),
    "for docxtpl": (for_docxtpl, {
        "E530": ("client.legal_name", "for service in services", "Contrato con"),
    }),
    "pictures for docxtpl": (for_docxtpl_pictures, {"E532": ("logo", "annex", "styled", "draft_notice")}),
    "broken for docxtpl": (broken_for_docxtpl, {"E531": ("header1.xml", "{% if draft_notice %}")}),
    "by Google Docs": (by_google, {
        "E518": ("Body Text", "Strong"), "E519": ("Provisions",), "E520": ("Roboto",), "E523": ("{{p body }}",),
    }),
}  # fmt: skip
"""How each is made, and the errors it gives, by code, with words that each must say."""


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_reasons(name: str, libreoffice: Any, tmp_path: Path) -> None:
    """All that is missing is told at once, by the names one sees in Word, and what to do about it."""
    maker, wanted = REFUSED[name]
    look, report = read(maker(tmp_path, libreoffice))
    assert look is None
    errors = [finding for finding in report if finding.code.startswith("E")]
    assert {finding.code for finding in errors} == set(wanted), said(report)
    for code, words in wanted.items():
        told = "\n".join(finding.message(tag) for finding in errors if finding.code == code for tag in ("es", "en"))
        for word in words:
            assert word in told, (code, told)
    for finding in errors:
        if finding.code in ("E518", "E519", "E520"):
            assert finding.hints and all(hint.text("es") != hint.text("en") for hint in finding.hints)


def test_nothing_is_asked_of_the_network_or_the_disk(libreoffice: Any, tmp_path: Path) -> None:
    """Reading a stranger's template opens no other file and changes none of it."""
    data = by_pandoc(tmp_path, libreoffice)
    before = bytes(data)
    read(data)
    assert data == before


def _saved(document: Any) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()
