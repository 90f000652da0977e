"""Damaged texts: whatever is done to a text, compiling it ends in findings or a text, never in an exception."""

import random
import time
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.clauses import FILE, LIBRARY
from vadocs.diagnostics import Report
from vadocs.model.document import Text
from vadocs.model.parts import text_inlines
from vadocs.readers.clausetext import compile_text

FRAGMENTS = [
    "{{", "}}", "{%", "%}", "{% if a %}", "{% elif b %}", "{% else %}", "{% end %}", "{#", "{#a}", "{-}", "}",
    "[[", "]]", "[", "@", "@client", "@client.bare", "@x(a|b)", "(", ")", "|", "||", "*", "**", "***", "\"**",
    "**\"", "\"", "'", "\\", "\\@", ":::", "\n::: if a\n", "\n:::\n", "\n::: else\n", "\n::: for x in y\n",
    "\n::: table\n", "\n::: table x in y\n", "\n::: signature client\n", "\n", "\n\n", " ", "    ", "\t", "- ",
    "\n- ", "\n1. ", "\n   1. ", "\n  - ", "1999. ", "#", "\n# ", "\n## ", "\n---\n", "\n===\n", "|---|",
    "\n| a | b |\n|---|---|\n| 1 | 2 |\n", "<!--", "-->", "\n<!-- x -->\n", "<b>", "&amp;", "`", "```", "~~~",
    "_", "__", "> ", "given", "and", "==", "| bare", "in ['a']", "x.y", "0", "a", "é", "ñ", "\u200b",
    "\U000f0000", "\ufffc", "\x00", "\r", "—",
]  # fmt: skip


def _specimens() -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(LIBRARY.glob("*/*.md"))]
    assert len(texts) == 26
    return texts


def mutants(seed: int, count: int) -> Iterator[str]:
    """Texts of the test library, each damaged in one to six places."""
    chance = random.Random(seed)
    texts = _specimens()
    for _ in range(count):
        text = chance.choice(texts)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(text) + 1)
            to = min(len(text), at + chance.choice([0, 1, 2, 5, 40]))
            kind = chance.randrange(4)
            if kind == 0:
                text = text[:at] + text[to:]
            elif kind == 1:
                text = text[:at] + chance.choice(FRAGMENTS) + text[at:]
            elif kind == 2:
                lines = text.split("\n")
                chance.shuffle(lines)
                text = "\n".join(lines) if chance.random() < 0.2 else "\n".join([*lines[: at % len(lines)], *lines])
            else:
                text = text[:at] + chance.choice(FRAGMENTS) + text[to:]
        yield text


def check(text: str) -> bool:
    """Compile a text; whether it is faulty. What holds of every text is asserted."""
    report = Report()
    found = compile_text(text, FILE, "es", None, report)
    assert found.faulty == report.failed
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    for diagnostic in report:
        assert diagnostic.message("es") and diagnostic.message("en")
        assert diagnostic.span is not None
        assert 1 <= diagnostic.span.line <= len(lines)
        assert 1 <= diagnostic.span.column <= len(lines[diagnostic.span.line - 1]) + 2
        assert (diagnostic.span.end_line, diagnostic.span.end_column) > (diagnostic.span.line, diagnostic.span.column)
    if not found.faulty:
        for inline in text_inlines(found):
            assert not isinstance(inline, Text) or not any(
                "\U000f0000" <= c <= "\U000ffffd" or c == "\ufffc" for c in inline.text
            )
    return found.faulty


def test_thousands_of_damaged_texts_raise_nothing() -> None:
    """2,000 mutants of the test library's texts end in findings with a place, or in a text without leftovers."""
    faulty = [check(text) for text in mutants(1, 2000)]
    assert 1000 < sum(faulty) < 2000


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40))
def test_any_row_of_signs_raises_nothing(pieces: list[str]) -> None:
    """Any sequence of the language's signs, without any sense, ends in findings or in a text."""
    check("# T\n\n" + "".join(pieces))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_characters_raise_nothing(text: str) -> None:
    """Any characters at all end in findings or in a text."""
    check("# T\n\n" + text)


HOSTILE = (
    "{{",
    "}}",
    "{{ '",
    "{{ a | ",
    "[[a,",
    '"',
    "*a **b ",
    "{% if a %}*",
    "{{ not ",
    "\n::: if a\n",
    "\n- \n  ",
    "| a ",
    "\n::: x",
)


def test_hostile_texts_end_in_bounded_time() -> None:
    """Texts of one sign over and over, in lines as long as allowed, compile within seconds, not hours."""
    for piece in HOSTILE:
        start = time.monotonic()
        assert check("# T\n\n" + piece * (9_000 // len(piece)))
        assert time.monotonic() - start < 20, piece
