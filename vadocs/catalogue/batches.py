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
}
