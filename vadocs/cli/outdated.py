"""`vadocs clauses outdated`: documents that were made with other editions than today's, and what changed since."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vadocs.cli.complete import folders
from vadocs.cli.editions import as_data, print_changes
from vadocs.cli.findings import from_here
from vadocs.cli.options import json_lines
from vadocs.cli.screen import Screen
from vadocs.cli.summary import verdict
from vadocs.cli.usage import Fault
from vadocs.cli.words import Command, screen_of
from vadocs.diagnostics import Exit, Report, hint

if TYPE_CHECKING:
    from vadocs.batches.outdated import Drift, Issued, Used


@click.command("outdated", cls=Command, help="cli.clauses.outdated")
@click.argument("folder", default="out", metavar="[DIR]", shell_complete=folders)
@json_lines
@click.pass_context
def outdated(context: click.Context, folder: str) -> Exit:
    """Read the manifests of an output folder; print what changed by clause, then who has it."""
    from vadocs.batches.outdated import drifts, issued
    from vadocs.build.editions import library_with_sections

    screen, report = screen_of(context), Report()
    out = Path(folder)
    if not out.is_dir():
        raise Fault("E717", hints=[hint("H467")], folder=folder)
    library, _ = library_with_sections(out)
    every = list(issued(out, library, report))
    behind = [one for one in every if one.used]
    found = list(drifts(behind, library))
    if not every and not len(report):
        report.add("W467", folder=folder, hints=[hint("H467")])
    screen.findings(report)
    if screen.json_lines:
        _print_data(every, behind, found, screen)
        return verdict(report)
    if every and not behind:
        screen.line(screen.count("outdated.none", len(every)), style="green")
    elif behind:
        screen.line(screen.say("outdated.some", some=len(behind), n=len(every)), style="bold")
        for drift in found:
            _print_drift(drift, screen)
        _print_issued(behind, screen)
    return verdict(report)


def _print_drift(drift: "Drift", screen: Screen) -> None:
    """What changed in one clause since an edition, once for all who have it."""
    screen.line()
    id = f"outdated.change.{drift.kind}"
    told = screen.say(id, clause=drift.clause, was=drift.was, now=drift.now, count=drift.count)
    screen.line(told, style="bold")
    if drift.kind == "gone":
        return
    if not drift.known:
        screen.line("  " + screen.say("outdated.unknown", clause=drift.clause, was=drift.was), style="yellow")
        return
    if drift.known == "likely":
        screen.line("  " + screen.say("outdated.unproven", was=drift.was), style="yellow")
    changes = [one for one in drift.changes if one.name not in ("edition", "based_on")]
    if changes:
        print_changes(changes, screen, "  ")
    else:
        screen.line("  " + screen.say("outdated.same_words"))


def _print_issued(behind: "Sequence[Issued]", screen: Screen) -> None:
    """A row for each set of documents, with what it has; then what can be done."""
    screen.line()
    names = ("engagement", "number", "version", "status", "clauses")
    rows = [
        (
            one.engagement, one.number, str(one.version), screen.say(f"outdated.status.{one.status}"),
            ", ".join(_brief(used, screen) for used in one.used) + _source(one, screen),
        )
        for one in behind
    ]  # fmt: skip
    screen.table([screen.say(f"outdated.head.{name}") for name in names], rows)
    screen.line()
    for status in ("draft", "final"):
        if any(one.status == status for one in behind):
            screen.remark(screen.say(f"outdated.{status}"))
    if any(used.pinned for one in behind for used in one.used):
        screen.remark(screen.say("outdated.stays"))


def _brief(used: "Used", screen: Screen) -> str:
    """An edition in a row: `deposit 1 → 2`."""
    now = "–" if used.now is None else str(used.now) + ("*" if used.kind == "other" else "")
    pinned = f" ({screen.say('outdated.pinned')})" if used.pinned else ""
    return f"{used.clause} {used.was} → {now}{pinned}"


def _source(one: "Issued", screen: Screen) -> str:
    return "" if one.folder is not None else f"  ({screen.say('outdated.from_batch')})"


def _print_data(
    every: "Sequence[Issued]", behind: "Sequence[Issued]", found: "Sequence[Drift]", screen: Screen
) -> None:
    for drift in found:
        screen.data(
            {
                "kind": "edition", "id": drift.clause, "from": drift.was, "to": drift.now, "how": drift.kind,
                "known": drift.known or None, "count": drift.count,
                "changes": [as_data(one) for one in drift.changes],
            }
        )  # fmt: skip
    for one in behind:
        screen.data(
            {
                "kind": "issued", "engagement": one.engagement, "number": one.number, "version": one.version,
                "status": one.status, "folder": from_here(str(one.folder)) if one.folder is not None else None,
                "clauses": [
                    {
                        "id": used.clause, "from": used.was, "to": used.now, "how": used.kind, "text": used.tag or None,
                        "pinned": used.pinned, "documents": list(used.documents),
                    }
                    for used in one.used
                ],
            }
        )  # fmt: skip
    screen.data({"kind": "summary", "looked_at": len(every), "outdated": len(behind)})
