"""Words that clauses avoid: forbidden ones, doubled forms, masculine words for persons; each with near misses."""

from dataclasses import replace

import pytest

from tests.clauses.words import made, told
from vadocs.lint.avoided import FORBIDDEN, KEYS, check_avoided
from vadocs.lint.gender import MASCULINE
from vadocs.lint.prose import prose
from vadocs.model.clause import Parameter

FORBIDDEN_WORDS = [
    ("es", "El anticipo es ⟦no reembolsable⟧.", "non-refundable"),
    ("es", "Los pagos no reembolsables.", "non-refundable"),
    ("en", "A ⟦non-refundable⟧ fee.", "non-refundable"),
    ("en", "The fee is not refundable.", "non-refundable"),
    ("es", "Habrá una ⟦penalización⟧.", "penalty"),
    ("es", "Con una ⟦cláusula penal⟧ aparte.", "penalty"),
    ("es", "Se paga una penalidad.", "penalty"),
    ("en", "A ⟦penalty⟧ is due.", "penalty"),
    ("en", "As liquidated damages.", "penalty"),
    ("es", "Se pagan ⟦arras⟧.", "earnest"),
    ("es", "Se da una seña.", "earnest"),
    ("en", "An earnest money payment.", "earnest"),
    ("es", "Rige la ⟦no captación⟧ de clientes.", "non-solicitation"),
    ("en", "A ⟦non-solicitation⟧ duty.", "non-solicitation"),
    ("es", "Se corrige ⟦a satisfacción⟧ de la otra parte.", "satisfaction"),
    ("en", "It is done ⟦to the satisfaction⟧ of the other.", "satisfaction"),
    ("en", "It is a ⟦work made for hire⟧.", "made-for-hire"),
    ("es", "Es miembro de la ⟦IVAA⟧.", "membership"),
]

HARMLESS = [
    ("es", "Se devuelve el importe reembolsable."),
    ("es", "El proceso penal, la ley penal y las penas."),
    ("es", "Señala el día y enseña cómo; las señales y barras, los arrastres."),
    ("es", "La captación de imágenes no se permite."),
    ("es", "Da satisfacción responder pronto; la satisfacción de la clientela."),
    ("en", "The refundable part; a penal law; the damages that the law gives."),
    ("en", "It is for hire and works made by others; an earnestly made promise."),
    ("en", "Customers may be solicited; their satisfaction is measured."),
    ("es", "Ni y/o ni km/h ni 24/7 ni entrada/salida son dobles; tampoco (a) ni paso (o etapa)."),
    ("es", "Cliente o clientela; hora y horario; plazo y lugar; un medio o varios medios."),
    ("es", "La persona trabajadora, el nombre de usuario, un equipo asesor, la dirección, la autoría."),
    ("es", "@provider(obligado|obligada) queda; @provider(el|la) firma; {{ x.trabajadores }}.\n\n<!-- el/la -->"),
    ("en", "They keep their means; and/or; the heading, there, this, other, chair, history."),
]

DOUBLED_FORMS = [
    ("es", "Firma ⟦el/la⟧ cliente."),
    ("es", "Quedan ⟦obligados/as⟧ a ello."),
    ("es", "El trabajador/-a queda."),
    ("es", "Queda ⟦interesado(a)⟧ en ello."),
    ("es", "Lo hace ⟦él o ella⟧ misma."),
    ("es", "La ⟦contratada o contratado⟧ firma."),
    ("es", "Los ⟦prestadores y las prestadoras⟧ firman."),
    ("es", "Firman ⟦todxs⟧."),
    ("en", "It binds ⟦he or she⟧ who signs."),
    ("en", "It is ⟦his/her⟧ duty."),
]

ONE_SEX = [
    ("es", "Paga a ⟦los trabajadores⟧ en plazo.", "plantilla"),
    ("es", "Lo decide ⟦el usuario⟧ de la cuenta.", "personas usuarias"),
    ("es", "Lo hace ⟦cada empleado⟧ en su puesto.", "personal"),
    ("es", "Cambia si hay ⟦abogados⟧ o no.", "abogacía"),
    ("en", "The client and ⟦his⟧ staff.", "their"),
]


@pytest.mark.parametrize(("language", "written", "key"), FORBIDDEN_WORDS)
def test_forbidden_words_are_errors(language: str, written: str, key: str) -> None:
    """Each is told at its place with its reason, and with the key that would allow it."""
    found, span = told(check_avoided, language, written)
    (finding,) = found
    assert finding.code == "E941"
    assert span is None or finding.span == span
    reason = next(each.hint for each in FORBIDDEN if each.key == key)
    assert [h.id for h in finding.hints] == [reason, "H941"]
    assert dict(finding.hints[1].args) == {"key": key}


@pytest.mark.parametrize(("language", "written"), HARMLESS)
def test_what_only_looks_alike_is_left_alone(language: str, written: str) -> None:
    """Words that contain such letters, other senses of a stem, agreement and comments are no findings."""
    assert told(check_avoided, language, written)[0] == []


@pytest.mark.parametrize(("language", "written"), DOUBLED_FORMS)
def test_doubled_forms_are_errors(language: str, written: str) -> None:
    """Both sexes named, with a slash, brackets, a letter for both, or in full: one finding, at its place."""
    found, span = told(check_avoided, language, written)
    assert [f.code for f in found] == ["E942"]
    assert span is None or found[0].span == span


@pytest.mark.parametrize(("language", "written", "instead"), ONE_SEX)
def test_masculine_words_for_persons_are_warnings(language: str, written: str, instead: str) -> None:
    """Each is told at its place, with a wording for everybody."""
    (found,), span = told(check_avoided, language, written)
    assert found.code == "W942"
    assert found.span == span
    assert instead in dict(found.hints[0].args)["words"]


def test_every_masculine_word_is_found_and_its_neutral_one_is_not() -> None:
    """No pattern of the table finds what is proposed instead of another."""
    for language, entries in MASCULINE.items():
        for entry in entries:
            assert told(check_avoided, language, f"Va {entry.instead} aquí.")[0] == [], entry.instead


def test_a_clause_may_allow_words_with_a_reason() -> None:
    """What `allows` names is let through; a key that is none is an error, one that lets nothing through a warning."""
    written = "No hay penalización."
    assert [f.code for f in told(check_avoided, "es", written)[0]] == ["E941"]
    assert told(check_avoided, "es", written, allows={"penalty": "la niega"})[0] == []
    assert [f.code for f in told(check_avoided, "es", written, allows={"penalti": "x"})[0]] == ["E943", "E941"]
    assert [f.code for f in told(check_avoided, "es", "Nada.", allows={"penalty": "x"})[0]] == ["W943"]
    assert set(KEYS) >= {"penalty", "doubled-form", "masculine"}


def test_titles_summaries_and_descriptions_are_read_too() -> None:
    """What clause.yaml says for people keeps to the same words."""
    parameter = Parameter("n", "text", description={"es": "Lo que pagan los trabajadores", "en": "What he pays"})
    clause = replace(made("es", "Nada."), summary={"es": "Con penalización.", "en": "x"}, parameters={"n": parameter})
    assert [f.code for f in told(check_avoided, "es", "Nada.", clause=clause)[0]] == ["E941", "W942", "W942"]


def test_prose_keeps_every_place() -> None:
    """Signs become blanks of the same length, line breaks stay, all forms of an agreement stay."""
    source = (
        "# Uno\n\n@provider(el|la) {{ a.b }} **dos**{% if x %} y {% end %}[[c]] <!-- no\nno --> tres. {#z}\n::: if a\n"
    )
    found = prose(source)
    assert len(found) == len(source)
    assert found.split() == ["#", "Uno", "el", "la", "dos", "y", "tres."]
    assert [found.count("\n"), found.index("tres")] == [source.count("\n"), source.index("tres")]
