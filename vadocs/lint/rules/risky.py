"""Dangerous words in the spec's own texts and in the workspace's own clauses."""

from collections.abc import Iterator

from vadocs.diagnostics import hint
from vadocs.lint.rules.facts import Facts, Found, found
from vadocs.lint.rules.words import FreeText, Hit, corpus, sentence

HELD = "reten*|retien*|retenci*|bloque*|secuestr*|borr*|withhold*|withheld|retain*|block*|lock*|delet*"
GOODS = "dato*|acceso*|contraseña*|clave*|archivo*|fichero*|dominio*|data|access*|password*|file|files|domain*"
UNPAID = (
    "impag*", "falta pago", "pago* pendiente*", "no pag*", "hasta pag*|cobr*|abon*", "mientras deb*|pag*", "deuda*",
    "moros*", "factura* pendiente*|vencida*", "unpaid", "non payment*", "nonpayment", "until paid|pays|payment",
    "overdue", "not pay", "owes|outstanding",
)  # fmt: skip
INTENT = (
    "ni siquiera dolo", "incluso|aun|inclusive dolo|intencion*", "exime|exonera|libera toda responsabilidad",
    "renuncia toda reclamacion|accion|responsabilidad", "no responde|respondera ningun|ninguna|nunca",
    "no responsable ningun|ninguna", "excluye toda|cualquier responsabilidad", "sin responsabilidad alguna",
    "not liable any|whatsoever", "no liability whatsoever", "even wilful|willful|intentional",
    "waives all|any claim*|liability",
)  # fmt: skip
MORAL = (
    "cede|ceden|cesion|renuncia|renuncian|transfiere|transmite derecho* moral*",
    "derecho* moral* cede|ceden|renuncia|transfiere*", "waive*|assign*|transfer* moral right*",
    "moral rights waived|assigned|transferred",
)  # fmt: skip
FUTURE = (
    "cede|ceden|cesion|transfiere|transmite|todas|toda obra* futura*", "cede|ceden|cesion|todos trabajo* futuro*",
    "obra* futura*", "assign*|all future work*|works|creations", "all works created hereafter",
)  # fmt: skip
EARNEST = (
    "arras", "seña", "paga y señal", "señal de reserva", "concepto de señal|arras|seña", "señal y parte pago",
    "earnest money",
)  # fmt: skip
LOST = (
    "no|not +reembolsable*|refundable|refunded", "non +refundable*", "nonrefundable", "no +es|sera +reembolsable*",
    "anticipo*|deposito*|deposit no|not +devuelve|devolvera|reembolsa|reembolsara",
)  # fmt: skip
WEEKLY = (
    "% +semanal*|weekly|diario|daily", "% +por|a|cada|per +semana|dia|week|day", "interes* +semanal*|diario*",
    "weekly|daily +interest",
)  # fmt: skip
ENDLESS = (
    "ilimitad* revision*|cambio*|ronda*|hora*|correccion*", "revision*|cambio*|ronda*|hora* ilimitad*",
    "satisfaccion del cliente", "plena|entera satisfaccion", "24 +7", "disponib*|atencion|soporte +24 +horas",
    "disponib*|atencion|responde* cualquier +momento|hora", "disponibilidad +total|permanente",
    "unlimited revision*|change*|hours|rounds|edits", "satisfaction of client", "client* satisfaction",
    "at any time of day", "always available", "around the clock",
)  # fmt: skip
VAGUE = (
    "soporte|apoyo|asistencia administrativ* general*", "tareas varias|diversas|generales", "lo que haga falta",
    "lo que se necesite", "cualquier tarea|otra", "tareas que surjan", "general administrative support",
    "general admin*|support", "various|miscellaneous tasks", "anything else|needed", "whatever is needed",
    "ad hoc tasks", "other duties",
)  # fmt: skip


def data_held_back(facts: Facts) -> Iterator[Found]:
    """Data, accesses or files held back, blocked or deleted because something is not paid."""
    for hit in facts.texts.find(f"{HELD} {GOODS}", f"no|not devol*|entreg*|devuelv*|return*|hand* {GOODS}"):
        own = corpus([FreeText("", sentence(hit.text, hit.index), None)])
        if any(own.find(*UNPAID, denied=True)):
            yield found(hit.text.span, hint("H860"), words=hit.words)


def liability_for_intent(facts: Facts) -> Iterator[Found]:
    """Liability is waived whatever happens, so for intent too."""
    yield from _told(facts, INTENT, "H861")


def moral_rights(facts: Facts) -> Iterator[Found]:
    """Moral rights are given away."""
    yield from _told(facts, MORAL, "H862")


def future_works(facts: Facts) -> Iterator[Found]:
    """All future works are given away."""
    yield from _told(facts, FUTURE, "H863")


def earnest_money(facts: Facts) -> Iterator[Found]:
    """*Arras* or *seña*: words that give a right to withdraw."""
    yield from _told(facts, EARNEST, "H864")


def not_refundable(facts: Facts) -> Iterator[Found]:
    """Money that is never given back, whatever happens."""
    yield from _told(facts, LOST, "H865")


def weekly_interest(facts: Facts) -> Iterator[Found]:
    """Interest by the day or week, as in texts copied from elsewhere."""
    yield from _told(facts, WEEKLY, "H866")


def endless(facts: Facts) -> Iterator[Found]:
    """A promise without an end: unlimited changes, to the client's satisfaction, around the clock."""
    yield from _told(facts, ENDLESS, "H867")


def vague_scope(facts: Facts) -> Iterator[Found]:
    """A task that could be anything."""
    for hit in facts.texts.find(*VAGUE):
        if hit.text.path.startswith("services") and hit.text.path.endswith(".task"):
            yield found(hit.text.span, hint("H868"), words=hit.words)


def _told(facts: Facts, phrases: tuple[str, ...], advice: str) -> Iterator[Found]:
    """One finding a text; what the spec leaves out or never does is no promise."""
    for hit in facts.texts.find(*phrases):
        if not _left_out(hit):
            yield found(hit.text.span, hint(advice), words=hit.words)


def _left_out(hit: Hit) -> bool:
    return hit.text.path.startswith(("exclusions", "authority.never"))
