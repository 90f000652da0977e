"""What reading a look finds in a Word template."""

MESSAGES: dict[str, tuple[str, str]] = {
    # The file
    "E500": (
        "la plantilla `{look}` no es un documento de Word (.docx)",
        "the template `{look}` is not a Word document (.docx)",
    ),
    "E501": (
        "la plantilla `{look}` contiene {count} archivos; se admiten {limit}",
        "the template `{look}` holds {count} files; {limit} are allowed",
    ),
    "E502": (
        "la plantilla `{look}` ocupa {size} MB una vez abierta; se admiten {limit}",
        "the template `{look}` takes {size} MB when opened; {limit} are allowed",
    ),
    "E503": (
        "`{part}`, dentro de la plantilla `{look}`, está comprimido más de {limit} veces: no se abre",
        "`{part}` in the template `{look}` is packed more than {limit} times: it is not opened",
    ),
    "E504": (
        "`{part}`, dentro de la plantilla `{look}`, tiene un nombre repetido o que sale de la carpeta, o está cifrado",
        "`{part}` in the template `{look}` has a name that is repeated or leaves the folder, or is encrypted",
    ),
    "E505": (
        "`{part}`, dentro de la plantilla `{look}`, declara un DOCTYPE: Word no los escribe y no se admiten",
        "`{part}` in the template `{look}` declares a DOCTYPE: Word writes none and none is allowed",
    ),
    "E506": (
        "la plantilla `{look}` no está en el formato habitual de Word (¿«estricto», una «plantilla» .dotx u otro?): guárdala como "
        "«Documento de Word (.docx)»",
        "the template `{look}` is not in Word's usual format (“strict”, a .dotx “template”, another?): save it as “Word document (.docx)”",
    ),
    "E507": (
        "`{part}`, dentro de la plantilla `{look}`, está dañado: no se puede leer desde la línea {line}, columna {column}",
        "`{part}` in the template `{look}` is damaged: it cannot be read from line {line}, column {column} on",
    ),
    "E508": (
        "la plantilla `{look}` tiene un valor que no se entiende: `{element}`",
        "the template `{look}` has a value that makes no sense: `{element}`",
    ),
    "E509": (
        "a la plantilla `{look}` le falta una parte a la que remite `{part}`: `{target}`",
        "the template `{look}` lacks a part that `{part}` refers to: `{target}`",
    ),
    # What is unsafe
    "E510": (
        "la plantilla `{look}` enlaza con algo de fuera (`{kind}` en `{part}`): `{target}`",
        "the template `{look}` links to something outside (`{kind}` in `{part}`): `{target}`",
    ),
    "E511": (
        "la plantilla `{look}` contiene macros o botones propios: `{part}`",
        "the template `{look}` holds macros or buttons of its own: `{part}`",
    ),
    "E512": (
        "la plantilla `{look}` contiene un objeto incrustado (OLE): `{part}`",
        "the template `{look}` holds an embedded object (OLE): `{part}`",
    ),
    "E513": (
        "la plantilla `{look}` incorpora otro documento (altChunk): `{part}`",
        "the template `{look}` takes in another document (altChunk): `{part}`",
    ),
    "E514": (
        "la plantilla `{look}` depende de otra plantilla (attachedTemplate): `{part}`",
        "the template `{look}` depends on another template (attachedTemplate): `{part}`",
    ),
    "E515": (
        "la plantilla `{look}` contiene un control ActiveX: `{part}`",
        "the template `{look}` holds an ActiveX control: `{part}`",
    ),
    "E516": (
        "la plantilla `{look}` trae contenido de otro archivo (subdocumento, combinación o marco): `{part}`",
        "the template `{look}` brings content from another file (subdocument, mail merge or frame): `{part}`",
    ),
    "E517": (
        "la plantilla `{look}` tiene un campo `{field}` en `{part}`, que ejecuta o trae algo al abrirse",
        "the template `{look}` has a `{field}` field in `{part}`, which runs or fetches something when opened",
    ),
    # What is missing
    "E518": (
        "a la plantilla `{look}` le faltan estilos: {styles}",
        "the template `{look}` lacks styles: {styles}",
    ),
    "H518": (
        "empieza por una copia de `sobrio.docx`, que tiene todos los estilos y listas, y cámbiala en Word",
        "begin with a copy of `sobrio.docx`, which has all styles and lists, and change it in Word",
    ),
    "E519": (
        "a la plantilla `{look}` le faltan listas de numeración: {lists}",
        "the template `{look}` lacks numbering lists: {lists}",
    ),
    "E520": (
        "la plantilla `{look}` usa la fuente `{family}`, que no se puede incrustar: no tiene gemela ni está en `fonts/`",
        "the template `{look}` uses the font `{family}`, which cannot be embedded: it has no twin and is not in `fonts/`",
    ),
    "H520": (
        "usa una con gemela ({twins}) o pon los archivos de la tuya en la carpeta `fonts/`",
        "use one with a twin ({twins}) or put the files of yours into the folder `fonts/`",
    ),
    "E521": (
        "a la fuente `{family}` de la plantilla `{look}` le falta el archivo del estilo {style}",
        "the font `{family}` of the template `{look}` lacks the file of its {style} style",
    ),
    "H521": (
        "puede ser uno de los que están dañados en `fonts/`: {files}; cópialos de nuevo",
        "it may be one of those that are damaged in `fonts/`: {files}; copy them anew",
    ),
    "E522": (
        "la fuente `{file}` de la plantilla `{look}` no se puede incrustar",
        "the font `{file}` of the template `{look}` cannot be embedded",
    ),
    "H522.cff": (
        "es un OpenType con contornos CFF (.otf): hace falta la misma letra en TrueType (.ttf)",
        "it is an OpenType with CFF outlines (.otf): the same typeface in TrueType (.ttf) is needed",
    ),
    "H522.restricted": (
        "su licencia no lo permite, según dice el propio archivo: usa otra letra",
        "its licence does not allow it, as the file itself says: use another typeface",
    ),
    "H522.broken": ("el archivo está dañado: cópialo de nuevo", "the file is damaged: copy it anew"),
    "E523": (
        "la plantilla `{look}` ha de tener un solo párrafo con `{{p body }}` y nada más; hay {count}",
        "the template `{look}` must have one paragraph with `{{p body }}` and nothing else; there are {count}",
    ),
    "E524": (
        "en la plantilla `{look}`, el estilo `{style}` se basa en sí mismo",
        "in the template `{look}`, the style `{style}` is based on itself",
    ),
    "E525": (
        "la plantilla `{look}` no tiene tamaño de página (`w:sectPr`)",
        "the template `{look}` has no page size (`w:sectPr`)",
    ),
    "E526": (
        "en la plantilla `{look}`, el nivel {level} de la lista `{list}` no está vinculado al estilo `{style}`",
        "in the template `{look}`, level {level} of the list `{list}` is not linked to the style `{style}`",
    ),
    "E527": (
        "el logotipo de la plantilla `{look}`, en `{part}`, no es PNG ni JPEG: el PDF no puede mostrarlo",
        "the logo of the template `{look}`, in `{part}`, is neither PNG nor JPEG: the PDF cannot show it",
    ),
    "H527": ("guárdalo como PNG y ponlo de nuevo en Word", "save it as PNG and put it into Word again"),
    "E528": (
        "el logotipo de la plantilla `{look}`, en `{part}`, tiene más de {limit} millones de puntos",
        "the logo of the template `{look}`, in `{part}`, has more than {limit} million pixels",
    ),
    "H528": ("hazlo más pequeño: unos 1000 puntos de ancho bastan", "make it smaller: some 1000 pixels wide will do"),
    "E529": (
        "el logotipo de la plantilla `{look}`, en `{part}`, está dañado y no se puede leer entero",
        "the logo of the template `{look}`, in `{part}`, is damaged and cannot be read as a whole",
    ),
    "E540": (
        "en la plantilla `{look}` no consta bien de qué tipo es `{part}`: ábrela en Word y guárdala de nuevo",
        "the template `{look}` does not say rightly of which type `{part}` is: open it in Word and save it again",
    ),
    # Expressions
    "E530": (
        "la plantilla `{look}` tiene una expresión no admitida, `{tag}` ({fault}), en `{part}`, párrafo «{paragraph}»",
        "the template `{look}` has an expression that is not allowed, `{tag}` ({fault}), in `{part}`, paragraph “{paragraph}”",
    ),
    "H530": (
        "se admiten `{{ nombre }}`, con `|upper`, `|lower` o `|trim` si hace falta, y `{% if nombre %}…{% endif %}`",
        "allowed are `{{ name }}`, with `|upper`, `|lower` or `|trim` if need be, and `{% if name %}…{% endif %}`",
    ),
    "E531": (
        "la plantilla `{look}` tiene una expresión que no se cierra en su párrafo o está mal escrita, `{tag}`, en `{part}`, "
        "párrafo «{paragraph}»",
        "the template `{look}` has an expression that is not closed in its paragraph or ill-formed, `{tag}`, in `{part}`, "
        "paragraph “{paragraph}”",
    ),
    "E532": (
        "la plantilla `{look}` usa un nombre que no existe, `{fault}`, en `{tag}`, `{part}`, párrafo «{paragraph}»; hay: "
        "{names}",
        "the template `{look}` uses a name that does not exist, `{fault}`, in `{tag}`, `{part}`, paragraph “{paragraph}”; "
        "there are: {names}",
    ),
    "E533": (
        "la plantilla `{look}` tiene una expresión donde no se rellena nada: `{tag}` en `{part}`",
        "the template `{look}` has an expression where nothing is filled in: `{tag}` in `{part}`",
    ),
    "E534": (
        "`{part}`, dentro de la plantilla `{look}`, es demasiado largo ({fault} caracteres)",
        "`{part}` in the template `{look}` is too long ({fault} characters)",
    ),
    "E535": (
        "la plantilla `{look}` tiene más de {limit} elementos: no se abre",
        "the template `{look}` has more than {limit} elements: it is not opened",
    ),
    "E536": (
        "`{part}`, dentro de la plantilla `{look}`, está escrito en {encoding}: solo se admiten UTF-8 y UTF-16",
        "`{part}` in the template `{look}` is written in {encoding}: only UTF-8 and UTF-16 are allowed",
    ),
    "E537": (
        "`{part}`, dentro de la plantilla `{look}`, tiene {count} expresiones; se admiten {limit}",
        "`{part}` in the template `{look}` has {count} expressions; {limit} are allowed",
    ),
    "E538": (
        "`{part}`, dentro de la plantilla `{look}`, no dice de qué tipo es (`[Content_Types].xml`): Word no la abriría",
        "`{part}` in the template `{look}` does not tell its type (`[Content_Types].xml`): Word would not open it",
    ),
    "E539": (
        "la plantilla `{look}` tiene una expresión dentro de un atributo o de un campo, donde no se admite: `{tag}` en `{part}`",
        "the template `{look}` has an expression in an attribute or a field, where none is allowed: `{tag}` in `{part}`",
    ),
    # What is not followed
    "W500": (
        "en la plantilla `{look}`, el estilo `{place}` tiene `{element}`",
        "in the template `{look}`, the style `{place}` has `{element}`",
    ),
    "W501": (
        "en la plantilla `{look}`, la lista y nivel `{place}` tiene `{element}`",
        "in the template `{look}`, the list and level `{place}` has `{element}`",
    ),
    "W502": (
        "en la plantilla `{look}`, la sección tiene `{element}`",
        "in the template `{look}`, the section has `{element}`",
    ),
    "W503": (
        "en la plantilla `{look}`, el encabezado o pie `{place}` tiene `{element}`",
        "in the template `{look}`, the header or footer `{place}` has `{element}`",
    ),
    "W504": (
        "en la plantilla `{look}`, la configuración tiene `{element}`",
        "in the template `{look}`, the settings have `{element}`",
    ),
    "W505": (
        "en la plantilla `{look}`, junto a `{{p body }}` hay algo más: `{element}` «{place}»",
        "in the template `{look}`, something else stands beside `{{p body }}`: `{element}` “{place}”",
    ),
    "H500": (
        "Word lo muestra y el PDF no: quítalo si los dos han de ser iguales",
        "Word shows it and the PDF does not: remove it if both are to be alike",
    ),
    "W506": (
        "en la plantilla `{look}`, el nivel {level} de la lista `{list}` numera con «{text}»; el PDF y las referencias, "
        "con «{wanted}»",
        "in the template `{look}`, level {level} of the list `{list}` numbers with “{text}”; the PDF and the references "
        "with “{wanted}”",
    ),
    # What spoils agreement
    "W510": (
        "en la plantilla `{look}`, texto justificado ({styles}): Word parte las líneas por otro sitio que el PDF y el "
        "índice puede errar la página",
        "in the template `{look}`, justified text ({styles}): Word breaks lines elsewhere than the PDF, and the contents "
        "may give a wrong page",
    ),
    "W511": (
        "en la plantilla `{look}`, interlineado no exacto con una fuente cuya gemela tiene otra altura ({styles}): pon un "
        "interlineado exacto",
        "in the template `{look}`, line spacing that is not exact with a font whose twin has other heights ({styles}): set "
        "an exact spacing",
    ),
    "W512": (
        "en la plantilla `{look}`, sin ajuste entre letras ({styles}): marca «Interletraje para fuentes» en el estilo",
        "in the template `{look}`, no kerning ({styles}): tick “Kerning for fonts” in the style",
    ),
    "W513": (
        "en la plantilla `{look}`, el logotipo es más alto que la línea exacta en que está ({styles}): Word lo corta",
        "in the template `{look}`, the logo is higher than the exact line it stands in ({styles}): Word cuts it",
    ),
    "W514": (
        "la plantilla `{look}` pide las reglas de un Word antiguo (modo {mode}): conviértela en Word, «Archivo, Convertir»",
        "the template `{look}` asks for the rules of an old Word (mode {mode}): convert it in Word, “File, Convert”",
    ),
    "N515": (
        "la plantilla `{look}` parte palabras al final de línea: Word las parte con sus propias reglas y alguna página del "
        "índice puede errar",
        "the template `{look}` hyphenates: Word does so by rules of its own, and a page in the contents may be wrong",
    ),
    # The provider's brand
    "E590": ("no se puede leer la imagen `{file}`", "the picture `{file}` cannot be read"),
    "H590": (
        "ponlo en la carpeta de la ficha o en la de `practice.yaml`, y escribe su nombre tal cual, con `.png` o `.jpg`",
        "put it into the folder of the spec or of `practice.yaml`, and write its name as it is, with `.png` or `.jpg`",
    ),
    "E591": ("la imagen `{file}` no es PNG ni JPEG", "the picture `{file}` is neither PNG nor JPEG"),
    "H591": (
        "ábrelo en un programa de imágenes y guárdalo de nuevo como PNG",
        "open it in a program for pictures and save it again as PNG",
    ),
    "E592": (
        "la imagen `{file}` es demasiado grande: se admiten hasta {limit}",
        "the picture `{file}` is too large: up to {limit} are allowed",
    ),
    "H592": ("guárdalo más pequeño: unos 1000 puntos de ancho bastan", "save it smaller: some 1000 pixels wide will do"),
    "E593": (
        "la imagen `{file}` está dañada y no se puede leer entera",
        "the picture `{file}` is damaged and cannot be read as a whole",
    ),
    "E594": (
        "la imagen `{file}` es un atajo a un archivo de otra carpeta: no se abre",
        "the picture `{file}` is a shortcut to a file of another folder: it is not opened",
    ),
    "W590": (
        "el color {accent} no cambia nada: la plantilla `{look}` no usa ningún color de acento",
        "the colour {accent} changes nothing: the template `{look}` uses no accent colour",
    ),
    "H594": (
        "en Word, da a sus títulos el «Énfasis 1» del tema, en lugar de un color fijo",
        "in Word, give its headings the theme's “Accent 1”, not a fixed colour",
    ),
    "W591": (
        "la imagen `{file}` no se ve sobre papel blanco: es blanca o transparente",
        "the picture `{file}` is not seen on white paper: it is white or transparent",
    ),
    "H593": ("usa la versión para fondos claros", "use the version for light backgrounds"),
    "W592": (
        "la imagen `{file}` se verá borrosa: tiene {width} × {height} puntos",
        "the picture `{file}` will look blurred: it has {width} × {height} pixels",
    ),
    "H595": ("pon uno de unos 600 puntos de ancho", "use one of some 600 pixels wide"),
    "W593": (
        "el logotipo no sale en el contrato: la plantilla `{look}` no tiene encabezado en la primera página",
        "the logo is not in the contract: the template `{look}` has no header on the first page",
    ),
    "H596": (
        "en Word, abre el encabezado de la primera página, escribe algo en él y guarda la plantilla",
        "in Word, open the header of the first page, write something in it and save the template",
    ),
    "N590": (
        "el color {accent} es demasiado claro para leer texto en él: los textos van en {text}; líneas y fondos lo conservan",
        "the colour {accent} is too light for text to be read: texts are in {text}; rules and areas keep it",
    ),
    "N591": (
        "la plantilla `{look}` ya tiene una imagen en su encabezado: el contrato lleva esa y no tu logotipo",
        "the template `{look}` has a picture in its header already: the contract shows that and not your logo",
    ),
}  # fmt: skip
