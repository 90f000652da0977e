"""The clause library: clauses, sets, niches, country words, law data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from vadocs.diagnostics import Span
from vadocs.model.clause import Clause, ClauseSet, Overlay
from vadocs.model.engagement import Scalar
from vadocs.model.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class LawDatum:
    """A figure or rule of one country's law, valid from `valid_from` to `valid_to` (None: open), both included.

    `confidence` is "high", "medium" or "low"; a document may cite only "high" whose `source_read` is True.
    `reference` is the legal reference, `url` and `checked_on` where and when it was seen.
    """

    country: str
    name: str
    value: Scalar | Mapping[str, str]
    valid_from: date | None
    valid_to: date | None
    reference: Mapping[str, str]
    url: str
    checked_on: date
    confidence: str
    span: Span | None = field(default=None, compare=False)
    source_read: bool = False


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that texts are made from. Lexicons by tag: "es-ES", "en-CO"; law data by country, by part of one
    ("US-NY": what differs there), or by what countries share ("EU", "EEA").

    `missing`: ids of clauses that a file names or a folder has, and that could not be read or are not there: reading
    has told why. `under`: the bundled clauses that a workspace's stand in the place of, wholly or in some texts.
    `editions`: what a workspace keeps, by id and edition ("2"): what a pin may put in the place of `clauses`.
    """

    clauses: Mapping[str, Clause]
    sets: Mapping[str, ClauseSet]
    niches: Mapping[str, Overlay]
    lexicons: Mapping[str, Lexicon]
    law: Mapping[str, tuple[LawDatum, ...]]
    missing: tuple[str, ...] = ()
    under: Mapping[str, Clause] = field(default_factory=dict)
    editions: Mapping[str, Mapping[str, Clause]] = field(default_factory=dict)

    def lexicon(self, language: str, law: str) -> Lexicon | None:
        """The words of `language` ("es") under `law` ("PE", "MX-JAL"), else the language's general ones, else None.

        The law of a part of a country takes the country's words where it has none of its own.
        """
        tags = (f"{language}-{law}", f"{language}-{law.partition('-')[0]}", language)
        return next((self.lexicons[tag] for tag in tags if tag in self.lexicons), None)
