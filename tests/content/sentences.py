"""Every sentence of a clause text, each branch of its conditions, for a party of any gender: no engagement decides."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tests.content.contracts import library
from vadocs.compose.inlines import compose_inlines
from vadocs.compose.setting import Setting
from vadocs.compose.terms import Terms, terms_of
from vadocs.diagnostics import Report
from vadocs.language import language
from vadocs.model.clause import Clause, ClauseText, Hole, Maybe, Ref
from vadocs.model.document import Definition, Emphasis, Inline, Link, Strong, Text
from vadocs.model.engagement import Choice, Leaf, Record
from vadocs.model.parts import phrases, walk_inlines, walk_parts
from vadocs.model.walk import text_of

GAP = "…"
"""What stands in the place of a value or a reference."""


def setting(tag: str, law: str, gender: str, kind: str = "person") -> Setting:
    """Two parties of one gender and kind, under a law, in a language."""
    party = Record({"gender": Leaf(Choice(gender, "gender")), "kind": Leaf(Choice(kind, "party_kind"))})
    lexicon = library().lexicon(tag.split("-")[0], law)
    assert lexicon is not None
    root = Record({"client": party, "provider": party, "address_form": Leaf(Choice("usted", "address_form"))})
    return Setting(root, language(tag), lexicon, _terms(tag.split("-")[0]), Report())


_TERMS: dict[str, Terms] = {}


def _terms(code: str) -> Terms:
    if code not in _TERMS:
        _TERMS[code] = terms_of(library().clauses.values(), code)
    return _TERMS[code]


def text_under(clause: Clause, code: str, law: str) -> ClauseText:
    """The text that a contract under the law takes."""
    found = clause.text(code, law)
    assert found is not None
    return found


def sentences(text: ClauseText, one: Setting) -> Iterator[str]:
    """What each paragraph, item and cell says, once for each branch that its longest condition has."""
    for part in walk_parts(text.body):
        for phrase in phrases(part):
            counts = (len(inline.branches) for inline in walk_inlines(phrase) if isinstance(inline, Maybe))
            for choice in range(max(counts, default=1)):
                said = text_of(compose_inlines(tuple(_flat(phrase, choice)), one.scope, one))
                yield said.replace("\u00a0", " ")


def _flat(inlines: tuple[Inline, ...], choice: int) -> Iterator[Inline]:
    """The inlines with one branch of each condition, and a gap where a value or a reference stands."""
    for inline in inlines:
        if isinstance(inline, Maybe):
            yield from _flat(inline.branches[min(choice, len(inline.branches) - 1)][1], choice)
        elif isinstance(inline, Hole | Ref):
            yield Text(GAP)
        elif isinstance(inline, Emphasis | Strong | Link | Definition):
            inner: Any = tuple(_flat(inline.children, choice))
            yield replace(inline, children=inner)
        else:
            yield inline
