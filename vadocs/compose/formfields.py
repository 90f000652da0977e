"""The fields of a form: each gets its name in the document, and asks for what its column and its row say.

Of two columns the first says what its rows are, so that its heading and its cell ask; else the cell that says something
and the heading of the field's own column.
"""

from collections.abc import Sequence
from dataclasses import replace

from vadocs.compose.setting import Setting
from vadocs.model.document import Cell, Field, Row
from vadocs.model.forms import within_limits
from vadocs.model.walk import text_of

OWN = "."
"""What the name of a field begins with until it is told which section it is of; a key of the spec does not."""


def with_fields(rows: Sequence[Row], header: Row | None, section: str, setting: Setting) -> tuple[Row, ...]:
    """The rows of a table of `section`, its fields named and with what they ask for."""
    titles = [text_of(cell.content).strip() for cell in header.cells] if header is not None else []
    return tuple(_row(row, titles, section, setting) for row in rows)


def _row(row: Row, titles: Sequence[str], section: str, setting: Setting) -> Row:
    if not any(isinstance(cell.content[0], Field) for cell in row.cells if cell.content):
        return row
    label = next((told for cell in row.cells if (told := text_of(cell.content).strip())), "").rstrip(":")
    titles = titles or [""] * len(row.cells)
    asked = [(titles[0], label) if len(titles) == 2 else (label, title) for title in titles]
    cells = (_cell(cell, ": ".join(filter(None, parts)), section, setting)
             for cell, parts in zip(row.cells, asked, strict=True))
    return replace(row, cells=tuple(cells))


def _cell(cell: Cell, prompt: str, section: str, setting: Setting) -> Cell:
    if not cell.content or not isinstance(field := cell.content[0], Field):
        return cell
    name = section + field.name if field.name.startswith(OWN) else field.name
    taken = sum(other == name or other.startswith(f"{name}~") for other in setting.fields)
    name = within_limits(f"{name}~{taken + 1}" if taken else name)
    setting.fields.append(name)
    form = f" ({setting.frame('field.date')})" if field.kind == "date" else ""
    return replace(cell, content=(replace(field, name=name, prompt=prompt + form),))
