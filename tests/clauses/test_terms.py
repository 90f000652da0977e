"""Defined terms across a library: where they are used, defined, and what only looks like one."""

from dataclasses import replace

from tests.clauses.words import made
from vadocs.diagnostics import Report
from vadocs.lint.terms import check_defined_terms
from vadocs.model.clause import Clause
from vadocs.model.library import Library
from vadocs.readers.clausetext import compile_text

DEFINES = {"services": {"es": ("Servicios",), "en": ("Services",)}}


def defining(id: str = "a", **more: object) -> Clause:
    """A clause that defines a term in both languages."""
    report = Report()
    terms = {"Servicios": "services", "Services": "services"}
    texts = {
        tag: compile_text(f'# T\n\nSon "**{form}**" los de aquí.', f"{id}/{tag}.md", tag, terms, report)
        for tag, form in (("es", "Servicios"), ("en", "Services"))
    }
    assert not len(report)
    return replace(Clause(id, 1, {}, {}, "body", texts, id, defines=DEFINES), **more)  # type: ignore[arg-type]


def using(written: str = "Se pagan los Servicios.", id: str = "b", language: str = "es", **more: object) -> Clause:
    """A clause whose text is `written`."""
    return replace(made(language, written, **more), id=id)


def told(*clauses: Clause, source: str | None = None, known: tuple[str, ...] = ()) -> list[str]:
    """What is found of some clauses: code and term."""
    report = Report()
    sources = {"x/es.md": f"# T\n\n{source}", "x/en.md": f"# T\n\n{source}"} if source is not None else {}
    check_defined_terms(Library({c.id: c for c in clauses}, {}, {}, {}, {}), sources, known, report)
    return [
        f"{d.code} {dict(d.args)['term']}" for d in report if d.code != "W946" or dict(d.args)["term"] != "Services"
    ]


def test_a_term_is_defined_in_a_clause_that_can_stand_with_its_use() -> None:
    """Not where either clause excludes the other, nor under another law alone."""
    assert told(defining(), using()) == []
    assert told(defining(excludes=("b",)), using()) == ["E946 Servicios"]
    assert told(defining(), using(excludes=("a",))) == ["E946 Servicios"]
    assert told(defining(law=("ES",)), using(law=("PE",))) == ["E946 Servicios"]
    assert told(defining(law=("ES",)), using(law=("PE", "ES"))) == []
    assert told(defining(law=("ES",)), using()) == []


def test_a_term_is_used() -> None:
    """Its own definition is no use of it; a use in its own clause, or in any, is."""
    assert told(defining()) == ["W946 Servicios"]
    assert told(defining(), using("Nada de los servicios.")) == ["W946 Servicios"]
    assert told(defining(), using("Van los **Servicios**.")) == []


def test_a_term_is_defined_once() -> None:
    """Not by two clauses that can stand together; two that exclude one another may both define it."""
    assert told(defining(), defining("c"), using()) == ["E947 Servicios"]
    assert told(defining(excludes=("c",)), defining("c"), using()) == []
    other = {"work": {"es": ("Trabajos",), "en": ("Work",)}}
    both = using("Los Servicios y Trabajos."), using("Services and Work.", "d", "en")
    assert told(defining(), defining("c", defines=other), *both) == []


def test_a_capital_inside_a_sentence_is_a_term_or_a_name() -> None:
    """Neither is a warning. Beginnings, headings, countries, days and own words are left alone."""
    written = "Se pagan los Trabajos, y la Obra Nueva de los Servicios."
    assert told(defining(), using(written), source=written) == ["W947 Trabajos", "W947 Obra Nueva"]
    fine = "En los Estados Unidos, Perú o la Unión Europea: Los Servicios. Todo en Bizum; Los más."
    assert told(defining(), using(fine), source=fine, known=("Bizum",)) == []
    assert told(defining(), using(fine), source=fine) == ["W947 Bizum"]
    english = "The client pays from Monday to Friday under Peruvian law."
    assert told(defining(), using(), using(english, "c", "en"), source=english) == []
    titled = "## Los Trabajos\n\n| de los Trabajos |\n|---|\n| x |"
    assert told(defining(), using("Van los Servicios.\n\n" + titled), source=titled) == []


def test_a_term_is_unused_only_where_its_texts_define_it() -> None:
    """One that a text lacks is told there (E342), and nothing is known of a text with faults."""
    assert "W946 Servicios" in told(defining())
    es = defining().texts["es"]
    faulty = {"es": replace(es, faulty=True)}
    assert "W946 Servicios" not in told(defining(texts=faulty))
    lacking = {"es": made("es", "Nada.").texts["es"]}
    assert "W946 Servicios" not in told(defining(texts=lacking))


def test_a_term_defined_twice_is_told_at_the_clause_read_later() -> None:
    """A workspace's clause comes after those of the library, whatever it is called."""
    report = Report()
    library = Library({"b": defining("b"), "a": defining("a")}, {}, {}, {}, {})
    check_defined_terms(library, {}, (), report)
    assert [dict(d.args)["clause"] for d in report if d.code == "E947"] == ["b"]
