"""Templates made for tests: the bundled look with some of its XML edited."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from vadocs.diagnostics import Report
from vadocs.model.look import Look
from vadocs.readers.look import check_template, read_look

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "templates" / "fonts"
SOBRIO = ROOT / "templates" / "looks" / "sobrio.docx"
NAME = "prueba"

STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"
DOCUMENT = "word/document.xml"
SETTINGS = "word/settings.xml"
HYPHENS = '<w:autoHyphenation w:val="false"/>'
"""What sobrio's settings say of hyphenation."""
HEADER = "word/header1.xml"
FOOTER = "word/footer1.xml"
RELATIONSHIPS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"


def parts() -> dict[str, bytes]:
    """The files of sobrio by path."""
    with zipfile.ZipFile(SOBRIO) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: Mapping[str, bytes]) -> bytes:
    """An archive of these files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def edited(path: str, *pairs: tuple[str, str]) -> bytes:
    """sobrio with texts of one part replaced, each where it first stands; a text that is not there fails."""
    files = parts()
    files[path] = changed(files[path].decode(), *pairs).encode()
    return packed(files)


def changed(text: str, *pairs: tuple[str, str]) -> str:
    """`text` with the first of each pair replaced by the second."""
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def in_style(name: str, *, p: str = "", r: str = "") -> bytes:
    """sobrio with elements added at the end of a style's paragraph and run properties."""
    files = parts()
    whole = files[STYLES].decode()
    start = whole.index(f'<w:name w:val="{name}"/>')
    end = whole.index("</w:style>", start)
    style = whole[start:end]
    for tag, more in (("pPr", p), ("rPr", r)):
        if f"</w:{tag}>" in style:
            style = style.replace(f"</w:{tag}>", f"{more}</w:{tag}>")
        elif more and tag == "pPr" and "<w:rPr>" in style:
            style = style.replace("<w:rPr>", f"<w:pPr>{more}</w:pPr><w:rPr>")
        elif more:
            style += f"<w:{tag}>{more}</w:{tag}>"
    files[STYLES] = (whole[:start] + style + whole[end:]).encode()
    return packed(files)


def added(relationship: str = "", **files: tuple[str, bytes]) -> bytes:
    """sobrio with a relationship of the document added, and parts given as name=(content type, data)."""
    whole = parts()
    whole[RELATIONSHIPS] = whole[RELATIONSHIPS].replace(b"</Relationships>", f"{relationship}</Relationships>".encode())
    for name, (kind, data) in files.items():
        path = "word/" + name.replace("_", ".")
        whole[path] = data
        override = f'<Override PartName="/{path}" ContentType="{kind}"/></Types>'.encode()
        whole[TYPES] = whole[TYPES].replace(b"</Types>", override)
    return packed(whole)


def read(data: bytes, *folders: Path) -> tuple[Look | None, Report]:
    """The look in `data`, and what was found."""
    report = Report()
    return read_look(data, NAME, (*folders, FONTS), report), report


def look_of(data: bytes) -> Look:
    """The look in `data`, which must have one and give no finding."""
    look, report = read(data)
    assert look is not None, said(report)
    assert not len(report), said(report)
    return look


def checked(data: bytes) -> Report:
    """What `template check` finds in `data`."""
    report = Report()
    check_template(data, NAME, (FONTS,), report)
    return report


def codes(report: Report) -> list[str]:
    """The codes of all findings."""
    return [finding.code for finding in report]


def said(report: Report) -> str:
    """All findings in English, a line each."""
    return "\n".join(f"{finding.code} {finding.message('en')}" for finding in report)
