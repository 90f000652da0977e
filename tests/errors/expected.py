"""The findings that a faulty file must give, written as comments in it, beside each fault.

    # error: 5:10-5:20 E055 `legal_nmae` no es una clave de `client`
    # hint: ¿querías decir `legal_name`? => legal_name
    # related: 3:1 la primera vez

The comment is YAML's (`# …`) or Markdown's (`<!-- error: … -->`), each on a line of its own. Severities are `error`,
`warning`, `note`; the place is LINE:COL-LINE:COL, the end excluded, or LINE:COL where the end does not count, and
`-` where the finding has none. A file that cannot hold comments is judged by what stands in another file of the case,
with its path before the place: `# error: logo.docx:1:1-1:2 E500 …`. A hint follows its finding; ` => ` brings the text
of its edit, and ` => @LINE:COL-LINE:COL text` one whose place is not that of the finding. In the text of an edit `⏎` is
the end of a line and `∅` alone is nothing.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

_COMMENT = re.compile(r"^\s*(?:#|<!--) ?(error|warning|note|hint|related): (.*?)(?:\s*-->)?\s*$", re.MULTILINE)
_PLACED = re.compile(r"^(?:(?P<file>[^\s:]+):)?(?P<place>\d+:\d+(?:-\d+:\d+)?|-) (?P<rest>[EWN]\d{3} .*)$")
_END = re.compile(r"(\d+:\d+)-\d+:\d+")


def expected(text: str, file: str) -> list[str]:
    """The findings that the comments in `text` tell, as `told` writes them; `file` is its path in the workspace.

    Raises ValueError for a comment that does not read as one.
    """
    lines: list[str] = []
    for kind, rest in _COMMENT.findall(text):
        if kind in ("hint", "related"):
            lines.append(f"  {kind}: {rest}")
            continue
        match = _PLACED.match(rest)
        if match is None:
            raise ValueError(f"{file}: not a place, a code and a message: {rest}")
        place = match["place"]
        lines.append(f"{kind}: {'' if place == '-' else (match['file'] or file) + ':'}{place} {match['rest']}")
    return lines


def told(finding: Mapping[str, Any]) -> list[str]:
    """A finding, one object of `--json`, as `expected` writes it: a line, and one for each related place and hint."""
    span = finding["span"]
    place = f"{span['file']}:{_range(span)}" if span else "-"
    lines = [f"{finding['severity']}: {place} {finding['code']} {finding['message']}"]
    for other in finding["related"]:
        at = other["span"]
        file = "" if span and at["file"] == span["file"] else f"{at['file']}:"
        lines.append(f"  related: {file}{_range(at)} {other['text']}")
    for hint in finding["hints"]:
        lines.append(f"  hint: {hint['text']}{_edit(hint['edit'], span)}")
    return lines


def same(found: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether the findings are those wanted, in order; the end of a place counts only where it is wanted."""
    return len(found) == len(wanted) and all(map(_agree, found, wanted))


def _agree(found: str, wanted: str) -> bool:
    return found == wanted or _END.sub(r"\1", found, count=1) == wanted


def _edit(edit: Mapping[str, Any] | None, place: Mapping[str, Any] | None) -> str:
    if edit is None:
        return ""
    elsewhere = f"@{_range(edit['span'])} " if edit["span"] != place else ""
    text = re.sub(r"^ +| +$", lambda spaces: "␣" * len(spaces.group()), edit["replacement"].replace("\n", "⏎"))
    return f" => {elsewhere}{text or '∅'}"


def _range(span: Mapping[str, Any]) -> str:
    return f"{span['line']}:{span['column']}-{span['end_line']}:{span['end_column']}"
