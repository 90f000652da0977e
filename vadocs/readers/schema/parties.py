"""The two sides: the provider, and one client or several."""

from typing import Annotated, Any, ClassVar

from pydantic_core import core_schema

from vadocs.diagnostics import hint
from vadocs.model.engagement import Leaf
from vadocs.readers.nodes import MappingNode
from vadocs.readers.schema.code import Country, code
from vadocs.readers.schema.later import no_effect_yet
from vadocs.readers.schema.leaf import Reading, code_of
from vadocs.readers.schema.listing import Listing
from vadocs.readers.schema.party import FRONT, ClientTax, Party, ProviderTax
from vadocs.readers.schema.provider import (
    EVERY,
    Bank,
    Brand,
    Evidence,
    Membership,
    Photo,
    Referee,
    TeamMember,
    Workspace,
)
from vadocs.readers.schema.section import Section, computes, printed
from vadocs.readers.schema.text import Email, Phone, Web

SALES = ("proposal", "welcome-kit")
KIT = ("contract", "welcome-kit")


class Provider(Party, es="Quién hace el trabajo."):
    """Who does the work."""

    tax: ProviderTax | None = computes("cómo tributa", "how it is taxed", open_point=True)
    bank: Bank | None = printed("cuenta de cobro", "account to be paid to", documents=EVERY)
    workspace: Workspace | None = printed(
        "espacio y medios de trabajo", "place and means of work", documents=SALES
    )
    team: Annotated[list[TeamMember] | None, Listing()] = printed(
        "equipo que interviene", "team that takes part", documents=("contract", "proposal")
    )
    evidence: Annotated[list[Evidence] | None, Listing()] = printed(
        "pruebas de lo que se afirma", "proof of what is claimed", documents=("proposal",)
    )
    references: Annotated[list[Referee] | None, Listing()] = printed(
        "referencias", "references", documents=("proposal",)
    )
    memberships: Annotated[list[Membership] | None, Listing()] = printed(
        "asociaciones, con prueba", "memberships, with proof", documents=("contract", "proposal", "welcome-kit")
    )
    brand: Brand | None = computes("aspecto de los documentos", "look of the documents")
    photo: Photo | None = computes("su foto, en la propuesta", "their photograph, in the proposal")

    def check(self, reading: Reading) -> None:
        """Who withholds is the one who pays."""
        super().check(reading)
        no_effect_yet(self.tax, ("withholds",), reading, hint("H137"))


class Client(Party, es="Para quién es el trabajo."):
    """Who the work is for."""

    own_country: Country = computes(
        "país, mientras no se sepa su dirección; después lo dice ella",
        "country, as long as its address is not known; then that tells it",
        key="country",
    )
    tax: ClientTax | None = computes("cómo tributa", "how it is taxed", open_point=True)
    email: Email = printed("correo para avisos", "email for notices", documents=KIT, open_point=True)
    phone: Phone = printed("teléfono", "telephone", documents=KIT)
    website: Web = printed("sitio web", "website", documents=("welcome-kit",))
    linkedin: Web = printed("LinkedIn", "LinkedIn", documents=("welcome-kit",))

    def check(self, reading: Reading) -> None:
        """No rule of taxes asks since when, in what activity, or with which notices of its own a client is taxed."""
        super().check(reading)
        no_effect_yet(self.tax, ("activity", "since", "declarations"), reading)
        if self.address is not None and code_of(self.address.country) not in ("", code_of(self.own_country)):
            no_effect_yet(self, ("country",), reading)

    def country(self) -> str:
        """As of any party; else its own, while it has no address."""
        return super().country() or code_of(self.own_country)


class Clients(Section, es="Varios clientes en un mismo contrato."):
    """Several clients in one contract."""

    record: ClassVar[str] = "parties"
    members: Annotated[list[Client] | None, Listing()] = printed(
        "cada cliente, como una parte", "each client, as a party", documents=FRONT, required=True
    )
    liability: Annotated[Leaf | None, code("client_liability")] = printed(
        "cómo responden: solidaria o mancomunadamente",
        "how they are liable: jointly or severally",
        required=True,
    )

    def check(self, reading: Reading) -> None:
        """Texts name several clients together: one of them has no word of its own."""
        for member in self.members or []:
            no_effect_yet(member, ("label", "gender"), reading)


class _OneOrSeveral:
    """Marks the client: a party, or a mapping with `members`."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.with_info_plain_validator_function(self._pick)

    def _pick(self, node: Any, info: Any) -> Section:
        several = isinstance(node, MappingNode) and "members" in node.entries
        return (Clients if several else Client).model_validate(node, context=info.context)


ClientUnion = Annotated[Client | Clients | None, _OneOrSeveral()]
