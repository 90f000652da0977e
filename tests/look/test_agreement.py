"""`template check` warns of what makes Word break pages elsewhere than our layout; reading alone does not."""

import pytest

from tests.look.templates import HYPHENS, SETTINGS, STYLES, checked, codes, edited, in_style, read, said
from tests.look.test_followed import LOGO, with_logo

LINE = '<w:spacing w:line="276" w:lineRule="auto"/>'


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (in_style("Body Text", p='<w:jc w:val="both"/>'), "W510", ["Body Text", "Clause Paragraph"]),
        (in_style("Note", p=LINE), "W511", ["Note"]),
        (in_style("Note", r='<w:kern w:val="0"/>'), "W512", ["Note"]),
        (in_style("Note", r='<w:kern w:val="28"/>'), "W512", ["Note"]),
        (with_logo(LOGO), "W513", ["header"]),
        (edited(SETTINGS, ('w:val="15"', 'w:val="14"')), "W514", ["14"]),
        (edited(SETTINGS, ('w:name="compatibilityMode"', 'w:name="other"')), "W514", ["12"]),
    ],
    ids=lambda value: "" if isinstance(value, bytes) else None,  # an archive's bytes hold the time of day
)
def test_named(data: bytes, code: str, words: list[str]) -> None:
    """Justified text, line heights of another face, no kerning, a logo that is cut, an old Word's rules."""
    report = checked(data)
    assert codes(report) == [code], said(report)
    for word in words:
        assert word in said(report)
    assert not len(read(data)[1])


def test_twin_of_equal_heights() -> None:
    """Times New Roman and Liberation Serif are as high as each other: `auto` spacing is no fault there."""
    data = in_style("Note", p=LINE, r='<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>')
    assert codes(checked(data)) == []


def test_hyphenation_is_noted() -> None:
    """Word hyphenates by its own patterns, if it has the language's at all: pages of the contents may differ."""
    report = checked(edited(SETTINGS, (HYPHENS, "<w:autoHyphenation/>")))
    assert codes(report) == ["N515"] and not report.failed


def test_faults_of_reading_come_too() -> None:
    """What is missing, unsafe or not followed is said in the same run."""
    assert codes(checked(edited(STYLES, ('<w:name w:val="Note"/>', '<w:name w:val="Nota"/>')))) == ["E518"]
    assert codes(checked(b"")) == ["E500"]
