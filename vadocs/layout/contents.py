"""The table of contents: one entry a provision or schedule, its page at the end of a dotted line.

The entries' number and length are known before any page is; their page numbers are filled in afterwards.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from vadocs.layout.boxes import Box
from vadocs.layout.paragraphs import Column, Setter
from vadocs.layout.shape import Origin
from vadocs.model import styles
from vadocs.model.document import Block, Columns, ContentsEntry, Document, Heading, Provision
from vadocs.model.lines import BESIDE, entry_title
from vadocs.model.walk import text_of

UNKNOWN = "8"
"""The page of an entry before pages are known: a figure of usual width."""

NUMBER_MARKS = ".–-:"
"""What may close a number that is printed in a heading; a number without one takes a full stop."""


def printed_heading(provision: Provision, scheme: str, in_schedule: bool) -> tuple[str, str]:
    """The heading's text as printed and the list number before it: one of them holds the provision's number.

    ("Objeto", "1.") in decimal numbering; ("PRIMERA.– Objeto", ""), ("Anexo I. Encargo", "") otherwise.
    """
    title = text_of(provision.heading)
    if provision.label is None:
        return title, ""
    if scheme == "decimal" and not in_schedule:
        return title, provision.label
    stop = "" if provision.label[-1:] in NUMBER_MARKS else "."
    return f"{provision.label}{stop} {title}", ""


def heading_beside(provision: Provision) -> Provision:
    """The provision with its heading in the document's second language; empty where it has none."""
    return replace(provision, heading=provision.heading_beside, label=provision.label_beside)


def entries(document: Document) -> tuple[ContentsEntry, ...]:
    """The entries of a document's contents, in order."""
    found: list[ContentsEntry] = []
    for provision in document.provisions:
        found += _entries(provision, document.meta.scheme, False, 0)
    if document.meta.scheme == "plain":
        # What is signed in such a document has a heading of its own: the acceptance of a proposal.
        found += _headings(document.execution)
    for schedule in document.schedules:
        found += _entries(schedule, document.meta.scheme, True, 0)
    return tuple(found)


def _entries(provision: Provision, scheme: str, in_schedule: bool, level: int) -> Iterator[ContentsEntry]:
    title, label = printed_heading(provision, scheme, in_schedule)
    beside = printed_heading(heading_beside(provision), scheme, in_schedule)[0]
    yield ContentsEntry(label, title, provision.anchor, level, beside="" if beside == title else beside)
    for child in provision.children:
        yield from _entries(child, scheme, in_schedule, min(level + 1, len(styles.CONTENTS) - 1))


def _headings(blocks: Sequence[Block]) -> Iterator[ContentsEntry]:
    for block in blocks:
        if isinstance(block, Heading) and block.anchor is not None:
            yield ContentsEntry("", text_of(block.content), block.anchor, block.level - 1)
        elif isinstance(block, Columns):
            right = [entry.title for entry in _headings(block.right)]
            for entry, beside in zip_longest(_headings(block.left), right, fillvalue=""):
                if isinstance(entry, ContentsEntry):
                    yield replace(entry, beside=beside)


class ContentsList:
    """The entries of one table of contents, to be made again when the pages are known; `at` is its first box."""

    __slots__ = ("_beside", "_column", "_elements", "_setter", "at", "entries")

    def __init__(
        self, listed: tuple[ContentsEntry, ...], setter: Setter, column: Column, at: int, beside: str | None = None
    ) -> None:
        """`beside`: the language of what stands beside the titles."""
        self._beside = beside
        self.entries = listed
        self.at = at
        self._setter = setter
        self._column = column
        tree = setter.shaper.tree
        whole = tree.add("TOC")
        self._elements = []
        for entry in self.entries:
            reference = tree.add("Reference", tree.add("TOCI", whole))
            told = f"{entry.label} {entry_title(entry)}".strip()
            self._elements.append(tree.add("Link", reference, alternative=told))

    def boxes(self, pages: Mapping[str, str]) -> list[Box]:
        """The entries' boxes with the page of each anchor as printed; an anchor without one gets a placeholder."""
        found = []
        for entry, element in zip(self.entries, self._elements, strict=True):
            shaper = self._setter.shaper
            style = shaper.look.styles[styles.CONTENTS[entry.level]]
            lead = f"{entry.label}\t" if entry.label else ""
            page = f"\t{pages.get(entry.anchor, UNKNOWN)}"
            run = shaper.styled(style.run, styles.STRONG) if entry.strong else style.run
            origin = Origin(run, element, entry.anchor, link=f"#{entry.anchor}")
            runs = shaper.text(f"{lead}{entry.title}{BESIDE if entry.beside else ''}", origin)
            runs += shaper.text(entry.beside, replace(origin, language=self._beside))
            box = self._setter.paragraph(style, [*runs, *shaper.text(page, origin)], self._column)
            if entry.strong:
                box.before, box.keep_next = max(box.before, styles.ABOVE_STRONG), True
            found.append(box)
        if found and self._beside is not None:
            found[-1].after = max(found[-1].after, styles.BELOW_CONTENTS)
        return found
