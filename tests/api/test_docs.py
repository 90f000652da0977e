"""What the pages show of Python and of erasing a client runs, and is the same in both languages."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = {"lotes": ("Desde Python", "Borrar los datos de un cliente"), "batches": ("From Python", "Erasing a client")}


def blocks(page: str, part: int, kind: str) -> list[str]:
    """The blocks of code of a part of a page."""
    text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    _, _, rest = text.partition(f"\n## {PAGES[page][part]}\n")
    return re.findall(rf"```{kind}\n(.*?)```", re.split(r"\n## ", rest)[0], re.DOTALL)


def test_the_python_of_the_pages_runs(tmp_path: Path) -> None:
    """All blocks, one after the other as a script without a guard, end well and print what they promise; then the
    commands that erase the client leave nothing of it. The English page has the same code but for the language asked.
    """
    code = "\n".join(blocks("lotes", 0, "python"))
    english = "\n".join(blocks("batches", 0, "python"))
    assert ast.dump(ast.parse(code)) == ast.dump(ast.parse(english.replace('"en"', '"es"')))
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    for told in ("contract docx", "True () ()", "`1.200`", "ana written", "benito rejected", 'rows[1]["fees.amount"]'):
        assert told in done.stdout, (told, done.stdout)
    commands = blocks("lotes", 1, "sh")
    assert commands == blocks("batches", 1, "sh") and len(commands) == 2
    for command in commands:
        assert (tmp_path / "out" / command.split()[2]).is_dir()
        words = [sys.executable, "-m", *command.split(), "--specs", "examples"]
        erased = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True)
        assert erased.returncode == 0, erased.stderr
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["ana", "manifest.jsonl", "plataforma-17"]
    words = [sys.executable, "-m", "vadocs", "--lang", "es", "forget", "ana", "--dry-run"]
    told = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert "los datos de `ana` los dio un programa" in told and "Contrato_Ana-Perez-Gil_A-1_v1.pdf" in told
    assert not (tmp_path / "examples" / "levante.vadocs.yaml").exists()
