"""Word templates whose tags, styles, lists, fonts or pictures are at fault."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

from tests.errors.templates.content import in_header
from tests.look.templates import (
    DOCUMENT,
    HYPHENS,
    NUMBERING,
    SETTINGS,
    STYLES,
    TYPES,
    changed,
    edited,
    in_style,
    packed,
    parts,
)
from tests.look.test_followed import LOGO, with_logo
from tests.look.test_missing import BODY

SPLIT = "</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>"


def _tag(text: str) -> bytes:
    return in_header(f"<w:r><w:t>{text}</w:t></w:r>")


def _body(xml: str) -> bytes:
    return edited(DOCUMENT, (BODY, xml))



def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, rows: int | None = None) -> bytes:
    """A grey PNG that says it has so many pixels; `rows` that it really has (None: all)."""
    header = struct.pack(">2I5B", width, height, 8, 0, 0, 0, 0)
    lines = b"\x00" + b"\x80" * min(width, 1000)
    data = zlib.compress(lines * min(height if rows is None else rows, 1000))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><rect width="9" height="9"/></svg>'
EMF = struct.pack("<2I", 1, 88) + bytes(32) + b" EMF" + bytes(60)
WMF = b"\xd7\xcd\xc6\x9a" + bytes(60)
GIF = b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"

def _logo_of_no_type() -> bytes:
    """A logo whose part no line of the content types names."""
    with zipfile.ZipFile(io.BytesIO(with_logo(picture=png(20, 20)))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    kind = b'<Default Extension="png" ContentType="image/png"/>'
    assert kind in files[TYPES]
    return packed({**files, TYPES: files[TYPES].replace(kind, b"")})


def _list_without_name_and_styles() -> bytes:
    """A list that neither its name nor a style that points at it tells."""
    files = parts()
    files[NUMBERING] = changed(files[NUMBERING].decode(), ('<w:name w:val="Letters"/>', "")).encode()
    pointing = '<w:numPr><w:ilvl [^>]*/><w:numId w:val="4"/></w:numPr>'
    files[STYLES] = re.sub(pointing, "", files[STYLES].decode()).encode()
    return packed(files)


CASES: Mapping[str, Callable[[], bytes]] = {
    "dunder": lambda: _tag("{{ ''.__class__ }}"),
    "attribute": lambda: _tag("{{ title.__class__ }}"),
    "attribute-in-pieces": lambda: _tag("{{ title." + SPLIT + "__cl" + SPLIT + "ass__ }}"),
    "call": lambda: _tag("{{ cycler('a') }}"),
    "include": lambda: _tag("{% include '/etc/passwd' %}"),
    "import": lambda: _tag("{% import 'os' as os %}"),
    "assignment": lambda: _tag("{% set x = title %}"),
    "long-loop": lambda: _tag("{% for x in range(100000000) %}x{% endfor %}"),
    "filter": lambda: _tag("{{ title|attr('x') }}"),
    "arithmetic": lambda: _tag("{{ 10 ** 10 ** 10 }}"),
    "unknown-name": lambda: _tag("{{ client }}"),
    "name-of-the-body-in-the-header": lambda: _tag("{{ body }}"),
    "unclosed-tag": lambda: _tag("{{ title"),
    "unclosed-condition": lambda: _tag("{% if title %}a"),
    "over-paragraphs": lambda: in_header("<w:r><w:t>{{ ti</w:t></w:r></w:p><w:p><w:r><w:t>tle }}</w:t></w:r>"),
    "in-an-attribute": lambda: in_header('<w:r><w:rPr><w:color w:val="{{ title }}"/></w:rPr><w:t>x</w:t></w:r>'),
    "in-a-field": lambda: in_header('<w:fldSimple w:instr="PAGE {{ title }}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'),
    "where-nothing-is-filled-in": lambda: edited(
        SETTINGS, ("</w:settings>", '<w:docVars><w:docVar w:name="x" w:val="{{ title }}"/></w:docVars></w:settings>')
    ),
    "brackets-without-end": lambda: _tag("{{" + "(" * 5000 + "title" + ")" * 5000 + "}}"),
    "long-part": lambda: _tag("{{ title }}" + "x" * 1_000_000),
    "many-tags": lambda: _tag("{{ title }}" * 40_000),
    "many-tags-in-a-comment": lambda: _tag("{# " + "{{ " * 250_000 + "#}"),
    "many-cells": lambda: _tag("{% colspan title %}" * 40_000),
    "in-pieces": lambda: _tag("{{ ti" + SPLIT + "tle }}"),
    "no-body": lambda: _body("<w:p/>"),
    "two-bodies": lambda: _body(BODY + BODY),
    "body-beside-words": lambda: _body(BODY.replace("{{p body }}", "Contrato: {{p body }}")),
    "body-in-a-table": lambda: _body(f"<w:tbl><w:tr><w:tc>{BODY}</w:tc></w:tr></w:tbl>"),
    "body-in-a-text-box": lambda: _body(f"<w:p><w:r><w:pict>{BODY}</w:pict></w:r></w:p>"),
    "body-in-a-content-control": lambda: _body(f"<w:sdt><w:sdtContent>{BODY}</w:sdtContent></w:sdt>"),
    "words-beside-the-body": lambda: _body(BODY + "<w:p><w:r><w:t>Firmado en papel</w:t></w:r></w:p>"),
    "style-missing": lambda: edited(STYLES, ('<w:name w:val="Note"/>', '<w:name w:val="Nota"/>')),
    "style-based-on-itself": lambda: edited(
        STYLES, ('<w:name w:val="Normal"/>', '<w:name w:val="Normal"/><w:basedOn w:val="BodyText"/>')
    ),
    "list-missing": _list_without_name_and_styles,
    "header-of-another-type": lambda: edited(TYPES, ("wordprocessingml.header+xml", "wordprocessingml.styles+xml")),
    "style-without-id": lambda: edited(STYLES, (' w:styleId="Note"', "")),
    "level-bound-to-no-style": lambda: edited(
        STYLES, ('<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', "")
    ),
    "level-numbered-otherwise": lambda: edited(NUMBERING, ('w:val="%1.%2"', 'w:val="%1-%2"')),
    "font-without-twin": lambda: in_style("Note", r='<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/>'),
    "strike-in-a-style": lambda: in_style("Note", r="<w:strike/>"),
    "justified": lambda: in_style("Body Text", p='<w:jc w:val="both"/>'),
    "spacing-not-exact": lambda: in_style("Note", p='<w:spacing w:line="240" w:lineRule="auto"/>'),
    "no-kerning": lambda: in_style("Note", r='<w:kern w:val="0"/>'),
    "bullet-of-a-symbol-font": lambda: edited(NUMBERING, ('w:val="•"', 'w:val="\uf0b7"')),
    "hyphenation": lambda: edited(SETTINGS, (HYPHENS, "<w:autoHyphenation/>")),
    "logo-of-no-type": _logo_of_no_type,
    "logo-in-svg": lambda: with_logo(picture=SVG),
    "logo-in-emf": lambda: with_logo(picture=EMF),
    "logo-in-wmf": lambda: with_logo(picture=WMF),
    "logo-in-gif": lambda: with_logo(picture=GIF),
    "logo-of-a-billion-pixels": lambda: with_logo(picture=png(40_000, 40_000)),
    "logo-cut-short": lambda: with_logo(picture=png(200, 200)[:60]),
    "logo-with-rows-missing": lambda: with_logo(picture=png(200, 200, rows=3)),
    "logo-broken": lambda: with_logo(picture=b"\xff\xd8\xff\xe0 not a picture"),
    "logo-missing": lambda: in_header(LOGO),
    "logo-of-a-strange-size": lambda: with_logo(LOGO.replace('cx="1270000"', 'cx="wide"')),
}
"""By name: the bytes of a template."""


