"""Proposals made from two rich specs, changed as a test asks."""

from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import yaml

from vadocs.build import Composed, compose_spec
from vadocs.diagnostics import Report
from vadocs.model.document import Heading
from vadocs.model.walk import text_of
from vadocs.writers.native import write_native

FOLDER = Path(__file__).parents[2] / "examples" / "propuestas"
MARTA, LAURA = "levante", "austin"
"""The specs: Spanish with a monthly fee, English with an hourly one."""

Spec = dict[str, Any]
GONE = object()
"""Takes a key away."""


class Only(dict[str, Any]):
    """A mapping that stands in place of the one there."""


def _monthly(amount: str, hours: str, extra: str, cap: str) -> Spec:
    return {
        "model": "retainer", "amount": amount, "currency": "EUR", "hours": hours, "extra_hour": extra,
        "billing_day": "1", "in_advance": "true",
        "rollover": {"policy": "cap", "cap_hours": cap, "expires_after_months": "1"},
    }  # fmt: skip


PACKAGES: Spec = {
    "fees": GONE,
    "deposit": GONE,
    "proposal": {
        "options": [
            {
                "id": "esencial", "name": "Esencial", "summary": "quien solo necesita las facturas al día",
                "includes": ["registro de facturas", "conciliación mensual"], "response_hours": "48",
                "fees": _monthly("320.00", "10", "34.00", "2"),
            },
            {
                "id": "administracion", "name": "Administración", "recommended": "true",
                "summary": "quien quiere cerrar el mes sin prisas", "response_hours": "24",
                "includes": ["registro de facturas", "conciliación semanal", "datos de las nóminas", "informe"],
                "fees": _monthly("560.00", "20", "32.00", "5"),
            },
            {
                "id": "integral", "name": "Integral", "summary": "quien delega también los cobros y los archivos",
                "includes": ["todo lo anterior", "seguimiento de cobros", "archivo digital"], "response_hours": "8",
                "fees": _monthly("1000.00", "40", "29.00", "8"),
            },
        ],
    },
}  # fmt: skip
"""Laid on Marta's spec: three packages, none of them chosen, in place of the fees."""


@cache
def _written(name: str) -> Spec:
    # Only texts: a time such as 8:00 would else become a number.
    found = yaml.load((FOLDER / f"{name}.vadocs.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)
    assert isinstance(found, dict)
    return found


def spec(name: str, over: Mapping[str, Any] | None = None) -> Spec:
    """A rich spec with `over` laid on it: mappings deeply but for `Only`, `GONE` taking away."""
    return _laid(deepcopy(_written(name)), over or {})


def _laid(under: Spec, over: Mapping[str, Any]) -> Spec:
    for key, value in over.items():
        if value is GONE:
            under.pop(key, None)
        elif isinstance(value, dict) and not isinstance(value, Only) and isinstance(under.get(key), dict):
            _laid(under[key], value)
        else:
            under[key] = dict(value) if isinstance(value, Only) else value
    return under


def proposal(given: Spec) -> Composed:
    """The proposal of a spec; fails on any error."""
    file = Path(mkdtemp(prefix="vadocs-proposal-")) / "spec.vadocs.yaml"
    file.write_text(yaml.safe_dump({**given, "documents": ["proposal"]}, allow_unicode=True), encoding="utf-8")
    report = Report()
    made = compose_spec(file, report)
    assert not report.failed, [(d.code, d.message("en"), d.span) for d in report]
    return made[0]


def texts(given: Spec) -> str:
    """The proposal of a spec as text, its spaces plain."""
    return write_native(proposal(given).document).replace("\u00a0", " ").replace("\u202f", " ")


def sections(made: Composed) -> list[str]:
    """The ids of a proposal's sections, in order."""
    return [placement.clause.id for placement in made.plan.placements]


def headings(made: Composed) -> list[str]:
    """The headings of a proposal's sections."""
    own = [text_of(one.heading) for one in made.document.provisions]
    return own + [text_of(block.content) for block in made.document.execution if isinstance(block, Heading)]


def open_points(made: Composed) -> list[str]:
    """What a proposal lacks, by key."""
    return [point.key for point in made.document.meta.open_points]
