"""The clauses that only niches add: whole under every law, each variant and each parameter in the text."""

from pathlib import Path

import pytest

from tests.content.contracts import MARTA, Spec, contract, example, library, text

IDS = [
    "content-publication", "media-licences", "audio-handling", "language-work", "store-operations", "event-management",
    "system-changes", "call-handling", "property-support", "staff-data", "research-sources", "data-quality",
    "team-coordination",
]  # fmt: skip
LAWS = [
    ("ES", "es-ES", "en-GB"), ("CO", "es-CO", "en-US"), ("PE", "es-PE", "en-US"), ("MX", "es-MX", "en-US"),
    ("UY", "es-UY", "en-GB"),
]  # fmt: skip


def with_all(**given: object) -> Spec:
    """Marta's engagement with every one of these clauses and no niche, and parameters by namespace."""
    spec = {**example(MARTA), "clauses": {"add": IDS}, **given}
    del spec["niches"]
    return spec


def told(folder: Path, **given: object) -> str:
    """The text of that contract."""
    return text(contract(with_all(**given), folder)[1])


@pytest.mark.parametrize(("law", "tag"), [(law, tag) for law, *tags in LAWS for tag in tags])
def test_they_compose_under_every_law(law: str, tag: str, tmp_path: Path) -> None:
    """Each is placed with its text, and brings no open point; only a law without data warns that there are none."""
    warned = () if law in library().law else ("W354",)
    plan, document = contract(with_all(governing_law=law, language=tag), tmp_path, *warned)
    assert set(IDS) <= {placement.clause.id for placement in plan.placements}
    assert not [point for point in document.meta.open_points if point.key.split(".")[0] in NAMESPACES]


NAMESPACES = {id.replace("-", "_") for id in IDS}

VARIANTS = [
    ({}, "Las licencias se compran a nombre del Cliente", "El precio incluye las licencias"),
    ({"media_licences": {"paid_by": "provider"}}, "El precio incluye las licencias", "se compran a nombre"),
    ({}, "La transcripción es limpia", "La transcripción es literal"),
    ({"audio_handling": {"verbatim": "full"}}, "La transcripción es literal", "La transcripción es limpia"),
    ({}, "La revisión corrige ortografía", "La traducción dice lo mismo"),
    ({"language_work": {"translation": "true"}}, "La traducción dice lo mismo", "La revisión corrige ortografía"),
    ({}, "deja preparado cada reembolso", "y reembolsa hasta"),
    ({"store_operations": {"refund_cap": "35.00"}}, "treinta y cinco euros (35,00 €) por pedido", "deja preparado"),
    ({}, "Nadie puede asegurar el alcance", "Los anuncios se pagan"),
    ({"content_publication": {"advertising": "true"}}, "Los anuncios se pagan con la tarjeta", "Cada donativo"),
    ({"content_publication": {"fundraising": "true"}}, "Cada donativo entra", "Los anuncios se pagan"),
    ({}, "cuando el Cliente lo aprueba.", "en esta franja"),
    ({"system_changes": {"window": "martes por la noche"}}, "en esta franja: martes por la noche.", "lo aprueba."),
]


@pytest.mark.parametrize(("given", "there", "absent"), VARIANTS)
def test_each_variant(given: Spec, there: str, absent: str, tmp_path: Path) -> None:
    """A parameter chooses its text, and the other one is not there."""
    printed = told(tmp_path, **given)
    assert there in printed
    assert absent not in printed


def test_periods_are_printed(tmp_path: Path) -> None:
    """Each period that is given stands in words and figures."""
    printed = told(
        tmp_path,
        content_publication={"approval_days": "4"}, audio_handling={"deletion_days": "45"},
        event_management={"changes_days": "18"}, call_handling={"pass_on_hours": "5"},
        staff_data={"applications_months": "8"},
    )  # fmt: skip
    for period in (
        "cuatro (4) días hábiles", "cuarenta y cinco (45) días", "dieciocho (18) días", "cinco (5) horas",
        "ocho (8) meses",
    ):  # fmt: skip
        assert period in printed


# --- reserved acts, measures, access ---------------------------------------------------------------

FIELDS = {
    "general": ("el consejo profesional sobre derecho", None),
    "tax": ("el asesoramiento fiscal", "no recibe ni custodia fondos"),
    "law": ("el asesoramiento jurídico", "Los borradores jurídicos"),
    "brokerage": ("la intermediación inmobiliaria", "no depende de que se venda o se alquile"),
    "translation": ("la traducción jurada", "certificar la traducción"),
    "employment": ("el asesoramiento laboral", "Cada decisión la toma una persona"),
}


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_of_reserved_acts(field: str, tmp_path: Path) -> None:
    """Each field excludes its acts, says what it needs to say, and brings nothing of the others."""
    printed = told(tmp_path, regulated_acts={"fields": [field]})
    for name, sentences in FIELDS.items():
        for sentence in sentences:
            assert sentence is None or (sentence in printed) == (name == field), (name, sentence)


def test_fields_come_together(tmp_path: Path) -> None:
    """Several fields are one list, closed as a list is, in both languages."""
    printed = told(tmp_path, regulated_acts={"fields": ["tax", "law"]})
    assert "la firma de declaraciones; y" in printed or "la firma de declaraciones, y" in printed
    english = told(tmp_path, regulated_acts={"fields": ["tax", "law"]}, language="en-GB")
    assert "the signing of tax returns; and" in english


def test_measures_are_no_promise(tmp_path: Path) -> None:
    """Measures are printed with their target and with what they are for; without them the text is silent."""
    given = [{"name": "facturas al día", "target": "todas"}]
    assert "facturas al día – objetivo: todas" in told(tmp_path, kpis=given)
    assert "Ninguno es por sí solo una promesa de resultado" in told(tmp_path, kpis=given)
    assert "indicadores" not in told(tmp_path)
    assert "facturas al día – target: todas" in told(tmp_path, kpis=given, language="en-GB")


@pytest.mark.parametrize(
    ("method", "es", "en"),
    [
        ("named-user", "usuario propio", "own user name"), ("delegation", "delegación", "delegation"),
        ("vault", "gestor de contraseñas", "password manager"),
        ("supervised", "sesión acompañada", "accompanied session"),
    ],
)  # fmt: skip
def test_access_is_listed(method: str, es: str, en: str, tmp_path: Path) -> None:
    """Each access says system, role and how it is given, in the words of the language."""
    given = [{"system": "banca en línea", "role": "solo consulta", "method": method}]
    assert f"banca en línea: solo consulta ({es})" in told(tmp_path, access=given)
    assert f"banca en línea: solo consulta ({en})" in told(tmp_path, access=given, language="en-GB")
    assert "abrirá estos accesos" not in told(tmp_path)
