"""What counts the pages ("Página 5 de 30"), in two languages: a phrase of its own in each, as layout sets it.

The template's part gets the second phrase in a condition, so that it is compiled once for documents of one language
and of two.
"""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree

from vadocs.model.styles import BETWEEN_PHRASES
from vadocs.writers.docx.cleaning import PARSER, Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BEGINS = re.compile(r"\{\{\s*page_word\b.*", re.DOTALL)
_WORDS = re.compile(r"(\{\{\s*(?:page|of)_word)\b")
_COUNTS = re.compile(r"\s*(?:PAGE|NUMPAGES)\b", re.IGNORECASE)
_ENDS = frozenset((f"{_W}tab", f"{_W}ptab", f"{_W}br", f"{_W}cr", f"{_W}drawing"))
_PLACES = frozenset((f"{_W}bookmarkStart", f"{_W}bookmarkEnd"))


def with_other_phrase(source: str) -> str:
    """The header or footer `source`, its expressions in one piece, with the phrase again in the second language.

    That one is there where `page_word_beside` says something. `source` itself where no phrase counts pages, or where
    conditions of its own stand within it.
    """
    try:
        root = etree.fromstring(source.encode(), PARSER)
    except etree.XMLSyntaxError:
        return source
    found = [phrase for parent in root.iter(etree.Element) if (phrase := _phrase(parent))]
    for phrase in found:
        _repeat(phrase)
    return etree.tostring(root, encoding="unicode") if found else source


def _phrase(parent: Element) -> list[Element]:
    """The children of `parent` from the one that says `page_word` to the last that ends the number of a page."""
    children = list(parent)
    first = next((at for at, one in enumerate(children) if one.tag == f"{_W}r" and _BEGINS.search(_said(one))), None)
    if first is None:
        return []
    last = max((at for at in _numbers(children, first)), default=None)
    phrase = [] if last is None else children[first : last + 1]
    stated = any("{%" in _said(one) for one in phrase) or any("{" in (one.tail or "") for one in phrase[:-1])
    return [] if stated else phrase


def _numbers(children: Sequence[Element], first: int) -> Iterator[int]:
    """Where the number of a page ends among the children from `first` on, as far as the phrase may reach."""
    instruction = None
    for at in range(first, len(children)):
        if children[at].tag == f"{_W}fldSimple" and _COUNTS.match(str(children[at].get(f"{_W}instr"))):
            yield at
        for one in children[at].iter(etree.Element):
            kind = one.get(f"{_W}fldCharType")
            if one.tag in _ENDS and one.getparent().tag == f"{_W}r" and at > first:  # type: ignore[union-attr]
                return
            if kind == "begin":
                instruction = ""
            elif one.tag == f"{_W}instrText" and instruction is not None:
                instruction += one.text or ""
            elif kind == "end":
                if instruction is not None and _COUNTS.match(instruction):
                    yield at
                instruction = None


def _repeat(phrase: Sequence[Element]) -> None:
    """Put the phrase after itself, parted from it, in the words of the second language."""
    last, first = phrase[-1], _begun(deepcopy(phrase[0]))
    copies = [first, *(deepcopy(one) for one in phrase[1:] if one.tag not in _PLACES)]
    for one in copies:
        one.tail = None
        for text in one.iter(f"{_W}t"):
            text.text = _WORDS.sub(r"\1_beside", text.text or "")
    after, last.tail = last.tail, "{% if page_word_beside %}"
    copies[-1].tail = "{% endif %}" + (after or "")
    parent = last.getparent()
    assert parent is not None
    at = parent.index(last) + 1
    parent[at:at] = copies


def _begun(run: Element) -> Element:
    """The run from where the phrase begins in it, with what parts the two."""
    texts = [one for one in run.iter(f"{_W}t") if _BEGINS.search(one.text or "")]
    if texts:
        for one in list(run)[: list(run).index(texts[0])]:
            if one.tag != f"{_W}rPr":
                run.remove(one)
        begun = _BEGINS.search(texts[0].text or "")
        assert begun is not None
        texts[0].text = BETWEEN_PHRASES + begun.group()
        texts[0].set(_SPACE, "preserve")
    return run


def _said(element: Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{_W}t"))
