"""What the family gives of the clauses on conduct, data and disputes, which no set holds."""

CLAUSES = [
    "conflict-of-interest", "non-solicitation", "economic-dependence-trade", "data-notice", "portfolio-publicity",
    "ai-tools", "records-audit", "compliance-lawful-use", "language-precedence",
]  # fmt: skip

PARAMETERS = {
    "conflict_of_interest": {"disclose_days": "4", "competitors": ["Azulejos Norte"]},
    "non_solicitation": {"months": "9", "customers": "true", "compensation": "901.00"},
    "economic_dependence": {
        "income_share_percent": "81", "declared_on": "2026-10-05", "annual_break_days": "25",
        "weekly_rest": "domingo y lunes", "weekly_hours": "24",
    },
    "data_notice": {
        "voluntary_purposes": ["enviar un boletín"], "full_notice": "https://marta.example.com/aviso",
        "answer_days": "12",
    },
    "portfolio_publicity": {"allowed": "after-approval", "logo": "true", "testimonial": "true", "removal_days": "16"},
    "ai": {
        "policy": "allowed-with-notice", "tools": ["Traductor Dos"], "no_client_personal_data": "true",
        "no_training": "true", "human_review": "true", "disclose_public": "true",
    },
    "records_audit": {"retention_years": "6", "access_days": "18"},
    "compliance_lawful_use": {"prohibited": ["comprar listas de contactos"], "answer_days": "22"},
    "dispute_resolution": {"negotiation_days": "28", "mediator": "la Cámara Ejemplo", "mediation_days": "39"},
    "language_precedence": {"translations": ["inglés"], "working_language": "en"},
}  # fmt: skip
