"""The vocabulary that clause texts may use, told from the schema: every name with its type, unit and kind."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache, reduce

from vadocs.model.vocabulary import Field, Type, Vocabulary
from vadocs.readers.changenames import CHANGE_NAMES
from vadocs.readers.explainednames import EXPLAINED_NAMES
from vadocs.readers.kitnames import KIT_NAMES
from vadocs.readers.letternames import LETTER_NAMES
from vadocs.readers.parameters import Parameters, specification
from vadocs.readers.schema.section import Declaration, Section, Tagged
from vadocs.readers.schema.shape import Shape, shapes

_CONTRACT = ("contract",)


def _made(
    path: str, type: Type, es: str, en: str, *, optional: bool = False, unit: str = "", **more: object
) -> Field:
    choices = more.get("choices", ())
    assert isinstance(choices, tuple)
    return Field(
        path, type, optional=optional, unit=unit, choices=choices, list_name=str(more.get("list_name", "")),
        documents=_CONTRACT, computed=True, description={"es": es, "en": en},
    )  # fmt: skip


TREATMENTS = (
    "charged", "zero_rated_export", "exempt_export", "reverse_charge", "not_subject", "not_charged", "override",
    "unknown",
)  # fmt: skip
"""How the services are taxed."""
NO_WITHHOLDING = (
    "client_abroad", "client_does_not_withhold", "client_is_a_person", "provider_is_a_company", "business_activity",
    "below_threshold", "below_table", "suspended", "form_received", "no_intermediary", "client_is_small",
    "outside_off_payroll",
)  # fmt: skip
"""Why nothing is withheld."""

# fmt: off
COMPUTED: tuple[Field, ...] = (
    *KIT_NAMES,
    *LETTER_NAMES,
    *EXPLAINED_NAMES,
    _made("document", "record", "el documento", "the document"),
    _made("document.number", "text", "número impreso", "printed number"),
    _made("document.version", "integer", "versión", "version"),
    _made("document.date", "date", "fecha", "date"),
    _made("document.title", "text", "título", "title"),
    _made("contract", "record", "el contrato", "the agreement"),
    _made("contract.number", "text", "número del contrato", "number of the agreement"),
    _made("contract.version", "integer", "versión del contrato", "version of the agreement"),
    _made("contract.date", "date", "fecha del contrato", "date of the agreement"),
    *CHANGE_NAMES,
    _made("subcontracted", "boolean", "si se encarga a otra persona parte de lo que pide un cliente",
          "whether a part of what a client asks for is commissioned from somebody else", optional=True),
    _made("final_client", "record", "para quién es el trabajo, si se dice", "whom the work is for, if told",
          optional=True),
    _made("final_client.legal_name", "text", "su nombre", "its name"),
    _made("packet", "record", "el paquete en que van los documentos", "the packet that the documents are sent in"),
    _made("packet.documents", "list", "títulos de los documentos del paquete", "titles of the packet's documents"),
    _made("packet.documents[]", "text", "título", "title"),
    _made("deposit.total", "money", "importe del anticipo", "amount of the deposit"),
    _made("fees.most_in_month", "money", "lo más que se factura en un mes, por el tope de horas",
          "the most invoiced in a month, by the cap of hours", optional=True),
    _made("performed_in_client_country", "boolean", "si se trabaja en el país del cliente",
          "whether work is done in the client's country", optional=True),
    _made("proposal.compared", "boolean", "si hay paquetes que comparar por horas",
          "whether there are packages to compare by hours", optional=True),
    _made("proposal.several", "boolean", "si hay más de un paquete", "whether there is more than one package",
          optional=True),
    _made("schedule", "record", "calendario de pagos", "calendar of payments", optional=True),
    _made("schedule.payments", "list", "pagos previstos", "payments foreseen"),
    _made("schedule.payments[]", "record", "pago", "payment"),
    _made("schedule.payments[].name", "text", "qué se paga", "what is paid"),
    _made("schedule.payments[].issued", "date", "fecha de la factura", "date of the invoice", optional=True),
    _made("schedule.payments[].due", "date", "vencimiento", "due date", optional=True),
    _made("schedule.payments[].base", "money", "importe antes de impuestos", "amount before taxes"),
    _made("schedule.payments[].net", "money", "a pagar", "to pay", optional=True),
    _made("invoicing_calendar", "record", "facturas que se conocen de antemano", "invoices known beforehand",
          optional=True),
    _made("invoicing_calendar.payments", "list", "facturas, por orden de fecha", "invoices, by date"),
    _made("invoicing_calendar.payments[]", "record", "factura", "invoice"),
    _made("invoicing_calendar.payments[].name", "text", "qué se paga", "what is paid"),
    _made("invoicing_calendar.payments[].issued", "date", "fecha de la factura", "date of the invoice", optional=True),
    _made("invoicing_calendar.payments[].due", "date", "vencimiento", "due date", optional=True),
    _made("invoicing_calendar.payments[].base", "money", "importe antes de impuestos", "amount before taxes"),
    _made("invoicing_calendar.payments[].net", "money", "a pagar", "to pay", optional=True),
    _made("invoicing_calendar.open_ended", "boolean", "si sigue tras la última que se muestra",
          "whether it goes on after the last one shown"),
    _made("invoicing_calendar.credited", "boolean", "si se descuenta un anticipo", "whether a deposit is credited",
          optional=True),
    _made("invoicing_calendar.totals", "record", "totales", "totals"),
    _made("invoicing_calendar.totals.base", "money", "total antes de impuestos", "total before taxes"),
    _made("invoicing_calendar.totals.net", "money", "total a pagar", "total to pay", optional=True),
    _made("schedule.credited", "boolean", "si se descuenta un anticipo", "whether a deposit is credited",
          optional=True),
    _made("schedule.totals", "record", "totales", "totals"),
    _made("schedule.totals.base", "money", "total antes de impuestos", "total before taxes"),
    _made("schedule.totals.net", "money", "total a pagar", "total to pay", optional=True),
    _made("taxes.treatment", "code", "trato fiscal", "tax treatment", choices=TREATMENTS, list_name="treatment"),
    _made("taxes.vat_name", "text", "nombre del IVA en el país", "the country's name for VAT"),
    _made("taxes.vat_rate", "quantity", "tipo de IVA", "VAT rate", unit="percent"),
    _made("taxes.vat_applies", "boolean", "si se aplica el IVA, cuando solo se sabe que no",
          "whether VAT applies, where no more is known than that it does not", optional=True),
    _made("taxes.withholdings", "list", "retenciones", "withholdings", optional=True),
    _made("taxes.withholdings[]", "record", "retención", "withholding"),
    _made("taxes.withholdings[].name", "text", "nombre de la retención", "name of the withholding"),
    _made("taxes.withholdings[].rate", "quantity", "tipo de retención", "withholding rate", unit="percent"),
    _made("taxes.withholdings[].base", "code", "base: los honorarios, o el IVA", "base: the fees, or the VAT",
          choices=("fees", "vat"), list_name="tax_base"),
    _made("taxes.withholdings[].over", "money", "importe desde el que se retiene", "amount above which it is withheld",
          optional=True),
    _made("taxes.withholdings[].until", "date", "último día de ese tipo", "last day of that rate", optional=True),
    _made("taxes.withholdings[].rate_after", "quantity", "tipo desde entonces", "rate from then on", unit="percent"),
    _made("taxes.withholdings[].steps", "list", "tipos que la ley fija para más adelante",
          "rates that the law has fixed for later", optional=True),
    _made("taxes.withholdings[].steps[]", "record", "tipo posterior", "later rate"),
    _made("taxes.withholdings[].steps[].since", "date", "primer día de ese tipo", "first day of that rate"),
    _made("taxes.withholdings[].steps[].rate", "quantity", "tipo desde ese día", "rate from that day", unit="percent"),
    _made("taxes.several_withholdings", "boolean", "si hay más de una retención",
          "whether there is more than one withholding", optional=True),
    _made("taxes.no_withholding", "code", "por qué no se retiene", "why nothing is withheld",
          choices=NO_WITHHOLDING, list_name="no_withholding", optional=True),
    _made("taxes.no_withholding_until", "date", "último día sin retención", "last day without withholding",
          optional=True),
    _made("taxes.own_payment", "record", "lo que paga quien presta los servicios si no se le retiene",
          "what the provider pays where nothing is withheld", optional=True),
    _made("taxes.own_payment.name", "text", "nombre de ese pago", "name of that payment"),
    _made("taxes.own_payment.rate", "quantity", "tipo de ese pago", "rate of that payment", unit="percent"),
    _made("taxes.no_withholding_reference", "text", "norma por la que no se retiene",
          "statute by which nothing is withheld", optional=True),
    _made("taxes.missing", "list", "datos fiscales que faltan", "tax data that are missing", optional=True),
    _made("taxes.missing[]", "text", "dato que falta", "missing datum"),
    _made("taxes.listed", "boolean", "si las facturas previstas son todas las del precio",
          "whether the invoices foreseen are all those of the price", optional=True),
    _made("taxes.by_date", "boolean", "si el resultado cambia según la fecha de la factura",
          "whether the result changes with the date of the invoice", optional=True),
    _made("taxes.whole_months", "boolean", "si algún mes se cobra solo en parte",
          "whether a month is charged only in part", optional=True),
    _made("taxes.untold", "boolean", "si de alguna factura no se conocen los impuestos",
          "whether the taxes of an invoice are not known", optional=True),
    _made("taxes.invoices", "list", "facturas previstas", "invoices foreseen", optional=True),
    _made("taxes.invoices[]", "record", "factura", "invoice"),
    _made("taxes.invoices[].name", "text", "qué se factura", "what is invoiced"),
    _made("taxes.invoices[].base", "money", "base", "base"),
    _made("taxes.invoices[].vat", "money", "IVA", "VAT", optional=True),
    _made("taxes.invoices[].gross", "money", "base con IVA, antes de retener", "base and VAT, before withholding",
          optional=True),
    _made("taxes.invoices[].withholding", "money", "retención", "withholding", optional=True),
    _made("taxes.invoices[].withholdings", "list", "cada retención", "each withholding", optional=True),
    _made("taxes.invoices[].withholdings[]", "record", "retención", "withholding"),
    _made("taxes.invoices[].withholdings[].name", "text", "nombre de la retención", "name of the withholding"),
    _made("taxes.invoices[].withholdings[].rate", "quantity", "tipo de retención", "withholding rate", unit="percent"),
    _made("taxes.invoices[].withholdings[].amount", "money", "importe retenido", "amount withheld"),
    _made("taxes.invoices[].net", "money", "a cobrar", "to be received", optional=True),
    _made("taxes.totals", "record", "totales", "totals"),
    _made("taxes.totals.base", "money", "base", "base"),
    _made("taxes.totals.vat", "money", "IVA", "VAT", optional=True),
    _made("taxes.totals.gross", "money", "base con IVA, antes de retener", "base and VAT, before withholding",
          optional=True),
    _made("taxes.totals.withholding", "money", "retención", "withholding", optional=True),
    _made("taxes.totals.withholdings", "list", "cada retención", "each withholding", optional=True),
    _made("taxes.totals.withholdings[]", "record", "retención", "withholding"),
    _made("taxes.totals.withholdings[].name", "text", "nombre de la retención", "name of the withholding"),
    _made("taxes.totals.withholdings[].rate", "quantity", "tipo de retención", "withholding rate", unit="percent"),
    _made("taxes.totals.withholdings[].amount", "money", "importe retenido", "amount withheld"),
    _made("taxes.totals.net", "money", "a cobrar", "to be received", optional=True),
    _made("taxes.uncertain", "list", "datos de la ley usados y no del todo seguros",
          "data of the law that were used and are not quite certain", optional=True),
    _made("taxes.uncertain[]", "text", "nombre del dato de la ley", "name of the datum of the law"),
    _made("taxes.reference", "text", "norma", "statute", optional=True),
    _made("taxes.checked_on", "date", "fecha de los datos", "date of the data"),
    *KIT_NAMES,
    _made("proposal.options[].monthly", "money", "total de cada mes, sin impuestos",
          "total of each month, before taxes", optional=True),
    _made("proposal.options[].at_most", "boolean", "si ese total es un máximo", "whether that total is a maximum",
          optional=True),
    _made("proposal.options[].one_off", "money", "total que se paga una sola vez, sin impuestos",
          "total that is paid once, before taxes", optional=True),
    _made("proposal.options[].pays", "money", "lo que el cliente paga, impuestos incluidos",
          "what the client pays, taxes included", optional=True),
    _made("proposal.options[].effective_rate", "money", "precio de cada hora incluida", "price of each hour included",
          optional=True),
    _made("proposal.options[].deposit.total", "money", "importe del anticipo", "amount of the deposit", optional=True),
    _made("proposal.options[].taxes", "record", "impuestos y retenciones del paquete",
          "taxes and withholdings of the package"),
)
# fmt: on
"""Names that are not in the spec but made from it (`law.*` comes with the library's data).

What `taxes.treatment` or another name of the same kind makes certain is not optional here.
"""

OF_PACKAGES: tuple[Field, ...] = tuple(
    replace(field, path=f"proposal.options[].{field.path}", documents=("proposal",))
    for field in COMPUTED
    if field.path.startswith("taxes.")
)
"""The taxes of each package, of the same shape as the contract's."""

_MADE = (
    "fees", "fees.milestones[].amount", "fees.milestones[].percent", "taxes",
    "agreements.change_order.milestones[].amount",
)  # fmt: skip
"""Names that a spec may leave out and that are filled in, the fees by the package that is chosen."""
_CONDITIONAL = (
    "late_payment.rate_percent_year",
    "deposit.applied_to",
    "authority.spend_cap_per",
    "working_time.windows",
    "working_time.time_zone",
    "taxes.override",
    "client.tax_id.value",
    "provider.tax_id.value",
    "client.tax_id.reason",
    "provider.tax_id.reason",
)
"""Names that another key makes necessary: reading sees that they are there in the branch that prints them."""


def vocabulary(library_parameters: Parameters) -> Vocabulary:
    """Every name of the spec, of the library's parameters and of what is computed.

    A field's `optional` is told within its own parent: `deposit.kind` is always there where `deposit`
    is, and what a clause has a default for is always there. Where models of fees share a name, it is
    optional if none of them demands it: its texts belong to the clause of one model.
    """
    fields: dict[str, Field] = {}
    for found in _fields(specification(library_parameters), ""):
        earlier = fields.get(found.path)
        fields[found.path] = _both(earlier, found) if earlier else found
    for path in (*_MADE, *_CONDITIONAL, *_defaulted(library_parameters)):
        if path in fields:
            fields[path] = replace(fields[path], optional=False)
    fields.update(_of_agreements(fields))
    return Vocabulary({**fields, **{field.path: field for field in (*COMPUTED, *OF_PACKAGES)}})


def _of_agreements(fields: Mapping[str, Field]) -> Iterator[tuple[str, Field]]:
    """What an agreement takes from other sections, a party say, is printed where that agreement is, and not there."""
    for path, field in fields.items():
        steps = path.replace("[]", "").split(".")
        if steps[0] == "agreements" and len(steps) > 2 and field.kind == "printed":
            own = fields[".".join(steps[:2])]
            yield path, replace(field, documents=own.documents)


def _defaulted(library_parameters: Parameters) -> Iterator[str]:
    """The names that clauses give a default, and the records they stand in."""
    for namespace, group in library_parameters.items():
        for name, parameter in group.items():
            if parameter.default is None and not parameter.required:
                continue
            steps = name.split(".") if "." in name else [namespace, name]
            last = len(steps) if parameter.default is not None else len(steps) - 1
            yield from (".".join(steps[: count + 1]) for count in range(last))


def _both(one: Field, other: Field) -> Field:
    """A name that two sections of a union have."""
    return replace(
        other, optional=one.optional and other.optional, open_point=one.open_point or other.open_point,
        variants=(*one.variants, *other.variants),
    )  # fmt: skip


def _union(path: str, tag: Tagged) -> Iterator[Field]:
    """The fields of a union's variants; one that not all demand is there with the codes of those that do."""
    found: dict[str, list[tuple[str, Field]]] = {}
    for code, section in tag.variants:
        for field in _fields(section, f"{path}."):
            told = ((f"{path}.{tag.key}", code, field.description),)
            found.setdefault(field.path, []).append((code, replace(field, variants=field.variants or told)))
    for name, variants in found.items():
        field = reduce(_both, (one for _, one in variants))
        demanding = tuple(code for code, one in variants if not one.optional)
        own = name.count(".") == path.count(".") + 1 and not name.endswith("[]")
        if own and demanding and len(demanding) < len(tag.variants):
            field = replace(field, optional=True, present_when=((f"{path}.{tag.key}", demanding),))
        yield field


@lru_cache(maxsize=512)
def _fields(section: type[Section], prefix: str) -> tuple[Field, ...]:
    """The fields of a section; kept, as of a spec only what clauses add differs from one library to another."""
    named = ((f"{prefix}{key}", declaration, shape) for key, declaration, shape in shapes(section))
    return tuple(field for found in named for field in _field(*found))


def _field(path: str, declaration: Declaration, shape: Shape) -> Iterator[Field]:
    """The field itself, then what lies below it."""
    leaf = shape.leaf
    own = Field(
        path=path,
        type=leaf.type if leaf else "list" if shape.member else "record",
        kind=declaration.kind,
        optional=not declaration.required and declaration.default is None,
        open_point=declaration.open_point,
        unit=leaf.unit if leaf else "",
        choices=leaf.choices if leaf else (),
        list_name=leaf.list_name if leaf else "",
        documents=declaration.documents,
        description={"es": declaration.es, "en": declaration.en},
    )
    yield own
    if shape.tag is not None:
        yield from _union(path, shape.tag)
    else:
        for section in shape.sections:
            yield from _fields(section, f"{path}.")
    if shape.member is not None:
        member = replace(declaration, required=True, open_point=False)
        yield from _field(f"{path}[]", member, shape.member)
