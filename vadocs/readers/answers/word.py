"""The content controls of a Word file (ECMA-376 part 1, 17.5.2), whatever program filled them in."""

from collections.abc import Iterator

from lxml import etree

from vadocs.diagnostics import Report
from vadocs.model.answers import Answer, Answers, field_name, tidy
from vadocs.model.forms import FIELD_BOOKMARK
from vadocs.readers.answers.files import Unreadable
from vadocs.readers.look.archive import open_archive
from vadocs.readers.look.watch import Watch
from vadocs.readers.look.xml import VAL, Element, child, flag, local, parse, value, w

_MAIN, _CUSTOM = "word/document.xml", "docProps/custom.xml"
_MARK = "vadocs form"
_ON = ("1", "true", "on")


def read_word(data: bytes) -> Answers | None:
    """What is filled in; None where the file says of no form that it is."""
    parts = open_archive(data, Watch(Report(), ""))
    if parts is None or _MAIN not in parts:
        raise Unreadable("damaged")
    try:
        body = parse(parts[_MAIN])
        mark = _mark(parse(parts[_CUSTOM])) if _CUSTOM in parts else ""
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("damaged") from error
    given = (_answer(control) for control in body.iter(w("sdt")))
    return Answers(mark, tuple(answer for answer in given if answer is not None)) if mark else None


def _mark(properties: Element) -> str:
    """The form's mark among the file's own properties (22.3.2.2)."""
    for one in properties:
        if local(one) == "property" and one.get("name") == _MARK:
            return "".join(map(str, one.itertext())).strip()
    return ""


def _answer(control: Element) -> Answer | None:
    """What stands in a control; None for one without a name."""
    properties, content = child(control, "sdtPr"), child(control, "sdtContent")
    name, question = value(properties, "tag") or _bookmark(control), value(properties, "alias") or ""
    if properties is None or content is None or not name:
        return None
    box = next((each for each in properties if local(each) == "checkbox"), None)
    if box is not None:
        ticked = any(local(each) == "checked" and _on(each) for each in box)
        return Answer(field_name(name), "", question, ticked)
    shows = child(properties, "showingPlcHdr")
    if shows is not None and flag(shows):
        return Answer(field_name(name), "", question)
    return Answer(field_name(name), tidy("".join(_pieces(content))), question)


def _bookmark(control: Element) -> str:
    """The name of the field's bookmark, which begins right before its control, or in it; "" where there is none."""
    beside = next(control.itersiblings(w("bookmarkStart"), preceding=True), None)
    marks = [*control.iter(w("bookmarkStart")), *([beside] if beside is not None else [])]
    names = (str(mark.get(w("name")) or "") for mark in marks)
    return next((name for name in names if name.startswith(FIELD_BOOKMARK)), "")


def _on(element: Element) -> bool:
    """Whether a property of Word 2010 is on: its `val` lies in that namespace."""
    return any(str(name).endswith("}val") and text in _ON for name, text in element.items())


def _pieces(content: Element) -> Iterator[str]:
    """The text of a control as shown: what was deleted under change tracking is not."""
    first = True
    for element in content.iter():
        name = local(element)
        if name == "p" and not first:
            yield "\n"
        first = first and name != "p"
        if name == "t":
            yield str(element.text or "")
        elif name in ("br", "cr"):
            yield "\n"
        elif name == "tab" and element.get(VAL) is None:
            yield " "
