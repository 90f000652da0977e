"""Headers and footers: the same on each page but for its number, filled from the document's running texts."""

import re
from collections.abc import Mapping

from vadocs.layout.boxes import TOLERANCE, moved
from vadocs.layout.breaking import Measure, break_lines
from vadocs.layout.lines import place_runs
from vadocs.layout.paragraphs import Column, Setter, frame, glyphs, line_height
from vadocs.layout.phrases import in_both
from vadocs.layout.shape import LINE, Ink, Origin, Run
from vadocs.layout.words import Segment, Words, gap, segments, stretches
from vadocs.model.look import Look, RunningParagraph, RunningPart
from vadocs.model.pages import ARTIFACT, Fill, Line, PageItem, Picture, Rule
from vadocs.templating import RUNNING, fill

_TAG = re.compile(r"\{\{\s*(\w+)\s*\}\}")


class RunningSetter:
    """Headers and footers of one document. `texts` fill the tags.

    `first` is the number printed on its first page, `pages` the number of all pages that is printed, once known. A
    page is told by its place in the document, from 1.
    """

    def __init__(self, look: Look, setter: Setter, texts: Mapping[str, str]) -> None:
        self.look = look
        self.first = 1
        self.pages = 0
        self._setter = setter
        self._texts = texts
        self._running = in_both(look.running) if texts.get("page_word_beside") else look.running
        self._column = Column(look.paper.left, look.paper.measure)
        self._made: dict[int, tuple[list[PageItem], float]] = {}
        """What does not change from page to page, by paragraph, with its height."""
        self._parts_made: dict[tuple[int, int], list[Run]] = {}
        self._extents: dict[int, tuple[float, float]] = {}
        """Where text begins and ends on the first page and on the others."""

    def top(self, page: int) -> float:
        """Where the text of a page begins, from the top of the paper."""
        return self._extent(page)[0]

    def bottom(self, page: int) -> float:
        """Where the text of a page ends, from the top of the paper."""
        return self._extent(page)[1]

    def _extent(self, page: int) -> tuple[float, float]:
        kind = min(page, 2)
        if kind not in self._extents:
            paper, (header, footer) = self.look.paper, self._parts(kind)
            top = max(paper.top, paper.header + self._set(header, kind)[1])
            low = max(paper.bottom, paper.footer + self._set(footer, kind)[1])
            self._extents[kind] = top, paper.height - low
        return self._extents[kind]

    def header(self, page: int) -> list[PageItem]:
        """The header of a page."""
        items, _ = self._set(self._parts(page)[0], page)
        return [moved(item, 0.0, self.look.paper.header) for item in items]

    def footer(self, page: int) -> list[PageItem]:
        """The footer of a page; it ends at its distance from the paper's edge."""
        items, height = self._set(self._parts(page)[1], page)
        paper = self.look.paper
        return [moved(item, 0.0, paper.height - paper.footer - height) for item in items]

    def _parts(self, page: int) -> tuple[tuple[RunningParagraph, ...], tuple[RunningParagraph, ...]]:
        running = self._running
        header, footer = running.header, running.footer
        if page == 1:
            header = header if running.first_header is None else running.first_header
            footer = footer if running.first_footer is None else running.first_footer
        return header, footer

    def _set(self, paragraphs: tuple[RunningParagraph, ...], page: int) -> tuple[list[PageItem], float]:
        """The paragraphs from y 0 and the height of all."""
        items: list[PageItem] = []
        y, after = 0.0, 0.0
        for number, paragraph in enumerate(paragraphs):
            y += max(after, paragraph.style.before) if number else paragraph.style.before
            made, height = self._paragraph(paragraph, page)
            items += [moved(item, 0.0, y) for item in made]
            y += height
            after = paragraph.style.after
        return items, y + after

    def _paragraph(self, paragraph: RunningParagraph, page: int) -> tuple[list[PageItem], float]:
        changes = any(part.kind in ("page", "pages") for part in paragraph.parts)
        key = id(paragraph)
        if not changes and key in self._made:
            return self._made[key]
        made = self._lines(paragraph, page)
        if not changes:
            self._made[key] = made
        return made

    def _lines(self, paragraph: RunningParagraph, page: int) -> tuple[list[PageItem], float]:
        style, column = paragraph.style, self._column
        content, inks, logos = self._words(paragraph, page)
        room = Measure(
            style.left + style.first_line, style.left, column.width - style.right + TOLERANCE, style.tabs, False
        )
        base = self._setter.shaper.type_of(style.run)
        items: list[PageItem] = []
        box = frame(style, column)
        y = box.top
        for line in break_lines(content, room):
            share = {"right": 1.0, "center": 0.5}.get(style.alignment, 0.0)
            x = column.x + (room.right - line.right) * share
            runs = glyphs(place_runs(line, x), inks)
            voices = [voice for piece in line.pieces for voice in piece.words.voices if voice is not None]
            pictures = [(piece.x, logos[id(piece.words)]) for piece in line.pieces if id(piece.words) in logos]
            tallest = max((logo.height for _, logo in pictures), default=0.0)
            # Under a logo that stands alone nothing descends (LibreOffice).
            bare = [] if pictures or base is None else [base]
            height, _, baseline = line_height(style, [voice.type for voice in voices] or bare)
            if style.line_rule != "exact" and tallest > baseline:
                height, baseline = height + tallest - baseline, tallest
            if runs:
                items.append(Line(y + baseline, y, height, runs))
            for at, logo in pictures:
                place = y + baseline - logo.height
                items.append(Picture(x + at, place, logo.width, logo.height, logo.picture, logo.text))
            y += height
        y += box.bottom
        if style.shading:
            items.insert(0, Fill(box.left, 0.0, box.right - box.left, y, style.shading))
        for side, at in (("top", 0.0), ("bottom", y)):
            border = style.borders.get(side)
            if border is not None:
                items.append(Rule(box.left, at, box.right, at, border.width, border.colour))
        return items, y

    def _words(
        self, paragraph: RunningParagraph, page: int
    ) -> tuple[list[Segment], list[Ink], dict[int, RunningPart]]:
        """The words of a paragraph and the inks of its runs; a logo is a gap, found by its id."""
        found: list[Segment] = []
        inks: list[Ink] = []
        logos: dict[int, RunningPart] = {}
        pending: list[Run] = []

        def close() -> None:
            found.extend(segments(stretches(pending, len(inks))))
            inks.extend(ink for _, ink in pending)
            pending.clear()

        for part in paragraph.parts:
            if part.kind == "logo":
                close()
                place: Words = gap(part.width)
                logos[id(place)] = part
                found.append(place)
            else:
                pending += self._runs(paragraph, part, page)
        close()
        return found, inks, logos

    def _runs(self, paragraph: RunningParagraph, part: RunningPart, page: int) -> list[Run]:
        """The runs of a part; those that do not change from page to page are made once."""
        if part.kind in ("page", "pages"):
            return self._new_runs(paragraph, part, page)
        key = (id(paragraph), id(part))
        if key not in self._parts_made:
            self._parts_made[key] = self._new_runs(paragraph, part, page)
        return self._parts_made[key]

    def _new_runs(self, paragraph: RunningParagraph, part: RunningPart, page: int) -> list[Run]:
        run = part.run or paragraph.style.run
        number = self.first + page - 1
        texts = {"tab": "\t", "break": LINE, "page": str(number), "pages": str(self.pages or number)}
        text = texts.get(part.kind) or self._filled(part.text)
        name = next(iter(_TAG.findall(part.text)), "header")
        return self._setter.shaper.text(text, Origin(run, ARTIFACT, name))

    def _filled(self, text: str) -> str:
        """The text with what its expressions stand for; a running text that the document lacks says nothing."""
        if "{" in _TAG.sub("", text):
            return fill(text, {**dict.fromkeys(RUNNING, ""), **self._texts})
        return _TAG.sub(lambda found: self._texts.get(found.group(1), ""), text)
