"""What the commands say that make a day's work easier: watch, preview, completion, doctor, template new."""

MESSAGES: dict[str, tuple[str, str]] = {
    "H674": ("instálala con `{command}`", "install it with `{command}`"),
    # completion
    "cli.completion": (
        "Escribe lo que hace que la tecla Tab complete órdenes, fichas, documentos, aspectos y cláusulas. "
        "Añádelo al arranque de tu consola: bash, `vadocs completion bash >> ~/.bashrc`; zsh, el mismo en ~/.zshrc; "
        "fish, `vadocs completion fish > ~/.config/fish/completions/vadocs.fish`; "
        "PowerShell, `vadocs completion powershell >> $PROFILE`.",
        "Prints what makes the Tab key complete commands, specs, documents, looks and clauses. "
        "Add it to the start of your shell: bash, `vadocs completion bash >> ~/.bashrc`; zsh, the same in ~/.zshrc; "
        "fish, `vadocs completion fish > ~/.config/fish/completions/vadocs.fish`; "
        "PowerShell, `vadocs completion powershell >> $PROFILE`.",
    ),
    "cli.completion.bash": ("para tenerlo siempre: `vadocs completion bash >> ~/.bashrc`", "to have it always: `vadocs completion bash >> ~/.bashrc`"),
    "cli.completion.zsh": ("para tenerlo siempre: `vadocs completion zsh >> ~/.zshrc`", "to have it always: `vadocs completion zsh >> ~/.zshrc`"),
    "cli.completion.fish": (
        "para tenerlo siempre: `vadocs completion fish > ~/.config/fish/completions/vadocs.fish`",
        "to have it always: `vadocs completion fish > ~/.config/fish/completions/vadocs.fish`",
    ),
    "cli.completion.powershell": ("para tenerlo siempre: `vadocs completion powershell >> $PROFILE`", "to have it always: `vadocs completion powershell >> $PROFILE`"),
    # preview
    "cli.preview": (
        "Muestra los documentos en imágenes: una por página y una hoja con todas.",
        "Shows the documents as pictures: one a page, and a sheet with all of them.",
    ),
    "cli.preview.pages": ("Solo estas páginas, como 1-3,5.", "These pages alone, such as 1-3,5."),
    "cli.preview.dpi": ("Puntos por pulgada (80 si no se da).", "Pixels an inch (80 if not given)."),
    "cli.preview.sheet": ("{file}  (todas las páginas)", "{file}  (all pages)"),
    "cli.preview.only": (
        "Son para mirarlas: lo que se envía lo escribe `vadocs render`.",
        "They are to be looked at: what is sent is written by `vadocs render`.",
    ),
    "cli.previewing": ("dibujando las páginas…", "drawing the pages…"),
    "E675": ("`{value}` no son páginas, en `{name}`", "`{value}` is not pages, in `{name}`"),
    "H675": ("se escriben así: 1-3,5", "they are written like this: 1-3,5"),
    "E676": ("no hay página {page}: el documento más largo tiene {most}", "there is no page {page}: the longest document has {most}"),
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
