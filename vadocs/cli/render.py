"""`vadocs render`: the documents of specs, written into the output folder."""

from pathlib import Path

import click

from vadocs.cli.documents import FORMATS, documents, formats, look
from vadocs.cli.options import json_findings, out, specs, strict
from vadocs.cli.summary import print_each
from vadocs.cli.usage import a_language
from vadocs.cli.words import Command, Option, screen_of
from vadocs.diagnostics import Exit


@click.command(cls=Command, help="cli.render")
@specs
@out
@documents
@formats
@look
@click.option("--reading", callback=a_language, metavar="es|en", cls=Option, help="cli.reading")
@click.option("--replace", is_flag=True, cls=Option, help="cli.replace")
@strict
@json_findings
@click.pass_context
def render(
    context: click.Context,
    specs: tuple[Path, ...],
    out: Path,
    documents: tuple[str, ...],
    formats: tuple[str, ...],
    look: str | None,
    reading: str | None,
    replace: bool,
    strict: bool,
) -> Exit:
    """Write each spec's documents and print the paths; a spec with errors keeps only its own from being written."""
    from vadocs.build import Request, render_specs

    screen = screen_of(context)
    request = Request(out, documents, formats or FORMATS, look, replace, strict, reading)
    return print_each(render_specs(specs, request), screen, strict)
