"""Engagements that give every parameter of the ten clauses that practice asks for, and of those of the short sets."""

from collections.abc import Mapping
from typing import Any

from tests.laid import GONE

PRACTICE: Mapping[str, tuple[str, dict[str, Any]]] = {
    "practice": ("levante", {
        "clauses": {"add": [
            "data-not-withheld", "client-silence", "respectful-treatment", "platform-contracts",
            "meeting-recording", "client-content", "incapacity-or-death", "client-change",
        ]},
        "data_not_withheld": {"delivery_days": "4", "payer_notice_days": "19"},
        "client_silence": {"answer_days": "6", "paid_days": "20", "end_days": "25", "keep_days": "70"},
        "respectful_treatment": {"answer_days": "2"},
        "platform_contracts": {"platform": "Mercado Ejemplo", "fee_borne_by": "client"},
        "meeting_recording": {"allowed": "true", "kept_by": "client", "keep_days": "16"},
        "client_content": {"lead_days": "7", "format": "hoja de cálculo"},
        "incapacity_or_death": {"provider_contact": "Inés Ruiz", "naming_days": "12", "end_days": "45"},
        "client_change": {"notice_days": "8", "onboarding_hours": "6", "exit_days": "21"},
    }),
    "residence": ("asistencia-austin", {
        "clauses": {"add": ["tax-residence"]},
        "tax_residence": {"in_address_country": "true", "request_days": "9"},
    }),
    "emergency": ("web-lima", {
        "clauses": {"add": ["incapacity-or-death", "urgent-work"]},
        "incapacity_or_death": {"client_contact": "Luis Salas"},
        "urgent_work": {"within_hours": "10", "monthly_hours": "3", "requesters": ["Ana"]},
    }),
    "short": ("levante", {
        "clause_set": "retainer-short",
        **dict.fromkeys(("communications", "working_time", "service_levels", "authority", "client_obligations",
                         "tools_equipment", "expenses"), GONE),
        "client": {"contact": GONE},
        "formalities": {"received_days": "2"},
        "secure_access": {"notify_hours": "18"},
        "disputes": {"negotiation_days": "24"},
    }),
}  # fmt: skip
"""As in `family.CHANGES`: an example, and what is laid over it."""
