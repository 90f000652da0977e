"""What is said where spelling cannot be checked (N955, N956)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "H955.install": (
        "instala el programa hunspell con sus diccionarios de español e inglés, y vuelve a revisar",
        "install the program hunspell with its Spanish and English dictionaries, and check again",
    ),
    "N955": (
        "no se ha revisado la ortografía: falta el programa hunspell",
        "spelling was not checked: the program hunspell is missing",
    ),
    "N956": (
        "no se ha revisado la ortografía: a hunspell le falta el diccionario {name}",
        "spelling was not checked: hunspell lacks the dictionary {name}",
    ),
}
