"""What makes Word break lines and pages where our layout does not, so that page numbers of the contents go wrong."""

from collections.abc import Iterator

from vadocs.model.look import Look, ParagraphStyle, RunningParagraph
from vadocs.readers.look.faces import TWINS
from vadocs.readers.look.watch import Watch

CURRENT = 15
"""Word 2013 and later (`compatibilityMode`): the rules that our layout follows."""


def check_agreement(look: Look, compatibility: int, watch: Watch) -> None:
    """Warn of each property known to spoil agreement, naming the styles that have it."""
    styles = look.styles.values()
    groups = (
        ("W510", [style.name for style in styles if style.alignment == "both"]),
        ("W511", [style.name for style in styles if _other_heights(style, look)]),
        ("W512", [style.name for style in styles if style.run.kern is None or style.run.kern > style.run.size]),
        ("W513", [part.style.name for part in _running(look) if _clipped(part)]),
    )
    for code, names in groups:
        if names:
            watch.warning(code, styles=", ".join(dict.fromkeys(names)))
    if compatibility < CURRENT:
        watch.warning("W514", mode=compatibility)
    if look.hyphenate:
        watch.warning("N515")


def _other_heights(style: ParagraphStyle, look: Look) -> bool:
    """Whether the height of a line comes from a face whose twin has other heights."""
    twin = TWINS.get(style.run.font)
    face = look.faces.get((style.run.font, style.run.bold, style.run.italic))
    stands_in = twin is not None and face is not None and face.family == twin.family
    return style.line_rule != "exact" and stands_in and twin is not None and not twin.same_heights


def _running(look: Look) -> Iterator[RunningParagraph]:
    running = look.running
    for story in (running.header, running.footer, running.first_header or (), running.first_footer or ()):
        yield from story


def _clipped(paragraph: RunningParagraph) -> bool:
    """Whether a logo is higher than the exact line it stands in: Word cuts it."""
    return paragraph.style.line_rule == "exact" and any(
        part.kind == "logo" and part.height > paragraph.style.line for part in paragraph.parts
    )
