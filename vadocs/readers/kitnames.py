"""The names under `kit.`, which a welcome kit alone has and `compose.welcome` computes."""

from collections.abc import Iterator

from vadocs.model.vocabulary import Field, Type

_DOCUMENTS = ("welcome-kit",)


def _name(
    path: str, type: Type, es: str, en: str, *, optional: bool = False, unit: str = "", list_name: str = ""
) -> Field:
    return Field(
        f"kit.{path}" if path else "kit", type, optional=optional, unit=unit, list_name=list_name,
        documents=_DOCUMENTS, computed=True, description={"es": es, "en": en},
    )  # fmt: skip


_SEASONS = (("winter", "en invierno", "in winter"), ("summer", "en verano", "in summer"))
_SIDES = (
    ("", "de quien presta los servicios", "the provider's"),
    ("client_", "del cliente", "the client's"),
)
_HOURS: tuple[tuple[str, Type, str, str], ...] = (
    ("days", "text", "días", "days"),
    ("from", "time", "desde", "from"),
    ("to", "time", "hasta", "to"),
)


def _hours(record: str) -> Iterator[Field]:
    """The hours of both sides: by season, and without one where both seasons agree."""
    for prefix, whose_es, whose_en in _SIDES:
        client = prefix != ""
        for name, type, es, en in _HOURS:
            path = f"{record}.{prefix}{name}"
            yield _name(path, type, f"{es}, {whose_es}, si todo el año es igual",
                        f"{en}, {whose_en}, if the same all year", optional=True)  # fmt: skip
            for season, when_es, when_en in _SEASONS:
                yield _name(f"{path}_{season}", type, f"{es}, {whose_es}, {when_es}", f"{en}, {whose_en}, {when_en}",
                            optional=client)  # fmt: skip
    for season, when_es, when_en in (*_SEASONS, ("", "todo el año", "all year")):
        end = f"_{season}" if season else ""
        yield _name(f"{record}.next_day{end}", "boolean", f"si para el cliente empiezan al día siguiente, {when_es}",
                    f"whether they begin the next day for the client, {when_en}", optional=True)  # fmt: skip
        yield _name(f"{record}.previous_day{end}", "boolean", f"si para el cliente empiezan el día anterior, {when_es}",
                    f"whether they begin the day before for the client, {when_en}", optional=True)  # fmt: skip


# fmt: off
KIT_NAMES: tuple[Field, ...] = (
    _name("", "record", "lo que se calcula para la bienvenida", "what is computed for the welcome kit"),
    _name("hours", "list", "horario de trabajo en las dos zonas horarias", "hours of work in both time zones",
          optional=True),
    _name("hours[]", "record", "franja", "window"),
    *_hours("hours[]"),
    _name("answering", "record", "horas de los días hábiles en que se responde, si los niveles de servicio las dicen",
          "hours of business days within which answers come, if the service levels tell them", optional=True),
    *_hours("answering"),
    _name("hours_change", "boolean", "si la diferencia entre las dos zonas es otra en verano que en invierno",
          "whether the time between the two zones is another in summer than in winter", optional=True),
    _name("winter_day", "date", "día que se toma como invierno", "day taken for winter", optional=True),
    _name("summer_day", "date", "día que se toma como verano", "day taken for summer", optional=True),
    _name("hours_between", "list", "horario en las semanas en que solo una zona ha cambiado la hora",
          "hours in the weeks when one zone alone has changed its clocks", optional=True),
    _name("hours_between[]", "record", "franja de esas semanas", "window of those weeks"),
    _name("hours_between[].first", "date", "primer día", "first day"),
    _name("hours_between[].last", "date", "último día", "last day"),
    *(_name(f"hours_between[].{prefix}{name}", type, f"{es}, {whose_es}", f"{en}, {whose_en}")
      for prefix, whose_es, whose_en in _SIDES for name, type, es, en in _HOURS),
    _name("hours_between[].next_day", "boolean", "si para el cliente empiezan al día siguiente",
          "whether they begin the next day for the client"),
    _name("hours_between[].previous_day", "boolean", "si para el cliente empiezan el día anterior",
          "whether they begin the day before for the client"),
    _name("holidays", "record", "festivos", "public holidays", optional=True),
    *(field for side, es, en in (("provider", "de quien presta los servicios", "of the provider's place"),
                                 ("client", "del lugar del cliente", "of the client's place"))
      for field in (
          _name(f"holidays.{side}", "list", f"festivos {es}", f"public holidays {en}", optional=True),
          _name(f"holidays.{side}[]", "record", "festivo", "public holiday"),
          _name(f"holidays.{side}[].date", "date", "fecha", "date"),
          _name(f"holidays.{side}[].name", "text", "nombre", "name"),
          _name(f"holidays.{side}_national_only", "boolean", f"si de los festivos {es} solo están los nacionales",
                f"whether of the public holidays {en} only the national ones are listed", optional=True),
      )),
    _name("holidays.days", "list", "festivos de cualquiera de los dos lugares", "public holidays of either place",
          optional=True),
    _name("holidays.days[]", "record", "día", "day"),
    _name("holidays.days[].date", "date", "fecha", "date"),
    _name("holidays.days[].provider", "text", "nombre en el lugar de quien presta los servicios",
          "name at the provider's place", optional=True),
    _name("holidays.days[].client", "text", "nombre en el lugar del cliente", "name at the client's place",
          optional=True),
    _name("holidays.same", "boolean", "si los festivos de ambos lugares caen en los mismos días",
          "whether the public holidays of both places fall on the same days", optional=True),
    _name("holidays.until", "date", "último día que abarcan", "last day that they cover"),
    _name("weeks", "list", "plan de las primeras semanas", "plan of the first weeks", optional=True),
    _name("weeks[]", "record", "semana", "week"),
    _name("weeks[].week", "integer", "semana, contada desde el comienzo", "week, counted from the start"),
    _name("weeks[].first", "date", "primer día de trabajo", "first day of work", optional=True),
    _name("weeks[].last", "date", "último día de trabajo", "last day of work", optional=True),
    _name("weeks[].plan", "text", "qué se hace", "what is done"),
    _name("first_report", "date", "día del primer informe", "day of the first report", optional=True),
    _name("review_day", "date", "día de la revisión del primer mes", "day of the first month's review", optional=True),
    _name("payments", "list", "facturas de los doce primeros meses", "invoices of the first twelve months",
          optional=True),
    _name("payments[]", "record", "factura", "invoice"),
    _name("payments[].name", "text", "qué se paga", "what is paid"),
    _name("payments[].issued", "date", "fecha de la factura", "date of the invoice", optional=True),
    _name("payments[].due", "date", "vencimiento", "due date", optional=True),
    _name("payments[].base", "money", "importe antes de impuestos", "amount before taxes"),
    _name("payments[].net", "money", "a pagar", "to pay", optional=True),
    _name("ledger", "list", "ejemplo de cuenta de horas, mes a mes", "example of a ledger of hours, month by month",
          optional=True),
    _name("ledger[]", "record", "mes", "month"),
    _name("ledger[].month", "integer", "mes, contado desde 1", "month, counted from 1"),
    *(_name(f"ledger[].{name}", "quantity", es, en, unit="hour")
      for name, es, en in (("available", "horas que hay", "hours that there are"),
                           ("used", "horas usadas", "hours used"),
                           ("passed", "horas que pasan al mes siguiente", "hours that pass to the next month"),
                           ("lost", "horas que se pierden", "hours that are lost"))),
    _name("ideas", "list", "tareas que también se pueden delegar", "tasks that may be delegated too", optional=True),
    _name("ideas[]", "text", "tarea", "task"),
    _name("not_delegated", "list", "lo que aquí no se delega", "what is not delegated here", optional=True),
    _name("not_delegated[]", "text", "tarea", "task"),
    _name("access", "list", "accesos", "access", optional=True),
    _name("access[]", "record", "acceso", "access"),
    _name("access[].system", "text", "sistema o cuenta", "system or account"),
    _name("access[].role", "text", "permiso", "permission"),
    _name("access[].method", "code", "cómo se da", "how it is given", list_name="access_method"),
    _name("access[].suggested", "boolean", "si solo es lo usual del nicho y aún no está pactado",
          "whether it is only what the niche usually needs, and not agreed yet", optional=True),
    _name("dunning", "list", "pasos si una factura no se paga, por orden", "steps if an invoice is not paid, in order",
          optional=True),
    _name("dunning[]", "record", "paso", "step"),
    _name("dunning[].days", "quantity", "días antes o después del vencimiento", "days before or after the due date",
          unit="day", optional=True),
    _name("dunning[].before", "boolean", "si es antes del vencimiento", "whether it is before the due date",
          optional=True),
    _name("dunning[].on_due_day", "boolean", "si es el día del vencimiento", "whether it is on the due date",
          optional=True),
    _name("dunning[].action", "code", "qué se hace", "what is done", list_name="dunning_action"),
    _name("dunning[].channel", "code", "por qué medio", "by what means", list_name="dunning_channel", optional=True),
    _name("glossary", "list", "términos que define el contrato", "terms that the contract defines", optional=True),
    _name("glossary[]", "record", "término", "term"),
    _name("glossary[].term", "text", "término", "term"),
    _name("glossary[].meaning", "text", "qué significa, o qué cláusula lo dice",
          "what it means, or the clause that says so"),
    _name("glossary[].clause", "text", "cláusula que lo define, con su artículo", "clause that defines it"),
)
# fmt: on
"""Each is there where what it is made from is given; a kit without any has an empty `kit`."""
