"""The files that a spec encloses: found beside it, cleaned, and told of where they cannot be taken."""

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from vadocs.build.workspace import Sources
from vadocs.compose.given import place_of
from vadocs.compose.scalars import print_leaf
from vadocs.diagnostics import Diagnostic, Report, Span, hint
from vadocs.language import language
from vadocs.model.engagement import Engagement, Items, Leaf, Record, leaves
from vadocs.model.outside import Cleaned, Refused
from vadocs.model.plan import Plan
from vadocs.outputs import sha256
from vadocs.readers.around import workspace_of

PACKET = "packet"
"""The document that encloses files."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file of the spec's `attachments`, cleaned: the title it has there, where that names it, its digest.

    `code` is what stands before its anchors, `word` what its pages are called by ("Anexo 1"), `pages` how many there
    are, `said` what stands for one of them in words, with {n} in place of its number.
    """

    title: str
    file: str
    place: Span | None
    code: str
    word: str
    said: str
    found: Cleaned
    digest: str

    @property
    def pages(self) -> int:
        """How many pages it takes."""
        return len(self.found.outside.pages) if self.found.outside is not None else 1

    def words(self, page: int) -> str:
        """What stands for page `page`, from 1, for those who do not see it."""
        return self.said.replace("{n}", str(page))


@contextmanager
def reading_ahead(engagement: Engagement, spec: Path) -> Iterator[None]:
    """Within it, the files that the packet encloses are cleaned beside whatever else is done."""
    files = [str(record.value("file")) for record in _enclosed(engagement)]
    if not files:
        yield
        return
    from vadocs.pack.outside import begun

    held = (_read(file, spec, None, Report()) for file in files)
    with begun(data for data in held if data is not None):
        yield


def check_enclosures(engagement: Engagement, spec: Path, report: Report) -> None:
    """Everything found in the files that the packet encloses."""
    for record in _enclosed(engagement):
        _cleaned(record, spec, report)


def enclosures(
    engagement: Engagement, sources: Sources, plan: Plan, spec: Path, report: Report
) -> tuple[Enclosure, ...]:
    """The files that the packet encloses, in order; those at fault are missing and told. `plan`: the contract's."""
    from vadocs.pack.outside.coding import encoded

    words = language(engagement.text("language", "es"))
    lexicon = sources.library.lexicon(words.code, plan.law)
    found: list[Enclosure] = []
    for number, record in enumerate(_enclosed(engagement), start=1):
        cleaned, title = _cleaned(record, spec, report), record.get("title")
        if cleaned is None or lexicon is None or not isinstance(title, Leaf):
            continue
        printed = print_leaf(title, words, lexicon)
        pages = len(cleaned.outside.pages) if cleaned.outside is not None else 1
        said = lexicon.frame["attachment.page"].replace("{m}", str(pages)) if pages > 1 else "{title}"
        found.append(
            Enclosure(
                printed, str(record.value("file")), place_of(record.get("file")), _code(number),
                f"{lexicon.frame['file.attachment']} {number}", said.replace("{title}", printed), cleaned,
                sha256(encoded(cleaned)),
            )
        )  # fmt: skip
    return tuple(found)


def enclosed_titles(engagement: Engagement, sources: Sources, plan: Plan) -> tuple[tuple[str, str], ...]:
    """Of each file that the packet encloses, what stands before its anchors and its title, without opening any."""
    words = language(engagement.text("language", "es"))
    lexicon = sources.library.lexicon(words.code, plan.law)
    titles = (record.get("title") for record in _enclosed(engagement))
    return tuple(
        (_code(number), print_leaf(title, words, lexicon))
        for number, title in enumerate(titles, start=1)
        if isinstance(title, Leaf) and lexicon is not None
    )


def _code(number: int) -> str:
    """What stands before the anchors of the packet's file `number`, from 1."""
    return f"attachment-{number}"


def _enclosed(engagement: Engagement) -> Iterator[Record]:
    """The attachments that are for the packet: those that name it, and those that name no document."""
    held = engagement.get("attachments")
    for each in held.items if isinstance(held, Items) else ():
        if not isinstance(each, Record):
            continue
        carried = each.get("in")
        named = {str(getattr(leaf.value, "code", leaf.value)) for _, leaf in leaves(carried)} if carried else {PACKET}
        if PACKET in named:
            yield each


def _cleaned(record: Record, spec: Path, report: Report) -> Cleaned | None:
    """The file of an attachment, cleaned; None, reported where it is named, if it cannot be taken."""
    from vadocs.pack.outside import clean

    place, file = place_of(record.get("file")), str(record.value("file"))
    data = _read(file, spec, place, report)
    if data is None:
        return None
    found = clean(data)
    if isinstance(found, Refused):
        args = (("file", file), *found.args)
        report.extend([Diagnostic(found.code, place, args, (hint(f"H{found.code[1:]}"),))])
        return None
    if found.removed:
        hints = [hint(_REMOVED[kind]) for kind in found.removed]
        report.add("W660", place, file=file, hints=hints)
    if found.signed:
        report.add("W661", place, file=file, hints=[hint("H661.signed")])
    if not found.accessible:
        report.add("N660", place, file=file, hints=[hint("H660.claims")])
    elif found.outside is not None:
        report.add("N661", place, file=file)
    return found


_REMOVED = {kind: f"H660.{kind}" for kind in ("programs", "files", "links", "fields", "notes")}
"""What is said of each kind of thing that was taken out of a file."""


def _read(file: str, spec: Path, place: Span | None, report: Report) -> bytes | None:
    """The bytes of a file below the workspace, or the spec's folder where there is none; None, reported, otherwise."""
    from vadocs.pack.outside import BYTES

    root = (workspace_of(spec.parent) or spec.parent).resolve()
    try:
        path = (spec.parent / file).resolve(strict=True)
        told = path.stat()
        inside = path.is_relative_to(root) and stat.S_ISREG(told.st_mode)
        if inside and told.st_size <= BYTES:
            return path.read_bytes()
    except (OSError, RuntimeError, ValueError):
        inside = False
    if inside:
        report.add("E697", place, file=file, limit=BYTES // 2**20, hints=[hint("H664")])
    else:
        report.add("E660", place, file=file, hints=[hint("H660")])
    return None
