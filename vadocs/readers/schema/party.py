"""A party: who it is, how it is taxed, where it is, who signs for it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, ClassVar

from vadocs.diagnostics import hint
from vadocs.model.engagement import Choice, Item, Leaf, Record
from vadocs.readers.nodes import Entry, MappingNode, ScalarNode
from vadocs.readers.schema.code import Country, code
from vadocs.readers.schema.codes import REGIMES
from vadocs.readers.schema.leaf import Reading, code_of
from vadocs.readers.schema.listing import Listing
from vadocs.readers.schema.number import Boolean, Date, Number, integer
from vadocs.readers.schema.section import Section, computes, printed
from vadocs.readers.schema.text import Email, Phone, Text, Web, Word
from vadocs.readers.similar import listed
from vadocs.readers.taxids import find_kind, holder_of, judge

FRONT = ("contract", "proposal", "welcome-kit")
SALES = ("proposal", "welcome-kit")


class Address(Section, es="Dónde tiene una parte su sede o su domicilio."):
    """Where a party has its seat or home."""

    record: ClassVar[str] = "address"
    street: Text = printed(
        "vía, número y piso; entre comillas si lleva comas",
        "street, number, floor; in quotes if it holds commas",
        documents=FRONT,
        required=True,
    )
    postal_code: Word = printed("código postal", "postal code", documents=FRONT)
    city: Text = printed("localidad", "city or town", documents=FRONT, required=True)
    region: Text = printed("provincia, departamento, estado", "province, department, state", documents=FRONT)
    country: Country = printed("país, ISO 3166-1", "country, ISO 3166-1", documents=FRONT, required=True)


class TaxId(
    Section, es="Un identificador fiscal; basta su texto si el país tiene una sola clase, o si el texto dice cuál es."
):
    """A tax identifier; its text alone where the country has one kind, or where the text tells which."""

    record: ClassVar[str] = "tax_id"
    kind: Annotated[Leaf | None, code("tax_id_kind")] = printed(
        "clase de identificador; `none` si no tiene",
        "kind of identifier; `none` if there is none",
        documents=FRONT,
    )
    value: Word = printed(
        "el identificador, con su dígito de control", "the identifier with its check digit", documents=FRONT
    )
    country: Country = printed(
        "país que lo da; por defecto el de la dirección",
        "country that gives it; that of the address by default",
        documents=FRONT,
    )
    reason: Text = printed(
        "por qué no tiene (con `kind: none`)", "why there is none (with `kind: none`)", documents=FRONT
    )

    @classmethod
    def shorthand(cls, node: ScalarNode) -> MappingNode:
        """`tax_id: 12345678Z` is its value."""
        key = ScalarNode("value", node.span, node.path, node.origin)
        return MappingNode({"value": Entry(key, node)}, node.span, node.path, node.origin)

    def check(self, reading: Reading) -> None:
        """`none` has a reason and no value; every other kind has a value."""
        needed = "reason" if code_of(self.kind) == "none" else "value"
        if self.node.entries and not self.has(needed):
            self.lacks(needed, reading)


class Declaration(Section, es="Un escrito firmado que cambia cómo tributa una parte."):
    """A signed notice that changes how a party is taxed."""

    kind: Annotated[Leaf | None, code("declaration")] = computes(
        "qué se declara (`irpf-7`, `w-8ben`…)", "what is declared (`irpf-7`, `w-8ben`, …)", required=True
    )
    received_on: Date = computes(
        "día en que la otra parte la recibió firmada", "day on which the other party received it signed"
    )


class Tax(Section):
    """How a party is taxed."""

    regime: Annotated[Leaf | None, code("regime")] = computes(
        "régimen fiscal, de la lista de su país", "tax regime, of its country's list", open_point=True
    )
    activity: Annotated[Leaf | None, code("activity")] = computes(
        "actividad profesional o empresarial; en Colombia, honorarios (`professional`) o servicios (`business`)",
        "professional or business activity; in Colombia, fees (`professional`) or services (`business`)",
    )
    territory: Annotated[Leaf | None, code("territory")] = computes(
        "territorio fiscal dentro del país", "tax territory within the country"
    )
    vat: Annotated[Leaf | None, code("vat")] = computes(
        "situación ante el IVA (IGV, VAT)", "standing for VAT", open_point=True
    )
    withholds: Boolean = computes(
        "si quien paga está obligado a retener", "whether the payer must withhold", open_point=True
    )
    since: Date = computes("inicio de la actividad", "start of the activity")
    declarations: Annotated[list[Declaration] | None, Listing()] = computes(
        "avisos firmados que cambian la tributación (`irpf-7`, `roi-vies`, `co-no-workers`, `co-with-workers`, "
        "`mx-border-stimulus`, `gb-outside-off-payroll`…)",
        "signed notices that change the taxes (`irpf-7`, `roi-vies`, `co-no-workers`, `co-with-workers`, "
        "`mx-border-stimulus`, `gb-outside-off-payroll`, …)",
    )


class CompanySize(Section, es="El tamaño de una empresa, según las cifras de un ejercicio."):
    """How large a company is, by the figures of one financial year."""

    turnover: Number = computes(
        "ventas del ejercicio, en la moneda del país del cliente",
        "turnover of the year, in the currency of the client's country",
    )
    balance_sheet: Number = computes("total del balance, en esa moneda", "balance sheet total, in that currency")
    staff: Annotated[Leaf | None, integer()] = computes(
        "personas empleadas, de media en el ejercicio", "people employed, on average in the year"
    )
    year_start: Date = computes(
        "primer día de ese ejercicio, que dice qué límites valen",
        "first day of that financial year, which tells which limits hold",
        required=True,
    )


class ClientTax(Tax, es="Cómo tributa el cliente, y lo que hay que saber de él si se exportan servicios."):
    """How a client is taxed, and what exports of services ask about it."""

    local_business: Boolean = computes(
        "si el cliente tiene establecimiento o negocios en el país de quien presta los servicios",
        "whether the client has an establishment or business in the provider's country",
    )
    pays_from_abroad: Boolean = computes(
        "si el cliente paga por transferencia o cheque nominativo desde una cuenta de fuera del país de quien cobra",
        "whether the client pays by transfer or nominal cheque from an account outside the provider's country",
    )
    small: Boolean = computes(
        "si el cliente es una sociedad pequeña, como dice por escrito (Reino Unido, IR35)",
        "whether the client is a small company, as it says in writing (United Kingdom, IR35)",
    )
    size: CompanySize | None = computes(
        "cifras del cliente que dicen si es pequeño (Reino Unido, IR35); valen más que `small`",
        "figures of the client that tell whether it is small (United Kingdom, IR35); they stand over `small`",
    )


class ProviderTax(Tax, es="Cómo tributa quien presta los servicios."):
    """How the provider is taxed."""

    files_income_tax: Boolean = computes(
        "si quien presta los servicios está obligado a declarar renta (Colombia)",
        "whether the provider has to file an income tax return (Colombia)",
    )
    intermediary: Boolean = computes(
        "si la sociedad que presta los servicios es de la propia persona que trabaja (Reino Unido, IR35)",
        "whether the company that provides the services is that of the very person who works (United Kingdom, IR35)",
    )


class Authority(Section, es="De dónde le viene su poder a quien firma."):
    """What a signatory's power rests on."""

    kind: Annotated[Leaf | None, code("authority_kind")] = printed(
        "clase de título", "kind of title", required=True
    )
    notary: Text = printed("notaría o registro", "notary or register")
    number: Word = printed("número de protocolo o de inscripción", "number of the deed or entry")
    date: Date = printed("fecha del título", "date of the title")


class Signatory(Section, es="Quién firma por una parte."):
    """Who signs for a party."""

    record: ClassVar[str] = "signatory"
    name: Text = printed("nombre completo de quien firma", "full name of who signs", required=True)
    capacity: Text = printed("en qué calidad firma", "capacity in which they sign", required=True)
    id_document: Word = printed(
        "documento de identidad, con su clase delante", "identity document, its kind before it"
    )
    authority: Authority | None = printed("título de su representación", "title of their representation")


class Contact(Section, es="La persona con la que se habla en el día a día."):
    """The person to talk to day by day."""

    record: ClassVar[str] = "contact"
    name: Text = printed("nombre", "name", documents=FRONT, required=True)
    email: Email = printed("correo", "email", documents=FRONT, required=True)
    phone: Phone = printed("teléfono", "telephone", documents=SALES)


class Party(Section):
    """Provider or client."""

    record: ClassVar[str] = "party"
    legal_name: Text = printed("nombre o razón social", "legal name", documents=FRONT, required=True)
    trade_name: Text = printed("nombre comercial", "trade name", documents=FRONT)
    kind: Annotated[Leaf | None, code("party_kind")] = computes(
        "persona, empresa o consumidor", "person, company or consumer", required=True
    )
    tax_id: TaxId | None = printed("identificador fiscal", "tax identifier", documents=FRONT, open_point=True)
    tax: Tax | None = computes("cómo tributa", "how it is taxed", open_point=True)
    address: Address | None = printed("domicilio", "address", documents=FRONT, open_point=True)
    email: Email = printed("correo para avisos", "email for notices", documents=FRONT, open_point=True)
    phone: Phone = printed("teléfono", "telephone", documents=FRONT)
    website: Web = printed("sitio web", "website", documents=SALES)
    linkedin: Web = printed("LinkedIn", "LinkedIn", documents=SALES)
    signatory: Signatory | None = printed(
        "quién firma por ella; una empresa lo necesita",
        "who signs for it; a company needs one",
        open_point=True,
    )
    contact: Contact | None = printed(
        "persona de contacto", "contact person", documents=FRONT
    )
    label: Text = computes(
        "cómo se la llama en los textos, en lugar de la palabra del país",
        "how texts call it, instead of the country's word",
    )
    gender: Annotated[Leaf | None, code("gender")] = computes(
        "género con que se la nombra", "gender with which it is named", default="neutral"
    )

    def check(self, reading: Reading) -> None:
        """The tax identifier of its country, the regime of its country, no consumer."""
        if code_of(self.kind) == "consumer":
            reading.faults.add("E100", self.span("kind"), key=self.path("kind"))
        country = self.country()
        if self.tax_id is not None and isinstance(self.tax_id.value, Leaf):
            _check_tax_id(self.tax_id, country, reading)
            _check_holder(self, country, reading)
        regime = code_of(self.tax.regime) if self.tax else ""
        if self.tax and regime and country in REGIMES and regime not in REGIMES[country]:
            reading.faults.add(
                "E101",
                self.tax.span("regime"),
                key=self.tax.path("regime"),
                text=regime,
                country=country,
                hints=(hint("H081", known=listed(REGIMES[country])),),
            )

    def derived(self, fields: Mapping[str, Item]) -> Mapping[str, Item]:
        """The tax identifier with the kind and country that its text and the address tell."""
        given = fields.get("tax_id")
        country = self.country()
        if not isinstance(given, Record) or not country:
            return {}
        value = given.value("value")
        kind = find_kind(country, value) if isinstance(value, str) else ""
        made: dict[str, Item] = {"country": Leaf(Choice(country, "country"), None, "computed")}
        if kind:
            made["kind"] = Leaf(Choice(kind, "tax_id_kind"), None, "computed")
        return {"tax_id": replace(given, fields={**made, **given.fields})}

    def country(self) -> str:
        """The code of the country its tax identifier or its address names, or ""."""
        own = code_of(self.tax_id.country) if self.tax_id else ""
        return own or (code_of(self.address.country) if self.address else "")


def _check_tax_id(given: TaxId, country: str, reading: Reading) -> None:
    """Kind by country and form; the check digits of the kind."""
    assert given.value is not None
    if given.has("kind") and given.kind is None:
        return  # of which kind it is meant to be is not known
    value, span = str(given.value.value), given.span("value")
    kind = code_of(given.kind) or find_kind(country, value)
    verdict = judge(kind, country, value)
    if verdict is not None:
        code, hints = verdict
        reading.faults.add(
            code,
            span,
            key=given.path("value") if given.has("kind") else given.node.path,
            hints=hints,
            kind=kind.upper() or country,
            country=country,
        )


def _check_holder(party: Party, country: str, reading: Reading) -> None:
    """A company's identifier is a company's, a person's a person's, where its form tells."""
    given = party.tax_id
    assert given is not None and given.value is not None
    value = str(given.value.value)
    kind = code_of(given.kind) or find_kind(country, value)
    holder, told = holder_of(kind, country, value), code_of(party.kind)
    if told in ("person", "company") and holder not in ("", told) and judge(kind, country, value) is None:
        reading.faults.add(
            "W147",
            given.span("value"),
            key=given.path("value") if given.has("kind") else given.node.path,
            hints=(hint("H147", text=holder),),
            kind=kind.upper(),
            text=told,
        )
