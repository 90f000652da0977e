"""Faulty Word templates: how each is made, and under its name in `expected.txt` what must be found in it.

The findings are written as `tests.errors.expected` reads them; those of agreement (W510–W515) are told by
`vadocs template check` alone.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.errors.expected import expected
from tests.errors.templates import archive, content, tags

CASES: Mapping[str, Callable[[], bytes]] = {**archive.CASES, **content.CASES, **tags.CASES}
AGREEMENT = re.compile(r"[WN]51\d ")

_SECTION = re.compile(r"^-- (.+) --\n", re.MULTILINE)


def wanted() -> dict[str, list[str]]:
    """What must be found in each template, by name."""
    pieces = _SECTION.split((Path(__file__).parent / "expected.txt").read_text(encoding="utf-8"))
    return {name: expected(text, "") for name, text in zip(pieces[1::2], pieces[2::2], strict=True)}
