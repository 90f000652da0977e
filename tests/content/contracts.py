"""The bundled library, and contracts made from it and from the examples, for the tests of its content."""

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from vadocs.compose.assemble import assemble
from vadocs.compose.number import number
from vadocs.compose.resolve import resolve
from vadocs.compose.select import select
from vadocs.compose.values import values
from vadocs.diagnostics import Report
from vadocs.language import language
from vadocs.model.clause import Parameter
from vadocs.model.document import Document
from vadocs.model.library import Library
from vadocs.model.plan import Plan
from vadocs.model.vocabulary import Vocabulary
from vadocs.model.walk import blocks, document_blocks, provisions, rows_of_inlines, text_of
from vadocs.readers.engagement import read_engagement
from vadocs.readers.library import load_library
from vadocs.readers.vocabulary import vocabulary

ROOT = Path(__file__).parents[2]
CLAUSES = ROOT / "clauses"
EXAMPLES = ROOT / "examples"
MARTA, LAURA, ROSA = "levante", "asistencia-austin", "web-lima"

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_DIRECTIVE = re.compile(r"^\s*:::.*$", re.MULTILINE)
_SIGNS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#[^}]*\}|\{-\}|\[\[.*?\]\]")
_AGREEMENT = re.compile(r"@[a-z_]+\(([^()|]*)\|([^()]*)\)")
_NOUN = re.compile(r"@[a-z_]+(?:\.[a-z]+)*")

Spec = dict[str, Any]


@cache
def library() -> Library:
    """The bundled library, read from its texts; fails on any finding of the reading."""
    report = Report()
    found = load_library([CLAUSES], report)
    assert not list(report), told(report)
    return found


@cache
def parameters() -> Mapping[str, Mapping[str, Parameter]]:
    """The parameters of the clauses by namespace."""
    found: dict[str, dict[str, Parameter]] = {}
    for clause in library().clauses.values():
        found.setdefault(clause.namespace, {}).update(clause.parameters)
    return found


@cache
def names() -> Vocabulary:
    """Every name that the texts may use."""
    return vocabulary(parameters())


def told(report: Report) -> list[str]:
    """The findings in one line each, to be read when a test fails."""
    return [f"{d.code} {d.span and f'{d.span.file}:{d.span.line}'} {dict(d.args)}" for d in report]


@cache
def _example(name: str) -> Spec:
    # Only texts: a time such as 8:00 would else become a number.
    found = yaml.load((EXAMPLES / f"{name}.vadocs.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)
    assert isinstance(found, dict)
    return found


def example(name: str) -> Spec:
    """The spec of an example as plain data, free to be changed."""
    return deepcopy(_example(name))


def contract(spec: Spec, folder: Path, *expected: str) -> tuple[Plan, Document]:
    """The contract of a spec, numbered and resolved; fails on any error or warning but the codes `expected`.

    The same spec is composed once a process: what comes of it is frozen. `folder`: where it is written.
    """
    made, report = _contract(yaml.dump(spec, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), folder)
    assert made is not None, told(report)
    assert [d.code for d in report if d.severity != "note"] == list(expected), told(report)
    return made


_made: dict[str, tuple[tuple[Plan, Document] | None, Report]] = {}


def _contract(text: str, folder: Path) -> tuple[tuple[Plan, Document] | None, Report]:
    """What comes of a spec, by its text alone, and everything found; None where no contract does."""
    if text not in _made:
        report = Report()
        _made[text] = (_composed(text, folder, report), report)
    return _made[text]


def _composed(text: str, folder: Path, report: Report) -> tuple[Plan, Document] | None:
    path = folder / "engagement.vadocs.yaml"
    path.write_text(text, encoding="utf-8")
    engagement = read_engagement(path, parameters(), report, practice=False)
    plan = select(engagement, library(), "contract", report, names()) if engagement is not None else None
    if engagement is None or plan is None:
        return None
    words = language(engagement.text("language", "es"))
    document = assemble(plan, values(engagement, library(), plan, names()), library(), words, report, names())
    return plan, resolve(number(document, words), words, plan, report)


def changed(name: str, change: Callable[[Spec], object], folder: Path, *expected: str) -> str:
    """The text of an example's contract after `change` was made to its spec; findings as in `contract`."""
    spec = example(name)
    change(spec)
    return text(contract(spec, folder, *expected)[1])


def text(document: Document) -> str:
    """All that the document prints, a line for each paragraph, heading, item and cell."""
    lines = [text_of(provision.heading) for provision in provisions(document)]
    lines += [text_of(row) for block in document_blocks(document) for row in rows_of_inlines(block)]
    return "\n".join(lines).replace("\u00a0", " ")


def provision(document: Document, id: str) -> str:
    """The text of one clause with its heading, a line for each paragraph, item and cell; "" where it is not there."""
    lines: list[str] = []
    for found in provisions(document):
        if found.id == id:
            lines.append(text_of(found.heading))
            lines += [text_of(row) for block in blocks(found.body) for row in rows_of_inlines(block)]
    return "\n".join(lines).replace("\u00a0", " ")


def words_of(path: Path) -> str:
    """The literal words of a clause text: no directives, holes, references, nouns; both forms of an agreement."""
    found = _DIRECTIVE.sub("", _COMMENT.sub("", path.read_text(encoding="utf-8")))
    return _NOUN.sub(" ", _AGREEMENT.sub(r"\1 \2", _SIGNS.sub(" ", found)))
