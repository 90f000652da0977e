"""Findings as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), for editors and code hosts."""

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from vadocs import __version__
from vadocs.catalogue import messages, say
from vadocs.cli.findings import from_here, printable
from vadocs.diagnostics import Diagnostic, Hint, Severity, Span
from vadocs.lint.rules.acceptance import Accepted
from vadocs.lint.rules.table import BY_CODE
from vadocs.outputs.failing import failing
from vadocs.readers.excerpts import Printed, prepare

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_PLACEHOLDER = re.compile(r"\{\w+\}")

Json = dict[str, Any]


def sarif_log(found: Iterable[Diagnostic], accepted: Sequence[Accepted], language: str) -> Json:
    """The log of one run: every finding, those accepted as suppressed with their reason, texts in `language`."""
    told = [(printed, None) for printed in prepare(found)]
    put_up_with = zip(prepare(one.diagnostic for one in accepted), (one.reason for one in accepted), strict=True)
    every: list[tuple[Printed, str | None]] = [*told, *put_up_with]
    codes = sorted({printed.diagnostic.code for printed, _ in every})
    driver = {
        "name": "vadocs",
        "version": __version__,
        "language": language,
        "rules": [_rule(code, language) for code in codes],
    }
    results = [_result(printed.diagnostic, reason, codes, language) for printed, reason in every]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def write_sarif(path: Path, log: Json) -> None:
    """Write the log as UTF-8. Raises `Failure` where the disk or a permission is in the way."""
    with failing(path):
        path.write_text(json.dumps(log, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _rule(code: str, language: str) -> Json:
    """What a code stands for (§3.49): its message and advice with … for what differs from case to case."""
    rule = BY_CODE.get(code)
    made: Json = {
        "id": code,
        "shortDescription": {"text": _general(code, language)},
        "defaultConfiguration": {"level": str(Severity({"E": "error", "W": "warning", "N": "note"}[code[0]]))},
        "properties": {"internal": rule is not None and rule.internal},
    }
    advice = f"H{code[1:]}"
    if advice in messages():
        made["help"] = {"text": _general(advice, language)}
    return made


def _general(id: str, language: str) -> str:
    return _PLACEHOLDER.sub("…", say(id, language, {}))


def _result(diagnostic: Diagnostic, reason: str | None, codes: Sequence[str], language: str) -> Json:
    """One finding (§3.27). `reason`: why the spec accepts it; None where it does not."""
    advice = [printable(one.text(language)) for one in diagnostic.hints]
    made: Json = {
        "ruleId": diagnostic.code,
        "ruleIndex": codes.index(diagnostic.code),
        "level": str(diagnostic.severity),
        "message": {"text": "\n".join([printable(diagnostic.message(language)), *advice])},
    }
    if diagnostic.span is not None:
        made["locations"] = [{"physicalLocation": _place(diagnostic.span)}]
    if diagnostic.related:
        made["relatedLocations"] = [
            {"physicalLocation": _place(one.span), "message": {"text": printable(one.text(language))}}
            for one in diagnostic.related
        ]
    fixes = [_fix(one, language) for one in diagnostic.hints if one.edit is not None]
    if fixes:
        made["fixes"] = fixes
    if reason is not None:
        made["suppressions"] = [{"kind": "inSource", "justification": reason}]
    return made


def _fix(advice: Hint, language: str) -> Json:
    """An edit (§3.55)."""
    assert advice.edit is not None
    replacement = {
        "deletedRegion": _region(advice.edit.span),
        "insertedContent": {"text": advice.edit.replacement},
    }
    change = {"artifactLocation": {"uri": _uri(advice.edit.span.file)}, "replacements": [replacement]}
    return {"description": {"text": printable(advice.text(language))}, "artifactChanges": [change]}


def _place(span: Span) -> Json:
    """A place in a file (§3.29); without a region where the file as a whole is meant."""
    made: Json = {"artifactLocation": {"uri": _uri(span.file)}}
    return {**made, "region": _region(span)} if span.line else made


def _region(span: Span) -> Json:
    """Lines and columns from 1, the end excluded (§3.30)."""
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _uri(file: str) -> str:
    """The file from the current folder as a relative reference, or its URI where it lies elsewhere (§3.4)."""
    path = Path(from_here(file))
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
