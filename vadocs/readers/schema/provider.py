"""What only the provider tells: bank, means, team, proof of what is claimed, look of the documents."""

from typing import Annotated, ClassVar

from vadocs.diagnostics import hint
from vadocs.model.engagement import Leaf
from vadocs.readers.bankids import check_bank
from vadocs.readers.schema.code import Country, Currency, code
from vadocs.readers.schema.leaf import Reading
from vadocs.readers.schema.number import Boolean, Date
from vadocs.readers.schema.section import Section, computes, printed
from vadocs.readers.schema.text import Colour, File, Prose, Slug, Text, Word

SALES = ("proposal", "welcome-kit")
EVERY = ("contract", "proposal", "welcome-kit")
OFFER = ("contract", "proposal")
_TELL_THE_BANK = ("bank", "bic", "routing", "sort_code", "iban", "clabe", "cbu", "cci")
"""Keys that say at which bank an account is: its number alone says that nowhere."""


class Bank(Section, es="Dónde se paga: los datos bancarios de cada país, con sus dígitos de control comprobados."):
    """Where money is paid to; each country's own identifiers, check digits verified."""

    record: ClassVar[str] = "bank"
    bank: Text = printed("nombre del banco", "name of the bank", documents=EVERY)
    holder: Text = printed("titular, si no es quien presta", "holder, if other than the provider", documents=EVERY)
    iban: Word = printed("IBAN", "IBAN", documents=EVERY)
    bic: Word = printed("BIC o SWIFT", "BIC or SWIFT", documents=EVERY)
    clabe: Word = printed("CLABE (México)", "CLABE (Mexico)", documents=EVERY)
    cbu: Word = printed("CBU o CVU (Argentina)", "CBU or CVU (Argentina)", documents=EVERY)
    cci: Word = printed("CCI (Perú)", "CCI (Peru)", documents=EVERY)
    sort_code: Word = printed("sort code (Reino Unido)", "sort code (UK)", documents=EVERY)
    account: Word = printed("número de cuenta", "account number", documents=EVERY)
    account_type: Annotated[Leaf | None, code("account_type")] = printed(
        "clase de cuenta", "kind of account", documents=EVERY
    )
    routing: Word = printed("número de ruta ABA (EE. UU.)", "ABA routing number (US)", documents=EVERY)
    currency: Currency = printed("moneda de la cuenta", "currency of the account", documents=EVERY)

    def check(self, reading: Reading) -> None:
        """Check digits and lengths; at least one identifier."""
        given = {
            k: getattr(self, k)
            for k in ("iban", "bic", "clabe", "cbu", "cci", "account", "routing", "sort_code")
        }
        for key, leaf in given.items():
            if isinstance(leaf, Leaf) and isinstance(leaf.value, str) and not check_bank(key, leaf.value):
                reading.faults.add("E091", self.span(key), key=self.path(key))
        if self.node.entries and not any(self.has(k) for k in ("iban", "clabe", "cbu", "cci", "account")):
            reading.faults.add("E092", self.node.span, key=self.node.path)
        if self.has("account") and not any(self.has(k) for k in _TELL_THE_BANK):
            reading.faults.add("W148", self.span("account"), key=self.path("account"), hints=(hint("H149"),))


class Workspace(Section, es="El lugar y los medios de trabajo propios de quien presta los servicios."):
    """The provider's own place and means of work."""

    device: Text = printed("equipo de trabajo", "work computer", documents=SALES)
    updates: Boolean = printed("sistema actualizado", "system kept up to date", documents=SALES)
    disk_encryption: Boolean = printed("disco cifrado", "encrypted disk", documents=SALES)
    antivirus: Boolean = printed("antivirus activo", "antivirus on", documents=SALES)
    backup_internet: Boolean = printed("conexión de reserva", "second internet connection", documents=SALES)
    separate_phone: Boolean = printed(
        "teléfono de trabajo aparte", "separate work telephone", documents=SALES
    )


class TeamMember(Section, es="Alguien que trabaja en este encargo para quien presta los servicios."):
    """Someone who works for the provider on this engagement."""

    role: Text = printed("función", "role", documents=OFFER, required=True)
    country: Country = printed("país desde el que trabaja", "country they work from", documents=OFFER, required=True)
    access: Text = printed("a qué accede", "what they have access to", documents=OFFER)


class Evidence(Section, es="Lo que prueba una afirmación de la propuesta."):
    """What proves a claim made in the proposal."""

    claim: Text = printed("lo que se afirma", "what is claimed", documents=("proposal",), required=True)
    proof: Text = printed("lo que lo prueba", "what proves it", documents=("proposal",), required=True)
    date: Date = printed("fecha de la prueba", "date of the proof", documents=("proposal",))


class Photo(Section, es="La foto de una persona, o el logotipo de quien da una referencia, y qué se ve, con palabras."):
    """A photograph of a person, or the logo of who gives a reference, and what it shows in words."""

    file: File = computes(
        "fichero de la foto o del logotipo (PNG o JPEG), al lado de la ficha o de practice.yaml",
        "file of the photograph or logo (PNG or JPEG), beside the spec or practice.yaml",
        required=True,
    )
    alternative: Text = computes(
        "lo que se ve en la foto, para quien no la ve: sale en la propuesta",
        "what the photograph shows, for those who do not see it: it is in the proposal",
        required=True,
    )


class Referee(Section, es="Una referencia, con el consentimiento de quien la da."):
    """A reference, with the consent of who gives it."""

    name: Text = printed("quién", "who", documents=("proposal",), required=True)
    role: Text = printed("su cargo", "their role", documents=("proposal",))
    quote: Prose = printed("lo que dice", "what they say", documents=("proposal",))
    consent_on: Date = printed(
        "día en que consintió en aparecer",
        "day on which they consented to appear",
        documents=("proposal",),
        required=True,
    )
    photo: Photo | None = computes(
        "su foto o su logotipo, si su permiso los alcanza", "their photograph or logo, if their consent covers it"
    )


class Membership(Section, es="Una asociación a la que pertenece quien presta los servicios."):
    """An association the provider belongs to."""

    name: Text = printed("asociación", "association", documents=EVERY, required=True)
    proof: Text = printed(
        "número de socia o enlace que lo prueba",
        "member number or link that proves it",
        documents=EVERY,
        required=True,
    )
    since: Date = printed("desde cuándo", "since when", documents=("proposal",))


class Brand(Section, es="El aspecto de tus documentos."):
    """How the provider's documents look."""

    look: Slug = computes("plantilla de Word, por su nombre", "Word template, by its name")
    logo: File = computes(
        "fichero del logotipo (PNG o JPEG), al lado de la ficha o de practice.yaml",
        "file of the logo (PNG or JPEG), beside the spec or practice.yaml",
    )
    accent: Colour = computes(
        "color de la marca, seis cifras hexadecimales: títulos, líneas y fondos",
        "colour of the brand, six hexadecimal digits: headings, rules and areas",
    )
