"""An engagement becomes documents: select, assemble, number, resolve."""

from dataclasses import dataclass
from pathlib import Path

from vadocs.build.reading import documents_of, read
from vadocs.build.workspace import Sources
from vadocs.compose.assemble import assemble
from vadocs.compose.confirmations import confirmed_names, tell_unconfirmed
from vadocs.compose.given import place_of
from vadocs.compose.layers import layers
from vadocs.compose.number import number
from vadocs.compose.resolve import resolve
from vadocs.compose.scalars import print_leaf
from vadocs.compose.select import select
from vadocs.compose.values import values
from vadocs.diagnostics import Report, hint
from vadocs.language import language
from vadocs.model.document import Document
from vadocs.model.engagement import Engagement, Leaf, Record, leaves
from vadocs.model.plan import Layer, Plan


@dataclass(frozen=True, slots=True)
class Composed:
    """A document of an engagement, ready to be laid out, with the plan and the names it was made by."""

    plan: Plan
    document: Document
    names: Record


def compose(engagement: Engagement, sources: Sources, code: str, report: Report) -> Composed | None:
    """The document `code` of the engagement, numbered and resolved; None where an error was found."""
    library, vocabulary = sources.library, sources.vocabulary
    plan = select(engagement, library, code, report, vocabulary)
    if plan is None or report.failed:
        return None
    words = language(engagement.text("language", "es"))
    given = values(engagement, library, plan, vocabulary)
    document = assemble(plan, given, library, words, report, vocabulary, confirmed_names(engagement))
    document = resolve(number(document, words), words, plan, report)
    if document.meta.status == "final" and document.meta.open_points:
        prompts = [f"{point.prompt} (`{point.key}`)" for point in document.meta.open_points]
        place = place_of(engagement.get("status"))
        report.add("E607", place, list=", ".join(dict.fromkeys(prompts)), hints=[hint("H607")])
    if document.meta.status == "final":
        tell_unconfirmed(engagement, document.meta.to_confirm, report)
    return None if report.failed else Composed(plan, document, given)


def compose_spec(spec: Path, report: Report) -> tuple[Composed, ...]:
    """Every document that the spec names, ready to be laid out; those with an error are missing."""
    found = read(spec, report)
    if found is None:
        return ()
    made = (compose(*found, code, report) for code in documents_of(found[0], ()))
    return tuple(composed for composed in made if composed is not None)


@dataclass(frozen=True, slots=True)
class Planned:
    """The plans of a spec's documents, the layers of each, and every value as (dotted path, printed, leaf)."""

    plans: tuple[Plan, ...]
    values: tuple[tuple[str, str, Leaf], ...]
    layers: tuple[tuple[Layer, ...], ...] = ()


def plan_spec(spec: Path, report: Report) -> Planned | None:
    """The plan of each document of the spec, and its values; None where the spec cannot be read."""
    found = read(spec, report)
    if found is None:
        return None
    engagement, sources = found
    library, vocabulary = sources.library, sources.vocabulary
    plans = [select(engagement, library, code, report, vocabulary) for code in documents_of(engagement, ())]
    kept = tuple(plan for plan in plans if plan is not None)
    if not kept:
        return None
    words = language(engagement.text("language", "es"))
    lexicon = library.lexicon(words.code, kept[0].law)
    root = values(engagement, library, kept[0], vocabulary)
    told = tuple((path, print_leaf(leaf, words, lexicon), leaf) for path, leaf in leaves(root))
    return Planned(kept, told, tuple(layers(engagement, library, plan) for plan in kept))
