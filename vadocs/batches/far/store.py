"""An object store as output (the extra `remote`): `--out s3://bucket/path`, through fsspec.

Each object is put whole. What a folder has and a store has not is made up for: documents are written into a folder of
this machine first, with all that protects them, from what the store holds of that client (`outputs.save`); then they
are put in the same order as on a disk: the client's manifest that tells what is pending, the files, the manifest. A
line of the batch's manifest is an object of its own after them, `manifest.lines/ID.json`; at the end all lines become
`manifest.jsonl`. Nothing keeps two runs apart: a store has no locks.
"""

import json
import re
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from vadocs import outputs
from vadocs.batches.far.parcel import moved
from vadocs.batches.far.remote import removed
from vadocs.batches.jobs import Entry
from vadocs.batches.journal import JOURNAL, Journal, line_of, read_journal
from vadocs.batches.report import NAME as PAGE
from vadocs.batches.wire import finding_of, finding_value
from vadocs.diagnostics import Diagnostic, Failure, Report, hint
from vadocs.outputs import MANIFEST, Edition, Output, sha256
from vadocs.outputs.manifest import Manifest, manifest_bytes, read_bytes

STORES = ("s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "oss", "memory")
"""Stores that put an object whole or not at all. What fsspec writes elsewhere may be cut off in the middle."""
LINES = "manifest.lines"
"""Below this name, which no engagement has, lie the lines of a run that has not ended."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


class Address(PurePosixPath):
    """The address of a store, or of an object in it. As a text it has no name and password of who writes there."""

    def __str__(self) -> str:
        return re.sub(r"^([a-z0-9]+):/+(?:[^/@]*@)?", r"\1://", super().__str__())

    @property
    def url(self) -> str:
        """The address as fsspec needs it."""
        return re.sub(r"^([a-z0-9]+):/+", r"\1://", super().__str__())


def address_of(typed: str) -> Address | None:
    """The address that was typed; None for a path of this machine."""
    protocol, sign, rest = typed.partition("://")
    return Address(f"{protocol.lower()}://{rest}") if sign and re.fullmatch(r"[A-Za-z][A-Za-z0-9]*", protocol) else None


@contextmanager
def stored(address: Address) -> "Iterator[Store]":
    """A store, and a private folder of this machine for what goes there, which is removed in the end."""
    folder = tempfile.mkdtemp(prefix="vadocs-")
    with removed(Path(folder)):
        yield Store(address, Path(folder))


class Store:
    """A store as the output of a batch. All raise `Failure` (E784) where it does not do what is asked."""

    def __init__(self, address: Address, folder: Path) -> None:
        """`folder`: where documents are before they are put. E787 without the extra, E789 for what is no store."""
        self.address, self.folder = address, folder
        self._there: set[str] = set()
        if address.parts[0].rstrip(":") not in STORES:
            advice = hint("H789", list=", ".join(f"{one}://" for one in STORES[:-1]))
            raise Failure(Diagnostic("E789", None, (("address", str(address)),), (advice,)))
        try:
            import fsspec
        except ImportError as error:
            found = Diagnostic("E787", None, (("name", f"--out {address}"),), (hint("H787", extra="remote"),))
            raise Failure(found) from error
        with self._reached():
            try:
                self._fs, root = fsspec.core.url_to_fs(address.url, use_listings_cache=False)
            except ImportError as error:  # of the part of fsspec that knows this store
                advice = hint("H787.store", text=str(error))
                raise Failure(Diagnostic("E787", None, (("name", f"--out {address}"),), (advice,))) from error
        self._root = root.rstrip("/")

    # --- before a run ---

    def begin(self) -> None:
        """Bring what the store tells of earlier runs: its manifest, the lines after it, its page."""
        with self._reached():
            self._fs.invalidate_cache()
            try:
                found = self._fs.find(self._root)
            except FileNotFoundError:  # nothing was put yet
                found = []
        self._there = {each[len(self._root) :].lstrip("/") for each in found}
        for name in (JOURNAL, PAGE):
            (self.folder / name).unlink(missing_ok=True)
            if name in self._there:
                (self.folder / name).write_bytes(self._get(name))
        with open(self.folder / JOURNAL, "ab") as journal:
            for name in sorted(self._there):
                if name.startswith(f"{LINES}/"):
                    journal.write(b"\n" + self._get(name))
        if not (self.folder / JOURNAL).stat().st_size:
            (self.folder / JOURNAL).unlink()

    def files(self, known: Entry) -> Iterator[tuple[str, str]]:
        """The files of an engagement that the store lacks, as `changes.standing` has it. Their bytes are not read."""
        for name in (MANIFEST, *(each.file for each in known.files)):
            if f"{known.engagement}/{name}" not in self._there:
                yield name, "missing"

    # --- while it goes on ---

    @contextmanager
    def opened(self, out: Path, known: Collection[str]) -> Iterator[Journal]:
        """As `journal.opened`; each line is put, too."""
        journal = _Lines(out, known, self)
        try:
            yield journal
        finally:
            journal.close()

    def save(
        self, folder: Path, made: Sequence[Output], edition: Edition, *, replace: bool, report: Report
    ) -> bool:
        """As `outputs.save`, over what the store holds of the engagement, and put there."""
        before = self._bring(folder)
        found = Report()
        try:
            if not outputs.save(folder, made, edition, replace=replace, report=found):
                return False
            self._send(folder, before)
        finally:
            report.extend(self.told(found))
            shutil.rmtree(folder, ignore_errors=True)
        return True

    def _bring(self, folder: Path) -> dict[str, bytes]:
        """The objects of an engagement, written into its folder."""
        shutil.rmtree(folder, ignore_errors=True)
        found: dict[str, bytes] = {}
        for each in sorted(self._there):
            id, _, name = each.partition("/")
            if id == folder.name and _NAME.fullmatch(name):
                folder.mkdir(exist_ok=True)
                found[name] = self._get(each)
                (folder / name).write_bytes(found[name])
        return found

    def _send(self, folder: Path, before: dict[str, bytes]) -> None:
        """Put what is new: the manifest that tells what is pending, the files, the manifest."""
        after = read_bytes((folder / MANIFEST).read_bytes())
        known = read_bytes(before[MANIFEST]) if MANIFEST in before else Manifest(after.edition)
        changed = [each for each in after.records if _differs(folder / each.file, before.get(each.file))]
        pending = replace(known, pending=tuple(changed))
        self._put(f"{folder.name}/{MANIFEST}", manifest_bytes(pending))
        for each in changed:
            self._put(f"{folder.name}/{each.file}", (folder / each.file).read_bytes())
        self._put(f"{folder.name}/{MANIFEST}", manifest_bytes(after))

    def line(self, entry: Entry) -> None:
        """Put a line of the batch's manifest."""
        self._put(f"{LINES}/{entry.engagement}.json", line_of(entry))

    # --- after it ---

    def end(self, page: Path | None) -> Address | None:
        """Put the manifest as one object and the page; the address of the page, if there is one."""
        lines = [name for name in sorted(self._there) if name.startswith(f"{LINES}/")]
        if lines:
            known = read_journal(self.folder)
            self._put(JOURNAL, b"".join(line_of(known[id]) for id in known))
            with self._reached():
                for name in lines:
                    self._fs.rm_file(f"{self._root}/{name}")
                    self._there.discard(name)
        if page is None:
            return None
        self._put(PAGE, page.read_bytes())
        return self.address / PAGE

    def told(self, findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """The findings, with the store's address in place of the folder of this machine."""
        for one in findings:
            yield finding_of(moved(json.loads(json.dumps(finding_value(one))), [(str(self.folder), str(self.address))]))

    # --- objects ---

    def _get(self, name: str) -> bytes:
        with self._reached():
            return bytes(self._fs.cat_file(f"{self._root}/{name}"))

    def _put(self, name: str, data: bytes) -> None:
        with self._reached():
            self._fs.pipe_file(f"{self._root}/{name}", data)
        self._there.add(name)

    @contextmanager
    def _reached(self) -> Iterator[None]:
        """Within it, whatever a store raises is a `Failure`."""
        try:
            yield
        except Failure:
            raise
        except Exception as error:
            text = " ".join(str(error).split())[:200] or type(error).__name__
            args: tuple[tuple[str, Any], ...] = (("address", str(self.address)), ("text", text))
            raise Failure(Diagnostic("E784", None, args, (hint("H784"),))) from None


class _Lines(Journal):
    """A journal of this machine whose lines are put into a store, too."""

    def __init__(self, out: Path, known: Collection[str], store: Store) -> None:
        super().__init__(out, known)
        self._store = store

    def append(self, entry: Entry) -> None:
        super().append(entry)
        self._store.line(entry)


def _differs(file: Path, before: bytes | None) -> bool:
    """Whether a file is there and is another than it was."""
    return file.is_file() and (before is None or sha256(file.read_bytes()) != sha256(before))


