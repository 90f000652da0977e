"""docx-schema: ECMA-376 schemas and reference checks for DOCX, by a script that lies beside the checkout.

The script is `shared/tools/validate_docx.py` in the folder that holds the checkout; a user has none.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.oracles.process import run
from tests.oracles.tally import TALLY, Availability, OracleError

NAME = "docx-schema"
SCRIPT = Path(__file__).parents[3] / "shared" / "tools" / "validate_docx.py"


@dataclass(frozen=True, slots=True)
class Validity:
    """What the script says of one DOCX: `errors`, and `remarks` that leave it valid, as "[code] message"."""

    path: Path
    errors: tuple[str, ...]
    remarks: tuple[str, ...]

    @property
    def valid(self) -> bool:
        return not self.errors


def available() -> Availability:
    """Whether the script lies beside the checkout."""
    if not SCRIPT.is_file():
        return Availability(False, "shared/tools/validate_docx.py does not lie beside the checkout")
    return Availability(True, version=SCRIPT.name)


def check(paths: Sequence[Path]) -> tuple[Validity, ...]:
    """Judge DOCX files, all in one process (the schemas load once); the answers in the order of `paths`."""
    if not paths:
        return ()
    answer = run([sys.executable, str(SCRIPT), *(str(path) for path in paths)], accept=(0, 1))
    verdicts = tuple(_verdicts(answer.text))
    if [verdict.path for verdict in verdicts] != list(paths):
        raise OracleError(f"validate_docx.py did not answer for every file: {answer.said.strip()[-2000:]}")
    TALLY.count(NAME, len(paths))
    return verdicts


def _verdicts(output: str) -> list[Validity]:
    """Read the script's output: a line "ok|FAIL path count" for each file, its findings indented below."""
    verdicts: list[Validity] = []
    for block in re.split(r"^(?=(?:ok  |FAIL) )", output, flags=re.MULTILINE):
        head, *findings = block.splitlines() or [""]
        if not head:
            continue
        remarks = tuple(line.strip() for line in findings if re.match(r"\s+\[[\w-]+-info\]", line))
        errors = tuple(line.strip() for line in findings if line.strip() not in remarks)
        path = Path(head[5:].rpartition(" ")[0])
        if head.startswith("FAIL") != bool(errors):
            raise OracleError(f"validate_docx.py contradicts itself: {block}")
        verdicts.append(Validity(path, errors, remarks))
    return verdicts
