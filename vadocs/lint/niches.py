"""Rules over the niches of a library: every default is one that its clause takes, and nothing contradicts itself."""

from collections.abc import Callable, Iterator

from vadocs.diagnostics import Hint, Report, hint
from vadocs.lint.parameters import fits
from vadocs.model.clause import Clause, Overlay, Parameter
from vadocs.model.library import Library
from vadocs.model.niche import Words
from vadocs.model.vocabulary import Field, Vocabulary

NicheRule = Callable[[Overlay, Library, Vocabulary, Report], None]


def check_niches(library: Library, vocabulary: Vocabulary, report: Report) -> None:
    """Run every rule over every niche. Reports E900–E904 and W900; unknown clauses are told where they are read."""
    for niche in library.niches.values():
        for rule in RULES:
            rule(niche, library, vocabulary, report)


def _defaults(niche: Overlay, library: Library, vocabulary: Vocabulary, report: Report) -> None:
    """A default is for a parameter that the clause has (E900), and a value of its type (E901)."""
    for id, given in niche.parameters.items():
        clause = library.clauses.get(id)
        for name, text in given.items() if clause is not None else ():
            assert clause is not None
            field = vocabulary.lookup(clause.path_of(name))
            parameter = clause.parameters.get(name)
            if parameter is None and field is None:
                report.add("E900", niche.span, niche=niche.id, name=name, clause=id, hints=_known(clause))
            elif not _fits(parameter, field, text):
                hints = [_wanted(parameter, field)]
                report.add("E901", niche.span, niche=niche.id, name=name, clause=id, text=text, hints=hints)


def _known(clause: Clause) -> list[Hint]:
    known = ", ".join(sorted(clause.parameters))
    return [hint("H900.known", clause=clause.id, known=known)] if known else []


def _fits(parameter: Parameter | None, field: Field | None, text: str) -> bool:
    """Whether a default is a value of its parameter; of a list with choices, whether each member is one of them."""
    declared = parameter or Parameter("", "")
    choices = declared.choices or (field.choices if field else ())
    if (declared.type or (field.type if field else "")) == "list" and choices:
        return all(part.strip() in choices for part in text.split(","))
    return fits(declared, field, text)


def _wanted(parameter: Parameter | None, field: Field | None) -> Hint:
    choices = (parameter.choices if parameter else ()) or (field.choices if field else ())
    if choices:
        return hint("H901.choices", choices=", ".join(choices))
    return hint("H901.type", type=(parameter.type if parameter else "") or (field.type if field else ""))


def _regulated(niche: Overlay, library: Library, vocabulary: Vocabulary, report: Report) -> None:
    """What comes near reserved acts says so in the contract (E902)."""
    fields = niche.parameters.get("regulated-acts", {}).get("fields", "")
    said = {part.strip() for part in fields.split(",")}
    if niche.regulated and (niche.regulated not in said or "regulated-acts" not in niche.add):
        field = niche.regulated
        report.add("E902", niche.span, niche=niche.id, field=field, hints=[hint("H902", field=field)])


def _moves(niche: Overlay, library: Library, vocabulary: Vocabulary, report: Report) -> None:
    """No clause is put in and taken out (E903), and something is changed (W900)."""
    out = {*niche.remove, *niche.replace}
    for clause in (*niche.add, *niche.replace.values()):
        if clause in out:
            report.add("E903", niche.span, niche=niche.id, clause=clause, hints=[hint("H903")])
    if not (niche.add or out or niche.parameters):
        report.add("W900", niche.span, niche=niche.id, hints=[hint("H905")])


def _offers(niche: Overlay, library: Library, vocabulary: Vocabulary, report: Report) -> None:
    """No task, exclusion, measure, system or risk stands twice in a list (E904)."""
    for texts in _lists(niche):
        seen: set[str] = set()
        for text in texts:
            if text.casefold() in seen:
                report.add("E904", niche.span, niche=niche.id, text=text, hints=[hint("H904")])
            seen.add(text.casefold())


def _lists(niche: Overlay) -> Iterator[list[str]]:
    """The names in each list of what the niche offers, language by language."""
    lists: tuple[list[Words], ...] = (
        [*(one.task for one in niche.scope), *niche.ideas], list(niche.exclusions), [one.name for one in niche.kpis],
        [one.system for one in niche.access], [one.text for one in niche.risks],
    )  # fmt: skip
    for words in lists:
        for language in sorted({language for one in words for language in one}):
            yield [one[language] for one in words if language in one]


RULES: tuple[NicheRule, ...] = (_defaults, _regulated, _moves, _offers)
