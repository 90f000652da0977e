"""What is kept between documents has a bound, and holds only while what it was made of is the same."""

import ast
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from vadocs.build.looks import load_look
from vadocs.build.workspace import sources
from vadocs.compose import terms
from vadocs.diagnostics import Report
from vadocs.layout import fonts, shape
from vadocs.model import parts
from vadocs.model.clause import ClauseText
from vadocs.model.fontfiles import forget_files
from vadocs.readers.bundled import bundled_clauses, bundled_templates
from vadocs.writers.pdf.text import _Made

PACKAGE = Path(__file__).parent.parent / "vadocs"

ENDLESS = {
    "batches/hashes.py:program": "takes nothing: vadocs itself",
    "build/workspace.py:_bundled": "takes nothing: the bundled library",
    "build/workspace.py:_sections": "takes nothing: the bundled sections",
    "catalogue/__init__.py:messages": "takes nothing: the catalogue",
    "cli/hunspell.py:_general": "the languages that texts are written in",
    "language/days.py:_months": "takes nothing: the names of months",
    "lint/terms.py:_countries": "takes nothing: the names of countries",
    "writers/pdf/metadata.py:_profile": "takes nothing: the colour profile",
}
"""Functions that keep whatever they find, and why that is bounded."""

GROWING = {
    "batches/hashes.py:_kept": "cleared beyond _KEPT files",
    "batches/far/remote.py:_runs": "a run's entry goes when the run ends",
    "build/looks.py:_fonts_read": "cleared beyond FONTS_KEPT files",
    "model/fontfiles.py:_known": "one entry for each function of ours that is so marked",
    "pack/outside/__init__.py:_kept": "the oldest goes beyond _KEPT files",
    "pack/outside/__init__.py:_running": "emptied by whoever began",
}
"""Containers of modules that functions put something into, and what bounds them."""

_PUTTING = {"append", "add", "update", "setdefault", "insert", "extend", "appendleft"}


def _modules(wanted: str) -> Iterator[tuple[str, ast.Module]]:
    """The modules of the package in whose text a pattern is found: parsing all of them takes seconds."""
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if re.search(wanted, text, re.MULTILINE):
            yield path.relative_to(PACKAGE).as_posix(), ast.parse(text)


def _endless(decorator: ast.expr) -> bool:
    """Whether a decorator keeps all results: `cache`, or `lru_cache` with None for its size."""
    if not isinstance(decorator, ast.Call):
        return ast.unparse(decorator) in ("cache", "functools.cache")
    sizes = [*decorator.args, *(each.value for each in decorator.keywords if each.arg == "maxsize")]
    called = ast.unparse(decorator.func).rpartition(".")[2]
    return called == "lru_cache" and any(isinstance(size, ast.Constant) and size.value is None for size in sizes)


def _containers(module: ast.Module) -> set[str]:
    """Names that a module binds to a mapping, list or set."""
    found = set()
    for statement in module.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            made = statement.value.func if isinstance(statement.value, ast.Call) else statement.value
            if isinstance(made, ast.Dict | ast.List | ast.Set) or ast.unparse(made).rpartition(".")[2] in (
                "dict", "list", "set", "OrderedDict", "defaultdict", "deque", "Counter", "WeakKeyDictionary",
            ):  # fmt: skip
                found |= {target.id for target in targets if isinstance(target, ast.Name)}
    return found


def _put_into(module: ast.Module) -> set[str]:
    """Names that functions of a module put something into."""
    found = set()
    inside = (node for node in module.body if isinstance(node, ast.FunctionDef | ast.ClassDef))
    for node in (inner for outer in inside for inner in ast.walk(outer)):
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store) and isinstance(node.value, ast.Name):
            found.add(node.value.id)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _PUTTING:
            found |= {node.func.value.id} if isinstance(node.func.value, ast.Name) else set()
    return found


def test_no_function_keeps_results_without_bound() -> None:
    """Functions that keep all they find are those of the list; every other cache tells its size."""
    found = {
        f"{path}:{node.name}"
        for path, module in _modules("cache") for node in ast.walk(module)
        if isinstance(node, ast.FunctionDef) and any(map(_endless, node.decorator_list))
    }  # fmt: skip
    called = [
        path for path, module in _modules("cache") for node in ast.walk(module)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("cache", "functools.cache")
    ]  # fmt: skip
    assert found == set(ENDLESS)
    assert called == []


def test_no_container_of_a_module_grows_without_bound() -> None:
    """Mappings and lists that outlive a document and are put into are those of the list."""
    bound = r"^\w+(: .*)? = .*([\[{]|dict|list|set|Dict|deque|Counter)"
    found = {f"{path}:{name}" for path, module in _modules(bound) for name in _containers(module) & _put_into(module)}
    assert found == set(GROWING)


def test_what_faces_and_texts_keep_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words, pairs, terms and what rules found in texts: beyond the bound it is forgotten and found again."""
    monkeypatch.setattr(shape, "WORDS_KEPT", 10)
    monkeypatch.setattr(fonts, "PAIRS_KEPT", 10)
    monkeypatch.setattr(terms, "_KEPT", 10)
    monkeypatch.setattr(parts, "MOST_KEPT", 10)
    kept, made, splitter = shape._Kept(len), _Made(str.upper, 10), terms.Splitter((("Datos", "data"),))
    face = next(bundled_templates().rglob("Caladea-Regular.ttf"))
    forget_files()  # what other tests have left in it
    font, seen = fonts.open_font(str(face)), []
    sized = parts.kept(lambda text: seen.append(text) or len(seen))
    texts = [ClauseText(str(number), (), (), "") for number in range(30)]
    for number in range(30):
        assert kept[f"word {number}"] == len(f"word {number}")
        assert made[f"line {number}"] == f"LINE {number}"
        assert splitter.split(f"Datos {number}")[0][1] is not None
        assert isinstance(font.pair(f"A{chr(ord('A') + number)}"), int)
        assert sized(texts[number]) == sized(texts[number])
        assert max(map(len, (kept, made, splitter._found, font.pairs))) <= 10
    assert len(seen) == 30 and sized(texts[0]) == 31
    assert font.pair("AV") == fonts.open_font(str(face)).pair("AV") < 0


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with one clause, one look and one font of its own."""
    (tmp_path / "practice.yaml").write_text("schema: 1\n", encoding="utf-8")
    shutil.copytree(bundled_clauses() / "notices", tmp_path / "clauses" / "notices")
    (tmp_path / "templates").mkdir()
    shutil.copy(bundled_templates() / "looks" / "sobrio.docx", tmp_path / "templates" / "propio.docx")
    return tmp_path


def test_a_changed_clause_is_seen_without_a_restart(workspace: Path) -> None:
    """The clauses are kept while no file of theirs is another: changed, added, taken away, or as before."""

    def found() -> object:
        return sources(workspace, Report())

    first, text = found(), workspace / "clauses" / "notices" / "es.md"
    before, status = text.read_bytes(), text.stat()
    assert found() is first
    text.write_bytes(before.replace(b"avisos", b"AVISOS", 1))
    os.utime(text, ns=(status.st_atime_ns, status.st_mtime_ns))  # the same size and time: what it says is another
    changed = found()
    assert changed.library.clauses["notices"].texts["es"] != first.library.clauses["notices"].texts["es"]
    text.write_bytes(before)
    assert found() is first
    shutil.copytree(bundled_clauses() / "scope", workspace / "clauses" / "scope")
    assert found().own == {"notices", "scope"}
    shutil.rmtree(workspace / "clauses" / "scope")
    assert found() is first


def test_a_clause_changed_while_it_is_read_is_not_kept(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read goes by what the files say then: it is never found again under what they said before."""
    from vadocs.build import workspace as module

    text, read = workspace / "clauses" / "notices" / "es.md", module.read_library
    before = text.read_bytes()
    after = before.replace(b"avisos", b"AVISOS", 1)

    def changed_meanwhile(*args: object) -> object:
        text.write_bytes(after)
        return read(*args)

    monkeypatch.setattr(module, "read_library", changed_meanwhile)
    meanwhile = sources(workspace, Report())
    monkeypatch.setattr(module, "read_library", read)
    text.write_bytes(before)
    unchanged = sources(workspace, Report())
    assert "AVISOS" in repr(meanwhile.library.clauses["notices"].texts["es"].body)
    assert "AVISOS" not in repr(unchanged.library.clauses["notices"].texts["es"].body)
    assert meanwhile.digest != unchanged.digest


def test_a_look_is_understood_once_and_again_when_it_changes(workspace: Path) -> None:
    """A workspace's own template goes by its bytes."""
    file = workspace / "templates" / "propio.docx"
    first = load_look("propio", workspace, Report())
    assert first is not None and load_look("propio", workspace, Report()) is first
    shutil.copy(bundled_templates() / "looks" / "compacto.docx", file)
    second = load_look("propio", workspace, Report())
    assert second is not None and second.paper != first.paper


def test_a_font_file_that_is_replaced_is_read_again(workspace: Path) -> None:
    """A face of a workspace has the widths of the file that is there now."""
    caladea, carlito = (next(bundled_templates().rglob(f"{name}-Regular.ttf")) for name in ("Caladea", "Carlito"))
    own = workspace / "fonts" / "Own.ttf"
    own.parent.mkdir()
    widths = []
    for file in (caladea, carlito):
        shutil.copy(file, own)
        load_look("propio", workspace, Report())
        widths.append(fonts.open_font(str(own)).widths["A"])
        assert fonts.open_font(str(own)) is fonts.open_font(str(own))
    assert widths == [fonts.open_font(str(file)).widths["A"] for file in (caladea, carlito)]
    assert widths[0] != widths[1]
