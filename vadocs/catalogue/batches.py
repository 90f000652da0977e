"""Batches: sources, workers, the manifest, progress, the report."""

MESSAGES: dict[str, tuple[str, str]] = {
    # the journal of a batch, its lock, what changed since the last run
    "W753": (
        "`{file}`, la lista de lo que ha hecho cada lote, tiene {count} línea(s) dañada(s); la primera es la {line}",
        "`{file}`, the list of what each batch did, has {count} damaged line(s); the first is line {line}",
    ),
    "H753": (
        "no hace falta que hagas nada: lo que decían se vuelve a comprobar o a hacer",
        "there is nothing to do: what they said is checked or made again",
    ),
    "E754": (
        "`{file}` no es un fichero normal: ahí se anota lo que hace cada lote",
        "`{file}` is no ordinary file: what each batch does is noted there",
    ),
    "H754": ("muévelo, o elige otra carpeta con `--out`", "move it, or choose another folder with `--out`"),
    "E755": (
        "otro lote está escribiendo en `{file}`",
        "another batch is writing into `{file}`",
    ),
    "H755": (
        "espera a que termine y repite la orden, o elige otra carpeta con `--out`",
        "wait until it has finished and repeat the command, or choose another folder with `--out`",
    ),
    "N756": (
        "`{file}` se ha cambiado a mano desde que se escribió; se deja como está",
        "`{file}` was changed by hand since it was written; it stays as it is",
    ),
    "H756": (
        "para volver a hacerlo y perder esos cambios, usa `--replace`",
        "to make it again and lose those changes, use `--replace`",
    ),
    "why.new": ("es la primera vez", "it is the first time"),
    "why.interrupted": ("la última vez se interrumpió", "it was interrupted last time"),
    "why.rejected": ("la última vez tenía errores", "it had errors last time"),
    "why.failed": ("la última vez no se pudo terminar", "it could not be finished last time"),
    "why.program": (
        "vadocs, o algo de lo que usa para hacer los documentos, ha cambiado",
        "vadocs, or something that it makes documents with, has changed",
    ),
    "why.options": ("las opciones de la orden son otras", "the options of the command are others"),
    "why.spec": ("la ficha ha cambiado", "the spec has changed"),
    "why.given": ("la fila de la tabla, o lo que se da con `--set`, ha cambiado", "the row of the table, or what `--set` gives, has changed"),
    "why.practice": ("`practice.yaml` ha cambiado", "`practice.yaml` has changed"),
    "why.library": (
        "tus cláusulas han cambiado: un `clause.yaml`, una lista de cláusulas, palabras, o hay un texto más o menos",
        "your clauses have changed: a `clause.yaml`, a set, words, or there is a text more or less",
    ),
    "why.fonts": ("la carpeta `fonts` ha cambiado", "the folder `fonts` has changed"),
    "why.look": ("el aspecto `{name}` ha cambiado", "the look `{name}` has changed"),
    "why.clause": ("el texto de tu cláusula `{name}` ha cambiado", "the text of your clause `{name}` has changed"),
    "why.file": ("el fichero `{name}` ha cambiado", "the file `{name}` has changed"),
    "why.missing": ("falta `{name}`", "`{name}` is missing"),
    "why.other": ("otra orden ha escrito `{name}` después", "another command has written `{name}` since"),
    "why.edited": ("`{name}` se ha cambiado a mano, y has pedido `--replace`", "`{name}` was changed by hand, and `--replace` is asked for"),
}
