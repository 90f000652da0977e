"""Words become lines: each line takes as many words as it holds (the word processors' rule).

A word that does not fit is hyphenated where its part and a hyphen fit; a word wider than the line is cut
between two characters. Right and centred tabs take the words up to the next tab with them.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from vadocs.layout.shape import LINE
from vadocs.layout.words import SOFT, Segment, Words, hyphenator
from vadocs.model.look import Tab

SLACK = 0.004
"""How much wider than its measure a line may be, in points: half a step, for what rounding makes."""

DEFAULT_TAB = 36.0
"""Distance of the tab stops that follow a paragraph's own, from the margin (Word's default)."""

End = Literal["space", "within", "hyphen", "forced", "last"]


@dataclass(slots=True, eq=False)
class Piece:
    """Parts `first` to `last` (exclusive) of `words`, standing at `x` from the column's edge."""

    words: Words
    first: int
    last: int
    x: float


@dataclass(slots=True, eq=False)
class Broken:
    """A line: its pieces (one, but for tabs), where it ends, and how. `leaders` are (x0, x1) of dotted tabs."""

    pieces: list[Piece]
    right: float
    end: End = "last"
    leaders: list[tuple[float, float]] = field(default_factory=list)


class Measure(NamedTuple):
    """The room of a paragraph: x of the first line's text and of the others, the right limit, tab stops."""

    first: float
    left: float
    right: float
    tabs: tuple[Tab, ...] = ()
    hyphenate: bool = False


def break_lines(content: list[Segment], room: Measure) -> list[Broken]:
    """The lines of a paragraph; at least one, which may be empty."""
    return _Breaker(content, room).lines()


class _Breaker:
    """The state of one paragraph being broken."""

    __slots__ = ("content", "done", "limit", "line", "room", "x")

    def __init__(self, content: list[Segment], room: Measure) -> None:
        self.content = content
        self.room = room
        self.limit = room.right + SLACK
        self.done: list[Broken] = []
        self.x = room.first
        self.line = Broken([], room.first)

    def lines(self) -> list[Broken]:
        """Break all of the content."""
        for number, segment in enumerate(self.content):
            if isinstance(segment, Words):
                self._words(segment)
            elif segment == LINE:
                self._finish("forced")
            elif not self._tab(number):
                self._tab(number)
        self.done.append(self.line)
        return self.done

    def _finish(self, end: End) -> None:
        self.line.end = end
        self.done.append(self.line)
        self.limit = self.room.right + SLACK
        self.x = self.room.left
        self.line = Broken([], self.x)

    def _take(self, words: Words, first: int, last: int) -> None:
        """Put parts on the line."""
        if last > first:
            self.line.pieces.append(Piece(words, first, last, self.x))
            self.x += words.ends[last - 1] - words.places[first]
            self.line.right = self.x

    def _words(self, words: Words) -> None:
        first, count = 0, len(words.parts)
        while first < count:
            room = self.limit - self.x + words.places[first]
            fits = _fitting(words, first, room)
            if fits == count:
                self._take(words, first, count)
                return
            begin, end = words.word(fits)
            begin = max(begin, first)
            cut = self._hyphen(words, begin, end, room - words.places[begin])
            if cut:
                count = len(words.parts)
                self._take(words, first, cut)
                self.line.right = self.x = self.x + _hyphen_width(words, cut - 1)
                self._finish("hyphen")
                first = cut
            elif begin > first or self.line.pieces:
                self._take(words, first, begin)
                self._finish("within" if begin > first and words.after[begin - 1] is None else "space")
                first = begin
            else:
                first = self._emergency(words, first, end, room - words.places[first])
                count = len(words.parts)

    def _hyphen(self, words: Words, begin: int, end: int, width: float) -> int:
        """Divide the word of parts `begin` to `end` with a hyphen within `width`; the part after it, 0: not at all."""
        breaks = words.breaks
        soft = [at for at in range(begin, end) if breaks[at] == SOFT]
        for at in reversed(soft):
            if words.ends[at] - words.places[begin] + words.extra[at] + _hyphen_width(words, at) <= width:
                return at + 1
        voice = words.voices[begin]
        if soft or not self.room.hyphenate or width <= 0 or voice is None:
            return 0
        patterns = hyphenator(voice.language)
        if patterns is None:
            return 0
        text = "".join(words.parts[begin:end])
        for place in patterns.places(text, _characters_that_fit(words, begin, end, width)):
            at, cut = _part_at(words, begin, place)
            if cut:
                found = words.voices[at]
                assert found is not None
                measure = found.type.measure
                part = words.parts[at]
                pull = words.widths[at] - measure(part[:cut]) - measure(part[cut:])
                used = words.places[at] - words.places[begin] + measure(part[:cut]) + pull + found.type.lean
                if used + measure("-") <= width:
                    words.split(at, cut)
                    words.place()
                    return at + 1
        return 0

    def _emergency(self, words: Words, first: int, end: int, width: float) -> int:
        """Cut a word wider than the line between two characters; the part that begins the next line."""
        at, cut = _part_at(words, first, max(1, _characters_that_fit(words, first, end, width)))
        if cut and cut < len(words.parts[at]):
            words.split(at, cut)
            words.place()
            at += 1
        else:
            at = max(at, first + 1)
        self._take(words, first, at)
        self._finish("within" if words.after[at - 1] is None else "space")
        return at

    # --- tabs --------------------------------------------------------------------------------------

    def _tab(self, number: int) -> bool:
        """Go to the next tab stop; False where the line had to be ended first."""
        stop = self._stop()
        wanted, lean = self._following(number)
        if stop.alignment == "left":
            target = stop.position
        else:
            share = 1.0 if stop.alignment == "right" else 0.5
            target = max(self.x, stop.position - wanted * share)
        beyond = target + (wanted if stop.alignment != "left" else 0.0) > max(self.room.right, stop.position) + SLACK
        if beyond and self.line.pieces:
            self._finish("space")
            return False
        if stop.leader:
            self.line.leaders.append((self.x, target))
        self.x = self.line.right = target
        # A stop may lie beyond the right indent; what stands at it does too, and may lean over it.
        self.limit = max(self.limit, stop.position + SLACK + lean)
        return True

    def _stop(self) -> Tab:
        """The next stop: one of the paragraph's own, its indent (where the first line hangs), a default one."""
        stops = [tab for tab in self.room.tabs if tab.position > self.x + SLACK]
        if self.room.left > self.x + SLACK:
            stops.append(Tab(self.room.left, "left"))
        if stops:
            return min(stops, key=lambda tab: tab.position)
        return Tab((int((self.x + SLACK) / DEFAULT_TAB) + 1) * DEFAULT_TAB, "left")

    def _following(self, number: int) -> tuple[float, float]:
        """The width of what stands between the tab at `number` and the next tab or break, and how far it leans."""
        total = lean = 0.0
        for segment in self.content[number + 1 :]:
            if not isinstance(segment, Words):
                break
            if segment.ends:
                total += segment.ends[-1]
                lean = max(lean, *segment.extra)
        return total, lean


def _fitting(words: Words, first: int, room: float) -> int:
    """The first part from `first` that does not end within `room`."""
    ends, extra = words.ends, words.extra
    at = bisect_right(ends, room, first, len(words.parts))
    if at < len(words.parts) and ends[at] + extra[at] <= room:
        at += 1
    while at > first and ends[at - 1] + extra[at - 1] > room:
        at -= 1
    return at


def _hyphen_width(words: Words, at: int) -> float:
    voice = words.voices[at]
    return voice.type.measure("-") if voice is not None else 0.0


def _part_at(words: Words, begin: int, place: int) -> tuple[int, int]:
    """The part that holds character `place` counted from part `begin`, and the place in it; (at, 0) at its start."""
    at = begin
    while at < len(words.parts) and place >= len(words.parts[at]):
        place -= len(words.parts[at])
        at += 1
    return at, place


def _characters_that_fit(words: Words, begin: int, end: int, width: float) -> int:
    """How many characters of the word of parts `begin` to `end` fit in `width`."""
    count = 0
    for at in range(begin, end):
        voice, part = words.voices[at], words.parts[at]
        if words.widths[at] <= width or voice is None:
            width -= words.widths[at]
            count += len(part)
            continue
        for character in part:
            width -= voice.type.measure(character)
            if width < 0:
                return count
            count += 1
    return count
