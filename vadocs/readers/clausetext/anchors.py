"""Holds that an anchor names one place whatever is evaluated."""

from collections.abc import Sequence

from vadocs.diagnostics import Report, hint, related
from vadocs.readers.clausetext.directives import Directive
from vadocs.readers.clausetext.marks import Ending, Masked

_Path = tuple[tuple[Directive, int], ...]
"""The directives around a line, outermost first, each with the branch that the line stands in."""


def check_anchors(masked: Masked, directives: Sequence[Directive], report: Report) -> None:
    """Report an anchor in a loop (E266), and one that stands twice other than in two branches of one `if` (E255)."""
    seen: dict[str, list[tuple[Ending, _Path]]] = {}
    for mark in masked.marks.values():
        if not isinstance(mark, Ending) or mark.anchor is None:
            continue
        path = _path(mark.span.line, directives)
        if any(directive.expression is not None for directive, _ in path):
            report.add("E266", mark.span, anchor=mark.anchor)
        earlier = seen.setdefault(mark.anchor, [])
        for other, other_path in earlier:
            if not _apart(path, other_path):
                first = related(other.span, "related.first")
                report.add("E255", mark.span, hints=[hint("H255")], related=[first], anchor=mark.anchor)
                break
        earlier.append((mark, path))


def _path(line: int, directives: Sequence[Directive]) -> _Path:
    """The directives around a line."""
    for directive in directives:
        for index, branch in enumerate(directive.branches):
            if branch.start < line < branch.end:
                return ((directive, index), *_path(line, branch.children))
    return ()


def _apart(one: _Path, other: _Path) -> bool:
    """Whether two lines stand in different branches of the same directive."""
    for (directive, branch), (other_directive, other_branch) in zip(one, other, strict=False):
        if directive is not other_directive:
            return False
        if branch != other_branch:
            return True
    return False
