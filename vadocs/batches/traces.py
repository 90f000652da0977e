"""Where a client stands besides its own spec and files: in lines of other files, and in files that its spec names.

Places are told, never what is written there.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from vadocs.outputs.names import without_legal_form
from vadocs.readers.faults import Faults
from vadocs.readers.nodes import MappingNode, Node, ScalarNode, SequenceNode
from vadocs.readers.source import MAX_BYTES
from vadocs.readers.yaml import read_yaml

TEXTS = (".yaml", ".yml", ".md", ".txt", ".csv", ".ics", ".json", ".eml", ".html")
"""Files that are looked through, by how their names end."""
_TELLING = ("legal_name", "trade_name", "tax_id", "value", "email", "phone", "website", "linkedin", "name", "iban")
"""Keys of a party by whose values it can be found elsewhere."""
_IDENTIFIERS = ("tax_id", "value", "phone", "iban")
"""Those that people write with signs and spaces of their own."""
_SHORTEST = 4
"""A text of fewer letters stands in many places that have nothing to do with the client."""
_MARKS = re.compile("[\u0300-\u036f]+")
_SIGNS = re.compile(r"[\W_]+")
_ID = re.compile(r"^[\"']?id[\"']?[ \t]*:[ \t]*[\"']?([a-z0-9-]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SpecFile:
    """A spec as far as erasing its client needs it: also one with errors, which nothing could be made of."""

    path: Path
    id: str
    number: str = ""
    terms: tuple[str, ...] = field(default=(), repr=False)
    files: tuple[Path, ...] = ()
    """The files that it names but for the provider's: attachments, photographs."""


def spec_file(path: Path, sought: Sequence[str] = ()) -> SpecFile | None:
    """The spec at `path`; None where it cannot be read, or has no id. OSError where the system refuses.

    `sought`: one in which none of these ids stands is told by its id alone, which takes a twentieth of the time.
    """
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    whole = not sought or any(id.encode() in data for id in sought)
    root = read_yaml(data, str(path), Faults()) if whole else None
    if not isinstance(root, MappingNode):
        found = _ID.search(data.decode("utf-8", "replace"))
        return SpecFile(path, found[1]) if found else None
    id = _text(root.child("id"))
    client = root.child("client")
    told = [(s.path, s.text) for s in _scalars(client) if not s.empty] if client is not None else []
    named = (s.text for key, entry in root.entries.items() if key != "provider" for s in _scalars(entry.value)
             if s.path.rpartition(".")[2] == "file")  # fmt: skip
    return SpecFile(
        path, id, _text(root.child("number")), terms_of(told), tuple(dict.fromkeys(path.parent / n for n in named if n))
    )


def terms_of(told: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Patterns by which a client is found, of (dotted key, text) below `client`."""
    found: dict[str, None] = {}
    for key, text in told:
        last = re.sub(r"\[\d+\]$", "", key).rpartition(".")[2]
        if last not in _TELLING:
            continue
        plain = _plain(without_legal_form(text) if last == "legal_name" else text)
        if len(plain) < _SHORTEST:
            plain = _plain(text)
        if len(plain.replace(" ", "")) < _SHORTEST:
            continue
        letters = plain.replace(" ", "") if last in _IDENTIFIERS else ""
        found[" ?".join(letters) if letters else re.escape(plain)] = None
    return tuple(found)


def lines_with(terms: Sequence[str], names: Sequence[str], file: Path) -> tuple[int, ...]:
    """The lines of a text file, from 1, on which one of `terms` begins, or an id or a number of `names` stands.

    For terms case, accents, signs and breaks of lines do not matter; a name stands by itself (`a-1` is not in `a-1-b`).
    """
    text = _read(file)
    exact = re.compile("|".join(rf"(?<![\w-]){re.escape(name)}(?![\w-])" for name in names) or r"(?!)", re.IGNORECASE)
    pattern = _pattern(terms)
    found: set[int] = set()
    if exact.search(text):
        found |= {number for number, line in enumerate(text.splitlines(), start=1) if exact.search(line)}
    if pattern.search(_plain(text)):
        found |= set(_beginnings(pattern, text.splitlines()))
    return tuple(sorted(found))


def has_term(terms: Sequence[str], text: str) -> bool:
    """Whether one of `terms` is in a text; case, accents and signs do not matter."""
    return _pattern(terms).search(_plain(text)) is not None


def _pattern(terms: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<![^ ])(?:{term})(?![^ ])" for term in terms) or r"(?!)")


def _beginnings(pattern: re.Pattern[str], lines: Sequence[str]) -> Iterator[int]:
    """The lines, from 1, on which what is found in the plain text of all begins."""
    starts: list[int] = []
    parts: list[str] = []
    length = 0
    for line in lines:
        starts.append(length)
        plain = _plain(line)
        if plain:
            parts.append(plain)
            length += len(plain) + 1
    for match in pattern.finditer(" ".join(parts)):
        yield bisect_right(starts, match.start())


def text_files(folder: Path) -> Iterator[Path]:
    """The files of a folder that are looked through; links are not followed."""
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in TEXTS and path.is_file() and not path.is_symlink():
            yield path


def names_file(file: Path, name: str) -> bool:
    """Whether a text file has the name of another one in it."""
    return name.casefold() in _read(file).casefold()


def repository(folder: Path) -> Path | None:
    """The folder of the git repository that `folder` lies in; None where it lies in none."""
    here = folder.resolve()
    return next((parent for parent in (here, *here.parents) if (parent / ".git").exists()), None)


_SYNCED = re.compile(r"dropbox|onedrive|google ?drive|icloud|mobile documents|nextcloud|owncloud|mega", re.IGNORECASE)


def synced(folder: Path) -> bool:
    """Whether the path of a folder has the name of a service that keeps copies of it elsewhere."""
    return any(_SYNCED.match(part) for part in folder.resolve().parts)


def _read(file: Path) -> str:
    with file.open("rb") as stream:
        return stream.read(MAX_BYTES * 16).decode("utf-8", "replace")


def _plain(text: str) -> str:
    """Letters and digits alone, without case and accents, parted by single spaces."""
    return _SIGNS.sub(" ", _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))).strip()


def _text(node: Node | None) -> str:
    return node.text.strip() if isinstance(node, ScalarNode) else ""


def _scalars(node: Node) -> Iterator[ScalarNode]:
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from _scalars(item)
    else:
        for entry in node.entries.values():
            yield from _scalars(entry.value)
