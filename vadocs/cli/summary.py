"""How a run over specs ends: what each spec lacks, and the exit code that its findings make."""

from typing import TYPE_CHECKING

from vadocs.cli.screen import Screen
from vadocs.diagnostics import Exit, Report, Severity

if TYPE_CHECKING:
    from vadocs.build import Rendered


def verdict(report: Report, strict: bool = False) -> Exit:
    """INPUT where an error stands among the findings (or, if strict, a warning), else DONE."""
    warned = strict and any(d.severity is Severity.WARNING for d in report)
    return Exit.INPUT if report.failed or warned else Exit.DONE


def print_summary(found: "Rendered", screen: Screen) -> None:
    """The data that a spec's documents lack; as JSON, a line that closes what is told of the spec."""
    points = found.open_points
    if points:
        told = screen.count("cli.open_points", len(points), list="; ".join(points))
        screen.remark(f"{found.spec}: {told}", style="yellow")
    if screen.json_lines:
        screen.data(
            {
                "kind": "spec",
                "file": str(found.spec),
                "errors": sum(d.severity is Severity.ERROR for d in found.report),
                "warnings": sum(d.severity is Severity.WARNING for d in found.report),
                "open_points": list(points),
            }
        )
