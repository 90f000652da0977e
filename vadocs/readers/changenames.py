"""The names under `change.`, which a change order alone has and `compose.changeorder` computes."""

from collections.abc import Iterator

from vadocs.model.vocabulary import Field, Type


def _name(path: str, type: Type, es: str, en: str, *, optional: bool = False, unit: str = "") -> Field:
    return Field(
        path, type, optional=optional, unit=unit, documents=("change-order",), computed=True,
        description={"es": es, "en": en},
    )  # fmt: skip


_PRICES: tuple[tuple[str, Type, str, str, str], ...] = (
    ("amount", "money", "", "precio, sin impuestos", "price, before taxes"),
    ("at_most", "money", "", "lo más que se paga al mes", "the most paid in a month"),
    ("rate", "money", "", "precio de la hora", "price of an hour"),
    ("unit_price", "money", "", "precio de la unidad", "price of the unit"),
    ("hours", "quantity", "hour", "horas incluidas", "hours included"),
    ("extra_hour", "money", "", "precio de la hora de más", "price of an extra hour"),
    ("monthly_cap_hours", "quantity", "hour", "tope de horas al mes", "cap of hours a month"),
    ("vat", "money", "", "impuestos que se suman", "taxes added"),
    ("withholding", "money", "", "lo que se retiene", "what is withheld"),
    ("net", "money", "", "a pagar", "to pay"),
)


def _names() -> Iterator[Field]:
    yield _name("change", "record", "lo que cambia del precio", "what changes of the price")
    yield _name("change.monthly", "boolean", "si el precio es de cada mes", "whether the price is of each month")
    yield _name("change.checked_on", "date", "fecha de los datos", "date of the data", optional=True)
    for side, es, en in (("before", "antes", "before"), ("after", "después", "after")):
        yield _name(f"change.{side}", "record", f"el precio, {es}", f"the price, {en}")
        for name, type, unit, told_es, told_en in _PRICES:
            yield _name(f"change.{side}.{name}", type, f"{told_es}, {es}", f"{told_en}, {en}", optional=True, unit=unit)


CHANGE_NAMES: tuple[Field, ...] = tuple(_names())
