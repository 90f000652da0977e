"""What is wrong with an answer of an interview, or with what an interview begins from."""

MESSAGES: dict[str, tuple[str, str]] = {
    "H082.name": (
        "escribe su nombre o su código de dos letras: `España`, `ES`",
        "write its name or its two-letter code: `Spain`, `ES`",
    ),
    "E614": ("`{text}` no es sí ni no", "`{text}` is neither yes nor no"),
    "H614": ("escribe `sí` o `no`", "write `yes` or `no`"),
    "E615": (
        "la propuesta `{file}` ofrece varios paquetes y no dice cuál se aceptó",
        "the proposal `{file}` offers several packages and does not say which was accepted",
    ),
    "H615": ("dilo con `--option`: {known}", "say so with `--option`: {known}"),
    "E689": (
        "la propuesta `{file}` no ofrece ningún paquete `{option}`",
        "the proposal `{file}` offers no package `{option}`",
    ),
    "E616": ("falta en qué calidad firma: `{text}`", "the capacity of who signs is missing: `{text}`"),
    "H616": (
        "nombre, una coma y el cargo: `Pilar Ortega Sáez, administradora única`",
        "name, a comma and the capacity: `Ann Lee, director`",
    ),
    "E617": ("no se distingue la localidad en `{text}`", "the town cannot be told in `{text}`"),
    "H617": (
        "pon `;` antes de la localidad: `C/ Alcalá, 45; 28014 Madrid`",
        "put `;` before the town: `12 High Street; Leeds LS1 4AP`",
    ),
    "E618": ("a `{text}` le falta una parte", "a part of `{text}` is missing"),
    "H618.acceptance": ("días hábiles, una barra y las rondas: `5 / 2`", "business days, a slash and the rounds: `5 / 2`"),
    "H618.rollover": (
        "horas que pasan como mucho, una barra y durante cuántos meses: `5/1`; si no, `none` o `all`",
        "hours that pass on at most, a slash and for how many months: `5/1`; else `none` or `all`",
    ),
    "H618": ("nombre, lo que se entrega, importe o parte, fecha", "name, what is delivered, amount or share, date"),
    "E619": ("`{text}` no está en la lista", "`{text}` is not in the list"),
    "H619": ("elige uno de los {count} que hay", "choose one of the {count} that there are"),
    "E621": ("aquí no hay ningún `{file}`", "there is no `{file}` here"),
    "H621": (
        "empieza con `vadocs init`, que lo crea con tus datos, o entra en su carpeta",
        "begin with `vadocs init`, which makes it with your data, or go into its folder",
    ),
    "E622": ("falta `--{flag}`: {text}", "`--{flag}` is missing: {text}"),
    "H622": (
        "en una terminal se pregunta; sin ella, dalo con `--{flag}`",
        "a terminal would be asked; without one, give it with `--{flag}`",
    ),
    "E623": ("ya existe `{file}`, y no se sobrescribe", "`{file}` exists already, and is not written over"),
    "H623": ("da otro nombre: `vadocs new NOMBRE`", "give another name: `vadocs new NAME`"),
    "E625": ("al bono le faltan sus horas: `{text}`", "the package lacks its hours: `{text}`"),
    "E626": ("has marcado dos cosas contrarias sobre `{text}`", "two things about `{text}` are marked that exclude each other"),
    "E627": ("en este modelo de honorarios no hay horas: `{text}`", "this model of fees has no hours: `{text}`"),
    "E628": ("hace falta al menos una tarea", "at least one task is needed"),
    "E629": ("`--{flag} {value}`: {text}", "`--{flag} {value}`: {text}"),
    "E637": (
        "`--from` trae el encargo de una propuesta y `--like` las condiciones de otro: no van juntas, y `--option` solo va "
        "con `--from`",
        "`--from` brings the engagement of a proposal and `--like` the terms of another: they do not go together, and "
        "`--option` goes with `--from` alone",
    ),
    "H637": ("quita lo que sobre", "leave out what is too much"),
}
