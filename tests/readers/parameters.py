"""Parameters of a few clauses, as the library would declare them, and those of the bundled library."""

from functools import cache
from pathlib import Path

from vadocs.diagnostics import Report
from vadocs.model.clause import Parameter
from vadocs.readers.library import load_library

_TEXTS = {"es": "descripción", "en": "description"}

PARAMETERS = {
    "confidentiality": {"years_after": Parameter("years_after", "quantity", "year", default="3", description=_TEXTS)},
    "insurance": {
        "cover": Parameter("cover", "text", required=True, description=_TEXTS),
        "limit": Parameter("limit", "money", description=_TEXTS),
    },
    "ip": {
        "transfer_on": Parameter(
            "transfer_on", "code", choices=("creation", "full-payment"), default="full-payment", description=_TEXTS
        ),
        "preexisting": Parameter("preexisting", "list", description=_TEXTS),
    },
    "termination": {"cure_days": Parameter("cure_days", "", default="15")},
    "scope": {},
}


@cache
def bundled_parameters() -> dict[str, dict[str, Parameter]]:
    """The parameters of the bundled clauses."""
    parameters: dict[str, dict[str, Parameter]] = {}
    folder = Path(__file__).parents[2] / "clauses"
    for clause in load_library((folder,), Report()).clauses.values():
        parameters.setdefault(clause.namespace, {}).update(clause.parameters)
    return parameters
