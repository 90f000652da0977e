"""What is said of documents in two languages."""

MESSAGES: dict[str, tuple[str, str]] = {
    "E420": ("`{text}` y `{other}` son el mismo idioma", "`{text}` and `{other}` are the same language"),
    "H420": ("deja uno, o pon dos idiomas distintos, como `[es, en]`",
             "keep one, or give two different languages, such as `[es, en]`"),
    "E421": ("con dos idiomas hay que decir cuál prevalece si los textos difieren",
             "with two languages, say which one prevails if the texts differ"),
    "H421": ("añade `prevailing_language` con uno de los dos", "add `prevailing_language` with one of the two"),
    "E422": ("el contrato está en dos idiomas, y ninguna cláusula dice cuál prevalece",
             "the contract stands in two languages, and no clause says which one prevails"),
    "H422": ("deja en el contrato la cláusula `language-precedence`", "keep the clause `language-precedence` in the contract"),
    "E423": ("el diseño `{look}` reparte el texto en columnas, y en ellas no caben dos idiomas uno al lado del otro",
             "the look `{look}` sets its text in columns, which cannot hold two languages side by side"),
    "H423": ("elige un diseño de una sola columna, como `sobrio`", "choose a look with a single column, such as `sobrio`"),
    "E424": ("los márgenes del diseño dejan {measure} puntos a cada idioma, y son pocos",
             "the margins of the look leave {measure} points to each language, which is too little"),
    "H424": ("reduce los márgenes, o elige otro diseño", "reduce the margins, or choose another look"),
}
