"""Word template -> `Look`: what layout and the writers follow of it, and warnings of what they do not.

The archive is measured, its parts parsed without entities, whatever runs or fetches is refused; then page, styles,
lists, tables, header and footer are read by name, and a font file is found for each family.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from vadocs.diagnostics import Report, hint
from vadocs.model.brand import Brand
from vadocs.model.look import CharacterStyle, Face, Look, NumberLevel, ParagraphStyle, Running, RunStyle, TableStyle
from vadocs.model.styles import CHARACTERS, PARAGRAPHS, STAND_INS, TABLE
from vadocs.readers.look.agreement import check_agreement
from vadocs.readers.look.archive import open_archive
from vadocs.readers.look.branding import branded
from vadocs.readers.look.faces import Key, find_faces, supplements
from vadocs.readers.look.lists import read_numbering
from vadocs.readers.look.numbering import read_lists
from vadocs.readers.look.package import Package, open_package
from vadocs.readers.look.repair import repair
from vadocs.readers.look.running import read_running
from vadocs.readers.look.safety import compatibility, refuse
from vadocs.readers.look.section import read_section, read_settings
from vadocs.readers.look.soundness import check_soundness
from vadocs.readers.look.styles import Sheet, read_styles
from vadocs.readers.look.tables import read_table
from vadocs.readers.look.tags import check_body, check_tags
from vadocs.readers.look.theme import read_theme
from vadocs.readers.look.watch import Watch
from vadocs.readers.look.xml import BadValue

__all__ = ["check_template", "read_look"]


def read_look(
    data: bytes, name: str, font_folders: Sequence[Path], report: Report, brand: Brand | None = None
) -> Look | None:
    """The look in a template's bytes, called `name` in every finding; None if an error was found.

    `brand`: what the provider changes of it; None for nothing.

    Font files are looked for by their own names in `font_folders` and below, an earlier folder first. Errors: not a
    Word document, unsafe content, expressions that are not allowed, missing styles or lists, fonts without a file.
    Warnings: whatever Word follows in a used style, section, header or footer and the PDF does not.
    """
    watch = Watch(report, name)
    package = _open(data, watch)
    if package is not None and brand is not None:
        data = branded(package, brand, watch)
        package = _open(data, watch)
    return None if package is None else _look(data, package, font_folders, watch)


def check_template(data: bytes, name: str, font_folders: Sequence[Path], report: Report) -> None:
    """All that `read_look` finds, and what in the template makes Word and our layout break pages differently."""
    watch = Watch(report, name)
    package = _open(data, watch)
    look = None if package is None else _look(data, package, font_folders, watch)
    if look is not None and package is not None:
        check_agreement(look, compatibility(package.tree("settings")), watch)


def _open(data: bytes, watch: Watch) -> Package | None:
    """The package, safe to read; None with errors."""
    parts = open_archive(data, watch)
    package = None if parts is None else open_package(parts, watch)
    if package is not None:
        check_soundness(package, watch)
        refuse(package, watch)
    return None if watch.failed else package


def _look(data: bytes, package: Package, font_folders: Sequence[Path], watch: Watch) -> Look | None:
    try:
        look = _read(data, package, font_folders, watch)
    except BadValue as error:
        watch.error("E508", element=error)
        return None
    return None if watch.failed else look


def _read(data: bytes, package: Package, font_folders: Sequence[Path], watch: Watch) -> Look | None:
    source = repair(package, data)
    settings = package.tree("settings")
    theme = read_theme(package.tree("theme"), settings)
    sheet = read_styles(package.tree("styles"), theme, read_lists(package.tree("numbering"), watch), watch)
    section = read_section(package.document, watch)
    check_tags(package, watch)
    check_body(package, watch)
    if section is None:
        return None
    styles, characters, tables = _styles(sheet, watch)
    numbering = read_numbering(sheet, styles, watch)
    running = read_running(package, section, sheet, watch)
    faces = _faces(styles, characters, numbering, tables, running, font_folders, watch)
    return Look(
        name=watch.name,
        paper=section.paper,
        styles=styles,
        characters=characters,
        numbering=numbering,
        tables=tables,
        running=running,
        faces=faces,
        hyphenate=read_settings(settings, watch),
        source=source,
        supplements=supplements(faces),
    )


def _styles(
    sheet: Sheet, watch: Watch
) -> tuple[dict[str, ParagraphStyle], dict[str, CharacterStyle], dict[str, TableStyle]]:
    """The styles that a document takes (`model.styles`), by name; one error lists those that are missing."""

    def found(kind: str, names: Iterable[str]) -> dict[str, str]:
        ids = {name: sheet.id(kind, name) for name in names}
        missing.extend(name for name, id in ids.items() if id is None)
        return {name: id for name, id in ids.items() if id is not None}

    missing: list[str] = []
    paragraphs, characters = found("paragraph", PARAGRAPHS), found("character", CHARACTERS)
    for name, other in STAND_INS.items():
        id = sheet.id("character", name) or characters.get(other)
        characters.update({name: id} if id is not None else {})
    tables = found("table", (TABLE,))
    if missing:
        watch.error("E518", (hint("H518"),), styles=", ".join(missing))
    return (
        {name: sheet.paragraph(id, name) for name, id in paragraphs.items()},
        {name: sheet.character(id, name) for name, id in characters.items()},
        {name: read_table(sheet, id, name) for name, id in tables.items()},
    )


def _faces(
    styles: dict[str, ParagraphStyle],
    characters: dict[str, CharacterStyle],
    numbering: dict[str, tuple[NumberLevel, ...]],
    tables: dict[str, TableStyle],
    running: Running,
    folders: Sequence[Path],
    watch: Watch,
) -> dict[Key, Face]:
    """A file for every face that can be asked for: in text, all four of a family; elsewhere those that are used."""
    families = {style.run.font for style in styles.values()} | {c.font for c in characters.values() if c.font}
    keys = {(family, bold, italic) for family in families for bold in (False, True) for italic in (False, True)}
    runs: list[RunStyle | None] = [level.run for levels in numbering.values() for level in levels]
    runs += [table.first_row for table in tables.values()]
    stories = (running.header, running.footer, running.first_header or (), running.first_footer or ())
    runs += [part.run for story in stories for paragraph in story for part in paragraph.parts]
    keys |= {(run.font, run.bold, run.italic) for run in runs if run is not None}
    return find_faces(keys, folders, watch)
