"""`vadocs watch`: the documents of a spec, written again whenever something that they are made of is saved."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vadocs.cli.documents import FORMATS, documents, formats, look
from vadocs.cli.options import json_findings, out, spec, strict
from vadocs.cli.refusals import told
from vadocs.cli.screen import Screen
from vadocs.cli.summary import print_files, print_summary
from vadocs.cli.words import Command, screen_of
from vadocs.diagnostics import Args, Diagnostic, Exit, Failure, Severity

if TYPE_CHECKING:
    from vadocs.build import Rendered, Request

Waiting = Callable[[Sequence[Path]], None]
"""Waits until something in the folders may have changed."""
_STEP, _MOST, _LOOK_AGAIN = 150, 1600, 2000
"""Milliseconds: of quiet after which a save is whole, that are waited for it at most, and after which the files are
looked at though nothing was heard (folders on a network tell nothing)."""


def until_saved(folders: Sequence[Path]) -> None:
    """Wait for the system to tell of a change in the folders, until the program that makes it has done."""
    from watchfiles import watch

    changes = watch(
        *folders, recursive=False, step=_STEP, debounce=_MOST, rust_timeout=_LOOK_AGAIN, yield_on_timeout=True,
        watch_filter=None, ignore_permission_denied=True,
    )  # fmt: skip
    try:
        next(changes)
    finally:
        changes.close()


@click.command(cls=Command, help="cli.watch")
@spec
@out
@documents
@formats
@look
@strict
@json_findings
@click.pass_context
def watch(
    context: click.Context, spec: Path, out: Path, documents: tuple[str, ...], formats: tuple[str, ...],
    look: str | None, strict: bool,
) -> Exit:  # fmt: skip
    """Write the spec's documents, and again after each save, until the user ends it."""
    from vadocs.build import Request

    screen = screen_of(context)
    request = Request(out, documents, formats or FORMATS, look, strict=strict)
    return watching(spec, request, screen, until_saved)


def watching(spec: Path, request: "Request", screen: Screen, wait: Waiting) -> Exit:
    """Write and wait in turn. DONE where the user ends it while nothing is being written, else INTERRUPTED."""
    news = _News(screen)
    writing = False
    try:
        for _ in _rounds(spec, request, wait, screen):
            writing = True
            rendered, found = _made(spec, request, screen)
            writing = False
            news.told(rendered, found)
    except KeyboardInterrupt:
        if writing:
            screen.remark(screen.say("cli.interrupted"))
            return Exit.INTERRUPTED
    screen.remark(screen.say("cli.watch.ended"))
    return Exit.DONE


def _made(spec: Path, request: "Request", screen: Screen) -> "tuple[Rendered | None, tuple[Diagnostic, ...]]":
    """The documents written, None where the system refused; and what was found."""
    from vadocs.build import render_specs

    try:
        (rendered,) = screen.each(render_specs([spec], request), "cli.rendering")
    except Failure as failure:  # a file that is open in Word, a full disk: the next save may find it mended
        return None, (told(failure, screen.language),)
    return rendered, tuple(rendered.report)


def _rounds(spec: Path, request: "Request", wait: Waiting, screen: Screen) -> Iterator[None]:
    """One for each time that the documents are to be written, without end.

    What was saved while documents were being written counts: files are compared with those at the beginning.
    """
    from vadocs.build.watching import stamps_of, take_note, watched_folders

    while True:
        folders = watched_folders(spec, request.out, request.look)
        before = stamps_of(folders)
        yield
        screen.remark(screen.say("cli.watch.waiting", file=spec), style="dim")
        patient = True
        while (now := stamps_of(folders)) == before or (patient and not spec.exists()):
            # Some editors take the file away before they put the new one in its place.
            patient = spec.exists()
            wait(folders)
            folders = watched_folders(spec, request.out, request.look)
        take_note(before, now)


_Key = tuple[str, str, Args]


def _key(found: Diagnostic) -> _Key:
    """What makes a finding the same one after an edit has moved its line."""
    return found.code, found.span.file if found.span is not None else "", found.args


class _News:
    """What was told so far: findings stand once on screen until they go.

    An error keeps the rest from being looked at: what it may hide has not gone until no error stands.
    """

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._known: dict[_Key, Diagnostic] = {}
        self._hidden: dict[_Key, Diagnostic] = {}
        self._wrote = False

    def told(self, rendered: "Rendered | None", report: Iterable[Diagnostic]) -> None:
        """Tell what is new, what has gone, and what was written."""
        found = {_key(one): one for one in report}
        self._screen.findings(one for key, one in found.items() if key not in self._known)
        missed = {key: one for key, one in {**self._hidden, **self._known}.items() if key not in found}
        self._known, self._hidden = found, {}
        if any(one.severity is Severity.ERROR for one in found.values()):
            self._hidden = missed
        else:
            for one in missed.values():
                self._gone(one)
        self._written(rendered)

    def _gone(self, finding: Diagnostic) -> None:
        screen = self._screen
        if screen.json_lines:
            screen.data({"kind": "gone", "code": finding.code, "message": finding.message(screen.language)})
        text = screen.say("cli.watch.gone", code=finding.code, text=finding.message(screen.language))
        screen.remark(text, style="green")

    def _written(self, rendered: "Rendered | None") -> None:
        """The files, whole the first time; or that what stood there stays."""
        screen, now = self._screen, f"{datetime.now():%H:%M:%S}"
        if rendered is None or not rendered.files:
            self._kept(now)
            return
        if not self._wrote:
            print_files(rendered, screen)
            print_summary(rendered, screen)
            screen.prose(screen.say("cli.draft_note"))
        else:
            folder = rendered.files[0][0].parent
            screen.line(screen.count("cli.watch.written", len(rendered.files), time=now, folder=folder))
            if screen.json_lines:
                print_files(rendered, screen)
        self._wrote = True

    def _kept(self, now: str) -> None:
        """That nothing was written, and why what stands in the folder is not what the spec says."""
        screen = self._screen
        errors = sum(one.severity is Severity.ERROR for one in self._known.values())
        counted = screen.count("cli.watch.errors", errors) if errors else screen.say("cli.watch.warned")
        kept = screen.say("cli.watch.kept" if self._wrote else "cli.watch.nothing")
        screen.remark(f"{now}  {counted}: {kept}", style="yellow")
