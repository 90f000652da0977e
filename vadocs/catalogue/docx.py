"""What the writer of Word documents finds."""

MESSAGES: dict[str, tuple[str, str]] = {
    "E570": ("el documento de Word no puede mostrar todavía `{node}`, que está en `{where}`",
             "the Word document cannot show `{node}`, which stands in `{where}`, yet"),
    "H570": ("quítalo de la cláusula o del documento", "remove it from the clause or the document"),
}
