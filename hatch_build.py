"""Build hook: compiles the bundled clauses and sections, as `library.json` and `sections.json`.

They go into the wheel, and beside the texts of a checkout that is installed: there they count until a text or a module
that compiles is changed.
"""

import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NAMES = ("library.json", "sections.json")


class CustomBuildHook(BuildHookInterface[Any]):
    """Runs for wheels, editable ones too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write what is compiled and have it packed; a fault in a text ends the build, but not of a checkout."""
        if version == "editable":
            with suppress(RuntimeError):
                for name, data in _compiled(Path(self.root)).items():
                    (Path(self.root) / name).write_bytes(data)
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
        from vadocs.readers.bundled import compiled_files
    finally:
        sys.path.remove(str(root))
    report = Report()
    files = compiled_files(report)
    if report.failed:
        found = [f"{d.span.file}:{d.span.line}: {d.message('en')}" for d in report if d.span is not None]
        raise RuntimeError("the clause library has faults:\n" + "\n".join(found))
    return files
