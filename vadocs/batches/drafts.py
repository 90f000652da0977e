"""Drafts of interviews that were left: answers about a client, beside the specs, before there is a spec."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from vadocs.batches import traces
from vadocs.batches.sources.clashes import mended_id
from vadocs.outputs import disk
from vadocs.readers.source import MAX_BYTES
from vadocs.readers.specfiles import DRAFT

_KEYS = {
    "client": "legal_name", "client-tax-id": "tax_id", "client-email": "email", "client-phone": "phone",
    "signatory": "name",
}  # fmt: skip
"""The answers by which a client is found, and the keys of a party that they fill."""
_UNNAMED = ("new", "init", "")


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A draft, or what a killed run left of one. `names`: ids by which it is asked for; `told`: what it says of its
    client, by key; `data`: what it held when it was looked at."""

    path: Path
    names: tuple[str, ...]
    told: tuple[tuple[str, str], ...] = field(repr=False)
    data: bytes = field(repr=False)

    @property
    def terms(self) -> tuple[str, ...]:
        """Patterns by which its client is found elsewhere."""
        return traces.terms_of(self.told)


def drafts_in(folders: Iterable[Path]) -> Iterator[DraftFile]:
    """Every draft in the folders; links are not followed. OSError where the system refuses."""
    for folder in folders:
        for path in sorted(folder.iterdir()):
            ours = path.name.endswith(DRAFT) or disk.is_leftover(path.name)
            if ours and path.is_file() and not path.is_symlink():
                yield draft_file(path)


def draft_file(path: Path) -> DraftFile:
    """The draft at `path`; of one that cannot be understood, all its text is what it says of its client."""
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES)
    stem = path.name.removesuffix(DRAFT).lstrip(".") if path.name.endswith(DRAFT) else ""
    answers = _answers(data)
    if answers is None:
        return DraftFile(path, _names(stem), (("text", data.decode("utf-8", "replace")),), data)
    told = tuple((key, answers[name].partition(",")[0] if key == "name" else answers[name])
                 for name, key in _KEYS.items() if name in answers)  # fmt: skip
    client = answers.get("client", "")
    return DraftFile(path, _names(stem, client.partition(",")[0], client), told, data)


def of_client(drafts: Sequence[DraftFile], id: str, terms: Sequence[str]) -> tuple[DraftFile, ...]:
    """Those that are asked for by `id`, and those whose client one of `terms`, or of theirs, names."""
    asked = [draft for draft in drafts if id in draft.names]
    known = dict.fromkeys((*terms, *(term for draft in asked for term in draft.terms)))
    return tuple(
        draft for draft in drafts
        if draft in asked or any(traces.has_term(tuple(known), text) for _, text in draft.told)
    )  # fmt: skip


def _answers(data: bytes) -> Mapping[str, str] | None:
    """The answers of a draft by question; None where there are none to be read."""
    try:
        typed = json.loads(data)["typed"]
        return {str(name): str(text) for name, text in typed.items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _names(*texts: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for text in texts if (name := mended_id(text)) not in _UNNAMED))
