"""Lists what the library holds of one kind, and finds one of them by its id."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import click

from vadocs.cli.screen import Screen
from vadocs.cli.summary import verdict
from vadocs.cli.usage import Fault
from vadocs.cli.words import screen_of
from vadocs.diagnostics import Exit, Report, hint
from vadocs.model.library import Library
from vadocs.readers.similar import similar

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Listing(Generic[Thing]):
    """How the things of one kind are listed.

    `held`: those of a library, by id. `columns`: by catalogue entry of the head, the cell of a thing. `facts`: a
    thing as JSON. `unknown`: the code of the finding on an id that none has.
    """

    held: Callable[[Library], Mapping[str, Thing]]
    columns: Mapping[str, Callable[[Thing, Screen], str]]
    facts: Callable[[Thing], Mapping[str, object]]
    unknown: str

    def print_all(self, context: click.Context) -> Exit:
        """Print a row, or a JSON object, for every thing around the current folder, by id."""
        from vadocs.build import workspace_library

        screen = screen_of(context)
        report = Report()
        held = self.held(workspace_library(Path.cwd(), report))
        screen.findings(report)
        things = [held[id] for id in sorted(held)]
        if screen.json_lines:
            for thing in things:
                screen.data(self.facts(thing))
        else:
            rows = [[cell(thing, screen) for cell in self.columns.values()] for thing in things]
            screen.table([screen.say(head) for head in self.columns], rows)
        screen.totals(report)
        return verdict(report)

    def one(self, name: str, context: click.Context) -> tuple[Thing, Library]:
        """The thing whose id is `name`, and the library around the current folder. Raises Fault where there is none."""
        from vadocs.build import workspace_library

        library = workspace_library(Path.cwd(), Report())
        held = self.held(library)
        if name not in held:
            near = similar(name, held)
            # The group of `vadocs niches show` is what `list` stands behind too.
            shown = context.parent.command_path if context.parent is not None else ""
            hints = [] if near else [hint("H712", command=f"{shown} list")]
            raise Fault(self.unknown, near=near, hints=hints, name=name, ctx=context)
        return held[name], library
