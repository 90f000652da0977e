"""`--check`: what a batch tells to nobody is told on the provider's own screen."""

from pathlib import Path

from click.testing import CliRunner

from tests.examples import ROOT
from vadocs.cli.console import console
from vadocs.cli.program import vadocs
from vadocs.cli.screen import Screen

LOTES = ROOT / "examples" / "lotes"


def test_check_tells_what_a_batch_withholds(tmp_path: Path) -> None:
    """Each row's findings stand with their cells, those for the provider alone too; no file is written."""
    table = tmp_path / "dos.csv"
    head, first, second, *_ = (LOTES / "clientes.csv").read_text(encoding="utf-8").splitlines()
    table.write_text("\n".join([head, first, second.replace("1.120,50", "mil")]) + "\n", encoding="utf-8")
    told = tmp_path / "told.txt"
    with told.open("w", encoding="utf-8") as stream:
        screen = Screen("es", out=console(stream), err=console(stream))
        arguments = ["batch", str(table), "--base", str(LOTES / "base.yaml"), "--locale", "es-ES", "--check",
                     "--set", "internal.rate_floor=90", "--out", str(tmp_path / "out")]  # fmt: skip
        done = CliRunner().invoke(vadocs, arguments, obj=screen, standalone_mode=False)
    text = told.read_text(encoding="utf-8")
    assert done.return_value == 1, done
    assert "aviso[W870]" in text and "(celda K2)" in text
    assert "error[E749]" in text and "(celda K3)" in text
    assert not (tmp_path / "out").exists()
