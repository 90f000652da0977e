"""The provider's brand: read with the spec, laid over the looks and put on the covers."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from vadocs.build.composing import PACKET, PROPOSAL, Composed
from vadocs.build.welcoming import KIT
from vadocs.build.workspace import Sources
from vadocs.compose.given import place_of
from vadocs.diagnostics import Report, Span, hint
from vadocs.language import language
from vadocs.model.brand import COVER, Brand, Logo
from vadocs.model.document import Document, Figure, Raster
from vadocs.model.engagement import Engagement

_COVERED = (PROPOSAL, KIT, PACKET)
_TAGS = ("{{", "}}", "{%", "%}", "{#", "#}")


def brand_of(engagement: Engagement, sources: Sources, report: Report) -> Brand | None:
    """The brand that the spec or the practice gives, None for none; what cannot be used of it is reported."""
    accent = engagement.text("provider.brand.accent").removeprefix("#")
    logo = _logo(engagement, sources, report)
    return Brand(accent or None, logo) if accent or logo else None


def _logo(engagement: Engagement, sources: Sources, report: Report) -> Logo | None:
    """The logo that is named; None without a finding where none is."""
    name, place = engagement.text("provider.brand.logo"), place_of(engagement.get("provider.brand.logo"))
    file = file_of(name, engagement.files, report, place) if name else None
    if file is None:
        return None
    from vadocs.readers.look.logo import read_logo

    return read_logo(file, _alternative(engagement, sources), report, place)


def file_of(name: str, files: Iterable[str], report: Report, place: Span | None) -> Path | None:
    """The file called `name` in the folder of the first of `files` that has it, or below.

    E590 where none has it; E594 where a link leads out of that folder: what a stranger's spec names is not opened.
    """
    folders = [Path(file).parent for file in files]
    folder = next((each for each in folders if (each / name).exists()), None)
    if folder is None:
        report.add("E590", place, file=name, hints=[hint("H590")])
    elif not (folder / name).resolve().is_relative_to(folder.resolve()):
        report.add("E594", place, file=name, hints=[hint("H590")])
    else:
        return folder / name
    return None


def _alternative(engagement: Engagement, sources: Sources) -> str:
    """What the logo shows: whose it is.

    A name with the signs of a template's tags is left out: it would be read as one in the header.
    """
    words = language(engagement.text("language", "es"))
    lexicon = sources.library.lexicon(words.code, engagement.text("governing_law"))
    name = engagement.text("provider.trade_name") or engagement.text("provider.legal_name")
    frame = lexicon.frame if lexicon is not None else {}
    tagged = not name or any(tag in name for tag in _TAGS)
    return frame["logo.none"] if tagged else frame["logo"].replace("{name}", name)


def in_header(document: str, brand: Brand, engagement: Engagement) -> Brand | None:
    """What of the brand goes into a document's look: the logo in the header of those that have no cover."""
    if brand.logo is None or not _has_cover(document, engagement):
        return brand
    return Brand(brand.accent) if brand.accent else None


def _has_cover(document: str, engagement: Engagement) -> bool:
    """Whether a document begins with a cover: contracts do not, nor does a proposal that is to fit two pages."""
    short = document == PROPOSAL and engagement.text("proposal.form") == "short"
    return document in _COVERED and not short


def branded(composed: Composed, brand: Brand | None, engagement: Engagement) -> Composed:
    """The document with the logo above its title, if it is one with a cover."""
    if brand is None or brand.logo is None or not _has_cover(composed.plan.document, engagement):
        return composed
    logo = brand.logo
    return replace(composed, document=_with_logo(composed.document, logo), linked=_with_logo(composed.linked, logo))


def _with_logo(document: Document, logo: Logo) -> Document:
    width, height = logo.within(*COVER)
    figure = Figure("logo", logo.alternative, picture=Raster(logo.data, width, height))
    return replace(document, front=(figure, *document.front))
