"""Where the files lie that go with a spec: found without reading any of them."""

import re
from pathlib import Path

import vadocs

PACKAGE = Path(vadocs.__file__).resolve().parent
PRACTICE = "practice.yaml"
KEPT = "editions"
"""The folder of a workspace's `clauses` that keeps older editions: `editions/deposit/1/`."""
DEPTH = 2
"""How deep a library's texts lie: in its folder, and in those in it; deeper where editions are kept."""

_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


def is_device(name: str) -> bool:
    """Whether Windows keeps a name, with whatever suffix, for a device and has no file or folder of that name."""
    return _DEVICE.match(name) is not None


def depth_below(depth: int, name: str) -> int:
    """How deep texts lie in the folder `name` of one in which they lie so deep."""
    return 3 if depth == DEPTH and name == KEPT else depth - 1


def find_practice(spec: Path) -> Path | None:
    """The nearest `practice.yaml` at or above the folder of `spec`, or None. One file, no chain."""
    for folder in (spec.parent, *spec.resolve().parent.parents):
        if (folder / PRACTICE).is_file():
            return folder / PRACTICE
    return None


def workspace_of(start: Path) -> Path | None:
    """The folder of the nearest practice.yaml going up from `start`; None where there is none."""
    folders = (start.resolve(), *start.resolve().parents)
    return next((folder for folder in folders if (folder / PRACTICE).is_file()), None)


def workspace_folder(start: Path, name: str) -> Path | None:
    """The folder `name` of the workspace around `start`; None if there is none."""
    workspace = workspace_of(start)
    return workspace / name if workspace is not None and (workspace / name).is_dir() else None


def bundled_folder() -> Path:
    """The folder that holds `clauses/` and `templates/`: in a wheel `vadocs/bundled`, in a checkout its top."""
    inside = PACKAGE / "bundled"
    return inside if (inside / "clauses").is_dir() else PACKAGE.parent


def checkout_folder() -> Path | None:
    """The folder of the bundled texts where somebody may edit them: a checkout; None in a wheel."""
    folder = bundled_folder()
    return folder if folder == PACKAGE.parent else None
