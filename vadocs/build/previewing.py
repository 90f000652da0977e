"""A spec's documents as pictures of their pages, and a sheet with all of them."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from vadocs.build.judging import Rendered
from vadocs.build.rendering import Request, make_documents, prepare
from vadocs.outputs.previews import SUFFIX, save_previews
from vadocs.readers.bundled import bundled_templates

SHEET = f"_p00{SUFFIX}"
"""How the name of the sheet with all pages ends, that of the first page being `_p01.png`."""
_FACE = "carlito/Carlito-Regular.ttf"


@dataclass(frozen=True, slots=True)
class Previewed:
    """What came of a preview. `sheets`: of each document, the picture of all its pages; `pages`: those of single ones.

    Both are empty where an error stands among the findings of `rendered`. `most`: pages of the longest document.
    """

    rendered: Rendered
    sheets: tuple[Path, ...] = ()
    pages: tuple[Path, ...] = ()
    most: int = 0


def preview_spec(
    spec: Path, request: Request, dpi: int, wanted: Collection[int] = (), today: date | None = None
) -> Previewed:
    """The pages of each document that is asked for, as PNG files beside where `render` writes the documents.

    `wanted`: numbers of pages, from 1; empty: all. Raises ImportError where the extra `preview` is missing, `Failure`
    where the disk is in the way.
    """
    from vadocs.writers.preview import contact_sheet, page_pictures, png

    plain = replace(request, formats=("pdf",))
    prepared = prepare(spec, plain, partial(make_documents, plain), today or date.today())
    rendered = Rendered(spec, prepared.report, (), prepared.open_points, prepared.to_confirm, prepared.accepted)
    made: dict[str, bytes] = {}
    documents = [output for output in prepared.outputs if output.format == "pdf"]
    stems = [f"{output.file.removesuffix('.pdf')}_p" for output in documents]
    for output, stem in zip(documents, stems, strict=True):
        pages = list(page_pictures(output.data, dpi, wanted))
        if pages:
            made[stem.removesuffix("_p") + SHEET] = png(contact_sheet(pages, bundled_templates() / "fonts" / _FACE))
            made |= {f"{stem}{number:02d}{SUFFIX}": png(picture) for number, picture in pages}
    most = max((output.pages for output in documents), default=0)
    if not made or prepared.engagement is None:
        return Previewed(rendered, most=most)
    saved = save_previews(request.out / prepared.engagement.text("id"), made, stems, prepared.report)
    sheets = tuple(path for path in saved if path.name.endswith(SHEET))
    return Previewed(rendered, sheets, tuple(path for path in saved if path not in sheets), most)
