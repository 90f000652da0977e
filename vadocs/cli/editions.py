"""`vadocs clauses keep`, `diff` and `outdated`: editions kept, compared, and found in what was issued."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

import click

from vadocs.cli import complete
from vadocs.cli.findings import from_here
from vadocs.cli.options import json_lines
from vadocs.cli.screen import Screen
from vadocs.cli.summary import verdict
from vadocs.cli.usage import Fault
from vadocs.cli.words import Command, Option, screen_of
from vadocs.diagnostics import Exit, Hint, Report, hint
from vadocs.language.worddiff import Words
from vadocs.model.clause import Clause
from vadocs.model.library import Library
from vadocs.readers.around import KEPT
from vadocs.readers.comparing import Change, compared
from vadocs.readers.library import files_of
from vadocs.readers.similar import listed, similar

_STYLES = {"=": "", "-": "red strike", "+": "green"}
_MARKS = {"=": ("", ""), "-": ("[-", "-]"), "+": ("{+", "+}")}


@click.command("keep", cls=Command, help="cli.clauses.keep")
@click.argument("ids", nargs=-1, metavar="[ID]...", shell_complete=complete.clauses)
@click.option("--all", "every", is_flag=True, cls=Option, help="cli.keep.all")
@json_lines
@click.pass_context
def keep(context: click.Context, ids: tuple[str, ...], every: bool) -> Exit:
    """Copy clauses as they are today into the workspace around the current folder."""
    from vadocs.build import editions, sources

    screen, report = screen_of(context), Report()
    found = sources(Path.cwd(), Report())
    if not ids and not every:
        raise Fault("E465", ctx=context, hints=[hint("H701", command=context.command_path)])
    library, workspace = found.library, found.workspace or editions.workspace_around(Path.cwd())
    if workspace is None:
        raise Fault("E463", hints=[hint("H463")])
    chosen = list(library.clauses) if every else list(dict.fromkeys(ids))
    for id in chosen:
        _known(id, library, context)
    kept = {id: editions.keep(library.clauses[id], workspace, report) for id in sorted(chosen)}
    for id, folder in kept.items():
        _tell_kept(library.clauses[id], folder, screen, quiet=every)
    refused = {one.args[0][1] for one in report}
    screen.findings(report)
    good = [id for id in kept if id not in refused]
    if every:
        new = sum(folder is not None for folder in kept.values())
        screen.line(screen.say("keep.all", n=new, already=len(good) - new))
    if good:
        pins = ", ".join(f"{id}: {library.clauses[id].edition}" for id in good[:1])
        screen.remark(screen.say("keep.pin_all" if every else "keep.pin"))
        screen.remark(f"  clauses: {{pin: {{{pins}}}}}")
    return verdict(report)


def _tell_kept(clause: Clause, folder: Path | None, screen: Screen, *, quiet: bool) -> None:
    place = from_here(str(folder)) if folder is not None else None
    if screen.json_lines:
        screen.data({"kind": "kept", "id": clause.id, "edition": clause.edition, "folder": place})
    elif folder is not None and not quiet:
        screen.line(screen.say("keep.kept", clause=clause.id, edition=clause.edition, folder=place))
    elif not quiet:
        screen.line(screen.say("keep.already", clause=clause.id, edition=clause.edition))


def _known(id: str, library: Library, context: click.Context) -> None:
    if id not in library.clauses:
        near = similar(id, library.clauses)
        hints = [] if near else [hint("H712", command="vadocs clauses list")]
        raise Fault("E706", near=near, hints=hints, name=id, ctx=context)


@click.command("diff", cls=Command, help="cli.clauses.diff")
@click.argument("name", metavar="ID", shell_complete=complete.clauses)
@click.option("--against", metavar="EDITION", cls=Option, help="cli.diff.against")
@click.option("--of", "wanted", metavar="EDITION", cls=Option, help="cli.diff.of")
@json_lines
@click.pass_context
def diff(context: click.Context, name: str, against: str | None, wanted: str | None) -> Exit:
    """Print what differs between two editions of a clause, the older one first."""
    from vadocs.build import editions

    screen = screen_of(context)
    library, _ = editions.library_with_sections(Path.cwd())
    if name not in library.clauses and name not in library.editions:
        _known(name, library, context)
    new = _edition(name, wanted, library) if wanted else library.clauses.get(name)
    if new is None:
        raise Fault("E464", hints=_there(name, library), wanted="–", clause=name)
    old = _edition(name, against, library) if against else editions.older(name, library)
    if old is None:
        own = not editions.is_bundled(new)
        screen.line(screen.say("diff.alone_own" if own else "diff.alone", clause=name, edition=new.edition))
        return Exit.DONE
    before, after = origin(old, screen, against), origin(new, screen, wanted)
    screen.line(screen.say("diff.head", clause=name, old=before, new=after), style="bold")
    changes = list(compared(old, new))
    if screen.json_lines:
        for change in changes:
            told = {"kind": "change", "id": name, "from": old.edition, "to": new.edition}
            screen.data({**told, **as_data(change)})
        return Exit.DONE
    if not changes:
        screen.line(screen.say("diff.same"))
        return Exit.DONE
    screen.line(screen.say("diff.marks"), style="dim")
    print_changes(changes, screen, "")
    return Exit.DONE


def _edition(id: str, wanted: str, library: Library) -> Clause:
    """An edition that was asked for by what a user calls it."""
    from vadocs.build import editions

    found = editions.edition_of(id, wanted, library)
    if found is None:
        raise Fault("E464", hints=_there(id, library), wanted=wanted, clause=id)
    return found


def _there(id: str, library: Library) -> list[Hint]:
    from vadocs.build import editions

    there = list(editions.at_hand(id, library))
    return [*([hint("H464", list=listed(there))] if there else []), hint("H464.kinds")]


def origin(clause: Clause, screen: Screen, named: str | None = None) -> str:
    """Where an edition comes from, in a few words."""
    from vadocs.build import editions

    own = editions.own_files(clause)
    if not own:
        return screen.say("origin.edition.bundled", edition=clause.edition)
    files = list(files_of(clause).values())
    if KEPT in (part for path in files for part in path.parts[-4:-2]):
        return screen.say("origin.edition.kept", edition=clause.edition)
    if named is not None and not named.isdecimal():
        return screen.say("origin.edition.folder", folder=named, edition=clause.edition)
    if len(own) < len(files):
        return screen.say("origin.edition.part", edition=clause.edition, files=listed(own))
    return screen.say("origin.edition.own", edition=clause.edition)


def as_data(change: Change) -> dict[str, object]:
    """A change as JSON: `words` are pairs of a sign ("=", "-", "+") and a stretch of text."""
    return {
        "part": change.part,
        "name": change.name,
        "line": change.line,
        "old": "".join(text for sign, text in change.words if sign != "+"),
        "new": "".join(text for sign, text in change.words if sign != "-"),
        "words": [list(each) for each in change.words],
    }


def print_changes(changes: Iterable[Change], screen: Screen, margin: str) -> None:
    """Print changes: facts on a line each, texts by file and paragraph; told apart by marks and colours."""
    for (part, name), group in groupby(changes, key=lambda one: (one.part, one.name)):
        if part == "fact":
            for change in group:
                screen.styled([(f"{margin}{name}: ", "bold"), *_marked(change.words, "")])
            continue
        screen.line()
        screen.line(f"{margin}{name}", style="bold")
        for change in group:
            screen.line(f"{margin}  {screen.say('diff.line', line=change.line)}", style="dim")
            screen.styled([(f"{margin}  ", ""), *_marked(change.words, f"{margin}  ")])


def _marked(words: Words, margin: str) -> list[tuple[str, str]]:
    """The stretches with their marks, lines after the first behind a margin."""
    found = []
    for sign, text in words:
        before, after = _MARKS[sign]
        body = text.strip() if sign != "=" else text
        lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        told = f"{lead}{before}{body}{after}{tail}" if sign != "=" and body else text
        found.append((told.replace("\n", f"\n{margin}"), _STYLES[sign]))
    return found


