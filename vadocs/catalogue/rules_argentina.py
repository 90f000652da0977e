"""Messages of the rules about Argentina."""

MESSAGES: dict[str, tuple[str, str]] = {
    "W380": (
        "este contrato solo factura {year} pesos en doce meses, más que el tope del monotributo ({limit})",
        "this contract alone bills {year} pesos in twelve months, more than the limit of the monotributo ({limit})",
    ),
    "H380": (
        "consulta con tu contador si tienes que inscribirte en el régimen general, y cambia `provider.tax.regime`",
        "ask your accountant whether you have to register in the general regime, and change `provider.tax.regime`",
    ),
    "N381": (
        "no se puede comprobar aquí que lo que facturas quepa en el monotributo",
        "it cannot be checked here that what you bill fits in the monotributo",
    ),
    "H381": (
        "mira en ARCA el tope de tu categoría para esta fecha, y suma lo que cobras a tus otros clientes",
        "look up the limit of your category for this date at ARCA, and add what your other clients pay you",
    ),
    "W382": (
        "con pagos en efectivo, la ley puede presumir un empleo",
        "with payments in cash, the law may presume employment",
    ),
    "H382": (
        "cobra por banco y con factura: deja en `payment.methods` solo medios bancarios",
        "be paid through a bank and with an invoice: leave only bank payments in `payment.methods`",
    ),
    "W383": (
        "con esta firma, quien quiera hacer valer el contrato tendrá que probar que la firma es válida",
        "with this signature, whoever wants to enforce the contract has to prove that the signature is valid",
    ),
    "H383": (
        "la ley argentina solo presume válida la firma digital: usa `qualified`, firma a mano con `ink`, o acepta el "
        "riesgo con su razón en `accept`",
        "Argentine law presumes only the digital signature to be valid: use `qualified`, sign by hand with `ink`, or "
        "accept the risk with its reason under `accept`",
    ),
    "W384": (
        "los documentos tratan de tú a quien los lee, y en la Argentina se trata de vos o de usted",
        "the documents address the reader as “tú”, and in Argentina one says “vos” or “usted”",
    ),
    "H384": ("escribe `address_form: vos` o `address_form: usted`", "write `address_form: vos` or `address_form: usted`"),
}
