"""The looks at hand, and the pages that a document takes in one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from vadocs.build.brand import in_header
from vadocs.compose.given import place_of, told_where_given
from vadocs.compose.values import printable
from vadocs.diagnostics import Diagnostic, Edit, Report, Span, hint
from vadocs.model.brand import Brand
from vadocs.model.document import Document
from vadocs.model.engagement import Engagement
from vadocs.model.look import Look
from vadocs.model.pages import Pages
from vadocs.readers.around import workspace_folder
from vadocs.readers.bundled import bundled_templates
from vadocs.readers.similar import listed, similar

if TYPE_CHECKING:
    from vadocs.layout import Galley

LOOK = "sobrio"
"""The look of a contract for who has not chosen one."""
LOOKS = {"proposal": "calido", "welcome-kit": "calido", "packet": "calido"}
"""The looks of documents that are no contracts, for who has not chosen one."""


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
    path, bundled = next(((file, ours) for known, file, ours in looks(folder) if known == name), (Path(name), False))
    if not path.is_file():
        names = [known for known, _, _ in looks(folder)]
        near = similar(name, names)
        meant = [hint("H350", Edit(place, near), name=near)] if place and near else []
        report.add("E707", place, name=name, hints=[*meant, hint("H703", list=listed(names))])
        return None
    fonts = _font_folders(folder)
    look, findings = _bundled_look(path, brand) if bundled and len(fonts) == 1 else _read(path, fonts, brand)
    report.extend(findings)
    return look


def _read(path: Path, fonts: tuple[Path, ...], brand: Brand | None) -> tuple[Look | None, Report]:
    from vadocs.readers.look import read_look

    found = Report()
    return read_look(path.read_bytes(), path.stem, fonts, found, brand), found


@lru_cache(maxsize=16)
def _bundled_look(path: Path, brand: Brand | None) -> tuple[Look | None, Report]:
    """A look of ours with fonts of ours, and what was found in it: the last sixteen are kept."""
    return _read(path, (bundled_templates() / "fonts",), brand)


def chosen_look(engagement: Engagement, document: str, asked: str | None) -> str:
    """The name or path of a document's look: the one asked for, else the provider's own, else the usual one."""
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
    galley = set_galley(document, look.on_paper(document.meta.paper), found, printable(engagement))
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
