"""One spec from Python: what is written and found, what is a fault of the input, of the environment, of the call."""

import dataclasses
import errno
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import vadocs
from vadocs.api.turns import turn
from vadocs.outputs import disk

ROOT = Path(__file__).parents[2]
LEVANTE = ROOT / "examples" / "levante.vadocs.yaml"


def text_of(made: vadocs.Rendered) -> str:
    """What the plain text of a document says."""
    (file,) = [file for file in made.files if file.format == "native"]
    return file.path.read_text(encoding="utf-8")


def test_render_writes_what_the_command_writes(tmp_path: Path) -> None:
    """The result names the files with their hashes, as the folder's manifest does; a second run changes nothing."""
    made = vadocs.render(str(LEVANTE), tmp_path)
    assert made.ok and not made.errors and made.spec == LEVANTE
    folder = tmp_path / "2026-031-ceramicas-levante"
    known = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    told = [(one.document, one.format, one.path.name, one.pages, one.sha256) for one in made.files]
    assert told == [(one["document"], one["format"], one["file"], one["pages"], one["sha256"]) for one in known]
    assert [one.format for one in made.files] == ["docx", "pdf"]
    assert all(hashlib.sha256(one.path.read_bytes()).hexdigest() == one.sha256 for one in made.files)
    assert vadocs.render(LEVANTE, tmp_path) == made
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.spec = LEVANTE  # type: ignore[misc]


def test_values_are_laid_over_the_spec(tmp_path: Path) -> None:
    """Dotted keys and nested ones, amounts as Decimal, days as dates; None gives nothing; a value is never markup."""
    name = "A & B <c> {{ x }} @client **d**"
    values = {
        "id": "over",
        "client.legal_name": name,
        "client": {"email": "otra@example.com", "trade_name": None},
        "services[0].task": "Tarea nueva",
        "services": [None, {"task": "Otra más"}],
        "fees": {"amount": Decimal("777.00")},
        "term.start": date(2027, 1, 1),
        "fees.in_advance": True,
    }
    made = vadocs.render(LEVANTE, tmp_path, values=values, formats=["native"])
    assert made.ok, made.findings
    text = text_of(made)
    assert all(part in text for part in (name, "otra@example.com", "Tarea nueva", "Otra más", "777,00", "1 de enero"))
    assert made.files[0].path.parent.name == "over"


def test_faults_of_the_input_are_findings(tmp_path: Path) -> None:
    """A spec at fault, or none, is no exception: each finding has code, weight, text, place and advice; no file."""
    made = vadocs.render(LEVANTE, tmp_path, values={"client.legal_nam": "x", "fees.amount": "1.200"})
    assert not made.ok and not made.files and not list(tmp_path.iterdir())
    assert [(one.code, str(one.severity)) for one in made.findings] == [("E055", "error"), ("E072", "error")]
    typo = made.findings[0]
    assert typo.span is not None and typo.span.file == 'values["client.legal_nam"]'
    assert typo.message("en") == "`legal_nam` is not a key of `client`" != typo.message("es")
    assert any("legal_name" in advice.text("es") for advice in typo.hints)
    assert [one.code for one in vadocs.check(tmp_path / "no.yaml").findings] == ["E001"]
    assert [one.code for one in vadocs.check(tmp_path).errors] == ["E001"]


def test_strict_and_files_changed_by_hand(tmp_path: Path) -> None:
    """With `strict` a warning keeps files from being written; a change by hand is told and given up only if asked."""
    dear = {"fees.amount": Decimal("700.00")}
    warned = vadocs.render(LEVANTE, tmp_path, values=dear, formats=["native"], strict=True)
    assert warned.warnings and not warned.errors and not warned.ok
    assert not list(tmp_path.iterdir())
    made = vadocs.render(LEVANTE, tmp_path, formats=["native"])
    made.files[0].path.write_text("mine")
    refused = vadocs.render(LEVANTE, tmp_path, formats=["native"])
    assert [one.code for one in refused.errors] == ["E600"] and not refused.files
    assert vadocs.render(LEVANTE, tmp_path, formats=["native"], replace=True).ok


def test_packet_writes_one_file(tmp_path: Path) -> None:
    """The packet is one PDF, stamped and zipped if asked for."""
    made = vadocs.packet(LEVANTE, tmp_path, stamp="CL-", stamp_corner="top-left", zip=True, duplex=True)
    assert made.ok, made.findings
    assert [(one.document, one.format) for one in made.files] == [("packet", "pdf"), ("packet", "zip")]


def test_the_environment_is_an_exception(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that refuses raises `Failure` with its finding, whose text is that of the exception; nothing is left."""
    monkeypatch.setattr(disk.os, "fsync", lambda _: (_ for _ in ()).throw(OSError(errno.ENOSPC, os.strerror(28))))
    with pytest.raises(vadocs.Failure, match=r"^E603: .*No space left") as caught:
        vadocs.render(LEVANTE, tmp_path / "out", formats=["native"])
    assert caught.value.diagnostic.code == "E603"
    assert not (tmp_path / "out").exists()


MISUSE: dict[str, tuple[Callable[[], Any], type[Exception], str]] = {
    "no path": (lambda: vadocs.render(3), TypeError, "spec: a path"),  # type: ignore[arg-type]
    "bytes": (lambda: vadocs.check(b"a"), TypeError, "spec: a path"),  # type: ignore[arg-type]
    "an empty path": (lambda: vadocs.check(""), ValueError, "spec: '' is no path"),
    "a text of codes": (lambda: vadocs.render("a", documents="contract"), TypeError, "a list or tuple of codes"),
    "a slip": (lambda: vadocs.render("a", documents=["contrct"]), ValueError, "did you mean 'contract'"),
    "a format": (lambda: vadocs.render("a", formats=["doc"]), ValueError, "there is no 'doc'"),
    "no format": (lambda: vadocs.render("a", formats=()), ValueError, "at least one"),
    "a float": (lambda: vadocs.check("a", values={"fees.amount": 1.5}), TypeError, "floats are not exact"),
    "bytes as a value": (lambda: vadocs.check("a", values={"id": b"x"}), TypeError, "not bytes"),
    "no number": (lambda: vadocs.check("a", values={"id": Decimal("NaN")}), ValueError, "no amount"),
    "no key": (lambda: vadocs.check("a", values={"a..b": "x"}), ValueError, "no dotted key"),
    "a key without end": (lambda: vadocs.check("a", values={"a" + ".a" * 99: "x"}), ValueError, "no dotted key"),
    "a key of numbers": (lambda: vadocs.check("a", values={1: "x"}), TypeError, "keys are str"),  # type: ignore[dict-item]
    "values": (lambda: vadocs.check("a", values=[1]), TypeError, "a dict of dotted keys"),  # type: ignore[arg-type]
    "a flag": (lambda: vadocs.render("a", replace=1), TypeError, "True or False"),  # type: ignore[arg-type]
    "a time": (lambda: vadocs.check("a", today=datetime(2026, 1, 1)), TypeError, "a datetime.date"),
    "a look": (lambda: vadocs.render("a", look=3), TypeError, "look: a path"),  # type: ignore[arg-type]
    "labels": (lambda: vadocs.packet("a", labels="none"), ValueError, "labels: there is no"),  # type: ignore[arg-type]
    "digits": (lambda: vadocs.packet("a", stamp_digits=10), ValueError, "is not from 1 to 9"),
    "a stamp": (lambda: vadocs.packet("a", stamp="x" * 21), ValueError, "at most 20"),
}


@pytest.mark.parametrize("case", MISUSE.values(), ids=MISUSE.keys())
def test_a_call_that_cannot_be_meant(case: tuple[Callable[[], Any], type[Exception], str]) -> None:
    """It raises TypeError or ValueError with a text that names the argument and says what to write."""
    call, kind, text = case
    with pytest.raises(kind, match=text):
        call()


THREADS = """
import sys, threading
from concurrent.futures import ThreadPoolExecutor
import vadocs
spec, out = sys.argv[1:]
sys.setswitchinterval(1e-5)

def made(number, folder):
    mark = f"{number}x{number * 7919 % 1000003}x"
    values = {"id": f"c-{number}", "number": f"N-{number}", "client.legal_name": f"Nombre {mark}",
              "services[0].task": f"Tarea {mark}"}
    result = vadocs.render(spec, f"{out}/{folder}", values=values, formats=("docx", "pdf", "native"))
    assert result.ok, result.findings
    text = result.files[2].path.read_text(encoding="utf-8")
    assert f"Nombre {mark}" in text and f"Tarea {mark}" in text
    return [file.sha256 for file in result.files]

with ThreadPoolExecutor(4) as threads:
    together = list(threads.map(lambda number: made(number, "together"), range(4)))
assert together == [made(number, "alone") for number in range(4)]
print("same bytes")
"""


def test_threads_never_mix_documents(tmp_path: Path) -> None:
    """Four threads of a process that has made nothing yet render at once: each file is byte for byte as made alone.

    There is no guard round the script's start, as in a notebook: nothing of it runs twice.
    """
    script = tmp_path / "script.py"
    script.write_text(THREADS)
    command = [sys.executable, script, LEVANTE, tmp_path / "out"]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert done.stdout == "same bytes\n", done.stderr


@pytest.mark.parametrize("call", [vadocs.check, vadocs.render, vadocs.packet])
def test_calls_take_turns(call: Callable[[Path], vadocs.Rendered], tmp_path: Path) -> None:
    """While one thread has its turn, a call of another one waits, whatever it is about; the same thread may go on."""
    with ThreadPoolExecutor(1) as threads:
        with turn():
            waiting = threads.submit(call, tmp_path / "no.yaml")
            assert not wait([waiting], timeout=0.2).done
            assert call(tmp_path / "no.yaml").errors
        assert waiting.result(timeout=60).errors
