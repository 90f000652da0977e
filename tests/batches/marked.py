"""Engagements whose printed leaves hold texts and amounts that no other engagement has: a file tells whose it is.

A mark is a word of `zqx` and seven letters, an amount of seven figures before the decimal mark, or a telephone number:
what stands anywhere in a file is found by one expression, so that none need be sought one by one.
"""

import random
import re
import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tests.content.contracts import Spec
from tests.hostile.leaves import free_leaves
from tests.laid import laid
from tests.leaves.change import Path as Place
from tests.leaves.change import put, written_leaves
from tests.leaves.family import family
from tests.leaves.telling import compose, field_of
from vadocs.build import DOCUMENTS

_MARK = re.compile(r"zqx[a-z]{7}", re.IGNORECASE)
_AMOUNT = re.compile(r"(?<![\d.,])[1-9](?:[.,\u00a0\u202f ’']?\d{3}){2}[.,]\d{2}(?![\d.,]?\d)")
_PHONE = re.compile(r"\+34\s?6\d\d\s\d{3}\s\d{3}")
ADDRESSES = {
    "email": "{}@example.org", "send_to": "{}@example.org", "website": "https://{}.example.org",
    "link": "https://{}.example.org", "linkedin": "https://www.linkedin.com/in/{}",
}  # fmt: skip
"""How a leaf with the shape of an address holds a mark, by the last key of its path."""
BOUND = ("amount", "spend_cap", "paid")
"""Amounts that must agree with others, by the last key of their path; a fee alone is free."""


@dataclass(frozen=True, slots=True)
class Marked:
    """An engagement of a family's member; `marks` by the place of the leaf that holds them."""

    member: str
    spec: Spec
    marks: Mapping[Place, str]

    @property
    def id(self) -> str:
        """Its id, the name of its folder: a mark too."""
        return str(self.spec["id"])

    @property
    def own(self) -> frozenset[str]:
        """Every mark of it, its id among them."""
        return frozenset((*self.marks.values(), self.id))


def marks_in(text: str) -> frozenset[str]:
    """The marks that stand in a text, as `Marked.marks` has them."""
    words = (found.lower() for found in _MARK.findall(text))
    amounts = (re.sub(r"\D", "", found) for found in _AMOUNT.findall(text))
    phones = (re.sub(r"\D", "", found) for found in _PHONE.findall(text))
    return frozenset((*words, *amounts, *phones))


def _word(draw: random.Random) -> str:
    return "zqx" + "".join(draw.choices(string.ascii_lowercase, k=7))


def _value(place: Place, free: bool, kind: str, draw: random.Random) -> tuple[str, str] | None:
    """What a leaf is given and the mark in it; None where it takes none."""
    name = next(step for step in reversed(place) if isinstance(step, str))
    if name in ADDRESSES and kind != "boolean":
        word = _word(draw)
        return ADDRESSES[name].format(word), word
    if name == "phone":
        digits = f"{draw.randrange(10**8):08}"
        text = f"+34 6{digits[:2]} {digits[2:5]} {digits[5:]}"
        return text, re.sub(r"\D", "", text)
    if kind == "money" and (name not in BOUND or place == ("fees", "amount")):
        amount = draw.randrange(10**8, 10**9)
        return f"{amount // 100}.{amount % 100:02}", str(amount)
    if free:
        word = _word(draw)
        return word, word
    return None


@cache
def _free() -> frozenset[str]:
    return frozenset().union(*(free_leaves(document) for document in DOCUMENTS))


@cache
def _places(member: str) -> tuple[tuple[Place, str, bool, str], ...]:
    """Where a member's leaves stand, what they hold, whether any text may stand there, and their type."""
    found = []
    for place, old in written_leaves(members()[member]):
        leaf = field_of(place)
        if leaf is not None:
            found.append((place, old, leaf.path in _free(), leaf.type))
    return tuple(found)


@cache
def members() -> Mapping[str, Spec]:
    """The family, by name."""
    return dict(family())


def marked(member: str, draw: random.Random) -> Marked:
    """An engagement of that member with marks drawn anew."""
    spec, marks = members()[member], dict[Place, str]()
    whole = "milestones" not in spec["fees"]
    instead: dict[str, str] = {}
    for place, old, free, kind in _places(member):
        found = _value(place, free, kind, draw) if whole or place != ("fees", "amount") else None
        if found is not None:
            spec, marks[place] = put(spec, place, found[0]), found[1]
            instead[old] = found[0]
    for place, old, _free_there, _kind in _places(member):
        if place[-2:-1] == ("remove",) and old in instead:
            # A service that ends is named by its task.
            spec = put(spec, place, instead[old])
    return Marked(member, laid(spec, {"id": _word(draw)}), marks)


@cache
def shown(member: str) -> Mapping[str, frozenset[Place]]:
    """In which documents of a member each place's mark is printed: composed once, alone, in this process."""
    specimen = marked(member, random.Random(member))
    told, report = compose(specimen.spec)
    assert told is not None, (member, [(d.code, d.message("en")) for d in report])
    places = {mark: place for place, mark in specimen.marks.items()}
    return {
        document: frozenset(places[mark] for mark in marks_in(text) if mark in places)
        for document, text in told.texts.items()
    }


def heavy() -> tuple[str, ...]:
    """The members that make a contract, some with a proposal and a kit too; the others make letters and the like."""
    return tuple(name for name, spec in members().items() if "contract" in spec["documents"])


def engagements(count: int, seed: int, once: Sequence[str], names: Sequence[str]) -> Iterator[Marked]:
    """So many engagements: those members once that are named first, then the others in turn."""
    draw = random.Random(seed)
    for index in range(count):
        yield marked(once[index] if index < len(once) else names[index % len(names)], draw)


def key(place: Place) -> str:
    """A place as the heading of a column: `services[0].task`."""
    text = ""
    for step in place:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text
