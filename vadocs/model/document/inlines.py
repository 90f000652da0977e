"""What stands within a paragraph: texts, values, references, fields, and what is open or to be confirmed."""

from dataclasses import dataclass, field
from typing import Literal

from vadocs.diagnostics import Span


class Inline:
    """What stands within a paragraph."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Text(Inline):
    """Literal text of the library, printed as it is."""

    text: str


@dataclass(frozen=True, slots=True)
class Value(Inline):
    """Text that came from the spec (or was computed from it): `key` is its dotted path there.

    `language` is the BCP 47 tag of the text where it differs from the document's, else None.
    `unconfirmed`: in a draft, a person has still to confirm it (`Meta.to_confirm`), so that it is highlighted.
    """

    text: str
    key: str
    language: str | None = None
    unconfirmed: bool = False


@dataclass(frozen=True, slots=True)
class Emphasis(Inline):
    """Italic text."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong(Inline):
    """Bold text."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link(Inline):
    """A link to `target`, an http(s) or mailto address.

    "#contract:dpa" is a place in another document, "#contract:" its first page: a link in a packet that holds it.
    """

    children: tuple[Inline, ...]
    target: str


@dataclass(frozen=True, slots=True)
class LineBreak(Inline):
    """A new line within a paragraph."""


@dataclass(frozen=True, slots=True)
class Spoken(Inline):
    """Text in another language than its surroundings: `language` is its BCP 47 tag."""

    children: tuple[Inline, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Definition(Inline):
    """The place where a term is defined. `children` are what is printed, quotation marks included."""

    term: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Use(Inline):
    """A use of a defined term, in the form printed."""

    term: str
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a printed reference. With an `anchor` it is the number of that place (a field).

    `number` tells what of the target is printed: "heading" the ordinal in the heading's bookmark,
    "label" the paragraph's or item's own number, "full" the number with its context (7.2).
    """

    text: str
    anchor: str | None = None
    number: Literal["heading", "label", "full"] | None = None


ReferenceForm = Literal["full", "bare", "number"]


@dataclass(frozen=True, slots=True)
class Reference(Inline):
    """A cross-reference. `targets` are anchors (`clause-id` or `clause-id.anchor`).

    `pieces` is empty until `compose.resolve` fills it. An optional target is left out if absent:
    `optional_targets` are those of `targets`, `optional` says that all are.
    """

    targets: tuple[str, ...]
    form: ReferenceForm = "full"
    optional: bool = False
    pieces: tuple[Piece, ...] = ()
    optional_targets: tuple[str, ...] = ()
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Blank(Inline):
    """A place to be filled in by hand (date beside a signature). `prompt` says with what."""

    name: str
    prompt: str


FieldKind = Literal["text", "lines", "date", "choice", "check", "signature"]
"""A field of a form: a line, several lines, a date, one of the options, yes or no."""


@dataclass(frozen=True, slots=True)
class Field(Inline):
    """A field of a form, alone in its cell: whoever fills it in types there, or writes by hand. It prints nothing.

    `name` is unique in the document and stays as documents change: a key of the spec, or section, name and row
    (`kit-access.given.drive`). `prompt` asks for what belongs in it, `placeholder` is what Word shows while it is
    empty, both in the document's language; `options` are those of a choice.
    """

    name: str
    kind: FieldKind
    prompt: str = ""
    options: tuple[str, ...] = ()
    placeholder: str = ""


@dataclass(frozen=True, slots=True)
class OpenPoint(Inline):
    """A datum that is missing and matters: highlighted in a draft, an error in a final version.

    `key` is the dotted path in the spec, `prompt` what is asked for, in the document's language.
    """

    key: str
    prompt: str


@dataclass(frozen=True, slots=True)
class ToConfirm:
    """A fact that a person must confirm before signing: listed in a draft, an error in a final version.

    `name` is its dotted name, as the spec confirms it (`taxes.withholdings.rate`, through lists without indices);
    `prompt` describes it, `value` prints it (empty where it has no print), `reason` tells why; all in the document's
    language. `keys` are the dotted paths of the values concerned.
    """

    name: str
    prompt: str
    value: tuple[Inline, ...]
    reason: str
    keys: tuple[str, ...]
