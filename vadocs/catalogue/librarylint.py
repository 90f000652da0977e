"""What `clauses lint` says of a library's parity, words, terms and conditions (E940–E969)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "E940": (
        "el número es `{left}` en `{one}` y `{right}` en `{other}`",
        "the number is `{left}` in `{one}` and `{right}` in `{other}`",
    ),
    "H940": (
        "así lo leen los documentos con la ley de {law}: iguala los textos o añade `{file}`",
        "documents under the law of {law} read it so: make the texts equal, or add `{file}`",
    ),
}
