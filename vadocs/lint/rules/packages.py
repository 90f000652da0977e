"""The packages that a proposal offers, and the one that the client chose."""

from collections.abc import Iterator

from vadocs.diagnostics import Edit, hint
from vadocs.lint.rules.facts import Facts, Found, code_of, figure, found, number_of, records_of
from vadocs.model.engagement import Record


def currencies_differ(facts: Facts) -> Iterator[Found]:
    """Packages in several currencies: their amounts cannot be compared, nor read in any but the first."""
    fees = [facts.get("fees"), *(option.get("fees") for option in facts.records("proposal.options"))]
    told = [one.get("currency") for one in fees if isinstance(one, Record)]
    wanted = next((code_of(leaf) for leaf in told if leaf is not None), "")
    for leaf in told:
        if leaf is not None and code_of(leaf) != wanted:
            edit = Edit(leaf.span, wanted) if leaf.span is not None else None
            yield found(leaf.span, hint("H884", edit, wanted=wanted), currency=code_of(leaf), wanted=wanted)
            return


def none_recommended(facts: Facts) -> Iterator[Found]:
    """Several packages, and none is the one to take."""
    options = facts.records("proposal.options")
    if len(options) > 1 and not any(option.value("recommended") is True for option in options):
        yield found(options[0].span, hint("H885"), count=len(options))


def chosen_too_late(facts: Facts) -> Iterator[Found]:
    """The package was chosen, or the documents are of a day, when the proposal no longer held."""
    last, day = facts.day("proposal.valid_until"), facts.day("proposal.accepted_on") or facts.day("date")
    if facts.get("proposal.chosen") is not None and last is not None and day is not None and last < day:
        yield found(facts.span("proposal.chosen"), hint("H886"), last=last.isoformat(), day=day.isoformat())


def answer_untold(facts: Facts) -> Iterator[Found]:
    """The chosen package promises an answer sooner than the contract says, or the contract says nothing of it."""
    option = _chosen(facts)
    promised = option.get("response_hours") if option is not None else None
    hours = number_of(promised)
    if hours is None:
        return
    places = (*facts.records("service_levels.levels"), *facts.records("communications.channels"))
    told = [number for number in (number_of(place.get("response_hours")) for place in places) if number is not None]
    if not told or min(told) > hours:
        place = promised.span if promised is not None else None
        yield found(place, hint("H887" if told else "H887.none"), hours=figure(hours))


def _chosen(facts: Facts) -> Record | None:
    """The package that the client chose; None where none is chosen."""
    name = facts.code("proposal.chosen")
    options = records_of(facts.get("proposal.options"))
    return next((option for option in options if name and code_of(option.get("id")) == name), None)
