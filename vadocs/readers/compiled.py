"""The bundled library as one JSON file, compiled when vadocs is installed and checked by its sources' hash."""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import vadocs
from vadocs.model import clause as c
from vadocs.model import document as d
from vadocs.model import engagement as g
from vadocs.model import expression as e
from vadocs.model import niche as n
from vadocs.model.lexicon import Lexicon, NounEntry
from vadocs.model.library import LawDatum, Library
from vadocs.model.money import Money
from vadocs.readers.codec import Codec, shape

CLASSES = (
    d.Text, d.Emphasis, d.Strong, d.LineBreak, d.Definition, d.Heading, d.Paragraph, d.Cell, d.Row,
    d.Contents, d.PageBreak, c.Across, c.Chart,
    c.Hole, c.Target, c.Ref, c.Noun, c.Agreement, c.Asking, c.Maybe, c.If, c.For, c.ItemPart, c.ListPart, c.TablePart,
    c.Signature, c.ClauseText, c.Parameter, c.Confirmation, c.Source, c.Clause, c.ClauseSet, c.Overlay,
    n.TaskTemplate, n.Measure, n.AccessTemplate, n.Risk,
    e.Name, e.Constant, e.Compare, e.Member, e.All, e.Any, e.Not, e.Given, e.Conditional, e.Filter,
    g.Quantity, Money, NounEntry, Lexicon, LawDatum, Library, d.Link,
)  # fmt: skip
"""Every class that a library is made of."""
_COMPILING = ("readers", "model", "language")
"""The folders of the package whose modules have a part in compiling."""


def source_hash(folder: Path) -> str:
    """A digest of all YAML and Markdown files below `folder`, names included."""
    return _digest(str(folder), ("",), (".yaml", ".md"))


def _digest(folder: str, parts: Iterable[str], endings: tuple[str, ...]) -> str:
    """A digest of the files of some parts of a folder that end so, names included."""
    digest = hashlib.sha256()
    for path in (path for part in parts for path in _sources(os.path.join(folder, part) if part else folder, endings)):
        with open(path, "rb") as stream:
            data = stream.read()
        name = path[len(folder) :].replace(os.sep, "/")
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def code_hash() -> str:
    """A digest of the modules that compile: in a checkout they change, and what they would make of the same texts."""
    return _digest(str(Path(vadocs.__file__).parent), _COMPILING, (".py",))


def _sources(folder: str, endings: tuple[str, ...]) -> list[str]:
    """The paths of all files below a folder that end so, sorted."""
    found: list[str] = []
    for parent, _, files in os.walk(folder):
        found.extend(os.path.join(parent, file) for file in files if file.endswith(endings))
    return sorted(found, key=lambda path: path.replace(os.sep, "/"))


def write_compiled(library: Library, folder: Path) -> bytes:
    """The library read from `folder` as JSON: the same bytes for the same sources, without the folder's place."""
    files: list[str] = []
    encoded = Codec(CLASSES, files).encode(library)
    content = {
        "shape": shape(CLASSES),
        "code": code_hash(),
        "sources": source_hash(folder),
        "files": [Path(file).relative_to(folder).as_posix() for file in files],
        "library": encoded,
    }
    return sealed(content)


def sealed(content: Mapping[str, Any]) -> bytes:
    """The content as JSON that opens with a digest of all that follows it: damage shows."""
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()[1:]
    return _seal(body) + body


def _seal(body: bytes) -> bytes:
    return b'{"digest":"%b",' % hashlib.sha256(body).hexdigest().encode()


def read_compiled(data: bytes, folder: Path) -> Library | None:
    """The library that `write_compiled` wrote, equal to one compiled from `folder`.

    Texts and niches are decoded when they are asked for. None where it was made from other sources or by
    another version, is damaged, or is not such a file at all: then the texts in `folder` are to be compiled.
    """
    body = data[len(_seal(b"")) :]
    if not data.startswith(_seal(body)):
        return None
    try:
        content: Any = json.loads(data)
        made_so = content["shape"] == shape(CLASSES) and content["code"] == code_hash()
        if not made_so or content["sources"] != source_hash(folder):
            return None
        files = [str(folder / file) for file in content["files"]]
        library: Library = Codec(CLASSES, files, [c.ClauseText, c.Overlay]).decode(content["library"])
    except (ValueError, KeyError, TypeError, IndexError):
        return None
    return library
