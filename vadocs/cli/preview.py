"""`vadocs preview`: the pages of a spec's documents as pictures, and a sheet with all of them."""

from pathlib import Path

import click

from vadocs.cli.documents import documents, look
from vadocs.cli.extras import need
from vadocs.cli.options import json_findings, out, spec, strict
from vadocs.cli.summary import print_summary, verdict
from vadocs.cli.usage import a_count, page_numbers
from vadocs.cli.words import Command, Option, screen_of
from vadocs.diagnostics import Exit

_DPI = "80"


@click.command(cls=Command, help="cli.preview")
@spec
@out
@documents
@click.option("--pages", callback=page_numbers, metavar="1-3,5", cls=Option, help="cli.preview.pages")
@click.option("--dpi", default=_DPI, callback=a_count(20, 600), metavar="N", cls=Option, help="cli.preview.dpi")
@look
@strict
@json_findings
@click.pass_context
def preview(
    context: click.Context, spec: Path, out: Path, documents: tuple[str, ...], pages: frozenset[int], dpi: int,
    look: str | None, strict: bool,
) -> Exit:  # fmt: skip
    """Write a PNG a page and a sheet of all pages for each document, and print where they are."""
    need("preview", "vadocs preview")
    from vadocs.build import Request
    from vadocs.build.previewing import preview_spec

    screen = screen_of(context)
    request = Request(out, documents, look=look, strict=strict)
    (made,) = screen.each((preview_spec(spec, request, dpi, pages) for _ in range(1)), "cli.previewing")
    report = made.rendered.report
    if pages and made.most and min(pages) > made.most:
        report.add("E676", page=min(pages), most=made.most)
    screen.findings(report)
    for path in made.sheets:
        screen.line(screen.say("cli.preview.sheet", file=path))
    for path in made.pages:
        screen.line(str(path))
    if screen.json_lines:
        for kind, paths in (("sheet", made.sheets), ("page", made.pages)):
            for path in paths:
                screen.data({"kind": kind, "file": str(path)})
    print_summary(made.rendered, screen)
    screen.totals(report)
    if made.pages:
        screen.remark(screen.say("cli.preview.only"))
    return verdict(report, strict)
