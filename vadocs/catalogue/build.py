"""What the building of an engagement and the writing of its files find."""

MESSAGES: dict[str, tuple[str, str]] = {
    "E430": (
        "el documento ya está en {language}: una copia de lectura va en otro idioma",
        "the document is in {language} already: a reading copy is in another language",
    ),
    "H430": ("pide la copia con `--reading {other}`", "ask for the copy with `--reading {other}`"),
    "H431": (
        "el documento ya lleva los dos idiomas: no necesita copia de lectura",
        "the document has both languages already: it needs no reading copy",
    ),
    "N440": (
        "sin copia de lectura: el documento ya está en {language}",
        "no reading copy: the document is in {language} already",
    ),
    "N441": (
        "`{file}` no se ha comparado: la ficha ya no da esa copia de lectura",
        "`{file}` was not compared: the spec gives that reading copy no more",
    ),
    "E600": (
        "`{file}` se ha cambiado a mano desde que se escribió; no se sobrescribe",
        "`{file}` was changed by hand since it was written; it is not overwritten",
    ),
    "H600": (
        "guarda tu copia con otro nombre, o usa `--replace` para perder esos cambios",
        "save your copy under another name, or use `--replace` to lose those changes",
    ),
    "E601": (
        "la versión {version} es definitiva y `{file}` cambiaría su contenido",
        "version {version} is final and `{file}` would change its content",
    ),
    "H601": ("sube `version` a {next} en la ficha", "raise `version` to {next} in the spec"),
    "H671": (
        "si quieres un paquete de otros documentos, pídelos con `--documents`: tendrá su propio nombre",
        "for a packet of other documents ask for them with `--documents`: it gets a name of its own",
    ),
    "E602": (
        "`{file}` ya existe y no lo ha escrito vadocs; no se sobrescribe",
        "`{file}` exists and was not written by vadocs; it is not overwritten",
    ),
    "H602": ("muévelo, o elige otra carpeta con `--out`", "move it, or choose another folder with `--out`"),
    "E603": ("no se puede escribir en `{file}`: {text}", "cannot write to `{file}`: {text}"),
    "H603": (
        "comprueba el espacio en disco y los permisos de la carpeta; si el archivo está abierto en otro programa, ciérralo",
        "check the disk space and the folder's permissions; if the file is open in another program, close it",
    ),
    "E604": ("dos fichas tienen el mismo número `{number}`", "two specs have the same number `{number}`"),
    "E605": ("dos fichas tienen el mismo id `{id}`", "two specs have the same id `{id}`"),
    "H604": (
        "cada encargo lleva su número: cambia uno de los dos",
        "each engagement has a number of its own: change one of the two",
    ),
    "build.other_spec": ("la otra ficha", "the other spec"),
    "E606": (
        "`{file}`, la lista de lo que ha escrito vadocs, está dañada o se ha cambiado a mano; "
        "no se sobrescribe nada de esa carpeta",
        "`{file}`, the list of what vadocs has written, is damaged or was changed by hand; "
        "nothing in that folder is overwritten",
    ),
    "H606": (
        "recupera una copia buena; o mueve la carpeta a otro sitio y vuelve a escribirlo todo",
        "restore a good copy; or move the folder elsewhere and write everything again",
    ),
    "E607": (
        "el documento es definitivo y le falta: {list}",
        "the document is final and lacks: {list}",
    ),
    "H607": (
        "rellénalos en la ficha, o pon `status: draft`",
        "fill them in in the spec, or set `status: draft`",
    ),
    "E608": (
        "`{file}` no es lo que debe: hay ahí una carpeta, un enlace o un archivo que no toca; no se sobrescribe",
        "`{file}` is not what it should be: a folder, a link or a wrong file stands there; it is not overwritten",
    ),
    "E609": (
        "`{file}` está protegido contra escritura; no se sobrescribe",
        "`{file}` is write-protected; it is not overwritten",
    ),
    "H609": (
        "quítale la protección, o usa `--replace` para sobrescribirlo",
        "take the protection off, or use `--replace` to overwrite it",
    ),
    "E610": (
        "`{file}` es de otro encargo, `{other}`, y no de `{id}`; no se sobrescribe nada de esa carpeta",
        "`{file}` is of another engagement, `{other}`, not of `{id}`; nothing in that folder is overwritten",
    ),
    "E611": (
        "otra ejecución de vadocs está escribiendo en `{file}`",
        "another run of vadocs is writing to `{file}`",
    ),
    "H611": ("espera a que termine y repite la orden", "wait until it has finished and repeat the command"),
    "E694": (
        "`{document}` no es para el cliente: no va en ningún paquete",
        "`{document}` is not for the client: it goes into no packet",
    ),
    "H694": ("hazlo aparte, con `vadocs render`", "make it separately, with `vadocs render`"),
    "E620": (
        "el sello taparía lo que hay en esa esquina (`{corner}`) en las páginas {pages} del paquete",
        "the stamp would cover what stands in that corner (`{corner}`) on pages {pages} of the packet",
    ),
    "H620": (
        "elige otra con `--stamp-corner`, o un aspecto con márgenes más anchos",
        "choose another one with `--stamp-corner`, or a look with wider margins",
    ),
    "N600": (
        "`{file}` dice otra cosa que lo que se acaba de escribir de la versión {version}; se queda como está",
        "`{file}` says something else than what was just written of version {version}; it is left as it is",
    ),
    "H610": (
        "si es de un nombre o un número anterior, bórralo; si es de otro formato, vuelve a escribirlo también",
        "if it is of an earlier name or number, delete it; if it is of another format, write that again too",
    ),
    "W600": (
        "del contrato {number}, versión {version}, que este cambia, aquí solo hay un borrador",
        "of agreement {number}, version {version}, which this one changes, there is only a draft here",
    ),
    "H612": (
        "solo se cambia un contrato firmado: si lo está, ponle `status: final` y escríbelo; si no, cambia el borrador",
        "only a signed agreement is changed: if it is, give it `status: final` and write it; if not, change the draft",
    ),
    "W601": (
        "del contrato {number}, que este cambia, aquí no está la versión {version}",
        "of agreement {number}, which this one changes, version {version} is not here",
    ),
    "H613": ("aquí están: {list}; comprueba `amends.version`", "here are: {list}; check `amends.version`"),
}
