"""What `clauses lint` says (E267–E278, E330–E345)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "E482": ("`{name}`, en `confirm`, no es ningún dato que un documento conozca",
             "`{name}`, in `confirm`, is no datum that a document knows"),
    "H484": ("a través de una lista se escribe sin corchetes, como `services.task`",
             "through a list it is written without brackets, such as `services.task`"),
    "lint.near": ("¿querías decir `{word}`?", "did you mean `{word}`?"),
    "E267": ("no hay ninguna cláusula `{clause}`", "there is no clause `{clause}`"),
    "W267": ("no hay ninguna cláusula `{clause}` en esta biblioteca", "there is no clause `{clause}` in this library"),
    "E268": (
        "la cláusula `{clause}` no tiene el ancla `{anchor}` en todos sus textos",
        "the clause `{clause}` has no anchor `{anchor}` in all its texts",
    ),
    "W268": ("`{target}` puede faltar donde está `{clause}`", "`{target}` may be absent where `{clause}` is"),
    "H268": (
        "escribe `[[cláusula?]]`, ponlo en una condición, o añádela a `requires`",
        "write `[[clause?]]`, put it in a condition, or add it to `requires`",
    ),
    "E269": (
        "`{name}` es interno: no puede salir en ningún documento",
        "`{name}` is internal: it may appear in no document",
    ),
    "E270": ("no existe el nombre `{name}`", "there is no name `{name}`"),
    "E271": ("`{name}` se usa donde `{missing}` puede faltar", "`{name}` is used where `{missing}` may be absent"),
    "H271": ("ponlo dentro de `if {name} given`", "put it inside `if {name} given`"),
    "E272": ("`{name}` no es una condición: es `{type}`", "`{name}` is no condition: it is `{type}`"),
    "H272": (
        "para saber si está escribe `{name} given`; si no, compáralo",
        "to ask whether it is there write `{name} given`; otherwise compare it",
    ),
    "E273": ("`{operator}` no admite `{left}` y `{right}`", "`{operator}` does not take `{left}` and `{right}`"),
    "E274": ("`{text}` no es un valor de `{name}`", "`{text}` is no value of `{name}`"),
    "H274": ("los valores son: {choices}", "the values are: {choices}"),
    "W274": ("el texto depende de un país", "the text depends on a country"),
    "H274.law": (
        "lo que cambia con la ley va en `law.*` o en un texto propio, como `es@PE.md`",
        "what changes with the law belongs in `law.*` or in a text of its own, such as `es@PE.md`",
    ),
    "E275": ("un bucle recorre una lista, no `{type}`", "a loop goes through a list, not `{type}`"),
    "E276": ("un valor de tipo `{type}` no se imprime así", "a value of type `{type}` is not printed this way"),
    "H276.list": (
        "une sus elementos con `| list_and` o `| list_or`, o recórrelos con `::: for`",
        "join its members with `| list_and` or `| list_or`, or go through them with `::: for`",
    ),
    "H276.boolean": ("escribe las palabras con `{% if … %}`", "write the words with `{% if … %}`"),
    "H276.record": ("imprime uno de sus datos: `client.legal_name`", "print one of its data: `client.legal_name`"),
    "E277": ("el filtro `{name}` no sirve para `{type}`", "the filter `{name}` does not serve for `{type}`"),
    "E278": (
        "la variable `{name}` tapa un nombre que ya existe",
        "the variable `{name}` hides a name that exists already",
    ),
    "E330": (
        "`{one}` y `{other}` no tienen los mismos bloques: aquí `{left}` y `{right}`",
        "`{one}` and `{other}` have not the same blocks: here `{left}` and `{right}`",
    ),
    "H330": (
        "los dos textos llevan los mismos párrafos, listas, tablas y condiciones, en el mismo orden",
        "both texts have the same paragraphs, lists, tables and conditions, in the same order",
    ),
    "E331": (
        "la condición es `{left}` en `{one}` y `{right}` en `{other}`",
        "the condition is `{left}` in `{one}` and `{right}` in `{other}`",
    ),
    "E332": (
        "el valor es `{left}` en `{one}` y `{right}` en `{other}`",
        "the value is `{left}` in `{one}` and `{right}` in `{other}`",
    ),
    "E333": (
        "la referencia es `{left}` en `{one}` y `{right}` en `{other}`",
        "the reference is `{left}` in `{one}` and `{right}` in `{other}`",
    ),
    "E334": (
        "el ancla es `{left}` en `{one}` y `{right}` en `{other}`",
        "the anchor is `{left}` in `{one}` and `{right}` in `{other}`",
    ),
    "E335": (
        "la definición es `{left}` en `{one}` y `{right}` en `{other}`",
        "the definition is `{left}` in `{one}` and `{right}` in `{other}`",
    ),
    "W332": (
        "el nombre es `{left}` en `{one}` y `{right}` en `{other}`",
        "the noun is `{left}` in `{one}` and `{right}` in `{other}`",
    ),
    "E337": ("el texto tiene {words} palabras, menos de {limit}", "the text has {words} words, fewer than {limit}"),
    "H337": ("di en `short` de `clause.yaml` por qué es corto", "tell in `short` of `clause.yaml` why it is short"),
    "W337": (
        "`short` sobra: los textos de `{clause}` no son cortos",
        "`short` is not needed: the texts of `{clause}` are not short",
    ),
    "E338": ("hay {found} cláusulas cortas, más de {limit}", "there are {found} short clauses, more than {limit}"),
    "E339": ("la cláusula `{clause}` tiene la misma frase", "the clause `{clause}` has the same sentence"),
    "E340": ("el texto no usa el parámetro `{parameter}`", "the text does not use the parameter `{parameter}`"),
    "E341": ("«{words}» no dice nada que se pueda cumplir", "“{words}” says nothing that can be performed"),
    "E342": ("el texto no define el término `{term}`", "the text does not define the term `{term}`"),
    "E343": (
        "`maps` pone en `{item}` el ancla `{anchor}`, que no está en todos los textos",
        "`maps` gives `{item}` the anchor `{anchor}`, which not every text has",
    ),
    "E344": (
        "`{text}` no es un valor de `{name}`, que es `{type}`",
        "`{text}` is no value of `{name}`, which is `{type}`",
    ),
    "E345": (
        "ni el esquema ni la cláusula dicen de qué tipo es `{name}`",
        "neither the schema nor the clause tells the type of `{name}`",
    ),
}
