"""`vadocs render`: the documents of specs, written into the output folder."""

from pathlib import Path

import click

from vadocs.cli.options import json_findings, specs, strict
from vadocs.cli.summary import print_each
from vadocs.cli.usage import Fault, a_language, codes, output_folder, some_of
from vadocs.cli.words import Command, Option, screen_of
from vadocs.diagnostics import Exit, hint
from vadocs.readers.similar import listed, similar
from vadocs.writers import WRITERS

_FORMATS = ("docx", "pdf")
"""What is written if nothing else is asked for."""


def documents_asked(_context: click.Context, _parameter: click.Parameter, typed: str | None) -> tuple[str, ...]:
    """The documents asked for; one that cannot be made yet is told apart from a slip."""
    asked = codes(typed)
    if asked:
        from vadocs.build import DOCUMENTS as READY
        from vadocs.readers.schema.codes import DOCUMENTS as KNOWN

        for code in asked:
            if code not in KNOWN:
                advice = [hint("H085", known=listed(READY))]
                raise Fault("E703", near=similar(code, KNOWN), hints=advice, value=code, name="--documents")
            if code not in READY:
                raise Fault("E085", hints=[hint("H085", known=listed(READY))], text=code)
    return asked


@click.command(cls=Command, help="cli.render")
@specs
@click.option("--out", default="out", metavar="DIR", callback=output_folder, cls=Option, help="cli.out")
@click.option("--documents", callback=documents_asked, metavar="contract,…", cls=Option, help="cli.documents")
@click.option(
    "--formats",
    callback=some_of(WRITERS),
    metavar="docx,pdf,…",
    cls=Option,
    help="cli.formats",
    help_args={"formats": ", ".join(WRITERS)},
)
@click.option("--look", metavar="LOOK", cls=Option, help="cli.look")
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
    request = Request(out, documents, formats or _FORMATS, look, replace, strict, reading)
    return print_each(render_specs(specs, request), screen, strict)

