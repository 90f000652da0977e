"""What the texts of one document are evaluated in: values, words, terms; and what was found to be missing."""

import re
from dataclasses import dataclass, field

from vadocs.compose.evaluate import NO_VOCABULARY, Fault, Missing, Scope
from vadocs.compose.nouns import PARTIES, noun_entry
from vadocs.compose.records import country_of, parties_of
from vadocs.compose.scalars import Printer
from vadocs.compose.terms import Terms
from vadocs.diagnostics import Diagnostic, Report, hint
from vadocs.language import Language
from vadocs.law.inquiry import OVERRIDE
from vadocs.model.clause import Parameter
from vadocs.model.document import OpenPoint, ToConfirm
from vadocs.model.engagement import OTHER_LANGUAGE, Choice, Leaf, Localised, Record, Scalar
from vadocs.model.lexicon import Lexicon
from vadocs.model.vocabulary import Vocabulary


@dataclass(slots=True)
class Setting:
    """The setting of one document. `placed` are the keys of the terms that its clauses define.

    `parameters` are the placed clauses' own, by dotted path.

    `open_points` collects what the texts asked for, by key, in order, with the prompt that the list of them shows.
    `to_confirm` are the facts that a person has still to confirm.
    `fields` are the names of the form's fields so far.
    `phrases` keeps the nouns met so far: (key, form) to article and word.
    """

    root: Record
    language: Language
    lexicon: Lexicon
    terms: Terms
    report: Report
    placed: frozenset[str] = frozenset()
    vocabulary: Vocabulary = NO_VOCABULARY
    parameters: dict[str, Parameter] = field(default_factory=dict)
    open_points: dict[str, OpenPoint] = field(default_factory=dict)
    to_confirm: tuple[ToConfirm, ...] = ()
    fields: list[str] = field(default_factory=list)
    phrases: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    printer: Printer = field(init=False)
    scope: Scope = field(init=False)

    def __post_init__(self) -> None:
        parties = (*parties_of(self.root, "provider"), *parties_of(self.root, "client"))
        countries = {country_of(party) for party in parties} - {""}
        self.printer = Printer(self.language, self.lexicon, self.ask, abroad=len(countries) > 1)
        self.scope = Scope(self.root, self.vocabulary)

    def frame(self, name: str) -> str:
        """A text of the country's frame; one that the lexicon lacks is a finding and ""."""
        if name not in self.lexicon.frame:
            self.report.add("E367", name=name, file=self.lexicon.file)
        return self.lexicon.frame.get(name, "")

    def ask(self, key: str) -> OpenPoint:
        """The open point of a datum that is missing, as it stands in the text; noted for the list of them."""
        prompt = self.prompt(key)
        self.open_points.setdefault(key, OpenPoint(key, self._whose(key) + prompt))
        return OpenPoint(key, self.frame("open_point").replace("{what}", prompt))

    def ask_all(self, missing: Missing) -> tuple[OpenPoint, ...]:
        """The open points of all that is missing."""
        return tuple(self.ask(key) for key in missing.keys)

    def prompt(self, key: str) -> str:
        """What is asked for, in the document's language, as vocabulary or clause tells it; else the key.

        A datum of the law that the library lacks on the day (`law.<name>`) has a frame text of its own.
        """
        known = self.scope.field(key)
        described = known.description if known else {}
        if not described and key in self.parameters:
            described = self.parameters[key].description
        if not described and key.startswith("law."):
            told = self.lexicon.frame.get("open_point.law", key)
            return told.replace("{name}", key.removeprefix("law.")).replace("{key}", OVERRIDE)
        return f"{described.get(self.language.code) or key}{self._lacking(key)}"

    def _whose(self, key: str) -> str:
        """What a prompt needs before it far from its text: the party or the subject that lacks the datum."""
        section = re.split(r"[.\[]", key, maxsplit=1)[0]
        if section in PARTIES and section != key:
            noun = noun_entry(section, self.lexicon, self.root)
            return f"{noun.singular}: " if noun else ""
        subject = self.lexicon.frame.get(f"open_points.{section}")
        return f"{subject}: " if subject and section != key else ""

    def _lacking(self, key: str) -> str:
        """In a document of two languages, in which of them a text that is given in one is missing: " (inglés)"."""
        leaf = self.root.get(key) if self.root.get(OTHER_LANGUAGE) else None
        if not isinstance(leaf, Leaf) or not isinstance(leaf.value, Localised):
            return ""
        codes = (_code(self.root.value(name)) for name in ("language", OTHER_LANGUAGE))
        missing = [code for code in codes if code.partition("-")[0] not in leaf.value.texts]
        return "".join(f" ({self.language.language_name(code)})" for code in missing)

    def fault(self, fault: Fault) -> None:
        """Record what is wrong with an expression."""
        args = tuple((name, str(value)) for name, value in fault.args_of_message.items())
        hints = (hint("H360"),) if fault.finding == "E360" else ()
        self.report.extend([Diagnostic(fault.finding, fault.span, args, hints)])


def _code(value: Scalar | None) -> str:
    return value.code if isinstance(value, Choice) else value if isinstance(value, str) else ""
