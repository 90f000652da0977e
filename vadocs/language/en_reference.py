"""References and labels in English: clause 7.2(a); the first clause; paragraph 3 of Schedule 1.

American English cites Section 7.2(a).
"""

from collections.abc import Sequence

from vadocs.language.en_words import ordinal
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
    text_of,
)


def references(
    targets: Sequence[Target], scheme: Scheme, form: ReferenceForm, kind: Conjunction, american: bool
) -> tuple[Piece, ...]:
    """See `Language.references`; `american`: Sections, and a comma before the last *and* of three or more."""
    phrases = [_phrase(group, scheme, form, kind, american) for group in groups(targets, scheme)]
    commas = any("," in text_of(phrase) for phrase in phrases)
    return _listed(phrases, kind, commas or (american and len(phrases) > 2))


def label(kind: LabelKind, number: int | Sequence[int], scheme: Scheme) -> str:
    """See `Language.label`."""
    own = number if isinstance(number, int) else number[-1]
    if kind == "schedule":
        return f"Schedule{NBSP}{own}"
    if kind != "clause":
        return label_number(kind, number, scheme)
    return f"{own}." if scheme == "decimal" else ordinal(own, with_and=False).upper() + "."


def _phrase(
    group: Group, scheme: Scheme, form: ReferenceForm, kind: Conjunction, american: bool
) -> tuple[Piece, ...]:
    """One noun with its numbers, and the schedule they are in."""
    index, target = group[0]
    serial = american and len(group) > 2
    if target.clause is not None and scheme == "ordinal":
        pieces = _ordinal_clauses(group, form, kind, serial)
    else:
        noun, numbers = _figures(group, american)
        pieces = () if form == "number" else (Piece(f"{noun}{'s' * (len(group) > 1)}{NBSP}", None, index),)
        pieces += _listed(numbers, kind, serial)
        if noun == "Schedule":
            return pieces
    if target.schedule is None:
        return pieces
    schedule = (Piece(f" of Schedule{NBSP}", None, index), Piece(str(target.schedule), "schedule", index))
    return pieces + schedule


def _figures(group: Group, american: bool) -> tuple[str, list[Phrase]]:
    """The noun of the group, and the number in figures of each member."""
    target = group[0].target
    if target.clause is not None:
        return "Section" if american else "clause", [_decimal(cited) for cited in group]
    if target.paragraph is not None:
        return "paragraph", [_paragraph(cited) for cited in group]
    if target.items:
        return "item", [item_pieces(cited) for cited in group]
    return "Schedule", [(Piece(str(cited.target.schedule), "schedule", cited.order),) for cited in group]


def _decimal(cited: Cited) -> Phrase:
    index, target = cited
    if target.paragraph is None:
        return (Piece(str(target.clause), "clause", index), *item_pieces(cited))
    return (Piece(f"{target.clause}.{target.paragraph}", "paragraph", index), *item_pieces(cited))


def _paragraph(cited: Cited) -> Phrase:
    return (Piece(str(cited.target.paragraph), "paragraph", cited.order), *item_pieces(cited))


def _ordinal_clauses(group: Group, form: ReferenceForm, kind: Conjunction, serial: bool) -> Phrase:
    """the first and third clauses; the first clause, paragraphs 2 and 3."""
    index, target = group[0]
    inner = target.paragraph is not None or bool(target.items)
    heads = [_written(cited) for cited in (group[:1] if inner else group)]
    pieces: Phrase = (Piece("the ", "article", index),) if form == "full" else ()
    pieces += _listed(heads, kind, serial)
    if form != "number":
        pieces += (Piece(" clause" + "s" * (len(heads) > 1), None, index),)
    if not inner:
        return pieces
    noun = "item" if target.paragraph is None else "paragraph" + "s" * (len(group) > 1)
    tails = [item_pieces(cited) if target.paragraph is None else _paragraph(cited) for cited in group]
    return (*pieces, Piece(f", {noun}{NBSP}", None, index), *_listed(tails, kind, serial))


def _written(cited: Cited) -> Phrase:
    number = cited.target.clause
    assert number is not None  # only clauses are written out
    return (Piece(ordinal(number, with_and=False), "clause", cited.order),)


def _listed(phrases: Sequence[Phrase], kind: Conjunction, comma: bool) -> Phrase:
    return enumerate_phrases(phrases, lambda _: kind, comma)
