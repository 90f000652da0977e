"""What the countries of the European Union and of its Economic Area share: notices of AI, VAT, where data may go."""

from collections.abc import Iterator

from vadocs.diagnostics import Edit, hint
from vadocs.law.countries import RULES
from vadocs.law.inquiry import OVERRIDE
from vadocs.lint.rules.facts import Facts, Found, code_of, found
from vadocs.lint.rules.places import countries_of
from vadocs.model.engagement import Items, Leaf
from vadocs.model.jurisdiction import ECONOMIC_AREA, UNION

_USED = ("allowed", "allowed-with-notice")
"""The policies under which tools of AI are used without being named."""


def ai_untold(facts: Facts) -> Iterator[Found]:
    """Tools of AI are used while the law wants the public told of what they make, and nothing agreed tells of it."""
    policy = facts.code("ai.policy")
    used = policy in _USED or (policy != "forbidden" and facts.get("ai.tools") is not None)
    law, placed = facts.in_term("ai_transparency_law"), "ai-tools" in facts.placed
    if not used or not law or (placed and facts.flag("ai.disclose_public")):
        return
    said = facts.get("ai.disclose_public")
    edit = Edit(said.span, "true") if said is not None and said.span is not None else None
    since = min((one.valid_from for one in law if one.valid_from is not None), default=facts.day("date"))
    advice = hint("H435", edit, day=since) if placed else hint("H435.clause", day=since)
    yield found(facts.span("ai.disclose_public", "ai.tools", "ai.policy"), advice)


def reverse_charge_unknown(facts: Facts) -> Iterator[Found]:
    """Two members of the Union, no data of the provider's taxes, and no statement: perhaps the client owes the VAT."""
    asked = facts.get("taxes.missing")
    missing = {one.value for one in asked.items if isinstance(one, Leaf)} if isinstance(asked, Items) else set()
    own = countries_of(facts, "provider")
    others = sorted((countries_of(facts, "client") & UNION) - own)
    for country in sorted(own & (UNION - RULES.keys())) if OVERRIDE in missing and others else ():
        yield found(facts.span("provider.address.country"), hint("H436"), own=country, other=", ".join(others))


def transfer_within(facts: Facts) -> Iterator[Found]:
    """A safeguard for sending data to a country of the Economic Area in which the client is too: it needs none."""
    for one in facts.records("personal_data.transfers") if countries_of(facts, "client") & ECONOMIC_AREA else ():
        country = one.get("country")
        if code_of(country) in ECONOMIC_AREA:
            yield found(country.span if isinstance(country, Leaf) else None, hint("H437"), country=code_of(country))


def data_sent_back(facts: Facts) -> Iterator[Found]:
    """Data leave the Economic Area with what goes back to a client outside it, and no safeguard is told for that."""
    if "data_protection_area" not in facts.law or not facts.flag("personal_data.handled"):
        return
    told = {code_of(one.get("country")) for one in facts.records("personal_data.transfers")}
    if countries_of(facts, "provider") & ECONOMIC_AREA:
        for country in sorted(countries_of(facts, "client") - ECONOMIC_AREA - told):
            yield found(facts.span("personal_data.handled"), hint("H438", country=country), country=country)
