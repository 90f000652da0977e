"""`vadocs schema`: the JSON Schema of the vocabulary."""

import json

import click

from vadocs.cli.complete import choices
from vadocs.cli.usage import one_of
from vadocs.cli.words import Command, screen_of
from vadocs.diagnostics import Exit

_WHAT = ("engagement", "practice", "clause", "niche")


@click.command(cls=Command, help="cli.schema")
@click.argument(
    "what", metavar=f"[{'|'.join(_WHAT)}]", default=_WHAT[0], callback=one_of(*_WHAT), shell_complete=choices
)
@click.pass_context
def schema(context: click.Context, what: str) -> Exit:
    """Print the schema (draft-07) of an engagement, a practice, a clause or a niche."""
    from vadocs.build import json_schema

    screen = screen_of(context)
    plain = not screen.out.encoding.startswith("utf")
    screen.page(json.dumps(json_schema(what), ensure_ascii=plain, indent=2))
    return Exit.DONE
