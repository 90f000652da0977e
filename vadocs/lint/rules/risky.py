"""Dangerous words in the spec's own texts and in the workspace's own clauses."""

from collections.abc import Iterator

from vadocs.diagnostics import hint
from vadocs.lint.rules.facts import Facts, Found, found
from vadocs.lint.rules.words import FreeText, Hit, corpus, sentence

HELD = "kept|reten*|retien*|retenci*|bloque*|secuestr*|borr*|withhold*|withheld|retain*|block*|lock*|delet*"
GOODS = "dato*|acceso*|contraseña*|clave*|archivo*|fichero*|dominio*|data|access*|password*|file|files|domain*"
KEPT = (
    f"{HELD} {GOODS}", f"{GOODS} {HELD}", f"no|not devol*|entreg*|devuelv*|return*|hand* {GOODS}",
    f"{GOODS} no|not devol*|entreg*|devuelv*|devuelt*|return*|hand*",
    f"{GOODS} +queda|quedan|stay|stays poder|manos|me|us", f"quedo|quedare|quedarse|conservo|keep|keeps {GOODS}",
)  # fmt: skip
UNPAID = (
    "impag*", "falta pago", "pago* pendiente*", "no pag*", "no +se +abon*", "hasta pag*|cobr*|abon*",
    "mientras deb*|pag*", "deuda*", "mora", "moros*", "factura* pendiente*|vencida*", "unpaid", "non payment*",
    "nonpayment", "until paid|pays|payment", "overdue", "not pay", "owes|outstanding",
)  # fmt: skip
INTENT = (
    "ni siquiera dolo", "incluso|aun|inclusive dolo|intencion*",
    "exime|exonera*|libera*|descarga* toda|cualquier|cualesquiera responsabilidad",
    "accept*|assume* no responsibility|liability", "no circumstances|event|case liable|responsible",
    "no +me|se +hago|hace +responsable ningun|ninguna", "renuncia toda reclamacion|accion|responsabilidad",
    "no responde|respondera ningun|ninguna|nunca", "no responsable ningun|ninguna",
    "excluye toda|cualquier responsabilidad", "sin responsabilidad alguna", "not liable any|whatsoever",
    "no liability whatsoever", "even wilful|willful|intentional", "waives all|any claim*|liability",
)  # fmt: skip
MORAL = (
    "cede|ceden|cesion|renuncia|renuncian|transfiere|transmite derecho* moral*",
    "derecho* moral* cede|ceden|renuncia|transfiere*", "waive*|assign*|transfer* moral right*",
    "moral rights waived|assigned|transferred", "derechos +morales|moral cedidos|renunciados|transferidos",
)  # fmt: skip
FUTURE = (
    "cede|ceden|cesion|transfiere|transmite|todas|toda obra* futura*", "cede|ceden|cesion|todos trabajo* futuro*",
    "obra* futura*", "cede|ceden|cesion futuro|adelante", "cuanto|todo cree|produzca adelante|futuro",
    "work*|creation* created|made +in +the +future", "assign*|all future work*|works|creations",
    "all works created hereafter",
)  # fmt: skip
EARNEST = (
    "arras", "seña", "paga y señal", "señal de|para reserv*", "una|la +señal de euros|pesos|soles|dolares",
    "concepto de señal|arras|seña", "señal y parte pago", "earnest money",
)  # fmt: skip
LOST = (
    "no|not +reembolsable*|refundable|refunded", "non +refundable*", "nonrefundable", "no +es|sera +reembolsable*",
    "anticipo*|deposito*|seña|deposit|advance no|not devuelve*|devolvera*|reembolsa*|refunded|returned",
    "sin +derecho devolucion|reembolso", "no|ningun hay|habra|admite*|acepta* devolucion|devoluciones|reembolso*",
    "no +refunds", "no +se +reembolsa*|devuelve*", "fondo +perdido",
    "anticipo*|deposito*|señal no +sera|se +devuelto|devuelta|reembolsado|reembolsada|devolvera|devolvera",
    "advance|deposit +is|will +never returned|refunded",
)  # fmt: skip
WEEKLY = (
    "% +semanal*|weekly|diario|daily", "% +por|a|cada|per +semana|dia|week|day", "interes* +semanal*|diario*",
    "weekly|daily +interest", "por +ciento +semanal|diario", "por +ciento +a|por|cada +la|semana|dia",
    "percent +weekly|daily|a|per +week|day",
)  # fmt: skip
ENDLESS = (
    "ilimitad* revision*|cambio*|ronda*|hora*|correccion*", "revision*|cambio*|ronda*|hora* ilimitad*",
    "satisfaccion del cliente", "plena|entera satisfaccion", "24 +7", "disponib*|atencion|soporte +24 +horas",
    "disponib*|atencion|respuesta*|responde* cualquier +momento|hora", "a +todas +horas",
    "revision*|cambio*|ronda* haga +falta", "tant*|cuant* revision*|cambio*|ronda* quiera|necesite|haga|pida",
    "many revisions|changes|rounds needed|wants|want|likes", "until client|you|fully satisfied|happy",
    "revision*|cambio*|ronda*|hora* +sin +limite*", "disponibilidad +total|permanente",
    "unlimited revision*|change*|hours|rounds|edits", "satisfaction of client", "client* satisfaction",
    "at any time of day", "always available", "around the clock",
)  # fmt: skip
MEASURED = (
    "encuesta*|indice*|dato*|nota* satisfaccion", "satisfaction +survey*|score*|rating*",
    "obras|trabajos +futuras|futuros +quedan +fuera",
    "devolucion*|reembolso*|refund* tienda|shop|pedido*|order*|comprador*", "devoluciones +no",
)  # fmt: skip
"""Words beside which those above promise nothing: satisfaction is measured, a shop takes goods back."""
VAGUE = (
    "soporte|apoyo|asistencia administrativ* general*", "tareas varias|diversas|generales", "lo que haga falta",
    "lo que se necesite", "cualquier tarea|otra", "tareas que surjan", "general administrative support",
    "general admin*|support", "various|miscellaneous tasks", "anything else|needed", "whatever is needed",
    "otras +tareas", "other +tasks", "apoyo|ayuda|soporte +general", "ayuda +con|en +todo", "cualquier +cosa",
    "whatever +comes|is", "tareas|apoyo +administrativas|administrativo|administrativos", "tasks +as +needed",
    "ad hoc tasks", "other duties",
)  # fmt: skip


def data_held_back(facts: Facts) -> Iterator[Found]:
    """Data, accesses or files held back, blocked or deleted because something is not paid."""
    for hit in facts.texts.find(*KEPT):
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
    for hit in facts.texts.find(*phrases, unless=MEASURED):
        if not _left_out(hit):
            yield found(hit.text.span, hint(advice), words=hit.words)


def _left_out(hit: Hit) -> bool:
    return hit.text.path.startswith(("exclusions", "authority.never"))
