"""A family of engagements that, together, give every leaf of the vocabulary and every branch of every union.

Each is an example with changes laid over it: mappings deeply, all else replaced, `GONE` takes a key out.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from tests.content.contracts import Spec, example
from tests.laid import GONE, laid
from tests.leaves import agreements, conduct
from tests.leaves.letters import LETTERS
from tests.leaves.practice import PRACTICE

SIGNATORY = {
    "name": "Nadia Ferrer", "capacity": "apoderada", "id_document": "X1234567L",
    "authority": {"kind": "power-of-attorney", "notary": "Notaría Ejemplo", "number": "4512", "date": "2024-02-03"},
}  # fmt: skip
PARTY = {
    "trade_name": "Marca Ejemplo", "phone": "+34 600 000 001", "website": "https://marca.example.com",
    "linkedin": "https://www.linkedin.com/in/ejemplo", "signatory": SIGNATORY,
    "contact": {"name": "Berta Contacto", "email": "berta@example.com", "phone": "+34 600 000 002"},
    "address": {"region": "Provincia Ejemplo"},
}  # fmt: skip
SALES = {
    "evidence": [{"claim": "curso", "proof": "título", "date": "2024-01-01"}],
    "references": [{"name": "Ana", "role": "gerente", "quote": "Muy bien.", "consent_on": "2026-01-01"}],
    "workspace": {
        "device": "portátil", "updates": "true", "disk_encryption": "true", "antivirus": "true",
        "backup_internet": "true", "separate_phone": "true",
    },
}  # fmt: skip
DATA = {
    "sub_processors": [{"name": "Nube Ejemplo", "country": "IE", "purpose": "alojamiento"}],
    "transfers": [{"country": "US", "mechanism": "standard-clauses"}],
    "minors": "true", "end_action": "return", "authorisation": "specific",
}  # fmt: skip
BANK = {
    "bank": "Banco Ejemplo", "holder": "Laura R. Gil", "iban": "ES9121000418450200051332", "bic": "EXAMCOBB",
    "clabe": "032180000118359719", "cbu": "2850590940090418135201", "cci": "00299900123456789012",
    "account": "000-123456-78", "account_type": "savings", "routing": "021000021", "sort_code": "20-00-00",
    "currency": "USD",
}  # fmt: skip
NOBODY = dict.fromkeys(
    (
        "legal_name", "trade_name", "kind", "tax_id", "tax", "address", "email", "phone", "signatory",
        "contact", "gender", "label",
    ),
    GONE,
)  # fmt: skip
"""One client taken out, to put several in its place."""
AUSTIN = {
    "street": "12 Sample Rd", "postal_code": "78701", "city": "Austin", "region": "Texas", "country": "US",
}  # fmt: skip
FIRM = {
    "legal_name": "First Member LLC", "trade_name": "Firsty", "kind": "company",
    "tax_id": {"kind": "ein", "value": "12-3456789", "country": "US"}, "address": AUSTIN,
    "email": "first@example.com", "phone": "+1 512 555 0101", "website": "https://first.example.com",
    "linkedin": "https://www.linkedin.com/in/first", "signatory": SIGNATORY,
    "contact": {"name": "Carl Contact", "email": "carl@example.com", "phone": "+1 512 555 0102"},
}  # fmt: skip
PERSON = {
    "legal_name": "Second Member", "kind": "person", "tax_id": {"kind": "none", "reason": "not yet registered"},
    "address": AUSTIN, "email": "second@example.com",
}  # fmt: skip


def member(name: str, tax: Mapping[str, Any], country: str, tax_id: Mapping[str, str]) -> Spec:
    """One of several clients, a company in a country."""
    address = {"street": f"Calle de {name}, 1", "city": "Ciudad", "country": country}
    email = f"{name.lower()}@example.com"
    return {
        "legal_name": f"{name}, S.L.", "kind": "company", "tax_id": dict(tax_id), "tax": dict(tax),
        "address": address, "email": email,
    }  # fmt: skip


def unplaced(name: str, country: str) -> Spec:
    """One of several clients, of which no address or tax identifier is known yet."""
    found = member(name, AT_HOME, country, {})
    return {key: value for key, value in found.items() if key not in ("address", "tax_id")} | {"country": country}


def several(*members: Spec, liability: str) -> Spec:
    """Several clients instead of the example's."""
    return {**NOBODY, "members": list(members), "liability": liability}


def passport(number: str, country: str) -> dict[str, str]:
    """A tax identifier whose kind does not tell its country."""
    return {"kind": "passport", "value": number, "country": country}


AT_HOME = {"territory": "mainland", "vat": "registered", "withholds": "true"}
IN_PERU = {"regime": "pe-mype", "vat": "registered", "withholds": "true"}
ADDED = (
    "trial-period", "fees-commission", "cancellation-noshow", "force-majeure", "absence-continuity", "warranties",
    "indemnity", "no-waiver",
)  # fmt: skip
"""Clauses that no set has."""
IN_THE_UNION = [{"kind": "roi-vies", "received_on": "2026-11-20"}]
FROM_MEXICO = {
    "provider": {
        "tax_id": {"kind": "rfc", "value": "GODE561231GR8", "country": "MX"},
        "tax": {"regime": "mx-resico", "territory": "mainland"},
        "address": {"street": "Av. Uno, 1", "city": "Ciudad de México", "region": "Ciudad de México", "country": "MX"},
    },
    "performed_in": "MX",
}  # fmt: skip
def registered(number: str) -> dict[str, str]:
    """A number in the British register of companies."""
    return {"kind": "company-number", "value": number, "country": "GB"}


OWN_COMPANY = {
    "kind": "company", "tax_id": registered("01234567"),
    "tax": {
        "regime": "gb-company", "vat": "not-registered", "intermediary": "true", "activity": GONE, "territory": GONE,
        "since": GONE, "declarations": [{"kind": "gb-outside-off-payroll", "received_on": "2026-11-20"}],
    },
    "address": {"street": "1 Mill Lane", "city": "Leeds", "country": "GB"}, "signatory": SIGNATORY,
}  # fmt: skip
"""A provider in the United Kingdom whose client has to be small, or to have decided that the work is outside IR35."""


def sized(**figures: str) -> Spec:
    """A British client by its figures."""
    return {"size": {**figures, "year_start": "2025-04-06"}}


def in_britain(tax: Spec) -> Spec:
    """Marta's engagement for one British client taxed so."""
    gone = {"territory": GONE, "vat": GONE, "withholds": GONE}
    return {
        "provider": OWN_COMPANY,
        "client": {
            "tax_id": registered("07654321"), "tax": {**gone, **tax},
            "address": {"city": "Leeds", "country": "GB"},
        },
    }  # fmt: skip


ABROAD = {"local_business": "false", "pays_from_abroad": "true"}
PARAMETERS = {
    "ethics": {"pledges": ["no aceptar comisiones de terceros"]},
    "insurance": {"cover": "responsabilidad civil profesional", "limit": "150000.00", "policy_number": "PZ-1"},
    "invoicing": {"send_to": "facturas@example.com", "reference": "PO-77", "dispute_days": "6", "cfdi_use": "G03",
                  "fiscal_postal_code": "06709", "list_day": "9"},
    "ip": {
        "transfer_on": "full-payment", "term_years": "20", "preexisting": ["plantillas de informe"],
        "third_party": ["tipografías"],
    },
    "liability": {"cap_months": "11"},
    "notices": {"received_days": "2"},
    "out_of_scope_change": {"quote_days": "4", "rate": "33.00"},
    "price_review": {"freeze_months": "13", "notice_days": "31", "index": "IPC general", "cap_percent": "3"},
    "regulated_acts": {"fields": ["tax"]},
    "security_incident": {"notify_hours": "23"},
    "substitution_subcontracting": {"notice_days": "7"},
    "tools_equipment": {"client_tools": ["programa contable"]},
    "client_obligations": {"materials": ["extractos"], "answer_days": "3", "website": "true"},
    "confidentiality": {"years_after": "3"},
    "trial_period": {"days": "29", "exit_notice_days": "4", "review_days": "6", "fee": "310.00"},
    "fees_commission": {
        "percent": "7", "base": "lo cobrado por las reservas", "attribution_days": "61", "statement_days": "9",
    },
    "cancellation_noshow": {
        "meeting_notice_hours": "22", "charge_percent": "55", "scale": [{"days_before": "10", "percent": "35"}],
    },
    "force_majeure": {"notice_days": "2", "max_days": "41", "also": ["corte del suministro de agua"]},
    "absence_continuity": {
        "notice_days": "12", "backup": "Berta Contacto", "pause_billing": "true", "max_days": "33",
    },
    "warranties": {"fix_days": "21", "results": ["informe cada viernes"]},
    "indemnity": {"by": "mutual", "notice_days": "6"},
    "credentials": {"vault": "Bóveda Ejemplo", "delegated_mailbox": "true"},
    "content_publication": {"approval_days": "4", "advertising": "true", "fundraising": "true"},
    "media_licences": {"paid_by": "provider"},
    "audio_handling": {"verbatim": "full", "deletion_days": "45"},
    "language_work": {"translation": "true"},
    "store_operations": {"refund_cap": "35.00"},
    "event_management": {"changes_days": "18"},
    "system_changes": {"window": "martes, de 21:00 a 23:00"},
    "call_handling": {"pass_on_hours": "5"},
    "staff_data": {"applications_months": "8"},
}
OF_NICHES = [
    "content-publication", "media-licences", "audio-handling", "language-work", "store-operations",
    "event-management", "system-changes", "call-handling", "staff-data",
]  # fmt: skip
"""Clauses of no set, which niches add."""

OFFERED: Spec = {
    "documents": ["contract", "proposal", "welcome-kit"], "address_form": "tu",
    "proposal": {"valid_until": "2026-12-28", "needs": ["datos"], "binding": "true"},
}
"""A proposal with what every proposal needs."""
PACKAGES: list[Spec] = [
    {
        "id": "mornings", "name": "Mornings", "summary": "who wants mornings covered", "recommended": "true",
        "includes": ["calendar"], "response_hours": "5", "fees": {"model": "hourly"},
    },
    {"id": "days", "name": "Whole days", "fees": {"model": "hourly"}},
]
"""Two packages at the price of the spec's own fees: what they say alone tells them apart."""
PROPOSAL: Spec = {
    **OFFERED,
    "proposal": {
        "form": "full", "title": "Cuentas al día", "summary": "Facturas y banco, cada semana",
        "valid_until": "2026-12-28", "understanding": ["se pierden horas"], "outcome": "El mes se cierra antes.",
        "client_time": {"now_hours": "9", "later_hours": "2"},
        "hours_by_task": [{"task": "Conciliar", "hours": "13"}, {"task": "Registrar", "hours": "7"}],
        "timeline": [{"name": "inicio", "on": "2026-12-02"}, {"name": "repaso", "week": "5"}],
        "needs": ["extractos bancarios"], "assumptions": ["un solo banco"], "about": "Trabajo desde Valencia.",
        "cases": [{"title": "Taller", "before": "once días", "after": "cuatro días", "consent_on": "2026-10-01"}],
        "questions": [{"question": "¿Y los viajes?", "answer": "Se hablan antes."}], "next_steps": ["una llamada"],
        "binding": "false",
    },
}  # fmt: skip
"""A proposal with all that is said in one alone."""

WELCOMED: Spec = {
    "welcome_kit": {
        "letter": "Empezamos por las facturas.",
        "people": [
            {"name": "Nuria Vila", "role": "suplencias", "email": "nuria@example.com", "phone": "+34 600 765 432"}
        ],
        "tools": [{
            "name": "hoja de cálculo", "purpose": "informes", "paid_by": "client", "plan": "básico",
            "link": "https://hojas.example.com",
        }],
        "closures": [{"first": "2027-08-09", "last": "2027-08-20", "reason": "vacaciones"}],
        "first_weeks": [{"week": "1", "plan": "escuchar"}, {"week": "3", "plan": "escribir los pasos"}],
        "ideas": ["archivar contratos"], "not_delegated": ["hablar con el banco"],
        "incident_contact": "Marta Ruiz, a cualquier hora",
        "questions": [{"question": "¿Valen las fotos?", "answer": "Si se leen."}],
        "questionnaire": ["¿Qué líneas de producto hay?"],
    },
}
"""What is said in a welcome kit alone."""

CHANGES: Mapping[str, tuple[str, Spec]] = {
    "retainer": ("levante", {
        **PARAMETERS, **PROPOSAL, **WELCOMED,
        "version": "2",
        "amends": {"number": "2025-002", "version": "1", "date": "2025-11-01"},
        "signing": {"date": "2026-11-25", "level": "ink", "originals": "2", "order": "client-first"},
        "provider": {
            **PARTY, **SALES, "label": "Asistente", "gender": "neutral",
            "tax_id": {"kind": "nif", "value": "12345678Z", "country": "ES"},
            "memberships": [{"name": "Red Ejemplo", "proof": "carné 5", "since": "2025-01-01"}],
            "team": [{"role": "revisión", "country": "ES", "access": "carpeta de informes"}],
            "brand": {"look": "sobrio", "accent": "#1F4E79"},
            "bank": {"bank": "Banco Ejemplo", "holder": "Marta Ruiz", "bic": "EXAMESMM", "currency": "EUR"},
        },
        "client": {
            **PARTY, "label": "Empresa", "gender": "feminine",
            "tax_id": {"kind": "nif", "value": "B12345674", "country": "ES"},
        },
        "acceptance": {"review_days": "5", "revisions": "2", "tacit": "true"},
        "independence": {"substitute": "true"},
        "term": {"start": "2026-12-01", "end": "2027-11-30", "notice_days": GONE},
        "renewal": {"automatic": "true", "period_months": "12", "opt_out_days": "29", "reminder_days": "14"},
        "termination": {"notice_days": "31", "cure_days": "14"},
        "fees": {"minimum_months": "4", "changes": [{"from": "2027-06-01", "amount": "613.00"}]},
        "deposit": {"months": "1", "due_days": "6"},
        "service_levels": {"urgent_surcharge_percent": "25", "from": "8:30", "to": "17:30"},
        "authority": {"spend_cap": "75.00", "spend_cap_per": "operation"},
        "personal_data": DATA,
        "kpis": [{"name": "facturas al día", "base": "la mitad", "target": "todas"}],
        "access": [{"system": "banca en línea", "role": "solo consulta", "method": "named-user"}],
        "clauses": {
            "add": [*ADDED, *OF_NICHES], "remove": ["severability"], "with": {"confidentiality": GONE},
            "pin": {"term": "1"},
        },
        "attachments": [{"file": "a.pdf", "title": "Anexo", "in": ["packet"]}],
        "accept": {"W814": "motivo"},
    }),
    "hourly": ("asistencia-austin", {
        **OFFERED,
        "proposal": {**OFFERED["proposal"], "options": PACKAGES, "chosen": "mornings", "accepted_on": "2026-11-25"},
        "courts": GONE,
        "arbitration": {"institution": "Chamber of Example", "seat": "Bogotá", "language": "en"},
        "client": several(FIRM, PERSON, liability="joint"),
        "provider": {"bank": BANK},
        "fees": {"minimum_hours": "2", "statement_day": "3"},
        "late_payment": {"interest": "agreed", "rate_percent_year": "9.5", "suspend_after_days": "16"},
        "deposit": {"amount": "250.00", "kind": "guarantee", "refund_days": "17"},
        "taxes": {"override": {
            "lines": [{"name": "Local levy", "rate_percent": "2.5", "base": "fees"}],
            "by": "Example Advisers", "reason": "Ruling 12 of the tax office",
        }},
        "exchange": {
            "payment_currency": "COP", "source": "the central bank", "date_rule": "invoice-date",
            "costs_borne_by": "client",
        },
        "liability": {"cap_amount": "5000.00"},
        "ip": {"transfer_on": "creation"},
        "personal_data": {"authorisation": "general", "end_action": "delete"},
    }),
    "unit": ("levante", {
        **OFFERED,
        "clauses": {"add": ["fees-unit"]},
        "fees": {
            **dict.fromkeys(("amount", "hours", "extra_hour", "billing_day", "in_advance", "rollover"), GONE),
            "model": "unit", "unit": "minute-of-audio", "unit_price": "1.90", "minimum": "20.00", "rush_percent": "30",
            "measured_on": "la duración del original", "rounding": "exact", "statement_day": "4",
        },
        "deposit": GONE,
    }),
    "package": ("levante", {
        **OFFERED,
        "clause_set": "hours-package",
        "clauses": {"add": ["price-review"]},
        "fees": {
            "model": "hours-package", "amount": "840.00", "hours": "30", "validity_days": "120",
            "refund_unused": "true", "extra_hour": GONE, "billing_day": GONE, "in_advance": GONE,
            "rollover": {"policy": "all", "expires_after_months": "2", "cap_hours": GONE},
            "instalments": {"count": "3", "every_months": "2"},
        },
        "deposit": {"months": GONE, "percent": "50"},
        "client": {
            "kind": "person", "gender": "feminine", "signatory": GONE,
            "tax_id": {"kind": "none", "reason": "alta en trámite"},
        },
        "provider": {
            "kind": "company", "legal_name": "Gestión Ejemplo, S.L.", "tax_id": "B12345674",
            "tax": {"regime": "es-company", "declarations": GONE}, "signatory": SIGNATORY,
        },
    }),
    "project": ("web-lima", {
        **OFFERED,
        "deposit": {"percent": "25", "kind": "guarantee", "refund_days": "9"},
        "services": [
            {"task": "Diseño", "frequency": "once", "value": "4100.00", "niche": "web-design"},
            {"task": "Guía", "frequency": "on-request", "value": "700.00"},
        ],
        "niches": GONE,
    }),
    "instalments": ("web-lima", {
        **OFFERED,
        "fees": {"milestones": [
            {"name": "Boceto", "deliverable": "láminas", "due": "2027-01-15", "amount": "1800.00"},
            {"name": "Entrega", "deliverable": "sitio", "due": "2027-03-15", "amount": "3000.00"},
        ]},
        "deposit": {"amount": "480.00", "kind": "advance", "applied_to": "first-invoice", "refund_days": "8"},
    }),
    "abroad": ("levante", {
        **OFFERED,
        "provider": {"tax_id": passport("AAA112233", "ES"), "tax": {"declarations": IN_THE_UNION}},
        "client": {
            "tax_id": passport("19XY00011", "FR"), "tax": {"territory": GONE, "withholds": GONE},
            "address": {"street": "3 rue Exemple", "postal_code": "69001", "city": "Lyon", "country": "FR"},
        },
        "used_in": "FR",
    }),
    "several": ("levante", {
        "client": several(
            member("Uno", AT_HOME, "ES", {"kind": "nif", "value": "B12345674", "country": "ES"}),
            member("Dos", AT_HOME, "ES", {"kind": "nif", "value": "B58378431", "country": "ES"}),
            liability="several",
        ),
        "fees": {"rollover": {"policy": "none", "cap_hours": GONE, "expires_after_months": GONE}},
        "deposit": {"kind": "guarantee", "applied_to": GONE},
    }),
    "several abroad": ("levante", {
        **OFFERED,
        "client": several(
            member("Un", {"vat": "registered"}, "FR", passport("19XY00011", "FR")),
            member("Deux", {"vat": "registered"}, "PT", passport("P998877", "PT")),
            liability="joint",
        ),
        "provider": {
            "tax_id": {"kind": "none", "reason": "recién llegada"}, "tax": {"declarations": IN_THE_UNION},
        },
        "used_in": ["FR", "PT"],
    }),
    "from Mexico": ("asistencia-austin", {**FROM_MEXICO, "client": {"tax": ABROAD}}),
    "several from Mexico": ("asistencia-austin", {
        **FROM_MEXICO,
        "client": several(
            member("One", ABROAD, "US", {"kind": "ein", "value": "12-3456789"}),
            member("Two", ABROAD, "US", {"kind": "ein", "value": "12-3456780"}),
            liability="joint",
        ),
    }),
    "in Colombia": ("levante", {
        "date": "2025-05-15",
        "provider": {
            "tax_id": {"kind": "nit", "value": "1037654321-1", "country": "CO"},
            "tax": {
                "regime": "co-vat-responsible", "activity": "business", "territory": GONE, "declarations": GONE,
                "files_income_tax": "true",
            },
            "address": {"city": "Medellín", "country": "CO"},
        },
        "client": {
            "tax_id": {"kind": "other", "value": "F1", "country": "CO"}, "tax": {"territory": GONE},
            "address": {"city": "Bogotá", "country": "CO"},
        },
        "fees": {"currency": "COP", "amount": "2000000.00"},
    }),
    "several in Peru": ("web-lima", {
        "client": several(
            member("Primera", IN_PERU, "PE", {"kind": "ruc", "value": "20605432108"}),
            member("Segunda", IN_PERU, "PE", {"kind": "ruc", "value": "20100070970"}),
            liability="joint",
        ),
    }),
    "a client without address": ("levante", {"client": {"address": GONE, "tax_id": GONE, "country": "ES"}}),
    "several without address": ("levante", {
        "client": several(unplaced("Uno", "ES"), unplaced("Dos", "ES"), liability="several"),
    }),
    "a small British client": ("levante", in_britain({"small": "true"})),
    "small by turnover and staff": ("levante", in_britain(sized(turnover="15000000", staff="50"))),
    "small by turnover and balance": ("levante", in_britain(sized(turnover="15000000", balance_sheet="7500000"))),
    "several small British clients": ("levante", {
        "provider": OWN_COMPANY,
        "client": several(
            member("One", {"small": "true"}, "GB", registered("07654321")),
            member("Two", sized(turnover="15000000", staff="50"), "GB", registered("07654322")),
            member("Three", sized(turnover="15000000", balance_sheet="7500000"), "GB", registered("07654323")),
            liability="joint",
        ),
    }),
    **PRACTICE,
    "conduct": ("levante", {
        **conduct.PARAMETERS,
        "clauses": {"add": conduct.CLAUSES},
    }),
    **agreements.MEMBERS,
    **LETTERS,
}  # fmt: skip


@cache
def example_spec(name: str) -> Spec:
    """An example as nested mappings of the texts that were written, without what is internal."""
    found = example(name)
    found.pop("internal", None)
    return found


def written(spec: Spec) -> str:
    """The spec as a file holds it: YAML in its form of JSON, which is quick to write."""
    return json.dumps(spec, ensure_ascii=False, indent=1)


def family() -> Iterator[tuple[str, Spec]]:
    """Each member by name."""
    for name, (base, changes) in CHANGES.items():
        yield name, laid(example_spec(base), changes)
    yield "two-languages", laid(
        example_spec("asistencia-austin"),
        {"language": ["es", "en"], "prevailing_language": "en"},
    )
