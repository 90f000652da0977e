"""What the rules find in words, sums and dates."""

MESSAGES: dict[str, tuple[str, str]] = {
    "W860": (
        "«{words}» retiene o borra cosas del cliente porque no paga",
        "“{words}” holds back or deletes the client's things because of non-payment",
    ),
    "H860": (
        "suspende el servicio, pero devuelve datos y accesos: retenerlos te puede costar más que la deuda",
        "suspend the service, but return data and access: holding them back may cost you more than the debt",
    ),
    "W861": (
        "«{words}» quita toda responsabilidad, también la de hacer daño a propósito",
        "“{words}” waives all liability, for harm done on purpose too",
    ),
    "H861": (
        "usa `liability.cap_amount` o `cap_months`: un límite así puede caer entero",
        "use `liability.cap_amount` or `cap_months`: such a waiver may fall as a whole",
    ),
    "W862": (
        "«{words}»: en muchos países los derechos morales no se pueden ceder",
        "“{words}”: in many countries moral rights cannot be given away",
    ),
    "H862": (
        "cede solo los derechos de explotación, con la cláusula `ip-assignment`",
        "assign the economic rights only, with the clause `ip-assignment`",
    ),
    "W863": ("«{words}» cede obras que aún no existen", "“{words}” gives away works that do not exist yet"),
    "H863": (
        "cede lo que se entrega en este encargo, y nada más",
        "assign what is delivered in this engagement, and no more",
    ),
    "W864": (
        "«{words}» puede dar derecho a desistir perdiendo o doblando lo pagado",
        "“{words}” may give a right to withdraw by losing or doubling what was paid",
    ),
    "H864": ("llámalo «anticipo a cuenta», con `deposit`", "call it “advance payment”, with `deposit`"),
    "W865": ("«{words}» sin más puede ser nulo por abusivo", "“{words}” alone may be void as unfair"),
    "H865": (
        "di qué se descuenta y por qué trabajo, y devuelve el resto en `deposit.refund_days`",
        "say what is deducted and for which work, and return the rest in `deposit.refund_days`",
    ),
    "W866": (
        "«{words}»: un interés por semanas o días pasa casi siempre del máximo legal",
        "“{words}”: interest by the week or day is nearly always above the legal maximum",
    ),
    "H866": ("usa `late_payment: {interest: statutory}`", "use `late_payment: {interest: statutory}`"),
    "W867": ("«{words}» promete algo que no tiene fin", "“{words}” promises something without an end"),
    "H867": (
        "pon una cifra: cuántas rondas, qué horas, qué se comprueba",
        "put a figure: how many rounds, which hours, what is checked",
    ),
    "N868": ("«{words}» puede ser cualquier cosa", "“{words}” may be anything"),
    "H868": ("di qué tarea es, cada cuánto y cuánta", "say which task it is, how often and how much"),
    "W870": (
        "la hora sale a {rate} {currency} y tus costes piden {floor}",
        "an hour comes to {rate} {currency} and your costs ask for {floor}",
    ),
    "H870": (
        "sube el precio, baja las horas, o acéptalo con la razón por la que te conviene",
        "raise the price, lower the hours, or accept this with the reason why it suits you",
    ),
    "W871": (
        "la hora de más ({extra}) es más barata que la incluida ({rate})",
        "an extra hour ({extra}) is cheaper than one included ({rate})",
    ),
    "H871": (
        "sube `fees.extra_hour`: así al cliente le conviene contratar pocas horas",
        "raise `fees.extra_hour`: as it is, the client does best to book few hours",
    ),
    "W872": (
        "el límite de responsabilidad ({cap} {currency}) no coincide con lo que cubre el seguro ({limit})",
        "the limit of liability ({cap} {currency}) is not what the insurance covers ({limit})",
    ),
    "H872": (
        "el seguro cubre más de lo que respondes: pregunta a tu correduría si te piden igualarlo",
        "the insurance covers more than you are liable for: ask your broker whether they should be equal",
    ),
    "rules.cap_above": (
        "respondes de más de lo que cubre el seguro: baja `liability.cap_amount`, o la diferencia la pagas tú",
        "you are liable for more than the insurance covers: lower `liability.cap_amount`, or you pay the difference "
        "yourself",
    ),
    "W873": ("la propuesta caducó el {day}", "the proposal expired on {day}"),
    "H873": (
        "cambia `proposal.valid_until` o manda una nueva con los precios de hoy",
        "change `proposal.valid_until` or send a new one with today's prices",
    ),
    "W880": (
        "se prorroga sola y no se dice hasta cuándo se puede evitar",
        "it renews by itself and nothing says until when that can be avoided",
    ),
    "H880": ("añade `renewal.opt_out_days: 30`", "add `renewal.opt_out_days: 30`"),
    "W881": ("no tiene fin ni preaviso para terminarlo", "it has neither an end nor a notice to end it"),
    "H881": (
        "añade `term.notice_days: 30`: sin él se discute cuándo acaba y qué se paga",
        "add `term.notice_days: 30`: without it there is a dispute on when it ends and what is paid",
    ),
    "W883": (
        "el trabajo empieza el {start}, antes de la fecha del contrato ({date})",
        "the work begins on {start}, before the date of the contract ({date})",
    ),
    "H883": (
        "firma antes de empezar: cambia `term.start` o `date`",
        "sign before you begin: change `term.start` or `date`",
    ),
    "E884": (
        "un paquete está en {currency} y lo demás en {wanted}: así no se pueden comparar",
        "a package is in {currency} and the rest in {wanted}: so they cannot be compared",
    ),
    "H884": ("pon todos los importes en {wanted}", "give all amounts in {wanted}"),
    "N885": ("hay {count} paquetes y ninguno es el recomendado", "there are {count} packages and none is recommended"),
    "H885": (
        "pon `recommended: true` en el que aconsejas: una propuesta sin consejo deja sola a quien decide",
        "put `recommended: true` on the one you advise: a proposal without advice leaves the client alone with it",
    ),
    "W886": (
        "la propuesta valía hasta el {last}, y el paquete elegido lleva la fecha del {day}",
        "the proposal held until {last}, and the package chosen is dated {day}",
    ),
    "H886": (
        "confirma que mantienes esos precios y alarga `proposal.valid_until`, o manda otra propuesta; si la aceptó antes, dilo en `proposal.accepted_on`",
        "confirm that you keep those prices and extend `proposal.valid_until`, or send another proposal; if it was accepted before, say so in `proposal.accepted_on`",
    ),
    "W887": (
        "el paquete elegido promete respuesta en {hours} horas, y el contrato no lo dice",
        "the package chosen promises an answer within {hours} hours, and the contract does not say so",
    ),
    "H887": (
        "los plazos de `service_levels` y `communications` son más largos: iguálalos en el paquete",
        "the times in `service_levels` and `communications` are longer: make them equal in the package",
    ),
    "H887.none": (
        "añade al paquete `service_levels` o `communications.channels` con ese plazo",
        "add `service_levels` or `communications.channels` with that time to the package",
    ),
    "W888": (
        "este texto pasa al subcontrato y dice quién es tu cliente: «{words}»",
        "this text passes on to the subcontract and tells who your client is: “{words}”",
    ),
    "H888": (
        "escríbelo sin nombres o, si el cliente lo permite, pon `agreements.subcontract.names_client: true`",
        "write it without names or, if the client allows it, give `agreements.subcontract.names_client: true`",
    ),
    "W889": (
        "el conjunto `{set}` no lleva la cláusula que dice `{key}`",
        "the set `{set}` lacks the clause that says `{key}`",
    ),
    "H889": (
        "añade la cláusula con `clauses: {add: [{clause}]}`, o acepta el aviso si basta con lo demás",
        "add the clause with `clauses: {add: [{clause}]}`, or accept the warning if the rest is enough",
    ),
}
