"""What a job reads, found on this machine and put into a parcel."""

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from vadocs.batches.far.parcel import LARGEST, OUT, WORK, Parcel, inside
from vadocs.batches.hashes import digest, program
from vadocs.batches.jobs import Job, Limits, Options
from vadocs.diagnostics import Diagnostic, hint
from vadocs.outputs import MANIFEST, disk
from vadocs.outputs.manifest import read_bytes
from vadocs.readers.around import DEPTH, PRACTICE, bundled_folder, depth_below, find_practice, workspace_of
from vadocs.readers.faults import Faults
from vadocs.readers.nodes import Node, ScalarNode, SequenceNode
from vadocs.readers.source import MAX_BYTES
from vadocs.readers.yaml import read_yaml

_NAMING = ("file", "logo")
"""The last names of keys by which a spec names a file."""
_LOOK = "look"
_TEXTS, _FONTS = (".yaml", ".md"), (".ttf", ".otf")
"""How the names of what is read end."""


class Unfit(Exception):
    """A file that cannot travel: carries its finding."""

    def __init__(self, file: Path, why: str) -> None:
        super().__init__(why)
        self.diagnostic = Diagnostic("E788", None, (("file", str(file)),), (hint(f"H788.{why}"),))


@dataclass(frozen=True, slots=True)
class Packed:
    """A parcel, the bytes of its files by their hashes, and the paths of this machine for those of the parcel.

    `places`: by a path of the parcel, the one by which this machine tells of it; the longer ones first.
    """

    parcel: Parcel
    blobs: Mapping[str, bytes] = field(repr=False)
    places: tuple[tuple[str, str], ...]


class Packer:
    """Makes the parcels of a run. Files that jobs share are read once, as long as they stay as they are."""

    def __init__(self, run: str, options: Options, limits: Limits, out: Path, today: date) -> None:
        self._empty = Parcel(run, program(), Job("", "", Path()), options, limits, today)
        self._out = out
        self._kept: dict[str, bytes] = {}

    def pack(self, job: Job) -> Packed:
        """The parcel of a job. Raises `Unfit` where one of its files cannot travel."""
        base = job.spec.parent.resolve()
        root = workspace_of(base) or base
        practice = find_practice(job.spec)
        if (practice.resolve() if practice else None) != (root / PRACTICE if (root / PRACTICE).is_file() else None):
            raise Unfit(job.spec, "link")  # it is read from one folder, and what goes with it from another
        spec = base / job.spec.name
        blobs: dict[str, bytes] = {}
        files, folders = _of_workspace(root)
        shared = {_path(path, root): self._shared(path, blobs) for path in files}
        self._kept = {each: blobs[each] for each in shared.values()}
        own = {_path(spec, root): _own(spec, blobs)}
        texts = _texts(job, blobs[own[_path(spec, root)]], root)
        self._check_looks(texts, root)
        for path in _named(texts, base, root):
            if _path(path, root) not in shared:
                own[_path(path, root)] = _own(path, blobs)
        own |= {path: _keep(data, blobs) for path, data in self._amended(job, blobs[own[_path(spec, root)]])}
        held = tuple(_path(path, root) for path in folders)
        if not all(map(inside, (*shared, *own, *held))):
            raise Unfit(job.spec, "name")
        there = replace(job, spec=Path(_path(spec, root)))
        places = [(_path(spec, root), str(job.spec)), (WORK, str(root))]
        if practice is not None:
            places.insert(1, (_path(root / PRACTICE, root), str(practice)))
        parcel = replace(self._empty, job=there, folders=held, shared=shared, own=own)
        return Packed(parcel, blobs, tuple(places))

    def _shared(self, path: Path, blobs: dict[str, bytes]) -> str:
        """The hash of a file that many jobs read; its bytes are added to `blobs`."""
        known = digest(path)
        if known in self._kept:
            blobs[known] = self._kept[known]
            return known
        return _own(path, blobs)

    def _check_looks(self, texts: Sequence[tuple[str, str]], root: Path) -> None:
        """Refuse a look that is named by its path: only those of the workspace travel."""
        for name in (self._empty.options.look, *(text for key, text in texts if key == _LOOK)):
            folders = (root / "templates", bundled_folder() / "templates" / "looks")
            if name and not any((folder / f"{name}.docx").is_file() for folder in folders) and Path(name).is_file():
                raise Unfit(Path(name), "look")

    def _amended(self, job: Job, spec: bytes) -> Iterator[tuple[str, bytes]]:
        """The manifests of other engagements that this one may change, as their numbers stand in it."""
        told = [spec.decode("utf-8", "replace"), *(f"{one.key} {one.text}" for one in job.given)]
        text = "\n".join(told).casefold()
        if "amends" not in text or not disk.is_folder(self._out):
            return
        for name in sorted(disk.names(self._out)):
            try:
                data = disk.read(self._out / name / MANIFEST)
                records = read_bytes(data).records
            except (OSError, ValueError):
                continue
            if any(record.number.casefold() in text for record in records):
                yield f"{OUT}/{name}/{MANIFEST}", data


def _path(path: Path, root: Path) -> str:
    """A file's path in the parcel."""
    return f"{WORK}/{path.relative_to(root).as_posix()}"


def _keep(data: bytes, blobs: dict[str, bytes]) -> str:
    found = hashlib.sha256(data).hexdigest()
    blobs[found] = data
    return found


def _own(path: Path, blobs: dict[str, bytes]) -> str:
    """The hash of a file, its bytes added to `blobs`. Raises `Unfit` for one too large or that cannot be read."""
    try:
        with open(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)), "rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise Unfit(path, "unread") from error
    if len(data) > LARGEST:
        raise Unfit(path, "large")
    return _keep(data, blobs)


def _of_workspace(root: Path) -> tuple[list[Path], list[Path]]:
    """The files of a workspace that any job may read, and the folders that are there, empty ones too."""
    if not (root / PRACTICE).is_file():
        return [], []
    files, folders = [root / PRACTICE], [root / name for name in ("templates", "fonts") if (root / name).is_dir()]
    _below(root / "clauses", DEPTH, files, folders)
    files += sorted((root / "templates").glob("*.docx"))
    fonts = (Path(place, name) for place, _, names in os.walk(root / "fonts") for name in names)
    files += sorted(path for path in fonts if path.name.lower().endswith(_FONTS))
    return files, folders


def _below(folder: Path, depth: int, files: list[Path], folders: list[Path]) -> None:
    """The texts of a library and its folders, by links too, as it is read."""
    if not depth or not folder.is_dir():
        return
    folders.append(folder)
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir():
            _below(path, depth_below(depth, path.name), files, folders)
        elif path.suffix in _TEXTS:
            files.append(path)


def _texts(job: Job, spec: bytes, root: Path) -> list[tuple[str, str]]:
    """The texts by which the spec, its practice and what is laid over it name files and looks, by their last names."""
    found = [(one.key.rpartition(".")[2], one.text) for one in job.given]
    practice = root / PRACTICE
    datas = [spec[: MAX_BYTES + 1], *([practice.read_bytes()[: MAX_BYTES + 1]] if practice.is_file() else [])]
    for data in datas:
        node = read_yaml(data, "", Faults())
        if node is not None:
            found += _leaves(node, "")
    return [(key, text.strip()) for key, text in found if key in (*_NAMING, _LOOK) and text.strip()]


def _leaves(node: Node, key: str) -> Iterator[tuple[str, str]]:
    """Each text below a node with the last name of its key."""
    if isinstance(node, ScalarNode):
        yield key, node.text
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from _leaves(item, key)
    else:
        for name, entry in node.entries.items():
            yield from _leaves(entry.value, name)


def _named(texts: Iterable[tuple[str, str]], base: Path, root: Path) -> Iterator[Path]:
    """The files that are named, beside the spec or the practice and below the workspace.

    Of others the far side says, as this one would, that they are not there.
    """
    for key, text in texts:
        for folder in dict.fromkeys((base, root)) if key in _NAMING and "\0" not in text else ():
            path = Path(os.path.normpath(folder / text))
            try:
                real = path.resolve(strict=True)
                there = stat.S_ISREG(real.stat().st_mode)
            except (OSError, RuntimeError):
                continue
            if there and path.is_relative_to(root) and real.is_relative_to(root):
                yield path


