"""Cases of rules: one file a code in `cases/`, with engagements that raise it and near misses that do not.

    raises:
      - base: levante                     # an example, or one of `tests/engagements`
        change: {fees: {rollover: ~}}     # laid over it; `~` takes a key out
        own: {my-clause: {clause: …, es: …}}  # clauses of the workspace
        files: {sets/mine.yaml: …}        # other files of its `clauses`
        at: 20                            # the text at the finding's place, or its beginning
        says: horas incluidas             # a part of the message in Spanish
    silent:
      - change: …                         # the code is not among the findings, nor is any error
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from tests.examples import spec_of as file_of
from tests.laid import laid
from vadocs.build import check_specs
from vadocs.diagnostics import Diagnostic

FOLDER = Path(__file__).parent / "cases"
TODAY = date(2026, 11, 24)
"""The day on which every case is looked at."""


@dataclass(frozen=True, slots=True)
class Case:
    """One engagement: whether it `raises` the code, and what its file says of it."""

    code: str
    raises: bool
    number: int
    base: str = "levante"
    change: dict[str, Any] = field(default_factory=dict)
    own: dict[str, dict[str, Any]] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    at: str = ""
    says: str = ""

    def __str__(self) -> str:
        return f"{self.code}-{'raises' if self.raises else 'silent'}-{self.number}"


def cases() -> Iterator[Case]:
    """Every case of every file."""
    for file in sorted(FOLDER.glob("*.yaml")):
        told = yaml.load(file.read_text(encoding="utf-8"), yaml.CBaseLoader)
        for key, raises in (("raises", True), ("silent", False)):
            for number, entry in enumerate(told[key], 1):
                yield Case(file.stem, raises, number, **entry)


def spec_of(case: Case, folder: Path) -> Path:
    """The case's spec, written into a workspace of its own."""
    told = yaml.load(file_of(case.base).read_text(encoding="utf-8"), yaml.CBaseLoader)
    told.pop("accept", None)
    spec = folder / "spec.vadocs.yaml"
    spec.write_text(_dumped(laid(told, case.change)), "utf-8")
    (folder / "practice.yaml").write_text("schema: 1\n", "utf-8")
    for id, files in case.own.items():
        clause = folder / "clauses" / id
        clause.mkdir(parents=True)
        (clause / "clause.yaml").write_text(_dumped({"id": id, **files["clause"]}), "utf-8")
        for language in ("es", "en"):
            (clause / f"{language}.md").write_text(files.get(language, files["es"]), "utf-8")
    for name, text in case.files.items():
        file = folder / "clauses" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return spec


def _dumped(value: Any) -> str:
    return yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)


def findings(spec: Path) -> list[Diagnostic]:
    """What `check` finds, accepted findings left out."""
    (checked,) = check_specs([spec], TODAY)
    return list(checked.report)


def text_at(finding: Diagnostic) -> str:
    """The text at the finding's place, to the end of its first line."""
    span = finding.span
    assert span is not None
    line = Path(span.file).read_text(encoding="utf-8").splitlines()[span.line - 1]
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    return line[span.column - 1 : end].strip("'")
