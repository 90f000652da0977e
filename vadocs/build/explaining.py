"""The explanation of a contract: what is being signed, clause by clause, in the reader's language."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from vadocs.build.composing import in_other_language
from vadocs.build.judging import Rendered
from vadocs.build.rendering import Made, Request, make_documents, written_specs
from vadocs.build.workspace import Sources
from vadocs.compose.explained import EXPLANATION
from vadocs.diagnostics import Report
from vadocs.model.engagement import Engagement, Leaf, Record


def explain_specs(
    specs: Sequence[Path], request: Request, tag: str | None = None, today: date | None = None
) -> Iterator[Rendered]:
    """The explanation of each spec's contract, written as `written_specs` does.

    `tag`: the language it is told in (BCP 47); None: that of the contract, the first of two.
    """
    asked = replace(request, documents=(EXPLANATION,))
    return written_specs(specs, asked, partial(_explanation, asked, tag), today)


def _explanation(
    request: Request, tag: str | None, spec: Path, engagement: Engagement, sources: Sources, report: Report
) -> Made:
    told = engagement if tag is None else in_language(engagement, tag)
    return make_documents(request, spec, told, sources, report)


def in_language(engagement: Engagement, tag: str) -> Engagement:
    """The engagement with its documents in one language, `tag`, and everything else as it is.

    Of a spec in two languages its own tag for either is taken, since the country of that says more.
    """
    given = engagement.get("language")
    for one in (engagement, in_other_language(engagement)):
        if one is not None and one.text("language").split("-")[0] == tag.split("-")[0] and isinstance(given, Leaf):
            return one
    span = given.span if isinstance(given, Leaf) else None
    return replace(engagement, root=Record({**engagement.root.fields, "language": Leaf(tag, span, "computed")}))
