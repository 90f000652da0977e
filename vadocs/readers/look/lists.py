"""The five lists that documents are numbered with: there, bound to their styles, printing the labels we compute."""

from vadocs.diagnostics import hint
from vadocs.model.look import NumberLevel, ParagraphStyle
from vadocs.model.styles import BULLETS, LETTERS, NUMBERED, PROVISION, SCHEDULE, SCHEDULE_NUMBERED
from vadocs.readers.look.numbering import List
from vadocs.readers.look.styles import Sheet
from vadocs.readers.look.watch import Watch, level

STYLES: dict[str, tuple[str, ...]] = {
    "Provisions": (PROVISION["decimal"], NUMBERED["decimal"]),
    "Ordinals": (PROVISION["ordinal"], NUMBERED["ordinal"]),
    "Schedules": (SCHEDULE, SCHEDULE_NUMBERED),
    "Letters": LETTERS,
    "Bullets": BULLETS,
}
"""Each list by its name (`w:name` of the abstractNum), and the style that each of its levels is bound to."""
LABELS: dict[str, tuple[tuple[str, str], ...]] = {
    "Provisions": (("decimal", "%1."), ("decimal", "%1.%2")),
    "Ordinals": (("", ""), ("decimal", "%2.")),
    "Schedules": (("", ""), ("decimal", "%2.")),
    "Letters": (("lowerLetter", "(%1)"), ("lowerRoman", "(%2)"), ("upperLetter", "(%3)")),
}
"""Format and text of each level as `compose.number` prints it; without text, the format does not matter."""


def read_numbering(sheet: Sheet, styles: dict[str, ParagraphStyle], watch: Watch) -> dict[str, tuple[NumberLevel, ...]]:
    """The levels of each list of STYLES. A list that is missing or not bound to its styles is an error."""
    numbers = sheet.lists.named()
    found: dict[str, tuple[NumberLevel, ...]] = {}
    missing = [name for name in STYLES if name not in numbers]
    if missing:
        watch.error("E519", (hint("H518"),), lists=", ".join(missing))
    for name, bound in STYLES.items():
        entry = sheet.lists.by_number(numbers[name]) if name in numbers else None
        if entry is not None:
            found[name] = tuple(sheet.level(item, level(name, at)) for at, item in enumerate(entry.levels, start=1))
            _judge(name, bound, entry, styles, watch)
    return found


def _judge(name: str, bound: tuple[str, ...], entry: List, styles: dict[str, ParagraphStyle], watch: Watch) -> None:
    for at, style in enumerate(bound):
        if style in styles and (at >= len(entry.levels) or styles[style].numbering != (name, at)):
            watch.error("E526", list=name, level=at + 1, style=style)
    for at, (form, text) in enumerate(LABELS.get(name, ())):
        item = entry.levels[at] if at < len(entry.levels) else None
        if item is not None and (item.text != text or (text and item.format != form)):
            watch.warning("W506", list=name, level=at + 1, text=item.text, wanted=text)
