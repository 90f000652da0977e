"""Invented providers and clients of each country, as their answers to the interviews."""

from datetime import date
from pathlib import Path

from vadocs.build import sources
from vadocs.diagnostics import Report
from vadocs.interview import founding
from vadocs.interview.asking import OPEN, Interview
from vadocs.interview.drafting import begun

TODAY = date(2026, 11, 23)

PROVIDERS = {
    "ES": ("12345678Z", "C/ Colón, 12; 46004 Valencia", "es-direct-estimation", "es-ES", "EUR"),
    "CO": ("cc 52123456", "Cra. 43A # 1-50; Medellín", "co-not-vat-responsible", "es-CO", "COP"),
    "PE": ("10456789124", "Av. Arequipa 1234; Lima", "pe-fourth-category", "es-PE", "PEN"),
    "MX": ("", "Av. Reforma 222; 06600 Ciudad de México", "mx-professional", "es-MX", "MXN"),
    "AR": ("", "Av. Corrientes 1234; Buenos Aires", "ar-monotributo", "es-AR", "ARS"),
    "CL": ("", "Av. Providencia 1234; Santiago", "cl-fees", "es-CL", "CLP"),
    "GB": ("", "12 High Street; Leeds LS1 4AP", "gb-sole-trader", "en-GB", "GBP"),
    "US": ("", "500 Congress Ave; Austin, TX 78701", "us-sole-proprietor", "en-US", "USD"),
}
"""Tax identifier, address, regime, language and currency."""

FEES = {
    "retainer": {"billing-day": "1", "in-advance": "sí", "rollover": "5/1"},
    "hourly": {"increment": "15"},
    "hours-package": {"validity-days": "90", "refund-unused": "no", "rollover": "none"},
    "project": {"acceptance": "5/2"},
    "unit": {"unit": "word"},
}
"""What a practice says of each model of fees."""

PRICES = {
    "retainer": {"amount": "560 / 20"},
    "hourly": {"amount": "28 / 40"},
    "hours-package": {"amount": "280 / 10"},
    "project": {"milestones": "Maqueta, tres páginas, 1200, 2027-01-15; Web, sitio publicado, 1800, 2027-02-15"},
    "unit": {"amount": "12"},
}
"""What one engagement says of it."""


def practice_of(folder: Path, country: str, model: str, law: str = "") -> Path:
    """A workspace in `folder` whose practice answers all that `vadocs init` asks."""
    number, address, regime, language, currency = PROVIDERS[country]
    told = {
        "name": "Ana Gil Soto", "country": country, "tax-id": number, "kind": "person", "address": address,
        "email": "ana@example.com", "regime": regime, "activity": "professional",
        "vat": "registered" if country in ("ES", "MX") else "not-registered", "language": language,
        "law": law or country, "courts": "Valencia", "signing-place": "Valencia", "signing-level": "advanced",
        "performed-in": country, "fees": model, "currency": currency, "payment-days": "15", "payment-from": "invoice",
        "methods": "transfer", "documents": "contract", **FEES[model],
    }  # fmt: skip
    interview = founding.began(folder, sources(folder, Report()), "es", TODAY)
    if law and "-" in law:
        del told["law"]
    for question in interview.table:
        if told.get(question.name):
            assert not interview.give(question, told[question.name], asked=False), question.name
    while (question := interview.next()) is not None:
        assert not question.required, question.name
        interview.give(question, OPEN)
    tree = interview.spec()
    if law and "-" in law:
        from vadocs.interview.tree import Plain

        tree["governing_law"] = Plain(law)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "practice.yaml").write_bytes(founding.practice_file(tree, "es", invented=False))
    return folder


def client_of(country: str) -> dict[str, str]:
    """An invented company of a country, as the answers of `vadocs new`."""
    name, number, address = founding._CLIENTS[country]
    return {
        "client": name, "client-country": country, "client-tax-id": number, "client-address": address,
        "client-email": "cliente@example.com", "signatory": "Pilar Ortega Sáez, administradora única",
    }  # fmt: skip


def facts_of(interview: Interview) -> str:
    """The first statement that may be made about each fact of a client."""
    options = interview.question("client-tax").options(interview.known())
    first: dict[str, str] = {}
    for option in options:
        first.setdefault(option.code.partition("=")[0], option.code)
    return ", ".join(first.values())


def answered(workspace: Path, told: dict[str, str], language: str = "es") -> tuple[Interview, list[str]]:
    """The interview with everything that it asks answered, and the questions in the order in which they were put."""
    interview = begun(workspace, language, TODAY)
    put: list[str] = []
    while (question := interview.next()) is not None:
        answer = facts_of(interview) if question.name == "client-tax" else told.get(question.name, "")
        assert answer or not question.required, question.name
        put.append(question.name)
        found = interview.give(question, answer)
        assert not found, (question.name, [one.message("es") for one in found])
    return interview, put
