"""A look's Word template as docxtpl understands it, compiled once; per document only the gaps are filled.

docxtpl joins tags that Word splits over runs and gives `{{p body }}` its place; it would do so for each
document anew (the figures: ARCHITECTURE.md, "Word templates").
"""

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple, Self
from xml.parsers import expat

import jinja2
from docxtpl import DocxTemplate
from lxml import etree

from vadocs.model.look import Paper
from vadocs.templating import Ready, environment
from vadocs.writers import ooxml
from vadocs.writers.docx import cleaning
from vadocs.writers.docx.lists import Instance
from vadocs.writers.docx.package import TYPES, Member, member, pack, unpack
from vadocs.writers.docx.phrases import with_other_phrase

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_GAP = "vadocs-gap"
"""Stands for a language or in a comment until the part is cut there."""
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Gap(NamedTuple):
    """A part's XML before and after what each document puts there."""

    before: str
    after: str

    def filled(self, xml: str) -> bytes:
        """The part with `xml` in its gap."""
        return f"{self.before}{xml}{self.after}".encode()


@dataclass(frozen=True, slots=True)
class Rendering:
    """A part with tags: a compiled Jinja template, and the XML round what docxtpl gave to it.

    `scoped`: prefixes are bound within it, not by its root alone.
    """

    template: jinja2.Template
    before: str
    after: str
    scoped: bool

    @classmethod
    def of(cls, made: jinja2.Environment, source: str, before: str, after: str = "") -> Self:
        """The part whose XML is `before`, `source` with its tags, and `after`."""
        below_root = source.lstrip().partition(">")[2]
        return cls(made.from_string(source), before, after, "xmlns" in below_root)

    def render(self, context: Mapping[str, Any]) -> bytes:
        """The part. XML that is not well formed must not be delivered: ExpatError.

        Expat needs half the time of lxml here, as it makes no tree, and half of that without namespaces: where
        the root binds every prefix, no choice of branches leaves one unbound.
        """
        data = f"{self.before}{self.template.render(context)}{self.after}".encode()
        parser = expat.ParserCreate(namespace_separator=" ") if self.scoped else expat.ParserCreate()
        parser.Parse(data, True)
        return data


@dataclass(frozen=True, slots=True)
class Template:
    """A compiled template. `parts` are all its parts, compressed; `styles`, `numbering`, `links`,
    `types` are (part, gap).

    `tagged`: the parts with tags, main part, headers and footers. `style_ids`: style name in lower case,
    as Word compares the names of its own styles, to id. `lists`: list name to abstractNumId.
    `next_instance`: the first free list instance. `numbering_beside`: the numbering with a twin of each list, for a
    document in two languages; `beside`: list name to the instance of its twin.
    """

    parts: Mapping[str, Member]
    tagged: Mapping[str, Rendering]
    styles: tuple[str, Gap]
    numbering: tuple[str, Gap]
    links: tuple[str, Gap]
    types: tuple[str, Gap]
    style_ids: Mapping[str, str]
    lists: Mapping[str, int]
    next_instance: int
    numbering_beside: Gap
    beside: Mapping[str, int]

    def in_language(self, tag: str) -> tuple[str, bytes]:
        """The styles with `tag` as the language of all text (17.3.2.20)."""
        name, gap = self.styles
        return name, gap.filled(tag)

    def with_instances(self, instances: Sequence[Instance], list_name: str, *, twins: bool) -> tuple[str, bytes]:
        """The numbering with `instances` of a list; `twins`: with a twin of each list too."""
        name, gap = self.numbering
        gap = self.numbering_beside if twins else gap
        abstract = self.lists[list_name] if instances else 0
        return name, gap.filled("".join(
            ooxml.list_instance(each.number, abstract + (cleaning.TWIN if each.beside else 0), each.level, each.counted)
            for each in instances
        ))

    def with_links(self, links: Mapping[str, str], pictures: Iterable[str] = ()) -> tuple[str, bytes]:
        """The main part's relationships with one for each address of `links`, address to relationship id, and one for
        each of `pictures`, parts named from the main part's folder: the first is rIdChart1."""
        name, gap = self.links
        outside = (
            f'<Relationship Id="{id}" Type="{_OFFICE}/hyperlink" Target={ooxml.quote(target)} TargetMode="External"/>'
            for target, id in links.items()
        )
        inside = (
            f'<Relationship Id="rIdChart{number}" Type="{_OFFICE}/image" Target={ooxml.quote(part)}/>'
            for number, part in enumerate(pictures, start=1)
        )
        return name, gap.filled("".join((*outside, *inside)))

    def with_pictures(self, pictures: Mapping[str, bytes]) -> dict[str, bytes]:
        """The parts that the pictures make, by name: themselves, and the list of types that has them."""
        if not pictures:
            return {}
        folder = self.links[0].partition("_rels/")[0]
        name, gap = self.types
        declared = "".join(f'<Override PartName="/{folder}{part}" ContentType="image/png"/>' for part in pictures)
        return {name: gap.filled(declared), **{folder + part: data for part, data in pictures.items()}}


@lru_cache(maxsize=16)
def compiled(source: bytes) -> Template:
    """The template whose bytes are `source`, compiled; the last sixteen are kept."""
    parts = cleaning.cleaned(unpack(source))
    word = DocxTemplate(io.BytesIO(pack(parts)))
    word.init_docx()
    main = _name(word.docx.part)
    related = {relation.reltype.rpartition("/")[2]: _name(relation.target_part)
               for relation in word.docx.part.rels.values() if not relation.is_external}
    styles, numbering = (cleaning.parse(parts[related[kind]]) for kind in ("styles", "numbering"))
    folder, _, name = main.rpartition("/")
    twins = cleaning.with_twins(deepcopy(numbering))
    links = f"{folder}/_rels/{name}.rels"
    return Template(
        parts={name: member(name, part) for name, part in parts.items()},
        tagged=dict(_tagged(word, main, parts[main])),
        style_ids=cleaning.style_ids(styles),
        lists=cleaning.list_ids(numbering),
        next_instance=cleaning.next_instance(numbering),
        numbering_beside=_gap(cleaning.with_instances(twins, _GAP)),
        beside=cleaning.twins_of(twins),
        styles=(related["styles"], _gap(cleaning.with_language(styles, _GAP))),
        numbering=(related["numbering"], _gap(cleaning.with_instances(numbering, _GAP))),
        types=(TYPES, _gap(cleaning.with_child(cleaning.parse(parts[TYPES]), _GAP))),
        links=(links, _gap(cleaning.with_child(cleaning.parse(parts[links]), _GAP))),
    )


def _name(part: Any) -> str:
    return str(part.partname).lstrip("/")


def _tagged(word: Any, main: str, document: bytes) -> Iterator[tuple[str, Rendering]]:
    """The main part, and each header and footer."""
    made = environment()
    whole = etree.tostring(cleaning.parse(document), encoding="unicode")
    before, _, rest = whole.partition("<w:body")
    after = rest.partition("</w:body>")[2]
    if "xmlns:r=" not in before:
        before = before.replace("<w:document", f'<w:document xmlns:r="{_OFFICE}"', 1)
    source = cleaning.with_paper(word.patch_xml(word.get_xml()))
    yield main, Rendering.of(made, source, _HEAD + before, after)
    for uri in (word.HEADER_URI, word.FOOTER_URI):
        for _, part in word.get_headers_footers(uri):
            yield _name(part), Rendering.of(made, with_other_phrase(word.patch_xml(word.get_part_xml(part))), _HEAD)


def _gap(root: Any) -> Gap:
    text = _HEAD + etree.tostring(root, encoding="unicode")
    before, _, after = text.replace(f"<!--{_GAP}-->", _GAP).partition(_GAP)
    return Gap(before, after)


_RIGHT_TAB = re.compile(rb'<w:tab\b(?=[^>]*w:val="(?:right|end)")[^>]*?w:pos="(\d+)"[^>]*/>')


def with_tabs(part: bytes, end: float, by: float) -> bytes:
    """The part with the right tab stops at the `end` of the template's measure, in points, moved `by` so many."""
    if not by:
        return part

    def moved(tab: "re.Match[bytes]") -> bytes:
        at = int(tab[1])
        there = tab[0].replace(b'w:pos="%d"' % at, b'w:pos="%d"' % (at + ooxml.twips(by)))
        return there if at >= ooxml.twips(end - 1.0) else tab[0]

    return _RIGHT_TAB.sub(moved, part)


def context(running: Mapping[str, str], body: str, paper: Paper) -> dict[str, Any]:
    """What a template's tags stand for: texts, which are escaped, and XML that is ready."""
    return {
        "page_word_beside": "",
        **running,
        "body": Ready(body),
        "page_size": Ready(ooxml.page_size(paper.width, paper.height)),
        "left_margin": ooxml.twips(paper.left),
        "right_margin": ooxml.twips(paper.right),
    }
