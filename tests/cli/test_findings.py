"""Findings on screen: the line at fault, carets exactly under the fault, and never a secret."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.typing_in import LEVANTE, Answer, spec, typed
from vadocs.diagnostics import Diagnostic, Exit, Span, hint
from vadocs.readers.excerpts import prepare

FAULT = ("kind: company", "kind: compny")


def under(answer: Answer) -> list[str]:
    """For each finding with an excerpt, what stands on screen right above its carets."""
    lines = answer.plain.splitlines()
    found = []
    for index, line in enumerate(lines):
        carets = line.partition(" | ")[2]
        if carets.strip() and not carets.strip().strip("^"):
            start = cell_len(line.split("^")[0])
            end = start + carets.count("^")
            above = [(cell_len(lines[index - 1][:n]), c) for n, c in enumerate(lines[index - 1])]
            found.append("".join(c for column, c in above if start <= column < end))
    return found


def test_a_finding_as_it_stands_on_screen(here: Path) -> None:
    """Severity, code and reason; place; excerpt with carets; hints; then the totals."""
    spec(here, FAULT)
    assert typed("check", "levante.vadocs.yaml").err == (
        "error[E081]: `compny` no es un código de `client.kind`\n"
        "  --> levante.vadocs.yaml:29:9\n"
        "   |\n"
        "29 |   kind: compny\n"
        "   |         ^^^^^^\n"
        "   = ayuda: ¿querías decir `company`?\n"
        "   = ayuda: puede ser: `person`, `company`, `consumer`\n"
        "\n"
        "1 error\n"
    )


def test_a_finding_in_english(here: Path) -> None:
    """In English the same finding has the same place."""
    spec(here, FAULT)
    err = typed("check", "levante.vadocs.yaml", language="en").err
    assert err.startswith("error[E081]: `compny` is no")
    assert "\n   = help: " in err
    assert err.endswith("\n1 error\n")


CARETS = {
    "a tab before it": ("  kind: company", "  kind:\tcompny", "compny"),
    "wide letters before it": ("city: Madrid, country: ES", 'city: "北京 café", contry: ES', "contry"),
    "letters of two marks before it": ("city: Madrid, country: ES", "city: Sa\u0301laba\u0303, contry: ES", "contry"),
    "wide letters themselves": ("city: Madrid, country: ES", "city: Madrid, country: ES, 北京: x", "北京"),
}


@pytest.mark.parametrize("case", CARETS)
def test_carets_stand_under_the_fault(here: Path, case: str) -> None:
    """However wide the characters before the fault are, the carets stand under it and are as wide as it."""
    old, new, marked = CARETS[case]
    spec(here, (old, new))
    assert under(typed("check", "levante.vadocs.yaml")) == [marked]


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_marks_move_nothing(here: Path, ending: str, mark: str) -> None:
    """Windows' and old Macs' line ends count as YAML counts them; a byte order mark takes no column."""
    text = mark + LEVANTE.read_text(encoding="utf-8").replace(*FAULT).replace("schema: 1", "schma: 1")
    (here / "a.vadocs.yaml").write_bytes(text.replace("\n", ending).encode())
    answer = typed("check", "a.vadocs.yaml")
    assert "compny" in under(answer)
    assert "schma" in under(answer)
    assert "\r" not in answer.err


def test_a_last_line_without_end(here: Path) -> None:
    """The last line has an excerpt also where no line feed ends it."""
    path = spec(here)
    path.write_text(path.read_text(encoding="utf-8").rstrip() + "\nunknwn: 3", encoding="utf-8")
    assert under(typed("check", path)) == ["unknwn"]


def test_another_encoding_is_shown_as_it_was_read(here: Path) -> None:
    """A file in Windows-1252 has its excerpts too."""
    path = spec(here, FAULT)
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1252"))
    assert under(typed("check", path)) == ["ñ", "compny"]


@pytest.mark.parametrize("columns", [40, 80, None])
def test_a_long_line_is_cut_around_the_fault(here: Path, columns: int | None) -> None:
    """A line wider than the terminal is cut on both sides, the carets still stand under the fault, nothing wraps."""
    long = "x" * 300
    path = spec(here, ("street: \"C/ Alcalá, 45\"", f'street: "{long}"'), ("city: Madrid", f'ciudd: "{long}"'))
    answer = typed("check", path, columns=columns)
    assert "ciudd" in under(answer)
    width = columns or 160
    assert all(cell_len(line) <= width for line in answer.plain.splitlines() if " | " in line)


def test_what_would_drive_the_terminal_is_not_printed(here: Path) -> None:
    """Escape characters of a spec or a file's name reach no terminal, neither in excerpts nor in messages."""
    path = spec(here, ("kind: company", "kind: \x1b[31mcompny\u202e"), name="a\x1b[2J.vadocs.yaml")
    answer = typed("check", path)
    assert answer.code is Exit.INPUT
    assert "\x1b" not in answer.err + answer.out
    assert "\u202e" not in answer.err + answer.out
    assert "\x1b" not in typed("check", path, "--json").out


def test_a_file_that_vanished_has_no_excerpt(here: Path) -> None:
    """Where the file is gone, is a folder, or has no such line, the place alone is told."""
    (here / "folder").mkdir()
    (here / "short").write_text("one line\n")
    places = [Span(name, 7, 1, 7, 2) for name in ("gone", "folder", "short")]
    assert [p.line for p in prepare(Diagnostic("E001", place) for place in places)] == [None, None, None]


def test_findings_stand_in_source_order(here: Path) -> None:
    """The findings of a file come from top to bottom, whatever stage found them."""
    path = spec(here, FAULT, ("amount: 560.00", "amount: 1.560,00"), ("status: draft", "status: draff"))
    spans = [found["span"]["line"] for found in typed("check", path, "--json").objects if found["kind"] == "finding"]
    assert spans == sorted(spans)
    assert len(spans) == 3


def test_a_finding_as_json(here: Path) -> None:
    """A finding is one object with always the same keys; an edit can be applied by a program."""
    path = spec(here, FAULT)
    found, summary = typed("check", path, "--json").objects
    place = {"file": "levante.vadocs.yaml", "line": 29, "column": 9, "end_line": 29, "end_column": 15}
    assert found == {
        "kind": "finding",
        "code": "E081",
        "severity": "error",
        "message": "`compny` no es un código de `client.kind`",
        "span": place,
        "hints": [
            {"text": "¿querías decir `company`?", "edit": {"span": place, "replacement": "company"}},
            {"text": "puede ser: `person`, `company`, `consumer`", "edit": None},
        ],
        "related": [],
    }
    counts = {"errors": 1, "warnings": 0, "accepted": 0, "open_points": [], "to_confirm": []}
    assert summary == {"kind": "spec", "file": str(path), **counts}


# --- secrets ---------------------------------------------------------------------------------------

PASSWORD = "Hunter2-oculta"
SECRET = {
    "under a key that names it": ("credentials: {vault:", f"credentials: {{password: {PASSWORD}, vault:"),
    "with another fault on its line": ("credentials: {vault:", f"credentials: {{password: {PASSWORD}, valt:"),
    "split by a comma": ("credentials: {vault:", f"credentials: {{password: {PASSWORD}, {PASSWORD}2, vault:"),
    "cut by a comment": ("  notes: Revisar", f"  password: abc #{PASSWORD}\n  notes: Revisar"),
    "in a text": ("  notes: Revisar", f"  notes: 'contraseña: {PASSWORD}'\n  nots: Revisar"),
    "in a line that is no YAML": ("  notes: Revisar", f'  password: "{PASSWORD}\n  notes: Revisar'),
    "with a tab before it": ("  notes: Revisar", f"\tpassword: {PASSWORD}\n  notes: Revisar"),
    "in a shape of its own": ("  notes: Revisar", f"  notes: ftp://marta:{PASSWORD}@example.com\n  x: Revisar"),
    "of several lines": ("  notes: Revisar", f"  password: |\n    uno\n    {PASSWORD} # x\n  notes: Revisar"),
    "under a key that stands twice": ("  notes: Revisar", f"  password: {PASSWORD}\n  password: {PASSWORD}\n  x: R"),
    "a social security number": ("tax_id: B12345674", "tax_id: 123-45-6789"),
}


@pytest.mark.parametrize("case", SECRET)
def test_a_secret_is_never_shown(here: Path, case: str) -> None:
    """Neither an excerpt nor a message, hint or edit, of whatever finding, repeats what looks like a secret."""
    path = spec(here, SECRET[case])
    for command in ("check", "plan", "render"):
        for answer in (typed(command, path), typed(command, path, "--json"), typed(command, path, language="en")):
            assert answer.code is Exit.INPUT
            assert "unter2" not in answer.out + answer.err
            assert "123-45-6789" not in answer.out + answer.err


def test_the_place_of_a_secret_is_told(here: Path) -> None:
    """The finding says where the secret stands, and that its line is not shown."""
    path = spec(here, SECRET["under a key that names it"])
    err = typed("check", path).err
    assert "error[E128]: `credentials.password` guarda algo" in err
    assert "levante.vadocs.yaml:72:" in err
    assert "(no se muestra: la línea guarda algo secreto)" in err


def test_other_findings_on_a_line_with_a_secret_keep_what_is_harmless(tmp_path: Path) -> None:
    """Only arguments that repeat a word of the secret are masked; edits go."""
    file = tmp_path / "a.yaml"
    file.write_text("{password: Hunter2, nme: x}\n", encoding="utf-8")
    secret = Diagnostic("E128", Span(str(file), 1, 12, 1, 19), (("key", "password"),))
    other = Diagnostic(
        "E081", Span(str(file), 1, 12, 1, 19), (("text", "Hunter2"), ("key", "client.kind")), (hint("H050", edit="x"),)
    )
    shown = [printed.diagnostic for printed in prepare([secret, other])]
    assert dict(shown[1].args) == {"text": "•••", "key": "client.kind"}
    assert shown[0] == secret
