"""What is said of the files that a packet encloses."""

MESSAGES: dict[str, tuple[str, str]] = {
    "E660": (
        "el adjunto `{file}` no está en la carpeta de la ficha ni en las que tiene dentro",
        "the attachment `{file}` is not in the spec's folder nor in those inside it",
    ),
    "H660": (
        "cópialo ahí: no vale un acceso directo a un archivo de otro sitio",
        "copy it there: a shortcut to a file elsewhere does not do",
    ),
    "E661": ("el adjunto `{file}` no es un PDF ni una imagen PNG o JPEG", "the attachment `{file}` is no PDF and no PNG or JPEG picture"),
    "H661": (
        "ábrelo con su programa y guárdalo como PDF",
        "open it with its program and save it as a PDF",
    ),
    "E662": ("el adjunto `{file}` está dañado o cortado: no se puede leer entero", "the attachment `{file}` is damaged or cut off: it cannot be read whole"),
    "H662": (
        "pide otra copia, o ábrelo e imprímelo en un PDF nuevo",
        "ask for another copy, or open it and print it to a new PDF",
    ),
    "E663": ("el adjunto `{file}` está cifrado o protegido con contraseña", "the attachment `{file}` is encrypted or protected by a password"),
    "H663": (
        "ábrelo e imprímelo en un PDF sin contraseña, si te lo permite quien te lo dio",
        "open it and print it to a PDF without password, if who gave it to you allows that",
    ),
    "E664": ("el adjunto `{file}` ocupa más de {limit} MB al abrirlo", "the attachment `{file}` takes more than {limit} MB when it is opened"),
    "H664": (
        "guárdalo más pequeño, o envíalo aparte y quítalo de aquí",
        "save a smaller copy, or send it apart and delete it here",
    ),
    "E665": ("el adjunto `{file}` tiene {count} páginas; caben {limit}", "the attachment `{file}` has {count} pages; there is room for {limit}"),
    "H665": ("deja solo las páginas que hacen falta", "keep only the pages that are needed"),
    "E666": ("una página del adjunto `{file}` no tiene un tamaño posible", "a page of the attachment `{file}` has no possible size"),
    "H666": ("imprímelo en un PDF nuevo, en papel A4 o carta", "print it to a new PDF, on A4 or Letter paper"),
    "E667": ("la imagen `{file}` tiene más de {limit} millones de píxeles", "the picture `{file}` has more than {limit} million pixels"),
    "H667": ("guárdala más pequeña: para papel A4 bastan 8 millones", "save it smaller: for A4 paper 8 million are enough"),
    "E668": (
        "el adjunto `{file}` es un formulario XFA: sin un programa que lo ejecute no se ve",
        "the attachment `{file}` is an XFA form: it shows nothing without a program that runs it",
    ),
    "H668": (
        "ábrelo con Adobe Reader, rellénalo e imprímelo en un PDF nuevo",
        "open it in Adobe Reader, fill it in and print it to a new PDF",
    ),
    "E669": (
        "el adjunto `{file}` tiene capas ocultas, que en el paquete se verían",
        "the attachment `{file}` has hidden layers, which would be seen in the packet",
    ),
    "H669": (
        "imprímelo en un PDF nuevo: llevará solo lo que se ve",
        "print it to a new PDF: it will hold only what is seen",
    ),
    "E670": (
        "el adjunto `{file}` no se ha podido leer en {seconds} segundos con la memoria prevista",
        "the attachment `{file}` could not be read in {seconds} seconds with the memory set apart for it",
    ),
    "H670": (
        "imprímelo en un PDF nuevo, o quítalo de aquí si no sabes de quién viene",
        "print it to a new PDF, or delete it here if you do not know whom it comes from",
    ),
    "E671": ("el adjunto `{file}` pesa más de {limit} MB", "the attachment `{file}` has more than {limit} MB"),
    "W660": (
        "el adjunto `{file}` lleva cosas que no pasan al paquete",
        "the attachment `{file}` holds things that do not go into the packet",
    ),
    "W661": (
        "el adjunto `{file}` está firmado, y la firma no vale dentro del paquete",
        "the attachment `{file}` is signed, and the signature does not hold inside the packet",
    ),
    "H671": (
        "envía también el archivo original, aparte, para que se pueda comprobar la firma",
        "send the original file too, apart, so that the signature can be checked",
    ),
    "N660": (
        "con `{file}` dentro, el paquete no declara que es accesible (PDF/UA) ni de archivo (PDF/A)",
        "with `{file}` inside, the packet does not claim to be accessible (PDF/UA) or archival (PDF/A)",
    ),
    "H672": (
        "quien usa un lector de pantalla oye solo el título de esas páginas si el PDF no está etiquetado: guárdalo como PDF/UA si puedes",
        "who uses a screen reader hears only the title of such pages if the PDF is not tagged: save it as PDF/UA if you can",
    ),
    "N661": (
        "con `{file}` dentro, el paquete no declara que es de archivo (PDF/A)",
        "with `{file}` inside, the packet does not claim to be archival (PDF/A)",
    ),
    "H673": ("se quitan programas y acciones: lo que el archivo haría al abrirlo", "programs and actions are taken out: what the file would do when opened"),
    "H674": ("se quitan los archivos que lleva dentro: envíalos aparte", "the files inside it are taken out: send them apart"),
    "H675": ("los enlaces ya no llevan a ningún sitio; su texto queda", "links no longer lead anywhere; their text stays"),
    "H676": (
        "los campos del formulario quedan como están rellenados; vacíos, ya no se pueden rellenar",
        "form fields stay as they are filled in; empty ones can no longer be filled in",
    ),
    "H677": ("se quitan las notas y comentarios", "notes and comments are taken out"),
}
