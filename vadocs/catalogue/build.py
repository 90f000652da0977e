"""What the building of an engagement and the writing of its files find."""

MESSAGES: dict[str, tuple[str, str]] = {
    "E600": (
        "`{file}` se ha cambiado a mano desde que se escribió; no se sobrescribe",
        "`{file}` was changed by hand since it was written; it is not overwritten",
    ),
    "H600": (
        "guarda tu copia con otro nombre, o usa `--replace` para perder esos cambios",
        "save your copy under another name, or use `--replace` to lose those changes",
    ),
    "E601": (
        "la versión {version} es definitiva y su contenido cambiaría",
        "version {version} is final and its content would change",
    ),
    "H601": ("sube `version` a {next} en la ficha", "raise `version` to {next} in the spec"),
    "E602": (
        "`{file}` ya existe y no lo ha escrito vadocs; no se sobrescribe",
        "`{file}` exists and was not written by vadocs; it is not overwritten",
    ),
    "H602": ("muévelo, o elige otra carpeta con `--out`", "move it, or choose another folder with `--out`"),
    "E603": ("no se puede escribir en `{file}`: {text}", "cannot write to `{file}`: {text}"),
    "H603": (
        "comprueba el espacio en disco y los permisos de la carpeta",
        "check the disk space and the folder's permissions",
    ),
    "E604": ("dos fichas tienen el mismo número `{number}`", "two specs have the same number `{number}`"),
    "E605": ("dos fichas tienen el mismo id `{id}`", "two specs have the same id `{id}`"),
    "H604": (
        "cada encargo lleva su número: cambia uno de los dos",
        "each engagement has a number of its own: change one of the two",
    ),
    "build.other_spec": ("la otra ficha", "the other spec"),
    "E606": (
        "el manifiesto `{file}` no se puede leer; no se sobrescribe nada de esa carpeta",
        "the manifest `{file}` cannot be read; nothing of that folder is overwritten",
    ),
    "H606": (
        "bórralo si los archivos de la carpeta se pueden perder",
        "delete it if the files of the folder may be lost",
    ),
    "E607": (
        "el documento es definitivo y le falta: {list}",
        "the document is final and lacks: {list}",
    ),
    "H607": (
        "rellénalos en la ficha, o pon `status: draft`",
        "fill them in in the spec, or set `status: draft`",
    ),
}
