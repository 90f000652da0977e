"""Questions about fees and payment, which a practice may have answered once for all its engagements."""

from collections.abc import Callable, Mapping

from vadocs.diagnostics import hint
from vadocs.interview import parsing
from vadocs.interview.parties import options_of
from vadocs.interview.question import Known, Question, Wrong
from vadocs.interview.tree import Plain, Value
from vadocs.readers.schema.codes import CODES

PRICE = {"hourly": "rate", "unit": "unit_price"}
"""What the price is called in the models where it is not `amount`."""
_HOURS = {"hourly": "monthly_cap_hours"}
_CURRENCIES = {
    "AR": "ARS", "CL": "CLP", "CO": "COP", "ES": "EUR", "GB": "GBP", "MX": "MXN", "PE": "PEN", "US": "USD",
}  # fmt: skip
"""What is proposed as currency, by the provider's country."""


def of(*models: str) -> Callable[[Known], bool]:
    """Whether the fees are of one of these models."""
    return lambda known: known.text("fees.model") in models


def _model(typed: str, known: Known) -> Mapping[str, Value]:
    model = parsing.known_code(typed, CODES["fee_model"])
    return {"fees.model": model}


def _amount(typed: str, known: Known) -> Mapping[str, Value]:
    """The price under the name that the model has for it, and hours after a slash."""
    model = known.text("fees.model")
    price, hours = parsing.amount(typed, known.text("fees.currency"))
    found: dict[str, Value] = {f"fees.{PRICE.get(model, 'amount')}": price}
    if hours is not None and not known.typed.get("hours"):
        found |= _hours(hours, known)
    elif model == "hours-package" and known.get("fees.hours") is None and "hours" not in known.typed:
        raise Wrong.of("E625", text=typed)
    return found


def _hours(typed: str, known: Known) -> Mapping[str, Value]:
    model = known.text("fees.model")
    if model not in ("retainer", "hours-package", "hourly"):
        raise Wrong.of("E627", text=typed)
    return {f"fees.{_HOURS.get(model, 'hours')}": parsing.decimal(typed)}


def _milestones(typed: str, known: Known) -> Mapping[str, Value]:
    """The milestones; where each has an amount, the price is their sum."""
    stones, total = parsing.milestones(typed, known.text("fees.currency"), known.language)
    return {"fees.milestones": stones, **({"fees.amount": total} if total is not None else {})}


def _rollover(typed: str, known: Known) -> Mapping[str, Value]:
    """`none`, `all`, or `5/1`: five hours pass on, for one month."""
    capped, months = parsing.amount(typed)
    if months is None and typed.strip() in ("none", "all"):
        return {"fees.rollover.policy": Plain(typed.strip())}
    if months is None:
        raise Wrong.of("E618", hint("H618.rollover"), text=typed)
    return {
        "fees.rollover.policy": Plain("cap"),
        "fees.rollover.cap_hours": capped,
        "fees.rollover.expires_after_months": months,
    }


def _acceptance(typed: str, known: Known) -> Mapping[str, Value]:
    """`5/2`: five business days to review, two rounds of changes."""
    days, rounds = parsing.amount(typed)
    if rounds is None:
        raise Wrong.of("E618", hint("H618.acceptance"), text=typed)
    return {"acceptance.review_days": days, "acceptance.revisions": rounds}


def _has_hours(known: Known) -> bool:
    """Whether there are hours that may be left over; of a practice, whether there may be."""
    usual = known.get("client") is None
    return of("retainer", "hours-package")(known) and (usual or known.get("fees.hours") is not None)


def _number(name: str, key: str, *models: str, required: bool = True, extra: bool = False) -> Question:
    return Question(name, (key,), parsing.number(key), when=of(*models), required=required, extra=extra, metavar="N")


def _truth(name: str, key: str, model: str) -> Question:
    return Question(name, (key,), parsing.truth(key), "truth", when=of(model), required=True, metavar="YESNO")


FEES = Question(
    "fees", ("fees.model",), _model, "choice", required=True, metavar="|".join(CODES["fee_model"]),
    options=lambda known: options_of("fees", CODES["fee_model"], known),
)  # fmt: skip
CURRENCY = Question(
    "currency", ("fees.currency",), parsing.code("fees.currency"), required=True, metavar="EUR",
    propose=lambda known: _CURRENCIES.get(known.text("provider.address.country"), ""),
)  # fmt: skip
MILESTONES = Question(
    "milestones", ("fees.milestones",), _milestones, when=of("project"), required=True
)
AMOUNT = Question(
    "amount", ("fees.amount", "fees.rate", "fees.unit_price"), _amount, required=True, metavar="560/20"
)
HOURS = Question("hours", ("fees.hours", "fees.monthly_cap_hours"), _hours, silent=True, metavar="N")
BY_MODEL = (
    _number("billing-day", "fees.billing_day", "retainer"),
    _truth("in-advance", "fees.in_advance", "retainer"),
    Question(
        "rollover", ("fees.rollover",), _rollover, "choice", when=_has_hours,
        options=lambda known: options_of("rollover", ("none", "all"), known), metavar="none|all|5/1", own=True,
    ),
    _number("increment", "fees.increment_minutes", "hourly"),
    _number("validity-days", "fees.validity_days", "hours-package"),
    _truth("refund-unused", "fees.refund_unused", "hours-package"),
    Question(
        "unit", ("fees.unit",), parsing.code("fees.unit"), "choice", when=of("unit"), required=True, metavar="UNIT",
        options=lambda known: options_of("unit", CODES["unit"], known),
    ),
    Question("acceptance", ("acceptance",), _acceptance, when=of("project"), metavar="5/2"),
    _number("extra-hour", "fees.extra_hour", "retainer", required=False, extra=True),
)  # fmt: skip
"""Terms that one model or another needs."""
PAYMENT = (
    Question("payment-days", ("payment.days",), parsing.number("payment.days"), required=True, metavar="N"),
    Question(
        "payment-from", ("payment.from",), parsing.code("payment.from"), "choice", required=True,
        options=lambda known: options_of("payment-from", CODES["payment_from"], known), metavar="invoice|delivery",
    ),
    Question(
        "methods", ("payment.methods",), parsing.codes("payment.methods"), "several", required=True,
        options=lambda known: options_of("methods", CODES["methods"], known), metavar="transfer,…",
    ),
)  # fmt: skip
