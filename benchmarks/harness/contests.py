"""Who takes part in the PDF and the DOCX contest; peers that are not installed are named, with what to install."""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any

from harness import ours
from harness.rounds import Contestant

INSTALL = "pip install '.[bench]'; WeasyPrint also needs Pango (Debian: libpango-1.0-0 libpangoft2-1.0-0)"
"""What brings the peers."""
MISSING: dict[str, str] = {}
"""Peers that could not be imported in this run, and why."""


def pdf() -> Sequence[Contestant]:
    """From the content to the bytes of a PDF; ours first."""
    return [
        Contestant("vadocs", ours.unseen, ours.pdf, ours.measure_pdf, note="layout and writing"),
        *_platypus(),
        *_typst(),
        *_weasyprint(),
        *_strings(),
    ]


def docx() -> Sequence[Contestant]:
    """From the content, laid out, to the bytes of a Word file; ours first."""
    found = module("peers.word", "docxtpl")
    if found is None:
        return [Contestant("vadocs", ours.unchanged, ours.docx_only)]
    level = found.our_level()
    return [
        Contestant("vadocs", ours.unchanged, ours.docx_only, found.measure, note="writing; its layout apart"),
        Contestant(
            "docxtpl, clauses as loops", found.prepare_loops, found.render, found.measure, 0.15,
            "no references, links, emphasis, contents",
        ),
        Contestant("docxtpl, `{{p body }}` with ready XML", found.prepare_ready, found.render, found.measure),
        Contestant(
            f"zipfile, the same parts, level {level}", found.our_parts, lambda given: found.zipped(given, level),
            found.measure, 1.3, "the limit",
        ),
    ]  # fmt: skip


def _platypus() -> Iterator[Contestant]:
    found = module("peers.platypus", "reportlab")
    if found is not None:
        yield Contestant("platypus", found.prepare, found.build, ours.measure_pdf, 0.45, "without contents")
        yield Contestant("platypus with contents", found.prepare, found.build_with_contents, ours.measure_pdf)


def _typst() -> Iterator[Contestant]:
    found = module("peers.typstpy", "typst")
    if found is not None:
        yield Contestant("typst", found.prepare, found.build, ours.measure_pdf, 0.35)
        yield Contestant("typst, PDF/UA-1", found.prepare_other, found.build_accessible, ours.measure_pdf)


def _weasyprint() -> Iterator[Contestant]:
    found = module("peers.weasy", "weasyprint")
    if found is not None:
        yield Contestant("WeasyPrint", found.prepare, found.build, ours.measure_pdf)
        yield Contestant("WeasyPrint, PDF/UA-1", found.prepare, found.build_accessible, ours.measure_pdf)


def _strings() -> Iterator[Contestant]:
    found = module("peers.strings", "reportlab")
    if found is not None:
        yield Contestant(
            "drawString of our lines", ours.unchanged, found.draw, ours.measure_pdf, note="the limit, layout done"
        )


def there(need: Callable[[], None], package: str) -> bool:
    """Whether what a peer needs beside its module is there; what is missing is noted."""
    try:
        need()
    except OSError as error:
        MISSING[package] = str(error)
        return False
    return True


def module(name: str, package: str) -> Any:
    """The peer's module, or None where its package, or a library that the package needs, is missing."""
    try:
        return import_module(name)
    except (ImportError, OSError) as error:
        MISSING[package] = str(error).splitlines()[0]
        return None
