"""What is said of forms: their fields in texts, and the answers that come back (E630–E639, W630–W636)."""

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
    "E633": ("`{file}` no es un formulario de vadocs con sus marcas", "`{file}` is no form of vadocs with its marks"),
    "H633": (
        "pide el fichero que enviaste, rellenado y guardado, o las respuestas en el cuestionario de texto",
        "ask for the file that you sent, filled in and saved, or for the answers in the questionnaire as text",
    ),
    "H633.pdf": (
        "este PDF no tiene campos: imprimirlo, escanearlo o exportarlo otra vez los borra",
        "this PDF has no fields: printing, scanning or exporting it again removes them",
    ),
    "H633.word": (
        "este Word no tiene campos: Google Docs y otros programas en línea los borran al guardar",
        "this Word file has no fields: Google Docs and other programs online remove them when they save",
    ),
    "H633.plain": (
        "a este texto le faltan las marcas entre corchetes (`[#form …]` y la de cada pregunta): se contesta sin borrarlas",
        "this text lacks the marks in brackets (`[#form …]` and that of each question): one answers without removing them",
    ),
    "E634": ("las respuestas de `{file}` no son de `{id}`", "the answers in `{file}` are not those of `{id}`"),
    "H634.other-client": (
        "el cliente ya no se llama igual ni tiene el mismo identificador: si es el mismo con otro nombre, "
        "repite la orden con `--renamed`",
        "the client no longer has the same name or identifier: if it is the same under another name, "
        "run the command again with `--renamed`",
    ),
    "W634": (
        "el cliente de `{id}` se llamaba de otra manera cuando se envió este formulario",
        "the client of `{id}` had another name when this form was sent",
    ),
    "H634.same": (
        "se han leído las respuestas: mira que sean de quien crees",
        "the answers were read: see that they are from whom you think",
    ),
    "H634": ("llevan la marca de `{id}`", "they have the mark of `{id}`"),
    "H634.changed": (
        "el encargo se llama igual, pero el número ha cambiado desde que se envió el formulario",
        "the engagement has the same id, but its number has changed since the form was sent",
    ),
    "E635": ("`{file}` no se puede abrir con seguridad", "`{file}` cannot be safely opened"),
    "H635.size": ("tiene más de 20 MB o demasiados campos", "it has more than 20 MB or too many fields"),
    "H635.damaged": ("está dañado o no es lo que dice su nombre", "it is damaged or not what its name says"),
    "H635.locked": ("pide una contraseña: guárdalo sin ella", "it asks for a password: save it without one"),
    "H635.dynamic": (
        "es un formulario hecho con otro programa (XFA)",
        "it is a form that another program made (XFA)",
    ),
    "H635.exhausted": (
        "leerlo lleva demasiado tiempo o memoria",
        "reading it takes too much time or memory",
    ),
    "H635.text": ("no es un texto", "it is no text"),
    "H635.large": (
        "tiene más de {count} respuestas o alguna de más de {limit} caracteres",
        "it has more than {count} answers or one of more than {limit} characters",
    ),
    "E636": ("no se sabe a qué ficha van las respuestas de `{id}`", "it is not known which spec the answers of `{id}` go to"),
    "H636": ("dilo con `--into FICHA`", "say it with `--into SPEC`"),
    "H636.several": ("hay varias con ese `id`: {list}; elige con `--into`", "several have that `id`: {list}; choose with `--into`"),
    "E638": ("nada se ha escrito en `{file}`", "nothing was written to `{file}`"),
    "H638": (
        "está escrita de una manera que no admite líneas nuevas en su sitio: añade las respuestas a mano",
        "it is written in a way that does not take new lines in their place: add the answers by hand",
    ),
    "H638.changed": ("ha cambiado mientras tanto: repite la orden", "it has changed meanwhile: run the command again"),
    "W630": ("la ficha no admite «{text}» en `{name}`", "the spec does not take “{text}” at `{name}`"),
    "W631": (
        "a `{name}` se ha respondido «{text}», y la ficha dice otra cosa",
        "“{text}” was answered to `{name}`, and the spec says something else",
    ),
    "H631.kept": (
        "la respuesta se guarda en `intake.answers`; decide qué vale y cámbialo a mano",
        "the answer is kept in `intake.answers`; decide what holds and change it by hand",
    ),
    "W632": ("el formulario ya no pregunta `{name}`", "the form no longer asks `{name}`"),
    "H632.kept": ("la respuesta se guarda igualmente en `intake.answers`", "the answer is kept in `intake.answers` all the same"),
    "W633": ("la respuesta a `{name}` se ha dejado fuera", "the answer to `{name}` was left out"),
    "H633.characters": ("tiene {characters}, que ningún texto admite", "it has {characters}, which no text takes"),
    "W635": (
        "en `{name}` se ha respondido «{text}», que no es un día que se lea de una sola manera",
        "“{text}” was answered to `{name}`, which is no day that can be read in one way alone",
    ),
    "H635.day": (
        "pregunta qué día es y escríbelo así: `AAAA-MM-DD`; hasta entonces se guarda en `intake.answers` como vino",
        "ask which day it is and write it so: `YYYY-MM-DD`; until then it is kept in `intake.answers` as it came",
    ),
    "W636": (
        "a `{name}` se ha respondido dos veces, y distinto: la segunda vez, «{text}»",
        "`{name}` was answered twice, and differently: the second time “{text}”",
    ),
    "H636.first": (
        "cuenta la primera respuesta; si no es la buena, cámbiala a mano",
        "the first answer counts; if it is not the right one, change it by hand",
    ),
    "W637": (
        "los clientes no han elegido todos el mismo paquete",
        "the clients have not all chosen the same package",
    ),
    "H637.all": (
        "lo que ha elegido cada uno se guarda en `intake.answers`; `proposal.chosen` lo decidís con ellos",
        "what each chose is kept in `intake.answers`; decide `proposal.chosen` with them",
    ),
    "H637.packages": (
        "los paquetes de la ficha son: {known}; pregunta cuál es",
        "the packages of the spec are: {known}; ask which it is",
    ),
}
