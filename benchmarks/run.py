"""Run the benchmarks: see benchmarks/README.md.

    python benchmarks/run.py [--rounds N] [--only pdf,docx,…] [--label before]

Measures the `vadocs` that Python finds: put another checkout first in PYTHONPATH to measure that one.
"""

import argparse
import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
# After PYTHONPATH's own folders, before what is installed: without either, the checkout beside this file.
given_first = [part for part in os.environ.get("PYTHONPATH", "").split(os.pathsep) if part]
sys.path.insert(1 + len(given_first), str(HERE.parent))

from harness import contests, report  # noqa: E402
from harness.ours import CHECKOUT, cases  # noqa: E402
from harness.rounds import contest  # noqa: E402


def main() -> None:
    """Parse the command line, run, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--only", default=",".join(contests.CONTESTS), help="contests, with commas")
    given = parser.parse_args()
    print(f"measured: {CHECKOUT}", file=sys.stderr)
    for name in given.only.split(","):
        timed = contest(contests.CONTESTS[name](), cases(), given.rounds)
        print(report.contest_table(name, timed))
    for package, why in contests.MISSING.items():
        print(f"{package} is missing ({why}): {contests.INSTALL}", file=sys.stderr)


if __name__ == "__main__":
    main()
