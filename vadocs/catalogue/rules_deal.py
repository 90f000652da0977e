"""What the rules find in the deal: fees, payment, personal data."""

MESSAGES: dict[str, tuple[str, str]] = {
    "E810": ("los honorarios están en más de una cláusula: {list}", "the fees stand in more than one clause: {list}"),
    "H810": (
        "deja en el contrato solo `{clause}`: con dos se paga lo que diga un juez",
        "leave only `{clause}` in the contract: with two a judge decides what is paid",
    ),
    "W811": (
        "falta la cláusula `{clause}`, la que dice qué se paga",
        "the clause `{clause}`, which says what is paid, is missing",
    ),
    "H811": (
        "vuelve a poner `{clause}`; si lo dice otra cláusula tuya, acéptalo con ese motivo",
        "put `{clause}` back; if another clause of yours says it, accept this with that reason",
    ),
    "W813": (
        "el precio va por hitos y nada dice cuándo se da por aceptado un hito",
        "the price goes by milestones and nothing says when a milestone counts as accepted",
    ),
    "H813": (
        "añade `acceptance: {review_days: 5, revisions: 2, tacit: true}`; si no, el cliente puede pedir cambios sin "
        "fin y no pagar",
        "add `acceptance: {review_days: 5, revisions: 2, tacit: true}`; else the client may ask for changes without "
        "end and not pay",
    ),
    "W814": ("no se dice qué queda fuera del encargo", "nothing says what the work leaves out"),
    "H814": (
        "añade `exclusions` con lo que no haces, como `[Asesoramiento fiscal, Recados personales]`; lo que no se "
        "excluye se acaba pidiendo",
        "add `exclusions` with what you do not do, such as `[Tax advice, Personal errands]`; what is not left out "
        "gets asked for",
    ),
    "W815": (
        "no hay procedimiento para pedir y presupuestar trabajos de más",
        "there is no procedure for asking for and pricing extra work",
    ),
    "H815": (
        "vuelve a poner la cláusula `out-of-scope-change`; sin ella, lo que te pidan de palabra no se cobra",
        "put the clause `out-of-scope-change` back; without it, what is asked for by word of mouth is not paid",
    ),
    "W816": (
        "el cliente paga desde otro país ({country}) y no se dice quién asume el cambio y las comisiones",
        "the client pays from another country ({country}) and nothing says who bears exchange and charges",
    ),
    "H816": (
        "añade `exchange: {payment_currency: USD, costs_borne_by: client}` con tu moneda; si no, cobrarás menos de "
        "lo que facturas",
        "add `exchange: {payment_currency: USD, costs_borne_by: client}` with your currency; else you receive less "
        "than you bill",
    ),
    "W817": (
        "se pide un anticipo de un trabajo por horas que no tiene tope",
        "a deposit is asked for work by the hour that has no cap",
    ),
    "H817": (
        "añade `fees.monthly_cap_hours`, para que el anticipo cubra una parte conocida",
        "add `fees.monthly_cap_hours`, so that the deposit covers a known part",
    ),
    "W818": ("las horas no tienen tope ni anticipo", "the hours have neither a cap nor a deposit"),
    "H818": (
        "añade `fees.monthly_cap_hours` o `deposit`; una factura que nadie esperaba es la que no se paga",
        "add `fees.monthly_cap_hours` or `deposit`; a bill that nobody expected is the one that goes unpaid",
    ),
    "E820": (
        "{days} días para pagar es más de lo que la ley permite pactar ({limit})",
        "{days} days to pay is more than the law lets you agree on ({limit})",
    ),
    "H820": (
        "baja el plazo a {limit} días o menos: el resto no vale y tú esperas",
        "lower the term to {limit} days or fewer: the rest is void and you wait",
    ),
    "W821": (
        "se factura por adelantado y se paga a los {days} días, cuando el mes ya ha pasado",
        "it is billed in advance and paid after {days} days, when the month is over",
    ),
    "H821": (
        "baja `payment.days`, o pon `in_advance: false` si de verdad cobras a mes vencido",
        "lower `payment.days`, or set `in_advance: false` if you really are paid afterwards",
    ),
    "W822": (
        "el interés pactado ({rate} %) es menor que el de demora legal que conocemos ({limit} %) y ocupa su sitio",
        "the interest agreed on ({rate}%) is lower than the statutory one that we know ({limit}%) and takes its "
        "place",
    ),
    "H822": (
        "usa `interest: statutory`, o comprueba la cifra de este semestre y súbelo",
        "use `interest: statutory`, or check this half-year's figure and raise it",
    ),
    "W823": (
        "no podemos comparar el interés pactado ({rate} %) con el máximo y el mínimo que fija la ley",
        "we cannot set the interest agreed on ({rate}%) beside the most and the least that the law fixes",
    ),
    "H823": (
        "busca la cifra oficial de este periodo: por encima del máximo puedes perder todo el interés, por debajo del "
        "legal renuncias a parte; o usa `interest: statutory`",
        "look up this period's official figure: above the maximum you may lose all interest, below the statutory one "
        "you waive a part; or use `interest: statutory`",
    ),
    "W824": (
        "el anticipo vence el {due}, antes de la fecha del contrato ({date})",
        "the deposit falls due on {due}, before the date of the contract ({date})",
    ),
    "H824": (
        "baja `deposit.due_days` o retrasa `term.start`: nadie paga lo que aún no ha firmado",
        "lower `deposit.due_days` or put `term.start` off: nobody pays what is not signed yet",
    ),
    "W827": (
        "el anticipo, {deposit} {currency}, pasa de lo que se cobrará como mucho, {price} {currency}",
        "the advance, {deposit} {currency}, is more than the most there will be to charge, {price} {currency}",
    ),
    "H827": (
        "baja el anticipo, o pon `kind: guarantee` si es una garantía que se devuelve",
        "lower the advance, or write `kind: guarantee` if it is a guarantee that is returned",
    ),
    "W828": (
        "esta declaración consta como recibida el {received}, después de la fecha del contrato ({date}): no se cuenta con ella",
        "this declaration is told as received on {received}, after the date of the contract ({date}): it is not counted on",
    ),
    "H828": (
        "corrige el día, o quítala y haz otra versión cuando la reciban",
        "correct the day, or take it out and make another version once it is received",
    ),
    "W829": (
        "el cambio de cuota del {day} cae fuera del plazo del contrato, o empieza con él",
        "the change of the fee on {day} is outside the term of the contract, or begins with it",
    ),
    "H829": (
        "pon en `fees.amount` la cuota del primer día y en `changes` solo las que empiezan después, antes del fin",
        "write the fee of the first day in `fees.amount`, and in `changes` only those that begin later, before the end",
    ),
    "N825": (
        "ninguna cláusula dice qué pasa si el cliente paga tarde",
        "no clause says what follows if the client pays late",
    ),
    "H825": (
        "añade `late_payment: {interest: statutory, suspend_after_days: 15}`, para poder parar si no te pagan",
        "add `late_payment: {interest: statutory, suspend_after_days: 15}`, so that you may stop if you are not paid",
    ),
    "W826": (
        "se acepta efectivo para importes desde los que la ley pide un medio bancario ({limit})",
        "cash is accepted for amounts from which the law wants a bank ({limit})",
    ),
    "H826": (
        "quita `cash` de `payment.methods`: el cliente no podría deducir el gasto",
        "take `cash` out of `payment.methods`: the client could not deduct the expense",
    ),
    "E830": (
        "se tratan datos personales y falta el encargo de tratamiento (`dpa`)",
        "personal data are handled and the processing terms (`dpa`) are missing",
    ),
    "H830": (
        "vuelve a poner la cláusula `dpa`; si lo firmáis aparte, acéptalo con ese motivo",
        "put the clause `dpa` back; if you sign it apart, accept this with that reason",
    ),
    "W831": ("se tratan datos personales y falta: {list}", "personal data are handled and missing is: {list}"),
    "H831": (
        "vuelve a poner esas cláusulas: sin ellas nadie sabe quién entra ni a quién se avisa de una fuga",
        "put those clauses back: without them nobody knows who has access and who is told of a leak",
    ),
    "W832": (
        "la ficha dice que no se tratan datos personales, pero «{words}» suele llevarlos",
        "the spec says that no personal data are handled, but “{words}” usually has them",
    ),
    "H832": (
        "pon `handled: true` y completa `personal_data`; si de verdad no ves datos de personas, acéptalo y di por "
        "qué",
        "set `handled: true` and complete `personal_data`; if you really see no one's data, accept this and say why",
    ),
    "W833": (
        "«{words}» suele llevar datos especialmente protegidos (salud, afiliación…) y no se nombra ninguno",
        "“{words}” usually holds specially protected data (health, membership, …) and none is named",
    ),
    "H833": (
        "nómbralos en `personal_data.special_categories`, como `[bajas por enfermedad]`; si no los verás, acéptalo y "
        "di por qué",
        "name them in `personal_data.special_categories`, such as `[sick leave]`; if you will not see them, accept "
        "this and say why",
    ),
    "W834": (
        "trabajas con equipo y nadie de él figura como subencargado de los datos",
        "you work with a team and no one of it is named as a sub-processor of the data",
    ),
    "H834": (
        "añade `personal_data.sub_processors` con nombre, país y para qué; sin permiso del cliente no pueden verlos",
        "add `personal_data.sub_processors` with name, country and purpose; without the client's leave they may not "
        "see them",
    ),
    "W835": (
        "los datos del cliente se tratan desde otro país ({country}) y no se dice con qué garantía",
        "the client's data are handled in another country ({country}) and no safeguard is told",
    ),
    "H835": (
        "añade `{country: {country}, mechanism: …}` a `personal_data.transfers`: `adequacy`, `standard-clauses`, "
        "`binding-rules`, `consent` o `contract`",
        "add `{country: {country}, mechanism: …}` to `personal_data.transfers`: `adequacy`, `standard-clauses`, "
        "`binding-rules`, `consent` or `contract`",
    ),
    "W836": (
        "«{words}» suele llevar datos de menores, y no se dice si los hay",
        "“{words}” usually holds data of children, and nothing says whether there are any",
    ),
    "H836": (
        "añade `personal_data.minors: true`; si no verás datos de menores, `minors: false`",
        "add `personal_data.minors: true`; if you will not see data of children, `minors: false`",
    ),
    "W837": (
        "{hours} horas para avisar de una brecha es más de lo que la ley da para comunicarla ({limit})",
        "{hours} hours to tell of a breach is more than the law gives to report it ({limit})",
    ),
    "H837": (
        "baja `breach_hours` a menos de {limit}, para que el cliente llegue a tiempo",
        "lower `breach_hours` below {limit}, so that the client is in time",
    ),
}
