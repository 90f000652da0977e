"""What passes on to somebody who is not to learn whom it is for."""

import re
import unicodedata
from collections.abc import Iterator

from vadocs.diagnostics import hint
from vadocs.lint.rules.facts import Facts, Found, found
from vadocs.model.engagement import Item, Leaf, Localised, Record, leaves

_PUBLIC = re.compile(r"(gmail|googlemail|hotmail|outlook|live|yahoo|icloud|proton|protonmail)\.")
"""Providers of mail whose domain tells nothing of who writes."""
_FORM = re.compile(r",? (s\.? ?l\.?( ?u\.?)?|s\.? ?a\.?( ?s\.?)?|llc|inc\.?|ltd\.?)$")
"""The legal form at the end of a company's name, which nobody writes in a sentence."""
_SHORTEST = 4
"""Letters that a name must have to be looked for."""
_NOT_PRINTED = ("id", "confirmed", "schema", "final_client", "client", "provider")


def identifiers(client: Record, own: Record | None) -> tuple[str, ...]:
    """What tells who a client is: names, tax id, people, addresses of mail and web and their domains; not those of
    the provider `own`."""
    names = (_text(client.get(name)) for name in ("legal_name", "trade_name", "contact.name", "signatory.name"))
    found = {_FORM.sub("", plain(name)) for name in names}
    tax = client.get("tax_id")
    found.add(plain(_text(tax.get("value") if isinstance(tax, Record) else tax)))
    mine = {_domain(_text(own.get(name))) for name in ("email", "website")} if own is not None else set()
    for name in ("email", "contact.email", "website"):
        text = plain(_text(client.get(name)))
        domain = _domain(text)
        found |= {text} | ({domain} if domain not in mine and not _PUBLIC.match(domain) else set())
    return tuple(sorted(name for name in found if len(name) >= _SHORTEST))


def client_named(facts: Facts) -> Iterator[Found]:
    """A text that passes on tells who the client is, and the spec does not say that it may."""
    for name, item in facts.record.fields.items() if facts.hidden else ():
        for _, leaf in leaves(item, name) if name not in _NOT_PRINTED else ():
            told = next((word for word in facts.hidden if _names(_text(leaf), word)), "")
            if told:
                yield found(leaf.span, hint("H888"), words=told)


def plain(text: str) -> str:
    """A text in small letters without accents."""
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part)).strip()


def _names(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", plain(text)) is not None


def _domain(text: str) -> str:
    """The domain of an address of mail or web; "" for anything else."""
    host = text.rpartition("@")[2] if "@" in text else re.sub(r"^https?://(www\.)?", "", text).partition("/")[0]
    return plain(host) if "." in host else ""


def _text(item: Item | None) -> str:
    """A text, in each of its languages."""
    value = item.value if isinstance(item, Leaf) else None
    if isinstance(value, Localised):
        return " · ".join(value.texts.values())
    return value if isinstance(value, str) else ""
