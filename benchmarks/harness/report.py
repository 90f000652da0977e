"""Results as Markdown, and `RESULTS.md`, where a run takes the place of the earlier one of its label."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from harness.rounds import Ratio, Timed, ratio, spread

RESULTS = Path(__file__).resolve().parent.parent / "RESULTS.md"
FEATURES = RESULTS.parent / "features.yaml"
NOTES = RESULTS.parent / "profile_notes.yaml"
"""{stage: {function: what was done about it}}, kept by hand."""
LABELS: Mapping[str, str] = {
    "before": "pdf,mixed,docx,stages,compose,workers,memory,cold,imports,profile",
    "after": "pdf,mixed,docx,stages,compose,loading,workers,memory,cold,imports,profile",
    "library": "stages,compose,loading",
    "documents": "packet",
    "bilingual": "bilingual",
    "startup": "startup",
    "batches": "engagement,batch,batch-profile",
}
"""What is recorded, with its sections: the core before and after it was made faster, on thirty clauses; with the whole
library of clauses; a packet; a contract in two languages; the start of the command; engagements and batches of them."""

_HEAD = """# Benchmark results

Written by `make bench`; `benchmarks/README.md` says how it is measured. Figures are medians (with quartiles in
brackets) of interleaved rounds. Processor time is the steadier clock where others use the machine; a contestant with
several threads is better judged by the wall clock. A row is void where a peer did not do the same work.
"""


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal of the design, what was measured, and whether a greater figure is the better one."""

    text: str
    limit: float
    measured: Ratio
    least: bool = False

    @property
    def met(self) -> bool:
        """Whether the median reaches it."""
        value = self.measured.median
        return value >= self.limit if self.least else value <= self.limit


@dataclass(frozen=True, slots=True)
class Section:
    """What a section found: its Markdown, and the goals it bears on."""

    text: str
    goals: tuple[Goal, ...] = ()


def number(value: Ratio, digits: int = 2) -> str:
    """A median with its quartiles."""
    return f"{value.median:.{digits}f} ({value.low:.{digits}f}–{value.high:.{digits}f})"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; the first column left, the others right."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def contest_table(timed: Mapping[str, Timed]) -> str:
    """A contest: each one's milliseconds, and our time as a part of its time; void rows say why."""
    first = next(iter(timed.values()))
    rows = []
    for one in timed.values():
        who = one.contestant
        compared = ["", ""]
        if one is not first:
            compared = [number(ratio(first.cpu, one.cpu)), number(ratio(first.wall, one.wall))]
        if one.void:
            compared = ["void", "void"]
        goal = f"≤ {who.goal}" if who.goal is not None else ""
        note = "; ".join(part for part in (who.note, one.void) if part)
        size = f"{one.size / 1000:.0f}" if one.size else ""
        times = [number(spread(one.cpu), 1), number(spread(one.wall), 1)]
        rows.append([who.name, *times, *compared, goal, str(one.pages or ""), size, note])
    head = ["who", "CPU ms", "wall ms", "ours / it, CPU", "ours / it, wall", "goal", "pages", "kB", "note"]
    return table(head, rows)


def contest_goals(timed: Mapping[str, Timed]) -> tuple[Goal, ...]:
    """The goals of a contest's rows, by processor time; a void row reaches none."""
    first = next(iter(timed.values()))
    return tuple(
        Goal(f"against {one.contestant.name}", one.contestant.goal, ratio(first.cpu, one.cpu))
        for one in timed.values()
        if one.contestant.goal is not None and not one.void
    )


def goal_table(goals: Sequence[Goal]) -> str:
    """Every goal with what was measured."""
    rows = [
        [goal.text, f"{'≥' if goal.least else '≤'} {goal.limit}", number(goal.measured), "yes" if goal.met else "no"]
        for goal in goals
    ]
    return table(["goal", "", "measured", "met"], rows)


def feature_tables() -> str:
    """What each contestant's file has."""
    parts = []
    for name, given in yaml.safe_load(FEATURES.read_text(encoding="utf-8")).items():
        rows = [[feature, *map(str, has)] for feature, has in given["rows"].items()]
        parts.append(f"### {name.upper()}\n\n" + table(["", *given["columns"]], rows))
    return "\n".join(parts)


def record(label: str, text: str) -> None:
    """Put the text of a run into `RESULTS.md` in the place of its label; the other labels' runs stay.

    So does what another program has put there under a label of its own, as the load of packets is.
    """
    held = RESULTS.read_text(encoding="utf-8") if RESULTS.is_file() else ""
    blocks = {name: _block(held, name) for name in LABELS} | {label: text.strip()}
    parts = [_HEAD, f"## What the files have\n\n{feature_tables()}"]
    parts += [
        f"## {name.capitalize()}\n\n<!-- {name} -->\n{_noted(blocks[name])}\n<!-- /{name} -->\n" for name in LABELS
    ]
    RESULTS.write_text("\n".join([*parts, *_others(held)]), encoding="utf-8")


def _others(held: str) -> list[str]:
    """The sections of other programs, each with its heading."""
    found = re.finditer(r"^## [^\n]*\n\n<!-- ([a-z-]+) -->\n.*?\n<!-- /\1 -->\n", held, re.DOTALL | re.MULTILINE)
    return [one[0] for one in found if one[1] not in LABELS]


def _noted(block: str) -> str:
    """A run's text with the notes beside the functions of its profile."""
    notes: Mapping[str, Mapping[str, str]] = yaml.safe_load(NOTES.read_text(encoding="utf-8")) or {}
    lines, told = [], {}
    for line in block.splitlines():
        if heading := re.fullmatch(r"#### (.*) \(\d+ ms\)", line):
            told = next((notes[stage] for stage in notes if stage.casefold() == heading[1].casefold()), {})
        if row := re.fullmatch(r"(\| `(.*)` \|(?: [^|]* \|){3}).*", line):
            line = f"{row[1]} {told.get(row[2], '')} |"
        lines.append(line)
    return "\n".join(lines)


def _block(held: str, label: str) -> str:
    found = re.search(f"<!-- {label} -->\n(.*?)\n<!-- /{label} -->", held, re.DOTALL)
    return found[1] if found else "Not yet measured."
