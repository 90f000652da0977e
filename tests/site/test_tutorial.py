"""The tutorial, carried out on a terminal as it stands: what it says is typed and nothing else, up to the packet."""

import os
import re
import sys
from pathlib import Path

import pytest
import yaml
from pypdf import PdfReader

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is needed", allow_module_level=True)

from tests.site.terminal import Terminal
from tests.site.tutorial import NOT_RUN, Step, carry_out, steps
from tests.wheel.building import installed

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {"es": DOCS / "es" / "primera-hora.md", "en": DOCS / "en" / "first-hour.md"}
MOST_QUESTIONS, MOST_COMMANDS = 12, 3
SOAK = bool(os.environ.get("VADOCS_SOAK"))


def carried_out(language: str, folder: Path, programs: Path | None) -> list[Step]:
    """Every step of the tutorial, done in a shell in `folder`."""
    home = folder / "home"
    home.mkdir()
    terminal = Terminal(folder, home, programs)
    try:
        done = list(steps(PAGES[language], NOT_RUN[language]))
        for step in done:
            carry_out(step, terminal)
    finally:
        terminal.close()
    return done


def judged(done: list[Step], folder: Path) -> None:
    """The tutorial keeps its word: a packet is there; the first contract took few questions and commands; no fact of
    the law was added to what was answered.
    """
    (packet,) = folder.rglob("Pa[cq]*.pdf")
    assert len(PdfReader(packet).pages) > 10
    names = [re.sub(r"--lang \w+ ", "", step.command).split()[1] for step in done if step.command.startswith("vadocs")]
    assert names == ["--version", "init", "new", "check", "render", "packet"]
    (new,) = [step for step in done if step.command.endswith(" new")]
    assert len(new.answers) <= MOST_QUESTIONS
    assert names.index("render") - names.index("new") < MOST_COMMANDS
    (spec,) = [path for path in folder.rglob("2026-*.vadocs.yaml")]
    told = yaml.safe_load(spec.read_text(encoding="utf-8"))
    assert told["client"]["tax"] == {"territory": "mainland", "withholds": True}, "28014 is a postal code of Madrid"
    assert told["personal_data"] == {"handled": True}
    assert "taxes" not in told and "confirmed" not in told
    (rendered,) = [step.given for step in done if " render " in step.command]
    assert re.search(r"faltan 8 datos|8 data are missing", rendered), rendered


def test_the_first_hour_leads_to_a_packet(tmp_path: Path) -> None:
    """Whoever types what the tutorial says gets to her own packet."""
    judged(carried_out("es", tmp_path, None), tmp_path)


@pytest.mark.skipif(not SOAK, reason="installs the wheel: `make soak`")
@pytest.mark.xdist_group("wheel")
@pytest.mark.parametrize("language", ["es", "en"])
def test_the_first_hour_works_where_nothing_else_is_installed(language: str, tmp_path: Path) -> None:
    """The same, in both languages, with nothing but the wheel and what it asks for."""
    scripts = installed(f"{sys.version_info.major}.{sys.version_info.minor}")
    judged(carried_out(language, tmp_path, scripts), tmp_path)


def test_both_languages_tell_the_same_hour() -> None:
    """The English page types the Spanish one's commands and answers as many questions in the same way."""

    def shape(language: str) -> list[tuple[str, list[tuple[bool, int]]]]:
        return [
            (
                re.sub(r"--lang en |mis-clientes|my-clients", "", step.command),
                [(bool(answer.typed), len(answer.chosen)) for answer in step.answers],
            )
            for step in steps(PAGES[language], NOT_RUN[language])
        ]

    assert shape("es") == shape("en")
