"""What a result was measured on: machine, system, versions, load, and the commit of the checkout."""

import os
import platform
import subprocess
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from harness.ours import CHECKOUT

PACKAGES = (
    "reportlab", "rl_accel", "fonttools", "lxml", "docxtpl", "python-docx", "Jinja2", "markdown-it-py", "pydantic",
    "PyYAML", "click", "rich", "typst", "weasyprint",
)  # fmt: skip


def facts(date: str) -> Iterator[str]:
    """Lines of Markdown: what must be known to compare figures."""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    yield f"- {date}; commit {_commit()}"
    yield f"- {_processor()}, {os.cpu_count()} processors; {platform.system()} {platform.release()}"
    yield f"- {platform.python_implementation()} {platform.python_version()}; " + ", ".join(_versions())
    yield f"- load in the last 1, 5 and 15 minutes, when the run began: {load}"


def crowded() -> bool:
    """Whether more wants to run than there are processors for: then the wall clock tells little."""
    return os.getloadavg()[1] > (os.cpu_count() or 1)


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "?")


def _versions() -> Iterator[str]:
    for package in PACKAGES:
        try:
            yield f"{package} {version(package)}"
        except PackageNotFoundError:
            yield f"{package} missing"


def _commit() -> str:
    def git(*arguments: str) -> str:
        command = ["git", "-C", str(CHECKOUT), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()

    changed = " with changes" if git("status", "--porcelain", "--", "vadocs") else ""
    return (git("rev-parse", "--short", "HEAD") or "unknown") + changed
