"""No figure is too large for a contract: up to twelve digits with cents fit the calendar of payments in every look."""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
import yaml

from tests.examples import ROOT, spec_of
from tests.laid import laid
from tests.oracles import poppler
from vadocs.build import Request, collate_spec, compose_spec, load_look, render_specs
from vadocs.diagnostics import Report
from vadocs.layout import lay_out
from vadocs.model import styles
from vadocs.model.document import Document
from vadocs.model.pages import Line
from vadocs.model.walk import values_of

pytestmark = pytest.mark.xdist_group("examples")

BOTH = {"language": ["es", "en"], "prevailing_language": "es"}
SAID: dict[str, dict[str, Any]] = {"es": {"language": "es-AR"}, "en": {"language": "en"}, "both": BOTH}
AMOUNTS = ("9000000.00", "999999999999.00")


def spec(amount: str, said: str) -> Path:
    """The engagement of Rosario for `amount` a month, in a folder of its own."""
    base = yaml.load(spec_of("ar-redes-rosario").read_text(encoding="utf-8"), yaml.CBaseLoader)
    file = Path(mkdtemp(prefix="vadocs-amounts-")) / "encargo.vadocs.yaml"
    made = laid(base, {"fees": {"amount": amount, "extra_hour": amount}, **SAID[said]})
    file.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    return file


@cache
def composed(amount: str, said: str) -> Document:
    """Its contract."""
    (made,) = compose_spec(spec(amount, said), Report())
    return made.document


@pytest.mark.parametrize("look_name", ["sobrio", "calido", "compacto"])
@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("amount", AMOUNTS)
def test_the_calendar_fits(amount: str, said: str, look_name: str) -> None:
    """Every amount of it stands whole in one line, with its currency."""
    if said == "both" and look_name == "compacto":
        pytest.skip("a look whose text stands in columns holds no two languages (E423)")
    report, document = Report(), composed(amount, said)
    look = load_look(look_name, ROOT, report)
    assert look is not None
    alone = replace(document, front=(), provisions=(), execution=(), schedules=document.schedules[-1:])
    pages = lay_out(alone, styles.fitted(look, alone.meta), report)
    assert pages is not None, [(one.code, one.args) for one in report]
    runs = {run.text.strip() for page in pages.pages for item in page.items if isinstance(item, Line)
            for run in item.runs}  # fmt: skip
    amounts = {value.text for value in values_of(alone) if "\u00a0" in value.text}
    assert len(amounts) >= 3 and amounts <= runs


def test_both_files_have_a_calendar_of_fourteen_digits(tmp_path: Path) -> None:
    """In the narrowest columns; what reads the files back finds every figure."""
    source = spec(AMOUNTS[-1], "es")
    (made,) = render_specs([source], Request(tmp_path, look="compacto"))
    assert not made.report.failed
    report = Report()
    collated = collate_spec(source, tmp_path, report)
    assert len(collated) == 2 and not [one.code for one in report]
    (pdf,) = (path for path, _ in made.files if path.suffix == ".pdf")
    assert "11.999.999.999.988,00" in poppler.text(pdf)
