"""Examples with changes, nothing of them confirmed, and what is left to confirm in their contracts."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

from tests.content.contracts import contract, example
from tests.laid import laid
from vadocs.model.document import Document, ToConfirm

Spec = dict[str, Any]

AUTHORITY = {"kind": "registry-certificate", "date": "2024-02-03"}


def spec_of(base: str, change: Spec | None = None, *, confirmed: Spec | None = None) -> Spec:
    """The example `base` with `change` laid over it (`~` takes a key out); it confirms `confirmed` alone."""
    made = laid(deepcopy(example(base)), change or {})
    made.pop("confirmed", None)
    return {**made, **({"confirmed": confirmed} if confirmed else {})}


def written(spec: Spec, folder: Path) -> Path:
    """The spec's file in a workspace of its own."""
    (folder / "practice.yaml").write_text("schema: 1\n", "utf-8")
    file = folder / "spec.vadocs.yaml"
    file.write_text(yaml.dump(spec, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000), "utf-8")
    return file


def draft(base: str, folder: Path, change: Spec | None = None) -> Document:
    """The draft of the example with the change."""
    return contract(spec_of(base, change), folder)[1]


def by_name(document: Document) -> dict[str, ToConfirm]:
    """The facts to confirm by name, in order."""
    return {fact.name: fact for fact in document.meta.to_confirm}
