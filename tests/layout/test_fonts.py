"""What is read from font files: widths, pairs, heights, and which characters we set."""

import pytest

from tests.layout.looks import faces
from vadocs.layout.fonts import Font, open_font


def font(family: str, bold: bool = False, italic: bool = False) -> Font:
    """A bundled face."""
    return open_font(faces(family)[(family, bold, italic)].path)


@pytest.mark.parametrize(
    ("family", "pair", "units"),
    [
        ("Liberation Serif", "AV", -264),
        ("Liberation Serif", "A ", -113),
        ("Caladea", "AV", -117),
        ("Caladea", ", ", -30),
        ("Carlito", "To", -182),
    ],
)
def test_pairs_come_from_either_table(family: str, pair: str, units: int) -> None:
    """Liberation kerns by the legacy table, Caladea and Carlito by GPOS; a space is a character like others."""
    assert font(family).pair(pair) == units
    assert font(family).kerns_spaces is (family != "Carlito")


def test_a_pair_without_kerning_is_zero() -> None:
    """Also where a face lacks one of the two characters."""
    assert font("Caladea").pair("nn") == 0
    assert font("Caladea").pair("a\U0001f600") == 0


@pytest.mark.parametrize(
    ("family", "size", "height", "baseline"),
    [("Liberation Serif", 11, 12.65, 10.25), ("Caladea", 11, 12.65, 9.9), ("Carlito", 11, 13.45, 10.7)],
)
def test_heights_are_counted_in_twips(family: str, size: float, height: float, baseline: float) -> None:
    """Height and baseline are those that LibreOffice gives the face, the gap above."""
    line = font(family).line(size)
    assert (round(line.height, 2), round(line.baseline, 2)) == (height, baseline)


def test_a_missing_no_break_space_is_a_space() -> None:
    """Carlito has none; contracts are full of them."""
    carlito = font("Carlito")
    assert carlito.widths["\u00a0"] == carlito.widths[" "]
    assert "\u00a0" in carlito.drawable


def test_only_what_a_width_can_place_is_drawn() -> None:
    """Latin, Greek and Cyrillic letters are; Hebrew, combining marks and control characters are not."""
    drawable = font("Liberation Sans").drawable
    assert drawable >= set("AáñÑçβЖ€«»–№ \u00a0\t\n\u00ad")
    assert not drawable & {"\u05d0", "\u0301", "\u200d", "\x00", "\ufeff"}
