"""Which clauses a document is made of, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vadocs.model.clause import Clause, ClauseText


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a clause is in or out: a catalogue `id` ("reason.set") and its arguments."""

    id: str
    args: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Placement:
    """A clause that is in: its text, the layer it came from ("set", "niche", "spec", "requires"), the reason."""

    clause: Clause
    text: ClauseText
    layer: str
    reason: Reason
    parameters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Omission:
    """A clause of the set that is out, and why."""

    clause: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Plan:
    """The clauses of one document in order, and those left out.

    `open_points` are keys of the spec that decide about a clause and are not given. `numbered`: the document counts
    its clauses, as a contract does; one made of sections has headings alone. `contents`: it begins with a table of
    contents. `instead`: clauses that are out, each with the one that stands for it in references.
    """

    document: str
    language: str
    law: str
    placements: tuple[Placement, ...]
    omitted: tuple[Omission, ...]
    open_points: tuple[str, ...] = ()
    numbered: bool = True
    contents: bool = True
    instead: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """What a layer does to one clause: a `sign` and, of a parameter, its name and values as a spec would hold them.

    " " stands for a clause of the set that is the base, "+" for one that comes in, "-" for one that goes out,
    "~" for a parameter. `old` and `new` are "" where there is no value. `reason`: why, where the layer alone
    does not tell it.
    """

    sign: str
    clause: str
    parameter: str = ""
    old: str = ""
    new: str = ""
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Layer:
    """One of the layers that a plan is made of, in order: "set", "niche", "spec", "requires" or "left_out".

    `id` is that of the set or niche, else ""; `file` the one that says so, "" where none does.
    """

    kind: str
    id: str
    file: str
    changes: tuple[Change, ...]
