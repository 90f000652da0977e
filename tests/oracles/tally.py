"""Which oracles ran, how many files each judged, and whether each rejected the faults planted for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields

NAMES = ("libreoffice", "docx-schema", "outloud", "pdfua", "qpdf", "poppler", "hunspell")


class OracleError(Exception):
    """An oracle could not judge a file at all: it crashed, gave no answer, or could not open the file."""


@dataclass(frozen=True, slots=True)
class Availability:
    """Whether an oracle can run here (true in a condition); `reason` says why not, `version` what runs."""

    present: bool
    reason: str = ""
    version: str = ""

    def __bool__(self) -> bool:
        return self.present


@dataclass(slots=True)
class Account:
    """The figures of one oracle: `controls` counts files made to try the oracle, `judged` all others."""

    judged: int = 0
    controls: int = 0
    faults_rejected: int = 0
    faults_missed: int = 0

    def add(self, other: Mapping[str, int]) -> None:
        """Add the figures of another account, given as a mapping from field to number."""
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + other[each.name])


@dataclass(slots=True)
class Tally:
    """The accounts of all oracles in this process. `in_control`: a test is trying the oracles themselves."""

    accounts: dict[str, Account] = field(default_factory=lambda: {name: Account() for name in NAMES})
    in_control: bool = False

    def count(self, oracle: str, files: int = 1) -> None:
        """Record that `oracle` judged `files` more files."""
        account = self.accounts[oracle]
        if self.in_control:
            account.controls += files
        else:
            account.judged += files

    def plain(self) -> dict[str, dict[str, int]]:
        """The figures as plain data, to pass between processes."""
        return {name: asdict(account) for name, account in self.accounts.items()}

    def merge(self, plain: Mapping[str, Mapping[str, int]]) -> None:
        """Add the figures of another process, as given by `plain()`."""
        for name, figures in plain.items():
            self.accounts[name].add(figures)


TALLY = Tally()
