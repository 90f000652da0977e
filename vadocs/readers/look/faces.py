"""Font files: which file stands for a family in one style, found by the names inside the files."""

import logging
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont

from vadocs.diagnostics import Hint, hint
from vadocs.model.look import Face
from vadocs.readers.bundled import bundled_templates
from vadocs.readers.look.watch import Watch

# What fontTools remarks on a file is no finding of ours, and nobody asked for it on the screen.
logging.getLogger("fontTools").addHandler(logging.NullHandler())

Key = tuple[str, bool, bool]
"""(family as the template names it, bold, italic)."""


@dataclass(frozen=True, slots=True)
class Twin:
    """A free family of equal widths; `same_heights` whether lines of it are as high under `auto` spacing.

    `supplement`: the family that letters are taken from which Word's family has and the twin has not; "" for none.
    """

    family: str
    same_heights: bool
    supplement: str = ""


TWINS: Mapping[str, Twin] = {
    "Cambria": Twin("Caladea", False, "Liberation Serif"),
    "Calibri": Twin("Carlito", True, "Liberation Sans"),
    "Times New Roman": Twin("Liberation Serif", True),
    "Arial": Twin("Liberation Sans", True),
}
"""By Word's family. Caladea's hhea heights are 0.90 and 0.25 of the size, Cambria's 0.95 and 0.22; and it has
neither Greek, Cyrillic nor Vietnamese letters, which Cambria has; Carlito lacks
signs that Calibri has, ☺ among them."""

_SCRIPTS_END = 0x530
"""Where Latin, Greek and Cyrillic end: outlines beyond are not looked at, since each takes its time."""
_RESTRICTED = 0x0002
_BOLD, _ITALIC = 1 << 5, 1


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    families: tuple[str, ...]
    bold: bool
    italic: bool
    usable: str
    """"" or why not: "cff", "restricted", "broken"."""


def find_faces(keys: Iterable[Key], folders: Sequence[Path], watch: Watch) -> dict[Key, Face]:
    """The file for each key: of the family itself, else of its twin. A missing one is an error."""
    files = [_named(path, *_stamp(path)) for folder in folders for path in _paths(folder)]
    known = {(family.casefold(), file.bold, file.italic): file for file in reversed(files) for family in file.families}
    families = {family for family, _, _ in known}
    found: dict[Key, Face] = {}
    for family in sorted({family for family, _, _ in keys}):
        twin = TWINS.get(family)
        own = family if family.casefold() in families or twin is None else twin.family
        if own.casefold() not in families:
            watch.error("E520", (hint("H520", twins=_twins()),), family=family)
            continue
        for key in sorted(key for key in set(keys) if key[0] == family):
            file = known.get((own.casefold(), key[1], key[2]))
            if file is None:
                watch.error("E521", _damaged(files), family=own, style=_style(key))
            elif reason := file.usable or _damage(file.path, *_stamp(file.path)):
                watch.error("E522", (hint(f"H522.{reason}"),), file=file.path.name, reason=reason)
            else:
                found[key] = Face(own, str(file.path))
                extra = known.get((twin.supplement.casefold(), key[1], key[2])) if twin and own == twin.family else None
                if twin and extra is not None and not extra.usable:
                    found[twin.supplement, key[1], key[2]] = Face(twin.supplement, str(extra.path))
    return found


def supplements(faces: Mapping[Key, Face]) -> dict[str, str]:
    """The family that supplements each family set in its twin, where `find_faces` found files of both."""
    have = {family for family, _, _ in faces}
    found = {}
    for (family, _, _), face in faces.items():
        twin = TWINS.get(family)
        if twin is not None and face.family == twin.family and twin.supplement in have:
            found[family] = twin.supplement
    return found


def _damaged(files: Iterable[_File]) -> tuple[Hint, ...]:
    """The files that no name can be read of: one may be the one that is missing."""
    names = [file.path.name for file in files if file.usable == "broken"]
    return (hint("H521", files=", ".join(f"`{name}`" for name in names)),) if names else ()


@lru_cache(maxsize=256)
def _damage(path: Path, *_stamp: int) -> str:
    """"broken" where what layout and the PDF need of a file cannot be read whole, else ""; bundled fonts are sound."""
    return "broken" if not path.is_relative_to(bundled_templates()) and unreadable(path) else ""


def unreadable(path: Path) -> bool:
    """Whether what layout and the PDF need of a font file cannot be read whole."""
    try:
        with TTFont(path, lazy=True, fontNumber=0) as font:
            glyphs = font.getBestCmap()
            names = {glyph for code, glyph in glyphs.items() if code < _SCRIPTS_END}
            sound = 16 <= font["head"].unitsPerEm <= 16_384 and bool(names)
            widths = font["hmtx"].metrics
            for name in names:
                sound = sound and name in widths
                font["glyf"][name].expand(font["glyf"])
            whole = [len(font.reader[tag]) for tag in font.reader.tables]
            return not (sound and whole and font["hhea"].ascent is not None)
    except Exception:
        # As below: whatever a parser meets in a stranger's file.
        return True


def _twins() -> str:
    return ", ".join(f"{family} → {twin.family}" for family, twin in TWINS.items())


def _style(key: Key) -> str:
    return {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic"}.get(key[1:], "Bold Italic")


def _paths(folder: Path) -> list[Path]:
    """The font files below a folder, in the order of their paths; none if there is no folder."""
    found = (os.path.join(place, name) for place, _, names in os.walk(folder) for name in names)
    return [Path(path) for path in sorted(found) if path.lower().endswith((".ttf", ".otf"))]


def stamps_of(folders: Iterable[Path]) -> tuple[tuple[Path, tuple[int, ...]], ...]:
    """The font files in the folders and below, each with what changes where it does."""
    return tuple((path, _stamp(path)) for folder in folders for path in _paths(folder))


def _stamp(path: Path) -> tuple[int, ...]:
    """Size and times of a file, so that a changed one is read again."""
    status = path.stat()
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns


@lru_cache(maxsize=1024)
def _named(path: Path, *_stamp: int) -> _File:
    """Family and style by the tables name and OS/2 (family: name ids 1 and 16; style: fsSelection)."""
    try:
        with TTFont(path, lazy=True, fontNumber=0) as font:
            names = {record.nameID: str(record) for record in font["name"].names if record.nameID in (1, 16)}
            system = font["OS/2"]
            usable = "cff" if "glyf" not in font else "restricted" if system.fsType & 0xF == _RESTRICTED else ""
            families = tuple(dict.fromkeys(names.values()))
            return _File(path, families, bool(system.fsSelection & _BOLD), bool(system.fsSelection & _ITALIC), usable)
    except Exception:
        # A font file may come from a stranger, and fontTools raises whatever its parser meets.
        return _File(path, (path.stem,), False, False, "broken")
