"""Fixtures for the oracles, and the account of which of them ran.

A test that takes an oracle's fixture (`libreoffice`, `docx_schema`, `outloud`, `pdfua`, `qpdf`, `poppler`,
`hunspell`) gets the oracle's module, or skips with the reason why the oracle is absent. If the environment
variable VADOCS_ORACLE_RECORD names a file, the account of the run, all workers together, goes there as JSON.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import tempfile
from collections.abc import Generator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from tests.oracles import NAMES, TALLY, docx_schema, hunspell, libreoffice, outloud, pdfua, poppler, qpdf
from vadocs.diagnostics import Report
from vadocs.readers.around import bundled_folder
from vadocs.readers.bundled import bundled_clauses, compiled_files, read_ready, ready_sections

MODULES: dict[str, Any] = {
    module.NAME: module for module in (libreoffice, docx_schema, outloud, pdfua, qpdf, poppler, hunspell)
}

LONGEST = ("wheel", "examples", "readme", "packet")
"""The groups of tests that take minutes."""


TEMPORARY = "VADOCS_TESTS_TEMPORARY"
"""The variable by which the workers of a run know its folder of temporary files."""


def _oracle_fixture(name: str) -> Any:
    def oracle() -> Any:
        module = MODULES[name]
        found = module.available()
        if not found:
            pytest.skip(found.reason)
        return module

    oracle.__doc__ = f"The module of the oracle {name}; skips where it is absent."
    return pytest.fixture(scope="session", name=name.replace("-", "_"))(oracle)


libreoffice_fixture = _oracle_fixture("libreoffice")
docx_schema_fixture = _oracle_fixture("docx-schema")
outloud_fixture = _oracle_fixture("outloud")
pdfua_fixture = _oracle_fixture("pdfua")
qpdf_fixture = _oracle_fixture("qpdf")
poppler_fixture = _oracle_fixture("poppler")
hunspell_fixture = _oracle_fixture("hunspell")


def pytest_configure(config: pytest.Config) -> None:
    """Declare the markers of the oracles' own tests."""
    for line in (
        "oracle_control: judges files made to try an oracle, not files of vadocs",
        "planted_fault(oracle): passes only if the oracle rejects a fault made for it",
    ):
        config.addinivalue_line("markers", line)
    _gather_temporary_files(config)
    if not hasattr(config, "workerinput"):
        # Without bytecode each of the many processes that tests start would compile every module anew.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        sys.dont_write_bytecode = False
        _compile_library()


def _gather_temporary_files(config: pytest.Config) -> None:
    """Have what the tests put aside, to be read by many of them, in one folder that goes with the run.

    Whoever began the run removes it, since a worker may be ended before it has. The folders of `tmp_path` stay where
    pytest keeps them, to be looked at after a failure.
    """
    if hasattr(config, "workerinput"):
        tempfile.tempdir = os.environ[TEMPORARY]
        return
    before = tempfile.gettempdir()
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", before)
    folder = tempfile.TemporaryDirectory(prefix="vadocs-tests-", ignore_cleanup_errors=True)
    tempfile.tempdir = os.environ[TEMPORARY] = folder.name

    def restore() -> None:
        tempfile.tempdir = before
        folder.cleanup()

    config.add_cleanup(restore)


def _compile_library() -> None:
    """Compile the bundled texts, as installing the checkout does: not in each worker and each process of a test.

    Where a text has a fault nothing is written, and each process finds it.
    """
    if read_ready(bundled_clauses()) is not None and ready_sections() is not None:
        return
    report = Report()
    files = compiled_files(report)
    for name, data in () if report.failed else files.items():
        part = bundled_folder() / f"{name}.{os.getpid()}"
        part.write_bytes(data)
        part.replace(bundled_folder() / name)


def pytest_collection_finish() -> None:
    """What is collected stays: the collector of garbage need not walk it over and over."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest groups come first: what one worker does at the end, while others are idle, is short."""
    items.sort(key=lambda item: not any(mark.args[0] in LONGEST for mark in item.iter_markers("xdist_group")))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Book what a control judges apart from the files of vadocs."""
    TALLY.in_control = item.get_closest_marker("oracle_control") is not None
    try:
        return (yield)
    finally:
        TALLY.in_control = False


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Book a planted fault as rejected if its test passed, as missed if it failed."""
    report = yield
    marker = item.get_closest_marker("planted_fault")
    if marker is not None and call.when == "call" and not report.skipped:
        account = TALLY.accounts[marker.args[0]]
        account.faults_rejected += report.passed
        account.faults_missed += report.failed
    return report


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take over the account of a worker that ended."""
    TALLY.merge(getattr(node, "workeroutput", {}).get("oracles", {}))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand the account of a worker to the controller."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["oracles"] = TALLY.plain()


@pytest.hookimpl(tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line an oracle, if any was asked for; and the record, if one is wanted."""
    target = os.environ.get("VADOCS_ORACLE_RECORD")
    if target:
        Path(target).write_text(json.dumps(_record(), indent=2) + "\n", encoding="utf-8")
    if target or any(any(asdict(account).values()) for account in TALLY.accounts.values()):
        terminalreporter.section("oracles")
        for name in NAMES:
            terminalreporter.write_line(_summary(name))


def _record() -> dict[str, dict[str, object]]:
    return {name: {**asdict(MODULES[name].available()), **TALLY.plain()[name]} for name in NAMES}


def _summary(name: str) -> str:
    found = MODULES[name].available()
    account = TALLY.accounts[name]
    if not found:
        return f"{name:12} absent: {found.reason}"
    planted = account.faults_rejected + account.faults_missed
    faults = f"{account.faults_rejected} of {planted} planted faults rejected"
    return f"{name:12} {account.judged} files judged; {faults} ({found.version})"
