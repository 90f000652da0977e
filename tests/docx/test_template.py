"""A template compiled once gives what docxtpl gives, and carries nothing from one document to the next."""

from __future__ import annotations

import io
import re
from xml.parsers.expat import ExpatError

import jinja2
import pytest
from docxtpl import DocxTemplate
from lxml import etree

from tests.docx import specimen, templates
from tests.docx.reading import parts
from vadocs.diagnostics import Report
from vadocs.model.pages import Pages
from vadocs.templating import Ready, Unprintable, environment
from vadocs.writers.docx import write_docx
from vadocs.writers.docx.template import Rendering, compiled, context

PAGES = Pages((), (), (), {}, {})
PARAGRAPH = '<w:p><w:r><w:t xml:space="preserve">AT&amp;T {{ sin }} </w:t></w:r></w:p>'
SIZE = '<w:pgSz w:w="11906" w:h="16838"/>'
RUNNING = specimen.RUNNING | {"parties": 'AT&T <b> "D\'Or" & hijos', "title": "Línea 1\nLínea 2"}

LOGO = templates.HEADER.replace(
    "<w:p>", '<w:p><w:pPr><w:tabs><w:tab w:val="right" w:pos="9000"/></w:tabs></w:pPr><w:r><w:tab/></w:r>', 1
)
CONDITION = templates.FOOTER.replace(
    "{{ parties }}", "{% if draft_notice %}{{ draft_notice | upper }}{% else %}x{% endif %}"
)
COVER = templates.tag("{{ title }}") + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + templates.BODY

SAMPLES = {
    "plain": templates.template(),
    "split over runs": templates.template(
        body=templates.SPLIT + templates.BODY, header=f"<w:hdr {templates.NAMES}>{templates.SPLIT}</w:hdr>"
    ),
    "cover and tabs": templates.template(body=COVER, header=LOGO),
    "condition and filter": templates.template(footer=CONDITION),
    "sobrio": (templates.ROOT / "templates/looks/sobrio.docx").read_bytes(),
}


def canonical(part: bytes) -> bytes:
    """A part in canonical XML, without the marks of editing sessions that we leave out."""
    return re.sub(rb' w:rsid\w*="[^"]*"', b"", etree.tostring(etree.fromstring(part), method="c14n"))


def by_docxtpl(source: bytes) -> dict[str, bytes]:
    """What plain docxtpl makes of a template, with its own escaping switched on."""
    word = DocxTemplate(io.BytesIO(source))
    word.render({**RUNNING, "body": jinja2.utils.markupsafe.Markup(PARAGRAPH)}, autoescape=True)
    out = io.BytesIO()
    word.save(out)
    return parts(out.getvalue())


@pytest.mark.parametrize("name", SAMPLES)
def test_body_header_and_footer_are_those_of_docxtpl(name: str) -> None:
    """In canonical XML each part with tags equals what plain docxtpl renders."""
    theirs = by_docxtpl(SAMPLES[name])
    template = compiled(SAMPLES[name])
    assert {"word/document.xml", "word/header1.xml", "word/footer1.xml"} <= template.tagged.keys()
    for part, rendering in template.tagged.items():
        rendered = rendering.render(context(RUNNING, PARAGRAPH, templates.look(SAMPLES[name]).paper))
        assert canonical(rendered) == canonical(theirs[part]), part


def test_a_value_is_printed_letter_for_letter() -> None:
    """Markup, entities and tags in a value are text in header and footer."""
    hostile = "A & B <c> </w:t> {{ title }} {% if x %} &amp; }} {_{ [[x]]"
    template = compiled(SAMPLES["plain"])
    texts = context(RUNNING | {"parties": hostile}, "", templates.plain().paper)
    rendered = template.tagged["word/footer1.xml"].render(texts)
    assert "".join(etree.fromstring(rendered).itertext()) == f"{hostile} Página 1 de 1"


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x0b", "\r", "\ud800", "\ufffe"])
def test_a_character_that_xml_cannot_hold_raises(character: str) -> None:
    """A control character or lone surrogate in a running text never gets lost on the way."""
    texts = context(RUNNING | {"parties": f"a{character}b"}, "", templates.plain().paper)
    with pytest.raises(Unprintable):
        compiled(SAMPLES["plain"]).tagged["word/footer1.xml"].render(texts)


def test_xml_that_is_not_well_formed_raises() -> None:
    """A body that is not well formed is not delivered."""
    texts = context(RUNNING, "<w:p>", templates.plain().paper)
    with pytest.raises(ExpatError):
        compiled(SAMPLES["plain"]).tagged["word/document.xml"].render(texts)


def test_a_prefix_that_a_branch_unbinds_raises() -> None:
    """Where a branch leaves out the element that binds a prefix, the part is not delivered."""
    source = (
        '<w:ftr xmlns:w="urn:w"><w:p>{% if title %}</w:p><w:p xmlns:q="urn:q">{% endif %}<q:x/></w:p></w:ftr>'
    )
    part = Rendering.of(environment(), source, "")
    assert b'xmlns:q="urn:q"' in part.render({"title": "x"})
    with pytest.raises(ExpatError, match="prefix"):
        part.render({"title": ""})


def test_a_name_without_a_value_raises() -> None:
    """A tag that nothing fills is an error, not an empty place."""
    with pytest.raises(jinja2.UndefinedError):
        compiled(SAMPLES["plain"]).tagged["word/header1.xml"].render({"title": "x", "body": Ready("")})


def test_a_template_is_compiled_once() -> None:
    """Equal bytes give the same compiled template, and only so many are kept."""
    again = bytes(bytearray(SAMPLES["plain"]))
    assert compiled(again) is compiled(SAMPLES["plain"])
    assert compiled.cache_info().maxsize == 16


def test_documents_of_one_template_share_nothing() -> None:
    """A document made between two equal ones changes neither."""
    look = templates.plain()
    one = specimen.document(specimen.Paragraph(specimen.text("Uno")))
    other = specimen.contract("en-CO", "decimal")
    pages = Pages((), (), (), {}, {}, widths=((100.0, 100.0, 100.0),) * 99)
    first = write_docx(one, look, PAGES, Report())
    write_docx(other, look, pages, Report())
    assert write_docx(one, look, PAGES, Report()) == first
    assert "clause-1" not in "".join(data.decode() for data in parts(first).values())


def test_marks_of_editing_sessions_and_questions_at_opening_are_left_out() -> None:
    """No rsid and no order to update fields is in any part, whatever the template brings."""
    settings = '<w:updateFields w:val="true"/><w:rsids><w:rsidRoot w:val="00A1"/></w:rsids>'
    source = templates.template(body=templates.SPLIT + templates.BODY, settings=settings)
    made = parts(write_docx(specimen.document(), templates.look(source), PAGES, Report()))
    assert b"rsid" in parts(source)["word/document.xml"]
    assert not [name for name, data in made.items() if b"rsid" in data or b"updateFields" in data]


def test_all_text_is_in_the_languages_of_the_document() -> None:
    """The defaults take the document's language, styles have none of their own; other scripts' are kept."""
    made = parts(write_docx(specimen.document(tag="en-CO"), templates.plain(), PAGES, Report()))
    languages = re.findall(r"<w:lang[^>]*>", made["word/styles.xml"].decode())
    assert languages == ['<w:lang w:val="en-US" w:bidi="ar-SA"/>']


MARGINS = templates.SECTION.partition("/>")[2]


@pytest.mark.parametrize(
    ("section", "side"),
    # The measure is kept, so that both margins take half of what Letter is wider: 167 twips.
    [(templates.SECTION, 1585), (MARGINS, 1418), (SIZE, 1607), ("", 1440)],
    ids=["whole", "no size", "no margins", "neither"],
)
def test_the_text_is_on_the_paper_of_the_look(section: str, side: int) -> None:
    """Page size and side margins are the look's, also where the template says none."""
    look = templates.look(templates.template(section=section)).on_paper("letter")
    made = parts(write_docx(specimen.document(), look, PAGES, Report()))["word/document.xml"].decode()
    (section,) = re.findall(r"<w:sectPr.*</w:sectPr>", made)
    assert re.findall(r"<w:(\w+)", section)[1:5] == ["headerReference", "footerReference", "pgSz", "pgMar"]
    assert '<w:pgSz w:w="12240" w:h="15840"/>' in section
    assert re.findall(r'w:(?:left|right)="(\d+)"', section) == [str(side)] * 2


def test_a_cover_keeps_its_margins() -> None:
    """Only the section of the text takes the look's; every page has the look's size."""
    margins = MARGINS.replace("1418", "567")
    cover = f"<w:p><w:pPr><w:sectPr>{SIZE}{margins}</w:sectPr></w:pPr></w:p>"
    look = templates.look(templates.template(body=cover + templates.BODY)).on_paper("letter")
    made = parts(write_docx(specimen.document(), look, PAGES, Report()))["word/document.xml"].decode()
    assert re.findall(r'w:left="(\d+)"', made) == ["567", "1585"]
    assert re.findall(r'w:w="(\d+)"', made) == ["12240", "12240"]
