"""The structure tree under way: elements in reading order, a parent before its children.

Roles are those of ISO 32000-1, 14.8.4. A numbered paragraph's label stands in its P; only the label of a
list item is an Lbl.
"""

from vadocs.model.pages import Element


class Tree:
    """Collects the elements of one document; what is under construction hangs from `within`."""

    __slots__ = ("_level", "_outside", "_spoken", "elements", "within")

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self.within: int | None = None
        self._level = 0
        self._spoken: str | None = None
        self._outside: int | None = None

    def add(
        self,
        role: str,
        parent: int | None = None,
        *,
        language: str | None = None,
        alternative: str = "",
        anchor: str | None = None,
        scope: str = "",
        title: str = "",
    ) -> int:
        """A new element under `parent` (None: under `within`); its index in `Pages.elements`."""
        owner = self.within if parent is None else parent
        if self._spoken is not None and language is None and parent is None and owner == self._outside:
            language = self._spoken
        self.elements.append(Element(role, owner, language, alternative, anchor, scope, title))
        return len(self.elements) - 1

    def enter(self, element: int) -> int | None:
        """Let what follows hang from `element`; what it hung from before, to be given back to `leave`."""
        before, self.within = self.within, element
        return before

    def leave(self, before: int | None) -> None:
        """End of what `enter` began."""
        self.within = before

    def speak(self, language: str | None) -> None:
        """Let what is added from here on, right where the tree is, be in `language`; None: as all around it."""
        self._spoken, self._outside = language, self.within

    def heading(self, level: int, parent: int | None = None, anchor: str | None = None) -> int:
        """A heading of `level` from 1, raised where it would skip one (PDF/UA-1, 7.4.2)."""
        self._level = min(level, self._level + 1)
        return self.add(f"H{self._level}", parent, anchor=anchor)
