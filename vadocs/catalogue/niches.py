"""What is said of niches: their files, several on one engagement, and the commands that show them (E900–E919)."""

MESSAGES: dict[str, tuple[str, str]] = {
    # a niche's file
    "E900": (
        "el nicho `{niche}` da un valor a `{name}`, que la cláusula `{clause}` no tiene",
        "the niche `{niche}` gives a value to `{name}`, which the clause `{clause}` does not have",
    ),
    "H900.known": ("la cláusula `{clause}` tiene: {known}", "the clause `{clause}` has: {known}"),
    "E901": (
        "el nicho `{niche}` da a `{name}` de `{clause}` el valor `{text}`, que no le sirve",
        "the niche `{niche}` gives `{name}` of `{clause}` the value `{text}`, which does not do",
    ),
    "H901.choices": ("puede ser: {choices}", "it can be: {choices}"),
    "H901.type": ("su valor es de tipo `{type}`", "its value is of the type `{type}`"),
    "E902": (
        "el nicho `{niche}` se acerca a actos reservados (`{field}`) y no lo dice en `regulated-acts`",
        "the niche `{niche}` comes near reserved acts (`{field}`) and does not say so in `regulated-acts`",
    ),
    "H902": (
        "añade `regulated-acts` en `add` y `{field}` en `parameters: {regulated-acts: {fields: …}}`",
        "add `regulated-acts` to `add`, and `{field}` to `parameters: {regulated-acts: {fields: …}}`",
    ),
    "E903": (
        "el nicho `{niche}` pone y quita a la vez la cláusula `{clause}`",
        "the niche `{niche}` puts the clause `{clause}` in and takes it out at once",
    ),
    "H903": ("deja una de las dos cosas", "keep one of the two"),
    "E904": ("el nicho `{niche}` dice dos veces «{text}»", "the niche `{niche}` says “{text}” twice"),
    "H904": ("cambia una de las dos, o bórrala", "change one of the two, or delete it"),
    "W900": ("el nicho `{niche}` no cambia ninguna cláusula", "the niche `{niche}` changes no clause"),
    "H905": (
        "añade una cláusula en `add`, o un valor en `parameters`",
        "add a clause in `add`, or a value in `parameters`",
    ),
    # the commands
    "family.administrative": ("administrativa", "administrative"),
    "family.creative": ("creativa", "creative"),
    "family.technical": ("técnica", "technical"),
    "E905": ("no existe el nicho `{name}`", "there is no niche `{name}`"),
    # several niches on one engagement
    "N900": (
        "los nichos `{other}` y `{niche}` no coinciden en `{key}` (`{old}` y `{new}`): vale `{new}`, del que va después",
        "the niches `{other}` and `{niche}` differ on `{key}` (`{old}` and `{new}`): `{new}` holds, of the one that comes later",
    ),
    "H900": (
        "para decidirlo tú: `clauses: {with: {{clause}: {{name}: …}}}`",
        "to decide yourself: `clauses: {with: {{clause}: {{name}: …}}}`",
    ),
    "N901": (
        "uno de los nichos `{other}` y `{niche}` pone la cláusula `{clause}` y el otro la quita",
        "one of the niches `{other}` and `{niche}` puts in the clause `{clause}`, and the other takes it out",
    ),
    "N901.in": ("entra: decide `{niche}`, que va después", "it is in: `{niche}`, which comes later, decides"),
    "N901.out": ("queda fuera: decide `{niche}`, que va después", "it is out: `{niche}`, which comes later, decides"),
    "H901": (
        "para decidirlo tú, pon `{clause}` en `clauses.add` o en `clauses.remove`",
        "to decide yourself, put `{clause}` in `clauses.add` or in `clauses.remove`",
    ),
}
