"""Expressions of a template: joined as docxtpl joins them, checked, and named with the paragraph they stand in."""

import io
import re
from collections.abc import Iterator
from functools import lru_cache

from docxtpl import DocxTemplate
from lxml import etree

from vadocs.diagnostics import hint
from vadocs.readers.look.package import Package
from vadocs.readers.look.watch import Place, Watch
from vadocs.readers.look.xml import Element, local, parse, w
from vadocs.templating import BODY, LIMIT, RUNNING, Fault, check_expressions

_WHITE = {w("tab"): " ", w("br"): " ", w("cr"): " "}
_BODY = re.compile(r"\s*\{\{p\s+body\s*\}\}\s*")
_OPENING = re.compile(r"\{[{%#]")
_LONGEST = 60
_WHOLE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_TOKENS = re.compile(
    r"(?P<tag>\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})|<!--.*?-->|<\?.*?\?>|<(?P<end>/?)(?P<name>[^\s/>!?]+)[^>]*?(?P<empty>/?)>",
    re.DOTALL,
)
"""The tags and the markup of a part."""
_STATEMENT = re.compile(r"\{%[-+]?\s*(if|elif|else|endif)\b")
TAGS = 200
"""Tags in one part: docxtpl's expressions take time with the square of their number."""


def joined(root: Element) -> Element:
    """A part with every tag in one run (`DocxTemplate.patch_xml`); itself where it holds none."""
    source = etree.tostring(root, encoding="unicode")
    if "{" not in source or _tags(source) > TAGS:
        return root
    try:
        return parse(_patched(source).encode())
    except etree.XMLSyntaxError:
        # What is left then is no tag of ours; `check_tags` names it.
        return root


def _tags(source: str) -> int:
    """How many tags begin in the text of a part, also where markup stands inside the sign that begins one."""
    return len(_OPENING.findall(re.sub("<[^>]*>", "", source)))


@lru_cache(maxsize=16)
def _patched(source: str) -> str:
    """As docxtpl would compile it. Kept, since a part is checked and then read, and footers are often alike."""
    return str(DocxTemplate(io.BytesIO()).patch_xml(source))


@lru_cache(maxsize=16)
def _faults(source: str, names: frozenset[str]) -> tuple[Fault, ...]:
    return tuple(check_expressions(source, names))


def check_tags(package: Package, watch: Watch) -> None:
    """Report each expression that is not allowed, or that stands where nothing renders it."""
    stories = package.stories
    properties = {entry.target for entry in package.relationships[""].values() if entry.kind == "core-properties"}
    for path, tree in package.trees.items():
        source = etree.tostring(tree, encoding="unicode")
        plain = re.sub("<[^>]*>", "", source)
        if not _OPENING.search(plain) and not _OPENING.search(source):
            continue
        if path not in stories and path not in properties:
            watch.error("E533", part=path, tag=_tag(plain) or _tag(source))
            continue
        if (count := _tags(source)) > TAGS:
            watch.error("E537", part=path, count=count, limit=TAGS)
            continue
        names = RUNNING | {BODY} if path == package.main else RUNNING
        split = path in stories and len(source) <= LIMIT
        faults = _faults(_patched(source) if split else source, names)
        for fault in faults or [*_parted(tree)] or _cutting(_patched(source) if split else ""):
            _report(fault, path, tree, watch)


def _parted(tree: Element) -> Iterator[Fault]:
    """Tags that begin in one paragraph and end in another: docxtpl would make one paragraph of the two."""
    for paragraph in tree.iter(w("p")):
        rest = _WHOLE.sub("", paragraph_text(paragraph))
        opening = _OPENING.search(rest)
        if opening is not None:
            yield Fault(rest[opening.start() :][:_LONGEST], "", "syntax")


def _cutting(source: str) -> Iterator[Fault]:
    """The tag at which the XML of a part would not be well formed, whatever its conditions choose.

    What a condition may take out has to leave the elements that are open as they were: so they are the same at its
    beginning, at each of its branches and at its end. docxtpl's own joining may lose markup where signs of a tag stand
    beside the texts.
    """
    opened: list[str] = []
    conditions: list[list[str]] = []
    tag = ""
    for found in _TOKENS.finditer(source):
        if found["tag"] is not None:
            tag = found["tag"]
            word = _STATEMENT.match(tag)
            if word and word[1] == "if":
                conditions.append(opened[:])
            elif word and opened != (conditions.pop() if word[1] == "endif" else conditions[-1]):
                break
        elif found["name"] and not found["end"] and not found["empty"]:
            opened.append(found["name"])
        elif found["end"] and (not opened or opened.pop() != found["name"]):
            break
    else:
        return
    told = found["tag"] or tag or _tag(re.sub("<[^>]*>", "", source[found.start() :]))
    yield Fault(told, "", "syntax")


def _tag(text: str) -> str:
    found = _OPENING.search(text)
    return "" if found is None else text[found.start() :].partition("}")[0][:_LONGEST]


_CODES = {"syntax": "E531", "name": "E532", "size": "E534", "place": "E539"}


def _report(fault: Fault, path: str, tree: Element, watch: Watch) -> None:
    code = _CODES.get(fault.why, "E530")
    watch.error(
        code,
        (hint("H530"),) if code == "E530" else (),
        tag=_short(fault.tag),
        part=path,
        fault=fault.part or fault.why,
        paragraph=nearest(tree, fault.tag),
        names=", ".join(sorted(RUNNING)),
    )


def nearest(tree: Element, tag: str) -> str:
    """The text of the paragraph that holds `tag`; if it holds nothing else, that of the last one before it."""
    before = ""
    inner = re.sub(r"\W", "", tag)
    for paragraph in tree.iter(w("p")):
        text = paragraph_text(paragraph)
        if inner and inner in re.sub(r"\W", "", text):
            rest = re.sub(r"\{.*\}", "", text).strip()
            return _short(text if rest or not before else before)
        before = text.strip() or before
    return _short(before)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def paragraph_text(paragraph: Element) -> str:
    """What is written in a paragraph; a tab or break is a space."""
    return "".join(_WHITE.get(element.tag) or element.text or "" for element in paragraph.iter(w("t"), *_WHITE))


def check_body(package: Package, watch: Watch) -> None:
    """One `{{p body }}`, alone in a paragraph of the document. What stands beside it stands in Word only."""
    body = package.document.find(w("body"))
    blocks = [] if body is None else [block for block in body if local(block) not in ("", "sectPr")]
    places = [block for block in blocks if _is_body(block)]
    if len(places) != 1:
        watch.error("E523", count=len(places))
    for block in blocks:
        if block not in places and local(block) not in ("bookmarkStart", "bookmarkEnd", "proofErr"):
            text = _short(" ".join(_texts(block)))
            watch.unfollowed(Place("W505", text), block)


def _is_body(block: Element) -> bool:
    alone = next(block.iterdescendants(w("p")), None) is None
    return local(block) == "p" and alone and _BODY.fullmatch(paragraph_text(block)) is not None


def _texts(block: Element) -> Iterator[str]:
    for paragraph in block.iter(w("p")):
        yield paragraph_text(paragraph).strip()
