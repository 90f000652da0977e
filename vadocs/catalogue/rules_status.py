"""What the rules find in how people work, and in what is claimed."""

MESSAGES: dict[str, tuple[str, str]] = {
    "W840": (
        "hay equipo y ninguna cláusula permite que otras personas trabajen en el encargo",
        "there is a team and no clause lets others work on this",
    ),
    "H840": (
        "vuelve a poner la cláusula `{clause}`; sin ella, subcontratar es incumplir",
        "put the clause `{clause}` back; without it, subcontracting is a breach",
    ),
    "E841": (
        "quien trabaja como TRADE no puede tener equipo ni hacerse sustituir",
        "whoever works as a TRADE may have neither a team nor a substitute",
    ),
    "H841": (
        "quita `provider.team` y `independence.substitute`, o no declares la condición de TRADE",
        "take out `provider.team` and `independence.substitute`, or do not declare the status of TRADE",
    ),
    "N842": (
        "un contrato TRADE se registra después de firmarlo, y eso no lo hace ningún documento",
        "a TRADE contract is registered after signing, and no document does that",
    ),
    "H842": (
        "apúntalo como tarea y guarda el justificante; pregunta el plazo a tu asesoría",
        "note it as a task and keep the receipt; ask your adviser for the term",
    ),
    "W843": (
        "según tus notas, el {share} % de tus ingresos viene de este cliente ({limit} % o más te hace dependiente)",
        "by your notes, {share}% of your income comes from this client ({limit}% or more makes you dependent)",
    ),
    "H843": (
        "pregunta a tu asesoría si te conviene declararte TRADE con `economic_dependence`; si no, busca más clientes",
        "ask your adviser whether to declare yourself a TRADE with `economic_dependence`; else look for more clients",
    ),
    "W844": (
        "{count} datos juntos parecen un empleo, no un servicio",
        "{count} facts together look like employment, not a service",
    ),
    "H844": (
        "cuentan los hechos, no el nombre del contrato: cambia lo que puedas en la práctica y luego en la ficha",
        "facts count, not the contract's name: change what you can in practice and then in the spec",
    ),
    "status.window": ("franja fija de {hours} horas a la semana", "fixed window of {hours} hours a week"),
    "status.own_schedule": ("no organizas tu horario", "you do not set your hours"),
    "status.other_clients": ("no tienes otros clientes", "you have no other clients"),
    "status.may_refuse": ("no puedes rechazar encargos", "you may not refuse tasks"),
    "status.substitute": (
        "no puedes hacerte sustituir y tienes horas fijas",
        "you may not send a substitute and have fixed hours",
    ),
    "status.tools": (
        "usas medios del cliente y no dices que tengas los tuyos",
        "you use the client's means and do not say that you have your own",
    ),
    "status.month": ("cuota fija por {hours} horas al mes", "fixed fee for {hours} hours a month"),
    "status.exclusive": ("exclusividad («{words}»)", "exclusivity (“{words}”)"),
    "status.leave": ("descansos pagados («{words}»)", "paid leave (“{words}”)"),
    "status.orders": ("palabras de un empleo («{words}»)", "words of employment (“{words}”)"),
    "W845": (
        "la franja suma {hours} horas a la semana, como la jornada de un empleo",
        "the window comes to {hours} hours a week, like an employee's",
    ),
    "H845": (
        "acorta la franja a las horas en que de verdad hay que coincidir, o usa `mode: free`",
        "shorten the window to the hours in which you really must overlap, or use `mode: free`",
    ),
    "W846": (
        "se prometen horas de respuesta entre dos países y no se dice con qué reloj",
        "hours to answer are promised between two countries and nothing says by which clock",
    ),
    "H846": (
        "añade `working_time: {mode: free, time_zone: America/Bogota}` con tu zona",
        "add `working_time: {mode: free, time_zone: America/Bogota}` with your zone",
    ),
    "W847": (
        "el contrato diría que organizas tu horario y a la vez que trabajas en una franja fija",
        "the contract would say that you set your hours and also that you work within a fixed window",
    ),
    "H847": (
        "si la franja es solo para coincidir, usa `mode: overlap`; si de verdad atiendes en ella, quita `own_schedule`",
        "if the window is only for overlap, use `mode: overlap`; if you really attend within it, take `own_schedule` out",
    ),
    "status.fixed": ("aquí está la franja fija", "here is the fixed window"),
    "W848": (
        "«{words}»: nada en el contrato te da poder para obligar al cliente",
        "“{words}”: nothing in the contract gives you power to bind the client",
    ),
    "H848": (
        "deja que firme el cliente, o pide un poder por escrito y acéptalo aquí con su fecha; si no, respondes tú",
        "let the client sign, or ask for a written power and accept this with its date; else you are liable yourself",
    ),
    "W850": (
        "«{words}» es una afirmación sobre ti y nada la prueba",
        "“{words}” is a claim about you and nothing proves it",
    ),
    "H850": (
        "añade a `provider.evidence` lo que se afirma, la prueba y su fecha, o quítala",
        "add the claim, its proof and its date to `provider.evidence`, or take it out",
    ),
    "W851": (
        "«{words}» dice que perteneces a una asociación y no consta en `provider.memberships`",
        "“{words}” says that you belong to an association, and `provider.memberships` does not name it",
    ),
    "H851": ("añádela con su prueba, o quítala", "add it with its proof, or take it out"),
    "W852": (
        "«{words}» puede ser un acto reservado a quien tiene título o licencia",
        "“{words}” may be an act reserved to those with a title or licence",
    ),
    "H852": (
        "di qué parte haces tú (como «preparar los datos»), o añade tu licencia a `provider.evidence`",
        "say which part you do (such as “preparing the data”), or add your licence to `provider.evidence`",
    ),
    "W853": (
        "el nicho `{niche}` roza actos reservados y falta la cláusula `regulated-acts`",
        "the niche `{niche}` lies beside reserved acts and the clause `regulated-acts` is missing",
    ),
    "H853": (
        "vuelve a ponerla: dice que no asesoras ni firmas lo que está reservado",
        "put it back: it says that you neither advise nor sign what is reserved",
    ),
    "W854": (
        "«{words}» es un título, y sin él la ley puede negarte los honorarios",
        "“{words}” is a title, and without it the law may refuse you your fee",
    ),
    "H854": (
        "añade el título o la cédula a `provider.evidence`, o usa otra palabra",
        "add the title or licence to `provider.evidence`, or use another word",
    ),
    "W855": (
        "se firma por medios electrónicos y falta el acuerdo sobre esa firma",
        "it is signed electronically and the agreement on that signature is missing",
    ),
    "H855": ("vuelve a poner la cláusula `e-signature`", "put the clause `e-signature` back"),
    "W856": (
        "el contrato dura más de los {years} años que la ley permite",
        "the contract lasts longer than the {years} years that the law allows",
    ),
    "H856": ("acorta `term.end` a {years} años o menos", "bring `term.end` down to {years} years or fewer"),
    "W857": (
        "{days} días hábiles para revisar pasan del plazo legal de aceptación ({limit} días naturales)",
        "{days} business days to review exceed the legal term of acceptance ({limit} calendar days)",
    ),
    "H857": (
        "baja `acceptance.review_days`: tu cobro espera ese tiempo",
        "lower `acceptance.review_days`: your payment waits that long",
    ),
    "W858": (
        "el número de ejemplares no se imprime: con firma electrónica hay un solo archivo",
        "the number of originals is not printed: with an electronic signature there is one file",
    ),
    "H858": (
        "quita `signing.originals`, o firma en papel con `level: ink`",
        "take `signing.originals` out, or sign on paper with `level: ink`",
    ),
}
