"""Letters and certificates made from two examples, changed as a test asks."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tests.content.contracts import LAURA, MARTA, Spec, example
from tests.laid import laid
from tests.leaves.letters import DUNNING, HEADED
from vadocs.build import Composed, compose_spec
from vadocs.diagnostics import Report
from vadocs.writers.native import write_native

__all__ = ["LAURA", "MARTA", "made", "owed", "said", "spec", "written"]

BEGUN: Mapping[str, Spec] = {
    MARTA: {
        "date": "2025-11-23", "term": {"start": "2025-12-01"},
        "provider": {"tax": {"since": "2025-02-01", "declarations": "~"}},
    },
    LAURA: {"date": "2025-11-24", "term": {"start": "2025-12-01"}},
}  # fmt: skip
"""The examples as contracts of a year before, so that letters come after them."""


def spec(name: str, document: str, letters: Spec, over: Spec | None = None) -> Spec:
    """An example that asks for one letter, with `over` laid on it."""
    asked = {"documents": [document], "address_form": "tu", "letters": {**HEADED, **letters}}
    found: Spec = laid(laid(laid(example(name), BEGUN[name]), asked), over or {})
    return found


def owed(name: str, stage: str, over: Spec | None = None, **more: str) -> Spec:
    """An example that asks for a letter of collection; a key of `more` that is "~" is left out."""
    return spec(name, "dunning-letters", {"dunning": laid(DUNNING, {"stage": stage, **more})}, over)


def written(given: Spec) -> Path:
    """The spec as a file."""
    file = Path(mkdtemp(prefix="vadocs-letter-")) / "spec.vadocs.yaml"
    file.write_text(json.dumps(given, ensure_ascii=False, indent=1), encoding="utf-8")
    return file


def made(given: Spec) -> tuple[Composed | None, Report]:
    """The letter of a spec, None where it is refused, and what was found."""
    report = Report()
    found = compose_spec(written(given), report)
    return (found[0] if found else None), report


@cache
def _said(given: str) -> str:
    letter, report = made(json.loads(given))
    assert letter is not None, [(d.code, d.message("en"), d.span) for d in report]
    return write_native(letter.document).replace("\u00a0", " ").replace("\u202f", " ")


def said(given: Spec) -> str:
    """The letter of a spec as text, its spaces plain; fails where it is refused."""
    return _said(json.dumps(given))
