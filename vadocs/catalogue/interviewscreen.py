"""What an interview says around its questions, and the comments of the file that it ends as."""

MESSAGES: dict[str, tuple[str, str]] = {
    # the file
    "spec.head": (
        "Una ficha: de ella salen todos los documentos de este encargo. Cámbiala con cualquier editor.\n"
        "Qué falta o está mal: `vadocs check`. Los documentos: `vadocs render`.",
        "A spec: all documents of this engagement come from it. Change it in any editor.\n"
        "What is missing or wrong: `vadocs check`. The documents: `vadocs render`.",
    ),
    "spec.left_open": (
        "Quedó sin contestar (lo importante sale marcado en el borrador):",
        "Left without an answer (what matters is marked in the draft):",
    ),
    "spec.number": ("el número que se imprime; el siguiente de tu serie", "the printed number; the next of your series"),
    "spec.status": ("`draft` hasta que no falte nada; luego, `final`", "`draft` until nothing is missing; then `final`"),
    "spec.date": ("la fecha de los documentos", "the date of the documents"),
    "spec.signing": ("La firma", "The signing"),
    "spec.language": ("El idioma de los documentos, la ley y los tribunales", "The language of the documents, the law and the courts"),
    "spec.governing_law": ("La ley que se aplica", "The law that applies"),
    "spec.documents": ("Los documentos que salen de aquí", "The documents that come from here"),
    "spec.clause_set": ("El conjunto de cláusulas: `vadocs plan` dice cuáles entran", "The clause set: `vadocs plan` tells which are in"),
    "spec.niches": ("El nicho: `vadocs niches show` dice qué cambia", "The niche: `vadocs niches show` tells what it changes"),
    "spec.provider": ("Tú", "You"),
    "spec.client": ("El cliente", "The client"),
    "spec.client.kind": (
        "por su identificador fiscal, o por quién firma",
        "from its tax identifier, or from who signs",
    ),
    "spec.client.tax.territory": ("por el código postal", "from the postal code"),
    "spec.services": ("Lo que haces, y cada cuánto", "What you do, and how often"),
    "spec.exclusions": ("Lo que queda fuera", "What is left out"),
    "spec.performed_in": ("Desde dónde trabajas", "Where you work from"),
    "spec.used_in": ("Dónde se usa tu trabajo", "Where your work is used"),
    "spec.independence": ("Lo que es verdad de cómo trabajas; solo eso se imprime", "What is true of how you work; only that is printed"),
    "spec.fees": ("Los honorarios, sin impuestos", "The fees, before taxes"),
    "spec.payment": ("Cuándo y cómo se paga", "When and how it is paid"),
    "spec.term": ("Desde cuándo, y hasta cuándo si tiene fin", "From when, and until when if it ends"),
    "spec.personal_data": (
        "Datos personales que tratas por cuenta del cliente; si los hay, di cuáles, de quién y para qué",
        "Personal data that you handle for the client; if any, tell which, whose and what for",
    ),
    # the interview on screen
    "interview.hello": (
        "Contesta y pulsa Intro. `<` vuelve atrás, `?` deja la respuesta pendiente, Ctrl-C guarda y sale.",
        "Answer and press Enter. `<` goes back, `?` leaves an answer open, Ctrl-C saves and leaves.",
    ),
    "interview.resumed": (
        "Sigues donde lo dejaste: {n} respuestas guardadas (`--restart` empieza de nuevo).",
        "You go on where you stopped: {n} answers saved (`--restart` begins anew).",
    ),
    "interview.resumed.one": (
        "Sigues donde lo dejaste: 1 respuesta guardada (`--restart` empieza de nuevo).",
        "You go on where you stopped: 1 answer saved (`--restart` begins anew).",
    ),
    "interview.question": ("{n}. {text}", "{n}. {text}"),
    "interview.proposed": ("Intro acepta: {text}", "Enter accepts: {text}"),
    "interview.needed": ("Hace falta para seguir.", "It is needed to go on."),
    "interview.yes": ("sí", "yes"),
    "interview.no": ("no", "no"),
    "interview.go_back": ("← volver a la pregunta anterior", "← back to the question before"),
    "interview.leave_open": ("? dejarlo pendiente", "? leave it open"),
    "interview.no_way_back": ("es la primera pregunta", "this is the first question"),
    "interview.several": ("Escribe los números, con comas (`1,3`).", "Type the numbers, with commas (`1,3`)."),
    "interview.several.marked": (
        "Escribe los números, con comas (`1,3`). Intro acepta lo marcado con *.",
        "Type the numbers, with commas (`1,3`). Enter accepts what is marked *.",
    ),
    "interview.choice": ("Escribe el número.", "Type the number."),
    "interview.truth": ("Escribe `sí` o `no`.", "Type `yes` or `no`."),
    "interview.mark": ("Espacio marca, Intro acepta", "Space marks, Enter accepts"),
    "interview.more": ("+ otra, que escribo yo", "+ another, which I write"),
    "interview.digits.none": ("se comprueba mientras escribes ({country})", "checked as you type ({country})"),
    "interview.digits.not_yet": ("el dígito de control no cuadra todavía", "the check digits do not hold yet"),
    "interview.digits.good": ("✓ {kind}", "✓ {kind}"),
    "interview.search": ("escribe para buscar", "type to search"),
    "interview.saved": (
        "Guardado. Sigue cuando quieras con: {command}",
        "Saved. Go on whenever you like with: {command}",
    ),
    "interview.written": ("escrita la ficha: {file}", "spec written: {file}"),
    "interview.asked": ("{n} preguntas", "{n} questions"),
    "interview.asked.one": ("1 pregunta", "1 question"),
    "interview.left_open": (
        "{n} sin contestar; lo importante saldrá marcado en el borrador:",
        "{n} left open; what matters will be marked in the draft:",
    ),
    "interview.left_open.one": (
        "1 sin contestar; si es importante, saldrá marcado en el borrador:",
        "1 left open; if it matters, it will be marked in the draft:",
    ),
    "interview.next": ("Ahora: {command}", "Next: {command}"),
}
