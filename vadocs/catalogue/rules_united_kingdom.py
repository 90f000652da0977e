"""What the rules find under the law of the United Kingdom, and in who works from there."""

MESSAGES: dict[str, tuple[str, str]] = {
    "W400": (
        "el interés pactado ({rate} %) ocupa el sitio del legal, que suma {points} puntos al tipo base: no es un "
        "remedio sustancial",
        "the interest agreed on ({rate}%) takes the place of the statutory one, which adds {points} points to the base "
        "rate: it is no substantial remedy",
    ),
    "H400": (
        "usa `interest: statutory`; con un tipo más bajo pierdes también la cantidad fija por cada factura",
        "use `interest: statutory`; with a lower rate you lose the fixed sum for each invoice too",
    ),
    "N401": (
        "el interés pactado ({rate} %) ocupa el sitio del legal y de su cantidad fija por factura",
        "the interest agreed on ({rate}%) takes the place of the statutory one and of its fixed sum an invoice",
    ),
    "H401": (
        "solo te conviene si el tipo base del Banco de Inglaterra está por debajo del {base} %; si no, usa "
        "`interest: statutory`",
        "it serves you only while the base rate of the Bank of England is below {base}%; else use "
        "`interest: statutory`",
    ),
    "W402": (
        "{days} días para pagar son más de {limit}: solo valen si son justos para quien cobra",
        "{days} days to pay are more than {limit}: they hold only if they are fair to who is paid",
    ),
    "H402": (
        "baja el plazo a {limit} días o menos, o acepta este aviso y di por qué es justo",
        "lower the term to {limit} days or fewer, or accept this finding and say why it is fair",
    ),
    "W403": (
        "el Reino Unido tiene varias leyes de contratos y no se dice cuál rige",
        "the United Kingdom has more than one law of contract and nothing says which governs",
    ),
    "H403": (
        "escribe `GB-EAW` (Inglaterra y Gales), `GB-SCT` (Escocia) o `GB-NIR` (Irlanda del Norte)",
        "write `GB-EAW` (England and Wales), `GB-SCT` (Scotland) or `GB-NIR` (Northern Ireland)",
    ),
    "W404": (
        "trabajas con tu propia sociedad para un cliente que no es pequeño: es él quien decide si hay que descontarte "
        "impuestos como a un empleado",
        "you work through your own company for a client that is not small: it decides whether you are to be taxed like "
        "an employee",
    ),
    "H404": (
        "pide su decisión por escrito antes de firmar y, si te deja fuera de esas reglas, añade "
        "`provider.tax.declarations: [{kind: gb-outside-off-payroll, received_on: 2026-11-20}]` con tu fecha",
        "ask for its decision in writing before you sign and, if you are outside those rules, add "
        "`provider.tax.declarations: [{kind: gb-outside-off-payroll, received_on: 2026-11-20}]` with your date",
    ),
    "W405": (
        "lo que el cliente dice de su tamaño no es lo que dicen sus cifras",
        "what the client says of its size is not what its figures say",
    ),
    "H405": (
        "corrige `small` o las cifras de `size`: es pequeño quien no pasa dos de los tres límites",
        "correct `small` or the figures of `size`: small is who does not pass two of the three limits",
    ),
    "N406": (
        "no puedes hacerte sustituir, y poder hacerlo de verdad es una señal de que no es un empleo",
        "you may not send a substitute, and being really able to is a sign that this is no employment",
    ),
    "H406": (
        "si es verdad que otra persona puede hacer el trabajo, añade `independence: {substitute: true}`",
        "if somebody else really may do the work, add `independence: {substitute: true}`",
    ),
}
