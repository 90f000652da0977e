"""The manifest of an engagement's folder: what was written there, as values and as JSON.

`files` are those of the number, version and status that were written last, `other_files` all others that
are still known: of other versions, of an earlier number or client's name. `pending` stands only between the
first rename of a run and its end (see `saving`). `sha256` seals the rest, so that a change by hand shows.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

FINAL = "final"


@dataclass(frozen=True, slots=True)
class Output:
    """One file to write: which document, in which format, its name, its bytes and its pages.

    `text_sha256` is the SHA-256 of the document's text: two formats of one content have the same. `several`: files of
    this document with other names stand beside it in one version, each for something else, as letters do.
    `parts`: the documents that a packet holds, in order; packets of others stand beside it under other names.
    """

    document: str
    format: str
    file: str
    data: bytes
    pages: int
    text_sha256: str
    several: bool = False
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """What one run makes: the engagement's id, the number and version it prints, "draft" or "final", its clauses."""

    engagement: str
    number: str
    version: int
    status: str
    clauses: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """A file that was written, by its name and the hash of its bytes, with the edition that it belongs to."""

    document: str
    format: str
    file: str
    pages: int
    sha256: str
    text_sha256: str
    number: str
    version: int
    status: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is known of a folder: the edition written last, every file on record, and those about to be written.

    `earlier`: other editions of which files are on record, with the clauses that they were made with.
    """

    edition: Edition
    records: tuple[Record, ...] = ()
    pending: tuple[Record, ...] = ()
    earlier: tuple[Edition, ...] = ()

    def record(self, file: str) -> Record | None:
        """What is on record of a file; None for one that is not ours."""
        return next((record for record in self.records if record.file == file), None)


def sha256(data: bytes) -> str:
    """The hexadecimal SHA-256 of `data`."""
    return hashlib.sha256(data).hexdigest()


def record_of(output: Output, edition: Edition) -> Record:
    """The record of a file to be written."""
    return Record(
        output.document, output.format, output.file, output.pages, sha256(output.data), output.text_sha256,
        edition.number, edition.version, edition.status, output.parts,
    )  # fmt: skip


# --- JSON ------------------------------------------------------------------------------------------

_OF_EDITION = ("number", "version", "status")


def manifest_bytes(manifest: Manifest) -> bytes:
    """The manifest as JSON in UTF-8: the same manifest, the same bytes."""
    edition = manifest.edition
    own = [r for r in manifest.records if all(getattr(r, name) == getattr(edition, name) for name in _OF_EDITION)]
    others = [record for record in manifest.records if record not in own]
    plain: dict[str, Any] = {
        "engagement": edition.engagement,
        **{name: getattr(edition, name) for name in _OF_EDITION},
        "files": [{k: v for k, v in _plain(record).items() if k not in _OF_EDITION} for record in own],
        "other_files": [_plain(record) for record in others],
        **({"pending": [_plain(record) for record in manifest.pending]} if manifest.pending else {}),
        "clauses": [dict(clause) for clause in edition.clauses],
        **({"other_clauses": [_other(one) for one in manifest.earlier]} if manifest.earlier else {}),
        "toc_pages": "predicted",
    }
    return (json.dumps({**plain, "sha256": _seal(plain)}, ensure_ascii=False, indent=2) + "\n").encode()


def _other(edition: Edition) -> dict[str, Any]:
    """An edition that was not written last, with its clauses."""
    names = {name: getattr(edition, name) for name in _OF_EDITION}
    return {**names, "clauses": [dict(clause) for clause in edition.clauses]}


def _plain(record: Record) -> dict[str, Any]:
    """The record as JSON has it: only a packet has parts."""
    return {name: value for name, value in asdict(record).items() if name != "parts" or value}


def _record(entry: Mapping[str, Any], **common: Any) -> Record:
    return Record(**{**entry, **common, "parts": tuple(entry.get("parts", ()))})


def read_bytes(data: bytes) -> Manifest:
    """The manifest that `manifest_bytes` wrote. ValueError for anything else, also for one changed by hand."""
    try:
        plain = json.loads(data.decode("utf-8"))
        seal = plain.pop("sha256")
        if seal != _seal(plain):
            raise ValueError("the manifest was changed")
        common = {name: plain[name] for name in _OF_EDITION}
        edition = Edition(plain["engagement"], **common, clauses=tuple(plain["clauses"]))
        own = [_record(entry, **common) for entry in plain["files"]]
        others = [_record(entry) for entry in plain["other_files"]]
        pending = [_record(entry) for entry in plain.get("pending", ())]
        earlier = [
            Edition(plain["engagement"], **{**one, "clauses": tuple(one["clauses"])})
            for one in plain.get("other_clauses", ())
        ]
    except (AttributeError, KeyError, TypeError, RecursionError) as error:
        raise ValueError("not a manifest") from error
    return Manifest(edition, (*own, *others), tuple(pending), tuple(earlier))


def _seal(plain: Mapping[str, Any]) -> str:
    """The hash of what the manifest says, whatever its spaces and the order of its keys."""
    return sha256(json.dumps(plain, sort_keys=True, ensure_ascii=True, separators=(",", ":")).encode())


def settled(manifest: Manifest, hashes: Mapping[str, str]) -> Manifest:
    """The manifest without `pending`: what a run that was cut off had got to is put on record.

    `hashes` are those of the pending files that are there.
    """
    done = {record.file: record for record in manifest.pending if hashes.get(record.file) == record.sha256}
    kept = tuple(record for record in manifest.records if record.file not in done)
    return replace(manifest, records=(*done.values(), *kept), pending=())
