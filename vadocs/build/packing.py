"""Several documents become one packet: a cover with contents, all pages, one PDF; the editable files beside it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from vadocs import outputs
from vadocs.build.brand import brand_of, branded
from vadocs.build.composing import PACKET, Composed, compose, compose_cover
from vadocs.build.enclosures import Enclosure, enclosures, reading_ahead
from vadocs.build.judging import Rendered
from vadocs.build.lettering import LETTERS, VETTING
from vadocs.build.looks import galley_of, looks_of
from vadocs.build.portraits import illustrated
from vadocs.build.reading import documents_of
from vadocs.build.rendering import Made, Request, copied, named, written_specs
from vadocs.build.workspace import Sources
from vadocs.compose.agreements import SUBCONTRACTOR
from vadocs.compose.elsewhere import leading
from vadocs.compose.given import place_of
from vadocs.compose.letters import CITED
from vadocs.diagnostics import Report, hint
from vadocs.model.document import Block, Contents, ContentsEntry, Document
from vadocs.model.engagement import Engagement, Item, leaves
from vadocs.model.look import Look
from vadocs.model.pages import Line, Page, Pages
from vadocs.model.styles import fitted
from vadocs.outputs import Output
from vadocs.pack import Labels, Part, Sized, anchor_in, enclosed, joined, stamped, starts, zipped
from vadocs.readers.overlay import Given
from vadocs.writers import writer
from vadocs.writers.native import write_native

if TYPE_CHECKING:
    from vadocs.layout import Corner, Galley

ORDER = (
    "proposal", "nda", "contract", "statement-of-work", "data-processing-agreement", "change-order", "welcome-kit",
)  # fmt: skip
"""In what order documents stand in a packet unless told otherwise: as a client meets them."""
KEPT_BACK = (SUBCONTRACTOR, VETTING)
"""Documents that are not for the client, to whom packets go."""

_LONGEST = 80
"""So many characters of a packet's name tell what it holds."""
_ROUNDS = 8
"""How often documents are placed again: numbers of pages only grow, which rarely takes a line more, and ends."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What runs over every page: `prefix`, then the number of the page in the packet in `digits` digits at least."""

    prefix: str
    digits: int = 4
    corner: "Corner" = "bottom-right"


@dataclass(frozen=True, slots=True)
class Binding:
    """How documents are bound into a packet.

    `labels`: pages are counted through the packet, or in each document by itself. `duplex`: each document begins on
    an odd page. `editable`: the Word files and the packet are written as a zip too.
    """

    labels: Labels = "continuous"
    stamp: Stamp | None = None
    duplex: bool = False
    editable: bool = False


def packet_specs(
    specs: Sequence[Path], request: Request, binding: Binding, today: date | None = None, given: Sequence[Given] = ()
) -> Iterator[Rendered]:
    """The packet of each spec, written as `render_specs` writes documents; the request's formats do not matter."""
    return written_specs(specs, request, partial(make_packet, request, binding), today, given)


def make_packet(
    request: Request, binding: Binding, spec: Path, engagement: Engagement, sources: Sources, report: Report
) -> Made:
    """The packet, the zip if it is asked for, and the reading copies, which stand beside it, never in it; in memory."""
    codes = documents_of(engagement, request.documents)
    sent = [code for code in codes if code not in KEPT_BACK]
    if _kept_back(engagement, request.documents if sent else codes, report):
        return (), ()
    codes = codes if request.documents else tuple(sorted(sent, key=_place_in_order))
    brand = brand_of(engagement, sources, report)
    looks = looks_of(engagement, (*codes, PACKET), request.look, spec, report, brand)
    with reading_ahead(engagement, spec):
        composed = [illustrated(one, brand, engagement, report) for one in compose(engagement, sources, codes, report)]
        if not composed or report.failed:
            return composed, ()
        files = enclosures(engagement, sources, composed[0].contract, spec, report)
    cover = compose_cover(engagement, sources, composed, [file.title for file in files], report)
    if cover is None or report.failed:
        return composed, ()
    cover = branded(cover, brand, engagement)
    titles = [(file.code, file.title) for file in files]
    documents = (listing(cover, composed, titles), *(one.document for one in composed))
    pieces = _pieces(documents, _followed(documents, composed), engagement, looks, report)
    if not pieces or report.failed:
        return composed, ()
    made = _outputs(pieces, files, engagement, binding, report)
    beside = {code: looks[code] for code in codes}
    request = replace(request, formats=("pdf",))  # to be read, as the packet is
    return (*composed, cover), (*made, *copied(request, engagement, sources, beside, brand, report))


def _usual(engagement: Engagement) -> tuple[str, ...]:
    """The documents of the packet that is made where none is asked for."""
    sent = (code for code in documents_of(engagement, ()) if code not in KEPT_BACK)
    return tuple(sorted(sent, key=_place_in_order))


def _called(pieces: Sequence["_Piece"], engagement: Engagement) -> Document:
    """The cover, which a packet's file is named by, with the documents' words where they are not the `_usual` ones.

    So none stands in another's place, and a final one of some documents does not keep one of others from being made.
    """
    cover, *others = (piece.document for piece in pieces)
    if tuple(one.meta.document for one in others) == _usual(engagement):
        return cover
    words = "-".join(one.meta.running["file_word"] for one in (cover, *others))
    if len(words) > _LONGEST:
        words = f"{words[:_LONGEST]}-{outputs.sha256(words.encode())[:6]}"
    return in_other_words(cover, words)


def in_other_words(document: Document, word: str) -> Document:
    """The document under another word in its file's name."""
    return replace(document, meta=replace(document.meta, running={**document.meta.running, "file_word": word}))


def _kept_back(engagement: Engagement, asked: Sequence[str], report: Report) -> bool:
    """Whether a document is asked for that no packet may hold (E694); one that the spec names is left out."""
    for code in asked:
        if code in KEPT_BACK:
            report.add("E694", place_of(_named(engagement, code)), document=code, hints=[hint("H694")])
    return any(code in KEPT_BACK for code in asked)


def _named(engagement: Engagement, code: str) -> Item | None:
    """The document's code where the spec names it."""
    listed = engagement.get("documents")
    found = (leaf for _, leaf in leaves(listed)) if listed is not None else ()
    return next((leaf for leaf in found if getattr(leaf.value, "code", leaf.value) == code), None)


def _place_in_order(code: str) -> int:
    return ORDER.index(code) if code in ORDER else len(ORDER)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A document of the packet, set but not yet on its pages. The first piece is the cover.

    `document` leads into the others, which it does not by itself: `alone`.
    """

    document: Document
    alone: Document
    look: Look
    galley: "Galley"

    @property
    def word(self) -> str:
        """What its pages are called after where each document counts its own: the word in its file's name."""
        return self.document.meta.running["file_word"] if self.document.meta.document != PACKET else ""


def _pieces(
    documents: Sequence[Document], linked: Sequence[Document], engagement: Engagement,
    looks: Mapping[str, Look | None], report: Report,
) -> list[_Piece]:  # fmt: skip
    """The documents set in their looks; those with an error are missing."""
    found = []
    for alone, document in zip(documents, linked, strict=True):
        look = looks[document.meta.document]
        galley = galley_of(document, engagement, look, report)
        if galley is not None and look is not None:
            found.append(_Piece(document, alone, fitted(look, document.meta), galley))
    return found


def listing(cover: Composed, composed: Sequence[Composed], files: Sequence[tuple[str, str]]) -> Document:
    """The cover with contents that list every document and its headings, then the files enclosed.

    Of each of these, `files` tells what stands before its anchors, and its title.
    """
    listed: list[ContentsEntry] = []
    for one in composed:
        listed.append(ContentsEntry("", one.document.meta.title, anchor_in(one.plan.document), 0, strong=True))
        listed += [replace(each, level=1) for each in _entries(one.document)]
    listed += [ContentsEntry("", title, anchor_in(code), 0, strong=True) for code, title in files]
    return _with_entries(cover.document, listed)


def told_contents(document: Document) -> Document:
    """The document with the entries of its contents told, their anchors as the packet names them."""
    return _with_entries(document, _entries(document))


def _followed(documents: Sequence[Document], composed: Sequence[Composed]) -> tuple[Document, ...]:
    """The documents, cover first, with links to what they name of one another: to headings and first pages."""
    codes = [anchor_in(one.plan.document) for one in composed]
    there = {place: place for place in (*codes, *(e.anchor for one in composed for e in _entries(one.document)))}
    for one, code in zip(composed, codes, strict=True):
        there |= {f"{code}{cited}": place for cited, stand in one.plan.instead.items()
                  if (place := f"{code}{stand}") in there}  # fmt: skip
    first = {f"packet.documents[{place}]": code for place, code in enumerate(codes)}
    led = [leading(documents[0], there, first)]
    for one, own in zip(composed, codes, strict=True):
        others = {name: place for name, place in there.items() if not name.startswith(own)}
        led.append(leading(one.linked, others, CITED))
    return tuple(led)


def _entries(document: Document) -> list[ContentsEntry]:
    from vadocs.layout import entries

    return [replace(one, anchor=anchor_in(document.meta.document, one.anchor)) for one in entries(document)]


def _with_entries(document: Document, listed: Sequence[ContentsEntry]) -> Document:
    """The document with these entries in its contents, where it has any."""

    def filled(block: Block) -> Block:
        return replace(block, entries=tuple(listed)) if isinstance(block, Contents) else block

    return replace(document, front=tuple(map(filled, document.front)))


# --- pages -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Places:
    """The pages of each piece with the numbers that they have in the packet, and the contents filled with these.

    `begins`: the number of the first page of each file enclosed; `printed`: the page of each anchor as printed.
    """

    pages: Sequence[Pages]
    begins: Sequence[int]
    printed: Mapping[str, str]


def _placed(pieces: Sequence[_Piece], files: Sequence[Enclosure], binding: Binding) -> _Places:
    continuous = binding.labels == "continuous"
    counts, others = [piece.galley.place() for piece in pieces], [file.pages for file in files]
    elsewhere: dict[str, str] = {}
    for _ in range(_ROUNDS):
        first = starts([*counts, *others], duplex=binding.duplex) if continuous else (1,) * len(counts + others)
        begins = list(zip(pieces, first, strict=False))
        placed = [piece.galley.place(begin) for piece, begin in begins[1:]]
        elsewhere = {}
        for piece, begin in begins[1:]:
            elsewhere |= _printed(piece, begin, continuous)
        for file, begin in zip(files, first[len(pieces) :], strict=True):
            elsewhere[anchor_in(file.code)] = str(begin) if continuous else f"{file.word}, {begin}"
        before, counts = counts, [pieces[0].galley.place(first[0], elsewhere), *placed]
        if counts == before:
            break
    whole = [*counts, *others]
    total = starts(whole, duplex=binding.duplex)[-1] + whole[-1] - 1 if continuous else None
    return _Places([piece.galley.pages(total) for piece in pieces], first[len(pieces) :], elsewhere)


def _printed(piece: _Piece, first: int, continuous: bool) -> dict[str, str]:
    """The page of each anchor of a document, as the packet's contents print it: "12", or "Contrato, 3"."""
    code, word = piece.document.meta.document, "" if continuous else f"{piece.word}, "
    pages = {"": str(first), **piece.galley.printed()}
    return {anchor_in(code, anchor): f"{word}{page}" for anchor, page in pages.items()}


def _bound(
    pieces: Sequence[_Piece], files: Sequence[Enclosure], places: _Places, binding: Binding, report: Report
) -> Pages | None:
    """All pages as one document, stamped; None, reported, where the stamp cannot be set."""
    parts = [
        Part(piece.document.meta.document, piece.document.meta.title, piece.document.meta.language, pages, piece.word)
        for piece, pages in zip(pieces, places.pages, strict=True)
    ]
    begins = zip(files, places.begins, strict=True)
    parts += [_enclosed(file, pieces[0], binding.stamp, begin) for file, begin in begins]
    pages = joined(parts, binding.labels, duplex=binding.duplex)
    return pages if binding.stamp is None else _stamped(pages, binding.stamp, pieces[0], report)


def _enclosed(file: Enclosure, cover: _Piece, stamp: Stamp | None, first: int) -> Part:
    """A file's pages, numbered from `first`, on the cover's paper, with room for a stamp where there is one."""
    from vadocs.layout import stamp_band

    band = stamp_band(cover.look, stamp.corner) if stamp is not None else 0.0
    paper = Sized(cover.look.paper.width, cover.look.paper.height, band)
    language = cover.document.meta.language
    if file.found.outside is not None and file.found.outside.tags:
        language = file.found.outside.language or language
    return Part(file.code, file.title, language, enclosed(file.found, paper, file.words, first), file.word)


def _stamped(pages: Pages, stamp: Stamp, cover: _Piece, report: Report) -> Pages | None:
    """The pages with their stamps, in the face of the cover; E620 where a stamp would stand over something."""
    from vadocs.layout import set_stamps

    texts = [f"{stamp.prefix}{number:0{stamp.digits}d}" for number in range(1, len(pages.pages) + 1)]
    lines = set_stamps(cover.look, cover.document.meta.language, texts, stamp.corner, report)
    if not lines:
        return None
    placed = [_in_corner(line, page, cover, stamp) for line, page in zip(lines, pages.pages, strict=True)]
    marked, full = stamped(pages, placed)
    if full:
        report.add("E620", pages=", ".join(map(str, full)), corner=stamp.corner, hints=[hint("H620")])
        return None
    return marked


def _in_corner(line: Line, page: Page, cover: _Piece, stamp: Stamp) -> Line:
    """A stamp, set for the cover's paper, in the same corner of a page that may lie on its side."""
    x = page.width - cover.look.paper.width if stamp.corner.endswith("right") else 0.0
    y = page.height - cover.look.paper.height if stamp.corner.startswith("bottom") else 0.0
    if not x and not y:
        return line
    return Line(line.y + y, line.top + y, line.height, tuple(run._replace(x=run.x + x) for run in line.runs))


# --- files -----------------------------------------------------------------------------------------


def _outputs(
    pieces: Sequence[_Piece], files: Sequence[Enclosure], engagement: Engagement, binding: Binding, report: Report
) -> list[Output]:
    """The packet's PDF, and the zip."""
    cover = pieces[0]
    words = list(_word_files(pieces[1:], engagement, report)) if binding.editable else []
    places = _placed(pieces, files, binding)
    pages = _bound(pieces, files, places, binding, report)
    if pages is None or report.failed:
        return []
    data = writer("pdf")(_whole(pieces), cover.look, pages, report)
    texts = [*(write_native(piece.document) for piece in pieces), *(file.digest for file in files)]
    text = outputs.sha256("".join(texts).encode())
    count = len(pages.pages)
    called, parts = _called(pieces, engagement), tuple(piece.document.meta.document for piece in pieces[1:])
    name, several = named(called, engagement, "pdf"), any(code in LETTERS for code in parts)
    made = [Output(PACKET, "pdf", name, data, count, text, several, parts)]
    if binding.editable:
        archive = named(called, engagement, "zip")
        first = _word_cover(cover, places, named(called, engagement, "docx"), report)
        held = [(name, data), first, *words, *(_alone(file, cover, engagement, report) for file in files)]
        made.append(Output(PACKET, "zip", archive, zipped(held), count, text, several, parts))
    return made


def _word_files(pieces: Sequence[_Piece], engagement: Engagement, report: Report) -> Iterator[tuple[str, bytes]]:
    """Each document's Word file, as `render_specs` writes it: with pages of its own."""
    for piece in pieces:
        piece.galley.place()
        data = writer("docx")(piece.alone, piece.look, piece.galley.pages(), report)
        yield named(piece.document, engagement, "docx"), data


def _word_cover(cover: _Piece, places: _Places, name: str, report: Report) -> tuple[str, bytes]:
    """The cover's Word file, called `name`, whose contents tell the pages of the packet."""

    def told(block: Block) -> Block:
        if not isinstance(block, Contents) or block.entries is None:
            return block
        return replace(block, entries=tuple(replace(one, page=places.printed[one.anchor]) for one in block.entries))

    document = replace(cover.alone, front=tuple(map(told, cover.alone.front)))
    return name, writer("docx")(document, cover.look, places.pages[0], report)


def _alone(file: Enclosure, cover: _Piece, engagement: Engagement, report: Report) -> tuple[str, bytes]:
    """A file that is enclosed, by itself, cleaned: a picture as such, a PDF on the packet's paper."""
    meta = cover.document.meta
    bare = in_other_words(Document(replace(meta, title=file.title, document=file.code), (), ()), file.word)
    if file.found.outside is None:
        return named(bare, engagement, file.found.suffix), file.found.picture
    pages = joined([_enclosed(file, cover, None, 1)], "continuous", duplex=False)
    return named(bare, engagement, "pdf"), writer("pdf")(bare, cover.look, pages, report)


def _whole(pieces: Sequence[_Piece]) -> Document:
    """One document of all, for what a file says of itself: it prints what they print, and nothing else."""
    cover = pieces[0].document
    documents = [piece.document for piece in pieces]
    return replace(
        cover,
        front=tuple(block for each in documents for block in each.front),
        provisions=tuple(provision for each in documents for provision in each.provisions),
        execution=tuple(block for each in documents for block in each.execution),
        schedules=tuple(schedule for each in documents for schedule in each.schedules),
    )
