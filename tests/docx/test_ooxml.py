"""WordprocessingML: every character is kept or refused, and elements come out as expected."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.docx.wml import W, expected, parse, shown
from vadocs.templating import Unprintable
from vadocs.writers import ooxml

SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}softHyphen": "\xad"}
REFUSED = ["\x00", "\x08", "\x0b", "\x0c", "\r", "\x1f", "\ud800", "\udfff", "\ufffe", "\uffff"]


def said(xml: str) -> str:
    """The text of a run, its signs as characters."""
    return "".join(SIGNS.get(str(each.tag), each.text or "") for each in parse(xml).iter())


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_a_text_is_kept_letter_for_letter_or_refused(text: str) -> None:
    """Any text comes back from the XML of its run, or raises because XML cannot hold one of its characters."""
    try:
        xml = ooxml.run(text)
    except Unprintable:
        assert set(text) & set(REFUSED) or any(ord(each) < 32 and each not in "\t\n" for each in text)
    else:
        assert said(xml) == text


@pytest.mark.parametrize(
    "text", ["A & B <c> D", "AT&T", "]]>", "{{ x }} {% y %}", "[[clause]] @client ::: *a* **b**", " a  b "]
)
def test_markup_in_a_text_is_text(text: str) -> None:
    """Ampersands, angle brackets, tags and the marks of our own language are letters."""
    assert said(ooxml.run(text)) == text


@pytest.mark.parametrize("character", REFUSED)
def test_a_character_that_xml_cannot_hold_raises(character: str) -> None:
    """A control character, a lone surrogate, U+FFFE and U+FFFF raise, in text and in attributes."""
    for write in (ooxml.run, ooxml.escape, ooxml.quote):
        with pytest.raises(Unprintable, match=f"U.{ord(character):04X}"):
            write(f"a{character}b")


def test_tabs_breaks_and_soft_hyphens_are_elements() -> None:
    """What Word does not take from text stands in elements of the run."""
    xml = ooxml.run("uno\tdos\ntre\xads")
    assert shown(xml) == expected('r/(t"uno",tab,t"dos",br,t"tre",softHyphen,t"s")')


def test_an_attribute_keeps_its_text() -> None:
    """Quotation marks, angle brackets, tabs and line feeds in an attribute survive."""
    text = 'a "b" <c> & d\te\nf'
    (control,) = parse(ooxml.content_control(1, text, "x", ooxml.run("y")))
    assert control.find(f".//{W}tag").get(f"{W}val") == text  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("xml", "short"),
    [
        (ooxml.run("a", ooxml.run_properties(style="S", bold=True, italic=True, language="en-US")),
         'r/(rPr/(rStyle{val=S}, b, i, lang{val=en-US}), t"a")'),
        (ooxml.field(r"REF _ref_x \n \h", "7"),
         r'r/fldChar{fldCharType=begin}, r/instrText" REF _ref_x \n \h ", r/fldChar{fldCharType=separate}, r/t"7",'
         r" r/fldChar{fldCharType=end}"),
        (ooxml.bookmark(3, "_ref_x", ooxml.run("a")),
         'bookmarkStart{id=3,name=_ref_x}, r/t"a", bookmarkEnd{id=3}'),
        (ooxml.link("rId9", ooxml.run("a")), 'hyperlink{r:id=rId9,history=1}/r/t"a"'),
        (ooxml.content_control(7, "date", "fecha", ooxml.run("[fecha]")),
         'sdt/(sdtPr/(alias{val=fecha}, tag{val=date}, id{val=7}, showingPlcHdr), sdtContent/r/t"[fecha]")'),
        (ooxml.paragraph("S", "", keep=True, page_break=True, number=ooxml.number_properties(6, 1), align="right"),
         "p/pPr/(pStyle{val=S}, keepNext, pageBreakBefore, numPr/(ilvl{val=1}, numId{val=6}), jc{val=right})"),
        (ooxml.paragraph("S", "", keep=False), "p/pPr/(pStyle{val=S}, keepNext{val=0})"),
        (ooxml.list_instance(6, 4, 1),
         "num{numId=6}/(abstractNumId{val=4}, lvlOverride{ilvl=1}/startOverride{val=1})"),
        (ooxml.row([(50, ooxml.paragraph("S", ""), "")], header=True),
         "tr/(trPr/(cantSplit, tblHeader), tc/(tcPr/tcW{w=1000,type=dxa}, p/pPr/pStyle{val=S}))"),
    ],
    ids=["run", "field", "bookmark", "link", "control", "paragraph", "released", "list", "row"],
)  # fmt: skip
def test_elements(xml: str, short: str) -> None:
    """Each function writes its element with the children in the schema's order."""
    assert shown(xml) == expected(short)


@pytest.mark.parametrize(("header", "look"), [(True, "0620,firstRow=1"), (False, "0600,firstRow=0")])
def test_a_table_says_whether_its_first_row_is_a_header(header: bool, look: str) -> None:
    """Without a header the style must not paint the first row; bits and attributes say the same."""
    xml = ooxml.table("T", [50, 25.02], [], header=header, summary="Hitos")
    assert shown(xml) == expected(
        "tbl/(tblPr/(tblStyle{val=T}, tblW{w=1500,type=dxa}, tblLayout{type=fixed},"
        f"tblLook{{val={look},lastRow=0,firstColumn=0,lastColumn=0,noHBand=1,noVBand=1}}, tblDescription{{val=Hitos}}),"
        "tblGrid/(gridCol{w=1000}, gridCol{w=500}))"
    )


def test_the_short_way_shows_every_difference() -> None:
    """Another text, attribute, element or order reads otherwise."""
    sound = ooxml.paragraph("S", ooxml.run("a") + ooxml.run("b"))
    others = [sound.replace(*change) for change in (('"S"', '"T"'), (">a<", ">c<"), ("w:pPr", "w:rPr"))]
    others.append(ooxml.paragraph("S", ooxml.run("b") + ooxml.run("a")))
    assert shown(sound) == expected('p/(pPr/pStyle{val=S}, r/t"a", r/t"b")')
    assert len({shown(each) for each in (sound, *others)}) == 5
