"""Whether the clauses of a plan say what is paid in the way the spec's fees are agreed."""

from collections.abc import Iterable

from vadocs.compose.order import clauses_of
from vadocs.diagnostics import Edit, Report, hint, related
from vadocs.model.clause import Clause
from vadocs.model.engagement import Engagement
from vadocs.model.expression import Compare, Constant, Name
from vadocs.model.library import Library


def check_fees(engagement: Engagement, library: Library, chosen: Iterable[str], report: Report) -> bool:
    """Whether some of the `chosen` clauses is for the spec's `fees.model`, or none is for any; else E353.

    Where none is for any, the spec took it out, and a rule asks why (W811). The hint names the set that fits.
    """
    model, name = engagement.text("fees.model"), engagement.text("clause_set")
    models = _models(library, chosen)
    if not model or not models or model in models:
        return True
    there = sorted(id for id in library.sets if model in _models(library, clauses_of(id, library.sets)))
    place = engagement.get("clause_set")
    span = place.span if place is not None else None
    meant = _counterpart(name, models, model, there)
    if meant is not None:
        advice = hint("H353", Edit(span, meant) if span is not None else None, name=meant)
    else:
        advice = hint("H353.none", model=model)
    said = engagement.get("fees.model")
    other = [related(said.span, "related.fees")] if said is not None and said.span is not None else []
    report.add("E353", span, hints=[advice], related=other, set=name, model=model)
    return False


def _models(library: Library, clauses: Iterable[str]) -> set[str]:
    """The models of fees that the clauses are for."""
    found = (_model(library.clauses[id]) for id in clauses if id in library.clauses)
    return {model for model in found if model is not None}


def _model(clause: Clause) -> str | None:
    """The only model of fees that a clause applies to; None where it applies to others too."""
    match clause.applies_when:
        case Compare("==", Name(("fees", "model")), Constant(str() as model)):
            return model
        case _:
            return None


def _counterpart(name: str, models: set[str], model: str, there: list[str]) -> str | None:
    """Of the sets that fit, the one called as the spec's but for the model, else the plainest; None without any."""
    wished = [model + name.removeprefix(other) for other in sorted(models) if name.startswith(other)]
    plain = sorted(there, key=lambda id: (len(id), id))
    return next((id for id in (*wished, *plain) if id in there), None)
