"""A clause text as it would be read: likely words in the place of values, nouns and references."""

import re
from collections.abc import Iterator, Mapping, Sequence

from vadocs.lint.names import Names
from vadocs.model.clause import Agreement, ClauseText, For, Hole, If, Maybe, Noun, Part, Ref, TablePart
from vadocs.model.document import Heading, Inline, Text
from vadocs.model.expression import Conditional, Constant, Expression, Filter, Name
from vadocs.model.lexicon import Lexicon
from vadocs.model.parts import children, inner_inlines, phrases

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_END = re.compile(r"[.;:!?…]+(?=\s|$)")

_VALUES: Mapping[str, Mapping[str, str]] = {
    "es": {
        "text": "Cerámicas Levante", "prose": "las cuentas del mes", "code": "cada mes", "money": "mil euros",
        "quantity": "treinta días", "integer": "cinco", "number": "cinco", "date": "uno de enero", "time": "las nueve",
        "country": "España", "language": "español", "list": "altas, bajas y cambios", "record": "Marta Ruiz",
    },
    "en": {
        "text": "Levante Tiles", "prose": "the monthly books", "code": "each month", "money": "five hundred euros",
        "quantity": "thirty days", "integer": "five", "number": "five", "date": "the first of May", "time": "nine",
        "country": "Spain", "language": "Spanish", "list": "orders, changes and returns", "record": "Marta Ruiz",
    },
}  # fmt: skip
"""A likely value of each type."""
_REFERENCE = {"es": "la cláusula séptima", "en": "clause seven"}
_BARE = ("bare", "bare_plural")


def phrases_of(text: ClauseText, names: Names, lexicon: Lexicon | None) -> list[list[str]]:
    """The words of each phrase of a text's paragraphs and list items; its headings and tables are not read.

    A phrase ends with `.`, `;`, `:`, `!`, `?` or its paragraph, as Flesch counts them. Of an inline condition the
    branch of most words is read; of a block's, all.
    """
    reader = _Reader(text.tag[:2], lexicon)
    return [
        words
        for paragraph in reader.paragraphs(text.body, names)
        for phrase in _END.split(paragraph)
        if (words := _WORD.findall(phrase))
    ]


class _Reader:
    """Reads the parts of one text aloud."""

    def __init__(self, language: str, lexicon: Lexicon | None) -> None:
        self._language = language
        self._lexicon = lexicon

    def paragraphs(self, parts: Sequence[Part], names: Names) -> Iterator[str]:
        """Each paragraph and item with words in the place of its holes."""
        for part in parts:
            if isinstance(part, TablePart):
                continue
            inner = names
            if isinstance(part, For) and isinstance(part.expression, Name):
                inner = names.inner(part.name, names.path(part.expression))
            if isinstance(part, If):
                for _, body in part.branches:
                    yield from self.paragraphs(body, names)
                continue
            if not isinstance(part, Heading):
                yield from (self._read(phrase, names) for phrase in phrases(part))
            yield from self.paragraphs(children(part), inner)

    def _read(self, inlines: Sequence[Inline], names: Names) -> str:
        return "".join(self._said(inline, names) for inline in inlines)

    def _said(self, inline: Inline, names: Names) -> str:
        """One inline in words."""
        match inline:
            case Text(text):
                return text
            case Hole(expression):
                return self._value(expression, names)
            case Noun(key, form):
                return self._noun(key, form)
            case Agreement(_, forms):
                return forms[0]
            case Ref():
                return _REFERENCE[self._language]
            case Maybe(branches):
                return max((self._read(body, names) for _, body in branches), key=lambda said: len(_WORD.findall(said)))
            case _:
                return self._read(inner_inlines(inline), names)

    def _value(self, expression: Expression, names: Names) -> str:
        """A likely value of an expression."""
        if isinstance(expression, Filter):
            listed = expression.name in ("list_and", "list_or")
            return _VALUES[self._language]["list"] if listed else self._value(expression.value, names)
        if isinstance(expression, Conditional):
            return self._value(expression.then, names)
        if isinstance(expression, Constant):
            return str(expression.value)
        known = names.find(expression) if isinstance(expression, Name) else None
        return _VALUES[self._language].get(known.type if known is not None else "text", "")

    def _noun(self, key: str, form: str) -> str:
        """A noun of the lexicon, with an article unless it is bare."""
        nouns = self._lexicon.nouns if self._lexicon is not None else {}
        entry = nouns.get(key) or next((nouns[name] for name in sorted(nouns) if name.startswith(key + ".")), None)
        if entry is None:
            return key
        if form in _BARE or not entry.article:
            return entry.plural if form == "bare_plural" else entry.singular
        article = {"es": "la" if entry.gender == "feminine" else "el", "en": "the"}[self._language]
        return f"{article} {entry.plural if form == 'plural' else entry.singular}"
