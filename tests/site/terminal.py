"""A terminal with a shell in it, and a pair of hands: types, chooses with the arrows, reads the screen."""

import os
import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pexpect
import pyte

WIDTH, HEIGHT = 160, 60
DOWN, ENTER, SPACE = "\x1b[B", "\r", " "
BASH = ("bash", "--norc", "--noprofile", "-i")
READY = "hecho> "
"""What the shell shows when it waits for a command."""
POINTER, UNMARKED, MARKED = "»", "○", "●"
"""How questionary shows the option that Enter takes, and what is marked."""
_ESCAPE = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07]*\x07|[()][A-Z0-9]|[=>78])")


class _Screen(pyte.Screen):
    """A screen that answers what programs ask of it, as terminals do."""

    answer: Callable[[str], Any]

    def write_process_input(self, data: str) -> None:
        self.answer(data)


class Terminal:
    """A shell in `folder` whose `vadocs` is the one in the folder `programs`; None: that of the tests' environment.

    `shell`: the command that starts it; one that does not take its prompt from PS1 has to show `READY` by itself.
    """

    def __init__(self, folder: Path, home: Path, programs: Path | None = None, shell: Sequence[str] = BASH) -> None:
        path = programs or Path(sys.executable).parent
        environment = {
            "PATH": f"{path}{os.pathsep}{os.environ['PATH']}", "HOME": str(home), "TERM": "xterm-256color",
            "LANG": "es_ES.UTF-8", "LC_ALL": "C.UTF-8", "VADOCS_LANG": "es", "PS1": READY,
        }  # fmt: skip
        if programs is None and "PYTHONPATH" in os.environ:
            environment["PYTHONPATH"] = os.environ["PYTHONPATH"]
        self.screen = _Screen(WIDTH, HEIGHT)
        self.stream = pyte.ByteStream(self.screen)
        self.log = ""
        self.process = pexpect.spawn(
            shell[0], list(shell[1:]), cwd=str(folder), env=environment, dimensions=(HEIGHT, WIDTH)
        )
        self.process.delaybeforesend = None
        self.screen.answer = self.process.send
        self.mark = 0
        self.wait(lambda: self.since().endswith(READY))

    def since(self) -> str:
        """What was written since the last key that ends a line, without its colours and movements."""
        return _ESCAPE.sub("", self.log[self.mark :]).replace("\r", "")

    def shown(self) -> list[str]:
        """The lines of the screen."""
        return [line.rstrip() for line in self.screen.display]

    def wait(self, come: Callable[[], bool], seconds: float = 30) -> None:
        """Read on until `come` holds. AssertionError with the screen where it never does."""
        end = time.monotonic() + seconds
        while not come():
            assert time.monotonic() < end, "\n".join(filter(None, self.shown()))
            try:
                read = self.process.read_nonblocking(65536, 0.05)
            except pexpect.TIMEOUT:
                continue
            self.stream.feed(read)
            self.log += read.decode("utf-8", "replace")

    def type(self, keys: str) -> None:
        """Press keys."""
        self.process.send(keys)

    def enter(self) -> None:
        """End the line."""
        self.mark = len(self.log)
        self.type(ENTER)

    def command(self, line: str) -> str:
        """Type a command, wait until it ended, and give what it printed."""
        self.begin(line)
        self.finish()
        return self.since().removesuffix(READY)

    def begin(self, line: str) -> None:
        """Type a command that will ask something."""
        self.type(line)
        self.wait(lambda: line[-20:] in self.since())
        self.enter()

    def asked(self, question: str) -> None:
        """Wait until the question is put."""
        self.wait(lambda: question in self.since())

    def pointed(self) -> str:
        """The option that the pointer stands at; nothing where there is no menu."""
        lines = [line for line in self.shown() if line.lstrip().startswith(POINTER)]
        return lines[-1].lstrip(f" {POINTER}{UNMARKED}{MARKED}") if lines else ""

    def go_to(self, label: str) -> None:
        """Move the pointer down to the option called `label`. AssertionError where the menu has none."""
        self.wait(lambda: bool(self.pointed()))
        seen: list[str] = []
        while not self.pointed().startswith(label):
            here = self.pointed()
            assert here not in seen, f"{label}: not among {seen}"
            seen.append(here)
            self.type(DOWN)
            self.wait(lambda here=here: self.pointed() != here)  # type: ignore[misc]

    def boxed(self) -> bool:
        """Whether the pointer stands at a box to mark."""
        lines = [line.lstrip() for line in self.shown() if line.lstrip().startswith(POINTER)]
        return bool(lines) and (UNMARKED in lines[-1] or MARKED in lines[-1])

    def finish(self) -> None:
        """Wait until the command ended."""
        self.wait(lambda: self.since().endswith(READY), 60)

    def close(self) -> None:
        """Leave the shell."""
        self.process.close(force=True)
