"""pdfua: a second, independent reading of PDF/UA-1."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from tests.oracles.tally import TALLY, Availability, OracleError

NAME = "pdfua"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: rule, severity ("ERROR", "WARNING" or "INFO") and message."""

    rule: str
    severity: str
    message: str


@dataclass(frozen=True, slots=True)
class Conformance:
    """What pdfua says of one PDF. `clean`: no finding at all."""

    path: Path
    findings: tuple[Finding, ...]

    @property
    def clean(self) -> bool:
        return not self.findings


@cache
def available() -> Availability:
    """Whether the package pdfua is installed."""
    if find_spec("pdfua") is None:
        return Availability(False, "the Python package pdfua is not installed (extra `dev`)")
    from pdfua import __version__

    return Availability(True, version=f"pdfua {__version__}")


def check(path: Path) -> Conformance:
    """Judge one PDF with every rule. A file that cannot be read as PDF raises OracleError."""
    from pdfua import PdfuaError, validate

    try:
        report = validate(str(path))
    except PdfuaError as error:
        raise OracleError(f"pdfua cannot read {path.name}: {error}") from error
    finally:
        TALLY.count(NAME)
    found = (Finding(each.rule_id, each.severity.name, each.message) for each in report.findings)
    return Conformance(path, tuple(found))
