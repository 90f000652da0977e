"""`vadocs plan`: which clauses a spec leads to and why, and which file each value came from."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vadocs.cli.findings import from_here
from vadocs.cli.layers import print_layers
from vadocs.cli.options import json_lines, spec
from vadocs.cli.screen import Screen
from vadocs.cli.summary import verdict
from vadocs.cli.words import Command, Option, screen_of
from vadocs.diagnostics import Exit, Report
from vadocs.model.engagement import Leaf
from vadocs.model.plan import Plan, Reason

if TYPE_CHECKING:
    from vadocs.build import Planned


@click.command(cls=Command, help="cli.plan")
@spec
@click.option("--why", is_flag=True, cls=Option, help="cli.plan.why")
@json_lines
@click.pass_context
def plan(context: click.Context, spec: Path, why: bool) -> Exit:
    """Print the plan of each document of the spec, then its values with their origins; or, to tell why, the layers."""
    from vadocs.build import plan_spec

    screen = screen_of(context)
    report = Report()
    planned = plan_spec(spec, report)
    screen.findings(report)
    if planned is not None:
        if why:
            print_layers(planned, screen)
        elif screen.json_lines:
            _print_json(planned, screen)
        else:
            for plan in planned.plans:
                _print_clauses(plan, screen)
            _print_values(planned, spec, screen)
    screen.totals(report)
    return verdict(report)


def _head(screen: Screen, *names: str) -> Sequence[str]:
    return [screen.say(f"cli.{name}") for name in names]


def _print_clauses(plan: Plan, screen: Screen) -> None:
    """The clauses that are in, those left out, and what would decide about one."""
    screen.line(screen.count("cli.in", len(plan.placements), document=plan.document), style="bold")
    rows = [(p.clause.id, p.text.tag, str(p.clause.edition), _reason(p.reason, screen)) for p in plan.placements]
    screen.table(_head(screen, "clause", "text", "edition", "reason"), rows)
    if plan.omitted:
        screen.line("\n" + screen.say("cli.left_out"), style="bold")
        screen.table(_head(screen, "clause", "reason"), [(o.clause, _reason(o.reason, screen)) for o in plan.omitted])
    if plan.open_points:
        screen.line("\n" + screen.say("cli.undecided", list=", ".join(plan.open_points)), style="yellow")


def _print_values(planned: "Planned", spec: Path, screen: Screen) -> None:
    """Every value: where it comes from, its key, how it prints; a line number alone is a line of the spec."""
    screen.line("\n" + screen.say("cli.values", file=spec), style="bold")
    rows = [(_origin(leaf, spec, screen), f"{path}: {text}") for path, text, leaf in planned.values]
    screen.table(_head(screen, "origin", "value"), rows)


def _print_json(planned: "Planned", screen: Screen) -> None:
    for plan in planned.plans:
        for p in plan.placements:
            screen.data(
                {
                    "kind": "clause",
                    "document": plan.document,
                    "clause": p.clause.id,
                    "edition": p.clause.edition,
                    "text": p.text.tag,
                    "layer": p.layer,
                    "reason": _reason(p.reason, screen),
                }
            )
        for o in plan.omitted:
            reason = _reason(o.reason, screen)
            screen.data({"kind": "omitted", "document": plan.document, "clause": o.clause, "reason": reason})
    for path, text, leaf in planned.values:
        file = from_here(leaf.span.file) if leaf.span else None
        line = leaf.span.line if leaf.span else None
        screen.data(
            {"kind": "value", "key": path, "value": text, "origin": leaf.origin, "file": file, "line": line}
        )


def _reason(reason: Reason, screen: Screen) -> str:
    return screen.say(reason.id, **dict(reason.args))


def _origin(leaf: Leaf, spec: Path, screen: Screen) -> str:
    """Where a value comes from: "line 12" of the spec, "practice.yaml:3", one of these in a package, or a word."""
    if leaf.span is None or leaf.origin not in ("option", "spec", "practice"):
        return screen.say(f"origin.{leaf.origin}")
    if leaf.span.file == str(spec):
        place = screen.say("origin.spec", line=leaf.span.line)
    else:
        place = screen.say("origin.practice", file=Path(leaf.span.file).name, line=leaf.span.line)
    return screen.say("origin.option", place=place) if leaf.origin == "option" else place
