"""Headers and footers as running paragraphs: texts with their expressions, tabs, page numbers, a logo."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from vadocs.model.look import Running, RunningParagraph, RunningPart, RunStyle
from vadocs.readers.look.package import Package
from vadocs.readers.look.paragraphs import read_paragraph
from vadocs.readers.look.pictures import read_picture
from vadocs.readers.look.runs import TOGGLES, merged, read_run
from vadocs.readers.look.section import Section
from vadocs.readers.look.styles import Sheet
from vadocs.readers.look.tags import joined
from vadocs.readers.look.watch import Place, Watch, running
from vadocs.readers.look.xml import Element, child, local, value, w
from vadocs.templating import RUNNING, check_expressions

_WRAPPERS = frozenset(["sdt", "sdtContent", "smartTag", "customXml", "ins"])
_NEUTRAL = frozenset(
    [
        "pPr",
        "rPr",
        "bookmarkStart",
        "bookmarkEnd",
        "proofErr",
        "permStart",
        "permEnd",
        "lastRenderedPageBreak",
        "sdtPr",
        "sdtEndPr",
        "commentRangeStart",
        "commentRangeEnd",
        "noBreakHyphen",
        "softHyphen",
        "del",
    ]
)
_FIELDS = {"PAGE": "page", "NUMPAGES": "pages"}
_SWITCHES = ("\\*", "MERGEFORMAT", "CHARFORMAT", "Arabic")


def read_running(package: Package, section: Section, sheet: Sheet, watch: Watch) -> Running:
    """Header and footer; those of the first page are None where it has none of its own."""

    def story(part: str, kind: str) -> tuple[RunningParagraph, ...]:
        id = section.references.get((part, kind))
        relationship = package.relationships.get(package.main, {}).get(id or "")
        if relationship is None or relationship.target not in package.trees:
            return ()
        return _Story(package, sheet, watch, relationship.target).read()

    return Running(
        header=story("header", "default"),
        footer=story("footer", "default"),
        first_header=story("header", "first") if section.first else None,
        first_footer=story("footer", "first") if section.first else None,
    )


@dataclass(slots=True)
class _Story:
    """A header or footer being read."""

    package: Package
    sheet: Sheet
    watch: Watch
    path: str

    @property
    def place(self) -> Place:
        return running(self.path.rpartition("/")[2])

    def read(self) -> tuple[RunningParagraph, ...]:
        root = joined(self.package.trees[self.path])
        if (root.text or "").strip() or any((element.tail or "").strip() for element in root):
            self.watch.unfollowed(self.place, "{%p … %}")
        return tuple(self.paragraph(element) for element in self.paragraphs(root))

    def paragraphs(self, root: Element) -> Iterator[Element]:
        """The paragraphs, those in content controls too; a table or text box is not followed."""
        for element in root:
            if local(element) == "p":
                yield element
            elif local(element) in _WRAPPERS:
                yield from self.paragraphs(element)
            elif local(element) and local(element) not in _NEUTRAL:
                self.watch.unfollowed(self.place, element)

    def paragraph(self, element: Element) -> RunningParagraph:
        properties = child(element, "pPr")
        id = value(properties, "pStyle")
        if id is None or id not in self.sheet.elements:
            id = self.sheet.id("paragraph", "") or ""
        direct = read_paragraph(properties, self.sheet.theme, self.place, self.watch)
        style = self.sheet.paragraph(id, self.sheet.name(id), direct)
        parts = _merged(_Fields(self).parts(element, style.run))
        for part in parts:
            faults = check_expressions(part.text, RUNNING) if part.kind == "text" and "{%" in part.text else []
            if any(fault.why == "syntax" for fault in faults) and not self.watch.failed:
                # A sound condition over several runs: docxtpl follows it, the PDF cannot.
                self.watch.unfollowed(self.place, faults[0].tag)
        return RunningParagraph(style, parts)

    def run_style(self, run: Element, base: RunStyle) -> RunStyle:
        """How a run looks: the paragraph's style, its character style (toggles turn over, 17.7.3), itself."""
        properties = child(run, "rPr")
        if properties is None:
            return base
        named = value(properties, "rStyle")
        style = self.sheet.run_change(named) if named in self.sheet.elements and named is not None else {}
        for toggle in TOGGLES:
            if toggle in style:
                style[toggle] = bool(style[toggle]) != getattr(base, toggle)  # type: ignore[literal-required]
        direct = read_run(properties, self.sheet.theme, self.place, self.watch)
        return replace(base, **merged(style, direct))


class _Fields:
    """Walks the runs of a paragraph. Inside a complex field, its instruction is gathered and its result skipped."""

    def __init__(self, story: _Story) -> None:
        self.story = story
        self.instruction: str | None = None
        self.result = False

    def parts(self, parent: Element, base: RunStyle) -> Iterator[RunningPart]:
        for element in parent:
            name = local(element)
            if name == "r":
                look = self.story.run_style(element, base)
                for content in element:
                    yield from self.content(content, look)
            elif name == "fldSimple":
                yield from self.field(str(element.get(w("instr"), "")), _first_run(self.story, element, base))
            elif name in _WRAPPERS or name == "hyperlink":
                if name in ("hyperlink", "ins"):
                    self.story.watch.unfollowed(self.story.place, element)
                yield from self.parts(element, base)
            elif name and (name not in _NEUTRAL or name == "del"):
                self.story.watch.unfollowed(self.story.place, element)

    def content(self, element: Element, look: RunStyle) -> Iterator[RunningPart]:
        name = local(element)
        if name == "fldChar":
            yield from self.mark(str(element.get(w("fldCharType"))), look)
        elif name == "instrText":
            self.instruction = (self.instruction or "") + (element.text or "")
        elif self.result or self.instruction is not None:
            return
        elif name == "t":
            yield RunningPart("text", element.text or "", look)
        elif name in ("tab", "ptab"):
            if name == "ptab":
                self.story.watch.unfollowed(self.story.place, element)
            yield RunningPart("tab", run=look)
        elif name in ("br", "cr") and element.get(w("type"), "textWrapping") == "textWrapping":
            yield RunningPart("break", run=look)
        elif name == "noBreakHyphen":
            yield RunningPart("text", "\u2011", look)
        elif name == "drawing":
            picture = read_picture(element, self.story.package, self.story.path, self.story.place, self.story.watch)
            yield from [picture] if picture is not None else []
        elif name and name not in _NEUTRAL:
            self.story.watch.unfollowed(self.story.place, element, "type")

    def mark(self, kind: str, look: RunStyle) -> Iterator[RunningPart]:
        """A field's begin, separate or end."""
        if kind == "begin":
            self.instruction, self.result = "", False
        elif kind == "separate":
            yield from self.field(self.instruction or "", look)
            self.instruction, self.result = None, True
        else:
            if self.instruction is not None:
                yield from self.field(self.instruction, look)
            self.instruction, self.result = None, False

    def field(self, instruction: str, look: RunStyle) -> Iterator[RunningPart]:
        """PAGE or NUMPAGES; any other field, and any switch that changes a number's form, is not followed."""
        words = instruction.split()
        kind = _FIELDS.get(words[0].upper()) if words else None
        if kind is None or any(word not in _SWITCHES for word in words[1:]):
            self.story.watch.unfollowed(self.story.place, f"w:fldChar ({instruction.strip()})")
        if kind is not None:
            yield RunningPart("page" if kind == "page" else "pages", run=look)


def _first_run(story: _Story, element: Element, base: RunStyle) -> RunStyle:
    run = child(element, "r")
    return base if run is None else story.run_style(run, base)


def _merged(parts: Iterator[RunningPart]) -> tuple[RunningPart, ...]:
    """Neighbouring texts that look alike become one: Word splits runs anywhere."""
    found: list[RunningPart] = []
    for part in parts:
        last = found[-1] if found else None
        if last is not None and last.kind == part.kind == "text" and last.run == part.run:
            found[-1] = replace(last, text=last.text + part.text)
        else:
            found.append(part)
    return tuple(found)
