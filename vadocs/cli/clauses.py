"""`vadocs clauses`: list, show and check the clauses of the library."""

from collections.abc import Sequence
from pathlib import Path

import click

from vadocs.cli import complete
from vadocs.cli.editions import diff, keep
from vadocs.cli.findings import from_here, shown
from vadocs.cli.listing import Listing
from vadocs.cli.options import json_lines, strict
from vadocs.cli.outdated import outdated
from vadocs.cli.readings import print_readings
from vadocs.cli.screen import Screen
from vadocs.cli.summary import verdict
from vadocs.cli.usage import clause_folder
from vadocs.cli.words import Command, Group, Option, screen_of
from vadocs.diagnostics import Exit, Report, Severity
from vadocs.model.clause import Clause
from vadocs.model.library import Library
from vadocs.readers.library import files_of


@click.group(cls=Group, help="cli.clauses")
def clauses() -> None:
    """The clause library."""


@clauses.command("list", cls=Command, help="cli.clauses.list")
@json_lines
@click.pass_context
def list_clauses(context: click.Context) -> Exit:
    """Print every clause with its edition, its texts, where it comes from, and its title."""
    return _CLAUSES.print_all(context)


@clauses.command("show", cls=Command, help="cli.clauses.show")
@click.argument("name", metavar="ID", shell_complete=complete.clauses)
@json_lines
@click.pass_context
def show(context: click.Context, name: str) -> Exit:
    """Print a clause: its summary in plain language, its parameters, its sources, its texts as written."""
    screen = screen_of(context)
    clause, library = _CLAUSES.one(name, context)
    under, kept = library.under.get(name), sorted(library.editions.get(name, ()), key=int)
    if screen.json_lines:
        screen.data(
            {
                **_facts(clause),
                "summary": dict(clause.summary),
                "parameters": [clause.path_of(name) for name in sorted(clause.parameters)],
                "requires": list(clause.requires),
                "excludes": list(clause.excludes),
                "sources": [
                    {"title": dict(one.title), "url": one.url or None, "source_read": one.read}
                    for one in clause.sources
                ],
                "review_state": clause.review_state,
                "own_files": list(_own_files(clause)),
                "bundled_edition": under.edition if under is not None else clause.edition if _bundled(clause) else None,
                "kept": [int(edition) for edition in kept],
                "texts": {tag: from_here(text.file) for tag, text in sorted(clause.texts.items())},
            }
        )
    else:
        _print_facts(clause, screen)
        _print_origin(clause, library, screen)
        _print_more(clause, screen)
        _print_texts(clause, screen)
    return Exit.DONE


def _facts(clause: Clause) -> dict[str, object]:
    """What `list` and `show` tell alike, as JSON."""
    return {
        "kind": "clause",
        "id": clause.id,
        "edition": clause.edition,
        "title": dict(clause.title),
        "placement": clause.placement,
        "bundled": _bundled(clause),
    }


def _bundled(clause: Clause) -> bool:
    from vadocs.build.editions import is_bundled

    return is_bundled(clause)


def _place(clause: Clause, screen: Screen) -> str:
    return screen.say("cli.bundled" if _bundled(clause) else "cli.workspace")


_CLAUSES: Listing[Clause] = Listing(
    lambda library: library.clauses,
    {
        "cli.clause": lambda clause, screen: clause.id,
        "cli.edition": lambda clause, screen: str(clause.edition),
        "cli.languages": lambda clause, screen: " ".join(sorted(clause.texts)),
        "cli.origin": _place,
        "cli.title": lambda clause, screen: clause.title.get(screen.language, ""),
    },
    lambda clause: {**_facts(clause), "texts": sorted(clause.texts)},
    "E706",
)


def _print_facts(clause: Clause, screen: Screen) -> None:
    """Title, summary, what it needs and excludes."""
    language = screen.language
    title = clause.title.get(language, clause.id)
    screen.line(screen.say("cli.clause_title", title=title, clause=clause.id, edition=clause.edition), style="bold")
    screen.line(clause.summary.get(language, ""))
    screen.line(screen.say(f"cli.{clause.review_state}"), style="dim")
    if clause.requires:
        screen.line(screen.say("cli.requires", list=", ".join(clause.requires)))
    if clause.excludes:
        screen.line(screen.say("cli.excludes", list=", ".join(clause.excludes)))


def _of_vocabulary(path: str, language: str) -> str:
    """What a key is that every spec may hold, whatever its clauses, as `term.notice_days` is."""
    from vadocs.readers.vocabulary import vocabulary

    found = vocabulary({}).lookup(path)
    return found.description.get(language, "") if found else ""


def _own_files(clause: Clause) -> Sequence[str]:
    from vadocs.build.editions import own_files

    return own_files(clause)


def _print_origin(clause: Clause, library: Library, screen: Screen) -> None:
    """Where the clause comes from, what it stands in the place of, and which editions are kept."""
    own, under = _own_files(clause), library.under.get(clause.id)
    folder = from_here(str(files_of(clause)[own[0]].parent)) if own else ""
    if not own:
        screen.line(screen.say("show.bundled"))
    elif len(own) < len(files_of(clause)):
        screen.line(screen.say("show.part", files=", ".join(f"{folder}/{name}" for name in own)))
    elif under is not None:
        screen.line(screen.say("show.over", edition=under.edition, folder=folder))
    else:
        screen.line(screen.say("show.own", folder=folder))
    if under is not None:
        screen.line(screen.say("show.diff", clause=clause.id))
    if clause.id in library.editions:
        screen.line(screen.say("show.kept", list=", ".join(sorted(library.editions[clause.id], key=int))))


def _print_more(clause: Clause, screen: Screen) -> None:
    """The parameters with their defaults, and the sources."""
    language = screen.language
    if clause.parameters:
        screen.line("\n" + screen.say("cli.parameters"), style="bold")
        screen.table(
            [screen.say(f"cli.{name}") for name in ("key", "default", "what")],
            [
                (path, p.default or "", p.description.get(language) or _of_vocabulary(path, language))
                for path, p in {clause.path_of(name): p for name, p in clause.parameters.items()}.items()
            ],
        )
    if clause.sources:
        screen.line("\n" + screen.say("cli.sources"), style="bold")
        for source in clause.sources:
            unread = "" if source.read else screen.say("cli.source_unread")
            told = (source.title.get(language, ""), source.url, unread)
            screen.line("  " + "  ".join(filter(None, told)))


def _print_texts(clause: Clause, screen: Screen) -> None:
    """Each text of the screen's language as it stands in its file."""
    for tag, text in sorted(clause.texts.items()):
        if tag.startswith(screen.language):
            screen.line(f"\n--- {shown(text.file)}", style="dim")
            screen.line(Path(text.file).read_text(encoding="utf-8-sig").strip())


@clauses.command("lint", cls=Command, help="cli.clauses.lint")
@click.argument("folder", required=False, metavar="[DIR]", callback=clause_folder, shell_complete=complete.folders)
@click.option("--readability", "measured", is_flag=True, cls=Option, help="cli.readability")
@strict
@json_lines
@click.pass_context
def lint(context: click.Context, folder: Path | None, measured: bool, strict: bool) -> Exit:
    """Check the bundled library together with the clauses of the workspace around DIR (or the current folder)."""
    from vadocs.build import lint_clauses, readability, workspace_library
    from vadocs.cli import hunspell

    screen = screen_of(context)
    report = Report()
    place = folder or Path.cwd()
    lint_clauses(place, report, hunspell.unknown if hunspell.found(report) else None)
    screen.findings(report)
    if measured:
        print_readings(readability(place), screen)
    if all(finding.severity is Severity.NOTE for finding in report):
        library = workspace_library(place, Report())
        own = sum(not _bundled(clause) for clause in library.clauses.values())
        screen.line(screen.say("cli.lint.clean", n=len(library.clauses), own=own), style="green")
    screen.totals(report)
    return verdict(report, strict)


for command in (keep, diff, outdated):
    clauses.add_command(command)
