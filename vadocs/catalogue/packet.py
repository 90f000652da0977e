"""What the packet of several documents finds, and what its command says."""

MESSAGES: dict[str, tuple[str, str]] = {
    "E620": (
        "el sello taparía lo que hay en esa esquina (`{corner}`) en las páginas {pages} del paquete",
        "the stamp would cover what stands in that corner (`{corner}`) on pages {pages} of the packet",
    ),
    "H620": (
        "elige otra con `--stamp-corner`, o un aspecto con márgenes más anchos",
        "choose another one with `--stamp-corner`, or a look with wider margins",
    ),
    "E721": (
        "`{value}` no vale en `{name}`: se espera un número entero de {least} a {most}",
        "`{value}` does not do for `{name}`: a whole number from {least} to {most} is expected",
    ),
    "E722": (
        "lo que se ponga en `{name}` ha de ser un texto de una línea, de {most} caracteres como mucho",
        "what is given to `{name}` must be a text of one line, of {most} characters at most",
    ),
    "cli.packet": (
        "Reúne los documentos en un PDF, con portada, índice y páginas numeradas.",
        "Puts the documents into one PDF, with cover, contents and numbered pages.",
    ),
    "cli.packet_documents": (
        "Documentos, separados por comas y en ese orden (los de la ficha, la propuesta primero, si no se da).",
        "Documents, separated by commas and in that order (those of the spec, the proposal first, if not given).",
    ),
    "cli.labels": (
        "Páginas contadas de principio a fin (continuous) o en cada documento (each).",
        "Pages counted from beginning to end (continuous) or in each document (each).",
    ),
    "cli.stamp": (
        "Sello en cada página: este texto y el número de la página, como CL-0001.",
        "Stamp on every page: this text and the number of the page, such as CL-0001.",
    ),
    "cli.stamp_digits": ("Cifras del sello (4 si no se da).", "Digits of the stamp (4 if not given)."),
    "cli.stamp_corner": (
        "Esquina del sello (abajo a la derecha si no se da).",
        "Corner of the stamp (bottom right if not given).",
    ),
    "cli.duplex": (
        "Para imprimir a dos caras: cada documento empieza en página impar.",
        "For printing on both sides: each document begins on an odd page.",
    ),
    "cli.zip": (
        "Escribe también un zip con el paquete y los Word.",
        "Writes a zip with the packet and the Word files too.",
    ),
}
