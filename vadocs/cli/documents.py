"""Options of the commands that make documents: which, in what formats, in which look."""

import click

from vadocs.cli.usage import Fault, codes, some_of
from vadocs.cli.words import Option
from vadocs.diagnostics import hint
from vadocs.readers.similar import listed, similar
from vadocs.writers import WRITERS

FORMATS = ("docx", "pdf")
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


documents = click.option(
    "--documents", callback=documents_asked, metavar="contract,…", cls=Option, help="cli.documents"
)
formats = click.option(
    "--formats", callback=some_of(WRITERS), metavar="docx,pdf,…", cls=Option, help="cli.formats",
    help_args={"formats": ", ".join(WRITERS)},
)  # fmt: skip
look = click.option("--look", metavar="LOOK", cls=Option, help="cli.look")
