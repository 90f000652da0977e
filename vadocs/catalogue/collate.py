"""Delivered files read back: findings, and what is said of each file."""

MESSAGES: dict[str, tuple[str, str]] = {
    "E680": (
        "`{file}` dice «{found}» en `{key}`, y según la ficha debe decir «{wanted}»",
        "`{file}` says “{found}” for `{key}`, and by the spec it must say “{wanted}”",
    ),
    "H680": (
        "si vale lo del archivo, cambia la ficha; si vale la ficha, haz otra vez el documento con `vadocs render`",
        "if the file is right, change the spec; if the spec is right, make the document again with `vadocs render`",
    ),
    "H680.others": ("lo dicen como la ficha: {list}", "these say it as the spec does: {list}"),
    "E670": (
        "el índice de `{file}` pone la página «{found}» en «{title}», que está en la «{wanted}»",
        "the contents of `{file}` give page “{found}” for “{title}”, which is on “{wanted}”",
    ),
    "H670": ("haz otra vez el paquete con `vadocs packet`", "make the packet again with `vadocs packet`"),
    "W681": (
        "en `{file}` pone «{found}» donde el documento decía «{wanted}» (… {before} [ ] {after} …)",
        "`{file}` has “{found}” where the document had “{wanted}” (… {before} [ ] {after} …)",
    ),
    "H681": (
        "lo que se cambia a mano en un archivo se pierde al hacerlo otra vez: llévalo a la ficha o a una cláusula tuya",
        "what is changed by hand in a file is lost when it is made again: put it into the spec or a clause of yours",
    ),
    "E682": ("no se puede leer `{file}`", "`{file}` cannot be read"),
    "H682": ("ábrelo para ver si está entero, o hazlo otra vez", "open it to see whether it is whole, or make it again"),
    "W683": ("`{file}` ya no está en la carpeta", "`{file}` is no longer in the folder"),
    "E684": (
        "en `{folder}` no hay ningún documento de este número y esta versión",
        "`{folder}` holds no document of this number and version",
    ),
    "H684": ("hazlos antes: `vadocs render {spec}`", "make them first: `vadocs render {spec}`"),
}
