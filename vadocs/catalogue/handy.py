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
    # template new, and the places of what template check finds
    "cli.template.new": (
        "Copia un aspecto en `templates/`, con otro nombre, para que lo cambies en Word.",
        "Copies a look into `templates/` under another name, for you to change in Word.",
    ),
    "cli.template.from": ("Aspecto que se copia (por defecto, sobrio).", "Look that is copied (sobrio if not given)."),
    "cli.template.made": ("aspecto nuevo: {file}", "new look: {file}"),
    "cli.template.next": (
        "Ábrelo en Word, cambia los estilos y guárdalo. Después: `vadocs template check {file}`, y en tus datos "
        "`brand: {look: {name}}` o `--look {name}` en cada orden. Qué estilo hace qué: docs/aspecto.md.",
        "Open it in Word, change the styles and save it. Then: `vadocs template check {file}`, and in your practice "
        "`brand: {look: {name}}`, or `--look {name}` with each command. Which style does what: docs/look.md.",
    ),
    "E677": ("aquí no hay ningún espacio de trabajo en el que poner el aspecto", "there is no workspace here to put the look into"),
    "H677": (
        "un espacio de trabajo es una carpeta con un `practice.yaml`, que puede estar vacío",
        "a workspace is a folder with a `practice.yaml`, which may be empty",
    ),
    "E678": ("`{name}` no sirve de nombre para un aspecto", "`{name}` is no name for a look"),
    "H678": ("usa minúsculas sin acento, cifras y guiones, como `mi-marca`", "use lower-case letters without accents, digits and hyphens, such as `my-brand`"),
    "E679": ("ya hay un aspecto que se llama `{name}`, en `{file}`; no se sobrescribe", "there is a look called `{name}` already, in `{file}`; it is not overwritten"),
    "H679": ("elige otro nombre, o borra antes ese archivo", "choose another name, or remove that file first"),
    "H685": (
        "en Word: Inicio, Estilos, clic derecho en «{spanish}», Modificar",
        "in Word: Home, Styles, right click on “{english}”, Modify",
    ),
    "H686": ("en Word: pestaña Disposición, Configurar página", "in Word: tab Layout, Page Setup"),
    "H687": (
        "en Word: Inicio, Lista multinivel, Definir nueva lista multinivel",
        "in Word: Home, Multilevel List, Define New Multilevel List",
    ),
    "H688.body": ("en Word: en el cuerpo de la página", "in Word: in the body of the page"),
    "H688.header.first": ("en Word: doble clic en el encabezado de la primera página", "in Word: double click on the header of the first page"),
    "H688.header.other": ("en Word: doble clic en el encabezado de la segunda página", "in Word: double click on the header of the second page"),
    "H688.footer.first": ("en Word: doble clic en el pie de la primera página", "in Word: double click on the footer of the first page"),
    "H688.footer.other": ("en Word: doble clic en el pie de la segunda página", "in Word: double click on the footer of the second page"),
    # doctor, --version
    "cli.version.system": ("sistema", "system"),
    "cli.version.clauses": ("cláusulas", "clauses"),
    "cli.doctor": (
        "Mira si todo está en su sitio: fuentes, cláusulas, aspectos, permisos, disco y consola. No cambia nada.",
        "Looks whether all is in place: fonts, clauses, looks, permissions, disk and console. It changes nothing.",
    ),
    "cli.doctor.looking": ("mirando…", "looking…"),
    "cli.doctor.good.word": ("bien", "good"),
    "cli.doctor.note.word": ("nota", "note"),
    "cli.doctor.bad.word": ("mal", "bad"),
    "cli.doctor.good": ("todo en orden", "all is well"),
    "cli.doctor.bad": ("{n} cosas por arreglar", "{n} things to mend"),
    "cli.doctor.bad.one": ("1 cosa por arreglar", "1 thing to mend"),
    "cli.doctor.language": (
        "en pantalla, español (se cambia con `--lang en` o la variable VADOCS_LANG)",
        "on screen, English (`--lang es` or the variable VADOCS_LANG changes it)",
    ),
    "cli.doctor.encoding": ("la consola muestra todas las letras ({encoding})", "the console shows all letters ({encoding})"),
    "cli.doctor.encoding.poor": (
        "la consola no tiene todas las letras ({encoding}): algunas saldrán como `?`; con PYTHONUTF8=1 se arregla casi siempre",
        "the console lacks some letters ({encoding}): they come out as `?`; PYTHONUTF8=1 mostly mends it",
    ),
    "cli.doctor.extra": ("el extra `{extra}` está instalado", "the extra `{extra}` is installed"),
    "cli.doctor.extra.lacking": ("falta el extra `{extra}`: {told}; se instala con `{command}`", "the extra `{extra}` is lacking: {told}; `{command}` installs it"),
    "cli.doctor.extra.preview": ("solo hace falta para `vadocs preview`", "only `vadocs preview` needs it"),
    "cli.doctor.extra.remote": ("solo hace falta para lotes cuya salida es una dirección", "only batches that go to an address need it"),
    "cli.doctor.extra.dask": ("solo hace falta para lotes en varios equipos", "only batches on several machines need it"),
    "cli.doctor.hunspell": (
        "hunspell está: `vadocs clauses lint` revisa también la ortografía",
        "hunspell is here: `vadocs clauses lint` checks spelling too",
    ),
    "cli.doctor.hunspell.none": (
        "sin hunspell: solo lo usa `vadocs clauses lint`, para la ortografía",
        "no hunspell: only `vadocs clauses lint` uses it, for spelling",
    ),
    "cli.doctor.libreoffice": ("LibreOffice y Word no hacen falta", "neither LibreOffice nor Word is needed"),
    "doctor.library": ("{clauses} cláusulas y {niches} nichos se leen", "{clauses} clauses and {niches} niches can be read"),
    "doctor.compiled": ("las cláusulas vienen ya preparadas", "the clauses come prepared"),
    "doctor.texts": (
        "las cláusulas se preparan en cada arranque, porque sus textos están a la vista: tarda algo más",
        "the clauses are prepared at each start, as their texts lie open: it takes a little longer",
    ),
    "doctor.fonts": ("las {n} fuentes incluidas se leen", "the {n} bundled font files can be read"),
    "doctor.fonts.broken": (
        "hay fuentes incluidas que no se leen ({list}): instala vadocs de nuevo",
        "bundled font files cannot be read ({list}): install vadocs anew",
    ),
    "doctor.look.good": ("el aspecto `{name}` sirve", "the look `{name}` is fit"),
    "doctor.look.note": ("el aspecto `{name}` sirve, con {n} avisos", "the look `{name}` is fit, with {n} warnings"),
    "doctor.look.bad": ("el aspecto `{name}` no sirve", "the look `{name}` is not fit"),
    "doctor.practice": ("tus datos se leen de `{file}`", "your practice is read from `{file}`"),
    "doctor.practice.none": (
        "aquí no hay ningún `practice.yaml`: cada ficha lleva todos los datos",
        "there is no `practice.yaml` here: each spec holds all data",
    ),
    "doctor.writing": ("se puede escribir en `{folder}`", "`{folder}` can be written to"),
    "doctor.writing.refused": ("no se puede escribir en `{folder}`", "`{folder}` cannot be written to"),
    "doctor.room": ("quedan {megabytes} MB en el disco", "{megabytes} MB are free on the disk"),
    "doctor.room.none": ("solo quedan {megabytes} MB en el disco", "only {megabytes} MB are free on the disk"),
    # preview
    "cli.preview": (
        "Muestra los documentos en imágenes: una por página y una hoja con todas.",
        "Shows the documents as pictures: one a page, and a sheet with all of them.",
    ),
    "cli.preview.pages": ("Solo estas páginas, como 1-3,5.", "These pages alone, such as 1-3,5."),
    "cli.preview.dpi": ("Puntos por pulgada (por defecto, 80).", "Pixels an inch (80 if not given)."),
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
