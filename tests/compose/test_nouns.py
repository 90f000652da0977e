"""Nouns: the party's word, articles and their contraction, capitals, agreement, across the borders of nodes."""

import pytest

from tests.compose.workshop import code, leaf, record, setting, with_text
from vadocs.compose.inlines import compose_inlines
from vadocs.compose.nouns import noun_entry, noun_phrase
from vadocs.language import language
from vadocs.model.document import Paragraph, Strong, Text, Use
from vadocs.model.engagement import Record
from vadocs.model.lexicon import NounEntry
from vadocs.model.walk import text_of

COMPANY = record(client=record(kind=code("company", "party_kind")))


def sentence(text: str, root: Record = COMPANY, tag: str = "es") -> str:
    """A paragraph of a clause text, evaluated."""
    (paragraph,) = with_text("x", f"# X\n\n{text}\n", tag).texts[tag].body
    assert isinstance(paragraph, Paragraph)
    one = setting(root, {"es": "es-ES", "en": "en-GB"}[tag])
    printed = text_of(compose_inlines(paragraph.content, one.scope, one))
    assert not list(one.report), list(one.report)
    return printed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@client paga.", "El Cliente paga."),
        ("Paga @client.", "Paga el Cliente."),
        ("Datos de @client.", "Datos del Cliente."),
        ("Dará a @client acceso.", "Dará al Cliente acceso."),
        ("Datos *de* @client.", "Datos del Cliente."),
        ("*Quedan fuera de* **@client** datos.", "Quedan fuera del Cliente datos."),
        ("Frente *a* @client.", "Frente al Cliente."),
        ("Frente a *la* @client.bare.", "Frente a la Cliente."),
        ("Datos {% if client given %}de {% end %}@client.", "Datos del Cliente."),
        ("Datos de **@client**.", "Datos del Cliente."),
        ("Datos de @provider.", "Datos de la Parte Prestadora."),
        ("Paga. @provider cobra.", "Paga. La Parte Prestadora cobra."),
        ("Conforme al art. @client paga.", "Conforme al art. el Cliente paga."),
        ("Pagará @retainer.a.", "Pagará una iguala."),
        ("@retainer.a al mes.", "Una iguala al mes."),
        ("@retainer.bare", "Iguala"),
        ("Las @retainer.bare.plural y @retainer.plural.", "Las igualas y las igualas."),
        ("@provider no está @provider(obligado|obligada).", "La Parte Prestadora no está obligada."),
        ("@client no está @client(obligado|obligada).", "El Cliente no está obligado."),
        ("Los datos @client.poss.", "Los datos del Cliente."),
        ("¿Paga? @client paga.", "¿Paga? El Cliente paga."),
        ("(@client paga)", "(El Cliente paga)"),
    ],
)
def test_spanish(text: str, expected: str) -> None:
    """Article by gender and number; de el, a el contract; a capital only where a sentence begins."""
    assert sentence(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@client pays.", "The Client pays."),
        ("It is of @client.poss making.", "It is of the Client’s making."),
        ("Pays @retainer.a.", "Pays a retainer."),
        ("@provider is @provider(bound|bound).", "The Provider is bound."),
    ],
)
def test_english(text: str, expected: str) -> None:
    """The, a; the possessive where the language has one."""
    assert sentence(text, tag="en") == expected


def test_a_value_of_the_spec_is_never_contracted() -> None:
    """A name that ends in "de" keeps its letters before an article."""
    root = record(client=record(kind=code("company", "party_kind"), legal_name=leaf("Casa de")))
    assert sentence("Con {{ client.legal_name }} @client paga.", root) == "Con Casa de el Cliente paga."


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"kind": "company"}, ("el ", "Cliente")),
        ({"kind": "person"}, ("la ", "Parte Cliente")),
        ({"kind": "company", "gender": "feminine"}, ("la ", "Cliente")),
        ({"kind": "person", "gender": "masculine"}, ("el ", "Cliente")),
        ({"kind": "person", "label": "Asistida"}, ("la ", "Asistida")),
        ({"kind": "person", "gender": "masculine", "label": "Comitente"}, ("el ", "Comitente")),
    ],
)
def test_how_a_party_is_called(fields: dict[str, str], word: tuple[str, str]) -> None:
    """The country's word by gender, a company's own word where no gender is given, the party's label over all."""
    client = record(**{name: leaf(text) if name == "label" else code(text, name) for name, text in fields.items()})
    one = setting(record())
    entry = noun_entry("client", one.lexicon, record(client=client))
    assert entry is not None and noun_phrase(entry, "definite", one.language) == word


@pytest.mark.parametrize(
    ("noun", "phrase"),
    [
        (NounEntry("acta", "actas", "feminine"), "el acta"),
        (NounEntry("área", "áreas", "feminine"), "el área"),
        (NounEntry("agencia", "agencias", "feminine"), "la agencia"),
        (NounEntry("Bogotá", "Bogotá", "feminine", article=False), "Bogotá"),
    ],
)
def test_articles_that_sound(noun: NounEntry, phrase: str) -> None:
    """A feminine noun that begins with a stressed a takes `el`; a proper name takes none."""
    assert "".join(noun_phrase(noun, "definite", language("es-ES"))) == phrase


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("tu", "Tú pides y tienes tu copia."), ("usted", "Usted pide y tiene su copia."),
        ("vos", "Vos pedís y tenés tu copia."),
    ],
)  # fmt: skip
def test_the_reader_is_addressed_as_the_spec_says(form: str, expected: str) -> None:
    """Pronoun, verb and possessive go with tú, usted or vos; English has one word and needs no choice."""
    text = "@you @you(pides|pide|pedís) y @you(tienes|tiene|tenés) @you(tu|su|tu) copia."
    assert sentence(text, record(address_form=code(form, "address_form"))) == expected
    assert sentence("Send @you a copy.", record(), "en") == "Send you a copy."


def test_how_the_reader_is_addressed_is_asked_for() -> None:
    """A Spanish text that speaks to its reader has an open point where the spec does not say how."""
    (paragraph,) = with_text("x", "# X\n\n@you(Puedes|Puede|Podés) pedir.\n", "es").texts["es"].body
    assert isinstance(paragraph, Paragraph)
    one = setting(record(), "es-ES")
    compose_inlines(paragraph.content, one.scope, one)
    assert list(one.open_points) == ["address_form"]


def test_english_a_and_an() -> None:
    """The indefinite article by sound."""
    words = [NounEntry(w, w + "s", "masculine") for w in ("invoice", "unit", "hour", "deposit", "advance")]
    found = ["".join(noun_phrase(w, "a", language("en-GB"))) for w in words]
    assert found == ["an invoice", "a unit", "an hour", "a deposit", "an advance"]


def test_terms_are_found_in_literal_text() -> None:
    """A defined form becomes a use of its term; the longest wins; other words stay text."""
    one = setting(record())
    found = compose_inlines((Text("Los Servicios y la Información Confidencial."),), one.scope, one)
    assert found == (
        Text("Los "), Use("services", "Servicios"), Text(" y la "), Use("information", "Información Confidencial"),
        Text("."),
    )  # fmt: skip
    assert compose_inlines((Text("Preservicios"),), one.scope, one) == (Text("Preservicios"),)


def test_a_definition_has_the_languages_quotes() -> None:
    """What stands between straight quotes is printed between the language's own, bold as written."""
    (paragraph,) = with_text("x", '# X\n\nSon "**Servicios**" estos.\n').texts["es"].body
    assert isinstance(paragraph, Paragraph)
    one = setting(record())
    _, definition, _ = compose_inlines(paragraph.content, one.scope, one)
    assert definition.term == "services"  # type: ignore[attr-defined]
    assert definition.children == (Text("«"), Strong((Text("Servicios"),)), Text("»"))  # type: ignore[attr-defined]


def test_a_noun_that_the_lexicon_lacks_is_reported() -> None:
    """An unknown noun is a finding, not an empty place."""
    (paragraph,) = with_text("x", "# X\n\nPaga @nobody.\n").texts["es"].body
    assert isinstance(paragraph, Paragraph)
    one = setting(record())
    compose_inlines(paragraph.content, one.scope, one)
    assert [d.code for d in one.report] == ["E366"]
