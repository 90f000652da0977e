"""Dotted keys typed outside of a spec, `services[0].task`: the leaf of the vocabulary that each names.

A run in which nothing is named this way needs no vocabulary: it is imported (`keywalk`) when it is asked for.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vadocs.model.vocabulary import Kind

if TYPE_CHECKING:
    from vadocs.readers.keywalk import Walk
    from vadocs.readers.parameters import Parameters
    from vadocs.readers.schema.leaf import LeafType

MOST_ITEMS = 100
"""How many members of a list can be given one by one."""
_STEP = re.compile(r"([^.\[\]\s][^.\[\]]*)((?:\[[0-9]{1,4}\])*)")

Step = str | int
Steps = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """A key of one leaf. `leaf` is None where any text will do; `kind` as the vocabulary marks it."""

    text: str
    steps: Steps
    leaf: "LeafType | None"
    kind: Kind


@dataclass(frozen=True, slots=True)
class NoKey:
    """Why a text is no key of a leaf: the id of a message, and the keys that were probably meant."""

    code: str
    meant: tuple[str, ...] = ()


@dataclass(slots=True)
class Keys:
    """The keys that a library's specs may have. `namespaces`: that of each clause by id."""

    parameters: "Parameters"
    namespaces: Mapping[str, str] = field(default_factory=dict)
    _walk: "Walk | None" = None

    def find(self, text: str) -> Key | NoKey:
        """The key that `text` is, or why it is none: E726 it is unknown, E727 it holds keys, E728 it is a list."""
        if self._walk is None:
            from vadocs.readers.keywalk import Walk

            self._walk = Walk(self.parameters, self.namespaces)
        return self._walk.find(text)


def steps_of(text: str) -> Steps | None:
    """The names and indexes of a dotted key; None where it has not the form of one."""
    steps: list[Step] = []
    for part in text.split("."):
        found = _STEP.fullmatch(part)
        if found is None:
            return None
        steps += [found[1], *(int(index) for index in re.findall(r"[0-9]+", found[2]))]
    return tuple(steps) if all(not isinstance(step, int) or step < MOST_ITEMS for step in steps) else None


def joined(steps: Sequence[Step]) -> str:
    """The dotted key of names and indexes."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).lstrip(".")
