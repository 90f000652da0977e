"""What is said of a library's YAML files: clauses, sets, niches, lexicons, law data (E280–E329)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "E280": ("la clave `{key}` no existe aquí", "there is no key `{key}` here"),
    "H280": ("las claves son: {keys}", "the keys are: {keys}"),
    "E281": ("falta `{key}`", "`{key}` is missing"),
    "E282": ("`{key}` no está escrito como debe", "`{key}` is not written as it must be"),
    "H282.text": ("es un texto, sin corchetes ni llaves", "it is a text, without brackets or braces"),
    "H282.list": ("es una lista: `{key}: [uno, otro]`", "it is a list: `{key}: [one, another]`"),
    "H282.mapping": ("lleva claves, cada una con su valor: `clave: valor`", "it has keys, each with a value: `key: value`"),
    "H282.mappings": (
        "es una lista, y cada elemento empieza con un guion y lleva claves: `- clave: valor`",
        "it is a list, and each item begins with a hyphen and has keys: `- key: value`",
    ),
    "H282.languages": ("va por lenguas: `{key}: {es: …, en: …}`", "it is given by language: `{key}: {es: …, en: …}`"),
    "H282.forms": (
        "va por lenguas, y en cada una hay una lista: `{key}: {es: [una forma], en: [a form]}`",
        "it is given by language, each with a list: `{key}: {es: [una forma], en: [a form]}`",
    ),
    "H282.noun": (
        "lleva sus formas: `{key}: {singular: …, plural: …, gender: …}`",
        "it has its forms: `{key}: {singular: …, plural: …, gender: …}`",
    ),
    "E283": ("`{id}` no puede ser un identificador", "`{id}` cannot be an id"),
    "H283": (
        "lleva minúsculas sin acento, cifras y guiones: `payment-terms`",
        "it has lower-case letters, digits and hyphens: `payment-terms`",
    ),
    "E284": ("`{key}` no puede ser `{text}`", "`{key}` cannot be `{text}`"),
    "H284": ("puede ser: {choices}", "it can be: {choices}"),
    "E285": ("a `{key}` le falta {languages}", "`{key}` lacks {languages}"),
    "E286": (
        "el identificador `{id}` no es el nombre del archivo o carpeta, `{folder}`",
        "the id `{id}` is not the name of the file or folder, `{folder}`",
    ),
    "H286": ("cambia uno de los dos", "change one of the two"),
    "E287": ("falta el texto `{file}`", "the text `{file}` is missing"),
    "E288": ("`{file}` no dice de qué lengua es el texto", "`{file}` does not tell the language of the text"),
    "H288": ("los textos se llaman `es.md`, `en.md` o `es@PE.md`", "texts are called `es.md`, `en.md` or `es@PE.md`"),
    "E289": ("el texto no está en UTF-8", "the text is not in UTF-8"),
    "H289": ("guárdalo en UTF-8", "save it as UTF-8"),
    "E290": (
        "la forma `{form}` es de dos términos: `{term}` y `{other}`",
        "the form `{form}` is of two terms: `{term}` and `{other}`",
    ),
    "E291": (
        "el parámetro `{parameter}` es obligatorio y tiene un valor por defecto",
        "the parameter `{parameter}` is required and has a default",
    ),
    "E292": ("no hay ninguna cláusula `{id}`", "there is no clause `{id}`"),
    "E293": ("las cláusulas se necesitan en círculo: {ids}", "the clauses require one another in a circle: {ids}"),
    "E294": ("los conjuntos se extienden en círculo: {ids}", "the sets extend one another in a circle: {ids}"),
    "E295": ("no hay ningún conjunto `{id}`", "there is no set `{id}`"),
    "E296": ("`{id}` está dos veces", "`{id}` stands twice"),
    "E297": ("`{id}` no puede ser necesaria y excluida a la vez", "`{id}` cannot be both required and excluded"),
    "E640": (
        "el conjunto `{set}` tiene que incluir `{stand}`, que hace las veces de `{out}`, y no `{out}`",
        "the set `{set}` has to hold `{stand}`, which stands for `{out}`, and not `{out}`",
    ),
    "E298": ("`{key}` es un número entero desde 1, no `{text}`", "`{key}` is a whole number from 1, not `{text}`"),
    "E299": ("el archivo `{file}` está vacío", "the file `{file}` is empty"),
    "H299": (
        "copia uno parecido de los que trae vadocs y cámbialo, o bórralo",
        "copy one like it of those that come with vadocs and change it, or delete it",
    ),
    "E300": (
        "el léxico de `{language}` no tiene el nombre `@{noun}` en todos sus países",
        "the lexicon of `{language}` has no noun `@{noun}` in each of its countries",
    ),
    "H300": ("tiene: {nouns}", "it has: {nouns}"),
    "E310": (
        "`{file}` no dice de qué lengua y país son las palabras",
        "`{file}` does not tell the language and country of the words",
    ),
    "H310": ("los léxicos se llaman `es.yaml` o `es-PE.yaml`", "lexicons are called `es.yaml` or `es-PE.yaml`"),
    "E311": (
        "`{key}` dice `{text}` y el archivo se llama `{file}`",
        "`{key}` says `{text}` and the file is called `{file}`",
    ),
    "E313": ("`{file}` no dice de qué país es la ley", "`{file}` does not tell the country of the law"),
    "H313": (
        "los datos de una ley están en `es.yaml` o `us-tx.yaml`: el código del país en minúsculas; los comunes, en `eu.yaml` "
        "(Unión Europea) o `eea.yaml` (Espacio Económico Europeo)",
        "law data are in `es.yaml` or `us-tx.yaml`: the country's code in lower case; common ones in `eu.yaml` (European "
        "Union) or `eea.yaml` (European Economic Area)",
    ),
    "E314": ("`{name}` no puede ser el nombre de un dato", "`{name}` cannot be the name of a datum"),
    "E315": ("`valid_to` es anterior a `valid_from`", "`valid_to` is before `valid_from`"),
    "E316": (
        "`{text}` no es un número, y lleva unidad o moneda",
        "`{text}` is not a number, and has a unit or currency",
    ),
    "E317": ("no se conoce la unidad o moneda `{unit}`", "the unit or currency `{unit}` is not known"),
    "E318": ("`{key}` no es una fecha: `{text}`", "`{key}` is not a date: `{text}`"),
    "H318": ("las fechas se escriben `2026-12-31`", "dates are written `2026-12-31`"),
    "E319": ("`{name}` tiene dos valores para los mismos días", "`{name}` has two values for the same days"),
}
