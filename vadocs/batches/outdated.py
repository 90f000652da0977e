"""Documents made with other clause editions than the library's today, from the manifests of an output folder.

What was used is on record: id, edition and, since manifests tell it, a hash of the wording. What it said is not: that
is had from the editions that the workspace keeps, and where there is none, nothing is told of it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from vadocs.batches.journal import read_journal
from vadocs.diagnostics import Report, hint
from vadocs.model.clause import Clause
from vadocs.model.editions import wording
from vadocs.model.library import Library
from vadocs.outputs import MANIFEST, disk
from vadocs.outputs.failing import failing
from vadocs.outputs.manifest import Edition, read_bytes
from vadocs.readers.comparing import Change, compared

Kind = Literal["older", "newer", "other", "gone"]
"""How an edition that was used stands to the library's: before it, after it, of its number with another wording, of a
clause that is there no more."""


@dataclass(frozen=True, slots=True)
class Used:
    """An edition that documents were made with, which is not the library's. `now`: the library's; None: it has none.

    `tag`: of the text ("es@PE"); `hash`: its wording's; "" where none is on record. `pinned`: the spec asked so.
    """

    clause: str
    was: int
    now: int | None
    kind: Kind
    tag: str = ""
    hash: str = ""
    pinned: bool = False
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Issued:
    """One version of an engagement's documents. `used`: what differs from today. `folder`: None: known by a batch's
    record alone."""

    engagement: str
    number: str
    version: int
    status: str
    used: tuple[Used, ...]
    folder: Path | None


@dataclass(frozen=True, slots=True)
class Drift:
    """What changed in a clause between an edition that was used and today's, once for all who have it.

    `known`: "exact": the older texts are at hand, proved by their hash; "likely": by the edition's number alone, none
    on record; "": they are not at hand. `changes` has then nothing. `count`: how many sets of documents.
    """

    clause: str
    was: int
    now: int | None
    kind: Kind
    known: Literal["exact", "likely", ""]
    changes: tuple[Change, ...]
    count: int


@dataclass(slots=True)
class _Group:
    tags: set[str] = field(default_factory=set)
    hashes: dict[str, str] = field(default_factory=dict)
    count: int = 0


def issued(out: Path, library: Library, report: Report) -> Iterator[Issued]:
    """Every version of every engagement in an output folder, or of the one whose folder it is, by id.

    A manifest that cannot be read is told (W466), and the others are looked at. Raises `Failure` where the disk or a
    permission is in the way.
    """
    with failing(out, "E002"):
        alone = (out / MANIFEST).is_file()
        folders = [out] if alone else sorted(path.parent for path in out.glob(f"*/{MANIFEST}"))
    for folder in folders:
        for edition in _read(folder / MANIFEST, report):
            yield _issued(edition, edition.clauses, library, folder)
    if not alone:
        known, seen = read_journal(out, report), {folder.name for folder in folders}
        for id in sorted(known.keys() - seen):
            entry = known[id]
            clauses = [{"id": clause, "edition": _number(text)} for clause, text in entry.clauses.items()]
            if clauses:
                edition = Edition(id, entry.number, entry.version, entry.status)
                yield _issued(edition, clauses, library, None)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _read(path: Path, report: Report) -> Sequence[Edition]:
    """What a manifest tells of: the edition written last, then the others on record; nothing, told, if damaged."""
    try:
        with failing(path, "E002"):
            manifest = read_bytes(disk.read(path))
        clauses = [clause for one in (manifest.edition, *manifest.earlier) for clause in one.clauses]
        if not all(isinstance(one["id"], str) and isinstance(one["edition"], int) for one in clauses):
            raise ValueError("not a manifest's clauses")
    except (ValueError, KeyError, TypeError):
        report.add("W466", file=path, hints=[hint("H466")])
        return ()
    return (manifest.edition, *manifest.earlier)


def _issued(
    edition: Edition, clauses: Sequence[Mapping[str, Any]], library: Library, folder: Path | None
) -> Issued:  # fmt: skip
    used = tuple(one for clause in clauses if (one := _used(clause, library)) is not None)
    return Issued(edition.engagement, edition.number, edition.version, edition.status, used, folder)


def _used(placed: Mapping[str, Any], library: Library) -> Used | None:
    """How what was used stands to the library's; None where that is the same."""
    id, was, tag, hash = placed["id"], placed["edition"], placed.get("variant", ""), placed.get("sha256", "")
    clause = library.clauses.get(id)
    now = clause.edition if clause is not None else None
    kind: Kind
    if clause is None or now is None:
        kind = "gone"
    elif was != now:
        kind = "older" if was < now else "newer"
    elif hash and hash != _wording(clause, tag):
        kind = "other"
    else:
        return None
    pinned, documents = bool(placed.get("pinned")), tuple(placed.get("documents", ()))
    return Used(id, was, now, kind, tag, hash, pinned, documents)


def _wording(clause: Clause, tag: str) -> str:
    """The hash of a clause's text of that tag, else of its language; "" where it has none."""
    language, _, law = tag.partition("@")
    text = clause.texts.get(tag) or clause.text(language, law)
    return wording(clause, text) if text is not None else ""


def drifts(every: Sequence[Issued], library: Library) -> Iterator[Drift]:
    """What changed, by clause and edition: of the texts those that were used. What is pinned is told too."""
    groups: dict[tuple[str, int, int | None, Kind], _Group] = {}
    for one in every:
        told = set()
        for used in one.used:
            key = used.clause, used.was, used.now, used.kind
            group = groups.setdefault(key, _Group())
            group.tags.add(used.tag)
            group.hashes[used.tag] = used.hash
            group.count += key not in told
            told.add(key)
    for (id, was, now, kind), group in sorted(groups.items(), key=lambda item: (item[0][0], item[0][1])):
        clause = library.clauses.get(id)
        old, known = _at_hand(id, was, group.hashes, library)
        tags = None if group.tags == {""} else group.tags
        changes = tuple(compared(old, clause, tags)) if old is not None and clause is not None else ()
        yield Drift(id, was, now, kind, known, changes, group.count)


def _at_hand(
    id: str, was: int, hashes: Mapping[str, str], library: Library
) -> tuple[Clause | None, Literal["exact", "likely", ""]]:
    """The edition that was used, where it is kept or bundled, and how sure that is."""
    candidates = [*library.editions.get(id, {}).values(), *([library.under[id]] if id in library.under else [])]
    of_number = [one for one in candidates if one.edition == was]
    on_record = {tag: hash for tag, hash in hashes.items() if hash}
    if on_record:
        proved = [one for one in of_number if _all_are(one, on_record)]
        return (proved[0], "exact") if proved else (None, "")
    return (of_number[0], "likely") if of_number else (None, "")


def _all_are(clause: Clause, hashes: Mapping[str, str]) -> bool:
    return all(tag in clause.texts and wording(clause, clause.texts[tag]) == hash for tag, hash in hashes.items())


def statuses(every: Collection[Issued]) -> frozenset[str]:
    """The statuses of the documents that are not of today's editions."""
    return frozenset(one.status for one in every if one.used)
