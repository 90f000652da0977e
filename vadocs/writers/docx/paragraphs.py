"""Paragraphs in the styles of the look, with their bookmarks and page breaks."""

from collections.abc import Sequence
from dataclasses import dataclass

from vadocs.model import styles
from vadocs.model.document import Inline
from vadocs.model.look import Look
from vadocs.writers import ooxml
from vadocs.writers.docx.inlines import Inlines


@dataclass(slots=True)
class Paragraphs:
    """Writes the paragraphs of one document. `pointed_at`: anchors that need a bookmark.

    `break_due`: the next paragraph starts a page.
    """

    look: Look
    inlines: Inlines
    pointed_at: frozenset[str]
    break_due: bool = False

    def text(
        self,
        style: str,
        content: Sequence[Inline],
        anchor: str | None = None,
        *,
        keep: bool | None = None,
        number: str = "",
        align: str = "",
    ) -> str:
        """A paragraph in the style of that name, its text in the bookmark of `anchor` if that is pointed at.

        `keep`, `number` and `align` as in `ooxml.paragraph`.
        """
        return self.ready(style, self.marked(self.runs(style, content), anchor), keep=keep, number=number, align=align)

    def ready(
        self, style: str, xml: str, *, keep: bool | None = None, number: str = "", align: str = "",
        above: float = 0.0, below: float = 0.0,
    ) -> str:  # fmt: skip
        """A paragraph of ready XML."""
        due, self.break_due = self.break_due, False
        if keep == self.look.styles[style].keep_next:
            keep = None
        id = self.inlines.style_id(style)
        return ooxml.paragraph(id, xml, keep=keep, page_break=due, number=number, align=align, above=above, below=below)

    def picture(self, xml: str, *, keep: bool) -> str:
        """A paragraph that a picture has for itself, as high as that."""
        due, self.break_due = self.break_due, False
        style = self.inlines.style_id(styles.TABLE_TEXT)
        return ooxml.picture_paragraph(style, xml, styles.FIGURE_GAP, keep=keep, page_break=due)

    def runs(self, style: str, content: Sequence[Inline]) -> str:
        """The runs of `content` in a paragraph of that style."""
        return self.inlines.write(content, self.look.styles[style].run)

    def marked(self, xml: str, anchor: str | None) -> str:
        """`xml` in the bookmark of `anchor` where something points at it."""
        return self.inlines.bookmark("ref", anchor, xml) if anchor in self.pointed_at and anchor else xml
