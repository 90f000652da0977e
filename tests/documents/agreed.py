"""Agreements made from specs, changed as a test asks."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from tests.content.contracts import Spec, example
from tests.laid import laid
from vadocs.build import Composed, compose_spec
from vadocs.diagnostics import Report
from vadocs.writers.native import write_native

AGREEMENTS = (
    "nda", "data-processing-agreement", "statement-of-work", "change-order", "subcontractor-agreement",
)  # fmt: skip


def written(given: Mapping[str, Any], documents: Sequence[str]) -> Path:
    """The spec as a file that asks for these documents."""
    file = Path(mkdtemp(prefix="vadocs-agreed-")) / "spec.vadocs.yaml"
    file.write_text(json.dumps({**given, "documents": list(documents)}, ensure_ascii=False), encoding="utf-8")
    return file


def found(name: str, over: Spec, *documents: str) -> list[str]:
    """The codes of errors that an example with `over` laid on it leads to, each with a message in both languages."""
    report = Report()
    compose_spec(written(laid(example(name), over), documents), report)
    errors = [one for one in report if one.severity == "error"]
    assert all(one.message("es") and one.message("en") for one in errors)
    return [one.code for one in errors]


def made(given: Mapping[str, Any], *documents: str) -> tuple[Composed, ...]:
    """The documents of a spec; fails on any error."""
    report = Report()
    composed = compose_spec(written(given, documents), report)
    assert not report.failed, [(one.code, one.message("en"), one.span) for one in report]
    assert [one.plan.document for one in composed] == list(documents)
    return composed


def texts(given: Mapping[str, Any], document: str) -> str:
    """A document of a spec as text, its spaces plain."""
    (one,) = made(given, document)
    return write_native(one.document).replace("\u00a0", " ").replace("\u202f", " ")
