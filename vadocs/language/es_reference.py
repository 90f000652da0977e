"""References and labels in Spanish: la cláusula 7.2 (a); la cláusula primera, apartado 2; el Anexo I."""

from collections.abc import Sequence

from vadocs.language.es_joining import conjunction
from vadocs.language.es_words import ordinal
from vadocs.language.figures import roman
from vadocs.language.forms import NBSP, Conjunction
from vadocs.language.reference import (
    Cited,
    Group,
    LabelKind,
    Phrase,
    Piece,
    ReferenceForm,
    Scheme,
    Target,
    enumerate_phrases,
    groups,
    item_pieces,
    label_number,
    shares_parent,
    text_of,
)

_HEADING_ENDS = {"": ".–", "AR": ":", "CL": ":", "ES": ".–"}
"""What ordinal headings end in: PRIMERA.– in Spain, PRIMERA: in Argentina and Chile, else PRIMERA.-"""


def references(
    targets: Sequence[Target], scheme: Scheme, form: ReferenceForm, kind: Conjunction
) -> tuple[Piece, ...]:
    """See `Language.references`."""

    def word(following: str) -> str:
        return conjunction(kind, following)

    phrases = []
    for group in groups(targets, scheme):
        if shares_parent(group, scheme):
            paragraphs = [(Piece(str(c.target.paragraph), "paragraph", c.order),) for c in group]
            numbers = (*_head(group[0], scheme), Piece(f", apartados{NBSP}", None, group[0].order))
            numbers += enumerate_phrases(paragraphs, word)
        else:
            numbers = enumerate_phrases([_head(c, scheme) + _tail(c, scheme) for c in group], word)
        phrases.append(_lead(group, scheme, form) + numbers)
    return enumerate_phrases(phrases, word, comma=any("," in text_of(phrase) for phrase in phrases))


def label(kind: LabelKind, number: int | Sequence[int], scheme: Scheme, region: str) -> str:
    """See `Language.label`."""
    own = number if isinstance(number, int) else number[-1]
    if kind == "schedule":
        return f"Anexo{NBSP}{roman(own)}"
    if kind != "clause":
        return label_number(kind, number, scheme)
    if scheme == "decimal":
        return f"{own}."
    return ordinal(own, "feminine").upper() + _HEADING_ENDS.get(region, ".-")


def _lead(group: Group, scheme: Scheme, form: ReferenceForm) -> Phrase:
    """Article and noun; a figure stays on its noun's line, a written ordinal need not."""
    index, target = group[0]
    many = len(group) > 1 and not shares_parent(group, scheme)
    if target.schedule is None:
        article, noun = ("las ", "cláusulas") if many else ("la ", "cláusula")
        space = " " if scheme == "ordinal" else NBSP
    else:
        article, noun = ("los ", "Anexos") if many else ("el ", "Anexo")
        space = NBSP
    pieces = (Piece(article, "article", index), Piece(noun + space, None, index))
    return {"full": pieces, "bare": pieces[1:], "number": ()}[form]


def _head(cited: Cited, scheme: Scheme) -> Phrase:
    """The numbers of schedule and clause; a decimal clause's paragraph is one number with it."""
    index, target = cited
    pieces: Phrase = ()
    if target.schedule is not None:
        pieces += (Piece(roman(target.schedule), "schedule", index),)
    if target.clause is None:
        return pieces
    if pieces:
        pieces += (Piece(f", cláusula{NBSP if scheme == 'decimal' else ' '}", None, index),)
    if scheme == "ordinal":
        return (*pieces, Piece(ordinal(target.clause, "feminine"), "clause", index))
    if target.paragraph is None:
        return (*pieces, Piece(str(target.clause), "clause", index))
    return (*pieces, Piece(f"{target.clause}.{target.paragraph}", "paragraph", index))


def _tail(cited: Cited, scheme: Scheme) -> Phrase:
    """Paragraph and list items, named unless they follow a decimal clause."""
    index, target = cited
    items = item_pieces(cited)
    if scheme == "decimal" and target.clause is not None:
        return (Piece(NBSP, None, index), *items) if items else ()
    pieces: Phrase = ()
    if target.paragraph is not None:
        pieces += (
            Piece(f", apartado{NBSP}", None, index),
            Piece(str(target.paragraph), "paragraph", index),
        )
    if items:
        pieces += (Piece(f", letra{NBSP}", None, index), *items)
    return pieces
