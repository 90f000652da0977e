"""Paragraph properties (`w:pPr`, 17.3.1): what is followed, as changes that a style or a paragraph makes."""

from dataclasses import dataclass, field
from typing import Literal, TypedDict

from vadocs.model.look import Border, Tab
from vadocs.readers.look.runs import fill
from vadocs.readers.look.theme import Theme
from vadocs.readers.look.watch import Place, Watch
from vadocs.readers.look.xml import (
    VAL,
    BadValue,
    Element,
    attribute_on,
    flag,
    integer,
    length,
    local,
    shown,
    switched_off,
    w,
)


class ParagraphChange(TypedDict, total=False):
    """What is said of a `model.look.ParagraphStyle`'s fields; a key that is absent leaves what was there."""

    alignment: Literal["left", "right", "center", "both"]
    before: float
    after: float
    contextual: bool
    line_rule: Literal["auto", "exact", "atLeast"]
    line: float
    keep_next: bool
    keep_lines: bool
    widow_control: bool
    page_break_before: bool
    hyphenate: bool
    outline: int | None
    shading: str | None


class Indents(TypedDict, total=False):
    """Indents in points; `first_line` is negative for a hanging one."""

    left: float
    right: float
    first_line: float


@dataclass(slots=True)
class Change:
    """All that a `w:pPr` says. `borders` and `tabs` hold None where one is taken away.

    `numbering` is (numId, level), each None where it is not said.
    """

    plain: ParagraphChange = field(default_factory=ParagraphChange)
    indents: Indents = field(default_factory=Indents)
    tabs: dict[float, Tab | None] = field(default_factory=dict)
    borders: dict[str, Border | None] = field(default_factory=dict)
    numbering: tuple[str | None, int | None] | None = None


_SIDES = ("top", "bottom", "left", "right", "insideH", "insideV")
_NAMES = {"start": "left", "end": "right"}
_NEUTRAL = frozenset(
    [
        "pStyle",
        "rPr",
        "suppressLineNumbers",
        "kinsoku",
        "wordWrap",
        "overflowPunct",
        "topLinePunct",
        "autoSpaceDE",
        "autoSpaceDN",
        "adjustRightInd",
        "snapToGrid",
        "divId",
        "cnfStyle",
        "pPrChange",
    ]
)
_HARMLESS = {"textAlignment": "auto", "textDirection": "lrTb", "textboxTightWrap": "none"}
_LEADERS = {"none": "", "dot": "."}


def read_paragraph(properties: Element | None, theme: Theme, place: Place, watch: Watch) -> Change:
    """What `properties` change; each element not followed is a warning about `place`."""
    change = Change()
    for element in () if properties is None else properties:
        name = local(element)
        if name in _FLAGS:
            change.plain[_FLAGS[name]] = flag(element)  # type: ignore[literal-required]
            continue
        match name:
            case "suppressAutoHyphens":
                change.plain["hyphenate"] = not flag(element)
            case "numPr":
                change.numbering = _numbering(element)
            case "pBdr":
                change.borders = read_borders(element, theme, place, watch)
            case "shd":
                change.plain["shading"] = fill(element, theme, place, watch)
            case "tabs":
                change.tabs = _tabs(element, place, watch)
            case "spacing":
                _spacing(element, change.plain, place, watch)
            case "ind":
                change.indents = read_indents(element, place, watch)
            case "jc":
                _alignment(element, change.plain, place, watch)
            case "outlineLvl":
                number = integer(element)
                change.plain["outline"] = number if number is not None and number < 9 else None
            case _ if name and name not in _NEUTRAL and not switched_off(element):
                if _HARMLESS.get(name, "") != element.get(VAL, "-"):
                    watch.unfollowed(place, element, "val")
    return change


_FLAGS = {
    "keepNext": "keep_next", "keepLines": "keep_lines", "widowControl": "widow_control",
    "pageBreakBefore": "page_break_before", "contextualSpacing": "contextual",
}  # fmt: skip


def _numbering(element: Element) -> tuple[str | None, int | None]:
    number, level = element.find(w("numId")), element.find(w("ilvl"))
    return (
        None if number is None else number.get(VAL),
        None if level is None else integer(level),
    )


def read_borders(element: Element, theme: Theme, place: Place, watch: Watch) -> dict[str, Border | None]:
    """Borders by side (`w:pBdr`, `w:tblBorders`, `w:tcBorders`); None where one is taken away."""
    found: dict[str, Border | None] = {}
    for entry in element:
        side = _NAMES.get(local(entry), local(entry))
        kind = entry.get(VAL)
        if kind in ("nil", "none", None):
            if side in _SIDES:
                found[side] = None
            continue
        if side not in _SIDES:
            watch.unfollowed(place, entry)
            continue
        if kind != "single" or attribute_on(entry, "shadow") or attribute_on(entry, "frame"):
            watch.unfollowed(place, entry, "val", "shadow", "frame")
        width, space = length(entry, "sz", 8) or 0.0, length(entry, "space", 1) or 0.0
        found[side] = Border(width, theme.colour(entry, "color") or "000000", space)
    return found


def _tabs(element: Element, place: Place, watch: Watch) -> dict[float, Tab | None]:
    found: dict[float, Tab | None] = {}
    for stop in element:
        position, kind = length(stop, "pos"), stop.get(VAL)
        leader = stop.get(w("leader"), "none")
        if position is None or kind == "num":
            continue
        if kind == "clear":
            found[position] = None
            continue
        if leader not in _LEADERS:
            watch.unfollowed(place, stop, "leader")
        match _NAMES.get(str(kind), kind):
            case "left" | "right" | "center" as alignment:
                found[position] = Tab(position, alignment, _LEADERS.get(leader, ""))
            case _:
                watch.unfollowed(place, stop, "val")
    return found


def _spacing(element: Element, change: ParagraphChange, place: Place, watch: Watch) -> None:
    """`w:spacing` (17.3.1.33): a line without rule is a multiple, in 240ths."""
    before, after = length(element, "before"), length(element, "after")
    if before is not None:
        change["before"] = before
    if after is not None:
        change["after"] = after
    for attribute in ("beforeAutospacing", "afterAutospacing"):
        if attribute_on(element, attribute):
            watch.unfollowed(place, element, attribute)
    for attribute in ("beforeLines", "afterLines"):
        if element.get(w(attribute), "0") != "0":
            watch.unfollowed(place, element, attribute)
    if element.get(w("line")) is None:
        return
    match element.get(w("lineRule"), "auto"):
        case "exact" | "atLeast" as rule:
            change["line_rule"], change["line"] = rule, length(element, "line") or 0.0
        case "auto":
            change["line_rule"], change["line"] = "auto", length(element, "line", 240) or 1.0
        case _:
            raise BadValue(shown(element, "lineRule"))


def read_indents(element: Element, place: Place, watch: Watch) -> Indents:
    """`w:ind` (17.3.1.12), attribute by attribute; a hanging indent goes before a first line's."""
    found: Indents = {}
    left = length(element, "start") if element.get(w("start")) is not None else length(element, "left")
    right = length(element, "end") if element.get(w("end")) is not None else length(element, "right")
    hanging, first = length(element, "hanging"), length(element, "firstLine")
    if left is not None:
        found["left"] = left
    if right is not None:
        found["right"] = right
    if hanging is not None:
        found["first_line"] = -hanging
    elif first is not None:
        found["first_line"] = first
    for attribute in ("leftChars", "startChars", "rightChars", "endChars", "firstLineChars", "hangingChars"):
        if element.get(w(attribute), "0") != "0":
            watch.unfollowed(place, element, attribute)
    return found


def _alignment(element: Element, change: ParagraphChange, place: Place, watch: Watch) -> None:
    kind = str(element.get(VAL))
    match _NAMES.get(kind, kind):
        case "left" | "right" | "center" | "both" as alignment:
            change["alignment"] = alignment
        case _:
            watch.unfollowed(place, element, "val")
