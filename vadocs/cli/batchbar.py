"""How far a run has got: as a bar with a line below it, and as one line."""

from collections.abc import Sequence

from rich.console import Console, ConsoleOptions, Group, RenderResult
from rich.progress_bar import ProgressBar
from rich.text import Text

from vadocs.batches.quantities import duration, rate
from vadocs.batches.tally import FAILED, Tally
from vadocs.cli.findings import printable
from vadocs.cli.screen import Screen

_WIDEST = 100
"""Columns: a longer bar tells no more."""
_NARROWEST = 8
"""Columns below which a bar tells nothing."""


class _Bar:
    """A bar, and the count in words behind it; the count alone where both have no room."""

    def __init__(self, tally: Tally, screen: Screen) -> None:
        self.tally, self.screen = tally, screen

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        count = Text(f"{self.tally.done}/{self.tally.total}", no_wrap=True, overflow="crop")
        failed = _failed(self.tally)
        if failed:
            count.append(", " + self.screen.count("batch.some_failed", failed), style="bold red")
        room = min(options.max_width, _WIDEST) - count.cell_len - 2
        if room < _NARROWEST:
            yield count
            return
        done, total = (self.tally.done, self.tally.total) if self.tally.total else (1, 1)
        bar = ProgressBar(total=total, completed=done, width=room)
        parts = [segment for line in console.render_lines(bar, options.update(width=room)) for segment in line]
        drawn = [(part.text, part.style or "") for part in parts]
        yield Text.assemble(*drawn, "  ", count, no_wrap=True, overflow="crop")


def progress(tally: Tally, under_way: Sequence[str], screen: Screen) -> Group:
    """The bar, and below it the rate, what remains, and the numbers of those being made, as far as there is room."""
    told = [*_speed(tally, screen)]
    if under_way:
        told.append(screen.say("batch.now", list=", ".join(map(printable, under_way))))
    elif not tally.made and tally.to_make:
        told.append(screen.say("batch.starting"))
    wide = screen.err.encoding.startswith("utf")
    below = Text("; ".join(told), style="dim", no_wrap=True, overflow="ellipsis" if wide else "crop")
    return Group(_Bar(tally, screen), below)


def pace(tally: Tally, screen: Screen) -> str:
    """How far the run has got, in one line: done of all, failed, rate, what remains."""
    told = [screen.say("batch.done_of", done=tally.done, total=tally.total)]
    failed = _failed(tally)
    if failed:
        told.append(screen.count("batch.some_failed", failed))
    return ", ".join([*told, *_speed(tally, screen)])


def _speed(tally: Tally, screen: Screen) -> list[str]:
    """The rate, and the time that remains, once they are known."""
    found = tally.rate
    if found is None:
        return []
    told = [screen.say("batch.rate", rate=rate(found, screen.language))]
    if tally.remaining and tally.remaining >= 1:
        told.append(screen.say("batch.remaining", time=duration(round(tally.remaining), screen.language)))
    return told


def _failed(tally: Tally) -> int:
    return sum(tally.ended[how] for how in FAILED)
