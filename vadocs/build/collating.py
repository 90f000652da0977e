"""Delivered files are read back and compared with what the spec makes, and so with one another."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from vadocs import outputs
from vadocs.build.composing import PACKET, Composed, compose, compose_cover
from vadocs.build.copying import copies
from vadocs.build.enclosures import enclosed_titles
from vadocs.build.lettering import LETTERS
from vadocs.build.packing import listing, told_contents
from vadocs.build.reading import DOCUMENTS, read
from vadocs.build.rendering import named
from vadocs.build.workspace import Sources
from vadocs.collate import CONTENTS, READERS, Copy, Difference, Unreadable, differences, members, read_back, read_packet
from vadocs.compose.given import place_of
from vadocs.compose.readingcopy import copied_of
from vadocs.compose.subcontract import own_key
from vadocs.diagnostics import Report, hint
from vadocs.model.document import Document
from vadocs.model.engagement import Engagement, Item
from vadocs.outputs import Edition


@dataclass(frozen=True, slots=True)
class Collated:
    """A delivered file: where it lies, how many prints of values were read in it, and how many of them differ.

    `changes`: how many places outside of values were changed by hand.
    """

    path: Path
    read: int
    differ: int
    changes: int


def collate_spec(spec: Path, out: Path, report: Report) -> tuple[Collated, ...]:
    """Every file that `out` holds of the spec's number and version, read back; nothing is written.

    Reports each value that a file says otherwise than the spec (E680), each other text that was changed (W681), a file
    that cannot be read (E682) or is gone (W683), and that there is none (E684).
    """
    found = read(spec, report)
    if found is None:
        return ()
    engagement, sources = found
    folder = out / engagement.text("id")
    records = _records(folder, engagement, report)
    if records is None:
        return ()
    if not records:
        report.add("E684", place_of(engagement.get("number")), folder=folder, hints=[hint("H684", spec=spec)])
        return ()
    composed = _composed(engagement, sources, records, report)
    if composed is None:
        return ()
    reader = _Reader(engagement, sources, composed, report)
    copies = [(path, copy) for record in records for path, copy in reader.copies(folder / record.file, record)]
    told = list(differences([copy for _, copy in copies]))
    for one in told:
        _tell(one, engagement, report)
    for _, copy in copies:
        for change in copy.changes:
            report.add("W681", file=copy.file, before=change.before, wanted=change.wanted or "–",
                       found=change.found or "–", after=change.after, hints=[hint("H681")])  # fmt: skip
    return tuple(
        Collated(path, len(copy.readings), sum(one.file == copy.file for one in told), len(copy.changes))
        for path, copy in copies
    )


def _records(folder: Path, engagement: Engagement, report: Report) -> tuple[outputs.Record, ...] | None:
    """The files on record of the spec's number and version that can be read back; None, reported, if none is known."""
    number, version = engagement.text("number"), int(engagement.text("version", "1"))
    known = outputs.read_manifest(folder, Edition(engagement.text("id"), number, version, ""), report)
    if known is None:
        return None
    return tuple(
        record
        for record in known.records
        if (record.number, record.version) == (number, version)
        and (record.parts or (copied_of(record.document)[0] in DOCUMENTS and record.format in READERS))
    )  # fmt: skip


def _composed(
    engagement: Engagement, sources: Sources, records: Sequence[outputs.Record], report: Report
) -> dict[str, Composed] | None:
    """Each document on record, by itself or in a packet, and each reading copy that can be made; None where a document
    cannot be made."""
    codes = dict.fromkeys(code for record in records for code in record.parts or (record.document,))
    wanted = [code for code in codes if not copied_of(code)[1]]
    found = {one.plan.document: one for one in compose(engagement, sources, wanted, report)}
    if found.keys() != set(wanted):
        return None
    for tag in dict.fromkeys(tag for _, tag in map(copied_of, codes) if tag):
        of = [document for document, own in map(copied_of, codes) if own == tag]
        found |= {one.document.meta.document: one for one in copies(engagement, sources, of, tag, Report())}
    return found


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads files on record, given the documents of the engagement by their codes."""

    engagement: Engagement
    sources: Sources
    composed: Mapping[str, Composed]
    report: Report
    known: dict[bytes, Copy] = field(default_factory=dict)

    def copies(self, path: Path, record: outputs.Record) -> Iterator[tuple[Path, Copy]]:
        """The file, if it is there and can be read; of a zip, each file of ours in it.

        A letter of another date is another letter than the one that the spec tells now: it is left alone. Of a reading
        copy that the spec gives no more N441 says that it was not compared.
        """
        code, parts = record.document, record.parts
        if not parts and code not in self.composed:
            self.report.add("N441", file=path)
            return
        if copied_of(code)[0] in LETTERS and record.file != self._named(code, record.format):
            return
        if not path.is_file():
            self.report.add("W683", file=path)
            return
        data = path.read_bytes()
        try:
            if record.format == "zip":
                yield from self._members(path, record, members(data))
            elif parts:
                yield path, self._bound(record.file, parts, data)
            else:
                yield path, self._document(record.file, code, data)
        except Unreadable:
            self.report.add("E682", file=path, hints=[hint("H682")])

    def _members(
        self, path: Path, record: outputs.Record, held: Mapping[str, bytes]
    ) -> Iterator[tuple[Path, Copy]]:
        """The packet and the Word files in a zip; what it encloses of others is theirs."""
        whole = path.with_suffix(".pdf").name
        cover = path.with_suffix(".docx").name
        words = {self._named(code, "docx"): code for code in record.parts}
        for name in (whole, cover, *words):
            file = f"{record.file}/{name}"
            if name not in held:
                self.report.add("W683", file=path / name)
                continue
            try:
                if name == whole:
                    yield path / name, self._bound(file, record.parts, held[name])
                elif name == cover:
                    yield path / name, read_back(file, "docx", held[name], self._packet(record.parts)[PACKET])
                else:
                    yield path / name, self._document(file, words[name], held[name])
            except Unreadable:
                self.report.add("E682", file=path / name, hints=[hint("H682")])

    def _document(self, file: str, code: str, data: bytes) -> Copy:
        """A file of one document, its values by the keys that the spec has for them."""
        one = self.composed[code]
        copy = read_back(file, file.rpartition(".")[2], data, one.document)
        readings = (replace(each, key=own_key(self.engagement, one.engagement, each.key)) for each in copy.readings)
        return replace(copy, readings=tuple(readings))

    def _bound(self, file: str, parts: Sequence[str], data: bytes) -> Copy:
        """A packet; the very one that lies in its zip too is read once."""
        if data not in self.known:
            self.known[data] = read_packet(file, data, self._packet(parts))
        return replace(self.known[data], file=file)

    def _packet(self, parts: Sequence[str]) -> dict[str, Document]:
        """The cover and the documents of a packet, with the entries that their contents have there."""
        composed = [self.composed[code] for code in parts]
        titles = enclosed_titles(self.engagement, self.sources, composed[0].contract)
        cover = compose_cover(self.engagement, self.sources, composed, [title for _, title in titles], self.report)
        front = {} if cover is None else {PACKET: listing(cover, composed, titles)}
        return front | {one.plan.document: told_contents(one.document) for one in composed}

    def _named(self, code: str, suffix: str) -> str:
        """The name that the document's file has by the spec as it is."""
        return named(self.composed[code].document, self.engagement, suffix)


def _tell(one: Difference, engagement: Engagement, report: Report) -> None:
    if one.key.startswith(CONTENTS):
        title = one.key.removeprefix(CONTENTS)
        report.add("E670", file=one.file, title=title, wanted=one.wanted, found=one.found or "–", hints=[hint("H670")])
        return
    place = place_of(_nearest(engagement, one.key))
    hints = [hint("H680.others", list=", ".join(f"`{name}`" for name in one.others))] if one.others else []
    report.add("E680", place, file=one.file, key=one.key, wanted=one.wanted, found=one.found or "–",
               hints=[*hints, hint("H680")])  # fmt: skip


def _nearest(engagement: Engagement, key: str) -> Item | None:
    """What the spec has under the key; where that is computed, under the next one above it."""
    while key and engagement.get(key) is None:
        key = key.rpartition(".")[0]
    return engagement.get(key) if key else None
