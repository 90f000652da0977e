"""A template in the provider's brand: its accent recoloured (`recolour`), her logo in its header (`letterhead`).

The branded template is read like any other, so that Word and PDF take the same from it.
"""

import posixpath
from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from vadocs.diagnostics import hint
from vadocs.model.brand import Brand, Logo
from vadocs.readers.look.letterhead import GAP, gap, letterhead
from vadocs.readers.look.package import OFFICE, PACKAGE, TYPES, Package, zipped
from vadocs.readers.look.recolour import recolour
from vadocs.readers.look.section import read_section
from vadocs.readers.look.theme import tinted
from vadocs.readers.look.themepart import TYPE, theme_part
from vadocs.readers.look.watch import Watch
from vadocs.readers.look.xml import Element, child, children, length, parse, value, w

PICTURE = "image"
_SHADE, _TINTS = 0.5, (0.75, 0.6, 0.4, 0.25)
"""How dark and how light the second and the further accents of a theme are, as parts of the first."""


def branded(package: Package, brand: Brand, watch: Watch) -> bytes:
    """The bytes of the template in `package`, whose trees are changed, in the brand.

    W590 where nothing in the look is in an accent; N590 where text in the accent would be hard to read.
    """
    if brand.accent is not None:
        package = _with_accent(package, brand.accent, watch)
    if brand.logo is not None:
        package = _with_letterhead(package, brand.logo, watch)
    return zipped(_parts(package))


def _with_accent(package: Package, accent: str, watch: Watch) -> Package:
    if package.tree("theme") is None:
        package = with_part(package, "theme/theme1.xml", "theme", TYPE, theme_part(_accents(accent), _font(package)))
    done = recolour(package, accent)
    if not done.changed:
        watch.warning("W590", (hint("H594"),), accent=f"#{accent}")
    elif done.text is not None:
        watch.warning("N590", (), accent=f"#{accent}", text=f"#{done.text}")
    return package


def _accents(accent: str) -> tuple[str, ...]:
    """The six accents of a theme: the accent, darker, and lighter step by step."""
    lighter = (tinted(accent, part, None) for part in _TINTS)
    return (accent, tinted(accent, None, _SHADE), *lighter)


def _font(package: Package) -> str:
    fonts = child(package.tree("styles"), "docDefaults", "rPrDefault", "rPr", "rFonts")
    named = None if fonts is None else fonts.get(w("ascii"))
    return named or "Calibri"


def _with_letterhead(package: Package, logo: Logo, watch: Watch) -> Package:
    """The logo in a line of its own at the top of the first page's header."""
    path = _first_header(package, watch)
    if path is None:
        watch.warning("W593", (hint("H596"),))
        return package
    header = package.trees[path]
    if header.find(f".//{w('drawing')}") is not None or header.find(f".//{w('pict')}") is not None:
        watch.warning("N591")
        return package
    style = _style_of(header)
    header.insert(0, letterhead(logo, style, f"vadocs-{PICTURE}"))
    if (wanted := GAP - _above_title(package)) > 0:
        header.append(gap(wanted, style))
    return with_part(package, "media/vadocs-logo.png", PICTURE, "image/png", logo.data, path)


def _first_header(package: Package, watch: Watch) -> str | None:
    """The path of the header that the first page shows."""
    section = read_section(package.document, watch)
    if section is None:
        return None
    id = section.references.get(("header", "first" if section.first else "default"), "")
    entry = package.relationships.get(package.main, {}).get(id)
    return entry.target if entry is not None and entry.target in package.trees else None


def _above_title(package: Package) -> float:
    """The space in points that the style of titles itself leaves above."""
    sheet = children(package.tree("styles"))
    title = next((each for each in sheet if (value(each, "name") or "").lower() == "title"), None)
    spacing = child(title, "pPr", "spacing")
    return 0.0 if spacing is None else length(spacing, "before") or 0.0


def _style_of(header: Element) -> str | None:
    """The id of the style of the header's first paragraph."""
    return next((value(paragraph, "pPr", "pStyle") for paragraph in header.iterchildren(w("p"))), None)


# --- parts -----------------------------------------------------------------------------------------


def with_part(
    package: Package, name: str, kind: str, content_type: str, content: Element | bytes, source: str = ""
) -> Package:
    """The package with another part, `name` from the main part's folder, to which `source` (the main part if "")
    has a relationship of its `kind`, whose id is `vadocs` and the kind."""
    path = posixpath.join(posixpath.dirname(package.main), name)
    declared = {"PartName": f"/{path}", "ContentType": content_type}
    types = package.trees[TYPES]
    types.append(types.makeelement(f"{{{PACKAGE}/content-types}}Override", declared))
    trees = {**package.trees, **({} if isinstance(content, bytes) else {path: content})}
    source = source or package.main
    folder, file = posixpath.split(source)
    relations = f"{folder}/_rels/{file}.rels"
    space = f"{PACKAGE}/relationships"
    if relations not in trees:
        trees[relations] = parse(f'<Relationships xmlns="{space}"/>'.encode())
    related = {"Id": f"vadocs-{kind}", "Type": f"{OFFICE}/{kind}", "Target": f"/{path}"}
    trees[relations].append(trees[relations].makeelement(f"{{{space}}}Relationship", related))
    parts = {**package.parts, relations: b"", path: content if isinstance(content, bytes) else b""}
    return replace(package, parts=parts, trees=trees)


def _parts(package: Package) -> Mapping[str, bytes]:
    """The parts as bytes, each tree as it is now."""
    trees = package.trees
    return {path: _told(trees[path]) if path in trees else data for path, data in package.parts.items()}


def _told(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
