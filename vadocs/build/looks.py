"""The looks at hand, and the pages that a document takes in one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from vadocs.build.brand import in_header
from vadocs.compose.explained import EXPLANATION
from vadocs.compose.given import place_of, told_where_given
from vadocs.compose.values import printable
from vadocs.diagnostics import Diagnostic, Edit, Report, Span, hint
from vadocs.model.brand import Brand
from vadocs.model.document import Document
from vadocs.model.engagement import Engagement
from vadocs.model.fontfiles import forget_files
from vadocs.model.look import Look
from vadocs.model.pages import Pages
from vadocs.model.styles import fitted
from vadocs.readers.around import workspace_folder
from vadocs.readers.bundled import bundled_templates
from vadocs.readers.similar import listed, similar

if TYPE_CHECKING:
    from vadocs.layout import Galley

LOOK = "sobrio"
"""The look of a contract for who has not chosen one."""
LOOKS = {"proposal": "calido", "welcome-kit": "calido", "packet": "calido", EXPLANATION: "compacto"}
"""The looks of documents that are no contracts, for who has not chosen one."""
LOOKS_KEPT = 16
"""How many templates are kept as they were understood, told apart by their bytes, brand and fonts."""
FONTS_KEPT = 4096
"""How many own font files are watched."""
Stamps = tuple[tuple[Path, tuple[int, ...]], ...]
"""Font files, each with what changes where it does."""


def looks(folder: Path) -> Iterator[tuple[str, Path, bool]]:
    """Every look as (name, file, whether bundled): the workspace's hide bundled ones of the same name."""
    own = workspace_folder(folder, "templates")
    found = {path.stem: (path, True) for path in sorted((bundled_templates() / "looks").glob("*.docx"))}
    found.update({path.stem: (path, False) for path in sorted(own.glob("*.docx"))} if own else {})
    for name, (path, bundled) in sorted(found.items()):
        yield name, path, bundled


def load_look(
    name: str, folder: Path, report: Report, place: Span | None = None, brand: Brand | None = None
) -> Look | None:
    """The look called `name` (or the file of that path) as seen from `folder`; None with a finding if unusable.

    `place`: where a spec names it. `brand`: what the provider changes of it.
    """
    path = next((file for known, file, _ in looks(folder) if known == name), Path(name))
    if not path.is_file():
        names = [known for known, _, _ in looks(folder)]
        near = similar(name, names)
        meant = [hint("H350", Edit(place, near), name=near)] if place and near else []
        report.add("E707", place, name=name, hints=[*meant, hint("H703", list=listed(names))])
        return None
    fonts = _font_folders(folder)
    look, findings = _read(path.read_bytes(), path.stem, fonts, _fonts_now(fonts[1:]), brand)
    report.extend(findings)
    return look


@lru_cache(maxsize=LOOKS_KEPT)
def _read(
    data: bytes, name: str, fonts: tuple[Path, ...], stamps: Stamps, brand: Brand | None
) -> tuple[Look | None, Report]:
    """The look in a template's bytes, and what was found in it; `stamps`: own files in `fonts`, as they are now."""
    from vadocs.readers.look import read_look

    found = Report()
    return read_look(data, name, fonts, found, brand), found


_fonts_read: dict[Path, tuple[int, ...]] = {}
"""The stamps of own font files as they were last seen."""


def _fonts_now(folders: Sequence[Path]) -> Stamps:
    """The font files of a workspace's folders as they are now; what was kept of files that are others is forgotten."""
    if not folders:
        return ()
    from vadocs.readers.look.faces import stamps_of

    stamps = stamps_of(folders)
    if len(_fonts_read) > FONTS_KEPT or any(_fonts_read.get(path, stamp) != stamp for path, stamp in stamps):
        forget_files()
        _fonts_read.clear()
    _fonts_read.update(stamps)
    return stamps


def chosen_look(engagement: Engagement, document: str, asked: str | None) -> str:
    """The name or path of a document's look: the one asked for, else the provider's own, else the usual one.

    An explanation has two pages, which a look of few words a line has no room for.
    """
    if document == EXPLANATION:
        return asked or LOOKS[document]
    return asked or engagement.text("provider.brand.look") or LOOKS.get(document, LOOK)


def looks_of(
    engagement: Engagement, documents: Iterable[str], asked: str | None, spec: Path, report: Report,
    brand: Brand | None = None,
) -> Mapping[str, Look | None]:  # fmt: skip
    """The look of each document: the one asked for, else the provider's own, else the document's usual one; in her
    `brand`.

    None with a finding for one that cannot be used.
    """
    own = engagement.get("provider.brand.look") if asked is None else None
    wanted = {
        document: (chosen_look(engagement, document, asked), in_header(document, brand, engagement) if brand else None)
        for document in documents
    }
    found = Report()
    loaded = {
        (name, dress): load_look(name, spec.parent, found, place_of(own), dress)
        for name, dress in dict.fromkeys(wanted.values())
    }
    report.extend(_told_of_brand(found, engagement))
    return {document: loaded[each] for document, each in wanted.items()}


_OF_BRAND = {"N590": "accent", "W590": "accent", "N591": "logo", "W593": "logo"}
"""What of the brand a finding in a look is about."""


def _told_of_brand(found: Report, engagement: Engagement) -> Iterator[Diagnostic]:
    """The findings, those about the brand where it is given; that the accent is too light, once for all looks."""
    light = False
    for finding in found:
        key = _OF_BRAND.get(finding.code)
        if not (light and finding.code == "N590"):
            yield replace(finding, span=place_of(engagement.get(f"provider.brand.{key}"))) if key else finding
        light = light or finding.code == "N590"


def laid_out(document: Document, engagement: Engagement, look: Look | None, report: Report) -> Pages | None:
    """The document's pages on its own paper, numbered from 1; None as `galley_of` has it."""
    galley = galley_of(document, engagement, look, report)
    if galley is None:
        return None
    galley.place()
    return galley.pages()


def galley_of(document: Document, engagement: Engagement, look: Look | None, report: Report) -> "Galley | None":
    """The document set on its own paper; None, reported, where a character or a node cannot be printed.

    What is wrong with a value is told where the spec gives it, one finding of a kind for each value.
    """
    from vadocs.layout import set_galley

    if look is None:
        return None
    found = Report()
    galley = set_galley(document, fitted(look, document.meta), found, printable(engagement))
    told = {_apart_from_face(finding) for finding in report}
    findings = told_where_given(found, engagement)
    report.extend(finding for finding in findings if _apart_from_face(finding) not in told)
    return galley


def _apart_from_face(finding: Diagnostic) -> Diagnostic:
    """A finding without the faces that lack its characters: documents in several looks tell of a value once."""
    return replace(finding, args=tuple((name, value) for name, value in finding.args if name not in ("face", "other")))


def check_look(file: Path, report: Report) -> None:
    """Everything that a Word template lacks, or that is not followed, or unsafe."""
    from vadocs.readers.look import check_template

    check_template(file.read_bytes(), str(file), _font_folders(file.parent), report)


def _font_folders(folder: Path) -> tuple[Path, ...]:
    """Where font files lie: the bundled ones, then the workspace's `fonts/`."""
    own = workspace_folder(folder, "fonts")
    return (bundled_templates() / "fonts", *([own] if own else []))
