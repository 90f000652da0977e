"""The findings of one file being read: at most one on a span, the first that was made."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from vadocs.diagnostics import Diagnostic, Edit, Hint, Related, Report, Severity, Span, hint

_SHOWN = 1_000
_MISSING = ("E053", "E054")
"""One key is missing; several are."""


@dataclass(slots=True)
class Faults:
    """Collects findings; an error takes the place of a warning on the same span."""

    _by_span: dict[Span, Diagnostic] = field(default_factory=dict)
    _missing: dict[Span, dict[str, str]] = field(default_factory=dict)
    partial: bool = False
    """Whether a part of what is read is lost, so that nothing can be said to be missing."""

    def add(
        self,
        code: str,
        span: Span,
        *,
        hints: tuple[Hint, ...] = (),
        related: tuple[Related, ...] = (),
        **args: object,
    ) -> None:
        """Record a finding unless an equally grave one stands on its span; `args` fill the message."""
        found = Diagnostic(code, span, tuple((k, shortened(str(v))) for k, v in args.items()), hints, related)
        earlier = self._by_span.get(span)
        if earlier is None or (earlier.severity, found.severity) == (Severity.WARNING, Severity.ERROR):
            self._by_span[span] = found

    def take(self, others: "Faults", place: Callable[[Span], Span]) -> None:
        """Take over the findings of `others`, each place as `place` gives it."""
        for span, found in others._by_span.items():
            hints = (replace(h, edit=replace(h.edit, span=place(h.edit.span))) if h.edit else h for h in found.hints)
            places = (replace(other, span=place(other.span)) for other in found.related)
            self.add(found.code, place(span), hints=tuple(hints), related=tuple(places), **dict(found.args))

    def missing(self, span: Span, keys: dict[str, str]) -> None:
        """Record that keys are missing from the mapping at `span`: dotted path to what to write there.

        Those found missing there before are told in the same finding.
        """
        if self.partial:
            return
        known = self._missing.setdefault(span, {})
        known.update(keys)
        earlier = self._by_span.get(span)
        if earlier is None or earlier.code in _MISSING:
            args = (("keys", ", ".join(f"`{path}`" for path in known)),)
            advice = hint("H053", keys=", ".join(known.values()))
            self._by_span[span] = Diagnostic(_MISSING[len(known) > 1], span, args, (advice,))

    def at(self, span: Span) -> bool:
        """Whether an error stands on this span."""
        found = self._by_span.get(span)
        return found is not None and found.severity is Severity.ERROR

    def drop_within(self, span: Span) -> None:
        """Forget what was found inside `span`, which one finding already tells."""
        inside = [
            s
            for s in self._by_span
            if s.file == span.file and _start(span) <= _start(s) and _end(s) <= _end(span)
        ]
        for found in inside:
            del self._by_span[found]

    @property
    def failed(self) -> bool:
        """Whether an error was found."""
        return any(d.severity is Severity.ERROR for d in self._by_span.values())

    def tell(self, report: Report) -> None:
        """Hand everything to the report."""
        report.extend(self._by_span.values())


def _start(span: Span) -> tuple[int, int]:
    return span.line, span.column


def _end(span: Span) -> tuple[int, int]:
    return span.end_line, span.end_column


def shortened(text: str) -> str:
    """`text` as a message can show it: its beginning and its end where it is longer than any closed list."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 50]} … {text[-40:]}"


def rewrite(id: str, span: Span, replacement: str, **args: object) -> Hint:
    """A hint `id` whose edit writes `replacement` at `span`; the message may show it as `{edit}`."""
    shown = tuple((name, shortened(str(value))) for name, value in {"edit": replacement, **args}.items())
    return Hint(id, shown, Edit(span, replacement))
