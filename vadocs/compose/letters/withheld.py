"""The Spanish notice by which the payer withholds less in the first years of a professional activity."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from vadocs.compose.feeterms import day_of
from vadocs.compose.letters.matter import Matter
from vadocs.compose.parameters import put
from vadocs.compose.taxfacts import ruled
from vadocs.compose.taxnames import leaf
from vadocs.diagnostics import hint
from vadocs.law.ruling import Levy
from vadocs.law.spain import START_NOTICE
from vadocs.model.engagement import Choice, Item, Items, Leaf, Localised, Quantity, Record

_STATED = "letters.withholding.first_activity"


def withholding_names(matter: Matter) -> Mapping[str, Item]:
    """`withholding`: the reduced rate, its last day, the rate after it, as the tax rules would answer with the notice.

    E975 where the rules do not give the reduced rate on the letter's day, or what the notice states is not so.
    """
    root, day = matter.root, day_of(matter.root, "letters.date")
    true = root.value(_STATED)
    if day is None or true is None:
        return {}
    levy = _levy(matter, day) if true is True and matter.country == "ES" else None
    since = day_of(root, "provider.tax.since")
    if levy is None or levy.until is None or levy.rate_after is None or since is None:
        matter.report.add("E975", matter.place(_STATED, "letters"), hints=[hint("H975")])
        return {}
    fields: dict[str, Item] = {
        "tax": leaf(Localised(levy.name) if isinstance(levy.name, Mapping) else levy.name),
        "rate": _percent(levy.rate),
        "since": leaf(since),
        "until": leaf(levy.until),
        "rate_after": _percent(levy.rate_after),
    }
    return {"withholding": Record(fields)}


def _percent(rate: Decimal) -> Leaf:
    return leaf(Quantity(rate, "percent"))


def _levy(matter: Matter, day: date) -> Levy | None:
    """What would be withheld on a day if the notice had been received: the only withholding, with its end."""
    kind = Record({"kind": leaf(Choice(START_NOTICE, "declaration"))})
    told = put(matter.root, ["provider", "tax", "declarations"], Items((kind,)))
    ruling = ruled(told, matter.law, day).ruling
    levies = ruling.withholdings if ruling is not None else ()
    return levies[0] if len(levies) == 1 else None
