"""Makes a job as a worker does, and prints which files it opened and its hashes: as JSON.

A process of its own: what listens to the opening of files cannot be taken away again.
"""

import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

from vadocs.batches.jobs import Job, Options

OPTIONS = Options(documents=("proposal",), formats=("native",), packet=True)
SPEC = "engagements/a.vadocs.yaml"


def main(folder: Path) -> None:
    """Make the job of the spec in a workspace."""
    from vadocs.batches.making import made

    opened: set[str] = set()

    def listening(event: str, given: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(given[0], (str, bytes)):
            opened.add(os.path.abspath(os.fsdecode(given[0])))

    sys.addaudithook(listening)
    result = made(Job("a", "1", folder / SPEC), OPTIONS, folder / "out", date(2026, 11, 2))
    print(json.dumps({"opened": sorted(opened), "inputs": dict(result.inputs), "outputs": len(result.outputs)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
