"""Changes to the clause set, of a spec or of a package that the client may choose."""

from typing import Annotated, Any

from vadocs.readers.schema.listing import Listing, Loose
from vadocs.readers.schema.section import Section, computes
from vadocs.readers.schema.text import Slug


class ClauseChanges(
    Section, es="Cambios en el conjunto de cláusulas; lo que va en `with` se lee como los parámetros de cada una."
):
    """Changes to the clause set; `with` is read as the parameters' own section."""

    add: Annotated[list[Slug] | None, Listing()] = computes(
        "cláusulas que se añaden", "clauses that are added"
    )
    remove: Annotated[list[Slug] | None, Listing()] = computes(
        "cláusulas que se quitan", "clauses that are removed"
    )
    with_: Annotated[Any, Loose()] = computes("parámetros por cláusula", "parameters by clause", key="with")
    pin: Annotated[Any, Loose()] = computes("edición fijada por cláusula", "edition pinned by clause")
