"""A paragraph being written: what stands before decides articles and capitals, across the borders of nodes.

Inlines are kept as a flat row of atoms, each with the nodes (`Strong`, `Emphasis`, …) it lies in. So an
article contracts with a preposition in another node, and the tree is built once, at the end.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from vadocs.language import Language
from vadocs.model.document import Definition, Emphasis, Inline, Link, Reference, Strong, Text, Use, Value
from vadocs.model.walk import text_of

Wrap = Strong | Emphasis | Link | Definition
WRAPS = (Strong, Emphasis, Link, Definition)
Atom = tuple[tuple[Wrap, ...], Inline]
"""An inline that holds no other, with the nodes it lies in, the outermost first."""
_LOOK_BACK = 120
"""How many characters back decide whether a sentence begins: an abbreviation and the words before it."""
_REFERENCE = "cláusula"
"""What a reference counts as until it is resolved, so that a sentence that it ends is seen to end."""


@dataclass(slots=True)
class Flow:
    """The atoms of one paragraph, each with the nodes it lies in; `wraps` are those of the next.

    `continues` True: the paragraph goes on with a sentence begun elsewhere (an item after a colon), so
    that its first word takes no capital.
    """

    language: Language
    continues: bool = False
    atoms: list[Atom] = field(default_factory=list)
    wraps: tuple[Wrap, ...] = ()

    def add(self, inline: Inline) -> None:
        """Append a finished inline. An empty text is left out."""
        if type(inline) is not Text or inline.text:
            self.atoms.append((self.wraps, inline))

    def before(self) -> str:
        """The end of the paragraph's text so far."""
        text = ""
        for _, inline in reversed(self.atoms):
            text = _text(inline) + text
            if len(text) >= _LOOK_BACK:
                return text
        return ": " + text if self.continues else text

    def starts_sentence(self) -> bool:
        """Whether the next word begins a sentence."""
        return self.language.sentence_start(self.before())

    def capital(self, text: str) -> str:
        """`text` with a capital if it begins a sentence here."""
        return self.language.capitalise(text) if self.starts_sentence() else text

    def contract(self, article: str) -> str:
        """The article to print next, with its space: "" where it went into the preposition before it.

        Only literal text changes (`de ` becomes `del `), in whatever node the preposition stands; never
        a value of the spec.
        """
        if not article:
            return article
        literal = self._literal_end()
        before, phrase = self.language.join_article(literal, article, "x")
        if before == literal:
            return article
        letters = next(n for n, (old, new) in enumerate(zip(literal, before, strict=False)) if old != new)
        self._insert(before[letters : letters + len(before) - len(literal)], len(literal) - letters)
        return phrase[:-1]

    def _literal_end(self) -> str:
        """The literal text that the paragraph ends in so far, over the borders of nodes."""
        texts: list[str] = []
        for _, inline in reversed(self.atoms):
            if type(inline) is not Text or sum(map(len, texts)) > _LOOK_BACK:
                break
            texts.insert(0, inline.text)
        return "".join(texts)

    def _insert(self, letters: str, from_end: int) -> None:
        """Put letters into the literal text at the end, `from_end` characters before its end."""
        place = len(self.atoms) - 1
        while True:
            wraps, last = self.atoms[place]
            assert isinstance(last, Text)
            if from_end < len(last.text):
                cut = len(last.text) - from_end
                self.atoms[place] = (wraps, Text(last.text[:cut] + letters + last.text[cut:]))
                return
            from_end -= len(last.text)
            place -= 1

    def trim_space(self) -> None:
        """Drop one space at the end, if there is one: what should have followed is not there."""
        wraps, last = self.atoms[-1] if self.atoms else ((), None)
        if isinstance(last, Text) and last.text.endswith(" "):
            self.atoms[-1:] = [(wraps, Text(last.text[:-1]))] if last.text != " " else []

    def inlines(self) -> tuple[Inline, ...]:
        """The paragraph as a tree."""
        return _tree(self.atoms, 0)


def _tree(atoms: Sequence[Atom], depth: int) -> tuple[Inline, ...]:
    """The atoms below `depth` wraps: those in one node (by identity) share it, neighbouring texts join."""
    found: list[Inline] = []
    open_node: Wrap | None = None
    within: list[Atom] = []
    for atom in atoms:
        wraps, inline = atom
        node = wraps[depth] if len(wraps) > depth else None
        if node is not open_node:
            if open_node is not None:
                found.append(replace(open_node, children=_tree(within, depth + 1)))
            open_node, within = node, []
        if node is not None:
            within.append(atom)
        elif type(inline) is Text and found and type(last := found[-1]) is Text:
            found[-1] = Text(last.text + inline.text)
        else:
            found.append(inline)
    if open_node is not None:
        found.append(replace(open_node, children=_tree(within, depth + 1)))
    return tuple(found)


def _text(inline: Inline) -> str:
    """What an atom prints."""
    if type(inline) is Text or type(inline) is Value or type(inline) is Use:
        return inline.text
    return text_of((inline,)) if type(inline) is not Reference or inline.pieces else _REFERENCE
