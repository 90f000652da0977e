"""Several niches on one engagement: what they set together, and where they contradict one another."""

from collections.abc import Iterator, Mapping, Sequence, Set

from vadocs.diagnostics import Report, Span, hint
from vadocs.model.clause import Overlay
from vadocs.model.engagement import Engagement
from vadocs.model.library import Library

Named = tuple[Overlay, Span | None]
"""A niche and the place where the spec names it."""
Defaults = dict[str, dict[str, str]]
"""Parameter defaults by clause, then by name."""


def joined_defaults(niches: Sequence[Named], engagement: Engagement, library: Library, report: Report) -> Defaults:
    """The defaults that the niches set together, in the spec's order.

    Members of a list come together, each once; of two values the later niche's holds, which a note tells
    (N900) unless the spec settles it with a value of its own.
    """
    found: Defaults = {}
    givers: dict[tuple[str, str], str] = {}
    for niche, span in niches:
        for clause, name, text in _parameters(niche):
            own = found.setdefault(clause, {})
            old = own.get(name)
            if old is not None and _is_list(library, clause, name):
                own[name] = joined(old, text)
                continue
            if old is not None and old != text and not _settled(engagement, library, clause, name):
                key, other = f"{clause}: {name}", givers[clause, name]
                report.add(
                    "N900", span, key=key, niche=niche.id, other=other, old=old, new=text,
                    hints=[hint("H900", clause=clause, name=name)],
                )  # fmt: skip
            own[name] = text
            givers[clause, name] = niche.id
    return found


def _parameters(niche: Overlay) -> Iterator[tuple[str, str, str]]:
    """Clause, name and text of each default that a niche sets."""
    for clause, parameters in niche.parameters.items():
        for name, text in parameters.items():
            yield clause, name, text


def joined(old: str, new: str) -> str:
    """The members of two defaults of a list, each once."""
    members = (part.strip() for part in f"{old},{new}".split(","))
    return ", ".join(dict.fromkeys(part for part in members if part))


def _is_list(library: Library, clause: str, name: str) -> bool:
    known = library.clauses.get(clause)
    parameter = known.parameters.get(name) if known else None
    return parameter is not None and parameter.type == "list"


def _settled(engagement: Engagement, library: Library, clause: str, name: str) -> bool:
    """Whether the spec itself gives the parameter."""
    known = library.clauses.get(clause)
    return known is not None and engagement.get(known.path_of(name)) is not None


def tell_contradictions(niches: Sequence[Named], settled: Set[str], report: Report) -> None:
    """N901 for each clause that one niche takes out and another puts in, but those that the spec itself settles."""
    last: dict[str, tuple[str, bool]] = {}
    for niche, span in niches:
        for clause, puts_in in _moves(niche).items():
            other, before = last.get(clause, (niche.id, puts_in))
            if before != puts_in and clause not in settled:
                id = "N901.in" if puts_in else "N901.out"
                hints = [hint(id, niche=niche.id), hint("H901", clause=clause)]
                report.add("N901", span, clause=clause, niche=niche.id, other=other, hints=hints)
            last[clause] = (niche.id, puts_in)


def _moves(niche: Overlay) -> Mapping[str, bool]:
    """Each clause that a niche puts in (True) or takes out (False)."""
    out = dict.fromkeys((*niche.remove, *niche.replace), False)
    return {**out, **dict.fromkeys((*niche.replace.values(), *niche.add), True)}
