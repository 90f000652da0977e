"""Parity: what a Spanish and an English text of one clause may not differ in, shown by mutation."""

import re
from pathlib import Path

import pytest

from tests.clauses import LIBRARY
from vadocs.diagnostics import Report
from vadocs.lint.parity import check_parity
from vadocs.model.clause import Clause, Placement
from vadocs.readers.clausetext import compile_text

ES = """# Título

@client paga {{ fees.amount }} en {{ payment.days }}{% if fees.hours given %} por {{ fees.hours }}{% end %},
según [[scope.list]]. {#fee}

::: if deposit.kind == 'advance'
Los "**Servicios**" cuestan 30 más. {-}
::: else
1. uno {{ s.task }};
2. dos.
:::

::: for x in services
- {{ x.task }}
:::

| a | b |
|---|---|
| {{ fees.amount }} | 2 |

::: table across o in services highlight o.niche given
| c | {{ o.task }} |
|---|---|
| d | {{ o.frequency }} |
:::

::: signature client
"""


def compared(spanish: str, english: str) -> list[tuple[str, str, str]]:
    """What parity finds between two texts: code, left, right."""
    texts = {}
    for tag, written in (("es", spanish), ("en", english)):
        report = Report()
        texts[tag] = compile_text(written, f"x/{tag}.md", tag, None, report)
        assert not report.failed
    report = Report()
    check_parity(Clause("x", 1, {}, {}, "body", texts, "x"), report)
    return [(d.code, dict(d.args)["left"], dict(d.args)["right"]) for d in report]


def test_equal_texts_have_no_findings() -> None:
    """A text beside itself, with other words, spaces, loop variables and printing filters, is clean."""
    assert compared(ES, ES) == []
    other = ES.replace("for x", "for item").replace("x.task", "item.task").replace("paga", "shall pay")
    assert compared(ES, other.replace("{{ payment.days }}", "{{payment.days | words}}").replace(" == ", "==")) == []


CHANGES = [
    ("{{ fees.amount }} en", "en", "E332"),
    ("{{ payment.days }}", "{{ payment.dias }}", "E332"),
    ("{{ payment.days }}", "{{ payment.days }} {{ payment.days }}", "E332"),
    ("fees.hours given", "not fees.hours given", "E331"),
    ("{% if fees.hours given %} por {{ fees.hours }}{% end %}", " por {{ fees.hours }}", "E331"),
    ("{% if fees.hours given %} por {{ fees.hours }}{% end %}", "", "E331"),
    (" por {{ fees.hours }}{% end %}", "{% end %} por {{ fees.hours }}", "E332"),
    ("[[scope.list]]", "[[scope]]", "E333"),
    ("[[scope.list]]", "eso", "E333"),
    ("{#fee}", "", "E334"),
    ("{#fee}", "{#fees}", "E334"),
    ("== 'advance'", "== 'guarantee'", "E331"),
    ("::: else\n", "::: elif deposit.kind == 'guarantee'\n", "E331"),
    ('"**Servicios**"', "**Servicios**", "E335"),
    ("30 más", "300 más", "E940"),
    ("2. dos.\n", "", "E330"),
    ("1. uno {{ s.task }};\n2. dos.", "- uno {{ s.task }};\n- dos.", "E330"),
    (" {-}", "", "E330"),
    ("in services", "in exclusions", "E331"),
    ("x.task", "x.niche", "E332"),
    ("across o in services", "across o in exclusions", "E331"),
    (" highlight o.niche given", "", "E331"),
    ("table across o in services highlight o.niche given", "table", "E330"),
    ("o.frequency", "o.task", "E332"),
    ("| {{ fees.amount }} | 2 |", "| 2 | 2 |", "E332"),
    (
        "| a | b |\n|---|---|\n| {{ fees.amount }} | 2 |",
        "| a | b | c |\n|---|---|---|\n| {{ fees.amount }} | 2 | |",
        "E330",
    ),
    ("signature client", "signature provider", "E330"),
    ("::: signature client\n", "", "E330"),
    ("@client paga", "@provider paga", "W332"),
]


@pytest.mark.parametrize(("old", "new", "code"), CHANGES)
def test_a_change_in_one_language_is_found(old: str, new: str, code: str) -> None:
    """A value, condition, reference, anchor, term, number or block that one text lacks or has otherwise is told."""
    assert old in ES
    assert code in [found for found, _, _ in compared(ES, ES.replace(old, new, 1))]
    assert code in [found for found, _, _ in compared(ES.replace(old, new, 1), ES)]


def under_laws(placement: Placement = "body", **written: str) -> list[tuple[str, str, str, str]]:
    """What parity finds in a clause of texts by tag, `_` for `@`: code, the two tags, the file that could be added."""
    texts = {}
    for name, body in written.items():
        tag = name.replace("_", "@")
        texts[tag] = compile_text(f"# T\n\n{body}", f"x/{tag}.md", tag, None, Report())
    report = Report()
    check_parity(Clause("x", 1, {}, {}, placement, texts, "x"), report)
    found = []
    for d in report:
        advice = [dict(h.args)["file"] for h in d.hints if h.id == "H940"]
        found.append((d.code, dict(d.args)["one"], dict(d.args)["other"], *(advice or [""])))
    return found


def test_the_texts_that_documents_under_a_law_get_are_compared() -> None:
    """`es@PE` goes with `en@PE`, else with `en`; the finding then names the text that could be added."""
    assert under_laws(es="Uno.", en="One.", es_PE="Uno {{ a }}.", en_PE="One.") == [("E332", "es@PE", "en@PE", "")]
    assert under_laws(es="Uno.", en="One.", es_PE="Uno {{ a }}.") == [("E332", "es@PE", "en", "en@PE.md")]
    assert under_laws(es="Uno.", en="One.", en_PE="One {{ a }}.") == [("E332", "es", "en@PE", "es@PE.md")]
    assert under_laws(es="Uno.", en="One.", es_PE="Otro.", en_CO="Other.") == []
    assert [code for code, *_ in under_laws(es="Uno.", en="One.", es_PE="Uno 2.")] == ["E940"]
    assert under_laws(es_PE="Uno {{ a }}.", en_PE="One.") == [("E332", "es@PE", "en@PE", "")]


FRAMES = [
    ("Uno.\n\n- dos {{ a }};\n- tres {{ a }}.", "One {{ a }}.", []),
    ("{% if b given %}x {{ a }}{% end %}", "::: if b given\ny {{ a }}\n:::", []),
    ("::: for m in b\n- x {{ m.c }};\n:::", "::: for n in b\n- {{ n.c }} y {{ n.c }}\n:::", []),
    ("Uno {{ a }}.", "One.", ["E332"]),
    ("Uno [[b]].", "One.", ["E333"]),
    ("Uno {% if b given %}x{% end %}.", "One.", ["E331"]),
    ('El "**Uno**".', "The one.", ["E335"]),
    ("::: signature client", "::: signature provider", ["E332", "E332"]),
    ("Uno 3.", "One.", ["E940"]),
]


@pytest.mark.parametrize(("spanish", "english", "codes"), FRAMES)
def test_a_frame_is_worded_per_country_and_says_the_same(spanish: str, english: str, codes: list[str]) -> None:
    """Recitals for one law may have other blocks than the other language's; what they name must be the same."""
    found = under_laws("recitals", es="Uno.", en="One.", es_PE=spanish, en_PE=english)
    assert [code for code, *_ in found] == codes
    blocks = under_laws("body", es="Uno.", en="One.", es_PE="Uno.\n\nDos.", en_PE="One.")
    assert [code for code, *_ in blocks] == ["E330"]
    assert [code for code, *_ in under_laws("recitals", es="Uno.\n\nDos.", en="One.")] == ["E330"]


HOLES = re.compile(r"\{\{.*?\}\}|\{% if .*? %\}|\[\[.*?\]\]|\{#.*?\}|::: (?:if|elif) [^\n]*|\"\*\*[^*]*\*\*\"")


@pytest.mark.parametrize("folder", sorted(path.parent for path in LIBRARY.glob("*/en.md")), ids=lambda path: path.name)
def test_each_value_condition_reference_and_anchor_of_the_library_is_watched(folder: Path) -> None:
    """Changed one at a time in the English text, every one of them is found missing."""
    spanish, english = ((folder / f"{tag}.md").read_text(encoding="utf-8") for tag in ("es", "en"))
    for match in HOLES.finditer(english):
        written = match.group()
        changed = {
            "{{": "{{ other.name }}", "{%": "{% if other.name given %}", "[[": "[[other]]", "{#": "{#other}",
        }.get(written[:2], "“other”" if written.startswith('"') else "::: if other.name given")  # fmt: skip
        if written.startswith("::: elif"):
            changed = "::: elif other.name given"
        mutant = english[: match.start()] + changed + english[match.end() :]
        report = Report()
        written_in = {"es": spanish, "en": mutant}
        texts = {tag: compile_text(source, f"{tag}.md", tag, None, report) for tag, source in written_in.items()}
        assert not report.failed
        check_parity(Clause("x", 1, {}, {}, "body", texts, "x"), report)
        assert any(d.code in ("E331", "E332", "E333", "E334", "E335") for d in report), written
