"""Texts by language, from a practice, under `clauses.with`, and words of any length."""

from pathlib import Path

import pytest

from tests.hostile.leaves import members
from tests.hostile.rendering import lost, render, yaml_of
from tests.laid import GONE, laid
from vadocs.build import Request, render_specs

HOSTILE = "{{ a }} **b** | <c/> & @client [[d]] %"


def test_a_text_by_language_is_printed_in_its_own() -> None:
    """Each language's text as it is, and none of the other's."""
    task = {"es": f"uno {HOSTILE}", "en": "otro {{ b }}"}
    result = render(laid(members()["project"], {"exclusions": [task, "nada"]}))
    assert not result.errors and not lost(task["es"], result)
    assert not any(task["en"] in text for text in result.paragraphs)


def test_a_fault_in_a_text_by_language_is_at_its_language() -> None:
    """The place is that of the text with the character."""
    result = render(laid(members()["project"], {"exclusions": [{"en": "right", "es": "mal \u4e2d"}]}))
    (error,) = result.errors
    assert error.span is not None
    line = Path(error.span.file).read_text(encoding="utf-8").split("\n")[error.span.line - 1]
    assert line.strip().startswith('"es"') and line[error.span.column - 1 :].startswith('"mal')


def test_parameters_under_clauses_with() -> None:
    """A parameter of a clause takes any text, and its fault has its key."""
    spec = laid(members()["retainer"], {"ethics": GONE})
    for pledge, sound in ((f"no {HOSTILE}", True), ("no \u4e2d", False)):
        result = render(laid(spec, {"clauses": {"with": {"ethics": {"pledges": [pledge]}}}}))
        if sound:
            assert not result.errors and not lost(pledge, result)
        else:
            (error,) = result.errors
            assert dict(error.args)["where"].endswith("ethics.pledges[0]") and error.span is not None


def test_a_fault_in_the_practice_is_told_there(tmp_path: Path) -> None:
    """A value that comes from `practice.yaml` is told with that file's name and line."""
    spec = laid(members()["project"], {"provider": {"trade_name": GONE}})
    (tmp_path / "practice.yaml").write_text("provider:\n  trade_name: Marca \u4e2d\n", encoding="utf-8")
    file = tmp_path / "one.vadocs.yaml"
    file.write_text(yaml_of(spec), encoding="utf-8")
    (result,) = render_specs([file], Request(tmp_path / "out"))
    (error,) = (each for each in result.report if each.code == "E550")
    assert error.span is not None
    assert (Path(error.span.file).name, error.span.line, error.span.column) == ("practice.yaml", 2, 15)
    assert not result.files and not (tmp_path / "out").exists()


@pytest.mark.parametrize("word", ["x" * 1990, "ñ-" * 990, "W/" * 990, "a\u00ad" * 990, "e\u0301" * 990])
def test_a_long_word_is_cut_where_lines_end(word: str) -> None:
    """It goes over many lines, in running text and in a cell, and not a letter is lost."""
    over = {"client": {"trade_name": word}, "services": [{"task": word, "frequency": "once", "value": "4800.00"}]}
    result = render(laid(members()["project"], over))
    assert not result.errors and not lost(word, result)


def test_a_word_longer_than_a_line_may_be_is_one_error() -> None:
    """Ten thousand letters in a text of one line: the field is told."""
    result = render(laid(members()["project"], {"client": {"trade_name": "x" * 10_000}}))
    (error,) = result.errors
    assert (error.code, dict(error.args)["key"]) == ("E064", "client.trade_name")
