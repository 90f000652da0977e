"""`report.html`: one page, complete in itself, that tells what became of each client of a run.

It loads nothing, runs nothing and links only to what lies beside it. Of findings it tells code, reason and place, never
the line: nothing that is for the provider's eyes alone.
"""

import stat
from pathlib import Path

from vadocs.batches.reportpage import OURS, Facts, Outcomes, Page
from vadocs.diagnostics import Diagnostic, Failure, Report, hint
from vadocs.outputs import disk

NAME = "report.html"
__all__ = ["NAME", "Facts", "report_html", "save_report"]


def report_html(outcomes: Outcomes, facts: Facts, language: str) -> bytes:
    """The page, in `language` ("es" or "en"), as UTF-8: the same for the same arguments.

    `outcomes` are listed as they come, and read twice, so that none of those that are good need be kept.
    """
    page = bytearray()
    for part in Page(outcomes, facts, language).parts():
        page += part.encode()
    return bytes(page)


def save_report(folder: Path, data: bytes, report: Report) -> Path | None:
    """Write the page into `folder`, whole, and give its path.

    None, with W767 in `report`, where something else goes by its name there. Raises `Failure` where the disk or a
    permission is in the way (E603).
    """
    file = folder / NAME
    pending: list[Path] = []
    try:
        found = disk.state(file)
        if found is not None and (not stat.S_ISREG(found.st_mode) or OURS.encode() not in disk.read(file)[:1000]):
            report.add("W767", file=file, hints=[hint("H767")])
            return None
        temporary = disk.temporary(file, data, pending)
        disk.rename(temporary, file)
        pending.remove(temporary)
    except OSError as error:
        text = error.strerror or str(error)
        raise Failure(Diagnostic("E603", None, (("file", str(file)), ("text", text)), (hint("H603"),))) from error
    finally:
        disk.discard(pending)
    return file
