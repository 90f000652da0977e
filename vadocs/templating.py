"""Expressions of Word templates: which are allowed, and the environment that renders them.

A look is a file that may come from a stranger. Its expressions are checked over Jinja's syntax tree against a short
list before any of them runs, and then run in an immutable sandbox that reaches texts only. Sources are the XML of a
part after docxtpl joined what Word splits (`DocxTemplate.patch_xml`), so `{{p body }}` arrives as `{{ body }}`.
"""

import re
from bisect import bisect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape

from jinja2 import Environment, StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

RUNNING = frozenset(("title", "number", "version", "parties", "draft_notice", "page_word", "of_word"))
"""The texts that header and footer may show: the keys of `Meta.running`."""
BODY = "body"
"""The place of the document's body, written `{{p body }}` in a paragraph of its own."""

FILTERS: dict[str, Callable[[str], str]] = {"lower": str.lower, "trim": str.strip, "upper": str.upper}
"""The filters of a template; none takes an argument."""

LIMIT = 1_000_000
"""Characters of a part that are still checked; docxtpl's expressions take quadratic time."""

Why = Literal["syntax", "name", "attribute", "call", "filter", "construct", "place", "size"]


@dataclass(frozen=True, slots=True)
class Fault:
    """An expression that is not allowed: the whole tag as written, the part of it at fault, and why."""

    tag: str
    part: str
    why: Why


class Ready(str):
    """WordprocessingML that goes into the document as it is; any other value is escaped."""

    __slots__ = ()


class Unprintable(ValueError):
    """A value holds a character that XML cannot: a control character, a lone surrogate, U+FFFE or U+FFFF."""


_TAG = re.compile(r"\{[{%#]")
_SEEN = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>?")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS = {"\n": '</w:t><w:br/><w:t xml:space="preserve">', "\t": '</w:t><w:tab/><w:t xml:space="preserve">'}


def check_expressions(source: str, names: frozenset[str] = RUNNING | {BODY}) -> list[Fault]:
    """What in `source` is not allowed: first tags in a forbidden place, then expressions in their order.

    A tag stands in text: not inside markup (an attribute), not in a field's instruction. Allowed are
    `{{ name }}` with `name` among `names`, filters of FILTERS without arguments, and `{% if name %}` with `not`,
    `and`, `or`, `elif`, `else`. All else is a fault. Nothing is run.
    """
    if len(source) > LIMIT:
        return [Fault("", f"{len(source)}", "size")]
    lined, tags = _lined(source)
    try:
        tree = _PARSER.parse(lined)
    except TemplateSyntaxError as error:
        return [Fault(_tag(tags, error.lineno), error.message or "", "syntax")]
    except RecursionError:
        return [Fault(_tag(tags, 0), "…", "construct")]
    faults = [Fault(tag, "", "place") for tag in _misplaced(source)]
    return faults + [Fault(_tag(tags, line), part, why) for line, part, why in _refused(tree, names)]


def _misplaced(source: str) -> Iterator[str]:
    """Tags in an attribute or a field's instruction, where a value could become markup or a command."""
    if "<" not in source:
        return
    markup = list(_MARKUP.finditer(source))
    starts = [match.start() for match in markup]
    for tag in _SEEN.finditer(source):
        index = bisect(starts, tag.start()) - 1
        if index >= 0 and (markup[index].end() > tag.start() or "nstrText" in markup[index].group()):
            yield tag.group()


def _lined(source: str) -> tuple[str, dict[int, str]]:
    """The source with each tag at the start of a line of its own, and the tags by line.

    Nodes of the syntax tree know their line only; so the line tells the tag.
    """
    flat = source.replace("\r", " ").replace("\n", " ")
    lined = _TAG.sub(lambda match: "\n" + match.group(), flat)
    tags: dict[int, str] = {}
    for number, line in enumerate(lined.split("\n"), start=1):
        match = _SEEN.match(line)
        if match:
            tags[number] = match.group()
        elif _TAG.match(line):
            tags[number] = re.sub("<[^>]*>", "", line)[:60]
    return lined, tags


def _tag(tags: dict[int, str], line: int) -> str:
    return tags.get(line) or next(iter(tags.values()), "")


def _refused(node: nodes.Node, names: frozenset[str]) -> Iterator[tuple[int, str, Why]]:
    """Faults in `node` and below: line, the part at fault, why. Below a refused node nothing is looked at."""
    why = _why(node, names)
    if why is not None:
        yield node.lineno, _part(node), why
        return
    for child in node.iter_child_nodes():
        yield from _refused(child, names)


_ALLOWED = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.Not, nodes.And, nodes.Or)


def _why(node: nodes.Node, names: frozenset[str]) -> Why | None:
    match node:
        case nodes.Name():
            return None if node.ctx == "load" and node.name in names else "name"
        case nodes.Filter():
            plain = node.name in FILTERS and not (node.args or node.kwargs or node.dyn_args or node.dyn_kwargs)
            return None if plain and node.node is not None else "filter"
        case nodes.Getattr() | nodes.Getitem():
            return "attribute"
        case nodes.Call():
            return "call"
        case _:
            return None if isinstance(node, _ALLOWED) else "construct"


def _part(node: nodes.Node) -> str:
    """What of the tag is at fault, by its name."""
    match node:
        case nodes.Name() | nodes.Filter():
            return node.name
        case nodes.Getattr():
            return f".{node.attr}"
        case nodes.Call():
            return f"{_part(node.node)}(…)"
        case _:
            return type(node).__name__.lower()


def finalize(value: object) -> str:
    """A value as XML text: escaped, a newline as a break, a tab as a tab. `Ready` passes as it is.

    Any other control character, a lone surrogate, U+FFFE and U+FFFF raise Unprintable.
    """
    if isinstance(value, Ready):
        return value
    text = str(value)
    found = _UNPRINTABLE.search(text)
    if found:
        raise Unprintable(f"U+{ord(found.group()):04X}")
    text = escape(text, {'"': "&quot;"})
    for character, xml in _BREAKS.items():
        text = text.replace(character, xml)
    return text


def fill(text: str, values: Mapping[str, str]) -> str:
    """Plain text with its expressions replaced by `values`: what a header shows outside of XML.

    `text` has passed `check_expressions`. A name without a value raises jinja2.UndefinedError.
    """
    return text if "{" not in text else _PLAIN.from_string(text).render(values)


def environment() -> ImmutableSandboxedEnvironment:
    """The environment in which a checked template runs: no globals, no tests, FILTERS only.

    A name without a value raises jinja2.UndefinedError; values are escaped by `finalize`.
    """
    return _environment(finalize)


def _environment(finalizer: Callable[[object], str]) -> ImmutableSandboxedEnvironment:
    made = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, autoescape=False, finalize=finalizer, keep_trailing_newline=True
    )
    made.globals.clear()
    made.tests.clear()
    made.filters.clear()
    made.filters.update(FILTERS)
    return made


def _parser() -> Environment:
    """Parses only: with every filter known, an unknown one is our fault to name, not a syntax error."""
    return Environment(keep_trailing_newline=True)


_PARSER = _parser()
_PLAIN = _environment(str)
