"""Arguments and options that several commands share."""

import click

from vadocs.cli import complete
from vadocs.cli.usage import output_folder, spec_file, spec_files
from vadocs.cli.words import Option

out = click.option("--out", default="out", metavar="DIR", callback=output_folder, cls=Option, help="cli.out")
strict = click.option("--strict", is_flag=True, cls=Option, help="cli.strict")
json_lines = click.option("--json", "json_lines", is_flag=True, cls=Option, help="cli.json", expose_value=False)
json_findings = click.option(
    "--json", "json_lines", is_flag=True, cls=Option, help="cli.json.findings", expose_value=False
)
specs = click.argument(
    "specs", nargs=-1, required=True, metavar="SPEC...", callback=spec_files, shell_complete=complete.specs
)
spec = click.argument("spec", metavar="SPEC", callback=spec_file, shell_complete=complete.specs)
