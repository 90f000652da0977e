"""Every rule in one table, and how they are run."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vadocs.diagnostics import Diagnostic, Hint, hint
from vadocs.law.data import citable
from vadocs.lint.rules import terms
from vadocs.lint.rules.facts import Facts, Found

Check = Callable[[Facts], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its code (the letter is its weight), what finds it, and what goes with it.

    `datum` names a datum of the governing law: its reference is told with the finding where a document may cite it.
    `internal`: for the provider's eyes only, it says so; no rule's finding is in any file, but this one would do harm
    in the client's hands. `acceptable`: for an error, whether the spec may accept it; warnings and notes always may be.
    """

    code: str
    check: Check
    datum: str = ""
    internal: bool = False
    acceptable: bool = False


RULES: tuple[Rule, ...] = (
    Rule("W812", terms.rollover_untold),
)
"""The rules in the order of their codes."""

BY_CODE = {rule.code: rule for rule in RULES}


def judge(facts: Facts, rules: Iterable[Rule] = RULES) -> Iterable[Diagnostic]:
    """What the rules find in an engagement."""
    for rule in rules:
        for one in rule.check(facts):
            args = tuple((name, str(value)) for name, value in one.args.items())
            yield Diagnostic(rule.code, one.span, args, (*one.hints, *_further(rule, facts)), one.related)


def _further(rule: Rule, facts: Facts) -> tuple[Hint, ...]:
    """The legal reference where it may be cited, and that the finding is for the provider alone."""
    datum = facts.law.get(rule.datum)
    cited: tuple[Hint, ...] = ()
    if datum is not None and citable(datum):
        cited = (hint("rules.reference", es=datum.reference.get("es", ""), en=datum.reference.get("en", "")),)
    return (*cited, *((hint("rules.internal"),) if rule.internal else ()))
