"""`vadocs doctor`: what is wrong with the place is told with its remedy, and what is well is told as well."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.typing_in import Answer, typed
from vadocs.build import health
from vadocs.cli import extras
from vadocs.cli.doctor import _programs
from vadocs.cli.refusals import told
from vadocs.cli.screen import Screen
from vadocs.diagnostics import Exit
from vadocs.readers.bundled import bundled_templates


def states(answer: Answer) -> dict[str, str]:
    """What was looked at, each with the worst state it was found in."""
    order = ("good", "note", "bad")
    found: dict[str, str] = {}
    for one in answer.objects:
        if one["kind"] == "check":
            found[one["name"]] = max(found.get(one["name"], "good"), one["state"], key=order.index)
    return found


def test_a_place_in_order_ends_with_0(here: Path) -> None:
    """Every check is told, none is bad, and nothing is left behind."""
    answer = typed("doctor")
    assert answer.code is Exit.DONE and not answer.err
    assert answer.out.rstrip().endswith("todo en orden") and "cláusulas y" in answer.out
    assert "{" not in answer.out and "doctor." not in answer.out
    assert not list(here.iterdir())


def test_what_is_wrong_ends_with_4_and_tells_the_remedy(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A damaged look of one's own, a full disk, a clause that cannot be read: each is bad; the rest is well."""
    (here / "practice.yaml").write_text("{}\n", encoding="utf-8")
    (here / "templates").mkdir()
    (here / "templates" / "mio.docx").write_bytes(b"no es un documento")
    (here / "clauses" / "deposit").mkdir(parents=True)
    (here / "clauses" / "deposit" / "es.md").write_text("{{ nada", encoding="utf-8")
    monkeypatch.setattr(health, "ROOM", 10**12)
    monkeypatch.setattr(health, "_fonts", tuple)  # the test above has read them all
    answer = typed("doctor", "--json")
    assert answer.code is Exit.ENVIRONMENT
    found = states(answer)
    wanted = {"language", "encoding", "extra", "library", "cache", "look", "practice", "writing", "room"}
    assert wanted <= found.keys()
    assert {name for name, state in found.items() if state == "bad"} == {"library", "look", "room"}
    assert "E500" in answer.codes


def test_a_folder_that_cannot_be_written_to_is_bad(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the system's reason in the language of the screen."""

    def refusing(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(health.disk, "temporary", refusing)
    check = health._writing(here / "out")
    assert check.state == "bad" and check.refusal is not None
    assert "Permission denied" not in told(check.refusal, "es").message("es")


def test_an_extra_that_is_lacking_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is a note, with the command that adds it."""
    monkeypatch.setitem(extras.EXTRAS, "preview", "no_such_module")
    lacking = [(state, text) for name, state, text in _programs(Screen("es")) if name == "extra" and "preview" in text]
    assert [state for state, _ in lacking] == ["note"] and extras.adding("preview") in lacking[0][1]


def test_what_adds_an_extra_fits_how_vadocs_was_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By pip where there is pip; what pipx and uv made has none, and they add it themselves."""
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr(sys, "executable", "/here/python")
    assert extras.adding("preview") == '/here/python -m pip install "vadocs[preview]"'
    monkeypatch.setattr(extras, "find_spec", lambda name: None)
    assert extras.adding("preview") == "uv pip install --python /here/python pypdfium2"
    (tmp_path / "pipx_metadata.json").touch()
    assert extras.adding("remote") == "pipx inject vadocs fsspec"


def test_a_damaged_font_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bundled font file that is cut off is named."""
    shutil.copytree(bundled_templates() / "fonts" / "caladea", tmp_path / "fonts" / "caladea")
    file = next((tmp_path / "fonts").rglob("*.ttf"))
    file.write_bytes(file.read_bytes()[:5000])
    monkeypatch.setattr(health, "bundled_templates", lambda: tmp_path)
    (check,) = health._fonts()
    assert check.state == "bad" and dict(check.args)["list"] == file.name
