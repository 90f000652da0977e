"""Where the law differs, so do the texts, in both languages: status, data, signature, secrets, rights in works."""

from pathlib import Path

import pytest

from tests.content.contracts import Spec, contract, text
from tests.content.engagements import FRAMED, GENERIC, under
from vadocs.model.jurisdiction import UNION

INDEPENDENCE = {
    ("ES", "es"): "mantendrá vigente su alta fiscal y su alta en el régimen de la seguridad social",
    ("ES", "en"): "their registration in the social security scheme for the self-employed",
    ("CO", "es"): "aportes a salud, pensión y riesgos laborales",
    ("CO", "en"): "contributions to health, pension and occupational risk insurance",
    ("MX", "es"): "La ley puede presumir un empleo por la forma real de trabajar",
    ("MX", "en"): "The law may presume employment from the actual way of working",
    ("PE", "es"): "presta los Servicios sin subordinación a la Comitente, según el artículo 1764 del Código Civil",
    ("PE", "en"): "without subordination to the Client, in accordance with article 1764 of the Peruvian Civil Code",
    ("CL", "es"): "sin vínculo de subordinación ni dependencia con el Cliente",
    ("CL", "en"): "in no relation of subordination or dependence with the Client",
    ("AR", "es"): "que deja fuera de la ley de contrato de trabajo a los contratos de servicios",
    ("AR", "en"): "which leaves contracts for services outside the employment contract act",
}
DATA = {
    ("ES", "es"): "el Reglamento (UE) 2016/679 (RGPD)",
    ("ES", "en"): "Regulation (EU) 2016/679 (GDPR)",
    ("CO", "es"): "contrato de transmisión de datos personales",
    ("CO", "en"): "contract of transmission of personal data",
    ("MX", "es"): "Este anexo acredita que ese encargo existe, qué alcance tiene y cuál es su contenido.",
    ("MX", "en"): "This schedule proves that this processing was commissioned, its scope and its content.",
    ("PE", "es"): "es titular del banco de datos personales",
    ("PE", "en"): "is the holder of the personal data bank",
    ("CL", "es"): "Este anexo es el mandato escrito del Cliente para tratar esos datos.",
    ("CL", "en"): "This schedule is the Client’s written mandate to process those data.",
    ("AR", "es"): "es responsable de los archivos y bases con los datos personales",
    ("AR", "en"): "is responsible for the files and databases that hold the personal data",
}
SIGNATURE = {
    ("ES", "es"): "y en particular el Reglamento (UE) 910/2014",
    ("ES", "en"): "and in particular Regulation (EU) 910/2014",
    ("CO", "es"): "según la Ley 527 de 1999 y el Decreto 2364 de 2012",
    ("CO", "en"): "under Colombian Law 527 of 1999 and Decree 2364 of 2012",
    ("MX", "es"): "y en particular el Código de Comercio",
    ("MX", "en"): "and in particular the Mexican Commercial Code",
    ("PE", "es"): "y en particular la Ley 27269",
    ("PE", "en"): "and in particular Peruvian Law 27269",
    ("CL", "es"): "y en particular el artículo 3 de la Ley 19.799",
    ("CL", "en"): "and in particular article 3 of Chilean Law 19.799",
    ("AR", "es"): "según el artículo 5 de la Ley 25.506",
    ("AR", "en"): "under article 5 of Argentine Law 25,506",
}
TERMS = {
    ("ES", "es"): "por todo el plazo legal de protección",
    ("ES", "en"): "for the full legal term of protection",
    ("MX", "es"): "por el plazo más largo que la ley permita pactar sin exigir una justificación",
    ("MX", "en"): "for the longest term that the law lets the parties agree without a justification",
}


def said(law: str, code: str, folder: Path, **changes: object) -> str:
    """The text of an engagement's contract under a law, in a language."""
    tag = f"{code}-{law}" if law in FRAMED else code
    return text(contract(under(law, tag, **changes), folder, *(() if law in FRAMED else ("W354",)))[1])


@pytest.mark.parametrize("table", [INDEPENDENCE, DATA, SIGNATURE, TERMS], ids=["status", "data", "signature", "works"])
@pytest.mark.parametrize("code", ["es", "en"])
@pytest.mark.parametrize("law", FRAMED)
def test_each_law_has_its_words_in_both_languages(
    law: str, code: str, table: dict[tuple[str, str], str], tmp_path: Path
) -> None:
    """What is said under one law stands in its contracts and in those of no other law."""
    found = said(law, code, tmp_path)
    own = table.get((law, code), table["ES", code])
    assert own in found
    for (other, language), words in table.items():
        assert language != code or words == own or words not in found, other


@pytest.mark.parametrize("table", [INDEPENDENCE, DATA, SIGNATURE], ids=["status", "data", "signature"])
@pytest.mark.parametrize("law", GENERIC)
def test_a_law_without_data_has_none_of_them(law: str, table: dict[tuple[str, str], str], tmp_path: Path) -> None:
    """The general texts speak of no law's own matters; a member of the Union has what Spain shares with it."""
    shared = {"ES"} if law in UNION and table is not INDEPENDENCE else set()
    for code in ("es", "en"):
        found = said(law, code, tmp_path)
        assert {of for (of, language), words in table.items() if language == code and words in found} == shared


@pytest.mark.parametrize(("code", "secret"), [("es", "de los que protege la Ley 1/2019"), ("en", "Spanish Act 1/2019")])
def test_trade_secrets_are_those_of_the_law_that_defines_them(code: str, secret: str, tmp_path: Path) -> None:
    """Spain's act on trade secrets is named where Spain's law governs, nowhere else."""
    assert secret in said("ES", code, tmp_path)
    assert secret not in said("PE", code, tmp_path)


@pytest.mark.parametrize("law", ["ES", "MX"])
def test_the_term_of_an_assignment_may_be_written(law: str, tmp_path: Path) -> None:
    """A term in years stands in the place of the longest one; the territory is always written out."""
    found = said(law, "es", tmp_path, ip={"term_years": "7"})
    assert "para todo el mundo y por siete (7) años" in found and TERMS[law, "es"] not in found
    assert "worldwide and for seven (7) years" in said(law, "en", tmp_path, ip={"term_years": "7"})


@pytest.mark.parametrize("law", FRAMED)
def test_liability_for_intent_is_never_limited(law: str, tmp_path: Path) -> None:
    """No limit covers intent, nor gross or inexcusable fault, under any law."""
    assert "al dolo ni a la culpa grave o inexcusable" in said(law, "es", tmp_path)
    assert "intentional misconduct, or gross or inexcusable negligence" in said(law, "en", tmp_path)


def test_a_mexican_company_cares_for_its_staff(tmp_path: Path) -> None:
    """A company pays for its staff, and places none of them at the client's disposal."""
    spec: Spec = under("MX", "es-MX")
    spec["provider"].update(kind="company", tax_id="MAB9307148T4", signatory={"name": "Ana", "capacity": "gerente"})
    found = text(contract(spec, tmp_path)[1])
    assert "las cuotas de seguridad social de su personal" in found
    assert "no sirve para poner personal de la Prestadora" in found.replace("Parte Prestadora", "Prestadora")
