"""A PDF made elsewhere, cleaned: pages as drawings with what they need, no object beyond that.

Nothing here knows the file that it came from: no catalog, no annotation, no action, no name tree.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

Syntax = tuple[str | int, ...]
"""PDF syntax in parts: a number stands for a reference to the object of that index."""


class OutsideObject(NamedTuple):
    """An indirect object: its syntax; of a stream, the entries of its dictionary, and its data as stored."""

    syntax: Syntax
    data: bytes | None = None


class Mark(NamedTuple):
    """Marked content: `number` (MCID) in the content of page `page`, from 0."""

    page: int
    number: int


class Tag(NamedTuple):
    """A structure element, in the order in which all are read, a parent before its children.

    `role` is a standard one. `kids`: an index of another tag, or marked content, in reading order.
    """

    role: str
    parent: int | None
    language: str | None = None
    alternative: str = ""
    actual: str = ""
    title: str = ""
    scope: str = ""
    spans: tuple[int, int] = (1, 1)
    kids: tuple["int | Mark", ...] = ()


class Headed(NamedTuple):
    """An entry of an outline: its title, its level from 0, the page that it leads to, from 0."""

    title: str
    level: int
    page: int


_TURNS = {0: (1, 0, 0, 1), 90: (0, -1, 1, 0), 180: (-1, 0, 0, -1), 270: (0, 1, -1, 0)}


@dataclass(frozen=True, slots=True)
class OutsidePage:
    """A page: `box` is what is seen of it (left, bottom, right, top), `turn` how far it is turned clockwise: 0, 90, …

    `content` are its operators, `resources` the entries of its resource dictionary but for those of its `drawings`
    (XObject), `group` those of its transparency group; () where it has none.
    """

    box: tuple[float, float, float, float]
    turn: int
    content: bytes = field(repr=False)
    resources: Syntax = field(repr=False)
    drawings: Syntax = field(default=(), repr=False)
    group: Syntax = ()

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as seen, in points."""
        left, bottom, right, top = self.box
        size = (right - left, top - bottom)
        return (size[1], size[0]) if self.turn % 180 else size

    @property
    def upright(self) -> tuple[float, ...]:
        """The matrix that turns the page upright, with its corner at the origin."""
        a, b, c, d = _TURNS[self.turn]
        left, bottom, right, top = self.box
        corners = [(x * a + y * c, x * b + y * d) for x in (left, right) for y in (bottom, top)]
        return a, b, c, d, -min(x for x, _ in corners), -min(y for _, y in corners)


@dataclass(frozen=True, slots=True, eq=False)
class Outside:
    """A PDF's pages and the objects that they refer to. `tags`: its structure; () where it has none that holds.

    `outline`: its bookmarks, () for none. `language` is a BCP 47 tag, "" where it tells none.
    """

    pages: tuple[OutsidePage, ...]
    objects: tuple[OutsideObject, ...] = field(repr=False)
    tags: tuple[Tag, ...] = field(default=(), repr=False)
    language: str = ""
    outline: tuple[Headed, ...] = ()


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What a stranger's file became: a PDF, or the bytes of a picture with its size in pixels.

    `removed`: what was taken out, by kind. `signed`: it bore a signature, which holds for that file alone.
    `accessible`: it claims PDF/UA, and its tags bear that out as far as can be seen; a picture counts as such.
    """

    outside: Outside | None = None
    picture: bytes = field(default=b"", repr=False)
    pixels: tuple[int, int] = (0, 0)
    removed: tuple[str, ...] = ()
    signed: bool = False
    accessible: bool = False

    @property
    def suffix(self) -> str:
        """How the name of a file of it ends."""
        return "pdf" if self.outside is not None else "png" if self.picture.startswith(b"\x89PNG") else "jpg"


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a stranger's file is not taken: a code of the catalogue, and what fills its placeholders."""

    code: str
    args: tuple[tuple[str, str], ...] = ()
