"""Contracts under the laws of the United Kingdom: their frame; what those laws make of late payment, data, status."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.content.contracts import CLAUSES, ROOT, Spec, contract, library, provision, text, words_of
from tests.laid import laid
from vadocs.model.document import Document, Heading
from vadocs.model.walk import text_of

LEEDS, CAMDEN, MANCHESTER = "gb-executive-assistance-leeds", "gb-web-camden", "gb-bookkeeping-manchester"


def made(name: str, folder: Path, changes: Spec | None = None) -> Document:
    """The contract of an engagement, with changes laid over it."""
    told = (ROOT / "tests/engagements" / f"{name}.vadocs.yaml").read_text(encoding="utf-8")
    spec: Any = yaml.load(told, yaml.CBaseLoader)
    return contract(laid(spec, changes or {}), folder)[1]


@pytest.mark.parametrize(
    ("name", "headings", "pieces"),
    [
        (LEEDS, ["Parties", "Background", "Agreed Terms"], (
            "Dated 24 November 2026", "This agreement is dated 24 November 2026 and is made between:",
            "company no. 01234567", "UTR 1955839661", "(the “Supplier”)",
            "one thousand one hundred and fifty pounds (£1,150.00)", "sort code 20-00-00, account number 12345678",
            "The law of England and Wales governs this agreement",
            "the courts of England and Wales, sitting in Leeds where their rules allow it, have exclusive jurisdiction",
            "This agreement has been entered into on the date stated at the beginning of it, with its schedules.",
            "Signed for the Client", "Position: director",
        )),
        (CAMDEN, ["Partes", "Antecedentes", "Condiciones pactadas"], (
            "De 24 de noviembre de 2026", "Este contrato es de fecha 24 de noviembre de 2026 y se celebra entre:",
            "número de sociedad 07654321", "cuatro mil quinientas libras (£4,500.00)",
            "La ley de Inglaterra y Gales rige este contrato",
            "los tribunales de Inglaterra y Gales, con sede en Londres si sus reglas lo permiten",
            "Este contrato se celebra en la fecha que consta al principio.",
        )),
    ],
    ids=["en", "es"],
)  # fmt: skip
def test_the_frame(name: str, headings: list[str], pieces: tuple[str, ...], tmp_path: Path) -> None:
    """The date at the beginning, parties, background, agreed terms in figures, A4, a closing that looks back to it."""
    document = made(name, tmp_path)
    found = text(document) + "\n" + "\n".join(
        f"{line.label}: {text_of(line.content)}" for block in document.execution for line in getattr(block, "lines", ())
    )
    assert [text_of(one.content) for one in document.front if isinstance(one, Heading)] == headings
    assert (document.provisions[0].label, document.meta.paper) == ("1.", "a4")
    assert [piece for piece in pieces if piece not in found.replace("\u00a0", " ")] == []
    assert not document.meta.open_points


@pytest.mark.parametrize(
    ("law", "named"), [("GB-SCT", "The law of Scotland governs"), ("GB-NIR", "The law of Northern Ireland governs")]
)
def test_each_part_has_its_own_law_and_courts(law: str, named: str, tmp_path: Path) -> None:
    """The part is named for law and courts; courts of another country are those of their town."""
    found = text(made(LEEDS, tmp_path, {"governing_law": law}))
    assert named in found and f"the courts of {named.split(' of ')[1].removesuffix(' governs')}, sitting" in found
    abroad = text(made(LEEDS, tmp_path, {"governing_law": law, "courts": {"city": "Dublin", "country": "IE"}}))
    assert "the courts of Dublin (Ireland) have exclusive jurisdiction" in abroad


@pytest.mark.parametrize(
    ("name", "rule", "sums", "agreed", "remedy"),
    [
        (LEEDS, "eight percentage points above the base rate of the Bank of England", ("£40.00", "£70.00", "£100.00"),
         "takes the place of the interest and of the fixed sum", "a substantial remedy"),
        (CAMDEN, "ocho puntos porcentuales sobre el tipo base del Banco de Inglaterra", ("£40.00", "£70.00", "£100.00"),
         "ocupa el sitio del interés y de la cantidad fija", "un remedio sustancial"),
    ],
    ids=["en", "es"],
)  # fmt: skip
def test_late_payment(
    name: str, rule: str, sums: tuple[str, ...], agreed: str, remedy: str, tmp_path: Path
) -> None:
    """By the law: its rule, never a figure of it, and its fixed sums. As agreed: neither, and below the law's points
    nobody calls it substantial."""
    statutory = provision(made(name, tmp_path), "late-payment-suspension")
    assert rule in statutory and all(one in statutory for one in sums) and remedy not in statutory
    assert "11.75" not in statutory
    for rate, called in (("8", True), ("7.99", False)):
        late = {"interest": "agreed", "rate_percent_year": rate}
        found = provision(made(name, tmp_path, {"late_payment": late}), "late-payment-suspension")
        assert agreed in found and rule not in found and not any(one in found for one in sums)
        assert (remedy in found) is called


def test_data_are_under_the_laws_of_the_kingdom(tmp_path: Path) -> None:
    """The UK GDPR and its act, transfers out of the kingdom, no Union, in both languages."""
    found = text(made(LEEDS, tmp_path))
    data = {"personal_data": {
        "handled": "true", "purpose": "reservas", "nature": "consulta", "types": ["nombres"], "subjects": ["clientes"],
        "measures": ["cifrado"], "authorisation": "specific", "breach_hours": "24", "end_action": "return",
    }}  # fmt: skip
    spanish = text(made(CAMDEN, tmp_path, data))
    assert "the UK GDPR and the Data Protection Act 2018" in found
    assert "shall not transfer data outside the United Kingdom" in found
    assert "el RGPD del Reino Unido y su Ley de Protección de Datos de 2018" in spanish
    assert "no transferirá datos fuera del Reino Unido" in spanish
    for words in ("European Economic Area", "Member State", "2016/679", "Espacio Económico Europeo", "Estado miembro"):
        assert words not in found + spanish


def test_who_decides_about_status_is_told_to_companies_alone(tmp_path: Path) -> None:
    """A company has the client's decision in writing promised; of a person without a company nothing is said of it."""
    company, person = (provision(made(name, tmp_path), "independent-contractor") for name in (MANCHESTER, LEEDS))
    assert "the off-payroll working rules (IR35) leave the Client to decide" in company and "IR35" not in person
    assert "national insurance contributions and for those of their staff" in company
    assert "national insurance contributions." in person


def test_what_a_lawyer_there_looks_for(tmp_path: Path) -> None:
    """No limit for fraud, death or injury; nobody but the parties may enforce the agreement."""
    found = text(made(LEEDS, tmp_path))
    for piece in (
        "fraud, intentional misconduct", "death or personal injury caused by negligence",
        "Nothing in this clause limits liability for fraud", "may enforce a term of this agreement",
    ):  # fmt: skip
        assert piece in found, piece


def test_why_nothing_is_withheld(tmp_path: Path) -> None:
    """The reason that holds: no intermediary, a small client, the client's statement; with its reference."""
    cases = [
        (LEEDS, {}, "does not work through an intermediary company of their own (Income Tax (Earnings and Pensions)"),
        (CAMDEN, {}, "el Cliente es una sociedad pequeña, y por eso es la Parte Prestadora quien aplica las reglas"),
        (CAMDEN, {
            "client": {"tax": {"small": "false", "size": {"staff": "51"}}},
            "provider": {"tax": {"declarations": [{"kind": "gb-outside-off-payroll"}]}},
        }, "el Cliente ha decidido, y ha dicho por escrito, que los Servicios quedan fuera"),
    ]  # fmt: skip
    for name, changes, reason in cases:
        expected: Spec = changes
        assert reason in provision(made(name, tmp_path, expected), "taxes")


def test_english_is_spelled_as_its_tag_says(tmp_path: Path) -> None:
    """In en-GB no word of the general texts stays American, whatever law governs; the spec's words are left alone."""
    spelling = library().lexicons["en-GB"].spelling
    american = re.compile(rf"\b({'|'.join(spelling)})\b", re.IGNORECASE)
    for law in ("GB-EAW", "ES"):
        assert american.findall(text(made(LEEDS, tmp_path, {"governing_law": law}))) == []
    plain = text(made(LEEDS, tmp_path, {"language": "en"}))
    assert {"organizational", "authorization"} <= {word.lower() for word in american.findall(plain)}
    own = text(made(LEEDS, tmp_path, {"exclusions": ["Colors of the brand"]}))
    assert american.findall(own) == ["Colors"]


def test_every_word_respelled_is_in_a_general_text() -> None:
    """The list holds only words that general English texts of clauses or sections use."""
    paths = (*CLAUSES.glob("*/en*.md"), *(ROOT / "templates/documents").glob("*/*/en*.md"))
    used = {word.lower() for path in paths for word in re.findall(r"\w+", words_of(path))}
    assert set(library().lexicons["en-GB"].spelling) <= used
