"""Batches: sources, workers, the manifest, progress, the report."""

MESSAGES: dict[str, tuple[str, str]] = {
    # --- the command ---
    "cli.batch": (
        "Escribe los documentos de muchos clientes: una carpeta de fichas, o una tabla (CSV o XLSX) con una fila por cliente sobre una ficha base. Lo que ya está hecho y no ha cambiado no se repite.",
        "Write the documents of many clients: a folder of specs, or a table (CSV or XLSX) with a row for each client over a base spec. What is done and has not changed is not made again.",
    ),
    "cli.batch.base": ("Ficha sobre la que se pone cada fila de la tabla.", "Spec that each row of the table is laid over."),
    "cli.batch.jobs": ("Cuántos clientes se hacen a la vez (por defecto, uno por procesador).", "How many clients are made at once (default: one for each processor)."),
    "cli.batch.packet": ("Además, el paquete PDF de cada cliente.", "Each client's packet as one PDF, too."),
    "cli.batch.reading": (
        "Idioma de la copia de lectura de cada documento que está en otro: no obliga ni se firma.",
        "Language of a reading copy of each document that is in another one: it does not bind and is not signed.",
    ),
    "cli.batch.where": ("Solo las filas o fichas en que se cumple CLAVE=VALOR (también !=, y ~ para «contiene»). Se puede repetir.", "Only the rows or specs where KEY=VALUE holds (also !=, and ~ for “contains”). May be repeated."),
    "cli.batch.set": ("Pone CLAVE=VALOR en todos los clientes. Se puede repetir.", "Puts KEY=VALUE into all clients. May be repeated."),
    "cli.batch.locale": ("Cómo escribe la tabla los números y las fechas: es-ES, en-US… (por defecto, como en una ficha).", "How the table writes numbers and dates: es-ES, en-US… (default: as in a spec)."),
    "cli.batch.sheet": ("Hoja del libro XLSX, si hay varias con datos.", "Sheet of the XLSX workbook, where several have data."),
    "cli.batch.timeout": ("Segundos que puede tardar un cliente (por defecto, 120).", "Seconds that one client may take (default: 120)."),
    "cli.batch.memory": ("MiB de memoria que puede ocupar un cliente (por defecto, 1536).", "MiB of memory that one client may take (default: 1536)."),
    "cli.batch.recycle": ("Clientes tras los que se renueva cada proceso (por defecto, 500).", "Clients after which each process is replaced (default: 500)."),
    "cli.batch.why": ("Dice por qué se hace cada cliente.", "Tells why each client is made."),
    "cli.batch.dry_run": ("Dice qué se haría y no escribe nada.", "Tells what would be done and writes nothing."),
    "batch.read.folder": ("{file}: {rows} fichas", "{file}: {rows} specs"),
    "batch.read.folder.one": ("{file}: una ficha", "{file}: one spec"),
    "batch.read.csv": ("{file}: {rows} filas, {encoding}, celdas separadas por {delimiter}", "{file}: {rows} rows, {encoding}, cells separated by {delimiter}"),
    "batch.read.csv.one": ("{file}: una fila, {encoding}, celdas separadas por {delimiter}", "{file}: one row, {encoding}, cells separated by {delimiter}"),
    "batch.read.xlsx": ("{file}: {rows} filas de la hoja «{sheet}»", "{file}: {rows} rows of the sheet “{sheet}”"),
    "batch.read.xlsx.one": ("{file}: una fila de la hoja «{sheet}»", "{file}: one row of the sheet “{sheet}”"),
    "batch.read.blank": ("{n} filas vacías se dejan fuera", "{n} empty rows are left out"),
    "batch.read.blank.one": ("una fila vacía se deja fuera", "an empty row is left out"),
    "batch.read.convention": ("números y fechas como en {convention}", "numbers and dates as in {convention}"),
    "batch.tabulator": ("tabulador", "tab"),
    "batch.dry.make": ("se haría {name}", "would make {name}"),
    "batch.dry.keep": ("no ha cambiado {name}", "nothing changed in {name}"),
    "batch.dry.total": ("se harían {make} de {total}; no se ha escrito nada", "{make} of {total} would be made; nothing was written"),
    "cli.batch.check": ("Dice todo lo que hay mal o es arriesgado en cada cliente, también lo que es solo para ti, y no escribe nada.", "Tells all that is wrong or risky in each client, what is for your eyes only too, and writes nothing."),
    "cli.batch.no_report": ("Sin la página report.html.", "Without the page report.html."),
    # --- running ---
    "E760": ("hay algo mal en una parte interna, que aquí no se cuenta", "something is wrong in an internal part, which is not told here"),
    "H760": ("la misma orden con `--check` lo dice entero, solo en tu pantalla", "the same command with `--check` tells it in full, on your screen alone"),
    "E761": ("error de vadocs al hacer este cliente ({text})", "an error of vadocs in making this client ({text})"),
    "H761": ("prueba `vadocs render --debug` con su ficha y, si se repite, cuéntanoslo", "try `vadocs render --debug` with its spec and, if it comes again, tell us"),
    "E762": ("no se pueden iniciar los procesos que hacen los documentos", "the processes that make the documents cannot be started"),
    "H762": ("comprueba que queda memoria y que `vadocs check` funciona en este equipo", "see that there is memory left and that `vadocs check` works on this machine"),
    "E763": ("la ficha ha cambiado mientras se hacía: era `{id}` y ahora es `{other}`", "the spec has changed while it was being made: it was `{id}` and now is `{other}`"),
    "H763": ("vuelve a ejecutar lo mismo", "run the same again"),
    "E764": ("el proceso que hacía `{id}` se ha cerrado de golpe, dos veces", "the process that made `{id}` has ended abruptly, twice"),
    "H764": ("no se ha escrito nada de este cliente; los demás siguen", "nothing of this client was written; the others go on"),
    "E765": ("`{id}` tarda más de lo permitido, dos veces", "`{id}` takes longer than allowed, twice"),
    "H765": ("`--timeout` permite más segundos", "`--timeout` allows more seconds"),
    "E766": ("`{id}` necesita más memoria de la permitida, dos veces", "`{id}` needs more memory than allowed, twice"),
    "H766": ("`--memory` permite más", "`--memory` allows more"),
    # the journal of a batch, its lock, what changed since the last run
    "W753": (
        "`{file}`, la lista de lo que ha hecho cada lote, tiene {count} línea(s) dañada(s); la primera es la {line}",
        "`{file}`, the list of what each batch did, has {count} damaged line(s); the first is line {line}",
    ),
    "H753": (
        "no hace falta que hagas nada: lo que decían se vuelve a comprobar o a hacer",
        "there is nothing to do: what they said is checked or made again",
    ),
    "E754": (
        "`{file}` no es un fichero normal: ahí se anota lo que hace cada lote",
        "`{file}` is no ordinary file: what each batch does is noted there",
    ),
    "H754": ("muévelo, o elige otra carpeta con `--out`", "move it, or choose another folder with `--out`"),
    "E755": (
        "otro lote está escribiendo en `{file}`",
        "another batch is writing into `{file}`",
    ),
    "H755": (
        "espera a que termine y repite la orden, o elige otra carpeta con `--out`",
        "wait until it has finished and repeat the command, or choose another folder with `--out`",
    ),
    "N756": (
        "`{file}` se ha cambiado a mano desde que se escribió; se deja como está",
        "`{file}` was changed by hand since it was written; it stays as it is",
    ),
    "H756": (
        "para volver a hacerlo y perder esos cambios, usa `--replace`",
        "to make it again and lose those changes, use `--replace`",
    ),
    # sources (723–752)
    "table.first": ("el primero está en {cell}", "the first is in {cell}"),
    "table.other": ("el otro encargo", "the other engagement"),
    "table.cell": ("fila {row}, columna `{key}` (celda {cell})", "row {row}, column `{key}` (cell {cell})"),
    "E723": ("dos encargos tienen el mismo id `{text}`", "two engagements have the same id `{text}`"),
    "H723": (
        "el id da nombre a la carpeta de cada encargo: cambia uno de los dos",
        "the id names the folder of each engagement: change one of the two",
    ),
    "E724": ("dos encargos tienen el mismo número `{text}`", "two engagements have the same number `{text}`"),
    "H724": (
        "cada encargo lleva su número: cambia uno de los dos",
        "each engagement has a number of its own: change one of the two",
    ),
    "E725": (
        "`{text}` y `{other}`, en `{key}` de dos encargos, se distinguen solo en mayúsculas o en su escritura interna",
        "`{text}` and `{other}`, in `{key}` of two engagements, differ only in letter case or in how they are encoded",
    ),
    "H725": (
        "en muchos ordenadores serían la misma carpeta: cambia uno de los dos",
        "on many computers they would be the same folder: change one of the two",
    ),
    "E726": ("`{key}` no es una clave de la ficha", "`{key}` is not a key of a spec"),
    "H726": ("¿quizá {keys}?", "perhaps {keys}?"),
    "H726.none": (
        "las claves son las de la ficha, con puntos: `client.legal_name`, `fees.amount`, `services[0].task`; "
        "para una columna que solo te sirve a ti, empieza su título por `#`",
        "the keys are those of a spec, with dots: `client.legal_name`, `fees.amount`, `services[0].task`; "
        "for a column that only serves you, begin its heading with `#`",
    ),
    "E727": ("`{key}` lleva claves dentro, no un valor solo", "`{key}` takes keys within it, not a single value"),
    "E728": (
        "`{key}` es una lista: hay que decir de qué elemento se trata, desde `[0]`",
        "`{key}` is a list: say which of its members is meant, from `[0]`",
    ),
    "E730": ("la clave `{key}` está dos veces", "the key `{key}` stands twice"),
    "E731": ("`{key}` es parte de `{other}`, que también está", "`{key}` is a part of `{other}`, which is there too"),
    "E732": (
        "la columna de {cell} no tiene título, y en {value} hay algo escrito",
        "the column of {cell} has no heading, and something is written in {value}",
    ),
    "H732": (
        "escribe su clave, o un título que empiece por `#` si es una nota tuya",
        "write its key, or a heading that begins with `#` if it is a note of your own",
    ),
    "E733": ("aquí faltan los títulos de las columnas, o los datos", "the headings of the columns are missing here, or the data"),
    "H733": (
        "la primera fila lleva las claves de la ficha: `id`, `number`, `client.legal_name`…",
        "the first row holds the keys of a spec: `id`, `number`, `client.legal_name`…",
    ),
    "H733.rows": ("debajo de los títulos va una fila por cliente", "below the headings there is a row for each client"),
    "E734": ("y {count} fallos más desde aquí", "and {count} more faults from here on"),
    "W734": ("y {count} avisos más desde aquí", "and {count} more warnings from here on"),
    "H734": (
        "suelen tener la misma causa: corrige los primeros y repite la orden",
        "they often have one cause: mend the first ones and repeat the command",
    ),
    "E735": ("falta la columna `{key}`", "the column `{key}` is missing"),
    "H735": (
        "cada fila es un encargo, con su propio `{key}`",
        "each row is an engagement, with its own `{key}`",
    ),
    "E736": ("la fila {row} no tiene `{key}` ({cell})", "row {row} has no `{key}` ({cell})"),
    "H736": ("escríbelo, o borra la fila si no es un encargo", "write it, or delete the row if it is no engagement"),
    "E737": (
        "el id `{text}` ({cell}) no vale: solo minúsculas sin acento, cifras y guiones",
        "the id `{text}` ({cell}) will not do: small letters without accents, digits and hyphens only",
    ),
    "H737": ("por ejemplo: `{text}`", "for example: `{text}`"),
    "E738": (
        "la fila {row} tiene {count} celdas, y hay {width} columnas",
        "row {row} has {count} cells, and there are {width} columns",
    ),
    "H738": (
        "un texto que lleva el signo que separa las celdas va entre comillas dobles",
        "a text that holds the sign between cells goes in double quotes",
    ),
    "E739": ("el archivo no es un texto que se pueda leer", "the file is no text that can be read"),
    "H739": (
        "guárdalo desde tu hoja de cálculo como «CSV UTF-8» o como XLSX",
        "save it from your spreadsheet as “CSV UTF-8” or as XLSX",
    ),
    "H739.mixed": (
        "una parte es UTF-8 y otra no: los acentos saldrían cambiados; guárdalo otra vez como «CSV UTF-8» o como XLSX",
        "a part is UTF-8 and another is not: accents would come out changed; save it again as “CSV UTF-8” or as XLSX",
    ),
    "E740": (
        "no se puede saber qué signo separa las celdas: {signs}",
        "it cannot be told which sign stands between the cells: {signs}",
    ),
    "H740": (
        "pon una primera línea que lo diga: `sep=;`",
        "put a first line that tells it: `sep=;`",
    ),
    "E741": ("unas comillas se abren y no se cierran, o se cierran donde no toca", "a quote is opened and never closed, or closed where it should not"),
    "H741": (
        "una celda entre comillas acaba con ellas, y las de dentro se escriben dos veces: `\"\"`",
        "a cell in quotes ends with them, and those within are written twice: `\"\"`",
    ),
    "E742": ("la tabla es más grande de lo que se admite", "the table is larger than what is taken"),
    "H742.bytes": ("el archivo, como mucho, {most} MiB", "the file, at most {most} MiB"),
    "H742.rows": ("filas, como mucho, {most}: pártela en varias", "rows, at most {most}: part it in several"),
    "H742.columns": ("columnas, como mucho, {most}", "columns, at most {most}"),
    "H742.cell": ("en la celda {cell}, como mucho {most} caracteres", "in the cell {cell}, at most {most} characters"),
    "E743": (
        "la celda {cell} tiene un carácter que no puede ir en un documento: {character}",
        "the cell {cell} holds a character that no document can hold: {character}",
    ),
    "E744": ("se da `{key}` y falta `{missing}`", "`{key}` is given and `{missing}` is missing"),
    "H744": (
        "los elementos de una lista van seguidos, desde `[0]`, contando los de la ficha base",
        "the members of a list follow one another, from `[0]`, those of the base spec counted",
    ),
    "table.base": ("en la ficha base", "in the base spec"),
    "E745": (
        "`{key}` no encaja en la ficha base: borraría algo de ella",
        "`{key}` does not fit the base spec: it would take something away from it",
    ),
    "H745.value": (
        "allí `{other}` es un valor solo: llama `{other}` a la columna, o parte ese valor en la ficha",
        "there `{other}` is a single value: call the column `{other}`, or part that value in the spec",
    ),
    "H745.keys": ("allí lleva claves dentro: usa {keys}", "there it takes keys within it: use {keys}"),
    "E746": (
        "ningún encargo cumple lo que se pide con `--where`; en `{source}` hay {count}",
        "no engagement meets what `--where` asks; there are {count} in `{source}`",
    ),
    "H746": (
        "las celdas vacías toman el valor de la ficha base; mayúsculas y minúsculas dan igual",
        "empty cells take the base spec's value; letter case makes no difference",
    ),
    "E747": ("no se entiende `{option} {text}`", "`{option} {text}` is not understood"),
    "H747.set": ("se escribe `--set fees.currency=EUR`", "it is written `--set fees.currency=EUR`"),
    "H747.own": ("cada encargo lleva su propio `{key}`", "each engagement has its own `{key}`"),
    "H747.where": (
        "se escribe `--where client.address.country=ES,PT`, con `!=` para lo contrario y `~` para una parte del texto; "
        "un valor con comas va entre comillas dobles",
        "it is written `--where client.address.country=ES,PT`, with `!=` for the opposite and `~` for a part of the text; "
        "a value with commas goes in double quotes",
    ),
    "E729": (
        "la celda {cell} (fila {row}, columna `{key}`) no se puede leer tal como está",
        "the cell {cell} (row {row}, column `{key}`) cannot be read as it stands",
    ),
    "H729.formula": (
        "tiene una fórmula y ningún valor guardado: abre el libro en tu hoja de cálculo y guárdalo, o pega los valores",
        "it has a formula and no saved value: open the workbook in your spreadsheet and save it, or paste the values",
    ),
    "H729.error": (
        "guarda un error de la hoja de cálculo, como `#N/A`: corrige la fórmula o escribe el valor",
        "it holds an error of the spreadsheet, such as `#N/A`: mend the formula or write the value",
    ),
    "H729.boolean": (
        "guarda VERDADERO o FALSO donde va un texto: da a la celda formato de texto y escríbelo",
        "it holds TRUE or FALSE where a text belongs: give the cell the format of text and write it",
    ),
    "H729.moment": (
        "guarda una hora donde va otra cosa, o con segundos",
        "it holds a time of day where something else belongs, or one with seconds",
    ),
    "H729.date": (
        "la hoja de cálculo la ha convertido en una fecha, y ahí no va ninguna: dale formato de texto y escríbela otra vez",
        "the spreadsheet has made a date of it, and none belongs there: give it the format of text and write it again",
    ),
    "H729.hour": (
        "además de la fecha lleva una hora: deja solo la fecha",
        "beside the date it holds a time of day: leave the date alone",
    ),
    "H729.percent": (
        "tiene formato de porcentaje, y ahí no va ninguno",
        "it has the format of a percentage, and none belongs there",
    ),
    "H729.text": (
        "guarda un número con decimales, o de más de 15 cifras, donde va un texto: dale formato de texto y escríbelo otra vez",
        "it holds a number with decimals, or of more than 15 digits, where a text belongs: "
        "give it the format of text and write it again",
    ),
    "E748": ("las celdas {range} están combinadas", "the cells {range} are merged"),
    "H748": (
        "solo la primera guarda el valor: sepáralas y escríbelo en cada una",
        "only the first one holds the value: part them and write it in each",
    ),
    "W749": (
        "en la columna `{key}` va texto y hay celdas con números: {count}, desde {cell}",
        "the column `{key}` takes text and has cells with numbers: {count}, from {cell} on",
    ),
    "H749.zeros": (
        "un número pierde los ceros de delante (`08001`): da a la columna formato de texto y revísala",
        "a number loses the noughts before it (`08001`): give the column the format of text and look it through",
    ),
    "E750": ("esta tabla no se puede leer", "this table cannot be read"),
    "H750.old": (
        "es de un formato antiguo de Excel, o tiene contraseña: guárdala como XLSX, sin contraseña",
        "it is of an old format of Excel, or has a password: save it as XLSX, without a password",
    ),
    "H750.other": (
        "ábrela en tu hoja de cálculo y elige «Guardar como»: XLSX o «CSV UTF-8»",
        "open it in your spreadsheet and choose “Save as”: XLSX or “CSV UTF-8”",
    ),
    "H750.unknown": (
        "una tabla es un archivo `.xlsx` o `.csv`; también vale una carpeta con fichas",
        "a table is a file `.xlsx` or `.csv`; a folder of specs will do too",
    ),
    "H750.damaged": (
        "el archivo está dañado o no es un libro de Excel: ábrelo en tu hoja de cálculo y guárdalo otra vez como XLSX",
        "the file is damaged or no Excel workbook: open it in your spreadsheet and save it as XLSX again",
    ),
    "H750.locked": (
        "está cifrado o comprimido de un modo que no se admite: guárdalo como XLSX, sin contraseña",
        "it is encrypted, or packed in a way that is not taken: save it as XLSX, without a password",
    ),
    "H750.large": ("descomprimido ocupa demasiado: pártelo en varios", "unpacked it is too large: part it in several"),
    "H750.bomb": (
        "por dentro no es como los que guarda una hoja de cálculo, y abrirlo podría agotar la memoria",
        "inside it is not as a spreadsheet saves it, and opening it might use up the memory",
    ),
    "W750": (
        "hay filas ocultas o filtradas ({count}, desde la {row}), que se leen igual que las demás",
        "there are hidden or filtered rows ({count}, from row {row} on), which are read as the others are",
    ),
    "H750.rows": (
        "para hacer solo algunas, elige con `--where`: `--where \"# estado=activo\"`",
        "to make some of them only, choose with `--where`: `--where \"# state=active\"`",
    ),
    "E751": ("no está claro qué hoja del libro es la tabla", "it is not clear which sheet of the workbook is the table"),
    "H751": ("elige una con `--sheet`: {names}", "choose one with `--sheet`: {names}"),
    "H751.empty": ("no hay ninguna hoja visible con datos", "there is no visible sheet with data"),
    "W751": (
        "la columna `{key}` ({cell}) está oculta, y se lee igual que las demás",
        "the column `{key}` ({cell}) is hidden, and is read as the others are",
    ),
    "H751.column": (
        "si no ha de ir en los documentos, bórrala, o empieza su título por `#`",
        "if it is not to go into the documents, delete it, or begin its heading with `#`",
    ),
    "E749": (
        "`{text}`, en `{key}`, no está escrito como se escribe en {tag}",
        "`{text}`, in `{key}`, is not written as it is in {tag}",
    ),
    "H749": (
        "`--locale` pide números como `{number}` y fechas como `{date}`",
        "`--locale` asks for numbers such as `{number}` and dates such as `{date}`",
    ),
    "H749.locale": (
        "si la tabla escribe números o fechas a la manera de un país, dilo: `--locale es-ES`, `--locale es-MX`",
        "if the table writes numbers or dates in the manner of a country, say so: `--locale en-GB`, `--locale en-US`",
    ),
    "E752": ("con `{source}` no se puede hacer así", "it cannot be done in this way with `{source}`"),
    "H752.base": (
        "a una tabla le hace falta la ficha que completa: `--base base.vadocs.yaml`",
        "a table needs the spec that it completes: `--base base.vadocs.yaml`",
    ),
    "H752.sheet": (
        "una tabla CSV no tiene hojas: `--sheet` es para libros de Excel",
        "a CSV table has no sheets: `--sheet` is for Excel workbooks",
    ),
    "H752.folder": (
        "en una carpeta cada ficha está completa: `--base` es para tablas",
        "in a folder each spec is complete: `--base` is for tables",
    ),
    "why.new": ("es la primera vez", "it is the first time"),
    "why.interrupted": ("la última vez se interrumpió", "it was interrupted last time"),
    "why.rejected": ("la última vez tenía errores", "it had errors last time"),
    "why.failed": ("la última vez no se pudo terminar", "it could not be finished last time"),
    "why.program": (
        "vadocs, o algo de lo que usa para hacer los documentos, ha cambiado",
        "vadocs, or something that it makes documents with, has changed",
    ),
    "why.options": ("las opciones de la orden son otras", "the options of the command are others"),
    "why.spec": ("la ficha ha cambiado", "the spec has changed"),
    "why.given": ("la fila de la tabla, o lo que se da con `--set`, ha cambiado", "the row of the table, or what `--set` gives, has changed"),
    "why.practice": ("`practice.yaml` ha cambiado", "`practice.yaml` has changed"),
    "why.library": (
        "tus cláusulas han cambiado: un `clause.yaml`, una lista de cláusulas, palabras, o hay un texto más o menos",
        "your clauses have changed: a `clause.yaml`, a set, words, or there is a text more or less",
    ),
    "why.fonts": ("la carpeta `fonts` ha cambiado", "the folder `fonts` has changed"),
    "why.look": ("el aspecto `{name}` ha cambiado", "the look `{name}` has changed"),
    "why.clause": ("el texto de tu cláusula `{name}` ha cambiado", "the text of your clause `{name}` has changed"),
    "why.file": ("el fichero `{name}` ha cambiado", "the file `{name}` has changed"),
    "why.missing": ("falta `{name}`", "`{name}` is missing"),
    "why.other": ("otra orden ha escrito `{name}` después", "another command has written `{name}` since"),
    "why.edited": ("`{name}` se ha cambiado a mano, y has pedido `--replace`", "`{name}` was changed by hand, and `--replace` is asked for"),
}
