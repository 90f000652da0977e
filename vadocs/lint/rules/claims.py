"""What is claimed or done that needs proof, a licence, or a form that a law asks for."""

from collections.abc import Iterator
from datetime import date

from vadocs.diagnostics import hint
from vadocs.lint.rules.facts import Facts, Found, code_of, figure, found
from vadocs.lint.rules.reserved import BESIDE, CLAIMS, LICENCE, MEMBERSHIP, NO_CLAIM, REGULATED
from vadocs.lint.rules.words import Hit, words_of
from vadocs.model.engagement import Items

REGULATED_NICHES = ("bookkeeping", "legal-paralegal", "real-estate", "translation")
"""Niches beside which reserved acts lie."""
_SAID = ("proposal", "welcome_kit", "letters", "provider.label", "provider.trade_name")
"""Where the provider speaks of herself."""
_WEEK = 7


def claims_without_evidence(facts: Facts) -> Iterator[Found]:
    """A claim about the provider, and nothing under `provider.evidence` proves it."""
    if facts.records("provider.evidence"):
        return
    for hit in facts.texts.find(*CLAIMS, unless=NO_CLAIM):
        if hit.text.path.startswith(_SAID):
            yield found(hit.text.span, hint("H850"), words=hit.words)


def memberships_without_proof(facts: Facts) -> Iterator[Found]:
    """Membership is claimed in a text, and `provider.memberships` names no association."""
    if facts.records("provider.memberships"):
        return
    for hit in facts.texts.find(*MEMBERSHIP):
        if hit.text.path.startswith(_SAID):
            yield found(hit.text.span, hint("H851"), words=hit.words)


def regulated_without_licence(facts: Facts) -> Iterator[Found]:
    """A service that laws reserve, and no licence among the evidence."""
    if _licensed(facts):
        return
    for hit in _regulated(facts):
        yield found(hit.text.span, hint("H852"), words=hit.words)


def regulated_niche(facts: Facts) -> Iterator[Found]:
    """A niche beside reserved acts, and no clause that says they are not done."""
    niches = facts.get("niches")
    named = [leaf for leaf in niches.items if code_of(leaf) in REGULATED_NICHES] if isinstance(niches, Items) else []
    if named and "regulated-acts" not in facts.placed:
        yield found(named[0].span, hint("H853"), niche=code_of(named[0]))


def title_of_mexico(facts: Facts) -> Iterator[Found]:
    """Where the law gives no fee without a title, a professional's name or act needs the title behind it."""
    if "title_required" not in facts.law or _licensed(facts):
        return
    for path in ("provider.label", "provider.signatory.capacity"):
        words = words_of(code_of(facts.get(path)))
        if any(word.startswith(("profesionista", "licenciad", "contador", "abogad", "arquitect")) for word in words):
            yield found(facts.span(path), hint("H854"), words=code_of(facts.get(path)))


def no_signature_agreement(facts: Facts) -> Iterator[Found]:
    """Signed electronically under a law that asks for an agreement on it, and the clause is left out."""
    level = facts.code("signing.level")
    if facts.country == "CO" and level not in ("", "ink") and "e-signature" not in facts.placed:
        yield found(facts.span("signing.level"), hint("H855"))


def originals_untold(facts: Facts) -> Iterator[Found]:
    """A number of paper originals beside an electronic signature: there is one file, and no text prints the number."""
    if facts.get("signing.originals") is not None and facts.code("signing.level") not in ("", "ink"):
        yield found(facts.span("signing.originals"), hint("H858"))


def term_too_long(facts: Facts) -> Iterator[Found]:
    """A term beyond the years that the law lets it last."""
    professional = facts.code("provider.tax.activity") == "professional"
    years = facts.datum("term_limit_professional" if professional else "term_limit")
    start, end = facts.day("term.start"), facts.day("term.end")
    if years is not None and start is not None and end is not None and end > _years_after(start, int(years)):
        yield found(facts.span("term.end"), hint("H856", years=figure(years)), years=figure(years))


def slow_acceptance(facts: Facts) -> Iterator[Found]:
    """More working days to review than fit into the days that the law gives for acceptance."""
    days, limit = facts.number("acceptance.review_days"), facts.datum("acceptance_limit_days")
    # Five working days to a week of seven: what surely does not fit is told, holidays may make it worse.
    if days is not None and limit is not None and days * _WEEK > limit * 5:
        yield found(facts.span("acceptance.review_days"), hint("H857"), days=figure(days), limit=figure(limit))


def _regulated(facts: Facts) -> Iterator[Hit]:
    for hit in facts.texts.find(*REGULATED, unless=BESIDE):
        path = hit.text.path
        if path.startswith("services") and path.endswith((".task", ".deliverable")):
            yield hit


def _licensed(facts: Facts) -> bool:
    """Whether the evidence names a licence or title."""
    return any(hit.text.path.startswith("provider.evidence") for hit in facts.texts.find(*LICENCE))


def _years_after(day: date, years: int) -> date:
    """The same day so many years on; of the 29th of February the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)

