"""Keys of the vocabulary that nothing is made from yet: giving one is an error, so that none is lost in silence."""

from vadocs.diagnostics import Hint, hint
from vadocs.readers.schema.leaf import Reading
from vadocs.readers.schema.section import Section


def no_effect_yet(section: Section | None, keys: tuple[str, ...], reading: Reading, *advice: Hint) -> None:
    """Report each of `keys` that `section` gives (E135), with `advice`, else that the line be deleted."""
    for key in keys:
        if section is not None and section.has(key):
            hints = advice or (hint("H135"),)
            reading.faults.add("E135", section.key_span(key), key=section.path(key), hints=hints)
