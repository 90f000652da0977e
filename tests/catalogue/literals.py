"""Where a module says something that is no entry of the catalogue: its source is read as a tree, nothing is run."""

import ast
from collections.abc import Collection, Iterator
from dataclasses import dataclass

SAYING = {"echo", "secho", "style", "print", "write", "writelines", "line", "page", "remark", "status", "input", "log"}
"""Functions and methods whose first argument stands on screen; one of another kind gets no letters from us either."""
NAMING = {"say", "count", "hint", "related", "Diagnostic", "Hint", "Related", "Failure", "Fault"}
"""Functions whose first argument is the id of an entry, as the codes are that `report.add` takes."""
TOLD = {
    "help",
    "short_help",
    "epilog",
    "prompt",
    "confirmation_prompt",
    "prompt_suffix",
    "options_metavar",
    "deprecated",
}
"""Keywords of click whose text stands on screen: ours hold the id of an entry."""
ENGLISH = {"show_default", "show_envvar", "confirmation_option", "password_option", "version_option"}
"""What makes click print words of its own, which are English."""
ENDING = {"UsageError", "ClickException", "BadParameter", "BadOptionUsage", "FileError", "SystemExit", "exit"}
"""Exceptions and calls whose argument is printed as it is."""
ASKING = {"prompt", "confirm", "pause", "getchar", "edit"}
"""Functions of click that print words of their own, such as `[y/N]` and `Error:`."""
_STRINGS = {"join", "format", "strip", "ljust", "rjust", "upper", "lower", "capitalize", "replace", "removesuffix"}


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """A text that is said and stands in no catalogue: the line of its module, what says it, and the text."""

    line: int
    how: str
    text: str


def literals(source: str, known: Collection[str], naming: Collection[str] = ()) -> list[Literal]:
    """The literals that the module `source` says, in their order; `known` are the ids of the catalogue.

    `naming`: functions of this module alone whose first argument is the id of an entry.
    """
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return sorted({found for call in calls for found in _of_call(call, known, NAMING.union(naming))})


def _of_call(call: ast.Call, known: Collection[str], naming: Collection[str]) -> Iterator[Literal]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    of_click = isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == "click"
    first = call.args[:1]
    if name in SAYING:
        yield from (Literal(call.lineno, name, text) for arg in first for text in texts(arg) if _letters(text))
    if name in naming or (name == "add" and any(_is_code(arg) for arg in first)):
        yield from (Literal(call.lineno, name, text) for arg in first for text in _whole(arg) if _unknown(text, known))
        yield from (Literal(call.lineno, f"{name} {keyword.arg}", text) for keyword in call.keywords
                    for text in texts(keyword.value) if _prose(text))  # fmt: skip
        yield from (Literal(call.lineno, f"{name} args", text) for arg in call.args[1:] for text in _pairs(arg))
    if name in ENDING:
        yield from (Literal(call.lineno, name, text) for arg in call.args for text in texts(arg) if _letters(text))
    if (of_click and name in ASKING) or name in ENGLISH:
        yield Literal(call.lineno, name, "click's own English words")
    for keyword in call.keywords:
        if keyword.arg in TOLD:
            yield from (Literal(call.lineno, keyword.arg, text) for text in _whole(keyword.value) if text not in known)
        if keyword.arg in ENGLISH or (keyword.arg == "prompt" and isinstance(keyword.value, ast.Constant)):
            yield Literal(call.lineno, keyword.arg or "", "click's own English words")


def texts(node: ast.AST) -> Iterator[str]:
    """The literal texts that an expression's value is made of; what another function gives is its own affair."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            for part in parts:
                yield from texts(part.value if isinstance(part, ast.FormattedValue) else part)
        case ast.BinOp(left=left, right=right):
            yield from texts(left)
            yield from texts(right)
        case ast.IfExp(body=body, orelse=other):
            yield from texts(body)
            yield from texts(other)
        case ast.BoolOp(values=parts) | ast.Tuple(elts=parts) | ast.List(elts=parts):
            for part in parts:
                yield from texts(part)
        case ast.Call(func=ast.Attribute(value=value, attr=name), args=args) if name in _STRINGS:
            for part in (value, *args):
                yield from texts(part)


def _whole(node: ast.AST) -> Iterator[str]:
    """The texts that an expression may be as a whole: those of an f-string are none."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=other):
            yield from _whole(body)
            yield from _whole(other)
        case ast.BinOp(left=left):
            yield from _whole(left)


def _unknown(text: str, known: Collection[str]) -> bool:
    """Whether no entry has the id `text`, nor begins with it; `str.count` and its like are asked for signs."""
    return (_letters(text) or text[1:].isdigit()) and not any(id.startswith(text) for id in known)


def _pairs(node: ast.AST) -> Iterator[str]:
    """Prose among the arguments of a finding, written as pairs of name and text."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Tuple) and len(inner.elts) == 2 and isinstance(inner.elts[0], ast.Constant):
            yield from (text for text in texts(inner.elts[1]) if _prose(text))


def _is_code(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value[:1] in "EWN"
        and (node.value[1:].isdigit())
    )


def _letters(text: str) -> bool:
    """Whether a text says something: a sign, a space, a margin and a number do not."""
    return sum(letter.isalpha() for letter in text) >= 2


def prose(source: str) -> list[tuple[int, str]]:
    """Every text of a module that is words in a row, with its line: docstrings and types aside."""
    tree = ast.parse(source)
    quiet = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    named = [getattr(node, name, None) for node in ast.walk(tree) for name in ("annotation", "returns")]
    quiet |= {id(inner) for node in named if isinstance(node, ast.AST) for inner in ast.walk(node)}
    strings = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return [(node.lineno, str(node.value)) for node in strings if id(node) not in quiet and _prose(str(node.value))]


def _prose(text: str) -> bool:
    """Whether a text is words in a row; the values of findings may be keys, codes, names of files."""
    if text.startswith("vadocs "):
        return False  # a command to type, the same in every language
    words = [word for word in text.split() if sum(map(str.isalpha, word)) >= 2 and word.strip(".,;:()").isalpha()]
    return len(words) >= 2
