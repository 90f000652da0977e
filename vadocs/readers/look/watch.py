"""Findings about one look: each message names the look, and the place in it."""

from dataclasses import dataclass

from vadocs.diagnostics import Diagnostic, Hint, Report, hint
from vadocs.readers.look.xml import Element, shown


@dataclass(frozen=True, slots=True)
class Place:
    """Where an element stands: `code` is the warning for such places, `name` which one."""

    code: str
    name: str


def style(name: str) -> Place:
    """A style by its name in Word."""
    return Place("W500", name)


def level(name: str, number: int) -> Place:
    """A level of a list, counted from 1."""
    return Place("W501", f"{name} {number}")


SECTION = Place("W502", "")
SETTINGS = Place("W504", "")


def running(part: str) -> Place:
    """A header or footer by the file name of its part."""
    return Place("W503", part)


@dataclass(slots=True)
class Watch:
    """Adds findings about the look `name` to `report`; `failed` tells whether an error was among them."""

    report: Report
    name: str
    failed: bool = False

    def error(self, code: str, hints: tuple[Hint, ...] = (), **args: object) -> None:
        """An error: the look cannot be used."""
        self.failed = True
        self.warning(code, hints, **args)

    def warning(self, code: str, hints: tuple[Hint, ...] = (), **args: object) -> None:
        """A warning or a note."""
        texts = tuple((name, str(value)) for name, value in {"look": self.name, **args}.items())
        self.report.extend([Diagnostic(code, None, texts, hints)])

    def unfollowed(self, place: Place, element: Element | str, *attributes: str) -> None:
        """An element that Word follows and the PDF does not."""
        said = element if isinstance(element, str) else shown(element, *attributes)
        self.warning(place.code, (hint("H500"),), place=place.name, element=said)
