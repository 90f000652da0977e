"""`report.html`: one page, complete in itself, that tells what became of each client of a run.

It loads nothing, runs nothing and links only to what lies beside it. Of findings it tells code, reason and place, never
the line: nothing that is for the provider's eyes alone.
"""

from pathlib import Path

from vadocs.batches.report.page import OURS, Facts, Outcomes, Page
from vadocs.diagnostics import Report, hint
from vadocs.outputs.own import save_own

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
    if save_own(file, data, lambda held: OURS.encode() in held[:1000]):
        return file
    report.add("W767", file=file, hints=[hint("H767")])
    return None
