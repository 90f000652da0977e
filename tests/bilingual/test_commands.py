"""What commands do with a spec in two languages: `explain` in either of them, `collate` row by row."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.bilingual.rendered import SPECS, delivered
from tests.collate.test_collate import replace_in
from vadocs.build import collate_spec
from vadocs.cli.program import vadocs
from vadocs.cli.screen import Screen, console
from vadocs.diagnostics import Report

pytestmark = pytest.mark.xdist_group("two-languages")

NAME = "mx-inmobiliaria-tijuana"


@pytest.mark.parametrize(
    ("asked", "said", "unsaid"),
    [
        ((), "1.º de diciembre de 2026", "December"),
        (("--language", "en"), "December 1, 2026", "diciembre"),
        (("--language", "es"), "1.º de diciembre de 2026", "December"),
    ],
)
def test_explained_in_one_of_two_languages(asked: tuple[str, ...], said: str, unsaid: str, tmp_path: Path) -> None:
    """One text, in the language asked for as the spec's own country writes it; else in the first of the two."""
    arguments = ["explain", str(SPECS[NAME]), *asked, "--formats", "native", "--out", str(tmp_path)]
    with (tmp_path / "told.txt").open("w", encoding="utf-8") as stream:
        screen = Screen("en", out=console(stream), err=console(stream))
        done = CliRunner().invoke(vadocs, arguments, obj=screen, standalone_mode=False)
    assert done.return_value == 0, done
    (file,) = tmp_path.rglob("*.native")
    text = file.read_text("utf-8").replace("\u00a0", " ")
    assert said in text and unsaid not in text
    assert "210.00" in text and " / " not in text.splitlines()[0]


def test_a_figure_changed_in_one_column_is_found(tmp_path: Path) -> None:
    """`collate` finds nothing in files as made; changed in the English column alone, a figure is told with its key."""
    spec = tmp_path / SPECS[NAME].name
    shutil.copy(SPECS[NAME], spec)
    out = delivered(NAME)["contract"].pdf.parent
    shutil.copytree(out, tmp_path / "out" / out.name)
    report = Report()
    assert collate_spec(spec, tmp_path / "out", report)
    assert not list(report), [one.message("en") for one in report]
    word = tmp_path / "out" / out.name / delivered(NAME)["contract"].docx.name
    replace_in(word, "(MXN\u00a0210.00)", "(MXN\u00a0201.00)")
    report = Report()
    collate_spec(spec, tmp_path / "out", report)
    (found,) = report
    told = dict(found.args)
    assert (found.code, told["key"], told["file"]) == ("E680", "fees.rate", word.name)
    assert "201.00" in str(told["found"]) and "210.00" in str(told["wanted"])
