"""The structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8): elements, marked content, annotations."""

from collections.abc import Sequence

from vadocs.model.outside import Tag
from vadocs.model.pages import Element
from vadocs.writers.pdf.objects import Entries, File, Reference, Value, array, dictionary, name, text

_NUMBERING = {"a": "LowerAlpha", "i": "LowerRoman", "A": "UpperAlpha", "I": "UpperRoman", "1": "Decimal"}
"""What a list's first label says of its numbering (14.8.5.5); any other label is a bullet."""
_BULLET = "Disc"
_NOTHING = Reference("null")
_WITHIN_TEXT = ("Link", "Span")
"""Roles of what stands within a text."""

_Kid = str | tuple[int, int]
"""A child of an element: a reference or an object reference ready to be written, or (page, content on it)."""


class Structure:
    """Collects what stands on the pages under its elements, in reading order; then writes the tree.

    `pages` are the references of the pages; pages are counted from 0 here.
    """

    def __init__(self, file: File, elements: Sequence[Element], language: str, pages: Sequence[Reference]) -> None:
        self._file = file
        self._elements = elements
        self._pages = pages
        self._references = [file.reserve() for _ in elements]
        self._owned = frozenset(self._references)
        self._document = file.reserve()
        self._root = file.reserve()
        self._kids: list[list[_Kid]] = [[] for _ in elements]
        self._top: list[_Kid] = []
        self._attached = 0
        self._waiting: dict[int, None] = {}
        self._languages = _languages(elements, language)
        self._language = language
        self._parents: list[list[Reference] | Reference] = [[] for _ in pages]
        """The parent tree's values by key: elements by marked content for a page, one for an annotation."""
        self._attributes: dict[int, str] = {}

    # --- what stands on the pages ---

    def mark(self, element: int, page: int, language: str | None, drawn: str) -> str:
        """The operator that begins marked content of `element` on `page`; `drawn` is its first text.

        `language` is the text's where it differs from the document's. It is written where the element's
        own says otherwise.
        """
        self._attach(element)
        marked = self._parents[page]
        assert isinstance(marked, list)
        marked.append(self._references[element])
        self._kids[element].append((page, len(marked) - 1))
        role = self._elements[element].role
        if role == "Lbl":
            self._number_list(element, drawn)
        spoken = language or self._language
        foreign = "" if spoken == self._languages[element] else f" /Lang {text(spoken)}"
        return f"/{role} <</MCID {len(marked) - 1}{foreign}>> BDC"

    def annotate(self, element: int, page: int, annotation: Reference) -> int:
        """Put an annotation under its element; the answer is its StructParent."""
        self._attach(element)
        self._parents.append(self._references[element])
        self._kids[element].append(f"<</Type /OBJR /Pg {self._pages[page]} /Obj {annotation}>>")
        return len(self._parents) - 1

    def adopt(self, first: int, tags: Sequence[Tag], page: int) -> None:
        """Take in the tags of a PDF made elsewhere: they are the elements from `first` on.

        Its pages stand from `page` on, and nothing else is read on them.
        """
        self._attach(first - 1)
        for index, tag in enumerate(tags, first):
            parent = self._elements[index].parent
            if tag.parent is None:
                (self._top if parent is None else self._kids[parent]).append(self._references[index])
            for kid in tag.kids:
                if isinstance(kid, int):
                    self._kids[index].append(self._references[first + kid])
                else:
                    marked = self._parents[page + kid.page]
                    assert isinstance(marked, list)
                    marked += [_NOTHING] * (kid.number + 1 - len(marked))
                    marked[kid.number] = self._references[index]
                    self._kids[index].append((page + kid.page, kid.number))
        self._attached = first + len(tags)

    def place(self, element: int, box: str) -> None:
        """Tell where an illustration stands: `box` is a rectangle on its page (14.8.5.4.3)."""
        self._attributes[element] = dictionary({"O": name("Layout"), "Placement": name("Block"), "BBox": box})

    def _attach(self, last: int) -> None:
        """Hang elements up to `last` under their parents, so that empty ones keep their place too."""
        while self._attached <= last:
            index, self._attached = self._attached, self._attached + 1
            if index != last and self._elements[index].role in _WITHIN_TEXT:
                self._waiting[index] = None
            else:
                self._hang(index)
        if last in self._waiting:
            self._hang(last)

    def _hang(self, index: int) -> None:
        """Hang an element under its parent, which is there by then.

        What stands within a text waits until it is drawn: where two texts stand side by side and both go over a page,
        the second begins before the first has come to what is within it.
        """
        self._waiting.pop(index, None)
        parent = self._elements[index].parent
        if parent in self._waiting:
            self._hang(parent)
        kids = self._top if parent is None else self._kids[parent]
        kids.append(self._references[index])

    def _number_list(self, label: int, drawn: str) -> None:
        item = self._elements[label].parent
        owner = self._elements[item].parent if item is not None else None
        if owner is not None and owner not in self._attributes:
            kind = _NUMBERING.get(drawn.strip(" ().\N{NO-BREAK SPACE}"), _BULLET)
            self._attributes[owner] = dictionary({"O": name("List"), "ListNumbering": name(kind)})

    # --- the tree ---

    def write(self) -> Reference:
        """The tree's root. Call once, after the last page."""
        self._attach(len(self._elements) - 1)
        for index in tuple(self._waiting):
            self._hang(index)
        for index, element in enumerate(self._elements):
            self._file.add(self._element(index, element), self._references[index])
        whole: Entries = {
            "Type": name("StructElem"), "S": name("Document"), "P": self._root,
            "K": self._written(self._top, -1) if self._top else None,
        }
        self._file.add(dictionary(whole), self._document)
        numbers: list[Value] = []
        for key, value in enumerate(self._parents):
            numbers += [key, f"[{' '.join(value)}]" if isinstance(value, list) else value]
        tree: Entries = {
            "Type": name("StructTreeRoot"), "K": self._document,
            "ParentTree": self._file.add(dictionary({"Nums": array(numbers)})),
            "ParentTreeNextKey": len(self._parents),
        }
        return self._file.add(dictionary(tree), self._root)

    def _element(self, index: int, element: Element) -> str:
        """The structure element dictionary (14.7.2); its page is that of its first content."""
        kids = self._kids[index]
        contents = [kid for kid in kids if not isinstance(kid, str)]
        if contents and len(contents) < len(kids) and not self._owned.isdisjoint(kids):
            kids = [self._span(kid, index) if isinstance(kid, tuple) else kid for kid in kids]
            contents = []
        parent = self._document if element.parent is None else self._references[element.parent]
        page = contents[0][0] if contents else -1
        found = f"<</Type /StructElem /S {name(element.role)} /P {parent}"
        if contents:
            found += f" /Pg {self._pages[page]}"
        if kids:
            found += f" /K {self._written(kids, page)}"
        if element.language:
            found += f" /Lang {text(element.language)}"
        if element.alternative and element.role in _ALTERNATIVE:
            found += f" /Alt {text(element.alternative)}"
        if element.actual:
            found += f" /ActualText {text(element.actual)}"
        if element.title:
            found += f" /T {text(element.title)}"
        attributes = self._attributes.get(index) or _table_attributes(element)
        return f"{found} /A {attributes}>>" if attributes else f"{found}>>"

    def _span(self, content: tuple[int, int], parent: int) -> Reference:
        """Text that stands beside an element (before or after a link) in an element of its own.

        Reading order is then that of the tree's elements alone, which is all that some readers follow.
        """
        page, number = content
        entries: Entries = {
            "Type": name("StructElem"), "S": name("Span"), "P": self._references[parent], "Pg": self._pages[page],
            "K": number,
        }
        span = self._file.add(dictionary(entries))
        marked = self._parents[page]
        assert isinstance(marked, list)
        marked[number] = span
        return span

    def _written(self, kids: Sequence[_Kid], page: int) -> Value:
        """One child or more as K has them: content on `page` by its number, an only child without an array (14.7.2).

        pyHanko finds a signature's widget again only as the only child of its element, so written.
        """
        written = [kid if isinstance(kid, str) else self._content(kid, page) for kid in kids]
        return array(written) if len(written) > 1 else written[0]

    def _content(self, kid: tuple[int, int], page: int) -> Value:
        if kid[0] == page:
            return kid[1]
        return dictionary({"Type": name("MCR"), "Pg": self._pages[kid[0]], "MCID": kid[1]})


_ALTERNATIVE = ("Figure", "Form", "Formula")
"""Roles whose alternative text stands for their content; a link's is said by its annotation."""


def _table_attributes(element: Element) -> str | None:
    """The attributes of tables and their header cells (14.8.5.7), or None."""
    if element.role == "TH" or element.spans != (1, 1):
        rows, columns = (count if count > 1 else None for count in element.spans)
        scope = name(element.scope or "Column") if element.role == "TH" else None
        return dictionary({"O": name("Table"), "Scope": scope, "RowSpan": rows, "ColSpan": columns})
    if element.role == "Table" and element.alternative:
        return dictionary({"O": name("Table"), "Summary": text(element.alternative)})
    return None


def _languages(elements: Sequence[Element], language: str) -> list[str]:
    """Each element's language: its own, else its parent's, else the document's."""
    found: list[str] = []
    for element in elements:
        inherited = language if element.parent is None else found[element.parent]
        found.append(element.language or inherited)
    return found
