"""Same input, same bytes: whatever the process, the folder, the time zone, the locale, the hash seed, the key order."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.examples import EXAMPLES, ROOT, spec_of
from vadocs.build import Request, render_specs

_PROGRAM = "import sys; from vadocs.cli import main; main(sys.argv[1:])"


def render(spec: Path, out: Path, cwd: Path, **environment: str) -> dict[str, str]:
    """Render in a process of its own; the answer is each file's name with the hash of its bytes."""
    inherited = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": str(cwd)}
    command = [sys.executable, "-c", _PROGRAM, "render", str(spec), "--out", str(out)]
    done = subprocess.run(command, cwd=cwd, env={**inherited, **environment}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return hashes(out)


def made(spec: Path, out: Path) -> dict[str, str]:
    """Render in this process; the answer is that of `render`."""
    (rendered,) = render_specs([spec], Request(out))
    assert not rendered.report.failed and len(rendered.files) > 1
    return hashes(out)


def hashes(out: Path) -> dict[str, str]:
    """Each file's name with the hash of its bytes."""
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(out.rglob("*")) if p.is_file()}


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_surroundings_do_not_show(name: str, tmp_path: Path) -> None:
    """Two processes that differ in folder, time zone, locale, hash seed and build date write the same bytes."""
    spec = spec_of(name)
    (tmp_path / "deep" / "er").mkdir(parents=True)
    one = render(spec, tmp_path / "one", tmp_path, TZ="UTC", LANG="C", PYTHONHASHSEED="1")
    elsewhere = tmp_path / "deep" / "er"
    two = render(
        spec, tmp_path / "two", elsewhere,
        TZ="Pacific/Auckland", LANG="es_ES.UTF-8", PYTHONHASHSEED="2", SOURCE_DATE_EPOCH="1",
    )
    assert len(one) == 3
    assert one == two


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_order_of_keys_does_not_show(name: str, tmp_path: Path) -> None:
    """A spec whose mappings are written in the opposite order gives the same files."""
    spec = spec_of(name)

    def turned(value: object) -> object:
        if isinstance(value, dict):
            return {key: turned(value[key]) for key in reversed(list(value))}
        return [turned(member) for member in value] if isinstance(value, list) else value

    # BaseLoader keeps every scalar the text that was written.
    text = yaml.dump(turned(yaml.load(spec.read_text(encoding="utf-8"), yaml.CBaseLoader)), sort_keys=False,
                     allow_unicode=True)
    other = tmp_path / spec.name
    other.write_text(text, encoding="utf-8")
    assert text != spec.read_text(encoding="utf-8")
    assert made(spec, tmp_path / "one") == made(other, tmp_path / "two")
