"""What other programs find in a PDF: its structure by pikepdf, its text by `pdfinfo -struct-text`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

BLOCKS = {"H1", "H2", "H3", "H4", "H5", "H6", "P", "Lbl", "LBody", "TH", "TD", "Caption"}
"""Roles whose text is a block's; what stands in other roles belongs to the block around it."""


def roles(pdf: pikepdf.Pdf) -> list[tuple[int, str]]:
    """(depth, role) of every structure element in reading order, the document's own first.

    The spans that hold the text beside an inner element belong to that text, not to the tree.
    """
    return list(_roles(pdf.Root.StructTreeRoot.K, 0))


def _roles(element: Any, depth: int) -> Iterator[tuple[int, str]]:
    yield depth, str(element.S)[1:]
    for kid in kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid and not is_bare(kid):
            yield from _roles(kid, depth + 1)


def is_bare(element: Any) -> bool:
    """Whether an element is a span that says nothing of its text: no language, no alternative."""
    return bool(element.S == "/Span" and "/Lang" not in element and "/Alt" not in element)


def kids(element: Any) -> list[Any]:
    """The children of an element: elements, marked content, objects."""
    if "/K" not in element:
        return []
    found = element.K
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def elements(pdf: pikepdf.Pdf, role: str) -> list[Any]:
    """Every structure element of a role, in reading order."""
    found: list[Any] = []
    todo = [pdf.Root.StructTreeRoot.K]
    while todo:
        element = todo.pop()
        if str(element.S) == f"/{role}":
            found.append(element)
        todo += reversed([k for k in kids(element) if isinstance(k, pikepdf.Dictionary) and "/S" in k])
    return found


def block_texts(structure_text: str) -> list[tuple[str, str]]:
    """(role, text) of every block: its strings and its inline elements', joined without a space.

    The text is without soft hyphens, its white space folded.
    """
    found: list[tuple[str, list[str], int]] = []
    for line in structure_text.splitlines():
        depth = len(line) - len(line.lstrip(" "))
        content = line[depth:]
        role = re.match(r'[A-Za-z][A-Za-z0-9]*', content)
        if content.startswith('"'):
            if found:
                found[-1][1].append(content[1:-1])
        elif role and role[0] in BLOCKS:
            found.append((role[0], [], depth))
    return [(role, _folded("".join(strings))) for role, strings, _ in found]


def _folded(text: str) -> str:
    return " ".join(re.sub("\N{SOFT HYPHEN}\\s*", "", text).split())


def streams(pdf: pikepdf.Pdf) -> list[bytes]:
    """The content stream of each page."""
    return [page.Contents.read_bytes() for page in pdf.pages]
