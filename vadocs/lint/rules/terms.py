"""What the deal has to say: fees, hours, acceptance, exclusions, changes, currencies."""

from collections.abc import Iterator

from vadocs.diagnostics import hint
from vadocs.lint.rules.facts import Facts, Found, found
from vadocs.lint.rules.places import countries_of
from vadocs.model.jurisdiction import ECONOMIC_AREA

PRIMARY = ("fees-hourly", "fees-retainer", "fees-hours-package", "fees-project", "fees-unit")
"""The clauses that say what is paid; a commission may stand beside one of them."""


def fees_twice(facts: Facts) -> Iterator[Found]:
    """Two clauses say what is paid."""
    placed = [clause for clause in PRIMARY if clause in facts.placed]
    if len(placed) > 1:
        told = ", ".join(f"`{clause}`" for clause in placed)
        yield found(facts.span("fees.model"), hint("H810", clause=_wanted(facts)), list=told)


def no_fees(facts: Facts) -> Iterator[Found]:
    """No clause that we know says what is paid, though the spec does."""
    if facts.get("fees.model") is not None and not facts.placed.intersection(PRIMARY):
        yield found(facts.span("fees.model"), hint("H811", clause=_wanted(facts)), clause=_wanted(facts))


def _wanted(facts: Facts) -> str:
    return f"fees-{facts.code('fees.model')}"


def rollover_untold(facts: Facts) -> Iterator[Found]:
    """Hours paid in advance, and no word on what becomes of those not used."""
    if facts.get("fees.hours") is not None and not facts.code("fees.rollover.policy"):
        yield found(facts.span("fees.hours"), hint("H812"))


def project_without_acceptance(facts: Facts) -> Iterator[Found]:
    """A price by milestones, and nothing says when a milestone counts as accepted."""
    if facts.code("fees.model") == "project" and "deliverables-acceptance" not in facts.placed:
        yield found(facts.span("fees.milestones", "fees.model"), hint("H813"))


def no_exclusions(facts: Facts) -> Iterator[Found]:
    """Nothing says what the work does not include."""
    if facts.get("exclusions") is None:
        yield found(facts.span("services"), hint("H814"))


def no_change_procedure(facts: Facts) -> Iterator[Found]:
    """Nothing says how further work is asked for and priced."""
    if "out-of-scope-change" not in facts.placed:
        yield found(facts.span("clauses.remove", "services"), hint("H815"))


def no_exchange(facts: Facts) -> Iterator[Found]:
    """Money crosses a border, and nothing says in which currency it comes and who bears the costs."""
    own, theirs = countries_of(facts, "provider"), countries_of(facts, "client")
    abroad = sorted(theirs - own)
    told = facts.get("exchange") is not None and "currency-exchange" in facts.placed
    if not own or not abroad or told:
        return
    if facts.code("fees.currency") == "EUR" and own | theirs <= ECONOMIC_AREA:
        return
    yield found(facts.span("fees.currency"), hint("H816"), country=", ".join(abroad))


def deposit_without_cap(facts: Facts) -> Iterator[Found]:
    """A deposit for hours billed afterwards, of which nobody knows how many there will be."""
    hourly = facts.code("fees.model") == "hourly"
    if hourly and facts.get("deposit") is not None and facts.get("fees.monthly_cap_hours") is None:
        yield found(facts.span("deposit.kind", "deposit"), hint("H817"))


def hours_without_cap(facts: Facts) -> Iterator[Found]:
    """Hours without a cap and without a deposit: a client who expected less does not pay."""
    hourly = facts.code("fees.model") == "hourly"
    if hourly and facts.get("deposit") is None and facts.get("fees.monthly_cap_hours") is None:
        yield found(facts.span("fees.rate", "fees.model"), hint("H818"))


def left_out(facts: Facts) -> Iterator[Found]:
    """The set chosen is a short one, where clauses stand for others, and has none for what the spec tells.

    A clause that the usual set for the same fees has, and the one chosen neither has nor replaces, says nothing of the
    key that bears its name.
    """
    chosen, usual = (facts.library.sets.get(facts.code(path)) for path in ("clause_set", "fees.model"))
    if chosen is None or usual is None or not chosen.instead:
        return
    replaced = {*facts.placed, *chosen.clauses, *chosen.instead}
    told = {facts.library.clauses[id].namespace for id in replaced if id in facts.library.clauses}
    for id in usual.clauses:
        clause = facts.library.clauses.get(id)
        key = clause.namespace if clause is not None and id not in replaced else ""
        item = facts.record.get(key) if key and key not in told else None
        if item is not None:
            told.add(key)
            yield found(facts.span(key), hint("H889", clause=id), key=key, set=chosen.id)
