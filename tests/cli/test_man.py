"""The man pages that `make man` writes: one a command, in either language, and roff throughout."""

import importlib.util
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.test_help import commands
from tests.cli.typing_in import ROOT
from vadocs.diagnostics import Exit

GROFF = shutil.which("groff")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of all pages."""
    found = importlib.util.spec_from_file_location("man_pages", ROOT / "docs" / "man.py")
    assert found is not None and found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    folder = tmp_path_factory.mktemp("man")
    assert len(list(module.write(folder))) > 50
    return folder


@pytest.mark.parametrize(("below", "head"), [("man1", "SYNOPSIS"), ("es/man1", "SINOPSIS")])
def test_each_command_has_its_page(below: str, head: str, written: Path) -> None:
    """Every command and group, with usage, options and all exit codes; no id of the catalogue, no stray order."""
    names = {path.stem for path in (written / below).iterdir()}
    assert names == {"-".join(["vadocs", *command]) for command in commands()}
    for name in names:
        text = (written / below / f"{name}.1").read_text(encoding="utf-8")
        assert f".SH {head}\n" in text
        assert not re.search(r"\bcli\.|\{\w+\}", text)
        orders = {line.split()[0] for line in text.splitlines() if line.startswith(".")}
        assert orders <= {".TH", ".SH", ".TP", ".B", ".nh", ".ad"}
        assert all(f".B {int(code)}\n" in text for code in Exit)


@pytest.mark.skipif(GROFF is None, reason="this system has no groff")
def test_groff_finds_no_fault(written: Path) -> None:
    """Set as `man` sets it, with all warnings."""
    assert GROFF is not None
    pages = sorted(written.rglob("vadocs-*e*.1"))[:12]
    done = subprocess.run([GROFF, "-Kutf8", "-man", "-Tutf8", "-ww", *pages], capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.count(b"VADOCS-") >= len(pages)


@pytest.mark.skipif(GROFF is None, reason="this system has no groff")
def test_a_page_breaks_no_word_and_spreads_none(written: Path) -> None:
    """On 80 columns words stay whole and a space apart, and a command that a text names stands on one line."""
    assert GROFF is not None
    page = written / "es" / "man1" / "vadocs-batch.1"
    done = subprocess.run([GROFF, "-Kutf8", "-man", "-Tutf8", "-P-cbou", page], capture_output=True, timeout=60)
    told = [line.strip() for line in done.stdout.decode("utf-8").splitlines() if line.startswith(" " * 14)]
    assert len(told) > 30 and any("vadocs template list" in line for line in told)
    assert [line for line in told if re.search(r"  |\w[-‐]$|`", line)] == []
