"""Lexes a clause text before Markdown sees it: every sign of the language becomes one character.

What is a sign of neither the language nor the Markdown that texts are written in (HTML, code, links,
stray brackets) is an error here, where its line and column are known.
"""

import re
from collections.abc import Callable, Mapping
from html import unescape

from vadocs.diagnostics import Edit, Hint, Report, Span, hint
from vadocs.model.clause import Hole, Noun
from vadocs.model.document import Definition, Inline, Strong, Text
from vadocs.model.expression import Constant
from vadocs.readers.clausetext.marks import Ending, Insert, Letter, Line, Mark, Masked
from vadocs.readers.clausetext.signs import (
    NOUN,
    read_anchor,
    read_field,
    read_link,
    read_noun,
    read_reference,
    read_tag,
)
from vadocs.readers.expression import parse_expression
from vadocs.readers.place import Fault, Place
from vadocs.readers.similar import similar

_SIGN = re.compile(r"[\\{}@\[\]\"<`_]|&(?=#?\w+;)|!(?=\[)|:::|~~")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_HTML = re.compile(r"</?[A-Za-z][^<>]*>?|<[!?][^<>]*>?")
_ENTITY = re.compile(r"&#?\w+;")
_DEFINITION = re.compile(r"\"\*\*(?P<term>[^*\"]+)\*\*\"")
_INNER = {
    closing: re.compile(rf"(?:'[^']*'|\"[^\"]*\"|(?!{re.escape(closing)})[^'\"])*+(?={re.escape(closing)})")
    for closing in ("}}", "%}", "}", "]]")
}
_RUN = {"_": re.compile("_+"), "`": re.compile("`+"), "~~": re.compile("~+"), ":::": re.compile(":+")}

_STRAY = {
    "{": "E216", "}": "E216", "[": "E217", "]": "E217", "!": "E217", "\"": "E218", "_": "E219", "`": "E220",
    "~~": "E220", ":::": "E239",
}  # fmt: skip

Taken = tuple[Mark, int]
"""A find and where it ends."""


class Lexer:
    """Masks the lines of one text. `terms` gives the key of each defined term by its printed form.

    With `terms` None (a text that belongs to no clause) a term's form is its key.
    """

    def __init__(self, masked: Masked, terms: Mapping[str, str] | None, report: Report) -> None:
        self._masked = masked
        self._terms = terms
        self._report = report
        self._enclosed_to = 0
        self._readers: Mapping[str, Callable[[str, int, Place], Taken]] = {
            "\\": self._escape, "{": self._brace, "@": self._noun, "[": self._bracket, "\"": self._definition,
        }  # fmt: skip

    def mask(self, text: str, place: Place) -> Line:
        """The line `text`, which begins at `place`, with every find replaced."""
        match = _SIGN.search(text)
        if match is None:
            return Line(place.line, text, range(place.column, place.column + len(text) + 1))
        out: list[str] = []
        columns: list[int] = []
        at = 0
        while match is not None:
            start = match.start()
            out.append(text[at:start])
            columns.extend(range(place.column + at, place.column + start))
            mark, at = self._take(match.group(), text, start, place)
            shown = self._masked.stand_in(mark)
            out.append(shown)
            columns.extend([place.column + start] * len(shown))
            match = _SIGN.search(text, at)
        out.append(text[at:])
        columns.extend(range(place.column + at, place.column + len(text) + 1))
        return Line(place.line, "".join(out), tuple(columns))

    def _take(self, sign: str, text: str, at: int, place: Place) -> Taken:
        """The find that begins at `at`; a fault is reported and taken as a letter, so that lexing goes on."""
        self._enclosed_to = 0
        try:
            if sign == "<":
                return self._angle(text, at, place)
            if sign == "&":
                entity = _ENTITY.match(text, at)
                assert entity is not None
                raise self._entity(entity.group(), place.span(at, entity.end()))
            reader = self._readers.get(sign)
            if reader is not None:
                return reader(text, at, place)
            raise self._stray(sign, text, at, place)
        except Fault as fault:
            fault.tell(self._report)
            span = fault.diagnostic.span
            behind = span.end_column - place.column if span is not None else 0
            return Letter(sign), max(at + len(sign), behind, self._enclosed_to)

    def _entity(self, entity: str, span: Span) -> Fault:
        """The fault of a sign written as in HTML, with the sign itself where there is one."""
        sign = unescape(entity)
        plain = sign if len(sign) == 1 and sign.isprintable() else None
        edit = Edit(span, "\\" + plain if plain in _PUNCTUATION else plain) if plain is not None else None
        return Fault("E222", span, hint("H222", edit), entity=entity)

    def _stray(self, sign: str, text: str, at: int, place: Place) -> Fault:
        """The fault of a sign that opens nothing here."""
        run = _RUN.get(sign)
        end = run.match(text, at).end() if run else at + len(sign)  # type: ignore[union-attr]
        code = _STRAY[sign]
        return Fault(code, place.span(at, end), hint(f"H{code[1:]}", sign=sign), sign=text[at:end])

    def _escape(self, text: str, at: int, place: Place) -> Taken:
        following = text[at + 1 : at + 2]
        if following not in _PUNCTUATION or not following:
            raise Fault("E224", place.span(at, at + 1), hint("H224"))
        return Letter(following), at + 2

    def _angle(self, text: str, at: int, place: Place) -> Taken:
        html = _HTML.match(text, at)
        if html is None:
            return Letter("<"), at + 1
        code = "E258" if html.group().startswith("<!--") else "E221"
        raise Fault(code, place.span(at, html.end()), hint(f"H{code[1:]}"), tag=html.group())

    def _brace(self, text: str, at: int, place: Place) -> Taken:
        whole = place.after(at)
        if text.startswith("{{", at):
            inner, end = self._enclosed(text, at, "{{", "}}", place)
            expression = parse_expression(inner, whole.after(2), self._report, filters=True)
            return Insert(Hole(expression or Constant(""), whole.span(0, end - at))), end
        if text.startswith("{%", at):
            inner, end = self._enclosed(text, at, "{%", "%}", place)
            return read_tag(inner, whole.after(2), whole, self._report), end
        if text.startswith("{?", at):
            inner, end = self._enclosed(text, at, "{?", "}", place)
            return Insert(read_field(inner, whole.after(2), whole, self._report)), end
        if text.startswith("{#", at):
            inner, end = self._enclosed(text, at, "{#", "}", place)
            return read_anchor(inner, whole), end
        if text.startswith("{-}", at):
            return Ending(None, whole.span(0, 3)), at + 3
        raise self._stray("{", text, at, place)

    def _enclosed(self, text: str, at: int, opening: str, closing: str, place: Place) -> tuple[str, int]:
        """What stands between two signs, quoted texts passed over, and where the closing one ends."""
        start = at + len(opening)
        end = text.find(closing, start)
        # A closing sign within quotation marks is text; where they do not close, the expression tells of it.
        match = _INNER[closing].match(text, start) if end >= 0 else None
        end = match.end() if match is not None else end
        if end < 0:
            raise Fault("E215", place.span(at, start), hint("H215", sign=closing), sign=opening)
        self._enclosed_to = end + len(closing)
        return text[start:end], self._enclosed_to

    def _noun(self, text: str, at: int, place: Place) -> Taken:
        match = NOUN.match(text, at)
        if match is None or (at and (text[at - 1].isalnum() or text[at - 1] == ".")):
            span = place.span(at, at + 1)
            raise Fault("E225", span, hint("H225", Edit(span, "\\@") if at and text[at - 1].isalnum() else None))
        noun = read_noun(match, place.after(at))
        if text.startswith("(", match.end()) and not text[match.end() - 1] == ")":
            raise Fault("E227", place.span(at, match.end() + 1), hint("H227", key=match["key"]))
        return Insert(noun), match.end()

    def _bracket(self, text: str, at: int, place: Place) -> Taken:
        if not text.startswith("[[", at):
            raise self._stray("[", text, at, place)
        inner, end = self._enclosed(text, at, "[[", "]]", place)
        whole = place.after(at)
        inside = whole.after(2)
        return Insert(read_link(inner, inside) or read_reference(inner, inside, whole)), end

    def _definition(self, text: str, at: int, place: Place) -> Taken:
        match = _DEFINITION.match(text, at)
        if match is None:
            raise self._stray('"', text, at, place)
        span = place.span(at, match.end())
        children = self._term(match["term"], place.after(at + 3))
        if len(children) == 1 and isinstance(children[0], Noun):
            return Insert(Definition(children[0].key, (Strong(children),))), match.end()
        if len(children) != 1 or not isinstance(children[0], Text):
            raise Fault("E235", span, hint("H235"))
        form = children[0].text
        return Insert(Definition(self._key(form, span), (Strong(children),))), match.end()

    def _key(self, form: str, span: Span) -> str:
        """The key of a term by its printed form."""
        if self._terms is None:
            return form
        if form not in self._terms:
            near = similar(form, self._terms)
            instead = Edit(span, f'"**{near}**"')
            hints: list[Hint] = [hint("clause.near", instead, word=near)] if near else []
            raise Fault("E262", span, *hints, hint("H262"), term=form)
        return self._terms[form]

    def _term(self, text: str, place: Place) -> tuple[Inline, ...]:
        """The words or the noun that a definition prints."""
        nodes: list[Inline] = []
        for character in self.mask(text, place).text:
            mark = self._masked.marks.get(character)
            if isinstance(mark, Insert):
                nodes.append(mark.node)
                continue
            if mark is not None and not isinstance(mark, Letter):
                raise Fault("E235", place.span(0, len(text)), hint("H235"))
            letter = character if mark is None else mark.text
            if nodes and isinstance(last := nodes[-1], Text):
                nodes[-1] = Text(last.text + letter)
            else:
                nodes.append(Text(letter))
        return tuple(nodes)
