"""Answers that came back: read in a process of their own, and laid beside the engagement that they belong to."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from vadocs.build.composing import PROPOSAL, compose
from vadocs.build.reading import read
from vadocs.build.workspace import Sources, with_sections
from vadocs.compose.given import place_of
from vadocs.compose.letters import LETTERS
from vadocs.compose.records import form_mark
from vadocs.diagnostics import Hint, Report, Severity, Span, hint
from vadocs.model.answers import Answers
from vadocs.model.document import Field
from vadocs.model.engagement import Engagement
from vadocs.model.forms import compared
from vadocs.model.walk import document_inlines
from vadocs.pack.outside.apart import apart
from vadocs.readers.answers import MAX_FILE, SECONDS, read_answers

KIT = "welcome-kit"
"""The document that asks for keys of the spec, apart from those of a proposal."""


def answers_in(file: Path, report: Report) -> Answers | None:
    """What is filled in a file, None with a finding where it is no form of ours (E633) or cannot be opened (E635)."""
    with file.open("rb") as stream:
        data = stream.read(MAX_FILE + 1)
    return read_answers(data, str(file), report, _apart)


def _apart(work: Callable[[bytes], bytes], data: bytes) -> bytes | None:
    return apart(work, "vadocs.readers.answers", data, SECONDS)


def spec_of(answers: Answers, file: Path, specs: Sequence[Path], report: Report) -> Path | None:
    """The spec whose id the answers' mark has; the only one that was named is judged by its own id."""
    id = answers.mark.partition(":")[0]
    if len(specs) == 1:
        return specs[0]
    fitting = [spec for spec in specs if _id_of(spec) == id]
    if len(fitting) != 1:
        list_ = ", ".join(map(str, fitting))
        advice = hint("H636.several", list=list_) if fitting else hint("H636")
        report.add("E636", Span(str(file), 0, 0, 0, 0), hints=[advice], id=id)
        return None
    return fitting[0]


def _id_of(spec: Path) -> str:
    found = read(spec, Report())
    return found[0].text("id") if found is not None else ""


def belongs(answers: Answers, engagement: Engagement, file: Path, report: Report, *, renamed: bool) -> bool:
    """Whether the answers are the engagement's: its id, its number, and the same client, under another name too (W634).

    `renamed`: whoever asks says that the client is the same one.
    """
    id = engagement.text("id")
    found = compared(answers.mark, form_mark(engagement.root))
    place = place_of(engagement.get("id")) or Span(str(file), 0, 0, 0, 0)
    if found == "renamed" or (found == "other client" and renamed):
        report.add("W634", place, hints=[hint("H634.same")], id=id)
    if found == "own" or renamed or found == "renamed":
        return found != "other" or _refused(answers, id, place, file, report)
    return _refused(answers, id, place, file, report, "H634.other-client" if found == "other client" else "")


def _refused(answers: Answers, id: str, place: Span, file: Path, report: Report, reason: str = "") -> bool:
    """False, with E634."""
    other = answers.mark.partition(":")[0]
    advice = hint(reason or "H634.changed") if other == id else Hint("H634", (("id", other),))
    report.add("E634", place, hints=[advice], file=file, id=id)
    return False


def fields_asked(
    answers: Answers, engagement: Engagement, sources: Sources, report: Report
) -> Mapping[str, Field]:
    """The fields of the forms that were answered, by name, as they would be sent today."""
    composed = Report()
    made = compose(engagement, sources, _documents(answers, sources), composed)
    report.extend(one for one in composed if one.severity is Severity.ERROR)
    return {one.name: one for each in made for one in document_inlines(each.document) if isinstance(one, Field)}


def _documents(answers: Answers, sources: Sources) -> Iterable[str]:
    """The documents whose fields were answered, by the sections that name them."""
    sets = with_sections(sources, Report()).sets
    homes = {id: code for code in LETTERS if code in sets for id in sets[code].clauses}
    sections = (one.name.partition(".")[0] for one in answers.given)
    return sorted({PROPOSAL if name.startswith(PROPOSAL) else homes.get(name, KIT) for name in sections})
