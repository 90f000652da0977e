"""What a worker does: a job becomes files in memory. Nothing is written."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from vadocs.batches.fingerprints import Watch
from vadocs.batches.jobs import Job, Options, Result
from vadocs.batches.privacy import told
from vadocs.batches.sources.places import located
from vadocs.build.composing import Composed
from vadocs.build.packing import Binding, make_packet
from vadocs.build.rendering import Prepared, Request, make_documents, prepare
from vadocs.build.workspace import Sources
from vadocs.diagnostics import Report
from vadocs.model.engagement import Engagement
from vadocs.outputs import Output


def made(job: Job, options: Options, out: Path, today: date) -> Result:
    """The files of a job and what was found on the way.

    `out` is only read: it may know of a signed engagement that this one changes.
    """
    began = time.monotonic()
    request = Request(
        out, options.documents, options.formats, options.look, strict=options.strict, reading=options.reading,
        asked_of_all=True,
    )  # fmt: skip

    def make(
        spec: Path, engagement: Engagement, sources: Sources, report: Report
    ) -> tuple[Sequence[Composed], Sequence[Output]]:
        composed, outputs = make_documents(request, spec, engagement, sources, report)
        if options.packet and outputs and not report.failed:
            bound, packet = make_packet(replace(request, reading=None), Binding(), spec, engagement, sources, report)
            composed, outputs = (*composed, *bound[-1:]), (*outputs, *packet)
        return composed, outputs

    watch = Watch(job, options)
    prepared = prepare(job.spec, request, watch.making(make), today, job.given)
    return _result(job, prepared, watch.inputs(), time.monotonic() - began)


def _result(job: Job, prepared: Prepared, inputs: Mapping[str, str], seconds: float) -> Result:
    findings, withheld = told(prepared.report, prepared.engagement, _text(job.spec), str(job.spec), job.given)
    return Result(
        job.id, prepared.outputs, prepared.edition, located(findings, job.given), withheld, len(prepared.open_points),
        len(prepared.to_confirm), inputs, round(seconds, 3),
    )  # fmt: skip


def _text(spec: Path) -> str:
    try:
        return spec.read_text(encoding="utf-8", errors="replace") if spec.is_file() else ""
    except OSError:
        return ""
