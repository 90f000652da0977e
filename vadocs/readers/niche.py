"""Reads a niche: its changes to clauses, and what it offers to a spec."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast, get_args

from vadocs.diagnostics import Report
from vadocs.model.clause import Family, Overlay
from vadocs.model.niche import AccessTemplate, Measure, Risk, TaskTemplate, Words
from vadocs.readers.fields import LANGUAGES, Fields, misshapen, named
from vadocs.readers.nodes import MappingNode
from vadocs.readers.schema.codes import CODES

KEYS = (
    "id", "title", "family", "regulated", "add", "replace", "remove", "parameters",
    "scope", "ideas", "exclusions", "kpis", "access", "risks",
)  # fmt: skip
TASK_KEYS = ("task", "frequency", "volume", "deliverable", "criterion")
VOLUME_KEYS = ("quantity", "unit")
MEASURE_KEYS = ("name", "target")
ACCESS_KEYS = ("system", "role", "method")
RISK_KEYS = ("id", "text")


def read_niche(path: Path, report: Report) -> Overlay | None:
    """The niche that a file of `niches/` tells; None, with findings, where it cannot be read.

    A value with a fault is reported (E280–E286, E298) and left out. Every text is given in all languages.
    """
    fields = named(path, KEYS, report)
    if fields is None:
        return None
    replace = fields.mapping("replace")
    inner = Fields(replace, None, report) if replace is not None else None
    return Overlay(
        id=path.stem,
        title=fields.languages("title", required=True),
        add=fields.ids("add"),
        replace={key: inner.id(key, required=True) for key in inner.node.entries} if inner is not None else {},
        remove=fields.ids("remove"),
        parameters=_defaults(fields),
        span=fields.span("id"),
        family=cast(Family, fields.choice("family", get_args(Family), "administrative")),
        scope=tuple(_tasks(fields)),
        ideas=tuple(_words(fields, "ideas")),
        exclusions=tuple(_words(fields, "exclusions")),
        kpis=tuple(
            Measure(one.languages("name", required=True), one.languages("target", required=True))
            for one in fields.members("kpis", MEASURE_KEYS)
        ),
        access=tuple(_access(fields)),
        risks=tuple(
            Risk(one.id("id", required=True), one.languages("text", required=True))
            for one in fields.members("risks", RISK_KEYS)
        ),
        regulated=fields.text("regulated"),
    )


def _defaults(fields: Fields) -> dict[str, dict[str, str]]:
    """A niche's parameter defaults: by clause, by name."""
    found: dict[str, dict[str, str]] = {}
    node = fields.mapping("parameters")
    for clause, entry in node.entries.items() if node is not None else ():
        if not isinstance(entry.value, MappingNode):
            misshapen(clause, entry.value.span, "mapping", fields.report)
            continue
        inner = Fields(entry.value, None, fields.report)
        found[clause] = {name: inner.text(name, required=True) for name in entry.value.entries}
    return found


def _tasks(fields: Fields) -> Iterator[TaskTemplate]:
    for one in fields.members("scope", TASK_KEYS):
        quantity, unit = "", ""
        volume = one.mapping("volume")
        if volume is not None:
            inner = Fields(volume, VOLUME_KEYS, fields.report)
            quantity, unit = str(inner.number("quantity", 1)), _code(inner, "unit", "unit")
        yield TaskTemplate(
            task=one.languages("task", required=True),
            frequency=_code(one, "frequency", "frequency"),
            quantity=quantity,
            unit=unit,
            deliverable=one.languages("deliverable"),
            criterion=one.languages("criterion"),
        )


def _access(fields: Fields) -> Iterator[AccessTemplate]:
    for one in fields.members("access", ACCESS_KEYS):
        yield AccessTemplate(
            system=one.languages("system", required=True),
            role=one.languages("role", required=True),
            method=_code(one, "method", "access_method"),
        )


def _code(fields: Fields, key: str, name: str) -> str:
    """The code of a key, of the vocabulary's list `name`; the list's first one, with a finding, where it is none."""
    if fields.node.child(key) is None:
        fields.text(key, required=True)
    return fields.choice(key, CODES[name], CODES[name][0])


def _words(fields: Fields, key: str) -> Iterator[Words]:
    """The members of a list that are given by language."""
    for one in fields.members(key, LANGUAGES):
        texts = {language: one.text(language, required=True) for language in LANGUAGES}
        yield {language: text for language, text in texts.items() if text}
