"""`vadocs packet` at the keyboard: what it writes, and what it says of slips."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest

from tests.cli.typing_in import typed
from tests.pack.bound import spec
from vadocs.build import packing
from vadocs.diagnostics import Exit
from vadocs.model.look import Look


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_it_writes_and_says_what(here: Path) -> None:
    """The files with their pages on the output, one object each as JSON; that it is a draft is said too."""
    answer = typed("packet", spec("es"), "--documents", "proposal", "--zip", "--stamp", "CL-", "--json")
    assert answer.code is Exit.DONE
    files = [found for found in answer.objects if found["kind"] == "file"]
    pages = len(pypdf.PdfReader(files[0]["file"]).pages)
    assert pages > 3
    told = [(found["document"], found["format"], found["pages"]) for found in files]
    assert told == [("packet", "pdf", pages), ("packet", "zip", pages)]
    assert all(Path(f["file"]).is_file() and Path(f["file"]).is_relative_to("out") for f in files)


def test_it_says_that_it_is_a_draft() -> None:
    """After the path of what was written, whose name tells that not all documents of the spec are in it."""
    answer = typed("packet", spec("en"), "--documents", "proposal", language="en")
    assert answer.code is Exit.DONE
    assert re.search(r"Packet-Proposal_Blue-Mesa-Analytics_2026-007_v1\.pdf  \(\d+ pages\)$", answer.out)
    assert "This is a draft" in answer.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--stamp-digits", "0"), "E721"),
        (("--stamp-digits", "four"), "E721"),
        (("--stamp", "more than twenty letters"), "E722"),
        (("--stamp", "CL\n"), "E722"),
        (("--stamp-corner", "middle"), "E703"),
        (("--labels", "roman"), "E703"),
        (("--documents", "packet"), "E085"),
        (("--documents", "kontract"), "E703"),
    ],
)
def test_slips_are_told(arguments: tuple[str, ...], code: str, here: Path) -> None:
    """An option that cannot be is a fault of the command line, and nothing is written."""
    answer = typed("packet", spec("es"), *arguments, "--json")
    assert answer.code is Exit.USAGE
    assert answer.codes == [code]
    assert not list(here.iterdir())


def test_a_stamp_that_no_face_draws_is_told(here: Path) -> None:
    """A pictograph in it is an error of the input (E552)."""
    answer = typed("packet", spec("es"), "--documents", "proposal", "--stamp", "\N{GRINNING FACE}", "--json")
    assert answer.code is Exit.INPUT
    assert "E552" in answer.codes
    assert not list(here.iterdir())


def test_a_stamp_over_text_is_told(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A look whose footer reaches into the corner has no room for a stamp (E620); another corner has."""
    before = packing.looks_of

    def low(*arguments: Any) -> dict[str, Look | None]:
        """The looks with their footers near the edge of the paper, on narrow side margins."""
        found = before(*arguments)
        return {
            name: replace(each, paper=replace(each.paper, footer=12.0, right=30.0))
            for name, each in found.items()
            if each is not None
        }

    monkeypatch.setattr(packing, "looks_of", low)
    arguments = ("packet", spec("es"), "--documents", "proposal", "--stamp", "CERAMICAS LEVANTE-", "--json")
    answer = typed(*arguments)
    assert answer.code is Exit.INPUT and "E620" in answer.codes
    assert not list(here.iterdir())
    assert typed(*arguments, "--stamp-corner", "top-right").code is Exit.DONE
