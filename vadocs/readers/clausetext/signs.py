"""Reads what the signs of the clause language enclose: nouns, references, conditions, anchors."""

import re
from collections.abc import Mapping
from typing import cast, get_args

from vadocs.diagnostics import Edit, Report, Span, hint
from vadocs.model.clause import YOU, Agreement, Asking, Noun, NounForm, Ref, Target
from vadocs.model.document import FieldKind, Link, ReferenceForm, Text
from vadocs.model.expression import Constant
from vadocs.readers.clausetext.marks import Ending, Tag, TagKind
from vadocs.readers.expression import parse_expression
from vadocs.readers.place import Fault, Place
from vadocs.readers.similar import similar

NOUN = re.compile(r"@(?P<key>[a-z][a-z0-9_]*)(?:\((?P<forms>[^()]*)\)|(?P<form>(?:\.[a-z_]+)+))?")
_ANCHOR = re.compile(r"[a-z][a-z0-9-]*")
_TARGET = re.compile(r"(?P<clause>[a-z][a-z0-9-]*)(?:\.(?P<anchor>[a-z][a-z0-9-]*))?(?P<optional>\?)?")
_FORMS: Mapping[str, NounForm] = {
    "": "definite", "a": "a", "bare": "bare", "plural": "plural", "poss": "poss",
    "bare.plural": "bare_plural", "plural.bare": "bare_plural",
}  # fmt: skip
_FIELD = re.compile(
    r"\s*(?P<kind>[^\s:]*)\s+(?P<name>[^\s:]+)(?:\s+of\s+(?P<of>[^:]+?))?\s*(?::(?P<options>.*))?", re.DOTALL
)
_FIELD_NAME = re.compile(r"[a-z][a-z0-9_-]{0,19}|[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)+")
_TAGS = get_args(TagKind)
_OTHER_TAGS = {"endif": "end", "fi": "end", "elseif": "elif", "elsif": "elif", "elif:": "elif", "si": "if"}


def read_noun(match: re.Match[str], place: Place) -> Noun | Agreement:
    """`@retainer.a`, `@provider(obligado|obligada)` or `@you(tienes|tiene|tenés)`, matched by `NOUN`.

    `place` is that of the `@`.
    """
    key, span = match["key"], place.span(0, len(match.group()))
    if match["forms"] is not None:
        forms = tuple(form.strip() for form in match["forms"].split("|"))
        if len(forms) not in ((3,) if key == YOU else (2, 4)) or not all(forms):
            raise Fault("E227", span, hint("H148") if key == YOU else hint("H227", key=key))
        return Agreement(key, forms, span)
    written = (match["form"] or "").removeprefix(".")
    form = _FORMS.get(written)
    if form is None:
        start = match.start("form") - match.start()
        wrong = place.span(start, start + len(written) + 1)
        near = similar(written, _FORMS)
        hints = [hint("clause.near", Edit(wrong, "." + near), word="." + near)] if near else []
        raise Fault("E226", wrong, *hints, hint("H226"), form="." + written)
    return Noun(key, form, span)


_ELSEWHERE = re.compile(
    r"\s*(?P<document>[a-z][a-z-]*)(?:#(?P<anchor>[a-z][a-z0-9-]*))?:\s*(?P<words>[^\[\]{}@*]*\S)\s*"
)


def read_link(inner: str, place: Place) -> Link | None:
    """`[[contract: the contract]]`, `[[contract#dpa: an annex]]`: words that lead into another document.

    They do so in a packet that holds that place; elsewhere they are words. None for what has no colon. `place` is that
    of `inner`.
    """
    if ":" not in inner:
        return None
    match = _ELSEWHERE.fullmatch(inner)
    if match is None:
        raise Fault("E672", place.span(0, len(inner)), hint("H672"), found=inner.strip())
    return Link((Text(match["words"]),), f"#{match['document']}:{match['anchor'] or ''}")


def read_reference(inner: str, place: Place, whole: Place) -> Ref:
    """What stands between `[[` and `]]`: targets by comma, `?` for optional, `|bare` or `|number`.

    `place` is that of `inner`, `whole` that of the brackets.
    """
    written, bar, form = inner.partition("|")
    forms = get_args(ReferenceForm)
    if bar and form.strip() not in forms:
        span = place.span(len(written) + 1, len(inner))
        raise Fault("E229", span, hint("H229"), form=form.strip())
    targets, offset = [], 0
    for part in written.split(","):
        match = _TARGET.fullmatch(part.strip())
        if match is None:
            start = offset + len(part) - len(part.lstrip())
            raise Fault("E228", place.span(start, offset + len(part)), hint("H228"), target=part.strip())
        targets.append(Target(match["clause"], match["anchor"], bool(match["optional"])))
        offset += len(part) + 1
    chosen = cast(ReferenceForm, form.strip()) if bar else "full"
    return Ref(tuple(targets), chosen, whole.span(0, len(inner) + 4))


def read_tag(inner: str, place: Place, whole: Place, report: Report) -> Tag:
    """What stands between `{%` and `%}`. A condition with a fault is reported and read as false."""
    span = whole.span(0, len(inner) + 4)
    stripped = inner.strip()
    word, _, rest = stripped.partition(" ")
    if word == "else" and rest.strip().startswith("if "):
        meant = "{% elif " + rest.strip().removeprefix("if ").strip() + " %}"
        raise Fault("E232", span, hint("clause.near", Edit(span, meant), word="elif"), tag="else if")
    if word not in _TAGS:
        raise _unknown_tag(word, inner, place, span)
    kind = cast(TagKind, word)
    if kind in ("else", "end"):
        if rest.strip():
            raise Fault("E213", place.span(inner.index(word) + len(word) + 1, len(inner)), found=rest.strip())
        return Tag(kind, None, span)
    start = inner.index(word) + len(word)
    condition = parse_expression(inner[start:], place.after(start), report)
    return Tag(kind, condition or Constant(False), span)


def read_field(inner: str, place: Place, whole: Place, report: Report) -> Asking:
    """What stands between `{?` and `}`: a kind, a name, perhaps `of` something, and the options of a choice."""
    span, kinds = whole.span(0, len(inner) + 3), get_args(FieldKind)
    match = _FIELD.fullmatch(inner)
    if match is None or match["kind"] not in kinds or not _FIELD_NAME.fullmatch(match["name"]):
        near = similar(match["kind"], kinds) if match else None
        wrong = place.span(match.start("kind"), match.end("kind")) if match else span
        meant = [hint("clause.near", Edit(wrong, near), word=near)] if near and match and match["kind"] != near else []
        raise Fault("E630", span, *meant, hint("H630", kinds=", ".join(kinds)))
    options = tuple(part.strip() for part in match["options"].split("|")) if match["options"] is not None else ()
    if (match["kind"] == "choice") != (len(options) > 1) or len(set(options)) < len(options) or not all(options):
        raise Fault("E630", span, hint("H630.choice"))
    of = parse_expression(match["of"], place.after(match.start("of")), report) if match["of"] else None
    return Asking(cast(FieldKind, match["kind"]), match["name"], of, options, span)


def read_anchor(inner: str, whole: Place) -> Ending:
    """What stands between `{#` and `}`: the anchor's name."""
    span = whole.span(0, len(inner) + 3)
    if not _ANCHOR.fullmatch(inner):
        raise Fault("E230", span, hint("H230"), anchor=inner)
    return Ending(inner, span)


def _unknown_tag(word: str, inner: str, place: Place, span: Span) -> Fault:
    """The fault of a tag that is none of ours, with the one that was meant."""
    if word in ("for", "endfor", "macro", "set", "include"):
        return Fault("E232", span, hint("H232.for"), tag=word)
    near = _OTHER_TAGS.get(word) or similar(word, _TAGS)
    start = inner.find(word)
    hints = [hint("clause.near", Edit(place.span(start, start + len(word)), near), word=near)] if near and word else []
    return Fault("E232", span, *hints, hint("H232"), tag=word)
