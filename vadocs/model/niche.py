"""What a niche offers beside its changes to clauses: tasks, measures, access and risks, each in every language.

Nothing here is printed by itself: tasks, measures and access are for the provider to choose from and
to write in the spec; risks are for the provider's eyes only.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

Words = Mapping[str, str]
"""A text by language ("es", "en"); empty where there is none."""


@dataclass(frozen=True, slots=True)
class TaskTemplate:
    """A task to start from. `frequency` is a code of the spec.

    `quantity` and `unit` are the volume's, as a spec would hold them; both "" where the task has none.
    """

    task: Words
    frequency: str
    quantity: str = ""
    unit: str = ""
    deliverable: Words = field(default_factory=dict)
    criterion: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of the work (`kpis` in the spec) and the target to aim at."""

    name: Words
    target: Words


@dataclass(frozen=True, slots=True)
class AccessTemplate:
    """A system that the work needs, with the least role that does, and a code of how access is given."""

    system: Words
    role: Words
    method: str


@dataclass(frozen=True, slots=True)
class Risk:
    """What may go wrong in the niche, for the provider alone: in no document, attachment or manifest."""

    id: str
    text: Words
