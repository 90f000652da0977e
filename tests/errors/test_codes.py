"""Every code that a spec can reach has a case, or a reason why it has none."""

import re
from collections import Counter

from tests.errors.cases import CASES
from vadocs.catalogue import messages

_LIFE = "told where files stand already: tests/life"
_TEXTS = "of what a clause's text says: tests/compose"
_LEXICON = "of what a lexicon lacks: tests/compose"
WITHOUT = {
    "E001": "the command line says E705 before a file is read: tests/cli",
    "E002": "needs a file that may not be read: tests/cli/test_ends.py",
    "E358": "told only where no reading said what is wrong with the text: tests/compose",
    "E360": _TEXTS,
    "E361": _TEXTS,
    "E362": _TEXTS,
    "E363": _TEXTS,
    "E364": _LEXICON,
    "E365": _TEXTS,
    "E366": _LEXICON,
    "E367": _LEXICON,
    "E368": _TEXTS,
    "E369": "every language of the texts has its general lexicon",
    "E372": _TEXTS,
    "E373": _TEXTS,
    "E374": _TEXTS,
    "E379": "of the name of a chart in a clause's text: tests/clauses",
    "E600": _LIFE,
    "E601": _LIFE,
    "E602": _LIFE,
    "E603": _LIFE,
    "E606": _LIFE,
    "N600": _LIFE,
    "W350": _TEXTS,
    "W351": _TEXTS,
    "W353": _TEXTS,
    "W600": _LIFE,
    "W601": _LIFE,
}
"""Codes that no case here shows, and why."""


def _codes() -> list[set[str]]:
    """The codes of each case."""
    return [{line.split()[2] for line in case.expected() if not line.startswith(" ")} for case in CASES.values()]


def _of_specs(code: str) -> bool:
    """Whether reading, composing, accepting or writing may tell the code; the rules have cases of their own."""
    number = int(code[1:])
    return number < 200 or 350 <= number < 380 or 480 <= number <= 481 or 600 <= number <= 607 or 800 <= number <= 802


def test_every_code_that_a_spec_can_reach_has_a_case() -> None:
    """The codes of reading, composing and building without a case are exactly those listed, each with its reason."""
    shown = set().union(*_codes())
    known = {id for id in messages() if re.fullmatch(r"[EWN]\d{3}", id) and _of_specs(id)}
    assert len(known) > 100
    assert known - shown == WITHOUT.keys()


def test_there_are_cases_enough_and_none_counts_too_often() -> None:
    """At least 120 cases, no code counted more than five times among those that show it."""
    counted = Counter(code for codes in _codes() for code in codes)
    assert sum(min(5, count) for count in counted.values()) >= 120
    assert len(CASES) >= 120
