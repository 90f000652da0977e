"""What is internal stays out of everything that a batch writes and says, also of jobs that fail."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.batches.marked import members
from tests.content.contracts import Spec
from tests.examples import ROOT
from tests.laid import laid
from tests.leaves.family import written
from tests.leaves.test_internal import INTERNAL, TOKENS, leaks
from vadocs.lint.rules.table import BY_CODE

FAILING: Mapping[str, Spec] = {
    "sound": {},
    "figure": {"internal": {"rate_floor": TOKENS[0]}},
    "unknown": {"internal": {"rate_flor": TOKENS[0], TOKENS[4]: TOKENS[1]}},
    "accepted": {"accept": {"W9999": TOKENS[2], TOKENS[4]: TOKENS[2]}},
    "confirmed": {"confirmed": {TOKENS[5]: {"by": TOKENS[5], "on": TOKENS[0]}}},
    "printed": {"fees": {"amount": "no sé"}},
    "dependent": {"independence": {"own_schedule": "false", "other_clients": "false", "own_means": "false"}},
}
"""Engagements by id: most have an error, in an internal leaf or beside it; the last has what tells of employment."""


def test_nothing_internal_is_written_or_said(tmp_path: Path) -> None:
    """Neither texts of internal leaves, nor their places, nor findings that are for the provider's eyes alone.

    Neither to people nor as JSON; what failed is made and told again.
    """
    source, out = tmp_path / "specs", tmp_path / "out"
    source.mkdir()
    for id, over in FAILING.items():
        spec = laid(laid(members()["short"], INTERNAL), {"id": id, "number": id, **over})
        (source / f"{id}.vadocs.yaml").write_text(written(spec), encoding="utf-8")
    said = []
    for how in ([], ["--json"]):
        command = [sys.executable, "-m", "vadocs", "batch", source, "--out", out, "--jobs", "1", *how]
        ran = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True)
        assert ran.returncode == 3, ran.stderr.decode()
        said += [ran.stdout, ran.stderr]
    assert not any(map(leaks, said))
    files = [path for path in out.rglob("*") if path.is_file()]
    assert not [path.name for path in files if leaks(path.read_bytes()) or leaks(str(path).encode())]
    ended = {line["engagement"]: line for line in map(json.loads, (out / "manifest.jsonl").read_text().splitlines())}
    assert ended["sound"]["ended"] == "written" and ended["printed"]["ended"] == "rejected"
    assert (out / "report.html").stat().st_size > 1_000
    told = [json.loads(line) for line in said[2].splitlines()]
    assert sum(line.get("withheld", 0) for line in told if line.get("kind") == "job") > 3
    private = {code for code, rule in BY_CODE.items() if rule.internal}
    texts = [*map(bytes.decode, said), *(path.read_text() for path in out.iterdir() if path.is_file())]
    assert private and not [code for code in private for text in texts if code in text]
