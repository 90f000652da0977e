"""References and labels in Spanish: la cláusula 7.2 (a); la cláusula primera, apartado 2; el Anexo I."""

from collections.abc import Callable, Mapping, Sequence

from vadocs.language.es_joining import conjunction
from vadocs.language.es_words import ordinal
from vadocs.language.figures import roman
from vadocs.language.forms import NBSP, Conjunction, Gender
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
"""What ordinal headings end in: PRIMERA.– in Spain, PRIMERA: in Argentina, PRIMERO: in Chile, else PRIMERA.-"""
_HEADING_GENDERS: Mapping[str, Gender] = {"CL": "masculine"}
"""The gender of ordinal headings, where it is not that of *cláusula*: a reference is to `la cláusula primera`."""


_PARTS = {"CO": ("numeral", "literal"), "MX": ("numeral", "inciso"), "PE": ("numeral", "literal")}
"""What a paragraph of a clause and an item of its list are called, where it is not *apartado* and *letra*."""


def references(
    targets: Sequence[Target],
    scheme: Scheme,
    form: ReferenceForm,
    kind: Conjunction,
    region: str,
    here: Target | None = None,
) -> tuple[Piece, ...]:
    """See `Language.references`; `region` tells the words for paragraph and item."""
    parts = _PARTS.get(region, ("apartado", "letra"))

    def word(following: str) -> str:
        return conjunction(kind, following)

    phrases = []
    for group in groups(targets, scheme):
        if here is not None and _is_near(group, here, scheme):
            phrases.append(_near(group, form, parts, word))
            continue
        if shares_parent(group, scheme):
            numbers = (*_head(group[0], scheme), Piece(f", {parts[0]}{_plural(parts[0])}{NBSP}", None, group[0].order))
            numbers += enumerate_phrases(_paragraph_numbers(group), word)
        else:
            numbers = enumerate_phrases([_head(c, scheme) + _tail(c, scheme, parts) for c in group], word)
        phrases.append(_lead(group, scheme, form) + numbers)
    return enumerate_phrases(phrases, word, comma=any("," in text_of(phrase) for phrase in phrases))


def _plural(word: str) -> str:
    return "es" if word.endswith("l") else "s"


def _paragraph_numbers(group: Group) -> list[Phrase]:
    return [(Piece(str(c.target.paragraph), "paragraph", c.order),) for c in group]


def _is_near(group: Group, here: Target, scheme: Scheme) -> bool:
    """Whether the group is of paragraphs of the clause or schedule `here`, whose number need not be said.

    A decimal clause's paragraph is one number with it: 7.2 is as short as can be.
    """
    if scheme == "decimal" and here.clause is not None:
        return False
    return all(
        (c.target.schedule, c.target.clause) == (here.schedule, here.clause) and c.target.paragraph is not None
        for c in group
    )


def _near(group: Group, form: ReferenceForm, parts: tuple[str, str], word: Callable[[str], str]) -> Phrase:
    """Paragraphs of the clause that cites them: el apartado 2 de esta cláusula."""
    index, target = group[0]
    many = len(group) > 1
    noun = f"{parts[0]}{_plural(parts[0])}" if many else parts[0]
    lead = (Piece("los " if many else "el ", "article", index), Piece(noun + NBSP, None, index))
    numbers = enumerate_phrases(_paragraph_numbers(group), word)
    items = () if many else _items(group[0], parts[1])
    whole = Piece(" de esta cláusula" if target.clause is not None else " de este anexo", None, index)
    if form == "number":
        return numbers + items
    return (*(lead if form == "full" else lead[1:]), *numbers, *items, whole)


def label(kind: LabelKind, number: int | Sequence[int], scheme: Scheme, region: str) -> str:
    """See `Language.label`."""
    own = number if isinstance(number, int) else number[-1]
    if kind == "schedule":
        return f"Anexo{NBSP}{roman(own)}"
    if kind != "clause":
        return label_number(kind, number, scheme)
    if scheme == "decimal":
        return f"{own}."
    return ordinal(own, _HEADING_GENDERS.get(region, "feminine")).upper() + _HEADING_ENDS.get(region, ".-")


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


def _tail(cited: Cited, scheme: Scheme, parts: tuple[str, str]) -> Phrase:
    """Paragraph and list items, named unless they follow a decimal clause."""
    index, target = cited
    if scheme == "decimal" and target.clause is not None:
        items = item_pieces(cited)
        return (Piece(NBSP, None, index), *items) if items else ()
    if target.paragraph is None:
        return _items(cited, parts[1])
    number = Piece(str(target.paragraph), "paragraph", index)
    return (Piece(f", {parts[0]}{NBSP}", None, index), number, *_items(cited, parts[1]))


def _items(cited: Cited, noun: str) -> Phrase:
    """The list items with their noun: , letra (a)(i). Nothing where there are none."""
    items = item_pieces(cited)
    return (Piece(f", {noun}{NBSP}", None, cited.order), *items) if items else ()
