"""Evaluating the inlines of a clause text into a `Flow`: values, nouns, references, definitions, branches."""

from vadocs.compose.evaluate import Fault, Missing, Result, Scope, condition, evaluate
from vadocs.compose.flow import WRAPS, Flow
from vadocs.compose.formfields import OWN
from vadocs.compose.nouns import PARTIES, addressing, agreeing, form_of_address, noun_entry, noun_phrase
from vadocs.compose.printing import print_value
from vadocs.compose.scalars import is_generated
from vadocs.compose.setting import Setting
from vadocs.diagnostics import Span
from vadocs.model.clause import YOU, Agreement, Asking, Hole, Maybe, Noun, Ref, Target
from vadocs.model.document import Definition, Emphasis, Field, Inline, Link, Reference, Strong, Text, Use, Value
from vadocs.model.expression import Expression, Filter
from vadocs.model.forms import row_name
from vadocs.model.lexicon import NounEntry
from vadocs.model.walk import inlines as walk_inlines
from vadocs.model.walk import text_of

_PLACEHOLDERS = {"text": "field.answer", "lines": "field.answer", "date": "field.date", "choice": "field.choice"}
"""The frame texts that stand in empty fields of a Word file; a box to tick needs none."""


def compose_inlines(
    some: tuple[Inline, ...], scope: Scope, setting: Setting, *, continues: bool = False, uses: bool = True
) -> tuple[Inline, ...]:
    """One paragraph of a clause text with nothing left to fill in.

    `continues`: it goes on with a sentence begun elsewhere. `uses` False: terms are not looked for (a
    heading, a definition).
    """
    if len(some) == 1 and type(some[0]) is Text:
        pieces = setting.terms.splitter.split(some[0].text) if uses else ()
        if len(pieces) < 2 and not any(use for _, use in pieces):
            return some
    flow = Flow(setting.language, continues=continues)
    _Paragraph(flow, scope, setting, uses).write(some)
    return flow.inlines()


class _Paragraph:
    """Writes inlines into a flow, one kind a method."""

    __slots__ = ("flow", "scope", "setting", "uses")

    def __init__(self, flow: Flow, scope: Scope, setting: Setting, uses: bool) -> None:
        self.flow = flow
        self.scope = scope
        self.setting = setting
        self.uses = uses

    def write(self, some: tuple[Inline, ...]) -> None:
        """Append the inlines, evaluated."""
        for inline in some:
            match inline:
                case Text(text):
                    self._text(text)
                case Noun():
                    self._noun(inline)
                case Hole():
                    self._hole(inline)
                case Ref():
                    self._reference(inline)
                case Maybe():
                    self._maybe(inline)
                case Agreement():
                    self._agreement(inline)
                case Definition():
                    self._definition(inline)
                case Asking():
                    self._field(inline)
                case Strong() | Emphasis() | Link():
                    self._within(inline)
                case _:
                    self.flow.add(inline)

    def _text(self, text: str) -> None:
        if not self.uses:
            self.flow.add(Text(text))
            return
        for plain, use in self.setting.terms.splitter.split(text):
            used = use is not None and (use.term in self.setting.placed or self._surely_used(use.text))
            self.flow.add(use if used and use is not None else plain)

    def _surely_used(self, letters: str) -> bool:
        """Whether the form of a term that no placed clause defines is more than ordinary words: a capital within."""
        return letters[0].isupper() and not self.flow.starts_sentence()

    def _hole(self, hole: Hole) -> None:
        expression, filters = peeled(hole.expression)
        try:
            result = evaluate(expression, self.scope)
            if isinstance(result, Missing):
                for point in self.setting.ask_all(result):
                    self.flow.add(point)
                return
            if not result.key and isinstance(text := getattr(result.item, "value", None), str):
                self._text(text)
                return
            printed = print_value(result.item, result.key, self.setting.printer, filters, hole.span)
        except Fault as fault:
            self.setting.fault(fault)
            return
        for n, inline in enumerate(printed):
            if n == 0 and isinstance(inline, Value) and is_generated(result.item):
                inline = Value(self.flow.capital(inline.text), inline.key)
            add_finished(self.flow, inline)

    def _maybe(self, maybe: Maybe) -> None:
        for test, children in maybe.branches:
            try:
                told = condition(test, self.scope)
            except Fault as fault:
                self.setting.fault(fault)
                return
            if isinstance(told, Missing):
                for point in self.setting.ask_all(told):
                    self.flow.add(point)
                return
            if told:
                self.write(children)
                return

    def _noun(self, noun: Noun) -> None:
        if self._asked(noun.key):
            return
        phrase = self._phrase(noun)
        if phrase is None:
            return
        article, word = phrase
        if noun.form == "poss" and self.setting.language.code == "es":
            self.flow.add(Text(self.flow.capital("de ")))
        capital = self.flow.starts_sentence()
        if article:
            first = self.setting.language.capitalise(article) if capital else self.flow.contract(article)
            self.flow.add(Text(first))
        elif capital:
            word = self.setting.language.capitalise(word)
        term = noun.key in PARTIES or noun.key in self.setting.terms.definers
        self.flow.add(Use(noun.key, word) if term and self.uses else Text(word))

    def _phrase(self, noun: Noun) -> tuple[str, str] | None:
        """Article and word, found once a document; None, reported, for a noun that the lexicon has not."""
        known = self.setting.phrases.get((noun.key, noun.form))
        if known is None:
            entry = self._entry(noun.key, noun.span)
            if entry is None:
                return None
            known = noun_phrase(entry, noun.form, self.setting.language)
            self.setting.phrases[noun.key, noun.form] = known
        return known

    def _asked(self, key: str) -> bool:
        """Whether the form of address is not told, and so is asked for instead."""
        if key != YOU or form_of_address(self.setting.root, self.setting.language):
            return False
        self.flow.add(self.setting.ask("address_form"))
        return True

    def _agreement(self, agreement: Agreement) -> None:
        if self._asked(agreement.key):
            return
        if agreement.key == YOU:
            form = form_of_address(self.setting.root, self.setting.language)
            self.flow.add(Text(self.flow.capital(addressing(form, agreement.forms))))
            return
        entry = self._entry(agreement.key, agreement.span)
        if entry is not None:
            self.flow.add(Text(self.flow.capital(agreeing(entry, agreement.forms))))

    def _entry(self, key: str, span: Span | None) -> NounEntry | None:
        entry = noun_entry(key, self.setting.lexicon, self.setting.root)
        if entry is None:
            self.setting.report.add("E366", span, noun=key, file=self.setting.lexicon.file)
        return entry

    def _reference(self, ref: Ref) -> None:
        optional = tuple(anchor_of(t) for t in ref.targets if t.optional)
        targets = tuple(anchor_of(t) for t in ref.targets)
        everything = len(optional) == len(targets)
        self.flow.add(Reference(targets, ref.form, everything, optional_targets=optional, span=ref.span))

    def _definition(self, definition: Definition) -> None:
        """The term between the language's quotation marks; its key is the noun's, or that of its form."""
        opening, closing = self.setting.language.quotes
        noun = next((n.key for n in walk_inlines(definition.children) if isinstance(n, Noun)), None)
        children = compose_inlines(definition.children, self.scope, self.setting, uses=False)
        term = noun or self.setting.terms.by_form.get(text_of(children), definition.term)
        self._wrapped(Definition(term, ()), (Text(opening), *children, Text(closing)))

    def _field(self, asking: Asking) -> None:
        """A field, not yet told which section and row it is of."""
        name = asking.name if "." in asking.name else OWN + asking.name
        if asking.of is not None:
            row = compose_inlines((Hole(asking.of, asking.span),), self.scope, self.setting, uses=False)
            name += f".{row_name(text_of(row))}"
        frame = self.setting.frame(_PLACEHOLDERS[asking.kind]) if asking.kind in _PLACEHOLDERS else ""
        self.flow.add(Field(name, asking.kind, options=asking.options, placeholder=frame))

    def _within(self, node: Strong | Emphasis | Link) -> None:
        outer = self.flow.wraps
        self.flow.wraps = (*outer, node)
        self.write(node.children)
        self.flow.wraps = outer

    def _wrapped(self, node: Definition, finished: tuple[Inline, ...]) -> None:
        """Finished inlines below `node`, as atoms."""
        outer = self.flow.wraps
        self.flow.wraps = (*outer, node)
        for inline in finished:
            add_finished(self.flow, inline)
        self.flow.wraps = outer


def add_finished(flow: Flow, inline: Inline) -> None:
    """Append an inline that holds nothing to evaluate, taken apart into atoms."""
    if isinstance(inline, WRAPS):
        outer = flow.wraps
        flow.wraps = (*outer, inline)
        for child in inline.children:
            add_finished(flow, child)
        flow.wraps = outer
    else:
        flow.add(inline)


def anchor_of(target: Target) -> str:
    """The anchor that a target names: "clause-id" or "clause-id.anchor"."""
    return target.clause if target.anchor is None else f"{target.clause}.{target.anchor}"


def peeled(expression: Expression) -> tuple[Expression, tuple[str, ...]]:
    """The expression below its filters, and their names in the order in which they apply."""
    names: list[str] = []
    while isinstance(expression, Filter):
        names.append(expression.name)
        expression = expression.value
    return expression, tuple(reversed(names))


def result_of(expression: Expression, scope: Scope, setting: Setting) -> Result | None:
    """The value of an expression; None where it is at fault, which is reported."""
    try:
        return evaluate(expression, scope)
    except Fault as fault:
        setting.fault(fault)
        return None
