"""The bundled library as one JSON file, compiled when the wheel is built and checked by its sources' hash."""

import hashlib
import json
import os
from pathlib import Path
from typing import Any

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


def source_hash(folder: Path) -> str:
    """A digest of all YAML and Markdown files below `folder`, names included."""
    digest = hashlib.sha256()
    for path in _sources(str(folder)):
        with open(path, "rb") as stream:
            data = stream.read()
        name = path[len(str(folder)) :].replace(os.sep, "/")
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def _sources(folder: str) -> list[str]:
    """The paths of all files that a library is read from, sorted."""
    found: list[str] = []
    for parent, _, files in os.walk(folder):
        found.extend(os.path.join(parent, file) for file in files if file.endswith((".yaml", ".md")))
    return sorted(found, key=lambda path: path.replace(os.sep, "/"))


def write_compiled(library: Library, folder: Path) -> bytes:
    """The library read from `folder` as JSON: the same bytes for the same sources, without the folder's place."""
    files: list[str] = []
    encoded = Codec(CLASSES, files).encode(library)
    content = {
        "shape": shape(CLASSES),
        "sources": source_hash(folder),
        "files": [Path(file).relative_to(folder).as_posix() for file in files],
        "library": encoded,
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def read_compiled(data: bytes, folder: Path) -> Library | None:
    """The library that `write_compiled` wrote, equal to one compiled from `folder`.

    Texts and niches are decoded when they are asked for. None where it was made from other sources or by
    another version, or is not such a file at all: then the texts in `folder` are to be compiled.
    """
    try:
        content: Any = json.loads(data)
        if content["shape"] != shape(CLASSES) or content["sources"] != source_hash(folder):
            return None
        files = [str(folder / file) for file in content["files"]]
        library: Library = Codec(CLASSES, files, [c.ClauseText, c.Overlay]).decode(content["library"])
    except (ValueError, KeyError, TypeError, IndexError):
        return None
    return library
