"""Answers to a form become lines of the spec: shown first, then written where they are wanted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from vadocs.build.answered import answers_in, belongs, fields_asked, spec_of
from vadocs.build.answering import agreed, said, short, understood
from vadocs.build.reading import read
from vadocs.build.workspace import Sources
from vadocs.compose.given import place_of
from vadocs.compose.scalars import print_leaf
from vadocs.diagnostics import Diagnostic, Hint, Report, Severity, Span, character_names, hint
from vadocs.language import language
from vadocs.model.answers import Answer, Answers
from vadocs.model.document import Field
from vadocs.model.engagement import Engagement, Items, Leaf, Localised, Record
from vadocs.model.forms import CHOSEN, field_bookmark
from vadocs.outputs.changed import save_changed
from vadocs.readers.answers.plain import forbidden
from vadocs.readers.splice import Wants, spliced

KEPT = "intake.answers"
"""Where answers stand that have no key of their own."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What answers would change: the spec, its bytes before and after (equal: nothing), how many answers are new."""

    spec: Path
    before: bytes
    after: bytes
    new: int


@dataclass(slots=True)
class _Changes:
    """What is to be put into a spec: leaves by key, answers without one, answers that changed by the path of theirs.

    `questions` are what was asked for the leaves.
    """

    leaves: dict[str, str] = field(default_factory=dict)
    kept: list[dict[str, str]] = field(default_factory=list)
    replaced: dict[str, str] = field(default_factory=dict)
    questions: dict[str, str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.leaves) + len(self.kept) + len(self.replaced)

    def wanted(self) -> Wants:
        """Leaves and answers as one tree."""
        root: dict[str, object] = {}
        for key, text in self.leaves.items():
            _put(root, key.split("."), text)
        if self.kept:
            _put(root, KEPT.split("."), self.kept)
        return root  # type: ignore[return-value]


def _put(root: dict[str, object], steps: Sequence[str], value: object) -> None:
    for step in steps[:-1]:
        root = root.setdefault(step, {})  # type: ignore[assignment]
    root[steps[-1]] = value


def take_in(file: Path, specs: Sequence[Path], report: Report, *, renamed: bool = False) -> Intake | None:
    """What the answers in `file` would change in the one of `specs` that they belong to; nothing is written.

    None, with a finding, where the file is no form of ours (E633, E635), belongs to none of them (E634, E636), or the
    spec has errors. Answers that cannot be taken in are told (W630 to W636), the others are. `renamed`: the client has
    another name and identifier than when the form was sent, and is the same one all the same.
    """
    answers = answers_in(file, report)
    spec = spec_of(answers, file, specs, report) if answers is not None else None
    if answers is None or spec is None:
        return None
    before = spec.read_bytes()
    found = read(spec, report, before)
    if found is None or not belongs(answers, found[0], file, report, renamed=renamed):
        return None
    fields = fields_asked(answers, *found, report)
    if report.failed:
        return None
    changes = _changes(answers, file, *found, fields, report)
    after = _proved(spec, before, changes, file, report)
    return None if after is None else Intake(spec, before, after, len(changes))


def write_intake(found: Intake, report: Report) -> bool:
    """Write the changed spec, whole; False, with a finding, where it changed since it was read."""
    return save_changed(found.spec, found.before, found.after, report)


# --- what they change ------------------------------------------------------------------------------


def _changes(
    answers: Answers, file: Path, engagement: Engagement, sources: Sources, fields: Mapping[str, Field], report: Report
) -> _Changes:
    """What each answer changes, if it says anything new."""
    changes = _Changes()
    place = Span(str(file), 0, 0, 0, 0)
    known = _kept(engagement)
    seen: dict[str, str] = {}
    by_bookmark = {field_bookmark(name): name for name in fields}
    for given in agreed(answers, fields, file, report):
        answer = replace(given, name=by_bookmark.get(given.name, given.name))
        asking = fields.get(answer.name)
        text = said(answer, asking, engagement)
        if not text or answer.name in seen:
            if text and seen[answer.name] != text:
                report.add("W636", place, hints=[hint("H636.first")], name=answer.name, text=short(text))
            continue
        seen[answer.name] = text
        odd = forbidden(text)
        if odd:
            hints = [hint("H633.characters", characters=character_names(odd))]
            report.add("W633", place, hints=hints, name=answer.name)
            continue
        known_key = sources.vocabulary.lookup(answer.name) is not None
        meant = understood(answer.name, asking, text, engagement, place, report)
        text = meant or text
        old = engagement.get(answer.name) if known_key else None
        if old is not None and _same(old, text, engagement):
            continue
        if old is not None:
            report.add("W631", place_of(old), hints=[hint("H631.kept")], name=answer.name, text=short(text))
        elif asking is None and not (answer.name == CHOSEN and meant):
            report.add("W632", place, hints=[hint("H632.kept")], name=answer.name)
        elif known_key and meant:
            changes.leaves[answer.name] = text
            changes.questions[answer.name] = asking.prompt if asking is not None else answer.question
            continue
        _keep(answer, asking, text, known, changes)
    return changes


def _kept(engagement: Engagement) -> dict[str, tuple[int, str]]:
    """The answers that the spec has already: by field, their place in the list and text."""
    found: dict[str, tuple[int, str]] = {}
    listed = engagement.get(KEPT)
    for number, one in enumerate(listed.items if isinstance(listed, Items) else ()):
        if isinstance(one, Record):
            found[str(one.value("field"))] = (number, str(one.value("answer")))
    return found


def _keep(
    answer: Answer, asking: Field | None, text: str, known: Mapping[str, tuple[int, str]], changes: _Changes
) -> None:
    """An answer without a key of its own: new, changed, or as it was."""
    number, old = known.get(answer.name, (-1, ""))
    if number < 0:
        changes.kept.append(_kept_as(answer.name, asking.prompt if asking is not None else answer.question, text))
    elif old.strip() != text:
        changes.replaced[f"{KEPT}[{number}].answer"] = text


def _kept_as(name: str, question: str, text: str) -> dict[str, str]:
    """An answer as the spec keeps it."""
    asked_ = " ".join(question.split())
    return {"field": name, **({"question": asked_} if asked_ else {}), "answer": text}


def _same(old: object, text: str, engagement: Engagement) -> bool:
    """Whether the spec says the same already."""
    if not isinstance(old, Leaf):
        return False
    value = old.value
    if isinstance(value, date):
        return value.isoformat() == text
    told = list(value.texts.values()) if isinstance(value, Localised) else [
        print_leaf(old, language(engagement.text("language", "es")), None)
    ]
    return text.casefold() in [each.casefold() for each in told]


# --- proof -----------------------------------------------------------------------------------------


def _proved(spec: Path, before: bytes, changes: _Changes, file: Path, report: Report) -> bytes | None:
    """The spec with the changes put in, once it is known that it is read again with all of them.

    A key that does not take its answer leaves it to the answers without one (W630); one that no spec may hold is left
    out (W633). None, with E638, where the spec is written in a way that nothing can be put into.
    """
    place = Span(str(file), 0, 0, 0, 0)
    if changes.leaves and _faults(spec, before, _Changes(leaves=changes.leaves)):
        for key in _unfit(spec, before, changes.leaves):
            text = changes.leaves.pop(key)
            faults = _faults(spec, before, _Changes(leaves={key: text}))
            reason = [Hint(faults[0].code, faults[0].args)] if faults else []
            report.add("W630", place, hints=[*reason, hint("H631.kept")], name=key, text=text)
            changes.kept.append(_kept_as(key, changes.questions.get(key, ""), text))
    if _faults(spec, before, changes):
        for single in [_Changes(kept=[one]) for one in changes.kept]:
            faults = _faults(spec, before, single)
            if faults:
                _left_out(single.kept[0]["field"], faults, place, report)
                changes.kept.remove(single.kept[0])
        for path, text in list(changes.replaced.items()):
            faults = _faults(spec, before, _Changes(replaced={path: text}))
            if faults:
                _left_out(path, faults, place, report)
                del changes.replaced[path]
    after = _put_in(spec, before, changes)
    if after is None or _faults(spec, before, changes) or not _reads_back(spec, after, changes):
        report.add("E638", Span(str(spec), 1, 1, 1, 1), hints=[hint("H638")], file=spec)
        return None
    return after


def _unfit(spec: Path, before: bytes, leaves: Mapping[str, str]) -> list[str]:
    """The keys that do not take their answer; of a group that needs one another, all where any does not."""
    groups: dict[str, dict[str, str]] = {}
    for key, text in leaves.items():
        groups.setdefault(key.rpartition(".")[0], {})[key] = text
    unfit: list[str] = []
    for group in groups.values():
        if not _faults(spec, before, _Changes(leaves=group)):
            continue
        tried = [{key: text for key, text in group.items() if key != left} for left in group]
        fitting = next((one for one in tried if one and not _faults(spec, before, _Changes(leaves=one))), {})
        alone = {key: text for key, text in group.items() if not _faults(spec, before, _Changes(leaves={key: text}))}
        fitting = fitting or (alone if not _faults(spec, before, _Changes(leaves=alone)) else {})
        unfit += [key for key in group if key not in fitting]
    return unfit


def _left_out(name: str, faults: Sequence[Diagnostic], place: Span, report: Report) -> None:
    first = faults[0]
    report.add("W633", place, hints=[Hint(first.code, first.args)], name=name)


def _put_in(spec: Path, before: bytes, changes: _Changes) -> bytes | None:
    return spliced(before, str(spec), changes.wanted(), changes.replaced) if len(changes) else before


def _faults(spec: Path, before: bytes, changes: _Changes) -> list[Diagnostic]:
    """The errors that the spec has with the changes; none where nothing can be put in at all, which is told apart."""
    after = _put_in(spec, before, changes)
    report = Report()
    if after is not None:
        read(spec, report, after)
    return [one for one in report if one.severity is Severity.ERROR]


def _reads_back(spec: Path, after: bytes, changes: _Changes) -> bool:
    """Whether the spec says all answers letter for letter, and everything else as before."""
    found = read(spec, Report(), after)
    if found is None:
        return False
    told = {name: text for name, (_, text) in _kept(found[0]).items()}
    values = {key: found[0].value(key) for key in changes.leaves}
    return all(told.get(one["field"]) == one["answer"] for one in changes.kept) and all(
        values[key] is not None for key in values
    )


def diff_lines(found: Intake) -> Iterable[str]:
    """The change as a unified diff, without line ends."""
    from difflib import unified_diff

    before, after = (data.decode("utf-8-sig").splitlines() for data in (found.before, found.after))
    return unified_diff(before, after, str(found.spec), str(found.spec), lineterm="")
