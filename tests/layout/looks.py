"""Looks made by hand, for tests of layout: all styles, one family, the fonts of templates/fonts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

from vadocs.model import styles
from vadocs.model.look import (
    Border,
    CharacterStyle,
    Face,
    Look,
    NumberLevel,
    Paper,
    ParagraphStyle,
    Running,
    RunStyle,
    Tab,
    TableStyle,
)

FONTS = Path(__file__).parents[2] / "templates" / "fonts"
A4 = Paper(595.3, 841.9, 70.9, 70.9, 70.9, 70.9, 35.4, 35.4)
LETTER = Paper(612, 792, 72, 72, 72, 72, 36, 36)
FORMS = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}


def faces(family: str) -> dict[tuple[str, bool, bool], Face]:
    """The four faces of a bundled family, under its own name."""
    folder = FONTS / family.lower().replace(" ", "-")
    return {
        (family, *form): Face(family, str(folder / f"{family.replace(' ', '')}-{name}.ttf"))
        for form, name in FORMS.items()
    }


def look(
    family: str = "Caladea",
    *,
    size: float = 11.0,
    rule: Literal["auto", "exact", "atLeast"] = "exact",
    line: float = 14.0,
    kern: float | None = 8.0,
    hyphenate: bool = False,
    paper: Paper = A4,
    alignment: Literal["left", "both"] = "left",
    running: Running | None = None,
) -> Look:
    """A look whose body is set in `family` at `size`, its lines by `rule` and `line`."""
    text = RunStyle(family, size, kern=kern)
    bold = replace(text, bold=True)
    body = ParagraphStyle(
        styles.BODY, text, alignment=alignment, after=6.0, line_rule=rule, line=line, hyphenate=True
    )
    heading = replace(
        body,
        run=replace(bold, size=size + 1),
        before=14.0,
        after=4.0,
        keep_next=True,
        keep_lines=True,
        hyphenate=False,
        alignment="left",
    )
    made: dict[str, ParagraphStyle] = {name: replace(body, name=name) for name in styles.PARAGRAPHS}

    def give(name: str, base: ParagraphStyle, **changes: object) -> None:
        made[name] = replace(base, name=name, **changes)  # type: ignore[arg-type]

    give(
        styles.TITLE,
        heading,
        run=replace(bold, size=size + 7),
        after=12.0,
        line_rule="auto",
        line=1.0,
        alignment="center",
    )
    give(styles.SUBTITLE, body, alignment="center", after=18.0)
    give(styles.DIVISION, heading, alignment="center", outline=0)
    give(styles.PROVISION["decimal"], heading, left=28.0, first_line=-28.0, numbering=("Provisions", 0), outline=0)
    give(styles.PROVISION["ordinal"], heading, numbering=("Ordinals", 0), outline=0)
    give(styles.SCHEDULE, heading, numbering=("Schedules", 0), outline=0)
    for level, name in styles.HEADINGS.items():
        give(name, heading, run=bold, before=10.0, outline=level)
    give(styles.NUMBERED["decimal"], body, left=28.0, first_line=-28.0, numbering=("Provisions", 1))
    give(styles.NUMBERED["ordinal"], body, left=28.0, first_line=-28.0, numbering=("Ordinals", 1))
    give(styles.SCHEDULE_NUMBERED, body, left=28.0, first_line=-28.0, numbering=("Schedules", 1))
    for names, kind in ((styles.LETTERS, "Letters"), (styles.BULLETS, "Bullets")):
        for level, name in enumerate(names):
            left = 50.0 + 22.0 * level
            give(
                name,
                body,
                left=left,
                first_line=-22.0,
                after=3.0,
                contextual=kind == "Bullets",
                numbering=(kind, level),
            )
    for name in (styles.TABLE_TEXT, styles.TABLE_HEADING, styles.TABLE_TOTAL):
        run = replace(text if name == styles.TABLE_TEXT else bold, size=size - 1)
        give(name, body, run=run, after=2.0, before=2.0, hyphenate=False, alignment="left")
    give(
        styles.CALLOUT,
        body,
        borders={side: Border(0.5, "808080", 4.0) for side in ("top", "left", "bottom", "right")},
        left=5.0,
        right=5.0,
        shading="F2F2F2",
        after=0.0,
    )
    made[styles.CALLOUT_ITEM] = replace(made[styles.CALLOUT], name=styles.CALLOUT_ITEM)
    give(styles.CONTENTS_HEADING, heading)
    for level, name in enumerate(styles.CONTENTS):
        right = paper.measure
        give(
            name,
            body,
            left=22.0 * (level + 1),
            first_line=-22.0,
            right=28.0,
            after=2.0,
            hyphenate=False,
            tabs=(Tab(22.0 * (level + 1), "left"), Tab(right, "right", ".")),
            alignment="left",
        )
    give(styles.SIGNATURE_HEADING, heading, before=18.0)
    give(
        styles.SIGNATURE_RULE,
        body,
        before=36.0,
        after=4.0,
        right=200.0,
        keep_next=True,
        borders={"bottom": Border(0.75, "404040")},
    )
    give(styles.SIGNATURE_LINE, body, after=2.0, hyphenate=False, alignment="left", keep_lines=True)
    return Look(
        name="plain",
        paper=paper,
        styles=made,
        characters=_characters(),
        numbering=_numbering(),
        tables={
            styles.TABLE: TableStyle(
                styles.TABLE,
                {side: Border(0.5, "808080") for side in ("top", "bottom", "left", "right", "insideH", "insideV")},
                (1.0, 5.4, 1.0, 5.4),
                first_row=bold,
                first_row_shading="E6E6E6",
            )
        },
        running=running or Running(),
        faces=faces(family),
        hyphenate=hyphenate,
    )


def _characters() -> dict[str, CharacterStyle]:
    return {
        styles.STRONG: CharacterStyle(styles.STRONG, bold=True),
        styles.EMPHASIS: CharacterStyle(styles.EMPHASIS, italic=True),
        styles.LINK: CharacterStyle(styles.LINK, colour="1F4E79", underline=True),
        styles.OPEN_POINT: CharacterStyle(styles.OPEN_POINT, highlight="FFF2AB"),
        styles.BLANK: CharacterStyle(styles.BLANK, colour="595959"),
    }


def _numbering() -> dict[str, tuple[NumberLevel, ...]]:
    paragraph = NumberLevel("decimal", "%2.", None, 28.0, -28.0)
    return {
        "Provisions": (
            NumberLevel("decimal", "%1.", styles.PROVISION["decimal"], 28.0, -28.0),
            NumberLevel("decimal", "%1.%2", styles.NUMBERED["decimal"], 28.0, -28.0),
        ),
        "Ordinals": (NumberLevel("none", "", styles.PROVISION["ordinal"], 0.0, 0.0, "nothing"), paragraph),
        "Schedules": (NumberLevel("none", "", styles.SCHEDULE, 0.0, 0.0, "nothing"), paragraph),
        "Letters": tuple(
            NumberLevel("lowerLetter", f"(%{level + 1})", styles.LETTERS[level], 50.0 + 22.0 * level, -22.0)
            for level in range(3)
        ),
        "Bullets": tuple(
            NumberLevel("bullet", "•", styles.BULLETS[level], 50.0 + 22.0 * level, -22.0) for level in range(3)
        ),
    }
