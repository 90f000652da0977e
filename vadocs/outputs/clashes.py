"""Two engagements that would write over one another, or be taken for one."""

from dataclasses import dataclass, field

from vadocs.diagnostics import Report, Span, hint, related
from vadocs.model.engagement import Engagement, Leaf


@dataclass(slots=True)
class Clashes:
    """The ids and numbers seen in a run: two engagements must not share one."""

    seen: dict[tuple[str, str], Span] = field(default_factory=dict)

    def add(self, engagement: Engagement, report: Report) -> None:
        """Record an engagement; E604 or E605 where another one has its number or id."""
        for key, code in (("number", "E604"), ("id", "E605")):
            item = engagement.get(key)
            if not isinstance(item, Leaf) or item.span is None:
                continue
            text = str(item.value)
            other = self.seen.setdefault((key, text.casefold()), item.span)
            if other.file != item.span.file:
                place = related(other, "build.other_spec")
                report.add(code, item.span, hints=[hint("H604")], related=[place], **{key: text})
