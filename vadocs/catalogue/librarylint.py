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
    "E941": ("«{words}» no se escribe en una cláusula", "“{words}” is not written in a clause"),
    "H941": (
        "si aquí hace falta, di por qué en `clause.yaml`: `allows: {{key}: motivo}`",
        "where this clause needs it, tell why in `clause.yaml`: `allows: {{key}: reason}`",
    ),
    "H941.kept": (
        "todo anticipo se descuenta o se devuelve: di cuándo se paga lo hecho y cuándo se devuelve el resto",
        "every advance is set off or returned: tell when work done is paid and when the rest goes back",
    ),
    "H941.penalty": (
        "el retraso da intereses y gastos, y el incumplimiento, indemnización: una pena tiene sus propias reglas en cada país",
        "delay bears interest and costs, and breach damages: each country has its own rules on penalties",
    ),
    "H941.earnest": (
        "estas palabras permiten a las partes desistir con pérdida del dinero: escribe depósito o anticipo",
        "these words let a party withdraw by forfeiting the money: write deposit or advance",
    ),
    "H941.solicitation": (
        "prohibir captar personal o clientes no es válido en todos los países: solo con una cláusula que las partes elijan",
        "a ban on soliciting staff or clients is not valid in every country: only in a clause that the parties choose",
    ),
    "H941.satisfaction": (
        "nadie puede medirlo: di qué se entrega, en qué plazo se revisa y qué se corrige",
        "nobody can measure it: tell what is delivered, by when it is reviewed and what is corrected",
    ),
    "H941.hire": (
        "estas palabras pueden convertir al cliente en empleador: cede los derechos",
        "these words can make the client an employer: assign the rights instead",
    ),
    "H941.membership": (
        "ser miembro de una asociación se afirma en la ficha, con su prueba, no en la cláusula",
        "membership of an association is stated in the spec, with its evidence, not in the clause",
    ),
    "E942": ("«{words}» nombra los dos géneros", "“{words}” names both sexes"),
    "H942": (
        "escribe una palabra para todas las personas, o `@noun(…|…)` si concuerda con una parte",
        "write one word for everybody, or `@noun(…|…)` where it agrees with a party",
    ),
    "W942": ("«{words}» nombra a todas las personas en un solo género", "“{words}” names everybody by one sex"),
    "H942.instead": ("escribe, por ejemplo: {words}", "write, for instance: {words}"),
    "E943": ("`allows` no conoce `{key}`", "`allows` does not know `{key}`"),
    "H943": ("las claves son: {list}", "the keys are: {list}"),
    "W943": (
        "`allows` permite `{key}`, que no está en ningún texto",
        "`allows` lets `{key}` through, which no text has",
    ),
    "E944": (
        "el texto es muy difícil de leer: índice INFLESZ {index}, menos de {limit}",
        "the text is very hard to read: INFLESZ index {index}, less than {limit}",
    ),
    "H944": (
        "o di en `hard` de `clause.yaml` por qué tiene que ser así",
        "or tell in `hard` of `clause.yaml` why it has to be so",
    ),
    "H944.long": (
        "parte las frases largas; la más larga tiene {count} palabras: «{words}»",
        "cut the long sentences; the longest has {count} words: “{words}”",
    ),
    "H944.words": (
        "usa palabras cortas y corrientes, y verbos en vez de sustantivos",
        "use short, common words, and verbs instead of nouns",
    ),
    "W944": (
        "`hard` sobra: los textos de `{clause}` se leen bien",
        "`hard` is not needed: the texts of `{clause}` read well",
    ),
    "E945": (
        "los textos en español son difíciles: la mediana de su índice INFLESZ es {index}, menos de {limit}",
        "the Spanish texts are hard to read: the median of their INFLESZ index is {index}, less than {limit}",
    ),
    "H945": (
        "`vadocs clauses lint --readability` enseña los más difíciles",
        "`vadocs clauses lint --readability` shows the hardest ones",
    ),
    "W955": ("ningún diccionario conoce «{word}»", "no dictionary knows “{word}”"),
    "H955": ("¿querías decir: {list}?", "did you mean: {list}?"),
    "H955.own": (
        "si está bien escrita, añádela a `clauses/words.txt`, una palabra por línea",
        "if it is right, add it to `clauses/words.txt`, one word a line",
    ),
}
