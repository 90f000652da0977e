"""`vadocs packet`: a spec's documents as one PDF, with cover and contents; the editable files as a zip."""

from pathlib import Path

import click

from vadocs.cli.documents import documents_asked, look
from vadocs.cli.options import json_findings, out, specs, strict
from vadocs.cli.summary import print_each
from vadocs.cli.usage import a_count, a_language, a_stamp, one_of
from vadocs.cli.words import Command, Option, screen_of
from vadocs.diagnostics import Exit

_LABELS = ("continuous", "each")
_CORNERS = ("top-left", "top-right", "bottom-left", "bottom-right")


@click.command(cls=Command, help="cli.packet")
@specs
@out
@click.option("--documents", callback=documents_asked, metavar="proposal,…", cls=Option, help="cli.packet_documents")
@click.option(
    "--labels", default=_LABELS[0], callback=one_of(*_LABELS), metavar="|".join(_LABELS), cls=Option, help="cli.labels"
)
@click.option("--stamp", callback=a_stamp, metavar="CL-", cls=Option, help="cli.stamp")
@click.option("--stamp-digits", default="4", callback=a_count(1, 9), metavar="N", cls=Option, help="cli.stamp_digits")
@click.option(
    "--stamp-corner", default=_CORNERS[-1], callback=one_of(*_CORNERS), metavar="|".join(_CORNERS), cls=Option,
    help="cli.stamp_corner",
)  # fmt: skip
@click.option("--duplex", is_flag=True, cls=Option, help="cli.duplex")
@click.option("--zip", "editable", is_flag=True, cls=Option, help="cli.zip")
@look
@click.option("--reading", callback=a_language, metavar="es|en", cls=Option, help="cli.packet_reading")
@click.option("--replace", is_flag=True, cls=Option, help="cli.replace")
@strict
@json_findings
@click.pass_context
def packet(
    context: click.Context, specs: tuple[Path, ...], out: Path, documents: tuple[str, ...], labels: str,
    stamp: str | None, stamp_digits: int, stamp_corner: str, duplex: bool, editable: bool, look: str | None,
    reading: str | None, replace: bool, strict: bool,
) -> Exit:  # fmt: skip
    """Write each spec's packet and print the paths; a spec with errors keeps only its own from being written."""
    from vadocs.build import Binding, Request, Stamp, packet_specs

    screen = screen_of(context)
    request = Request(out, documents, look=look, replace=replace, strict=strict, reading=reading)
    mark = None if stamp is None else Stamp(stamp, stamp_digits, stamp_corner)  # type: ignore[arg-type]
    binding = Binding(labels, mark, duplex, editable)  # type: ignore[arg-type]
    return print_each(packet_specs(specs, request, binding), screen, strict)
