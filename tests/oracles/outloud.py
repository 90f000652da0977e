"""outloud: what a screen reader would meet in a PDF (PDF/UA-1 rules and checks of meaning)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.oracles.tally import TALLY, Availability, OracleError

NAME = "outloud"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: severity is "error", "warning" or "info"; page counts from 1, None for the whole file."""

    rule: str
    severity: str
    page: int | None
    message: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Hearing:
    """What outloud says of one PDF. `clean`: no error, no warning; remarks ("info") are allowed."""

    path: Path
    findings: tuple[Finding, ...]

    @property
    def serious(self) -> tuple[Finding, ...]:
        """The errors and warnings."""
        return tuple(finding for finding in self.findings if finding.severity != "info")

    @property
    def clean(self) -> bool:
        return not self.serious


@cache
def available() -> Availability:
    """Whether the package outloud is installed."""
    if find_spec("outloud") is None:
        return Availability(False, "the Python package outloud is not installed (extra `dev`)")
    return Availability(True, version=f"outloud {_module().__version__}")


def _module() -> Any:
    # Imported by name: outloud publishes no types, and is absent where only the tool itself is installed.
    return import_module("outloud")


def check(path: Path) -> Hearing:
    """Judge one PDF with every rule. An unreadable file, or a rule that crashed, raises OracleError."""
    result = _module().check(str(path))
    TALLY.count(NAME)
    if result.error:
        raise OracleError(f"outloud cannot read {path.name}: {result.error}")
    crashed = [each.rule for each in result.runs if each.status == "crashed"]
    if crashed:
        raise OracleError(f"outloud's rules {', '.join(crashed)} crashed on {path.name}")
    return Hearing(path, tuple(_finding(each) for each in result.findings))


def _finding(found: Any) -> Finding:
    return Finding(found.rule, found.severity, found.page, found.message, found.evidence or "")
