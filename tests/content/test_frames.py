"""The frame of each country: how its contracts open, state, close, are numbered and printed; and of all others."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.content.contracts import Spec, contract, library, text
from tests.content.engagements import CITIES, FRAMED, GENERIC, under
from vadocs.model.document import Document, Heading
from vadocs.model.jurisdiction import ECONOMIC_AREA, lineage
from vadocs.model.walk import text_of

TAGS = {
    (law, code): f"{code}-{law}" if law in FRAMED else code
    for law in (*FRAMED, *GENERIC)
    for code in ("es", "en")
}
OPENINGS = {
    "ES": ("Reunidos", "De una parte, ", "Exponen", "Cláusulas"),
    "CO": ("Partes", "De una parte, ", "Consideraciones", "Cláusulas"),
    "MX": (
        "Partes",
        "Contrato de prestación de servicios profesionales que celebran:",
        "Declaraciones",
        "Cláusulas",
    ),
    "PE": ("Comparecencia", "Conste por el presente documento ", "Antecedentes", "Cláusulas"),
    "CL": ("Comparecencia", "Comparecen para celebrar este contrato ", "Antecedentes", "Cláusulas"),
    "AR": ("Partes", "Entre ", "Antecedentes", "Cláusulas"),
}
TITLES = {
    "ES": "Contrato de prestación de servicios",
    "CO": "Contrato de prestación de servicios",
    "MX": "Contrato de prestación de servicios profesionales",
    "PE": "Contrato de locación de servicios",
    "CL": "Contrato de prestación de servicios",
    "AR": "Contrato de servicios",
}
PAPERS = {
    "ES": "a4", "CO": "letter", "MX": "letter", "PE": "a4", "CL": "letter", "FR": "a4", "AR": "a4", "UY": "a4",
    "US": "letter",
}  # fmt: skip
FIRST = {
    "ES": "PRIMERA.–", "CO": "PRIMERA.-", "MX": "PRIMERA.-", "PE": "PRIMERA.-", "CL": "PRIMERO:", "AR": "PRIMERA:",
}  # fmt: skip
CLOSINGS = {
    "ES": "con firma electrónica avanzada en Valencia, a 21 de noviembre de 2026.",
    "CO": "con firma electrónica avanzada en Medellín, a los 21 días del mes de noviembre de 2026.",
    "MX": "lo firman con firma electrónica avanzada en Ciudad de México, el día 21 de noviembre de 2026.",
    "PE": "con firma electrónica avanzada en Lima, a los 21 días del mes de noviembre de 2026.",
    "CL": "con firma electrónica avanzada en Santiago, el 21 de noviembre de 2026.",
    "AR": "con firma electrónica avanzada en Rosario, a los 21 días del mes de noviembre de 2026.",
}
FORMULAS = {
    "ES": "Y en prueba de conformidad",
    "CO": "Para constancia de todo lo anterior",
    "MX": "Leído que fue este contrato",
    "PE": "En señal de conformidad",
    "CL": "Previa lectura y conformes con todo lo anterior",
    "AR": "En prueba de conformidad",
}
BY_HAND = {
    "ES": "en dos ejemplares, a un solo efecto,",
    "CO": "en dos ejemplares del mismo tenor",
    "MX": "lo firman por duplicado",
    "PE": "en dos ejemplares de igual tenor en Lima",
    "CL": "en dos ejemplares de igual tenor y fecha",
    "AR": "en dos ejemplares de un mismo tenor y a un solo efecto",
}
BANKS = {
    "ES": "IBAN ES91", "CO": "cuenta 000-123456-78, tipo de cuenta ahorros", "MX": "CLABE 0321", "PE": "CCI 0029",
    "CL": "cuenta 00-123-45678-9, tipo de cuenta vista, a nombre de Marta Ruiz Pardo, RUT 17.402.118-K.",
    "AR": "CBU o CVU 2850",
}  # fmt: skip


def made(law: str, code: str, folder: Path, **changes: object) -> Document:
    """The contract of an engagement under a law, in a language; one warning where the library has no data of it."""
    expected = () if law.split("-")[0] in FRAMED else ("W354",)
    return contract(under(law, TAGS[law.split("-")[0], code], **changes), folder, *expected)[1]


def headings(document: Document) -> list[str]:
    """The headings that come before the clauses."""
    return [text_of(block.content) for block in document.front if isinstance(block, Heading)]


@pytest.mark.parametrize("law", FRAMED)
def test_a_spanish_contract_opens_and_closes_as_its_country_does(law: str, tmp_path: Path) -> None:
    """Title, opening, recitals, division, first clause, paper, closing with place, date and kind of signature."""
    document = made(law, "es", tmp_path)
    found, (first, opening, second, third) = text(document), OPENINGS[law]
    assert document.meta.title == TITLES[law]
    assert headings(document) == [first, second, third]
    assert f"\n{opening}" in found
    assert document.provisions[0].label == FIRST[law]
    assert document.meta.paper == PAPERS[law]
    assert found.count(FORMULAS[law]) == 1 and CLOSINGS[law] in found
    assert BANKS[law] in found
    assert not document.meta.open_points


@pytest.mark.parametrize("law", FRAMED)
def test_signed_by_hand_the_closing_counts_the_originals(law: str, tmp_path: Path) -> None:
    """On paper the originals are told and no electronic signature is spoken of; without their number, none is."""
    signing: Spec = {"place": CITIES[law], "date": "2026-11-21", "level": "ink", "originals": "2"}
    found = text(made(law, "es", tmp_path, signing=signing))
    assert BY_HAND[law] in found and "firma electrónica" not in found
    one = text(made(law, "es", tmp_path, signing={**signing, "originals": "1"}))
    assert BY_HAND[law] not in one and "un ejemplares" not in one
    del signing["date"]
    assert "en la fecha que consta junto a cada firma." in text(made(law, "es", tmp_path, signing=signing))


@pytest.mark.parametrize("law", (*FRAMED, *GENERIC))
def test_an_english_contract_is_numbered_in_figures(law: str, tmp_path: Path) -> None:
    """English under any law: decimal numbers, the country's paper, a closing that says how, where and when."""
    document = made(law, "en", tmp_path)
    assert document.provisions[0].label == "1." and document.meta.paper == PAPERS[law]
    assert document.meta.title == ("Professional Services Agreement" if law == "MX" else "Services Agreement")
    second = "Declarations" if law == "MX" else "Recitals"
    assert headings(document) == ["Parties", second, "Agreed Terms"]
    assert f"with an advanced electronic signature in {CITIES[law]}, on 21 November 2026." in text(document)


def test_what_each_party_declares_in_mexico(tmp_path: Path) -> None:
    """Three lists of declarations, I to III: of the client, the provider, both; what is not so is not declared."""
    found = text(made("MX", "es", tmp_path))
    leads = ("I. Declara el Cliente que:", "II. Declara la Parte Prestadora que:", "III. Declaran ambas partes que:")
    for lead in leads:
        assert found.count(f"\n{lead}") == 1
    assert "es una persona moral y son ciertos" in found and "es una persona física y son ciertos" in found
    assert "los ofrece a distintos clientes" in found
    other = text(
        made("MX", "es", tmp_path, independence={"other_clients": "false"}, personal_data={"handled": "false"})
    )
    assert "distintos clientes" not in other and "datos personales" not in other


@pytest.mark.parametrize(
    ("law", "place"),
    [
        ("MX", "la ley vigente en México"),
        ("MX-CMX", "la ley vigente en la Ciudad de México (México)"),
        ("MX-JAL", "la ley vigente en el estado de Jalisco (México)"),
    ],
)
def test_the_law_of_a_mexican_state_keeps_the_frame(law: str, place: str, tmp_path: Path) -> None:
    """A state of Mexico is named as governing law; words, texts and paper stay Mexico's."""
    document = made(law, "es", tmp_path)
    assert place in text(document)
    assert (document.meta.paper, document.provisions[0].label) == ("letter", "PRIMERA.-")
    assert "Declaraciones" in headings(document)


def test_every_state_of_mexico_has_its_words() -> None:
    """The thirty-two entities are named in both languages."""
    for code in ("es", "en"):
        states = [k for k in library().lexicons[code].words["country"] if k.startswith("MX-")]
        assert len(states) == 32


def test_mexican_amounts_and_addresses(tmp_path: Path) -> None:
    """Pesos with M.N., the postal code after C.P., RFC of both parties."""
    found = text(made("MX", "es", tmp_path))
    assert "$560.00 (quinientos sesenta pesos 00/100 M.N.)" in found
    assert "col. Roma, C.P. 06700, Ciudad de México" in found
    assert "RFC GODE561231GR8" in found and "RFC MAB9307148T4" in found


@pytest.mark.parametrize("code", ["es", "en"])
@pytest.mark.parametrize("law", GENERIC)
def test_a_country_without_data_gets_a_frame_of_no_country(law: str, code: str, tmp_path: Path) -> None:
    """No statute, authority or tax of another country but what both share, none of its words for the parties; numbered
    in figures; W354."""
    document = made(law, code, tmp_path)
    found = text(document)
    assert document.provisions[0].label == "1."
    assert headings(document) == (
        ["Partes", "Antecedentes", "Cláusulas"] if code == "es" else ["Parties", "Recitals", "Agreed Terms"]
    )
    for word in _of_others(law, code):
        assert not re.search(rf"(?<!\w){re.escape(word)}(?!\w)", found), word


def _of_others(law: str, code: str) -> set[str]:
    """Names of laws, authorities and taxes that `law` has not, and the parties' words that only some countries have."""
    words = {"IRPF", "IGV", "CFDI", "SUNAT", "DIAN", "SAT", "AEPD", "locación", "España", "Spain", "Colombia"}
    words |= set() if law in ECONOMIC_AREA else {"RGPD", "GDPR"}
    for datum in (datum for of, data in library().law.items() if of not in lineage(law) for datum in data):
        words |= {one for one in datum.reference.values() if one}
        if isinstance(datum.value, Mapping) and re.search(r"\d", datum.value[code]):
            words.add(datum.value[code])
    general = {
        entry.singular
        for key, entry in library().lexicons[code].nouns.items()
        if key.startswith(("client", "provider"))
    }
    for lexicon in library().lexicons.values():
        if lexicon.language == code:
            words |= {e.singular for k, e in lexicon.nouns.items() if k.startswith(("client", "provider"))} - general
    return words


def test_taxes_without_data_are_asked_for(tmp_path: Path) -> None:
    """Under a law without data no tax is computed: what the provider does not state is an open point."""
    document = made("UY", "es", tmp_path, taxes=None)
    assert [point.key for point in document.meta.open_points] == ["taxes.override"]


@pytest.mark.parametrize("law", FRAMED)
def test_a_label_takes_the_place_of_the_word(law: str, tmp_path: Path) -> None:
    """A party that names itself is called so everywhere, with the article of its gender."""
    spec = under(law, TAGS[law, "es"])
    spec["provider"].update(label="Asesora", gender="feminine")
    found = text(contract(spec, tmp_path)[1])
    assert "la Asesora presta" in found.lower().replace("asesora", "Asesora")
    assert not re.search(r"\bel Asesora\b|\bdel Asesora\b", found)
    assert not re.search(r"Prestadora|Contratista|Locadora", found)
