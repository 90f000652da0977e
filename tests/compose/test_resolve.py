"""References: as what they print, what they point at, what is wrong; and the terms of a document."""

from dataclasses import replace

import pytest

from tests.compose.workshop import (
    changed,
    code,
    codes,
    composed,
    items,
    leaf,
    library,
    marta,
    record,
    with_clauses,
    with_text,
)
from vadocs.diagnostics import Report
from vadocs.model.clause import Clause
from vadocs.model.document import Document, Paragraph, Piece, Reference
from vadocs.model.walk import document_inlines, provisions, text_of
from vadocs.readers.clausetext import compile_text


def citing(text: str, tag: str = "es", **facts: object) -> Clause:
    """A clause that cites others."""
    return with_text("citing", f"# Citas\n\n{text}\n", tag, **facts)


def document(*clauses: Clause, report: Report | None = None, scheme: str = "ordinal") -> Document:
    """Marta's contract with more clauses, in a scheme."""
    one = with_clauses(*clauses)
    words = {tag: replace(lexicon, scheme=scheme) for tag, lexicon in one.lexicons.items()}  # type: ignore[arg-type]
    wish = record(add=items(*(leaf(c.id) for c in clauses if c.id not in library().clauses)))
    return composed(changed(marta(), clauses=wish), replace(one, lexicons=words), report)[1]


def printed(found: Document, clause: str = "citing") -> str:
    """The text of a provision's paragraphs."""
    one = next(p for p in provisions(found) if p.id == clause)
    return " ".join(text_of(b.content) for b in one.body if isinstance(b, Paragraph))


def plain(text: str) -> str:
    """Without spaces that do not break."""
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("text", "decimal", "ordinal"),
    [
        ("Según [[scope]].", "Según la cláusula 1.", "Según la cláusula primera."),
        ("Según [[scope.list]].", "Según la cláusula 1.2.", "Según la cláusula primera, apartado 2."),
        ("Lo de [[scope|bare]].", "Lo de cláusula 1.", "Lo de cláusula primera."),
        ("Vea [[scope.list|number]].", "Vea 1.2.", "Vea primera, apartado 2."),
        ("[[scope]] manda.", "La cláusula 1 manda.", "La cláusula primera manda."),
        ("Los datos de [[processing]].", "Los datos del Anexo I.", "Los datos del Anexo I."),
        ("Conforme a [[processing]].", "Conforme al Anexo I.", "Conforme al Anexo I."),
        ("Conforme *a* [[processing]].", "Conforme al Anexo I.", "Conforme al Anexo I."),
        ("Lo de [[processing.measures]].", "Lo del Anexo I, apartado 2.", "Lo del Anexo I, apartado 2."),
        ("Según [[scope, notices]].", "Según las cláusulas 1 y 11.", "Según las cláusulas primera y undécima."),
        ("Según [[citing]].", "Según la cláusula 12.", "Según la cláusula duodécima."),
        ("Según [[notices, disclosure-us?]].", "Según la cláusula 11.", "Según la cláusula undécima."),
        ("Según esto [[disclosure-us?]].", "Según esto.", "Según esto."),
        ("**Según [[scope]]** y más.", "Según la cláusula 1 y más.", "Según la cláusula primera y más."),
        (
            "Como [[scope]]. @client va.",
            "Como la cláusula 1. El Cliente va.",
            "Como la cláusula primera. El Cliente va.",
        ),
    ],
)
def test_references(text: str, decimal: str, ordinal: str) -> None:
    """By noun and number in each scheme, with article, contraction and capital; optional ones vanish."""
    assert plain(printed(document(citing(text), scheme="decimal"))) == decimal
    assert plain(printed(document(citing(text)))) == ordinal


@pytest.mark.parametrize(
    ("text", "scheme", "pieces"),
    [
        ("[[scope.list]] x.", "decimal", [("1.2", "scope.list", "full")]),
        ("[[scope]] x.", "decimal", [("1", "scope", "full")]),
        ("[[scope.list]] x.", "ordinal", [("primera", "scope", "heading"), ("2", "scope.list", "label")]),
        (
            "[[processing.measures]] x.",
            "ordinal",
            [("I", "processing", "heading"), ("2", "processing.measures", "label")],
        ),
    ],
)
def test_numbers_point_at_their_places(text: str, scheme: str, pieces: list[tuple[str, str, str]]) -> None:
    """Each number of a reference is a piece with the anchor and the kind of number that a field needs."""
    found = document(citing(text), scheme=scheme)
    reference = next(i for p in found.provisions if p.id == "citing" for b in p.body for i in getattr(b, "content", ())
                     if isinstance(i, Reference))  # fmt: skip
    assert [(p.text, p.anchor, p.number) for p in reference.pieces if p.anchor] == pieces
    assert "".join(p.text for p in reference.pieces) == text_of((reference,))


def test_an_item_is_cited_with_its_whole_path() -> None:
    """Clause, paragraph, letter: each a number with its own place."""
    target = with_text("target", "# T\n\nUno:\n\n1. sal;\n2. pan. {#bread}\n\nDos.\n")
    found = document(target, citing("Según [[target.bread]]."), scheme="decimal")
    assert plain(printed(found)) == "Según la cláusula 12.1 (b)."
    reference = next(i for i in document_inlines(found) if isinstance(i, Reference) and "target.bread" in i.targets)
    assert [p for p in reference.pieces if p.anchor] == [
        Piece("12.1", "target.p1", "full"), Piece("(b)", "target.bread", "label"),
    ]  # fmt: skip


def test_the_anchor_of_a_single_paragraph_is_the_clause() -> None:
    """A paragraph without a number of its own is cited by its clause."""
    target = with_text("target", "# T\n\nSolo uno. {#only}\n")
    assert plain(printed(document(target, citing("Según [[target.only]].")))) == "Según la cláusula duodécima."


def test_a_dangling_reference_names_both_clauses_and_why() -> None:
    """The clause that cites, the one cited, and what keeps it out, with the way to put it in."""
    report = Report()
    document(citing("Según [[disclosure-us]]."), report=report)
    (found,) = report
    assert found.code == "E370" and dict(found.args) == {"clause": "citing", "cited": "disclosure-us"}
    assert [h.id for h in found.hints] == ["reason.law", "H370"]
    assert found.span is not None and found.span.line == 3


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("[[scope.nowhere]] x.", "E371"),
        ("[[parties]] x.", "E372"),
        ("[[parties.client]] x.", "E372"),
        ("[[zzz]] x.", "E370"),
    ],
)
def test_what_cannot_be_cited(text: str, finding: str) -> None:
    """A place that is not there, or that stands where nothing has a number."""
    report = Report()
    document(citing(text), report=report)
    assert codes(report) == [finding]


def test_removing_a_clause_that_another_cites_breaks_the_build() -> None:
    """Out with it, and the clause that cites it is told why it is gone."""
    report = Report()
    composed(changed(marta(), clauses=record(remove=items(leaf("notices")))), report=report)
    found = next(d for d in report if d.code == "E370")
    assert dict(found.args) == {"clause": "payment-terms", "cited": "notices"}
    assert found.hints[0].id == "reason.removed"


def test_terms_used_and_defined() -> None:
    """A term that is defined and not used is a warning; used and not defined an error; defined twice an error."""
    for text, expected in (
        ("Los Entregables son suyos.", []),
        ('Otra "**Información Confidencial**" más.', ["E373"]),
        ("Como dice la Información Reservada.", []),
    ):
        report = Report()
        clause = citing(text) if '"' not in text else _defining(text)
        document(clause, report=report)
        assert codes(report) == expected, text
    for removed, expected in (("ip-assignment", ["E374"]), ("notices", ["W353", "E370"])):
        report = Report()
        one = with_clauses(citing("Son los Entregables."))
        wish = record(add=items(leaf("citing")), remove=items(leaf(removed)))
        composed(changed(marta(), clauses=wish), one, report)
        assert codes(report) == expected


def _defining(text: str) -> Clause:
    report = Report()
    terms = {"Información Confidencial": "information"}
    compiled = compile_text(f"# Citas\n\n{text}\n", "citing/es.md", "es", terms, report)
    assert not list(report)
    return replace(citing("x y."), texts={"es": compiled})


def test_english_references() -> None:
    """The English document cites in English, by the decimal scheme."""
    engagement = changed(
        marta(),
        language=code("en-GB", "language"),
        exclusions=items(leaf("Tax returns")),
        services=items(record(task=leaf("Filing"), frequency=code("weekly", "frequency"))),
    )
    _, found = composed(engagement)
    assert "quoted under clause" in plain(printed(found, "scope"))
    assert plain(printed(found, "out-of-scope-change")) == "Anything not listed in clause 1.2 is quoted apart."
