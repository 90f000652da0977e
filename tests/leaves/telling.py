"""What a spec leads to, and how a value is printed there."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tests.content.contracts import Spec
from tests.examples import ROOT
from tests.leaves.change import Path as Place
from tests.leaves.change import pattern, written_leaves
from tests.leaves.family import family, written
from vadocs.build import compose_spec, sources
from vadocs.compose.evaluate import Fault
from vadocs.compose.parameters import typed
from vadocs.compose.scalars import Printer, generated
from vadocs.diagnostics import Report
from vadocs.language import language
from vadocs.model.clause import Parameter
from vadocs.model.document import OpenPoint
from vadocs.model.engagement import Leaf
from vadocs.model.vocabulary import Field, Vocabulary
from vadocs.writers.native import write_native

FREE = ("text", "prose", "money", "quantity", "integer", "number", "date", "time")
"""Types whose new value must itself stand in the document; of a code, at least something else must be said."""
NAMED = ("country", "currency", "language")
"""Lists whose codes are printed by name."""
_FILTERS = ((), ("figures",), ("bare",), ("short",), ("words",))


@dataclass(frozen=True, slots=True)
class Told:
    """The native text of each document of a spec, and what names its files."""

    texts: Mapping[str, str]
    files: str


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of the bundled library."""
    return sources(ROOT, Report()).vocabulary


@cache
def fields() -> Mapping[str, Field]:
    """The leaves that a spec may hold; parts of any shape among them (`clauses.pin`)."""
    known = vocabulary().fields
    inner = {path[: end.start()] for path in known for end in re.finditer(r"\.|\[\]", path)}
    return {path: leaf for path, leaf in known.items() if not leaf.computed and path not in inner}


def field_of(place: Place) -> Field | None:
    """The leaf at a place of a spec: a list of one may be written as its member, a tax number as its text."""
    name = pattern(place)
    return next((fields()[n] for n in (name, f"{name}[]", f"{name}.value") if n in fields()), None)


@cache
def folder() -> Path:
    """Where the specs of this run are written; nothing lies above it that would change them."""
    return Path(mkdtemp(prefix="vadocs-leaves-"))


def compose(spec: Spec) -> tuple[Told | None, Report]:
    """What the spec leads to (None: it is refused), with all that was found."""
    file = folder() / "spec.vadocs.yaml"
    file.write_text(written(spec), encoding="utf-8")
    report = Report()
    composed = compose_spec(file, report)
    if report.failed or not composed:
        return None, report
    texts = {made.plan.document: write_native(made.document) for made in composed}
    meta = composed[0].document.meta
    return Told(texts, f"{meta.engagement} {meta.number} {meta.version} {meta.status} {len(composed)}"), report


@cache
def members() -> Mapping[str, tuple[Spec, Told]]:
    """Each member of the family with what it leads to."""
    found = {}
    for name, spec in family():
        said, report = compose(spec)
        assert said is not None, (name, [(d.code, d.message("en"), d.span) for d in report])
        found[name] = (spec, said)
    return found


@cache
def occurrences() -> Mapping[str, tuple[tuple[str, Place], ...]]:
    """Where in the family each leaf is written: (member, place)."""
    found: dict[str, list[tuple[str, Place]]] = {}
    for name, (spec, _) in members().items():
        for place, _ in written_leaves(spec):
            leaf = field_of(place)
            if leaf is not None:
                found.setdefault(leaf.path, []).append((name, place))
    return {path: tuple(places) for path, places in found.items()}


def shows(leaf: Field, value: str, spec: Spec, before: str, after: str) -> bool:
    """Whether a printed leaf's new value shows: a free one stands in the text more often than it did."""
    if leaf.type not in FREE and leaf.list_name not in NAMED:
        return after != before
    return any(count(form, after) > count(form, before) for form in printed_forms(leaf, value, spec))


def printed_forms(leaf: Field, value: str, spec: Spec) -> Iterator[str]:
    """How the documents of `spec` may print the value: letter for letter a text, in the country's words the rest.

    An IBAN is printed in groups of four.
    """
    if leaf.type in ("text", "prose") and not leaf.choices:
        in_fours = " ".join(value[at : at + 4] for at in range(0, len(value), 4))
        yield in_fours if leaf.path.endswith(".iban") else value
        return
    first = spec["language"] if isinstance(spec["language"], str) else spec["language"][0]
    words, law = language(first), spec.get("governing_law", "")
    lexicon = sources(ROOT, Report()).library.lexicon(words.code, law)
    printer = Printer(words, lexicon, lambda key: OpenPoint(key, "?"))
    unit = leaf.unit or (spec["services"][0].get("volume") or {}).get("unit", "")
    for type_ in dict.fromkeys((leaf.type, "quantity" if leaf.type == "number" else leaf.type)):
        own = Vocabulary({leaf.path: replace(leaf, type=type_)})
        known = Parameter(leaf.path, type_, unit if type_ == "quantity" else "")
        item = typed(value, known, leaf.path, own, spec["fees"]["currency"])
        for filters in _FILTERS if isinstance(item, Leaf) else ():
            try:
                yield generated(item.value, printer, filters)
            except Fault:
                continue


def count(form: str, text: str) -> int:
    """How often a printed value stands in a text, not as a part of a longer word or figure."""
    return len(re.findall(rf"(?<!\w){re.escape(_folded(form))}(?!\w)", _folded(text)))


def _folded(text: str) -> str:
    return " ".join(text.split())
