"""What a spec accepts is not told but counted, with its reason; what it may not accept is an error."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.typing_in import typed
from tests.rules.cases import TODAY, Case, spec_of
from vadocs.build import Rendered, check_specs

REASON = "lo hablamos por teléfono"


def checked(folder: Path, change: dict[str, Any], practice: str = "") -> Rendered:
    """What `check` tells of Marta's spec after `change`, with `practice` under it."""
    spec = spec_of(Case("", True, 1, change=change), folder)
    (folder / "practice.yaml").write_text(f"schema: 1\n{practice}", encoding="utf-8")
    (found,) = check_specs([spec], TODAY)
    return found


def told(found: Rendered) -> list[str]:
    """The codes of the findings that are told."""
    return [diagnostic.code for diagnostic in found.report]


def test_an_accepted_finding_is_not_told_but_kept_with_its_reason(tmp_path: Path) -> None:
    """Warning and note alike; another finding is told as before."""
    change = {"exclusions": "~", "payment": {"days": "30"}, "accept": {"W814": REASON}}
    found = checked(tmp_path, change)
    assert told(found) == ["W821"]
    assert [(one.diagnostic.code, one.reason) for one in found.accepted] == [("W814", REASON)]


def test_an_acceptance_that_nothing_needs_is_a_note(tmp_path: Path) -> None:
    """At the code, so that its line is found."""
    (note,) = checked(tmp_path, {"accept": {"W814": REASON}}).report
    assert note.code == "N800" and note.span is not None
    assert Path(note.span.file).read_text("utf-8").splitlines()[note.span.line - 1].strip() == f"W814: {REASON}"


def test_what_the_practice_accepts_holds_for_every_spec(tmp_path: Path) -> None:
    """It is accepted where it occurs, and no note where it does not."""
    practice = f"accept: {{W814: {REASON}, W821: {REASON}}}\n"
    found = checked(tmp_path, {"exclusions": "~"}, practice)
    assert told(found) == [] and [one.diagnostic.code for one in found.accepted] == ["W814"]


def test_an_unknown_code_is_an_error_with_the_code_that_was_meant(tmp_path: Path) -> None:
    """The edit writes the known code in its place."""
    (error,) = checked(tmp_path, {"accept": {"w814": REASON}}).report
    assert error.code == "E801"
    edit = error.hints[0].edit
    assert edit is not None and edit.span == error.span and edit.replacement == "W814"


@pytest.mark.parametrize("code", ["E810", "E355", "E021", "W600", "E603"])
def test_what_cannot_be_accepted(tmp_path: Path, code: str) -> None:
    """An error whose rule does not allow it, a code that no finding has, findings about files."""
    found = checked(tmp_path, {"accept": {code: REASON}})
    assert told(found) == ["E802" if code in ("E810", "E355") else "E801"]


def test_an_error_whose_rule_allows_it_may_be_accepted(tmp_path: Path) -> None:
    """More days to pay than the law allows, with a reason."""
    change: dict[str, Any] = {"payment": {"days": "61"}, "fees": {"in_advance": "false"}}
    (tmp_path / "told").mkdir()
    assert told(checked(tmp_path / "told", change)) == ["E820"]
    found = checked(tmp_path, {**change, "accept": {"E820": REASON}})
    assert told(found) == [] and len(found.accepted) == 1


@pytest.mark.parametrize("reason", ["", "' '"])
def test_an_acceptance_without_a_reason_is_an_error(tmp_path: Path, reason: str) -> None:
    """Nobody would know later why."""
    spec = spec_of(Case("", True, 1), tmp_path)
    spec.write_text(spec.read_text("utf-8") + f"accept:\n  W814: {reason}\n", "utf-8")
    (found,) = check_specs([spec], TODAY)
    assert told(found) == [{"": "E052", "' '": "E059"}[reason]]


def test_acceptances_are_keys_with_reasons(tmp_path: Path) -> None:
    """A single code or a list is an error."""
    spec = spec_of(Case("", True, 1), tmp_path)
    spec.write_text(spec.read_text("utf-8") + "accept: W814\n", "utf-8")
    (found,) = check_specs([spec], TODAY)
    assert told(found) == ["E051"]


def test_the_command_counts_them_and_shows_them_when_asked(tmp_path: Path) -> None:
    """Counted on the side; `--accepted` adds code, message and reason; JSON always has them."""
    spec = spec_of(Case("", True, 1, change={"exclusions": "~", "accept": {"W814": REASON}}), tmp_path)
    plain = typed("check", spec)
    assert plain.code == 0 and "1 aviso aceptado" in plain.err and REASON not in plain.err + plain.out
    shown = typed("check", "--accepted", spec)
    assert "W814" in shown.err and REASON in shown.err
    accepted, summary = typed("check", "--json", spec).objects
    assert (accepted["kind"], accepted["code"], accepted["reason"]) == ("accepted", "W814", REASON)
    assert summary["accepted"] == 1 and summary["warnings"] == 0


def test_strict_counts_only_what_is_told(tmp_path: Path) -> None:
    """A warning ends with 1 under `--strict`, an accepted one does not; nothing is written but without either."""
    open_ = spec_of(Case("", True, 1, change={"exclusions": "~"}), tmp_path)
    out = tmp_path / "out"
    assert typed("render", "--strict", open_, "--out", out).code == 1
    assert not out.exists()
    spec_of(Case("", True, 1, change={"exclusions": "~", "accept": {"W814": REASON}}), tmp_path)
    assert typed("render", "--strict", open_, "--out", out, "--formats", "native").code == 0
    assert out.exists()
