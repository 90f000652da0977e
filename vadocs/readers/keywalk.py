"""Finds the leaf that a dotted key names, by going through the vocabulary, and what was meant where there is none."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from vadocs.model.vocabulary import Kind
from vadocs.readers.keys import Key, NoKey, Step, joined, steps_of
from vadocs.readers.parameters import Parameters, namespace_of, specification
from vadocs.readers.schema.leaf import TEXT_LANGUAGES
from vadocs.readers.schema.section import Section
from vadocs.readers.schema.shape import Shape, shapes
from vadocs.readers.schema.synonyms import key_meant
from vadocs.readers.similar import similar

_MOST_MEANT = 4


@dataclass(slots=True)
class Walk:
    """The vocabulary of a library's specs. `namespaces`: that of each clause by id."""

    parameters: Parameters
    namespaces: Mapping[str, str] = field(default_factory=dict)
    _leaves: tuple[str, ...] = ()

    def find(self, text: str) -> Key | NoKey:
        """The key that `text` is, or why it is none: E726 it is unknown, E727 it holds keys, E728 it is a list."""
        steps = steps_of(text)
        if steps is None:
            return NoKey("E726", self._elsewhere(text))
        found = self._walk(text, steps)
        if isinstance(found, NoKey) and found.code == "E726" and not found.meant:
            return NoKey(found.code, self._elsewhere(text))
        return found

    def _walk(self, text: str, steps: tuple[Step, ...]) -> Key | NoKey:
        """The leaf that the steps lead to."""
        if steps[:2] == ("clauses", "with") and len(steps) > 3:
            return self._of_clause(text, steps)
        shape: Shape = Shape(sections=(specification(self.parameters),))
        kind: Kind = "printed"
        for at, step in enumerate(steps):
            below = _below(shape, step)
            if below is None:
                return self._astray(steps, at, shape)
            if isinstance(below, NoKey):
                return self._first(steps, at)
            shape, kind = below[0], below[1] or kind
            if shape.loose:
                return Key(text, steps, None, kind)
        return _ended(text, steps, shape, kind)

    def _of_clause(self, text: str, steps: tuple[Step, ...]) -> Key | NoKey:
        """A parameter of a clause, which may stand under `clauses.with` too."""
        id = str(steps[2])
        namespace = self.namespaces.get(id) or namespace_of(id)
        if namespace not in specification(self.parameters).declared():
            near = similar(id, self.namespaces)
            return NoKey("E726", (joined(("clauses", "with", near, *steps[3:])),) if near else ())
        found = self._walk(text, (namespace, *steps[3:]))
        if isinstance(found, Key):
            return Key(text, steps, found.leaf, found.kind)
        return NoKey(found.code, tuple(f"clauses.with.{id}{one[len(namespace):]}" for one in found.meant))

    def _astray(self, steps: tuple[Step, ...], at: int, shape: Shape) -> NoKey:
        """That the step at `at` leads nowhere, with the keys that it may be a slip of."""
        wrong = steps[at]
        if isinstance(wrong, int):
            mended = (*steps[:at], *steps[at + 1 :])
            return NoKey("E726", (joined(mended),) if isinstance(self._walk(joined(mended), mended), Key) else ())
        declared = {k: d for section in shape.sections for k, (_, d) in section.declared().items()}
        described = {key: (one.es, one.en) for key, one in declared.items()}
        near = similar(wrong, declared) or key_meant(wrong, described)
        if near is None or near == wrong:
            return NoKey("E726")
        mended = (*steps[:at], near, *steps[at + 1 :])
        found = self._walk(joined(mended), mended)
        return NoKey("E726", (joined(mended),) if isinstance(found, Key) else found.meant[:_MOST_MEANT])

    def _first(self, steps: tuple[Step, ...], at: int) -> NoKey:
        """That the step before `at` is a list, with the key in its first member."""
        mended = (*steps[:at], 0, *steps[at:])
        found = self._walk(joined(mended), mended)
        return NoKey("E728", (joined(mended),) if isinstance(found, Key) else found.meant)

    def _elsewhere(self, text: str) -> tuple[str, ...]:
        """The keys that end with the word `text`, or one like it."""
        if not self._leaves:
            self._leaves = tuple(_all_leaves(specification(self.parameters), "", 0))
        words: dict[str, list[str]] = {}
        for path in self._leaves:
            words.setdefault(path.rpartition(".")[2], []).append(path)
        last = re.split(r"[.\s]", text.strip())[-1] if text.strip() else ""
        near = last if last in words else similar(text.strip().rpartition(".")[2], words)
        whole = similar(text, self._leaves)
        found = dict.fromkeys([*([whole] if whole else []), *sorted(words.get(near or "", ()), key=_plainness)])
        return tuple(found)[:_MOST_MEANT]


def _below(shape: Shape, step: Step) -> tuple[Shape, Kind | None] | NoKey | None:
    """What a step leads to from `shape`; None where nothing is there."""
    if shape.member is not None:
        if isinstance(step, int):
            return shape.member, None
        return NoKey("E728")
    if isinstance(step, int):
        return None
    if shape.leaf is not None:
        return (Shape(leaf=shape.leaf), None) if shape.leaf.localised and step in TEXT_LANGUAGES else None
    for section in shape.sections:
        for key, declaration, inner in shapes(section):
            if key == step:
                return inner, declaration.kind
    return None


def _ended(text: str, steps: tuple[Step, ...], shape: Shape, kind: Kind) -> Key | NoKey:
    """The key that ends at `shape`: a leaf, or what a single value may stand for."""
    if shape.leaf is not None:
        return Key(text, steps, shape.leaf, kind)
    if shape.member is not None:
        if shape.single and shape.member.leaf is not None:
            return Key(text, steps, shape.member.leaf, kind)
        return NoKey("E728", tuple(f"{text}[0]{end}" for end in _ends(shape.member)))
    short = [section for section in shape.sections if section.shorthand.__func__ is not Section.shorthand.__func__]  # type: ignore[attr-defined]
    if short:
        return Key(text, steps, None, kind)
    return NoKey("E727", tuple(f"{text}{end}" for end in _ends(shape)))


def _ends(shape: Shape) -> tuple[str, ...]:
    """The first leaves below `shape`, as what is added to its key."""
    if shape.leaf is not None:
        return ("",)
    found = (
        f".{key}" for section in shape.sections for key, _, inner in shapes(section) if inner.leaf is not None
    )
    return tuple(dict.fromkeys(found))[:_MOST_MEANT]


def _all_leaves(section: type[Section], prefix: str, depth: int) -> Iterator[str]:
    """The key of every leaf below a section, of a list's members the first's."""
    if depth > 5:
        return
    for key, _, shape in shapes(section):
        path = prefix + key
        while shape.member is not None:
            path, shape = f"{path}[0]", shape.member
        if shape.leaf is not None:
            yield path
        for inner in shape.sections:
            yield from _all_leaves(inner, f"{path}.", depth + 1)


def _plainness(path: str) -> tuple[int, int]:
    """What a table most probably means comes first: the client's own, then the fewest steps."""
    return (0 if path.startswith("client.") else 1, path.count(".") + path.count("["))
