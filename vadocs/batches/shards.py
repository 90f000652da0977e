"""A part of a batch, where several machines that share no folder each make one."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from vadocs.batches.jobs import Job

MOST = 10_000
_WRITTEN = re.compile(r"([0-9]{1,5})/([0-9]{1,5})")


@dataclass(frozen=True, slots=True)
class Shard:
    """The part `part` of `of`, from 1."""

    part: int
    of: int

    def holds(self, id: str) -> bool:
        """Whether an engagement belongs to this part.

        That depends on its id and on how many parts there are: rows may come, go and move without moving any other.
        """
        return int.from_bytes(hashlib.sha256(id.encode()).digest()[:8]) % self.of == self.part - 1

    def of_jobs(self, jobs: Iterable[Job]) -> tuple[Job, ...]:
        """The jobs of this part, in their order."""
        return tuple(job for job in jobs if self.holds(job.id))


def shard_of(text: str) -> Shard | None:
    """The part that is written "2/5"; None for a text without that form, or no part of so many."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        return None
    shard = Shard(int(found[1]), int(found[2]))
    return shard if 1 <= shard.part <= shard.of <= MOST else None
