"""Where in Word what a finding is about can be changed: the style's name as Word shows it, the header or footer."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from vadocs.diagnostics import Diagnostic, Hint, Report, hint
from vadocs.readers.look.archive import open_archive
from vadocs.readers.look.package import open_package
from vadocs.readers.look.section import read_section
from vadocs.readers.look.watch import Watch

SPANISH = {
    "normal": "Normal", "title": "Título", "subtitle": "Subtítulo", "heading 1": "Título 1", "heading 2": "Título 2",
    "heading 3": "Título 3", "body text": "Texto independiente", "list bullet": "Lista con viñetas",
    "list bullet 2": "Lista con viñetas 2", "list bullet 3": "Lista con viñetas 3", "toc heading": "Título TDC",
    "toc 1": "TDC 1", "toc 2": "TDC 2", "header": "Encabezado", "footer": "Pie de página",
    "strong": "Texto en negrita", "emphasis": "Énfasis", "hyperlink": "Hipervínculo",
    "default paragraph font": "Fuente de párrafo predeter.", "normal table": "Tabla normal",
}  # fmt: skip
"""Names that Word translates, by those that its file holds in lower case; a look's own styles keep theirs."""
_FILE = ("E509", "E511")
"""What is wrong with the file itself: a part that it lacks, macros."""
_STYLE, _STYLES, _SECTION = ("W500",), ("W510", "W511", "W512"), ("W502",)


def shown_in_spanish(name: str) -> str:
    """A style's name as a Spanish Word shows it."""
    return SPANISH.get(name.casefold(), name)


def shown_in_english(name: str) -> str:
    """A style's name as an English Word shows it: that of the file, with a capital where Word adds one."""
    return (
        name[:1].upper() + name[1:]
        if name.casefold() in SPANISH and not name.startswith("toc")
        else name.replace("toc ", "TOC ")
    )


def pointed(report: Report, data: bytes) -> Iterator[Diagnostic]:
    """Each finding in a template's bytes with the way to its place in Word, where there is one."""
    stories = _stories(data)
    for finding in report:
        yield replace(finding, hints=(*finding.hints, *_ways(finding, stories)))


def _ways(finding: Diagnostic, stories: Mapping[str, str]) -> Iterator[Hint]:
    args = dict(finding.args)
    if finding.code in (*_STYLE, *_STYLES, "E524", "E526"):
        names = args.get("styles") or args.get("style") or args.get("place") or ""
        each = [name.strip() for name in names.split(",") if name.strip()]
        if each:
            spanish, english = (", ".join(map(shown, each)) for shown in (shown_in_spanish, shown_in_english))
            yield hint("H685", spanish=spanish, english=english)
    elif finding.code in _SECTION:
        yield hint("H686")
    elif finding.code == "W501":
        yield hint("H687")
    elif finding.code not in _FILE:
        story = stories.get(args.get("part") or args.get("place") or "")
        if story:
            yield hint(story)


def _stories(data: bytes) -> Mapping[str, str]:
    """The parts of a template that are seen as headers, footers or the page itself, each with the hint that names it.

    {} for a template that cannot be opened.
    """
    watch = Watch(Report(), "")
    parts = open_archive(data, watch)
    package = None if parts is None else open_package(parts, watch)
    section = None if package is None else read_section(package.document, watch)
    if package is None or section is None:
        return {}
    found = {package.main: "H688.body"}
    for (kind, of), id in section.references.items():
        relationship = package.relationships.get(package.main, {}).get(id)
        if relationship is not None:
            found[relationship.target] = f"H688.{kind}.{'first' if of == 'first' else 'other'}"
    # Findings on what a story holds name its file alone.
    return {**found, **{path.rpartition("/")[2]: id for path, id in found.items()}}
