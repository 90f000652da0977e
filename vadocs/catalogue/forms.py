"""What is said of forms: their fields in texts, and the answers that come back (E630–E639, W630–W632, N630)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "E630": ("el campo no dice bien qué es", "the field does not rightly say what it is"),
    "H630": (
        "se escribe `{? lines negocio }`, con una de estas clases ({kinds}) y un nombre corto en minúsculas",
        "it is written `{? lines business }`, with one of these kinds ({kinds}) and a short name in lower case",
    ),
    "H630.choice": (
        "solo un `choice` lleva opciones, y al menos dos distintas: `{? choice trato : de tú | de usted }`",
        "only a `choice` has options, at least two different ones: `{? choice address : first name | surname }`",
    ),
    "E631": ("el campo `{name}` no está solo en una celda", "the field `{name}` is not alone in a cell"),
    "H631": (
        "ponlo solo en una celda de una tabla, debajo del encabezado",
        "put it alone in a cell of a table, below the heading",
    ),
    "E632": ("otro campo también se llama `{name}`", "another field is called `{name}` too"),
    "H632": (
        "en una fila que se repite, di qué las distingue: `{? date dado of a.system }`",
        "in a row that repeats, say what tells the rows apart: `{? date given of a.system }`",
    ),
    "H632.twice": ("dale otro nombre", "give it another name"),
}
