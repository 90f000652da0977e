"""The font of text fields: what will be typed is not known yet, so it holds all of Windows-1252.

Cut by fontTools, which keeps a Unicode character map: a reader encodes what is typed by name
(WinAnsiEncoding), and reportlab's subsets have codes of their own.
"""

import logging
import zlib
from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from vadocs.model.fontfiles import kept_of_files
from vadocs.writers.pdf.fonts import NONSYMBOLIC, descriptor, open_face
from vadocs.writers.pdf.objects import Entries, File, array, dictionary, name

_FIRST, _LAST = 0x20, 0xFF
_TAG = "WINANS"
_TABLES = ["GSUB", "GPOS", "GDEF", "DSIG", "kern"]
"""Tables of a face that a reader of PDF does not use."""


def _characters() -> dict[int, int]:
    """Code to code point for all of Windows-1252."""
    codes = range(_FIRST, _LAST + 1)
    texts = {code: bytes([code]).decode("cp1252", "ignore") for code in codes}
    return {code: ord(text) for code, text in texts.items() if text}


@kept_of_files(8)
def _program(path: str) -> tuple[bytes, int]:
    """The subset as a compressed font program, and its length before."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)  # it complains of the date in a good face's `head`
    options = Options(drop_tables=_TABLES, notdef_outline=True, recalc_timestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=_characters().values())
    with TTFont(path, recalcTimestamp=False) as font:
        subsetter.subset(font)
        target = BytesIO()
        font.save(target)
    program = target.getvalue()
    return zlib.compress(program), len(program)


def fillable_font(file: File, path: str, fonts: Entries) -> str:
    """The resource name, in `fonts`, of a font for typing in the face at `path`; written once a face."""
    face = open_face(path)
    label = name(face.name.decode("ascii"))[1:]
    if label in fonts:
        return label
    base = f"{_TAG}+{face.name.decode('ascii')}"
    characters = _characters()
    widths = [face.getCharWidth(characters.get(code, 0)) for code in range(_FIRST, _LAST + 1)]
    fonts[label] = file.add(dictionary({
        "Type": name("Font"), "Subtype": name("TrueType"), "BaseFont": name(base),
        "Encoding": name("WinAnsiEncoding"), "FirstChar": _FIRST, "LastChar": _LAST, "Widths": array(widths),
        "FontDescriptor": descriptor(file, face, base, NONSYMBOLIC, _program(path)),
    }))
    return label
