"""`vadocs batch merge`: the output folders of several machines become one."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vadocs.cli.complete import folders
from vadocs.cli.options import json_lines
from vadocs.cli.screen import Screen
from vadocs.cli.usage import output_folder
from vadocs.cli.words import Command, Option, screen_of
from vadocs.diagnostics import Exit, Report

if TYPE_CHECKING:
    from vadocs.batches.merging import Join, Merged


@click.command("merge", cls=Command, help="cli.batch.merge")
@click.argument(
    "folders", nargs=-1, required=True, metavar="FOLDER...", type=click.Path(path_type=Path), shell_complete=folders
)
@click.option(
    "--out", required=True, metavar="DIR", callback=output_folder, cls=Option, help="cli.batch.merge.out"
)
@click.option("--replace", is_flag=True, cls=Option, help="cli.replace")
@json_lines
@click.pass_context
def merge(context: click.Context, folders: tuple[Path, ...], out: Path, replace: bool) -> Exit:
    """Join folders, tell what was refused, and how many there are of each kind."""
    from vadocs.batches.merging import merge as joined

    screen, report = screen_of(context), Report()
    counts: Counter[Merged] = Counter()
    for join in screen.each(joined(folders, out, report, replace=replace), "cli.merging"):
        counts[join.merged] += 1
        _show(join, screen)
    screen.findings(report)
    if report.failed:
        return Exit.INPUT
    told = {kind: counts[kind] for kind in ("joined", "unchanged", "recorded", "refused")}
    screen.line(screen.count("merge.done", counts.total(), out=out, **told))
    if screen.json_lines:
        screen.data({"kind": "merge", "out": str(out), "engagements": counts.total(), **told})
    return Exit.BATCH if counts["refused"] else Exit.DONE


def _show(join: "Join", screen: Screen) -> None:
    screen.findings(join.findings)
    if screen.json_lines:
        screen.data(
            {"kind": "joined", "engagement": join.engagement, "source": str(join.source), "ended": join.merged}
        )
