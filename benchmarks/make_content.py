"""Write `content.yaml`: thirty clauses of a real composed contract, with two tables, as plain data.

    python benchmarks/make_content.py

From `examples/levante.vadocs.yaml`: the provisions in their order without the two of `LEFT_OUT`, so that two
tables are left, and no schedule. References to what is left out stay as text.
"""

import dataclasses
from pathlib import Path
from typing import Any

import yaml

from harness.content import CONTENT, PARTS, plain
from vadocs.build import compose_spec
from vadocs.diagnostics import Report
from vadocs.model.document import Document, Piece

SPEC = Path(__file__).resolve().parent.parent / "examples" / "levante.vadocs.yaml"
CLAUSES = 30
LEFT_OUT = ("communications", "late-payment-suspension")


def cut(document: Document) -> Document:
    """The document with `CLAUSES` provisions and no schedule, no reference leading out of it."""
    kept = [p for p in document.provisions if p.id not in LEFT_OUT][:CLAUSES]
    ids = {provision.id for provision in kept}
    shorter = dataclasses.replace(document, provisions=tuple(kept), schedules=())
    found: Document = _without_dangling(shorter, ids)
    return found


def _without_dangling(value: Any, ids: set[str]) -> Any:
    if isinstance(value, Piece) and value.anchor is not None and value.anchor.partition(".")[0] not in ids:
        return Piece(value.text)
    if isinstance(value, tuple):
        return tuple(_without_dangling(item, ids) for item in value)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    changes = {f.name: _without_dangling(getattr(value, f.name), ids) for f in dataclasses.fields(value)}
    return dataclasses.replace(value, **changes)


def main() -> None:
    """Compose, cut and write."""
    report = Report()
    (composed,) = compose_spec(SPEC, report)
    if report.failed:
        raise SystemExit("the example has errors: vadocs check tells which")
    document = cut(composed.document)
    data = {part: plain(getattr(document, part)) for part in PARTS}
    meta = plain(dataclasses.replace(document.meta, clauses=()))["Meta"]
    text = yaml.safe_dump({"Meta": meta, **data}, allow_unicode=True, sort_keys=False, width=110)
    CONTENT.write_text("# Written by make_content.py.\n" + text, encoding="utf-8")


if __name__ == "__main__":
    main()
