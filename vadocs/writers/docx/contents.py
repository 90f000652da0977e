"""The table of contents: a TOC field that holds its entries and pages as the layout stage foretells them."""

from collections.abc import Iterator, Sequence

from vadocs.model import styles
from vadocs.model.document import Contents, ContentsEntry, Inline, Spoken, Strong, Text
from vadocs.model.lines import BESIDE
from vadocs.writers import ooxml
from vadocs.writers.docx.anchors import bookmark_name
from vadocs.writers.docx.paragraphs import Paragraphs

RANGE = "_contents"
"""The bookmark round all that the contents list: what stands before it has headings too, but no entry."""

Entry = tuple[str, str, str, int, int]
"""Label (or ""), title, anchor, page, level from 0: as in `Pages.contents`."""


def write_contents(
    block: Contents, entries: Sequence[Entry], paragraphs: Paragraphs, other: str | None = None
) -> Iterator[str]:
    """The heading, then a field (17.16.5.75) whose result are the entries, each a link with its page.

    In columns the entries stand by themselves, each with the field of its page: LibreOffice makes of the whole field a
    section, and would leave the second column empty beside it. So they do in two languages (`other` is the second one):
    Word would make two entries of each, one a language. What stands in other files is told by its page alone.
    """
    yield paragraphs.text(styles.CONTENTS_HEADING, block.heading)
    if block.entries is not None:
        yield from _elsewhere(block.entries, paragraphs)
        return
    deepest = max((level for *_, level in entries), default=0) + 1
    whole = paragraphs.look.paper.columns == 1 and other is None
    begin = ooxml.field_begin(rf'TOC \o "1-{deepest}" \h \z \u \b {RANGE}') if whole else ""
    end = ooxml.FIELD_END if whole else ""
    for index, (label, title, anchor, page, level) in enumerate(entries):
        style = styles.CONTENTS[level]
        name = bookmark_name("ref", anchor)
        text = paragraphs.runs(style, (Text(f"{label}\t" if label else ""), *_title(title, other), Text("\t")))
        entry = ooxml.anchor_link(name, text + ooxml.field(rf"PAGEREF {name} \h", str(page)))
        first, last = index == 0, index == len(entries) - 1
        below = styles.BELOW_CONTENTS if last and other is not None else 0.0
        yield paragraphs.ready(style, (begin if first else "") + entry + (end if last else ""), below=below)


def _title(title: str, other: str | None) -> tuple[Inline, ...]:
    """The title; its second half in the second language, where the document has two."""
    first, parted, second = title.partition(BESIDE)
    if other is None or not parted:
        return (Text(title),)
    return Text(first + parted), Spoken((Text(second),), other)


def _elsewhere(entries: Sequence[ContentsEntry], paragraphs: Paragraphs) -> Iterator[str]:
    """Entries of other documents: no field of this file could find their pages."""
    for entry in entries:
        style = styles.CONTENTS[entry.level]
        text = Text(f"{entry.label}\t{entry.title}\t{entry.page}" if entry.label else f"{entry.title}\t{entry.page}")
        if entry.strong:
            above = max(styles.ABOVE_STRONG, paragraphs.look.styles[style].before)
            yield paragraphs.ready(style, paragraphs.runs(style, (Strong((text,)),)), keep=True, above=above)
        else:
            yield paragraphs.ready(style, paragraphs.runs(style, (text,)))
