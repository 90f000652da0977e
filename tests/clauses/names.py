"""The vocabulary that the test library is written against: what its texts use of the spec, as the schema has it."""

from vadocs.model.vocabulary import Field, Type, Vocabulary


def _field(path: str, type: Type, optional: bool = False, **more: object) -> Field:
    return Field(path, type, optional=optional, **more)  # type: ignore[arg-type]


_FIELDS = (
    _field("client", "record"),
    _field("client.legal_name", "text"),
    _field("client.tax_id", "record"),
    _field("client.address", "record"),
    _field("client.address.city", "text"),
    _field("client.signatory", "record", True),
    _field("client.signatory.name", "text"),
    _field("client.signatory.capacity", "text"),
    _field("provider", "record"),
    _field("provider.legal_name", "text"),
    _field("provider.tax_id", "record"),
    _field("provider.address", "record"),
    _field("provider.signatory", "record", True),
    _field("provider.signatory.name", "text"),
    _field("provider.signatory.capacity", "text"),
    _field("governing_law", "country", open_point=True, optional=True),
    _field("services", "list"),
    _field("services[]", "record"),
    _field("services[].task", "text"),
    _field("services[].frequency", "code", choices=("weekly", "monthly"), list_name="frequency"),
    _field("services[].volume", "record", True),
    _field("exclusions", "list", True),
    _field("exclusions[]", "text"),
    _field("independence", "record", True),
    _field("independence.own_means", "boolean", True),
    _field("fees", "record"),
    _field("fees.model", "code", choices=("hourly", "retainer"), list_name="fee_model"),
    _field("fees.amount", "money", True, present_when=(("fees.model", ("retainer",)),)),
    _field("fees.hours", "quantity", True, unit="hour"),
    _field("fees.extra_hour", "money", True),
    _field("fees.billing_day", "integer", True, present_when=(("fees.model", ("retainer",)),)),
    _field("fees.in_advance", "boolean", True, present_when=(("fees.model", ("retainer",)),)),
    _field("fees.rollover", "record", True),
    _field("fees.rollover.policy", "code", choices=("none", "cap", "all")),
    _field("fees.rollover.cap_hours", "quantity", True, present_when=(("fees.rollover.policy", ("cap",)),)),
    _field("fees.rollover.expires_after_months", "quantity", True, present_when=(("fees.rollover.policy", ("cap",)),)),
    _field("deposit", "record", True),
    _field("deposit.kind", "code", choices=("advance", "guarantee")),
    _field("deposit.applied_to", "code", choices=("first-invoice", "last-invoice", "pro-rata")),
    _field("deposit.refund_days", "quantity", True, unit="day"),
    _field("deposit.total", "money", computed=True),
    _field("payment", "record"),
    _field("payment.days", "quantity", unit="day"),
    _field("payment.from", "code", choices=("invoice", "delivery")),
    _field("payment.methods", "list"),
    _field("payment.methods[]", "code", choices=("transfer", "card")),
    _field("late_payment", "record", True),
    _field("late_payment.interest", "code", choices=("statutory", "agreed")),
    _field(
        "late_payment.rate_percent_year", "quantity", True, unit="percent",
        present_when=(("late_payment.interest", ("agreed",)),),
    ),
    _field("late_payment.suspend_after_days", "quantity", True, unit="day"),
    _field("signing", "record"),
    _field("signing.place", "text", True, open_point=True),
    _field("signing.date", "date", True),
    _field("internal", "record", True, kind="internal"),
    _field("internal.rate_floor", "money", True, kind="internal"),
)  # fmt: skip

VOCABULARY = Vocabulary({field.path: field for field in _FIELDS})
"""Every name that the tests use."""
