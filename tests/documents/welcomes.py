"""Welcome kits made from two rich specs, changed as a test asks."""

from copy import deepcopy
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import yaml

from tests.laid import laid
from vadocs.build import Composed, compose_spec
from vadocs.diagnostics import Report
from vadocs.model.document import Heading
from vadocs.model.walk import text_of
from vadocs.writers.native import write_native

FOLDER = Path(__file__).parents[2] / "examples" / "bienvenidas"
MARTA, LAURA = "levante", "austin"
"""The specs: Spanish with a monthly fee and free hours, English with an hourly one and hours in common."""

Spec = dict[str, Any]


@cache
def _written(name: str) -> Spec:
    # Only texts: a time such as 8:00 would else become a number.
    found = yaml.load((FOLDER / f"{name}.vadocs.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)
    assert isinstance(found, dict)
    return found


def spec(name: str, over: Spec | None = None) -> Spec:
    """A rich spec with `over` laid on it."""
    found: Spec = laid(deepcopy(_written(name)), over or {})
    return found


def compose(given: Spec, *documents: str) -> tuple[Composed, ...]:
    """The documents of a spec; fails on any error."""
    file = Path(mkdtemp(prefix="vadocs-kit-")) / "spec.vadocs.yaml"
    file.write_text(yaml.safe_dump({**given, "documents": list(documents)}, allow_unicode=True), encoding="utf-8")
    report = Report()
    made = compose_spec(file, report)
    assert not report.failed, [(d.code, d.message("en"), d.span) for d in report]
    return made


def kit(given: Spec) -> Composed:
    """The welcome kit of a spec; fails on any error."""
    return compose(given, "welcome-kit")[0]


def said(made: Composed) -> str:
    """A document as text, its spaces plain."""
    return write_native(made.document).replace("\u00a0", " ").replace("\u202f", " ")


def texts(given: Spec) -> str:
    """The welcome kit of a spec as text."""
    return said(kit(given))


def part(given: Spec, section: str) -> str:
    """The text of one section of a spec's kit, up to the next one's heading."""
    made = kit(given)
    titles = headings(made)
    at = [one.id for one in made.document.provisions].index(section)
    rest = said(made).split(titles[at] + "\n")[-1]
    return rest.split("\n" + titles[at + 1])[0] if at + 1 < len(titles) else rest


def sections(made: Composed) -> list[str]:
    """The ids of a kit's sections, in order."""
    return [placement.clause.id for placement in made.plan.placements]


def headings(made: Composed) -> list[str]:
    """The headings of a kit's sections."""
    own = [text_of(one.heading) for one in made.document.provisions]
    return own + [text_of(block.content) for block in made.document.execution if isinstance(block, Heading)]


def open_points(made: Composed) -> list[str]:
    """What a kit lacks, by key."""
    return [point.key for point in made.document.meta.open_points]
