"""Build hook: compiles the bundled clauses and sections into the wheel, as `vadocs/bundled/{library,sections}.json`."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NAMES = ("library.json", "sections.json")


class CustomBuildHook(BuildHookInterface[Any]):
    """Runs for wheels only: an editable install and a checkout compile the texts they have."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write what is compiled and have it packed; a fault in a text ends the build."""
        if version == "editable":
            return
        for name, data in _compiled(Path(self.root)).items():
            target = Path(self.directory) / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            build_data["force_include"][str(target)] = f"vadocs/bundled/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take the compiled files away again: they belong in the wheel alone."""
        for name in NAMES:
            (Path(self.directory) / name).unlink(missing_ok=True)


def _compiled(root: Path) -> Mapping[str, bytes]:
    """The compiled clauses and sections by the names of their files; RuntimeError for a fault in a text."""
    # The package is not installed while its wheel is built.
    sys.path.insert(0, str(root))
    try:
        from vadocs.diagnostics import Report
        from vadocs.readers.bundled import sections_alone
        from vadocs.readers.compiled import write_compiled
        from vadocs.readers.library import load_library
    finally:
        sys.path.remove(str(root))
    report = Report()
    clauses, documents = root / "clauses", root / "templates" / "documents"
    library = load_library([clauses], report)
    folders = sorted(path for path in documents.glob("*") if path.is_dir())
    whole = load_library([clauses, *folders], report, library)
    if report.failed:
        found = [f"{d.span.file}:{d.span.line}: {d.message('en')}" for d in report if d.span is not None]
        raise RuntimeError("the clause library has faults:\n" + "\n".join(found))
    sections = write_compiled(sections_alone(library, whole), documents)
    return dict(zip(NAMES, (write_compiled(library, clauses), sections), strict=True))
