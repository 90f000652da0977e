"""A question: what it fills, when it is necessary, how it is asked, and how its answer is taken."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from vadocs.diagnostics import Diagnostic, Hint
from vadocs.interview.tree import Tree, Value, at
from vadocs.model.library import Library

Kind = Literal["text", "truth", "choice", "several"]
"""A line of text; yes or no; one of some codes; any number of some codes, with texts of one's own beside them."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of several answers: its code, and how it reads on screen. `marked`: proposed, to be confirmed."""

    code: str
    label: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What an interview knows: the practice under the spec as far as it goes.

    `language`: that of the screen, in which texts are proposed. `typed`: the answers as typed, by the question's name.
    """

    tree: Tree
    library: Library
    language: str
    today: date
    typed: Mapping[str, str] = field(default_factory=dict)

    def get(self, path: str) -> Value | None:
        """What stands at a dotted path; None where nothing does."""
        return at(self.tree, path)

    def text(self, path: str) -> str:
        """The text or code at a dotted path; "" where there is none."""
        found = at(self.tree, path)
        return str(found) if isinstance(found, str) else ""

    @property
    def document_language(self) -> str:
        """The language that the documents are written in, "es" or "en"."""
        found = self.get("language")
        first = found[0] if isinstance(found, list) and found else found
        return str(first)[:2] if isinstance(first, str) and first[:2] in ("es", "en") else self.language


class Wrong(Exception):
    """What was typed cannot be taken: carries its finding."""

    def __init__(self, found: Diagnostic) -> None:
        super().__init__(found.code)
        self.found = found

    @classmethod
    def of(cls, code: str, *hints: Hint, **args: object) -> "Wrong":
        """The finding `code` with what fills its text."""
        return cls(Diagnostic(code, None, tuple((name, str(value)) for name, value in args.items()), hints))


def _always(_known: Known) -> bool:
    return True


def _nothing(_known: Known) -> str:
    return ""


def _no_options(_known: Known) -> Sequence[Option]:
    return ()


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `name` is that of its flag, of its text in the catalogue (`ask.NAME`), and of its reason.

    `keys`: what it fills; it is not asked where the practice or the spec has one of them. `take`: what was typed as
    values by dotted key, or `Wrong`. `when`: whether what is known makes it necessary. `required`: nothing can be
    written without it; else it may be left open. `extra`: asked only of who wants to be asked everything. `propose`: a
    text to be confirmed, never taken by itself.
    """

    name: str
    keys: tuple[str, ...]
    take: Callable[[str, Known], Mapping[str, Value]]
    kind: Kind = "text"
    when: Callable[[Known], bool] = _always
    required: bool = False
    extra: bool = False
    silent: bool = False
    """Has a flag, and is asked as a part of another question."""
    options: Callable[[Known], Sequence[Option]] = _no_options
    propose: Callable[[Known], str] = _nothing
    metavar: str = "…"
    own: bool = False
    """Of a choice or several: whether a text of one's own may stand for a code (`ask.NAME.own` says how)."""
