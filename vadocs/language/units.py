"""What can be counted, with its nouns in each language."""

from typing import NamedTuple

from vadocs.language.forms import Gender


class UnitNames(NamedTuple):
    """Singular and plural of one unit."""

    es_one: str
    es_many: str
    es_gender: Gender
    en_one: str
    en_many: str


def _masculine(es_one: str, es_many: str, en_one: str, en_many: str = "") -> UnitNames:
    return UnitNames(es_one, es_many, "masculine", en_one, en_many or en_one + "s")


def _feminine(es_one: str, es_many: str, en_one: str, en_many: str = "") -> UnitNames:
    return UnitNames(es_one, es_many, "feminine", en_one, en_many or en_one + "s")


NAMES: dict[str, UnitNames] = {
    # Time
    "minute": _masculine("minuto", "minutos", "minute"),
    "hour": _feminine("hora", "horas", "hour"),
    "day": _masculine("día", "días", "day"),
    "business_day": _masculine("día hábil", "días hábiles", "business day"),
    "calendar_day": _masculine("día natural", "días naturales", "calendar day"),
    "week": _feminine("semana", "semanas", "week"),
    "month": _masculine("mes", "meses", "month"),
    "quarter": _masculine("trimestre", "trimestres", "quarter"),
    "year": _masculine("año", "años", "year"),
    # Share
    "percent": _masculine("por ciento", "por ciento", "percent", "percent"),
    # Things done or delivered
    "account": _feminine("cuenta", "cuentas", "account"),
    "appointment": _feminine("cita", "citas", "appointment"),
    "article": _masculine("artículo", "artículos", "article"),
    "booking": _feminine("reserva", "reservas", "booking"),
    "call": _feminine("llamada", "llamadas", "call"),
    "campaign": _feminine("campaña", "campañas", "campaign"),
    "candidate": _feminine("candidatura", "candidaturas", "application"),
    "contact": _masculine("contacto", "contactos", "contact"),
    "copy": _masculine("ejemplar", "ejemplares", "copy", "copies"),
    "deliverable": _masculine("entregable", "entregables", "deliverable"),
    "design": _masculine("diseño", "diseños", "design"),
    "document": _masculine("documento", "documentos", "document"),
    "email": _masculine("correo electrónico", "correos electrónicos", "email"),
    "employee": _feminine("persona en plantilla", "personas en plantilla", "employee"),
    "event": _masculine("evento", "eventos", "event"),
    "file": _masculine("archivo", "archivos", "file"),
    "image": _feminine("imagen", "imágenes", "image"),
    "instalment": _masculine("plazo", "plazos", "instalment"),
    "invoice": _feminine("factura", "facturas", "invoice"),
    "listing": _masculine("anuncio", "anuncios", "listing"),
    "meeting": _feminine("reunión", "reuniones", "meeting"),
    "message": _masculine("mensaje", "mensajes", "message"),
    "minute-of-audio": _masculine(
        "minuto de audio", "minutos de audio", "minute of audio", "minutes of audio"
    ),
    "newsletter": _masculine("boletín", "boletines", "newsletter"),
    "order": _masculine("pedido", "pedidos", "order"),
    "page": _feminine("página", "páginas", "page"),
    "payslip": _feminine("nómina", "nóminas", "payslip"),
    "person": _feminine("persona", "personas", "person", "people"),
    "post": _feminine("publicación", "publicaciones", "post"),
    "presentation": _feminine("presentación", "presentaciones", "presentation"),
    "product": _masculine("producto", "productos", "product"),
    "profile": _masculine("perfil", "perfiles", "profile"),
    "project": _masculine("proyecto", "proyectos", "project"),
    "record": _masculine("registro", "registros", "record"),
    "report": _masculine("informe", "informes", "report"),
    "request": _feminine("solicitud", "solicitudes", "request"),
    "revision": _feminine("revisión", "revisiones", "revision"),
    "screen": _feminine("pantalla", "pantallas", "screen"),
    "session": _feminine("sesión", "sesiones", "session"),
    "slide": _feminine("diapositiva", "diapositivas", "slide"),
    "task": _feminine("tarea", "tareas", "task"),
    "ticket": _feminine("incidencia", "incidencias", "ticket"),
    "transaction": _masculine("movimiento", "movimientos", "transaction"),
    "trip": _masculine("viaje", "viajes", "trip"),
    "unit": _feminine("unidad", "unidades", "unit"),
    "user": _feminine("persona usuaria", "personas usuarias", "user"),
    "video": _masculine("vídeo", "vídeos", "video"),
    "visit": _feminine("visita", "visitas", "visit"),
    "word": _feminine("palabra", "palabras", "word"),
}
"""Every unit by its code. A line here is all that a new one needs."""

UNITS: tuple[str, ...] = tuple(NAMES)
"""The codes that a spec may name."""


def unit_names(unit: str) -> UnitNames:
    """The nouns of a unit; ValueError if the code is not in `UNITS`."""
    if unit not in NAMES:
        raise ValueError(f"no unit `{unit}`")
    return NAMES[unit]
