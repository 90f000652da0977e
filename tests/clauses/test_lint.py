"""`clauses lint`: names, types, guards, references, wording; every finding at its place."""

from dataclasses import replace

import pytest

from tests.clauses import LIBRARY, marked
from tests.clauses.names import VOCABULARY
from vadocs.diagnostics import Report
from vadocs.lint.clauses import lint_library
from vadocs.model.clause import Clause, ClauseSet, ClauseText, Parameter
from vadocs.model.expression import Expression
from vadocs.model.library import Library
from vadocs.readers.clausetext import compile_text
from vadocs.readers.expression import parse_expression
from vadocs.readers.library import load_library, read_sources
from vadocs.readers.place import Place

BASE = load_library([LIBRARY], Report())


def text(written: str, tag: str = "es", heading: str = "# Prueba") -> ClauseText:
    """A text without faults under a heading."""
    report = Report()
    found = compile_text(f"{heading}\n\n{written}", f"x/{tag}.md", tag, None, report)
    assert [(d.code, d.span) for d in report] == []
    return found


def condition(written: str | None) -> Expression | None:
    """An expression, or None."""
    return parse_expression(written, Place("x/clause.yaml", 1, 1), Report()) if written else None


def clause(written: str, applies_when: str | None = None, **more: object) -> Clause:
    """A clause `x` whose texts in both languages are `written`."""
    texts = {tag: text(written, tag) for tag in ("es", "en")}
    made = Clause("x", 1, {}, {}, "body", texts, "x", short="prueba", applies_when=condition(applies_when))
    return replace(made, **more)  # type: ignore[arg-type]


def findings(made: Clause, *others: Clause, sets: tuple[str, ...] = ("x",)) -> list[tuple[str, object]]:
    """What lint finds in the Spanish text of `made`, in the test library's company."""
    clauses = {**BASE.clauses, **{c.id: c for c in (made, *others)}}
    every = {"all": ClauseSet("all", {}, sets)}
    report = Report()
    lint_library(replace(BASE, clauses=clauses, sets=every), VOCABULARY, report)
    return [(d.code, d.span) for d in report if d.span is not None and d.span.file == "x/es.md"]


def test_the_test_library_has_no_findings() -> None:
    """The ten specimen clauses, with their clause files, lint without error or warning."""
    report = Report()
    lint_library(BASE, VOCABULARY, report, read_sources(BASE))
    assert [(d.code, d.span, d.args) for d in report] == []


CLEAN = [
    ("{{ client.legal_name }}, {{ client.address }}, {{ client.tax_id }}.", None),
    ("{{ signing.place }}: un dato pendiente se pide.", None),
    ("{% if fees.hours given %}{{ fees.hours }}{% end %}", None),
    ("::: if client.signatory given\n{{ client.signatory.name }}\n:::", None),
    ("{% if client.signatory.name given %}{{ client.signatory.capacity }}{% end %}", None),
    ("{% if independence.own_means %}medios propios{% end %}", None),
    ("{% if exclusions %}{{ exclusions | list_and }}{% end %}", None),
    ("{{ fees.amount }}", "fees.model == 'retainer'"),
    ("{% if fees.model == 'retainer' %}{{ fees.amount }}{% end %}", None),
    ("{% if fees.model == 'hourly' %}x{% else %}{{ fees.amount }}{% end %}", None),
    ("{% if fees.model != 'hourly' %}{{ fees.amount }}{% end %}", None),
    ("{% if fees.model in ['retainer'] and fees.in_advance %}x{% else %}y{% end %}", None),
    ("{% if fees.hours given and fees.hours > 5 %}x{% end %}", None),
    ("{% if not fees.hours given or fees.hours > 5 %}x{% end %}", None),
    ("{% if not fees.hours given %}x{% else %}{{ fees.hours }}{% end %}", None),
    ("{{ fees.hours if fees.hours given else payment.days }}", None),
    ("{% if fees.rollover.policy == 'cap' %}{{ fees.rollover.cap_hours }}{% end %}", "fees.rollover given"),
    ("{{ deposit.kind }}", "deposit given and fees.model == 'retainer'"),
    (
        "::: for s in services\n- {{ s.frequency | upper_first }}{% if s.volume given %}, {{ s.volume }}{% end %}\n:::",
        None,
    ),
    (
        "{{ payment.methods | list_or }} en {{ payment.days | bare }}; {{ fees.billing_day | words }}",
        "fees.model == 'retainer'",
    ),
    ("{% if law.payment_limit_days given %}{{ law.payment_limit_days }}{% end %}", None),
    ("{% if payment.days > 30 and fees.model == 'retainer' and fees.amount >= 100.50 %}x{% end %}", None),
    ("{% if signing.date given %}{{ signing.date | long }}{% end %}", None),
]

WRONG = [
    ("{{ ⟦fees.amuont⟧ }}", None, "E270"),
    ("{% if ⟦fee.model⟧ == 'x' %}x{% end %}", None, "E270"),
    ("{{ ⟦services.task⟧ }}", None, "E270"),
    ("::: for s in services\n- {{ ⟦s.tsk⟧ }}\n:::", None, "E270"),
    ("{% if ⟦law.nothing⟧ given %}x{% end %}", None, "E270"),
    ("{{ ⟦fees.hours⟧ }}", None, "E271"),
    ("{{ ⟦client.signatory.name⟧ }}", None, "E271"),
    ("{{ ⟦law.payment_limit_days⟧ }}", None, "E271"),
    ("{{ ⟦deposit.kind⟧ }}", None, "E271"),
    ("{% if client.signatory given %}x{% else %}{{ ⟦client.signatory.name⟧ }}{% end %}", None, "E271"),
    ("{% if client.signatory given %}x{% end %} {{ ⟦client.signatory.name⟧ }}", None, "E271"),
    ("{% if ⟦fees.hours⟧ > 5 %}x{% end %}", None, "E271"),
    ("{% if ⟦independence.own_means⟧ %}x{% else %}y{% end %}", None, "E271"),
    ("{% if not ⟦independence.own_means⟧ %}x{% end %}", None, "E271"),
    ("{{ ⟦fees.amount⟧ }}", "fees.model == 'hourly'", "E271"),
    ("{% if fees.model == 'retainer' or fees.hours given %}{{ ⟦fees.amount⟧ }}{% end %}", None, "E271"),
    ("{% if fees.hours given or ⟦fees.hours⟧ > 5 %}x{% end %}", None, "E271"),
    ("{% if fees.rollover.policy == 'all' %}{{ ⟦fees.rollover.cap_hours⟧ }}{% end %}", "fees.rollover given", "E271"),
    ("::: for s in services\n- {{ ⟦s.volume⟧ }}\n:::", None, "E271"),
    ("{% if ⟦payment.days⟧ %}x{% end %}", None, "E272"),
    ("{% if ⟦client.legal_name⟧ %}x{% end %}", None, "E272"),
    ("{% if ⟦client⟧ %}x{% end %}", None, "E272"),
    ("{% if ⟦'x'⟧ %}x{% end %}", None, "E272"),
    ("{% if ⟦payment.days == 'x'⟧ %}x{% end %}", None, "E273"),
    ("{% if ⟦client.legal_name > 'a'⟧ %}x{% end %}", None, "E273"),
    ("{% if ⟦client.legal_name == 3⟧ %}x{% end %}", None, "E273"),
    ("{% if ⟦services == 3⟧ %}x{% end %}", None, "E273"),
    ("{{ ⟦payment.days if exclusions else client.legal_name⟧ }}", None, "E273"),
    ("{% if fees.model == ⟦'retanier'⟧ %}x{% end %}", None, "E274"),
    ("{% if fees.model in ['hourly', ⟦'x'⟧] %}x{% end %}", None, "E274"),
    ("{% if ⟦governing_law⟧ == 'ES' %}x{% end %}", None, "W274"),
    ("::: for s in ⟦client⟧\n- x\n:::", None, "E275"),
    ("::: for s in ⟦'a'⟧\n- x\n:::", None, "E275"),
    ("{{ ⟦payment.methods⟧ }}", None, "E276"),
    ("{{ ⟦client.signatory given⟧ }}", None, "E276"),
    ("{{ ⟦fees⟧ }}", None, "E276"),
    ("{{ ⟦payment.days | long⟧ }}", None, "E277"),
    ("{{ ⟦payment.from | list_or⟧ }}", None, "E277"),
    ("{{ ⟦client.legal_name | upper_first⟧ }}", None, "E277"),
    ("{{ ⟦client.legal_name | bare⟧ }}", None, "E277"),
    ("⟦::: for client in services⟧\n- x\n:::", None, "E278"),
    ("{% if ⟦internal⟧ given %}x{% end %}", None, "E269"),
    ("Según ⟦[[noties]]⟧.", None, "E267"),
    ("Según ⟦[[noties?]]⟧.", None, "W267"),
    ("Según ⟦[[notices.fomr?]]⟧.", None, "E268"),
    ("Según ⟦[[notices]]⟧.", None, "W268"),
]


@pytest.mark.parametrize(("written", "applies_when"), CLEAN)
def test_what_is_guarded_and_typed_is_clean(written: str, applies_when: str | None) -> None:
    """A value that is always there, asked for, or told to be there by some condition is no finding."""
    assert findings(clause(written, applies_when)) == []


def test_a_condition_of_sense_that_never_holds_is_told_beside_one_without() -> None:
    """Only the condition that makes no sense is spared the second finding (E951)."""
    never = "{% if fees.model == 'hourly' and fees.model == 'retainer' %}y{% end %}"
    found = findings(clause(f"{{% if 'x' %}}x{{% end %}} {never}"))
    assert sorted(code for code, _ in found) == ["E272", "E951"]


@pytest.mark.parametrize(("written", "applies_when", "codes"), WRONG)
def test_what_is_wrong_is_told_at_its_place(written: str, applies_when: str | None, codes: str) -> None:
    """Each fault yields exactly the findings told, on the name, comparison, hole or reference at fault."""
    clean, spans = marked(f"# Prueba\n\n{written}", "x/es.md")
    found = findings(clause(clean.removeprefix("# Prueba\n\n"), applies_when))
    assert [code for code, _ in found] == codes.split()
    assert [span for _, span in found] == spans


def test_a_misspelt_name_is_told_with_the_one_that_was_meant() -> None:
    """The hint is in the words of the text: a loop's variable stays as it is called there."""
    report = Report()
    made = clause("{{ fees.amuont }}\n\n::: for s in services\n- {{ s.tsk }}\n:::", "fees.model == 'retainer'")
    lint_library(replace(BASE, clauses={"x": made}, sets={}), VOCABULARY, report)
    words = {dict(h.args)["word"] for d in report if d.code == "E270" for h in d.hints}
    assert words == {"fees.amount", "s.task"}


def test_parameters_have_types_and_are_there_if_they_have_a_default() -> None:
    """A clause's own parameter needs no guard if it has a default or is asked for; another clause's does."""
    parameters = {
        "n": Parameter("n", "quantity", "day", default="3"),
        "m": Parameter("m", "money", required=True),
        "o": Parameter("o", "text"),
        "deposit.refund_days": Parameter("deposit.refund_days", "", default="15"),
    }
    written = "{{ x.n }} {{ x.m }} {% if x.o given %}{{ x.o }}{% end %} {{ deposit.refund_days }}"
    assert findings(clause(written, parameters=parameters)) == []
    assert (
        findings(clause(written.replace("{% if x.o given %}{{ x.o }}{% end %}", "{{ x.o }}"), parameters=parameters))[
            0
        ][0]
        == "E271"
    )
    assert [code for code, _ in findings(clause("{{ confidentiality.years_after }}"))] == ["E271"]
    assert [code for code, _ in findings(clause("Nada.", parameters=parameters))] == ["E340"] * 4


@pytest.mark.parametrize(
    ("parameter", "code"),
    [
        (Parameter("n", "quantity", "day", default="tres"), "E344"),
        (Parameter("n", "boolean", default="yes"), "E344"),
        (Parameter("n", "code", choices=("a", "b"), default="c"), "E344"),
        (Parameter("n", "date", default="2026-13-01"), "E344"),
        (Parameter("n", "integer", default="1.5"), "E344"),
        (Parameter("deposit.kind", "", default="gift"), "E344"),
        (Parameter("deposit.whatever", "", default="x"), "E345"),
    ],
)
def test_a_default_is_a_value_of_its_type(parameter: Parameter, code: str) -> None:
    """A default that its type refuses, or for a name that nothing declares, is an error of the clause."""
    report = Report()
    made = clause("x", parameters={parameter.name: parameter})
    lint_library(Library({"x": made}, {}, {}, {}, {}), VOCABULARY, report)
    assert code in [d.code for d in report]


def test_a_reference_is_certain_by_sets_requirements_and_conditions() -> None:
    """A cited clause is in every set of the citing one, required by it, optional, or in a condition."""
    other = replace(clause("Otro."), id="y")
    assert [code for code, _ in findings(clause("[[y]]"), other)] == ["W268"]
    assert findings(clause("[[y?]]"), other) == []
    assert findings(clause("{% if exclusions %}[[y]]{% end %}"), other) == []
    assert findings(clause("[[y]]"), other, sets=("x", "y")) == []
    assert findings(clause("[[y]]", requires=("y",)), other) == []
    assert findings(clause("[[x]] y [[notices]]", requires=("payment-terms",))) == []
    held = replace(other, applies_when=condition("client.signatory given"))
    assert [code for code, _ in findings(clause("[[y]]"), held, sets=("x", "y"))] == ["W268"]
    assert findings(clause("[[y]]", "client.signatory given and exclusions"), held, sets=("x", "y")) == []


def test_an_anchor_must_be_in_every_text() -> None:
    """An anchor that one language or one law's text lacks cannot be cited, nor named in `maps`."""
    other = replace(clause("Otro. {#a}"), id="y")
    partly = replace(other, texts={**other.texts, "es@PE": text("Otro. {#b}", "es@PE")})
    assert findings(clause("[[y.a]]", requires=("y",)), other) == []
    assert [code for code, _ in findings(clause("[[y.a]]", requires=("y",)), partly)] == ["E268"]
    report = Report()
    lint_library(
        Library({"y": replace(partly, maps={"28.3.a": ("a", "c"), "28.3.b": ()})}, {}, {}, {}, {}), VOCABULARY, report
    )
    assert [dict(d.args) for d in report if d.code == "E343"] == [
        {"item": "28.3.a", "anchor": "a"},
        {"item": "28.3.a", "anchor": "c"},
        {"item": "28.3.b", "anchor": ""},
    ]


def test_short_texts_need_a_reason_and_only_eight_have_one() -> None:
    """Under sixty words without `short` is an error; an unneeded reason is a warning; a ninth reason, an error."""
    long = " ".join(["voz"] * 57) + ". Y {{ client.legal_name }} @client."
    assert [code for code, _ in findings(clause(long, short=None))] == []
    assert [code for code, _ in findings(clause(long.replace("voz ", "", 1), short=None))] == ["E337"]
    report = Report()
    lint_library(Library({"x": clause(long)}, {}, {}, {}, {}), VOCABULARY, report)
    assert [d.code for d in report] == ["W337"]
    short = {str(n): replace(clause("Corta."), id=str(n)) for n in range(9)}
    report = Report()
    lint_library(Library(short, {}, {}, {}, {}), VOCABULARY, report)
    assert [d.code for d in report] == ["E338"]


def test_no_sentence_stands_in_two_clauses() -> None:
    """A sentence of twelve words, its values aside, may stand once a language; eleven words may repeat."""
    twelve = "Uno dos tres cuatro cinco seis siete ocho nueve diez once doce."
    other = replace(clause(f"Antes. {twelve.lower()}"), id="y", texts={"es": text(f"Antes. {twelve}", "es")})
    report = Report()
    made = clause(f"Y {{{{ client.legal_name }}}}. {twelve}")
    source = f"# Prueba\n\nY {{{{ client.legal_name }}}}. {twelve}"
    lint_library(Library({"y": other, "x": made}, {}, {}, {}, {}), VOCABULARY, report, {"x/es.md": source})
    (found,) = [d for d in report if d.code == "E339"]
    assert found.span is not None and (found.span.line, found.span.column) == (3, 28)
    assert dict(found.args) == {"clause": "y"}
    report = Report()
    eleven = replace(other, texts={"es": text(twelve.replace(" doce", ""), "es")})
    lint_library(Library({"y": eleven, "x": clause(twelve.replace(" doce", ""))}, {}, {}, {}, {}), VOCABULARY, report)
    assert "E339" not in [d.code for d in report]


@pytest.mark.parametrize("words", ["según corresponda", "etc.", "TBD", "Lorem", "as appropriate", "etcétera"])
def test_words_that_say_nothing_are_errors(words: str) -> None:
    """Phrases that leave open what a contract must say are told at their place."""
    report = Report()
    made = clause(f"Se paga {words} siempre.")
    lint_library(
        Library({"x": made}, {}, {}, {}, {}), VOCABULARY, report, {"x/es.md": f"# Prueba\n\nSe paga {words} siempre."}
    )
    (found,) = [d for d in report if d.code == "E341" and d.span is not None and d.span.file == "x/es.md"]
    assert found.span is not None
    assert (found.span.line, found.span.column) == (3, 9)


def test_words_that_only_look_empty_are_none() -> None:
    """Words that contain such letters are left alone."""
    assert findings(clause("Los etcs y la etcnología, el tbdx, según corresponde por ley.")) == []


def test_every_term_is_defined_in_every_text() -> None:
    """A term of `defines` that a text lacks is an error of that text."""
    terms = {"Servicios": {"es": ("Servicios",)}, "otro": {"es": ("Otro",)}}
    made = clause('Los "**Servicios**". Servicios y Otro.', defines=terms)
    report = Report()
    lint_library(Library({"x": made}, {}, {}, {}, {}), VOCABULARY, report)
    assert [(d.code, dict(d.args)) for d in report] == [("E342", {"term": "otro"})] * 2


def test_a_faulty_text_is_passed_over() -> None:
    """What reading reported already brings no second finding."""
    made = clause("Bien.", short=None)
    faulty = {tag: ClauseText(tag, (), (), f"x/{tag}.md", faulty=True) for tag in made.texts}
    report = Report()
    lint_library(Library({"x": replace(made, texts=faulty)}, {}, {}, {}, {}), VOCABULARY, report)
    assert not len(report)
