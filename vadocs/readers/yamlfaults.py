"""What a parser's complaint about YAML syntax comes from, in the words of the person who typed it.

libyaml and PyYAML tell where they gave up, seldom what is wrong. Each rule here looks at the text
around that place for one slip that people make; the last rule says what the parser said.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from vadocs.diagnostics import Args, Edit, Hint, Span, hint
from vadocs.readers.faults import rewrite
from vadocs.readers.quoting import quoted

_INDENTED_TAB = re.compile(r"^([ ]*)(\t[ \t]*)", re.MULTILINE)
_ENTRY = re.compile(r"^(\s*(?:- +)*(?:[^\s:#,{}\[\]\"'][^:#\"']*?):\s+)(\S.*?)\s*(?: #.*)?$")
_GLUED = re.compile(r"^\s*(?:- +)*[^\s:#\"'{}\[\],]+:(?=[^\s:/])")
_EQUALS = re.compile(r"\s*[^\W\d][\w-]*(\s*=\s*)(?=\S)")
_DASH = re.compile(r"\s*(-\s+)\S")
_KEY = re.compile(r"\s*[^\s#:]+\s*:(?:\s|$)")
_CLOSES = {"{": "}", "[": "]"}
_FLOW_VALUE = re.compile(r"(?:[,{\[]|:\s)\s*([^\s,{}\[\]:][^,{}\[\]:]*)$")
_FLOW_PART = re.compile(r"[^,{}\[\]]*$")


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """One finding; `cures` are what mends the slip in memory, () where no cure is evident."""

    code: str
    span: Span
    args: Args = ()
    hints: tuple[Hint, ...] = ()
    cures: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class _Scene:
    """The text with the place where the parser gave up, and where the construct in hand began (from 0)."""

    text: str
    lines: list[str]
    file: str
    problem: str
    context: str
    line: int
    column: int
    start_line: int
    start_column: int

    @property
    def problem_known(self) -> bool:
        """Whether the parser found something else than the next entry of a mapping or list."""
        known = ("mapping values", "expected key", "block end", "'-' indicator", "block sequence entries")
        return any(part in self.problem for part in known)

    @property
    def here(self) -> str:
        """The line of the problem, "" at the end of the file."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    def span(self, line: int, column: int, end: int | None = None) -> Span:
        """A place on one line, from 0; without `end`, to the line's end."""
        text = self.lines[line] if line < len(self.lines) else ""
        stop = end if end is not None else max(len(text.rstrip()), column + 1)
        return Span(self.file, line + 1, column + 1, line + 1, stop + 1)


def explain(error: yaml.YAMLError, text: str, file: str) -> SyntaxFault:
    """The finding for a parser's error in `text`."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    mark, start = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    context = str(getattr(error, "context", None) or "")
    place = (mark.line, mark.column) if mark else (0, 0)
    begun = (start.line, start.column) if start else place
    scene = _Scene(text, lines, file, problem, context, *place, *begun)
    found = next((fault for rule in _RULES if (fault := rule(scene)) is not None), None)
    return found or SyntaxFault("E028", scene.span(*place), (("text", problem),))


def _tab(scene: _Scene) -> SyntaxFault | None:
    if scene.here[scene.column : scene.column + 1] != "\t" and "tab character" not in scene.problem:
        return None
    indent = _INDENTED_TAB.match(scene.here)
    if indent is None:
        return None
    span = scene.span(scene.line, indent.start(2), indent.end(2))
    found = ((number, match) for number, line in enumerate(scene.lines) if (match := _INDENTED_TAB.match(line)))
    step = _step(scene.lines)
    cures = tuple(_spaces(scene.span(number, match.start(2), match.end(2)), match, step) for number, match in found)
    return SyntaxFault("E017", span, hints=(hint("H017", _spaces(span, indent, step)),), cures=cures)


def _step(lines: list[str]) -> int:
    """By how many spaces the text indents a level; 2 where it has no such line."""
    widths = {len(line) - len(line.lstrip(" ")) for line in lines if line.strip() and "\t" not in line[:8]}
    return min(widths - {0, 1}, default=2)


def _spaces(span: Span, indent: re.Match[str], step: int) -> Edit:
    """Spaces in place of the tabs of an indentation, and of what follows them."""
    before = indent.group(1)
    return Edit(span, (before + indent.group(2)).expandtabs(step)[len(before) :])


def _colon(scene: _Scene) -> SyntaxFault | None:
    """`task: Conciliación: banco`, `- uno: dos: tres`."""
    entry = _ENTRY.match(scene.here)
    if "mapping values" not in scene.problem or entry is None or scene.column < entry.end(1):
        return None
    span = scene.span(scene.line, entry.start(2), entry.end(2))
    return _quote("E018", scene, span)


def _glued(scene: _Scene) -> SyntaxFault | None:
    """`days:5`, then another key on the next line."""
    if "mapping values" not in scene.problem:
        return None
    before = [n for n in range(scene.line) if scene.lines[n].strip()]
    return _without_space(scene, before[-1]) if before else None


def _without_space(scene: _Scene, number: int) -> SyntaxFault | None:
    """The colon of a line `key:value`; None where the line is none such."""
    glued = _GLUED.match(scene.lines[number])
    if glued is None:
        return None
    span = scene.span(number, glued.end() - 1, glued.end())
    cure = Edit(span, ": ")
    return SyntaxFault("E029", span, hints=(hint("H029", cure),), cures=(cure,))


def _flow_comment(scene: _Scene) -> SyntaxFault | None:
    """`{street: Cra. 43A # 5-15, city: Medellín}`: the rest of the line, brace included, is lost."""
    if "',' or" not in scene.problem:
        return None
    for number in range(scene.start_line, min(scene.line + 1, len(scene.lines))):
        at = _unquoted_comment(scene.lines[number])
        begun = scene.start_column if number == scene.start_line else -1
        if at is not None and at > begun and scene.lines[number][:at].strip():
            return _lost_in_braces(scene, number, at)
    return None


def _lost_in_braces(scene: _Scene, number: int, at: int) -> SyntaxFault:
    """The finding for a comment at column `at`; its cure puts the value, up to the next comma or bracket, in quotes."""
    line = scene.lines[number]
    value = _FLOW_VALUE.search(line[:at])
    rest = re.match(r"[^,{}\[\]]*(?=[,}\]])", line[at:])
    args = (("text", line[at:].strip()),)
    if value is None or rest is None or set(value.group(1) + rest.group()) & set("\"'"):
        part = value.group(1).strip() if value else ""
        return SyntaxFault("E024", scene.span(number, at), args, (hint("H024", text=part),))
    span = scene.span(number, value.start(1), at + len(rest.group().rstrip()))
    text = quoted(line[span.column - 1 : span.end_column - 1])
    return SyntaxFault("E024", scene.span(number, at), args, (rewrite("H016", span, text),), (Edit(span, text),))


def _unquoted_comment(line: str) -> int | None:
    """The column of the ` #` that begins a comment, quoted stretches left out."""
    quote = ""
    for index, character in enumerate(line):
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'" and (index == 0 or line[index - 1] in " ,{[:"):
            quote = character
        elif character == "#" and (index == 0 or line[index - 1] in " \t"):
            return index
    return None


def _flow_colon(scene: _Scene) -> SyntaxFault | None:
    """`{task: Conciliación: banco}`."""
    if "',' or" not in scene.problem or scene.here[scene.column : scene.column + 1] != ":":
        return None
    part = _FLOW_PART.search(scene.here[: scene.column])
    rest = re.match(r"[^,{}\[\]]*", scene.here[scene.column :])
    if part is None or rest is None or ": " not in part.group():
        return None
    start = part.start() + part.group().index(": ") + 2
    return _quote("E018", scene, scene.span(scene.line, start, scene.column + rest.end()))


def _after_quote(scene: _Scene) -> SyntaxFault | None:
    """`name: "Bar" S.L.`, `'It's'`: text goes on after the quotation mark that ends the value."""
    before = scene.here[: scene.column].rstrip()
    in_braces = "',' or" in scene.problem
    opening = re.search(r"""(?:[:,{\[-]\s+|[{\[]|^)(["'])[^"']*["']$""", before)
    if opening is None or not scene.here[scene.column :].strip():
        return None
    rest = re.match(r"[^,{}\[\]]*" if in_braces else r".*", scene.here[scene.column :])
    end = scene.column + (len(rest.group().rstrip()) if rest else 0)
    span = scene.span(scene.line, opening.start(1), end)
    whole = scene.here[span.column - 1 : end]
    inner = whole[1:-1] if whole.startswith("'") and whole.endswith("'") else whole
    text = '"' + inner.replace("\\", "\\\\").replace('"', '\\"') + '"'
    edit = rewrite("H016", span, text)
    return SyntaxFault(
        "E020", span, (("text", scene.here[scene.column : end]),), (edit,), (Edit(span, text),)
    )


def _quotes(scene: _Scene) -> SyntaxFault | None:
    """A quotation mark never closed, or a backslash sequence that does not exist (`"C:\\Users"`)."""
    if "quoted scalar" not in scene.context:
        return None
    if "end of stream" in scene.problem or "document separator" in scene.problem:
        span = scene.span(scene.start_line, scene.start_column)
        cure = _closing_quote(scene)
        return SyntaxFault("E022", span, hints=(hint("H022", cure),), cures=(cure,) if cure else ())
    at = scene.here.rfind("\\", 0, scene.column + 1)
    if at < 0:
        return None
    span = scene.span(scene.line, at, at + 2)
    text = scene.here[at : at + 2]
    cure = Edit(span, "\\" + text)
    return SyntaxFault("E023", span, (("text", text),), (hint("H023", cure),), (cure,))


def _closing_quote(scene: _Scene) -> Edit | None:
    """The edit that ends a quoted value with its line; None within brackets, or where quotes stand in it."""
    line = scene.lines[scene.start_line]
    before, mark, value = line[: scene.start_column], line[scene.start_column], line[scene.start_column + 1 :]
    if not value.strip() or set(before) & set("[{") or set(value) & set("\"'\\#"):
        return None
    return Edit(scene.span(scene.start_line, len(line.rstrip()), len(line.rstrip())), mark)


def _first_character(scene: _Scene) -> SyntaxFault | None:
    """A plain value that begins with a character YAML keeps for itself: `@`, `%`, `` ` ``, `*`, `&`, `>`, `|`, `]`."""
    construct = (
        scene.context.split()[-1:] == ["alias"]
        or "anchor" in scene.context
        or "block scalar" in scene.context
    )
    line, column = (scene.start_line, scene.start_column) if construct else (scene.line, scene.column)
    if not construct and "start any token" not in scene.problem and "node content" not in scene.problem:
        return None
    text = scene.lines[line][column:] if line < len(scene.lines) else ""
    if not text.strip():
        return None
    return _quote("E026", scene, scene.span(line, column), character=text[0])


def _no_colon(scene: _Scene) -> SyntaxFault | None:
    """`client`, `status:draft`, `status = draft`, or a line that goes on with the text of the one before."""
    if "could not find expected ':'" not in scene.problem:
        return None
    glued = _without_space(scene, scene.start_line)
    if glued is not None:
        return glued
    line = scene.lines[scene.start_line]
    span = scene.span(scene.start_line, len(line) - len(line.lstrip()))
    equals = _EQUALS.match(line)
    if equals:
        cure = Edit(scene.span(scene.start_line, equals.start(1), equals.end(1)), ": ")
        return SyntaxFault("E027", span, hints=(hint("H029", cure),), cures=(cure,))
    hints = (hint("H027"), hint("H037")) if " " in line.strip() else (hint("H027"),)
    return SyntaxFault("E027", span, hints=hints)


def _closed_twice(scene: _Scene) -> SyntaxFault | None:
    """`exclusions: [Impuestos]]`."""
    at = _extra_closing(scene.here) if "expected" in scene.problem and scene.problem_known else None
    if at is None:
        return None
    cure = Edit(scene.span(scene.line, at, at + 1), "")
    text = scene.here[at]
    return SyntaxFault("E035", cure.span, (("text", text),), (hint("H035", cure, text=text),), (cure,))


def _extra_closing(line: str) -> int | None:
    """The column of the first bracket or brace that closes what the line has not opened, quoted stretches left out."""
    quote, depth = "", 0
    for index, character in enumerate(line):
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'" and (index == 0 or line[index - 1] in " ,{[:"):
            quote = character
        elif character in "[{":
            depth += 1
        elif character in "]}":
            depth -= 1
            if depth < 0:
                return index
    return None


def _stray_dash(scene: _Scene) -> SyntaxFault | None:
    """`- client:` among keys that have no dash."""
    dash = _DASH.match(scene.here)
    before = [line for line in scene.lines[: scene.line] if line.strip() and not line.lstrip().startswith("#")]
    if not dash or not scene.problem_known or any(_DASH.match(line) for line in before):
        return None
    cure = Edit(scene.span(scene.line, dash.start(1), dash.end(1)), "")
    return SyntaxFault("E036", cure.span, hints=(hint("H036", cure),), cures=(cure,))


def _unclosed(scene: _Scene) -> SyntaxFault | None:
    if "',' or" not in scene.problem:
        return None
    span = scene.span(scene.start_line, scene.start_column, scene.start_column + 1)
    opening = scene.lines[scene.start_line][scene.start_column]
    closing = _CLOSES.get(opening, "")
    cure = _closings(scene)
    args = (("opening", opening), ("closing", closing))
    return SyntaxFault("E025", span, args, (hint("H025", cure, closing=closing),), (cure,) if cure else ())


def _closings(scene: _Scene) -> Edit | None:
    """The edit that closes at a line's end what it opens; None unless a key, or nothing, stands on the next line."""
    line = scene.lines[scene.start_line]
    later = (below for below in scene.lines[scene.start_line + 1 :] if below.strip())
    below = next((text for text in later if not text.lstrip().startswith("#")), "")
    if set(line) & set("\"'#") or (below and not _KEY.match(below)):
        return None
    open_: list[str] = []
    for character in line:
        if character in _CLOSES:
            open_.append(_CLOSES[character])
        elif character in _CLOSES.values() and (not open_ or character != open_.pop()):
            return None
    if not open_:
        return None
    end = len(line.rstrip())
    return Edit(scene.span(scene.start_line, end, end), "".join(reversed(open_)))


def _indentation(scene: _Scene) -> SyntaxFault | None:
    """A line whose indentation is that of no level; it is meant for the level of the line before, if that is a key."""
    if not scene.problem_known or not scene.here.strip():
        return None
    column = len(scene.here) - len(scene.here.lstrip())
    lines = [line for line in scene.lines[: scene.line] if line.strip() and not line.lstrip().startswith("#")]
    above = len(lines[-1]) - len(lines[-1].lstrip()) if lines and _KEY.match(lines[-1]) else column
    if above == column or _DASH.match(scene.here):
        return SyntaxFault("E019", scene.span(scene.line, column), hints=(hint("H019"),))
    cure = Edit(Span(scene.file, scene.line + 1, 1, scene.line + 1, column + 1), " " * above)
    return SyntaxFault("E019", scene.span(scene.line, column), hints=(hint("H019", cure),), cures=(cure,))


def _quote(code: str, scene: _Scene, span: Span, **args: str) -> SyntaxFault:
    """A finding whose cure is to put what stands at `span` in quotes."""
    text = quoted(scene.lines[span.line - 1][span.column - 1 : span.end_column - 1])
    return SyntaxFault(
        code, span, tuple(args.items()), (rewrite("H016", span, text),), (Edit(span, text),)
    )


_RULES: tuple[Callable[[_Scene], SyntaxFault | None], ...] = (
    _tab,
    _colon,
    _glued,
    _flow_comment,
    _flow_colon,
    _after_quote,
    _quotes,
    _first_character,
    _no_colon,
    _unclosed,
    _closed_twice,
    _stray_dash,
    _indentation,
)
