"""Personal data handled for the client: what a processing agreement must say (GDPR, article 28(3))."""

from typing import Annotated

from vadocs.diagnostics import hint
from vadocs.model.engagement import Leaf
from vadocs.readers.schema.code import Country, code
from vadocs.readers.schema.leaf import Reading
from vadocs.readers.schema.listing import Listing
from vadocs.readers.schema.number import Boolean, Hours
from vadocs.readers.schema.section import Section, printed
from vadocs.readers.schema.text import Text

DEAL = ("contract", "proposal", "welcome-kit")
KIT = ("contract", "welcome-kit")
OFFER = ("contract", "proposal")


class SubProcessor(Section, es="Quién más trata los datos."):
    """Who else handles the data."""

    name: Text = printed("nombre", "name", documents=KIT, required=True)
    country: Country = printed("país", "country", documents=KIT, required=True)
    purpose: Text = printed("para qué", "what for", documents=KIT, required=True)


class Transfer(Section, es="Datos que salen del país o de la Unión."):
    """Data that leave the country or the Union."""

    country: Country = printed("país de destino", "country they go to", documents=KIT, required=True)
    mechanism: Annotated[Leaf | None, code("transfer_mechanism")] = printed(
        "garantía de la transferencia", "safeguard of the transfer", documents=KIT, required=True
    )


class PersonalData(Section, es="Si se tratan datos personales, y cómo."):
    """Whether personal data are handled, and how."""

    handled: Boolean = printed(
        "si se tratan datos personales por cuenta del cliente",
        "whether personal data are handled for the client",
        documents=DEAL,
        open_point=True,
    )
    purpose: Text = printed("finalidad", "purpose", documents=KIT, open_point=True)
    nature: Text = printed(
        "operaciones que se hacen con los datos", "what is done with the data", documents=KIT, open_point=True
    )
    types: Annotated[list[Text] | None, Listing()] = printed(
        "clases de datos", "types of data", documents=KIT, open_point=True
    )
    subjects: Annotated[list[Text] | None, Listing()] = printed(
        "personas a las que se refieren", "people they are about", documents=KIT, open_point=True
    )
    special_categories: Annotated[list[Text] | None, Listing()] = printed(
        "categorías especiales (salud, afiliación…)", "special categories (health, membership, …)", documents=KIT
    )
    minors: Boolean = printed(
        "si hay datos de menores", "whether data of minors are among them", documents=KIT, default="false"
    )
    measures: Annotated[list[Text] | None, Listing()] = printed(
        "medidas de seguridad", "security measures", documents=DEAL, open_point=True
    )
    authorisation: Annotated[Leaf | None, code("processing_authorisation")] = printed(
        "autorización de subencargados: general o específica",
        "authorisation of sub-processors: general or specific", documents=KIT,
        open_point=True,
    )
    sub_processors: Annotated[list[SubProcessor] | None, Listing()] = printed(
        "subencargados", "sub-processors", documents=KIT
    )
    transfers: Annotated[list[Transfer] | None, Listing()] = printed(
        "transferencias internacionales", "international transfers", documents=KIT
    )
    breach_hours: Hours = printed(
        "horas para avisar de una brecha", "hours to tell of a breach", documents=KIT, open_point=True
    )
    end_action: Annotated[Leaf | None, code("data_end_action")] = printed(
        "al terminar, devolver o borrar", "at the end, return or delete", documents=KIT, open_point=True
    )

    def check(self, reading: Reading) -> None:
        """Where no data are handled there is nothing else to say."""
        if isinstance(self.handled, Leaf) and self.handled.value is False:
            others = [k for k in self.node.entries if k != "handled"]
            if others:
                reading.faults.add("E113", self.key_span(others[0]), hints=(hint("H113"),))
