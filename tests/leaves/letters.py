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

LETTERS: Mapping[str, tuple[str, Spec]] = {
    "collection": ("levante", {
        "documents": ["dunning-letters"], "address_form": "tu", "letters": {**HEADED, "dunning": DUNNING},
    }),
}  # fmt: skip
