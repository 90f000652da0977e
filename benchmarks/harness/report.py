"""Results as Markdown."""

from collections.abc import Mapping

from harness.rounds import Ratio, Timed, ratio, spread


def contest_table(title: str, timed: Mapping[str, Timed]) -> str:
    """A contest: each one's milliseconds, and our time as a part of its time; void rows say why."""
    first = next(iter(timed.values()))
    lines = [
        f"### {title}",
        "",
        "| who | CPU ms | ours / it, CPU | ours / it, wall | goal | pages | kB | |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for one in timed.values():
        who = one.contestant
        compared = ["", ""]
        if one is not first:
            compared = [_number(ratio(first.cpu, one.cpu)), _number(ratio(first.wall, one.wall))]
        if one.void:
            compared = ["void", "void"]
        goal = f"≤ {who.goal}" if who.goal is not None else ""
        note = "; ".join(part for part in (who.note, one.void) if part)
        size = f"{one.size / 1000:.0f}" if one.size else ""
        cells = [who.name, _number(spread(one.cpu), 1), *compared, goal, str(one.pages or ""), size, note]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def _number(value: Ratio, digits: int = 2) -> str:
    return f"{value.median:.{digits}f} ({value.low:.{digits}f}–{value.high:.{digits}f})"
