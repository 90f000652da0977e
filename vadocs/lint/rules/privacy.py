"""Personal data: what must stand beside them, and those that nobody noticed."""

from collections.abc import Iterator

from vadocs.diagnostics import Edit, hint
from vadocs.law.data import data_of
from vadocs.lint.rules.categories import CHILDREN, INNOCENT, PERSONAL, SPECIAL
from vadocs.lint.rules.facts import Facts, Found, code_of, figure, found
from vadocs.lint.rules.places import countries_of
from vadocs.lint.rules.words import Hit
from vadocs.model.engagement import Items, Leaf
from vadocs.model.jurisdiction import ECONOMIC_AREA

_WORK = ("services", "personal_data.purpose", "personal_data.types", "personal_data.subjects", "personal_data.nature")


def no_processing_terms(facts: Facts) -> Iterator[Found]:
    """Personal data are handled, and the terms for it are left out."""
    if facts.flag("personal_data.handled") and "dpa" not in facts.placed:
        yield found(facts.span("personal_data.handled"), hint("H830"))


def no_safeguards(facts: Facts) -> Iterator[Found]:
    """Personal data are handled, and access or incidents have no clause."""
    missing = [clause for clause in ("credentials", "security-incident") if clause not in facts.placed]
    if facts.flag("personal_data.handled") and missing:
        told = ", ".join(f"`{clause}`" for clause in missing)
        yield found(facts.span("clauses.remove", "personal_data.handled"), hint("H831"), list=told)


def data_denied(facts: Facts) -> Iterator[Found]:
    """No personal data are handled, says the spec; the services say otherwise."""
    if facts.flag("personal_data.handled") is False:
        hit = next(_in_work(facts, PERSONAL), None)
        if hit is not None:
            place = facts.span("personal_data.handled")
            edit = Edit(place, "true") if place else None
            yield found(hit.text.span, hint("H832", edit), words=hit.words)


def hidden_categories(facts: Facts) -> Iterator[Found]:
    """Special categories of data in ordinary words, and none is named."""
    if facts.flag("personal_data.handled") and facts.get("personal_data.special_categories") is None:
        hit = next(_in_work(facts, SPECIAL), None)
        if hit is not None:
            yield found(hit.text.span, hint("H833"), words=hit.words)


def hidden_children(facts: Facts) -> Iterator[Found]:
    """Data of children in ordinary words, and the spec does not say whether there are any."""
    said = facts.record.get("personal_data.minors")
    untold = not isinstance(said, Leaf) or said.origin == "default"
    if facts.flag("personal_data.handled") and untold:
        hit = next(_in_work(facts, CHILDREN), None)
        if hit is not None:
            yield found(hit.text.span, hint("H836"), words=hit.words)


def no_sub_processors(facts: Facts) -> Iterator[Found]:
    """A team works with personal data, and no one of it is named as a sub-processor."""
    team, named = facts.records("provider.team"), facts.get("personal_data.sub_processors")
    if team and named is None and facts.flag("personal_data.handled"):
        yield found(facts.span("provider.team"), hint("H834"))


def no_transfer_mechanism(facts: Facts) -> Iterator[Found]:
    """Data of a client whose country has a law of data are handled in another, and no safeguard is told for it."""
    if not facts.flag("personal_data.handled"):
        return
    homes = countries_of(facts, "client")
    if not any(_has_data_law(facts, home) for home in homes):
        return
    covered = {code_of(one.get("country")) for one in facts.records("personal_data.transfers")} | homes
    if homes & ECONOMIC_AREA:
        covered |= ECONOMIC_AREA
    for country, path in _handled_in(facts):
        if country not in covered:
            covered.add(country)
            yield found(facts.span(path), hint("H835", country=country), country=country)


def late_breach_notice(facts: Facts) -> Iterator[Found]:
    """More hours to tell of an incident than the law gives whoever has to report it."""
    hours, limit = facts.number("personal_data.breach_hours"), facts.datum("data_breach_hours")
    if hours is not None and limit is not None and hours > limit:
        place = facts.span("personal_data.breach_hours")
        edit = Edit(place, figure(limit)) if place else None
        yield found(place, hint("H837", edit, limit=figure(limit)), hours=figure(hours), limit=figure(limit))


def _in_work(facts: Facts, phrases: tuple[str, ...]) -> Iterator[Hit]:
    """Hits in what tells of the work, but for its limits and what is not done."""
    for hit in facts.texts.find(*phrases, unless=INNOCENT):
        if hit.text.path.startswith(_WORK) and not hit.text.path.endswith(".limit"):
            yield hit


def _has_data_law(facts: Facts, country: str) -> bool:
    """Whether the library knows a law of data in that country, its own or one that it shares."""
    return any(datum.name == "data_protection_law" for datum in data_of(country, facts.library.law))


def _handled_in(facts: Facts) -> Iterator[tuple[str, str]]:
    """(country, path) of every place where data are handled."""
    for index, one in enumerate(facts.records("personal_data.sub_processors")):
        yield code_of(one.get("country")), f"personal_data.sub_processors[{index}].country"
    for index, one in enumerate(facts.records("provider.team")):
        if one.get("access") is not None:
            yield code_of(one.get("country")), f"provider.team[{index}].country"
    places = facts.get("performed_in")
    for index, leaf in enumerate(places.items if isinstance(places, Items) else ()):
        if isinstance(leaf, Leaf) and code_of(leaf):
            yield code_of(leaf), f"performed_in[{index}]"
    for country in sorted(countries_of(facts, "provider")):
        yield country, "provider.address.country"
