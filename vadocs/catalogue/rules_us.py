"""What the rules find under the law of the United States, and of what its clients ask for."""

MESSAGES: dict[str, tuple[str, str]] = {
    "W410": (
        "{count} de {all} servicios no dicen su valor, y esta ley quiere cada servicio con el suyo",
        "{count} of {all} services do not say what they are worth, and this law wants each with its value",
    ),
    "H410": (
        "pon `value` en cada servicio, como `value: 250.00`",
        "put `value` into each service, such as `value: 250.00`",
    ),
    "us.listed": (
        "en California cuentan solo los servicios de la lista de su ley (mercadotecnia, personal, diseño, redacción, "
        "traducción, corrección, viajes y otros): si el tuyo no está, acepta el aviso con esa razón",
        "in California only the services listed in its act count (marketing, human resources, design, writing, "
        "translation, editing, travel and others): if yours is not there, accept the finding for that reason",
    ),
    "W411": (
        "nada dice hasta qué día se entrega la relación de servicios, y esta ley lo quiere en el contrato",
        "nothing says by which day the list of services is submitted, and this law wants that in the contract",
    ),
    "H411": (
        "pon `statement_day` en `fees`, o `clauses: {with: {invoicing: {list_day: 1}}}`; si no, será el último día del mes",
        "put `statement_day` into `fees`, or `clauses: {with: {invoicing: {list_day: 1}}}`; else it is the month's last day",
    ),
    "N412": (
        "se paga en {days} días; si el contrato callara, esta ley daría {limit}",
        "payment is due in {days} days; if the contract were silent, this law would give {limit}",
    ),
    "H412": (
        "si no quieres esperar más, pon {limit}",
        "unless you mean to wait longer, put {limit}",
    ),
    "W413": (
        "los registros se guardan {years} años, y esta ley quiere el contrato guardado {limit}",
        "records are kept for {years} years, and this law wants the contract kept for {limit}",
    ),
    "H413": ("pon {limit} o más", "put {limit} or more"),
    "W414": (
        "«{words}»: en California esas palabras pueden convertir al cliente en empleador",
        "“{words}”: in California these words may make the client an employer",
    ),
    "H414": (
        "quítalas: la cláusula `ip-assignment` ya cede los derechos",
        "take them out: the clause `ip-assignment` assigns the rights already",
    ),
    "W415": (
        "California no admite casi ningún límite a trabajar para otros: `{what}`",
        "California admits hardly any limit on working for others: `{what}`",
    ),
    "H415": (
        "quita ese límite; el secreto y los conflictos de interés ya tienen sus cláusulas",
        "take that limit out; secrecy and conflicts of interest have clauses of their own",
    ),
    "W416": (
        "el cliente es de Estados Unidos y no consta el formulario {form}, que le dice cómo tributas",
        "the client is in the United States and Form {form}, which tells it how you are taxed, is not on record",
    ),
    "H416": (
        "entrégalo firmado y pon `declarations: [{kind: {form}, received_on: …}]` en `provider.tax`",
        "hand it over signed and put `declarations: [{kind: {form}, received_on: …}]` into `provider.tax`",
    ),
    "us.other_form": (
        "consta {other}, que es para quien está en otro caso",
        "{other} is on record, which is for others",
    ),
    "N417": (
        "lo que se paga en {year} llega a {limit}: el cliente lo comunicará en el formulario 1099-NEC",
        "what is paid in {year} comes to {limit} or more: the client will report it on Form 1099-NEC",
    ),
    "H417": (
        "apunta lo que cobras cada año: debe cuadrar con lo que el cliente comunique",
        "note what you are paid each year: it has to match what the client reports",
    ),
    "W418": (
        "parte del trabajo se hace en Estados Unidos, y entonces el cliente puede tener que retener",
        "part of the work is done in the United States, and then the client may have to withhold",
    ),
    "H418": (
        "pregunta a una asesoría fiscal de allí y pon lo que diga en `taxes.override`, o trabaja solo desde fuera",
        "ask a tax adviser there and put the answer into `taxes.override`, or work from elsewhere alone",
    ),
    "W419": (
        "California presume un empleo, y faltan hechos de los que lo descartan entre negocios: {names}",
        "California presumes employment, and facts that rule it out between businesses are not told: {names}",
    ),
    "H419": (
        "si son verdad, ponlos a `true`; si no, cambia la forma de trabajar o pregunta a una asesoría",
        "if they are so, set them to `true`; if not, change the way of working or ask an adviser",
    ),
}
