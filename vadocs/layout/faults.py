"""What layout may find fault with: characters, faces, styles, nodes, tables."""

import unicodedata
from pathlib import PurePath

from vadocs.diagnostics import Diagnostic, Hint, Report, Span
from vadocs.layout.fonts import Font
from vadocs.model.look import RunStyle

PICTOGRAPHS = range(0x1F000, 0x20000)
"""Emoji and their kin: Unicode's pictographic blocks of the supplementary plane."""


class Faults:
    """Adds the findings of one document to a report. `span` is the place of the clause at hand, or None."""

    __slots__ = ("_report", "_seen", "span")

    def __init__(self, report: Report) -> None:
        self._report = report
        self._seen: set[tuple[object, ...]] = set()
        self.span: Span | None = None

    def __bool__(self) -> bool:
        """Whether there was any."""
        return bool(self._seen)

    def _add(self, id: str, **args: str) -> None:
        key = (id, *args.items())
        if key not in self._seen:
            self._seen.add(key)
            texts = tuple(args.items())
            self._report.extend([Diagnostic(id, self.span, texts, (Hint(f"H{id[1:]}"),))])

    def characters(self, text: str, font: Font, where: str) -> None:
        """Every character of `text` that `font` does not draw, each with what is wrong with it."""
        for character in sorted(set(text) - font.drawable):
            code = f"U+{ord(character):04X}"
            kind = unicodedata.category(character)
            if unicodedata.bidirectional(character) in ("R", "AL", "AN"):
                self._add("E551", where=where, character=character, code=code)
            elif ord(character) in PICTOGRAPHS or (kind == "So" and ord(character) >= 0x2600):
                self._add("E552", where=where, character=character, code=code)
            elif kind[0] in "CM" or character == "\N{OBJECT REPLACEMENT CHARACTER}":
                self._add("E553", where=where, code=code)
            else:
                self._add("E550", where=where, character=character, code=code, face=PurePath(font.path).stem)

    def face(self, run: RunStyle) -> None:
        """The look names no file for the face of `run`."""
        form = " ".join(name for name, on in (("bold", run.bold), ("italic", run.italic)) if on)
        self._add("E554", font=run.font, form=form)

    def node(self, node: object, where: str) -> None:
        """A node that layout cannot show."""
        self._add("E555", node=type(node).__name__, where=where)

    def style(self, name: str) -> None:
        """The look lacks a paragraph, table or list style."""
        self._add("E556", style=name)

    def table(self, columns: int, measure: float, where: str) -> None:
        """A table whose columns cannot be narrow enough."""
        self._add("E557", columns=str(columns), measure=str(round(measure)), where=where)

    def row(self, where: str) -> None:
        """A row that no page can hold."""
        self._add("E558", where=where)

    def room(self) -> None:
        """The page has no room for text."""
        self._add("E559")
