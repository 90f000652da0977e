"""Members of the family that write letters: every leaf that stands in one alone."""

from collections.abc import Mapping

from tests.content.contracts import Spec

HEADED: Spec = {
    "date": "2026-05-28", "place": "Alicante", "delivery": "email", "enclosures": ["copia de la factura"],
}  # fmt: skip
"""What every letter begins and ends with."""
DUNNING: Spec = {
    "stage": "formal-demand",
    "invoice": {
        "number": "2026-014", "issued_on": "2026-04-01", "due_on": "2026-04-06", "amount": "638.40", "paid": "38.40",
    },
    "pay_by": "2026-06-08", "interest_to": "2026-05-28", "proposal": "Aceptamos dos pagos iguales.",
}  # fmt: skip

LATER: Spec = {**HEADED, "date": "2027-09-01"}
RENEWED: Spec = {
    "term": {"end": "2027-11-30", "notice_days": "~"}, "termination": {"notice_days": "30"},
    "renewal": {"automatic": "true", "period_months": "12", "opt_out_days": "29"},
}  # fmt: skip
CLOSED: Spec = {
    "ended_on": "2027-11-30", "returned": [{"item": "libros", "on": "2027-12-02"}],
    "access": [{"system": "banca en línea", "on": "2027-12-01"}],
    "data": {"action": "return", "on": "2027-12-03", "kept": "las facturas emitidas"},
}  # fmt: skip
TESTIMONIAL: Spec = {
    "person": "Tomás Vidal", "role": "director", "quote": "Cerramos el mes en cinco días.", "shown_as": "T. Vidal",
    "uses": ["la web"], "until": "2028-12-31",
}  # fmt: skip


def _of(document: str, letters: Spec, over: Spec | None = None) -> tuple[str, Spec]:
    """A member that writes one document alone, so that a change of its leaves costs little."""
    return "levante", {"documents": [document], "address_form": "tu", "letters": letters, **(over or {})}


LETTERS: Mapping[str, tuple[str, Spec]] = {
    "collection": _of("dunning-letters", {**HEADED, "dunning": DUNNING}),
    "based": _of("dunning-letters", {**HEADED, "date": "2026-07-31", "dunning": {
        **DUNNING, "pay_by": "2026-08-15", "interest_to": "2026-07-31",
        "base_rate": {"percent": "2.35", "on": "2026-06-30"},
    }}),
    "renewed": _of("renewal-letter", {**LATER, "renewal": {"ends_on": "2027-11-30"}}, RENEWED),
    "indexed": _of(
        "price-review-letter",
        {**LATER, "review": {"from": "2028-01-01", "index_percent": "2", "index_source": "julio de 2027"}},
        {"price_review": {"index": "IPC general"}},
    ),
    "priced": _of(
        "price-review-letter", {**LATER, "review": {"from": "2028-01-01", "amount": "590.00", "reason": "más tareas"}}
    ),
    "accepted": _of("acceptance-certificate", {"acceptance": {
        "deliverables": [{"name": "libro registro", "delivered_on": "2027-01-20"}], "reservations": ["dos hojas"],
    }}),
    "counted": _of("hours-ledger", {"hours": [
        {"month": "2026-12", "used": "14"}, {"month": "2027-01", "used": "21.5", "agreed": "18"},
    ]}),
    "bought": _of(
        "hours-ledger", {"date": "2027-03-01", "hours": [{"paid_on": "2026-12-02", "used": "14"}]},
        {"clause_set": "hours-package", "deposit": "~", "fees": {
            "model": "hours-package", "amount": "400.00", "currency": "EUR", "hours": "20", "validity_days": "60",
            "refund_unused": "true", "billing_day": "~", "in_advance": "~", "extra_hour": "~", "rollover": "~",
        }},
    ),
    "by_unit": _of(
        "price-review-letter", {**LATER, "review": {"from": "2028-01-01", "unit_price": "0.045", "reason": "x y"}},
        {"clause_set": "unit", "deposit": "~", "clauses": {"add": ["price-review"]}, "fees": {
            "model": "unit", "unit": "word", "unit_price": "0.04", "currency": "EUR", "amount": "~", "hours": "~",
            "billing_day": "~", "in_advance": "~", "extra_hour": "~", "rollover": "~",
        }},
    ),
    "closed": _of("offboarding-certificate", {"offboarding": CLOSED}),
    "withheld": _of("withholding-notice", {**LATER, "withholding": {"first_activity": "true"}}),
    "praised": _of("testimonial-consent", {"testimonial": TESTIMONIAL}),
}  # fmt: skip
