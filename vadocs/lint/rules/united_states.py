"""The United States: what the freelance acts of some states want in a contract; tax forms; California's own rules."""

from collections.abc import Iterator
from datetime import date as Date

from vadocs.diagnostics import Edit, Hint, hint
from vadocs.law.data import data_of
from vadocs.law.facts import PartyFacts
from vadocs.law.freelance import covered
from vadocs.law.united_states import DOMESTIC, FOREIGN_ENTITY, FOREIGN_PERSON, reported, status_form
from vadocs.lint.rules.facts import Facts, Found, code_of, figure, found
from vadocs.lint.rules.places import countries_of
from vadocs.lint.rules.status import EXCLUSIVITY
from vadocs.model.engagement import Items, Record
from vadocs.model.money import Money

LISTED_ON = "invoicing.list_day"
"""Where a spec says by which day of the month the list of services is submitted."""
WORK_FOR_HIRE = (
    "work*|works +made +for +hire", "work*|works +for +hire", "obra* +por +encargo",
    "obra* +hecha*|creada* +por +encargo", "trabajo* +por +encargo",
)  # fmt: skip


def services_without_value(facts: Facts) -> Iterator[Found]:
    """A contract under a freelance act that does not say what each service is worth."""
    services = facts.records("services")
    untold = [n for n, one in enumerate(services) if one.get("value") is None]
    if untold and _covered(facts):
        place = facts.span(f"services[{untold[0]}].task", "services")
        yield found(place, hint("H410"), *_listed_only(facts), count=len(untold), all=len(services))


def no_day_for_the_list(facts: Facts) -> Iterator[Found]:
    """A contract under a freelance act that does not say by which day the list of services is submitted."""
    if facts.code("fees.model") in ("retainer", "project") or not _covered(facts):
        return
    if facts.get(LISTED_ON) is None and facts.get("fees.statement_day") is None:
        yield found(facts.span("fees.model"), hint("H411"), *_listed_only(facts))


def paid_after_the_default(facts: Facts) -> Iterator[Found]:
    """More days to pay than the act gives where a contract is silent: what counts is that the contract says it."""
    days, usual = facts.number("payment.days"), facts.datum("payment_default_days")
    if days is not None and usual is not None and days > usual and _covered(facts):
        place = facts.span("payment.days")
        edit = Edit(place, figure(usual)) if place else None
        yield found(place, hint("H412", edit, limit=figure(usual)), days=figure(days), limit=figure(usual))


def kept_too_briefly(facts: Facts) -> Iterator[Found]:
    """Records are kept for less time than the act wants the contract kept."""
    years, least = facts.number("records_audit.retention_years"), facts.datum("contract_kept_years")
    if years is not None and least is not None and years < least and _covered(facts):
        place = facts.span("records_audit.retention_years")
        edit = Edit(place, figure(least)) if place else None
        yield found(place, hint("H413", edit, limit=figure(least)), years=figure(years), limit=figure(least))


def work_made_for_hire(facts: Facts) -> Iterator[Found]:
    """Words that in California can make whoever orders a work an employer."""
    if "work_for_hire_employs" in facts.law:
        for hit in facts.texts.find(*WORK_FOR_HIRE):
            yield found(hit.text.span, hint("H414"), words=hit.words)


def restraint(facts: Facts) -> Iterator[Found]:
    """A restraint on working for others, which California does not let stand: its clause, or its words."""
    if "restraints_void" not in facts.law:
        return
    if "non-solicitation" in facts.placed:
        yield found(facts.span("clauses.add", "non_solicitation"), hint("H415"), what="non-solicitation")
        return
    hit = next((one for one in facts.texts.find(*EXCLUSIVITY) if one.text.span is not None), None)
    if hit is not None:
        yield found(hit.text.span, hint("H415"), what=hit.words)


def no_status_form(facts: Facts) -> Iterator[Found]:
    """A client of the United States, and no form, or the wrong one, that tells it how the provider is taxed."""
    done = _performed_in(facts)
    wanted = {status_form(_provider(facts), country, done) for country in countries_of(facts, "client")} - {""}
    declared = {code_of(one.get("kind")) for one in facts.records("provider.tax.declarations")}
    for form in sorted(wanted - declared):
        other = sorted(declared & {DOMESTIC, FOREIGN_PERSON, FOREIGN_ENTITY})
        place = facts.span("provider.tax.declarations", "provider.tax.regime", "provider.legal_name")
        advice = hint("us.other_form", other=other[0].upper()) if other else None
        yield found(place, hint("H416", form=form), *((advice,) if advice else ()), form=form.upper())


def payments_reported(facts: Facts) -> Iterator[Found]:
    """What a client of the United States pays in a year reaches what it has to report of a provider there."""
    if _provider(facts).country != "US" or "US" not in countries_of(facts, "client"):
        return
    payments = [(day, amount) for day, amount in _payments(facts, "due") or () if day is not None]
    for year, limit in reported(payments, data_of("US", facts.library.law)).items():
        place = facts.span("fees.amount", "fees.model")
        yield found(place, hint("H417"), year=year, limit=f"{figure(limit.amount)} {limit.currency}")
        return


def work_done_there(facts: Facts) -> Iterator[Found]:
    """A provider of elsewhere works in the United States for a client there: its pay is no longer foreign."""
    abroad = _provider(facts).country not in ("", "US")
    if abroad and "US" in countries_of(facts, "client") and "US" in _performed_in(facts):
        yield found(facts.span("performed_in[0]", "performed_in"), hint("H418"))


def exemption_untold(facts: Facts) -> Iterator[Found]:
    """California takes whoever works for another for an employee; what exempts a business, the spec does not say."""
    if "business_to_business_exemption" not in facts.law:
        return
    untold = [name for name in ("own_schedule", "other_clients", "own_means") if not facts.flag(f"independence.{name}")]
    if untold:
        names = ", ".join(f"`independence.{name}`" for name in untold)
        yield found(facts.span("independence", f"independence.{untold[0]}"), hint("H419"), names=names)


def _covered(facts: Facts) -> bool:
    """Whether the governing law has a freelance act, and the contract comes to its value or may."""
    return covered(facts.law, _provider(facts), _payments(facts, "issued"))


def _listed_only(facts: Facts) -> tuple[Hint, ...]:
    return (hint("us.listed"),) if "freelance_listed_services_only" in facts.law else ()


def _provider(facts: Facts) -> PartyFacts:
    country, kind, regime = (facts.code(f"provider.{name}") for name in ("address.country", "kind", "tax.regime"))
    return PartyFacts(country=country, kind=kind, regime=regime)


def _performed_in(facts: Facts) -> frozenset[str]:
    places = facts.get("performed_in")
    return frozenset(code_of(one) for one in places.items) - {""} if isinstance(places, Items) else frozenset()


def _payments(facts: Facts, day: str) -> list[tuple[Date | None, Money]] | None:
    """The invoices known beforehand, by the day named; by the hour, the months up to the cap; None: cannot be told."""
    rows = facts.records("invoicing_calendar.payments")
    if rows:
        bases = [(_day(one, day) or _day(one, "issued"), one.value("base")) for one in rows]
        return [(on, base) for on, base in bases if isinstance(base, Money)]
    month, start, end = facts.money("fees.most_in_month"), facts.day("term.start"), facts.day("term.end")
    if month is None or start is None:
        return None
    count = 12 if end is None else min(12, (end.year - start.year) * 12 + end.month - start.month + 1)
    every = ((start.month - 1 + n, n) for n in range(count))
    return [(Date(start.year + at // 12, at % 12 + 1, 1), month) for at, _ in every]


def _day(record: Record, name: str) -> Date | None:
    value = record.value(name)
    return value if isinstance(value, Date) else None
