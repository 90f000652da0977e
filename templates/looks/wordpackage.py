"""The package of a Word template: its parts, relationships and content types, as an archive of fixed bytes."""

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from wordxml import NAMESPACES, TAB, field, running, text, tw

_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MADE = "2026-01-01T00:00:00Z"
_KINDS = ("styles", "numbering", "settings", "fontTable", "header", "footer")
_REFERENCES = (
    ("header", "default", "header1"),
    ("header", "first", "header2"),
    ("footer", "default", "footer1"),
    ("footer", "first", "footer2"),
)
"""The parts that run along the pages of the section: (part, pages, relationship)."""


@dataclass(frozen=True, slots=True)
class Section:
    """The section that a look has: its paper as (width, height), margins, where header and footer stand, columns.

    All in points. `gap`: between columns.
    """

    paper: tuple[float, float]
    top: float
    right: float
    bottom: float
    left: float
    header: float
    footer: float
    columns: int = 1
    gap: float = 35.4

    def part(self) -> str:
        """`document.xml`: the place of the body, and the section."""
        references = "".join(f'<w:{part}Reference w:type="{kind}" r:id="{id}"/>' for part, kind, id in _REFERENCES)
        number = f'w:num="{self.columns}" ' if self.columns > 1 else ""
        width, height = self.paper
        return (
            f'<w:document {NAMESPACES}><w:body><w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>'
            f'{text("{{p body }}")}</w:p><w:sectPr>{references}<w:pgSz w:w="{tw(width)}" w:h="{tw(height)}"/>'
            f'<w:pgMar w:top="{tw(self.top)}" w:right="{tw(self.right)}" w:bottom="{tw(self.bottom)}" '
            f'w:left="{tw(self.left)}" w:header="{tw(self.header)}" w:footer="{tw(self.footer)}" w:gutter="0"/>'
            f'<w:cols {number}w:space="{tw(self.gap)}"/><w:titlePg/></w:sectPr></w:body></w:document>'
        )


def _settings(language: str, hyphenate: bool) -> str:
    """`settings.xml`: whether words are hyphenated, the layout rules of Word 2013 and later."""
    return (
        f'<w:settings {NAMESPACES}><w:defaultTabStop w:val="720"/><w:autoHyphenation w:val="{str(hyphenate).lower()}"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>'
        '<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>'
        '<w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>'
        '<w:compatSetting w:name="differentiateMultirowTableHeaders" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>'
        f'</w:compat><w:themeFontLang w:val="{language}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>"
    )


def fonts_part(family: str, twin: str) -> str:
    """`fontTable.xml`: a roman family, and the twin that a machine without it may take."""
    return (
        f'<w:fonts {NAMESPACES}><w:font w:name="{family}"><w:altName w:val="{twin}"/>'
        '<w:panose1 w:val="02040503050406030204"/><w:charset w:val="00"/><w:family w:val="roman"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _running(quiet: str) -> dict[str, str]:
    """What runs along the pages, by part: on the first, no title; `quiet` is the type of the number beside a draft's
    notice.
    """
    draft, number = text("{{ draft_notice }}"), "{{ number }} · v{{ version }}"
    page = text("{{ page_word }} ") + field("PAGE") + text(" {{ of_word }} ") + field("NUMPAGES")
    footer = running("ftr", ("footer", text("{{ parties }}") + TAB + page))
    return {
        "header1": running("hdr", ("header", text("{{ title }}") + TAB + text(number)), ("Draft Notice", draft)),
        "header2": running("hdr", ("Draft Notice", draft + TAB + text(number, quiet))),
        "footer1": footer,
        "footer2": footer,
    }


def _custom(values: Mapping[str, str]) -> str:
    """The properties of our own, by name."""
    each = (
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{value}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), start=2)
    )
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        f'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{"".join(each)}</Properties>'
    )


def _properties(name: str, language: str, accents: Sequence[str]) -> dict[str, tuple[str, str, str]]:
    """The parts of `docProps`, by path: content type, type of relationship, content."""
    core = (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:creator>vadocs</dc:creator><dc:language>{language}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_MADE}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_MADE}</dcterms:modified></cp:coreProperties>'
    )
    app = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>vadocs</Application></Properties>"
    )
    custom = _custom({
        "vadocs.look": name, "vadocs.accent": accents[0], "vadocs.accent.derived": " ".join(accents[1:]),
    })
    extended, own = f"{_OFFICE}.extended-properties+xml", f"{_OFFICE}.custom-properties+xml"
    return {
        "docProps/core.xml": (
            "application/vnd.openxmlformats-package.core-properties+xml",
            f"{_PACKAGE}/relationships/metadata/core-properties",
            core,
        ),
        "docProps/app.xml": (extended, f"{_RELATIONSHIPS}/extended-properties", app),
        "docProps/custom.xml": (own, f"{_RELATIONSHIPS}/custom-properties", custom),
    }


def _kind(name: str) -> str:
    """The type of a part by its file name: "header1" is a header."""
    return next(kind for kind in _KINDS if name.startswith(kind))


def _relationships(entries: Mapping[str, tuple[str, str]]) -> str:
    """A relationships part: (type, target) by id."""
    rows = (f'<Relationship Id="{id}" Type="{kind}" Target="{target}"/>' for id, (kind, target) in entries.items())
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(rows)}</Relationships>'


def _content_types(kinds: Mapping[str, str]) -> str:
    overrides = "".join(f'<Override PartName="/{path}" ContentType="{kind}"/>' for path, kind in kinds.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def write_look(
    path: Path, name: str, language: str, section: Section, styles: str, numbering: str, fonts: str, quiet: str,
    accents: Sequence[str],
) -> None:  # fmt: skip
    """Write the look `name` to `path`, of the parts `styles`, `numbering` and `fonts`; no word is hyphenated.

    `quiet`: run properties of what stands beside a draft's notice. `accents`: the colour that a provider's own accent
    takes the place of, then those that derive from it.
    """
    parts = {
        "styles": styles, "numbering": numbering, "settings": _settings(language, hyphenate=False),
        "fontTable": fonts, **_running(quiet),
    }  # fmt: skip
    _write_package(path, section.part(), parts, _properties(name, language, accents))


def _write_package(
    path: Path, document: str, parts: Mapping[str, str], properties: Mapping[str, tuple[str, str, str]]
) -> None:
    """Write the package. `parts` by file name without ending, which is its relationship id too.

    Parts are stored, not deflated: another zlib would give other bytes.
    """
    kinds = {"word/document.xml": f"{_WORD}.document.main+xml"}
    kinds |= {f"word/{part}.xml": f"{_WORD}.{_kind(part)}+xml" for part in parts}
    kinds |= {part: kind for part, (kind, _, _) in properties.items()}
    roots = {"document": (f"{_RELATIONSHIPS}/officeDocument", "word/document.xml")}
    roots |= {Path(part).stem: (kind, part) for part, (_, kind, _) in properties.items()}
    inner = {part: (f"{_RELATIONSHIPS}/{_kind(part)}", f"{part}.xml") for part in parts}
    files = {
        "[Content_Types].xml": _content_types(kinds),
        "_rels/.rels": _relationships(roots),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relationships(inner),
        **{f"word/{part}.xml": content for part, content in parts.items()},
        **{part: content for part, (_, _, content) in properties.items()},
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for file, content in files.items():
            entry = zipfile.ZipInfo(file, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            archive.writestr(entry, (_DECLARATION + content).encode("utf-8"))
