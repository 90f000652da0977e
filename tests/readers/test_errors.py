"""Faulty specs, each with the findings it must give as comments beside the fault."""

import re
from pathlib import Path

import pytest

from vadocs.catalogue import LANGUAGES, messages
from vadocs.catalogue.reading import MESSAGES
from vadocs.diagnostics import Diagnostic, Report
from vadocs.model.clause import Parameter
from vadocs.readers.engagement import read_engagement

FOLDER = Path(__file__).parent / "errors"
FAULTY = sorted(path for path in FOLDER.glob("*.yaml") if path.name != "practice.yaml")
PARAMETERS = {"confidentiality": {"years_after": Parameter("years_after", "quantity", "year", default="3")}}
READERS = Path(__file__).parents[2] / "vadocs" / "readers"


def written(finding: Diagnostic) -> list[str]:
    """A finding as the comments tell it: severity, code, place, message; a line for each hint."""
    span = finding.span
    assert span is not None
    place = f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"
    lines = [f"# {finding.severity}[{finding.code}] {place}: {finding.message('es')}"]
    for hint in finding.hints:
        edit = f" => {hint.edit.replacement}" if hint.edit else ""
        lines.append(f"#   hint: {hint.text('es')}{edit}".rstrip())
    return lines


@pytest.mark.parametrize("path", FAULTY, ids=lambda path: path.stem)
def test_all_findings_of_a_faulty_spec_in_source_order(path: Path) -> None:
    """A faulty spec gives exactly the findings written beside its faults, in order, and no engagement."""
    report = Report()
    engagement = read_engagement(path, PARAMETERS, report)
    expected = [
        line.rstrip()
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.match(r"# (error|warning)\[|#   hint:", line)
    ]
    assert [line for finding in report for line in written(finding)] == expected
    assert engagement is None


def test_every_code_of_the_readers_has_its_message() -> None:
    """Every code and hint that a reader of specs names stands in the catalogue, and none stands there unused."""
    sources = [path.read_text(encoding="utf-8") for path in READERS.rglob("*.py")]
    named = {id for text in sources for id in re.findall(r'"([EWNH]\d{3}|[a-z]+\.[a-z_]+)"', text)}
    kinds = {f"secret.{kind}" for text in sources for kind in re.findall(r'^    \("(\w+)", re\.compile', text, re.M)}
    own = {id for id in MESSAGES if not id.startswith("secret.")}
    assert len(own) > 100
    assert own <= named
    assert kinds <= MESSAGES.keys()
    reading = {id for id in named if re.fullmatch(r"[EWN](0\d\d|1\d\d)", id)}
    assert reading <= messages().keys()


@pytest.mark.parametrize("id", MESSAGES)
def test_a_message_is_told_alike_in_both_languages(id: str) -> None:
    """A message has the same placeholders in Spanish and English, starts low and ends without a full stop."""
    texts = MESSAGES[id]
    assert len(texts) == len(LANGUAGES)
    fields = [set(re.findall(r"\{([a-z]+)\}", text)) for text in texts]
    assert fields[0] == fields[1]
    for text in texts:
        assert (text.strip() == text and not text.endswith(".")) or text.endswith("EE. UU.")
        assert not re.match(r"[A-ZÁÉÍÓÚ][a-zñáéíóú]", text) or text.startswith(("YAML",))
