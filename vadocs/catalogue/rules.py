"""What the rules over an engagement find, and what is said of findings that a spec accepts."""

MESSAGES: dict[str, tuple[str, str]] = {
    "rules.reference": ("la regla está en: {es}", "the rule is in: {en}"),
    "rules.internal": (
        "esto es solo para ti: no sale en ningún documento",
        "this is for you alone: it is in no document",
    ),
    "rules.codes": (
        "el código es el que aparece entre corchetes junto al aviso, como `W814`",
        "the code is the one in square brackets beside the warning, such as `W814`",
    ),
    "N800": (
        "aceptas `{name}`, y ese aviso ya no aparece",
        "you accept `{name}`, and that finding no longer appears",
    ),
    "H800": ("borra esa línea de `accept`", "delete that line of `accept`"),
    "E801": ("`{name}` no es el código de ningún aviso", "`{name}` is not the code of any finding"),
    "H801": ("¿querías decir `{name}`?", "did you mean `{name}`?"),
    "E802": ("`{name}` es un error y no se puede aceptar", "`{name}` is an error and cannot be accepted"),
    "H802": (
        "corrige la causa y borra esa línea de `accept`",
        "mend its cause and delete that line of `accept`",
    ),
    "E803": ("`{file}` no acaba en `.sarif`", "`{file}` does not end in `.sarif`"),
    "H803": (
        "da un nombre que acabe en `.sarif`, como `hallazgos.sarif`",
        "give a name that ends in `.sarif`, such as `findings.sarif`",
    ),
    "W812": (
        "hay horas incluidas y nada dice qué pasa con las que no se usan",
        "hours are included and nothing says what becomes of those not used",
    ),
    "H812": (
        "añade `rollover: {policy: none}` si se pierden, o `{policy: cap, cap_hours: 5, expires_after_months: 1}`; "
        "si no, el cliente puede pedirlas meses después",
        "add `rollover: {policy: none}` if they lapse, or `{policy: cap, cap_hours: 5, expires_after_months: 1}`; "
        "else the client may ask for them months later",
    ),
}
