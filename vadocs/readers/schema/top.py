"""The top level of the spec, and the small mappings that stand there."""

from datetime import date
from typing import Annotated, Any, ClassVar

from vadocs.diagnostics import Span, hint
from vadocs.diagnostics import related as related_place
from vadocs.model.engagement import Leaf, Localised
from vadocs.readers.nodes import MappingNode, ScalarNode, SequenceNode
from vadocs.readers.schema.agreements import DEAL, SPARED, Agreements
from vadocs.readers.schema.changes import ClauseChanges
from vadocs.readers.schema.changing import check_change_order
from vadocs.readers.schema.code import Country, Document, KnownDocument, LanguageTag, Law, code
from vadocs.readers.schema.confirmed import Confirmations
from vadocs.readers.schema.data import PersonalData
from vadocs.readers.schema.fees import FeesUnion, RetainerFees, UnitFees
from vadocs.readers.schema.intake import Intake
from vadocs.readers.schema.leaf import LeafType, Reading, code_of
from vadocs.readers.schema.letters import LETTERS, Letters
from vadocs.readers.schema.life import CancellationNoshow, Handover, Renewal, Term, Termination
from vadocs.readers.schema.listing import Acceptances, Listing, Loose
from vadocs.readers.schema.money import Deposit, Exchange, Expenses, LatePayment, Payment, Taxes
from vadocs.readers.schema.number import Count, Date
from vadocs.readers.schema.parties import Client, Clients, ClientUnion, Provider
from vadocs.readers.schema.proposal import Proposal
from vadocs.readers.schema.section import Section, computes, internal, printed
from vadocs.readers.schema.text import File, Folder, Slug, Text, Word
from vadocs.readers.schema.welcome import WelcomeKit
from vadocs.readers.schema.work import (
    Acceptance,
    Access,
    AuthorityLimits,
    Communications,
    Independence,
    Measure,
    Service,
    ServiceLevels,
    WorkingTime,
)
from vadocs.readers.similar import listed

EVERY = ("contract", "proposal", "welcome-kit")
OFFER = ("contract", "proposal")
KIT = ("contract", "welcome-kit")
PACKET = ("packet",)


def _version(node: Any, reading: Reading) -> int | None:
    if node.text == "1":
        return 1
    reading.faults.add("E115", node.span, text=node.text)
    return None


SchemaVersion = Annotated[Leaf | None, LeafType("integer", _version, {"const": 1})]


class Amends(Section, es="El encargo firmado que este cambia."):
    """The signed engagement that this one changes."""

    number: Word = printed("número", "number", required=True)
    version: Count = printed("versión", "version", required=True)
    date: Date = printed("fecha", "date", required=True)


class Signing(Section, es="Dónde, cuándo y cómo se firma."):
    """Where, when and how it is signed."""

    place: Text = printed("lugar de la firma", "place of signing", open_point=True)
    date: Date = printed(
        "fecha de la firma; sin ella, un hueco para escribirla a mano",
        "date of signing; without it, a blank to fill in by hand",
    )
    originals: Count = printed("ejemplares en papel", "paper originals")
    level: Annotated[Leaf | None, code("signing_level")] = printed(
        "clase de firma", "level of signature", open_point=True
    )
    order: Annotated[Leaf | None, code("signing_order")] = printed("quién firma primero", "who signs first")


class Courts(Section, es="Los tribunales que deciden."):
    """The courts that decide."""

    city: Text = printed("ciudad", "city", required=True)
    country: Country = printed("país", "country", required=True)


class Arbitration(Section, es="Los árbitros que deciden en lugar de los tribunales."):
    """The arbitrators who decide instead of courts."""

    institution: Text = printed("institución arbitral", "arbitral institution", required=True)
    seat: Text = printed("sede", "seat", required=True)
    language: LanguageTag = printed("idioma", "language", required=True)


class Attachment(Section, es="Un archivo que va con el paquete, que lo incluye."):
    """A file that goes with the packet, which encloses it."""

    file: File = computes(
        "fichero PDF, PNG o JPEG, desde la carpeta de la ficha",
        "PDF, PNG or JPEG file, from the spec's folder",
        required=True,
    )
    title: Text = printed("título", "title", documents=PACKET, required=True)
    in_: Annotated[list[KnownDocument] | None, Listing(single=True)] = computes(
        "documentos que lo llevan: `packet`", "documents that carry it: `packet`", default="packet", key="in"
    )

    def check(self, reading: Reading) -> None:
        """No document but the packet carries attachments."""
        for leaf in self.in_ or []:
            if code_of(leaf) in reading.documents and leaf is not None and leaf.span is not None:
                reading.faults.add("E138", leaf.span, text=code_of(leaf), hints=(hint("H135"),))


class Specification(Section, es="Un encargo."):
    """One engagement."""

    alternatives: ClassVar[tuple[str, ...]] = ("courts", "arbitration")

    schema_: SchemaVersion = computes(
        "versión de este vocabulario: `1`", "version of this vocabulary: `1`", required=True, key="schema"
    )
    id: Folder = computes("nombre estable y carpeta", "stable name and folder", required=True)
    number: Word = printed(
        "número impreso, como `2026-031`",
        "printed number, such as `2026-031`",
        documents=EVERY,
        required=True,
    )
    version: Count = printed(
        "versión de los documentos", "version of the documents", documents=EVERY, default="1"
    )
    status: Annotated[Leaf | None, code("status")] = computes(
        "borrador o definitivo", "draft or final", default="draft"
    )
    amends: Amends | None = printed(
        "encargo firmado que este cambia", "signed engagement that this one changes"
    )
    date: Date = printed("fecha de los documentos", "date of the documents", documents=EVERY, required=True)
    signing: Signing | None = printed("la firma", "the signing", open_point=True)
    language: Annotated[list[LanguageTag] | None, Listing(single=True)] = computes(
        "idioma, o dos, BCP 47", "language, or two, BCP 47", required=True
    )
    prevailing_language: LanguageTag = printed(
        "idioma que prevalece, si hay dos", "language that prevails, if two"
    )
    governing_law: Law = printed("ley aplicable, ISO 3166", "governing law, ISO 3166", open_point=True)
    courts: Courts | None = printed("tribunales", "courts", open_point=True)
    arbitration: Arbitration | None = printed(
        "arbitraje, en lugar de tribunales", "arbitration, instead of courts"
    )
    address_form: Annotated[Leaf | None, code("address_form")] = computes(
        "tratamiento en propuesta, bienvenida y cartas", "form of address in proposal, kit and letters"
    )
    documents: Annotated[list[Document] | None, Listing(single=True)] = computes(
        "documentos que se hacen", "documents to be made", required=True
    )
    clause_set: Slug = computes("conjunto de cláusulas", "clause set", required=True)
    niches: Annotated[list[Slug] | None, Listing(single=True)] = computes("nichos", "niches")
    provider: Provider | None = printed(
        "quien presta los servicios", "who provides the services", documents=EVERY, required=True
    )
    client: ClientUnion = printed("quien los recibe", "who receives them", documents=EVERY, required=True)
    services: Annotated[list[Service] | None, Listing()] = printed(
        "servicios", "services", documents=EVERY, required=True
    )
    exclusions: Annotated[list[Text] | None, Listing()] = printed(
        "lo que queda fuera", "what is left out", documents=EVERY
    )
    kpis: Annotated[list[Measure] | None, Listing()] = printed(
        "indicadores con los que se sigue el trabajo", "measures by which the work is followed", documents=EVERY
    )
    access: Annotated[list[Access] | None, Listing()] = printed(
        "accesos que da el cliente, nunca una contraseña",
        "access that the client gives, never a password",
        documents=EVERY,
    )
    acceptance: Acceptance | None = printed(
        "aceptación de los entregables", "acceptance of deliverables", documents=KIT, open_point=True
    )
    performed_in: Annotated[list[Country] | None, Listing(single=True)] = printed(
        "países desde los que se trabaja", "countries where the work is done", open_point=True
    )
    used_in: Annotated[list[Country] | None, Listing(single=True)] = printed(
        "países en que se usa el trabajo", "countries where the work is used"
    )
    independence: Independence | None = printed("hechos sobre la independencia", "facts on independence")
    service_levels: ServiceLevels | None = printed(
        "niveles de servicio", "service levels", documents=EVERY
    )
    working_time: WorkingTime | None = printed(
        "horario", "working time", documents=EVERY
    )
    communications: Communications | None = printed(
        "comunicaciones", "communications", documents=EVERY
    )
    authority: AuthorityLimits | None = printed(
        "facultades y límites", "authority and its limits", documents=("contract", "welcome-kit")
    )
    fees: FeesUnion = printed("honorarios", "fees", documents=EVERY)
    deposit: Deposit | None = printed("anticipo o garantía", "deposit", documents=EVERY)
    payment: Payment | None = printed("pago", "payment", documents=EVERY, required=True)
    late_payment: LatePayment | None = printed("mora", "late payment", documents=EVERY)
    expenses: Expenses | None = printed("gastos", "expenses", documents=OFFER)
    taxes: Taxes | None = printed("impuestos tal como se declaran", "taxes as stated", documents=OFFER)
    exchange: Exchange | None = printed("cambio de moneda", "currency exchange", documents=EVERY)
    term: Term | None = printed("duración", "term", documents=EVERY, required=True)
    renewal: Renewal | None = printed("prórroga", "renewal", documents=KIT)
    termination: Termination | None = printed("terminación", "termination", documents=EVERY)
    cancellation_noshow: CancellationNoshow | None = printed(
        "cancelaciones y reuniones perdidas", "cancellations and missed meetings"
    )
    handover: Handover | None = printed(
        "entrega al terminar", "handover at the end", documents=EVERY
    )
    personal_data: PersonalData | None = printed(
        "datos personales", "personal data", documents=EVERY, open_point=True
    )
    clauses: ClauseChanges | None = computes("cambios al conjunto de cláusulas", "changes to the clause set")
    proposal: Proposal | None = printed("la propuesta", "the proposal", documents=("proposal",), open_point=True)
    welcome_kit: WelcomeKit | None = printed("la bienvenida", "the welcome kit", documents=("welcome-kit",))
    letters: Letters | None = printed(
        "cartas y certificados", "letters and certificates", documents=LETTERS, open_point=True
    )
    agreements: Agreements | None = printed(
        "los contratos que van aparte", "the agreements that stand beside the contract", documents=("nda",),
        open_point=True,
    )
    attachments: Annotated[list[Attachment] | None, Listing()] = printed(
        "ficheros que acompañan", "files that go along", documents=PACKET
    )
    accept: Annotated[Any, Acceptances()] = internal(
        "avisos aceptados, con su razón", "findings accepted, with the reason"
    )
    confirmed: Annotated[Any, Confirmations()] = internal(
        "datos confirmados antes de firmar: nombre, quién y cuándo",
        "facts confirmed before signing: name, who and when",
    )
    intake: Intake | None = internal(
        "lo que ha respondido la clientela a los formularios, que no sale de aquí",
        "what the client answered to the forms, which goes nowhere",
    )
    internal_: Annotated[Any, Loose()] = internal(
        "notas propias, que no salen de aquí", "own notes, which go nowhere", key="internal"
    )

    @classmethod
    def spared(cls, node: MappingNode, reading: Reading) -> tuple[str, ...]:
        """What none of the documents that are made needs."""
        told = node.child("documents")
        members = told.items if isinstance(told, SequenceNode) else (told,)
        named = tuple(one.text for one in members if isinstance(one, ScalarNode) and not one.empty)
        codes = reading.asked or named
        return tuple(key for key in DEAL if codes and all(key in SPARED.get(code, ()) for code in codes))

    def check(self, reading: Reading) -> None:
        """What must hold between sections."""
        _fees(self, reading)
        _languages(self, reading)
        _law(self, reading)
        _amends(self, reading)
        check_change_order(self, reading)
        _term(self, reading)
        _deposit(self, reading)
        _parties(self, reading)
        _duplicates(self, reading)


def _fees(spec: Specification, reading: Reading) -> None:
    """What is paid, unless it is one of the packages that the client may choose from."""
    packages = spec.proposal is not None and spec.proposal.has("options")
    if not spec.has("fees") and not packages and "fees" not in spec.spared(spec.node, reading):
        spec.lacks("fees", reading)


def _languages(spec: Specification, reading: Reading) -> None:
    """One language or two, of which one prevails."""
    tags = [_text(leaf) for leaf in spec.language or []]
    prevailing = _text(spec.prevailing_language)
    if len(tags) > 2:
        reading.faults.add("E117", spec.span("language"))
    elif tags and prevailing and prevailing not in tags:
        reading.faults.add(
            "E119", spec.span("prevailing_language"), text=prevailing, known=listed([t for t in tags if t])
        )
    if len(tags) == 2 and tags[0].partition("-")[0] == tags[1].partition("-")[0]:
        reading.faults.add("E420", spec.span("language"), text=tags[1], other=tags[0], hints=(hint("H420"),))
    elif len(tags) == 2 and not spec.has("prevailing_language"):
        reading.faults.add("E421", spec.span("language"), hints=(hint("H421"),))
    elif len(tags) == 1 and spec.has("prevailing_language"):
        reading.faults.add("E134", spec.key_span("prevailing_language"), hints=(hint("H135"),))


def _law(spec: Specification, reading: Reading) -> None:
    if spec.has("courts") and spec.has("arbitration"):
        place = related_place(spec.key_span("courts"), "reading.courts")
        reading.faults.add("E120", spec.key_span("arbitration"), related=(place,))


def _amends(spec: Specification, reading: Reading) -> None:
    """What is changed was signed before: an earlier version or another number, and no later date."""
    amends = spec.amends
    if amends is None:
        return
    same = _text(amends.number).casefold() == _text(spec.number).casefold()
    changed, own = (_number(leaf) for leaf in (amends.version, spec.version))
    if same and amends.number is not None and changed is not None and changed >= (own or 1):
        reading.faults.add("E145", amends.span("number"), number=_text(amends.number), hints=(hint("H145"),))
    day, signed = (leaf.value if leaf is not None else None for leaf in (spec.date, amends.date))
    if isinstance(day, date) and isinstance(signed, date) and signed > day:
        place = related_place(spec.key_span("date"), "reading.date")
        reading.faults.add("E146", amends.span("date"), text=signed, date=day, hints=(hint("H146"),), related=(place,))


def _number(leaf: Leaf | None) -> int | None:
    value = leaf.value if leaf is not None else None
    return value if isinstance(value, int) else None


def _term(spec: Specification, reading: Reading) -> None:
    """What has no end is not renewed."""
    if spec.has("renewal") and spec.term is not None and not spec.term.has("end"):
        reading.faults.add("E121", spec.key_span("renewal"), hints=(hint("H121"),))


def _deposit(spec: Specification, reading: Reading) -> None:
    """Months of a monthly fee; a share of a price that is known."""
    deposit, fees = spec.deposit, spec.fees
    if deposit is None or fees is None:
        return
    if deposit.has("months") and not isinstance(fees, RetainerFees):
        reading.faults.add("E122", deposit.span("months"), hints=(hint("H122"),))
    elif deposit.has("percent") and isinstance(fees, UnitFees):
        reading.faults.add("E123", deposit.span("percent"), hints=(hint("H123.unit"),))
    elif deposit.has("percent") and fees.has("rate") and not fees.has("monthly_cap_hours"):
        reading.faults.add("E123", deposit.span("percent"), hints=(hint("H123"),))


def _parties(spec: Specification, reading: Reading) -> None:
    """A contract has two sides."""
    mine = _text(spec.provider.legal_name) if spec.provider else ""
    clients = (spec.client.members or []) if isinstance(spec.client, Clients) else [spec.client]
    for client in clients:
        if isinstance(client, Client) and mine and _text(client.legal_name).casefold() == mine.casefold():
            reading.faults.add("E124", client.span("legal_name"), text=mine)


def _duplicates(spec: Specification, reading: Reading) -> None:
    """The same name twice in one list."""
    milestones = getattr(spec.fees, "milestones", None) or []
    data = spec.personal_data.sub_processors if spec.personal_data else None
    levels = spec.service_levels.levels if spec.service_levels else None
    lists: list[list[Leaf | None]] = [
        list(spec.language or []),
        list(spec.documents or []),
        list(spec.niches or []),
        list((spec.payment.methods if spec.payment else None) or []),
        [m.name for m in milestones if m is not None],
        [s.task for s in spec.services or [] if s is not None],
        [s.name for s in data or [] if s is not None],
        [level.priority for level in levels or [] if level is not None],
    ]
    for leaves in lists:
        seen: dict[str, Span | None] = {}
        for leaf in leaves:
            if leaf is None or leaf.span is None or not (text := _text(leaf)):
                continue
            first = seen.setdefault(text.casefold(), leaf.span)
            if first is not leaf.span and first is not None:
                place = related_place(first, "yaml.first")
                reading.faults.add("E125", leaf.span, text=text, related=(place,))


def _text(leaf: Leaf | None) -> str:
    """A text or code; "" for anything else."""
    value = leaf.value if isinstance(leaf, Leaf) else None
    if isinstance(value, Localised):
        return next(iter(value.texts.values()), "")
    return value if isinstance(value, str) else code_of(leaf)
