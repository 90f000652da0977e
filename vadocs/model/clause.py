"""Clauses of the library and the compiled form of their texts: document nodes plus holes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from vadocs.diagnostics import Span
from vadocs.model.document import Block, FieldKind, Inline, ReferenceForm, Row
from vadocs.model.expression import Expression
from vadocs.model.jurisdiction import lineage
from vadocs.model.niche import AccessTemplate, Measure, Risk, TaskTemplate, Words

# --- holes -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Hole(Inline):
    """`{{ payment.days }}`: a value printed by its type and unit."""

    expression: Expression
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Target:
    """One target of a reference: a clause, perhaps an anchor in it; `[[x?]]` is optional."""

    clause: str
    anchor: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Ref(Inline):
    """`[[payment-terms.interest, x?|bare]]`: a reference before it is resolved."""

    targets: tuple[Target, ...]
    form: ReferenceForm = "full"
    span: Span | None = field(default=None, compare=False)


NounForm = Literal["definite", "a", "bare", "plural", "bare_plural", "poss"]


@dataclass(frozen=True, slots=True)
class Noun(Inline):
    """`@retainer.a`: a noun of the lexicon with its article.

    definite: "el Cliente"; a: "una iguala"; bare: "Cliente"; plural: "los Clientes";
    bare_plural (`.bare.plural`): "Clientes"; poss: "de su"/"Client's", the possessive form.
    """

    key: str
    form: NounForm = "definite"
    span: Span | None = field(default=None, compare=False)


YOU = "you"
"""The noun that is whoever reads the text: tú, usted or vos, as the engagement's `address_form` says."""


@dataclass(frozen=True, slots=True)
class Agreement(Inline):
    """`@provider(obligado|obligada)`: the form that agrees with the noun.

    `forms` are masculine, feminine and, if given, masculine plural, feminine plural; of `@you` they are those that go
    with tú, usted and vos: `@you(puedes|puede|podés)`.
    """

    key: str
    forms: tuple[str, ...]
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Maybe(Inline):
    """`{% if %}…{% elif %}…{% else %}…{% end %}`: each branch is (condition, children); None is else."""

    branches: tuple[tuple[Expression | None, tuple[Inline, ...]], ...]
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Asking(Inline):
    """`{? lines business }`: a field of a form, alone in its cell.

    `name` is the section's own, or with dots a key of the spec. `of`: what tells the fields of a repeated row apart
    (None: nothing). `options` are those of a choice: `{? choice voice : de tú | de usted }`.
    """

    kind: FieldKind
    name: str
    of: Expression | None = None
    options: tuple[str, ...] = ()
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class If(Block):
    """`::: if`: each branch is (condition, blocks or list items or rows); None is else."""

    branches: tuple[tuple[Expression | None, tuple["Part", ...]], ...]
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class For(Block):
    """`::: for x in expression`: the body once for each member."""

    name: str
    expression: Expression
    body: tuple["Part", ...]
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ItemPart:
    """A list item before evaluation; `children` may hold directives."""

    content: tuple[Inline, ...]
    children: tuple["Part", ...] = ()
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class ListPart(Block):
    """A list before evaluation: items with directives between them. Punctuation is placed again after."""

    ordered: bool
    parts: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class Across:
    """`across x in expression [highlight condition]`: the last cell of each row once for each member of a list.

    `highlight`: the column of the first member for which it holds stands out.
    """

    name: str
    expression: Expression
    highlight: Expression | None = None
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class TablePart(Block):
    """`::: table [x in …]`: the header, then rows with directives between them.

    `across`: header and rows have one cell more than they have names of their own, which repeats sideways.
    """

    header: Row | None
    parts: tuple["Part", ...]
    summary: str = ""
    across: Across | None = None


@dataclass(frozen=True, slots=True)
class Signature(Block):
    """`::: signature client`: the signature block of a party.

    `blanks`: what is filled in by hand (`::: signature client option, place, date`), in place of what the spec says.
    """

    party: str
    blanks: tuple[str, ...] = ()
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Chart(Block):
    """`::: chart hours`: a drawing of the engagement's own figures, by its name in `CHARTS`."""

    name: str
    span: Span | None = field(default=None, compare=False)


CHARTS = ("hours", "comparison", "timeline", "payments", "freed", "transfer")
"""The charts there are: hours by tasks, packages by hours, the first steps, what is paid when, the client's time, the
first payment."""

Part = Block | ItemPart | Row

# --- clauses ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ClauseText:
    """A compiled text of a clause in one language, or for one language under one law.

    `tag` is the file's stem ("es", "es@PE"). `body` is empty in a text that has a fault: it is
    unusable as a whole and `faulty` is True. `source`: the SHA-256 of the characters it was compiled from, in whatever
    way its lines end; "" where it was compiled from none.
    """

    tag: str
    heading: tuple[Inline, ...]
    body: tuple[Block, ...]
    file: str
    faulty: bool = False
    source: str = ""


Placement = Literal["letterhead", "front", "recitals", "body", "execution", "schedule"]
"""Where a text stands; a letterhead stands above the title."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter that a clause takes from its namespace in the spec.

    `type` is a type of `model.vocabulary`; `unit` goes with quantities; `default` is the text a
    spec would hold, or None: then a missing value is an open point if `required`.
    """

    name: str
    type: str
    unit: str | None = None
    choices: tuple[str, ...] = ()
    default: str | None = None
    required: bool = False
    description: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Why a person must confirm a fact before signing, by language.

    `when`: only where that is not false (None: always); there `it` is the member of the list that a name lies in.
    """

    reason: Mapping[str, str]
    when: Expression | None = None
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Source:
    """What a clause was learned from: a law or a text on the trade, by language.

    `url`: where it stands ("": no address is known). `read`: false where the address is known and nobody opened it.
    """

    title: Mapping[str, str]
    url: str = ""
    read: bool = True


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the library: its facts and its texts by tag.

    `after`: where it goes in a document whose set does not know it: after the last of these that is there.
    `allows`: by the key of words that lint avoids, why this clause has them. `hard`: why its Spanish texts may be hard
    to read; None: they may not. `confirm`: by dotted name, the facts that a person must confirm before signing.
    `based_on`: the bundled edition that an own clause was made from; None: one of the same number as its own.
    """

    id: str
    edition: int
    title: Mapping[str, str]
    summary: Mapping[str, str]
    placement: Placement
    texts: Mapping[str, ClauseText]
    namespace: str
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    requires: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    applies_when: Expression | None = None
    defines: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    law: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    maps: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    short: str | None = None
    hard: str | None = None
    allows: Mapping[str, str] = field(default_factory=dict)
    review_state: str = "not_reviewed_by_a_lawyer"
    after: tuple[str, ...] = ()
    confirm: Mapping[str, Confirmation] = field(default_factory=dict)
    span: Span | None = field(default=None, compare=False)
    based_on: int | None = None

    def path_of(self, parameter: str) -> str:
        """The dotted path of a parameter in a spec: below the namespace, or as it is if it has a dot itself."""
        return parameter if "." in parameter else f"{self.namespace}.{parameter}"

    def text(self, language: str, law: str) -> ClauseText | None:
        """The text in `language` ("es") under `law` ("PE", "MX-JAL"): of the laws that hold there that of the most
        particular, else the general one; None where it has neither."""
        tags = (*(f"{language}@{each}" for each in lineage(law)), language)
        return next((self.texts[tag] for tag in tags if tag in self.texts), None)


@dataclass(frozen=True, slots=True)
class ClauseSet:
    """Clauses in order; `extends` names a set whose clauses come first (None: none).

    `instead`: ids of clauses that are out, each with the one of the set that stands for it: what requires or cites
    the one has the other. `contents`: a contract of this set begins with a table of contents.
    """

    id: str
    title: Mapping[str, str]
    clauses: tuple[str, ...]
    extends: str | None = None
    span: Span | None = field(default=None, compare=False)
    instead: Mapping[str, str] = field(default_factory=dict)
    contents: bool = True


Family = Literal["administrative", "creative", "technical"]


@dataclass(frozen=True, slots=True)
class Overlay:
    """A niche: what it adds to, replaces in, or removes from any set, its parameter defaults, and what it offers.

    A default of a list holds its members with commas between them. `regulated`: the field of
    `regulated-acts` whose reserved acts come near the niche's work; "" where none does. `ideas`: further tasks of the
    niche, which a welcome kit tells beside those of `scope`.
    """

    id: str
    title: Mapping[str, str]
    add: tuple[str, ...] = ()
    replace: Mapping[str, str] = field(default_factory=dict)
    remove: tuple[str, ...] = ()
    parameters: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    span: Span | None = field(default=None, compare=False)
    family: Family = "administrative"
    scope: tuple[TaskTemplate, ...] = ()
    ideas: tuple[Words, ...] = ()
    exclusions: tuple[Words, ...] = ()
    kpis: tuple[Measure, ...] = ()
    access: tuple[AccessTemplate, ...] = ()
    risks: tuple[Risk, ...] = ()
    regulated: str = ""
