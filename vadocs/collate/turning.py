"""A packet's contents as text: each entry with the page that it must name."""

from collections.abc import Mapping
from dataclasses import replace

from vadocs.model.document import Block, Contents, Document, Paragraph, Text, Value
from vadocs.model.lines import entry_title

CONTENTS = "packet.contents."
"""What stands before the title of an entry in the key of the page that it names."""


def told_pages(document: Document, pages: Mapping[str, str], *, own: bool) -> Document:
    """The document with the entries given for its contents as paragraphs: number, title and page.

    `pages`: what the page of each anchor is called; a document's `own` contents print the number alone. Contents
    without entries of their own are left as they are.
    """
    printed = {anchor: page.rpartition(" ")[2] for anchor, page in pages.items()} if own else pages
    return replace(document, front=tuple(block for one in document.front for block in _told(one, printed)))


def _told(block: Block, pages: Mapping[str, str]) -> tuple[Block, ...]:
    if not isinstance(block, Contents) or block.entries is None:
        return (block,)
    titles = [(one.anchor, f"{one.label} {entry_title(one)}".strip()) for one in block.entries]
    entries = [
        Paragraph((Text(f"{title} "), Value(pages.get(anchor, "?"), f"{CONTENTS}{title}"))) for anchor, title in titles
    ]
    return (Paragraph(block.heading), *entries)
