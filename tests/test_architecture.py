"""The shape of the code: imports run one way, and each library has its own room."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "vadocs"

LAYERS = (
    {"cli", "api"},
    {"interview"},
    {"batches"},
    {"build"},
    {"readers", "compose", "lint", "layout", "writers", "pack", "collate", "outputs"},
    {"schedule"},
    {"law"},
    {"language"},
    {"model"},
    {"templating", "posix"},
    {"diagnostics"},
    {"catalogue"},
)
"""From the top down. A module imports only from lower layers; neighbours within one layer never."""

ROOMS = {
    "click": ("cli",),
    "rich": ("cli",),
    "questionary": ("cli/menus",),
    "prompt_toolkit": ("cli/menus",),
    "yaml": ("readers",),
    "markdown_it": ("readers",),
    "pydantic": ("readers",),
    "docxtpl": ("writers", "readers/look"),
    "docx": ("writers", "readers/look"),
    "lxml": ("writers", "readers/look", "readers/answers", "collate"),
    "reportlab": ("writers/pdf",),
    "fontTools": ("layout", "readers/look", "writers/pdf"),
    "PIL": ("readers/look", "writers/pdf", "writers/docx", "writers/preview", "pack"),
    "pyphen": ("layout",),
    "pypdf": ("pack", "readers/answers", "collate"),
    "icalendar": ("outputs",),
    "holidays": ("law",),
    "segno": ("compose/charts",),
    "zoneinfo": ("schedule", "compose"),
    "babel": ("language", "readers"),
    "fsspec": ("batches/far/store",),
    "distributed": ("batches/far/cluster", "batches/far/remote"),
    "pypdfium2": ("writers/preview",),
    "watchfiles": ("cli/watch",),
    "openpyxl": ("batches/sources",),
}
"""Where a library may be imported, by folder or file below the package."""


def modules() -> list[Path]:
    """Every module of the package."""
    return sorted(PACKAGE.rglob("*.py"))


@cache
def imports(path: Path) -> tuple[str, ...]:
    """The dotted names that a module imports, wherever in the file."""
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def part(dotted: str) -> str | None:
    """The part of the package that a dotted name lies in: "readers" for "vadocs.readers.yaml"."""
    names = dotted.split(".")
    return names[1] if names[0] == "vadocs" and len(names) > 1 else None


def layer(name: str) -> int | None:
    """The layer of a part, counted from the top."""
    return next((index for index, names in enumerate(LAYERS) if name in names), None)


def edges() -> set[tuple[str, str, str]]:
    """(file, part it lies in, part it imports) for every import between parts."""
    found = set()
    for path in modules():
        own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for name in imports(path):
            other = part(name)
            if other is not None and other != own and layer(other) is not None:
                found.add((str(path.relative_to(ROOT)), own, other))
    return found


def test_imports_run_one_way() -> None:
    """A module imports from lower layers only, and never from a neighbour in its own."""
    found = [edge for edge in edges() if layer(edge[1]) is not None]
    assert len(found) > 60, "the walk found hardly any imports: it looks at the wrong place"
    wrong = sorted(f"{file} imports {other}" for file, own, other in found if layer(own) >= layer(other))  # type: ignore[operator]
    assert not wrong, "\n".join(wrong)


def test_every_part_has_a_layer() -> None:
    """Each file and folder of the package stands in the table of layers."""
    parts = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in modules()}
    assert parts - {"__init__", "__main__"} <= {name for names in LAYERS for name in names}


@pytest.mark.parametrize("library", sorted(ROOMS))
def test_each_library_keeps_to_its_room(library: str) -> None:
    """A library is imported only where it belongs."""
    for path in modules():
        inside = str(path.relative_to(PACKAGE))
        used = any(name.split(".")[0] == library for name in imports(path))
        allowed = any(inside.startswith(room) for room in ROOMS[library])
        assert not used or allowed, f"{inside} imports {library}"


@pytest.mark.parametrize("name", ["datetime.now(", "date.today(", "time.time(", "os.environ", "getenv("])
def test_nothing_below_build_reads_clock_or_environment(name: str) -> None:
    """Below `build`, today and the environment are arguments."""
    below = {part for names in LAYERS[4:] for part in names}
    looked_at = 0
    for path in modules():
        if path.relative_to(PACKAGE).parts[0].removesuffix(".py") in below:
            looked_at += 1
            assert name not in path.read_text(encoding="utf-8"), f"{path}: {name}"
    assert looked_at > 30


def test_no_name_says_nothing() -> None:
    """No module is called utils, helper, manager or common."""
    empty = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}
    assert not [path for path in modules() if path.stem in empty]
