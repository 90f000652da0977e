"""Build hook: compiles the bundled clause library into the wheel as `vadocs/bundled/library.json`."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Runs for wheels only: an editable install and a checkout compile the texts they have."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the compiled library and have it packed; a fault in a text ends the build."""
        if version == "editable":
            return
        root = Path(self.root)
        # The package is not installed while its wheel is built.
        sys.path.insert(0, self.root)
        try:
            from vadocs.diagnostics import Report
            from vadocs.readers.compiled import write_compiled
            from vadocs.readers.library import load_library
        finally:
            sys.path.remove(self.root)
        report = Report()
        folder = root / "clauses"
        library = load_library([folder], report)
        if report.failed:
            found = [f"{d.span.file}:{d.span.line}: {d.message('en')}" for d in report if d.span is not None]
            raise RuntimeError("the clause library has faults:\n" + "\n".join(found))
        target = Path(self.directory) / "library.json"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(write_compiled(library, folder))
        build_data["force_include"][str(target)] = "vadocs/bundled/library.json"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take the compiled file away again: it belongs in the wheel alone."""
        (Path(self.directory) / "library.json").unlink(missing_ok=True)
