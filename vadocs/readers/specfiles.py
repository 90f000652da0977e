"""Which files of a folder are specs."""

from pathlib import Path

from vadocs.readers.around import PRACTICE

SUFFIX = ".vadocs.yaml"
"""How the name of a spec ends, where a folder is searched for specs."""
DRAFT = ".draft.json"
"""How the name of an interview's draft ends, which lies beside the specs until it is done."""


def specs_in(folder: Path) -> list[Path]:
    """The specs in a folder and, where it is a workspace, in its `engagements/`.

    A link that leads nowhere is one too, so that its client is not left out in silence. What begins with a full stop is
    an editor's or a system's.
    """
    folders = (folder, folder / "engagements") if (folder / PRACTICE).is_file() else (folder,)
    paths = (path for place in folders for path in sorted(place.glob(f"*{SUFFIX}")))
    return [path for path in paths if not path.name.startswith(".") and not path.is_dir()]
