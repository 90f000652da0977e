"""What the Tab key offers: specs, documents, looks, clauses, niches. Whatever goes wrong here offers nothing."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Completion = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]
"""As click asks: what stands for a value of which the beginning is typed."""


PATH = "path"
"""The kind of an item that is the name of a file, which a shell may have to quote; click has "plain", "file", "dir"."""


def _offered(names: Iterable[str], begun: str, kind: str = "plain") -> "list[CompletionItem]":
    from click.shell_completion import CompletionItem

    return [CompletionItem(name, kind) for name in names if name.startswith(begun)]


def files(_context: click.Context, _parameter: click.Parameter, begun: str) -> "list[CompletionItem]":
    """What the shell itself knows of files."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(begun, "file")]


def folders(_context: click.Context, _parameter: click.Parameter, begun: str) -> "list[CompletionItem]":
    """What the shell itself knows of folders."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(begun, "dir")]


def sources(context: click.Context, parameter: click.Parameter, begun: str) -> "list[CompletionItem]":
    """The commands below the one that is typed, where one is begun; else files."""
    below = getattr(context.command, "below", {}) if begun else {}
    return _offered(below, begun) or files(context, parameter, begun)


def specs(context: click.Context, parameter: click.Parameter, begun: str) -> "list[CompletionItem]":
    """The specs of the folder that is typed, and of the folders in it; files, where it has none."""
    from vadocs.readers.specfiles import SUFFIX

    folder = Path(begun) if begun.endswith(("/", "\\")) else Path(begun).parent
    found: list[str] = []
    with suppress(OSError):
        inner = sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))
        found = [str(path) for place in (folder, *inner) for path in sorted(place.glob(f"*{SUFFIX}"))]
    return _offered(found, begun, PATH) or files(context, parameter, begun)


def looks(context: click.Context, parameter: click.Parameter, begun: str) -> "list[CompletionItem]":
    """The names of the looks around the current folder; files, where none begins so."""
    from vadocs.build.looks import looks as known

    with suppress(Exception):
        found = _offered([name for name, _, _ in known(Path.cwd())], begun)
        return found or files(context, parameter, begun)
    return []


def clauses(_context: click.Context, _parameter: click.Parameter, begun: str) -> "list[CompletionItem]":
    """The ids of the clauses around the current folder: the names of their folders, unread."""
    return _offered(sorted(_ids("clauses", "*/clause.yaml", "parent")), begun)


def niches(_context: click.Context, _parameter: click.Parameter, begun: str) -> "list[CompletionItem]":
    """The ids of the niches around the current folder: the names of their files, unread."""
    return _offered(sorted(_ids("clauses/niches", "*.yaml", "file")), begun)


def _ids(within: str, pattern: str, named: str) -> set[str]:
    from vadocs.readers.around import workspace_of
    from vadocs.readers.bundled import bundled_clauses

    workspace = workspace_of(Path.cwd())
    tops = [bundled_clauses().parent, *([workspace] if workspace is not None else [])]
    found = [path for top in tops for path in (top / within).glob(pattern)]
    return {path.parent.name if named == "parent" else path.stem for path in found}


def documents(_context: click.Context, _parameter: click.Parameter, begun: str) -> "list[CompletionItem]":
    """The codes of the documents that can be made, the last of a list with commas."""
    from vadocs.build import DOCUMENTS

    return _last(DOCUMENTS, begun)


def formats(_context: click.Context, _parameter: click.Parameter, begun: str) -> "list[CompletionItem]":
    """The formats, the last of a list with commas."""
    from vadocs.writers import WRITERS

    return _last(list(WRITERS), begun)


def _last(names: Sequence[str], begun: str) -> "list[CompletionItem]":
    before, comma, last = begun.rpartition(",")
    given = before.split(",")
    return _offered([before + comma + name for name in names if name.startswith(last) and name not in given], begun)


def choices(_context: click.Context, parameter: click.Parameter, begun: str) -> "list[CompletionItem]":
    """The values that the help names: `[es|en]`."""
    names = (parameter.metavar or "").strip("[]").split("|")
    return _offered(names, begun) if len(names) > 1 else []


def value(context: click.Context, parameter: click.Parameter, begun: str) -> "list[CompletionItem]":
    """What stands for an option's value: by the option's name, by its kind, by the choices that the help names."""
    found = _NAMED.get(parameter.opts[0]) or _KINDS.get(parameter.metavar or "", choices)
    return found(context, parameter, begun)


_NAMED: dict[str, Completion] = {"--documents": documents, "--formats": formats}
_KINDS: dict[str, Completion] = {"LOOK": looks, "SPEC": specs, "FILE": files, "DIR": folders, "FOLDER": folders}
