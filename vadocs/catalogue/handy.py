"""What the commands say that make a day's work easier: watch, preview, completion, doctor, template new."""

MESSAGES: dict[str, tuple[str, str]] = {
    # watch
    "cli.watch": (
        "Escribe los documentos otra vez cada vez que guardas la ficha, una cláusula, una plantilla o tus datos. "
        "Se acaba con Ctrl+C.",
        "Writes the documents again each time you save the spec, a clause, a template or your practice. Ctrl+C ends it.",
    ),
    "cli.watch.waiting": (
        "esperando a que guardes algo en {file} o en lo que usa (Ctrl+C para acabar)",
        "waiting for a save of {file} or of what it uses (Ctrl+C to end)",
    ),
    "cli.watch.gone": ("resuelto [{code}]: {text}", "mended [{code}]: {text}"),
    "cli.watch.written": ("{time}  escritos {n} archivos en {folder}", "{time}  {n} files written in {folder}"),
    "cli.watch.written.one": ("{time}  escrito 1 archivo en {folder}", "{time}  1 file written in {folder}"),
    "cli.watch.errors": ("quedan {n} errores", "{n} errors left"),
    "cli.watch.errors.one": ("queda 1 error", "1 error left"),
    "cli.watch.warned": ("hay avisos y has pedido `--strict`", "there are warnings and you asked for `--strict`"),
    "cli.watch.kept": (
        "los documentos se quedan como salieron la última vez",
        "the documents stay as they came out last time",
    ),
    "cli.watch.nothing": ("no se ha escrito nada", "nothing was written"),
    "cli.watch.ended": ("fin", "ended"),
}
