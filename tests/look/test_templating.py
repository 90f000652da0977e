"""The environment in which a checked template runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from lxml import etree

from vadocs.templating import BODY, RUNNING, Fault, Ready, Unprintable, check_expressions, environment, fill

XMLNS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def rendered(source: str, **values: str) -> str:
    """`source` with these values."""
    return environment().from_string(source).render(values)


def test_values_are_escaped() -> None:
    """A value is text, letter for letter."""
    assert rendered("<w:t>{{ title }}</w:t>", title='A & B <c> "D" {{ x }}') == (
        "<w:t>A &amp; B &lt;c&gt; &quot;D&quot; {{ x }}</w:t>"
    )


def test_breaks_and_tabs() -> None:
    """A newline is a break, a tab a tab."""
    assert rendered("<w:t>{{ title }}</w:t>", title="a\nb\tc") == (
        '<w:t>a</w:t><w:br/><w:t xml:space="preserve">b</w:t><w:tab/><w:t xml:space="preserve">c</w:t>'
    )


def test_ready_xml_passes() -> None:
    """The body is XML already."""
    assert rendered("{{ body }}", body=Ready("<w:p/>")) == "<w:p/>"


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x0b", "\x0c", "\r", "\x1b", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_cannot_hold_raises(character: str) -> None:
    """Nothing vanishes silently: a control character stops the work, and is named."""
    with pytest.raises(Unprintable, match=f"U\\+{ord(character):04X}"):
        rendered("{{ title }}", title=f"a{character}b")


def test_missing_value_raises() -> None:
    """A name without a value is never printed as nothing."""
    with pytest.raises(UndefinedError):
        rendered("{{ title }}")


@pytest.mark.parametrize("source", ["{{ title.__class__.__mro__ }}", "{{ ''.__class__ }}"])
def test_sandbox_holds_behind_the_check(source: str) -> None:
    """What the allow-list refuses, the sandbox refuses again."""
    assert check_expressions(source) != []
    with pytest.raises((SecurityError, UndefinedError)):
        rendered(f"{{{{ ({source[2:-2]})() }}}}", title="x")


def test_no_globals_tests_or_other_filters() -> None:
    """Nothing of Jinja's own library is there."""
    with pytest.raises(UndefinedError):
        rendered("{{ range(3) }}")
    with pytest.raises(TemplateSyntaxError):
        rendered("{{ title|tojson }}", title="x")
    with pytest.raises(TemplateSyntaxError):
        rendered("{{ title is string }}", title="x")


def test_fill_plain_text() -> None:
    """Outside of XML nothing is escaped."""
    assert fill("{{ title|upper }} · {% if number %}n{% endif %}", {"title": "a & b", "number": ""}) == "A & B · "
    assert fill("x", {}) == "x"


def test_faults_in_order_with_their_tags() -> None:
    """Each fault has the tag it stands in, on one line or many."""
    source = "<w:t>{{ a }}{{ title }}</w:t>\n{{\ntitle.b\n}}"
    assert check_expressions(source) == [Fault("{{ a }}", "a", "name"), Fault("{{ title.b }}", ".b", "attribute")]


def test_body_only_where_it_is_asked_for() -> None:
    """`body` is a name in the document, not in a header."""
    assert check_expressions("{{ body }}") == []
    assert [fault.why for fault in check_expressions("{{ body }}", RUNNING)] == ["name"]


def test_deep_nesting_is_refused() -> None:
    """Brackets without end are a fault, not a crash."""
    assert check_expressions("{{" + "(" * 5000 + "title" + ")" * 5000 + "}}") != []


@given(st.text(alphabet="{}%#|.()[]'\"<> \nabtitle_=~-+", max_size=60))
def test_what_passes_runs_on_texts_alone(source: str) -> None:
    """Whatever is let through renders with plain texts, and what it prints is well-formed in a text."""
    if check_expressions(source) == [] and "<" not in source and ">" not in source:
        values = dict.fromkeys(RUNNING | {BODY}, "<&>")
        etree.fromstring(f"<w:t {XMLNS}>{environment().from_string(source).render(values)}</w:t>")
