"""Reads a clause's folder: `clause.yaml` and its texts, `es.md`, `en.md`, `es@PE.md`."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import cast, get_args

from vadocs.diagnostics import Report, Span, hint
from vadocs.model.clause import Clause, ClauseText, Confirmation, Parameter, Placement, Source
from vadocs.model.expression import Expression
from vadocs.model.jurisdiction import COMMON
from vadocs.model.vocabulary import Type
from vadocs.readers.expression import parse_expression
from vadocs.readers.faults import Faults
from vadocs.readers.fields import LANGUAGES, Fields, misshapen, read_fields
from vadocs.readers.nodes import MappingNode, ScalarNode
from vadocs.readers.place import Place
from vadocs.readers.source import read_bytes

_KEYS = (
    "id", "edition", "title", "summary", "placement", "after", "namespace", "parameters", "requires", "excludes",
    "applies_when", "confirm", "defines", "law", "sources", "maps", "short", "hard", "allows", "review_state",
    "based_on",
)  # fmt: skip
_PARAMETER_KEYS = ("type", "unit", "choices", "default", "required", "description")
_STEM = re.compile(rf"[a-z]{{2}}(?:@(?:[A-Z]{{2}}(?:-[A-Z0-9]{{1,3}})?|{'|'.join(COMMON)}))?")
_REVIEW_STATES = ("not_reviewed_by_a_lawyer", "reviewed_by_a_lawyer")


FACTS = "clause.yaml"
"""What a clause's folder holds beside its texts."""


def read_clause(folder: Path, report: Report, under: Clause | None = None, name: str = "") -> Clause | None:
    """The clause in `folder`, with all its texts compiled. `name`: its id, where that is not the folder's name.

    None where `clause.yaml` cannot be read at all; a value with a fault is reported (E280–E299) and left
    out. A text with a fault is there but `faulty`. `under`: the clause that it stands in the place of. Then a folder of
    texts alone changes those texts and leaves the rest, and a `clause.yaml` alone leaves the texts.
    """
    texts = any(folder.glob("*.md"))
    if under is not None and texts and not (folder / FACTS).exists():
        own = _texts(folder, under.defines, report, some=True)
        return replace(under, texts={**under.texts, **own})
    clause = _read_whole(folder, name or folder.name, report, texts or under is None)
    return replace(clause, texts=under.texts) if clause is not None and under is not None and not texts else clause


def _read_whole(folder: Path, name: str, report: Report, texts: bool) -> Clause | None:
    """The clause of a `clause.yaml`, with the texts beside it where it has any."""
    file = folder / FACTS
    fields = read_fields(file, _KEYS, report)
    if fields is None:
        return None
    id = fields.id("id", required=True)
    if id and id != name:
        report.add("E286", fields.span("id"), hints=[hint("H286")], id=id, folder=name)
    defines = _defines(fields)
    return Clause(
        id=name,
        edition=fields.number("edition", 1),
        title=fields.languages("title", required=True),
        summary=fields.languages("summary", required=True),
        placement=cast(Placement, fields.choice("placement", get_args(Placement), "body")),
        texts=_texts(folder, defines, report) if texts else {},
        namespace=fields.text("namespace", name.replace("-", "_")),
        parameters=_parameters(fields),
        requires=fields.ids("requires"),
        excludes=fields.ids("excludes"),
        applies_when=_condition(fields, "applies_when"),
        defines=defines,
        law=tuple(node.text for node in fields.list("law")),
        sources=_sources(fields),
        maps=_maps(fields),
        short=fields.text("short") or None,
        hard=fields.text("hard") or None,
        allows=_allows(fields),
        review_state=fields.choice("review_state", _REVIEW_STATES, _REVIEW_STATES[0]),
        after=fields.ids("after"),
        confirm=_confirm(fields),
        span=fields.span("id"),
        based_on=fields.number("based_on", 1) if fields.node.child("based_on") is not None else None,
    )


def _texts(
    folder: Path, defines: Mapping[str, Mapping[str, tuple[str, ...]]], report: Report, *, some: bool = False
) -> dict[str, ClauseText]:
    """Every text of the folder by its file's stem. `some`: not each language need have one."""
    # A library that comes compiled needs no Markdown parser, which takes a while to import.
    from vadocs.readers.clausetext import compile_text

    texts: dict[str, ClauseText] = {}
    for path in sorted(folder.glob("*.md")):
        if not _STEM.fullmatch(path.stem):
            report.add("E288", Span(str(path), 1, 1, 1, 2), hints=[hint("H288")], file=path.name)
            continue
        text = read_markdown(path, report)
        if text is None:
            texts[path.stem] = ClauseText(path.stem, (), (), str(path), faulty=True)
            continue
        language = path.stem[:2]
        terms = {form: key for key, forms in defines.items() for form in forms.get(language, ())}
        compiled = compile_text(text, str(path), path.stem, terms, report)
        texts[path.stem] = replace(compiled, source=_digest(text))
    for language in () if some else LANGUAGES:
        if not any(stem.startswith(language) for stem in texts):
            report.add("E287", Span(str(folder / "clause.yaml"), 1, 1, 1, 2), file=f"{language}.md")
    return texts


def _digest(text: str) -> str:
    """The SHA-256 of a text, however its lines end."""
    return hashlib.sha256(text.replace("\r\n", "\n").encode()).hexdigest()


def read_markdown(path: Path, report: Report) -> str | None:
    """The characters of a text's file; None, with a finding, where it is not UTF-8."""
    faults = Faults()
    data = read_bytes(path, faults)
    faults.tell(report)
    if data is None:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        report.add("E289", Span(str(path), line, column, line, column + 1), hints=[hint("H289")])
        return None


def _condition(fields: Fields, key: str) -> Expression | None:
    """The condition of a key; None where absent, or at fault."""
    node = fields.node.child(key)
    if node is None:
        return None
    if not isinstance(node, ScalarNode):
        fields.wrong(key, "text")
        return None
    opening = 0 if node.plain else 1
    place = Place(node.span.file, node.span.line, node.span.column + opening)
    return parse_expression(node.text, place, fields.report)


def _confirm(fields: Fields) -> dict[str, Confirmation]:
    """The facts to be confirmed by dotted name: the reason in each language, perhaps `when`."""
    node = fields.mapping("confirm")
    found: dict[str, Confirmation] = {}
    for name, entry in node.entries.items() if node is not None else ():
        if not isinstance(entry.value, MappingNode):
            misshapen(name, entry.value.span, "languages", fields.report)
            continue
        inner = Fields(entry.value, (*LANGUAGES, "when"), fields.report)
        reason = {language: inner.text(language, required=True) for language in LANGUAGES}
        found[name] = Confirmation(reason, _condition(inner, "when"), entry.key.span)
    return found


def _parameters(fields: Fields) -> dict[str, Parameter]:
    """The parameters by name. One with a default alone gives a default to a name of the schema: its type is ""."""
    node = fields.mapping("parameters")
    found: dict[str, Parameter] = {}
    for name, entry in node.entries.items() if node is not None else ():
        if not isinstance(entry.value, MappingNode):
            misshapen(name, entry.value.span, "mapping", fields.report)
            continue
        inner = Fields(entry.value, _PARAMETER_KEYS, fields.report)
        default = inner.text("default") if entry.value.child("default") is not None else None
        parameter = Parameter(
            name=name,
            type=inner.choice("type", get_args(Type), "text") if entry.value.child("type") else "",
            unit=inner.text("unit") or None,
            choices=tuple(choice.text for choice in inner.list("choices")),
            default=default,
            required=inner.flag("required"),
            description=inner.languages("description", required=entry.value.child("type") is not None),
        )
        if parameter.required and default is not None:
            fields.report.add("E291", inner.span("required"), parameter=name)
        if not parameter.type and default is None:
            fields.report.add("E281", entry.value.span, key="type")
        if parameter.type == "code" and not parameter.choices:
            fields.report.add("E281", entry.value.span, key="choices")
        found[name] = parameter
    return found


def _defines(fields: Fields) -> dict[str, dict[str, tuple[str, ...]]]:
    """The terms by key: their forms by language. A form of two terms is reported (E290)."""
    node = fields.mapping("defines")
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    seen: dict[tuple[str, str], str] = {}
    for key, entry in node.entries.items() if node is not None else ():
        if not isinstance(entry.value, MappingNode):
            misshapen(key, entry.value.span, "forms", fields.report)
            continue
        inner = Fields(entry.value, LANGUAGES, fields.report)
        missing = [language for language in LANGUAGES if not inner.list(language)]
        if missing:
            fields.report.add("E285", entry.value.span, key=key, languages=", ".join(missing))
        found[key] = {language: tuple(n.text for n in inner.list(language)) for language in LANGUAGES}
        for language, forms in found[key].items():
            for form in forms:
                other = seen.setdefault((language, form), key)
                if other != key:
                    fields.report.add("E290", entry.value.span, form=form, term=key, other=other)
    return found


def _sources(fields: Fields) -> tuple[Source, ...]:
    """What the clause was learned from."""
    return tuple(
        Source(
            inner.languages("title", required=True),
            inner.text("url"),
            inner.choice("source_read", ("true", "false"), "true") == "true",
        )
        for inner in fields.members("sources", ("title", "url", "source_read"))
    )


def _maps(fields: Fields) -> dict[str, tuple[str, ...]]:
    """What the law demands, item by item, and the anchors that hold it."""
    node = fields.mapping("maps")
    if node is None:
        return {}
    inner = Fields(node, None, fields.report)
    return {key: tuple(item.text for item in inner.list(key)) for key in node.entries}


def _allows(fields: Fields) -> dict[str, str]:
    """The words that lint avoids and this clause has, by key, each with its reason."""
    node = fields.mapping("allows")
    if node is None:
        return {}
    inner = Fields(node, None, fields.report)
    return {key: inner.text(key, required=True) for key in node.entries}
