"""Taking the files of an engagement away: those that are ours, by the manifest, which goes last.

So a run that is cut off leaves the manifest, and the next one knows what is still to be removed. A file of ours is one
whose bytes are those on record; one that was changed by hand, or that we did not write, is left unless it is asked for.
Links are never followed.
"""

import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vadocs.diagnostics import Report
from vadocs.outputs import disk
from vadocs.outputs.manifest import Edition, Manifest, sha256
from vadocs.outputs.names import MANIFEST
from vadocs.outputs.previews import SUFFIX, is_sealed
from vadocs.outputs.saving import read_manifest

Kind = Literal["ours", "leftover", "manifest", "changed", "unsure", "other", "link", "folder", "elsewhere"]
"""What a name in the folder is: a file as we wrote it; a temporary one of ours; the manifest; one of ours that was
changed by hand; one of which nobody can tell, as there is no manifest or it is damaged; another's file, link or folder;
what lies on another file system."""
OURS: tuple[Kind, ...] = ("ours", "leftover", "manifest")
"""What is removed unasked, in the order in which it goes."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the folder of an engagement holds: every name below it, as a path within it, with what it is."""

    folder: Path
    names: Mapping[str, Kind]

    def removed(self, everything: bool) -> tuple[str, ...]:
        """The names that go, in the order in which they go: documents, leftovers, the manifest last.

        `everything`: what is not ours goes too, but for what lies on another file system; inner names before outer.
        """
        unasked = [name for kind in OURS[:-1] for name in self.names if self.names[name] == kind]
        others = [name for name, kind in self.names.items() if kind not in (*OURS, "elsewhere")] if everything else []
        others.sort(key=lambda name: (-name.count("/"), name))
        return (*unasked, *others, *(name for name, kind in self.names.items() if kind == "manifest"))

    def left(self, everything: bool) -> tuple[tuple[str, Kind], ...]:
        """The names that stay, with what they are."""
        gone = set(self.removed(everything))
        return tuple((name, kind) for name, kind in self.names.items() if name not in gone)


def held_in(folder: Path, engagement: str) -> Held | None:
    """What the folder of `engagement` holds; None where it is another engagement's, a link, or no folder."""
    found = disk.state(folder)
    if found is None:
        return Held(folder, {})
    if not stat.S_ISDIR(found.st_mode):
        return None
    report = Report()
    known = read_manifest(folder, Edition(engagement, "", 1, "draft"), report)
    if any(one.code == "E610" for one in report):
        return None
    names = dict(_names(folder, "", known or Manifest(Edition(engagement, "", 1, "draft")), found.st_dev))
    if known is None or MANIFEST not in names:
        # Nothing is known for ours: what there is goes if all is asked for.
        plain: tuple[Kind, ...] = ("other", "manifest")
        names = {name: "unsure" if kind in plain and "/" not in name else kind for name, kind in names.items()}
    return Held(folder, names)


def _names(folder: Path, within: str, known: Manifest, device: int) -> Iterator[tuple[str, Kind]]:
    """Every name below a folder with its kind; what a folder holds comes before itself. Links are not entered."""
    for name in sorted(disk.names(folder)):
        path, inner = folder / name, f"{within}{name}"
        found = disk.state(path)
        if found is None:
            continue
        if found.st_dev != device:
            yield inner, "elsewhere"
        elif stat.S_ISDIR(found.st_mode):
            yield from _names(path, f"{inner}/", known, device)
            yield inner, "folder"
        elif stat.S_ISLNK(found.st_mode):
            yield inner, "link"
        elif not stat.S_ISREG(found.st_mode):
            yield inner, "other"
        else:
            yield inner, _kind(path, known) if not within else "other"


def _kind(path: Path, known: Manifest) -> Kind:
    if path.name == MANIFEST:
        return "manifest"
    if disk.is_leftover(path.name):
        return "leftover"
    if path.suffix == SUFFIX and is_sealed(disk.read(path)):
        return "ours"
    hashes = {record.sha256 for record in (*known.records, *known.pending) if record.file == path.name}
    if not hashes:
        return "other"
    return "ours" if sha256(disk.read(path)) in hashes else "changed"


class Changed(Exception):
    """What the folder holds is not what it held when it was looked at."""


def remove_held(held: Held, engagement: str, everything: bool) -> None:
    """Remove what goes, then the folder if nothing is left in it; OSError where the disk or a permission is in the way.

    `Busy` where a run writes there, `Changed` where what it holds is no longer what `held` says: then nothing is gone.
    """
    if disk.state(held.folder) is None:
        return
    with disk.held(held.folder) as handle:
        if held_in(held.folder, engagement) != held:
            raise Changed
        for name in held.removed(everything):
            if name == MANIFEST:
                disk.sync(handle)  # else a power cut could keep a document and lose what it is known by
            if held.names[name] == "folder":
                disk.remove_folder(held.folder / name)
            else:
                disk.remove(held.folder / name)
    if not held.left(everything):
        disk.remove_folder(held.folder)
