"""A folder of specs as a source: one job each, in the order of their names."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vadocs.batches.jobs import Job
from vadocs.batches.sources.choosing import OWN, Condition, all_hold, leaf_text
from vadocs.batches.sources.clashes import NOTHING, Clashes, Named, mended_id, unused, valid_id
from vadocs.batches.sources.sourced import Sourced, Stated
from vadocs.diagnostics import Failure, Report, Span, hint
from vadocs.readers.faults import Faults
from vadocs.readers.keys import steps_of
from vadocs.readers.nodes import MappingNode, Node, ScalarNode
from vadocs.readers.overlay import Given
from vadocs.readers.source import read_bytes
from vadocs.readers.specfiles import SUFFIX, specs_in
from vadocs.readers.topkeys import top_scalars
from vadocs.readers.yaml import read_yaml


@dataclass(frozen=True, slots=True)
class _Spec:
    """A spec's id and number as they stand in it; None where they cannot be told. `chosen`: by `--where`."""

    path: Path
    id: Named | None
    number: Named | None
    chosen: bool

    def named(self, key: str) -> Named | None:
        """The id or the number."""
        return self.id if key == "id" else self.number


def folder_jobs(
    folder: Path, conditions: Sequence[Condition], settings: tuple[Given, ...], report: Report
) -> Sourced | None:
    """A job for each spec; None, reported, where there is none, or two have one id or number.

    A spec that cannot be read is a job too, named for its file: what is wrong with it is told when it is made, and
    the others are made.
    """
    paths = specs_in(folder)
    if not paths:
        report.add("E712", None, folder=str(folder), hints=[hint("H707")])
        return None
    return spec_jobs(paths, str(folder), conditions, settings, report)


def spec_jobs(
    paths: Sequence[Path], source: str, conditions: Sequence[Condition], settings: tuple[Given, ...], report: Report
) -> Sourced | None:
    """As `folder_jobs`, for specs that are known; `source`: what they are called together."""
    specs = [_read(path, conditions) for path in paths]
    clashes, found = Clashes(lambda key, at: specs[at].named(key) or NOTHING), Report()
    for at, spec in enumerate(specs):
        for key in OWN:
            named = spec.named(key)
            if named is not None:
                clashes.add(key, at, named.text, found)
    report.extend(found)
    if found.failed:
        return None
    used = {spec.id.text for spec in specs if spec.id is not None and valid_id(spec.id.text)}
    jobs: list[Job] = []
    for spec in specs:
        id = _name(spec, used)
        used.add(id)
        place = Span(str(spec.path), 1, 1, 1, 1)
        if spec.chosen:
            jobs.append(Job(id, spec.number.text if spec.number else "", spec.path, settings, place))
    return Sourced(tuple(jobs), Stated(source, "folder", len(specs), len(jobs)))


def _read(path: Path, conditions: Sequence[Condition]) -> _Spec:
    """What a spec says of itself; findings are left to its making."""
    try:
        data = read_bytes(path, Faults())
    except Failure:  # the system refuses: this one alone cannot be made
        data = None
    found = top_scalars(data, str(path), OWN) if data is not None and _own_only(conditions) else None
    root = read_yaml(data, str(path), Faults()) if data is not None and found is None else None
    named = found if found is not None else _scalars(root)

    def text(key: str) -> str:
        return named[key].text if key in named else leaf_text(root, steps_of(key) or ())

    own = {key: Named(leaf.text, leaf.span) for key, leaf in named.items() if not leaf.empty}
    return _Spec(path, own.get("id"), own.get("number"), all_hold(conditions, text))


def _own_only(conditions: Sequence[Condition]) -> bool:
    """Whether the conditions are of nothing but ids and numbers."""
    return all(condition.key in OWN for condition in conditions)


def _scalars(root: Node | None) -> dict[str, ScalarNode]:
    """The id and number of a spec's tree."""
    found = {key: root.child(key) for key in OWN} if isinstance(root, MappingNode) else {}
    return {key: leaf for key, leaf in found.items() if isinstance(leaf, ScalarNode)}


def _name(spec: _Spec, used: set[str]) -> str:
    """The id of a spec; where it has none that can be used, one made of its file's name, which no other has."""
    if spec.id is not None and valid_id(spec.id.text):
        return spec.id.text
    return unused(mended_id(spec.path.name.removesuffix(SUFFIX)) or "encargo", used)
