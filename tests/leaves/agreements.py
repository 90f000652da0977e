"""Members of the family with agreements beside the contract, each with what only that agreement says."""

from collections.abc import Mapping

from tests.content.contracts import Spec
from tests.laid import GONE

SUBCONTRACTOR: Spec = {
    "legal_name": "Nuria Vila Soler", "kind": "person", "tax_id": "87654321X", "email": "nuria@example.com",
    "tax": {"regime": "es-direct-estimation", "activity": "professional", "territory": "mainland", "vat": "registered"},
    "address": {"street": "C/ Mayor, 3", "postal_code": "12001", "city": "Castelló de la Plana", "country": "ES"},
    "bank": {"iban": "ES7921000813610123456789"},
}  # fmt: skip
SUBCONTRACT: Spec = {
    "provider": SUBCONTRACTOR,
    "services": [{"task": "Registro de facturas recibidas", "frequency": "weekly"}],
    "fees": {
        "model": "hourly", "rate": "18.00", "currency": "EUR", "increment_minutes": "15", "monthly_cap_hours": "10",
    },
    "payment": {"days": "14", "from": "invoice", "methods": ["transfer"]},
    "term": {"start": "2026-12-09", "notice_days": "13"},
    "performed_in": ["PT"],
}  # fmt: skip
"""What a subcontract needs."""

MEMBERS: Mapping[str, tuple[str, Spec]] = {
    "agreements": ("levante", {
        "documents": ["nda", "data-processing-agreement", "statement-of-work"],
        "agreements": {
            "nda": {
                "number": "N-1", "date": "2026-11-20", "purpose": "estudiar un cambio de programa contable",
                "return_days": "12",
            },
            "data_processing": {"number": "D-1", "date": "2026-11-21"},
            "master": {"number": "M-1", "date": "2026-10-02"},
            "statement_of_work": {"number": "O-1", "date": "2026-11-22"},
        },
    }),
    "changed": ("levante", {
        "documents": ["change-order"],
        "agreements": {"change_order": {
            "number": "C-1", "date": "2027-02-10", "effective": "2027-03-01", "reason": "abre otra tienda",
            "remove": ["Informe de gastos por centro de coste"], "end": "2027-12-30",
            "add": [{"task": "Seguimiento de pedidos", "frequency": "daily"}],
            "fees": {"amount": "712.00", "hours": "25", "extra_hour": "33.00"},
        }},
    }),
    "changed hours": ("asistencia-austin", {
        "documents": ["change-order"],
        "agreements": {"change_order": {
            "effective": "2027-03-01", "fees": {"rate": "22.00", "monthly_cap_hours": "70"},
        }},
    }),
    "changed parts": ("web-lima", {
        "documents": ["change-order"],
        "agreements": {"change_order": {
            "effective": "2027-01-15", "end": "2027-04-30",
            "milestones": [{"name": "Tienda", "deliverable": "carrito", "due": "2027-04-15", "amount": "1200.00"}],
        }},
    }),
    "changed units": ("levante", {
        "documents": ["change-order"],
        "clause_set": "unit",
        "fees": {
            **dict.fromkeys(("amount", "hours", "extra_hour", "billing_day", "in_advance", "rollover"), GONE),
            "model": "unit", "unit": "minute-of-audio", "unit_price": "1.90", "statement_day": "4",
        },
        "deposit": GONE,
        "agreements": {"change_order": {"effective": "2027-03-01", "fees": {"unit_price": "2.10"}}},
    }),
    "subcontracted": ("levante", {
        "documents": ["subcontractor-agreement"],
        "agreements": {"subcontract": {
            **SUBCONTRACT, "number": "S-1", "date": "2026-11-25", "withholds": "true", "names_client": "true",
            "exclusions": ["atender al público"],
        }},
    }),
}  # fmt: skip
