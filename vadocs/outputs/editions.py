"""Which clause editions the documents on record were made with, when runs of one folder make different ones."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from vadocs.outputs.manifest import Edition, Manifest, Record

Placed = Mapping[str, Any]
"""A clause as the manifest tells of it; `documents`: the codes of those that have it."""


def editions(
    known: Manifest, edition: Edition, made: Sequence[Record], records: Sequence[Record]
) -> tuple[Edition, tuple[Edition, ...]]:
    """The edition with the clauses of all its documents, those of earlier runs too; and the others on record.

    `made`: what this run writes; `records`: everything that is on record then. The clauses of a document that is
    made again are those of this run. What was made by a vadocs that did not tell of documents counts no more.
    """
    every = {_key(one): one for one in (*known.earlier, known.edition)}
    before = every.pop(_key(edition), None)
    now = [_as_made(clause, made) for clause in edition.clauses]
    kept = _others(before.clauses if before is not None else (), {record.document for record in made})
    there = {_key(record) for record in records}
    others = tuple(one for key, one in every.items() if key in there and one.clauses)
    return replace(edition, clauses=_joined([*now, *kept])), others


def _key(one: Edition | Record) -> tuple[str, int, str]:
    return one.number, one.version, one.status


def _as_made(clause: Placed, made: Sequence[Record]) -> Placed:
    """The clause with its documents as files: a packet stands for those in it."""
    if "documents" not in clause:
        return clause
    found = [
        record.document
        for document in clause["documents"]
        for record in made
        if document == record.document or document in record.parts
    ]
    return {**clause, "documents": list(dict.fromkeys(found or clause["documents"]))}


def _others(before: Sequence[Placed], made: Collection[str]) -> Iterator[Placed]:
    """The clauses of documents that are not made again."""
    for clause in before:
        documents = [one for one in clause.get("documents", ()) if one not in made]
        if documents:
            yield {**clause, "documents": documents}


def _joined(clauses: Sequence[Placed]) -> tuple[Placed, ...]:
    """Each clause once, in its first place: what documents share is told with all of them."""
    found: list[dict[str, Any]] = []
    for clause in clauses:
        same = next((one for one in found if _apart(one) == _apart(clause)), None)
        if same is None:
            found.append(dict(clause))
        elif "documents" in clause:
            same["documents"] = list(dict.fromkeys([*same["documents"], *clause["documents"]]))
    return tuple(found)


def _apart(clause: Placed) -> dict[str, Any]:
    """What two entries of one clause differ in, if they do."""
    return {name: value for name, value in clause.items() if name not in ("documents", "reason")}
