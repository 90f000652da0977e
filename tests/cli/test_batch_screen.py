"""How a run over many engagements is shown: a bar on a terminal, lines elsewhere, JSON, and the summary."""

import io
import json
import re
import shlex
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.batches.outcomes import events, many, outcome, refused
from tests.cli.test_process import ENVIRONMENT, VADOCS
from tests.cli.typing_in import LEVANTE, typed
from vadocs.batches.events import Event, Interrupting
from vadocs.batches.quantities import duration, rate, whole
from vadocs.batches.retry import retry_command
from vadocs.batches.tally import Tally
from vadocs.cli.batchbar import progress
from vadocs.cli.batchscreen import BatchScreen, typed_command
from vadocs.cli.console import console
from vadocs.cli.screen import Screen
from vadocs.diagnostics import Diagnostic, Exit, Span

TYPED = ("vadocs", "batch", "mis clientes.csv", "--out", "out")


class Shown:
    """What a screen showed of a run."""

    def __init__(
        self, told: list[Event], *, language: str = "es", columns: int | None = None, json_lines: bool = False,
        encoding: str = "utf-8", typed: tuple[str, ...] = TYPED,
    ) -> None:  # fmt: skip
        self._out, self._err = io.BytesIO(), io.BytesIO()
        streams = [io.TextIOWrapper(one, encoding, "replace", write_through=True) for one in (self._out, self._err)]
        out, err = (console(stream, columns=columns) for stream in streams)
        self.screen = Screen(language, json_lines=json_lines, out=out, err=err)
        with BatchScreen(self.screen, typed) as shown:
            for event in told:
                shown.show(event)
        self.out, self.raw = (one.getvalue().decode(encoding) for one in (self._out, self._err))
        self._streams = streams

    @property
    def err(self) -> str:
        """The standard error without a terminal's codes."""
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", self.raw).replace("\r", "")


def test_elsewhere_than_on_a_terminal_there_is_a_line_each_ten_seconds() -> None:
    """Into a pipe: what is planned, a line each ten seconds by the run's clock, and one at the end; no codes."""
    outcomes = [outcome(f"c{n}", seconds=4.0) for n in range(6)] + [outcome("igual", "unchanged"), refused("mal")]
    shown = Shown(list(events(outcomes)))
    assert "\x1b" not in shown.raw
    lines = shown.err.splitlines()
    assert lines[0] == "8 clientes: 7 por hacer, 1 sin cambios; a la vez: 1"
    told = [line for line in lines if " de 8 clientes" in line]
    assert told == [
        "3 de 8 clientes, 10 por minuto, quedan 30 s",
        "6 de 8 clientes, 12 por minuto, quedan 10 s",
        "8 de 8 clientes, 1 con fallos, 17 por minuto",
    ]


def test_failures_are_told_as_they_come_without_the_line_they_stand_on(here: Path) -> None:
    """Code, reason, place and hints of what fails, in its place among the events; never the line of the spec."""
    spec = here / "mal.yaml"
    spec.write_text("a: 1\nb: 2\nfees: {amount: 1.200, internal: {floor: 17.35}}\n", encoding="utf-8")
    shown = Shown(list(events([refused("mal", file=str(spec)), outcome("bien", seconds=30.0)])))
    assert "mal (mal): rechazado" in shown.err
    assert "error[E070]: `1.200` no es un importe" in shown.err
    assert "--> mal.yaml:3:9" in shown.err
    assert "= ayuda: comprueba el nombre" in shown.err
    assert "floor" not in shown.err + shown.out and "17.35" not in shown.err + shown.out
    assert shown.err.index("mal (mal)") < shown.err.index("2 de 2 clientes")


def test_of_very_many_failures_only_the_first_are_told_in_full() -> None:
    """After a hundred failures their names alone are told: the report has the rest."""
    shown = Shown(list(events([refused(f"c{n}") for n in range(130)])))
    assert shown.err.count("error[E070]") == 100
    assert shown.err.count(": rechazado") == 130
    assert shown.err.count("fallan muchos") == 1


def test_the_summary_tells_what_came_of_it() -> None:
    """Counts by kind, files and pages, drafts, withheld findings, warnings by code, the report, and what to type."""
    warning = Diagnostic("W821", Span("a.yaml", 1, 1, 1, 2), (("name", "x"),))
    outcomes = [
        outcome("a", "written", warning, open_points=2), outcome("b", "written", warning, withheld=1),
        outcome("c", "unchanged"), refused("d"), outcome("e", "hung", seconds=120.0), outcome("f", "crashed"),
    ]  # fmt: skip
    shown = Shown(list(events(outcomes, report=Path("out/report.html"))), language="en")
    lines = shown.out.splitlines()
    assert lines[0] == "Finished in 2 min 3 s: 3 of 6 clients failed"
    assert lines[1:6] == [
        "  2  written: 4 files, 84 pages",
        "  1  unchanged: its files were up to date",
        "  1  rejected: its data have errors",
        "  1  crashed: the process that made it was lost",
        "  1  took too long",
    ]
    assert "Incomplete drafts: 1 client, which lacks 2 facts" in lines
    assert any(line.startswith("Warning W821 in 2 clients; thus in a: ") for line in lines)
    assert any("1 finding is for your eyes only" in line and "`--check`" in line for line in lines)
    assert "Report: out/report.html" in lines
    assert shlex.split(lines[-1]) == [*TYPED, "--where", "id=d,e,f"]
    assert "e: it took too long; it will be tried once more, alone" in shown.err


def test_with_why_each_client_made_has_its_reasons() -> None:
    """`--why`: the reasons in words, of those that were made and of no other."""
    stream = io.StringIO()
    screen = Screen("es", out=console(io.StringIO()), err=console(stream))
    made, kept = outcome("a"), outcome("b", "unchanged")
    made = replace(made, entry=replace(made.entry, why=("new", "missing:x.pdf")))
    with BatchScreen(screen, TYPED, why=True) as shown:
        for event in events([made, kept]):
            shown.show(event)
    assert re.search(r"a \(a\), motivo: [^;\n]+; [^\n]*x\.pdf", stream.getvalue())
    assert "b (b)" not in stream.getvalue()


def test_a_run_without_failures_asks_for_nothing() -> None:
    """No command stands at the end of a run in which all went well."""
    shown = Shown(list(events([outcome("a"), outcome("b")])), language="en")
    assert shown.out.splitlines()[0].endswith("2 clients, no failures")
    assert "vadocs batch" not in shown.out


def test_an_interrupted_run_says_how_to_go_on() -> None:
    """The stop is told at once; at the end stands the command as it was typed, not one for the failures alone."""
    told = list(events([refused("a"), outcome("b", "left"), outcome("c", "left")], interrupted=True))
    told.insert(2, Interrupting(1, 2, 1.0))
    shown = Shown(told)
    assert "parando: se termina el que está a medias; 2 se quedan sin empezar" in shown.err
    assert "parando: 2 se quedan sin empezar" in Shown([told[0], Interrupting(0, 2, 1.0)]).err
    assert shown.out.startswith("Interrumpido a los 1,4 s: quedan 2 clientes por hacer")
    assert shlex.split(shown.out.splitlines()[-1]) == list(TYPED)


def test_on_a_terminal_there_is_a_bar_until_the_end() -> None:
    """The bar is drawn with count, rate and who is being made, is cleared, and gives the cursor back."""
    outcomes = [outcome(f"c{n}", number=f"2026-{n:03}", seconds=2.0) for n in range(20)]
    shown = Shown(list(events(outcomes)), columns=80)
    assert "━" in shown.raw and "19/20" in shown.raw
    assert re.search(r"28 por minuto; quedan 2 s; ahora: 2026-019", shown.err)
    assert shown.raw.count("\x1b[?25l") == shown.raw.count("\x1b[?25h") == 1
    assert "20 de 20 clientes" not in shown.err
    assert "━" not in shown.out


def test_the_bar_costs_little() -> None:
    """However many events come within a second, it is drawn some ten times."""
    outcomes = [outcome(f"c{n}", seconds=0.001) for n in range(1000)]
    assert Shown(list(events(outcomes)), columns=80).raw.count("/1000") <= 14


@pytest.mark.parametrize("columns", [10, 20, 40, 80, 200])
def test_the_bar_keeps_to_the_terminals_width(columns: int) -> None:
    """On a narrow terminal the bar and the line below it take one line each, cut where they must be."""
    stream = io.StringIO()
    screen = Screen("es", out=console(stream, columns=columns), err=console(stream, columns=columns))
    tally = Tally()
    tally.begin(30_000, 29_000, 0.0)
    for n in range(1_234):
        tally.add(refused(f"c{n}"), n * 2.0)
    screen.err.print(progress(tally, ("2026-0001", "日本語-0002", "x\x1b[2J"), screen))
    lines = re.sub(r"\x1b\[[0-9;]*m", "", stream.getvalue()).splitlines()
    assert len(lines) == 2
    assert all(cell_len(line) <= columns for line in lines)
    assert "1234/30000"[:columns] in lines[0]
    assert "\x1b[2J" not in stream.getvalue()


def test_no_color_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    """With NO_COLOR nothing is coloured, on a terminal too."""
    monkeypatch.setenv("NO_COLOR", "1")
    shown = Shown(list(events([refused("a"), outcome("b", seconds=5.0)])), columns=80)
    assert not re.search(r"\x1b\[[0-9;]*(3[0-9]|38;[0-9;]*)m", shown.raw + shown.out)


def test_colour_asked_for_in_a_file_makes_no_bar_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """FORCE_COLOR colours a log; lines stay lines."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    shown = Shown(list(events([outcome("a", seconds=11.0)])))
    assert "━" not in shown.raw and "1 de 1 clientes" in shown.err


@pytest.mark.parametrize("columns", [40, None])
def test_a_terminal_without_accents_is_no_obstacle(columns: int | None) -> None:
    """Where the output takes only ASCII, the bar is made of hyphens and accents are lost."""
    shown = Shown(list(events([refused("a"), outcome("b", seconds=15.0)])), columns=columns, encoding="ascii")
    assert "rechazado" in shown.err
    assert columns is None or re.search("-{8,}", shown.err)


def test_json_tells_every_event_on_a_line() -> None:
    """One object a line on standard output, in order, and nothing on standard error."""
    warning = Diagnostic("W821", Span("a.yaml", 1, 1, 1, 2), (("name", "x"),))
    outcomes = [outcome("u", "unchanged"), outcome("a", "written", warning), refused("d"), outcome("h", "hung")]
    told = list(events(outcomes, report=Path("out/report.html")))
    shown = Shown(told, json_lines=True)
    assert shown.raw == ""
    found = [json.loads(line) for line in shown.out.splitlines()]
    assert [one["kind"] for one in found] == [
        "batch", "job", "began", "finding", "job", "began", "finding", "job", "began", "retried", "began", "job",
        "summary",
    ]  # fmt: skip
    batch, summary = found[0], found[-1]
    assert (batch["total"], batch["to_make"], batch["unchanged"]) == (4, 3, 1)
    jobs = {one["engagement"]: one for one in found if one["kind"] == "job"}
    assert [one["outcome"] for one in jobs.values()] == ["unchanged", "written", "rejected", "hung"]
    assert [one["done"] for one in jobs.values()] == [1, 2, 3, 4]
    assert jobs["a"]["files"][0] == {
        "file": str(Path("out/a/Contrato_a_v1.docx")), "document": "contract", "format": "docx", "pages": 21,
        "sha256": "0" * 64,
    }  # fmt: skip
    assert [one["engagement"] for one in found if one["kind"] == "finding"] == ["a", "d"]
    counted = {"written": 1, "unchanged": 1, "rejected": 1, "hung": 1, "left": 0, "failed": ["d", "h"]}
    assert counted.items() <= summary.items()
    assert shlex.split(summary["retry"]) == [*TYPED, "--where", "id=d,h"]
    assert summary["report"] == str(Path("out/report.html"))


class Gone(io.StringIO):
    """A stream whose reader has gone after the first line."""

    def write(self, text: str) -> int:
        if self.getvalue().count("\n"):
            raise BrokenPipeError
        return super().write(text)


@pytest.mark.parametrize("json_lines", [True, False])
@pytest.mark.parametrize("columns", [80, None])
def test_the_work_goes_on_where_nobody_reads(json_lines: bool, columns: int | None) -> None:
    """A reader that leaves ends what is shown, not what is done: no event raises."""
    out, err = console(Gone(), columns=columns), console(Gone(), columns=columns)
    screen = Screen("es", json_lines=json_lines, out=out, err=err)
    with BatchScreen(screen, TYPED) as shown:
        for event in events(many(30)):
            shown.show(event)
        assert shown.tally.done + shown.tally.ended["left"] == 30


def test_a_run_that_ends_with_an_error_gives_the_cursor_back() -> None:
    """Where a run raises, the bar is taken away first."""
    stream = io.StringIO()
    screen = Screen("es", out=console(stream, columns=80), err=console(stream, columns=80))
    with pytest.raises(OSError, match="full"), BatchScreen(screen, TYPED) as shown:
        for event in list(events([outcome("a", seconds=3.0), outcome("b")]))[:4]:
            shown.show(event)
        raise OSError("full")
    assert stream.getvalue().count("\x1b[?25l") == stream.getvalue().count("\x1b[?25h") == 1


def test_rate_and_rest_are_those_of_late() -> None:
    """The rate is that of the last minute, not that of a beginning that was faster; nothing is told too early."""
    tally = Tally()
    tally.begin(1000, 1000, 5.0)
    assert tally.rate is None and tally.remaining is None
    for n in range(600):
        tally.add(outcome(f"a{n}"), 5.0 + n * 0.1)
    assert tally.rate == pytest.approx(600, rel=0.01)
    for n in range(100):
        tally.add(outcome(f"b{n}"), 65.0 + n * 2)
    assert tally.rate == pytest.approx(30, rel=0.05)
    assert tally.remaining == pytest.approx(600, rel=0.05)


def test_many_failures_are_not_named() -> None:
    """Up to twenty failed clients are named; of more the command is the one that was typed."""
    ids = [f"c{n}" for n in range(21)]
    assert shlex.split(retry_command(TYPED, ids[:20]))[-1] == "id=" + ",".join(ids[:20])
    assert shlex.split(retry_command(TYPED, ids)) == list(TYPED)
    assert retry_command((), ids) == ""


@pytest.mark.parametrize("before", [
    ("--where", "id=a,b"), ("--where=id=a,b",), ("--where", "fees.model=retainer", "--where", "id=a,b"),
])  # fmt: skip
def test_a_command_is_made_again_from_one_made_again(before: tuple[str, ...]) -> None:
    """An earlier choice of ids gives way to the new one; other choices stay; what follows a bare -- is kept apart."""
    words = shlex.split(retry_command(("vadocs", "batch", *before, "--", "-x.csv"), ["b"]))
    rest = ["--where", "fees.model=retainer"] if len(before) == 4 else []
    assert words == ["vadocs", "batch", *rest, "--where", "id=b", "--", "-x.csv"]


def test_a_shell_takes_the_command_apart_as_it_was_meant(here: Path) -> None:
    """Spaces, quotes, dollars, accents: pasted into a shell, the command has the very words that it was made of."""
    words = ["a b", "it's", '"x"', "$HOME", "`date`", "ñ;rm", "*", "\\", "--set", "client.legal_name=Pérez & Cía."]
    program = here / "pro grama"
    program.write_text("#!/bin/sh\nprintf '%s\\0' \"$@\"\n")
    program.chmod(0o755)
    command = retry_command((str(program), *words), ["uno", "dos's"])
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=True, timeout=60)
    assert done.stdout.decode().split("\0")[:-1] == [*words, "--where", "id=uno,dos's"]


def test_the_command_is_the_one_that_was_typed(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program of the path is called by name, any other by its path; `python -m vadocs` as it stands."""
    program = here / "vadocs"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "argv", [str(program), "batch", "x"])
    monkeypatch.setattr(sys, "orig_argv", ["/usr/bin/python3", str(program), "batch", "x"])
    monkeypatch.setenv("PATH", str(here))
    assert typed_command() == ("vadocs", "batch", "x")
    monkeypatch.setenv("PATH", str(here / "elsewhere"))
    assert typed_command() == (str(program), "batch", "x")
    monkeypatch.setattr(sys, "orig_argv", ["python3", "-m", "vadocs", "batch", "x"])
    assert typed_command() == ("python3", "-m", "vadocs", "batch", "x")


def test_numbers_and_times_read_naturally() -> None:
    """Thousands, decimals and units as each language writes them."""
    assert [whole(n, "es") for n in (999, 9999, 12500)] == ["999", "9999", "12\u00a0500"]
    assert [whole(n, "en") for n in (999, 9999, 12500)] == ["999", "9,999", "12,500"]
    times = [0.0, 0.214, 0.999, 4.25, 9.96, 59.6, 60.0, 920.0, 3599.7, 7500.0]
    told = ["0.00 s", "0.21 s", "1.0 s", "4.2 s", "10 s", "1 min", "1 min", "15 min 20 s", "1 h", "2 h 5 min"]
    assert [duration(one, "en") for one in times] == told
    assert duration(0.214, "es") == "0,21 s"
    assert (rate(3.14, "es"), rate(31.4, "es")) == ("3,1", "31")


def test_what_the_summary_says_to_type_does_the_rest(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A batch with a fault ends with 3 and a command; the fault mended, a shell runs that command, and all is done."""
    base = here / "base.vadocs.yaml"
    base.write_text(LEVANTE.read_text(encoding="utf-8"), encoding="utf-8")
    table = here / "mis clientes.csv"
    rows = "id,number,fees.amount\nuno,2026-101,560.00\ndos,2026-102,{}\n"
    table.write_text(rows.format("12x"), encoding="utf-8")
    options = ["--base", str(base), "--out", "out", "--jobs", "1", "--documents", "contract", "--formats", "native"]
    monkeypatch.setattr(sys, "orig_argv", [*VADOCS, "batch", table.name, *options])
    monkeypatch.setattr(sys, "argv", ["vadocs", "batch", table.name, *options])
    first = typed("batch", table.name, *options)
    assert first.code is Exit.BATCH, first.err
    assert "2026-102 (dos): rechazado" in first.err
    assert (here / "out" / "report.html").is_file()
    table.write_text(rows.format("640.00"), encoding="utf-8")
    line = first.out.splitlines()[-1].strip()
    assert line.endswith("--where id=dos")
    second = subprocess.run(["sh", "-c", line], env=ENVIRONMENT, capture_output=True, text=True, timeout=120)
    assert second.returncode == 0, second.stderr
    assert "1  escrito" in second.stdout
