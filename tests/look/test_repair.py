"""Lists without names, as LibreOffice leaves them, are told by the styles that point at them."""

import re
import zipfile
from io import BytesIO

from tests.look.templates import NUMBERING, SOBRIO, STYLES, codes, edited, look_of, packed, parts, read


def unnamed(styles: tuple[str, str] = ("", "")) -> bytes:
    """sobrio without names of lists and without the styles of their levels; `styles`: what is replaced there."""
    files = parts()
    text = re.sub(r'<w:name w:val="[^"]+"/>|<w:pStyle [^>]*/>|<w:multiLevelType [^>]*/>', "", files[NUMBERING].decode())
    files[NUMBERING] = text.encode()
    files[STYLES] = files[STYLES].decode().replace(*styles, 1).encode() if styles[0] else files[STYLES]
    return packed(files)


def test_names_and_styles_are_told_again() -> None:
    """The look is that of sobrio, and its template has names and styles where the schema wants them."""
    look, sobrio = look_of(unnamed()), look_of(SOBRIO.read_bytes())
    assert (look.numbering, look.styles) == (sobrio.numbering, sobrio.styles)
    with zipfile.ZipFile(BytesIO(look.source)) as archive:
        text = archive.read(NUMBERING).decode()
    assert re.findall(r'<w:multiLevelType w:val="multilevel"/><w:tmpl [^>]*/><w:name w:val="(\w+)"/><w:lvl', text) == [
        "Provisions", "Ordinals", "Schedules", "Letters", "Bullets",
    ]  # fmt: skip
    assert '<w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/><w:lvlText' in text


def test_a_list_of_another_name_is_ours_by_its_styles() -> None:
    """Nobody sees the name in Word: one that is different is replaced."""
    look = look_of(edited(NUMBERING, ('<w:name w:val="Letters"/>', '<w:name w:val="Letras"/>')))
    assert "Letters" in look.numbering and look.styles["List Letter 2"].numbering == ("Letters", 1)


def test_the_same_bytes_come_of_the_same_template() -> None:
    """Whenever it is read."""
    assert look_of(unnamed()).source == look_of(unnamed()).source


def test_a_sound_template_is_left_as_it_is() -> None:
    """Its bytes are those of the file."""
    data = SOBRIO.read_bytes()
    assert look_of(data).source == data


def test_styles_at_other_levels_tell_nothing() -> None:
    """Where a style points at another list than its fellows, that list is missing."""
    elsewhere = tuple(f'<w:ilvl w:val="1"/><w:numId w:val="{number}"/>' for number in (4, 5))
    look, report = read(unnamed((elsewhere[0], elsewhere[1])))
    assert look is None and codes(report) == ["E519"]
