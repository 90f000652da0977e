"""Run the benchmarks (benchmarks/README.md says what and how) and print the report.

Measures the `vadocs` that Python finds: put another checkout first in PYTHONPATH to measure that one.
"""

import argparse
import os
import sys
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
given_first = [part for part in os.environ.get("PYTHONPATH", "").split(os.pathsep) if part]
# After PYTHONPATH's own folders, before what is installed: without either, the checkout beside this file.
sys.path.insert(1 + len(given_first), str(HERE.parent))

from harness import contests, machine, report  # noqa: E402
from harness.sections import SECTIONS, Options  # noqa: E402


def main() -> None:
    """Parse the command line, run the sections, print the report and record it if asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9, help="rounds of every contest")
    parser.add_argument("--only", help=f"sections, with commas: {', '.join(SECTIONS)}; all, or all of the label")
    parser.add_argument("--documents", type=int, default=200, help="until how many documents memory is watched")
    parser.add_argument("--scale", default="50,500", help="sizes of the two batches that are compared")
    parser.add_argument("--record", choices=report.LABELS, help="write the report into RESULTS.md under this label")
    parser.add_argument("--date", default=date.today().isoformat(), help="the date that the report bears")
    given = parser.parse_args()
    names = (given.only or report.LABELS.get(given.record, ",".join(SECTIONS))).split(",")
    if unknown := [name for name in names if name not in SECTIONS]:
        parser.error(f"no section {', '.join(unknown)}")
    small, large = map(int, given.scale.split(","))
    text = measured(names, Options(given.rounds, given.documents, (small, large)), given.date)
    print(text)
    if given.record:
        report.record(given.record, text)
    for package, why in contests.MISSING.items():
        print(f"{package} did not take part ({why}): {contests.INSTALL}", file=sys.stderr)


def measured(names: list[str], options: Options, day: str) -> str:
    """The report of the sections named."""
    facts = list(machine.facts(day))
    found = []
    for name in names:
        print(f"{name} …", file=sys.stderr, flush=True)
        found.append(SECTIONS[name](options))
    if machine.crowded():
        facts.append("- others were using the machine: read processor time, not the wall clock")
    facts += [f"- {package} did not take part: {why}" for package, why in contests.MISSING.items()]
    goals = [goal for section in found for goal in section.goals]
    parts = ["\n".join(facts), *([report.goal_table(goals)] if goals else []), *(section.text for section in found)]
    return "\n\n".join(part.strip() for part in parts)


if __name__ == "__main__":
    main()
