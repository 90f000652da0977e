"""What is said of editions: overrides, pins, kept editions, `clauses keep`, `diff` and `outdated` (457–479)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "E457": (
        "la carpeta dice que es la edición {folder} y `clause.yaml` que es la {edition}",
        "the folder says that it is edition {folder} and `clause.yaml` that it is {edition}",
    ),
    "H457": ("cambia el nombre de la carpeta, o `edition`", "change the folder's name, or `edition`"),
    "W459": (
        "tu `{clause}` sale de la edición {edition}, y vadocs trae ya la {bundled}: sus cambios no llegan a tus contratos",
        "your `{clause}` was made from edition {edition}, and vadocs comes with {bundled}: its changes do not reach your "
        "contracts",
    ),
    "H459.look": (
        "mira en qué se diferencian: `vadocs clauses diff {clause}`",
        "look at how they differ: `vadocs clauses diff {clause}`",
    ),
    "H459.done": (
        "cuando lo hayas mirado, escribe `based_on: {edition}` en tu `clause.yaml`, y este aviso se calla",
        "once you have looked, write `based_on: {edition}` in your `clause.yaml`, and this warning is silent",
    ),
    "N460": (
        "tu `{clause}` dice lo mismo que la que trae vadocs",
        "your `{clause}` says the same as the one that comes with vadocs",
    ),
    "H460": (
        "si la borras, te llegarán las ediciones nuevas", "if you delete it, new editions will reach you",
    ),
    "N461": (
        "`{id}` se llama como uno que trae vadocs, y está en su lugar",
        "`{id}` has the name of one that comes with vadocs, and stands in its place",
    ),
    "H461.set": (
        "si no era la idea, dale otro nombre; para añadir cláusulas al de vadocs, `extends: {…}` en uno nuevo",
        "if that was not the idea, give it another name; to add clauses to that of vadocs, `extends: {…}` in a new one",
    ),
    "H461.niche": ("si no era la idea, dale otro nombre", "if that was not the idea, give it another name"),
    "E462": (
        "`{folder}` guarda ya otra cosa como edición {edition} de `{clause}`; no se ha tocado",
        "`{folder}` keeps something else as edition {edition} of `{clause}` already; it was left alone",
    ),
    "H462": (
        "si la cláusula es tuya y la has cambiado, sube `edition` en su `clause.yaml`; si no quieres lo guardado, borra la carpeta",
        "if the clause is yours and you changed it, raise `edition` in its `clause.yaml`; if you do not want what is kept, "
        "delete the folder",
    ),
    "E463": (
        "aquí no hay ninguna carpeta de trabajo donde guardar cláusulas", "there is no workspace here to keep clauses in",
    ),
    "H463": (
        "crea un `practice.yaml`, que puede estar vacío, en la carpeta de tus fichas: al lado estará `clauses/`",
        "make a `practice.yaml`, which may be empty, in the folder of your specs: `clauses/` will be beside it",
    ),
    "E464": ("no está a mano la edición `{wanted}` de `{clause}`", "the edition `{wanted}` of `{clause}` is not at hand"),
    "H464": ("hay: {list}", "there are: {list}"),
    "H464.kinds": (
        "di `bundled` (la que trae vadocs), el número de una edición guardada, o la carpeta de otra biblioteca",
        "say `bundled` (the one that comes with vadocs), the number of an edition that is kept, or another library's folder",
    ),
    "E465": ("di qué cláusulas guardar, o `--all`", "say which clauses to keep, or `--all`"),
    "W466": (
        "`{file}` está dañado o cambiado a mano: no se sabe con qué se hicieron sus documentos",
        "`{file}` is damaged or was changed by hand: it is not known what its documents were made with",
    ),
    "H466": (
        "repite `vadocs render` de ese cliente en otra carpeta y compara, o recupera el archivo de una copia",
        "repeat `vadocs render` for that client into another folder and compare, or restore the file from a backup",
    ),
    "W467": ("en `{folder}` no hay documentos hechos por vadocs", "there are no documents made by vadocs in `{folder}`"),
    "H467": (
        "di la carpeta que diste con `--out`: `vadocs clauses outdated CARPETA`",
        "say the folder that you gave with `--out`: `vadocs clauses outdated FOLDER`",
    ),
    "cli.clauses.keep": (
        "Guarda en tu carpeta una copia de la edición de hoy, para poder fijarla después.",
        "Keeps a copy of today's edition in your folder, so that it can be pinned later.",
    ),
    "cli.clauses.diff": (
        "Muestra, palabra por palabra, qué cambia una cláusula tuya o una edición nueva.",
        "Shows, word by word, what a clause of yours or a new edition changes.",
    ),
    "cli.clauses.outdated": (
        "Dice qué documentos ya hechos llevan ediciones anteriores, y qué ha cambiado desde entonces.",
        "Tells which documents already made have older editions, and what has changed since.",
    ),
    "cli.keep.all": ("Guarda todas las cláusulas de la biblioteca.", "Keeps every clause of the library."),
    "cli.diff.against": (
        "Con qué se compara: `bundled`, una edición guardada, o la carpeta de otra biblioteca.",
        "What to compare with: `bundled`, an edition that is kept, or another library's folder.",
    ),
    "cli.diff.of": (
        "Qué se compara, si no es la cláusula que usan tus documentos.",
        "What is compared, if not the clause that your documents use.",
    ),
    "keep.kept": ("guardada: {clause}, edición {edition}, en {folder}", "kept: {clause}, edition {edition}, in {folder}"),
    "keep.already": ("ya estaba guardada: {clause}, edición {edition}", "kept already: {clause}, edition {edition}"),
    "keep.all": ("guardadas {n}; {already} ya lo estaban", "{n} kept; {already} were kept already"),
    "keep.pin": (
        "Para que un cliente siga con ella cuando vadocs traiga otra, pon en su ficha:",
        "For a client to stay with it when vadocs comes with another, put into the spec:",
    ),
    "keep.pin_all": (
        "Para que todos sigan con una edición, ponlo en `practice.yaml`; para uno, en su ficha:",
        "For everyone to stay with an edition, put it into `practice.yaml`; for one client, into the spec:",
    ),
    "diff.head": ("{clause}: de {old} a {new}", "{clause}: from {old} to {new}"),
    "diff.marks": (
        "[-así-] lo que ya no está; {+así+} lo nuevo", "[-so-] what is gone; {+so+} what is new",
    ),
    "diff.line": ("línea {line}", "line {line}"),
    "diff.same": ("Dicen lo mismo.", "They say the same."),
    "diff.alone": (
        "`{clause}` es la que trae vadocs (edición {edition}), y no hay otra con que compararla. Si quieres cambiarla o ver "
        "después qué cambia, guarda una copia: vadocs clauses keep {clause}",
        "`{clause}` is the one that comes with vadocs (edition {edition}), and there is no other to compare it with. To "
        "change it, or to see later what has changed, keep a copy: vadocs clauses keep {clause}",
    ),
    "diff.alone_own": (
        "`{clause}` es tuya (edición {edition}): vadocs no trae ninguna con ese nombre, y no hay otra guardada con que compararla.",
        "`{clause}` is yours (edition {edition}): vadocs comes with none of that name, and no other is kept to compare it with.",
    ),
    "origin.edition.bundled": ("la de vadocs (edición {edition})", "that of vadocs (edition {edition})"),
    "origin.edition.own": ("la tuya (edición {edition})", "yours (edition {edition})"),
    "origin.edition.part": ("la de vadocs (edición {edition}) con {files} tuyo", "that of vadocs (edition {edition}) with your {files}"),
    "origin.edition.kept": ("la guardada (edición {edition})", "the one kept (edition {edition})"),
    "origin.edition.folder": ("la de {folder} (edición {edition})", "that of {folder} (edition {edition})"),
    "show.bundled": ("Viene con vadocs.", "It comes with vadocs."),
    "show.own": ("Es tuya: {folder}", "It is yours: {folder}"),
    "show.over": (
        "Es tuya, y está en el lugar de la que trae vadocs (edición {edition}): {folder}",
        "It is yours, and stands in the place of the one that comes with vadocs (edition {edition}): {folder}",
    ),
    "show.part": (
        "Viene con vadocs, menos lo que has cambiado tú: {files}", "It comes with vadocs, but for what you changed: {files}",
    ),
    "show.diff": ("Lo que cambia: vadocs clauses diff {clause}", "What that changes: vadocs clauses diff {clause}"),
    "show.kept": ("Ediciones guardadas en tu carpeta: {list}", "Editions kept in your folder: {list}"),
    "outdated.none": (
        "{n} juegos de documentos mirados: todos con las ediciones de hoy", "{n} sets of documents looked at: all with today's editions",
    ),
    "outdated.none.one": (
        "{n} juego de documentos mirado: con las ediciones de hoy", "{n} set of documents looked at: with today's editions",
    ),
    "outdated.some": (
        "Con otras ediciones que las de hoy: {some} de {n} juegos de documentos",
        "With other editions than today's: {some} of {n} sets of documents",
    ),
    "outdated.change.older": (
        "{clause}: de la edición {was} a la {now}  (en {count} de ellos)", "{clause}: from edition {was} to {now}  (in {count} of them)",
    ),
    "outdated.change.newer": (
        "{clause}: se hizo con la edición {was}, y tu biblioteca tiene una anterior, la {now}  (en {count} de ellos)",
        "{clause}: made with edition {was}, and your library has an older one, {now}  (in {count} of them)",
    ),
    "outdated.change.other": (
        "{clause}: sigue siendo la edición {was}, con otro texto o parámetros  (en {count} de ellos)",
        "{clause}: still edition {was}, with another text or other parameters  (in {count} of them)",
    ),
    "outdated.change.gone": (
        "{clause}: se hizo con la edición {was}, y la biblioteca ya no la tiene  (en {count} de ellos)",
        "{clause}: made with edition {was}, and the library has it no more  (in {count} of them)",
    ),
    "outdated.unknown": (
        "no se puede decir qué cambia: el texto de la edición {was} no está guardado en tu carpeta (`vadocs clauses keep {clause}` "
        "lo guarda antes de actualizar vadocs)",
        "what changes cannot be told: your folder does not keep the text of edition {was} (`vadocs clauses keep {clause}` "
        "keeps it before vadocs is upgraded)",
    ),
    "outdated.unproven": (
        "se compara con la edición {was} guardada; no consta que sea, letra a letra, la que se usó",
        "compared with edition {was} as it is kept; it is not on record that it is, letter by letter, the one used",
    ),
    "outdated.same_words": (
        "cambia su número, no lo que imprime", "its number changes, not what it prints",
    ),
    "outdated.pinned": ("fijada", "pinned"),
    "outdated.from_batch": (
        "solo por el registro del lote", "by the batch's record alone",
    ),
    "outdated.draft": (
        "Un borrador se pone al día con `vadocs render` o `vadocs batch`.",
        "A draft is brought up to date with `vadocs render` or `vadocs batch`.",
    ),
    "outdated.final": (
        "Una versión final no cambia sola: si hay que cambiar lo firmado, sube `version` o haz un acuerdo de modificación (`amends`).",
        "A final version does not change by itself: to change what was signed, raise `version` or make an amendment (`amends`).",
    ),
    "outdated.stays": (
        "Lo que la ficha fija (`clauses.pin`) sigue así hasta que cambies la ficha.",
        "What the spec pins (`clauses.pin`) stays so until you change the spec.",
    ),
    "outdated.head.engagement": ("cliente", "client"),
    "outdated.head.number": ("número", "number"),
    "outdated.head.version": ("v.", "v."),
    "outdated.head.status": ("estado", "status"),
    "outdated.head.clauses": ("cláusulas", "clauses"),
    "outdated.status.draft": ("borrador", "draft"),
    "outdated.status.final": ("final", "final"),
}
