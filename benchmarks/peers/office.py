"""LibreOffice, started once and asked over its bridge: the Word files of docxtpl become PDFs."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from vadocs.readers.bundled import bundled_templates

TICK = os.sysconf("SC_CLK_TCK")
_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>{twins}</fontconfig>"""
_TWIN = "<alias binding='same'><family>{word}</family><prefer><family>{free}</family></prefer></alias>"
_TWINS = {"Cambria": "Caladea", "Calibri": "Carlito", "Times New Roman": "Liberation Serif", "Arial": "Liberation Sans"}


class Office:
    """One warm instance with a profile of its own, and the bridge to it; both end with this process."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="vadocs-bench-office-"))
        atexit.register(self.close)
        pipe = f"vadocs-bench-{os.getpid()}"
        program = Path(str(shutil.which("soffice"))).resolve().with_name("soffice.bin")
        options = ("--headless", "--norestore", "--nodefault", "--nolockcheck", "--nologo", "--nofirststartwizard")
        profile = f"-env:UserInstallation={(self.folder / 'profile').as_uri()}"
        quiet, environment = subprocess.DEVNULL, self._environment()
        # Its first start makes the profile and asks to be started again.
        subprocess.run([program, *options, profile, "--terminate_after_init"], env=environment, stderr=quiet)
        command = [program, *options, f"--accept=pipe,name={pipe};urp;", profile]
        self._processes = [subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet)]
        self._bridge = subprocess.Popen(
            [python(), str(Path(__file__).with_name("bridge.py")), pipe], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True, env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        )  # fmt: skip
        self._processes.append(self._bridge)
        self._answer("ready")

    def _environment(self) -> dict[str, str]:
        """With the fonts that all contestants have, and no others."""
        twins = "".join(_TWIN.format(word=word, free=free) for word, free in _TWINS.items())
        told = _FONTS.format(fonts=bundled_templates() / "fonts", cache=self.folder / "cache", twins=twins)
        (self.folder / "fonts.conf").write_text(told, encoding="utf-8")
        return {**os.environ, "FONTCONFIG_FILE": str(self.folder / "fonts.conf"), "SAL_USE_VCLPLUGIN": "svp"}

    def pdf(self, docx: bytes) -> bytes:
        """A Word file as a PDF, as LibreOffice makes one by default."""
        source, target = self.folder / "in.docx", self.folder / "out.pdf"
        source.write_bytes(docx)
        assert self._bridge.stdin is not None
        self._bridge.stdin.write(f"{source}\t{target}\n")
        self._bridge.stdin.flush()
        self._answer("done")
        return target.read_bytes()

    def _answer(self, wanted: str) -> None:
        assert self._bridge.stdout is not None
        said = self._bridge.stdout.readline().strip()
        if said != wanted:
            raise OSError(f"LibreOffice said {said!r}, not {wanted!r}")

    def seconds(self) -> float:
        """The processor time that LibreOffice and the bridge have had."""
        return sum(_seconds(process.pid) for process in self._processes)

    def close(self) -> None:
        """End both, and remove the profile."""
        for process in reversed(self._processes):
            process.terminate()
            process.wait(30)
        shutil.rmtree(self.folder, ignore_errors=True)


def _seconds(pid: int) -> float:
    """User and system time of a process, children that ended included (proc(5), /proc/pid/stat)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / TICK


@cache
def office() -> Office:
    """The instance that all documents share."""
    return Office()


@cache
def python() -> str:
    """A Python that can talk to LibreOffice; OSError where there is none."""
    for each in (sys.executable, "/usr/bin/python3"):
        tried = subprocess.run([each, "-c", "import uno"], capture_output=True, env={"PATH": os.environ["PATH"]})
        if tried.returncode == 0:
            return each
    raise OSError("no Python has `uno` (Debian: python3-uno)")


def need() -> None:
    """OSError where LibreOffice, or a Python that can talk to it, is missing."""
    if shutil.which("soffice") is None:
        raise OSError("LibreOffice is not installed")
    python()
