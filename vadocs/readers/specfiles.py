"""Which files of a folder are specs."""

from pathlib import Path

from vadocs.readers.around import PRACTICE

SUFFIX = ".vadocs.yaml"
"""How the name of a spec ends, where a folder is searched for specs."""


def specs_in(folder: Path) -> list[Path]:
    """The specs in a folder and, where it is a workspace, in its `engagements/`."""
    folders = (folder, folder / "engagements") if (folder / PRACTICE).is_file() else (folder,)
    return [path for place in folders for path in sorted(place.glob(f"*{SUFFIX}")) if path.is_file()]
