"""Inputs kept from fuzzing: those that reach different branches, and those for which a law once failed."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.fuzz.targets import TARGETS

FOLDER = Path(__file__).parent
CRASHES = sorted(path for path in (FOLDER / "crashes").glob("*/*") if path.is_file())


@pytest.mark.xdist_group("fuzz")
@pytest.mark.parametrize("target", TARGETS)
def test_the_kept_corpus_obeys_the_laws(target: str) -> None:
    """Every kept input ends in findings or a value, as its target says."""
    kept = sorted((FOLDER / "corpus" / target).iterdir())
    assert len(kept) > 50
    for path in kept:
        try:
            TARGETS[target](path.read_bytes())
        except Exception as error:
            pytest.fail(f"{path}: {error!r}")


@pytest.mark.parametrize("path", CRASHES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_once_failed(path: Path) -> None:
    """An input for which a law failed obeys it."""
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize(
    ("target", "reader"),
    [
        ("spec", "read_engagement"),
        ("clause", "compile_text"),
        ("expression", "parse_expression"),
        ("template", "read_look"),
        ("table", "jobs_of"),
    ],
)
def test_a_target_notices_a_silent_refusal(target: str, reader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The laws can fail: a reader that gives nothing and says nothing breaks one."""
    nothing = SimpleNamespace(faulty=True) if target == "clause" else None
    monkeypatch.setattr(f"tests.fuzz.targets.{reader}", lambda *_, **__: nothing)
    with pytest.raises(AssertionError):
        TARGETS[target](b"a")
