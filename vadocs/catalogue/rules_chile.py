"""What the rules about Chile's law find."""

MESSAGES: dict[str, tuple[str, str]] = {
    "W390": (
        "{days} días para pagar una factura son más que los {limit} que la ley da en Chile",
        "{days} days to pay an invoice are more than the {limit} that the law gives in Chile",
    ),
    "H390": (
        "baja `payment.days` a {limit}; si de verdad hace falta más plazo, que lo revise antes una asesoría",
        "lower `payment.days` to {limit}; if more time is really needed, have an adviser look at it first",
    ),
    "W391": (
        "puedes actuar por el cliente y ninguna cláusula es el mandato escrito que te lo permite",
        "you may act for the client, and no clause is the written mandate that lets you",
    ),
    "H391": (
        "añade la cláusula `authority-limits`, o quita de `authority` lo que no vas a hacer",
        "add the clause `authority-limits`, or take out of `authority` what you will not do",
    ),
    "W392": (
        "con `general`, otras personas podrían tratar los datos sin una autorización escrita para ellas",
        "with `general`, others could process the data without an authorisation in writing for them",
    ),
    "H392": (
        "usa `authorisation: specific` y nombra a cada una en `personal_data.sub_processors`",
        "use `authorisation: specific` and name each of them in `personal_data.sub_processors`",
    ),
    "N393": (
        "la ley de datos personales cambia el {day}, durante el contrato, y este nombra la que rige en su fecha",
        "the law of personal data changes on {day}, during the contract, which names the one in force on its date",
    ),
    "H393": (
        "no hay que hacer nada si el contrato se firma ya; desde ese día, un contrato nuevo nombra la nueva",
        "nothing has to be done if the contract is signed now; from that day on, a new contract names the new one",
    ),
    "W394": (
        "el régimen `{regime}` no es de una parte de esta clase: así no se pueden calcular los impuestos",
        "the regime `{regime}` is not one of this kind of party: taxes cannot be computed like this",
    ),
    "H394": (
        "`cl-fees` y `cl-first-category` son de personas; `cl-company` y `cl-professional-company`, de sociedades",
        "`cl-fees` and `cl-first-category` are of persons; `cl-company` and `cl-professional-company`, of companies",
    ),
}
