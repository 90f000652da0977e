"""Composing beside what most would take for it: Jinja and Markdown over the same clause files."""

import re
from pathlib import Path
from typing import Any

import jinja2
from markdown_it import MarkdownIt

from harness import specs
from harness.rounds import Contestant
from vadocs import build
from vadocs.diagnostics import Report

_SIGNS = re.compile(r"^:::.*$|\{%.*?%\}|\{\{.*?\}\}|\[\[.*?\]\]|\{[#-].*?\}", re.MULTILINE)


def contestants() -> list[Contestant]:
    """Ours from the selection on, and the usual way."""
    note = "no selection, lists in step, numbers, references, definitions"
    return [
        Contestant("vadocs", lambda job: specs.read(job.file), specs.compose, note="select to resolve"),
        Contestant("Jinja and Markdown", lambda job: _templates(), _print, note=note),
    ]


_known: list[tuple[jinja2.Template, MarkdownIt]] = []


def _templates() -> list[tuple[jinja2.Template, MarkdownIt]]:
    """Each clause's text as a template, compiled; our own signs taken out, as many holes left in."""
    if not _known:
        (composed,) = build.compose_spec(specs.SPEC, Report())
        environment, markdown = jinja2.Environment(autoescape=True), MarkdownIt()
        for placement in composed.plan.placements:
            text = Path(placement.text.file).read_text(encoding="utf-8")
            holes = " {{ v }}" * text.count("{{")
            _known.append((environment.from_string(_SIGNS.sub("", text) + holes), markdown))
    return _known


def _print(templates: list[tuple[jinja2.Template, MarkdownIt]]) -> Any:
    return [markdown.parse(template.render(v="quinientos sesenta euros")) for template, markdown in templates]
