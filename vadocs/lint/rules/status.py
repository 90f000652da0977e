"""Self-employed or not: what an inspector or a judge would look at; and the team."""

from collections.abc import Iterator
from decimal import Decimal

from vadocs.diagnostics import Related, Span, hint, related
from vadocs.lint.rules.facts import Facts, Found, figure, found, records_of
from vadocs.lint.rules.places import countries_of
from vadocs.model.engagement import ClockTime, Items, Leaf

TRADE = "economic-dependence-trade"
SUBSTITUTION = "substitution-subcontracting"
FULL_WEEK = 35
"""Hours a week from which a window is a working week."""
FULL_MONTH = 120
"""Hours a month from which a monthly fee buys most of a working month."""
EXCLUSIVITY = (
    "exclusividad", "de forma|manera exclusiva", "dedicacion exclusiva", "exclusivamente para", "exclusivity",
    "work* exclusively", "no podra|puede trabajar|prestar otros|otras|otra|terceros|nadie",
    "not work +for +anyone|any|other|others", "exclusive dedication|services",
)  # fmt: skip
PAID_LEAVE = (
    "vacaciones pagadas|retribuidas|remuneradas", "dias pagados", "permiso* retribuid*", "paga* extra*", "aguinaldo*",
    "paid holiday*|leave|vacation*", "holiday pay", "thirteenth +salary|month",
    "abona|abonara|paga|pagara vacaciones",
)  # fmt: skip
ORDERS = (
    "jornada laboral|completa|parcial", "horario de oficina|laboral", "superior* jerarquic*",
    "sancion* disciplinari*", "periodo de prueba laboral", "fichar|fichaje*", "control* horario",
    "salario*|sueldo* de asistente|prestadora", "full time employee*", "office hours", "line manager", "disciplinary",
    "working day of",
)  # fmt: skip
_OF_OTHERS = (
    "registro*|control*|calculo*|gestion|cuadro|calendario vacaciones|aguinaldo*|paga*|permiso*|holiday*",
    "vacaciones|aguinaldo*|permiso*|paga*|exclusiv* plantilla|personal|trabajadores|empleados|suscriptores|tienda",
    "record*|track*|log|calendar paid", "paid +leave|holidays staff|employees",
)  # fmt: skip
"""Words beside which those above are of other people: the client's staff, whose leave is kept."""
_WORDS = ((2, EXCLUSIVITY, "status.exclusive"), (2, PAID_LEAVE, "status.leave"), (1, ORDERS, "status.orders"))
"""Words that are signs of employment, with their weight."""
SIGNING = (
    "firma|firmar|firmara|suscribir|suscribira contrato*|acuerdo*|documento*|nombre",
    "contratar|aceptar|comprar nombre|cuenta|proveedor* cliente*|comitente|contratante|empresa|proveedor*",
    "contratar proveedor*|personal", "suscribir poliza*|prestamo*|credito*",
    "comprometer|obligar cliente|comitente|contratante|empresa",
    "accept*|hire|hires|hiring|buy|order|engage client|clients|company +behalf|s +behalf",
    "commit*|bind* +the|our +client|company", "sign|signs|signing for +the|our +client|company",
    "cerrar venta* firmar", "cerrar contrato*|acuerdo*", "sign|signs|signing contract*|agreement*|document*|behalf",
    "enter contract*|agreement*", "representar cliente|comitente|contratante|empresa|sociedad ante", "otorgar poder*",
)  # fmt: skip


def team_without_leave(facts: Facts) -> Iterator[Found]:
    """A team is named, and no clause says that others may work on this; of a TRADE, E841 says that there is none."""
    if facts.records("provider.team") and not facts.placed.intersection((SUBSTITUTION, TRADE)):
        yield found(facts.span("provider.team"), hint("H840", clause=SUBSTITUTION))


def dependent_with_team(facts: Facts) -> Iterator[Found]:
    """Whoever is a TRADE works alone: no team, no substitute, no subcontracting."""
    if TRADE not in facts.placed:
        return
    if facts.records("provider.team"):
        yield found(facts.span("provider.team"), hint("H841"))
    elif facts.flag("independence.substitute"):
        yield found(facts.span("independence.substitute"), hint("H841"))


def dependent_task(facts: Facts) -> Iterator[Found]:
    """The contract of a TRADE has to be registered: a task that no document does."""
    if TRADE in facts.placed:
        yield found(facts.span("economic_dependence"), hint("H842"))


def perhaps_dependent(facts: Facts) -> Iterator[Found]:
    """Most of the income comes from this client, by the provider's own notes, and the contract does not say TRADE."""
    share, limit = _own_number(facts, "internal.income_share_percent"), facts.datum("dependence_share")
    person = facts.code("provider.kind") == "person" and facts.code("provider.address.country") == facts.country
    if TRADE not in facts.placed and person and share is not None and limit is not None and share >= limit:
        item = facts.record.get("internal.income_share_percent")
        yield found(item.span if item else None, hint("H843"), share=figure(share), limit=figure(limit))


def misclassification(facts: Facts) -> Iterator[Found]:
    """Facts that together look like employment: two, or one that weighs alone."""
    signs = tuple(_signs(facts))
    if sum(weight for weight, _ in signs) >= 2:
        places = tuple(place for _, place in signs)
        yield found(places[0].span, hint("H844"), related=places, count=len(places))


def _signs(facts: Facts) -> Iterator[tuple[int, Related]]:
    """(weight, what it is and where) of each sign of employment."""
    hours = weekly_hours(facts)
    if facts.code("working_time.mode") == "window" and hours >= FULL_WEEK:
        yield 1, _sign(facts, "status.window", "working_time.windows", hours=figure(hours))
    for name in ("own_schedule", "other_clients", "may_refuse", "substitute"):
        # Nobody has to name a substitute: that there is none counts beside fixed hours only.
        fixed = name != "substitute" or facts.code("working_time.mode") == "window"
        leaf = facts.record.get(f"independence.{name}")
        if isinstance(leaf, Leaf) and leaf.value is False and leaf.origin != "default" and fixed:
            yield 1, _sign(facts, f"status.{name}", f"independence.{name}")
    if facts.get("tools_equipment.client_tools") is not None and not facts.flag("independence.own_means"):
        yield 1, _sign(facts, "status.tools", "tools_equipment.client_tools")
    included = facts.number("fees.hours")
    if facts.code("fees.model") == "retainer" and included is not None and included >= FULL_MONTH:
        yield 1, _sign(facts, "status.month", "fees.hours", hours=figure(included))
    for weight, phrases, sign in _WORDS:
        hits = facts.texts.find(*phrases, listed=True, unless=_OF_OTHERS)
        hit = next((hit for hit in hits if hit.text.span is not None), None)
        if hit is not None and hit.text.span is not None:
            yield weight, related(hit.text.span, sign, words=hit.words)


def timetable(facts: Facts) -> Iterator[Found]:
    """A window as long as an employee's week."""
    hours = weekly_hours(facts)
    if facts.code("working_time.mode") != "free" and hours >= FULL_WEEK:
        yield found(facts.span("working_time.windows"), hint("H845"), hours=figure(hours))


def own_hours_and_window(facts: Facts) -> Iterator[Found]:
    """The contract would say that the provider sets her hours, and between which hours she works."""
    if facts.code("working_time.mode") == "window" and facts.flag("independence.own_schedule"):
        fixed = _sign(facts, "status.fixed", "working_time.windows", "working_time.mode")
        yield found(facts.span("independence.own_schedule"), hint("H847"), related=(fixed,))


def hours_without_zone(facts: Facts) -> Iterator[Found]:
    """Hours to answer in, and nobody knows whose clock counts."""
    promised = [one for one in facts.records("service_levels.levels") if one.get("response_hours")]
    apart = countries_of(facts, "provider") | countries_of(facts, "client")
    if promised and len(apart) > 1 and facts.get("working_time.time_zone") is None:
        yield found(facts.span("service_levels.levels[0].response_hours"), hint("H846"))


def signs_without_mandate(facts: Facts) -> Iterator[Found]:
    """The provider is to sign or contract for the client, and nothing gives them the power to."""
    for hit in facts.texts.find(*SIGNING):
        path = hit.text.path
        if path.startswith(("authority.may", "services")) and not path.endswith(".limit"):
            yield found(hit.text.span, hint("H848"), words=hit.words)


def weekly_hours(facts: Facts) -> Decimal:
    """The hours a week of the windows that are agreed."""
    total = Decimal(0)
    for window in records_of(facts.get("working_time.windows")):
        days, start, end = window.get("days"), window.value("from"), window.value("to")
        if isinstance(days, Items) and isinstance(start, ClockTime) and isinstance(end, ClockTime):
            minutes = (end.hour - start.hour) * 60 + end.minute - start.minute
            total += Decimal(len(days.items) * minutes) / 60
    return total


def _sign(facts: Facts, id: str, *paths: str, **args: object) -> Related:
    place = facts.span(*paths)
    return related(place or Span("", 0, 0, 0, 0), id, **args)


def _own_number(facts: Facts, path: str) -> Decimal | None:
    """A number of the provider's own notes, which are texts; None where it is none."""
    value = facts.record.value(path)
    plain = value.strip().removesuffix("%").strip() if isinstance(value, str) else ""
    return Decimal(plain) if plain.replace(".", "", 1).isdecimal() else None

