"""What the writer of PDF finds."""

MESSAGES: dict[str, tuple[str, str]] = {
    "E580": ("el PDF no puede mostrar todavía `{node}`", "the PDF cannot show `{node}` yet"),
    "E581": ("una imagen del diseño no se puede leer: {reason}", "a picture of the look cannot be read: {reason}"),
    "H581": ("usa una imagen PNG o JPEG", "use a PNG or JPEG picture"),
    "E582": ("una remisión lleva a `{anchor}`, que no está en ninguna página",
             "a reference leads to `{anchor}`, which stands on no page"),
}
