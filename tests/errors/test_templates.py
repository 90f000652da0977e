"""Faulty Word templates: `template check` and `render` refuse them with the same findings, and write nothing."""

import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from tests.errors.clauses import SPEC, WORKSPACE, grouped
from tests.errors.expected import told
from tests.errors.guard import Run, run, tree
from tests.errors.templates import AGREEMENT, CASES, wanted
from tests.look.templates import in_style, packed, parts
from tests.look.test_missing import renamed

WANTED = wanted()
LOOK = "prueba.docx"
STYLES = ("Regular", "Bold", "Italic", "BoldItalic")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with a sound spec."""
    shutil.copytree(WORKSPACE, tmp_path, dirs_exist_ok=True)
    return tmp_path


WAY = "  hint: en Word: "
"""How the way to a place in Word begins, which `check` tells beside the rest (tests/cli/test_restyling.py)."""


def findings(done: Run) -> list[str]:
    """What a run told, each finding with its hints; `check` calls the look by its file, `render` by its name."""
    lines = [line.replace(f"`{LOOK}`", "`prueba`") for finding in done.findings for line in told(finding)]
    return grouped([line for line in lines if not line.startswith(WAY)])


def judged(done: Run, expected: list[str]) -> None:
    """The run told exactly what is expected, ended as it should, in time, without a traceback."""
    assert sorted(findings(done)) == sorted(expected)
    assert done.code == int(any(line.startswith("error") for line in expected)), done.err
    assert not done.traceback
    assert done.within_limits, (done.seconds, done.peak)


def test_every_template_is_expected() -> None:
    """Each template that is made has its findings in the list, and the list names no other."""
    assert set(CASES) == set(WANTED)


@pytest.mark.parametrize("name", CASES)
def test_a_faulty_template(name: str, workspace: Path) -> None:
    """Both commands tell the same of a template; one that is refused leaves no file behind."""
    (workspace / LOOK).write_bytes(CASES[name]())
    expected = grouped(WANTED[name])
    before = tree(workspace)
    judged(run(["template", "check", LOOK, "--json"], workspace), expected)
    assert tree(workspace) == before
    read = [line for line in expected if not AGREEMENT.search(line)]
    judged(run(["render", SPEC, "--look", LOOK, "--out", "out", "--json"], workspace), read)
    refused = any(line.startswith("error") for line in read)
    assert (workspace / "out").exists() is not refused


def test_the_bundled_look_is_sound(workspace: Path) -> None:
    """The look that every case is made from gives no finding: what the cases tell comes from their edits."""
    (workspace / LOOK).write_bytes(packed(parts()))
    judged(run(["template", "check", LOOK, "--json"], workspace), [])


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _garbled(path: Path) -> None:
    """Noise in place of the glyphs' outlines."""
    with TTFont(path) as font:
        entry = font.reader.tables["glyf"]
        start, end = entry.offset, entry.offset + entry.length
    data = path.read_bytes()
    noise = (bytes(range(256)) * ((end - start) // 256 + 1))[: end - start]
    path.write_bytes(data[:start] + noise + data[end:])


def _no_scale(path: Path) -> None:
    """A face whose em has no units."""
    with TTFont(path) as font:
        font["head"].unitsPerEm = 0
        font.save(path)


def _no_characters(path: Path) -> None:
    with TTFont(path) as font:
        del font["cmap"]
        font.save(path)


def _restricted(path: Path) -> None:
    """The licence bits say that the face may not be embedded (OS/2, fsType)."""
    with TTFont(path) as font:
        font["OS/2"].fsType = 2
        font.save(path)


DAMAGE = {
    "garbled": (_garbled, "E522"),
    "without-scale": (_no_scale, "E522"),
    "without-characters": (_no_characters, "E522"),
    "restricted": (_restricted, "E522"),
    "cut-short": (_cut, "E521"),
    "absent": (Path.unlink, "E521"),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_font_of_the_workspace(name: str, workspace: Path) -> None:
    """A font file in `fonts/` that is needed and cannot be embedded is named; nothing is written."""
    (workspace / "fonts").mkdir()
    for style in STYLES:
        renamed(f"carlito/Carlito-{style}.ttf", workspace / "fonts" / f"{style}.ttf", "Letra Propia")
    (workspace / LOOK).write_bytes(in_style("Note", r='<w:rFonts w:ascii="Letra Propia" w:hAnsi="Letra Propia"/>'))
    sound = run(["template", "check", LOOK, "--json"], workspace)
    assert not any(finding["severity"] == "error" for finding in sound.findings)
    damage, code = DAMAGE[name]
    damage(workspace / "fonts" / "Bold.ttf")
    before = tree(workspace)
    for command in (["template", "check", LOOK], ["render", SPEC, "--look", LOOK, "--out", "out"]):
        done = run([*command, "--json"], workspace)
        assert [f["code"] for f in done.findings if f["severity"] == "error"] == [code], done.out
        assert done.code == 1 and not done.traceback
    assert tree(workspace) == before
