"""Where the bundled clauses and templates lie, and the library that a run works with."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from vadocs.diagnostics import Report
from vadocs.model.library import Library
from vadocs.readers.around import bundled_folder
from vadocs.readers.compiled import read_compiled, write_compiled
from vadocs.readers.library import load_library

COMPILED = "library.json"
"""The compiled library beside the bundled `clauses/`: in a wheel, and in a checkout that was installed."""
COMPILED_SECTIONS = "sections.json"
"""The compiled sections beside the bundled `templates/`, likewise."""


def bundled_clauses() -> Path:
    """The folder of the bundled library."""
    return bundled_folder() / "clauses"


def bundled_templates() -> Path:
    """The folder of the bundled looks and documents."""
    return bundled_folder() / "templates"


def bundled_documents() -> Path:
    """The folder of the documents that are made of sections."""
    return bundled_templates() / "documents"


def document_folders() -> Sequence[Path]:
    """The folders of the documents that are made of sections, each a library: its sections, and its sets (forms)."""
    return sorted(path for path in bundled_documents().glob("*") if path.is_dir())


def read_library(workspace: Path | None, report: Report, bundled: Library | None = None) -> Library:
    """The bundled library, with the clauses of `workspace` (the folder that holds `clauses/`) over it.

    `bundled` is the bundled part where it was read before; else it comes compiled where it can, and is
    compiled from its texts otherwise. Findings go to the report as `load_library` says.
    """
    folders = library_folders(workspace)
    return load_library(folders, report, bundled or read_ready(folders[0]))


def read_sections(library: Library, report: Report) -> Library:
    """The sections that documents other than the contract are made of, and their sets, alone.

    `library` is the bundled one, which they cite. They come compiled where they can, and are compiled from their
    texts otherwise.
    """
    ready = ready_sections()
    if ready is not None:
        return ready
    return sections_alone(library, load_library([bundled_clauses(), *document_folders()], report, library))


def joined(library: Library, sections: Library) -> Library:
    """A library with sections."""
    return replace(library, clauses={**library.clauses, **sections.clauses}, sets={**library.sets, **sections.sets})


def sections_alone(library: Library, whole: Library) -> Library:
    """What `whole` has beside `library`: what a wheel's compiled sections hold."""
    return Library(
        clauses={id: clause for id, clause in whole.clauses.items() if id not in library.clauses},
        sets={id: one for id, one in whole.sets.items() if id not in library.sets},
        niches={}, lexicons={}, law={},
    )  # fmt: skip


def compiled_files(report: Report) -> Mapping[str, bytes]:
    """What the files `COMPILED` and `COMPILED_SECTIONS` hold of the texts there are; faults go to the report."""
    clauses, documents = bundled_clauses(), bundled_documents()
    library = load_library([clauses], report)
    sections = sections_alone(library, load_library([clauses, *document_folders()], report, library))
    return {COMPILED: write_compiled(library, clauses), COMPILED_SECTIONS: write_compiled(sections, documents)}


def library_folders(workspace: Path | None) -> Sequence[Path]:
    """The folders that make up the library, the bundled one first."""
    own = workspace / "clauses" if workspace is not None else None
    bundled = bundled_clauses()
    if own is None or not own.is_dir() or own.resolve() == bundled.resolve():
        return (bundled,)
    return bundled, own


def read_ready(folder: Path) -> Library | None:
    """The compiled library beside `folder`; None where there is none that fits its texts."""
    return _ready(folder.parent / COMPILED, folder)


def ready_sections() -> Library | None:
    """The compiled sections; None where there are none that fit their texts."""
    return _ready(bundled_folder() / COMPILED_SECTIONS, bundled_documents())


def _ready(file: Path, folder: Path) -> Library | None:
    """What `file` holds compiled of the texts in `folder`; None where it is not there or does not fit them."""
    try:
        data = file.read_bytes()
    except OSError:
        return None
    return read_compiled(data, folder)
