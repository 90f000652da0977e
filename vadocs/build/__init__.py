"""One engagement, end to end: the only place that knows the order of the steps.

read -> select -> assemble -> number -> resolve -> lay out -> judge -> write. Each step is a function of the results
before it; the modules here read the files, hand the results on, and write what came out: `workspace` (library, clauses,
schemas), `reading`, `composing`, `scheduling`, `looks` (pages), `judging`, `rendering`, `packing`, `collating`. What
only some commands need is imported where it is called: lxml, python-docx, pypdf and fontTools take time.
"""

from vadocs.build import editions
from vadocs.build.collating import Collated, collate_spec
from vadocs.build.composing import Composed, Planned, compose_spec, plan_spec
from vadocs.build.judging import Rendered, check_specs
from vadocs.build.looks import LOOK, check_look, load_look, looks
from vadocs.build.packing import Binding, Stamp, packet_specs
from vadocs.build.reading import DOCUMENTS
from vadocs.build.rendering import Request, render_specs
from vadocs.build.scheduling import Scheduled, schedule_spec
from vadocs.build.workspace import Sources, json_schema, lint_clauses, readability, sources, workspace_library

__all__ = [
    "DOCUMENTS",
    "LOOK",
    "Binding",
    "Collated",
    "Composed",
    "Planned",
    "Rendered",
    "Request",
    "Scheduled",
    "Sources",
    "Stamp",
    "check_look",
    "check_specs",
    "collate_spec",
    "compose_spec",
    "editions",
    "json_schema",
    "lint_clauses",
    "load_look",
    "looks",
    "packet_specs",
    "plan_spec",
    "readability",
    "render_specs",
    "schedule_spec",
    "sources",
    "workspace_library",
]
