"""`vadocs explain`: what a contract says, clause by clause, in two pages and plain words."""

from pathlib import Path

import click

from vadocs.cli.documents import FORMATS, formats, look
from vadocs.cli.options import json_findings, out, specs, strict
from vadocs.cli.summary import print_each
from vadocs.cli.usage import one_of
from vadocs.cli.words import Command, Option, screen_of
from vadocs.diagnostics import Exit

_LANGUAGES = ("es", "en")


@click.command(cls=Command, help="cli.explain")
@specs
@click.option(
    "--language", metavar="|".join(_LANGUAGES), callback=one_of(*_LANGUAGES), cls=Option, help="cli.explain.language"
)
@out
@formats
@look
@click.option("--replace", is_flag=True, cls=Option, help="cli.replace")
@strict
@json_findings
@click.pass_context
def explain(
    context: click.Context, specs: tuple[Path, ...], language: str | None, out: Path, formats: tuple[str, ...],
    look: str | None, replace: bool, strict: bool,
) -> Exit:  # fmt: skip
    """Write the explanation of each spec's contract and print the paths."""
    from vadocs.build import Request
    from vadocs.build.explaining import explain_specs

    screen = screen_of(context)
    request = Request(out, (), formats or FORMATS, look, replace, strict)
    return print_each(explain_specs(specs, request, language), screen, strict)
