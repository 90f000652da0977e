"""Expressions of a template: what is allowed, what is refused, and where the finding says it stands."""

import pytest

from tests.look.templates import DOCUMENT, HEADER, HYPHENS, SETTINGS, codes, edited, look_of, read, said
from tests.look.test_followed import TITLE

CORE = "docProps/core.xml"


def header(text: str, before: str = "") -> bytes:
    """sobrio with another text in place of the header's title."""
    return edited(HEADER, (TITLE, f"{before}<w:r><w:t>{text}</w:t></w:r>"))


@pytest.mark.parametrize(
    "text",
    [
        "{{ title }}",
        "{{title|upper}}",
        "{{ parties | trim | lower }}",
        "{% if draft_notice %}{{ draft_notice }}{% endif %}",
        "{% if not draft_notice and title or number %}a{% elif version %}b{% else %}c{% endif %}",
        "{# nada #}x",
    ],
)
def test_allowed(text: str) -> None:
    """Names of running texts, three filters, conditions on names, comments."""
    assert look_of(header(text)).running.header


@pytest.mark.parametrize(
    ("text", "code", "part"),
    [
        ("{{ title.__class__ }}", "E530", ".__class__"),
        ("{{ title['x'] }}", "E530", "getitem"),
        ("{{ title.upper() }}", "E530", ".upper(…)"),
        ("{{ cycler('a') }}", "E530", "cycler(…)"),
        ("{{ title|join(',') }}", "E530", "join"),
        ("{{ title|attr('x') }}", "E530", "attr"),
        ("{{ title|upper('x') }}", "E530", "upper"),
        ("{{ 7 * 7 }}", "E530", "mul"),
        ("{{ 'x' }}", "E530", "const"),
        ("{{ title ~ number }}", "E530", "concat"),
        ("{{ title if number else version }}", "E530", "condexpr"),
        ("{{ title is defined }}", "E530", "test"),
        ("{% for x in title %}a{% endfor %}", "E530", "for"),
        ("{% set x = title %}", "E530", "assign"),
        ("{% include 'x' %}", "E530", "include"),
        ("{% import 'x' as y %}", "E530", "import"),
        ("{% macro m() %}{% endmacro %}", "E530", "macro"),
        ("{{ client }}", "E532", "`client`"),
        ("{{ self }}", "E532", "`self`"),
        ("{{ body }}", "E532", "`body`"),
        ("{{ title|nope }}", "E530", "nope"),
        ("{{ title", "E531", "{{ title"),
        ("{% if title %}a", "E531", "{% if title %}"),
        ("{{ title title }}", "E531", "{{ title title }}"),
    ],
)
def test_refused(text: str, code: str, part: str) -> None:
    """Attributes, calls, other filters, literals, operators, loops, names that do not exist, and what is ill-formed."""
    look, report = read(header(text))
    assert look is None and codes(report) == [code], said(report)
    assert part in said(report) and HEADER in said(report)


def test_split_over_runs_is_refused_too() -> None:
    """An expression that Word, or an attacker, has split over runs is the same expression."""
    split = "</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>".join(("{{ ti", "tle.__cl", "ass__ }}"))
    _, report = read(header(split))
    assert codes(report) == ["E530"] and "{{ title.__class__ }}" in said(report)


@pytest.mark.parametrize(
    "xml",
    [
        '<w:r><w:rPr><w:color w:val="{{ title }}"/></w:rPr><w:t>x</w:t></w:r>',
        '<w:fldSimple w:instr="PAGE {{ title }}"><w:r><w:t>1</w:t></w:r></w:fldSimple>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE {{ title }}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ],
)
def test_place(xml: str) -> None:
    """In an attribute or a field's instruction, a value could become markup or a command."""
    look, report = read(edited(HEADER, (TITLE, xml)))
    assert look is None and "E539" in codes(report), said(report)


def test_names_the_paragraph() -> None:
    """The finding quotes the paragraph that holds the tag."""
    _, report = read(header("Contrato {{ contract.name }} vigente"))
    assert "paragraph “Contrato {{ contract.name }} vigente {{ number }}" in said(report)


def test_names_the_paragraph_before() -> None:
    """A tag alone in its paragraph is found by the one before it."""
    xml = "<w:p><w:r><w:t>Datos del encargo</w:t></w:r></w:p><w:p><w:r><w:t>{{ x.y }}</w:t></w:r></w:p><w:sectPr>"
    _, report = read(edited(DOCUMENT, ("<w:sectPr>", xml)))
    assert "E530" in codes(report) and "paragraph “Datos del encargo”" in said(report)


def test_all_faults_at_once() -> None:
    """Each faulty expression has its finding, with its own tag."""
    _, report = read(header("{{ a }} {{ title.b }} {{ c }}"))
    assert sorted(codes(report)) == ["E530", "E532", "E532"]
    assert all(tag in said(report) for tag in ("{{ a }}", "{{ title.b }}", "{{ c }}"))


def test_docxtpl_extras_are_refused() -> None:
    """docxtpl's cell shading and merging write expressions of their own into the XML."""
    cell = "<w:tcPr/><w:p><w:r><w:t>{% cellbg title %}</w:t></w:r></w:p>"
    row = f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl><w:sectPr>"
    look, report = read(edited(DOCUMENT, ("<w:sectPr>", row)))
    assert look is None and "E539" in codes(report), said(report)


def test_where_nothing_is_filled_in() -> None:
    """A tag in a part that is not rendered would be printed as it is."""
    look, report = read(
        edited(SETTINGS, (HYPHENS, '<w:autoHyphenation w:val="false"/><w:attachedSchema w:val="{{ title }}"/>'))
    )
    assert look is None and codes(report) == ["E533"] and SETTINGS in said(report)


def test_properties() -> None:
    """The document's properties may hold running texts, under the same rules."""
    assert look_of(edited(CORE, ("<dc:creator>", "<dc:title>{{ title }}</dc:title><dc:creator>")))
    _, report = read(edited(CORE, ("<dc:creator>", "<dc:title>{{ title.x }}</dc:title><dc:creator>")))
    assert codes(report) == ["E530"] and CORE in said(report)


def test_size() -> None:
    """A part too long for docxtpl's expressions is refused before they see it."""
    text = "{{ title }}" + "x" * 1_000_000
    look, report = read(header(text))
    assert look is None and codes(report) == ["E534"]


@pytest.mark.parametrize(
    ("xml", "tag"),
    [
        ("<w:r><w:t>{{ number }}</w:t></w:r></w:p><w:p><w:r>}}<w:t>{{ title }}</w:t></w:r>", "{{ title }}"),
        ("<w:r>{% if title %}<w:t>a</w:t></w:r><w:r><w:t>{% endif %}</w:t></w:r>", "{% endif %}"),
        ("<w:r><w:t>{% if title %}a</w:t>{% else %}<w:t>b{% endif %}</w:t></w:r>", "{% else %}"),
    ],
)
def test_markup_that_a_tag_would_break(xml: str, tag: str) -> None:
    """Signs beside the texts, which docxtpl takes for the end of a tag, and conditions that cut elements in two."""
    look, report = read(edited(HEADER, (TITLE, xml)))
    assert look is None and codes(report) == ["E531"], said(report)
    assert tag in said(report) and HEADER in said(report)


def test_a_condition_over_whole_elements() -> None:
    """A condition may hold runs and lie over the border of two, where what it takes out leaves whole elements."""
    xml = "<w:r><w:t>{% if title %}a</w:t></w:r><w:r><w:t>b{% else %}c</w:t></w:r><w:r><w:t>{% endif %}</w:t></w:r>"
    assert look_of(edited(HEADER, (TITLE, xml))).running.header
