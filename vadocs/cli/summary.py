"""How a run over specs ends: what each spec lacks, and the exit code that its findings make."""

from typing import TYPE_CHECKING

from vadocs.cli.findings import as_json
from vadocs.cli.screen import Screen
from vadocs.diagnostics import Exit, Report, Severity
from vadocs.model.walk import text_of
from vadocs.readers.excerpts import prepare

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vadocs.build import Rendered


def verdict(report: Report, strict: bool = False) -> Exit:
    """INPUT where an error stands among the findings (or, if strict, a warning), else DONE."""
    warned = strict and any(d.severity is Severity.WARNING for d in report)
    return Exit.INPUT if report.failed or warned else Exit.DONE


def print_each(found: "Iterable[Rendered]", screen: Screen, strict: bool) -> Exit:
    """What came of each spec, as it comes: its findings, files and what it lacks; then the totals, and the verdict."""
    report = Report()
    wrote = False
    for rendered in screen.each(found, "cli.rendering"):
        screen.findings(rendered.report)
        report.extend(rendered.report)
        wrote = wrote or bool(rendered.files)
        print_files(rendered, screen)
        print_summary(rendered, screen)
    screen.totals(report)
    if wrote:
        screen.prose(screen.say("cli.draft_note"))
    return verdict(report, strict)


def print_files(rendered: "Rendered", screen: Screen) -> None:
    """One line a file, or that nothing was written for this spec."""
    for path, output in rendered.files:
        screen.line(screen.count("cli.written", output.pages, file=path))
        if screen.json_lines:
            screen.data(
                {
                    "kind": "file",
                    "file": str(path),
                    "document": output.document,
                    "format": output.format,
                    "pages": output.pages,
                }
            )
    if not rendered.files:
        screen.remark(screen.say("cli.nothing_written", file=rendered.spec))


def print_summary(found: "Rendered", screen: Screen, *, accepted: bool = False) -> None:
    """What a spec's documents lack or leave to confirm, and how many findings it accepts; as JSON, its closing line.

    `accepted`: each accepted finding with its reason; as JSON they are always there.
    """
    points = found.open_points
    _print_accepted(found, screen, accepted)
    facts = found.to_confirm
    _print_data(found, screen, "cli.open_points", [(point.prompt, point.key) for point in points])
    _print_data(found, screen, "cli.to_confirm", [(fact.prompt, fact.name) for fact in facts])
    if screen.json_lines:
        screen.data(
            {
                "kind": "spec",
                "file": str(found.spec),
                "errors": sum(d.severity is Severity.ERROR for d in found.report),
                "warnings": sum(d.severity is Severity.WARNING for d in found.report),
                "accepted": len(found.accepted),
                "open_points": [point.prompt for point in points],
                "to_confirm": [
                    {"name": fact.name, "text": fact.prompt, "value": text_of(fact.value), "reason": fact.reason}
                    for fact in facts
                ],
            }
        )


def _print_data(found: "Rendered", screen: Screen, id: str, data: "Sequence[tuple[str, str]]") -> None:
    """How many data the entry `id` tells of, if any; then each on a line, with the key that it has in the spec."""
    if data:
        lines = (f"  {prompt} (`{key}`)" for prompt, key in data)
        told = "\n".join([f"{found.spec}: {screen.count(id, len(data))}:", *lines])
        screen.remark(told, style="yellow")


def _print_accepted(found: "Rendered", screen: Screen, told: bool) -> None:
    """How many findings the spec accepts; each with its place and reason if `told`, and as JSON."""
    if found.accepted and not screen.json_lines:
        screen.remark(f"{found.spec}: {screen.count('cli.accepted_findings', len(found.accepted))}", style="dim")
    shown = prepare(one.diagnostic for one in found.accepted) if told or screen.json_lines else ()
    for printed, one in zip(shown, found.accepted, strict=False):
        if screen.json_lines:
            screen.data({**as_json(printed, screen.language), "kind": "accepted", "reason": one.reason})
        else:
            message = one.diagnostic.message(screen.language)
            screen.remark(f"  {one.diagnostic.code}: {message}\n    {screen.say('cli.reason')}: {one.reason}")
